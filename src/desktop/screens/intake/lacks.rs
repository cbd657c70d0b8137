//! What a complete plan still lacks, and at which field of which page it is entered.

use super::page::Page;
use crate::base::is_blank;
use crate::catalog::PlanPart;
use crate::checks::{
    CalendarFinding, Finding, FindingKind, FrameFinding, HoursFinding, KnownFinding, LeavingFinding, MeasureFinding,
    PartFinding, PersonFinding,
};
use crate::plan::Plan;
use crate::wording::screen::IntakeLabel as L;

/// One thing that is lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The page on which it is entered.
    pub page: Page,
    /// Its field there.
    pub field: L,
    /// What it is called.
    pub name: L,
}

const fn lack(page: Page, field: L, name: L) -> Lack {
    Lack { page, field, name }
}

/// Everything that is lacking, in the order of the pages, each thing once.
pub fn lacks(plan: &Plan, findings: &[Finding]) -> Vec<Lack> {
    let mut all: Vec<Lack> = findings.iter().filter_map(|finding| found(&finding.kind)).collect();
    all.extend(blanks(plan));
    let mut kept: Vec<Lack> = Vec::new();
    for one in all {
        if kept.iter().all(|other| other.name != one.name) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| (one.page, one.name));
    kept
}

/// What no rule asks for, and no plan can do without.
fn blanks(plan: &Plan) -> Vec<Lack> {
    let (person, frame) = (&plan.person, &plan.frame);
    let lists = [&person.strengths, &person.needs, &person.abilities, &person.preferences];
    let blanks = [
        (is_blank(&person.contact.phone), lack(Page::Person, L::Phone, L::LacksPhone)),
        (lists.iter().any(|list| list.is_empty()), lack(Page::OwnWords, L::Strengths, L::LacksStrengths)),
        (is_blank(&plan.program.name), lack(Page::Program, L::ChooseTrack, L::LacksProgram)),
        (is_blank(&frame.level_of_care), lack(Page::Clinical, L::LevelOfCare, L::LacksLevelOfCare)),
        (plan.course.results.is_empty(), lack(Page::Scores, L::Score, L::LacksScores)),
        (plan.coverage.is_empty(), lack(Page::Coverage, L::AddPayer, L::LacksPayer)),
    ];
    blanks.into_iter().filter(|(blank, _)| *blank).map(|(_, lack)| lack).collect()
}

fn found(kind: &FindingKind) -> Option<Lack> {
    match kind {
        FindingKind::Person(kind) => Some(person(kind)),
        FindingKind::Frame(kind) => Some(frame(kind)),
        FindingKind::Leaving(kind) => Some(leaving(kind)),
        FindingKind::Measures(kind) => Some(measures(kind)),
        FindingKind::Authorization(_) => Some(lack(Page::Coverage, L::AddPayer, L::LacksAuthorization)),
        FindingKind::Calendar(kind) => calendar(kind),
        FindingKind::Known(kind) => known(kind),
        FindingKind::Hours(HoursFinding::NoRules) => Some(lack(Page::Coverage, L::AddPayer, L::LacksPack)),
        FindingKind::Part(PartFinding::Missing { part: PlanPart::Strengths, .. }) => {
            Some(lack(Page::OwnWords, L::Strengths, L::LacksStrengths))
        }
        FindingKind::Hours(_) | FindingKind::Part(_) | FindingKind::Thread(_) | FindingKind::Clock(_) => None,
    }
}

const fn person(kind: &PersonFinding) -> Lack {
    match kind {
        PersonFinding::NoName => lack(Page::Person, L::Name, L::LacksName),
        PersonFinding::NoBirthDate | PersonFinding::BornAfterStart { .. } => {
            lack(Page::Person, L::BirthDate, L::LacksBirthDate)
        }
        PersonFinding::MinorWithoutConsent { .. } => lack(Page::Person, L::ConsentBasis, L::LacksConsent),
        PersonFinding::NoEmergencyContact => lack(Page::Person, L::EmergencyName, L::LacksEmergency),
        PersonFinding::TelehealthUnknown { .. } => lack(Page::Times, L::TelehealthState, L::LacksTelehealth),
        PersonFinding::InterpreterNeeded { .. } => lack(Page::Person, L::InterpreterHelps, L::LacksInterpreter),
        PersonFinding::InterpreterUnnamed => lack(Page::Person, L::InterpreterWho, L::LacksInterpreter),
        PersonFinding::LanguageNotAsked => lack(Page::Person, L::Language, L::LacksLanguage),
        PersonFinding::AvailabilityNotAsked => lack(Page::Times, L::UseProgramTimes, L::LacksAvailability),
    }
}

const fn frame(kind: &FrameFinding) -> Lack {
    match kind {
        FrameFinding::NoDiagnosis { .. } | FrameFinding::DiagnosisTwice { .. } => {
            lack(Page::Clinical, L::AddDiagnosis, L::LacksDiagnosis)
        }
        FrameFinding::NoPrincipal { .. } => lack(Page::Clinical, L::AddDiagnosis, L::LacksPrincipal),
        FrameFinding::RiskNotAssessed => lack(Page::Safety, L::Risk, L::LacksRisk),
        FrameFinding::NoSafetyPlan { .. } => lack(Page::Safety, L::WarningSigns, L::LacksSafetyPlan),
        FrameFinding::OpioidMedicationNotOffered => lack(Page::Health, L::OpioidMedication, L::LacksOpioidMedication),
        FrameFinding::NaloxoneNotOffered => lack(Page::Health, L::Naloxone, L::LacksNaloxone),
        FrameFinding::AllergiesNotAsked => lack(Page::Health, L::Allergies, L::LacksAllergies),
    }
}

const fn leaving(kind: &LeavingFinding) -> Lack {
    match kind {
        LeavingFinding::NoCriteria { .. } => lack(Page::Leaving, L::Criteria, L::LacksCriteria),
        LeavingFinding::NoNextProvider { .. } => lack(Page::Leaving, L::NextProvider, L::LacksNextProvider),
        LeavingFinding::NoFirstAppointment | LeavingFinding::FirstAppointmentLate { .. } => {
            lack(Page::Leaving, L::AppointmentDate, L::LacksAppointment)
        }
    }
}

const fn measures(kind: &MeasureFinding) -> Lack {
    match kind {
        MeasureFinding::AlertOpen { .. } => lack(Page::Scores, L::AlertAction, L::LacksAlertAction),
        MeasureFinding::SafetyNotAsked => lack(Page::Scores, L::Score, L::LacksSafetyAnswer),
        MeasureFinding::ScoreImpossible { .. } => lack(Page::Scores, L::Score, L::LacksScoreCheck),
    }
}

const fn calendar(kind: &CalendarFinding) -> Option<Lack> {
    match kind {
        CalendarFinding::NoSegment => Some(lack(Page::Program, L::ChooseTrack, L::LacksDates)),
        CalendarFinding::SegmentsOverlap { .. } | CalendarFinding::SegmentWithoutDays => {
            Some(lack(Page::Program, L::AddSegment, L::LacksDates))
        }
        CalendarFinding::SessionsOverlap { .. }
        | CalendarFinding::OutsideStay
        | CalendarFinding::AfterDischarge { .. }
        | CalendarFinding::OnHoliday { .. }
        | CalendarFinding::WhileAway { .. }
        | CalendarFinding::DuringPause { .. }
        | CalendarFinding::TopicBeyondCourse { .. }
        | CalendarFinding::OutsideAvailability
        | CalendarFinding::Unrecorded { .. } => None,
    }
}

const fn known(kind: &KnownFinding) -> Option<Lack> {
    match kind {
        KnownFinding::UnknownPack { .. } | KnownFinding::PackAges { .. } => {
            Some(lack(Page::Coverage, L::AddPayer, L::LacksPack))
        }
        KnownFinding::UnknownClinic { .. } => Some(lack(Page::Program, L::ChooseTrack, L::LacksProgram)),
        KnownFinding::MeasureAges { .. } => Some(lack(Page::Scores, L::Score, L::LacksScoreCheck)),
        KnownFinding::UnknownModule { .. }
        | KnownFinding::UnknownMeasure { .. }
        | KnownFinding::UnknownNeed { .. }
        | KnownFinding::EditionDiffers { .. }
        | KnownFinding::ModuleAges { .. }
        | KnownFinding::PrerequisiteNotMet { .. } => None,
    }
}
