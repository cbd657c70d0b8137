//! A timetable problem made ready to solve: names as small numbers, every possible place with the rules that block it.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::{Band, FormatText, Instance, Named};
use super::offer;
use super::rule::{Order, Rule};

/// A module by its place in the sorted list of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModuleIx(pub u16);

/// A block or clinician by its place in the sorted list of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct WhoIx(pub u16);

/// Where a session lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Placement {
    /// Week from 0.
    pub week: u16,
    /// Weekday, 0 is Monday.
    pub day: u8,
    /// First slot, from midnight.
    pub start: u16,
    /// Which module.
    pub module: ModuleIx,
    /// Block or clinician.
    pub who: WhoIx,
}

/// Why a problem cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A list has not one entry for each week.
    Length(&'static str),
    /// A number lies outside what is possible.
    Range(&'static str),
    /// A name stands for nothing.
    Unknown(String),
    /// A name stands for two things.
    Twice(String),
}

/// A place where a session of a module can or cannot lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The place.
    pub at: Placement,
    pub(super) len: u16,
    pub(super) slot: u32,
    pub(super) blocks: (u32, u32),
    pub(super) state: State,
}

/// Whether a place is history or may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// A session lay here; it cannot be changed.
    Held,
    /// Nothing is against it.
    Open,
    /// Rules are against it.
    Blocked,
}

impl Candidate {
    pub(super) const fn end(&self) -> u16 {
        self.at.start + self.len
    }

    pub(super) fn date(&self) -> usize {
        usize::from(self.at.week) * 7 + usize::from(self.at.day)
    }
}

/// A module as the engine sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Module {
    pub id: String,
    pub name: String,
    pub format: FormatText,
    pub sessions: u32,
    pub len: u16,
    /// Slots of a session that count towards the week's floor and aim.
    pub counted: u16,
    pub per_week: u32,
    pub per_day: u32,
    pub earliest: u16,
    pub latest: u16,
    /// Sessions that an even pace has by the end of each week.
    pub pace: Vec<u32>,
    /// Runs of open weeks of which one must hold a session while the module runs.
    pub gaps: Vec<Vec<u16>>,
    /// Places of the module, as numbers of candidates.
    pub places: Vec<u32>,
}

/// A week as the engine sees it; lengths in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Week {
    pub min: u32,
    pub max: u32,
    pub target: u32,
    pub days_min: u32,
    pub days_max: u32,
    pub day_min: u32,
    pub day_max: u32,
}

/// A fixed time beside the modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Extra {
    pub date: usize,
    pub start: u16,
    pub end: u16,
    /// Slots of it that count towards the week's floor and aim.
    pub counted: u16,
}

/// A problem in one order, whatever the order of what it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub(super) slot_minutes: u32,
    pub(super) weeks: Vec<Week>,
    pub(super) modules: Vec<Module>,
    pub(super) whos: Vec<String>,
    /// What people call blocks and clinicians, where it is not their name in files.
    pub(super) called: BTreeMap<WhoIx, String>,
    pub(super) orders: Vec<Order>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) rules: Vec<Rule>,
    /// Where each date's candidates begin; one entry more than dates.
    pub(super) dates: Vec<u32>,
    pub(super) pins: Vec<Placement>,
    /// The plan so far from the first open date on.
    pub(super) previous: Vec<Placement>,
    /// What using each candidate changes against the plan so far.
    pub(super) change: Vec<u8>,
    pub(super) extras: Vec<Extra>,
    pub(super) preferred: Option<Band>,
    pub(super) break_slots: u16,
    /// The first week that may still change.
    pub(super) first_week: usize,
    /// The first date that may still change.
    pub(super) first_date: usize,
    pub(super) slots: u32,
    pub(super) replan: bool,
}

impl Problem {
    /// Checks a problem and puts it in order.
    ///
    /// # Errors
    /// Says what in the text cannot be.
    pub fn new(text: &Instance) -> Result<Self, Fault> {
        offer::check(text)?;
        let names = offer::Names::of(text)?;
        let mut problem = Self::frame(text, &names);
        let (places, rules) = offer::places(text, &names, &problem);
        problem.rules = rules;
        problem.take_places(places);
        problem.modules.iter_mut().for_each(|module| module.gaps.clear());
        problem.find_gaps(text);
        problem.compare(text, &names);
        Ok(problem)
    }

    /// Number of weeks.
    pub const fn weeks(&self) -> usize {
        self.weeks.len()
    }

    /// Minutes in a slot.
    pub const fn slot_minutes(&self) -> u32 {
        self.slot_minutes
    }

    /// The first week that may still change.
    pub const fn first_week(&self) -> usize {
        self.first_week
    }

    /// A module's name in files.
    pub fn module_id(&self, ix: ModuleIx) -> &str {
        self.modules.get(usize::from(ix.0)).map_or("", |module| module.id.as_str())
    }

    /// What people call a module.
    pub fn module_name(&self, ix: ModuleIx) -> &str {
        let named = self.modules.get(usize::from(ix.0)).map(|module| (module.name.as_str(), module.id.as_str()));
        named.map_or("", |(name, id)| if name.is_empty() { id } else { name })
    }

    /// A block's or clinician's name in files.
    pub fn who_id(&self, ix: WhoIx) -> &str {
        self.whos.get(usize::from(ix.0)).map_or("", String::as_str)
    }

    /// What people call a block or clinician.
    pub fn who_name(&self, ix: WhoIx) -> &str {
        self.called.get(&ix).map_or_else(|| self.who_id(ix), String::as_str)
    }

    /// How many sessions a module has, and their length in minutes.
    pub fn dose(&self, ix: ModuleIx) -> (u32, u32) {
        let module = self.modules.get(usize::from(ix.0));
        module.map_or((0, 0), |module| (module.sessions, u32::from(module.len) * self.slot_minutes))
    }

    /// Most sessions of a module in a week.
    pub fn most_a_week(&self, ix: ModuleIx) -> u32 {
        self.modules.get(usize::from(ix.0)).map_or(0, |module| module.per_week)
    }

    /// Most sessions of a module in a day.
    pub fn most_a_day(&self, ix: ModuleIx) -> u32 {
        self.modules.get(usize::from(ix.0)).map_or(0, |module| module.per_day)
    }

    /// The number that a rule about a week asks for: minutes or days.
    pub fn limit(&self, rule: Rule) -> Option<u32> {
        let week = |number: u16| self.weeks.get(usize::from(number));
        match rule {
            Rule::WeekMin(number) => week(number).map(|week| week.min),
            Rule::WeekMax(number) => week(number).map(|week| week.max),
            Rule::DaysMin(number) => week(number).map(|week| week.days_min),
            Rule::DaysMax(number) => week(number).map(|week| week.days_max),
            Rule::Avail(_)
            | Rule::Absence(..)
            | Rule::PartialAbsence(..)
            | Rule::Closure(..)
            | Rule::Earliest(_)
            | Rule::Latest(_)
            | Rule::Full(..)
            | Rule::Off(..)
            | Rule::Busy(..)
            | Rule::Rooms(..)
            | Rule::Sessions(_)
            | Rule::Freq(_)
            | Rule::PerDay(_)
            | Rule::Gap(_)
            | Rule::Order(_)
            | Rule::DayMin
            | Rule::DayMax
            | Rule::Pin(..) => None,
        }
    }

    /// The same problem where the number that a rule about weeks, or a module's frequency, asks for is another.
    pub(super) fn with_limit(&self, rule: Rule, becomes: u32) -> Self {
        let mut other = self.clone();
        let limit = match rule {
            Rule::WeekMin(week) => other.weeks.get_mut(usize::from(week)).map(|week| &mut week.min),
            Rule::WeekMax(week) => other.weeks.get_mut(usize::from(week)).map(|week| &mut week.max),
            Rule::DaysMin(week) => other.weeks.get_mut(usize::from(week)).map(|week| &mut week.days_min),
            Rule::DaysMax(week) => other.weeks.get_mut(usize::from(week)).map(|week| &mut week.days_max),
            Rule::Freq(ix) => other.modules.get_mut(usize::from(ix.0)).map(|module| &mut module.per_week),
            Rule::PerDay(ix) => other.modules.get_mut(usize::from(ix.0)).map(|module| &mut module.per_day),
            Rule::Avail(_)
            | Rule::Absence(..)
            | Rule::PartialAbsence(..)
            | Rule::Closure(..)
            | Rule::Earliest(_)
            | Rule::Latest(_)
            | Rule::Full(..)
            | Rule::Off(..)
            | Rule::Busy(..)
            | Rule::Rooms(..)
            | Rule::Sessions(_)
            | Rule::Gap(_)
            | Rule::Order(_)
            | Rule::DayMin
            | Rule::DayMax
            | Rule::Pin(..) => None,
        };
        if let Some(limit) = limit {
            *limit = becomes;
        }
        other
    }

    /// A placement by names, as files have it.
    pub fn named(&self, at: Placement) -> Named {
        let (module, who) = (self.module_id(at.module).to_owned(), self.who_id(at.who).to_owned());
        Named { module, week: at.week, day: at.day, start: at.start, who }
    }

    /// A placement from its names, if the problem knows them.
    pub fn place(&self, named: &Named) -> Option<Placement> {
        let module = self.modules.iter().position(|module| module.id == named.module)?;
        let who = self.whos.binary_search(&named.who).ok()?;
        let (module, who) = (ModuleIx(u16::try_from(module).ok()?), WhoIx(u16::try_from(who).ok()?));
        Some(Placement { week: named.week, day: named.day, start: named.start, module, who })
    }

    /// Every place of the problem, in order of time.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The rules that block a place.
    pub fn blocks(&self, candidate: &Candidate) -> &[Rule] {
        let (from, to) = candidate.blocks;
        self.rules.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The number of the candidate at a place.
    pub(super) fn find(&self, at: Placement) -> Option<usize> {
        self.candidates.binary_search_by(|candidate| candidate.at.cmp(&at)).ok()
    }

    pub(super) fn on_date(&self, date: usize) -> core::ops::Range<usize> {
        let bound = |at: usize| self.dates.get(at).map_or(self.candidates.len(), |&at| at as usize);
        bound(date)..bound(date + 1)
    }

    pub(super) fn module(&self, ix: ModuleIx) -> &Module {
        &self.modules[usize::from(ix.0)]
    }

    pub(super) fn minutes(&self, slots: u16) -> u32 {
        u32::from(slots) * self.slot_minutes
    }

    /// The extras of a week.
    pub(super) fn extras_in(&self, week: usize) -> impl Iterator<Item = &Extra> {
        self.extras.iter().filter(move |extra| extra.date / 7 == week)
    }

    /// Whether every minute counts towards the floors and aims of weeks.
    pub(super) fn counts_all(&self) -> bool {
        self.modules.iter().all(|module| module.counted == module.len)
            && self.extras.iter().all(|extra| extra.counted == extra.end - extra.start)
    }

    pub(super) fn is_preferred(&self, candidate: &Candidate) -> bool {
        self.preferred.is_none_or(|band| band.from <= candidate.at.start && candidate.end() <= band.to)
    }

    fn frame(text: &Instance, names: &offer::Names) -> Self {
        let mut orders: Vec<Order> = text.precedence.iter().filter_map(|order| names.order(order)).collect();
        orders.sort_unstable();
        orders.dedup();
        let mut pins: Vec<Placement> = text.pins.iter().filter_map(|pin| names.place(pin)).collect();
        pins.sort_unstable();
        pins.dedup();
        let mut extras: Vec<Extra> = text.extras.iter().map(|fixed| offer::extra(*fixed, text.slot_minutes)).collect();
        extras.sort_unstable();
        extras.dedup();
        Self {
            slot_minutes: u32::from(text.slot_minutes),
            weeks: offer::weeks(text),
            modules: offer::modules(text),
            whos: names.whos.clone(),
            called: names.called(text),
            orders,
            candidates: Vec::new(),
            rules: Vec::new(),
            dates: Vec::new(),
            pins,
            previous: Vec::new(),
            change: Vec::new(),
            extras,
            preferred: text.preferred,
            break_slots: text.program.break_slots,
            first_week: usize::from(text.frozen_before_week),
            first_date: usize::from(text.frozen_before_week) * 7 + usize::from(text.frozen_before_day),
            slots: 0,
            replan: !text.previous.is_empty(),
        }
    }

    fn take_places(&mut self, mut places: Vec<Candidate>) {
        places.sort_by_key(|candidate| candidate.at);
        places.dedup_by_key(|candidate| candidate.at);
        let mut slots: BTreeMap<(ModuleIx, u8, u16, WhoIx), u32> = BTreeMap::new();
        for (number, candidate) in places.iter_mut().enumerate() {
            let next = u32::try_from(slots.len()).unwrap_or(u32::MAX);
            let at = candidate.at;
            candidate.slot = *slots.entry((at.module, at.day, at.start, at.who)).or_insert(next);
            if let Some(module) = self.modules.get_mut(usize::from(at.module.0)) {
                module.places.push(u32::try_from(number).unwrap_or(u32::MAX));
            }
        }
        self.slots = u32::try_from(slots.len()).unwrap_or(u32::MAX);
        self.dates = vec![0; self.weeks.len() * 7 + 1];
        for candidate in &places {
            self.dates[candidate.date() + 1] += 1;
        }
        for date in 1..self.dates.len() {
            self.dates[date] += self.dates[date - 1];
        }
        self.candidates = places;
    }

    fn find_gaps(&mut self, text: &Instance) {
        for module in &mut self.modules {
            let Some(gap) = text.modules.iter().find(|text| text.id == module.id).and_then(|text| text.max_gap_weeks)
            else {
                continue;
            };
            let Ok(gap) = usize::try_from(gap) else { continue };
            let usable = module.places.iter().map(|&number| &self.candidates[number as usize]);
            let open: BTreeSet<u16> =
                usable.filter(|place| place.state != State::Blocked).map(|place| place.at.week).collect();
            let open: Vec<u16> =
                open.into_iter().filter(|week| (module.earliest..=module.latest).contains(week)).collect();
            module.gaps = open.windows(gap + 1).map(<[u16]>::to_vec).collect();
        }
    }

    fn compare(&mut self, text: &Instance, names: &offer::Names) {
        let placed = text.previous.iter().filter_map(|named| names.place(named));
        self.previous = placed.filter(|at| usize::from(at.week) * 7 + usize::from(at.day) >= self.first_date).collect();
        self.previous.sort_unstable();
        self.previous.dedup();
        let dates: BTreeSet<(ModuleIx, u16, u8)> =
            self.previous.iter().map(|at| (at.module, at.week, at.day)).collect();
        let replan = self.replan;
        let cost = |candidate: &Candidate| match candidate.state {
            State::Held => 0,
            State::Open | State::Blocked if !replan || self.previous.binary_search(&candidate.at).is_ok() => 0,
            State::Open | State::Blocked => {
                let same = dates.contains(&(candidate.at.module, candidate.at.week, candidate.at.day));
                if same { 1 } else { 2 }
            }
        };
        self.change = self.candidates.iter().map(cost).collect();
    }
}
