//! The week board: hours down, days across; what can be picked are its cards.

use egui::{EventFilter, Id, Rect, Response, Ui, vec2};

use super::layout::{Board, height, lanes};
use super::paint;
use crate::base::{Date, Weekday};
use crate::desktop::model::WeekModel;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::{Shown, ViewCtx};
use crate::desktop::widgets;
use crate::plan::{Item, Session};
use crate::wording::screen::{Label, overlap};
use crate::wording::terms;

/// The board of the week that is shown.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(week) = open.model.week(ctx.shell.week) else { return };
    let room = ui.available_height();
    let (from, to) = open.model.hours;
    egui::ScrollArea::vertical().id_salt("board").auto_shrink([false, true]).show(ui, |ui| {
        let size = vec2(ui.available_width() - 4.0, height(from, to, room - 6.0));
        let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let board = Board::new(rect, open.model.days.len(), open.model.hours);
        paint::ground(ctx, ui, &board);
        for (at, day) in open.model.days.iter().enumerate() {
            day_ui(ctx, open, ui, &Day { board, at, date: date_of(week, *day), weekday: *day });
        }
        paint::hours(ctx, ui, &board);
        for (at, day) in open.model.days.iter().enumerate() {
            cards_ui(ctx, open, ui, &Day { board, at, date: date_of(week, *day), weekday: *day });
        }
        if week.sessions.is_empty() {
            paint::nothing(ctx, ui, &board, ctx.say(Label::NoSessionsThisWeek));
        }
    });
}

/// One day of the board.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    /// The board.
    pub(super) board: Board,
    /// Its column.
    pub(super) at: usize,
    /// Its date.
    pub(super) date: Date,
    /// Its weekday.
    pub(super) weekday: Weekday,
}

fn date_of(week: &WeekModel, day: Weekday) -> Date {
    week.starts.checked_add(jiff::Span::new().days(i64::from(day.index()))).unwrap_or(week.starts)
}

fn day_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, day: &Day) {
    paint::head(ctx, ui, day);
    let shut = shut(ctx, open, day.date);
    let free = match &shut {
        Some(_) => Vec::new(),
        None => free_spans(open, day.weekday),
    };
    for (from, to) in day.board.gaps(&free) {
        widgets::hatch(ui.painter(), day.board.span(day.at, from, to), ctx.tokens);
    }
    if let Some(why) = shut {
        paint::shut(ctx, ui, day, &why);
    }
}

/// Why a day has no sessions: closed, away, on hold, or outside the stay.
fn shut(ctx: &ViewCtx<'_>, open: &OpenPlan, date: Date) -> Option<String> {
    if let Some(name) = open.plan().program.closed_on(date) {
        return Some(format!("{}: {}", ctx.say(Label::Closed), name.get(ctx.language())));
    }
    if let Some(away) = open.plan().person.away_on(date) {
        return Some(format!("{}: {}", ctx.say(Label::Away), away.reason));
    }
    let pause = open.plan().segments.iter().find_map(|segment| segment.pause_on(date))?;
    Some(format!("{}: {}", terms::pause(pause.kind, ctx.language()), pause.reason))
}

/// When the person can come on a weekday; the whole day where nobody asked.
fn free_spans(open: &OpenPlan, day: Weekday) -> Vec<(u16, u16)> {
    let asked = &open.plan().person.availability;
    if asked.is_empty() {
        return vec![(0, 24 * 60)];
    }
    asked.iter().filter(|one| one.day == day).map(|one| (one.from.minutes(), one.to.minutes())).collect()
}

fn cards_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, day: &Day) {
    let on_day: Vec<&Session> = open.plan().sessions.iter().filter(|session| session.date == day.date).collect();
    let spans: Vec<_> = on_day.iter().map(|s| (s.id, s.start.minutes(), s.end().minutes())).collect();
    for slot in lanes(&spans) {
        let rect = day.board.card(day.at, &slot);
        let shown = open.plan().session(slot.session);
        let shown = shown.and_then(|session| Some(Shown { session, module: open.plan().module(session.module)? }));
        if let Some(shown) = shown {
            card_ui(ctx, open, ui, &Card { rect, shown });
        }
    }
}

/// One card.
#[derive(Clone, Copy, Debug)]
pub(super) struct Card<'a> {
    /// Where.
    pub(super) rect: Rect,
    /// What.
    pub(super) shown: Shown<'a>,
}

fn card_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, card: &Card<'_>) {
    let session = card.shown.session;
    let other = open.model.overlaps.get(&session.id).and_then(|id| open.plan().session(*id));
    let other = other.and_then(|session| open.plan().module(session.module));
    let clash = other.map(|module| overlap(module.plain_name.get(ctx.language()), ctx.language()));
    let line = card.shown.line(ctx.language());
    let name = clash.as_ref().map_or_else(|| line.clone(), |clash| format!("{line}, {clash}"));
    let item = Item::Session(session.id);
    let chosen = ctx.is_selected(item);
    let response = widgets::target(ui, card.rect, Id::unique(("board", item)), &name, chosen);
    keep_arrows(ui, &response);
    paint::card(ctx, ui, card, paint::Look { clash: clash.is_some(), chosen, pointed: response.hovered() });
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.select(item);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.on_hover_text_at_pointer(name);
}

/// Left and right turn weeks even while a card has the keyboard.
fn keep_arrows(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}
