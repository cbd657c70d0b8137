//! From bytes on disk to text: gated by size before anything is read, and always UTF-8.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::Trouble;

/// Why a file could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// The disk refused.
    #[error("cannot be read: {0}")]
    Disk(#[from] Trouble),
    /// It is a folder, a device or a pipe.
    #[error("not a file")]
    NotAFile,
    /// It is larger than any such file.
    #[error("{bytes} bytes, and at most {most} are read")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest that is read.
        most: u64,
    },
    /// It is UTF-16, as some editors write it.
    #[error("UTF-16, not UTF-8")]
    Utf16,
    /// It is not UTF-8.
    #[error("line {line}: not UTF-8")]
    NotUtf8 {
        /// The first line that is not, from 1.
        line: usize,
    },
}

/// Reads a file of at most so many bytes.
pub(super) fn read(path: &Path, most: u64) -> Result<Vec<u8>, TextError> {
    // Looked at before it is opened: opening a pipe would wait for ever.
    let about = fs::metadata(path).map_err(Trouble::from)?;
    if !about.is_file() {
        return Err(TextError::NotAFile);
    }
    gate(about.len(), most)?;
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(Trouble::from)?;
    // The file may have grown since.
    file.take(most + 1).read_to_end(&mut bytes).map_err(Trouble::from)?;
    gate(bytes.len() as u64, most)?;
    Ok(bytes)
}

/// Refuses what is too large.
pub(super) fn gate(bytes: u64, most: u64) -> Result<(), TextError> {
    if bytes > most { Err(TextError::TooLarge { bytes, most }) } else { Ok(()) }
}

/// The text that bytes hold, without a byte-order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, TextError> {
    if is_utf_16(bytes) {
        return Err(TextError::Utf16);
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        TextError::NotUtf8 { line: good.split(|byte| *byte == b'\n').count() }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether bytes begin with the mark of UTF-16, or have the zeros of its Latin letters.
fn is_utf_16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let start = bytes.get(..512).unwrap_or(bytes);
    let zeros = start.split(|byte| *byte == 0).count() - 1;
    zeros > 0 && zeros * 4 >= start.len()
}
