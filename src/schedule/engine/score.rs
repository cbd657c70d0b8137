//! What a timetable is worth: the rules that it breaks and the value of each tier, counted without any clauses.

use super::answer::{Culprit, Tier};
use super::problem::{Placement, Problem};
use super::rule::Rule;
use super::sheet::Sheet;

/// Something that a timetable must not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Violation {
    /// There is no such place.
    NoPlace(Placement),
    /// The same place twice.
    Twice(Placement),
    /// Two sessions at once, or too close.
    Overlap(Placement, Placement),
    /// A session that was held is missing.
    Held(Placement),
    /// A rule is broken.
    Rule(Rule),
}

/// The worth of a timetable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// What is wrong, in order.
    pub violations: Vec<Violation>,
    /// The value of each tier, in the order of [`Tier::ALL`].
    pub values: [u32; 8],
}

impl Score {
    /// The value of a tier.
    pub const fn value(&self, tier: Tier) -> u32 {
        self.values[tier as usize]
    }

    /// The values of some tiers, in their order.
    pub fn vector(&self, tiers: &[Tier]) -> Vec<u32> {
        tiers.iter().map(|&tier| self.value(tier)).collect()
    }
}

/// Counts what a timetable is worth.
pub fn evaluate(problem: &Problem, placements: &[Placement]) -> Score {
    let sheet = Sheet::of(problem, placements);
    let mut violations = sheet.broken(placements);
    violations.sort_unstable();
    violations.dedup();
    Score { violations, values: values_of(&sheet) }
}

/// Only the values of the tiers.
pub(super) fn values(problem: &Problem, placements: &[Placement]) -> [u32; 8] {
    values_of(&Sheet::of(problem, placements))
}

fn values_of(sheet: &Sheet<'_>) -> [u32; 8] {
    Tier::ALL.map(|tier| sheet.parts(tier).iter().map(|culprit| culprit.amount).sum())
}

/// What makes the value of a tier, largest first.
pub fn culprits(problem: &Problem, placements: &[Placement], tier: Tier) -> Vec<Culprit> {
    let mut parts = Sheet::of(problem, placements).parts(tier);
    parts.retain(|part| part.amount > 0);
    parts.sort_by(|a, b| b.amount.cmp(&a.amount).then(a.place.cmp(&b.place)));
    parts
}

/// Slots from which on a break counts as long: 45 minutes.
pub(super) fn long_wait(problem: &Problem) -> u16 {
    u16::try_from(45_u32.div_ceil(problem.slot_minutes)).unwrap_or(u16::MAX)
}
