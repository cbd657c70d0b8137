//! Where a path really leads, so that a link is written through and never replaced.

use std::fs;
use std::path::{Path, PathBuf};

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
