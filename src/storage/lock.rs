//! Keeps two windows from writing one plan: a lock that the system itself lets go of when a program ends.

#[cfg_attr(windows, path = "lock/windows.rs")]
#[cfg_attr(not(windows), path = "lock/unix.rs")]
mod system;

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::place::followed;
use super::{Trouble, names};

/// A plan that is ours to write until this is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Holds the system's lock; a file left behind by a crash is not locked. `None` only while it is let go of.
    file: Option<File>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            system::let_go(&self.path, file);
        }
    }
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
    let path = followed(path);
    names::check(&path).map_err(LockError::Unavailable)?;
    let mut name = path.into_os_string();
    name.push(".lock");
    let path = PathBuf::from(name);
    // Who lets go also removes the file, perhaps between our opening and our locking it: then once more.
    for _ in 0..100 {
        if let Some(file) = system::attempt(&path)? {
            return Ok(Lock { path, file: Some(file) });
        }
    }
    Err(LockError::Held(Holder::default()))
}

fn unavailable(error: io::Error) -> LockError {
    LockError::Unavailable(error.into())
}

fn introduce(file: &mut File) -> io::Result<()> {
    let Holder { account, computer, process, since: _ } = Holder::this();
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "account {account}\ncomputer {computer}\nprocess {process}\n")
}

/// Where the file cannot be read nobody is named.
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
