//! New files that nobody else can read, and that take an old one's place whole.

use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::Path;

use tempfile::NamedTempFile;

use super::{Settled, TEMPORARY};

/// What macOS says of disks, mostly of the network, that have no such thing.
const ENOTSUP_OF_MACOS: i32 = 45;

/// Makes a file beside the one that it will replace.
pub(super) fn create(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(TEMPORARY.0).suffix(TEMPORARY.1).tempfile_in(folder)
}

/// Gives a new file the owner, the group and the permissions of the old one.
pub(super) fn take_after(new: &File, old: &Metadata) -> io::Result<()> {
    const GROUP: u32 = 0o070;
    let now = new.metadata()?;
    let mut mode = old.mode() & 0o777;
    // Only an administrator may give files away: where that fails, the group at least, or nobody else.
    if (now.uid(), now.gid()) != (old.uid(), old.gid())
        && fchown(new, Some(old.uid()), Some(old.gid())).is_err()
        && fchown(new, None, Some(old.gid())).is_err()
    {
        mode &= !GROUP;
    }
    new.set_permissions(fs::Permissions::from_mode(mode))
}

/// Waits until the disk has the bytes, where it can say so.
pub(super) fn sync(file: &File) -> io::Result<()> {
    match file.sync_all() {
        Err(error) if is_needless(&error) => Ok(()),
        other => other,
    }
}

/// Puts a file in the place of another in one step.
pub(super) fn put(new: NamedTempFile, path: &Path) -> io::Result<File> {
    new.persist(path).map_err(|error| error.error)
}

/// Makes sure that the new name survives a power cut.
pub(super) fn settle(folder: &Path, _file: &File) -> Settled {
    match File::open(folder).and_then(|folder| sync(&folder)) {
        Ok(()) => Settled::OnDisk,
        Err(error) => Settled::Unconfirmed(error.into()),
    }
}

/// Some file systems have no such thing, and those with folders that need none refuse it.
fn is_needless(error: &io::Error) -> bool {
    let is_unknown = cfg!(target_os = "macos") && error.raw_os_error() == Some(ENOTSUP_OF_MACOS);
    is_unknown || matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}
