//! Shows by an example, found without search, that a few rules can be kept together.

use std::collections::BTreeSet;

use super::problem::{ModuleIx, Placement, Problem, State};
use super::rule::Rule;
use super::score::{self, Violation};

/// A timetable that keeps these rules and perhaps no other; where greed finds none there may still be one.
pub(super) fn example(problem: &Problem, kept: &BTreeSet<Rule>) -> Option<Vec<Placement>> {
    let mut fill = Fill::new(problem, kept);
    fill.pins();
    for week in problem.first_week..problem.weeks.len() {
        fill.week(week);
    }
    fill.rest();
    let broken = score::evaluate(problem, &fill.placed).violations;
    let keeps = |violation: &Violation| matches!(violation, Violation::Rule(rule) if !kept.contains(rule));
    broken.iter().all(keeps).then_some(fill.placed)
}

struct Fill<'a> {
    problem: &'a Problem,
    kept: &'a BTreeSet<Rule>,
    placed: Vec<Placement>,
    /// Sessions still to be placed, by module.
    left: Vec<u32>,
    /// Numbers of the places used, by date.
    dates: Vec<Vec<usize>>,
}

impl<'a> Fill<'a> {
    fn new(problem: &'a Problem, kept: &'a BTreeSet<Rule>) -> Self {
        let left = problem.modules.iter().map(|module| module.sessions).collect();
        let dates = vec![Vec::new(); problem.weeks.len() * 7];
        let mut fill = Self { problem, kept, placed: Vec::new(), left, dates };
        for (number, candidate) in problem.candidates.iter().enumerate() {
            if candidate.state == State::Held {
                fill.put(number);
            }
        }
        fill
    }

    fn put(&mut self, number: usize) {
        let candidate = &self.problem.candidates[number];
        let left = &mut self.left[usize::from(candidate.at.module.0)];
        *left = left.saturating_sub(1);
        self.dates[candidate.date()].push(number);
        self.placed.push(candidate.at);
    }

    fn pins(&mut self) {
        let stays = |pin: &&Placement| self.kept.contains(&Rule::Pin(pin.module, pin.week, pin.day, pin.start));
        let pins: Vec<Placement> = self.problem.pins.iter().filter(stays).copied().collect();
        for number in pins.into_iter().filter_map(|pin| self.problem.find(pin)) {
            if self.may(number) {
                self.put(number);
            }
        }
    }

    /// Fills a week up to its floor, with what there is most of that does not go beyond.
    fn week(&mut self, week: usize) {
        let number = u16::try_from(week).unwrap_or(u16::MAX);
        if !self.kept.contains(&Rule::WeekMin(number)) {
            return;
        }
        while let Some(short) = self.problem.weeks[week].min.checked_sub(self.minutes(week)).filter(|&short| short > 0)
        {
            let Some(best) = self.best(week, short) else { return };
            self.put(best);
        }
    }

    /// The first place of the module that has most left, of those that do not go beyond what is short if there are any.
    fn best(&self, week: usize, short: u32) -> Option<usize> {
        let range = self.problem.on_date(week * 7).start..self.problem.on_date(week * 7 + 6).end;
        let mut best: Option<((bool, u32), usize)> = None;
        let mut seen = BTreeSet::new();
        for number in range {
            let module = self.problem.candidates[number].at.module;
            if self.left(module) == 0 || seen.contains(&module) || !self.may(number) {
                continue;
            }
            seen.insert(module);
            let minutes = self.problem.minutes(self.problem.module(module).counted);
            if minutes == 0 {
                continue;
            }
            let worth = (minutes <= short, self.left(module) * minutes);
            if best.is_none_or(|(other, _)| worth > other) {
                best = Some((worth, number));
            }
        }
        best.map(|(_, number)| number)
    }

    /// Places what must all take place.
    fn rest(&mut self) {
        for number in 0..self.problem.candidates.len() {
            let module = self.problem.candidates[number].at.module;
            let asked = self.kept.contains(&Rule::Sessions(module)) && self.left(module) > 0;
            if asked && self.may(number) {
                self.put(number);
            }
        }
    }

    fn left(&self, module: ModuleIx) -> u32 {
        self.left[usize::from(module.0)]
    }

    /// Whether a place is free and no rule that is kept is against it.
    fn may(&self, number: usize) -> bool {
        let candidate = &self.problem.candidates[number];
        let (date, module) = (candidate.date(), candidate.at.module);
        let space = self.problem.break_slots;
        let apart = |&other: &usize| {
            let other = &self.problem.candidates[other];
            other.end() + space <= candidate.at.start || candidate.end() + space <= other.at.start
        };
        date >= self.problem.first_date
            && candidate.state != State::Held
            && !self.problem.blocks(candidate).iter().any(|rule| self.kept.contains(rule))
            && self.dates[date].iter().all(apart)
            && self.is_below(Rule::Freq(module), module, date / 7 * 7..date / 7 * 7 + 7)
            && self.is_below(Rule::PerDay(module), module, date..date + 1)
    }

    fn is_below(&self, rule: Rule, module: ModuleIx, dates: core::ops::Range<usize>) -> bool {
        let text = self.problem.module(module);
        let most = if dates.len() == 1 { text.per_day } else { text.per_week };
        let numbers = self.dates[dates].iter().flatten();
        let own = numbers.filter(|&&number| self.problem.candidates[number].at.module == module).count();
        !self.kept.contains(&rule) || u32::try_from(own).is_ok_and(|own| own < most)
    }

    fn minutes(&self, week: usize) -> u32 {
        let numbers = self.dates[week * 7..week * 7 + 7].iter().flatten();
        let module = |&number: &usize| self.problem.module(self.problem.candidates[number].at.module);
        let sessions = numbers.map(|number| module(number).counted);
        let extras = self.problem.extras_in(week).map(|extra| extra.counted);
        sessions.chain(extras).map(|slots| self.problem.minutes(slots)).sum()
    }
}
