//! A rule pack: what a payer, a state or an accrediting body asks of hours, days and review clocks.

use serde::{Deserialize, Serialize};

use super::Ages;
use crate::base::{Bilingual, Minutes, PackKind, Slug};

/// Rules of one payer, state or accrediting body, as far as hours, days and clocks go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulePack {
    /// Stable name, as in `medicare-iop-2024`.
    pub slug: Slug,
    /// Raised when a figure changes.
    pub edition: u16,
    /// What it is called.
    pub name: Bilingual,
    /// What it counts as an hour.
    pub kind: PackKind,
    /// For which ages.
    pub ages: Ages,
    /// Fewest counted minutes in a full week.
    pub week_least: Option<Minutes>,
    /// Most counted minutes in a week.
    pub week_most: Option<Minutes>,
    /// Fewest counted minutes on a program day.
    pub day_least: Option<Minutes>,
    /// Most counted minutes on a program day.
    pub day_most: Option<Minutes>,
    /// Fewest program days in a full week.
    pub days_least: Option<u8>,
    /// Most program days in a week.
    pub days_most: Option<u8>,
    /// Most days from one service to the next, weekends included, holidays not.
    pub gap_most: Option<u8>,
    /// Fewest weeks that a program lasts.
    pub weeks_least: Option<u8>,
    /// When the plan has to be ready.
    pub plan_due: Option<Due>,
    /// When the plan has to be reviewed again.
    pub review_every: Option<Due>,
    /// When a physician has to certify again.
    pub certify_every: Option<Due>,
    /// What the plan has to hold that a program can check.
    pub asks_for: Vec<PlanPart>,
    /// What every progress review has to state.
    #[serde(default)]
    pub review_states: Vec<ReviewStatement>,
    /// Where the figures come from.
    pub source: String,
    /// The date or edition of the source.
    pub source_date: String,
    /// `false` where a figure comes from a source that nobody could read in full; the notes or the source say which.
    pub checked: bool,
    /// What a clinician should know.
    pub notes: Vec<String>,
}

/// A span after which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// Calendar days.
    Days(u16),
    /// By the end of the session with this number, counted from 1.
    Session(u16),
}

/// Parts of a plan that a rule pack asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PlanPart {
    /// A diagnosis, stated by a physician where the pack says so.
    Diagnosis,
    /// Type, amount, duration and frequency of each service.
    TypeAmountDurationFrequency,
    /// Treatment goals.
    Goals,
    /// Measurable objectives with dates.
    MeasurableObjectives,
    /// Goals in the person's own words.
    OwnWords,
    /// Strengths, needs, abilities and preferences.
    Strengths,
    /// Named staff responsible for each intervention.
    NamedStaff,
    /// Criteria for discharge or transfer.
    DischargeCriteria,
    /// An aftercare plan.
    Aftercare,
    /// A standard measure that follows each goal.
    Measures,
    /// A physician's signature.
    PhysicianSignature,
    /// The person's signature and its date.
    PersonSignature,
    /// The author's signature.
    AuthorSignature,
    /// The date on which the person got a copy.
    CopyGiven,
    /// Individual and group counseling, family education or therapy, and case management (SAMHSA's core services).
    CoreServices,
}

/// What a progress review may have to state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ReviewStatement {
    /// How the person responded to treatment.
    Response,
    /// Symptoms that remain a risk of relapse or hospital care.
    Risks,
    /// Goals for coordinating services towards discharge.
    DischargeGoals,
    /// Why the hours of this level of care are still needed.
    HoursNeeded,
}

impl ReviewStatement {
    /// All statements, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Response, Self::Risks, Self::DischargeGoals, Self::HoursNeeded];
}
