//! The head of the schedule: its answer in one line, how it is looked at, what is done with many sessions at once, and
//! the week that is shown.

use egui::{FontId, RichText, Ui};

use super::change::ask;
use super::{Ask, arranged, draft, many, series_move};
use crate::desktop::action::Action;
use crate::desktop::command::Command;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Lens;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets::{self, Toward};
use crate::wording::screen::{Label, ScheduleWords, WeekSum, headline, week_span, week_sum, week_sum_short};
use crate::wording::time;

/// How the head stands in the room that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// The answer alone: there is nothing to look at yet.
    Alone,
    /// The answer and what can be chosen in one row, the week in the next.
    Beside,
    /// The answer, and what can be chosen below it.
    Below,
    /// The same in little height.
    BelowLow,
    /// The answer, below it the week and what can be chosen in one row.
    InWeek,
    /// The week and what can be chosen in one row: where days have little height, they need it more than the answer.
    WeekOnly,
}

/// With less height than this, the board needs every row.
const LOW: f32 = 340.0;

impl Stand {
    /// Whether the week has a row of its own.
    pub(super) const fn has_week_row(self) -> bool {
        matches!(self, Self::Beside | Self::Below | Self::BelowLow)
    }

    /// Whether every row counts.
    pub(super) const fn is_low(self) -> bool {
        matches!(self, Self::WeekOnly | Self::BelowLow)
    }
}

/// The head; the row of the week follows only where it stands by itself.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) -> Stand {
    let answer = open.model.headline(open.plan());
    let answer = answer.map_or_else(|| no_answer(ctx, open).to_owned(), |told| headline(told, ctx.language()));
    let stand = stand(ctx, open, ui, &answer);
    match stand {
        Stand::Alone => drop(ui.label(theme::title(answer))),
        Stand::Beside => drop(ui.horizontal(|ui| {
            ui.label(theme::title(answer));
            widgets::at_right(ui, "lenses", |ui| choices_ui(ctx, open, ui));
        })),
        Stand::Below | Stand::BelowLow => below_ui(ctx, open, ui, &answer),
        Stand::InWeek => {
            ui.label(theme::title(&answer));
            in_week_ui(ctx, open, ui, &answer);
        }
        Stand::WeekOnly => in_week_ui(ctx, open, ui, &answer),
    }
    ui.add_space(if stand == Stand::WeekOnly { 2.0 } else { 8.0 });
    stand
}

fn no_answer(ctx: &ViewCtx<'_>, open: &OpenPlan) -> &'static str {
    if open.model.weeks.is_empty() { ctx.say(Label::NoWeeks) } else { ctx.say(Label::ScheduleAsks) }
}

/// How wide words are, with what a control has around them.
fn width(ui: &Ui, words: &str, font: FontId, around: f32) -> f32 {
    ui.painter().layout_no_wrap(words.to_owned(), font, egui::Color32::PLACEHOLDER).size().x + around
}

/// How wide everything that can be chosen is.
fn choices_width(ctx: &ViewCtx<'_>, ui: &Ui) -> f32 {
    let segment = |(_, words): &(Lens, &str)| width(ui, words, FontId::proportional(theme::NAME), 22.0);
    let lenses: f32 = lenses(ctx).iter().map(segment).sum();
    lenses + width(ui, ctx.say(ScheduleWords::Arrange), FontId::proportional(theme::BODY), 48.0)
}

fn stand(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, answer: &str) -> Stand {
    if open.model.weeks.is_empty() || super::is_bare(open) {
        return Stand::Alone;
    }
    let title = width(ui, answer, FontId::new(theme::TITLE, theme::semibold()), 24.0);
    if title + choices_width(ctx, ui) <= ui.available_width() {
        Stand::Beside
    } else if ctx.shell.lens != Lens::Week || open.model.week(ctx.shell.week).is_none() {
        if is_low(ui) { Stand::BelowLow } else { Stand::Below }
    } else if is_low(ui) {
        Stand::WeekOnly
    } else {
        Stand::InWeek
    }
}

fn is_low(ui: &Ui) -> bool {
    ui.available_height() < LOW
}

fn below_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, answer: &str) {
    ui.label(if is_low(ui) { theme::heading(answer) } else { theme::title(answer) });
    ui.horizontal_wrapped(|ui| choices_ui(ctx, open, ui));
}

/// The week and what can be chosen in one row, or in two where even that is too wide.
fn in_week_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, answer: &str) {
    const ARROWS: f32 = 72.0;
    let heading = FontId::new(theme::HEADING, theme::semibold());
    let week = time::week(ctx.shell.week, ctx.language());
    let named = width(ui, &week, heading.clone(), ARROWS);
    let spare = ui.available_width() - choices_width(ctx, ui) - named;
    if spare < 0.0 {
        ui.horizontal_wrapped(|ui| turn_ui(ctx, ui, answer));
        ui.horizontal_wrapped(|ui| choices_ui(ctx, open, ui));
        return;
    }
    ui.horizontal(|ui| {
        turn_ui(ctx, ui, answer);
        let mut spare = spare;
        if let Some(week) = open.model.week(ctx.shell.week) {
            let span = week_span(week.starts, ctx.language());
            let needed = width(ui, &span, heading.clone(), 14.0);
            // Above the days stand their dates: what the week comes to is told first.
            if needed + 120.0 <= spare {
                ui.label(theme::heading(span).color(ctx.tokens.soft));
                spare -= needed;
            }
        }
        if let Some(sum) = sum_of(ctx, open) {
            sum_ui(ctx, ui, sum, spare);
        }
        widgets::at_right(ui, "lenses", |ui| choices_ui(ctx, open, ui));
    });
}

/// The arrows and the number of the week; the answer for whoever rests on it.
fn turn_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, answer: &str) {
    arrows_ui(ctx, ui);
    ui.label(theme::heading(time::week(ctx.shell.week, ctx.language()))).on_hover_text(answer);
}

/// What the week comes to, as far as there is room to tell it.
fn sum_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, sum: WeekSum, spare: f32) {
    let (full, short) = (week_sum(sum, ctx.language()), week_sum_short(sum, ctx.language()));
    let told = [full.clone(), short, time::length(sum.planned)];
    let fits = |words: &String| width(ui, words, FontId::proportional(theme::SMALL), 14.0) <= spare;
    let Some(words) = told.into_iter().find(fits) else { return };
    ui.label(theme::soft(words, ctx.tokens)).on_hover_text(full);
}

/// What the week that is shown comes to; while something is dragged, what it would come to.
fn sum_of(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Option<WeekSum> {
    let week = open.model.week(ctx.shell.week)?;
    let previewed = ctx.shell.schedule.preview().and_then(|weeks| weeks.iter().find(|one| one.number == week.number));
    Some(previewed.unwrap_or(week).sum)
}

/// The row of the week, where it stands by itself.
pub(super) fn week_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some((week, sum)) = open.model.week(ctx.shell.week).zip(sum_of(ctx, open)) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        arrows_ui(ctx, ui);
        ui.add_space(6.0);
        ui.label(theme::heading(time::week(week.number, ctx.language())));
        ui.add_space(3.0);
        let span: RichText = theme::heading(week_span(week.starts, ctx.language())).color(ctx.tokens.soft);
        ui.label(span);
        ui.add_space(8.0);
        let spare = ui.available_size_before_wrap().x;
        sum_ui(ctx, ui, sum, spare);
        if ctx.can(Command::CurrentWeek) && widgets::quiet(ui, ctx.say(Label::CurrentWeek)).clicked() {
            ctx.send(Action::Do(Command::CurrentWeek));
        }
    });
}

fn arrows_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        arrow_ui(ctx, ui, Toward::Left, Command::PreviousWeek);
        arrow_ui(ctx, ui, Toward::Right, Command::NextWeek);
    });
}

fn arrow_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, toward: Toward, command: Command) {
    ui.add_enabled_ui(ctx.can(command), |ui| {
        if widgets::arrow(ui, ctx.tokens, toward, ctx.say(command.label(ctx.shell))).clicked() {
            ctx.send(Action::Do(command));
        }
    });
}

fn lenses(ctx: &ViewCtx<'_>) -> [(Lens, &'static str); 3] {
    [
        (Lens::Week, ctx.say(Label::OneWeek)),
        (Lens::Span, ctx.say(Label::AllWeeksShort)),
        (Lens::List, ctx.say(Label::AllSessions)),
    ]
}

/// How the schedule is looked at, and what is done with many sessions at once.
fn choices_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let name = ctx.say(Label::ScheduleShown);
    if let Some(lens) = widgets::segmented(ui, ctx.tokens, name, ctx.shell.lens, &lenses(ctx)) {
        ctx.send(Action::Look(lens));
    }
    ui.add_space(4.0);
    arrange_ui(ctx, open, ui);
}

fn arrange_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if open.plan().modules.is_empty() {
        return;
    }
    ui.menu_button(ctx.say(ScheduleWords::Arrange), |ui| {
        ui.set_min_width(190.0);
        let choices = [
            (ScheduleWords::AddSeries, many::new_series(ctx, open)),
            (ScheduleWords::EditSeries, series_move::new_shift(ctx, open)),
            (ScheduleWords::CopyWeek, many::new_copy(ctx, open)),
        ];
        for (words, sheet) in choices {
            let Some(sheet) = sheet else { continue };
            if ui.button(ctx.say(words)).clicked() {
                ask(ctx, Ask::Sheet(Some(sheet)));
                ui.close();
            }
        }
        let drafts = draft::owed(open) > 0 && ctx.clinic().is_some();
        if drafts && ui.button(ctx.say(ScheduleWords::DraftRest)).clicked() {
            draft::fill_in(ctx, open);
            ui.close();
        }
        arranged::menu_ui(ctx, open, ui);
    });
}
