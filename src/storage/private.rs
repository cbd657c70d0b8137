//! A folder that only this account can read, gone when nobody needs it any more.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::Trouble;

/// How the names of such folders begin.
const PREFIX: &str = "throughline-pages-";
/// Nobody looks at a printed page for longer.
const LONGEST_USE: Duration = Duration::from_hours(24);

/// A folder that only this account can read; dropping it removes it with all that is in it.
#[derive(Debug)]
pub struct PrivateFolder(tempfile::TempDir);

impl PrivateFolder {
    /// Makes one, under a name that nobody can foresee.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn new() -> Result<Self, Trouble> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        let folder = closed_to_others(&mut builder).tempdir();
        folder.map(Self).map_err(|error| Trouble::from(&error))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

/// Removes such folders that are older than a day: programs that fell over left them, or another program kept what is
/// in them open. What cannot be removed stays until next time.
pub fn sweep_private(now: SystemTime) {
    sweep_in(&std::env::temp_dir(), now);
}

fn sweep_in(folder: &Path, now: SystemTime) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_left(entry, now)) {
        drop(fs::remove_dir_all(entry.path()));
    }
}

fn is_left(entry: &DirEntry, now: SystemTime) -> bool {
    let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
    // Of the entry itself, not of where a link may lead.
    let Ok(about) = entry.metadata() else { return false };
    let age = about.modified().ok().and_then(|written| now.duration_since(written).ok());
    is_ours && about.is_dir() && age.is_some_and(|age| age > LONGEST_USE)
}

#[cfg(unix)]
fn closed_to_others<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a tempfile::Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o700))
}

/// Elsewhere the account's own folder for such files is closed to others already.
#[cfg(not(unix))]
fn closed_to_others<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a tempfile::Builder<'b, 'b> {
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_gone_when_dropped() {
        let folder = PrivateFolder::new().unwrap();
        let path = folder.path().to_path_buf();
        assert!(path.is_dir());
        drop(folder);
        assert!(!path.exists());
    }

    #[test]
    fn what_was_left_for_a_day_is_swept_away() {
        let folder = PrivateFolder::new().unwrap();
        let [left, other] = ["throughline-pages-aB3dE6", "notes"].map(|name| folder.path().join(name));
        for path in [&left, &other] {
            fs::create_dir(path).unwrap();
            super::super::write_file(&path.join("ana.pdf"), b"x").unwrap();
        }
        let written = fs::metadata(&left).unwrap().modified().unwrap();
        sweep_in(folder.path(), written + LONGEST_USE);
        assert!(left.exists());
        sweep_in(folder.path(), written + LONGEST_USE * 2);
        assert!(!left.exists() && other.exists());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_look_into_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = PrivateFolder::new().unwrap();
        assert_eq!(std::fs::metadata(folder.path()).unwrap().permissions().mode() & 0o077, 0);
    }
}
