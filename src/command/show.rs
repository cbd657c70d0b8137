//! `show`: the weeks, modules and sessions of a plan.

use std::io;

use clap::Args;
use serde::Serialize;

use super::{Desk, Outcome, PlanFile, Shape, open, print_json};
use crate::base::{ClockTime, Date, Language};
use crate::plan::{Plan, weeks};
use crate::wording::report;

#[derive(Debug, Args)]
pub(super) struct Show {
    #[command(flatten)]
    file: PlanFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Shown<'a> {
    weeks: Vec<ShownWeek>,
    modules: Vec<ShownModule<'a>>,
    sessions: Vec<ShownSession<'a>>,
}

#[derive(Serialize)]
struct ShownWeek {
    week: u16,
    starts: Date,
    minutes: u16,
    days: usize,
    sessions: usize,
}

#[derive(Serialize)]
struct ShownModule<'a> {
    slug: &'a str,
    sessions: usize,
    minutes: u32,
}

#[derive(Serialize)]
struct ShownSession<'a> {
    id: u32,
    date: Date,
    start: ClockTime,
    minutes: u16,
    module: &'a str,
    topic: &'a str,
    status: &'static str,
}

pub(super) fn run(asked: &Show, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let Some(plan) = open::plan(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    match Shape::of(asked.json) {
        Shape::Json => print_json(desk, &shown(&plan))?,
        Shape::Text => {
            for line in report::plan(&plan, Language::English) {
                writeln!(desk.out, "{line}")?;
            }
        }
    }
    Ok(Outcome::Done)
}

fn shown(plan: &Plan) -> Shown<'_> {
    let weeks = weeks(plan).into_iter().map(|week| ShownWeek {
        week: week.number,
        starts: week.starts,
        minutes: week.minutes().0,
        days: week.days(),
        sessions: week.sessions.iter().filter(|session| session.status.occupies()).count(),
    });
    let modules = plan.modules.iter().map(|module| {
        let planned = || plan.sessions_of(module.id).filter(|session| session.status.occupies());
        ShownModule {
            slug: module.slug.as_str(),
            sessions: planned().count(),
            minutes: planned().map(|session| u32::from(session.minutes.0)).sum(),
        }
    });
    let sessions = plan.sessions.iter().map(|session| ShownSession {
        id: session.id.0,
        date: session.date,
        start: session.start,
        minutes: session.minutes.0,
        module: plan.module(session.module).map_or("", |module| module.slug.as_str()),
        topic: session.topic_words.get(Language::English),
        status: report::status_code(session.status),
    });
    Shown { weeks: weeks.collect(), modules: modules.collect(), sessions: sessions.collect() }
}
