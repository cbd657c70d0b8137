//! What the worker knows of the plans folder: which files there are, what they hold, and what others take of the groups.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::Date;
use crate::catalog::Catalog;
use crate::plan::Plan;
use crate::schedule::{Booking, Census, Taken, census};
use crate::storage::{Cache, Listed, OpenError, Summary, Trouble, plan_files};

/// So many plans are read before anybody asks whether that is still wanted.
const AT_ONCE: usize = 48;

/// Where other plans are, and which plan they are beside.
#[derive(Debug)]
pub struct Beside {
    /// The plans folder.
    pub folder: PathBuf,
    /// Where the index is kept.
    pub kept: Option<PathBuf>,
    /// The plan.
    pub plan: Plan,
    /// Its file.
    pub own: Option<PathBuf>,
    /// How far to look.
    pub reach: Reach,
}

/// How far to look for what others hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What is known already.
    Known,
    /// Every file, read where that has to be.
    Everything,
}

/// The plans folder as the worker knows it.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    folder: Option<PathBuf>,
    files: Vec<Listed>,
    index: Option<Cache>,
    /// What others hold beside the plan that was looked at last.
    pub(super) taken: Arc<Taken>,
}

impl Shelf {
    fn index(&mut self, catalog: &Catalog) -> &mut Cache {
        self.index.get_or_insert_with(|| Cache::empty(catalog))
    }

    /// The files of a folder, with what is known of them.
    pub(super) fn list(
        &mut self,
        folder: &Path,
        kept: Option<&Path>,
        catalog: &Catalog,
    ) -> Result<Vec<(Listed, Option<Summary>)>, Trouble> {
        if self.folder.as_deref() != Some(folder) {
            *self = Self { folder: Some(folder.to_path_buf()), taken: self.taken.clone(), ..Self::default() };
        }
        if self.index.is_none() {
            self.index = kept.map(|kept| Cache::load(kept, catalog));
        }
        self.files = plan_files(folder)?;
        let index = self.index.get_or_insert_with(|| Cache::empty(catalog));
        Ok(self.files.iter().map(|file| (file.clone(), index.get(file).cloned())).collect())
    }

    pub(super) fn read(&mut self, files: Vec<Listed>, catalog: &Catalog) -> Vec<(Listed, Result<Summary, OpenError>)> {
        self.index(catalog).read_plans(files, catalog)
    }

    /// Keeps the index, without files that are gone.
    pub(super) fn keep(&mut self, kept: &Path, files: &[Listed]) {
        let Some(index) = &mut self.index else { return };
        index.keep_only(files);
        // Where it cannot be kept, plans are read again next time.
        drop(index.store(kept));
    }

    /// Looks what others hold beside a plan; stops reading when told to.
    pub(super) fn look_beside(&mut self, beside: &Beside, catalog: &Catalog, stop: &dyn Fn() -> bool) -> Arc<Taken> {
        let Beside { folder, kept, plan, own, reach } = beside;
        let is_listed = self.folder.as_deref() == Some(folder.as_path());
        if !is_listed || *reach == Reach::Everything {
            let listed = self.list(folder, kept.as_deref(), catalog).unwrap_or_default();
            if *reach == Reach::Everything {
                let unread: Vec<Listed> =
                    listed.into_iter().filter(|(_, known)| known.is_none()).map(|f| f.0).collect();
                for part in unread.chunks(AT_ONCE).take_while(|_| !stop()) {
                    drop(self.read(part.to_vec(), catalog));
                }
            }
        }
        self.taken = Arc::new(Taken::beside(plan, own.as_deref(), &self.bookings()));
        self.taken.clone()
    }

    /// What plans hold, by what is known.
    pub(super) fn bookings(&self) -> Vec<Booking<'_>> {
        self.index.as_ref().map(|index| index.bookings(&self.files)).unwrap_or_default()
    }

    /// Who is in which group, by what is known.
    pub(super) fn count(&self, catalog: &Catalog, from: Date, to: Date) -> Census {
        census(&self.bookings(), catalog, from, to)
    }
}
