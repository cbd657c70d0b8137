//! `check`: what makes a plan impossible or incomplete.

use std::io;

use clap::Args;
use serde::Serialize;

use super::{Desk, Folder, Outcome, PlanFile, Shape, Tongue, open, print_json};
use crate::base::{Date, Language};
use crate::checks::{self, Finding, Level};
use crate::plan::Plan;
use crate::wording::{findings, report};

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    file: PlanFile,
    /// The day on which to look, as YYYY-MM-DD; today if left out
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
    #[command(flatten)]
    folder: Folder,
}

#[derive(Serialize)]
struct Told<'a> {
    code: &'a str,
    level: &'static str,
    item: String,
    message: String,
    source: &'a str,
    fix: String,
}

pub(super) fn run(asked: &Check, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let catalog = open::catalog(&asked.folder, desk)?;
    let Some(plan) = open::plan(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    let found = checks::findings(&plan, &catalog, Some(asked.today.unwrap_or(desk.today)));
    let language = asked.language.into();
    match Shape::of(asked.json) {
        Shape::Json => {
            let told: Vec<Told<'_>> = found.iter().map(|finding| told(finding, &plan, language)).collect();
            print_json(desk, &told)?;
        }
        Shape::Text => print(&found, &plan, language, desk)?,
    }
    let has_errors = found.iter().any(|finding| finding.level() == Level::Error);
    Ok(if has_errors { Outcome::FoundErrors } else { Outcome::Done })
}

fn told<'a>(finding: &'a Finding, plan: &Plan, language: Language) -> Told<'a> {
    Told {
        code: finding.code(),
        level: match finding.level() {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        },
        item: finding.item.to_string(),
        message: findings::message(finding, plan, language),
        source: finding.source(),
        fix: findings::fix(finding, plan, language),
    }
}

fn print(found: &[Finding], plan: &Plan, language: Language, desk: &mut Desk<'_>) -> io::Result<()> {
    for finding in found {
        let told = told(finding, plan, language);
        writeln!(desk.out, "{}: {} ({})", report::level(finding.level(), language), told.message, told.code)?;
        writeln!(desk.out, "    {}", told.fix)?;
        writeln!(desk.out, "    {}", told.source)?;
    }
    writeln!(desk.out, "{}", report::found(found, language))
}
