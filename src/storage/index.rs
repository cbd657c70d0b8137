//! What a folder of plans holds: one short summary a plan, kept so that only plans that changed are read again.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::{Fingerprint, LARGEST_PLAN, OpenError, SaveError, Trouble, format, make_private_folder, text, write_file};
use crate::base::{Date, Minutes};
use crate::catalog::Catalog;
use crate::catalog::read::{from_text, options};
use crate::plan::{Plan, Standing, ends, starts};
use crate::progress::{Ahead, DueKind, outlook};
use crate::schedule::{Booking, Seats};

/// The shape of the index; one of another shape is made anew.
const SHAPE: u32 = 2;
/// More threads than this are of no use to read plans.
const MOST_THREADS: usize = 8;

/// A plan file, as its folder tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// When it was written, by the clock of the disk.
    pub written: SystemTime,
}

/// What a list of plans says about one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// What the person is called.
    pub called: String,
    /// The person's name.
    pub name: String,
    /// First and last day of the stay.
    pub stay: Option<(Date, Date)>,
    /// Minutes aimed at in a full week, with the first and last day on which they are.
    pub hours: Vec<(Date, Date, Minutes)>,
    /// Draft or in effect.
    pub standing: Standing,
    /// What has to be done by when, whatever day it is, earliest first; measures that are usual again are not among it.
    pub dues: Vec<Ahead>,
}

/// The summary of a plan.
pub fn summary(plan: &Plan, catalog: &Catalog) -> Summary {
    let mut dues = outlook(plan, catalog);
    dues.retain(|ahead| !matches!(ahead.due.what, DueKind::Measure(_)));
    Summary {
        called: plan.person.called().to_owned(),
        name: plan.person.name.clone(),
        stay: starts(plan).zip(ends(plan)),
        hours: plan.segments.iter().map(|segment| (segment.from, segment.to, segment.week_minutes)).collect(),
        standing: plan.course.standing,
        dues,
    }
}

/// The plan files of a folder and of the folders in it, without hidden ones, sorted by path.
///
/// # Errors
/// When the folder itself cannot be listed; a folder in it that cannot be is passed over.
pub fn plan_files(folder: &Path) -> Result<Vec<Listed>, Trouble> {
    let mut found = Vec::new();
    let mut inner = Vec::new();
    list(folder, &mut found, &mut inner)?;
    for folder in inner {
        drop(list(&folder, &mut found, &mut Vec::new()));
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn list(folder: &Path, found: &mut Vec<Listed>, folders: &mut Vec<PathBuf>) -> Result<(), Trouble> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>)?;
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        let Ok(about) = fs::metadata(&path) else { continue };
        if name.starts_with('.') {
            continue;
        }
        if about.is_dir() {
            folders.push(path);
        } else if name.to_ascii_lowercase().ends_with(".plan.ron") {
            found.push(Listed { path, size: about.len(), written: about.modified().unwrap_or(UNIX_EPOCH) });
        }
    }
    Ok(())
}

/// What was made of plans before, each for the size and time that its file had then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    /// The catalog by which dues were told.
    catalog: Fingerprint,
    entries: BTreeMap<PathBuf, Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    size: u64,
    /// Nanoseconds since 1970.
    written: u64,
    summary: Summary,
    /// `None` where the plan names no clinic.
    seats: Option<Seats>,
}

/// What stands above the entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    shape: u32,
    catalog: Fingerprint,
    entries: Fingerprint,
}

impl Cache {
    /// A cache in which nothing is yet.
    pub fn empty(catalog: &Catalog) -> Self {
        Self { catalog: told_by(catalog), entries: BTreeMap::new() }
    }

    /// The cache in a file; an empty one where there is none, or it is damaged, of another shape, or told by another
    /// catalog: everything is then read again.
    pub fn load(file: &Path, catalog: &Catalog) -> Self {
        let empty = Self::empty(catalog);
        let entries = read(file, empty.catalog).unwrap_or_default();
        Self { entries, ..empty }
    }

    /// Keeps the cache in a file that only this account can read.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn store(&self, file: &Path) -> Result<(), SaveError> {
        let unwritable = |error: ron::Error| super::EncodeError::Unwritable(error.to_string());
        make_private_folder(file.parent().unwrap_or(file)).map_err(SaveError::Folder)?;
        let entries = options().to_string(&self.entries).map_err(unwritable)?;
        let mark = Mark { shape: SHAPE, catalog: self.catalog, entries: Fingerprint::of(entries.as_bytes()) };
        let mark = options().to_string(&mark).map_err(unwritable)?;
        write_file(file, format!("{mark}\n{entries}").as_bytes()).map(drop)
    }

    /// The summary of a file that has not changed since it was made.
    pub fn get(&self, file: &Listed) -> Option<&Summary> {
        self.entry(file).map(|entry| &entry.summary)
    }

    fn entry(&self, file: &Listed) -> Option<&Entry> {
        self.entries.get(&file.path).filter(|entry| entry.size == file.size && entry.written == moment(file))
    }

    /// What the plans hold in the groups of their clinics, of those of these files that have not changed since they were
    /// read.
    pub fn bookings<'a>(&'a self, files: &'a [Listed]) -> Vec<Booking<'a>> {
        let booking = |file: &'a Listed| Some(Booking { file: &file.path, seats: self.entry(file)?.seats.as_ref()? });
        files.iter().filter_map(booking).collect()
    }

    /// Reads plan files, several at once, and remembers what is made of them; one that could not be read will be tried
    /// again next time.
    pub fn read_plans(&mut self, files: Vec<Listed>, catalog: &Catalog) -> Vec<(Listed, Result<Summary, OpenError>)> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
        let share = files.len().div_ceil(threads).max(1);
        let made: Vec<Result<Entry, OpenError>> = std::thread::scope(|scope| {
            let parts = files
                .chunks(share)
                .map(|part| scope.spawn(move || part.iter().map(|file| entry(file, catalog)).collect::<Vec<_>>()));
            let parts: Vec<_> = parts.collect();
            parts.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|fell| resume_unwind(fell))).collect()
        });
        let keep = |(file, made): (Listed, Result<Entry, OpenError>)| {
            let summary = made.map(|entry| {
                let summary = entry.summary.clone();
                self.entries.insert(file.path.clone(), entry);
                summary
            });
            (file, summary)
        };
        files.into_iter().zip(made).map(keep).collect()
    }

    /// Forgets files that are not among these.
    pub fn keep_only(&mut self, files: &[Listed]) {
        self.entries.retain(|path, _| files.binary_search_by(|file| file.path.cmp(path)).is_ok());
    }
}

fn read(file: &Path, catalog: Fingerprint) -> Option<BTreeMap<PathBuf, Entry>> {
    let bytes = text::read(file, LARGEST_PLAN * 4).ok()?;
    let (mark, entries) = text::text(&bytes).ok()?.split_once('\n')?;
    let expected = Mark { shape: SHAPE, catalog, entries: Fingerprint::of(entries.as_bytes()) };
    (from_text::<Mark>(mark).ok()? == expected).then(|| from_text(entries).ok())?
}

/// What of a catalog the index depends on.
fn told_by(catalog: &Catalog) -> Fingerprint {
    let Catalog { modules: _, measures, needs: _, packs, clinics: _ } = catalog;
    Fingerprint::of(format!("{measures:?}{packs:?}").as_bytes())
}

fn entry(file: &Listed, catalog: &Catalog) -> Result<Entry, OpenError> {
    let plan = format::plan_of(&text::read(&file.path, LARGEST_PLAN)?)?;
    let (summary, seats) = (summary(&plan, catalog), Seats::of(&plan));
    Ok(Entry { size: file.size, written: moment(file), summary, seats })
}

fn moment(file: &Listed) -> u64 {
    u64::try_from(file.written.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos()).unwrap_or(u64::MAX)
}
