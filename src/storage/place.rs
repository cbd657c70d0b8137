//! Where a path really leads, so that a link is written through and never replaced.

use std::fs;
use std::path::{Path, PathBuf};

use super::Trouble;

/// More links in a row than this are a circle.
const MOST_LINKS: usize = 40;

/// The path at the end of a chain of links, whether or not something is there.
pub(super) fn followed(path: &Path) -> PathBuf {
    let mut here = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        let Ok(link) = fs::read_link(&here) else { break };
        here = folder_of(&here).join(link);
    }
    here
}

/// The folder that holds a path.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) | None => Path::new("."),
    }
}

/// Whether two paths lead to one file.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        let path = followed(path);
        // A disk may take `Ana` and `ana` for one file; it says how the name is written.
        if let Ok(whole) = fs::canonicalize(&path) {
            return Some(whole);
        }
        let folder = fs::canonicalize(folder_of(&path)).ok()?;
        Some(folder.join(path.file_name()?))
    };
    one == other || whole(one).is_some_and(|one| whole(other) == Some(one))
}

/// Makes a folder, and those that it lies in, that only this account can look into.
///
/// # Errors
/// When the disk refuses.
pub fn make_private_folder(folder: &Path) -> Result<(), Trouble> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(Trouble::from)
}
