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
mod head;
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
pub use sheet::focus;
pub use why_here::why_here_ui;
pub use worth::worth_ui;

use crate::desktop::action::Action;
use crate::desktop::arranging::Wish;
use crate::desktop::command::Command;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::{Lens, Place};
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets;
use crate::desktop::{arrival, theme};
use crate::plan::Item;
use crate::schedule::Spot;
use crate::wording::screen::{Label, ScheduleWords, drafted, moved_to, spot, without_place};
use change::{ask, spoken};
use head::Stand;
use looks::Told;

/// The schedule.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if let Some(comparing) = &open.comparing {
        return compare::ui(ctx, open, comparing, ui);
    }
    let stand = head::ui(ctx, open, ui);
    if open.model.weeks.is_empty() {
        return dates_first_ui(ctx, ui);
    }
    arranged::ui(ctx, open, ui);
    if !open.arranging.is_under_way() {
        full::ui(ctx, open, ui);
    }
    if arranged::is_shown(open) {
        // One thing at a time: what is said of the calendar comes first.
    } else if open.plan().sessions.is_empty() {
        empty_ui(ctx, open, ui);
    } else {
        said_ui(ctx, open, ui, stand);
    }
    if is_bare(open) {
        // Nothing to look at yet.
    } else if ui.available_height() < LOW {
        egui::ScrollArea::vertical().id_salt("schedule").auto_shrink(false).show(ui, |ui| {
            ui.set_max_height(LOW);
            lens(ctx, open, ui, stand);
        });
    } else {
        lens(ctx, open, ui, stand);
    }
    sheet::ui(ctx, open, ui);
}

/// With less room than this, everything below the title scrolls together.
const LOW: f32 = 190.0;

fn lens(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, stand: Stand) {
    match ctx.shell.lens {
        Lens::Week => {
            if stand.has_week_row() {
                head::week_ui(ctx, open, ui);
            }
            board::ui(ctx, open, ui);
            span_below_ui(ctx, open, ui);
        }
        Lens::Span => span::ui(ctx, open, ui),
        Lens::List => list::ui(ctx, open, ui),
    }
}

/// Whether the plan has neither modules nor sessions: an empty board would say nothing.
fn is_bare(open: &OpenPlan) -> bool {
    open.plan().modules.is_empty() && open.plan().sessions.is_empty()
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
        ui.horizontal_wrapped(|ui| {
            let button = widgets::primary(ui, ctx.say(go), ctx.tokens);
            arrival::first(&button);
            if button.clicked() {
                arranged::go(ctx, crate::desktop::arranging::Ask::Go(Wish::Draft));
            }
            if widgets::quiet(ui, ctx.say(Label::CompareCalendars)).clicked() {
                ctx.send(Action::Do(Command::Compare));
            }
        });
    }
    ui.add_space(12.0);
}

/// One line on what was done last, or on what has no place yet.
fn said_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, stand: Stand) {
    let told = told(ctx, open);
    // Where the board needs every row, the menu above it offers to place the rest.
    let owed = if told.is_none() && stand.is_low() { 0 } else { draft::owed(open) };
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
