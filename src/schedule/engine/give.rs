//! How little a rule must give way: the smallest amount with which a timetable exists.

use std::collections::BTreeMap;

use super::answer::Give;
use super::count::{self, Force};
use super::model::Model;
use super::problem::{ModuleIx, Placement, Problem};
use super::rule::Rule;
use super::sat::{Found, Lit};

const LIMIT: u64 = 30;
/// Beyond so many places the number no longer matters.
const MOST: usize = 40;

/// The least that a rule must give, with the other rules assumed, from a solution on; later questions keep to it.
///
/// What arithmetic shows to be too little is not asked for.
pub(super) fn least(
    model: &mut Model<'_>,
    rule: Rule,
    assumed: &mut Vec<Lit>,
    too_little: &dyn Fn(&Problem) -> bool,
) -> Give {
    let Some(scale) = Scale::of(model, rule) else { return Give::Dropped };
    if !model.sat.has_solution() && model.sat.solve(assumed, LIMIT) != Found::Solution {
        return Give::Dropped;
    }
    let (mut high, mut places) = (scale.given(model), used(model, rule));
    let steps = scale.steps(model, high.saturating_add(1).min(MOST));
    let mut low = scale.lowest(model.problem, rule, high, too_little);
    // What arithmetic allows is often possible: that is asked first.
    let mut middle = low;
    while low < high
        && let Some(&more) = steps.get(middle)
    {
        assumed.push(!more);
        let found = model.sat.solve(assumed, LIMIT);
        assumed.pop();
        match found {
            Found::Solution => {
                high = scale.given(model).min(middle);
                places = used(model, rule);
            }
            Found::None | Found::Limit => low = middle + 1,
        }
        middle = low.midpoint(high);
    }
    assumed.extend(steps.get(high).map(|&more| !more));
    match scale.unit {
        Unit::Places => Give::Places(places),
        Unit::Down(_) | Unit::Up(_) => Give::Instead { asked: scale.asked, becomes: scale.becomes(high) },
    }
}

/// What a step means.
enum Unit {
    Places,
    Down(u32),
    Up(u32),
}

/// What gives way.
enum Count {
    /// For each step the literal "gives more than this".
    Line(Vec<Lit>),
    /// Counts of which none may be above what is asked.
    Rows(Vec<Vec<Lit>>),
    /// Places that the rule blocks; hours of the person count once for all weeks.
    Places(Vec<Vec<Lit>>),
}

/// How the amount of a rule is counted.
struct Scale {
    asked: u32,
    unit: Unit,
    count: Count,
}

impl Scale {
    fn of(model: &Model<'_>, rule: Rule) -> Option<Self> {
        let problem = model.problem;
        let slot = problem.slot_minutes;
        let (asked, unit, count) = match rule {
            Rule::Sessions(module) => {
                let asked = problem.module(module).sessions;
                let line = model.reached.last().map_or(&[][..], |row| &row[at(module)]);
                (asked, Unit::Down(1), Count::Line(below(line, asked)))
            }
            Rule::WeekMin(week) => {
                let asked = problem.weeks[usize::from(week)].min;
                let load = &model.counted[usize::from(week)];
                let steps = (1..=asked.div_ceil(slot)).rev().map(|value| !count::at_least(load, value)).collect();
                (asked, Unit::Down(slot), Count::Line(steps))
            }
            Rule::WeekMax(week) => {
                let asked = problem.weeks[usize::from(week)].max;
                let load = &model.loads[usize::from(week)];
                let most = load.last().map_or(0, |entry| entry.0);
                let steps = (asked / slot + 1..=most).map(|value| count::at_least(load, value)).collect();
                (asked, Unit::Up(slot), Count::Line(steps))
            }
            Rule::DaysMin(week) => {
                let asked = problem.weeks[usize::from(week)].days_min;
                (asked, Unit::Down(1), Count::Line(below(&model.days[usize::from(week)], asked)))
            }
            Rule::DaysMax(week) => {
                let asked = problem.weeks[usize::from(week)].days_max;
                let days = &model.days[usize::from(week)];
                let steps = (asked as usize + 1..=7).map(|n| count::reaches(days, n)).collect();
                (asked, Unit::Up(1), Count::Line(steps))
            }
            Rule::Freq(module) => {
                (problem.module(module).per_week, Unit::Up(1), Count::Rows(rows(&model.weekly, module)))
            }
            Rule::PerDay(module) => {
                (problem.module(module).per_day, Unit::Up(1), Count::Rows(rows(&model.daily, module)))
            }
            Rule::Gap(_) | Rule::Order(_) | Rule::DayMin | Rule::DayMax | Rule::Pin(..) => return None,
            Rule::Avail(_)
            | Rule::Absence(..)
            | Rule::PartialAbsence(..)
            | Rule::Closure(..)
            | Rule::Earliest(_)
            | Rule::Latest(_)
            | Rule::Full(..)
            | Rule::Off(..)
            | Rule::Busy(..)
            | Rule::Rooms(..) => (0, Unit::Places, Count::Places(blocked(model, rule))),
        };
        Some(Self { asked, unit, count })
    }

    fn becomes(&self, steps: usize) -> u32 {
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        match self.unit {
            Unit::Places => 0,
            Unit::Down(by) => self.asked.saturating_sub(steps.saturating_mul(by)),
            Unit::Up(by) => self.asked.saturating_add(steps.saturating_mul(by)),
        }
    }

    /// How many steps the last solution takes.
    fn given(&self, model: &Model<'_>) -> usize {
        let holds = |lit: &&Lit| model.sat.holds(**lit);
        match &self.count {
            Count::Line(steps) => steps.iter().take_while(holds).count(),
            Count::Rows(rows) => {
                let most = rows.iter().map(|row| row.iter().take_while(holds).count()).max().unwrap_or(0);
                most.saturating_sub(self.asked as usize)
            }
            Count::Places(times) => times.iter().filter(|lits| lits.iter().any(|lit| model.sat.holds(*lit))).count(),
        }
    }

    /// The fewest steps that arithmetic allows; none would be no way out at all.
    ///
    /// Not so for sessions: fewer of them fit more easily, but they also fill less.
    fn lowest(&self, problem: &Problem, rule: Rule, high: usize, too_little: &dyn Fn(&Problem) -> bool) -> usize {
        let (mut low, mut high) = (high.min(1), high);
        while low < high && !matches!((&self.unit, rule), (Unit::Places, _) | (_, Rule::Sessions(_))) {
            let middle = low.midpoint(high);
            if too_little(&problem.with_limit(rule, self.becomes(middle))) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// For each step the literal "gives more than this", as far as they matter.
    fn steps(&self, model: &mut Model<'_>, most: usize) -> Vec<Lit> {
        match &self.count {
            Count::Line(steps) => steps.clone(),
            Count::Rows(rows) => {
                let longest = rows.iter().map(Vec::len).max().unwrap_or(0);
                let above = (self.asked as usize..longest).map(|n| {
                    let lits: Vec<Lit> = rows.iter().filter_map(|row| row.get(n)).copied().collect();
                    count::any(&mut model.sat, &lits)
                });
                above.collect()
            }
            Count::Places(times) => {
                let lits: Vec<Lit> = times.iter().map(|lits| count::any(&mut model.sat, lits)).collect();
                count::total(&mut model.sat, &lits, most, Force::Up)
            }
        }
    }
}

fn at(module: ModuleIx) -> usize {
    usize::from(module.0)
}

fn below(count: &[Lit], asked: u32) -> Vec<Lit> {
    (1..=asked as usize).rev().map(|n| !count::reaches(count, n)).collect()
}

fn rows(counts: &[Vec<Vec<Lit>>], module: ModuleIx) -> Vec<Vec<Lit>> {
    counts.iter().map(|row| row[at(module)].clone()).collect()
}

fn used(model: &Model<'_>, rule: Rule) -> Vec<Placement> {
    let blocked = |at: &Placement| {
        let number = model.problem.find(*at);
        number.is_some_and(|number| model.problem.blocks(&model.problem.candidates[number]).contains(&rule))
    };
    model.solution().into_iter().filter(blocked).collect()
}

fn blocked(model: &Model<'_>, rule: Rule) -> Vec<Vec<Lit>> {
    let problem = model.problem;
    let mut times: BTreeMap<(usize, u16, u16), Vec<Lit>> = BTreeMap::new();
    for (number, (candidate, &lit)) in problem.candidates.iter().zip(&model.used).enumerate() {
        if lit != Lit::FALSE && problem.blocks(candidate).contains(&rule) {
            let which = if matches!(rule, Rule::Avail(_)) { 0 } else { number };
            times.entry((which, candidate.at.start, candidate.len)).or_default().push(lit);
        }
    }
    times.into_values().collect()
}
