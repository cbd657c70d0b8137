//! Says why there is no timetable: the few rules that clash, and the cheapest ways out, each of them tried.

use super::answer::{Effort, Relaxation, WhyNot};
use super::court::{Court, Set, Verdict};
use super::precheck::precheck;
use super::problem::Problem;
use super::rule::{Ease, Rule};
use super::sat::Found;

const WAYS_OUT: usize = 3;
/// After so many sets that are not enough, any way out will do.
const TRIALS: usize = 50;

/// The rules that clash and the ways out; `None` where the effort is spent before a clash is found, or there is none.
pub fn why_not(problem: &Problem, effort: Effort) -> Option<WhyNot> {
    let mut court = Court::new(problem, effort);
    let all = court.all.clone();
    let Verdict::Clash(core) = court.try_rules(&all, court.limit) else { return None };
    let rules = court.minimal(core);
    let relaxations = ways_out(&mut court, rules.clone());
    Some(WhyNot { rules: rules.into_iter().collect(), shortfalls: precheck(problem), relaxations })
}

/// Cheapest sets of rules without which there is a timetable.
fn ways_out(court: &mut Court<'_>, first: Set) -> Vec<Relaxation> {
    let mut soft = first.clone();
    let mut cores = vec![first];
    let mut refused: Vec<Set> = Vec::new();
    let mut found = Vec::new();
    let most = court.spent + court.limit / 2;
    while found.len() < WAYS_OUT && refused.len() + cores.len() < TRIALS && court.spent < most {
        let Some(set) = cheapest(&cores, &refused) else { return found };
        match trial(court, &set, &soft) {
            Verdict::Clash(core) => {
                soft.extend(core.iter().copied().filter(|rule| rule.ease() != Ease::Never));
                cores.push(core);
            }
            Verdict::Unsure => refused.push(set),
            Verdict::Fine => {
                found.push(court.measure(&set));
                refused.push(set);
            }
        }
    }
    if found.is_empty() {
        found.extend(some_way_out(court));
    }
    found
}

/// Whether there is a timetable without a set of rules, or which others clash.
fn trial(court: &mut Court<'_>, set: &Set, soft: &Set) -> Verdict {
    let rest: Set = court.all.difference(set).copied().collect();
    if court.clash(&rest) {
        return Verdict::Clash(court.by_arithmetic(&rest));
    }
    match court.try_without(set, soft, court.limit / 8) {
        Found::Solution => Verdict::Fine,
        Found::Limit => Verdict::Unsure,
        Found::None => court.try_rules(&rest, court.limit / 8),
    }
}

/// A way out that need not be the cheapest: from a timetable that breaks rules, mends one after the other.
fn some_way_out(court: &mut Court<'_>) -> Option<Relaxation> {
    let mut order: Vec<Rule> = court.all.iter().copied().collect();
    order.sort_by_key(|rule| (core::cmp::Reverse(rule.ease()), *rule));
    let mut kept: Set = order.iter().filter(|rule| rule.ease() == Ease::Never).copied().collect();
    if !matches!(court.try_rules(&kept, court.limit), Verdict::Fine) {
        return None;
    }
    kept.extend(court.kept_by_last());
    for rule in order {
        if kept.contains(&rule) {
            continue;
        }
        let mut more = kept.clone();
        more.insert(rule);
        if matches!(court.try_rules(&more, court.limit / 10), Verdict::Fine) {
            kept = more;
            kept.extend(court.kept_by_last());
        }
    }
    let set: Set = court.all.difference(&kept).copied().collect();
    (court.try_without(&set, &set, court.limit) == Found::Solution).then(|| court.measure(&set))
}

/// Which rules an explanation had rather not speak of: those come first.
pub(super) const fn keep_last(rule: Rule) -> u32 {
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
fn cheapest(cores: &[Set], refused: &[Set]) -> Option<Set> {
    let mut best = None;
    hit(cores, refused, &mut Set::new(), 0, &mut best);
    best.map(|(_, set)| set)
}

fn hit(cores: &[Set], refused: &[Set], set: &mut Set, cost: u32, best: &mut Option<(u32, Set)>) {
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
