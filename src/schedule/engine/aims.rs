//! The tiers as clauses: each is a sum of small unary numbers, one for each week, module or date.

use std::collections::BTreeMap;

use super::answer::Tier;
use super::count::{self, Force, reaches};
use super::instance::FormatText;
use super::model::Model;
use super::problem::{Candidate, State};
use super::sat::Lit;
use super::score;

/// A part of a tier in unary: literal `i` says "at least `i + 1`".
pub(super) type Part = Vec<Lit>;

/// The parts of a tier; no part need be counted beyond `most`.
pub(super) fn parts(model: &mut Model<'_>, tier: Tier, most: u32) -> Vec<Part> {
    let cap = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
    let mut parts = match tier {
        Tier::Change => changes(model, cap),
        Tier::Pacing => pacing(model),
        Tier::Days => model.days.iter().skip(model.problem.first_week).cloned().collect(),
        Tier::Waits => waits(model, cap),
        Tier::Provider => providers(model, cap),
        Tier::Slot => slots(model, cap),
        Tier::Pref => outside(model, cap),
        Tier::Hours => hours(model),
    };
    for part in &mut parts {
        while part.last() == Some(&Lit::FALSE) {
            part.pop();
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn open<'a>(model: &'a Model<'_>) -> impl Iterator<Item = (usize, &'a Candidate, Lit)> + 'a {
    let all = model.problem.candidates.iter().zip(model.used.iter().copied()).enumerate();
    all.filter(|(_, (_, lit))| *lit != Lit::FALSE).map(|(number, (candidate, lit))| (number, candidate, lit))
}

/// Sums literals by a key, each sum up to `cap`.
fn by_key(model: &mut Model<'_>, lits: Vec<(usize, Lit)>, cap: usize) -> Vec<Part> {
    let mut groups: BTreeMap<usize, Vec<Lit>> = BTreeMap::new();
    for (key, lit) in lits {
        groups.entry(key).or_default().push(lit);
    }
    groups.into_values().map(|lits| count::total(&mut model.sat, &lits, cap, Force::Up)).collect()
}

fn changes(model: &mut Model<'_>, cap: usize) -> Vec<Part> {
    let change = &model.problem.change;
    let mut lits = Vec::new();
    for (number, candidate, lit) in open(model) {
        for _ in 0..change[number] {
            lits.push((usize::from(candidate.at.week), lit));
        }
    }
    by_key(model, lits, cap)
}

fn pacing(model: &Model<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (week, reached) in model.reached.iter().enumerate() {
        for (number, module) in model.problem.modules.iter().enumerate() {
            let pace = usize::try_from(module.pace[week]).unwrap_or(usize::MAX);
            let all = usize::try_from(module.sessions).unwrap_or(usize::MAX);
            let line = &reached[number];
            parts.push((1..=pace).rev().map(|n| !reaches(line, n)).collect());
            parts.push((pace + 1..=all).map(|n| reaches(line, n)).collect());
        }
    }
    parts
}

fn waits(model: &mut Model<'_>, cap: usize) -> Vec<Part> {
    let mut lits = Vec::new();
    for date in model.problem.first_week * 7..model.problem.weeks.len() * 7 {
        for lit in waits_of(model, date) {
            lits.push((date / 7, lit));
        }
    }
    by_key(model, lits, cap)
}

/// For each time at which a session may end, whether a long break follows.
fn waits_of(model: &mut Model<'_>, date: usize) -> Vec<Lit> {
    let long = score::long_wait(model.problem);
    let mut times: Vec<(u16, u16, Lit)> =
        model.starts(date).into_iter().map(|start| (start.from, start.to, start.taken)).collect();
    let extras = model.problem.extras.iter().filter(|extra| extra.date == date);
    times.extend(extras.map(|extra| (extra.start, extra.end, Lit::TRUE)));
    times.sort_unstable();
    let later = later(model, &times);
    let mut ends: BTreeMap<u16, Vec<Lit>> = BTreeMap::new();
    for &(_, to, lit) in &times {
        ends.entry(to).or_default().push(lit);
    }
    let mut waits = Vec::new();
    for (end, lits) in ends {
        let after = later.range(end.saturating_add(long)..).next().map_or(Lit::FALSE, |(_, lit)| *lit);
        if after == Lit::FALSE {
            continue;
        }
        let wait = model.sat.fresh();
        let near = times.iter().filter(|(from, ..)| (end..end.saturating_add(long)).contains(from));
        let mut clause: Vec<Lit> = near.map(|(_, _, lit)| *lit).collect();
        clause.extend([wait, !after]);
        for lit in lits {
            clause.push(!lit);
            model.sat.add(&clause);
            clause.pop();
        }
        waits.push(wait);
    }
    waits
}

/// For each start, whether a session begins then or later.
fn later(model: &mut Model<'_>, times: &[(u16, u16, Lit)]) -> BTreeMap<u16, Lit> {
    let mut later = BTreeMap::new();
    let mut after = Lit::FALSE;
    for same in times.chunk_by(|a, b| a.0 == b.0).rev() {
        let lit = model.sat.fresh();
        for &(_, _, taken) in same {
            model.sat.imply(&[taken], lit);
        }
        model.sat.imply(&[after], lit);
        later.insert(same[0].0, lit);
        after = lit;
    }
    later
}

/// For each module how many different `what` it uses; `key` has the module first.
fn distinct(model: &mut Model<'_>, uses: Vec<((usize, u32), Lit)>, cap: usize) -> BTreeMap<usize, Part> {
    let mut seen: BTreeMap<(usize, u32), Vec<Lit>> = BTreeMap::new();
    for (key, lit) in uses {
        seen.entry(key).or_default().push(lit);
    }
    let mut of: BTreeMap<usize, Vec<Lit>> = BTreeMap::new();
    for ((module, _), lits) in seen {
        let used = if lits.contains(&Lit::TRUE) { Lit::TRUE } else { count::any(&mut model.sat, &lits) };
        of.entry(module).or_default().push(used);
    }
    let sums = of.into_iter().map(|(module, lits)| (module, count::total(&mut model.sat, &lits, cap, Force::Up)));
    sums.collect()
}

fn providers(model: &mut Model<'_>, cap: usize) -> Vec<Part> {
    let booked = |candidate: &Candidate| model.problem.module(candidate.at.module).format != FormatText::Group;
    let uses = open(model).filter(|(_, candidate, _)| booked(candidate));
    let uses =
        uses.map(|(_, candidate, lit)| ((usize::from(candidate.at.module.0), u32::from(candidate.at.who.0)), lit));
    let uses = uses.collect();
    distinct(model, uses, cap).into_values().collect()
}

fn slots(model: &mut Model<'_>, cap: usize) -> Vec<Part> {
    let uses = open(model).map(|(_, candidate, lit)| ((usize::from(candidate.at.module.0), candidate.slot), lit));
    let uses = uses.collect();
    let sums = distinct(model, uses, cap);
    // Sessions of one week have different weekly times, so that a week's number is a bound.
    for (&module, sum) in &sums {
        for week in 0..model.weekly.len() {
            for n in 1..=model.weekly[week][module].len().min(sum.len()) {
                let many = model.weekly[week][module][n - 1];
                model.sat.imply(&[many], sum[n - 1]);
            }
        }
    }
    sums.into_values().collect()
}

fn outside(model: &mut Model<'_>, cap: usize) -> Vec<Part> {
    let problem = model.problem;
    let outside = open(model).filter(|(_, candidate, _)| !problem.is_preferred(candidate));
    let held = |candidate: &Candidate| candidate.state == State::Held;
    let lits = outside
        .map(|(_, candidate, lit)| (if held(candidate) { usize::MAX } else { usize::from(candidate.at.week) }, lit));
    let lits = lits.collect();
    by_key(model, lits, cap)
}

fn hours(model: &Model<'_>) -> Vec<Part> {
    let problem = model.problem;
    let slot = problem.slot_minutes;
    let mut parts = Vec::new();
    for (week, load) in model.counted.iter().enumerate().skip(problem.first_week) {
        let target = problem.weeks[week].target;
        let most = load.last().map_or(0, |entry| entry.0);
        let above = (1..).map(|n| (target + n * slot).div_ceil(slot)).take_while(|&value| value <= most);
        parts.push(above.map(|value| count::at_least(load, value)).collect());
        let below = (1..=target / slot).map(|n| (target - n * slot) / slot + 1);
        parts.push(below.map(|value| !count::at_least(load, value)).collect());
    }
    parts
}
