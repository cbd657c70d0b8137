//! Reads a clinic's own catalog folder as named texts, for the catalog to make sense of.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{TextError, Trouble, text};

/// The largest catalog file that is read, in bytes.
const LARGEST_ENTRY: u64 = 1 << 20;

/// A file or folder that could not be read; the rest still was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name within the catalog folder, as in `modules/sleep.ron`; empty for the catalog folder itself.
    pub file: String,
    /// Why not.
    pub why: TextError,
}

/// The RON files of a catalog folder and of the folders in it, sorted by name, as pairs of name and text.
///
/// Names are relative and have `/` on every system. Files in folders that no catalog has are read as well, so that
/// the catalog can say that they are in the wrong place. Hidden files are passed over.
pub fn catalog_folder(path: &Path) -> (Vec<(String, String)>, Vec<Unread>) {
    let mut found = Found::default();
    for (name, entry) in found.list(path, "") {
        if entry.is_dir() {
            for (file, path) in found.list(&entry, &name) {
                found.read(format!("{name}/{file}"), &path);
            }
        } else {
            found.read(name, &entry);
        }
    }
    found.texts.sort();
    (found.texts, found.unread)
}

#[derive(Default)]
struct Found {
    texts: Vec<(String, String)>,
    unread: Vec<Unread>,
}

impl Found {
    /// What a folder holds, sorted by name.
    fn list(&mut self, folder: &Path, name: &str) -> BTreeSet<(String, PathBuf)> {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = entries.unwrap_or_else(|error| {
            self.refuse(name, Trouble::from(error).into());
            Vec::new()
        });
        let named = entries.iter().map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()));
        named.filter(|(name, _)| !name.starts_with('.')).collect()
    }

    fn read(&mut self, name: String, path: &Path) {
        if path.extension().is_none_or(|extension| extension != "ron") {
            return;
        }
        let bytes = text::read(path, LARGEST_ENTRY);
        match bytes.as_deref().map_err(Clone::clone).and_then(text::text) {
            Ok(text) => self.texts.push((name, text.to_owned())),
            Err(why) => self.refuse(&name, why),
        }
    }

    fn refuse(&mut self, name: &str, why: TextError) {
        self.unread.push(Unread { file: name.to_owned(), why });
    }
}
