//! Findings about the person: who they are, how they are reached, who consents, what language they speak.

use super::context::Context;
use super::finding::{CALENDAR, Finding, FindingKind, PROGRAM_RULE, Rubric, error, note, warning};
use crate::base::{Date, is_blank};
use crate::plan::{ConsentBy, Item, MinorConsent, Place, Telehealth};

const LANGUAGE_ACCESS: &str = "45 CFR part 92 (language access)";

/// What is found about the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonFinding {
    /// There is no name.
    NoName,
    /// There is no birth date.
    NoBirthDate,
    /// The birth date lies after the first day of the stay.
    BornAfterStart {
        /// Birth date.
        born: Date,
        /// First day.
        starts: Date,
    },
    /// A minor, and nothing says who consented on what basis.
    MinorWithoutConsent {
        /// Age at the start.
        age: u8,
    },
    /// Nobody to call in an emergency, or no number.
    NoEmergencyContact,
    /// There are sessions by video or telephone, and where the person then is is not recorded.
    TelehealthUnknown {
        /// How many sessions.
        sessions: usize,
    },
    /// The program does not speak the person's language, and there is no interpreter.
    InterpreterNeeded {
        /// The language, as a BCP 47 tag.
        language: String,
    },
    /// There is an interpreter without a name or number.
    InterpreterUnnamed,
    /// The person's language is not recorded.
    LanguageNotAsked,
    /// When the person can come is not recorded.
    AvailabilityNotAsked,
}

impl PersonFinding {
    pub(super) const fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::NoName => error("no-name", PROGRAM_RULE),
            Self::NoBirthDate => error("no-birth-date", PROGRAM_RULE),
            Self::BornAfterStart { .. } => error("born-after-start", CALENDAR),
            Self::MinorWithoutConsent { .. } => error("minor-without-consent", "42 CFR 2.14; state law on consent"),
            Self::NoEmergencyContact => warning("no-emergency-contact", PROGRAM_RULE),
            Self::TelehealthUnknown { .. } => warning("telehealth-place-unknown", PROGRAM_RULE),
            Self::InterpreterNeeded { .. } => warning("interpreter-needed", LANGUAGE_ACCESS),
            Self::InterpreterUnnamed => warning("interpreter-unnamed", LANGUAGE_ACCESS),
            Self::LanguageNotAsked => note("language-not-asked", LANGUAGE_ACCESS),
            Self::AvailabilityNotAsked => note("availability-not-asked", PROGRAM_RULE),
        }
    }
}

/// Findings about the person.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let person = &ctx.plan.person;
    let no_call = person.emergency.as_ref().is_none_or(|contact| is_blank(&contact.phone));
    let found = [
        is_blank(&person.name).then_some(PersonFinding::NoName),
        birth(ctx),
        consent(ctx),
        no_call.then_some(PersonFinding::NoEmergencyContact),
        telehealth(ctx),
        language(ctx),
        person.availability.is_empty().then_some(PersonFinding::AvailabilityNotAsked),
    ];
    let found = found.into_iter().flatten();
    found.map(|kind| Finding { kind: FindingKind::Person(kind), item: Item::Person }).collect()
}

fn birth(ctx: &Context<'_>) -> Option<PersonFinding> {
    let Some(born) = ctx.plan.person.birth_date else { return Some(PersonFinding::NoBirthDate) };
    let starts = ctx.first.filter(|first| *first < born)?;
    Some(PersonFinding::BornAfterStart { born, starts })
}

fn consent(ctx: &Context<'_>) -> Option<PersonFinding> {
    let age = ctx.age().filter(|age| *age < 18)?;
    let is_clear = ctx.plan.person.minor.as_ref().is_some_and(is_clear);
    (!is_clear).then_some(PersonFinding::MinorWithoutConsent { age })
}

fn is_clear(consent: &MinorConsent) -> bool {
    let names_them = match consent.by {
        ConsentBy::Minor => true,
        ConsentBy::Guardian | ConsentBy::Both => consent.guardians.iter().any(|guardian| !is_blank(&guardian.name)),
    };
    names_them && !is_blank(&consent.basis)
}

fn telehealth(ctx: &Context<'_>) -> Option<PersonFinding> {
    let by_video = |place: &Place| match place {
        Place::Telehealth => true,
        Place::Room(_) | Place::Elsewhere(_) => false,
    };
    let sessions = ctx.plan.sessions.iter().filter(|s| s.status.occupies() && by_video(&s.place)).count();
    let is_known = |t: &Telehealth| !is_blank(&t.state) && !is_blank(&t.emergency_address);
    let known = ctx.plan.person.telehealth.as_ref().is_some_and(is_known);
    (sessions > 0 && !known).then_some(PersonFinding::TelehealthUnknown { sessions })
}

fn language(ctx: &Context<'_>) -> Option<PersonFinding> {
    let person = &ctx.plan.person;
    match &person.interpreter {
        Some(interpreter) if is_blank(&interpreter.who) => Some(PersonFinding::InterpreterUnnamed),
        Some(_) => None,
        None if is_blank(&person.language) => Some(PersonFinding::LanguageNotAsked),
        None if is_spoken(&person.language) => None,
        None => Some(PersonFinding::InterpreterNeeded { language: person.language.clone() }),
    }
}

/// Whether the program itself speaks the language of a BCP 47 tag.
fn is_spoken(tag: &str) -> bool {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
    ["en", "es"].iter().any(|spoken| primary.eq_ignore_ascii_case(spoken))
}
