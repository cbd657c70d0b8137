//! When? The sessions on the calendar: one week as a board, all weeks by module, or every session as a row.

mod board;
pub mod layout;
mod list;
mod paint;
mod span;

use egui::Ui;

use crate::desktop::action::Action;
use crate::desktop::command::Command;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Lens;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets::{self, Toward};
use crate::wording::screen::{Label, headline, week_span, week_sum};
use crate::wording::time;

/// How this place is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {}

/// What this place asks about its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {}
    }
}

/// The schedule.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    title_ui(ctx, open, ui);
    if open.model.weeks.is_empty() {
        return;
    }
    ui.add_space(8.0);
    match ctx.shell.lens {
        Lens::Week => {
            week_head_ui(ctx, open, ui);
            board::ui(ctx, open, ui);
            span_below_ui(ctx, open, ui);
        }
        Lens::Span => span::ui(ctx, open, ui),
        Lens::List => list::ui(ctx, open, ui),
    }
}

/// Where the board leaves room enough, all weeks stand below it, scrolled if need be.
fn span_below_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    const AIR: f32 = 24.0;
    const HEADING: f32 = 30.0;
    const ENOUGH: f32 = 190.0;
    if ui.available_height() < span::height(open).min(ENOUGH) + AIR + HEADING {
        return;
    }
    ui.add_space(AIR);
    ui.label(theme::heading(ctx.say(Label::AllWeeks)));
    span::ui(ctx, open, ui);
}

/// Title and switch stand side by side from this width on.
const BESIDE: f32 = 620.0;

fn title_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let answer = open.model.headline(open.plan());
    let answer = answer.map_or_else(|| ctx.say(Label::NoWeeks).to_owned(), |told| headline(told, ctx.language()));
    if ui.available_width() < BESIDE {
        ui.label(theme::title(answer));
        lens_ui(ctx, ui);
        return;
    }
    ui.horizontal(|ui| {
        ui.label(theme::title(answer));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| lens_ui(ctx, ui));
    });
}

fn lens_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let lenses = [
        (Lens::Week, ctx.say(Label::OneWeek)),
        (Lens::Span, ctx.say(Label::AllWeeks)),
        (Lens::List, ctx.say(Label::AllSessions)),
    ];
    let name = ctx.say(Label::ScheduleShown);
    if let Some(lens) = widgets::segmented(ui, ctx.tokens, name, ctx.shell.lens, &lenses) {
        ctx.send(Action::Look(lens));
    }
}

fn week_head_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(week) = open.model.week(ctx.shell.week) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        arrow_ui(ctx, ui, Toward::Left, Command::PreviousWeek);
        arrow_ui(ctx, ui, Toward::Right, Command::NextWeek);
        ui.add_space(6.0);
        ui.label(theme::heading(time::week(week.number, ctx.language())));
        ui.add_space(3.0);
        ui.label(theme::heading(week_span(week.starts, ctx.language())).color(ctx.tokens.soft));
        ui.add_space(8.0);
        ui.label(theme::soft(week_sum(week.sum, ctx.language()), ctx.tokens));
        if ctx.can(Command::CurrentWeek) && widgets::quiet(ui, ctx.say(Label::CurrentWeek)).clicked() {
            ctx.send(Action::Do(Command::CurrentWeek));
        }
    });
}

fn arrow_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, toward: Toward, command: Command) {
    ui.add_enabled_ui(ctx.can(command), |ui| {
        if widgets::arrow(ui, ctx.tokens, toward, ctx.say(command.label(ctx.shell))).clicked() {
            ctx.send(Action::Do(command));
        }
    });
}
