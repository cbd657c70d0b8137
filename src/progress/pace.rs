//! How far each module is, and when it ends at this pace.

use super::delivered::{count, was_held};
use crate::base::{Date, ModuleId, days_between};
use crate::plan::{PlacedModule, Plan, SessionStatus, week_number};

/// How far a module is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The module.
    pub module: ModuleId,
    /// Sessions to which the person came.
    pub held: u16,
    /// Sessions prescribed.
    pub prescribed: u16,
    /// Sessions that are still planned.
    pub ahead: u16,
    /// Prescribed sessions that are neither held nor planned.
    pub owed: u16,
    /// The week, from 1, in which the last prescribed session is held at the pace so far; `None` before the first one
    /// was, and once all are.
    pub ends_in_week: Option<u16>,
}

/// How far all modules of a plan are.
pub fn paces(plan: &Plan, today: Date) -> Vec<Pace> {
    plan.modules.iter().map(|module| of_module(plan, module, today)).collect()
}

fn of_module(plan: &Plan, module: &PlacedModule, today: Date) -> Pace {
    let held: Vec<Date> = plan.sessions_of(module.id).filter(|s| was_held(s)).map(|s| s.date).collect();
    let planned = plan.sessions_of(module.id).filter(|s| s.status == SessionStatus::Planned && s.date >= today);
    let (held_count, ahead) = (count(held.len()), count(planned.count()));
    let left = module.sessions.saturating_sub(held_count);
    let first = plan.sessions_of(module.id).map(|session| session.date).min();
    Pace {
        module: module.id,
        held: held_count,
        prescribed: module.sessions,
        ahead,
        owed: left.saturating_sub(ahead),
        ends_in_week: first.and_then(|first| ends_in_week(plan, first, today, held_count, left)),
    }
}

/// As many weeks as the sessions left take when as many are held in a week as up to now.
fn ends_in_week(plan: &Plan, first: Date, today: Date, held: u16, left: u16) -> Option<u16> {
    if held == 0 || left == 0 {
        return None;
    }
    let days = u32::try_from(days_between(first, today)).ok()?.max(7);
    let more = (u32::from(left) * days).div_ceil(u32::from(held));
    let now = u32::from(week_number(plan, today)?);
    u16::try_from(now + more.div_ceil(7)).ok()
}
