//! The steps of a review, in the order of the conversation.

use crate::wording::screen::ReviewWords as W;

/// A step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// What was measured.
    #[default]
    Scores,
    /// What was attended and delivered.
    Attendance,
    /// How far objectives are.
    Objectives,
    /// What the person says.
    Voice,
    /// What is decided.
    Decision,
    /// What changes since the last version.
    Changes,
    /// Who agreed.
    Agreement,
    /// Signing.
    Sign,
    /// What was signed before.
    Versions,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 9] = [
        Self::Scores,
        Self::Attendance,
        Self::Objectives,
        Self::Voice,
        Self::Decision,
        Self::Changes,
        Self::Agreement,
        Self::Sign,
        Self::Versions,
    ];

    /// Its name.
    pub const fn name(self) -> W {
        match self {
            Self::Scores => W::Scores,
            Self::Attendance => W::Attendance,
            Self::Objectives => W::Objectives,
            Self::Voice => W::Voice,
            Self::Decision => W::Decision,
            Self::Changes => W::Changes,
            Self::Agreement => W::Agreement,
            Self::Sign => W::Sign,
            Self::Versions => W::Versions,
        }
    }

    /// The step after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|step| *step > self)
    }

    /// The step before this one.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|step| *step < self)
    }
}
