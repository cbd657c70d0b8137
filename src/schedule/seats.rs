//! The places in a clinic's groups that plans hold, and which of them are taken for somebody else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::opening::{Opening, openings};
use crate::base::{Date, ModuleId, SessionId, Slug, Weekday, is_blank};
use crate::catalog::{Block, Clinic};
use crate::plan::{Plan, Standing};

/// What a plan holds in the groups of its clinic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seats {
    /// The clinic.
    pub clinic: Slug,
    /// Whose plan it is.
    pub who: Who,
    /// Draft or in effect.
    pub standing: Standing,
    /// The dates of each group, in order; what was called off, or lies after a discharge, is not among them.
    pub dates: BTreeMap<Slug, Vec<Date>>,
}

/// A person, as far as a list of places names them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Who {
    /// What they are called.
    pub called: String,
    /// Full legal name.
    pub name: String,
    /// Date of birth.
    pub born: Option<Date>,
    /// Medical record number.
    pub record: String,
}

impl Who {
    /// The person of a plan.
    pub fn of(plan: &Plan) -> Self {
        let person = &plan.person;
        Self {
            called: person.called().to_owned(),
            name: person.name.clone(),
            born: person.birth_date,
            record: person.record_number.clone(),
        }
    }

    /// Whether two plans are surely for one person; nobody is known by a blank name.
    pub fn is_same(&self, other: &Self) -> bool {
        let Self { called: _, name, born, record } = self;
        !is_blank(name) && (name, born, record) == (&other.name, &other.born, &other.record)
    }
}

impl Seats {
    /// What a plan holds; `None` where it names no clinic.
    pub fn of(plan: &Plan) -> Option<Self> {
        let clinic = plan.program.clinic.clone()?;
        let left = plan.leaving.discharge.as_ref().map(|discharge| discharge.date);
        let mut dates: BTreeMap<Slug, BTreeSet<Date>> = BTreeMap::new();
        let kept = plan.sessions.iter().filter(|session| session.status.occupies());
        for session in kept.filter(|session| left.is_none_or(|left| session.date <= left)) {
            if let Some(block) = &session.block {
                dates.entry(block.clone()).or_default().insert(session.date);
            }
        }
        let dates = dates.into_iter().map(|(block, dates)| (block, dates.into_iter().collect())).collect();
        Some(Self { clinic, who: Who::of(plan), standing: plan.course.standing, dates })
    }
}

/// What the plan of a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booking<'a> {
    /// The file.
    pub file: &'a Path,
    /// What its plan holds.
    pub seats: &'a Seats,
}

/// How many places of each meeting of a group are taken by others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken(BTreeMap<Slug, BTreeMap<Date, u16>>);

impl Taken {
    /// Where nothing is known of others.
    pub const NOBODY: &'static Self = &Self(BTreeMap::new());

    /// What all others hold in the clinic of a plan: other files, and other people than the plan's own.
    ///
    /// A person of whom there are several files sits on one chair.
    pub fn beside(plan: &Plan, own: Option<&Path>, bookings: &[Booking<'_>]) -> Self {
        let (clinic, who) = (plan.program.clinic.as_ref(), Who::of(plan));
        let is_other = |booking: &&Booking<'_>| {
            Some(&booking.seats.clinic) == clinic && Some(booking.file) != own && !booking.seats.who.is_same(&who)
        };
        let mut taken: BTreeMap<Slug, BTreeMap<Date, u16>> = BTreeMap::new();
        let mut counted = BTreeSet::new();
        for booking in bookings.iter().filter(is_other) {
            for (block, dates) in &booking.seats.dates {
                for date in dates {
                    if counted.insert((block, *date, chair(booking))) {
                        *taken.entry(block.clone()).or_default().entry(*date).or_default() += 1;
                    }
                }
            }
        }
        Self(taken)
    }

    /// Whether others hold nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many places of a group are taken on a date.
    pub fn on(&self, block: &Slug, date: Date) -> u16 {
        self.0.get(block).and_then(|dates| dates.get(&date)).copied().unwrap_or(0)
    }

    /// Whether a group has no place left on a date.
    pub fn is_full(&self, block: &Block, date: Date) -> bool {
        self.on(&block.slug, date) >= u16::from(block.capacity)
    }
}

/// Who sits on a chair: a known person, whatever the file, or whoever a file is about.
pub(super) fn chair<'a>(booking: &Booking<'a>) -> (Option<&'a Path>, &'a str, Option<Date>, &'a str) {
    let Who { called: _, name, born, record } = &booking.seats.who;
    if is_blank(name) { (Some(booking.file), "", None, "") } else { (None, name, *born, record) }
}

/// A meeting in which others have all places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowded {
    /// The module.
    pub module: ModuleId,
    /// The group.
    pub block: Slug,
    /// The date.
    pub date: Date,
    /// How many others have a place.
    pub others: u16,
    /// How many places there are.
    pub capacity: u8,
    /// The person's own session in it, which is one too many.
    pub own: Option<SessionId>,
}

/// The meetings of a plan's groups, from a date on, in which others have all places: those that the person could come
/// to but for that, and those in which they are one too many.
pub fn crowded(plan: &Plan, clinic: &Clinic, taken: &Taken, from: Option<Date>) -> Vec<Crowded> {
    if taken.is_empty() { Vec::new() } else { crowded_among(&openings(plan, clinic), plan, clinic, taken, from) }
}

/// The same among the meetings of the plan's groups, for whoever knows them.
pub fn crowded_among(
    openings: &[Opening],
    plan: &Plan,
    clinic: &Clinic,
    taken: &Taken,
    from: Option<Date>,
) -> Vec<Crowded> {
    if taken.is_empty() {
        return Vec::new();
    }
    let ahead = openings.iter().filter(|one| from.is_none_or(|from| one.date >= from));
    let found = ahead.filter_map(|one| {
        let block = clinic.blocks.iter().find(|block| block.slug == one.block)?;
        let could = one.taken.is_some() || plan.person.is_free(Weekday::of(one.date), one.start, one.end());
        let (module, date, own) = (one.module, one.date, one.taken);
        let others = taken.on(&one.block, date);
        let found = Crowded { module, block: one.block.clone(), date, others, capacity: block.capacity, own };
        (could && taken.is_full(block, date)).then_some(found)
    });
    found.collect()
}

/// Whether a group has a place for the person of a plan on a date: a free one, or their own in a plan in effect.
pub(super) fn has_place(plan: &Plan, taken: &Taken, block: &Block, date: Date) -> bool {
    let is_own = || {
        let mut kept = plan.sessions.iter().filter(|session| session.status.occupies() && session.date == date);
        plan.course.standing != Standing::Draft && kept.any(|session| session.block.as_ref() == Some(&block.slug))
    };
    !taken.is_full(block, date) || is_own()
}
