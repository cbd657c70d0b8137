//! Reads what commands work on, and says on the error stream what could not be read.

use std::io;
use std::path::Path;

use super::{Desk, Folder, InTheWay, PlanFile};
use crate::base::Language;
use crate::catalog::{self, Catalog};
use crate::history::Chart;
use crate::plan::Plan;
use crate::storage::{self, Integrity, Opened, Trust};
use crate::wording::files::{self, Notice};
use crate::wording::report;

/// The plan of a file; `None` after saying why not.
pub(super) fn plan(file: &PlanFile, desk: &mut Desk<'_>) -> io::Result<Option<Plan>> {
    Ok(to_change(file, desk)?.map(|opened| opened.plan))
}

/// The plan of a file with its signed versions; `None` after saying why not.
pub(super) fn chart(file: &PlanFile, desk: &mut Desk<'_>) -> io::Result<Option<Chart>> {
    Ok(to_change(file, desk)?.map(Opened::into_chart))
}

/// A file as it was opened, to be changed and saved; `None` after saying why not.
pub(super) fn to_change(file: &PlanFile, desk: &mut Desk<'_>) -> io::Result<Option<Opened>> {
    match storage::open(&file.plan, file.trust()) {
        Ok(opened) => {
            if opened.integrity == Integrity::Changed {
                writeln!(desk.err, "{}", report::opened_changed(&file.plan, Language::English))?;
            }
            Ok(Some(opened))
        }
        Err(error) => {
            tell(&files::not_opened(&error, &file.plan, Language::English), desk)?;
            Ok(None)
        }
    }
}

/// Saves what was opened, to where it came from or to a file that is not there yet; `false` after saying why not.
pub(super) fn save(
    opened: Opened,
    from: &PlanFile,
    to: &Path,
    in_the_way: InTheWay,
    desk: &mut Desk<'_>,
) -> io::Result<bool> {
    let same = from.plan == to || matches!((from.plan.canonicalize(), to.canonicalize()), (Ok(a), Ok(b)) if a == b);
    let fingerprint = opened.fingerprint;
    let chart = opened.into_chart();
    if !same && in_the_way == InTheWay::Kept && holds_something_else(to, &chart) {
        writeln!(desk.err, "{}", report::would_replace(to, Language::English))?;
        return Ok(false);
    }
    match storage::save(to, &chart, same.then_some(&fingerprint)) {
        Ok(_) => Ok(true),
        Err(error) => {
            tell(&files::not_saved(&error, to, Language::English), desk)?;
            Ok(false)
        }
    }
}

/// Whether there is a file that is not this very plan with these versions.
pub(super) fn holds_something_else(path: &Path, chart: &Chart) -> bool {
    path.exists() && storage::open(path, Trust::Strict).map_or(true, |opened| opened.into_chart() != *chart)
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
