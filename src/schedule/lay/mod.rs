//! From a plan, its clinic and the catalog to a timetable problem, and from a timetable back to sessions.

pub mod compare;
mod frame;
mod groups;
mod hours;
mod people;
mod places;
mod result;
mod stay;
mod ways;

use std::collections::BTreeMap;

use super::engine::{
    Answer, Effort, Fault, Fixed, Go, Instance, ModuleText, Named, Precedence, Problem, Progress, Shortfall, Tier,
    first, precheck, solve,
};
use super::{Taken, first_placement};
use crate::base::{Date, Language, ModuleId, Slug};
use crate::catalog::{Block, Catalog, Clinic};
use crate::plan::{PlacedModule, Plan, Session, SessionStatus};
use frame::Frame;
pub use places::{OtherPlace, other_places};
pub use stay::{ahead, to_track};
pub use ways::{Concession, Relief};

/// Minutes in a slot: clinics begin their hours on multiples of five minutes.
pub(super) const SLOT: u16 = 5;
/// Between two sessions, so that one may run over and a person may breathe.
const BREATH: u16 = 1;

/// What a calendar is laid for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The clinic that gives the care.
    pub clinic: &'a Clinic,
    /// What modules ask of their order.
    pub catalog: &'a Catalog,
    /// Everything before this date is history; `None` lays the whole stay.
    pub from: Option<Date>,
    /// What others hold in the clinic's groups: a full one is not offered.
    pub taken: &'a Taken,
    /// In which language modules are named.
    pub language: Language,
}

/// A timetable problem with what its names stand for.
#[derive(Clone, Debug)]
pub struct Task<'a> {
    request: Request<'a>,
    frame: Frame<'a>,
    /// A first placement, which shows when courses are entered and what surely fits.
    guide: Vec<Session>,
    meetings: BTreeMap<(String, u16), Meeting<'a>>,
    instance: Instance,
    problem: Problem,
}

/// A meeting of a block that the person may attend.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meeting<'a> {
    pub(super) date: Date,
    pub(super) block: &'a Block,
    pub(super) topic: usize,
}

/// Which hours a problem asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// What the payer's rules and the prescriptions say.
    InFull,
    /// At most what a first placement reaches, so that there is always an answer.
    AtMostFirst,
}

/// When individual sessions may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    /// On quarters of an hour, which people remember.
    Quarters,
    /// On multiples of five minutes, where the hours are scarce.
    Fives,
}

/// Lays the calendar of a plan: on quarters of an hour if that is possible, else on multiples of five minutes.
///
/// # Errors
/// When the plan's numbers are beyond what the engine takes.
pub fn lay<'a>(
    request: Request<'a>,
    tiers: &[Tier],
    effort: Effort,
    hook: &mut dyn FnMut(&Task<'a>, &Progress<'_>) -> Go,
) -> Result<(Task<'a>, Answer), Fault> {
    lay_conceding(request, &[], tiers, effort, hook)
}

/// Lays the calendar of a plan with concessions that hold for this one calendar.
///
/// # Errors
/// When the plan's numbers are beyond what the engine takes.
pub fn lay_conceding<'a>(
    request: Request<'a>,
    concessions: &[Concession],
    tiers: &[Tier],
    effort: Effort,
    hook: &mut dyn FnMut(&Task<'a>, &Progress<'_>) -> Go,
) -> Result<(Task<'a>, Answer), Fault> {
    let task = settled_grid(request, concessions, effort)?;
    let answer = solve(task.problem(), tiers, effort, &mut |progress| hook(&task, progress));
    Ok((task, answer))
}

/// The problem on quarters of an hour if it has a solution there, else on multiples of five minutes.
fn settled_grid<'a>(request: Request<'a>, concessions: &[Concession], effort: Effort) -> Result<Task<'a>, Fault> {
    let on = |grid| Task::new(request, Asking::InFull, grid)?.conceding(concessions);
    let task = on(Grid::Quarters)?;
    if is_possible(&task, effort) { Ok(task) } else { on(Grid::Fives) }
}

fn is_possible(task: &Task<'_>, effort: Effort) -> bool {
    precheck(task.problem()).is_empty() && first(task.problem(), effort).is_some()
}

/// Lays a calendar whatever the rules say: where they cannot all be kept, with what a first placement reaches.
pub fn lay_somehow(request: Request<'_>, effort: Effort) -> Vec<Session> {
    let asked = settled_grid(request, &[], effort).ok().filter(|task| is_possible(task, effort));
    let task = asked.or_else(|| Task::new(request, Asking::AtMostFirst, Grid::Fives).ok());
    let Some(task) = task.filter(|task| is_possible(task, effort)) else { return guide(&request) };
    match solve(task.problem(), &Tier::ALL, effort, &mut |_| Go::On) {
        Answer::Feasible(table) => task.sessions(&table.placements),
        Answer::Infeasible(_) | Answer::Unknown => task.guide,
    }
}

/// What plain arithmetic shows to be impossible with the whole prescription of a plan, with the problem that names it;
/// quick enough to be asked after every edit.
pub fn shortfalls(request: Request<'_>) -> Option<(Problem, Vec<Shortfall>)> {
    let task = Task::new(request, Asking::InFull, Grid::Quarters).ok()?;
    let found = precheck(task.problem());
    Some((task.problem, found))
}

impl<'a> Task<'a> {
    /// Poses the problem.
    ///
    /// # Errors
    /// When the plan's numbers are beyond what the engine takes; a plan without dates or modules is an empty problem.
    pub fn new(request: Request<'a>, asking: Asking, grid: Grid) -> Result<Self, Fault> {
        let frame = Frame::of(request.plan, request.clinic);
        let guide = guide(&request);
        let mut task = Self {
            request,
            frame,
            guide,
            meetings: BTreeMap::new(),
            instance: Instance::default(),
            problem: Problem::new(&Instance { start_step: 1, slot_minutes: SLOT, ..Instance::default() })?,
        };
        task.pose(asking, grid);
        task.problem = Problem::new(&task.instance)?;
        Ok(task)
    }

    /// The problem.
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The problem as text.
    pub const fn instance(&self) -> &Instance {
        &self.instance
    }

    /// The module that a name in the problem stands for.
    pub fn module(&self, name: &str) -> Option<&'a PlacedModule> {
        let number = name.strip_prefix('m')?.parse().ok()?;
        self.request.plan.module(ModuleId(number))
    }

    fn pose(&mut self, asking: Asking, grid: Grid) {
        let Request { plan, .. } = self.request;
        self.instance = Instance {
            id: "plan".to_owned(),
            weeks: self.frame.weeks,
            slot_minutes: SLOT,
            start_step: match grid {
                Grid::Quarters => 3,
                Grid::Fives => 1,
            },
            program: hours::program(self, asking),
            availability: people::availability(plan),
            closures: self.frame.closures(),
            absences: self.frame.absences(),
            ..Instance::default()
        };
        self.instance.special_weeks = hours::special_weeks(self);
        self.instance.program.break_slots = if groups::touch(&self.request) { 0 } else { BREATH };
        if let Some(from) = self.request.from
            && let Some((week, day)) = self.frame.place(from.max(self.frame.monday))
        {
            (self.instance.frozen_before_week, self.instance.frozen_before_day) = (week, day);
        }
        for module in plan.modules.iter().filter(|module| module.sessions > 0) {
            self.add(module, asking);
        }
        self.instance.providers = people::providers(self);
        self.instance.precedence = self.orders();
        self.keep_pins();
    }

    fn add(&mut self, module: &'a PlacedModule, asking: Asking) {
        let blocks = groups::blocks(module, &self.request);
        let minutes = blocks.first().map_or(module.minutes, |block| block.minutes);
        let len = minutes.0.div_ceil(SLOT).max(1);
        let mut fixed = 0;
        for session in self.request.plan.sessions_of(module.id).filter(|session| session.status.occupies()) {
            if self.is_history(session) || !is_movable(session) {
                fixed += u16::from(self.fix(module, session, len));
            } else if self.request.from.is_some()
                && let Some(named) = self.named(module, session)
            {
                self.instance.previous.push(named);
            }
        }
        if !blocks.is_empty() {
            groups::offer(self, module, &blocks);
        }
        let guided: Vec<u16> = self.guided(module.id).filter_map(|date| self.frame.week(date)).collect();
        let asked = match asking {
            Asking::InFull => module.sessions,
            Asking::AtMostFirst => {
                let placed = self.guide.iter().filter(|session| session.module == module.id).count();
                module.sessions.min(u16::try_from(placed).unwrap_or(u16::MAX))
            }
        };
        let last = self.frame.weeks.saturating_sub(1);
        self.instance.modules.push(ModuleText {
            id: name_of(module.id),
            name: module.name.get(self.request.language).to_owned(),
            format: people::format(module.format),
            sessions: asked.saturating_sub(fixed),
            len,
            counted: hours::counted(self, module, minutes),
            per_week_max: if module.frequency.weeks > 1 { 1 } else { module.frequency.sessions.max(1).into() },
            per_day_max: 1,
            max_gap_weeks: None,
            earliest_week: 0,
            latest_week: last,
            target_start: guided.iter().copied().min().unwrap_or(0),
            target_end: guided.iter().copied().max().unwrap_or(last),
        });
    }

    /// Keeps a session where it is: as history, or as a time that is taken. Says whether one fewer is to be placed.
    fn fix(&mut self, module: &PlacedModule, session: &Session, len: u16) -> bool {
        let Some((week, day)) = self.frame.place(session.date) else { return true };
        let start = session.start.minutes() / SLOT;
        let of_usual_length = session.minutes.0.div_ceil(SLOT) == len;
        if self.is_history(session) && of_usual_length {
            let who = people::who(session);
            self.instance.previous.push(Named { module: name_of(module.id), week, day, start, who });
            return false;
        }
        let to = start + session.minutes.0.div_ceil(SLOT).max(1);
        let counted = hours::counted(self, module, session.minutes);
        self.instance.extras.push(Fixed { week, day, from: start, to, counted });
        true
    }

    fn is_history(&self, session: &Session) -> bool {
        self.request.from.is_some_and(|from| session.date < from)
    }

    fn named(&self, module: &PlacedModule, session: &Session) -> Option<Named> {
        let (week, day) = self.frame.place(session.date)?;
        let start = session.start.minutes() / SLOT;
        Some(Named { module: name_of(module.id), week, day, start, who: people::who(session) })
    }

    /// Pinned sessions stay: as pins where the problem knows their place, else as times that are taken.
    fn keep_pins(&mut self) {
        let plan = self.request.plan;
        for session in plan.sessions.iter().filter(|session| session.pinned && is_movable_but_pinned(session)) {
            if self.is_history(session) {
                continue;
            }
            let Some(module) = plan.module(session.module) else { continue };
            let Some(named) = self.named(module, session) else { continue };
            let span = |span: &Fixed| span.week == named.week && span.day == named.day && span.from == named.start;
            let knows = self.instance.offerings.iter().any(|offering| {
                offering.id == named.who
                    && offering.start == named.start
                    && offering.day == named.day
                    && !offering.closed_weeks.contains(&named.week)
            });
            if knows {
                self.instance.extras.retain(|extra| !span(extra));
                if let Some(text) = self.instance.modules.iter_mut().find(|text| text.id == named.module) {
                    text.sessions += 1;
                }
                self.instance.pins.push(named);
            }
        }
    }

    /// The dates on which a module meets already, and those of the first placement.
    fn guided(&self, module: ModuleId) -> impl Iterator<Item = Date> {
        let own = move |session: &&Session| session.module == module && session.status.occupies();
        self.request
            .plan
            .sessions
            .iter()
            .chain(&self.guide)
            .filter(own)
            .map(|session| session.date)
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn orders(&self) -> Vec<Precedence> {
        let plan = self.request.plan;
        let mut orders = Vec::new();
        for module in &plan.modules {
            let entry = self.request.catalog.modules.get(&module.slug);
            for needed in entry.map_or(&[][..], |entry| &entry.after) {
                let before = plan.modules.iter().find(|other| other.slug == needed.module);
                if let Some(before) = before.filter(|before| before.sessions >= needed.sessions) {
                    let (before, after) = (name_of(before.id), name_of(module.id));
                    orders.push(Precedence { before, k: needed.sessions.max(1), after, j: 1 });
                }
            }
        }
        let known = |name: &String| self.instance.modules.iter().any(|module| module.id == *name);
        orders.retain(|order| known(&order.before) && known(&order.after));
        orders
    }
}

/// A first placement of everything, whatever is on the calendar already.
fn guide(request: &Request<'_>) -> Vec<Session> {
    let mut plan = request.plan.clone();
    plan.sessions.clear();
    first_placement(&plan, request.clinic, request.catalog, request.taken).sessions
}

/// Still to come, and free to be moved.
fn is_movable(session: &Session) -> bool {
    is_movable_but_pinned(session) && !session.pinned
}

fn is_movable_but_pinned(session: &Session) -> bool {
    session.status == SessionStatus::Planned
}

fn name_of(module: ModuleId) -> String {
    format!("m{}", module.0)
}

/// The name of a block on one weekday.
fn offering(block: &Slug, day: u8) -> String {
    format!("{block}@{day}")
}
