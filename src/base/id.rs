//! Ids inside one plan: small numbers from the plan's own counter, never reused, never an index.

use serde::{Deserialize, Serialize};

/// What every id can do: be made from, and turned back into, the plan's counter.
pub trait Id: Copy + Ord + core::fmt::Debug {
    /// The id with this number.
    fn from_number(number: u32) -> Self;
    /// The number of this id.
    fn number(self) -> u32;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl Id for $name {
            fn from_number(number: u32) -> Self {
                Self(number)
            }
            fn number(self) -> u32 {
                self.0
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A note added after a document took effect.
    AddendumId,
    /// An authorization by a payer.
    AuthorizationId,
    /// A diagnosis.
    DiagnosisId,
    /// A goal.
    GoalId,
    /// A parent or guardian.
    GuardianId,
    /// A medication that the person takes.
    MedicationId,
    /// A module placed in the plan.
    ModuleId,
    /// An assessed need.
    NeedId,
    /// An objective of a goal.
    ObjectiveId,
    /// A payer.
    PayerId,
    /// A release of information.
    ReleaseId,
    /// A result of a measure.
    ResultId,
    /// A progress review.
    ReviewId,
    /// A care segment.
    SegmentId,
    /// A session on the calendar.
    SessionId,
    /// A signature, its refusal or a failed attempt at one.
    SignOffId,
    /// A support that stays after the program ends.
    SupportId,
}
