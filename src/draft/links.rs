//! Which modules work on the objectives of a plan, found by what the library's objectives measure.

use std::collections::BTreeSet;

use crate::base::{ObjectiveId, Slug};
use crate::catalog::{Catalog, ObjectiveTemplate, PresentingNeed, TargetTemplate};
use crate::plan::{Gauge, Goal, Objective, Plan};

/// The plan's objectives, each with the modules that the library says work on it.
///
/// An objective is that of the library whose words it has; one that was reworded is known by what it measures.
pub fn links(plan: &Plan, catalog: &Catalog) -> Vec<(ObjectiveId, Vec<Slug>)> {
    let mut all = Vec::new();
    for goal in &plan.goals {
        let library = needs_of(plan, catalog, goal);
        all.extend(goal.objectives.iter().map(|objective| (objective.id, modules(objective, &library))));
    }
    all
}

/// The clinic's staff that the plan names already, those of its first modules first.
pub fn team(plan: &Plan) -> Vec<Slug> {
    let mut seen = BTreeSet::new();
    let named = plan.modules.iter().filter_map(|module| module.responsible.as_ref()?.provider.clone());
    named.filter(|slug| seen.insert(slug.clone())).collect()
}

fn needs_of<'a>(plan: &Plan, catalog: &'a Catalog, goal: &Goal) -> Vec<&'a PresentingNeed> {
    let needs = goal.needs.iter().filter_map(|id| plan.need(*id)?.slug.as_ref());
    needs.filter_map(|slug| catalog.needs.get(slug)).collect()
}

fn modules(objective: &Objective, library: &[&PresentingNeed]) -> Vec<Slug> {
    let templates = || library.iter().flat_map(|need| &need.goals).flat_map(|goal| &goal.objectives);
    let same_words = |template: &&ObjectiveTemplate| {
        [&template.plain.en, &template.plain.es].contains(&&objective.plain)
            || template.clinical.en == objective.clinical
    };
    let mut found: Vec<&ObjectiveTemplate> = templates().filter(same_words).collect();
    if found.is_empty() {
        found = templates().filter(|template| measures_the_same(&objective.gauge, &template.target)).collect();
    }
    let mut seen = BTreeSet::new();
    let named = found.into_iter().flat_map(|template| &template.modules);
    named.filter(|slug| seen.insert((*slug).clone())).cloned().collect()
}

fn measures_the_same(gauge: &Gauge, target: &TargetTemplate) -> bool {
    match (gauge, target) {
        (Gauge::Score { measure, .. }, TargetTemplate::Score { measure: other, .. }) => measure == other,
        (Gauge::Rating { of, .. }, TargetTemplate::Rating { of: other, .. })
        | (Gauge::Count { of, .. }, TargetTemplate::Count { of: other, .. }) => of == other,
        (Gauge::Milestone { proof }, TargetTemplate::Milestone { proof: other }) => proof == other,
        (Gauge::Score { .. } | Gauge::Rating { .. } | Gauge::Count { .. } | Gauge::Milestone { .. }, _) => false,
    }
}
