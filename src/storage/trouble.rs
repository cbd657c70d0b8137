//! What a disk can refuse, sorted by what a person can do about it.

use std::io;

/// What a disk can refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// There is nothing of that name.
    #[error("not found")]
    Missing,
    /// The folder is no folder.
    #[error("not a folder")]
    NotAFolder,
    /// This account may not, or another program holds the file.
    #[error("permission denied")]
    Denied,
    /// The file system takes no changes.
    #[error("read-only file system")]
    ReadOnly,
    /// There is no room, or no more than a quota allows.
    #[error("no space left")]
    Full,
    /// The name is too long, or holds what this system allows in no name.
    #[error("no such name is possible")]
    BadName,
    /// Anything else, in the words of the system.
    #[error("{0}")]
    Other(String),
}

impl From<&io::Error> for Trouble {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::Missing,
            Kind::NotADirectory => Self::NotAFolder,
            Kind::PermissionDenied => Self::Denied,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            Kind::InvalidFilename => Self::BadName,
            _ if is_in_use(error) => Self::Denied,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

/// Whether Windows says that another program holds a file, or a part of it.
fn is_in_use(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}
