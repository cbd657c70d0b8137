//! Reads what commands work on, and says on the error stream what could not be read.

use std::io;
use std::path::Path;

use super::{Desk, Folder, PlanFile};
use crate::base::Language;
use crate::catalog::{self, Catalog};
use crate::plan::Plan;
use crate::storage::{self, Integrity, Trust};
use crate::wording::files::{self, Notice};
use crate::wording::report;

/// The plan of a file; `None` after saying why not.
pub(super) fn plan(file: &PlanFile, desk: &mut Desk<'_>) -> io::Result<Option<Plan>> {
    let trust = if file.accept_changes { Trust::AcceptChanges } else { Trust::Strict };
    match storage::open(&file.plan, trust) {
        Ok(opened) => {
            if opened.integrity == Integrity::Changed {
                writeln!(desk.err, "{}", report::opened_changed(&file.plan, Language::English))?;
            }
            Ok(Some(opened.plan))
        }
        Err(error) => {
            tell(&files::not_opened(&error, &file.plan, Language::English), desk)?;
            Ok(None)
        }
    }
}

/// The built-in catalog with a clinic's own entries, after saying what is wrong with those.
pub(super) fn catalog(folder: &Folder, desk: &mut Desk<'_>) -> io::Result<Catalog> {
    let (mut all, _) = catalog::builtin();
    if let Some(path) = &folder.catalog {
        add_folder(&mut all, path, desk)?;
    }
    Ok(all)
}

/// Adds a clinic's own entries; returns how many problems were told.
pub(super) fn add_folder(catalog: &mut Catalog, path: &Path, desk: &mut Desk<'_>) -> io::Result<usize> {
    let (texts, unread) = storage::catalog_folder(path);
    let problems = catalog.add(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    for file in &unread {
        writeln!(desk.err, "{}", files::unread(file, Language::English))?;
    }
    for problem in &problems {
        writeln!(desk.err, "{}", crate::wording::faults::problem(problem, Language::English))?;
    }
    Ok(unread.len() + problems.len())
}

/// Says on the error stream what went wrong and what to do.
pub(super) fn tell(notice: &Notice, desk: &mut Desk<'_>) -> io::Result<()> {
    writeln!(desk.err, "{notice}")
}
