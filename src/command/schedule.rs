//! `schedule`: the best calendar of a plan, or why there is none and what could be done.

use std::io;
use std::path::PathBuf;

use clap::{Args, builder::PossibleValuesParser, builder::TypedValueParser};
use serde::Serialize;

use super::census::Shelf;
use super::{Desk, Folder, Outcome, PlanFile, Shape, Tongue, compare, open, print_json};
use crate::base::{ClockTime, Date, Language};
use crate::catalog::{Catalog, Clinic};
use crate::history::diff;
use crate::plan::{Edit, Plan, Standing, apply};
use crate::schedule::engine::{Answer, Effort, Go, Problem, Tier, TierResult, Timetable, WhyNot};
use crate::schedule::lay::{Request, Task, ahead, lay, to_track};
use crate::schedule::{Crowded, Taken, crowded};
use crate::wording::census::{self, FullGroups, full_groups};
use crate::wording::changes::{self, Voice};
use crate::wording::report;
use crate::wording::timetable::{self as say, Heading};

#[derive(Debug, Args)]
pub(super) struct Schedule {
    #[command(flatten)]
    file: PlanFile,
    /// Everything before this day stays, as YYYY-MM-DD; today if something has happened already, else the whole stay
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// The clinic's track in which the intensive part runs, as in `day` or `evening`
    #[arg(long, value_name = "TRACK")]
    track: Option<String>,
    /// The aims in order, the first counting most
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = tier_names())]
    tiers: Vec<Tier>,
    /// Lay other calendars as well, in other tracks and on other days, and show them side by side
    #[arg(long, conflicts_with_all = ["track", "out"])]
    compare: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Where to write the plan with its calendar: the plan itself, or a new file
    #[arg(long, value_name = "PLAN.plan.ron")]
    out: Option<PathBuf>,
    /// Replace another plan file if it exists
    #[arg(long)]
    replace: bool,
    /// The folder of the clinic's plans: places that others hold in groups are taken
    #[arg(long, value_name = "FOLDER")]
    clinic: Option<PathBuf>,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
    #[command(flatten)]
    folder: Folder,
}

fn tier_names() -> impl TypedValueParser<Value = Tier> {
    PossibleValuesParser::new(Tier::ALL.map(Tier::name))
        .try_map(|name| Tier::ALL.into_iter().find(|tier| tier.name() == name).ok_or("no such aim"))
}

/// A way out that gives up more rules than this is no help to a reader; JSON has them all.
const SMALL: usize = 4;

/// What is printed as JSON.
#[derive(Default, Serialize)]
struct Shown {
    feasible: Option<bool>,
    from: Option<Date>,
    tiers: Vec<ShownTier>,
    changes: Vec<ShownChange>,
    sessions: Vec<ShownSession>,
    shortfalls: Vec<String>,
    why: Vec<ShownRule>,
    relaxations: Vec<Vec<ShownRule>>,
    full: Vec<ShownFull>,
}

/// A meeting in which others have all places.
#[derive(Serialize)]
struct ShownFull {
    state: &'static str,
    group: String,
    date: Date,
    others: u16,
    capacity: u8,
}

#[derive(Serialize)]
pub(super) struct ShownTier {
    name: &'static str,
    value: u32,
    bound: u32,
    proven: bool,
    text: String,
}

#[derive(Serialize)]
struct ShownChange {
    kind: &'static str,
    text: String,
}

#[derive(Serialize)]
struct ShownSession {
    date: Date,
    start: ClockTime,
    minutes: u16,
    module: String,
    topic: String,
}

#[derive(Serialize)]
struct ShownRule {
    rule: String,
    text: String,
}

/// Where a calendar is asked for.
struct Ask<'a> {
    before: &'a Plan,
    /// The plan in the track that was asked for.
    plan: Plan,
    from: Option<Date>,
    language: Language,
}

pub(super) fn run(asked: &Schedule, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let language = asked.language.into();
    let catalog = open::catalog(&asked.folder, desk)?;
    let Some(mut opened) = open::to_change(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    let taken = match &asked.clinic {
        Some(folder) => {
            let Some(shelf) = Shelf::read(folder, &catalog, desk)? else { return Ok(Outcome::CouldNot) };
            shelf.tell_unread(desk)?;
            shelf.taken(&opened.plan, &asked.file.plan)
        }
        None => Taken::default(),
    };
    let beside = Beside { catalog: &catalog, taken: &taken };
    if asked.compare {
        return compared(asked, &opened.plan, beside, desk);
    }
    let found = match answer(asked, &opened.plan, beside, desk.today) {
        Ok(found) => found,
        Err(why) => {
            writeln!(desk.err, "{why}")?;
            return Ok(Outcome::CouldNot);
        }
    };
    match Shape::of(asked.json) {
        Shape::Json => print_json(desk, &found.shown)?,
        Shape::Text => {
            for line in text(&found, language) {
                writeln!(desk.out, "{line}")?;
            }
        }
    }
    let Some(plan) = found.plan else { return Ok(found.outcome) };
    opened.plan = plan;
    match &asked.out {
        Some(out) if !open::save(opened, &asked.file, out, asked.replace.into(), desk)? => Ok(Outcome::CouldNot),
        Some(_) | None => Ok(found.outcome),
    }
}

/// What came of it.
struct Found {
    shown: Shown,
    headline: String,
    /// The changes by module, where the whole stay was laid.
    summary: Vec<String>,
    full: FullGroups,
    outcome: Outcome,
    /// The plan with its calendar.
    plan: Option<Plan>,
}

/// What a calendar is laid by, beside the plan.
#[derive(Clone, Copy)]
struct Beside<'a> {
    catalog: &'a Catalog,
    taken: &'a Taken,
}

fn compared(asked: &Schedule, plan: &Plan, beside: Beside<'_>, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let language: Language = asked.language.into();
    let Beside { catalog, taken } = beside;
    let Some(clinic) = clinic_of(plan, catalog) else {
        writeln!(desk.err, "{}", say::no_clinic(language))?;
        return Ok(Outcome::CouldNot);
    };
    let from = asked.from.or_else(|| ahead(plan, desk.today));
    let request = Request { plan, clinic, catalog, from, taken, language };
    compare::run(request, asked.tiers(), Shape::of(asked.json), desk)
}

fn clinic_of<'a>(plan: &Plan, catalog: &'a Catalog) -> Option<&'a Clinic> {
    plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug))
}

impl Schedule {
    fn tiers(&self) -> &[Tier] {
        if self.tiers.is_empty() { &Tier::ALL } else { &self.tiers }
    }
}

fn answer(asked: &Schedule, before: &Plan, beside: Beside<'_>, today: Date) -> Result<Found, String> {
    let Beside { catalog, taken } = beside;
    let language: Language = asked.language.into();
    let clinic = clinic_of(before, catalog).ok_or_else(|| say::no_clinic(language).to_owned())?;
    let from = asked.from.or_else(|| ahead(before, today));
    let plan = in_track(before, clinic, asked.track.as_deref(), from, language)?;
    let ask = Ask { before, plan, from, language };
    let request = Request { plan: &ask.plan, clinic, catalog, from, taken, language };
    let not_laid = |fault| say::not_laid(&say::fault(&fault, language), language);
    let (task, answer) = lay(request, asked.tiers(), Effort::default(), &mut |_, _| Go::On).map_err(not_laid)?;
    let mut found = match answer {
        Answer::Feasible(table) => feasible(&ask, &task, &table),
        Answer::Infeasible(why) => Ok(infeasible(&ask, &why, task.problem())),
        Answer::Unknown => Ok(Found {
            shown: Shown { from, ..Shown::default() },
            headline: say::heading(Heading::Unknown, language).to_owned(),
            summary: Vec::new(),
            full: FullGroups::default(),
            outcome: Outcome::CouldNot,
            plan: None,
        }),
    }?;
    let laid = found.plan.as_ref().unwrap_or(&ask.plan);
    let mut full = crowded(laid, clinic, taken, from);
    if found.plan.is_none() && laid.course.standing == Standing::Draft {
        // A draft has to give up what others have: where it finds nothing else, that is why.
        for one in &mut full {
            one.own = None;
        }
    }
    found.full = full_groups(&full, laid, language);
    found.shown.full = full.iter().map(shown_full).collect();
    Ok(found)
}

fn shown_full(one: &Crowded) -> ShownFull {
    let Crowded { module: _, block, date, others, capacity, own: _ } = one;
    let (state, group) = (census::crowded_code(one), block.to_string());
    ShownFull { state, group, date: *date, others: *others, capacity: *capacity }
}

fn in_track(
    before: &Plan,
    clinic: &Clinic,
    track: Option<&str>,
    from: Option<Date>,
    language: Language,
) -> Result<Plan, String> {
    let mut plan = before.clone();
    if let Some(name) = track {
        let track = clinic.tracks.iter().find(|track| track.slug.as_str() == name);
        let track = track.ok_or_else(|| say::no_track(name, language))?;
        change(&mut plan, to_track(before, track, from), language)?;
    }
    Ok(plan)
}

fn change(plan: &mut Plan, edits: Vec<Edit>, language: Language) -> Result<(), String> {
    apply(plan, &Edit::Together(edits)).map(drop).map_err(|refusal| report::refused(&refusal, language))
}

fn feasible(ask: &Ask<'_>, task: &Task<'_>, table: &Timetable) -> Result<Found, String> {
    let language = ask.language;
    let mut plan = ask.plan.clone();
    change(&mut plan, task.edits(&table.placements), language)?;
    let changes = diff(ask.before, &plan);
    let told = changes::told(&changes, ask.before, &plan, Voice::Clinical, language);
    let summary = match ask.from {
        Some(_) => told.iter().map(|change| change.text.clone()).collect(),
        None => changes::summarized(&changes, ask.before, &plan, Voice::Clinical, language),
    };
    let shown = Shown {
        feasible: Some(true),
        from: ask.from,
        tiers: table.tiers.iter().map(|tier| shown_tier(tier, language)).collect(),
        changes: told.into_iter().map(|told| ShownChange { kind: told.kind.code(), text: told.text }).collect(),
        sessions: sessions(&plan, language),
        ..Shown::default()
    };
    let headline = say::headline(&plan, language);
    let full = FullGroups::default();
    Ok(Found { shown, headline, summary, full, outcome: Outcome::Done, plan: Some(plan) })
}

pub(super) fn shown_tier(tier: &TierResult, language: Language) -> ShownTier {
    let TierResult { value, bound, .. } = *tier;
    ShownTier { name: tier.tier.name(), value, bound, proven: tier.proven(), text: say::tier(tier, language) }
}

fn sessions(plan: &Plan, language: Language) -> Vec<ShownSession> {
    let on_calendar = plan.sessions.iter().filter(|session| session.status.occupies());
    let mut sessions: Vec<ShownSession> = on_calendar
        .map(|session| ShownSession {
            date: session.date,
            start: session.start,
            minutes: session.minutes.0,
            module: plan.module(session.module).map_or_else(String::new, |module| module.slug.to_string()),
            topic: session.topic_words.get(language).to_owned(),
        })
        .collect();
    sessions.sort_by(|one, other| (one.date, one.start, &one.module).cmp(&(other.date, other.start, &other.module)));
    sessions
}

fn infeasible(ask: &Ask<'_>, why: &WhyNot, problem: &Problem) -> Found {
    let language = ask.language;
    let told = say::clash(why, problem, language);
    let rules = why.rules.iter().zip(told.rules);
    let ways = why.relaxations.iter().map(|way| {
        let gives = way.gives.iter();
        gives
            .map(|(rule, give)| ShownRule { rule: rule.name(problem), text: say::give(*rule, give, problem, language) })
            .collect()
    });
    let shown = Shown {
        feasible: Some(false),
        from: ask.from,
        shortfalls: told.shortfalls,
        why: rules.map(|(rule, text)| ShownRule { rule: rule.name(problem), text }).collect(),
        relaxations: ways.collect(),
        ..Shown::default()
    };
    let headline = say::heading(Heading::Impossible, language).to_owned();
    let full = FullGroups::default();
    Found { shown, headline, summary: Vec::new(), full, outcome: Outcome::Impossible, plan: None }
}

fn text(found: &Found, language: Language) -> Vec<String> {
    let Shown { feasible, tiers, shortfalls, why, relaxations, .. } = &found.shown;
    let mut lines = vec![found.headline.clone()];
    let heading = |heading| say::heading(heading, language);
    let named = |tier: &ShownTier| {
        let all = Tier::ALL.into_iter().find(|known| known.name() == tier.name);
        format!("{}: {}", all.map_or("", |tier| say::tier_name(tier, language)), tier.text)
    };
    list(&mut lines, heading(Heading::HowGood), tiers.iter().map(named));
    list(&mut lines, heading(Heading::Changes), found.summary.iter().cloned());
    if *feasible == Some(true) && found.summary.is_empty() {
        lines.push(heading(Heading::NoChange).to_owned());
    }
    lines.extend(shortfalls.iter().map(|shortfall| format!("{shortfall}.")));
    list(&mut lines, heading(Heading::Clash), why.iter().map(|rule| rule.text.clone()));
    let joined = |way: &Vec<ShownRule>| {
        let texts: Vec<&str> = way.iter().map(|give| give.text.as_str()).collect();
        texts.join(" + ")
    };
    list(&mut lines, heading(Heading::FullGroups), found.full.full.iter().cloned());
    list(&mut lines, heading(Heading::OverfullGroups), found.full.over.iter().cloned());
    let small = relaxations.iter().filter(|way| way.len() <= SMALL);
    list(&mut lines, heading(Heading::WaysOut), small.map(joined));
    lines
}

/// A heading with what stands under it; nothing where that is nothing.
fn list(lines: &mut Vec<String>, heading: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        lines.push(format!("{heading}:"));
        lines.extend(items.map(|item| format!("  {item}")));
    }
}
