//! How little a rule must give way: the smallest amount with which a timetable exists.

use std::collections::BTreeMap;

use super::answer::Give;
use super::count::{self, Force};
use super::model::Model;
use super::problem::ModuleIx;
use super::rule::Rule;
use super::sat::{Found, Lit};

const LIMIT: u64 = 50;
/// Beyond so many places the number no longer matters.
const MOST: usize = 40;

/// The least that a rule must give, with the other rules assumed, from a solution on; later questions keep to it.
pub(super) fn least(model: &mut Model<'_>, rule: Rule, assumed: &mut Vec<Lit>) -> Give {
    let (asked, step, steps) = scale(model, rule);
    // What counts the steps may be newer than the solution.
    if steps.is_empty() || model.sat.solve(assumed, LIMIT) != Found::Solution {
        return Give::Dropped;
    }
    let given = |model: &Model<'_>| steps.iter().take_while(|&&more| model.sat.holds(more)).count();
    let (mut low, mut high, mut places) = (0, given(model), used(model, rule));
    while low < high {
        let middle = low.midpoint(high);
        assumed.push(!steps[middle]);
        let found = model.sat.solve(assumed, LIMIT);
        assumed.pop();
        match found {
            Found::Solution => {
                high = given(model).min(middle);
                places = used(model, rule);
            }
            Found::None | Found::Limit => low = middle + 1,
        }
    }
    if let Some(&more) = steps.get(high) {
        assumed.push(!more);
    }
    let amount = u32::try_from(high).unwrap_or(u32::MAX);
    match step {
        Step::Places => Give::Places(places),
        Step::Down(by) => Give::Instead { asked, becomes: asked.saturating_sub(amount * by) },
        Step::Up(by) => Give::Instead { asked, becomes: asked + amount * by },
    }
}

enum Step {
    Places,
    Down(u32),
    Up(u32),
}

fn used(model: &Model<'_>, rule: Rule) -> Vec<super::Placement> {
    let blocked = |at: &super::Placement| {
        let number = model.problem.find(*at);
        number.is_some_and(|number| model.problem.blocks(&model.problem.candidates[number]).contains(&rule))
    };
    model.solution().into_iter().filter(blocked).collect()
}

/// What a rule asks for, what a step means, and for each step the literal "gives more than this".
fn scale(model: &mut Model<'_>, rule: Rule) -> (u32, Step, Vec<Lit>) {
    let slot = model.problem.slot_minutes;
    match rule {
        Rule::Sessions(module) => {
            let all = model.problem.module(module).sessions;
            let line = model.reached.last().map(|row| row[at(module)].clone()).unwrap_or_default();
            (all, Step::Down(1), (1..=all as usize).rev().map(|n| !count::reaches(&line, n)).collect())
        }
        Rule::WeekMin(week) => {
            let asked = model.problem.weeks[usize::from(week)].min;
            let load = &model.loads[usize::from(week)];
            let steps = (1..=asked.div_ceil(slot)).rev().map(|value| !count::at_least(load, value)).collect();
            (asked, Step::Down(slot), steps)
        }
        Rule::WeekMax(week) => {
            let asked = model.problem.weeks[usize::from(week)].max;
            let load = &model.loads[usize::from(week)];
            let most = load.last().map_or(0, |entry| entry.0);
            let steps = (asked / slot + 1..=most).map(|value| count::at_least(load, value)).collect();
            (asked, Step::Up(slot), steps)
        }
        Rule::DaysMin(week) => {
            let asked = model.problem.weeks[usize::from(week)].days_min;
            let days = &model.days[usize::from(week)];
            (asked, Step::Down(1), (1..=asked as usize).rev().map(|n| !count::reaches(days, n)).collect())
        }
        Rule::DaysMax(week) => {
            let asked = model.problem.weeks[usize::from(week)].days_max;
            let days = &model.days[usize::from(week)];
            (asked, Step::Up(1), (asked as usize + 1..=7).map(|n| count::reaches(days, n)).collect())
        }
        Rule::Freq(module) => {
            let rows: Vec<Vec<Lit>> = model.weekly.iter().map(|row| row[at(module)].clone()).collect();
            let asked = model.problem.module(module).per_week;
            (asked, Step::Up(1), above(model, &rows, asked))
        }
        Rule::PerDay(module) => {
            let rows: Vec<Vec<Lit>> = model.daily.iter().map(|row| row[at(module)].clone()).collect();
            let asked = model.problem.module(module).per_day;
            (asked, Step::Up(1), above(model, &rows, asked))
        }
        Rule::Gap(_) | Rule::Order(_) | Rule::DayMin | Rule::DayMax | Rule::Pin(..) => (0, Step::Places, Vec::new()),
        Rule::Avail(_)
        | Rule::Absence(..)
        | Rule::PartialAbsence(..)
        | Rule::Closure(..)
        | Rule::Earliest(_)
        | Rule::Latest(_)
        | Rule::Full(..)
        | Rule::Off(..)
        | Rule::Busy(..)
        | Rule::Rooms(..) => (0, Step::Places, blocked(model, rule)),
    }
}

fn at(module: ModuleIx) -> usize {
    usize::from(module.0)
}

/// For each number from `asked` on, whether any of the counts is above it.
fn above(model: &mut Model<'_>, rows: &[Vec<Lit>], asked: u32) -> Vec<Lit> {
    let longest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let above = (asked as usize..longest).map(|n| {
        let lits: Vec<Lit> = rows.iter().filter_map(|row| row.get(n)).copied().collect();
        count::any(&mut model.sat, &lits)
    });
    above.collect()
}

/// The places that a rule blocks; hours of the person count once for all weeks.
fn blocked(model: &mut Model<'_>, rule: Rule) -> Vec<Lit> {
    let problem = model.problem;
    let mut times: BTreeMap<(usize, u16, u16), Vec<Lit>> = BTreeMap::new();
    for (number, (candidate, &lit)) in problem.candidates.iter().zip(&model.used).enumerate() {
        if problem.blocks(candidate).contains(&rule) {
            let which = if matches!(rule, Rule::Avail(_)) { 0 } else { number };
            times.entry((which, candidate.at.start, candidate.len)).or_default().push(lit);
        }
    }
    let lits: Vec<Lit> = times.values().map(|lits| count::any(&mut model.sat, lits)).collect();
    count::total(&mut model.sat, &lits, MOST, Force::Up)
}
