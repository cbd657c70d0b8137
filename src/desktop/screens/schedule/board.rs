//! The week board: hours down, days across; cards can be picked up, free time can be filled.

use egui::{CursorIcon, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::change::{ask, spoken};
use super::layout::{Board, Measures, lanes};
use super::looks::{AddHere, Sheet};
use super::{Ask, actions, drag, keys, meetings, paint};
use crate::base::{ClockTime, Date, Minutes, SessionId, Weekday, days_after};
use crate::desktop::model::WeekModel;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::{Shown, ViewCtx};
use crate::desktop::widgets;
use crate::plan::{Item, Session, SessionStatus};
use crate::schedule::{Spot, Trouble, day_trouble, troubles};
use crate::wording::screen::{Label, add_on, spot};

/// The week that is shown, on its board.
#[derive(Clone, Copy, Debug)]
pub(super) struct Week<'a> {
    /// The board.
    pub(super) board: Board,
    /// What the week comes to.
    pub(super) model: &'a WeekModel,
    /// The days that the board shows.
    pub(super) days: &'a [Weekday],
}

impl Week<'_> {
    /// The date of a column, numbered from 0.
    pub(super) fn date(&self, at: usize) -> Date {
        let day = self.days.get(at).or(self.days.last());
        days_after(self.model.starts, day.map_or(0, |day| day.index().into()))
    }

    fn day(&self, at: usize, weekday: Weekday) -> Day {
        Day { board: self.board, at, date: self.date(at), weekday }
    }
}

/// The board of the week that is shown.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(model) = open.model.week(ctx.shell.week) else { return };
    let room = ui.available_height();
    let (from, to) = open.model.hours;
    let measures = Measures::of(room);
    egui::ScrollArea::vertical().id_salt("board").auto_shrink([false, true]).show(ui, |ui| {
        let size = vec2(ui.available_width() - 4.0, measures.height(from, to, room - 6.0));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let board = Board::new(rect, open.model.days.len(), open.model.hours, measures);
        let week = Week { board, model, days: &open.model.days };
        week_ui(ctx, open, ui, &week);
    });
}

fn week_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, week: &Week<'_>) {
    let days: Vec<Day> = week.days.iter().enumerate().map(|(at, weekday)| week.day(at, *weekday)).collect();
    let board = week.board;
    paint::ground(ctx, ui, &board);
    for day in &days {
        day_ui(ctx, open, ui, day);
    }
    paint::hours(ctx, ui, &board);
    free_ui(ctx, open, ui, week);
    for day in &days {
        head_ui(ctx, open, ui, day);
        meetings::ui(ctx, open, ui, day);
        cards_ui(ctx, open, ui, week, day);
    }
    drag::follow(ctx, open, ui, week);
    if let Some((_, drag)) = drag::dragged(ctx) {
        ghost_ui(ctx, open, ui, &days, drag.session(), &drag.to);
        paint::sides(ctx, ui, &board);
    } else if week.model.sessions.is_empty() && !open.plan().sessions.is_empty() {
        paint::nothing(ctx, ui, &board, ctx.say(Label::NoSessionsThisWeek));
    }
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

fn day_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, day: &Day) {
    let shut = shut(ctx, open, day.date);
    let outside = day_trouble(open.plan(), ctx.clinic(), day.date).is_some();
    let free = if outside { Vec::new() } else { free_spans(open, day.weekday) };
    for (from, to) in day.board.gaps(&free) {
        widgets::hatch(ui.painter(), day.board.span(day.at, from, to), ctx.tokens);
    }
    if let (false, Some((itself, _))) = (outside, drag::dragged(ctx)) {
        for (from, to) in vacant(open, day.date, &free, itself) {
            paint::welcome(ctx, ui, day.board.span(day.at, from, to));
        }
        heat_ui(ctx, open, ui, day, itself);
    }
    if let Some(why) = shut {
        paint::shut(ctx, ui, day, &why);
    }
}

/// Good and bad places for the session that is dragged: a broad mark where the calendar would be as good or better, a
/// thin one where it would be worse.
fn heat_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, day: &Day, itself: Option<SessionId>) {
    const STEP: u16 = 15;
    let Some(found) = itself.and_then(|id| open.elsewhere(id)) else { return };
    for place in found.places.iter().filter(|place| place.date == day.date) {
        let from = place.start.minutes();
        paint::heat(ctx, ui, day.board.span(day.at, from, from + STEP), place.order);
    }
}

/// Why a day has no sessions: closed, away or on hold.
fn shut(ctx: &ViewCtx<'_>, open: &OpenPlan, date: Date) -> Option<String> {
    let told = |what: &str, why: &str| format!("{what}: {why}");
    match day_trouble(open.plan(), ctx.clinic(), date)? {
        Trouble::Closed(name) => Some(told(ctx.say(Label::Closed), name.get(ctx.language()))),
        Trouble::Away(reason) => Some(told(ctx.say(Label::Away), &reason)),
        Trouble::Paused(kind) => {
            let pause = open.plan().segments.iter().find_map(|segment| segment.pause_on(date));
            let why = pause.map_or("", |pause| pause.reason.as_str());
            Some(told(crate::wording::terms::pause(kind, ctx.language()), why))
        }
        Trouble::OutsideStay | Trouble::OutsideAvailability | Trouble::Overlaps(_) => None,
    }
}

/// When the person can come on a weekday; the whole day where nobody asked.
fn free_spans(open: &OpenPlan, day: Weekday) -> Vec<(u16, u16)> {
    let asked = &open.plan().person.availability;
    if asked.is_empty() {
        return vec![(0, 24 * 60)];
    }
    asked.iter().filter(|one| one.day == day).map(|one| (one.from.minutes(), one.to.minutes())).collect()
}

/// What is left of free spans beside a day's sessions.
fn vacant(open: &OpenPlan, date: Date, free: &[(u16, u16)], itself: Option<SessionId>) -> Vec<(u16, u16)> {
    let on_day = open.plan().sessions.iter().filter(|session| session.date == date && session.status.occupies());
    let others = on_day.filter(|session| Some(session.id) != itself);
    let mut spans = free.to_vec();
    for session in others {
        let (from, to) = (session.start.minutes(), session.end().minutes());
        let around = |(a, b): (u16, u16)| [(a, b.min(from)), (a.max(to), b)];
        spans = spans.into_iter().flat_map(around).filter(|(a, b)| a < b).collect();
    }
    spans
}

/// Free time: drawn over or double-clicked, it takes a new session; clicked, it lets go of what is selected.
fn free_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, week: &Week<'_>) {
    let id = ui.scope_id().with("free time");
    let response = ui.interact(week.board.field(), id, Sense::CLICK | Sense::DRAG);
    if response.drag_started_by(egui::PointerButton::Primary) {
        drag::draw(ctx, open, ui, week);
    }
    let Some(at) = response.interact_pointer_pos() else { return };
    if response.double_clicked() {
        let minute = week.board.minute_at(at.y) / 30 * 30;
        let start = ClockTime::from_minutes(minute).unwrap_or(ClockTime::MIDNIGHT);
        let here = AddHere { date: week.date(week.board.day_at(at)), start, minutes: None, at: AddHere::point(at) };
        ask(ctx, Ask::Sheet(Some(Sheet::Add(here))));
    } else if response.clicked() && matches!(ctx.shell.selection, Some(Item::Session(_))) {
        ctx.send(crate::desktop::action::Action::Select(None));
    }
}

/// The name of a day; it takes a new session.
fn head_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, day: &Day) {
    let head = day.board.head(day.at).shrink2(vec2(3.0, 2.0));
    let id = Id::unique(("day", day.date.to_string()));
    let name = add_on(day.date, ctx.language());
    let response = widgets::target(ui, head, id, &name, None);
    paint::head(ctx, ui, day, &response);
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        let start = first_free(ctx, open, day);
        let at = AddHere::point(head.left_bottom());
        ask(ctx, Ask::Sheet(Some(Sheet::Add(AddHere { date: day.date, start, minutes: None, at }))));
    }
    response.on_hover_text(name);
}

/// The first time of a day against which nothing speaks, for a usual session or else for a short one; on a day without
/// any, the first that the board shows.
fn first_free(ctx: &ViewCtx<'_>, open: &OpenPlan, day: &Day) -> ClockTime {
    const LENGTHS: [u16; 3] = [60, 45, 15];
    let (from, to) = open.model.hours;
    let module = open.plan().modules.first().map(|module| module.id).unwrap_or_default();
    let free = |minutes: u16| {
        let starts = (from..to).step_by(15).filter_map(ClockTime::from_minutes);
        let mut spots = starts.map(|start| Spot { module, date: day.date, start, minutes: Minutes(minutes) });
        spots.find(|spot| troubles(open.plan(), ctx.clinic(), spot, None).is_empty())
    };
    let good = LENGTHS.into_iter().find_map(free).map(|spot| spot.start);
    good.or(ClockTime::from_minutes(from)).unwrap_or(ClockTime::MIDNIGHT)
}

fn cards_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, week: &Week<'_>, day: &Day) {
    let on_day: Vec<&Session> = open.plan().sessions.iter().filter(|session| session.date == day.date).collect();
    let mut spans: Vec<_> = on_day.iter().map(|s| (s.id, s.start.minutes(), s.end().minutes())).collect();
    // A file that somebody else wrote may hold them in any order.
    spans.sort_by_key(|(_, from, _)| *from);
    for slot in lanes(&spans) {
        let rect = day.board.card(day.at, &slot);
        let shown = open.plan().session(slot.key);
        let shown = shown.and_then(|session| Some(Shown { session, module: open.plan().module(session.module)? }));
        if let Some(shown) = shown.filter(|_| ui.is_rect_visible(rect)) {
            card_ui(ctx, open, ui, week, &Card { rect, shown });
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

/// What speaks against a session that is still ahead.
pub(super) fn against(ctx: &ViewCtx<'_>, open: &OpenPlan, session: &Session) -> Vec<String> {
    let all = || spoken(ctx, open, &Spot::of(session), Some(session.id));
    match session.status {
        SessionStatus::Planned => all(),
        SessionStatus::Cancelled => Vec::new(),
        SessionStatus::Attended
        | SessionStatus::Late
        | SessionStatus::LeftEarly
        | SessionStatus::Missed
        | SessionStatus::Excused => {
            let clash = open.model.overlaps.contains_key(&session.id);
            if clash { all() } else { Vec::new() }
        }
    }
}

fn card_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, week: &Week<'_>, card: &Card<'_>) {
    let session = card.shown.session;
    let against = against(ctx, open, session);
    let mut name = card.shown.line(ctx.language());
    let pinned = session.pinned.then(|| ctx.say(Label::Pinned).to_owned());
    for more in against.iter().chain(pinned.iter()) {
        name = format!("{name}, {more}");
    }
    let item = Item::Session(session.id);
    let chosen = ctx.is_selected(item);
    let response = ui.interact(card.rect, Id::unique(("board", item)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    let lifted = drag::dragged(ctx).is_some_and(|(id, _)| id == Some(session.id));
    let look = paint::Look { against: &against, chosen, pointed: response.hovered(), lifted };
    paint::card(ctx, ui, card, &look);
    widgets::ring(ui, &response, ctx.tokens);
    keys::session(ctx, open, ui, &response, session);
    if session.status == SessionStatus::Planned {
        handles_ui(ctx, ui, week, card, &response);
    }
    if response.clicked() {
        // What was clicked is what keys mean next.
        response.request_focus();
        ctx.select(item);
    }
    if response.double_clicked() {
        actions::perform(ctx, open, session, actions::Deed::Edit);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.context_menu(|ui| actions::menu(ctx, open, ui, session));
    if !lifted {
        response.on_hover_text_at_pointer(name);
    }
}

/// A card that is still ahead can be picked up, and pulled longer at its end.
fn handles_ui(ctx: &ViewCtx<'_>, ui: &Ui, week: &Week<'_>, card: &Card<'_>, response: &Response) {
    const EDGE: f32 = 7.0;
    let session = card.shown.session;
    if response.drag_started_by(egui::PointerButton::Primary) {
        drag::lift(ctx, ui, week, session);
    }
    let edge = Rect::from_min_max(card.rect.left_bottom() - vec2(0.0, EDGE), card.rect.right_bottom());
    let edge = ui.interact(edge, response.id.with("end"), Sense::DRAG);
    if edge.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical);
    }
    if edge.drag_started_by(egui::PointerButton::Primary) {
        drag::stretch(ctx, session);
    }
}

/// What is dragged, where it would go.
fn ghost_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, days: &[Day], itself: Option<SessionId>, to: &Spot) {
    let Some(day) = days.iter().find(|day| day.date == to.date) else { return };
    let rect = day.board.span(day.at, to.start.minutes(), to.end().minutes()).shrink2(vec2(4.0, 1.0));
    let against = spoken(ctx, open, to, itself);
    let module = itself.and_then(|_| open.plan().module(to.module));
    let when = spot(to.date, to.start, to.end(), ctx.language());
    paint::ghost(ctx, ui, rect, &paint::Ghost { module, when: &when, against: &against });
}
