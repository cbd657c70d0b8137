//! What moving a session would cost: every other place of it with the change of each tier, or the rules in its way.

use super::answer::Tier;
use super::problem::{Placement, Problem, State};
use super::score::{self, Violation};

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
    let held = |at: Placement| problem.find(at).is_none_or(|number| problem.candidates[number].state == State::Held);
    let Some(at) = placements.iter().position(|&placement| placement == which) else { return Vec::new() };
    if held(which) || usize::from(which.module.0) >= problem.modules.len() {
        return Vec::new();
    }
    let before = score::evaluate(problem, placements);
    let mut trial = placements.to_vec();
    let places = problem.module(which.module).places.iter().map(|&number| &problem.candidates[number as usize]);
    let others = places.filter(|place| place.state != State::Held && !placements.contains(&place.at));
    others
        .map(|place| {
            if place.state == State::Blocked {
                let against = problem.blocks(place).iter().map(|&rule| Violation::Rule(rule)).collect();
                return Move { to: place.at, against, change: [0; 8] };
            }
            trial[at] = place.at;
            let after = score::evaluate(problem, &trial);
            let mut change = [0; 8];
            for ((change, after), before) in change.iter_mut().zip(after.values).zip(before.values) {
                *change = i32::try_from(after).unwrap_or(i32::MAX) - i32::try_from(before).unwrap_or(i32::MAX);
            }
            let against = after.violations.into_iter().filter(|found| !before.violations.contains(found)).collect();
            Move { to: place.at, against, change }
        })
        .collect()
}
