//! How the week board looks.

use egui::{Align2, CornerRadius, FontId, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::board::{Card, Day};
use super::layout::Board;
use crate::base::ClockTime;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{PlacedModule, SessionStatus};
use crate::schedule::Joins;
use crate::wording::screen::{ScheduleWords, family, place_of};
use crate::wording::{terms, time};

/// Clear paper under the days.
pub(super) fn ground(ctx: &ViewCtx<'_>, ui: &Ui, board: &Board) {
    ui.painter().rect_filled(board.field(), CornerRadius::ZERO, ctx.tokens.sheet);
}

/// The weekday and date above a column.
pub(super) fn head(ctx: &ViewCtx<'_>, ui: &Ui, day: &Day, response: &Response) {
    let (head, language) = (day.board.head(day.at), ctx.language());
    let pointed = response.hovered() || response.has_focus();
    if pointed {
        ui.painter().rect_filled(response.rect, CornerRadius::same(6), ctx.tokens.raised);
        let (center, stroke) = (pos2(response.rect.right() - 14.0, head.center().y), Stroke::new(1.8, ctx.tokens.ink));
        ui.painter().line_segment([center - vec2(5.0, 0.0), center + vec2(5.0, 0.0)], stroke);
        ui.painter().line_segment([center - vec2(0.0, 5.0), center + vec2(0.0, 5.0)], stroke);
    }
    let today = day.date == ctx.today;
    let ink = if today { ctx.tokens.accent } else { ctx.tokens.ink };
    let left = head.left() + 8.0;
    let font = FontId::new(theme::BODY, theme::semibold());
    let name = ui.painter().text(
        pos2(left, head.center().y),
        Align2::LEFT_CENTER,
        time::weekday_short(day.weekday, language),
        font,
        ink,
    );
    let font = FontId::proportional(theme::BODY);
    let full = time::day_month(day.date, language);
    let width = ui.painter().layout_no_wrap(full.clone(), font, ctx.tokens.ink).size().x;
    // The sign for more stands at the end of the name while it is pointed at.
    let room = head.right() - name.right() - if pointed { 30.0 } else { 7.0 };
    let number = day.date.day().to_string();
    let date = if width < room { full } else { number };
    let ink = if today { ctx.tokens.accent } else { ctx.tokens.soft };
    ui.painter().text(
        pos2(name.right() + 7.0, head.center().y),
        Align2::LEFT_CENTER,
        date,
        FontId::proportional(theme::BODY),
        ink,
    );
    if today {
        let line = Rect::from_x_y_ranges(head.x_range(), head.bottom() - 3.0..=head.bottom());
        ui.painter().rect_filled(line, CornerRadius::ZERO, ctx.tokens.accent);
    }
}

/// Hour lines and their times, and the lines between days.
pub(super) fn hours(ctx: &ViewCtx<'_>, ui: &Ui, board: &Board) {
    let field = board.field();
    for minute in board.hours() {
        let y = board.y(minute);
        ui.painter().hline(field.x_range(), y, ctx.tokens.hairline());
        let Some(clock) = ClockTime::from_minutes(minute) else { continue };
        let at = pos2(field.left() - 10.0, y);
        let text = time::hour(clock, ctx.language());
        ui.painter().text(at, Align2::RIGHT_CENTER, text, FontId::proportional(theme::SMALL), ctx.tokens.soft);
    }
    for x in (0..7).map(|day| board.column(day).left()).filter(|x| *x < field.right() - 1.0) {
        ui.painter().vline(x, field.y_range(), ctx.tokens.hairline());
    }
}

/// Why a day is shut, in its column.
pub(super) fn shut(ctx: &ViewCtx<'_>, ui: &Ui, day: &Day, why: &str) {
    let column = day.board.column(day.at).shrink(8.0);
    let font = FontId::new(theme::NAME, theme::semibold());
    let galley = widgets::fitted(ui.painter(), why, font, ctx.tokens.ink, (column.width() - 12.0, 4));
    let ground = Rect::from_min_size(column.min, galley.size() + vec2(12.0, 8.0));
    ui.painter().rect_filled(ground, CornerRadius::same(4), ctx.tokens.sheet);
    ui.painter().galley(ground.min + vec2(6.0, 4.0), galley, ctx.tokens.ink);
    let response = ui.interact(ground, ui.scope_id().with(("shut", day.at)), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, why));
}

/// A sentence in the middle of an empty board.
pub(super) fn nothing(ctx: &ViewCtx<'_>, ui: &Ui, board: &Board, words: &str) {
    let font = FontId::proportional(theme::HEADING);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ctx.tokens.soft);
    let rect = Align2::CENTER_CENTER.anchor_size(board.field().center(), galley.size() + vec2(24.0, 12.0));
    ui.painter().rect_filled(rect, CornerRadius::same(6), ctx.tokens.sheet);
    ui.painter().galley(rect.min + vec2(12.0, 6.0), galley, ctx.tokens.soft);
}

/// What a card shows beside its session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    /// What speaks against its place.
    pub(super) against: &'a [String],
    /// It is selected.
    pub(super) chosen: bool,
    /// It is pointed at.
    pub(super) pointed: bool,
    /// It is being dragged elsewhere.
    pub(super) lifted: bool,
}

/// A card.
pub(super) fn card(ctx: &ViewCtx<'_>, ui: &Ui, card: &Card<'_>, look: &Look<'_>) {
    let (tokens, rect) = (ctx.tokens, card.rect);
    let family = family(card.shown.module.kind);
    if look.lifted {
        dashes(ui, rect, Stroke::new(tokens.stroke, tokens.family(family)));
        return;
    }
    let called_off = !card.shown.session.status.occupies();
    let fill = if called_off { tokens.sheet } else { tokens.card(family) };
    let border = match look {
        Look { against: [_, ..], .. } => Stroke::new(tokens.stroke + 1.0, tokens.error),
        Look { pointed: true, .. } => Stroke::new(tokens.stroke, tokens.ink),
        Look { .. } => Stroke::new(tokens.stroke, tokens.family(family)),
    };
    let corner = CornerRadius::same(5);
    ui.painter().rect(rect, corner, fill, border, StrokeKind::Inside);
    let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
    ui.painter().rect_filled(bar, CornerRadius { nw: 5, sw: 5, ne: 0, se: 0 }, tokens.family(family));
    if look.chosen {
        ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::same(7), tokens.ring(), StrokeKind::Outside);
    }
    words(ctx, ui, card, look.against);
    if card.shown.session.pinned {
        let y = rect.top() + (rect.height() / 2.0 - 2.0).min(10.0);
        pin(ui, pos2(rect.right() - 9.0, y), Stroke::new(1.6, tokens.ink));
    }
}

/// A small pin: what is held in its place.
fn pin(ui: &Ui, at: egui::Pos2, stroke: Stroke) {
    ui.painter().circle_filled(at - vec2(0.0, 2.0), 2.8, stroke.color);
    ui.painter().line_segment([at, at + vec2(0.0, 6.0)], stroke);
}

fn dashes(ui: &Ui, rect: Rect, stroke: Stroke) {
    let rect = rect.shrink(0.5);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
}

/// A meeting that waits to be filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Empty<'a> {
    /// What it is called.
    pub(super) name: &'a str,
    /// What it is about on that date.
    pub(super) topic: &'a str,
    /// Its module.
    pub(super) module: &'a PlacedModule,
    /// Whether the person may come.
    pub(super) joins: Joins,
    /// It is pointed at.
    pub(super) pointed: bool,
}

/// The outline of a meeting that waits to be filled.
pub(super) fn opening(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, empty: &Empty<'_>) {
    let tokens = ctx.tokens;
    let ink = match empty.joins {
        Joins::Member | Joins::Newcomer => tokens.family(family(empty.module.kind)),
        Joins::NotYet => tokens.edge,
    };
    let fill = if empty.pointed { tokens.raised } else { tokens.sheet };
    ui.painter().rect_filled(rect, CornerRadius::same(5), fill);
    dashes(ui, rect, Stroke::new(tokens.stroke, ink));
    let inner = Rect::from_min_max(rect.min + vec2(10.0, 5.0), rect.max - vec2(6.0, 3.0));
    let regular = FontId::proportional(theme::SMALL);
    let last = match empty.joins {
        Joins::Member | Joins::Newcomer => ctx.say(ScheduleWords::FreeToJoin),
        Joins::NotYet => ctx.say(ScheduleWords::NotForNewcomers),
    };
    let accent = FontId::new(theme::SMALL, theme::semibold());
    let lines = [
        (empty.name.to_owned(), regular.clone(), tokens.soft, 2),
        (last.to_owned(), accent, if empty.joins == Joins::NotYet { tokens.soft } else { tokens.accent }, 2),
        (empty.topic.to_owned(), regular, tokens.soft, 2),
    ];
    stacked(&ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())), inner, lines);
}

/// A mark at the edge of a place where a dragged session could begin, broad where that is good.
pub(super) fn heat(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, worth: core::cmp::Ordering) {
    let (width, color) = match worth {
        core::cmp::Ordering::Less | core::cmp::Ordering::Equal => (8.0, ctx.tokens.accent),
        core::cmp::Ordering::Greater => (3.0, ctx.tokens.warning),
    };
    let mark = Rect::from_min_size(rect.min, egui::vec2(width, rect.height() - 1.0));
    ui.painter().rect_filled(mark, CornerRadius::ZERO, color);
}

/// Free time into which something may be dragged.
pub(super) fn welcome(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect) {
    ui.painter().rect_filled(rect.shrink2(vec2(1.0, 0.0)), CornerRadius::ZERO, ctx.tokens.chosen.gamma_multiply(0.55));
}

/// What is dragged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ghost<'a> {
    /// Its module; `None` for free time being drawn.
    pub(super) module: Option<&'a PlacedModule>,
    /// When it would be.
    pub(super) when: &'a str,
    /// What speaks against that.
    pub(super) against: &'a [String],
}

/// What is dragged, where it would go.
pub(super) fn ghost(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, ghost: &Ghost<'_>) {
    let tokens = ctx.tokens;
    let edge = if ghost.against.is_empty() { tokens.accent } else { tokens.error };
    let fill = ghost.module.map_or(tokens.chosen, |module| tokens.card(family(module.kind)));
    let stroke = Stroke::new(tokens.stroke + 1.0, edge);
    ui.painter().rect(rect, CornerRadius::same(5), fill, stroke, StrokeKind::Inside);
    let name = ghost.module.map_or("", |module| module.plain_name.get(ctx.language()));
    let semibold = FontId::new(theme::NAME, theme::semibold());
    let small = FontId::new(theme::SMALL, theme::semibold());
    let lines = [
        (name.to_owned(), semibold, tokens.ink, 1),
        (ghost.when.to_owned(), small.clone(), tokens.ink, 2),
        (ghost.against.join(", "), small, tokens.error, 3),
    ];
    let inner = Rect::from_min_max(rect.min + vec2(9.0, 4.0), rect.max - vec2(5.0, 2.0));
    stacked(ui.painter(), Rect::from_min_max(inner.min, inner.max.max(inner.min + vec2(20.0, 46.0))), lines);
}

/// The sides at which the week turns while something is held there.
pub(super) fn sides(ctx: &ViewCtx<'_>, ui: &Ui, board: &Board) {
    let field = board.field().intersect(ui.clip_rect());
    let stroke = Stroke::new(1.8, ctx.tokens.accent);
    let y = field.center().y;
    widgets::chevron(ui.painter(), pos2(field.left() + 8.0, y), widgets::Toward::Left, stroke);
    widgets::chevron(ui.painter(), pos2(field.right() - 8.0, y), widgets::Toward::Right, stroke);
}

fn words(ctx: &ViewCtx<'_>, ui: &Ui, card: &Card<'_>, against: &[String]) {
    let (tokens, language) = (ctx.tokens, ctx.language());
    let session = card.shown.session;
    let mut inner = Rect::from_min_max(card.rect.min + vec2(11.0, 5.0), card.rect.max - vec2(6.0, 3.0));
    if session.pinned {
        inner = beside_pin(inner);
    }
    let painter = ui.painter().with_clip_rect(card.rect.intersect(ui.clip_rect()));
    let short = time::span(session.start, session.end(), language);
    let status = terms::session_status(session.status, language);
    let last = match session.status {
        SessionStatus::Planned => place_of(session, language),
        SessionStatus::Attended
        | SessionStatus::Late
        | SessionStatus::LeftEarly
        | SessionStatus::Missed
        | SessionStatus::Excused
        | SessionStatus::Cancelled => status.to_owned(),
    };
    let semibold = FontId::new(theme::NAME, theme::semibold());
    let regular = FontId::proportional(theme::SMALL);
    if inner.height() < SHORT {
        let font = FontId::new(theme::SMALL, theme::semibold());
        let name = card.shown.module.plain_name.get(language);
        let galley = one_row(&painter, name, font, tokens.ink, inner.width());
        let y = card.rect.center().y;
        painter.galley(pos2(inner.left(), y - galley.size().y / 2.0), galley, tokens.ink);
        return;
    }
    if inner.width() < SLIM && inner.height() > inner.width() * 1.5 {
        let name = card.shown.module.plain_name.get(language);
        return upright(&painter, inner, name, (semibold, tokens.ink));
    }
    if inner.width() < NARROW {
        let name = (card.shown.module.plain_name.get(language).to_owned(), semibold, tokens.ink, 3);
        let against = (against.join(", "), regular.clone(), tokens.error, 2);
        return stacked(
            &painter,
            inner,
            [name, against, (time::clock(session.start, language), regular, tokens.ink, 1)],
        );
    }
    let rows = if inner.height() < TALL { 2 } else { 3 };
    // What does not take place steps back behind what does.
    let ink = if session.status.occupies() { tokens.ink } else { tokens.soft };
    let lines = [
        (card.shown.module.plain_name.get(language).to_owned(), semibold, ink, rows),
        (against.join(", "), regular.clone(), tokens.error, 2),
        (session.topic_words.get(language).to_owned(), regular.clone(), ink, rows),
        (short, regular.clone(), ink, 1),
        (last, regular, ink, 2),
    ];
    stacked(&painter, inner, lines);
}

/// A card narrower than this shows its name and start only.
const NARROW: f32 = 76.0;

/// A card narrower than this has its name from top to bottom.
const SLIM: f32 = 44.0;

/// A card with less room than this has one small line.
const SHORT: f32 = 22.0;

/// From this height on, names and topics may take a third row.
const TALL: f32 = 104.0;

/// One row of a text; where only a few letters fit, each is worth more than the dots that say that there were more.
fn one_row(
    painter: &egui::Painter,
    text: &str,
    font: FontId,
    ink: egui::Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    const FEW: f32 = 48.0;
    if width >= FEW {
        return widgets::fitted(painter, text, font, ink, (width, 1));
    }
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, ink, width);
    (job.wrap.max_rows, job.wrap.break_anywhere, job.wrap.overflow_character) = (1, true, None);
    painter.layout_job(job)
}

/// What is left of a card beside its pin; below it, where the card is slim.
fn beside_pin(inner: Rect) -> Rect {
    const PIN: f32 = 12.0;
    if inner.width() < SLIM && inner.height() > inner.width() * 1.5 {
        inner.with_min_y(inner.top() + PIN)
    } else {
        inner.with_max_x(inner.right() - PIN)
    }
}

/// One line that runs from top to bottom.
fn upright(painter: &egui::Painter, inner: Rect, text: &str, (font, ink): (FontId, egui::Color32)) {
    let galley = one_row(painter, text, font, ink, inner.height());
    let at = pos2(inner.center().x + galley.size().y / 2.0, inner.top());
    let shape = egui::epaint::TextShape::new(at, galley, ink).with_angle(core::f32::consts::FRAC_PI_2);
    painter.add(shape);
}

type Line = (String, FontId, egui::Color32, u8);

/// Lines below each other as long as there is room; each may take so many rows.
fn stacked(painter: &egui::Painter, inner: Rect, lines: impl IntoIterator<Item = Line>) {
    let mut top = inner.top();
    for (text, font, ink, rows) in lines.into_iter().filter(|(text, ..)| !crate::base::is_blank(text)) {
        let room = inner.bottom() - top;
        let fits = |rows: &u8| font.size * 1.3 * f32::from(*rows) <= room;
        let rows = usize::from((1..=rows).rev().find(fits).unwrap_or(1));
        if room < font.size * 1.2 {
            return;
        }
        let galley = if rows == 1 {
            one_row(painter, &text, font, ink, inner.width())
        } else {
            widgets::fitted(painter, &text, font, ink, (inner.width(), rows))
        };
        let height = galley.size().y;
        painter.galley(pos2(inner.left(), top), galley, ink);
        top += height + 1.0;
    }
}
