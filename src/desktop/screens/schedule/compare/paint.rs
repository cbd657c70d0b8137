//! The table of a comparison, row by row.

use egui::text::LayoutJob;
use egui::{Button, CornerRadius, FontId, Rangef, Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

use super::columns::{Column, Deed, Value};
use super::go;
use super::grid::{Cell, GAP, Grid, Kind, PAD, Row, Style, append, words};
use crate::base::{ClockTime, Weekday};
use crate::desktop::comparing::Ask;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets;
use crate::schedule::lay::compare::DayHours;
use crate::wording::screen::CompareWords;
use crate::wording::time::weekday_short;
use crate::wording::timetable;
use crate::wording::timetable::alternatives::{Best, best_word};

const PICTURE: f32 = 58.0;
/// With less room than this, aims do not scroll by themselves.
const ENOUGH: f32 = 130.0;

/// The table, with the aims as rows; where it is too high for the window, they scroll between what stays in sight.
pub(super) fn table_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, columns: &[Column<'_>]) {
    let grid = Grid::new(ctx, ui, columns.len());
    let whole = ui.available_height();
    ui.spacing_mut().item_spacing.y = 0.0;
    widgets::group(ui, ctx.say(CompareWords::Title), Role::Table, |ui| {
        let titles = columns.iter().map(|one| words(ctx, &[&one.title], Style::Strong, &one.title)).collect();
        let head = Row::new(ui, grid, words(ctx, &[], Style::Plain, ""), titles, Kind::Head);
        let week = week_row(ctx, ui, grid, columns);
        let label = ctx.say(CompareWords::AsksFor);
        let asks = columns.iter().map(|one| asks(ctx, label, one)).collect();
        let asks = Row::new(ui, grid, words(ctx, &[label], Style::Strong, label), asks, Kind::Body);
        let room = whole - head.height - week.height - asks.height - deeds_height(ui);
        head.show(ctx, ui, grid);
        let at = week.show(ctx, ui, grid);
        pictures(ctx, ui, (grid, at), columns);
        if room.is_finite() && room > ENOUGH {
            let area = egui::ScrollArea::vertical().id_salt("aims").max_height(room).auto_shrink([false, true]);
            area.show(ui, |ui| tiers_ui(ctx, ui, grid, columns));
        } else {
            tiers_ui(ctx, ui, grid, columns);
        }
        asks.show(ctx, ui, grid);
        deeds_ui(ctx, ui, grid, columns);
    });
}

fn tiers_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, grid: Grid, columns: &[Column<'_>]) {
    let tiers = columns.first().map_or(0, |first| first.values.len());
    for at in 0..tiers {
        tier_ui(ctx, ui, grid, columns, at);
    }
}

fn asks(ctx: &ViewCtx<'_>, label: &str, one: &Column<'_>) -> Cell {
    let lines: Vec<&str> = one.asks.iter().map(String::as_str).collect();
    let spoken = if lines.is_empty() { String::new() } else { format!("{label}: {}", lines.join("; ")) };
    words(ctx, &lines, Style::Plain, &spoken)
}

fn week_row(ctx: &ViewCtx<'_>, ui: &Ui, grid: Grid, columns: &[Column<'_>]) -> Row {
    let label = ctx.say(CompareWords::UsualWeek);
    let cell = |one: &Column<'_>| {
        let lines: Vec<&str> = one.said.iter().map(String::as_str).collect();
        let (style, above) = if one.week.is_some() { (Style::Plain, PICTURE + 6.0) } else { (Style::No, 0.0) };
        Cell { above, ..words(ctx, &lines, style, &format!("{label}: {}", lines.join("; "))) }
    };
    let cells = columns.iter().map(cell).collect();
    Row::new(ui, grid, words(ctx, &[label], Style::Strong, label), cells, Kind::Body)
}

/// The weeks as pictures, all on the same scale of hours.
fn pictures(ctx: &ViewCtx<'_>, ui: &Ui, (grid, row): (Grid, Rect), columns: &[Column<'_>]) {
    let weeks = columns.iter().filter_map(|one| one.week).flatten();
    let hours = weeks.fold(None, |all: Option<(ClockTime, ClockTime)>, one| {
        Some(all.map_or((one.from, one.to), |(from, to)| (from.min(one.from), to.max(one.to))))
    });
    let Some(hours) = hours else { return };
    for (number, week) in columns.iter().enumerate().filter_map(|(number, one)| Some((number, one.week?))) {
        let cell = grid.cell(row, number);
        let area = Rect::from_min_size(cell.min + vec2(0.0, PAD), vec2((grid.column - GAP).min(190.0), PICTURE));
        picture(ctx, ui, area, week, hours);
    }
}

/// The days of a week as bars on a common scale of hours.
fn picture(ctx: &ViewCtx<'_>, ui: &Ui, area: Rect, week: &[DayHours], hours: (ClockTime, ClockTime)) {
    const WORDS: f32 = 17.0;
    let tokens = ctx.tokens;
    let weekend = week.iter().any(|hours| matches!(hours.day, Weekday::Sat | Weekday::Sun));
    let days = if weekend { &Weekday::ALL[..] } else { Weekday::ALL.get(..5).unwrap_or_default() };
    #[expect(clippy::cast_precision_loss, reason = "seven days at most")]
    let each = area.width() / days.len() as f32;
    let (top, bottom) = (area.top() + WORDS, area.bottom());
    let minutes = |time: ClockTime| f32::from(time.minutes());
    let (first, last) = (minutes(hours.0), minutes(hours.1).max(minutes(hours.0) + 1.0));
    let at = |time: ClockTime| top + (minutes(time) - first) / (last - first) * (bottom - top);
    let mut left = area.left();
    for day in days {
        let column = Rect::from_x_y_ranges(Rangef::new(left, left + each - 3.0), Rangef::new(top, bottom));
        left += each;
        let own = week.iter().find(|hours| hours.day == *day);
        let ink = if own.is_some() { tokens.ink } else { tokens.soft };
        let name = weekday_short(*day, ctx.language());
        let font = FontId::proportional(theme::SMALL);
        ui.painter().text(pos2(column.center().x, area.top()), egui::Align2::CENTER_TOP, name, font, ink);
        ui.painter().rect_filled(column, CornerRadius::same(3), tokens.raised);
        if let Some(own) = own {
            let bar = Rect::from_x_y_ranges(column.x_range(), Rangef::new(at(own.from), at(own.to)));
            ui.painter().rect_filled(bar, CornerRadius::same(3), tokens.accent);
        }
    }
}

fn tier_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, grid: Grid, columns: &[Column<'_>], at: usize) {
    let Some(tier) = columns.first().and_then(|first| first.values.get(at)).map(|value| value.tier) else { return };
    let (name, units) = (timetable::tier_name(tier, ctx.language()), timetable::units(tier, ctx.language()));
    let mut head = words(ctx, &[name], Style::Strong, name);
    append(&mut head.job, &format!("\n{units}"), ctx, Style::Soft);
    let cells = columns.iter().map(|one| one.values.get(at).map_or_else(|| nothing(ctx), |value| number(ctx, value)));
    let cells = cells.collect();
    Row::new(ui, grid, head, cells, Kind::Body).show(ctx, ui, grid);
}

fn nothing(ctx: &ViewCtx<'_>) -> Cell {
    words(ctx, &["…"], Style::Soft, "")
}

fn number(ctx: &ViewCtx<'_>, value: &Value) -> Cell {
    let mut job = LayoutJob::default();
    match (value.number, value.best) {
        (None, _) => append(&mut job, "–", ctx, Style::Soft),
        (Some(number), Best::Yes) => {
            append(&mut job, &number.to_string(), ctx, Style::Best);
            append(&mut job, &format!("  {}", best_word(ctx.language())), ctx, Style::BestWord);
        }
        (Some(number), Best::No) => append(&mut job, &number.to_string(), ctx, Style::Plain),
    }
    if !value.proof.is_empty() {
        append(&mut job, &format!("  {}", value.proof), ctx, Style::Soft);
    }
    Cell { job, spoken: value.spoken.clone(), above: 0.0 }
}

fn deeds_height(ui: &Ui) -> f32 {
    ui.spacing().interact_size.y + PAD * 2.0
}

/// The buttons that take a calendar.
fn deeds_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, grid: Grid, columns: &[Column<'_>]) {
    let (row, _) = ui.allocate_exact_size(vec2(grid.width(), deeds_height(ui)), Sense::hover());
    for (number, one) in columns.iter().enumerate() {
        let inner = grid.cell(row, number).shrink2(vec2(0.0, PAD));
        let inner = inner.with_max_x(inner.right() - GAP);
        let builder = UiBuilder::new().max_rect(inner).id_salt(("take", number));
        deed_ui(ctx, &mut ui.new_child(builder), one);
    }
}

fn deed_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, one: &Column<'_>) {
    let words = ctx.say(CompareWords::Use);
    let button = |ui: &mut Ui| {
        let shown = ui.add(Button::new(words));
        let name = format!("{words}: {}", one.title);
        ui.ctx().accesskit_node_builder(shown.id, |node| node.set_label(name));
        widgets::ring(ui, &shown, ctx.tokens);
        shown
    };
    match one.deed {
        Deed::Nothing => {}
        Deed::InUse => {
            ui.label(theme::soft(ctx.say(CompareWords::InUse), ctx.tokens));
        }
        Deed::Stale => drop(ui.add_enabled_ui(false, button)),
        Deed::Use(number) => {
            if button(ui).clicked() {
                go(ctx, Ask::Use(number));
            }
        }
    }
}
