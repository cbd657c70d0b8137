//! The course of treatment: results, sign-offs, standing and addenda.

use serde::{Deserialize, Serialize};

use super::{ChangeReason, Review};
use crate::base::{AddendumId, Date, GoalId, ObjectiveId, ResultId, Score, SignOffId, Slug};

/// What happens while the plan runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourseOfCare {
    /// Draft or in effect.
    pub standing: Standing,
    /// Results of measures, in the order entered.
    pub results: Vec<MeasureResult>,
    /// Progress reviews.
    pub reviews: Vec<Review>,
    /// Signatures, refusals and failed attempts: a log, to which answers are added and in which none is replaced.
    pub sign_offs: Vec<SignOff>,
    /// Notes added after the plan took effect.
    pub addenda: Vec<Addendum>,
    /// When the person got a copy.
    pub copy_given: Option<Date>,
    /// Why things changed, version by version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<ChangeReason>,
}

impl Default for CourseOfCare {
    fn default() -> Self {
        Self {
            standing: Standing::Draft,
            results: Vec::new(),
            reviews: Vec::new(),
            sign_offs: Vec::new(),
            addenda: Vec::new(),
            copy_given: None,
            reasons: Vec::new(),
        }
    }
}

/// Draft or in effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Nobody is treated by it yet.
    Draft,
    /// In effect since this date.
    InEffect(Date),
}

/// A result of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureResult {
    /// Id.
    pub id: ResultId,
    /// The measure's catalog slug.
    pub measure: Slug,
    /// The measure's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The language of the form, as a BCP 47 tag.
    pub language: String,
    /// When it was completed.
    pub date: Date,
    /// Total; `None` for a partial form, which is not scored.
    pub total: Option<Score>,
    /// The answer to the question about safety, where the measure has one.
    pub safety: Option<SafetyAnswer>,
    /// What an alert was answered with; blank while it is open.
    pub alert_action: String,
    /// Why it was entered in error; `None` if it was not.
    pub in_error: Option<String>,
    /// Note.
    pub note: String,
    /// The goal or objective that was rated, where the scale is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Rated>,
}

/// What a scale of one's own or a goal attainment scale was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rated {
    /// A goal.
    Goal(GoalId),
    /// An objective.
    Objective(ObjectiveId),
}

/// The answer to a measure's question about safety.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SafetyAnswer {
    /// Asked and answered with this many points.
    Answered(Score),
    /// Not asked.
    NotAsked,
}

/// A signature, its refusal, or an attempt at one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// Id.
    pub id: SignOffId,
    /// In which role.
    pub role: SignerRole,
    /// Who.
    pub name: String,
    /// Credentials, or what they are to the person.
    pub standing: String,
    /// What it means, as in "I took part in making this plan".
    pub meaning: String,
    /// What came of it.
    pub outcome: SignOutcome,
    /// When it was entered, where that is later than the day that it tells of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Date>,
    /// Why it was entered in error; `None` if it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_error: Option<String>,
}

/// In which role somebody signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SignerRole {
    /// The person.
    Person,
    /// A parent or guardian.
    Guardian,
    /// The clinician who wrote the plan.
    Clinician,
    /// The supervisor.
    Supervisor,
    /// The physician or other certifying practitioner.
    Physician,
}

/// What came of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SignOutcome {
    /// Not yet.
    Awaited,
    /// In ink on this date, with the signed copy on file.
    Ink(Date),
    /// In the electronic health record, on the date that it shows.
    HealthRecord(Date),
    /// Typed in the program, which is no certificate.
    Attested(Date),
    /// Refused, with the reason.
    Refused {
        /// When.
        date: Date,
        /// Why.
        reason: String,
    },
    /// Asked for in vain.
    Attempted {
        /// When.
        date: Date,
        /// Why it did not come about.
        reason: String,
    },
}

impl SignOutcome {
    /// The day that it tells of; `None` while it is awaited.
    pub const fn date(&self) -> Option<Date> {
        match self {
            Self::Awaited => None,
            Self::Ink(date)
            | Self::HealthRecord(date)
            | Self::Attested(date)
            | Self::Refused { date, .. }
            | Self::Attempted { date, .. } => Some(*date),
        }
    }

    /// The day of a signature of any kind; `None` while there is none.
    pub const fn signed(&self) -> Option<Date> {
        match self {
            Self::Ink(date) | Self::HealthRecord(date) | Self::Attested(date) => Some(*date),
            Self::Awaited | Self::Refused { .. } | Self::Attempted { .. } => None,
        }
    }

    /// The day of a signature that a payer takes: in ink or in the health record, never one that was only typed.
    pub const fn binding(&self) -> Option<Date> {
        match self {
            Self::Ink(date) | Self::HealthRecord(date) => Some(*date),
            Self::Attested(_) | Self::Awaited | Self::Refused { .. } | Self::Attempted { .. } => None,
        }
    }
}

/// A note added after the plan took effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addendum {
    /// Id.
    pub id: AddendumId,
    /// The day it was written.
    pub written: Date,
    /// The day it is about, where that is earlier.
    pub about: Option<Date>,
    /// Who wrote it.
    pub author: String,
    /// What it says.
    pub text: String,
}

impl Addendum {
    /// Whether it is a late entry: written after the day that it is about.
    pub fn is_late(&self) -> bool {
        self.about.is_some_and(|about| about < self.written)
    }
}
