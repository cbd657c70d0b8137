//! The pages of the intake, in the order of the conversation.

use crate::plan::Item;
use crate::wording::screen::IntakeLabel as L;

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// Names, contact, consent.
    #[default]
    Person,
    /// Strengths, needs, abilities and preferences.
    OwnWords,
    /// The program, its dates and the stay before.
    Program,
    /// The weeks and days on which they can come.
    Times,
    /// Diagnoses and level of care.
    Clinical,
    /// Medication and health.
    Health,
    /// Risk and the safety plan.
    Safety,
    /// Scores at intake.
    Scores,
    /// Payers.
    Coverage,
    /// Releases.
    Releases,
    /// Discharge and aftercare.
    Leaving,
}

impl Page {
    /// All pages.
    pub const ALL: [Self; 11] = [
        Self::Person,
        Self::OwnWords,
        Self::Program,
        Self::Times,
        Self::Clinical,
        Self::Health,
        Self::Safety,
        Self::Scores,
        Self::Coverage,
        Self::Releases,
        Self::Leaving,
    ];

    /// Its name.
    pub const fn label(self) -> L {
        match self {
            Self::Person => L::Person,
            Self::OwnWords => L::OwnWords,
            Self::Program => L::Program,
            Self::Times => L::Times,
            Self::Clinical => L::Clinical,
            Self::Health => L::Health,
            Self::Safety => L::Safety,
            Self::Scores => L::Scores,
            Self::Coverage => L::Coverage,
            Self::Releases => L::Releases,
            Self::Leaving => L::Leaving,
        }
    }

    /// Where the keyboard is when one comes to it.
    pub const fn first(self) -> L {
        match self {
            Self::Person => L::Name,
            Self::OwnWords => L::Strengths,
            Self::Program => L::ChooseTrack,
            Self::Times => L::UseProgramTimes,
            Self::Clinical => L::AddDiagnosis,
            Self::Health => L::AddMedication,
            Self::Safety => L::Risk,
            Self::Scores => L::Score,
            Self::Coverage => L::AddPayer,
            Self::Releases => L::AddRelease,
            Self::Leaving => L::Criteria,
        }
    }

    /// The page after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|page| *page > self)
    }

    /// The page before this one.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|page| *page < self)
    }

    /// The page that shows a part of the plan, and its number where it is a row there.
    pub fn of(item: Item) -> Option<(Self, Option<u32>)> {
        Some(match item {
            Item::Person => (Self::Person, None),
            Item::Frame => (Self::Clinical, None),
            Item::SafetyPlan => (Self::Safety, None),
            Item::Leaving => (Self::Leaving, None),
            Item::Release(id) => (Self::Releases, Some(id.0)),
            Item::Guardian(id) => (Self::Person, Some(id.0)),
            Item::Diagnosis(id) => (Self::Clinical, Some(id.0)),
            Item::Medication(id) => (Self::Health, Some(id.0)),
            Item::Segment(id) => (Self::Program, Some(id.0)),
            Item::Payer(id) => (Self::Coverage, Some(id.0)),
            Item::Result(_) => (Self::Scores, None),
            Item::Support(id) => (Self::Leaving, Some(id.0)),
            Item::Plan
            | Item::Week(_)
            | Item::Need(_)
            | Item::Goal(_)
            | Item::Objective(_)
            | Item::Module(_)
            | Item::Session(_)
            | Item::Review(_)
            | Item::SignOff(_)
            | Item::Addendum(_) => return None,
        })
    }
}
