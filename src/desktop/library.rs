//! The catalog that the windows plan from: the built-in one, with the clinic's own entries; read once.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock, OnceLock};

use crate::base::Language;
use crate::catalog::{Catalog, Problem, builtin};
use crate::storage::{self, Unread};
use crate::wording::{faults, files};

static BUILTIN: LazyLock<Catalog> = LazyLock::new(|| builtin().0);

/// The built-in catalog. Whoever comes first reads it; the others wait for that.
pub fn catalog() -> &'static Catalog {
    &BUILTIN
}

/// The catalog of a window. Clones share what was read.
#[derive(Clone, Debug, Default)]
pub struct Library {
    clinic: Option<Arc<Clinic>>,
}

/// A clinic's own folder, and what came of it once it was read.
#[derive(Debug)]
struct Clinic {
    folder: PathBuf,
    read: OnceLock<(Catalog, LeftOut)>,
}

/// What of a clinic's own catalog is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Files and folders that could not be read.
    pub unread: Vec<Unread>,
    /// What is wrong with those that could.
    pub problems: Vec<Problem>,
}

impl Library {
    /// The built-in catalog, with the entries of a clinic's own folder where there is one.
    pub fn new(folder: Option<PathBuf>) -> Self {
        let clinic = folder.map(|folder| Arc::new(Clinic { folder, read: OnceLock::new() }));
        Self { clinic }
    }

    /// The catalog. Whoever comes first reads it; the others wait for that.
    pub fn catalog(&self) -> &Catalog {
        match &self.clinic {
            Some(clinic) => &clinic.read().0,
            None => catalog(),
        }
    }

    /// What is left out; `None` if nothing is.
    pub fn left_out(&self) -> Option<&LeftOut> {
        self.clinic.as_deref().map(|clinic| &clinic.read().1).filter(|left_out| **left_out != LeftOut::default())
    }
}

impl Clinic {
    fn read(&self) -> &(Catalog, LeftOut) {
        self.read.get_or_init(|| {
            let mut all = catalog().clone();
            let (texts, unread) = storage::catalog_folder(&self.folder);
            let problems = all.add(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
            (all, LeftOut { unread, problems })
        })
    }
}

/// Something that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The file.
    pub file: String,
    /// What is wrong with it, with the line where there is one.
    pub what: String,
    /// What to do about it.
    pub advice: String,
}

impl LeftOut {
    /// What is left out, why, and what to do, file by file.
    pub fn list(&self, language: Language) -> Vec<Told> {
        let unread = self.unread.iter().map(|unread| Told {
            file: files::unread_name(unread, language),
            what: files::unread_why(unread, language),
            advice: files::unread_advice(unread, language),
        });
        let problems = self.problems.iter().map(|problem| Told {
            file: problem.file.clone(),
            what: faults::capitalized(&faults::wrong(&problem.what, language)),
            advice: faults::advice(&problem.what, language).to_owned(),
        });
        unread.chain(problems).collect()
    }

    /// What is left out and why, each in one sentence.
    pub fn say(&self, language: Language) -> Vec<String> {
        let unread = self.unread.iter().map(|file| files::unread(file, language));
        unread.chain(self.problems.iter().map(|problem| faults::problem(problem, language))).collect()
    }
}
