//! What the keyboard does with a session that has it: the same on the board and in the list.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

use super::Ask;
use super::actions::{self, Deed};
use super::change::{ask, ground, relocation};
use super::drag::{nudged, stretched};
use super::layout::GRID;
use super::looks::Told;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::plan::{Item, Session};
use crate::schedule::Spot;

/// Keys of a session: Alt and arrows move it, Shift and arrows make it longer or shorter, Enter opens its form once it
/// is selected, Delete removes it, Ctrl+D doubles it.
pub(super) fn session(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, response: &Response, session: &Session) {
    if !response.has_focus() {
        return;
    }
    keep_arrows(ui, response);
    let step = i16::try_from(GRID).unwrap_or(15);
    let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let moves = [
        (Key::ArrowLeft, nudged(session, -1, 0)),
        (Key::ArrowRight, nudged(session, 1, 0)),
        (Key::ArrowUp, nudged(session, 0, -step)),
        (Key::ArrowDown, nudged(session, 0, step)),
    ];
    for (key, spot) in moves {
        if pressed(Modifiers::ALT, key) {
            place(ctx, open, session, &spot);
        }
    }
    for (key, by) in [(Key::ArrowUp, -step), (Key::ArrowDown, step)] {
        if pressed(Modifiers::SHIFT, key) {
            place(ctx, open, session, &stretched(session, by));
        }
    }
    if pressed(Modifiers::COMMAND, Key::D) {
        actions::perform(ctx, open, session, Deed::Duplicate);
    }
    if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
        actions::perform(ctx, open, session, Deed::Remove);
    }
    if ctx.is_selected(Item::Session(session.id)) && pressed(Modifiers::NONE, Key::Enter) {
        actions::perform(ctx, open, session, Deed::Edit);
    }
}

fn place(ctx: &ViewCtx<'_>, open: &OpenPlan, session: &Session, spot: &Spot) {
    if let Some(edit) = relocation(ground(ctx, open), session.id, spot) {
        ctx.edit(edit);
        ctx.select(Item::Session(session.id));
        ask(ctx, Ask::Told(Some(Told::Session(session.id))));
    }
}

/// Left and right turn weeks even while a card has the keyboard.
fn keep_arrows(ui: &Ui, response: &Response) {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}
