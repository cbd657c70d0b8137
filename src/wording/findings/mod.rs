//! What a finding says: what is the matter, with the figures, and what would mend it.

mod authorizations;
mod calendar;
mod clocks;
mod frame;
mod hours;
mod known;
mod leaving;
mod measures;
mod parts;
mod person;
mod say;
mod subject;
mod thread;

pub use parts::core_service;
pub use subject::subject;

use crate::base::Language;
use crate::checks::{AUTHORIZATION, CALENDAR, CATALOG, Finding, FindingKind, PROGRAM_RULE};
use crate::plan::Plan;
use say::Say;

/// What is the matter, in one sentence with its figures.
pub fn message(finding: &Finding, plan: &Plan, language: Language) -> String {
    let say = Say { plan, language, item: finding.item };
    match &finding.kind {
        FindingKind::Person(kind) => person::message(kind, &say),
        FindingKind::Frame(kind) => frame::message(kind, &say),
        FindingKind::Thread(kind) => thread::message(kind, &say),
        FindingKind::Known(kind) => known::message(kind, &say),
        FindingKind::Calendar(kind) => calendar::message(kind, &say),
        FindingKind::Hours(kind) => hours::message(kind, &say),
        FindingKind::Measures(kind) => measures::message(kind, &say),
        FindingKind::Clock(kind) => clocks::message(kind, &say),
        FindingKind::Authorization(kind) => authorizations::message(kind, &say),
        FindingKind::Part(kind) => parts::message(kind, &say),
        FindingKind::Leaving(kind) => leaving::message(kind, &say),
    }
}

/// What would mend it, as a request to the clinician.
pub fn fix(finding: &Finding, plan: &Plan, language: Language) -> String {
    let say = Say { plan, language, item: finding.item };
    match &finding.kind {
        FindingKind::Person(kind) => person::fix(kind, &say),
        FindingKind::Frame(kind) => frame::fix(kind, &say),
        FindingKind::Thread(kind) => thread::fix(kind, &say),
        FindingKind::Known(kind) => known::fix(kind, &say),
        FindingKind::Calendar(kind) => calendar::fix(kind, &say),
        FindingKind::Hours(kind) => hours::fix(kind, &say),
        FindingKind::Measures(kind) => measures::fix(kind, &say),
        FindingKind::Clock(kind) => clocks::fix(kind, &say),
        FindingKind::Authorization(kind) => authorizations::fix(kind, &say),
        FindingKind::Part(kind) => parts::fix(kind, &say),
        FindingKind::Leaving(kind) => leaving::fix(kind, &say),
    }
}

/// Where the rule comes from, for people; citations stay as they are published.
pub fn source(finding: &Finding, language: Language) -> &str {
    match (language, finding.source()) {
        (Language::Spanish, PROGRAM_RULE) => "regla del programa",
        (Language::Spanish, CALENDAR) => "calendario",
        (Language::Spanish, CATALOG) => "catálogo",
        (Language::Spanish, AUTHORIZATION) => "autorización del pagador",
        (Language::English | Language::Spanish, citation) => citation,
    }
}
