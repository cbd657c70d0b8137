//! Enters needs, goals and objectives: the person's words, the library's measures, this person's figures.

use super::{DraftError, GoalRequest, Intake, NeedRequest, Suggest, SuggestedGoal, known, make};
use crate::base::{GoalId, NeedId, ObjectiveId, Slug, is_blank};
use crate::catalog::{Catalog, PresentingNeed};
use crate::plan::{Edit, Goal, ListEdit, Need, NeedStanding, Plan};

/// The objectives of a plan, each with the modules that the library says work on it.
pub(super) type Links = Vec<(ObjectiveId, Vec<Slug>)>;

/// Enters the needs of an intake with their goals and objectives.
pub(super) fn enter(plan: &mut Plan, intake: &Intake, catalog: &Catalog) -> Result<Links, DraftError> {
    let mut links = Links::new();
    for (i, request) in intake.needs.iter().enumerate() {
        let field = format!("needs[{i}]");
        let library = known(&catalog.needs, format!("{field}.need"), &request.need)?;
        let need = need(request, &Suggest { plan, catalog, library, today: None });
        let id = NeedId(make(plan, &Edit::Needs(ListEdit::Add(need)))?.unwrap_or_default());
        if request.deferred.is_some() {
            continue;
        }
        for (g, wanted) in goals(request, library, plan).into_iter().enumerate() {
            let at = usize::from(wanted.like).checked_sub(1).and_then(|index| library.goals.get(index));
            let template = at.ok_or_else(|| DraftError::NoSuchGoal {
                field: format!("{field}.goals[{g}].like"),
                number: wanted.like,
                goals: library.goals.len(),
            })?;
            let suggest = Suggest { plan, catalog, library, today: None };
            let SuggestedGoal { goal, modules } = suggest.goal(template, vec![id], &wanted.baselines);
            let goal = Goal { own_words: wanted.own_words, rendering: wanted.rendering, ..goal };
            let id = GoalId(make(plan, &Edit::Goals(ListEdit::Add(goal)))?.unwrap_or_default());
            let added = plan.goal(id).map(|goal| goal.objectives.iter().map(|objective| objective.id));
            links.extend(added.into_iter().flatten().zip(modules));
        }
    }
    Ok(links)
}

fn need(request: &NeedRequest, suggest: &Suggest<'_>) -> Need {
    let suggested = suggest.need();
    Need {
        problem: if is_blank(&request.problem) { suggested.problem } else { request.problem.clone() },
        evidence: request.evidence.clone(),
        severity: request.severity,
        standing: request.deferred.clone().map_or(NeedStanding::Addressed, NeedStanding::Deferred),
        ..suggested
    }
}

/// What the person wants; where they have not said, the library's first goal to talk about.
fn goals(request: &NeedRequest, library: &PresentingNeed, plan: &Plan) -> Vec<GoalRequest> {
    if !request.goals.is_empty() {
        return request.goals.clone();
    }
    let first = library.goals.first();
    let own_words = first.map(|goal| goal.own_words.get(plan.language()).to_owned()).unwrap_or_default();
    vec![GoalRequest { own_words, like: 1, baselines: Vec::new(), rendering: None }]
}
