//! Locks by the sharing of open files: a second writer is refused, and whoever asks may read who the first one is.
//!
//! Bytes are locked as well, for computers with other systems that have the folder in common. A lock for one alone would
//! keep everybody from reading them, so they are locked as a reader does.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;

use super::{Holder, LockError, holder, introduce, unavailable};

/// Others may read; they may neither write nor remove.
const FILE_SHARE_READ: u32 = 1;
const ERROR_ACCESS_DENIED: i32 = 5;
const ERROR_SHARING_VIOLATION: i32 = 32;
/// A file that is being removed, or looked at in passing, is refused for a moment.
const TRIES: usize = 10;

/// Takes the lock; `None` where another system was faster.
pub(super) fn attempt(path: &Path) -> Result<Option<File>, LockError> {
    let mut file = match opened(path) {
        Ok(file) => file,
        Err(error) if is(&error, ERROR_SHARING_VIOLATION) => return Err(LockError::Held(told(path))),
        Err(error) => return Err(unavailable(error)),
    };
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(LockError::Held(holder(&mut file))),
        Err(TryLockError::Error(error)) => return Err(unavailable(error)),
    }
    introduce(&mut file).map_err(unavailable)?;
    // Where this fails, the next succeeds all the same, and only the reading is denied to others.
    drop(file.unlock());
    match file.try_lock_shared() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(unavailable(error)),
    }
}

/// Closed before it is removed: a file that somebody has opened for a lock meanwhile cannot be removed, and stays theirs.
pub(super) fn let_go(path: &Path, file: File) {
    drop(file);
    drop(fs::remove_file(path));
}

fn opened(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).share_mode(FILE_SHARE_READ);
    for _ in 1..TRIES {
        match options.open(path) {
            Err(error) if is(&error, ERROR_SHARING_VIOLATION) || is(&error, ERROR_ACCESS_DENIED) => {}
            other => return other,
        }
    }
    options.open(path)
}

fn told(path: &Path) -> Holder {
    File::open(path).map(|mut file| holder(&mut file)).unwrap_or_default()
}

fn is(error: &io::Error, number: i32) -> bool {
    error.raw_os_error() == Some(number)
}
