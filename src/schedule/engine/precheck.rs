//! Plain arithmetic that shows at once when a problem cannot be solved, and by how much.

use std::collections::BTreeSet;

use super::answer::Shortfall;
use super::book::Book;
use super::problem::{Candidate, ModuleIx, Placement, Problem, State};
use super::rule::Rule;

/// Which rules count.
#[derive(Clone, Copy)]
pub(super) enum Rules<'a> {
    /// All of them.
    All,
    /// Only these.
    Only(&'a BTreeSet<Rule>),
    /// Only those that are marked.
    Marked(&'a Book, &'a [bool]),
}

impl Rules<'_> {
    fn on(self, rule: Rule) -> bool {
        match self {
            Self::All => true,
            Self::Only(set) => set.contains(&rule),
            Self::Marked(book, marks) => book.is_marked(marks, rule),
        }
    }

    fn frees(self, problem: &Problem, candidate: &Candidate) -> bool {
        match (candidate.state, self) {
            (State::Held | State::Open, _) => true,
            (State::Blocked, Self::All) => false,
            (State::Blocked, Self::Only(set)) => !problem.blocks(candidate).iter().any(|rule| set.contains(rule)),
            (State::Blocked, Self::Marked(book, marks)) => !book.blocks(marks, candidate),
        }
    }
}

/// What arithmetic alone shows to be impossible; empty says nothing.
pub fn precheck(problem: &Problem) -> Vec<Shortfall> {
    let room = Room::of(problem, Rules::All);
    let mut found = pins(problem);
    found.extend(room.modules().map(|shortfall| explain(problem, shortfall)));
    found.extend(room.floor());
    found.extend(room.ceiling());
    found
}

/// Whether arithmetic alone shows that rules clash.
pub(super) fn clash(problem: &Problem, rules: Rules<'_>) -> bool {
    if pins_clash(problem, rules) {
        return true;
    }
    let room = Room::of(problem, rules);
    room.modules().next().is_some() || room.floor().is_some() || room.ceiling().is_some()
}

fn pins(problem: &Problem) -> Vec<Shortfall> {
    let stuck = problem.pins.iter().filter_map(|&placement| match problem.find(placement) {
        None => Some(Shortfall::Pin { placement, because: None }),
        Some(number) => {
            let candidate = &problem.candidates[number];
            let because = problem.blocks(candidate).first().copied();
            because.map(|rule| Shortfall::Pin { placement, because: Some(rule) })
        }
    });
    stuck.collect()
}

/// Whether a session must stay where it cannot be, or where another one stays.
fn pins_clash(problem: &Problem, rules: Rules<'_>) -> bool {
    let stays = |pin: &&Placement| rules.on(Rule::Pin(pin.module, pin.week, pin.day, pin.start));
    let pinned: Vec<Option<&Candidate>> = problem
        .pins
        .iter()
        .filter(stays)
        .map(|&pin| problem.find(pin).map(|number| &problem.candidates[number]))
        .collect();
    let meet = |one: &Candidate, other: &Candidate| {
        one.date() == other.date()
            && one.date() >= problem.first_date
            && one.at.start < other.end() + problem.break_slots
            && other.at.start < one.end() + problem.break_slots
    };
    pinned.iter().enumerate().any(|(at, pin)| {
        let Some(one) = pin else { return true };
        !rules.frees(problem, one) || pinned[at + 1..].iter().flatten().any(|other| meet(one, other))
    })
}

/// Names the one rule without which a module would fit.
fn explain(problem: &Problem, shortfall: Shortfall) -> Shortfall {
    let Shortfall::Module { module, asked, possible, .. } = shortfall else { return shortfall };
    let places = problem.module(module).places.iter().map(|&number| &problem.candidates[number as usize]);
    let mut rules: BTreeSet<Rule> = places.flat_map(|place| problem.blocks(place)).copied().collect();
    rules.extend([Rule::Freq(module), Rule::PerDay(module)]);
    let fits = |rule: &Rule| {
        let mut others = rules.clone();
        others.remove(rule);
        let room = Room::of_module(problem, Rules::Only(&others), module);
        room.iter().sum::<u32>() >= asked
    };
    let because = rules.iter().find(|rule| fits(rule)).copied();
    Shortfall::Module { module, asked, possible, because }
}

/// How many sessions each module can have in each week, and how many minutes a week can hold.
struct Room<'a> {
    problem: &'a Problem,
    rules: Rules<'a>,
    /// By module, then week.
    sessions: Vec<Vec<u32>>,
    /// Most minutes of attendance by week.
    minutes: Vec<u32>,
}

impl<'a> Room<'a> {
    fn of(problem: &'a Problem, rules: Rules<'a>) -> Self {
        let sessions = (0..problem.modules.len()).map(|number| Self::of_module(problem, rules, ix(number))).collect();
        let minutes = (0..problem.weeks.len()).map(|week| most_minutes(problem, rules, week)).collect();
        Self { problem, rules, sessions, minutes }
    }

    fn of_module(problem: &Problem, rules: Rules<'_>, ix: ModuleIx) -> Vec<u32> {
        let module = problem.module(ix);
        let mut weekly = vec![0; problem.weeks.len()];
        let places = module.places.iter().map(|&number| &problem.candidates[number as usize]);
        let mut day = Day { date: usize::MAX, ..Day::default() };
        for place in places.filter(|place| rules.frees(problem, place)) {
            if place.date() != day.date {
                day.close(&mut weekly);
                day = Day { date: place.date(), ..Day::default() };
                let open = place.date() >= problem.first_date && rules.on(Rule::PerDay(ix));
                day.most = if open { module.per_day } else { u32::MAX };
            }
            day.add(place, problem);
        }
        day.close(&mut weekly);
        if rules.on(Rule::Freq(ix)) {
            for count in weekly.iter_mut().skip(problem.first_week) {
                *count = (*count).min(module.per_week);
            }
        }
        weekly
    }

    fn modules(&self) -> impl Iterator<Item = Shortfall> + '_ {
        let rows = self.problem.modules.iter().zip(&self.sessions).enumerate();
        rows.filter_map(|(number, (module, weekly))| {
            let possible: u32 = weekly.iter().sum();
            let short = possible < module.sessions && self.rules.on(Rule::Sessions(ix(number)));
            short.then_some(Shortfall::Module { module: ix(number), asked: module.sessions, possible, because: None })
        })
    }

    /// The shortest run of weeks that asks for more than it can get, as it stands or as whole sessions reach it.
    fn floor(&self) -> Option<Shortfall> {
        let weeks = 0..self.problem.weeks.len();
        let asked = |week: usize| if self.rules.on(Rule::WeekMin(w(week))) { self.problem.weeks[week].min } else { 0 };
        let asked: Vec<u32> = weeks.map(asked).collect();
        let reached = || (0..).zip(&asked).map(|(week, &asked)| self.in_sessions(week, asked)).collect::<Vec<u32>>();
        self.floor_of(&asked).or_else(|| self.floor_of(&reached()))
    }

    fn floor_of(&self, asked: &[u32]) -> Option<Shortfall> {
        self.runs(|from, to| {
            let asked: u32 = asked[from..=to].iter().sum();
            let modules = self.problem.modules.iter().zip(&self.sessions);
            let given: u32 = modules
                .map(|(module, weekly)| {
                    let fit: u32 = weekly[from..=to].iter().sum();
                    fit.min(module.sessions) * self.problem.minutes(module.counted)
                })
                .sum();
            let extras: u32 = (from..=to).map(|week| self.extra_minutes(week)).sum();
            let hold: u32 = self.minutes[from..=to].iter().fold(0, |sum, minutes| sum.saturating_add(*minutes));
            let possible = (given + extras).min(hold);
            (possible < asked).then_some(Shortfall::Floor { from: w(from), to: w(to), asked, possible })
        })
    }

    /// The least number of minutes, not below what is asked, that the sessions of a week can come to.
    fn in_sessions(&self, week: usize, asked: u32) -> u32 {
        let extra = self.extra_minutes(week);
        let short = asked.saturating_sub(extra).div_ceil(self.problem.slot_minutes) as usize;
        let modules = self.problem.modules.iter().zip(&self.sessions).filter(|(_, weekly)| weekly[week] > 0);
        let mut lengths: Vec<usize> = modules.map(|(module, _)| usize::from(module.counted)).collect();
        lengths.retain(|&length| length > 0);
        lengths.sort_unstable();
        lengths.dedup();
        let Some(longest) = lengths.last().filter(|_| short > 0) else { return asked };
        let mut sums = vec![false; short + longest];
        sums[0] = true;
        for sum in 1..sums.len() {
            sums[sum] = lengths.iter().any(|&length| sum >= length && sums[sum - length]);
        }
        let reached = (short..sums.len()).find(|&sum| sums[sum]).unwrap_or(short);
        asked.max(extra + u32::try_from(reached).unwrap_or(u32::MAX) * self.problem.slot_minutes)
    }

    fn extra_minutes(&self, week: usize) -> u32 {
        self.problem.extras_in(week).map(|extra| self.problem.minutes(extra.counted)).sum()
    }

    /// The shortest run of weeks that must hold more than it may.
    fn ceiling(&self) -> Option<Shortfall> {
        let open =
            |week: usize| if self.rules.on(Rule::WeekMax(w(week))) { self.problem.weeks[week].max } else { u32::MAX };
        self.runs(|from, to| {
            let possible = (from..=to).fold(0_u32, |sum, week| sum.saturating_add(open(week).min(self.minutes[week])));
            let modules = self.problem.modules.iter().zip(&self.sessions).enumerate();
            let needed: u32 = modules
                .filter(|(number, _)| self.rules.on(Rule::Sessions(ix(*number))))
                .map(|(_, (module, weekly))| {
                    let elsewhere: u32 = weekly[..from].iter().chain(&weekly[to + 1..]).sum();
                    module.sessions.saturating_sub(elsewhere) * self.problem.minutes(module.len)
                })
                .sum();
            (needed > possible).then_some(Shortfall::Ceiling { from: w(from), to: w(to), needed, possible })
        })
    }

    fn runs(&self, test: impl Fn(usize, usize) -> Option<Shortfall>) -> Option<Shortfall> {
        let (first, end) = (self.problem.first_week, self.problem.weeks.len());
        (1..=end - first.min(end))
            .find_map(|length| (first..=end - length).find_map(|from| test(from, from + length - 1)))
    }
}

/// The sessions of one module on one date, packed as tightly as they go.
#[derive(Default)]
struct Day {
    date: usize,
    count: u32,
    most: u32,
    free: u16,
}

impl Day {
    fn add(&mut self, place: &Candidate, problem: &Problem) {
        let held = place.state == State::Held;
        if held || place.at.start >= self.free {
            self.count += 1;
            self.free = place.end() + problem.break_slots;
        }
    }

    fn close(&self, weekly: &mut [u32]) {
        if let Some(count) = weekly.get_mut(self.date / 7) {
            *count += self.count.min(self.most);
        }
    }
}

/// Most minutes that a week's days can hold.
fn most_minutes(problem: &Problem, rules: Rules<'_>, week: usize) -> u32 {
    let limits = problem.weeks[week];
    if problem.first_date > week * 7 || !rules.on(Rule::DayMax) {
        return u32::MAX;
    }
    let days = if rules.on(Rule::DaysMax(w(week))) { limits.days_max.min(7) } else { 7 };
    days * limits.day_max
}

fn ix(number: usize) -> ModuleIx {
    ModuleIx(u16::try_from(number).unwrap_or(u16::MAX))
}

fn w(week: usize) -> u16 {
    u16::try_from(week).unwrap_or(u16::MAX)
}
