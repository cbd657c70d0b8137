//! All that can differ between two plans: one enum for each sort of record, nested by noun like [`Edit`](crate::plan::Edit).

use super::diff::{Differs, Swap};
use super::lists::{self, ListChange};
use super::parts::{CourseChange, FrameChange, LeavingChange, PersonChange, ProgramChange};
use crate::plan::{EarlierStay, Goal, Need, Payer, PlacedModule, Plan, Segment, Session};

/// A change between two plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The plan's counter of ids.
    Counter(Swap<u32>),
    /// The person.
    Person(PersonChange),
    /// The clinical frame.
    Frame(FrameChange),
    /// The program.
    Program(ProgramChange),
    /// Segments.
    Segment(ListChange<Segment>),
    /// The stay before this one.
    EarlierStay(Swap<Option<EarlierStay>>),
    /// Payers.
    Payer(ListChange<Payer>),
    /// Needs.
    Need(ListChange<Need>),
    /// Goals.
    Goal(ListChange<Goal>),
    /// Modules.
    Module(ListChange<PlacedModule>),
    /// Sessions.
    Session(ListChange<Session>),
    /// The course of treatment.
    Course(CourseChange),
    /// Leaving.
    Leaving(LeavingChange),
}

/// The changes that lead from one plan to another, in the order of the plan's parts; none between a plan and itself.
pub fn diff(from: &Plan, to: &Plan) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    all.extend(Swap::between(&from.next_id(), &to.next_id()).map(Change::Counter));
    all.extend(from.person.changes(&to.person).into_iter().map(Change::Person));
    all.extend(from.frame.changes(&to.frame).into_iter().map(Change::Frame));
    all.extend(from.program.changes(&to.program).into_iter().map(Change::Program));
    all.extend(lists::changes(&from.segments, &to.segments).into_iter().map(Change::Segment));
    all.extend(Swap::between(&from.earlier_stay, &to.earlier_stay).map(Change::EarlierStay));
    all.extend(lists::changes(&from.coverage, &to.coverage).into_iter().map(Change::Payer));
    all.extend(lists::changes(&from.needs, &to.needs).into_iter().map(Change::Need));
    all.extend(lists::changes(&from.goals, &to.goals).into_iter().map(Change::Goal));
    all.extend(lists::changes(&from.modules, &to.modules).into_iter().map(Change::Module));
    all.extend(lists::changes(&from.sessions, &to.sessions).into_iter().map(Change::Session));
    all.extend(from.course.changes(&to.course).into_iter().map(Change::Course));
    all.extend(from.leaving.changes(&to.leaving).into_iter().map(Change::Leaving));
    all
}

/// The plan that a list of changes leads to.
#[must_use]
pub fn patch(from: &Plan, changes: &[Change]) -> Plan {
    let mut plan = from.clone();
    for change in changes {
        match change {
            Change::Counter(swap) => plan = plan.with_next_id(swap.to),
            Change::Person(change) => plan.person.alter(change),
            Change::Frame(change) => plan.frame.alter(change),
            Change::Program(change) => plan.program.alter(change),
            Change::Segment(change) => lists::alter(&mut plan.segments, change),
            Change::EarlierStay(swap) => plan.earlier_stay.clone_from(&swap.to),
            Change::Payer(change) => lists::alter(&mut plan.coverage, change),
            Change::Need(change) => lists::alter(&mut plan.needs, change),
            Change::Goal(change) => lists::alter(&mut plan.goals, change),
            Change::Module(change) => lists::alter(&mut plan.modules, change),
            Change::Session(change) => lists::alter(&mut plan.sessions, change),
            Change::Course(change) => plan.course.alter(change),
            Change::Leaving(change) => plan.leaving.alter(change),
        }
    }
    plan
}
