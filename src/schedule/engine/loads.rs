//! The minutes of days and weeks as clauses.

use std::collections::BTreeMap;

use super::count::{self, Force, Sum, at_least, reaches};
use super::model::{Model, idx};
use super::problem::Module;
use super::rule::Rule;
use super::sat::Lit;

impl Model<'_> {
    pub(super) fn day_load(&mut self, date: usize) {
        let problem = self.problem;
        let week = &problem.weeks[date / 7];
        let most = week.day_max / problem.slot_minutes;
        let least = week.day_min.div_ceil(problem.slot_minutes);
        let cap = most + 1;
        let counts = self.daily[date].clone();
        let mut sums = self.by_length(&counts, cap.max(least), |module| module.len);
        let extra: u32 = problem
            .extras
            .iter()
            .filter(|extra| extra.date == date)
            .map(|extra| u32::from(extra.end - extra.start))
            .sum();
        if extra > 0 {
            sums.push(vec![(extra, Lit::TRUE)]);
        }
        if sums.is_empty() {
            return;
        }
        let load = count::add_all(&mut self.sat, &sums, cap.max(least), Force::Both);
        if load.iter().any(|entry| entry.0 > most) {
            let guard = self.guard(Rule::DayMax);
            self.sat.imply(&[guard], !at_least(&load, most + 1));
        }
        let guard = self.guard(Rule::DayMin);
        self.sat.imply(&[guard, self.attends[date]], at_least(&load, least));
    }

    /// The slots of sessions, those of equal length counted together first: far fewer clauses than one by one.
    fn by_length(&mut self, counts: &[Vec<Lit>], cap: u32, slots: fn(&Module) -> u16) -> Vec<Sum> {
        let mut lengths: BTreeMap<u32, Vec<Vec<Lit>>> = BTreeMap::new();
        for (module, count) in self.problem.modules.iter().zip(counts).filter(|(_, count)| !count.is_empty()) {
            lengths.entry(u32::from(slots(module))).or_default().push(count.clone());
        }
        lengths.remove(&0);
        let mut sums = Vec::new();
        for (len, mut counts) in lengths {
            counts.sort_by_key(Vec::len);
            let most = usize::try_from(cap.div_ceil(len)).unwrap_or(usize::MAX);
            let count = count::merge_all(&mut self.sat, &counts, most, Force::Both);
            sums.push((1..).zip(count).map(|(n, lit)| (n * len, lit)).collect());
        }
        sums.sort_by_key(Vec::len);
        sums
    }

    pub(super) fn week_load(&mut self, week: usize) {
        let problem = self.problem;
        let rules = problem.weeks[week];
        let (least, most) = (rules.min.div_ceil(problem.slot_minutes), rules.max / problem.slot_minutes);
        if week < problem.first_week {
            self.loads.push(Sum::new());
            self.counted.push(Sum::new());
            return;
        }
        // Where rules may give way, there must be something to count beyond the limit.
        let beyond = if self.always(Rule::WeekMax(idx(week))) { 1 } else { 17 };
        let cap = most.max(least).saturating_add(beyond);
        let extra = problem.extras_in(week).map(|extra| u32::from(extra.end - extra.start)).sum();
        let load = self.week_sum(week, cap, extra, |module| module.len);
        let counted = if problem.counts_all() {
            load.clone()
        } else {
            let extra = problem.extras_in(week).map(|extra| u32::from(extra.counted)).sum();
            self.week_sum(week, cap, extra, |module| module.counted)
        };
        let guard = self.guard(Rule::WeekMin(idx(week)));
        self.sat.imply(&[guard], at_least(&counted, least));
        let guard = self.guard(Rule::WeekMax(idx(week)));
        self.sat.imply(&[guard], !at_least(&load, most + 1));
        if self.always(Rule::DayMax) {
            self.load_needs_days(week, &load);
            if !problem.counts_all() {
                self.load_needs_days(week, &counted);
            }
        }
        self.loads.push(load);
        self.counted.push(counted);
    }

    /// The slots of a week's sessions with what is fixed, up to `cap`.
    fn week_sum(&mut self, week: usize, cap: u32, extra: u32, slots: fn(&Module) -> u16) -> Sum {
        let counts = self.weekly[week].clone();
        let mut sums = self.by_length(&counts, cap, slots);
        if extra > 0 {
            sums.push(vec![(extra, Lit::TRUE)]);
        }
        count::add_all(&mut self.sat, &sums, cap, Force::Both)
    }

    /// So many minutes need so many days: follows from the day's limit, but not by counting alone.
    fn load_needs_days(&mut self, week: usize, load: &Sum) {
        let cap = self.problem.weeks[week].day_max / self.problem.slot_minutes;
        let held = self.problem.first_date > week * 7;
        if held || cap == 0 {
            return;
        }
        for n in 1..=7 {
            let needs = reaches(&self.days[week], n);
            let above = u32::try_from(n - 1).unwrap_or(0) * cap + 1;
            self.sat.imply(&[at_least(load, above)], needs);
        }
    }
}
