//! A small file of choices: written whole, read with whatever it leaves out at its usual value.

use std::fs;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{SaveError, TextError, Trouble, text, write_file};
use crate::catalog::read::{ReadError, from_text};

/// The largest file of choices that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Why choices could not be read or kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The file could not be read as text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It is garbled.
    #[error(transparent)]
    Garbled(#[from] ReadError),
    /// The choices have no text.
    #[error("cannot be written: {0}")]
    Unwritable(String),
    /// Their folder could not be made.
    #[error("cannot make the folder: {0}")]
    Folder(Trouble),
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Reads choices; `None` where no file is.
///
/// # Errors
/// When there is a file that says nothing that could be understood.
pub fn read_settings<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, SettingsError> {
    match text::read(path, LARGEST) {
        Ok(bytes) => Ok(Some(from_text(text::text(&bytes)?)?)),
        Err(TextError::Disk(Trouble::Missing | Trouble::NotAFolder)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Writes choices, and makes the folder that they belong in.
///
/// # Errors
/// Says why not; what was on disk is then as it was.
pub fn write_settings<T: Serialize>(path: &Path, choices: &T) -> Result<(), SettingsError> {
    let style = PrettyConfig::new().struct_names(true).indentor("  ").new_line("\n");
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let text =
        options.to_string_pretty(choices, style).map_err(|error| SettingsError::Unwritable(error.to_string()))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| SettingsError::Folder(Trouble::from(&error)))?;
    }
    write_file(path, format!("{text}\n").as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Choices {
        name: String,
        size: Option<u16>,
    }

    #[test]
    fn choices_come_back_and_a_missing_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deeper").join("choices.ron");
        assert_eq!(read_settings::<Choices>(&path), Ok(None));
        let choices = Choices { name: "Ana’s".to_owned(), size: Some(3) };
        write_settings(&path, &choices).unwrap();
        assert_eq!(read_settings(&path), Ok(Some(choices)));
    }

    #[test]
    fn what_is_left_out_or_unknown_is_no_error_but_garble_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("choices.ron");
        let check = |text: &str, readable: bool| {
            write_file(&path, text.as_bytes()).unwrap();
            assert_eq!(read_settings::<Choices>(&path).is_ok(), readable, "{text}");
        };
        check("Choices(size: 3)", true);
        check("Choices(name: \"a\", later: Thing(1))", true);
        check("Choices(size: )", false);
        check("", false);
    }
}
