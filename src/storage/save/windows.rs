//! New files with the permissions of their folder, that take an old one's place whole although others look at it.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use tempfile::NamedTempFile;

use super::{Settled, TEMPORARY};

const ERROR_ACCESS_DENIED: i32 = 5;
const ERROR_SHARING_VIOLATION: i32 = 32;
const ERROR_LOCK_VIOLATION: i32 = 33;
/// Virus scanners, search and backups hold files for moments; these many milliseconds are waited for them.
const PAUSES: [u64; 7] = [2, 5, 10, 25, 50, 100, 200];

/// Makes a file beside the one that it will replace; not one that is marked as temporary, which a path of more than
/// 260 characters could not lose again.
pub(super) fn create(folder: &Path) -> io::Result<NamedTempFile> {
    let open = |path: &Path| File::options().read(true).write(true).create_new(true).open(path);
    tempfile::Builder::new().prefix(TEMPORARY.0).suffix(TEMPORARY.1).make_in(folder, open)
}

/// A new file takes its permissions from the folder.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn take_after(_new: &File, _old: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Waits until the disk has the bytes.
pub(super) fn sync(file: &File) -> io::Result<()> {
    file.sync_all()
}

/// Puts a file in the place of another in one step; also of one that another program has open, if that shares it.
pub(super) fn put(new: NamedTempFile, path: &Path) -> io::Result<File> {
    let (file, temporary) = new.into_parts();
    for pause in PAUSES {
        match fs::rename(&temporary, path) {
            Err(error) if may_pass(&error) => thread::sleep(Duration::from_millis(pause)),
            other => return other.map(|()| file),
        }
    }
    fs::rename(&temporary, path).map(|()| file)
}

/// Makes sure that the new name survives a power cut: it is on disk as soon as all about the file is.
pub(super) fn settle(_folder: &Path, file: &File) -> Settled {
    file.sync_all().map_or_else(|error| Settled::Unconfirmed(error.into()), |()| Settled::OnDisk)
}

fn may_pass(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(ERROR_ACCESS_DENIED | ERROR_SHARING_VIOLATION | ERROR_LOCK_VIOLATION))
}
