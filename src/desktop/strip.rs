//! The hours strip: one slim bar per week, stacked by family of services, with the aim as a line.

mod layout;

use egui::{Align2, CornerRadius, FontId, Rect, Stroke, Ui, pos2};

use super::action::Action;
use super::model::WeekModel;
use super::open::OpenPlan;
use super::shell::Place;
use super::view::{Room, ViewCtx};
use super::{theme, widgets};
use crate::base::{Minutes, days_between};
use crate::plan::Item;
use crate::wording::screen::{Family, Label, week_bar};
use crate::wording::time;
pub use layout::{Bars, stack};

/// Height of the strip.
pub const fn height(room: Room) -> f32 {
    match room {
        Room::Wide | Room::Narrow => 76.0,
        Room::Tight => 46.0,
    }
}

/// Draws the strip and lets weeks be chosen.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let rect = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(rect);
    let weeks = ctx.shell.schedule.preview().unwrap_or(&open.model.weeks);
    let most = weeks.iter().map(|week| week.sum.planned.max(week.sum.aim.unwrap_or_default())).max();
    let bars = Bars::new(rect, weeks.len(), most.unwrap_or(Minutes(60)));
    let detail = detail(ctx, ui, weeks, bars.slot(0).width());
    for (at, week) in weeks.iter().enumerate() {
        week_ui(ctx, ui, &bars, at, week);
        number_ui(ctx, ui, bars.slot(at), week, detail);
    }
    today_ui(ctx, ui, &bars, weeks);
}

fn week_ui(ctx: &ViewCtx<'_>, ui: &Ui, bars: &Bars, at: usize, week: &WeekModel) {
    let (slot, bar) = (bars.slot(at), bars.bar(at));
    let name = week_bar(week.number, week.starts, week.sum, ctx.language());
    let shown = ctx.shell.week == week.number;
    let response = widgets::target(
        ui,
        slot.shrink2(egui::vec2(2.0, 3.0)),
        ui.scope_id().with(("week", week.number)),
        &name,
        shown,
    );
    if response.hovered() {
        ui.painter().rect_filled(slot, CornerRadius::same(6), ctx.tokens.raised);
    }
    ui.painter().hline(bar.x_range(), bar.bottom(), ctx.tokens.hairline());
    let painted = stack(bars, at, &week.families);
    for (family, rect) in &painted {
        ui.painter().rect_filled(*rect, CornerRadius::ZERO, ctx.tokens.family(*family));
    }
    if let Some(aim) = week.sum.aim {
        aim_line(ctx, ui, bar, bars.height(aim));
    }
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.send(Action::Week(week.number));
        ctx.select(Item::Week(week.number));
        if ctx.shell.place != Place::Schedule {
            ctx.send(Action::Go(Place::Schedule));
        }
    }
    response.on_hover_ui_at_pointer(|ui| hint_ui(ctx, ui, week, &name));
}

fn aim_line(ctx: &ViewCtx<'_>, ui: &Ui, bar: Rect, height: f32) {
    let y = (bar.bottom() - height).round() + 0.5;
    let line = [pos2(bar.left() - 7.0, y), pos2(bar.right() + 7.0, y)];
    ui.painter().extend(egui::Shape::dashed_line(&line, Stroke::new(1.5, ctx.tokens.ink), 4.0, 3.0));
}

fn number_ui(ctx: &ViewCtx<'_>, ui: &Ui, slot: Rect, week: &WeekModel, detail: Detail) {
    let shown = ctx.shell.week == week.number;
    let (font, color) = if shown {
        (FontId::new(theme::SMALL, theme::semibold()), ctx.tokens.accent)
    } else {
        (FontId::proportional(theme::SMALL), ctx.tokens.soft)
    };
    let at = slot.center_bottom() - egui::vec2(0.0, 3.0);
    ui.painter().text(at, Align2::CENTER_BOTTOM, caption(ctx, week, detail), font, color);
    if shown {
        let reach = slot.shrink2(egui::vec2(6.0, 0.0)).x_range();
        let line = Rect::from_x_y_ranges(reach, slot.bottom() - 1.0..=slot.bottom() + 1.0);
        ui.painter().rect_filled(line, CornerRadius::same(1), ctx.tokens.accent);
    }
}

/// How much stands below the bars; the same below all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// `Week 3 · 9 h`.
    Full,
    /// `3 · 9 h`.
    Hours,
    /// `3`.
    Number,
    /// Nothing: there are more weeks than figures fit.
    Nothing,
}

fn caption(ctx: &ViewCtx<'_>, week: &WeekModel, detail: Detail) -> String {
    let hours = time::length(week.sum.planned);
    match detail {
        Detail::Full => format!("{}  ·  {hours}", time::week(week.number, ctx.language())),
        Detail::Hours => format!("{}  ·  {hours}", week.number),
        Detail::Number => week.number.to_string(),
        Detail::Nothing => String::new(),
    }
}

fn detail(ctx: &ViewCtx<'_>, ui: &Ui, weeks: &[WeekModel], room: f32) -> Detail {
    let width = |week: &WeekModel, detail| {
        let font = FontId::new(theme::SMALL, theme::semibold());
        ui.painter().layout_no_wrap(caption(ctx, week, detail), font, ctx.tokens.ink).size().x
    };
    let fits = |detail: &Detail| weeks.iter().all(|week| width(week, *detail) + 6.0 < room);
    [Detail::Full, Detail::Hours, Detail::Number].into_iter().find(fits).unwrap_or(Detail::Nothing)
}

fn today_ui(ctx: &ViewCtx<'_>, ui: &Ui, bars: &Bars, weeks: &[WeekModel]) {
    let holds = |week: &WeekModel| (0..7).contains(&days_between(week.starts, ctx.today));
    let Some((at, week)) = weeks.iter().enumerate().find(|(_, week)| holds(week)) else { return };
    let slot = bars.slot(at);
    let share = (f32::from(i8::try_from(days_between(week.starts, ctx.today)).unwrap_or(0)) + 0.5) / 7.0;
    let tip = pos2(slot.left() + slot.width() * share, slot.top() + 7.0);
    let corners = vec![tip, tip + egui::vec2(-4.5, -7.0), tip + egui::vec2(4.5, -7.0)];
    ui.painter().add(egui::Shape::convex_polygon(corners, ctx.tokens.accent, Stroke::NONE));
}

fn hint_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, week: &WeekModel, name: &str) {
    ui.set_max_width(280.0);
    ui.label(theme::strong(name));
    for family in Family::ALL {
        let minutes = week.families.get(family.index()).copied().unwrap_or_default();
        if minutes.0 > 0 {
            legend_row(ctx, ui, family, minutes);
        }
    }
    let below = week.sum.aim.is_some_and(|aim| week.sum.counted < aim);
    if below {
        ui.label(egui::RichText::new(ctx.say(Label::BelowAim)).color(ctx.tokens.warning));
    }
}

/// A family of services with its color, name and, where it is told, length.
pub fn legend_row(ctx: &ViewCtx<'_>, ui: &mut Ui, family: Family, minutes: impl Into<Option<Minutes>>) {
    let row = egui::vec2(ui.available_width(), 18.0);
    ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        let (swatch, _) = ui.allocate_exact_size(egui::vec2(10.0, 10.0), egui::Sense::hover());
        ui.painter().rect_filled(swatch, CornerRadius::same(2), ctx.tokens.family(family));
        let name = crate::wording::screen::family_name(family, ctx.language());
        ui.label(egui::RichText::new(name).size(theme::SMALL));
        if let Some(minutes) = minutes.into() {
            ui.label(theme::soft(time::length(minutes), ctx.tokens));
        }
    });
}
