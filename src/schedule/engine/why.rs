//! Says why there is no timetable: the few rules that clash, and the cheapest ways out, each of them tried.

use core::mem::{Discriminant, discriminant};
use std::collections::BTreeSet;

use super::answer::{Effort, Relaxation, WhyNot};
use super::give;
use super::model::{Model, Rules};
use super::precheck::{self, precheck};
use super::problem::Problem;
use super::rule::{Ease, Rule};
use super::sat::{Found, Lit};
use super::score::{self, Violation};

const WAYS_OUT: usize = 3;
const TRIALS: usize = 120;

/// The rules that clash and the ways out; `None` where the effort is spent before a clash is found, or there is none.
pub fn why_not(problem: &Problem, effort: Effort) -> Option<WhyNot> {
    let mut court = Court::new(problem, effort);
    let all: BTreeSet<Rule> = court.lits.iter().map(|entry| entry.0).collect();
    let Verdict::Clash(core) = court.try_rules(&all, court.limit) else { return None };
    let rules = court.minimal(&all, core);
    let relaxations = court.ways_out(&all, rules.clone());
    Some(WhyNot { rules: rules.into_iter().collect(), shortfalls: precheck(problem), relaxations })
}

enum Verdict {
    /// The rules clash, and these of them suffice for it.
    Clash(BTreeSet<Rule>),
    /// There is a timetable that keeps them.
    Fine,
    /// The effort was spent.
    Unsure,
}

/// Tries sets of rules.
struct Court<'a> {
    problem: &'a Problem,
    model: Model<'a>,
    lits: Vec<(Rule, Lit)>,
    limit: u64,
}

impl<'a> Court<'a> {
    fn new(problem: &'a Problem, effort: Effort) -> Self {
        let model = Model::new(problem, Rules::Named);
        let lits = model.named().collect();
        Self { problem, model, lits, limit: u64::from(effort.0) * 20 }
    }

    fn try_rules(&mut self, rules: &BTreeSet<Rule>, limit: u64) -> Verdict {
        if precheck::clash(self.problem, rules) {
            return Verdict::Clash(self.by_arithmetic(rules));
        }
        let assumed: Vec<Lit> =
            self.lits.iter().filter(|(rule, _)| rules.contains(rule)).map(|(_, lit)| *lit).collect();
        match self.model.sat.solve(&assumed, limit) {
            Found::Solution => Verdict::Fine,
            Found::Limit => Verdict::Unsure,
            Found::None => {
                let core = self.model.sat.core();
                let within = self.lits.iter().filter(|(rule, lit)| rules.contains(rule) && core.contains(lit));
                Verdict::Clash(within.map(|(rule, _)| *rule).collect())
            }
        }
    }

    /// Fewer rules that arithmetic alone shows to clash.
    fn by_arithmetic(&self, rules: &BTreeSet<Rule>) -> BTreeSet<Rule> {
        let mut order: Vec<Rule> = rules.iter().copied().collect();
        order.sort_by_key(|&rule| keep_last(rule));
        let mut kept = rules.clone();
        let mut size = order.len().div_ceil(2);
        while size > 0 {
            for chunk in order.chunks(size) {
                let fewer: BTreeSet<Rule> = kept.iter().filter(|rule| !chunk.contains(rule)).copied().collect();
                if fewer.len() < kept.len() && precheck::clash(self.problem, &fewer) {
                    kept = fewer;
                }
            }
            order.retain(|rule| kept.contains(rule));
            size = if size == 1 { 0 } else { size.div_ceil(2) };
        }
        kept
    }

    /// Drops rules until without any one of them the rest can be kept.
    fn minimal(&mut self, all: &BTreeSet<Rule>, core: BTreeSet<Rule>) -> BTreeSet<Rule> {
        let mut kept = core;
        let mut order: Vec<Rule> = kept.iter().copied().collect();
        order.sort_by_key(|&rule| keep_last(rule));
        for rule in order {
            if kept.contains(&rule) && !self.is_needed(all, &kept, rule) {
                let mut fewer = kept.clone();
                fewer.remove(&rule);
                if let Verdict::Clash(core) = self.try_rules(&fewer, self.limit) {
                    kept = core;
                }
            }
        }
        kept
    }

    /// Whether the rest can be kept without this rule.
    ///
    /// Asked with most other rules as well, all but those of the same kinds: quick to see, as few places are left.
    fn is_needed(&mut self, all: &BTreeSet<Rule>, kept: &BTreeSet<Rule>, rule: Rule) -> bool {
        let kinds: Vec<Discriminant<Rule>> = kept.iter().map(discriminant).collect();
        let rest = all.iter().filter(|other| kept.contains(other) || !kinds.contains(&discriminant(*other)));
        let rest = rest.filter(|&&other| other != rule).copied().collect();
        matches!(self.try_rules(&rest, self.limit / 10), Verdict::Fine)
    }

    /// Cheapest sets of rules without which there is a timetable.
    fn ways_out(&mut self, all: &BTreeSet<Rule>, first: BTreeSet<Rule>) -> Vec<Relaxation> {
        let mut cores = vec![first];
        let mut refused: Vec<BTreeSet<Rule>> = Vec::new();
        let mut found = Vec::new();
        let mut left = self.limit / 2;
        while found.len() < WAYS_OUT && refused.len() + cores.len() < TRIALS && left > 0 {
            let Some(set) = cheapest(&cores, &refused) else { return found };
            let rest: BTreeSet<Rule> = all.difference(&set).copied().collect();
            let before = self.model.sat.work();
            let verdict = self.try_rules(&rest, self.limit / 8);
            left = left.saturating_sub((self.model.sat.work() - before).max(1));
            match verdict {
                Verdict::Clash(core) => cores.push(core),
                Verdict::Unsure => refused.push(set),
                Verdict::Fine => {
                    found.push(self.measure(&rest, &set));
                    refused.push(set);
                }
            }
        }
        if found.is_empty() {
            found.extend(self.some_way_out(all));
        }
        found
    }

    /// A way out that need not be the cheapest: from a timetable that breaks rules, mends one after the other.
    fn some_way_out(&mut self, all: &BTreeSet<Rule>) -> Option<Relaxation> {
        let mut order: Vec<Rule> = all.iter().copied().collect();
        order.sort_by_key(|rule| (core::cmp::Reverse(rule.ease()), *rule));
        let mut kept: BTreeSet<Rule> = order.iter().filter(|rule| rule.ease() == Ease::Never).copied().collect();
        if !matches!(self.try_rules(&kept, self.limit), Verdict::Fine) {
            return None;
        }
        kept.extend(self.kept_by_solution(all));
        for rule in order {
            if kept.contains(&rule) {
                continue;
            }
            let mut more = kept.clone();
            more.insert(rule);
            if matches!(self.try_rules(&more, self.limit / 10), Verdict::Fine) {
                kept = more;
                kept.extend(self.kept_by_solution(all));
            }
        }
        let set: BTreeSet<Rule> = all.difference(&kept).copied().collect();
        Some(self.measure(&kept, &set))
    }

    /// The rules that the last solution keeps.
    fn kept_by_solution(&self, all: &BTreeSet<Rule>) -> BTreeSet<Rule> {
        let score = score::evaluate(self.problem, &self.model.solution());
        let broken: BTreeSet<Violation> = score.violations.into_iter().collect();
        all.iter().filter(|rule| !broken.contains(&Violation::Rule(**rule))).copied().collect()
    }

    fn measure(&mut self, rest: &BTreeSet<Rule>, set: &BTreeSet<Rule>) -> Relaxation {
        let mut assumed: Vec<Lit> =
            self.lits.iter().filter(|(rule, _)| rest.contains(rule)).map(|(_, lit)| *lit).collect();
        let gives = set.iter().map(|&rule| (rule, give::least(&mut self.model, rule, &mut assumed))).collect();
        Relaxation { gives }
    }
}

/// Which rules an explanation had rather not speak of: those come first.
const fn keep_last(rule: Rule) -> u32 {
    match rule {
        Rule::DayMin | Rule::Gap(_) | Rule::Rooms(..) => 0,
        Rule::Busy(..) | Rule::Off(..) | Rule::Full(..) => 1,
        Rule::DaysMin(_) | Rule::DaysMax(_) | Rule::PerDay(_) | Rule::DayMax => 2,
        Rule::PartialAbsence(..) | Rule::Earliest(_) | Rule::Latest(_) | Rule::Freq(_) => 3,
        Rule::Absence(..) | Rule::WeekMax(_) | Rule::Order(_) => 4,
        Rule::Avail(_) | Rule::Sessions(_) | Rule::WeekMin(_) | Rule::Closure(..) | Rule::Pin(..) => 5,
    }
}

/// The cheapest set with a rule from each core that is no superset of one refused.
fn cheapest(cores: &[BTreeSet<Rule>], refused: &[BTreeSet<Rule>]) -> Option<BTreeSet<Rule>> {
    let mut best = None;
    hit(cores, refused, &mut BTreeSet::new(), 0, &mut best);
    best.map(|(_, set)| set)
}

fn hit(
    cores: &[BTreeSet<Rule>],
    refused: &[BTreeSet<Rule>],
    set: &mut BTreeSet<Rule>,
    cost: u32,
    best: &mut Option<(u32, BTreeSet<Rule>)>,
) {
    let too_dear = best.as_ref().is_some_and(|(least, _)| cost >= *least);
    if too_dear || refused.iter().any(|refused| refused.is_subset(set)) {
        return;
    }
    let Some(core) = cores.iter().find(|core| core.is_disjoint(set)) else {
        *best = Some((cost, set.clone()));
        return;
    };
    let mut choices: Vec<(u32, Rule)> = core
        .iter()
        .filter_map(|&rule| match rule.ease() {
            Ease::Price(price) => Some((price, rule)),
            Ease::Never => None,
        })
        .collect();
    choices.sort_unstable();
    for (price, rule) in choices {
        set.insert(rule);
        hit(cores, refused, set, cost + price, best);
        set.remove(&rule);
    }
}
