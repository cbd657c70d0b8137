//! `history`: the signed versions of a plan.

use std::io;

use clap::Args;
use serde::Serialize;

use super::{Desk, Outcome, PlanFile, Shape, Tongue, open, print_json};
use crate::base::Date;
use crate::history::{Effect, Version};
use crate::wording::history as say;

#[derive(Debug, Args)]
pub(super) struct History {
    #[command(flatten)]
    file: PlanFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
}

#[derive(Serialize)]
struct Told<'a> {
    state: &'static str,
    versions: Vec<ToldVersion<'a>>,
}

#[derive(Serialize)]
struct ToldVersion<'a> {
    number: u32,
    date: Date,
    author: &'a str,
    reason: &'a str,
    hash: String,
}

pub(super) fn run(asked: &History, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let Some(chart) = open::chart(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    let language = asked.language.into();
    match Shape::of(asked.json) {
        Shape::Json => {
            let state = match chart.effect() {
                Effect::Draft => "draft",
                Effect::InEffect(_) => "in-effect",
                Effect::Revised(_) => "revised",
            };
            print_json(desk, &Told { state, versions: chart.versions().iter().map(told).collect() })?;
        }
        Shape::Text => {
            writeln!(desk.out, "{}", say::effect(chart.effect(), language))?;
            for version in chart.versions() {
                writeln!(desk.out, "{}", say::version(version, language))?;
            }
        }
    }
    Ok(Outcome::Done)
}

fn told(version: &Version) -> ToldVersion<'_> {
    ToldVersion {
        number: version.number(),
        date: version.date(),
        author: version.author(),
        reason: version.reason(),
        hash: version.hash().to_string(),
    }
}
