//! What a person brings to intake: the file that a plan is drafted from.

use serde::{Deserialize, Serialize};

use crate::base::{Date, Minutes, Score, Slug, Weekday};
use crate::plan::{Authorization, EarlierStay, Frame, Leaving, Person, Rendering, Setting, Severity, SignerRole};

/// What is known on the day of intake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// The format of this file; 1.
    pub format: u32,
    /// The clinic, by its catalog slug.
    pub clinic: Slug,
    /// The person.
    pub person: Person,
    /// Diagnoses (the first is the principal one), medication, risk, safety plan.
    #[serde(default)]
    pub frame: Frame,
    /// The stay, segment by segment.
    pub stay: Vec<SegmentRequest>,
    /// The stay before this one.
    #[serde(default)]
    pub earlier_stay: Option<EarlierStay>,
    /// Payers, first payer first.
    #[serde(default)]
    pub coverage: Vec<PayerRequest>,
    /// Needs, most pressing first.
    pub needs: Vec<NeedRequest>,
    /// Scores at intake.
    #[serde(default)]
    pub scores: Vec<ScoreEntry>,
    /// Modules that the plan shall have whatever the library suggests.
    #[serde(default)]
    pub include: Vec<Slug>,
    /// Modules that it shall not have.
    #[serde(default)]
    pub leave_out: Vec<Slug>,
    /// Who on the clinic's staff is responsible, in order of preference.
    #[serde(default)]
    pub team: Vec<Slug>,
    /// Discharge criteria and aftercare as far as known.
    #[serde(default)]
    pub leaving: Leaving,
    /// Who is to sign.
    #[serde(default)]
    pub signers: Vec<Signer>,
}

/// A stretch of the stay that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SegmentRequest {
    /// Setting.
    pub setting: Setting,
    /// First day.
    pub from: Date,
    /// How many weeks, the first included.
    pub weeks: u8,
    /// Which of the clinic's tracks.
    pub track: Slug,
    /// On which days the person comes.
    pub days: Vec<Weekday>,
    /// Minutes of treatment aimed at in a full week.
    pub week_minutes: Minutes,
}

/// A payer at intake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayerRequest {
    /// Name, or "self-pay".
    pub name: String,
    /// Member number.
    #[serde(default)]
    pub member_number: String,
    /// The rule pack that it goes by.
    #[serde(default)]
    pub pack: Option<Slug>,
    /// Authorizations.
    #[serde(default)]
    pub authorizations: Vec<Authorization>,
}

/// A need at intake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedRequest {
    /// The catalog need.
    pub need: Slug,
    /// The problem as the record states it; blank for the catalog's name of it.
    #[serde(default)]
    pub problem: String,
    /// As evidenced by.
    pub evidence: String,
    /// How serious.
    pub severity: Severity,
    /// Why it is left for later or elsewhere; `None` if the plan addresses it.
    #[serde(default)]
    pub deferred: Option<String>,
    /// What the person wants, in their own words; none for the library's first goal.
    #[serde(default)]
    pub goals: Vec<GoalRequest>,
}

/// A goal at intake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalRequest {
    /// The person's own words.
    pub own_words: String,
    /// The library goal of the need whose objectives suit it, counted from 1.
    pub like: u8,
    /// Ratings and counts at the start: number of the objective in that library goal, from 1, and the figure.
    #[serde(default)]
    pub baselines: Vec<(u8, u16)>,
    /// The translation, where the words are not English.
    #[serde(default)]
    pub rendering: Option<Rendering>,
}

/// A score at intake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreEntry {
    /// The measure.
    pub measure: Slug,
    /// When it was completed.
    pub date: Date,
    /// Total.
    pub total: Score,
    /// The answer to its question about safety; `None` where it was not asked.
    #[serde(default)]
    pub safety: Option<Score>,
    /// What was done about an answer that raises an alert.
    #[serde(default)]
    pub action: String,
}

/// Somebody who is to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// In which role.
    pub role: SignerRole,
    /// Name.
    pub name: String,
    /// Credentials, or what they are to the person.
    #[serde(default)]
    pub standing: String,
}
