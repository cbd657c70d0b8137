//! `diff`: what changed between two versions of a plan.

use std::io;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Desk, Outcome, PlanFile, Shape, Tongue, open, print_json};
use crate::base::{Language, is_blank};
use crate::history::{Chart, diff};
use crate::plan::{Plan, Reasoned};
use crate::wording::changes::{self, Voice};
use crate::wording::history as say;

#[derive(Debug, Args)]
pub(super) struct Diff {
    #[command(flatten)]
    file: PlanFile,
    /// The number of the earlier version
    #[arg(long, value_name = "NUMBER")]
    from: u32,
    /// The number of the later version; the plan as it is now if left out
    #[arg(long, value_name = "NUMBER")]
    to: Option<u32>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
    /// For whom the changes are told
    #[arg(long, value_enum, default_value = "clinical")]
    words: Words,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Words {
    Clinical,
    Plain,
}

#[derive(Serialize)]
struct Told {
    changes: Vec<ToldChange>,
}

#[derive(Serialize)]
struct ToldChange {
    kind: &'static str,
    item: String,
    field: &'static str,
    from: Option<String>,
    to: Option<String>,
    text: String,
    /// Why, where the plan says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

pub(super) fn run(asked: &Diff, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let Some(chart) = open::chart(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    let language = asked.language.into();
    let Some(from) = version(&chart, asked.from, desk, language)? else { return Ok(Outcome::CouldNot) };
    let to = match asked.to {
        Some(number) => version(&chart, number, desk, language)?,
        None => Some(chart.plan.clone()),
    };
    let Some(to) = to else { return Ok(Outcome::CouldNot) };
    let voice = match asked.words {
        Words::Clinical => Voice::Clinical,
        Words::Plain => Voice::Plain,
    };
    let found = diff(&from, &to);
    match Shape::of(asked.json) {
        Shape::Json => {
            let told = changes::told(&found, &from, &to, voice, language);
            let why = |told: changes::Told| {
                let why = changes::reason(Reasoned::of(told.item), &from, &to);
                ToldChange { why: Some(why).filter(|why| !is_blank(why)), ..ToldChange::from(told) }
            };
            print_json(desk, &Told { changes: told.into_iter().map(why).collect() })?;
        }
        Shape::Text => {
            let groups = changes::groups(&found, &from, &to, voice, language);
            if groups.is_empty() {
                writeln!(desk.out, "{}", say::no_difference(language))?;
            }
            for group in groups {
                for line in group.lines {
                    writeln!(desk.out, "{line}")?;
                }
                if !is_blank(&group.why) {
                    writeln!(desk.out, "    {}", say::why(&group.why, language))?;
                }
            }
        }
    }
    Ok(Outcome::Done)
}

fn version(chart: &Chart, number: u32, desk: &mut Desk<'_>, language: Language) -> io::Result<Option<Plan>> {
    let Some(version) = chart.version(number) else {
        writeln!(desk.err, "{}", say::unknown_version(number, chart.versions().len(), language))?;
        return Ok(None);
    };
    match version.plan() {
        Ok(plan) => Ok(Some(plan)),
        Err(error) => {
            writeln!(desk.err, "{}", say::unreadable_version(number, &error.to_string(), language))?;
            Ok(None)
        }
    }
}

impl From<changes::Told> for ToldChange {
    fn from(told: changes::Told) -> Self {
        let changes::Told { kind, item, field, from, to, text } = told;
        Self { kind: kind.code(), item: item.to_string(), field, from, to, text, why: None }
    }
}
