//! Keeps two windows from writing one plan: a lock that the system itself lets go of when a program ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Trouble;
use super::place::followed;

/// A plan that is ours to write until this is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Holds the system's lock; a file left behind by a crash is not locked.
    file: File,
}

/// Who holds a lock, as far as they said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Account name; blank if unknown.
    pub account: String,
    /// Name of the computer; blank if unknown.
    pub computer: String,
    /// Number of the process; 0 if unknown.
    pub process: u32,
    /// Since when, by the clock of the disk.
    pub since: Option<SystemTime>,
}

/// Why a plan is not ours to write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// Another window has it.
    #[error("held by {0:?}")]
    Held(Holder),
    /// There can be no lock here, so nobody knows.
    #[error("cannot be locked: {0}")]
    Unavailable(Trouble),
}

/// Takes a plan for writing, by a file `NAME.plan.ron.lock` beside it.
///
/// # Errors
/// Says who has it, or that there can be no lock.
pub fn lock(path: &Path) -> Result<Lock, LockError> {
    let mut name = followed(path).into_os_string();
    name.push(".lock");
    let path = PathBuf::from(name);
    // Who lets go also removes the file, perhaps between our opening and our locking it: then once more.
    for _ in 0..100 {
        if let Some(lock) = attempt(&path)? {
            return Ok(lock);
        }
    }
    Err(LockError::Held(Holder::default()))
}

fn attempt(path: &Path) -> Result<Option<Lock>, LockError> {
    let unavailable = |error: io::Error| LockError::Unavailable(error.into());
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    let mut file = opened.map_err(unavailable)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(LockError::Held(holder(&mut file))),
        Err(TryLockError::Error(error)) => return Err(unavailable(error)),
    }
    if !is_still_at(&file, path) {
        return Ok(None);
    }
    introduce(&mut file).map_err(unavailable)?;
    Ok(Some(Lock { path: path.to_path_buf(), file }))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held, so that nobody takes a lock on a file that then vanishes unseen. A file that
        // cannot be removed does no harm: it is not locked.
        drop(fs::remove_file(&self.path));
        drop(self.file.unlock());
    }
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let (Ok(held), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    (held.dev(), held.ino()) == (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn is_still_at(_: &File, path: &Path) -> bool {
    path.exists()
}

fn introduce(file: &mut File) -> io::Result<()> {
    let Holder { account, computer, process, since: _ } = Holder::this();
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "account {account}\ncomputer {computer}\nprocess {process}\n")
}

/// On some systems a locked file cannot be read by others; then nobody is named.
fn holder(file: &mut File) -> Holder {
    let mut text = String::new();
    drop(Read::by_ref(file).take(4096).read_to_string(&mut text));
    // Written once, when the lock was taken.
    let since = file.metadata().and_then(|about| about.modified()).ok();
    Holder { since, ..Holder::parse(&text) }
}

impl Holder {
    fn this() -> Self {
        let of = |names: [&str; 2]| names.into_iter().find_map(|name| std::env::var(name).ok());
        let kernel =
            || fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| fs::read_to_string("/etc/hostname"));
        Self {
            account: first_line(of(["USER", "USERNAME"]).as_deref()),
            computer: first_line(of(["COMPUTERNAME", "HOSTNAME"]).or_else(|| kernel().ok()).as_deref()),
            process: std::process::id(),
            since: None,
        }
    }

    fn parse(text: &str) -> Self {
        let of = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
        let process = of("process ").parse().unwrap_or_default();
        Self { account: of("account "), computer: of("computer "), process, since: None }
    }
}

fn first_line(text: Option<&str>) -> String {
    text.and_then(|text| text.lines().next()).unwrap_or_default().trim().to_owned()
}
