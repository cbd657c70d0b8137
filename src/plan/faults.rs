//! What must never be true of a plan: ids twice, ids from the future, references to nothing, spans turned round.

use std::collections::BTreeMap;

use super::{Gauge, Item, Plan, Rated};
use crate::base::{Date, GoalId, Id, NeedId, ObjectiveId};

/// A contradiction inside a plan that no [`Edit`](super::Edit) can make; such a file is damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Two records share an id.
    DuplicateId {
        /// The number.
        id: u32,
        /// The record that has it first.
        first: Item,
        /// The record that has it too.
        second: Item,
    },
    /// An id that the plan's counter has not reached.
    IdBeyondCounter {
        /// The record.
        item: Item,
        /// The counter.
        next_id: u32,
    },
    /// A reference to something that is not there.
    Dangling {
        /// What refers.
        from: Item,
        /// What it names.
        to: Item,
    },
    /// A span whose last day is before its first.
    Backwards {
        /// Whose span it is.
        item: Item,
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// A figure that is not possible.
    OutOfRange {
        /// Whose figure it is.
        item: Item,
        /// Which one.
        field: &'static str,
    },
}

/// All faults of a plan, in the order of its parts; empty for every plan that the program itself wrote.
pub fn faults(plan: &Plan) -> Vec<Fault> {
    let mut found = ids(plan);
    found.extend(references(plan));
    found.extend(spans(plan));
    found.extend(figures(plan));
    found
}

/// Every record of a plan that has an id, with its number.
pub(super) fn records(plan: &Plan) -> Vec<(u32, Item)> {
    fn list<T: super::Record>(records: &[T], item: impl Fn(T::Id) -> Item) -> impl Iterator<Item = (u32, Item)> {
        records.iter().map(move |record| (record.id().number(), item(record.id())))
    }
    let mut all = Vec::new();
    all.extend(list(&plan.person.releases, Item::Release));
    all.extend(plan.person.minor.iter().flat_map(|minor| list(&minor.guardians, Item::Guardian)));
    all.extend(list(&plan.frame.diagnoses, Item::Diagnosis));
    all.extend(list(&plan.frame.medications, Item::Medication));
    all.extend(list(&plan.segments, Item::Segment));
    all.extend(list(&plan.coverage, Item::Payer));
    for payer in &plan.coverage {
        all.extend(list(&payer.authorizations, |_| Item::Payer(payer.id)));
    }
    all.extend(list(&plan.needs, Item::Need));
    all.extend(list(&plan.goals, Item::Goal));
    all.extend(plan.goals.iter().flat_map(|goal| list(&goal.objectives, Item::Objective)));
    all.extend(list(&plan.modules, Item::Module));
    all.extend(list(&plan.sessions, Item::Session));
    all.extend(list(&plan.course.results, Item::Result));
    all.extend(list(&plan.course.reviews, Item::Review));
    all.extend(list(&plan.course.sign_offs, Item::SignOff));
    all.extend(list(&plan.course.addenda, Item::Addendum));
    all.extend(list(&plan.leaving.aftercare.supports, Item::Support));
    all
}

fn ids(plan: &Plan) -> Vec<Fault> {
    let records = records(plan);
    let mut numbers: Vec<u32> = records.iter().map(|(id, _)| *id).collect();
    numbers.sort_unstable();
    // Looked at after every letter that is typed: what is wrong is told in full only where something is.
    if numbers.is_sorted_by(|one, other| one < other) && numbers.last().is_none_or(|last| *last < plan.next_id) {
        return Vec::new();
    }
    let mut seen: BTreeMap<u32, Item> = BTreeMap::new();
    let mut found = Vec::new();
    for (id, second) in records {
        match seen.get(&id) {
            Some(&first) => found.push(Fault::DuplicateId { id, first, second }),
            None => drop(seen.insert(id, second)),
        }
        if id >= plan.next_id {
            found.push(Fault::IdBeyondCounter { item: second, next_id: plan.next_id });
        }
    }
    found
}

fn references(plan: &Plan) -> Vec<Fault> {
    let need = |from, id: NeedId| plan.need(id).is_none().then_some(Fault::Dangling { from, to: Item::Need(id) });
    let goal = |from, id: GoalId| plan.goal(id).is_none().then_some(Fault::Dangling { from, to: Item::Goal(id) });
    let objective = |from, id: ObjectiveId| {
        plan.objective(id).is_none().then_some(Fault::Dangling { from, to: Item::Objective(id) })
    };
    let mut found = Vec::new();
    for g in &plan.goals {
        found.extend(g.needs.iter().filter_map(|id| need(Item::Goal(g.id), *id)));
    }
    for m in &plan.modules {
        found.extend(m.objectives.iter().filter_map(|id| objective(Item::Module(m.id), *id)));
    }
    for s in plan.sessions.iter().filter(|s| plan.module(s.module).is_none()) {
        found.push(Fault::Dangling { from: Item::Session(s.id), to: Item::Module(s.module) });
    }
    for r in &plan.course.results {
        found.extend(match r.about {
            Some(Rated::Goal(id)) => goal(Item::Result(r.id), id),
            Some(Rated::Objective(id)) => objective(Item::Result(r.id), id),
            None => None,
        });
    }
    for r in &plan.course.reviews {
        found.extend(r.notes.objectives.iter().filter_map(|note| objective(Item::Review(r.id), note.objective)));
    }
    found.extend(plan.leaving.aftercare.open_goals.iter().filter_map(|id| goal(Item::Leaving, *id)));
    if let Some(id) = plan.frame.principal
        && plan.frame.principal_diagnosis().is_none()
    {
        found.push(Fault::Dangling { from: Item::Frame, to: Item::Diagnosis(id) });
    }
    found
}

fn spans(plan: &Plan) -> Vec<Fault> {
    let span = |item, from, to| (to < from).then_some(Fault::Backwards { item, from, to });
    let mut found = Vec::new();
    for segment in &plan.segments {
        let item = Item::Segment(segment.id);
        found.extend(span(item, segment.from, segment.to));
        found.extend(segment.pauses.iter().filter_map(|pause| span(item, pause.from, pause.to?)));
    }
    found.extend(plan.person.away.iter().filter_map(|away| span(Item::Person, away.from, away.to)));
    for payer in &plan.coverage {
        let item = Item::Payer(payer.id);
        found.extend(payer.authorizations.iter().filter_map(|a| span(item, a.from, a.to)));
    }
    found
}

fn figures(plan: &Plan) -> Vec<Fault> {
    let unless = |holds: bool, item, field| (!holds).then_some(Fault::OutOfRange { item, field });
    let mut found = Vec::new();
    for segment in &plan.segments {
        found.extend(unless(segment.day_from < segment.day_to, Item::Segment(segment.id), "day_to"));
    }
    found.extend(plan.person.availability.iter().filter_map(|a| unless(a.from < a.to, Item::Person, "availability")));
    for module in &plan.modules {
        let item = Item::Module(module.id);
        found.extend(unless(module.minutes.0 > 0, item, "minutes"));
        found.extend(unless(module.frequency.weeks > 0, item, "frequency"));
    }
    for session in &plan.sessions {
        let item = Item::Session(session.id);
        let ends = u32::from(session.start.minutes()) + u32::from(session.minutes.0);
        found.extend(unless(session.minutes.0 > 0 && ends <= 24 * 60, item, "minutes"));
    }
    for objective in plan.goals.iter().flat_map(|goal| &goal.objectives) {
        let item = Item::Objective(objective.id);
        match &objective.gauge {
            Gauge::Rating { baseline, target, .. } => {
                found.extend(unless(*target <= 10 && baseline.is_none_or(|b| b <= 10), item, "gauge"));
            }
            Gauge::Count { days, .. } => found.extend(unless(*days > 0, item, "gauge")),
            Gauge::Score { .. } | Gauge::Milestone { .. } => {}
        }
    }
    found
}
