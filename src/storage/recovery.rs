//! Keeps unsaved work in a private folder while a plan is open, and finds there what a crash left behind.
//!
//! A file of unsaved work is one line about it, and then the text of a plan file. Whoever writes it holds its lock, so
//! that work which nobody holds is work that a crash left behind.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::{
    Fingerprint, LARGEST_PLAN, Lock, LockError, OpenError, SaveError, Trouble, Trust, decode, encode, lock,
    make_private_folder, sweep, text, write_file,
};
use crate::base::{ClockTime, Date};
use crate::catalog::read::{from_text, options};
use crate::history::Chart;

/// Ending of unsaved work.
const UNSAVED: &str = "unsaved";
/// Ending of unsaved work that somebody did not want.
const SET_ASIDE: &str = "aside";
/// Unwanted work is kept this long.
const WEEK: Duration = Duration::from_hours(7 * 24);
/// More than the line about unsaved work may hold.
const LARGEST: u64 = LARGEST_PLAN + (64 << 10);

/// What is known of unsaved work beside the plan itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The plan's file; `None` if it has none yet.
    pub path: Option<String>,
    /// What that file held when it was opened or saved last.
    pub expected: Option<Fingerprint>,
    /// Steps of work since then.
    pub changes: usize,
    /// When that was.
    pub since: Option<(Date, ClockTime)>,
}

/// A place for the unsaved work of one window; others leave it alone until this is dropped.
#[derive(Debug)]
pub struct Slot {
    path: PathBuf,
    _lock: Lock,
}

impl Slot {
    /// Takes a free place in the folder, which is made if it is not there.
    ///
    /// # Errors
    /// When there can be no such place.
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        make_private_folder(folder).map_err(LockError::Unavailable)?;
        for number in 1..10_000_u16 {
            let path = folder.join(format!("plan-{number}.{UNSAVED}"));
            match lock(&path) {
                Ok(lock) if !path.exists() => return Ok(Self { path, _lock: lock }),
                Ok(_) | Err(LockError::Held(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Err(LockError::Unavailable(Trouble::Full))
    }

    /// Keeps a plan here in place of what was kept before.
    ///
    /// # Errors
    /// Says why it was not kept; what was kept before is then still there.
    pub fn keep(&self, chart: &Chart, about: &About) -> Result<(), SaveError> {
        let unwritable = |error: ron::Error| super::EncodeError::Unwritable(error.to_string());
        let about = options().to_string(about).map_err(unwritable)?;
        let text = format!("{about}\n{}", encode(chart)?);
        write_file(&self.path, text.as_bytes()).map(drop)
    }

    /// Where it is kept.
    pub fn file(&self) -> &Path {
        &self.path
    }

    /// Forgets what is kept here: it was saved, or nobody wants it.
    pub fn clear(&self) {
        // There may be nothing. What cannot be removed is offered once more, which is better than to lose it.
        drop(fs::remove_file(&self.path));
    }
}

/// Unsaved work that nobody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it is kept.
    pub file: PathBuf,
    /// When it was kept, by the clock of the disk.
    pub written: Option<SystemTime>,
    /// What it is: about it, and what the person is called; or why it cannot be read.
    pub what: Result<(About, String), OpenError>,
}

/// The work that was set aside less than a week ago, latest first.
pub fn left_aside(folder: &Path) -> Vec<Left> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).unwrap_or_default();
    let files = entries.iter().map(fs::DirEntry::path).filter(|path| has_ending(path, SET_ASIDE));
    let mut found: Vec<Left> = files.map(left).collect();
    sort(&mut found);
    found
}

/// Removes for good what was set aside; other files are left alone.
pub fn remove_aside(file: &Path) {
    if has_ending(file, SET_ASIDE) {
        // Where it cannot be removed it is still listed, which says it.
        drop(fs::remove_file(file));
    }
}

fn left(file: PathBuf) -> Left {
    let written = fs::metadata(&file).and_then(|about| about.modified()).ok();
    let what = read(&file).map(|(about, chart)| (about, chart.plan.person.called().to_owned()));
    Left { file, written, what }
}

fn sort(found: &mut [Left]) {
    found.sort_by(|one, other| other.written.cmp(&one.written).then_with(|| one.file.cmp(&other.file)));
}

/// The unsaved work that a crash left behind, latest first. Work that was set aside longer than a week ago is removed.
pub fn left_behind(folder: &Path, now: SystemTime) -> Vec<Left> {
    sweep(folder, now);
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).unwrap_or_default();
    let mut found = Vec::new();
    for path in entries.iter().map(fs::DirEntry::path) {
        let written = fs::metadata(&path).and_then(|about| about.modified()).ok();
        if has_ending(&path, SET_ASIDE) && written.and_then(|then| now.duration_since(then).ok()) > Some(WEEK) {
            drop(fs::remove_file(&path));
        }
        if has_ending(&path, UNSAVED) && lock(&path).is_ok() {
            found.push(left(path));
        }
    }
    sort(&mut found);
    found
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension() == Some(OsStr::new(ending))
}

/// Unsaved work that was taken up again.
#[derive(Debug)]
pub struct Recovered {
    /// Where it is still kept.
    pub slot: Slot,
    /// What is known of it.
    pub about: About,
    /// The plan with the unsaved work, and its signed versions.
    pub chart: Chart,
}

/// Why unsaved work was not taken up again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoverError {
    /// Another window has it.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// It cannot be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It was set aside, and cannot be kept like other unsaved work.
    #[error(transparent)]
    Keep(#[from] SaveError),
}

/// Takes up unsaved work again, also such that was set aside; it stays kept until it is saved or cleared.
///
/// # Errors
/// Says why not; it is then still there.
pub fn recover(file: &Path) -> Result<Recovered, RecoverError> {
    if has_ending(file, SET_ASIDE) {
        return take_back(file);
    }
    let lock = lock(file)?;
    let (about, chart) = read(file)?;
    Ok(Recovered { slot: Slot { path: file.to_path_buf(), _lock: lock }, about, chart })
}

/// From now on it is unsaved work like any other, and no longer set aside.
fn take_back(file: &Path) -> Result<Recovered, RecoverError> {
    let (about, chart) = read(file)?;
    let slot = Slot::take(file.parent().unwrap_or(file))?;
    slot.keep(&chart, &about)?;
    // Where it cannot be removed it is there twice, which loses nothing.
    drop(fs::remove_file(file));
    Ok(Recovered { slot, about, chart })
}

fn read(file: &Path) -> Result<(About, Chart), OpenError> {
    let bytes = text::read(file, LARGEST)?;
    let (first, rest) = text::text(&bytes)?.split_once('\n').unwrap_or_default();
    let decoded = decode(rest, Trust::Strict)?;
    Ok((from_text(first)?, Chart::of(decoded.plan, decoded.versions)))
}

/// Sets unsaved work aside that nobody wants; it is kept for a week.
///
/// # Errors
/// Says why not; it is then still offered.
pub fn set_aside(file: &Path) -> Result<(), SaveError> {
    let _lock = lock(file).map_err(|_held| SaveError::Replace(Trouble::Denied))?;
    let bytes = fs::read(file).map_err(|error| SaveError::Look(error.into()))?;
    // Written anew, because the week begins now.
    write_file(&free_name(file), &bytes)?;
    fs::remove_file(file).map_err(|error| SaveError::Replace(error.into()))
}

fn free_name(file: &Path) -> PathBuf {
    let numbered = (1..u32::MAX).map(|number| file.with_extension(format!("{number}.{SET_ASIDE}")));
    numbered.into_iter().find(|path| !path.exists()).unwrap_or_else(|| file.with_extension(SET_ASIDE))
}
