//! All weeks at a glance: each module as one bar, with a tick for every session.

mod ticks;

use egui::{Align2, CornerRadius, FontId, Id, Rect, Response, Sense, Stroke, Ui, pos2, vec2};

use super::Ask;
use super::change::{ask, ground, preview, relocations, step};
use super::looks::{Drag, What};
use crate::base::{Date, ModuleId, days_between, week_of};
use crate::desktop::model::Span;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{Item, PlacedModule};
use crate::schedule::{Laid, Shift, Spot, shift, still_owed};
use crate::wording::screen::{dose, to_place, week_span, weeks_later};
use ticks::{TICK, Ticks};

/// Room for the names of modules, and the part of the width that they take at most.
const NAMES: f32 = 250.0;
const SHARE: f32 = 0.36;
const HEAD: f32 = 34.0;
const ROW: f32 = 34.0;

/// How tall all weeks are.
pub(super) fn height(open: &OpenPlan) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a plan has few modules")]
    let rows = open.model.spans.len() as f32;
    HEAD + ROW * rows + 8.0
}

/// All weeks by module.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    egui::ScrollArea::vertical().id_salt("span").auto_shrink(false).show(ui, |ui| {
        let size = vec2(ui.available_width() - 4.0, height(open));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let Some(first) = open.model.weeks.first() else { return };
        let names = NAMES.min(rect.width() * SHARE);
        let scale = Scale { rect, names, first: first.starts, weeks: open.model.weeks.len() };
        weeks_ui(ctx, open, ui, &scale);
        today_ui(ctx, ui, &scale);
        for (at, span) in open.model.spans.iter().enumerate() {
            row_ui(ctx, open, ui, &scale, at, span);
        }
    });
}

#[derive(Clone, Copy, Debug)]
struct Scale {
    rect: Rect,
    names: f32,
    first: Date,
    weeks: usize,
}

impl Scale {
    fn x(&self, date: Date) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a plan has at most 520 weeks")]
        let (day, days) = (days_between(self.first, date) as f32, (self.weeks * 7) as f32);
        let left = self.rect.left() + self.names;
        left + (self.rect.right() - left) * (day / days.max(1.0))
    }

    /// How wide a day is.
    fn day(&self) -> f32 {
        (self.week() / 7.0).clamp(TICK, 20.0)
    }

    /// How wide a week is.
    fn week(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a plan has at most 520 weeks")]
        let weeks = self.weeks.max(1) as f32;
        (self.rect.width() - self.names) / weeks
    }

    /// Whole weeks between two points.
    fn weeks_between(&self, from: f32, to: f32) -> i16 {
        #[expect(clippy::cast_possible_truncation, reason = "a plan has at most 520 weeks")]
        let weeks = ((to - from) / self.week().max(1.0)).round() as i16;
        weeks
    }

    fn row(&self, at: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a plan has few modules")]
        let top = self.rect.top() + HEAD + ROW * at as f32;
        Rect::from_x_y_ranges(self.rect.x_range(), top..=top + ROW)
    }
}

/// Room for the number of a week.
const NUMBER: f32 = 19.0;

fn weeks_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, scale: &Scale) {
    let next = |date: Date| date.checked_add(jiff::Span::new().days(7)).unwrap_or(date);
    // Where weeks are narrower than their numbers, only some are numbered.
    let mut numbered = f32::NEG_INFINITY;
    for week in &open.model.weeks {
        let (left, right) = (scale.x(week.starts), scale.x(next(week.starts)));
        let column = Rect::from_x_y_ranges(left..=right, scale.rect.y_range());
        if ctx.shell.week == week.number {
            ui.painter().rect_filled(column, CornerRadius::ZERO, ctx.tokens.raised);
        }
        ui.painter().vline(left, scale.rect.y_range(), ctx.tokens.hairline());
        if left - numbered < NUMBER {
            continue;
        }
        numbered = left;
        let full = week_span(week.starts, ctx.language());
        let text = if right - left > 74.0 { full } else { week.number.to_string() };
        let font = FontId::proportional(theme::SMALL);
        ui.painter().text(pos2(left + 6.0, scale.rect.top() + 8.0), Align2::LEFT_TOP, text, font, ctx.tokens.soft);
    }
}

fn today_ui(ctx: &ViewCtx<'_>, ui: &Ui, scale: &Scale) {
    let x = scale.x(ctx.today);
    if x > scale.rect.left() + scale.names && x < scale.rect.right() {
        ui.painter().vline(x, scale.rect.top() + HEAD - 4.0..=scale.rect.bottom(), Stroke::new(1.5, ctx.tokens.accent));
    }
}

fn row_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, scale: &Scale, at: usize, span: &Span) {
    let Some(module) = open.plan().module(span.module) else { return };
    let (row, language) = (scale.row(at), ctx.language());
    let name = module.plain_name.get(language);
    let item = Item::Module(module.id);
    let owed = still_owed(open.plan(), module);
    let missing = if owed > 0 { to_place(owed, language) } else { String::new() };
    let spoken = [name.to_owned(), dose(module, language), missing.clone()].into_iter().filter(|part| !part.is_empty());
    let spoken = spoken.collect::<Vec<_>>().join(", ");
    let label = Rect::from_x_y_ranges(row.left()..=row.left() + scale.names - 8.0, row.y_range());
    let response = widgets::target(ui, label, Id::unique(("span", item)), &spoken, ctx.is_selected(item));
    if response.hovered() || ctx.is_selected(item) {
        let fill = if ctx.is_selected(item) { ctx.tokens.chosen } else { ctx.tokens.raised };
        ui.painter().rect_filled(label, CornerRadius::same(6), fill);
    }
    let small = FontId::proportional(theme::SMALL);
    let at = pos2(label.right() - 6.0, row.center().y);
    let missing = ui.painter().text(at, Align2::RIGHT_CENTER, missing, small, ctx.tokens.warning);
    let font = FontId::proportional(theme::BODY);
    let room = (missing.left() - label.left() - 16.0, 1);
    let galley = widgets::fitted(ui.painter(), name, font, ctx.tokens.ink, room);
    ui.painter().galley(pos2(label.left() + 8.0, row.center().y - galley.size().y / 2.0), galley, ctx.tokens.ink);
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.select(item);
    }
    response.on_hover_text(spoken);
    bar_ui(ctx, open, ui, scale, &Row { rect: row, span, module });
}

/// A module's row.
struct Row<'a> {
    rect: Rect,
    span: &'a Span,
    module: &'a PlacedModule,
}

fn bar_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, scale: &Scale, row: &Row<'_>) {
    let (Some((_, first)), Some((_, last))) = (row.span.sessions.first(), row.span.sessions.last()) else { return };
    let moved = shift_of(ctx, row.module.id);
    let offset = scale.week() * f32::from(moved);
    let color = ctx.tokens.family(row.span.family);
    let fill = ctx.tokens.paper.lerp_to_gamma(color, 0.28);
    let y = row.rect.center().y;
    let whole =
        Rect::from_x_y_ranges(scale.x(*first) + offset..=scale.x(*last) + scale.day() + offset, y - 7.0..=y + 7.0);
    ui.painter().hline(whole.x_range(), y, Stroke::new(1.0, fill));
    for (from, to) in runs(row) {
        let bar = Rect::from_x_y_ranges(scale.x(from) + offset..=scale.x(to) + scale.day() + offset, y - 7.0..=y + 7.0);
        ui.painter().rect_filled(bar, CornerRadius::same(4), fill);
    }
    let id = Id::unique(("series", Item::Module(row.module.id)));
    let response = ui.interact(whole.expand2(vec2(2.0, 5.0)), id, Sense::CLICK | Sense::DRAG);
    drag_ui(ctx, open, ui, scale, row, &response);
    ticks::ui(ctx, ui, &Ticks { scale, row, offset }, response);
    if moved != 0 {
        let font = FontId::new(theme::SMALL, theme::semibold());
        let words = weeks_later(moved, ctx.language());
        ui.painter().text(pos2(whole.left(), whole.top() - 1.0), Align2::LEFT_BOTTOM, words, font, ctx.tokens.accent);
    }
}

/// First and last dates of the runs of a series: where more weeks are empty than its frequency leaves, it has a gap.
fn runs(row: &Row<'_>) -> Vec<(Date, Date)> {
    let reach = i32::from(row.module.frequency.weeks.max(1)) * 7;
    let mut runs: Vec<(Date, Date)> = Vec::new();
    for (_, date) in &row.span.sessions {
        match runs.last_mut() {
            Some((_, last)) if days_between(week_of(*last), week_of(*date)) <= reach => *last = *date,
            Some(_) | None => runs.push((*date, *date)),
        }
    }
    runs
}

/// By how many weeks a module is being dragged.
fn shift_of(ctx: &ViewCtx<'_>, module: ModuleId) -> i16 {
    match ctx.shell.schedule.drag.as_deref() {
        Some(Drag { what: What::Series(weeks), to, .. }) if to.module == module => *weeks,
        Some(_) | None => 0,
    }
}

fn laid(ctx: &ViewCtx<'_>, open: &OpenPlan, row: &Row<'_>, weeks: i16) -> Laid {
    let Some((_, first)) = row.span.sessions.first() else { return Laid::default() };
    let from = week_of(*first);
    let by = Shift { module: row.module.id, only: None, from, day: None, start: None, minutes: None, weeks };
    shift(ground(ctx, open), &by)
}

/// A whole series is dragged by weeks: sessions that were held stay, and so do those that would find no place.
fn drag_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, scale: &Scale, row: &Row<'_>, response: &Response) {
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grab);
    }
    let Some(first) = row.span.sessions.first().and_then(|(id, _)| open.plan().session(*id)) else { return };
    if response.drag_started_by(egui::PointerButton::Primary) {
        let drag = Drag { what: What::Series(0), to: Spot::of(first), weeks: Vec::new() };
        return ask(ctx, Ask::Drag(Some(Box::new(drag))));
    }
    let Some(drag @ Drag { what: What::Series(before), .. }) = ctx.shell.schedule.drag.as_deref() else { return };
    if drag.to.module != row.module.id {
        return;
    }
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
        return ask(ctx, Ask::Drag(None));
    }
    let (at, from, down) = ui.input(|i| (i.pointer.interact_pos(), i.pointer.press_origin(), i.pointer.primary_down()));
    let weeks = match at.zip(from) {
        Some((at, from)) => scale.weeks_between(from.x, at.x),
        None => *before,
    };
    if !down {
        ask(ctx, Ask::Drag(None));
        let edit = (weeks != 0).then(|| relocations(open.plan(), &laid(ctx, open, row, weeks).sessions)).flatten();
        return edit.into_iter().for_each(|edit| step(ctx, edit));
    }
    if weeks != *before {
        let edit = relocations(open.plan(), &laid(ctx, open, row, weeks).sessions);
        let preview = edit.map(|edit| preview(open.plan(), &edit)).unwrap_or_default();
        ask(ctx, Ask::Drag(Some(Box::new(Drag { what: What::Series(weeks), weeks: preview, ..drag.clone() }))));
        ui.ctx().request_discard("what is dragged shows in the hours strip");
    }
}
