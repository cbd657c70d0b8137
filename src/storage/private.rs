//! A folder that only this account can read, gone when nobody needs it any more.

use std::path::Path;

use super::Trouble;

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
        builder.prefix("throughline-");
        let folder = closed_to_others(&mut builder).tempdir();
        folder.map(Self).map_err(|error| Trouble::from(&error))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
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

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_look_into_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = PrivateFolder::new().unwrap();
        assert_eq!(std::fs::metadata(folder.path()).unwrap().permissions().mode() & 0o077, 0);
    }
}
