//! The stay: care segments by date, pauses, the program that gives them, and who pays.

use serde::{Deserialize, Serialize};

use crate::base::{
    AuthorizationId, Bilingual, ClockTime, Date, Minutes, PackKind, PayerId, SegmentId, Slug, StaffRole, Weekday,
};

/// The program as it was when the plan was made; paper needs no catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// The clinic's catalog slug; `None` if it is in no catalog.
    pub clinic: Option<Slug>,
    /// Name.
    pub name: String,
    /// Address, one line each.
    pub address: Vec<String>,
    /// For messages and absences.
    pub phone: String,
    /// Outside program hours.
    pub after_hours: String,
    /// Time zone of every date and time in the plan.
    pub time_zone: String,
    /// Whether 42 CFR part 2 applies to the program's records.
    pub part_2: bool,
    /// Days of the stay on which it is closed.
    pub closed: Vec<ClosedDay>,
}

impl Program {
    /// Why the program is closed on a date; `None` if it is open.
    pub fn closed_on(&self, date: Date) -> Option<&Bilingual> {
        self.closed.iter().find(|closed| closed.date == date).map(|closed| &closed.name)
    }
}

/// A day on which the program is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosedDay {
    /// The day.
    pub date: Date,
    /// Why.
    pub name: Bilingual,
}

/// A member of staff as named in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// The clinic's slug for them; `None` for somebody outside.
    pub provider: Option<Slug>,
    /// Name.
    pub name: String,
    /// Credentials.
    pub credentials: String,
    /// Discipline.
    pub role: StaffRole,
}

/// A stretch of the stay in one setting; a step-down is a new segment, not a weaker week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: SegmentId,
    /// Setting.
    pub setting: Setting,
    /// First day.
    pub from: Date,
    /// Last day as planned.
    pub to: Date,
    /// Program days.
    pub days: Vec<Weekday>,
    /// Program hours, from.
    pub day_from: ClockTime,
    /// Program hours, to.
    pub day_to: ClockTime,
    /// Minutes of treatment aimed at in a full week.
    pub week_minutes: Minutes,
    /// Which of the clinic's tracks it runs in.
    pub track: Option<Slug>,
    /// Holds and hospital stays.
    pub pauses: Vec<Pause>,
}

impl Segment {
    /// Whether a date lies in the segment.
    pub fn holds(&self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    /// The pause that holds a date.
    pub fn pause_on(&self, date: Date) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.from <= date && pause.to.is_none_or(|to| date <= to))
    }
}

/// Setting of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Setting {
    /// Intensive outpatient, adults.
    IopAdult,
    /// Intensive outpatient, adolescents.
    IopAdolescent,
    /// Partial hospitalization.
    Php,
    /// Outpatient.
    Outpatient,
}

/// A time without service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// What it is.
    pub kind: PauseKind,
    /// First day.
    pub from: Date,
    /// Last day; `None` while it lasts.
    pub to: Option<Date>,
    /// Why.
    pub reason: String,
}

/// What a pause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PauseKind {
    /// On hold.
    Hold,
    /// In hospital.
    Hospital,
}

/// The stay before this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierStay {
    /// Where and in what kind of program.
    pub program: String,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Record or plan number there.
    pub reference: String,
}

/// A payer; the order of payers is the order in which they pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payer {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: PayerId,
    /// Name, or "self-pay".
    pub name: String,
    /// Member number.
    pub member_number: String,
    /// The rule pack that it goes by.
    pub pack: Option<Slug>,
    /// What that pack counts as an hour, as of drafting.
    pub counts_as: PackKind,
    /// Authorizations.
    pub authorizations: Vec<Authorization>,
}

/// An authorization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authorization {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: AuthorizationId,
    /// Its number.
    pub number: String,
    /// What is counted.
    pub unit: AuthorizedUnit,
    /// How many are approved.
    pub approved: u16,
    /// How many were used before this plan.
    pub used: u16,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// When the payer looks again.
    pub next_review: Option<Date>,
}

/// What an authorization counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AuthorizedUnit {
    /// Days of attendance.
    Days,
    /// Units as the payer defines them.
    Units,
}
