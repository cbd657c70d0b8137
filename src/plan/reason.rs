//! Why something changes in the version under way, said once for each thing that changes.

use serde::{Deserialize, Serialize};

use super::{CourseOfCare, Item};

/// Why something changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeReason {
    /// The number of the version that brings the change.
    pub version: u32,
    /// What changes; it may be gone by then.
    pub about: Reasoned,
    /// Why.
    pub why: String,
}

/// What a change can have a reason for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reasoned {
    /// The calendar: one reason for all sessions that are new, gone or elsewhere.
    Calendar,
    /// A part or record of the plan.
    Part(Item),
}

impl Reasoned {
    /// What a reason for a change of this would be about; `None` for what happened rather than was decided.
    pub const fn of(item: Item) -> Option<Self> {
        match item {
            Item::Session(_) | Item::Week(_) => Some(Self::Calendar),
            Item::Plan | Item::Result(_) | Item::Review(_) | Item::SignOff(_) | Item::Addendum(_) => None,
            Item::Person
            | Item::Frame
            | Item::SafetyPlan
            | Item::Leaving
            | Item::Release(_)
            | Item::Guardian(_)
            | Item::Diagnosis(_)
            | Item::Medication(_)
            | Item::Segment(_)
            | Item::Payer(_)
            | Item::Need(_)
            | Item::Goal(_)
            | Item::Objective(_)
            | Item::Module(_)
            | Item::Support(_) => Some(Self::Part(item)),
        }
    }
}

impl CourseOfCare {
    /// Why something changes in a version; blank where nothing says so.
    pub fn reason(&self, version: u32, about: Reasoned) -> &str {
        let mine = |reason: &&ChangeReason| reason.version == version && reason.about == about;
        self.reasons.iter().find(mine).map_or("", |reason| &reason.why)
    }

    /// Says why something changes in a version, in place of what was said before; nothing stays of a blank reason.
    pub(super) fn give_reason(&mut self, reason: &ChangeReason) {
        let is_same = |other: &ChangeReason| (other.version, other.about) == (reason.version, reason.about);
        if crate::base::is_blank(&reason.why) {
            return self.reasons.retain(|other| !is_same(other));
        }
        match self.reasons.iter_mut().find(|other| is_same(other)) {
            Some(other) => other.clone_from(reason),
            None => self.reasons.push(reason.clone()),
        }
    }
}
