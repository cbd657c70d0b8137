//! All rules of a problem, numbered, so that sets of them are quick to ask.

use std::collections::BTreeSet;

use super::problem::{Candidate, ModuleIx, Problem};
use super::rule::Rule;

/// All rules of a problem in order.
pub(super) struct Book {
    rules: Vec<Rule>,
    /// For each entry of the problem's list of what blocks its places, the number of the rule.
    blocks: Vec<usize>,
}

impl Book {
    pub(super) fn of(problem: &Problem) -> Self {
        let mut rules: Vec<Rule> = problem.rules.clone();
        rules.extend(of_modules(problem));
        rules.extend(of_weeks(problem));
        rules.extend([Rule::DayMin, Rule::DayMax]);
        rules.extend(problem.orders.iter().map(|&order| Rule::Order(order)));
        rules.extend(problem.pins.iter().map(|pin| Rule::Pin(pin.module, pin.week, pin.day, pin.start)));
        rules.sort_unstable();
        rules.dedup();
        let number = |rule: &Rule| rules.partition_point(|other| other < rule);
        let blocks = problem.rules.iter().map(number).collect();
        Self { rules, blocks }
    }

    /// Every rule.
    pub(super) fn all(&self) -> BTreeSet<Rule> {
        self.rules.iter().copied().collect()
    }

    /// For each rule whether it is in the set.
    pub(super) fn marks(&self, set: &BTreeSet<Rule>) -> Vec<bool> {
        self.rules.iter().map(|rule| set.contains(rule)).collect()
    }

    /// Whether a rule is marked.
    pub(super) fn is_marked(&self, marks: &[bool], rule: Rule) -> bool {
        self.rules.binary_search(&rule).ok().and_then(|number| marks.get(number)).is_some_and(|&marked| marked)
    }

    /// Whether a marked rule blocks a place.
    pub(super) fn blocks(&self, marks: &[bool], candidate: &Candidate) -> bool {
        let (from, to) = candidate.blocks;
        let numbers = self.blocks.get(from as usize..to as usize).unwrap_or_default();
        numbers.iter().any(|&number| marks.get(number).is_some_and(|&marked| marked))
    }
}

fn of_modules(problem: &Problem) -> impl Iterator<Item = Rule> + '_ {
    let numbers = (0_u16..).zip(&problem.modules);
    numbers.flat_map(|(number, module)| {
        let ix = ModuleIx(number);
        let gap = (!module.gaps.is_empty()).then_some(Rule::Gap(ix));
        [Rule::Sessions(ix), Rule::Freq(ix), Rule::PerDay(ix)].into_iter().chain(gap)
    })
}

fn of_weeks(problem: &Problem) -> impl Iterator<Item = Rule> + '_ {
    let weeks = (0_u16..).zip(&problem.weeks).skip(problem.first_week);
    weeks.flat_map(|(week, _)| [Rule::WeekMin(week), Rule::WeekMax(week), Rule::DaysMin(week), Rule::DaysMax(week)])
}
