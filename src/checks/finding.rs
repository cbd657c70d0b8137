//! What a finding is: a kind with its facts, the item it is about, its level, its code and its source.

use super::{
    AuthorizationFinding, CalendarFinding, ClockFinding, FrameFinding, HoursFinding, KnownFinding, LeavingFinding,
    MeasureFinding, PartFinding, PersonFinding, ThreadFinding,
};
use crate::base::{Bilingual, Slug};
use crate::plan::Item;

/// The source of what no law asks, but this program does: a thread without gaps.
pub const PROGRAM_RULE: &str = "program rule";

/// The source of what cannot take place whatever the rules say.
pub const CALENDAR: &str = "calendar";

/// The source of what the catalog says, or does not know.
pub const CATALOG: &str = "catalog";

/// The source of what a payer has agreed to.
pub const AUTHORIZATION: &str = "the payer’s authorization";

/// A fact about a plan that makes it impossible or incomplete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found, with its figures.
    pub kind: FindingKind,
    /// What it is about.
    pub item: Item,
}

impl Finding {
    /// How much it matters.
    pub fn level(&self) -> Level {
        self.kind.rubric().level
    }

    /// Its stable name for machines, as in `week-below-floor`.
    pub fn code(&self) -> &'static str {
        self.kind.rubric().code
    }

    /// Where its rule comes from: a citation, or one of the constants of this module.
    pub fn source(&self) -> &str {
        self.kind.rubric().source
    }
}

/// How much a finding matters, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The plan is impossible, or nobody could sign it.
    Error,
    /// Something is missing or against a rule.
    Warning,
    /// Worth knowing.
    Note,
}

/// What was found, by the part of the plan that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// The person.
    Person(PersonFinding),
    /// The clinical frame.
    Frame(FrameFinding),
    /// The thread from need to session.
    Thread(ThreadFinding),
    /// The plan beside the catalog.
    Known(KnownFinding),
    /// Days and times.
    Calendar(CalendarFinding),
    /// Hours and days of a week.
    Hours(HoursFinding),
    /// Results of measures.
    Measures(MeasureFinding),
    /// Reviews, certification and signatures.
    Clock(ClockFinding),
    /// Authorizations.
    Authorization(AuthorizationFinding),
    /// Parts that a rule pack asks for.
    Part(PartFinding),
    /// Leaving well.
    Leaving(LeavingFinding),
}

impl FindingKind {
    fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::Person(kind) => kind.rubric(),
            Self::Frame(kind) => kind.rubric(),
            Self::Thread(kind) => kind.rubric(),
            Self::Known(kind) => kind.rubric(),
            Self::Calendar(kind) => kind.rubric(),
            Self::Hours(kind) => kind.rubric(),
            Self::Measures(kind) => kind.rubric(),
            Self::Clock(kind) => kind.rubric(),
            Self::Authorization(kind) => kind.rubric(),
            Self::Part(kind) => kind.rubric(),
            Self::Leaving(kind) => kind.rubric(),
        }
    }
}

/// A rule pack as a finding cites it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The pack's catalog slug.
    pub pack: Slug,
    /// Its name.
    pub name: Bilingual,
    /// Its source with the date or edition.
    pub source: String,
    /// Whose rules they are.
    pub payer: PayerOrder,
}

/// Whether a payer pays first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayerOrder {
    /// First; a plan has to meet these rules.
    First,
    /// After another payer.
    Later,
}

/// Code, level and source of one kind of finding.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rubric<'a> {
    code: &'static str,
    level: Level,
    source: &'a str,
}

pub(super) const fn error<'a>(code: &'static str, source: &'a str) -> Rubric<'a> {
    Rubric { code, level: Level::Error, source }
}

pub(super) const fn warning<'a>(code: &'static str, source: &'a str) -> Rubric<'a> {
    Rubric { code, level: Level::Warning, source }
}

pub(super) const fn note<'a>(code: &'static str, source: &'a str) -> Rubric<'a> {
    Rubric { code, level: Level::Note, source }
}

/// The source of a rule pack where one asks, else another.
pub(super) fn source_or<'a>(asked_by: Option<&'a Rule>, otherwise: &'a str) -> &'a str {
    asked_by.map_or(otherwise, |rule| &rule.source)
}

/// Every code that a finding can have, in alphabetical order.
pub const CODES: &[&str] = &[
    "allergies-not-asked",
    "authorization-ends-early",
    "authorization-expired",
    "authorized-units-short",
    "availability-not-asked",
    "baseline-missing",
    "born-after-start",
    "certification-ahead",
    "certification-overdue",
    "copy-not-given",
    "core-services-missing",
    "day-above-ceiling",
    "day-below-floor",
    "days-not-authorized",
    "deferred-without-reason",
    "diagnosis-twice",
    "dose-differs",
    "edition-differs",
    "first-appointment-late",
    "gap-too-long",
    "goal-without-need",
    "goal-without-objective",
    "goal-without-own-words",
    "guardian-signature-missing",
    "interpreter-needed",
    "interpreter-unnamed",
    "language-not-asked",
    "measure-for-other-ages",
    "minor-without-consent",
    "module-for-other-ages",
    "module-without-objective",
    "module-without-sessions",
    "naloxone-not-offered",
    "need-deferred",
    "need-without-evidence",
    "need-without-goal",
    "no-birth-date",
    "no-diagnosis",
    "no-discharge-criteria",
    "no-emergency-contact",
    "no-first-appointment",
    "no-name",
    "no-need-addressed",
    "no-next-provider",
    "no-principal-diagnosis",
    "no-review",
    "no-rules",
    "no-safety-plan",
    "no-segment",
    "objective-without-module",
    "opioid-medication-not-offered",
    "part-missing",
    "partial-week-below-floor",
    "payer-review-passed",
    "plan-late",
    "plan-overdue",
    "prerequisite-not-met",
    "rendering-missing",
    "responsible-missing",
    "review-incomplete",
    "review-overdue",
    "review-too-late",
    "risk-not-assessed",
    "rule-pack-for-other-ages",
    "safety-alert-open",
    "safety-not-asked",
    "score-impossible",
    "segment-without-days",
    "segments-overlap",
    "session-after-discharge",
    "session-during-pause",
    "session-on-holiday",
    "session-outside-availability",
    "session-outside-stay",
    "session-while-away",
    "sessions-overlap",
    "sessions-unrecorded",
    "signature-missing",
    "stay-too-short",
    "target-not-better",
    "target-outside-stay",
    "telehealth-place-unknown",
    "too-few-days",
    "too-many-days",
    "topic-beyond-course",
    "translator-missing",
    "unknown-clinic",
    "unknown-measure",
    "unknown-module",
    "unknown-need",
    "unknown-rule-pack",
    "week-above-ceiling",
    "week-below-floor",
];
