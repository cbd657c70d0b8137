//! An earlier version that comes back as a new draft: what it prescribed returns, what has happened since stays.

use crate::plan::{Edit, Plan, Refusal, SessionStatus, apply};

/// The plan with what an earlier version prescribed, as an edit.
///
/// The course of treatment, sessions that were held or missed, and the modules they belong to stay as they are; so
/// does the discharge. Objectives and goals that reviews or results speak of and that the version does not know are
/// no longer spoken of.
///
/// # Errors
/// When both do not go together; that would be a fault of this program.
pub fn restored(now: &Plan, version: &Plan) -> Result<Edit, Refusal> {
    let mut plan = version.clone().with_next_id(now.next_id().max(version.next_id()));
    plan.course = now.course.clone();
    plan.leaving.discharge.clone_from(&now.leaving.discharge);
    keep_the_past(now, &mut plan);
    forget_the_unknown(&mut plan);
    let edit = Edit::Restore(Box::new(plan));
    apply(&mut now.clone(), &edit)?;
    Ok(edit)
}

fn keep_the_past(now: &Plan, plan: &mut Plan) {
    let past: Vec<_> = now.sessions.iter().filter(|session| session.status != SessionStatus::Planned).collect();
    plan.sessions.retain(|session| past.iter().all(|other| other.id != session.id));
    for session in past {
        if plan.module(session.module).is_none() {
            plan.modules.extend(now.module(session.module).cloned());
        }
        plan.sessions.push(session.clone());
    }
    plan.sessions.sort_by_key(|session| (session.date, session.start, session.id));
}

fn forget_the_unknown(plan: &mut Plan) {
    use crate::plan::Rated;
    let known = plan.clone();
    for module in &mut plan.modules {
        module.objectives.retain(|id| known.objective(*id).is_some());
    }
    for review in &mut plan.course.reviews {
        review.notes.objectives.retain(|note| known.objective(note.objective).is_some());
    }
    for result in &mut plan.course.results {
        result.about = result.about.filter(|about| match about {
            Rated::Goal(id) => known.goal(*id).is_some(),
            Rated::Objective(id) => known.objective(*id).is_some(),
        });
    }
}
