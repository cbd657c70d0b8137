//! The left rail: places in the order of the work, and below them what the colors stand for.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Ui, pos2, vec2};

use super::action::Action;
use super::inspector::findings;
use super::open::OpenPlan;
use super::panes::{self, Pane};
use super::screens::review::model::{current, is_due};
use super::shell::Place;
use super::view::{Room, ViewCtx};
use super::{strip, theme, widgets};
use crate::checks::Level;
use crate::plan::Item;
use crate::wording::screen::Label;
use crate::wording::screen::review::review_due;

/// Width of the rail.
pub(super) const fn width(room: Room) -> f32 {
    match room {
        Room::Wide => 208.0,
        Room::Narrow | Room::Tight => 132.0,
    }
}

/// The rail.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    ui.add_space(6.0);
    if ctx.room == Room::Tight {
        egui::ScrollArea::vertical().id_salt("places").show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            places_ui(ctx, open, ui);
            widgets::follow_keyboard(ui, "rail");
        });
        return;
    }
    places_ui(ctx, open, ui);
    let families = open.model.families();
    #[expect(clippy::cast_precision_loss, reason = "there are eight families")]
    let legend = families.len() as f32 * 21.0 + 26.0;
    let spare = ui.available_height() - legend;
    if spare > 8.0 && ctx.room == Room::Wide && !families.is_empty() {
        ui.add_space(spare);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(theme::soft(ctx.say(Label::Services), ctx.tokens));
        for (family, _) in families {
            strip::legend_row(ctx, ui, family, None);
        }
    }
}

fn places_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    for place in Place::ALL {
        place_ui(ctx, ui, place);
        if place == Place::Review {
            due_ui(ctx, open, ui);
        }
        findings_ui(ctx, open, ui, place);
    }
}

/// The name of a place, and the question that it answers.
pub(super) const fn words(place: Place) -> (Label, Label) {
    match place {
        Place::Intake => (Label::Intake, Label::IntakeAsks),
        Place::Goals => (Label::Goals, Label::GoalsAsks),
        Place::Modules => (Label::Modules, Label::ModulesAsks),
        Place::Schedule => (Label::Schedule, Label::ScheduleAsks),
        Place::Review => (Label::Review, Label::ReviewAsks),
        Place::Document => (Label::Document, Label::DocumentAsks),
    }
}

fn place_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, place: Place) {
    let (name, asks) = words(place);
    let (tokens, here) = (ctx.tokens, ctx.shell.place == place);
    let width = ui.available_width();
    let question = FontId::proportional(theme::SMALL);
    // Where there is little room, all names are worth more than their questions.
    let asks = (ctx.room != Room::Tight)
        .then(|| widgets::fitted(ui.painter(), ctx.say(asks), question, tokens.soft, (width - 24.0, 3)));
    let height = asks.as_ref().map_or(38.0, |asks| 36.0 + asks.size().y);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = widgets::target(ui, rect, ui.scope_id().with(("place", ctx.say(name))), ctx.say(name), here);
    if here || response.hovered() {
        let fill = if here { tokens.chosen } else { tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(8), fill);
    }
    if here {
        let mark = Rect::from_min_size(rect.min + vec2(0.0, 10.0), vec2(3.0, rect.height() - 20.0));
        ui.painter().rect_filled(mark, CornerRadius::same(1), tokens.accent);
    }
    let ink = if here { tokens.accent } else { tokens.ink };
    let at = rect.min + vec2(13.0, 8.0);
    let font = FontId::new(15.5, theme::semibold());
    let named = ui.painter().text(at, Align2::LEFT_TOP, ctx.say(name), font, ink);
    if let Some(asks) = asks {
        ui.painter().galley(pos2(at.x, named.bottom() + 1.0), asks, tokens.soft);
    }
    if here && panes::is_wanted(ui.ctx(), Pane::Rail) {
        response.request_focus();
    }
    if here && is_new(ui, place) {
        // Beyond the edge, so that it does not stand where what is scrolled fades.
        ui.scroll_to_rect(response.rect.expand(14.0), None);
    }
    widgets::ring(ui, &response, tokens);
    if response.clicked() && !here {
        ctx.send(Action::Go(place));
    } else if response.clicked() && ctx.room == Room::Tight {
        // Details that have taken its place give it back.
        ctx.send(Action::Select(None));
    }
}

/// Whether another place was shown in the last pass.
fn is_new(ui: &Ui, place: Place) -> bool {
    let id = egui::Id::unique("place in the rail");
    ui.data_mut(|data| {
        let last = data.get_temp::<Place>(id);
        data.insert_temp(id, place);
        last != Some(place)
    })
}

/// That a review is due.
fn due_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(review) = current(open.plan()).filter(|_| is_due(open.plan(), ctx.today)) else { return };
    let words = egui::RichText::new(review_due(review.due, ctx.today, ctx.language()));
    ui.horizontal(|ui| {
        ui.add_space(13.0);
        let words = words.size(theme::SMALL).color(ctx.tokens.warning);
        ui.vertical(|ui| ui.add(egui::Label::new(words).wrap()));
    });
}

/// What was found in a place, in words; a click lists it.
fn findings_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, place: Place) {
    let Some((words, level)) = findings::line(ctx, open, place) else { return };
    let tokens = ctx.tokens;
    let ink = match level {
        Level::Error => tokens.error,
        Level::Warning | Level::Note => tokens.warning,
    };
    let font = FontId::proportional(theme::SMALL);
    let width = ui.available_width();
    let galley = widgets::fitted(ui.painter(), &words, font, ink, (width - 14.0, 2));
    let (rect, _) = ui.allocate_exact_size(vec2(width, galley.size().y + 4.0), Sense::hover());
    let name = format!("{}: {words}", ctx.say(self::words(place).0));
    let response =
        widgets::target(ui, rect, ui.scope_id().with(("findings", ctx.say(self::words(place).0))), &name, None);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.raised);
    }
    ui.painter().galley(rect.min + vec2(13.0, 2.0), galley, ink);
    widgets::ring(ui, &response, tokens);
    if response.clicked() {
        ctx.send(Action::Go(place));
        ctx.select(Item::Plan);
    }
}
