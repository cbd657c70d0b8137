//! Dragging on the board: a card to another time, its end, free time for a new session; let go of, it becomes an edit.

use egui::{CursorIcon, Key, Modifiers, Pos2, Ui, vec2};

use super::Ask;
use super::board::Week;
use super::change::{ask, days_from, ground, preview, relocation, step};
use super::layout::{GRID, Side, landing, snapped};
use super::looks::{AddHere, Drag, Sheet, What};
use crate::base::{ClockTime, Date, Minutes, SessionId};
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::plan::{Item, Session};
use crate::schedule::Spot;

/// Takes a card up where it was pressed.
pub(super) fn lift(ctx: &ViewCtx<'_>, ui: &Ui, week: &Week<'_>, session: &Session) {
    let pressed = ui.input(|input| input.pointer.press_origin());
    let Some(pressed) = pressed else { return };
    let held = week.board.minute_at(pressed.y).saturating_sub(session.start.minutes()).min(session.minutes.0);
    begin(ctx, What::Session(session.id, held), Spot::of(session));
}

/// Takes the end of a card up.
pub(super) fn stretch(ctx: &ViewCtx<'_>, session: &Session) {
    begin(ctx, What::End(session.id), Spot::of(session));
}

/// Begins a new session in free time, where it was pressed.
pub(super) fn draw(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, week: &Week<'_>) {
    let pressed = ui.input(|input| input.pointer.press_origin());
    let Some((pressed, module)) = pressed.zip(open.plan().modules.first()) else { return };
    let minute = week.board.minute_at(pressed.y) / GRID * GRID;
    let Some(start) = ClockTime::from_minutes(minute) else { return };
    let date = week.date(week.board.day_at(pressed));
    begin(ctx, What::Free(minute), Spot { module: module.id, date, start, minutes: Minutes(GRID) });
}

fn begin(ctx: &ViewCtx<'_>, what: What, to: Spot) {
    ask(ctx, Ask::Drag(Some(Box::new(Drag { what, to, weeks: Vec::new() }))));
}

/// Follows the pointer while something is dragged, and lets go of it.
pub(super) fn follow(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, week: &Week<'_>) {
    let Some(drag) = &ctx.shell.schedule.drag else { return };
    if let What::Series(_) = drag.what {
        return;
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return ask(ctx, Ask::Drag(None));
    }
    let (at, down) = ui.input(|input| (input.pointer.interact_pos(), input.pointer.primary_down()));
    let to = at.map_or(drag.to, |at| destination(open, week, drag, at));
    if !down {
        ask(ctx, Ask::Drag(None));
        return release(ctx, open, drag, to, at.unwrap_or_default());
    }
    ui.ctx().set_cursor_icon(match drag.what {
        What::End(_) => CursorIcon::ResizeVertical,
        What::Session(..) | What::Free(_) | What::Series(_) => CursorIcon::Grabbing,
    });
    if to != drag.to {
        let edit = drag.session().and_then(|id| relocation(ground(ctx, open), id, &to));
        let weeks = edit.map(|edit| preview(open.plan(), &edit)).unwrap_or_default();
        ask(ctx, Ask::Drag(Some(Box::new(Drag { to, weeks, ..(**drag).clone() }))));
        ui.ctx().request_discard("what is dragged shows in the hours strip");
    }
    if let Some(at) = at {
        scroll(ui, at);
        turn(ctx, ui, week, drag, at);
    }
}

/// Where what is dragged would go.
fn destination(open: &OpenPlan, week: &Week<'_>, drag: &Drag, at: Pos2) -> Spot {
    let minute = week.board.minute_at(at.y);
    match drag.what {
        What::Session(id, held) => {
            let date = week.date(week.board.day_at(at));
            let Some(session) = open.plan().session(id) else { return drag.to };
            landed(open, session, date, i32::from(minute) - i32::from(held))
        }
        What::End(id) => {
            let Some(session) = open.plan().session(id) else { return drag.to };
            Spot { minutes: length(session, minute), ..drag.to }
        }
        What::Free(anchor) => {
            let (from, to) = (anchor.min(snapped(minute)), (anchor + GRID).max(snapped(minute)));
            let start = ClockTime::from_minutes(from).unwrap_or(drag.to.start);
            Spot { start, minutes: Minutes(to - from), ..drag.to }
        }
        What::Series(_) => drag.to,
    }
}

/// A session dragged to a minute of a day: into a meeting of its group nearby, or onto the grid.
fn landed(open: &OpenPlan, session: &Session, date: Date, raw: i32) -> Spot {
    let near = open.model.openings.iter().filter(|one| one.module == session.module && one.date == date);
    let meetings: Vec<_> = near.filter(|one| one.taken.is_none_or(|id| id == session.id)).collect();
    let starts: Vec<u16> = meetings.iter().map(|one| one.start.minutes()).collect();
    let before = (date == session.date).then(|| session.start.minutes());
    let start = ClockTime::from_minutes(landing(raw, session.minutes.0, before, &starts)).unwrap_or(session.start);
    let meeting = meetings.iter().find(|one| one.start == start && Some(start.minutes()) != before);
    let minutes = meeting.map_or(session.minutes, |one| one.minutes);
    Spot { module: session.module, date, start, minutes }
}

fn length(session: &Session, end: u16) -> Minutes {
    let before = session.end().minutes();
    let end = if end.abs_diff(before) <= GRID / 2 { before } else { snapped(end) };
    Minutes(end.saturating_sub(session.start.minutes()).max(GRID))
}

fn release(ctx: &ViewCtx<'_>, open: &OpenPlan, drag: &Drag, to: Spot, at: Pos2) {
    match drag.what {
        What::Session(id, _) | What::End(id) => {
            if let Some(edit) = relocation(ground(ctx, open), id, &to) {
                step(ctx, edit);
            }
            ctx.select(Item::Session(id));
        }
        What::Free(_) => {
            let here = AddHere { date: to.date, start: to.start, minutes: Some(to.minutes), at: AddHere::point(at) };
            ask(ctx, Ask::Sheet(Some(Sheet::Add(here))));
        }
        What::Series(_) => {}
    }
}

/// Near its upper and lower edge the board scrolls by itself.
fn scroll(ui: &Ui, at: Pos2) {
    const NEAR: f32 = 28.0;
    const PACE: f32 = 9.0;
    let clip = ui.clip_rect();
    let toward = if at.y < clip.top() + NEAR {
        PACE
    } else if at.y > clip.bottom() - NEAR {
        -PACE
    } else {
        return;
    };
    ui.scroll_with_delta(vec2(0.0, toward));
    ui.ctx().request_repaint();
}

/// So long something is held at a side before the week turns.
const HOLD: f64 = 0.7;

/// Held at a side, the week before or after comes.
fn turn(ctx: &ViewCtx<'_>, ui: &Ui, week: &Week<'_>, drag: &Drag, at: Pos2) {
    let id = egui::Id::unique("held at the side of the board");
    let side = week.board.side(at).filter(|_| matches!(drag.what, What::Session(..)));
    let Some((side, number)) = side.and_then(|side| Some((side, beyond(open_weeks(ctx), ctx.shell.week, side)?)))
    else {
        return ui.data_mut(|data| data.remove::<(bool, f64)>(id));
    };
    let (key, now) = (side == Side::Before, ui.input(|input| input.time));
    let since = ui.data(|data| data.get_temp::<(bool, f64)>(id)).filter(|(held, _)| *held == key);
    let since = since.map_or(now, |(_, since)| since);
    let turned = now - since >= HOLD;
    ui.data_mut(|data| data.insert_temp(id, (key, if turned { now } else { since })));
    if turned {
        ctx.send(Action::Week(number));
    }
    ui.ctx().request_repaint();
}

fn open_weeks(ctx: &ViewCtx<'_>) -> u16 {
    let last = ctx.open.and_then(|open| open.model.weeks.last());
    last.map_or(0, |week| week.number)
}

fn beyond(last: u16, shown: u16, side: Side) -> Option<u16> {
    match side {
        Side::Before => shown.checked_sub(1).filter(|number| *number >= 1),
        Side::After => Some(shown + 1).filter(|number| *number <= last),
    }
}

/// A session moved by days and minutes with the keyboard; it stays within its day.
pub(super) fn nudged(session: &Session, days: i16, minutes: i16) -> Spot {
    let last = (24 * 60_u16).saturating_sub(session.minutes.0);
    let start = session.start.minutes().saturating_add_signed(minutes).min(last);
    Spot {
        date: days_from(session.date, days),
        start: ClockTime::from_minutes(start).unwrap_or(session.start),
        ..Spot::of(session)
    }
}

/// A session made longer or shorter with the keyboard.
pub(super) fn stretched(session: &Session, minutes: i16) -> Spot {
    let most = (24 * 60_u16).saturating_sub(session.start.minutes());
    let length = session.minutes.0.saturating_add_signed(minutes).clamp(5, most.max(5));
    Spot { minutes: Minutes(length), ..Spot::of(session) }
}

/// The session that is dragged, and where it would go.
pub(super) fn dragged<'a>(ctx: &ViewCtx<'a>) -> Option<(Option<SessionId>, &'a Drag)> {
    let drag = ctx.shell.schedule.drag.as_deref()?;
    match drag.what {
        What::Series(_) => None,
        What::Session(..) | What::End(_) | What::Free(_) => Some((drag.session(), drag)),
    }
}
