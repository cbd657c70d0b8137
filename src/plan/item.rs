//! Anything in a plan that can be pointed at: selection, finding subject, drag payload and scroll target at once.

use serde::{Deserialize, Serialize};

use crate::base::{
    AddendumId, DiagnosisId, GoalId, GuardianId, MedicationId, ModuleId, NeedId, ObjectiveId, PayerId, ReleaseId,
    ResultId, ReviewId, SegmentId, SessionId, SignOffId, SupportId,
};

/// Anything in a plan that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Item {
    /// The plan as a whole.
    Plan,
    /// The person.
    Person,
    /// The clinical frame.
    Frame,
    /// The safety plan.
    SafetyPlan,
    /// Discharge criteria and aftercare.
    Leaving,
    /// A week, numbered from 1.
    Week(u16),
    /// A release of information.
    Release(ReleaseId),
    /// A guardian.
    Guardian(GuardianId),
    /// A diagnosis.
    Diagnosis(DiagnosisId),
    /// A medication.
    Medication(MedicationId),
    /// A segment.
    Segment(SegmentId),
    /// A payer.
    Payer(PayerId),
    /// A need.
    Need(NeedId),
    /// A goal.
    Goal(GoalId),
    /// An objective.
    Objective(ObjectiveId),
    /// A placed module.
    Module(ModuleId),
    /// A session.
    Session(SessionId),
    /// A result.
    Result(ResultId),
    /// A review.
    Review(ReviewId),
    /// A sign-off.
    SignOff(SignOffId),
    /// An addendum.
    Addendum(AddendumId),
    /// A support that stays.
    Support(SupportId),
}

impl core::fmt::Display for Item {
    /// The name by which machines know it, as in `session:41`.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Plan => write!(f, "plan"),
            Self::Person => write!(f, "person"),
            Self::Frame => write!(f, "frame"),
            Self::SafetyPlan => write!(f, "safety-plan"),
            Self::Leaving => write!(f, "leaving"),
            Self::Week(n) => write!(f, "week:{n}"),
            Self::Release(id) => write!(f, "release:{id}"),
            Self::Guardian(id) => write!(f, "guardian:{id}"),
            Self::Diagnosis(id) => write!(f, "diagnosis:{id}"),
            Self::Medication(id) => write!(f, "medication:{id}"),
            Self::Segment(id) => write!(f, "segment:{id}"),
            Self::Payer(id) => write!(f, "payer:{id}"),
            Self::Need(id) => write!(f, "need:{id}"),
            Self::Goal(id) => write!(f, "goal:{id}"),
            Self::Objective(id) => write!(f, "objective:{id}"),
            Self::Module(id) => write!(f, "module:{id}"),
            Self::Session(id) => write!(f, "session:{id}"),
            Self::Result(id) => write!(f, "result:{id}"),
            Self::Review(id) => write!(f, "review:{id}"),
            Self::SignOff(id) => write!(f, "sign-off:{id}"),
            Self::Addendum(id) => write!(f, "addendum:{id}"),
            Self::Support(id) => write!(f, "support:{id}"),
        }
    }
}
