//! All keys, in one list: those of the command table, and those of a session.

use egui::{Frame, Id, Key, KeyboardShortcut, Modal, ModifierNames, Modifiers, Ui};

use super::action::Action;
use super::command::{Command, Group};
use super::screens::intake;
use super::view::ViewCtx;
use super::{theme, widgets};
use crate::base::Language;
use crate::wording::screen::{Label, label};

/// Keys as they are called on a keyboard of this language: `Ctrl+Shift+S`.
pub(super) fn said(ctx: &ViewCtx<'_>, ui: &Ui, keys: KeyboardShortcut) -> String {
    if ui.ctx().os().is_mac() { ui.format_shortcut(&keys) } else { told(keys, ctx.language()) }
}

fn told(keys: KeyboardShortcut, language: Language) -> String {
    let names = ModifierNames { shift: label(Label::KeyShift, language), ..ModifierNames::NAMES };
    let held = names.format(&keys.modifiers, false);
    let key = key(keys.logical_key, language);
    if held.is_empty() { key.to_owned() } else { format!("{held}+{key}") }
}

fn key(key: Key, language: Language) -> &'static str {
    let words = match key {
        Key::ArrowLeft => Label::KeyLeft,
        Key::ArrowRight => Label::KeyRight,
        Key::PageUp => Label::KeyPageUp,
        Key::PageDown => Label::KeyPageDown,
        Key::Comma => Label::KeyComma,
        Key::Equals => Label::KeyEquals,
        Key::Plus => Label::KeyPlus,
        Key::Minus => Label::KeyMinus,
        other => return other.name(),
    };
    label(words, language)
}

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
            session_ui(ctx, ui);
        });
        ui.add_space(12.0);
        let close = widgets::closing(ui, ctx.say(Label::Close), ctx.tokens);
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
        .map(|command| (command, command.shortcut()))
        .collect();
    if rows.is_empty() {
        return;
    }
    ui.add_space(10.0);
    ui.label(theme::soft(ctx.say(group.label()), ctx.tokens));
    for (command, keys) in rows {
        let mut words = said(ctx, ui, keys);
        if let Some(also) = command.also() {
            words = format!("{words}  ·  {}", said(ctx, ui, also));
        }
        row_ui(ui, ctx.say(command.label(ctx.shell)), words);
    }
    if group == Group::Places {
        for (label, keys) in [(Label::NextPage, intake::ONWARD), (Label::PreviousPage, intake::BACKWARD)] {
            let words = said(ctx, ui, keys);
            row_ui(ui, ctx.say(label), words);
        }
    }
}

/// What keys do with a session, which no command of the table says.
fn session_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.add_space(10.0);
    ui.label(theme::soft(ctx.say(Label::OnSession), ctx.tokens));
    let double = said(ctx, ui, KeyboardShortcut::new(Modifiers::COMMAND, Key::D));
    for (label, words) in [
        (Label::EditSession, ctx.say(Label::KeyEnter)),
        (Label::MoveSession, ctx.say(Label::KeysMove)),
        (Label::StretchSession, ctx.say(Label::KeysStretch)),
        (Label::DoubleSession, &double),
        (Label::RemoveSession, ctx.say(Label::KeyDelete)),
    ] {
        row_ui(ui, ctx.say(label), words);
    }
}

fn row_ui(ui: &mut Ui, what: &str, keys: impl Into<String>) {
    ui.horizontal(|ui| {
        ui.label(what);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(12.0);
            ui.label(theme::strong(keys));
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_called_as_on_the_keyboard() {
        let check = |keys: KeyboardShortcut, english: &str, spanish: &str| {
            assert_eq!(told(keys, Language::English), english);
            assert_eq!(told(keys, Language::Spanish), spanish);
        };
        check(Command::SaveAs.shortcut(), "Ctrl+Shift+S", "Ctrl+Mayús+S");
        check(Command::Settings.shortcut(), "Ctrl+Comma", "Ctrl+Coma");
        check(Command::PreviousWeek.shortcut(), "Left arrow", "Flecha izquierda");
        check(Command::PageDown.shortcut(), "Page Down", "Av Pág");
        check(Command::Intake.shortcut(), "Ctrl+1", "Ctrl+1");
        check(Command::Keys.shortcut(), "F1", "F1");
    }
}
