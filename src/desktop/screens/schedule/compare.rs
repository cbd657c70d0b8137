//! Calendars side by side: what each is worth, what it asks for, and the one step that takes it.

mod columns;
mod grid;
mod paint;

use egui::{Align, Id, Key, Layout, Modifiers, ScrollArea, Ui, UiBuilder};

use crate::desktop::action::Action;
use crate::desktop::comparing::{Ask, Comparing, Stage};
use crate::desktop::open::OpenPlan;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{theme, widgets};
use crate::wording::screen::{CompareWords, compared};

/// With less room than this, everything below the title scrolls together.
const LOW: f32 = 400.0;

/// The comparison, in place of the board.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, comparing: &Comparing, ui: &mut Ui) {
    let closes = ui.is_enabled() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let is_stale = comparing.base != open.stamp();
    head_ui(ctx, comparing, ui, |ui| if is_stale { stale_ui(ctx, ui) } else { progress_ui(ctx, comparing, ui) });
    ui.add_space(8.0);
    let area = if ui.available_height() < LOW { ScrollArea::both() } else { ScrollArea::horizontal() };
    area.id_salt(("compare", comparing.number)).auto_shrink(false).show(ui, |ui| {
        let columns = columns::all(ctx, open, comparing);
        if !columns.is_empty() {
            paint::table_ui(ctx, ui, &columns);
        }
        let alone = comparing.all.found.is_empty() && comparing.stage == Stage::Done;
        if alone && !is_stale {
            ui.add_space(14.0);
            ui.add(egui::Label::new(ctx.say(CompareWords::NoOther)).wrap());
        }
    });
    if closes {
        go(ctx, Ask::Close);
    }
}

/// The title with what is said of the comparison: beside it, or below where there is no room.
fn head_ui(ctx: &ViewCtx<'_>, comparing: &Comparing, ui: &mut Ui, said: impl Fn(&mut Ui)) {
    let is_wide = ctx.room == Room::Wide;
    ui.horizontal(|ui| {
        ui.label(theme::title(ctx.say(CompareWords::Title)));
        if is_wide {
            ui.add_space(8.0);
            said(ui);
        }
        // What stands before it comes and goes; it keeps its name all the same, and the keyboard with it.
        let builder = UiBuilder::new().scope_id(Id::unique("back from calendars side by side"));
        let builder = builder.layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(builder, |ui| back_ui(ctx, comparing, ui));
    });
    if !is_wide {
        ui.horizontal_wrapped(|ui| said(ui));
    }
}

fn back_ui(ctx: &ViewCtx<'_>, comparing: &Comparing, ui: &mut Ui) {
    let back = ui.button(ctx.say(CompareWords::Back));
    widgets::ring(ui, &back, ctx.tokens);
    first(ui, &back, comparing.number);
    if back.clicked() {
        go(ctx, Ask::Close);
    }
}

/// Gives the keyboard to what leads back when a comparison begins, once.
fn first(ui: &Ui, back: &egui::Response, number: u64) {
    let id = Id::unique("the comparison that has had the keyboard");
    if ui.data(|data| data.get_temp::<u64>(id)) != Some(number) {
        ui.data_mut(|data| data.insert_temp(id, number));
        back.request_focus();
    }
}

fn progress_ui(ctx: &ViewCtx<'_>, comparing: &Comparing, ui: &mut Ui) {
    let to_come = comparing.all.waiting.len() + usize::from(comparing.under_way.is_some());
    let looked_at = comparing.all.found.len() + usize::from(comparing.all.now.is_some());
    let said = ui.label(theme::soft(compared(looked_at, to_come, ctx.language()), ctx.tokens));
    live(ui, &said);
    if comparing.stage == Stage::UnderWay && widgets::quiet(ui, ctx.say(CompareWords::Stop)).clicked() {
        go(ctx, Ask::Stop);
    }
}

fn stale_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let said = ui.label(egui::RichText::new(ctx.say(CompareWords::Stale)).color(ctx.tokens.warning));
    live(ui, &said);
    if ui.button(ctx.say(CompareWords::Again)).clicked() {
        go(ctx, Ask::Go);
    }
}

/// Has words read out when they change.
fn live(ui: &Ui, said: &egui::Response) {
    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

fn go(ctx: &ViewCtx<'_>, ask: Ask) {
    ctx.send(Action::Compare(ask));
}
