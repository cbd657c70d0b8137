//! Who the plan is for: how to address and reach them, who may know, when they can come.

use serde::{Deserialize, Serialize};

use crate::base::{ClockTime, Date, GuardianId, ReleaseId, Weekday, is_blank};

/// The person whose plan this is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// Full legal name.
    pub name: String,
    /// What they want to be called; blank if it is the name.
    pub preferred_name: String,
    /// Their pronouns, as in `they/them`; blank if not asked.
    pub pronouns: String,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Medical record number.
    pub record_number: String,
    /// The language they want to be treated in, as a BCP 47 tag.
    pub language: String,
    /// Whether and how an interpreter helps.
    pub interpreter: Option<Interpreter>,
    /// How to reach them.
    pub contact: Contact,
    /// Whom to call in an emergency; being named here is no release of information.
    pub emergency: Option<EmergencyContact>,
    /// Who may be told what.
    pub releases: Vec<Release>,
    /// Who consented for a minor, and what guardians may see.
    pub minor: Option<MinorConsent>,
    /// What they are good at and proud of.
    pub strengths: Vec<String>,
    /// What they say they need.
    pub needs: Vec<String>,
    /// What they can do.
    pub abilities: Vec<String>,
    /// How they want to be treated.
    pub preferences: Vec<String>,
    /// What makes coming hard.
    pub barriers: Vec<String>,
    /// Who and what helps them.
    pub supports: Vec<String>,
    /// When they can come, week by week.
    pub availability: Vec<Available>,
    /// When they cannot come, and why.
    pub away: Vec<Away>,
    /// Where they are for sessions by video or telephone.
    pub telehealth: Option<Telehealth>,
}

impl Person {
    /// The name to address them by.
    pub fn called(&self) -> &str {
        if is_blank(&self.preferred_name) { &self.name } else { &self.preferred_name }
    }

    /// Completed years on a date; `None` without a birth date or before it.
    pub fn age_on(&self, date: Date) -> Option<u8> {
        let born = self.birth_date?;
        let had_birthday = (date.month(), date.day()) >= (born.month(), born.day());
        let years = date.year() - born.year() - i16::from(!had_birthday);
        u8::try_from(years).ok()
    }

    /// The first absence that holds a date.
    pub fn away_on(&self, date: Date) -> Option<&Away> {
        self.away.iter().find(|away| away.from <= date && date <= away.to)
    }

    /// Whether they can come on a weekday for all of a span.
    pub fn is_free(&self, day: Weekday, from: ClockTime, to: ClockTime) -> bool {
        self.availability.iter().any(|a| a.day == day && a.from <= from && to <= a.to)
    }
}

/// An interpreter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interpreter {
    /// How they take part.
    pub mode: InterpreterMode,
    /// Name or id; blank if not yet known.
    pub who: String,
}

/// How an interpreter takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InterpreterMode {
    /// In the room.
    InPerson,
    /// By video.
    Video,
    /// By telephone.
    Telephone,
    /// In sign language.
    SignLanguage,
}

/// How to reach the person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Telephone number.
    pub phone: String,
    /// Whether a message may be left there.
    pub may_leave_message: bool,
    /// E-mail address.
    pub email: String,
    /// Postal address, one line each.
    pub address: Vec<String>,
}

/// Whom to call in an emergency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmergencyContact {
    /// Name.
    pub name: String,
    /// What they are to the person.
    pub relation: String,
    /// Telephone number.
    pub phone: String,
}

/// The person's permission to tell somebody something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: ReleaseId,
    /// Who may be told.
    pub recipient: String,
    /// What they may be told, and for what purpose.
    pub scope: String,
    /// Whether information on substance use is included.
    pub substance_use: bool,
    /// When it was signed.
    pub signed: Option<Date>,
    /// The last day on which it holds; `None` for as its text says.
    pub expires: Option<Date>,
    /// When it was taken back.
    pub revoked: Option<Date>,
}

impl Release {
    /// Whether it holds on a date.
    pub fn holds_on(&self, date: Date) -> bool {
        self.signed.is_some_and(|signed| signed <= date)
            && self.expires.is_none_or(|last| date <= last)
            && self.revoked.is_none_or(|revoked| date < revoked)
    }
}

/// Who consented for a minor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinorConsent {
    /// Who consented.
    pub by: ConsentBy,
    /// On what basis, as in the state's rule or a court order.
    pub basis: String,
    /// Parents and guardians.
    pub guardians: Vec<Guardian>,
}

/// Who consented to a minor's treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsentBy {
    /// A parent or guardian.
    Guardian,
    /// The minor alone, who then decides on disclosure.
    Minor,
    /// Both.
    Both,
}

/// A parent or guardian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guardian {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: GuardianId,
    /// Name.
    pub name: String,
    /// What they are to the person.
    pub relation: String,
    /// Telephone number.
    pub phone: String,
    /// What they may see.
    pub may_see: Vec<Visible>,
}

/// Parts of a plan that a guardian may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Visible {
    /// Dates, times and places.
    Schedule,
    /// Goals and objectives.
    Goals,
    /// The safety plan.
    SafetyPlan,
    /// Medications.
    Medications,
    /// Scores of measures.
    Scores,
    /// Diagnoses.
    Diagnoses,
    /// Everything.
    Everything,
}

/// A span of a weekday in which the person can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Available {
    /// Weekday.
    pub day: Weekday,
    /// From.
    pub from: ClockTime,
    /// To.
    pub to: ClockTime,
}

/// Days on which the person cannot come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why.
    pub reason: String,
}

/// Where the person is for sessions by video or telephone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telehealth {
    /// Where they usually are.
    pub location: String,
    /// In which state, which decides on licences.
    pub state: String,
    /// Where help would be sent.
    pub emergency_address: String,
}
