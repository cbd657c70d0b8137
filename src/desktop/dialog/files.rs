//! The dialogs that keep work from being lost; the safe answer has the keyboard when one opens.

use egui::{Response, ScrollArea, Ui};

use crate::desktop::action::Action;
use crate::desktop::command::Command;
use crate::desktop::files::Ask;
use crate::desktop::screens::home;
use crate::desktop::view::ViewCtx;
use crate::desktop::worker::Source;
use crate::desktop::{theme, widgets};
use crate::storage::Trust;
use crate::wording::files::Notice;
use crate::wording::screen::{HomeWords, Label};

/// Gives the keyboard to the safe answer, unless it is in the dialog already.
fn safe(ui: &Ui, response: &Response) {
    let id = egui::Id::unique("safe answer");
    let pass = ui.cumulative_pass_nr();
    let last = ui.data_mut(|data| {
        let last = data.get_temp::<u64>(id);
        data.insert_temp(id, pass);
        last
    });
    if last.is_none_or(|last| last + 1 < pass) {
        response.request_focus();
    }
}

fn told_ui(ctx: &ViewCtx<'_>, told: &Notice, ui: &mut Ui) {
    for detail in &told.details {
        ui.label(detail);
    }
    ui.label(theme::soft(&told.next, ctx.tokens));
    ui.add_space(12.0);
}

fn row(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| widgets::at_right(ui, "answers", contents));
}

fn cancel(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    if widgets::quiet(ui, ctx.say(Label::Cancel)).clicked() {
        ctx.send(Action::Dismiss);
    }
}

fn save_as(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let answer = widgets::primary(ui, ctx.say(Label::SavePlanAs), ctx.tokens);
    safe(ui, &answer);
    if answer.clicked() {
        ctx.send(Action::Dismiss);
        ctx.send(Action::Do(Command::SaveAs));
    }
}

pub(super) fn not_saved_ui(ctx: &ViewCtx<'_>, told: &Notice, ui: &mut Ui) {
    told_ui(ctx, told, ui);
    if ctx.open.is_some_and(|open| open.timeline().is_dirty()) {
        ui.label(theme::strong(ctx.say(HomeWords::WorkIsHere)));
        ui.add_space(12.0);
        row(ui, |ui| {
            cancel(ctx, ui);
            save_as(ctx, ui);
        });
    } else {
        let close = widgets::primary(ui, ctx.say(Label::Close), ctx.tokens);
        safe(ui, &close);
        if close.clicked() {
            ctx.send(Action::Dismiss);
        }
    }
}

pub(super) fn conflict_ui(ctx: &ViewCtx<'_>, told: &Notice, ui: &mut Ui) {
    told_ui(ctx, told, ui);
    ui.label(theme::strong(ctx.say(HomeWords::WorkIsHere)));
    ui.add_space(12.0);
    row(ui, |ui| {
        cancel(ctx, ui);
        if ui.button(ctx.say(HomeWords::Reload)).clicked() {
            ctx.send(Action::File(Ask::Reload));
        }
        save_as(ctx, ui);
    });
}

pub(super) fn held_ui(ctx: &ViewCtx<'_>, told: &Notice, (source, trust): (&Source, Trust), ui: &mut Ui) {
    told_ui(ctx, told, ui);
    row(ui, |ui| {
        cancel(ctx, ui);
        let open = widgets::primary(ui, ctx.say(HomeWords::OpenReadOnly), ctx.tokens);
        safe(ui, &open);
        if open.clicked() {
            ctx.send(Action::File(Ask::ReadOnly(source.clone(), trust)));
        }
    });
}

pub(super) fn unsaved_ui(ctx: &ViewCtx<'_>, then: &Action, ui: &mut Ui) {
    if let Some(open) = ctx.open {
        ui.label(theme::strong(home::called(ctx, open.plan().person.called())));
    }
    ui.label(ctx.say(HomeWords::UnsavedAbout));
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if ui.button(ctx.say(HomeWords::DontSave)).clicked() {
            ctx.send(Action::File(Ask::LoseAnd(Box::new(then.clone()))));
        }
        widgets::at_right(ui, "answers", |ui| {
            cancel(ctx, ui);
            let save = widgets::primary(ui, ctx.say(Label::SavePlan), ctx.tokens);
            safe(ui, &save);
            if save.clicked() {
                ctx.send(Action::File(Ask::SaveAnd(Box::new(then.clone()))));
            }
        });
    });
}

pub(super) fn left_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.label(theme::soft(ctx.say(HomeWords::LeftAbout), ctx.tokens));
    ui.add_space(10.0);
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| home::left_rows_ui(ctx, ui));
    ui.add_space(12.0);
    row(ui, |ui| {
        let later = ui.button(ctx.say(HomeWords::Later));
        safe(ui, &later);
        if later.clicked() {
            ctx.send(Action::Dismiss);
        }
    });
}
