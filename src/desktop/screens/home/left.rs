//! Work that a crash left behind, to be restored or set aside.

use std::path::PathBuf;

use egui::{Align, Layout, Ui};

use super::{Looks, called};
use crate::base::{ClockTime, Date};
use crate::desktop::action::Action;
use crate::desktop::files::Ask;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::storage::{About, OpenError};
use crate::wording::screen::{HomeWords, kept_at, not_listed, unsaved_changes};

/// Work that a crash left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftRow {
    /// Where it is kept.
    pub file: PathBuf,
    /// When it was kept last.
    pub written: Option<(Date, ClockTime)>,
    /// Today, when it was found.
    pub today: Date,
    /// About it, and what the person is called; or why it cannot be read.
    pub what: Result<(About, String), OpenError>,
}

/// The section of home with such work; nothing where there is none.
pub(super) fn section_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    // Before the dialog that offers the same work, it would stand there twice.
    let is_asked = ui.memory(|memory| memory.top_modal_layer().is_some());
    if is_asked || ctx.shell.home.left.is_empty() {
        return;
    }
    ui.label(theme::strong(ctx.say(HomeWords::UnsavedWork)).color(ctx.tokens.warning));
    left_rows_ui(ctx, ui);
    ui.label(theme::soft(ctx.say(HomeWords::LeftAbout), ctx.tokens));
    ui.add_space(18.0);
}

/// A row for each piece of such work.
pub fn left_rows_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    for row in &ctx.shell.home.left {
        ui.push_id(&row.file, |ui| row_ui(ctx, row, ui));
        ui.add_space(4.0);
    }
}

fn row_ui(ctx: &ViewCtx<'_>, row: &LeftRow, ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if widgets::quiet(ui, ctx.say(HomeWords::SetAside)).clicked() {
                ctx.send(Action::File(Ask::SetAside(row.file.clone())));
            }
            if row.what.is_ok() && ui.button(ctx.say(HomeWords::Restore)).clicked() {
                ctx.send(Action::File(Ask::Restore(row.file.clone())));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let (name, what) = words(ctx, row);
                ui.add(egui::Label::new(theme::strong(name)).truncate());
                ui.add(egui::Label::new(theme::soft(what, ctx.tokens)).truncate());
            });
        });
    });
}

/// The section with what was set aside; nothing where there is none.
pub(super) fn aside_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let Looks { aside, removing, .. } = &ctx.shell.home;
    if aside.is_empty() {
        return;
    }
    ui.label(theme::strong(ctx.say(HomeWords::AsideWork)));
    ui.add(egui::Label::new(theme::soft(ctx.say(HomeWords::AsideAbout), ctx.tokens)).wrap());
    for row in aside {
        ui.add_space(10.0);
        ui.push_id(&row.file, |ui| {
            let (name, what) = words(ctx, row);
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.add(egui::Label::new(theme::strong(name)).truncate());
            ui.add(egui::Label::new(theme::soft(what, ctx.tokens)).wrap());
            ui.horizontal_wrapped(|ui| {
                if removing.as_ref() == Some(&row.file) {
                    sure_ui(ctx, row, ui);
                } else {
                    ways_ui(ctx, row, ui);
                }
            });
        });
    }
}

fn ways_ui(ctx: &ViewCtx<'_>, row: &LeftRow, ui: &mut Ui) {
    if row.what.is_ok() && ui.button(ctx.say(HomeWords::OpenAside)).clicked() {
        ctx.send(Action::File(Ask::Restore(row.file.clone())));
    }
    if widgets::quiet(ui, ctx.say(HomeWords::RemoveAside)).clicked() {
        ctx.send(Action::Home(super::Ask::Removing(Some(row.file.clone()))));
    }
}

/// There is no undo for this.
fn sure_ui(ctx: &ViewCtx<'_>, row: &LeftRow, ui: &mut Ui) {
    let keep = ui.button(ctx.say(HomeWords::KeepAside));
    if ui.memory(|memory| memory.focused().is_none()) {
        keep.request_focus();
    }
    if keep.clicked() {
        ctx.send(Action::Home(super::Ask::Removing(None)));
    }
    let words = egui::RichText::new(ctx.say(HomeWords::RemoveForGood)).color(ctx.tokens.error);
    if ui.button(words).clicked() {
        ctx.send(Action::File(Ask::Remove(row.file.clone())));
    }
}

fn words(ctx: &ViewCtx<'_>, row: &LeftRow) -> (String, String) {
    let language = ctx.language();
    match &row.what {
        Ok((about, name)) => {
            let changes = unsaved_changes(about.changes, about.since, row.today, language);
            let kept = row.written.map(|written| kept_at(written, row.today, language));
            (called(ctx, name).to_owned(), [Some(changes), kept].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
        Err(error) => {
            let name = row.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, not_listed(error, language))
        }
    }
}
