//! From the text of a problem to its modules, weeks and places, each place with the rules that block it.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::{DayOf, Fixed, Instance, ModuleText, Named, Precedence, Span, Window};
use super::problem::{Candidate, Extra, Fault, Module, ModuleIx, Placement, Problem, State, Week, WhoIx};
use super::rule::{Order, Rule};

const MOST_WEEKS: u16 = 156;
const DAY_SLOTS: u16 = 24 * 60;
/// About two weeks: whatever is asked for beyond that is as impossible, or as free, as this.
const MOST_MINUTES: u32 = 20_000;

/// All names of a problem, sorted.
pub(super) struct Names {
    pub modules: Vec<String>,
    pub whos: Vec<String>,
}

impl Names {
    pub(super) fn of(text: &Instance) -> Result<Self, Fault> {
        let modules = sorted(text.modules.iter().map(|module| &module.id));
        if let Some(twice) = modules.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Fault::Twice(twice[0].clone()));
        }
        let offered = text.offerings.iter().map(|offering| &offering.id);
        let mut whos = sorted(offered.chain(text.providers.iter().map(|provider| &provider.id)));
        if let Some(twice) = whos.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Fault::Twice(twice[0].clone()));
        }
        whos.extend(text.pins.iter().chain(&text.previous).map(|named| named.who.clone()));
        whos.sort_unstable();
        whos.dedup();
        let names = Self { modules, whos };
        names.check(text)?;
        Ok(names)
    }

    fn check(&self, text: &Instance) -> Result<(), Fault> {
        let given = text.providers.iter().flat_map(|provider| &provider.modules);
        let ordered = text.precedence.iter().flat_map(|order| [&order.before, &order.after]);
        let pinned = text.pins.iter().map(|pin| &pin.module);
        let mut all = text.offerings.iter().map(|offering| &offering.module).chain(given).chain(ordered).chain(pinned);
        all.find(|name| self.module(name).is_none()).map_or(Ok(()), |name| Err(Fault::Unknown(name.clone())))
    }

    fn module(&self, name: &str) -> Option<ModuleIx> {
        position(&self.modules, name).map(ModuleIx)
    }

    fn who(&self, name: &str) -> Option<WhoIx> {
        position(&self.whos, name).map(WhoIx)
    }

    pub(super) fn called(&self, text: &Instance) -> BTreeMap<WhoIx, String> {
        let offerings = text.offerings.iter().map(|offering| (&offering.id, &offering.name));
        let all = offerings.chain(text.providers.iter().map(|provider| (&provider.id, &provider.name)));
        let named = all.filter(|(_, name)| !name.is_empty());
        named.filter_map(|(id, name)| Some((self.who(id)?, name.clone()))).collect()
    }

    pub(super) fn place(&self, named: &Named) -> Option<Placement> {
        let (module, who) = (self.module(&named.module)?, self.who(&named.who)?);
        Some(Placement { week: named.week, day: named.day, start: named.start, module, who })
    }

    pub(super) fn order(&self, order: &Precedence) -> Option<Order> {
        let (before, after) = (self.module(&order.before)?, self.module(&order.after)?);
        Some(Order { before, k: order.k, after, j: order.j })
    }
}

fn sorted<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut names: Vec<String> = names.cloned().collect();
    names.sort_unstable();
    names
}

fn position(names: &[String], name: &str) -> Option<u16> {
    names.binary_search_by(|other| other.as_str().cmp(name)).ok().and_then(|at| u16::try_from(at).ok())
}

/// Refuses numbers that nothing sensible can have.
pub(super) fn check(text: &Instance) -> Result<(), Fault> {
    let range = |fine: bool, what: &'static str| if fine { Ok(()) } else { Err(Fault::Range(what)) };
    let program = &text.program;
    for (what, length) in [
        ("week_min", program.week_min.len()),
        ("week_max", program.week_max.len()),
        ("week_target", program.week_target.len()),
        ("days_min", program.days_min.len()),
        ("days_max", program.days_max.len()),
    ] {
        if length != usize::from(text.weeks) {
            return Err(Fault::Length(what));
        }
    }
    range(text.weeks <= MOST_WEEKS, "weeks")?;
    range((1..=DAY_SLOTS).contains(&text.start_step), "start_step")?;
    range((1..=60).contains(&text.slot_minutes), "slot_minutes")?;
    range(program.break_slots <= DAY_SLOTS, "break_slots")?;
    range(text.frozen_before_week <= text.weeks && text.frozen_before_day < 7, "frozen_before_week")?;
    for module in &text.modules {
        range((1..=DAY_SLOTS).contains(&module.len), "len")?;
        range(module.sessions <= 1000, "sessions")?;
    }
    let windows = text.providers.iter().flat_map(|provider| &provider.windows);
    let roomy = text.rooms.iter().flat_map(|room| &room.windows);
    let mut all = windows.chain(roomy).chain(&text.availability);
    range(all.all(|window| window.day < 7 && window.from.max(window.to) <= DAY_SLOTS), "windows")?;
    let starts = text.offerings.iter().map(|offering| (offering.day, offering.start));
    let fixed = text.pins.iter().chain(&text.previous).map(|named| (named.day, named.start));
    range(starts.chain(fixed).all(|(day, start)| day < 7 && start < DAY_SLOTS), "start")?;
    range(text.previous.iter().all(|named| named.week < text.weeks), "previous")?;
    range(text.pins.iter().all(|named| named.week < MOST_WEEKS), "pins")?;
    for module in &text.modules {
        let first = (text.frozen_before_week, text.frozen_before_day);
        let held = text.previous.iter().filter(|named| named.module == module.id && (named.week, named.day) < first);
        range(held.count() <= usize::from(module.sessions), "sessions")?;
    }
    let spans_fit =
        |span: &Fixed| span.day < 7 && span.week < text.weeks && span.from < span.to && span.to <= DAY_SLOTS;
    range(text.extras.iter().all(spans_fit), "extras")
}

pub(super) fn extra(fixed: Fixed, slot_minutes: u16) -> Extra {
    let date = usize::from(fixed.week) * 7 + usize::from(fixed.day);
    Extra {
        date,
        start: fixed.from,
        end: fixed.to,
        counted: counted(fixed.counted, fixed.to - fixed.from, slot_minutes),
    }
}

/// Whole slots that count, at most all.
fn counted(minutes: Option<u16>, len: u16, slot_minutes: u16) -> u16 {
    minutes.map_or(len, |minutes| (minutes / slot_minutes.max(1)).min(len))
}

pub(super) fn weeks(text: &Instance) -> Vec<Week> {
    let program = &text.program;
    let rows = program.week_min.iter().zip(&program.week_max).zip(&program.week_target);
    let rows = rows.zip(program.days_min.iter().zip(&program.days_max)).zip(0_u16..);
    rows.map(|((((&min, &max), &target), (&days_min, &days_max)), number)| {
        let special = text.special_weeks.iter().find(|special| special.week == number);
        Week {
            min: min.min(MOST_MINUTES),
            max: max.min(MOST_MINUTES),
            target: target.min(MOST_MINUTES),
            days_min: u32::from(days_min),
            days_max: u32::from(days_max),
            day_min: special.and_then(|special| special.day_min).unwrap_or(program.day_min).min(MOST_MINUTES),
            day_max: special.and_then(|special| special.day_max).unwrap_or(program.day_max).min(MOST_MINUTES),
        }
    })
    .collect()
}

pub(super) fn modules(text: &Instance) -> Vec<Module> {
    let mut modules: Vec<Module> = text.modules.iter().map(|module| compile(module, text)).collect();
    modules.sort_by(|a, b| a.id.cmp(&b.id));
    modules
}

fn compile(text: &ModuleText, problem: &Instance) -> Module {
    Module {
        counted: counted(text.counted, text.len, problem.slot_minutes),
        id: text.id.clone(),
        name: text.name.clone(),
        format: text.format,
        sessions: u32::from(text.sessions),
        len: text.len,
        per_week: u32::from(text.per_week_max),
        per_day: u32::from(text.per_day_max),
        earliest: text.earliest_week,
        latest: text.latest_week,
        pace: (0..problem.weeks).map(|week| pace(text, week)).collect(),
        gaps: Vec::new(),
        places: Vec::new(),
    }
}

/// Sessions that a straight line has by the end of a week, rounded half up.
fn pace(module: &ModuleText, week: u16) -> u32 {
    let span = (u32::from(module.target_end) + 1).saturating_sub(u32::from(module.target_start)).max(1);
    let done = (u32::from(week) + 1).saturating_sub(u32::from(module.target_start)).min(span);
    (2 * u32::from(module.sessions) * done + span) / (2 * span)
}

/// Every place of every module from the first open date on, and those of history.
pub(super) fn places(text: &Instance, names: &Names, problem: &Problem) -> (Vec<Candidate>, Vec<Rule>) {
    let mut offer = Offer::new(text, problem);
    for offering in &text.offerings {
        let (Some(module), Some(who)) = (names.module(&offering.module), names.who(&offering.id)) else { continue };
        let closed: BTreeSet<u16> = offering.closed_weeks.iter().copied().collect();
        for week in 0..text.weeks {
            let own = closed.contains(&week).then_some(Rule::Full(who, week));
            offer.add(Placement { week, day: offering.day, start: offering.start, module, who }, own, None, None);
        }
    }
    for provider in &text.providers {
        let Some(who) = names.who(&provider.id) else { continue };
        for module in provider.modules.iter().filter_map(|name| names.module(name)) {
            let len = problem.module(module).len;
            for window in &provider.windows {
                let mut start = window.from.div_ceil(text.start_step) * text.start_step;
                while start + len <= window.to {
                    for week in 0..text.weeks {
                        let at = Placement { week, day: window.day, start, module, who };
                        let off = provider.off_weeks.contains(&week).then_some(Rule::Off(who, week));
                        let busy = meets(&provider.busy, &at, len).then_some(Rule::Busy(who, week));
                        let rooms = offer.has_no_room(&at, len).then_some(Rule::Rooms(week, at.day));
                        offer.add(at, off, busy, rooms);
                    }
                    start += text.start_step;
                }
            }
        }
    }
    for at in text.previous.iter().filter_map(|named| names.place(named)) {
        if usize::from(at.week) * 7 + usize::from(at.day) < problem.first_date {
            offer.held(at);
        }
    }
    (offer.places, offer.rules)
}

fn meets(spans: &[Span], at: &Placement, len: u16) -> bool {
    let on_date = spans.iter().filter(|span| span.week == at.week && span.day == at.day);
    on_date.into_iter().any(|span| at.start < span.to && span.from < at.start + len)
}

fn holds(windows: &[Window], at: &Placement, len: u16) -> bool {
    windows.iter().any(|window| window.day == at.day && window.from <= at.start && at.start + len <= window.to)
}

struct Offer<'a> {
    text: &'a Instance,
    problem: &'a Problem,
    closures: BTreeSet<DayOf>,
    absences: BTreeSet<DayOf>,
    places: Vec<Candidate>,
    rules: Vec<Rule>,
}

impl<'a> Offer<'a> {
    fn new(text: &'a Instance, problem: &'a Problem) -> Self {
        let closures = text.closures.iter().copied().collect();
        let absences = text.absences.iter().copied().collect();
        Self { text, problem, closures, absences, places: Vec::new(), rules: Vec::new() }
    }

    fn has_no_room(&self, at: &Placement, len: u16) -> bool {
        let rooms = &self.text.rooms;
        !rooms.is_empty() && !rooms.iter().any(|room| holds(&room.windows, at, len) && !meets(&room.busy, at, len))
    }

    fn add(&mut self, at: Placement, first: Option<Rule>, second: Option<Rule>, third: Option<Rule>) {
        let len = self.problem.module(at.module).len;
        let date = usize::from(at.week) * 7 + usize::from(at.day);
        let space = self.problem.break_slots;
        let taken =
            |extra: &Extra| extra.date == date && at.start < extra.end + space && extra.start < at.start + len + space;
        if date < self.problem.first_date || self.problem.extras.iter().any(taken) {
            return;
        }
        let from = u32::try_from(self.rules.len()).unwrap_or(u32::MAX);
        self.rules.extend(first.into_iter().chain(second).chain(third));
        self.person(&at, len);
        let to = u32::try_from(self.rules.len()).unwrap_or(u32::MAX);
        let state = if from == to { State::Open } else { State::Blocked };
        self.places.push(Candidate { at, len, slot: 0, blocks: (from, to), state });
    }

    fn person(&mut self, at: &Placement, len: u16) {
        let day = DayOf { week: at.week, day: at.day };
        let module = self.problem.module(at.module);
        let special = self.text.special_weeks.iter().find(|special| special.week == at.week);
        let usual = &self.text.availability;
        let windows = special.and_then(|special| special.availability.as_ref()).unwrap_or(usual);
        let against = [
            (self.closures.contains(&day), Rule::Closure(at.week, at.day)),
            (self.absences.contains(&day), Rule::Absence(at.week, at.day)),
            (meets(&self.text.partial_absences, at, len), Rule::PartialAbsence(at.week, at.day)),
            (!holds(windows, at, len), Rule::Avail(at.day)),
            (at.week < module.earliest, Rule::Earliest(at.module)),
            (at.week > module.latest, Rule::Latest(at.module)),
        ];
        self.rules.extend(against.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| rule));
    }

    fn held(&mut self, at: Placement) {
        let len = self.problem.module(at.module).len;
        self.places.push(Candidate { at, len, slot: 0, blocks: (0, 0), state: State::Held });
    }
}
