//! Whole calendars for the same plan, to be seen side by side: in another track, on a day more or fewer, with a rule
//! that gives way.

mod frames;
mod standing;
mod week;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

pub use standing::{Standing, standing};
pub use week::{DayHours, usual_week};

use super::{Asking, Concession, Grid, Relief, Request, Task, groups, is_possible, lay_conceding};
use crate::base::{ClockTime, Date, Format, ModuleId, Slug, Weekday};
use crate::plan::{Edit, ListEdit, Plan, Segment, apply};
use crate::schedule::engine::{
    Answer, Effort, Go, Problem, Relaxation, Shortfall, Tier, TierResult, Timetable, WhyNot, precheck,
};

/// A frame that arithmetic refutes in more ways than this is not worth a concession.
const NEAR: usize = 1;
/// So many ways out of the plan's own frame are tried.
const WAYS: usize = 3;
/// A way out that gives up more rules than this is no help to anybody.
const GIVES: usize = 4;

/// What sets an alternative apart.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The frame in which it is laid.
    pub frame: FrameChange,
    /// The rules that give way.
    pub way: Option<Way>,
}

/// The frame of an alternative, beside the plan's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameChange {
    /// The plan's own.
    AsPlanned,
    /// The intensive part runs in another track.
    Track(Slug),
    /// The intensive part has another number of program days a week.
    Days(u8),
}

/// A way out that an alternative takes.
#[derive(Clone, Debug)]
pub struct Way {
    /// Which rules give way, and how far.
    pub relaxation: Relaxation,
    /// The problem that names them.
    pub problem: Arc<Problem>,
    /// What it changes and concedes.
    pub relief: Relief,
}

/// One calendar among several, or why there is none.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// What sets it apart.
    pub variant: Variant,
    /// The segments as it has them, where they differ from the plan's.
    pub segments: Vec<Segment>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of an alternative.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A calendar.
    Calendar(Box<Laid>),
    /// None keeps every rule.
    Impossible(Clash),
    /// Neither is known.
    Unknown,
}

/// A calendar of an alternative.
#[derive(Clone, Debug)]
pub struct Laid {
    /// What puts it into the plan, with all that it asks for.
    pub edits: Vec<Edit>,
    /// How good it is.
    pub tiers: Vec<TierResult>,
    /// When a week usually has its sessions.
    pub week: Vec<DayHours>,
    /// The problem that it solves, for the names in it.
    pub problem: Arc<Problem>,
    /// Groups of the plan that do not meet in this frame: their sessions are laid one to one.
    pub alone: Vec<ModuleId>,
    places: Places,
}

/// Where the sessions of a calendar stand.
type Places = BTreeSet<(ModuleId, Date, ClockTime)>;

/// Why an alternative has no calendar.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The clash and the ways out.
    pub why: WhyNot,
    /// The problem, for the names in it.
    pub problem: Arc<Problem>,
    /// What each way out comes to, where it is in somebody's hands here.
    pub reliefs: Vec<Option<Relief>>,
}

/// The alternatives that a plan has at once: its own frame, other tracks that take people of this age and run a group
/// of the plan, and a program day fewer or more.
pub fn variants(request: Request<'_>) -> Vec<Variant> {
    let own = [FrameChange::AsPlanned].into_iter();
    let all = own.chain(frames::tracks(&request)).chain(frames::day_numbers(&request));
    all.map(|frame| Variant { frame, way: None }).collect()
}

/// The alternatives that suggest themselves where one has come to nothing: the cheapest concessions.
pub fn follows(one: &Alternative) -> Vec<Variant> {
    let Outcome::Impossible(clash) = &one.outcome else { return Vec::new() };
    if one.variant.way.is_some() {
        return Vec::new();
    }
    let most = match one.variant.frame {
        FrameChange::AsPlanned => WAYS,
        FrameChange::Track(_) | FrameChange::Days(_) => 1,
    };
    let ways = clash.why.relaxations.iter().zip(&clash.reliefs).filter(|(way, _)| way.gives.len() <= GIVES);
    let ways = ways.filter_map(|(way, relief)| {
        let (relaxation, problem, relief) = (way.clone(), clash.problem.clone(), relief.clone()?);
        Some(Variant { frame: one.variant.frame.clone(), way: Some(Way { relaxation, problem, relief }) })
    });
    ways.take(most).collect()
}

/// Lays one alternative.
pub fn alternative(
    request: Request<'_>,
    variant: Variant,
    tiers: &[Tier],
    effort: Effort,
    go: &mut dyn FnMut() -> Go,
) -> Alternative {
    let relief = variant.way.as_ref().map(|way| way.relief.clone()).unwrap_or_default();
    let segments = chosen_segments(request, &variant.frame, &relief, effort);
    let outcome = try_frame(request, &variant, (&segments, &relief), (tiers, effort), go);
    Alternative { variant, segments, outcome: outcome.unwrap_or(Outcome::Unknown) }
}

/// All alternatives that are really different, beside the calendar of the plan.
pub fn alternatives(request: Request<'_>, tiers: &[Tier], effort: Effort) -> Comparison {
    let mut all = Comparison::begin(standing(request, tiers), variants(request));
    while let Some(variant) = all.waiting.pop_front() {
        all.take(request.plan, alternative(request, variant, tiers, effort, &mut || Go::On));
    }
    all
}

/// Calendars side by side, as far as they have come.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// What the plan's own calendar is worth; `None` where it has none.
    pub now: Option<Standing>,
    /// Those that have come and are really different.
    pub found: Vec<Alternative>,
    /// Those still to be laid.
    pub waiting: VecDeque<Variant>,
}

impl Comparison {
    /// With nothing but the plan's own calendar.
    pub fn begin(now: Option<Standing>, variants: Vec<Variant>) -> Self {
        Self { now, found: Vec::new(), waiting: variants.into() }
    }

    /// Takes up an alternative, and what suggests itself where it came to nothing.
    pub fn take(&mut self, plan: &Plan, one: Alternative) {
        self.waiting.extend(follows(&one));
        if let (Outcome::Calendar(laid), Some(now)) = (&one.outcome, &mut self.now)
            && one.segments.is_empty()
            && one.variant.way.is_none()
            && laid.places == places(plan)
        {
            now.known.clone_from(&laid.tiers);
        }
        if is_different(plan, &self.found, &one) {
            self.found.push(one);
        }
    }

    /// An aim across all columns, the plan's own calendar first where it has one.
    pub fn row(&self, tier: Tier) -> Vec<Option<u32>> {
        let now = self.now.as_ref().map(|now| now.value(tier));
        let others = self.found.iter().map(|one| one.laid()?.tier(tier).map(|result| result.value));
        now.into_iter().chain(others).collect()
    }
}

impl Alternative {
    /// Its calendar, if there is one.
    pub fn laid(&self) -> Option<&Laid> {
        match &self.outcome {
            Outcome::Calendar(laid) => Some(laid),
            Outcome::Impossible(_) | Outcome::Unknown => None,
        }
    }
}

/// Whether an alternative tells something that the plan's calendar and those before it do not.
pub fn is_different(plan: &Plan, before: &[Alternative], one: &Alternative) -> bool {
    match &one.outcome {
        Outcome::Calendar(laid) => {
            let same = |other: &Alternative| other.laid().is_some_and(|other| other.places == laid.places);
            laid.places != places(plan) && !before.iter().any(same)
        }
        // What was to help and does not is not worth a word.
        Outcome::Impossible(_) | Outcome::Unknown => one.variant.way.is_none(),
    }
}

/// Which values of a row are the best; none where all are the same.
pub fn best_of(values: &[Option<u32>]) -> Vec<bool> {
    let known = || values.iter().flatten();
    let (least, most) = (known().min(), known().max());
    values.iter().map(|value| least != most && value.is_some() && value.as_ref() == least).collect()
}

impl Clash {
    /// What weighs most of what arithmetic shows: the module with the most minutes that find no place, one whose reason is
    /// known before others; else the weeks that lack most.
    pub fn worst(&self) -> Option<Shortfall> {
        let weight = |found: &&Shortfall| match **found {
            Shortfall::Pin { .. } => (3, 0),
            Shortfall::Module { module, asked, possible, because } => {
                let minutes = asked.saturating_sub(possible) * self.problem.dose(module).1;
                (if because.is_some() { 2 } else { 1 }, minutes)
            }
            Shortfall::Floor { asked, possible, .. } => (0, asked.saturating_sub(possible)),
            Shortfall::Ceiling { needed, possible, .. } => (0, needed.saturating_sub(possible)),
        };
        self.why.shortfalls.iter().max_by_key(weight).copied()
    }
}

impl Laid {
    /// The value of an aim, where it was one.
    pub fn tier(&self, tier: Tier) -> Option<&TierResult> {
        self.tiers.iter().find(|result| result.tier == tier)
    }
}

/// Of the frames that could be meant the first that has a calendar, or the first at all.
fn chosen_segments(request: Request<'_>, frame: &FrameChange, relief: &Relief, effort: Effort) -> Vec<Segment> {
    let mut all = frames::choices(&request, frame);
    let possible = |segments: &Vec<Segment>| {
        let Some(plan) = changed(request.plan, segments, relief) else { return false };
        let request = Request { plan: &plan, ..request };
        let task = Task::new(request, Asking::InFull, Grid::Fives).and_then(|one| one.conceding(&relief.concessions));
        task.is_ok_and(|task| is_possible(&task, effort))
    };
    let at = if all.len() > 1 { all.iter().position(possible).unwrap_or(0) } else { 0 };
    if at < all.len() { all.swap_remove(at) } else { Vec::new() }
}

fn replacing(segments: &[Segment]) -> impl Iterator<Item = Edit> {
    segments.iter().map(|segment| Edit::Segment(ListEdit::Replace(segment.clone())))
}

fn changed(plan: &Plan, segments: &[Segment], relief: &Relief) -> Option<Plan> {
    let mut plan = plan.clone();
    let edits = replacing(segments).chain(relief.edits.iter().cloned()).collect();
    apply(&mut plan, &Edit::Together(edits)).ok()?;
    Some(plan)
}

fn try_frame(
    request: Request<'_>,
    variant: &Variant,
    (segments, relief): (&[Segment], &Relief),
    (tiers, effort): (&[Tier], Effort),
    go: &mut dyn FnMut() -> Go,
) -> Option<Outcome> {
    let plan = changed(request.plan, segments, relief)?;
    let own = request.plan;
    let request = Request { plan: &plan, ..request };
    if variant.frame != FrameChange::AsPlanned
        && let Some(clash) = hopeless(request, &relief.concessions)
    {
        return Some(Outcome::Impossible(clash));
    }
    let (task, answer) = lay_conceding(request, &relief.concessions, tiers, effort, &mut |_, _| go()).ok()?;
    Some(match answer {
        Answer::Feasible(table) => {
            let alone = without_group(Request { plan: own, ..request }, request);
            Outcome::Calendar(Box::new(laid(&task, table, (segments, relief), alone)?))
        }
        Answer::Infeasible(why) => {
            let reliefs = why.relaxations.iter().map(|way| task.relief(way)).collect();
            Outcome::Impossible(Clash { why, problem: Arc::new(task.problem().clone()), reliefs })
        }
        Answer::Unknown => Outcome::Unknown,
    })
}

/// What arithmetic shows of a frame that is far from possible; nobody need search for its smallest clash.
fn hopeless(request: Request<'_>, concessions: &[Concession]) -> Option<Clash> {
    let task = Task::new(request, Asking::InFull, Grid::Fives).ok()?.conceding(concessions).ok()?;
    let shortfalls = precheck(task.problem());
    let why = WhyNot { shortfalls, ..WhyNot::default() };
    (why.shortfalls.len() > NEAR).then(|| Clash { why, problem: Arc::new(task.problem), reliefs: Vec::new() })
}

fn laid(
    task: &Task<'_>,
    table: Timetable,
    (segments, relief): (&[Segment], &Relief),
    alone: Vec<ModuleId>,
) -> Option<Laid> {
    let sessions = task.edits(&table.placements);
    let mut then = task.request.plan.clone();
    apply(&mut then, &Edit::Together(sessions.clone())).ok()?;
    let week = usual_week(&then, task.request.from);
    let edits = in_order(segments, relief, sessions);
    Some(Laid {
        edits,
        tiers: table.tiers,
        week,
        problem: Arc::new(task.problem().clone()),
        alone,
        places: places(&then),
    })
}

/// Sessions come first, so that the step is known by them; but none is moved before it is free to be.
fn in_order(segments: &[Segment], relief: &Relief, sessions: Vec<Edit>) -> Vec<Edit> {
    let (freed, others): (Vec<Edit>, Vec<Edit>) =
        relief.edits.iter().cloned().partition(|edit| matches!(edit, Edit::Session(..)));
    freed.into_iter().chain(sessions).chain(replacing(segments)).chain(others).collect()
}

/// Groups that meet in the frame of one plan and not in that of another.
fn without_group(own: Request<'_>, then: Request<'_>) -> Vec<ModuleId> {
    let is_group = |format| matches!(format, Format::Group | Format::MultiFamily);
    let modules = then.plan.modules.iter().filter(|module| is_group(module.format) && module.sessions > 0);
    let lost =
        modules.filter(|module| !groups::blocks(module, &own).is_empty() && groups::blocks(module, &then).is_empty());
    lost.map(|module| module.id).collect()
}

fn places(plan: &Plan) -> Places {
    let on_calendar = plan.sessions.iter().filter(|session| session.status.occupies());
    on_calendar.map(|session| (session.module, session.date, session.start)).collect()
}

/// How many weekdays a segment has.
fn day_count(days: &[Weekday]) -> u8 {
    u8::try_from(days.len()).unwrap_or(7)
}
