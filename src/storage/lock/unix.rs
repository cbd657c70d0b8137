//! Locks that every program of the computer respects, on a file that may be removed while somebody holds it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::{Holder, LockError, holder, introduce, unavailable};

/// Takes the lock; `None` where it was taken on a file that is gone.
pub(super) fn attempt(path: &Path) -> Result<Option<File>, LockError> {
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    let mut file = opened.map_err(|error| match error.kind() {
        // So a share of Windows says that a Windows computer has it.
        io::ErrorKind::ResourceBusy => LockError::Held(Holder::default()),
        _ => unavailable(error),
    })?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(LockError::Held(holder(&mut file))),
        Err(TryLockError::Error(error)) => return Err(unavailable(error)),
    }
    if !is_still_at(&file, path) {
        return Ok(None);
    }
    introduce(&mut file).map_err(unavailable)?;
    Ok(Some(file))
}

/// Removed while still held, so that nobody takes a lock on a file that then vanishes unseen. A file that cannot be
/// removed does no harm: it is not locked.
pub(super) fn let_go(path: &Path, file: File) {
    drop(fs::remove_file(path));
    drop(file);
}

fn is_still_at(file: &File, path: &Path) -> bool {
    let (Ok(held), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    (held.dev(), held.ino()) == (there.dev(), there.ino())
}
