//! The one function that changes a plan.

use super::faults::{Fault, faults};
use super::{
    CourseEdit, Edit, FrameEdit, GoalEdit, LeavingEdit, ListEdit, MeasureResult, ModuleEdit, NeedEdit, ObjectiveEdit,
    PersonEdit, Plan, Rated, Record, SessionEdit, SignOff, SignOutcome, Standing,
};
use crate::base::{Id, ModuleId, NeedId, ObjectiveId, ResultId, SignOffId};

/// What an edit did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The number that the plan gave to what was added.
    pub added: Option<u32>,
}

/// Why an edit was not made; the plan is then as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It names something that is not in the plan.
    Missing(u32),
    /// Guardians belong to a consent for a minor, and the plan has none.
    NoConsent,
    /// It would remove or rewrite what was measured; such a result is marked as entered in error instead.
    Permanent(ResultId),
    /// It would remove or rewrite what somebody answered when asked to sign; such an answer is marked as entered in error.
    Answered(SignOffId),
    /// It would leave the plan with this contradiction.
    Breaks(Fault),
}

/// Makes a change to a plan.
///
/// # Errors
/// When the edit names something that is not in the plan, or would leave a [`Fault`]; the plan is then as it was.
pub fn apply(plan: &mut Plan, edit: &Edit) -> Result<Applied, Refusal> {
    let (next, applied) = changed(plan, edit)?;
    *plan = next;
    Ok(applied)
}

/// A plan as a change leaves it.
pub(super) fn changed(plan: &Plan, edit: &Edit) -> Result<(Plan, Applied), Refusal> {
    let mut next = plan.clone();
    let applied = change(&mut next, edit)?;
    match faults(&next).into_iter().next() {
        Some(fault) => Err(Refusal::Breaks(fault)),
        None => Ok((next, applied)),
    }
}

fn change(plan: &mut Plan, edit: &Edit) -> Result<Applied, Refusal> {
    match edit {
        Edit::Person(edit) => person(plan, edit),
        Edit::Frame(edit) => frame(plan, edit),
        Edit::Program(program) => set(&mut plan.program, program),
        Edit::Segment(edit) => {
            let applied = in_list(plan, edit, |p| Ok(&mut p.segments))?;
            plan.segments.sort_by_key(|segment| (segment.from, segment.id));
            Ok(applied)
        }
        Edit::EarlierStay(stay) => set(&mut plan.earlier_stay, stay),
        Edit::Payer(edit) => in_list(plan, edit, |p| Ok(&mut p.coverage)),
        Edit::Authorization(payer, edit) => {
            let payer = *payer;
            in_list(plan, edit, |p| {
                let payer = found(p.coverage.iter_mut().find(|other| other.id == payer), payer)?;
                Ok(&mut payer.authorizations)
            })
        }
        Edit::Needs(edit) => needs(plan, edit),
        Edit::Need(id, edit) => need(plan, *id, edit),
        Edit::Goals(edit) => goals(plan, edit),
        Edit::Goal(id, edit) => {
            let goal = found(plan.goals.iter_mut().find(|goal| goal.id == *id), *id)?;
            match edit {
                GoalEdit::Needs(needs) => set(&mut goal.needs, needs),
                GoalEdit::OwnWords(text) => set(&mut goal.own_words, text),
                GoalEdit::Language(tag) => set(&mut goal.language, tag),
                GoalEdit::Rendering(rendering) => set(&mut goal.rendering, rendering),
                GoalEdit::Clinical(text) => set(&mut goal.clinical, text),
            }
        }
        Edit::Objectives(goal, edit) => {
            let goal = *goal;
            if let ListEdit::Remove(id) = edit {
                unlink_objective(plan, *id);
            }
            in_list(plan, edit, |p| {
                let goal = found(p.goals.iter_mut().find(|other| other.id == goal), goal)?;
                Ok(&mut goal.objectives)
            })
        }
        Edit::Objective(id, edit) => objective(plan, *id, edit),
        Edit::Modules(edit) => {
            if let ListEdit::Remove(id) = edit {
                plan.sessions.retain(|session| session.module != *id);
            }
            in_list(plan, edit, |p| Ok(&mut p.modules))
        }
        Edit::Module(id, edit) => module(plan, *id, edit),
        Edit::Sessions(edit) => {
            let applied = in_list(plan, edit, |p| Ok(&mut p.sessions))?;
            sort_sessions(plan);
            Ok(applied)
        }
        Edit::Session(id, edit) => {
            let session = found(plan.sessions.iter_mut().find(|session| session.id == *id), *id)?;
            session_edit(session, edit);
            sort_sessions(plan);
            Ok(Applied::default())
        }
        Edit::Course(edit) => course(plan, edit),
        Edit::Leaving(edit) => leaving(plan, edit),
        Edit::Restore(other) => {
            let next_id = plan.next_id.max(other.next_id);
            *plan = Plan::clone(other).with_next_id(next_id);
            Ok(Applied::default())
        }
        Edit::Together(edits) => {
            let mut last = Applied::default();
            for edit in edits {
                last = change(plan, edit)?;
            }
            Ok(last)
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "it ends the arms of functions that can refuse")]
fn set<T: Clone>(field: &mut T, value: &T) -> Result<Applied, Refusal> {
    field.clone_from(value);
    Ok(Applied::default())
}

fn found<T>(place: Option<T>, id: impl Id) -> Result<T, Refusal> {
    place.ok_or(Refusal::Missing(id.number()))
}

fn in_list<T: Record + Clone>(
    plan: &mut Plan,
    edit: &ListEdit<T>,
    list: impl Fn(&mut Plan) -> Result<&mut Vec<T>, Refusal>,
) -> Result<Applied, Refusal> {
    let fresh: Option<T::Id> = matches!(edit, ListEdit::Add(_)).then(|| plan.fresh());
    let list = list(plan)?;
    let position = |id: T::Id, list: &[T]| found(list.iter().position(|record| record.id() == id), id);
    match edit {
        ListEdit::Add(record) => {
            let mut record = record.clone();
            if let Some(id) = fresh {
                record.set_id(id);
            }
            list.push(record);
        }
        ListEdit::Replace(record) => {
            let at = position(record.id(), list)?;
            if let Some(place) = list.get_mut(at) {
                place.clone_from(record);
            }
        }
        ListEdit::Remove(id) => {
            let at = position(*id, list)?;
            list.remove(at);
        }
        ListEdit::Move(id, to) => {
            let at = position(*id, list)?;
            let record = list.remove(at);
            list.insert((*to).min(list.len()), record);
        }
    }
    Ok(Applied { added: fresh.map(Id::number) })
}

fn sort_sessions(plan: &mut Plan) {
    plan.sessions.sort_by_key(|session| (session.date, session.start, session.id));
}

fn person(plan: &mut Plan, edit: &PersonEdit) -> Result<Applied, Refusal> {
    let person = &mut plan.person;
    match edit {
        PersonEdit::Name(name) => set(&mut person.name, name),
        PersonEdit::PreferredName(name) => set(&mut person.preferred_name, name),
        PersonEdit::Pronouns(pronouns) => set(&mut person.pronouns, pronouns),
        PersonEdit::BirthDate(date) => set(&mut person.birth_date, date),
        PersonEdit::RecordNumber(number) => set(&mut person.record_number, number),
        PersonEdit::Language(tag) => set(&mut person.language, tag),
        PersonEdit::Interpreter(interpreter) => set(&mut person.interpreter, interpreter),
        PersonEdit::Contact(contact) => set(&mut person.contact, contact),
        PersonEdit::Emergency(contact) => set(&mut person.emergency, contact),
        PersonEdit::Release(edit) => in_list(plan, edit, |p| Ok(&mut p.person.releases)),
        PersonEdit::Minor(minor) => set(&mut person.minor, minor),
        PersonEdit::Guardian(edit) => in_list(plan, edit, |p| {
            let minor = p.person.minor.as_mut().ok_or(Refusal::NoConsent)?;
            Ok(&mut minor.guardians)
        }),
        PersonEdit::Strengths(list) => set(&mut person.strengths, list),
        PersonEdit::Needs(list) => set(&mut person.needs, list),
        PersonEdit::Abilities(list) => set(&mut person.abilities, list),
        PersonEdit::Preferences(list) => set(&mut person.preferences, list),
        PersonEdit::Barriers(list) => set(&mut person.barriers, list),
        PersonEdit::Supports(list) => set(&mut person.supports, list),
        PersonEdit::Availability(list) => set(&mut person.availability, list),
        PersonEdit::Away(list) => set(&mut person.away, list),
        PersonEdit::Telehealth(telehealth) => set(&mut person.telehealth, telehealth),
    }
}

fn frame(plan: &mut Plan, edit: &FrameEdit) -> Result<Applied, Refusal> {
    let frame = &mut plan.frame;
    match edit {
        FrameEdit::Diagnosis(edit) => {
            if let ListEdit::Remove(id) = edit {
                frame.principal = frame.principal.filter(|principal| principal != id);
            }
            in_list(plan, edit, |p| Ok(&mut p.frame.diagnoses))
        }
        FrameEdit::Principal(id) => set(&mut frame.principal, id),
        FrameEdit::LevelOfCare(text) => set(&mut frame.level_of_care, text),
        FrameEdit::Impairment(text) => set(&mut frame.impairment, text),
        FrameEdit::PriorTreatment(list) => set(&mut frame.prior_treatment, list),
        FrameEdit::Dimensions(list) => set(&mut frame.dimensions, list),
        FrameEdit::Medication(edit) => in_list(plan, edit, |p| Ok(&mut p.frame.medications)),
        FrameEdit::Allergies(list) => set(&mut frame.allergies, list),
        FrameEdit::OpioidMedication(state) => set(&mut frame.opioid_medication, state),
        FrameEdit::Naloxone(state) => set(&mut frame.naloxone, state),
        FrameEdit::WithdrawalRisk(text) => set(&mut frame.withdrawal_risk, text),
        FrameEdit::MedicalClearance(clearance) => set(&mut frame.medical_clearance, clearance),
        FrameEdit::Risk(level, note) => {
            frame.risk = *level;
            set(&mut frame.risk_note, note)
        }
        FrameEdit::SafetyPlan(safety) => set(&mut frame.safety_plan, safety),
    }
}

fn needs(plan: &mut Plan, edit: &ListEdit<super::Need>) -> Result<Applied, Refusal> {
    if let ListEdit::Remove(id) = edit {
        for goal in &mut plan.goals {
            goal.needs.retain(|need| need != id);
        }
    }
    in_list(plan, edit, |p| Ok(&mut p.needs))
}

fn need(plan: &mut Plan, id: NeedId, edit: &NeedEdit) -> Result<Applied, Refusal> {
    let need = found(plan.needs.iter_mut().find(|need| need.id == id), id)?;
    match edit {
        NeedEdit::Problem(text) => set(&mut need.problem, text),
        NeedEdit::Plain(text) => set(&mut need.plain, text),
        NeedEdit::Evidence(text) => set(&mut need.evidence, text),
        NeedEdit::Severity(severity) => set(&mut need.severity, severity),
        NeedEdit::Standing(standing) => set(&mut need.standing, standing),
    }
}

/// A goal that is added brings its objectives along; the plan gives them ids as well.
fn goals(plan: &mut Plan, edit: &ListEdit<super::Goal>) -> Result<Applied, Refusal> {
    match edit {
        ListEdit::Add(goal) => {
            let mut goal = goal.clone();
            for objective in &mut goal.objectives {
                objective.id = plan.fresh();
            }
            in_list(plan, &ListEdit::Add(goal), |p| Ok(&mut p.goals))
        }
        ListEdit::Remove(id) => {
            let goal = found(plan.goal(*id), *id)?;
            let gone: Vec<ObjectiveId> = goal.objectives.iter().map(|objective| objective.id).collect();
            for objective in gone {
                unlink_objective(plan, objective);
            }
            plan.leaving.aftercare.open_goals.retain(|open| open != id);
            unlink_ratings(plan, Rated::Goal(*id));
            in_list(plan, edit, |p| Ok(&mut p.goals))
        }
        ListEdit::Replace(_) | ListEdit::Move(..) => in_list(plan, edit, |p| Ok(&mut p.goals)),
    }
}

fn unlink_objective(plan: &mut Plan, id: ObjectiveId) {
    for module in &mut plan.modules {
        module.objectives.retain(|objective| *objective != id);
    }
    for review in &mut plan.course.reviews {
        review.notes.objectives.retain(|note| note.objective != id);
    }
    unlink_ratings(plan, Rated::Objective(id));
}

fn unlink_ratings(plan: &mut Plan, gone: Rated) {
    for result in plan.course.results.iter_mut().filter(|result| result.about == Some(gone)) {
        result.about = None;
    }
}

fn objective(plan: &mut Plan, id: ObjectiveId, edit: &ObjectiveEdit) -> Result<Applied, Refusal> {
    let objectives = plan.goals.iter_mut().flat_map(|goal| &mut goal.objectives);
    let objective = found({ objectives }.find(|objective| objective.id == id), id)?;
    match edit {
        ObjectiveEdit::Plain(text) => set(&mut objective.plain, text),
        ObjectiveEdit::Clinical(text) => set(&mut objective.clinical, text),
        ObjectiveEdit::Gauge(gauge) => set(&mut objective.gauge, gauge),
        ObjectiveEdit::TargetDate(date) => set(&mut objective.target_date, date),
        ObjectiveEdit::Status(status) => set(&mut objective.status, status),
    }
}

fn module(plan: &mut Plan, id: ModuleId, edit: &ModuleEdit) -> Result<Applied, Refusal> {
    let module = found(plan.modules.iter_mut().find(|module| module.id == id), id)?;
    match edit {
        ModuleEdit::Sessions(sessions) => set(&mut module.sessions, sessions),
        ModuleEdit::Frequency(frequency) => set(&mut module.frequency, frequency),
        ModuleEdit::Minutes(minutes) => set(&mut module.minutes, minutes),
        ModuleEdit::Objectives(objectives) => set(&mut module.objectives, objectives),
        ModuleEdit::Responsible(staff) => set(&mut module.responsible, staff),
        ModuleEdit::Reason(text) => set(&mut module.reason, text),
    }
}

fn session_edit(session: &mut super::Session, edit: &SessionEdit) {
    match edit {
        SessionEdit::Move(date, start) => {
            session.date = *date;
            session.start = *start;
            session.block = None;
        }
        SessionEdit::Block(block) => session.block.clone_from(block),
        SessionEdit::Minutes(minutes) => session.minutes = *minutes,
        SessionEdit::Topic(number, words) => {
            session.topic = *number;
            session.topic_words.clone_from(words);
        }
        SessionEdit::Place(place) => session.place.clone_from(place),
        SessionEdit::Staff(staff) => session.staff.clone_from(staff),
        SessionEdit::Mark(status, actual, reason) => {
            session.status = *status;
            session.actual = *actual;
            session.reason.clone_from(reason);
        }
        SessionEdit::Pin => session.pinned = true,
        SessionEdit::Unpin => session.pinned = false,
    }
}

fn course(plan: &mut Plan, edit: &CourseEdit) -> Result<Applied, Refusal> {
    match edit {
        CourseEdit::Standing(standing) => set(&mut plan.course.standing, standing),
        CourseEdit::Result(edit) => result(plan, edit),
        CourseEdit::InError(id, why) => set(&mut the_result(plan, *id)?.in_error, why),
        CourseEdit::Acknowledge(id, action) => set(&mut the_result(plan, *id)?.alert_action, action),
        CourseEdit::Review(edit) => in_list(plan, edit, |p| Ok(&mut p.course.reviews)),
        CourseEdit::SignOff(edit) => sign_off(plan, edit),
        CourseEdit::Addendum(edit) => in_list(plan, edit, |p| Ok(&mut p.course.addenda)),
        CourseEdit::CopyGiven(date) => set(&mut plan.course.copy_given, date),
        CourseEdit::Reason(reason) => {
            plan.course.give_reason(reason);
            Ok(Applied::default())
        }
    }
}

fn the_result(plan: &mut Plan, id: ResultId) -> Result<&mut MeasureResult, Refusal> {
    found(plan.course.results.iter_mut().find(|result| result.id == id), id)
}

/// What was measured stays: an alert cannot be made to vanish with its result.
/// Until a plan is in effect its results can be mended; from then on they are the record.
fn result(plan: &mut Plan, edit: &ListEdit<MeasureResult>) -> Result<Applied, Refusal> {
    if plan.course.standing == Standing::Draft {
        return in_list(plan, edit, |p| Ok(&mut p.course.results));
    }
    match edit {
        ListEdit::Remove(id) => {
            the_result(plan, *id)?;
            return Err(Refusal::Permanent(*id));
        }
        ListEdit::Replace(new) => {
            let old = the_result(plan, new.id)?;
            let same =
                (&old.measure, old.date, old.total, old.safety) == (&new.measure, new.date, new.total, new.safety);
            if !same {
                return Err(Refusal::Permanent(new.id));
            }
        }
        ListEdit::Add(_) | ListEdit::Move(..) => {}
    }
    in_list(plan, edit, |p| Ok(&mut p.course.results))
}

/// Signatures, refusals and attempts are a log: only what is awaited can still be something else.
fn sign_off(plan: &mut Plan, edit: &ListEdit<SignOff>) -> Result<Applied, Refusal> {
    let id = match edit {
        ListEdit::Remove(id) => Some(*id),
        ListEdit::Replace(new) => Some(new.id),
        ListEdit::Add(_) | ListEdit::Move(..) => None,
    };
    let old = id.and_then(|id| plan.course.sign_offs.iter().find(|sign| sign.id == id));
    if let Some(old) = old.filter(|old| old.outcome != SignOutcome::Awaited) {
        let marks = |new: &SignOff| SignOff { in_error: new.in_error.clone(), ..old.clone() } == *new;
        if !matches!(edit, ListEdit::Replace(new) if marks(new)) {
            return Err(Refusal::Answered(old.id));
        }
    }
    in_list(plan, edit, |p| Ok(&mut p.course.sign_offs))
}

fn leaving(plan: &mut Plan, edit: &LeavingEdit) -> Result<Applied, Refusal> {
    let leaving = &mut plan.leaving;
    match edit {
        LeavingEdit::Criteria(list) => set(&mut leaving.criteria, list),
        LeavingEdit::PersonCriteria(text) => set(&mut leaving.person_criteria, text),
        LeavingEdit::Expected(date) => set(&mut leaving.expected, date),
        LeavingEdit::Aftercare(aftercare) => set(&mut leaving.aftercare, aftercare),
        LeavingEdit::NextProvider(text) => set(&mut leaving.aftercare.next_provider, text),
        LeavingEdit::FirstAppointment(appointment) => set(&mut leaving.aftercare.first_appointment, appointment),
        LeavingEdit::Support(edit) => in_list(plan, edit, |p| Ok(&mut p.leaving.aftercare.supports)),
        LeavingEdit::RelapsePlan(relapse) => set(&mut leaving.aftercare.relapse_plan, relapse),
        LeavingEdit::Medication(text) => set(&mut leaving.aftercare.medication, text),
        LeavingEdit::OpenGoals(goals) => set(&mut leaving.aftercare.open_goals, goals),
        LeavingEdit::Discharge(discharge) => set(&mut leaving.discharge, discharge),
    }
}
