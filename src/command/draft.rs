//! `draft`: a complete plan from an intake file.

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::census::Shelf;
use super::{Desk, Folder, Outcome, open};
use crate::base::Language;
use crate::history::Chart;
use crate::wording::{files, intake, report};
use crate::{draft, storage};

#[derive(Debug, Args)]
pub(super) struct Draft {
    /// The intake file
    intake: PathBuf,
    /// Where to write the plan; an existing file is not replaced
    #[arg(long, value_name = "PLAN.plan.ron")]
    out: PathBuf,
    /// Replace the plan file if it exists
    #[arg(long)]
    replace: bool,
    /// The folder of the clinic's plans: places that others hold in groups are taken
    #[arg(long, value_name = "FOLDER")]
    clinic: Option<PathBuf>,
    #[command(flatten)]
    folder: Folder,
}

pub(super) fn run(asked: &Draft, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let catalog = open::catalog(&asked.folder, desk)?;
    let intake_file = match storage::intake(&asked.intake) {
        Ok(read) => read,
        Err(error) => {
            open::tell(&intake::not_read(&error, &asked.intake, Language::English), desk)?;
            return Ok(Outcome::CouldNot);
        }
    };
    let shelf = match &asked.clinic {
        Some(folder) => {
            let Some(shelf) = Shelf::read(folder, &catalog, desk)? else { return Ok(Outcome::CouldNot) };
            shelf.tell_unread(desk)?;
            Some(shelf)
        }
        None => None,
    };
    let others = shelf.as_ref().map(|shelf| shelf.beside(&asked.out)).unwrap_or_default();
    let drafted = match draft::draft_beside(&intake_file, &catalog, &others) {
        Ok(drafted) => drafted,
        Err(error) => {
            writeln!(desk.err, "{}", report::not_drafted(&error, Language::English))?;
            return Ok(Outcome::CouldNot);
        }
    };
    let chart = Chart::unsigned(drafted.plan.clone());
    if !asked.replace && open::holds_something_else(&asked.out, &chart) {
        writeln!(desk.err, "{}", report::would_replace(&asked.out, Language::English))?;
        return Ok(Outcome::CouldNot);
    }
    if let Err(error) = storage::save(&asked.out, &chart, None) {
        open::tell(&files::not_saved(&error, &asked.out, Language::English), desk)?;
        return Ok(Outcome::CouldNot);
    }
    for line in report::drafted(&drafted, Language::English) {
        writeln!(desk.out, "{line}")?;
    }
    Ok(Outcome::Done)
}
