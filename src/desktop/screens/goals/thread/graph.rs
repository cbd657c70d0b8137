//! The thread as knots in five columns and the links between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{GoalId, ModuleId, NeedId, ObjectiveId};
use crate::plan::{Item, Plan};

/// A knot of the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Knot {
    /// A need.
    Need(NeedId),
    /// A goal.
    Goal(GoalId),
    /// An objective.
    Objective(ObjectiveId),
    /// A module.
    Module(ModuleId),
    /// The hours of a module.
    Hours(ModuleId),
}

impl Knot {
    /// What it stands for.
    pub const fn item(self) -> Item {
        match self {
            Self::Need(id) => Item::Need(id),
            Self::Goal(id) => Item::Goal(id),
            Self::Objective(id) => Item::Objective(id),
            Self::Module(id) | Self::Hours(id) => Item::Module(id),
        }
    }

    /// The column that it stands in, from 0.
    pub const fn column(self) -> usize {
        match self {
            Self::Need(_) => 0,
            Self::Goal(_) => 1,
            Self::Objective(_) => 2,
            Self::Module(_) => 3,
            Self::Hours(_) => 4,
        }
    }

    /// The knot that stands for something in a plan.
    pub fn of(item: Item, plan: &Plan) -> Option<Self> {
        Some(match item {
            Item::Need(id) => Self::Need(id),
            Item::Goal(id) => Self::Goal(id),
            Item::Objective(id) => Self::Objective(id),
            Item::Module(id) => Self::Module(id),
            Item::Session(id) => Self::Hours(plan.session(id)?.module),
            _ => return None,
        })
    }
}

/// Knots in five columns, from needs to hours, and the links between neighbouring columns, left end first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// Knots by column, in the order in which they stand below each other.
    pub columns: [Vec<Knot>; 5],
    /// Links.
    pub links: Vec<(Knot, Knot)>,
}

/// The thread of a plan; what belongs together stands close together.
pub fn graph(plan: &Plan) -> Graph {
    let needs: Vec<Knot> = plan.needs.iter().map(|need| Knot::Need(need.id)).collect();
    let mut goals: Vec<_> = plan.goals.iter().collect();
    let place = |id: &NeedId| plan.needs.iter().position(|need| need.id == *id);
    goals.sort_by_key(|goal| goal.needs.iter().filter_map(place).min().unwrap_or(usize::MAX));
    let objectives: Vec<Knot> =
        goals.iter().flat_map(|goal| &goal.objectives).map(|objective| Knot::Objective(objective.id)).collect();
    let links = links(plan);
    let modules = by_center(plan.modules.iter().map(|module| Knot::Module(module.id)), &objectives, &links);
    let hours = modules.iter().filter_map(|knot| match knot {
        Knot::Module(id) => Some(Knot::Hours(*id)),
        Knot::Need(_) | Knot::Goal(_) | Knot::Objective(_) | Knot::Hours(_) => None,
    });
    let hours = hours.collect();
    let goals = goals.iter().map(|goal| Knot::Goal(goal.id)).collect();
    Graph { columns: [needs, goals, objectives, modules, hours], links }
}

fn links(plan: &Plan) -> Vec<(Knot, Knot)> {
    let mut links = Vec::new();
    for goal in &plan.goals {
        links.extend(goal.needs.iter().map(|need| (Knot::Need(*need), Knot::Goal(goal.id))));
        links.extend(goal.objectives.iter().map(|one| (Knot::Goal(goal.id), Knot::Objective(one.id))));
    }
    for module in &plan.modules {
        links.extend(module.objectives.iter().map(|one| (Knot::Objective(*one), Knot::Module(module.id))));
        links.push((Knot::Module(module.id), Knot::Hours(module.id)));
    }
    links
}

/// Knots in the order of the middle of what they are linked with; what is linked with nothing stands last.
fn by_center(knots: impl Iterator<Item = Knot>, before: &[Knot], links: &[(Knot, Knot)]) -> Vec<Knot> {
    let places: BTreeMap<Knot, usize> = before.iter().enumerate().map(|(at, knot)| (*knot, at)).collect();
    let center = |knot: &Knot| {
        let linked = links.iter().filter(|(_, right)| right == knot).filter_map(|(left, _)| places.get(left));
        let linked: Vec<usize> = linked.copied().collect();
        let thousandths = linked.iter().sum::<usize>() * 1000;
        thousandths.checked_div(linked.len()).unwrap_or(usize::MAX)
    };
    let mut knots: Vec<Knot> = knots.collect();
    knots.sort_by_cached_key(center);
    knots
}

impl Graph {
    /// The whole thread of a knot: all that it serves and all that serves it.
    pub fn thread(&self, knot: Knot) -> BTreeSet<Knot> {
        let mut lit = BTreeSet::from([knot]);
        // A pass over the links carries the light at least one column on, and there are five.
        for _ in 1..self.columns.len() {
            let on: Vec<Knot> = { self.links.iter() }
                .flat_map(|(left, right)| {
                    let rightward = lit.contains(left) && left.column() >= knot.column();
                    let leftward = lit.contains(right) && right.column() <= knot.column();
                    [rightward.then_some(*right), leftward.then_some(*left)]
                })
                .flatten()
                .collect();
            lit.extend(on);
        }
        lit
    }

    /// Whether a knot is linked with something to its left.
    pub fn serves(&self, knot: Knot) -> bool {
        self.links.iter().any(|(_, right)| *right == knot)
    }

    /// Whether a knot is linked with something to its right.
    pub fn is_served(&self, knot: Knot) -> bool {
        self.links.iter().any(|(left, _)| *left == knot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Graph {
        let (n, g, m) = (|id| Knot::Need(NeedId(id)), |id| Knot::Goal(GoalId(id)), |id| Knot::Module(ModuleId(id)));
        let o = |id| Knot::Objective(ObjectiveId(id));
        Graph {
            columns: [vec![n(1), n(2)], vec![g(3), g(4)], vec![o(5), o(6)], vec![m(7)], Vec::new()],
            links: vec![(n(1), g(3)), (n(2), g(4)), (g(3), o(5)), (g(4), o(6)), (o(5), m(7)), (o(6), m(7))],
        }
    }

    #[track_caller]
    fn check(knot: Knot, lit: &[u32]) {
        let number = |knot: &Knot| match knot {
            Knot::Need(NeedId(n))
            | Knot::Goal(GoalId(n))
            | Knot::Objective(ObjectiveId(n))
            | Knot::Module(ModuleId(n))
            | Knot::Hours(ModuleId(n)) => *n,
        };
        assert_eq!(small().thread(knot).iter().map(number).collect::<Vec<_>>(), lit);
    }

    #[test]
    fn a_thread_runs_both_ways_and_never_turns_round() {
        check(Knot::Goal(GoalId(3)), &[1, 3, 5, 7]);
        check(Knot::Need(NeedId(2)), &[2, 4, 6, 7]);
        check(Knot::Module(ModuleId(7)), &[1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn modules_stand_beside_what_they_serve() {
        let (o, m) = (|id| Knot::Objective(ObjectiveId(id)), |id| Knot::Module(ModuleId(id)));
        let links = [(o(1), m(9)), (o(2), m(9)), (o(1), m(8))];
        let order = by_center([m(7), m(9), m(8)].into_iter(), &[o(1), o(2)], &links);
        assert_eq!(order, [m(8), m(9), m(7)]);
    }
}
