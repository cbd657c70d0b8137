//! What a timetable is worth: the rules that it breaks and the value of each tier, counted without any clauses.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Culprit, Place, Tier};
use super::instance::FormatText;
use super::problem::{Candidate, ModuleIx, Placement, Problem, State};
use super::rule::{Order, Rule};

/// Something that a timetable must not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Violation {
    /// There is no such place.
    NoPlace(Placement),
    /// The same place twice.
    Twice(Placement),
    /// Two sessions at once, or too close.
    Overlap(Placement, Placement),
    /// A session that was held is missing.
    Held(Placement),
    /// A rule is broken.
    Rule(Rule),
}

/// The worth of a timetable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// What is wrong, in order.
    pub violations: Vec<Violation>,
    /// The value of each tier, in the order of [`Tier::ALL`].
    pub values: [u32; 8],
}

impl Score {
    /// The value of a tier.
    pub const fn value(&self, tier: Tier) -> u32 {
        self.values[tier as usize]
    }

    /// The values of some tiers, in their order.
    pub fn vector(&self, tiers: &[Tier]) -> Vec<u32> {
        tiers.iter().map(|&tier| self.value(tier)).collect()
    }
}

/// Counts what a timetable is worth.
pub fn evaluate(problem: &Problem, placements: &[Placement]) -> Score {
    let sheet = Sheet::of(problem, placements);
    let mut violations = sheet.broken.clone();
    sheet.places(placements, &mut violations);
    sheet.days(&mut violations);
    sheet.weeks(&mut violations);
    sheet.modules(&mut violations);
    for &order in &problem.orders {
        sheet.order(order, &mut violations);
    }
    violations.sort_unstable();
    violations.dedup();
    let mut values = [0; 8];
    for tier in Tier::ALL {
        values[tier as usize] = sheet.parts(tier).iter().map(|culprit| culprit.amount).sum();
    }
    Score { violations, values }
}

/// Only the values of the tiers.
pub(super) fn values(problem: &Problem, placements: &[Placement]) -> [u32; 8] {
    let sheet = Sheet::of(problem, placements);
    let mut values = [0; 8];
    for tier in Tier::ALL {
        values[tier as usize] = sheet.parts(tier).iter().map(|culprit| culprit.amount).sum();
    }
    values
}

/// What makes the value of a tier, largest first.
pub fn culprits(problem: &Problem, placements: &[Placement], tier: Tier) -> Vec<Culprit> {
    let mut parts = Sheet::of(problem, placements).parts(tier);
    parts.retain(|part| part.amount > 0);
    parts.sort_by(|a, b| b.amount.cmp(&a.amount).then(a.place.cmp(&b.place)));
    parts
}

/// The breaks of a day that count as long, given its sessions as (from, to) in order.
pub(super) fn long_waits(problem: &Problem, sessions: &[(u16, u16)]) -> u32 {
    let long = long_wait(problem);
    let pairs = sessions.windows(2).filter(|pair| pair[1].0 >= pair[0].1 + long);
    u32::try_from(pairs.count()).unwrap_or(u32::MAX)
}

/// Slots from which on a break counts as long: 45 minutes.
pub(super) fn long_wait(problem: &Problem) -> u16 {
    u16::try_from(45_u32.div_ceil(problem.slot_minutes)).unwrap_or(u16::MAX)
}

/// A timetable sorted by date and by module.
struct Sheet<'a> {
    problem: &'a Problem,
    broken: Vec<Violation>,
    /// For each date the sessions as candidates, in order of time.
    dates: Vec<Vec<Candidate>>,
    /// For each module and week, how many.
    counts: Vec<Vec<u32>>,
    numbers: Vec<usize>,
}

impl<'a> Sheet<'a> {
    fn of(problem: &'a Problem, placements: &[Placement]) -> Self {
        let mut sheet = Self {
            problem,
            broken: Vec::new(),
            dates: vec![Vec::new(); problem.weeks.len() * 7],
            counts: vec![vec![0; problem.weeks.len()]; problem.modules.len()],
            numbers: Vec::new(),
        };
        for &at in placements {
            match problem.find(at) {
                Some(number) => sheet.numbers.push(number),
                None => sheet.broken.push(Violation::NoPlace(at)),
            }
        }
        sheet.numbers.sort_unstable();
        for &number in &sheet.numbers {
            let candidate = problem.candidates[number];
            sheet.dates[candidate.date()].push(candidate);
            sheet.counts[usize::from(candidate.at.module.0)][usize::from(candidate.at.week)] += 1;
        }
        sheet
    }

    fn candidates(&self) -> impl Iterator<Item = &Candidate> + '_ {
        self.numbers.iter().map(|&number| &self.problem.candidates[number])
    }

    fn places(&self, placements: &[Placement], found: &mut Vec<Violation>) {
        for candidate in self.candidates() {
            if candidate.state == State::Blocked {
                found.extend(self.problem.blocks(candidate).iter().map(|&rule| Violation::Rule(rule)));
            }
        }
        let twice = self.numbers.windows(2).filter(|pair| pair[0] == pair[1]);
        found.extend(twice.map(|pair| Violation::Twice(self.problem.candidates[pair[0]].at)));
        let held = self.problem.candidates.iter().filter(|candidate| candidate.state == State::Held);
        let missing = held.filter(|candidate| !placements.contains(&candidate.at));
        found.extend(missing.map(|candidate| Violation::Held(candidate.at)));
        let pins = self.problem.pins.iter().filter(|pin| !placements.contains(pin));
        found.extend(pins.map(|pin| Violation::Rule(Rule::Pin(pin.module, pin.week, pin.day, pin.start))));
    }

    fn day_minutes(&self, date: usize) -> u32 {
        let sessions: u32 = self.dates[date].iter().map(|candidate| self.problem.minutes(candidate.len)).sum();
        let extras = self.problem.extras.iter().filter(|extra| extra.date == date);
        sessions + extras.map(|extra| self.problem.minutes(extra.end - extra.start)).sum::<u32>()
    }

    fn is_attended(&self, date: usize) -> bool {
        !self.dates[date].is_empty() || self.problem.extras.iter().any(|extra| extra.date == date)
    }

    fn days(&self, found: &mut Vec<Violation>) {
        let space = self.problem.break_slots;
        for date in self.problem.first_date..self.dates.len() {
            let week = self.problem.weeks[date / 7];
            let sessions = &self.dates[date];
            for pair in sessions.windows(2) {
                if pair[1].at.start < pair[0].end() + space {
                    found.push(Violation::Overlap(pair[0].at, pair[1].at));
                }
            }
            if self.is_attended(date) {
                let minutes = self.day_minutes(date);
                found.extend((minutes < week.day_min).then_some(Violation::Rule(Rule::DayMin)));
                found.extend((minutes > week.day_max).then_some(Violation::Rule(Rule::DayMax)));
            }
            for candidate in sessions {
                let module = candidate.at.module;
                let same = sessions.iter().filter(|other| other.at.module == module).count();
                let many = u32::try_from(same).unwrap_or(u32::MAX) > self.problem.module(module).per_day;
                found.extend(many.then_some(Violation::Rule(Rule::PerDay(module))));
            }
        }
    }

    fn week_minutes(&self, week: usize) -> u32 {
        (week * 7..week * 7 + 7).map(|date| self.day_minutes(date)).sum()
    }

    fn week_days(&self, week: usize) -> u32 {
        (week * 7..week * 7 + 7).map(|date| u32::from(self.is_attended(date))).sum()
    }

    fn weeks(&self, found: &mut Vec<Violation>) {
        for (number, week) in self.problem.weeks.iter().enumerate().skip(self.problem.first_week) {
            let (minutes, days) = (self.week_minutes(number), self.week_days(number));
            let number = u16::try_from(number).unwrap_or(u16::MAX);
            let broken = [
                (minutes < week.min, Rule::WeekMin(number)),
                (minutes > week.max, Rule::WeekMax(number)),
                (days < week.days_min, Rule::DaysMin(number)),
                (days > week.days_max, Rule::DaysMax(number)),
            ];
            found.extend(broken.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| Violation::Rule(rule)));
        }
    }

    fn modules(&self, found: &mut Vec<Violation>) {
        for ((number, module), counts) in (0_u16..).zip(&self.problem.modules).zip(&self.counts) {
            let ix = ModuleIx(number);
            let total: u32 = counts.iter().sum();
            found.extend((total != module.sessions).then_some(Violation::Rule(Rule::Sessions(ix))));
            let often = counts.iter().skip(self.problem.first_week).any(|&count| count > module.per_week);
            found.extend(often.then_some(Violation::Rule(Rule::Freq(ix))));
            for run in &module.gaps {
                let (Some(&first), Some(&last)) = (run.first(), run.last()) else { continue };
                let before: u32 = counts.iter().take(usize::from(first)).sum();
                let within: u32 = run.iter().map(|&week| counts[usize::from(week)]).sum();
                let open = usize::from(last) >= self.problem.first_week;
                let gap = open && before > 0 && before < module.sessions && within == 0;
                found.extend(gap.then_some(Violation::Rule(Rule::Gap(ix))));
            }
        }
    }

    fn order(&self, order: Order, found: &mut Vec<Violation>) {
        let nth = |module: ModuleIx, n: u16| {
            let mut dates = self.candidates().filter(|candidate| candidate.at.module == module).map(Candidate::date);
            usize::from(n).checked_sub(1).and_then(|n| dates.nth(n))
        };
        let Some(late) = nth(order.after, order.j) else { return };
        if nth(order.before, order.k).is_none_or(|early| early >= late) {
            found.push(Violation::Rule(Rule::Order(order)));
        }
    }

    fn parts(&self, tier: Tier) -> Vec<Culprit> {
        match tier {
            Tier::Change => self.changes(),
            Tier::Pacing => self.pacing(),
            Tier::Days => self.attendance(),
            Tier::Waits => self.waits(),
            Tier::Provider => {
                self.distinct(|candidate| u32::from(candidate.at.who.0), |format| format != FormatText::Group)
            }
            Tier::Slot => self.distinct(|candidate| candidate.slot, |_| true),
            Tier::Pref => self.outside(),
            Tier::Hours => self.hours(),
        }
    }

    fn changes(&self) -> Vec<Culprit> {
        let parts = self.numbers.iter().map(|&number| Culprit {
            amount: u32::from(self.problem.change[number]),
            place: Place::Session(self.problem.candidates[number].at),
        });
        parts.filter(|part| part.amount > 0).collect()
    }

    fn pacing(&self) -> Vec<Culprit> {
        let rows = (0_u16..).zip(&self.problem.modules).zip(&self.counts);
        rows.map(|((number, module), counts)| {
            let mut reached = 0;
            let mut amount = 0;
            for (count, pace) in counts.iter().zip(&module.pace) {
                reached += count;
                amount += reached.abs_diff(*pace);
            }
            Culprit { amount, place: Place::Module(ModuleIx(number)) }
        })
        .collect()
    }

    fn open_weeks(&self) -> impl Iterator<Item = (u16, usize)> + '_ {
        let weeks = self.problem.first_week..self.problem.weeks.len();
        weeks.map(|week| (u16::try_from(week).unwrap_or(u16::MAX), week))
    }

    fn attendance(&self) -> Vec<Culprit> {
        self.open_weeks()
            .map(|(number, week)| Culprit { amount: self.week_days(week), place: Place::Week(number) })
            .collect()
    }

    fn waits(&self) -> Vec<Culprit> {
        let mut parts = Vec::new();
        for (number, week) in self.open_weeks() {
            for (day, date) in (0_u8..7).zip(week * 7..week * 7 + 7) {
                let mut sessions: Vec<(u16, u16)> =
                    self.dates[date].iter().map(|candidate| (candidate.at.start, candidate.end())).collect();
                let extras = self.problem.extras.iter().filter(|extra| extra.date == date);
                sessions.extend(extras.map(|extra| (extra.start, extra.end)));
                sessions.sort_unstable();
                parts.push(Culprit { amount: long_waits(self.problem, &sessions), place: Place::Day(number, day) });
            }
        }
        parts
    }

    fn distinct(&self, what: impl Fn(&Candidate) -> u32, which: impl Fn(FormatText) -> bool) -> Vec<Culprit> {
        let mut seen: BTreeMap<ModuleIx, BTreeSet<u32>> = BTreeMap::new();
        for candidate in self.candidates().filter(|candidate| which(self.problem.module(candidate.at.module).format)) {
            seen.entry(candidate.at.module).or_default().insert(what(candidate));
        }
        let parts = seen.into_iter().map(|(module, set)| Culprit {
            amount: u32::try_from(set.len()).unwrap_or(u32::MAX),
            place: Place::Module(module),
        });
        parts.collect()
    }

    fn outside(&self) -> Vec<Culprit> {
        let outside = self.candidates().filter(|candidate| !self.problem.is_preferred(candidate));
        outside.map(|candidate| Culprit { amount: 1, place: Place::Session(candidate.at) }).collect()
    }

    fn hours(&self) -> Vec<Culprit> {
        let amount =
            |week: usize| self.week_minutes(week).abs_diff(self.problem.weeks[week].target) / self.problem.slot_minutes;
        self.open_weeks().map(|(number, week)| Culprit { amount: amount(week), place: Place::Week(number) }).collect()
    }
}
