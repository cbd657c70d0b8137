//! `export`: a plan as a PDF.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Desk, Outcome, PlanFile, Tongue, open};
use crate::base::{Date, Language};
use crate::document::{self, Edition, Paper, Request, Weeks};
use crate::storage;
use crate::wording::{files, report};

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    file: PlanFile,
    /// For whom it is
    #[arg(long, value_enum)]
    edition: ForWhom,
    /// Size of the paper
    #[arg(long, value_enum, default_value = "letter")]
    paper: Size,
    /// Language of the headings; that of the person for a patient edition, else English
    #[arg(long, value_enum)]
    language: Option<Tongue>,
    /// The day to print on it and to look for the next session from, as YYYY-MM-DD; none if left out
    #[arg(long, value_name = "DATE")]
    printed_on: Option<Date>,
    /// Which weeks have a page in the patient edition
    #[arg(long, value_enum, default_value = "ahead")]
    weeks: Span,
    /// Where to write it
    #[arg(long, value_name = "FILE.pdf")]
    out: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ForWhom {
    Patient,
    Clinical,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Size {
    Letter,
    A4,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Span {
    /// From that of the printed day on; all where no day is printed
    Ahead,
    /// Those that are over as well
    All,
}

pub(super) fn run(asked: &Export, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let Some(chart) = open::chart(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    let edition = match asked.edition {
        ForWhom::Patient => Edition::Patient,
        ForWhom::Clinical => Edition::Clinical,
    };
    let paper = match asked.paper {
        Size::Letter => Paper::Letter,
        Size::A4 => Paper::A4,
    };
    let weeks = match asked.weeks {
        Span::Ahead => Weeks::Ahead,
        Span::All => Weeks::All,
    };
    let usual = Request::new(&chart.plan, edition, paper, asked.printed_on);
    let effect = (!chart.versions().is_empty()).then(|| chart.effect());
    let request = Request { language: asked.language.map_or(usual.language, Language::from), weeks, effect, ..usual };
    let pages = document::pages(&request);
    if !pages.missing.is_empty() {
        writeln!(desk.err, "{}", report::missing_letters(&pages.missing, Language::English))?;
    }
    let bytes = match document::pdf(&pages) {
        Ok(bytes) => bytes,
        Err(error) => {
            writeln!(desk.err, "{}", report::no_pdf(&error.to_string(), Language::English))?;
            return Ok(Outcome::CouldNot);
        }
    };
    if let Err(error) = storage::write_file(&asked.out, &bytes) {
        open::tell(&files::not_saved(&error, &asked.out, Language::English), desk)?;
        return Ok(Outcome::CouldNot);
    }
    writeln!(desk.out, "{}", report::exported(&asked.out, pages.pages.len(), Language::English))?;
    Ok(Outcome::Done)
}
