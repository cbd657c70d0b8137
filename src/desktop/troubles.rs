//! What of the clinic's own catalog is left out, file by file, with what to do about it.

use egui::{Frame, Id, Label as Text, Modal, ScrollArea, Ui};

use super::action::Action;
use super::library::Told;
use super::view::ViewCtx;
use super::{theme, widgets};
use crate::wording::screen::Label;

/// Draws the list.
pub(super) fn ui(ctx: &ViewCtx<'_>, ui: &Ui) {
    let id = Id::unique("troubles");
    let name = ctx.say(Label::LibraryLeftOut);
    let frame = Frame::popup(ui.style()).inner_margin(24);
    let room = ui.ctx().content_rect();
    let list = ctx.left_out.map(|left_out| left_out.list(ctx.language())).unwrap_or_default();
    let shown = Modal::new(id).area(Modal::default_area(id).accessible_name(name)).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((room.width() - 80.0).min(620.0));
        ui.label(theme::heading(name));
        ui.add_space(4.0);
        ui.add(Text::new(theme::soft(ctx.say(Label::LeftOutAbout), ctx.tokens)).wrap());
        let height = (room.height() - 250.0).max(80.0);
        ScrollArea::vertical().id_salt("left out").max_height(height).show(ui, |ui| {
            for told in &list {
                told_ui(ctx, told, ui);
            }
        });
        ui.add_space(14.0);
        answers_ui(ctx, ui)
    });
    if shown.should_close() || shown.inner {
        ctx.send(Action::Dismiss);
    }
}

fn told_ui(ctx: &ViewCtx<'_>, told: &Told, ui: &mut Ui) {
    let Told { file, what, advice } = told;
    ui.add_space(12.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add(Text::new(theme::strong(file)).wrap());
    ui.add(Text::new(what).wrap());
    ui.add(Text::new(theme::soft(advice, ctx.tokens)).wrap());
}

/// Whether the list is to be closed.
fn answers_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) -> bool {
    let answers = |ui: &mut Ui| {
        if let Some(folder) = &ctx.settings.catalog_folder
            && widgets::quiet(ui, ctx.say(Label::ShowFolder)).clicked()
        {
            ctx.send(Action::ShowFile(folder.clone()));
        }
        widgets::primary(ui, ctx.say(Label::Close), ctx.tokens)
    };
    let close = ui.horizontal(|ui| widgets::at_right(ui, "answers", answers)).inner;
    if ui.memory(|memory| memory.focused().is_none()) {
        close.request_focus();
    }
    close.clicked()
}
