//! What a folder of plans holds: one short summary a plan, kept so that only plans that changed are read again.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::{
    Fingerprint, LARGEST_PLAN, OpenError, SaveError, Trouble, Trust, make_private_folder, open, text, write_file,
};
use crate::base::{Date, Minutes};
use crate::catalog::read::{from_text, options};
use crate::plan::{Due, Plan, Standing, dues, ends, starts};

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
    /// What is still to come or was missed, earliest first.
    pub dues: Vec<Due>,
}

/// The summary of a plan.
pub fn summary(plan: &Plan) -> Summary {
    Summary {
        called: plan.person.called().to_owned(),
        name: plan.person.name.clone(),
        stay: starts(plan).zip(ends(plan)),
        hours: plan.segments.iter().map(|segment| (segment.from, segment.to, segment.week_minutes)).collect(),
        standing: plan.course.standing,
        dues: dues(plan),
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
        } else if name.ends_with(".plan.ron") {
            found.push(Listed { path, size: about.len(), written: about.modified().unwrap_or(UNIX_EPOCH) });
        }
    }
    Ok(())
}

/// Summaries that were made before, each for the size and time that its file had then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cache(BTreeMap<PathBuf, Entry>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    size: u64,
    /// Nanoseconds since 1970.
    written: u64,
    summary: Summary,
}

impl Cache {
    /// The cache in a file; an empty one where there is none or it is damaged: everything is then read again.
    pub fn load(file: &Path) -> Self {
        Self::read(file).unwrap_or_default()
    }

    fn read(file: &Path) -> Option<Self> {
        let bytes = text::read(file, LARGEST_PLAN * 4).ok()?;
        let (mark, entries) = text::text(&bytes).ok()?.split_once('\n')?;
        let sound = from_text::<Fingerprint>(mark).ok()? == Fingerprint::of(entries.as_bytes());
        sound.then(|| from_text(entries).ok().map(Self)).flatten()
    }

    /// Keeps the cache in a file that only this account can read.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn store(&self, file: &Path) -> Result<(), SaveError> {
        let unwritable = |error: ron::Error| super::EncodeError::Unwritable(error.to_string());
        make_private_folder(file.parent().unwrap_or(file)).map_err(SaveError::Folder)?;
        let entries = options().to_string(&self.0).map_err(unwritable)?;
        let mark = options().to_string(&Fingerprint::of(entries.as_bytes())).map_err(unwritable)?;
        write_file(file, format!("{mark}\n{entries}").as_bytes()).map(drop)
    }

    /// The summary of a file that has not changed since it was made.
    pub fn get(&self, file: &Listed) -> Option<&Summary> {
        let entry = self.0.get(&file.path)?;
        (entry.size == file.size && entry.written == moment(file)).then_some(&entry.summary)
    }

    /// Reads a plan file and remembers its summary.
    ///
    /// # Errors
    /// Says why it could not be read; it will be tried again next time.
    pub fn read_plan(&mut self, file: &Listed) -> Result<Summary, OpenError> {
        let summary = summary(&open(&file.path, Trust::AcceptChanges)?.plan);
        let entry = Entry { size: file.size, written: moment(file), summary: summary.clone() };
        self.0.insert(file.path.clone(), entry);
        Ok(summary)
    }

    /// Forgets files that are not among these.
    pub fn keep_only(&mut self, files: &[Listed]) {
        self.0.retain(|path, _| files.binary_search_by(|file| file.path.cmp(path)).is_ok());
    }
}

fn moment(file: &Listed) -> u64 {
    u64::try_from(file.written.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos()).unwrap_or(u64::MAX)
}
