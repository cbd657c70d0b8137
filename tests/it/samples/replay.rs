//! Does again what a course tells, with the program's own edits, engine and signatures.

use throughline::base::*;
use throughline::catalog::{Catalog, Clinic};
use throughline::draft::{Basis, links, team};
use throughline::history::{Chart, Signing};
use throughline::plan::*;
use throughline::progress::{NewSegment, decided, step};
use throughline::schedule::Taken;
use throughline::schedule::engine::{Answer, Effort, Go, Tier};
use throughline::schedule::lay::{Request, lay};

use super::course::{But, Course, Event, Reviewed, Scored, Step};

/// Enough to find every calendar that the courses ask for.
const EFFORT: Effort = Effort(100);

/// The drafted plan after all that happened.
pub(super) fn replayed(plan: Plan, course: &Course, catalog: &Catalog) -> Chart {
    assert_eq!(course.format, 1);
    let mut chart = Chart::unsigned(plan);
    for event in &course.happened {
        if let Event::Version { date, author, reason } = event {
            let signing = Signing { date: *date, author: author.clone(), reason: reason.clone() };
            chart.sign(catalog, &signing).unwrap();
        } else {
            let edits = edits(&chart.plan, event, catalog);
            apply(&mut chart.plan, &Edit::Together(edits)).unwrap_or_else(|why| panic!("{event:?}: {why:?}"));
        }
    }
    chart
}

fn edits(plan: &Plan, event: &Event, catalog: &Catalog) -> Vec<Edit> {
    match event {
        Event::Held { from, to, but } => held(plan, *from, *to, but),
        Event::Score(scored) => vec![course(CourseEdit::Result(ListEdit::Add(result(plan, scored, catalog))))],
        Event::InError { measure, why } => {
            let last = plan.course.results.iter().rfind(|result| result.measure == *measure).unwrap();
            vec![course(CourseEdit::InError(last.id, Some(why.clone())))]
        }
        Event::Review(reviewed) => vec![decided(review(plan, reviewed))],
        Event::Due { was, now } => {
            let review = planned_review(plan, *was);
            vec![course(CourseEdit::Review(ListEdit::Replace(Review { due: *now, ..review })))]
        }
        Event::Answered { role, name, outcome } => {
            let sign_off = SignOff { outcome: outcome.clone(), ..signer(plan, *role, name.as_deref()) };
            vec![course(CourseEdit::SignOff(ListEdit::Replace(sign_off)))]
        }
        Event::Signed { role, name, meaning, outcome } => {
            let (meaning, outcome) = (meaning.clone(), outcome.clone());
            let sign_off = SignOff { meaning, outcome, ..signer(plan, *role, name.as_deref()) };
            vec![course(CourseEdit::SignOff(ListEdit::Add(sign_off)))]
        }
        Event::Addendum { written, about, author, text } => {
            let (author, text) = (author.clone(), text.clone());
            let addendum = Addendum { id: AddendumId::default(), written: *written, about: *about, author, text };
            vec![course(CourseEdit::Addendum(ListEdit::Add(addendum)))]
        }
        Event::Dose { module, sessions, frequency, reason } => {
            let id = the_module(plan, module).id;
            let edits = [
                Some(ModuleEdit::Sessions(*sessions)),
                frequency.map(ModuleEdit::Frequency),
                Some(ModuleEdit::Reason(reason.clone())),
            ];
            edits.into_iter().flatten().map(|edit| Edit::Module(id, edit)).collect()
        }
        Event::Module { module, sessions, frequency, objectives, reason } => {
            let placed = placed(plan, module, catalog);
            let objectives = objectives.iter().map(|at| objective(plan, *at)).collect();
            let frequency = frequency.unwrap_or(placed.frequency);
            let placed = PlacedModule { sessions: *sessions, frequency, objectives, reason: reason.clone(), ..placed };
            vec![Edit::Modules(ListEdit::Add(placed))]
        }
        Event::Ended { module, from } => ended(plan, module, *from),
        Event::Step(new) => vec![step(plan, &segment(new))],
        Event::Authorized { payer, authorization } => {
            vec![Edit::Authorization(plan.coverage[payer - 1].id, ListEdit::Add(authorization.clone()))]
        }
        Event::Looked { number, again } => looked(plan, number, *again),
        Event::Medication(medication) => vec![Edit::Frame(FrameEdit::Medication(medicine(plan, medication)))],
        Event::Risk(level, note) => vec![Edit::Frame(FrameEdit::Risk(*level, note.clone()))],
        Event::Target { objective: at, date } => {
            vec![Edit::Objective(objective(plan, *at), ObjectiveEdit::TargetDate(*date))]
        }
        Event::Appointment(visit) => vec![Edit::Leaving(LeavingEdit::FirstAppointment(Some(visit.clone())))],
        Event::Lay { from } => laid(plan, *from, catalog),
        Event::Copy(date) => vec![course(CourseEdit::CopyGiven(Some(*date)))],
        Event::Version { .. } => Vec::new(),
    }
}

const fn course(edit: CourseEdit) -> Edit {
    Edit::Course(edit)
}

fn the_module<'a>(plan: &'a Plan, slug: &Slug) -> &'a PlacedModule {
    plan.modules.iter().find(|module| module.slug == *slug).unwrap_or_else(|| panic!("no module {slug}"))
}

fn objective(plan: &Plan, (goal, number): (usize, usize)) -> ObjectiveId {
    plan.goals[goal - 1].objectives[number - 1].id
}

fn clinic<'a>(plan: &Plan, catalog: &'a Catalog) -> &'a Clinic {
    &catalog.clinics[plan.program.clinic.as_ref().unwrap()]
}

/// Every exception has to name something: one that names nothing is a slip of the pen.
fn held(plan: &Plan, from: Date, to: Date, but: &[But]) -> Vec<Edit> {
    let is_it = |session: &Session, but: &But| {
        let module = plan.module(session.module).map(|module| &module.slug);
        session.date == but.on && but.module.as_ref().is_none_or(|named| Some(named) == module)
    };
    let sessions: Vec<&Session> = plan.sessions.iter().filter(|s| from <= s.date && s.date <= to).collect();
    for but in but {
        assert!(sessions.iter().any(|session| is_it(session, but)), "no such session: {but:?}");
    }
    let marks = sessions.iter().filter(|session| session.status == SessionStatus::Planned).flat_map(|session| {
        let but = but.iter().find(|but| is_it(session, but));
        let (status, why) = but.map_or((SessionStatus::Attended, String::new()), |but| (but.what, but.why.clone()));
        let minutes = match status {
            SessionStatus::Missed | SessionStatus::Excused | SessionStatus::Cancelled => None,
            SessionStatus::Planned | SessionStatus::Attended | SessionStatus::Late | SessionStatus::LeftEarly => {
                Some(but.and_then(|but| but.minutes).unwrap_or(session.minutes))
            }
        };
        let mark = SessionEdit::Mark(status, minutes, why);
        let place = but.filter(|but| but.telehealth).map(|_| SessionEdit::Place(Place::Telehealth));
        [Some(mark), place].into_iter().flatten().map(|edit| Edit::Session(session.id, edit))
    });
    marks.collect()
}

fn result(plan: &Plan, scored: &Scored, catalog: &Catalog) -> MeasureResult {
    let measure = &catalog.measures[&scored.measure];
    assert!(scored.total.is_none_or(|total| measure.allows(total)), "{scored:?}");
    MeasureResult {
        id: ResultId::default(),
        measure: scored.measure.clone(),
        name: measure.name.clone(),
        version: measure.version.clone(),
        language: plan.person.language.clone(),
        date: scored.date,
        total: scored.total,
        safety: scored.safety,
        alert_action: scored.action.clone(),
        in_error: None,
        note: scored.note.clone(),
        about: scored.about.map(|at| Rated::Objective(objective(plan, at))),
    }
}

fn planned_review(plan: &Plan, due: Date) -> Review {
    let mut ahead = plan.course.reviews.iter().filter(|review| review.held.is_none());
    ahead.find(|review| review.due == due).unwrap_or_else(|| panic!("no review is due on {due}")).clone()
}

fn review(plan: &Plan, reviewed: &Reviewed) -> Review {
    let objectives = reviewed.objectives.iter().map(|(at, status, evidence)| ObjectiveNote {
        objective: objective(plan, *at),
        status: *status,
        evidence: evidence.clone(),
    });
    Review {
        held: Some(reviewed.held),
        decision: Some(reviewed.decision),
        person_says: reviewed.says.clone(),
        summary: reviewed.summary.clone(),
        notes: ReviewNotes {
            statements: reviewed.statements.clone(),
            objectives: objectives.collect(),
            agreements: reviewed.agreements.clone(),
            explained_in: reviewed.explained_in.clone(),
            interpreter: reviewed.interpreter.clone(),
        },
        ..planned_review(plan, reviewed.due)
    }
}

fn signer(plan: &Plan, role: SignerRole, name: Option<&str>) -> SignOff {
    let is_it = |sign: &&SignOff| sign.role == role && name.is_none_or(|name| sign.name == name);
    plan.course.sign_offs.iter().find(is_it).unwrap_or_else(|| panic!("no {role:?} {name:?} signs")).clone()
}

fn placed(plan: &Plan, slug: &Slug, catalog: &Catalog) -> PlacedModule {
    let (links, team) = (links(plan, catalog), team(plan));
    let clinic = Some(clinic(plan, catalog));
    Basis { plan, catalog, clinic, team: &team, links: &links }.placed(&catalog.modules[slug])
}

/// What was held counts as all that was prescribed.
fn ended(plan: &Plan, slug: &Slug, from: Date) -> Vec<Edit> {
    let id = the_module(plan, slug).id;
    let (before, after): (Vec<&Session>, Vec<&Session>) = plan.sessions_of(id).partition(|session| session.date < from);
    let kept = before.iter().filter(|session| session.status.occupies()).count();
    let fewer = Edit::Module(id, ModuleEdit::Sessions(u16::try_from(kept).unwrap()));
    let gone = after.iter().map(|session| Edit::Sessions(ListEdit::Remove(session.id)));
    gone.chain([fewer]).collect()
}

fn segment(new: &Step) -> NewSegment {
    let Step { setting, from, to, days, hours, week_minutes, track } = new;
    NewSegment {
        setting: *setting,
        from: *from,
        to: *to,
        days: days.clone(),
        hours: *hours,
        week_minutes: *week_minutes,
        track: Some(track.clone()),
    }
}

fn looked(plan: &Plan, number: &str, again: Option<Date>) -> Vec<Edit> {
    let all = plan.coverage.iter().flat_map(|payer| payer.authorizations.iter().map(move |one| (payer.id, one)));
    let (payer, authorization) = { all }.find(|(_, one)| one.number == number).unwrap();
    let next_review = again;
    vec![Edit::Authorization(payer, ListEdit::Replace(Authorization { next_review, ..authorization.clone() }))]
}

/// Replaces the medicine of the same name, if there is one.
fn medicine(plan: &Plan, new: &Medication) -> ListEdit<Medication> {
    match plan.frame.medications.iter().find(|old| old.name == new.name) {
        Some(old) => ListEdit::Replace(Medication { id: old.id, ..new.clone() }),
        None => ListEdit::Add(new.clone()),
    }
}

fn laid(plan: &Plan, from: Date, catalog: &Catalog) -> Vec<Edit> {
    let clinic = clinic(plan, catalog);
    let request =
        Request { plan, clinic, catalog, from: Some(from), taken: Taken::NOBODY, language: Language::English };
    let (task, answer) = lay(request, &Tier::ALL, EFFORT, &mut |_, _| Go::On).unwrap();
    match answer {
        Answer::Feasible(table) => task.edits(&table.placements),
        Answer::Infeasible(why) => panic!("from {from} on there is no calendar: {why:#?}"),
        Answer::Unknown => panic!("from {from} on no calendar was found"),
    }
}
