//! A calendar that is being laid for the open plan: what was wished, how far it is, and what came of it.

use std::sync::Arc;

use crate::base::{Date, Language, SessionId};
use crate::catalog::Catalog;
use crate::plan::{Edit, ListEdit, Plan, Session};
use crate::schedule::Taken;
use crate::schedule::engine::{Answer, Effort, Go, Problem, Progress, Tier, TierResult, Timetable, WhyNot};
use crate::schedule::lay::{Concession, OtherPlace, Relief, Request, Task, lay_conceding, other_places, shortfalls};
use crate::wording::screen::{session_change, spot};
use crate::wording::timetable;

/// What is wished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// A calendar; it is shown as soon as there is one.
    #[default]
    Draft,
    /// The fewest changes to what lies ahead; they are listed first.
    Ahead,
}

/// What a screen asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Lay a calendar.
    Go(Wish),
    /// No further; the calendar that is shown stays.
    StopHere,
    /// No further; everything is as it was.
    Cancel,
    /// Take the changes that are listed.
    Accept,
    /// Take a way out, and lay again.
    WayOut(usize),
    /// Put the explanation away.
    Close,
    /// Another order of aims.
    Aims(Vec<Tier>),
}

/// What the worker needs to lay a calendar.
#[derive(Debug)]
pub struct Order {
    /// Which order it is; answers to earlier ones are of no use.
    pub number: u64,
    /// The plan.
    pub plan: Plan,
    /// What is wished.
    pub from: Option<Date>,
    /// The aims in order.
    pub tiers: Vec<Tier>,
    /// What is conceded.
    pub concessions: Vec<Concession>,
    /// What others hold in the groups, as the worker knows it when it begins.
    pub taken: Arc<Taken>,
    /// In which language changes are told.
    pub language: Language,
}

/// What the worker reports.
#[derive(Clone, Debug)]
pub struct Report {
    /// For which order.
    pub number: u64,
    /// What there is.
    pub outcome: Outcome,
    /// Whether more is to come.
    pub stage: Stage,
}

/// Whether more is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Better may come.
    UnderWay,
    /// This is the answer.
    Done,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A calendar that keeps every rule.
    Calendar(Calendar),
    /// None keeps every rule.
    Impossible(Impossible),
    /// Neither is known.
    Unknown,
}

/// A calendar that keeps every rule.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What puts it into the plan.
    pub edits: Vec<Edit>,
    /// How good it is.
    pub tiers: Vec<TierResult>,
    /// What it changes, one line each.
    pub changes: Vec<String>,
    /// The problem that it solves, for the names in it.
    pub problem: Arc<Problem>,
}

/// Why there is no calendar.
#[derive(Clone, Debug)]
pub struct Impossible {
    /// The clash and the ways out.
    pub why: WhyNot,
    /// The problem, for the names in it.
    pub problem: Arc<Problem>,
    /// What each way out comes to, where it is in somebody's hands here.
    pub reliefs: Vec<Option<Relief>>,
}

/// Where a session of the open plan could be instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// In which state of the plan.
    pub stamp: u64,
    /// The session.
    pub session: SessionId,
    /// The free places, the best first.
    pub places: Vec<OtherPlace>,
}

/// Sees where a session could be instead.
pub(super) fn elsewhere(
    plan: &Plan,
    catalog: &Catalog,
    taken: &Taken,
    stamp: u64,
    session: SessionId,
    tiers: &[Tier],
) -> Elsewhere {
    let clinic = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug));
    let places = clinic.map(|clinic| {
        let request = Request { plan, clinic, catalog, from: None, taken, language: Language::English };
        other_places(request, session, tiers)
    });
    Elsewhere { stamp, session, places: places.unwrap_or_default() }
}

/// The state of it for the open plan.
#[derive(Debug, Default)]
pub struct Arranging {
    /// The order under way or done last.
    pub number: u64,
    /// What was wished.
    pub wish: Wish,
    /// Whether the worker is still at it.
    pub stage: Option<Stage>,
    /// The state of the plan for which it was asked.
    pub base: u64,
    /// The state of the plan that shows the calendar.
    pub shown: Option<u64>,
    /// What came of it.
    pub outcome: Option<Outcome>,
}

impl Arranging {
    /// Whether the worker is still at it.
    pub fn is_under_way(&self) -> bool {
        self.stage == Some(Stage::UnderWay)
    }

    /// The worker is at something else.
    pub(super) fn leave(&mut self) {
        if self.is_under_way() {
            *self = Self::default();
        }
    }

    /// How good the calendar is that the plan has in the state with this stamp.
    pub fn judged(&self, stamp: u64) -> Option<&Calendar> {
        match self.outcome.as_ref()? {
            Outcome::Calendar(calendar) => (self.shown == Some(stamp)).then_some(calendar),
            Outcome::Impossible(_) | Outcome::Unknown => None,
        }
    }

    /// The changes that wait to be accepted.
    pub fn offered(&self, stamp: u64) -> Option<&Calendar> {
        match self.outcome.as_ref()? {
            Outcome::Calendar(calendar) if self.shown.is_none() && self.base == stamp => Some(calendar),
            Outcome::Calendar(_) | Outcome::Impossible(_) | Outcome::Unknown => None,
        }
    }
}

/// What will not fit on any calendar, in both languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortfalls(Vec<(String, String)>);

impl Shortfalls {
    /// What plain arithmetic shows of a plan.
    pub(super) fn of(plan: &Plan, catalog: &Catalog, taken: &Taken) -> Self {
        let clinic = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug));
        let Some(clinic) = clinic else { return Self::default() };
        if plan.segments.is_empty() || plan.modules.is_empty() {
            return Self::default();
        }
        let told = |language| {
            let request = Request { plan, clinic, catalog, from: None, taken, language };
            let (problem, found) = shortfalls(request)?;
            let told = found.into_iter().map(|one| timetable::shortfall(one, &problem, language));
            Some(told.collect::<Vec<_>>())
        };
        let english = told(Language::English).unwrap_or_default();
        if english.is_empty() {
            return Self::default();
        }
        Self(english.into_iter().zip(told(Language::Spanish).unwrap_or_default()).collect())
    }

    /// One sentence for each, in a language.
    pub fn told(&self, language: Language) -> impl Iterator<Item = &str> {
        self.0.iter().map(move |(english, spanish)| match language {
            Language::English => english.as_str(),
            Language::Spanish => spanish.as_str(),
        })
    }
}

/// Lays a calendar, telling of the first and of every better one; stops when told to.
pub(super) fn work(order: &Order, catalog: &Catalog, stop: &dyn Fn() -> bool, tell: &dyn Fn(Report)) -> Report {
    let number = order.number;
    let outcome = lay(order, catalog, stop, &|outcome| tell(Report { number, outcome, stage: Stage::UnderWay }));
    Report { number, outcome: outcome.unwrap_or(Outcome::Unknown), stage: Stage::Done }
}

fn lay(order: &Order, catalog: &Catalog, stop: &dyn Fn() -> bool, tell: &dyn Fn(Outcome)) -> Option<Outcome> {
    let clinic = catalog.clinics.get(order.plan.program.clinic.as_ref()?)?;
    let Order { plan, from, language, .. } = order;
    let request = Request { plan, clinic, catalog, from: *from, taken: &order.taken, language: *language };
    let mut hook = |task: &Task<'_>, progress: &Progress<'_>| {
        match progress {
            Progress::First(table) | Progress::Tier(table) => tell(calendar(order, task, table)),
            Progress::Working { .. } => {}
        }
        if stop() { Go::Stop } else { Go::On }
    };
    let (task, answer) = lay_conceding(request, &order.concessions, &order.tiers, Effort::default(), &mut hook).ok()?;
    Some(match answer {
        Answer::Feasible(table) => calendar(order, &task, &table),
        Answer::Infeasible(why) => {
            let reliefs = why.relaxations.iter().map(|way| task.relief(way)).collect();
            Outcome::Impossible(Impossible { reliefs, problem: Arc::new(task.problem().clone()), why })
        }
        Answer::Unknown => Outcome::Unknown,
    })
}

fn calendar(order: &Order, task: &Task<'_>, table: &Timetable) -> Outcome {
    let edits = task.edits(&table.placements);
    let mut changes: Vec<(Date, String)> = edits.iter().filter_map(|edit| change(order, edit)).collect();
    changes.sort();
    let changes = changes.into_iter().map(|(_, said)| said).collect();
    let problem = Arc::new(task.problem().clone());
    Outcome::Calendar(Calendar { edits, tiers: table.tiers.clone(), changes, problem })
}

/// What becomes of a session, with its date.
fn change(order: &Order, edit: &Edit) -> Option<(Date, String)> {
    let (plan, language) = (&order.plan, order.language);
    let Edit::Sessions(edit) = edit else { return None };
    let (from, to) = match edit {
        ListEdit::Add(session) => (None, Some(session)),
        ListEdit::Replace(session) => (plan.session(session.id), Some(session)),
        ListEdit::Remove(id) => (plan.session(*id), None),
        ListEdit::Move(..) => return None,
    };
    let first = from.or(to)?;
    let module = plan.module(first.module).map_or("", |module| module.name.get(language));
    let said = |session: &Session| spot(session.date, session.start, session.end(), language);
    let (old, new) = (from.map(said), to.map(said));
    Some((first.date, session_change(module, old.as_deref(), new.as_deref(), language)))
}
