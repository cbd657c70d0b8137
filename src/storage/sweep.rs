//! Clears away what saves that were killed midway have left beside plans.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::save::TEMPORARY;

/// No save takes as long as this.
const LONGEST_SAVE: Duration = Duration::from_hours(1);

/// Removes the half-written files of this program from a folder, where they are older than an hour.
///
/// What cannot be looked at or removed stays: it does no harm.
pub fn sweep(folder: &Path, now: SystemTime) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_ours(entry) && is_old(entry, now)) {
        drop(fs::remove_file(entry.path()));
    }
}

fn is_ours(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let marked = name.to_str().and_then(|name| name.strip_prefix(TEMPORARY.0)?.strip_suffix(TEMPORARY.1));
    marked.is_some_and(|middle| middle.len() == 6 && middle.chars().all(|c| c.is_ascii_alphanumeric()))
}

fn is_old(entry: &DirEntry, now: SystemTime) -> bool {
    // Of the entry itself, not of where a link may lead.
    let Ok(about) = entry.metadata() else { return false };
    let age = about.modified().ok().and_then(|written| now.duration_since(written).ok());
    about.is_file() && age.is_some_and(|age| age > LONGEST_SAVE)
}
