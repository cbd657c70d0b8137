//! Where else a session could be, and what each place would cost.

use super::{Asking, Grid, Request, SLOT, Task};
use crate::base::{ClockTime, Date, SessionId};
use crate::plan::{Session, starts};
use crate::schedule::engine::{Move, Placement, Tier, moves};

/// Another place that a session could have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherPlace {
    /// The day.
    pub date: Date,
    /// The start.
    pub start: ClockTime,
    /// How the whole calendar would be with these aims: better, as good or worse.
    pub order: core::cmp::Ordering,
    /// How each tier would change, in the order of [`Tier::ALL`]; lower is better.
    pub change: [i32; 8],
}

/// The free places that a session could have instead, the best first; none where it is not one of the engine's places.
pub fn other_places(request: Request<'_>, id: SessionId, tiers: &[Tier]) -> Vec<OtherPlace> {
    let request = Request { from: request.from.or_else(|| starts(request.plan)), ..request };
    let Some(session) = request.plan.session(id) else { return Vec::new() };
    let tiers: Vec<Tier> = tiers.iter().copied().filter(|tier| *tier != Tier::Change).collect();
    let found = [Grid::Quarters, Grid::Fives].into_iter().find_map(|grid| {
        let task = Task::new(request, Asking::InFull, grid).ok()?;
        let which = task.placement(session)?;
        let mut found = moves(task.problem(), &task.placements(), which);
        found.retain(Move::is_free);
        found.sort_by_key(|one| tiers.iter().map(|&tier| one.change[tier as usize]).collect::<Vec<_>>());
        Some(found.iter().filter_map(|one| task.other_place(one, &tiers)).collect())
    });
    found.unwrap_or_default()
}

impl Task<'_> {
    /// What is on the calendar, as far as the problem knows its places.
    fn placements(&self) -> Vec<Placement> {
        let on_calendar = self.request.plan.sessions.iter().filter(|session| session.status.occupies());
        on_calendar.filter_map(|session| self.placement(session)).collect()
    }

    pub(super) fn placement(&self, session: &Session) -> Option<Placement> {
        let module = self.request.plan.module(session.module)?;
        self.problem.place(&self.named(module, session)?)
    }

    fn other_place(&self, one: &Move, tiers: &[Tier]) -> Option<OtherPlace> {
        let date = self.frame.date(one.to.week, one.to.day);
        let start = ClockTime::from_minutes(one.to.start * SLOT)?;
        Some(OtherPlace { date, start, order: one.compare(tiers), change: one.change })
    }
}
