//! Filling in: what is owed goes beside what stands, in one step, and what found no place is said.

use super::Ask;
use super::change::{additions, ask, step};
use super::looks::Told;
use crate::base::Date;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::schedule::{Placement, fill, still_owed};

/// How many prescribed sessions are not on the calendar.
pub(super) fn owed(open: &OpenPlan) -> usize {
    let plan = open.plan();
    plan.modules.iter().map(|module| usize::from(still_owed(plan, module))).sum()
}

/// Puts what is owed where it fits.
pub(super) fn fill_in(ctx: &ViewCtx<'_>, open: &OpenPlan) {
    let Some(placement) = placement(ctx, open) else { return };
    let Placement { sessions, owed } = placement;
    if let Some(edit) = additions(&sessions) {
        step(ctx, edit);
    }
    ask(ctx, Ask::Told(Some(Told::Drafted(sessions.len(), owed))));
}

/// The one place that asks where sessions go.
fn placement(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Option<Placement> {
    let clinic = ctx.clinic()?;
    Some(fill(open.plan(), clinic, ctx.catalog, &open.taken, first_day(ctx.today, open)?))
}

/// Nothing is planned into the past of a stay under way.
fn first_day(today: Date, open: &OpenPlan) -> Option<Date> {
    let (first, last) = open.stay()?;
    let under_way = first < today && today <= last && !open.plan().sessions.is_empty();
    Some(if under_way { today } else { first })
}
