//! Saves a plan so that a crash, a full disk or a second program never costs what was there before.

#[cfg_attr(windows, path = "save/windows.rs")]
#[cfg_attr(not(windows), path = "save/unix.rs")]
mod system;

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::place::{folder_of, followed};
use super::{EncodeError, Trouble, encode, names};
use crate::history::Chart;

/// How the names of files begin and end while they are being written.
pub(super) const TEMPORARY: (&str, &str) = (".throughline-", ".tmp");

/// What the bytes of a file were, to see later whether they still are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// A save that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What is on disk now.
    pub fingerprint: Fingerprint,
    /// Whether a power cut could still undo it.
    pub settled: Settled,
}

/// Whether a power cut could still undo a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It could not.
    OnDisk,
    /// It might: the new file is there, but the disk did not confirm it.
    Unconfirmed(Trouble),
}

/// Why a plan was not saved; what was on disk is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The plan has no text that would open again.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// There is a folder, a device or a pipe of that name.
    #[error("not a file")]
    NotAFile,
    /// The file is marked as read-only.
    #[error("read-only file")]
    ReadOnlyFile,
    /// The file is not the one that was opened or saved last.
    #[error("changed on disk since it was opened")]
    ChangedOnDisk,
    /// The file that is there could not be looked at.
    #[error("cannot look at the file: {0}")]
    Look(Trouble),
    /// The folder takes no new file.
    #[error("cannot write into the folder: {0}")]
    Folder(Trouble),
    /// The new file could not be written to its end.
    #[error("cannot write: {0}")]
    Write(Trouble),
    /// The new file could not take the old one's place.
    #[error("cannot replace the file: {0}")]
    Replace(Trouble),
}

/// Saves a plan with its signed versions at a path; through a link, to where it leads.
///
/// With `expected`, a file that has other bytes than those is left alone; one that is gone is written again. A new
/// file can be read by the account that saves it and by no other; on Windows by whoever can read what its folder holds.
///
/// # Errors
/// Says why it was not saved; what was on disk is then as it was.
pub fn save(path: &Path, chart: &Chart, expected: Option<&Fingerprint>) -> Result<Saved, SaveError> {
    let text = encode(chart)?;
    let target = Target::find(path)?;
    if let Some(expected) = expected {
        target.check(expected)?;
    }
    let settled = target.replace(|file| write_all(file, text.as_bytes()))?;
    Ok(Saved { fingerprint: Fingerprint::of(text.as_bytes()), settled })
}

/// Writes another file, such as a PDF, by the same protocol: what was there is replaced whole or not at all.
///
/// # Errors
/// Says why it was not written; what was on disk is then as it was.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<Settled, SaveError> {
    Target::find(path)?.replace(|file| write_all(file, bytes))
}

/// Where a plan is to be saved, and what is there now.
struct Target {
    path: PathBuf,
    old: Option<Metadata>,
}

impl Target {
    fn find(path: &Path) -> Result<Self, SaveError> {
        let path = followed(path);
        names::check(&path).map_err(SaveError::Look)?;
        let old = match fs::symlink_metadata(&path) {
            Ok(old) if !old.is_file() => return Err(SaveError::NotAFile),
            Ok(old) if old.permissions().readonly() => return Err(SaveError::ReadOnlyFile),
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(SaveError::Look(error.into())),
        };
        Ok(Self { path, old })
    }

    fn check(&self, expected: &Fingerprint) -> Result<(), SaveError> {
        if self.old.is_none() {
            return Ok(());
        }
        let mut hash = Sha256::new();
        let read = File::open(&self.path).and_then(|mut file| io::copy(&mut file, &mut hash));
        read.map_err(|error| SaveError::Look(error.into()))?;
        let found = Fingerprint(hash.finalize().into());
        if found == *expected { Ok(()) } else { Err(SaveError::ChangedOnDisk) }
    }

    /// Writes beside the old file and then puts the new one in its place in one step.
    fn replace(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Settled, SaveError> {
        let folder = folder_of(&self.path);
        let mut new = system::create(folder).map_err(|error| SaveError::Folder(error.into()))?;
        write(new.as_file_mut())
            .and_then(|()| self.old.as_ref().map_or(Ok(()), |old| system::take_after(new.as_file(), old)))
            .and_then(|()| system::sync(new.as_file()))
            .map_err(|error| SaveError::Write(error.into()))?;
        let file = system::put(new, &self.path).map_err(|error| SaveError::Replace(error.into()))?;
        Ok(system::settle(folder, &file))
    }
}

fn write_all(file: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_that_fails_midway_leaves_the_old_bytes_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.plan.ron");
        File::create(&path).unwrap().write_all(b"old").unwrap();
        let failed = Target::find(&path).unwrap().replace(|file| {
            file.write_all(b"ne")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(failed, Err(SaveError::Write(Trouble::Full)));
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_as_such() {
        let mut full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let error = write_all(&mut full, b"anything").unwrap_err();
        assert_eq!(Trouble::from(error), Trouble::Full);
    }
}
