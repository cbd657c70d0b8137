//! The calendar that is laid: how far it is, what it would change, or why there is none and what could be done.

use egui::Ui;

use super::draft;
use crate::desktop::action::Action;
use crate::desktop::arranging::{Ask, Calendar, Impossible, Outcome, Stage, Wish};
use crate::desktop::command::Command;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::schedule::engine::{Tier, TierResult};
use crate::wording::screen::{ArrangingWords, Label, Proven, ScheduleWords, session_changes};
use crate::wording::timetable;

/// More ways out than this are not shown, nor any that gives up more rules than that.
const WAYS: usize = 4;
/// How high the list of changes may be.
const LIST: f32 = 132.0;

/// Whether there is something to be said of a calendar.
pub(super) fn is_shown(open: &OpenPlan) -> bool {
    let arranging = &open.arranging;
    let offered = arranging.offered(open.stamp()).is_some() && arranging.wish == Wish::Ahead;
    let is_no = matches!(arranging.outcome, Some(Outcome::Impossible(_) | Outcome::Unknown));
    arranging.is_under_way() || offered || (is_no && arranging.base == open.stamp())
}

/// What is said of it above the board.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if !is_shown(open) {
        return;
    }
    let arranging = &open.arranging;
    match arranging.outcome.as_ref().filter(|_| !arranging.is_under_way()) {
        Some(Outcome::Calendar(calendar)) => offered_ui(ctx, ui, calendar),
        Some(Outcome::Impossible(found)) => impossible_ui(ctx, open, ui, found),
        Some(Outcome::Unknown) => unknown_ui(ctx, open, ui),
        None => under_way_ui(ctx, open, ui),
    }
    ui.add_space(8.0);
}

fn under_way_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let has_one = open.arranging.shown.is_some();
    ui.horizontal_wrapped(|ui| {
        let words = if has_one { ArrangingWords::Improving } else { ArrangingWords::Working };
        live(ui, |ui| ui.label(ctx.say(words)));
        if has_one && ui.button(ctx.say(ArrangingWords::StopHere)).clicked() {
            go(ctx, Ask::StopHere);
        }
        if widgets::quiet(ui, ctx.say(Label::Cancel)).clicked() {
            go(ctx, Ask::Cancel);
        }
    });
}

/// The changes of a re-planned calendar, listed before they are accepted.
fn offered_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, calendar: &Calendar) {
    let changes = calendar.tiers.iter().find(|tier| tier.tier == Tier::Change);
    let proven = if changes.is_some_and(TierResult::proven) { Proven::Yes } else { Proven::No };
    let nothing = calendar.edits.is_empty();
    let headline = if nothing {
        ctx.say(ArrangingWords::Stays).to_owned()
    } else {
        session_changes(calendar.edits.len(), proven, ctx.language())
    };
    live(ui, |ui| ui.label(theme::heading(headline)));
    list_ui(ui, "changes", &calendar.changes);
    ui.horizontal_wrapped(|ui| {
        if nothing {
            if ui.button(ctx.say(Label::Close)).clicked() {
                go(ctx, Ask::Accept);
            }
            return;
        }
        if widgets::primary(ui, ctx.say(ArrangingWords::Accept), ctx.tokens).clicked() {
            go(ctx, Ask::Accept);
        }
        if widgets::quiet(ui, ctx.say(Label::Cancel)).clicked() {
            go(ctx, Ask::Cancel);
        }
    });
}

fn list_ui(ui: &mut Ui, salt: &str, lines: &[String]) {
    egui::ScrollArea::vertical().id_salt(salt).max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
        for line in lines {
            ui.add(egui::Label::new(line).wrap());
        }
    });
}

/// The clash in plain words, and the ways out, each a button that takes it.
fn impossible_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, found: &Impossible) {
    let language = ctx.language();
    let told = timetable::clash(&found.why, &found.problem, language);
    live(ui, |ui| ui.label(theme::heading(ctx.say(ArrangingWords::Impossible))));
    list_ui(ui, "shortfalls", &told.shortfalls);
    if told.shortfalls.is_empty() {
        ui.label(theme::soft(ctx.say(ArrangingWords::Clash), ctx.tokens));
        list_ui(ui, "rules", &told.rules);
    }
    ui.add_space(4.0);
    let small = found.why.relaxations.iter().enumerate().filter(|(_, way)| way.gives.len() <= WAYS).take(WAYS);
    let ways: Vec<_> = small.collect();
    let words = if ways.is_empty() { ArrangingWords::NoWayOut } else { ArrangingWords::WaysOut };
    ui.label(theme::soft(ctx.say(words), ctx.tokens));
    for (number, way) in ways {
        let said = timetable::way_out(way, &found.problem, language);
        if found.reliefs.get(number).is_some_and(Option::is_some) {
            if ui.add(egui::Button::new(said).wrap()).clicked() {
                go(ctx, Ask::WayOut(number));
            }
        } else {
            ui.add(egui::Label::new(said).wrap());
        }
    }
    fall_back_ui(ctx, open, ui);
}

fn unknown_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    live(ui, |ui| ui.label(ctx.say(ArrangingWords::Unknown)));
    fall_back_ui(ctx, open, ui);
}

/// What can be done without a calendar that keeps every rule.
fn fall_back_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if draft::owed(open) > 0 && ui.button(ctx.say(ArrangingWords::PlaceWhatFits)).clicked() {
            go(ctx, Ask::Close);
            draft::fill_in(ctx, open);
        }
        if widgets::quiet(ui, ctx.say(Label::Close)).clicked() {
            go(ctx, Ask::Close);
        }
    });
}

/// Has words read out when they change.
fn live(ui: &mut Ui, words: impl FnOnce(&mut Ui) -> egui::Response) {
    let said = words(ui);
    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// Asks for something about the calendar that is laid.
pub(super) fn go(ctx: &ViewCtx<'_>, ask: Ask) {
    ctx.send(Action::Arrange(ask));
}

/// What lies ahead, or the whole, to be laid again; in the menu.
pub(super) fn menu_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if ctx.clinic().is_none() || open.arranging.stage == Some(Stage::UnderWay) {
        return;
    }
    if ui.button(ctx.say(ArrangingWords::Ahead)).clicked() {
        go(ctx, Ask::Go(Wish::Ahead));
        ui.close();
    }
    if ctx.can(Command::Compare) && ui.button(ctx.say(Label::CompareCalendars)).clicked() {
        ctx.send(Action::Do(Command::Compare));
        ui.close();
    }
    let words = if open.plan().sessions.is_empty() {
        ctx.say(ScheduleWords::DraftCalendar)
    } else {
        ctx.say(ArrangingWords::Anew)
    };
    if ui.button(words).clicked() {
        go(ctx, Ask::Go(Wish::Draft));
        ui.close();
    }
}
