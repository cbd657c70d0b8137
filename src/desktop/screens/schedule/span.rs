//! All weeks at a glance: each module as one bar, with a tick for every session.

use egui::{Align2, CornerRadius, FontId, Id, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::base::{Date, days_between};
use crate::desktop::action::Action;
use crate::desktop::model::Span;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::Item;
use crate::wording::screen::{dose, week_span};
use crate::wording::time;

/// Room for the names of modules.
const NAMES: f32 = 250.0;
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
        let scale = Scale { rect, first: first.starts, weeks: open.model.weeks.len() };
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
    first: Date,
    weeks: usize,
}

impl Scale {
    fn x(&self, date: Date) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a plan has at most 520 weeks")]
        let (day, days) = (days_between(self.first, date) as f32, (self.weeks * 7) as f32);
        let left = self.rect.left() + NAMES;
        left + (self.rect.right() - left) * (day / days.max(1.0))
    }

    fn row(&self, at: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a plan has few modules")]
        let top = self.rect.top() + HEAD + ROW * at as f32;
        Rect::from_x_y_ranges(self.rect.x_range(), top..=top + ROW)
    }
}

fn weeks_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, scale: &Scale) {
    let next = |date: Date| date.checked_add(jiff::Span::new().days(7)).unwrap_or(date);
    for week in &open.model.weeks {
        let (left, right) = (scale.x(week.starts), scale.x(next(week.starts)));
        let column = Rect::from_x_y_ranges(left..=right, scale.rect.y_range());
        if ctx.shell.week == week.number {
            ui.painter().rect_filled(column, CornerRadius::ZERO, ctx.tokens.raised);
        }
        ui.painter().vline(left, scale.rect.y_range(), ctx.tokens.hairline());
        let full = week_span(week.starts, ctx.language());
        let text = if right - left > 74.0 { full } else { week.number.to_string() };
        let font = FontId::proportional(theme::SMALL);
        ui.painter().text(pos2(left + 6.0, scale.rect.top() + 8.0), Align2::LEFT_TOP, text, font, ctx.tokens.soft);
    }
}

fn today_ui(ctx: &ViewCtx<'_>, ui: &Ui, scale: &Scale) {
    let x = scale.x(ctx.today);
    if x > scale.rect.left() + NAMES && x < scale.rect.right() {
        ui.painter().vline(x, scale.rect.top() + HEAD - 4.0..=scale.rect.bottom(), Stroke::new(1.5, ctx.tokens.accent));
    }
}

fn row_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, scale: &Scale, at: usize, span: &Span) {
    let Some(module) = open.plan().module(span.module) else { return };
    let (row, language) = (scale.row(at), ctx.language());
    let name = module.plain_name.get(language);
    let item = Item::Module(module.id);
    let spoken = format!("{name}, {}", dose(module, language));
    let label = Rect::from_x_y_ranges(row.left()..=row.left() + NAMES - 8.0, row.y_range());
    let response = widgets::target(ui, label, Id::unique(("span", item)), &spoken, ctx.is_selected(item));
    if response.hovered() || ctx.is_selected(item) {
        let fill = if ctx.is_selected(item) { ctx.tokens.chosen } else { ctx.tokens.raised };
        ui.painter().rect_filled(label, CornerRadius::same(6), fill);
    }
    let font = FontId::proportional(theme::BODY);
    let galley = widgets::fitted(ui.painter(), name, font, ctx.tokens.ink, (label.width() - 16.0, 1));
    ui.painter().galley(pos2(label.left() + 8.0, row.center().y - galley.size().y / 2.0), galley, ctx.tokens.ink);
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.select(item);
    }
    response.on_hover_text(spoken);
    bar_ui(ctx, ui, scale, row, span);
}

fn bar_ui(ctx: &ViewCtx<'_>, ui: &Ui, scale: &Scale, row: Rect, span: &Span) {
    let color = ctx.tokens.family(span.family);
    let (Some((_, first)), Some((_, last))) = (span.sessions.first(), span.sessions.last()) else { return };
    let y = row.center().y;
    let width = (scale.x(*last) - scale.x(*first)).max(1.0)
        / f32::from(u16::try_from(days_between(*first, *last)).unwrap_or(1).max(1));
    let bar = Rect::from_x_y_ranges(scale.x(*first)..=scale.x(*last) + width.min(20.0), y - 7.0..=y + 7.0);
    ui.painter().rect_filled(bar, CornerRadius::same(4), ctx.tokens.paper.lerp_to_gamma(color, 0.28));
    for (session, date) in &span.sessions {
        let item = Item::Session(*session);
        let x = scale.x(*date) + width.min(20.0) / 2.0;
        let tick = Rect::from_center_size(pos2(x, y), vec2(4.0, 14.0));
        let chosen = ctx.is_selected(item);
        ui.painter().rect_filled(tick, CornerRadius::same(1), if chosen { ctx.tokens.ink } else { color });
        let hit = tick.expand2(vec2(2.0, 5.0));
        let response = widgets::target(ui, hit, Id::unique(("tick", item)), &time::day(*date, ctx.language()), chosen);
        widgets::ring(ui, &response, ctx.tokens);
        if response.clicked() {
            ctx.send(Action::Select(Some(item)));
        }
        response.on_hover_text(time::day(*date, ctx.language()));
    }
}
