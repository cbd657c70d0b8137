//! Which page of the place of goals is shown beside the list of needs.

use super::Looks;
use crate::base::{GoalId, NeedId};
use crate::plan::{Goal, Item, Plan};

/// What stands beside the list of needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The library, to pick needs from.
    Library,
    /// A need with its goals.
    Need(NeedId),
    /// Goals that answer no need.
    Loose,
}

/// The page that was turned to or that holds what is selected; `None` where neither says one.
pub fn shown(looks: &Looks, selection: Option<Item>, plan: &Plan) -> Option<Page> {
    let turned = looks.page.filter(|page| exists(*page, plan));
    if turned == Some(Page::Library) || (plan.needs.is_empty() && plan.goals.is_empty()) {
        return Some(Page::Library);
    }
    let goal = |id: GoalId| plan.goal(id).map(|goal| home(goal, turned));
    match selection {
        Some(Item::Need(id)) if plan.need(id).is_some() => Some(Page::Need(id)),
        Some(Item::Goal(id)) => goal(id).or(turned),
        Some(Item::Objective(id)) => plan.objective(id).map(|(goal, _)| home(goal, turned)).or(turned),
        Some(_) | None => turned,
    }
}

/// The page to begin with.
pub fn first(plan: &Plan) -> Option<Page> {
    plan.needs.first().map(|need| Page::Need(need.id)).or_else(|| loose(plan).next().map(|_| Page::Loose))
}

/// Goals that answer no need.
pub fn loose(plan: &Plan) -> impl Iterator<Item = &Goal> {
    plan.goals.iter().filter(|goal| goal.needs.is_empty())
}

/// A goal of several needs stays where it is looked at.
fn home(goal: &Goal, turned: Option<Page>) -> Page {
    match turned {
        Some(Page::Need(need)) if goal.needs.contains(&need) => Page::Need(need),
        Some(_) | None => goal.needs.first().map_or(Page::Loose, |need| Page::Need(*need)),
    }
}

fn exists(page: Page, plan: &Plan) -> bool {
    match page {
        Page::Library => true,
        Page::Need(id) => plan.need(id).is_some(),
        Page::Loose => loose(plan).next().is_some(),
    }
}
