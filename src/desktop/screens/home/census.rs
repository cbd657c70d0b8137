//! The census at home: groups by weekday, weeks side by side, and who comes to the one that is picked.

mod grid;
mod who;

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::{Ask, back_ui, begin_ui, view_ui};
use crate::base::{Date, days_after, days_between, week_of};
use crate::desktop::action::Action;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{theme, widgets};
use crate::schedule::{Cell, Census, Load, Meets, Row};
use crate::wording::census::headline;
use crate::wording::screen::{CensusWords, astray, loads, not_counted, not_listed, plan_count};

/// So many weeks before this one are counted.
const BEFORE: i16 = 8;
/// So many weeks after it.
const AFTER: u16 = 43;
/// How wide the people of a meeting are listed.
const WHO: f32 = 290.0;

/// The first and the last day that are counted.
pub fn weeks_counted(today: Date) -> (Date, Date) {
    let first = today.checked_sub(jiff::Span::new().weeks(BEFORE)).unwrap_or(today);
    (week_of(first), days_after(week_of(today), AFTER * 7))
}

/// How the census is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pick {
    /// The first week that is shown, as a place in the list of weeks; the one that holds today if nobody chose.
    pub from: Option<usize>,
    /// The meeting that is picked: its row and its week.
    pub cell: Option<(usize, usize)>,
}

/// The week that holds today, as a place in the list of weeks.
fn this_week(ctx: &ViewCtx<'_>, census: &Census) -> usize {
    census.weeks.iter().position(|monday| days_between(*monday, ctx.today) < 7).unwrap_or(0)
}

/// The first week that is shown.
fn first_week(ctx: &ViewCtx<'_>, census: &Census) -> usize {
    ctx.shell.home.pick.from.unwrap_or_else(|| this_week(ctx, census)).min(census.weeks.len().saturating_sub(1))
}

/// The meeting that is picked.
fn picked<'a>(ctx: &ViewCtx<'_>, census: &'a Census) -> Option<(&'a Row, &'a Cell)> {
    let (row, week) = ctx.shell.home.pick.cell?;
    let row = census.rows.get(row)?;
    Some((row, row.cells.get(week)?))
}

/// The census.
pub(super) fn ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    back_ui(ctx, ui);
    let Some(census) = counted(ctx) else {
        head_ui(ctx, ui, None);
        ui.add_space(12.0);
        return waiting_ui(ctx, ui);
    };
    head_ui(ctx, ui, Some(census));
    ui.add_space(8.0);
    if census.people.is_empty() {
        return nobody_ui(ctx, ui);
    }
    let rest = ui.available_rect_before_wrap();
    let picked = picked(ctx, census);
    if ctx.room == Room::Tight {
        let height = if picked.is_some() { rest.height() * 0.55 } else { rest.height() };
        let (above, below) = rest.split_top_bottom_at_y(rest.top() + height);
        ui.scope_builder(UiBuilder::new().max_rect(above), |ui| grid::ui(ctx, census, ui));
        if let Some((row, cell)) = picked {
            let below = Rect::from_min_max(below.min + vec2(0.0, 8.0), below.max);
            ui.scope_builder(UiBuilder::new().max_rect(below), |ui| who::ui(ctx, census, (row, cell), ui));
        }
        return;
    }
    let width = if picked.is_some() { WHO } else { 0.0 };
    let (here, beside) = rest.split_left_right_at_x(rest.right() - width);
    ui.scope_builder(UiBuilder::new().max_rect(here), |ui| grid::ui(ctx, census, ui));
    if let Some((row, cell)) = picked {
        let beside = Rect::from_min_max(beside.min + vec2(20.0, 0.0), beside.max);
        ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| {
            ScrollArea::vertical()
                .id_salt("who")
                .auto_shrink(false)
                .show(ui, |ui| who::ui(ctx, census, (row, cell), ui));
        });
    }
}

/// The census, once it is counted.
fn counted<'a>(ctx: &ViewCtx<'a>) -> Option<&'a Census> {
    ctx.shell.home.census.as_deref()
}

/// What to do where there is nobody to count.
fn nobody_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.add_space(20.0);
    ui.label(theme::heading(ctx.say(CensusWords::NobodyYet)));
    ui.label(ctx.say(CensusWords::NobodyHow));
    ui.add_space(8.0);
    begin_ui(ctx, ui);
}

/// What is said until it is.
fn waiting_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let (read, of) = ctx.shell.home.plans.progress();
    ui.label(theme::soft(plan_count(read, of, ctx.language()), ctx.tokens));
}

fn head_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, census: Option<&Census>) {
    ui.horizontal_wrapped(|ui| {
        view_ui(ctx, ui);
        ui.add_space(12.0);
        ui.label(theme::title(ctx.say(CensusWords::Title)));
    });
    let Some(census) = census else { return };
    if census.people.is_empty() {
        return aside_ui(ctx, census, ui);
    }
    ui.horizontal_wrapped(|ui| {
        weeks_ui(ctx, census, ui);
        ui.add_space(8.0);
        ui.label(theme::soft(headline(census, ctx.language()), ctx.tokens))
            .on_hover_text(ctx.say(CensusWords::DraftsCount));
        if let Some(said) = loads_from_now(ctx, census) {
            ui.label(theme::soft(said, ctx.tokens).color(ctx.tokens.warning));
        }
    });
    aside_ui(ctx, census, ui);
}

/// Full meetings, and those with too many people, from this week on.
fn loads_from_now(ctx: &ViewCtx<'_>, census: &Census) -> Option<String> {
    let now = this_week(ctx, census);
    let ahead = census.rows.iter().flat_map(|row| row.cells.iter().skip(now).map(move |cell| (row, cell)));
    let ahead: Vec<Load> =
        ahead.filter(|(_, cell)| cell.meets == Meets::Yes).map(|(row, cell)| row.load(cell)).collect();
    let full = ahead.iter().filter(|load| **load == Load::Full).count();
    let over = ahead.iter().filter(|load| matches!(load, Load::Over(_))).count();
    loads(full, over, ctx.language())
}

/// Goes through the weeks.
fn weeks_ui(ctx: &ViewCtx<'_>, census: &Census, ui: &mut Ui) {
    let (first, shown, now) = (first_week(ctx, census), grid::columns(ctx, ui), this_week(ctx, census));
    let last = census.weeks.len().saturating_sub(shown);
    let turns = [
        (widgets::Toward::Left, CensusWords::Earlier, first.saturating_sub(shown), first > 0),
        (widgets::Toward::Right, CensusWords::Later, (first + shown).min(last), first < last),
    ];
    for (toward, words, to, can) in turns {
        ui.add_enabled_ui(can, |ui| {
            if widgets::arrow(ui, ctx.tokens, toward, ctx.say(words)).clicked() {
                ctx.send(Action::Home(Ask::Weeks(to)));
            }
        });
    }
    if first != now && widgets::quiet(ui, ctx.say(CensusWords::ThisWeek)).clicked() {
        ctx.send(Action::Home(Ask::Weeks(now)));
    }
}

/// What is not in the table: plans that could not be read, and places where there is no group.
fn aside_ui(ctx: &ViewCtx<'_>, census: &Census, ui: &mut Ui) {
    let language = ctx.language();
    let unread: Vec<String> = ctx
        .shell
        .home
        .plans
        .unreadable()
        .map(|(file, error)| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            format!("{name}: {}", not_listed(error, language))
        })
        .collect();
    if !unread.is_empty() {
        let said = theme::soft(not_counted(unread.len(), language), ctx.tokens).color(ctx.tokens.warning);
        ui.label(said).on_hover_text(unread.join("\n"));
    }
    if !census.astray.is_empty() {
        let lost = census.astray.iter().filter_map(|one| who::astray(ctx, census, one)).collect::<Vec<_>>();
        let said = theme::soft(astray(lost.len(), language), ctx.tokens).color(ctx.tokens.warning);
        ui.label(said).on_hover_text(lost.join("\n"));
    }
}
