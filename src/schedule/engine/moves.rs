//! What moving a session would cost: every other place of it with the change of each tier, or the rules in its way.

use super::answer::Tier;
use super::problem::{Placement, Problem, State};
use super::score::Violation;
use super::sheet::Sheet;

/// A place to which a session could go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The place.
    pub to: Placement,
    /// What stands against it; empty where it can go.
    pub against: Vec<Violation>,
    /// How each tier would change, in the order of [`Tier::ALL`]; lower is better.
    pub change: [i32; 8],
}

impl Move {
    /// Whether the place is free.
    pub const fn is_free(&self) -> bool {
        self.against.is_empty()
    }

    /// Whether the timetable would be better, the same or worse, with these aims in order.
    pub fn compare(&self, tiers: &[Tier]) -> core::cmp::Ordering {
        let changes = tiers.iter().map(|&tier| self.change[tier as usize]);
        changes.map(|change| change.cmp(&0)).find(|order| order.is_ne()).unwrap_or(core::cmp::Ordering::Equal)
    }
}

/// Every other place of a session; nothing where there is no such session, or it was held.
///
/// Rules that the timetable breaks already are not held against a move.
pub fn moves(problem: &Problem, placements: &[Placement], which: Placement) -> Vec<Move> {
    let Some(number) = problem.find(which).filter(|_| placements.contains(&which)) else { return Vec::new() };
    let from = &problem.candidates[number];
    if from.state == State::Held {
        return Vec::new();
    }
    let mut taken: Vec<Placement> = placements.to_vec();
    taken.sort_unstable();
    let mut sheet = Sheet::of(problem, placements);
    let places = problem.module(which.module).places.iter().map(|&number| number as usize);
    let others = places.filter(|&place| {
        let candidate = &problem.candidates[place];
        candidate.state != State::Held && taken.binary_search(&candidate.at).is_err()
    });
    others.map(|to| try_move(problem, &mut sheet, number, to)).collect()
}

fn try_move(problem: &Problem, sheet: &mut Sheet<'_>, from: usize, to: usize) -> Move {
    let (old, new) = (&problem.candidates[from], &problem.candidates[to]);
    if new.state == State::Blocked {
        let against = problem.blocks(new).iter().map(|&rule| Violation::Rule(rule)).collect();
        return Move { to: new.at, against, change: [0; 8] };
    }
    let (module, around) = (old.at.module, [old, new]);
    let (before, values) = (sheet.broken_around(module, around), sheet.values_around(module, around));
    sheet.take(from);
    sheet.put(to);
    let (mut against, after) = (sheet.broken_around(module, around), sheet.values_around(module, around));
    sheet.take(to);
    sheet.put(from);
    against.retain(|found| !before.contains(found));
    let signed = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    let mut change = [0; 8];
    for ((change, after), before) in change.iter_mut().zip(after).zip(values) {
        *change = signed(after) - signed(before);
    }
    Move { to: new.at, against, change }
}
