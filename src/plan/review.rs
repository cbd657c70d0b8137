//! A progress review: what was found, stated and decided, and who agreed.

use serde::{Deserialize, Serialize};

use super::{ObjectiveStatus, SignerRole};
use crate::base::{Date, ObjectiveId, ReviewId};

/// A progress review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Id.
    pub id: ReviewId,
    /// When it is or was due.
    pub due: Date,
    /// When it was held; `None` while it lies ahead.
    pub held: Option<Date>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// What the person says.
    pub person_says: String,
    /// What the team says.
    pub summary: String,
    /// Statements, objectives one by one, and who agreed.
    #[serde(default, skip_serializing_if = "ReviewNotes::is_empty")]
    pub notes: ReviewNotes,
}

impl Review {
    /// A review that lies ahead; the plan gives its id.
    pub fn ahead(due: Date) -> Self {
        Self {
            id: ReviewId::default(),
            due,
            held: None,
            decision: None,
            person_says: String::new(),
            summary: String::new(),
            notes: ReviewNotes::default(),
        }
    }
}

/// What a review decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Decision {
    /// Go on as planned.
    Continue,
    /// More of it.
    Intensify,
    /// To a less intensive setting.
    StepDown,
    /// To a more intensive setting.
    StepUp,
    /// Put on hold.
    Hold,
    /// Discharge.
    Discharge,
}

impl Decision {
    /// All decisions, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Continue, Self::Intensify, Self::StepDown, Self::StepUp, Self::Hold, Self::Discharge];
}

/// What a review holds beside its decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReviewNotes {
    /// What rule packs ask a review to state.
    pub statements: Statements,
    /// How far each objective is, and what shows it.
    pub objectives: Vec<ObjectiveNote>,
    /// Who agreed, and who did not.
    pub agreements: Vec<Agreement>,
    /// The language in which it was explained, as a BCP 47 tag; blank while it was not.
    pub explained_in: String,
    /// The interpreter who was there; blank if none was.
    pub interpreter: String,
}

impl ReviewNotes {
    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What rule packs ask a review to state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Statements {
    /// How the person responded to treatment.
    pub response: String,
    /// Symptoms that remain a risk of relapse or hospital care.
    pub risks: String,
    /// Goals for coordinating services towards discharge.
    pub discharge_goals: String,
    /// Why the hours of this level of care are still needed.
    pub hours_needed: String,
}

/// How far an objective was at a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveNote {
    /// The objective.
    pub objective: ObjectiveId,
    /// How far it was.
    pub status: ObjectiveStatus,
    /// What shows it.
    pub evidence: String,
}

/// What somebody said to a review’s outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// In which role.
    pub role: SignerRole,
    /// Who.
    pub name: String,
    /// What they said.
    pub stance: Stance,
}

/// Whether somebody agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stance {
    /// They agree.
    Agrees,
    /// They do not, and why.
    Disagrees(String),
    /// They were not there.
    Absent,
}
