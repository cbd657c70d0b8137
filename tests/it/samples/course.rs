//! What happened to a fictional person after the intake: the shape of a `plans/NAME.course.ron`.

use serde::Deserialize;
use throughline::base::{ClockTime, Date, Frequency, Minutes, Score, Slug, Weekday};
use throughline::plan::{
    Agreement, Appointment, Authorization, Decision, Medication, ObjectiveStatus, RiskLevel, SafetyAnswer,
    SessionStatus, Setting, SignOutcome, SignerRole, Statements,
};

/// A course of treatment, in the order in which it happened.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Course {
    pub(super) format: u32,
    pub(super) happened: Vec<Event>,
}

/// Something that happened; goals and objectives are counted from 1, as they stand in the plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Event {
    /// What was planned in a span was attended, but for what is named.
    Held { from: Date, to: Date, but: Vec<But> },
    /// A measure was taken.
    Score(Scored),
    /// The last result of a measure was entered in error.
    InError { measure: Slug, why: String },
    /// The review that was due on a day was held.
    Review(Reviewed),
    /// A review is due on another day.
    Due { was: Date, now: Date },
    /// Whoever was to sign the intake plan did, or did not.
    Answered { role: SignerRole, name: Option<String>, outcome: SignOutcome },
    /// Somebody signed a later version, or did not.
    Signed { role: SignerRole, name: Option<String>, meaning: String, outcome: SignOutcome },
    /// A note was added.
    Addendum { written: Date, about: Option<Date>, author: String, text: String },
    /// A module meets more or less often.
    Dose { module: Slug, sessions: u16, frequency: Option<Frequency>, reason: String },
    /// A module is new.
    Module {
        module: Slug,
        sessions: u16,
        frequency: Option<Frequency>,
        objectives: Vec<(usize, usize)>,
        reason: String,
    },
    /// A module ends: nothing of it is planned from this day on.
    Ended { module: Slug, from: Date },
    /// A segment follows the one under way.
    Step(Step),
    /// The payer agreed to something.
    Authorized { payer: usize, authorization: Authorization },
    /// The payer looked at an authorization, and will again.
    Looked { number: String, again: Option<Date> },
    /// A medicine or its dose changed.
    Medication(Medication),
    /// The risk was assessed again.
    Risk(RiskLevel, String),
    /// An objective has more time.
    Target { objective: (usize, usize), date: Date },
    /// The first visit after the stay was booked anew.
    Appointment(Appointment),
    /// What lies ahead is laid again.
    Lay { from: Date },
    /// The person got a copy.
    Copy(Date),
    /// The plan was signed.
    Version { date: Date, author: String, reason: String },
}

/// A session that was not attended as planned; of several on a day that match, all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct But {
    pub(super) on: Date,
    /// Which; `None` for the whole day.
    pub(super) module: Option<Slug>,
    pub(super) what: SessionStatus,
    /// Minutes that took place.
    pub(super) minutes: Option<Minutes>,
    #[serde(default)]
    pub(super) why: String,
    /// Attended from home.
    #[serde(default)]
    pub(super) telehealth: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scored {
    pub(super) measure: Slug,
    pub(super) date: Date,
    pub(super) total: Option<Score>,
    pub(super) safety: Option<SafetyAnswer>,
    #[serde(default)]
    pub(super) action: String,
    #[serde(default)]
    pub(super) note: String,
    /// The objective that was rated.
    pub(super) about: Option<(usize, usize)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reviewed {
    pub(super) due: Date,
    pub(super) held: Date,
    pub(super) decision: Decision,
    pub(super) says: String,
    pub(super) summary: String,
    pub(super) statements: Statements,
    pub(super) objectives: Vec<((usize, usize), ObjectiveStatus, String)>,
    pub(super) agreements: Vec<Agreement>,
    pub(super) explained_in: String,
    #[serde(default)]
    pub(super) interpreter: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) setting: Setting,
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) days: Vec<Weekday>,
    pub(super) hours: (ClockTime, ClockTime),
    pub(super) week_minutes: Minutes,
    pub(super) track: Slug,
}
