//! What a plan file holds: the plan under work and the versions that were signed.

use super::hash::Hash;
use super::version::{Broken, Version, verify};
use crate::base::Date;
use crate::plan::{CourseOfCare, ObjectiveStatus, Place, Plan, SessionStatus};

/// A plan with its signed versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// The plan as it is now.
    pub plan: Plan,
    versions: Vec<Version>,
}

/// Whether a plan is in effect as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing was signed yet.
    Draft,
    /// What the plan prescribes is what this version prescribes.
    InEffect(Mark),
    /// The plan prescribes something else than the version in effect: a draft of the next one.
    Revised(Mark),
}

/// What names a version on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its number.
    pub number: u32,
    /// When it was signed.
    pub date: Date,
    /// Its hash.
    pub hash: Hash,
}

impl Effect {
    /// Whether a plan prescribes what the last version does, by the plan that was signed then.
    pub fn since(mark: Mark, signed: &Plan, now: &Plan) -> Self {
        if prescribed(signed) == prescribed(now) { Self::InEffect(mark) } else { Self::Revised(mark) }
    }
}

impl Chart {
    /// A plan of which nothing was signed yet.
    pub fn unsigned(plan: Plan) -> Self {
        Self { plan, versions: Vec::new() }
    }

    /// A plan with versions that were read from a file.
    pub fn of(plan: Plan, versions: Vec<Version>) -> Self {
        Self { plan, versions }
    }

    /// The signed versions, oldest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version with this number.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number() == number)
    }

    /// Whether the versions are as they were signed.
    ///
    /// # Errors
    /// Names the first one that is not.
    pub fn verify(&self) -> Result<(), Broken> {
        verify(&self.versions)
    }

    /// Whether the plan is in effect as it stands. What merely happens while a plan runs (attendance, where a
    /// session was held, results, reviews, signatures) makes no draft of it.
    ///
    /// Reads the last version, which takes milliseconds: for once after an edit, not for every frame.
    pub fn effect(&self) -> Effect {
        let Some(last) = self.versions.last() else { return Effect::Draft };
        match last.plan() {
            Ok(signed) => Effect::since(last.mark(), &signed, &self.plan),
            Err(_) => Effect::Revised(last.mark()),
        }
    }

    pub(super) fn push(&mut self, version: Version) -> Mark {
        let mark = version.mark();
        self.versions.push(version);
        mark
    }
}

/// A plan without what happens while it runs.
fn prescribed(plan: &Plan) -> Plan {
    let mut plan = plan.clone().with_next_id(0);
    plan.course = CourseOfCare::default();
    for session in &mut plan.sessions {
        session.status = SessionStatus::Planned;
        session.actual = None;
        session.reason.clear();
        session.place = Place::Telehealth;
    }
    for objective in plan.goals.iter_mut().flat_map(|goal| &mut goal.objectives) {
        objective.status = ObjectiveStatus::InProgress;
    }
    plan
}
