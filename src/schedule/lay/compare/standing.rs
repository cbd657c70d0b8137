//! What the calendar that a plan has is worth, beside those that it could have.

use super::super::{Asking, Grid, Request, Task};
use super::week::{DayHours, usual_week};
use crate::plan::{Session, SessionStatus};
use crate::schedule::engine::{Placement, Tier, TierResult, Violation, evaluate};

/// The calendar that a plan has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The value of each aim, in the order asked for.
    pub values: Vec<(Tier, u32)>,
    /// What is known of the values, once the best calendar in the plan's own frame turned out to be this one.
    pub known: Vec<TierResult>,
    /// How many rules it breaks.
    pub breaks: usize,
    /// Sessions that stand where no session of their module can be.
    pub astray: usize,
    /// When a week usually has its sessions.
    pub week: Vec<DayHours>,
}

/// Counts what the calendar of a plan is worth; `None` where it has none.
pub fn standing(request: Request<'_>, tiers: &[Tier]) -> Option<Standing> {
    let task = Task::new(request, Asking::InFull, Grid::Fives).ok()?;
    let counted: Vec<&Session> = request.plan.sessions.iter().filter(|session| task.counts(session)).collect();
    if counted.is_empty() {
        return None;
    }
    let placements: Vec<Placement> = counted.iter().filter_map(|session| task.placement(session)).collect();
    let score = evaluate(task.problem(), &placements);
    let lost = score.violations.iter().filter(|found| matches!(found, Violation::NoPlace(_))).count();
    let asked = tiers.iter().filter(|tier| **tier != Tier::Change || request.from.is_some());
    Some(Standing {
        known: Vec::new(),
        values: asked.map(|&tier| (tier, score.value(tier))).collect(),
        breaks: score.violations.len() - lost,
        astray: counted.len() - placements.len() + lost,
        week: usual_week(request.plan, request.from),
    })
}

impl Standing {
    /// The value of an aim, where it was asked for.
    pub fn value(&self, tier: Tier) -> Option<u32> {
        self.values.iter().find(|(one, _)| *one == tier).map(|(_, value)| *value)
    }

    /// What is known of the value of an aim.
    pub fn tier(&self, tier: Tier) -> Option<&TierResult> {
        self.known.iter().find(|result| result.tier == tier)
    }
}

impl Task<'_> {
    /// Whether a session is one of those that the problem places; the others are times that are taken.
    fn counts(&self, session: &Session) -> bool {
        session.status == SessionStatus::Planned || (session.status.occupies() && self.is_history(session))
    }
}
