//! The order in which findings are told: by level, then as the plan itself goes.

use std::collections::BTreeMap;

use super::Finding;
use crate::plan::{Item, Plan, weeks};

/// Sorts findings by level, then in plan order; findings of one item keep the order in which they were found.
pub(super) fn sort(plan: &Plan, found: &mut [Finding]) {
    let places: BTreeMap<Item, usize> = items(plan).into_iter().zip(0..).collect();
    // A plan may have a finding for every session, and each is looked up once.
    found.sort_by_cached_key(|finding| (finding.level(), places.get(&finding.item).copied().unwrap_or(usize::MAX)));
}

fn items(plan: &Plan) -> Vec<Item> {
    let mut items = vec![Item::Plan, Item::Person];
    items.extend(plan.person.releases.iter().map(|release| Item::Release(release.id)));
    items.extend(plan.person.minor.iter().flat_map(|minor| &minor.guardians).map(|g| Item::Guardian(g.id)));
    items.push(Item::Frame);
    items.extend(plan.frame.diagnoses.iter().map(|diagnosis| Item::Diagnosis(diagnosis.id)));
    items.extend(plan.frame.medications.iter().map(|medication| Item::Medication(medication.id)));
    items.push(Item::SafetyPlan);
    items.extend(plan.segments.iter().map(|segment| Item::Segment(segment.id)));
    items.extend(plan.coverage.iter().map(|payer| Item::Payer(payer.id)));
    items.extend(plan.needs.iter().map(|need| Item::Need(need.id)));
    for goal in &plan.goals {
        items.push(Item::Goal(goal.id));
        items.extend(goal.objectives.iter().map(|objective| Item::Objective(objective.id)));
    }
    items.extend(plan.modules.iter().map(|module| Item::Module(module.id)));
    items.extend(weeks(plan).iter().map(|week| Item::Week(week.number)));
    items.extend(plan.sessions.iter().map(|session| Item::Session(session.id)));
    items.extend(plan.course.results.iter().map(|result| Item::Result(result.id)));
    items.extend(plan.course.reviews.iter().map(|review| Item::Review(review.id)));
    items.extend(plan.course.sign_offs.iter().map(|sign_off| Item::SignOff(sign_off.id)));
    items.extend(plan.course.addenda.iter().map(|addendum| Item::Addendum(addendum.id)));
    items.push(Item::Leaving);
    items.extend(plan.leaving.aftercare.supports.iter().map(|support| Item::Support(support.id)));
    items
}
