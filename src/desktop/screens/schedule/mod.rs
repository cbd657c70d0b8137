//! When? The sessions on the calendar: one week as a board, all weeks by module, or every session as a row.

mod actions;
mod add;
mod arranged;
mod board;
mod change;
mod compare;
mod draft;
mod drag;
mod form;
mod full;
mod keys;
pub mod layout;
mod list;
mod looks;
mod many;
mod meetings;
mod paint;
mod place;
mod series_move;
mod sheet;
mod span;
mod why_here;
mod worth;

use egui::Ui;

pub use actions::ui as session_actions;
pub use looks::{Ask, Looks, Table};
pub use why_here::why_here_ui;
pub use worth::worth_ui;

use crate::desktop::action::Action;
use crate::desktop::arranging::Wish;
use crate::desktop::command::Command;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::{Lens, Place};
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::widgets::{self, Toward};
use crate::desktop::{arrival, theme};
use crate::plan::Item;
use crate::schedule::Spot;
use crate::wording::screen::{
    Label, ScheduleWords, drafted, headline, moved_to, spot, week_span, week_sum, without_place,
};
use crate::wording::time;
use change::{ask, spoken};
use looks::Told;

/// The schedule.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if let Some(comparing) = &open.comparing {
        return compare::ui(ctx, open, comparing, ui);
    }
    title_ui(ctx, open, ui);
    if open.model.weeks.is_empty() {
        return dates_first_ui(ctx, ui);
    }
    ui.add_space(8.0);
    arranged::ui(ctx, open, ui);
    if !open.arranging.is_under_way() {
        full::ui(ctx, open, ui);
    }
    if arranged::is_shown(open) {
        // One thing at a time: what is said of the calendar comes first.
    } else if open.plan().sessions.is_empty() {
        empty_ui(ctx, open, ui);
    } else {
        said_ui(ctx, open, ui);
    }
    if ui.available_height() < LOW {
        egui::ScrollArea::vertical().id_salt("schedule").auto_shrink(false).show(ui, |ui| {
            ui.set_max_height(LOW);
            lens(ctx, open, ui);
        });
    } else {
        lens(ctx, open, ui);
    }
    sheet::ui(ctx, open, ui);
}

/// With less room than this, everything below the title scrolls together.
const LOW: f32 = 330.0;

fn lens(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
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

fn dates_first_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.add_space(16.0);
    if widgets::primary(ui, ctx.say(ScheduleWords::SetDates), ctx.tokens).clicked() {
        ctx.send(Action::Go(Place::Intake));
    }
}

/// What to do first where nothing is on the calendar.
fn empty_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let (words, go) = if open.plan().modules.is_empty() {
        (ScheduleWords::NoModules, ScheduleWords::ChooseModules)
    } else {
        (ScheduleWords::NothingYet, ScheduleWords::DraftCalendar)
    };
    ui.label(theme::heading(ctx.say(words)));
    ui.add_space(2.0);
    if open.plan().modules.is_empty() {
        if widgets::primary(ui, ctx.say(go), ctx.tokens).clicked() {
            ctx.send(Action::Go(Place::Modules));
        }
    } else if ctx.clinic().is_none() {
        ui.label(theme::soft(ctx.say(ScheduleWords::NoClinic), ctx.tokens));
    } else {
        ui.label(theme::soft(ctx.say(ScheduleWords::DraftExplains), ctx.tokens));
        ui.add_space(4.0);
        let button = widgets::primary(ui, ctx.say(go), ctx.tokens);
        arrival::first(&button);
        if button.clicked() {
            arranged::go(ctx, crate::desktop::arranging::Ask::Go(Wish::Draft));
        }
        if widgets::quiet(ui, ctx.say(Label::CompareCalendars)).clicked() {
            ctx.send(Action::Do(Command::Compare));
        }
    }
    ui.add_space(12.0);
}

/// One line on what was done last, or on what has no place yet.
fn said_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let owed = draft::owed(open);
    let told = told(ctx, open);
    if told.is_none() && owed == 0 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if let Some((words, color)) = &told {
            let said = ui.label(egui::RichText::new(words).color(*color));
            let live = |node: &mut egui::accesskit::Node| node.set_live(egui::accesskit::Live::Polite);
            ui.ctx().accesskit_node_builder(said.id, live);
        } else {
            ui.label(theme::soft(without_place(owed, ctx.language()), ctx.tokens));
        }
        if owed > 0
            && ctx.clinic().is_some()
            && !matches!(ctx.shell.schedule.told, Some(Told::Drafted(..)))
            && ui.button(ctx.say(ScheduleWords::DraftRest)).clicked()
        {
            draft::fill_in(ctx, open);
        }
        if let Some(Told::Drafted(..)) = ctx.shell.schedule.told
            && widgets::quiet(ui, ctx.say(Label::Close)).clicked()
        {
            ask(ctx, Ask::Told(None));
        }
    });
    ui.add_space(4.0);
}

fn told(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Option<(String, egui::Color32)> {
    let language = ctx.language();
    let placed = |at: &Spot, itself| {
        let against = spoken(ctx, open, at, itself);
        let color = if against.is_empty() { ctx.tokens.ink } else { ctx.tokens.error };
        let words = moved_to(&spot(at.date, at.start, at.end(), language), at.minutes, language);
        (core::iter::once(words).chain(against).collect::<Vec<_>>().join(", "), color)
    };
    match ctx.shell.schedule.told.as_ref()? {
        Told::Session(id) => {
            let session = open.plan().session(*id).filter(|_| ctx.is_selected(Item::Session(*id)))?;
            Some(placed(&Spot::of(session), Some(*id)))
        }
        Told::Drafted(number, owed) => {
            let name = |id| open.plan().module(id).map_or("", |module| module.plain_name.get(language));
            let owed: Vec<(&str, u16)> = owed.iter().map(|(id, owed)| (name(*id), *owed)).collect();
            Some((drafted(*number, &owed, language), ctx.tokens.ink))
        }
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

/// How wide words are, with what a control has around them.
fn width(ui: &Ui, words: &str, font: egui::FontId, around: f32) -> f32 {
    ui.painter().layout_no_wrap(words.to_owned(), font, egui::Color32::PLACEHOLDER).size().x + around
}

/// Whether the title and what stands beside it fit into one line.
fn is_one_line(ctx: &ViewCtx<'_>, ui: &Ui, title: &str) -> bool {
    let name = egui::FontId::proportional(theme::NAME);
    let lenses =
        [Label::OneWeek, Label::AllWeeks, Label::AllSessions].map(|one| width(ui, ctx.say(one), name.clone(), 22.0));
    let arrange = width(ui, ctx.say(ScheduleWords::Arrange), egui::FontId::proportional(theme::BODY), 48.0);
    let title = width(ui, title, egui::FontId::new(theme::TITLE, theme::semibold()), 24.0);
    title + lenses.iter().sum::<f32>() + arrange <= ui.available_width()
}

fn title_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let answer = open.model.headline(open.plan());
    let answer = answer.map_or_else(|| no_answer(ctx, open).to_owned(), |told| headline(told, ctx.language()));
    if !is_one_line(ctx, ui, &answer) {
        ui.label(theme::title(answer));
        ui.horizontal_wrapped(|ui| {
            lens_ui(ctx, open, ui);
            arrange_ui(ctx, open, ui);
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.label(theme::title(answer));
        widgets::at_right(ui, "lenses", |ui| {
            lens_ui(ctx, open, ui);
            ui.add_space(4.0);
            arrange_ui(ctx, open, ui);
        });
    });
}

fn no_answer(ctx: &ViewCtx<'_>, open: &OpenPlan) -> &'static str {
    if open.model.weeks.is_empty() { ctx.say(Label::NoWeeks) } else { ctx.say(Label::ScheduleAsks) }
}

fn lens_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if open.model.weeks.is_empty() {
        return;
    }
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

/// What is done with many sessions at once.
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

fn week_head_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(week) = open.model.week(ctx.shell.week) else { return };
    let previewed = ctx.shell.schedule.preview().and_then(|weeks| weeks.iter().find(|one| one.number == week.number));
    let sum = week_sum(previewed.unwrap_or(week).sum, ctx.language());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        arrow_ui(ctx, ui, Toward::Left, Command::PreviousWeek);
        arrow_ui(ctx, ui, Toward::Right, Command::NextWeek);
        ui.add_space(6.0);
        ui.label(theme::heading(time::week(week.number, ctx.language())));
        ui.add_space(3.0);
        ui.label(theme::heading(week_span(week.starts, ctx.language())).color(ctx.tokens.soft));
        ui.add_space(8.0);
        if ctx.room != Room::Tight {
            ui.label(theme::soft(&sum, ctx.tokens));
        }
        if ctx.can(Command::CurrentWeek) && widgets::quiet(ui, ctx.say(Label::CurrentWeek)).clicked() {
            ctx.send(Action::Do(Command::CurrentWeek));
        }
    });
    if ctx.room == Room::Tight {
        ui.label(theme::soft(sum, ctx.tokens));
    }
}

fn arrow_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, toward: Toward, command: Command) {
    ui.add_enabled_ui(ctx.can(command), |ui| {
        if widgets::arrow(ui, ctx.tokens, toward, ctx.say(command.label(ctx.shell))).clicked() {
            ctx.send(Action::Do(command));
        }
    });
}
