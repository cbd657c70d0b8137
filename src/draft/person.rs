//! Enters the person, the clinical frame and the aftercare plan of an intake.

use super::{DraftError, Intake, make};
use crate::base::DiagnosisId;
use crate::plan::{
    Aftercare, Edit, Frame, FrameEdit, Leaving, LeavingEdit, ListEdit, MinorConsent, Person, PersonEdit, Plan,
};

/// Enters everything about the person, the frame and leaving, with ids from the plan.
pub(super) fn enter(plan: &mut Plan, intake: &Intake) -> Result<(), DraftError> {
    for edit in person(&intake.person) {
        make(plan, &Edit::Person(edit))?;
    }
    for edit in frame(&intake.frame) {
        make(plan, &Edit::Frame(edit))?;
    }
    let mut principal = None;
    for diagnosis in &intake.frame.diagnoses {
        let id = make(plan, &Edit::Frame(FrameEdit::Diagnosis(ListEdit::Add(diagnosis.clone()))))?;
        principal = principal.or(id);
    }
    make(plan, &Edit::Frame(FrameEdit::Principal(principal.map(DiagnosisId))))?;
    for edit in leaving(&intake.leaving) {
        make(plan, &Edit::Leaving(edit))?;
    }
    Ok(())
}

fn person(person: &Person) -> Vec<PersonEdit> {
    let Person {
        name,
        preferred_name,
        pronouns,
        birth_date,
        record_number,
        language,
        interpreter,
        contact,
        emergency,
        releases,
        minor,
        strengths,
        needs,
        abilities,
        preferences,
        barriers,
        supports,
        availability,
        away,
        telehealth,
    } = person.clone();
    let guardians = minor.as_ref().map(|minor| minor.guardians.clone()).unwrap_or_default();
    let minor = minor.map(|minor| MinorConsent { guardians: Vec::new(), ..minor });
    let mut edits = vec![
        PersonEdit::Name(name),
        PersonEdit::PreferredName(preferred_name),
        PersonEdit::Pronouns(pronouns),
        PersonEdit::BirthDate(birth_date),
        PersonEdit::RecordNumber(record_number),
        PersonEdit::Language(language),
        PersonEdit::Interpreter(interpreter),
        PersonEdit::Contact(contact),
        PersonEdit::Emergency(emergency),
        PersonEdit::Minor(minor),
        PersonEdit::Strengths(strengths),
        PersonEdit::Needs(needs),
        PersonEdit::Abilities(abilities),
        PersonEdit::Preferences(preferences),
        PersonEdit::Barriers(barriers),
        PersonEdit::Supports(supports),
        PersonEdit::Availability(availability),
        PersonEdit::Away(away),
        PersonEdit::Telehealth(telehealth),
    ];
    edits.extend(releases.into_iter().map(|release| PersonEdit::Release(ListEdit::Add(release))));
    edits.extend(guardians.into_iter().map(|guardian| PersonEdit::Guardian(ListEdit::Add(guardian))));
    edits
}

fn frame(frame: &Frame) -> Vec<FrameEdit> {
    let Frame {
        diagnoses: _,
        principal: _,
        level_of_care,
        impairment,
        prior_treatment,
        dimensions,
        medications,
        allergies,
        opioid_medication,
        naloxone,
        withdrawal_risk,
        medical_clearance,
        risk,
        risk_note,
        safety_plan,
    } = frame.clone();
    let mut edits = vec![
        FrameEdit::LevelOfCare(level_of_care),
        FrameEdit::Impairment(impairment),
        FrameEdit::PriorTreatment(prior_treatment),
        FrameEdit::Dimensions(dimensions),
        FrameEdit::Allergies(allergies),
        FrameEdit::OpioidMedication(opioid_medication),
        FrameEdit::Naloxone(naloxone),
        FrameEdit::WithdrawalRisk(withdrawal_risk),
        FrameEdit::MedicalClearance(medical_clearance),
        FrameEdit::Risk(risk, risk_note),
        FrameEdit::SafetyPlan(safety_plan),
    ];
    edits.extend(medications.into_iter().map(|medication| FrameEdit::Medication(ListEdit::Add(medication))));
    edits
}

fn leaving(leaving: &Leaving) -> Vec<LeavingEdit> {
    let Leaving { criteria, person_criteria, expected: _, aftercare, discharge } = leaving.clone();
    let Aftercare { next_provider, first_appointment, supports, relapse_plan, medication, open_goals: _ } = aftercare;
    let mut edits = vec![
        LeavingEdit::Criteria(criteria),
        LeavingEdit::PersonCriteria(person_criteria),
        LeavingEdit::NextProvider(next_provider),
        LeavingEdit::FirstAppointment(first_appointment),
        LeavingEdit::RelapsePlan(relapse_plan),
        LeavingEdit::Medication(medication),
        LeavingEdit::Discharge(discharge),
    ];
    edits.extend(supports.into_iter().map(|support| LeavingEdit::Support(ListEdit::Add(support))));
    edits
}
