//! Where things are at home: the place of every part of a plan, of every finding and of every edit.

use super::shell::Place;
use crate::base::Id as _;
use crate::catalog::PlanPart;
use crate::checks::{Finding, FindingKind, PartFinding};
use crate::plan::{CourseEdit, Edit, FrameEdit, Item, LeavingEdit, ListEdit, PersonEdit, Plan, Reasoned, Record};

/// The place in which a part of a plan is worked on.
pub const fn home_of(item: Item) -> Place {
    match item {
        Item::Plan
        | Item::Person
        | Item::Frame
        | Item::SafetyPlan
        | Item::Leaving
        | Item::Support(_)
        | Item::Release(_)
        | Item::Guardian(_)
        | Item::Diagnosis(_)
        | Item::Medication(_)
        | Item::Segment(_)
        | Item::Payer(_)
        | Item::Result(_) => Place::Intake,
        Item::Need(_) | Item::Goal(_) | Item::Objective(_) => Place::Goals,
        Item::Module(_) => Place::Modules,
        Item::Session(_) | Item::Week(_) => Place::Schedule,
        Item::Review(_) | Item::SignOff(_) | Item::Addendum(_) => Place::Review,
    }
}

/// The place in which a finding is mended.
pub fn home_of_finding(finding: &Finding) -> Place {
    if finding.item != Item::Plan {
        return home_of(finding.item);
    }
    match &finding.kind {
        FindingKind::Person(_)
        | FindingKind::Frame(_)
        | FindingKind::Known(_)
        | FindingKind::Measures(_)
        | FindingKind::Authorization(_)
        | FindingKind::Leaving(_) => Place::Intake,
        FindingKind::Thread(_) => Place::Goals,
        FindingKind::Calendar(_) | FindingKind::Hours(_) => Place::Schedule,
        FindingKind::Clock(_) => Place::Review,
        FindingKind::Part(PartFinding::Missing { part, .. }) => place_of_part(*part),
        FindingKind::Part(PartFinding::CoreServices { .. }) => Place::Modules,
    }
}

const fn place_of_part(part: PlanPart) -> Place {
    match part {
        PlanPart::Diagnosis
        | PlanPart::Strengths
        | PlanPart::DischargeCriteria
        | PlanPart::Aftercare
        | PlanPart::Measures => Place::Intake,
        PlanPart::Goals | PlanPart::MeasurableObjectives | PlanPart::OwnWords => Place::Goals,
        PlanPart::TypeAmountDurationFrequency | PlanPart::NamedStaff | PlanPart::CoreServices => Place::Modules,
        PlanPart::PhysicianSignature | PlanPart::PersonSignature | PlanPart::AuthorSignature | PlanPart::CopyGiven => {
            Place::Review
        }
    }
}

/// What an edit is about; `before` is the plan before it, which tells the number of what the edit adds.
pub fn touched(edit: &Edit, before: &Plan) -> Item {
    let next = before.next_id().max(1);
    match edit {
        Edit::Person(edit) => of_person(edit, next),
        Edit::Frame(edit) => of_frame(edit, next),
        Edit::Program(_) | Edit::EarlierStay(_) | Edit::Restore(_) => Item::Plan,
        Edit::Segment(edit) => Item::Segment(listed(edit, next)),
        Edit::Payer(edit) => Item::Payer(listed(edit, next)),
        Edit::Authorization(payer, _) => Item::Payer(*payer),
        Edit::Needs(edit) => Item::Need(listed(edit, next)),
        Edit::Need(id, _) => Item::Need(*id),
        Edit::Goals(edit) => Item::Goal(listed(edit, next)),
        Edit::Goal(id, _) => Item::Goal(*id),
        Edit::Objectives(_, edit) => Item::Objective(listed(edit, next)),
        Edit::Objective(id, _) => Item::Objective(*id),
        Edit::Modules(edit) => Item::Module(listed(edit, next)),
        Edit::Module(id, _) => Item::Module(*id),
        Edit::Sessions(edit) => Item::Session(listed(edit, next)),
        Edit::Session(id, _) => Item::Session(*id),
        Edit::Course(edit) => of_course(edit, next),
        Edit::Leaving(LeavingEdit::Support(edit)) => Item::Support(listed(edit, next)),
        Edit::Leaving(_) => Item::Leaving,
        Edit::Together(edits) => edits.first().map_or(Item::Plan, |first| touched(first, before)),
    }
}

fn listed<T: Record>(edit: &ListEdit<T>, next: u32) -> T::Id {
    match edit {
        ListEdit::Add(_) => T::Id::from_number(next),
        ListEdit::Replace(record) => record.id(),
        ListEdit::Remove(id) | ListEdit::Move(id, _) => *id,
    }
}

fn of_person(edit: &PersonEdit, next: u32) -> Item {
    match edit {
        PersonEdit::Release(edit) => Item::Release(listed(edit, next)),
        PersonEdit::Guardian(edit) => Item::Guardian(listed(edit, next)),
        PersonEdit::Name(_)
        | PersonEdit::PreferredName(_)
        | PersonEdit::Pronouns(_)
        | PersonEdit::BirthDate(_)
        | PersonEdit::RecordNumber(_)
        | PersonEdit::Language(_)
        | PersonEdit::Interpreter(_)
        | PersonEdit::Contact(_)
        | PersonEdit::Emergency(_)
        | PersonEdit::Minor(_)
        | PersonEdit::Strengths(_)
        | PersonEdit::Needs(_)
        | PersonEdit::Abilities(_)
        | PersonEdit::Preferences(_)
        | PersonEdit::Barriers(_)
        | PersonEdit::Supports(_)
        | PersonEdit::Availability(_)
        | PersonEdit::Away(_)
        | PersonEdit::Telehealth(_) => Item::Person,
    }
}

fn of_frame(edit: &FrameEdit, next: u32) -> Item {
    match edit {
        FrameEdit::Diagnosis(edit) => Item::Diagnosis(listed(edit, next)),
        FrameEdit::Medication(edit) => Item::Medication(listed(edit, next)),
        FrameEdit::SafetyPlan(_) => Item::SafetyPlan,
        FrameEdit::Principal(_)
        | FrameEdit::LevelOfCare(_)
        | FrameEdit::Impairment(_)
        | FrameEdit::PriorTreatment(_)
        | FrameEdit::Dimensions(_)
        | FrameEdit::Allergies(_)
        | FrameEdit::OpioidMedication(_)
        | FrameEdit::Naloxone(_)
        | FrameEdit::WithdrawalRisk(_)
        | FrameEdit::MedicalClearance(_)
        | FrameEdit::Risk(..) => Item::Frame,
    }
}

fn of_course(edit: &CourseEdit, next: u32) -> Item {
    match edit {
        CourseEdit::Standing(_) | CourseEdit::CopyGiven(_) => Item::Plan,
        CourseEdit::Result(edit) => Item::Result(listed(edit, next)),
        CourseEdit::Review(edit) => Item::Review(listed(edit, next)),
        CourseEdit::SignOff(edit) => Item::SignOff(listed(edit, next)),
        CourseEdit::Addendum(edit) => Item::Addendum(listed(edit, next)),
        CourseEdit::Reason(reason) => match reason.about {
            Reasoned::Calendar => Item::Plan,
            Reasoned::Part(item) => item,
        },
        CourseEdit::InError(id, _) | CourseEdit::Acknowledge(id, _) => Item::Result(*id),
    }
}

/// Whether a plan has this part now.
pub fn is_there(item: Item, plan: &Plan) -> bool {
    match item {
        Item::Plan | Item::Person | Item::Frame | Item::SafetyPlan | Item::Leaving => true,
        Item::Week(number) => crate::plan::weeks(plan).iter().any(|week| week.number == number),
        Item::Release(id) => has(&plan.person.releases, id),
        Item::Guardian(id) => plan.person.minor.iter().any(|minor| has(&minor.guardians, id)),
        Item::Diagnosis(id) => has(&plan.frame.diagnoses, id),
        Item::Medication(id) => has(&plan.frame.medications, id),
        Item::Segment(id) => has(&plan.segments, id),
        Item::Payer(id) => has(&plan.coverage, id),
        Item::Need(id) => plan.need(id).is_some(),
        Item::Goal(id) => plan.goal(id).is_some(),
        Item::Objective(id) => plan.objective(id).is_some(),
        Item::Module(id) => plan.module(id).is_some(),
        Item::Session(id) => plan.session(id).is_some(),
        Item::Result(id) => has(&plan.course.results, id),
        Item::Review(id) => has(&plan.course.reviews, id),
        Item::SignOff(id) => has(&plan.course.sign_offs, id),
        Item::Addendum(id) => has(&plan.course.addenda, id),
        Item::Support(id) => has(&plan.leaving.aftercare.supports, id),
    }
}

fn has<T: Record>(records: &[T], id: T::Id) -> bool {
    records.iter().any(|record| record.id() == id)
}
