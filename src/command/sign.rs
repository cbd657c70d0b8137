//! `sign`: freezes a plan as its next version.

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::{Desk, Folder, Outcome, PlanFile, Tongue, open};
use crate::base::Date;
use crate::history::Signing;
use crate::wording::history as say;

#[derive(Debug, Args)]
pub(super) struct Sign {
    #[command(flatten)]
    file: PlanFile,
    /// Who signs it off, with credentials
    #[arg(long, value_name = "NAME")]
    author: String,
    /// Why there is this version, as in “intake plan”
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The day of the signature, as YYYY-MM-DD; today if left out
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    /// Where to write the plan; the plan itself, or a new file
    #[arg(long, value_name = "PLAN.plan.ron")]
    out: PathBuf,
    /// Replace another plan file if it exists
    #[arg(long)]
    replace: bool,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
    #[command(flatten)]
    folder: Folder,
}

pub(super) fn run(asked: &Sign, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let language = asked.language.into();
    let catalog = open::catalog(&asked.folder, desk)?;
    let Some(mut opened) = open::to_change(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    let fingerprint = opened.fingerprint;
    let (integrity, mut chart) = (opened.integrity, opened.into_chart());
    let (author, reason) = (asked.author.clone(), asked.reason.clone());
    let signing = Signing { date: asked.date.unwrap_or(desk.today), author, reason };
    let mark = match chart.sign(&catalog, &signing) {
        Ok(mark) => mark,
        Err(why) => {
            writeln!(desk.err, "{}", say::not_signed(&why, language))?;
            return Ok(Outcome::CouldNot);
        }
    };
    let versions = chart.versions().to_vec();
    opened = crate::storage::Opened { plan: chart.plan, versions, integrity, fingerprint };
    if !open::save(opened, &asked.file, &asked.out, asked.replace.into(), desk)? {
        return Ok(Outcome::CouldNot);
    }
    writeln!(desk.out, "{}", say::signed(mark, language))?;
    Ok(Outcome::Done)
}
