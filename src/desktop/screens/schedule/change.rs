//! From a session as it is to one as it should be, in edits; and what many of them come to.

use super::Ask;
use crate::base::{Date, SessionId, days_after};
use crate::desktop::action::Action;
use crate::desktop::model::{WeekModel, week_models};
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::plan::{Edit, ListEdit, Plan, Session, SessionEdit, apply, week_number};
use crate::schedule::{Ground, Laid, Spot, Trouble, moved, troubles};
use crate::wording::screen::{self, Batch, Named};

/// What is known of the calendar.
pub(super) fn ground<'a>(ctx: &ViewCtx<'a>, open: &'a OpenPlan) -> Ground<'a> {
    Ground { plan: open.plan(), clinic: ctx.clinic(), openings: &open.model.openings }
}

/// What makes one session out of another; `None` if they are the same.
pub(super) fn change(before: &Session, after: &Session) -> Option<Edit> {
    let mut edits = Vec::new();
    let moves = (before.date, before.start) != (after.date, after.start);
    edits.extend(moves.then_some(SessionEdit::Move(after.date, after.start)));
    let block = if moves { &None } else { &before.block };
    edits.extend((*block != after.block).then(|| SessionEdit::Block(after.block.clone())));
    edits.extend((before.minutes != after.minutes).then_some(SessionEdit::Minutes(after.minutes)));
    let topic = (before.topic, &before.topic_words) != (after.topic, &after.topic_words);
    edits.extend(topic.then(|| SessionEdit::Topic(after.topic, after.topic_words.clone())));
    edits.extend((before.place != after.place).then(|| SessionEdit::Place(after.place.clone())));
    edits.extend((before.staff != after.staff).then(|| SessionEdit::Staff(after.staff.clone())));
    let mark = (before.status, before.actual, &before.reason) != (after.status, after.actual, &after.reason);
    edits.extend(mark.then(|| SessionEdit::Mark(after.status, after.actual, after.reason.clone())));
    let pin = if after.pinned { SessionEdit::Pin } else { SessionEdit::Unpin };
    edits.extend((before.pinned != after.pinned).then_some(pin));
    together(edits.into_iter().map(|edit| Edit::Session(before.id, edit)).collect())
}

/// Several edits as one step; `None` without any.
pub(super) fn together(mut edits: Vec<Edit>) -> Option<Edit> {
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::Together(edits)),
    }
}

/// What brings a session to a place: into the group that meets there, or else out of any.
pub(super) fn relocation(ground: Ground<'_>, id: SessionId, spot: &Spot) -> Option<Edit> {
    let session = ground.plan.session(id)?;
    if Spot::of(session) == *spot {
        return None;
    }
    let resized = Session { minutes: spot.minutes, ..session.clone() };
    let same_start = (session.date, session.start) == (spot.date, spot.start);
    let after = if same_start { resized } else { moved(ground.plan, ground.clinic, ground.openings, session, spot) };
    change(session, &after)
}

/// What the weeks would come to after an edit.
pub(super) fn preview(plan: &Plan, edit: &Edit) -> Vec<WeekModel> {
    let mut next = plan.clone();
    if apply(&mut next, edit).is_err() {
        return Vec::new();
    }
    week_models(&next)
}

/// Asks for an edit that is a step of its own.
pub(super) fn step(ctx: &ViewCtx<'_>, edit: Edit) {
    ctx.edit(edit);
    ctx.send(Action::StepDone);
}

/// Asks for something about the looks of this place.
pub(super) fn ask(ctx: &ViewCtx<'_>, ask: Ask) {
    ctx.send(Action::Schedule(ask));
}

/// Adds new sessions in one step.
pub(super) fn additions(sessions: &[Session]) -> Option<Edit> {
    together(sessions.iter().map(|session| Edit::Sessions(ListEdit::Add(session.clone()))).collect())
}

/// Brings sessions of the plan to where they should be, in one step.
pub(super) fn relocations(plan: &Plan, sessions: &[Session]) -> Option<Edit> {
    together(sessions.iter().filter_map(|after| change(plan.session(after.id)?, after)).collect())
}

/// What many sessions come to, for those who are about to place them.
pub(super) fn batch(plan: &Plan, laid: &Laid) -> Batch {
    let numbers = || laid.sessions.iter().filter_map(|session| week_number(plan, session.date));
    let weeks = (numbers().min().unwrap_or(1), numbers().max().unwrap_or(1));
    let Laid { sessions, shut, taken, outside } = laid;
    Batch { sessions: sessions.len(), weeks, shut: *shut, taken: *taken, outside: *outside }
}

/// What speaks against a place, in words.
pub(super) fn spoken(ctx: &ViewCtx<'_>, open: &OpenPlan, spot: &Spot, itself: Option<SessionId>) -> Vec<String> {
    let found = troubles(open.plan(), ctx.clinic(), spot, itself);
    found.iter().map(|one| words(ctx, open, one)).collect()
}

fn words(ctx: &ViewCtx<'_>, open: &OpenPlan, one: &Trouble) -> String {
    let plan = open.plan();
    let other = match one {
        Trouble::Overlaps(id) => plan.session(*id).and_then(|session| plan.module(session.module)),
        Trouble::OutsideStay
        | Trouble::Closed(_)
        | Trouble::Away(_)
        | Trouble::Paused(_)
        | Trouble::OutsideAvailability => None,
    };
    let other = other.map_or("", |module| module.plain_name.get(ctx.language()));
    screen::trouble(one, Named { person: plan.person.called(), other }, ctx.language())
}

/// The date so many days from another, in either direction.
pub(super) fn days_from(date: Date, days: i16) -> Date {
    date.checked_add(jiff::Span::new().days(i64::from(days))).unwrap_or(date)
}

/// The Monday of a week of the stay, numbered from 1.
pub(super) fn monday(open: &OpenPlan, number: u16) -> Option<Date> {
    let first = open.model.weeks.first()?.starts;
    Some(days_after(first, number.saturating_sub(1).saturating_mul(7)))
}
