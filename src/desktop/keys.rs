//! All keys, in one list from the command table.

use egui::{Frame, Id, Modal, Ui};

use super::action::Action;
use super::command::{Command, Group};
use super::view::ViewCtx;
use super::{theme, widgets};
use crate::wording::screen::Label;

/// Draws the list of keys.
pub(super) fn ui(ctx: &ViewCtx<'_>, ui: &Ui) {
    let id = Id::unique("keys");
    let name = ctx.say(Label::Keys);
    let frame = Frame::popup(ui.style()).inner_margin(24);
    let room = ui.ctx().content_rect();
    // All of it at once: otherwise the list would grow with every pass, and buttons flee the pointer.
    let height = (room.height() - 190.0).max(80.0);
    let shown = Modal::new(id).area(Modal::default_area(id).accessible_name(name)).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((room.width() - 80.0).min(460.0));
        ui.label(theme::heading(name));
        let list = egui::ScrollArea::vertical().id_salt("keys").max_height(height).min_scrolled_height(height);
        list.show(ui, |ui| {
            for group in Group::ALL {
                group_ui(ctx, ui, group);
            }
        });
        ui.add_space(12.0);
        let close = widgets::primary(ui, ctx.say(Label::Close), ctx.tokens);
        if ui.memory(|memory| memory.focused().is_none()) {
            close.request_focus();
        }
        close.clicked()
    });
    if shown.should_close() || shown.inner {
        ctx.send(Action::Dismiss);
    }
}

fn group_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, group: Group) {
    let rows: Vec<(Command, egui::KeyboardShortcut)> = Command::ALL
        .into_iter()
        .filter(|command| command.group() == group)
        .filter_map(|command| Some((command, command.shortcut()?)))
        .collect();
    if rows.is_empty() {
        return;
    }
    ui.add_space(10.0);
    ui.label(theme::soft(ctx.say(group.label()), ctx.tokens));
    for (command, keys) in rows {
        ui.horizontal(|ui| {
            ui.label(ctx.say(command.label(ctx.shell)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(12.0);
                let mut words = ui.format_shortcut(&keys);
                if let Some(also) = command.also() {
                    words = format!("{words}  ·  {}", ui.format_shortcut(&also));
                }
                ui.label(theme::strong(words));
            });
        });
    }
}
