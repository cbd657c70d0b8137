//! Text that is read as text and edited where it stands.

use egui::{CornerRadius, FontId, Frame, Id, Key, Margin, Response, Stroke, TextEdit, Ui};

use super::{Ask, ask};
use crate::base::Language;
use crate::desktop::action::Action;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::plan::Item;
use crate::wording::screen::{GoalsWords, Words as _};

/// A text and where it stands.
pub(super) struct Spot {
    /// What it belongs to.
    pub(super) item: Item,
    /// What it is called.
    pub(super) name: GoalsWords,
    /// What it says while it is empty.
    pub(super) hint: GoalsWords,
    /// How large it is.
    pub(super) size: f32,
}

/// A text with its name above it.
pub(super) fn named(ctx: &ViewCtx<'_>, ui: &mut Ui, spot: &Spot, now: &str) -> Option<String> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = theme::SMALL;
        let name = ui.horizontal(|ui| {
            ui.add_space(f32::from(SIDE));
            ui.label(theme::soft(ctx.say(spot.name), ctx.tokens)).id
        });
        let (response, text) = edit(ctx, ui, spot, now, FontId::proportional(spot.size));
        finish(ctx, &response.labelled_by(name.inner), now, text)
    })
    .inner
}

/// A text that needs no name to be understood, in the semibold face; it is named for those who do not see it.
pub(super) fn heading(ctx: &ViewCtx<'_>, ui: &mut Ui, spot: &Spot, now: &str) -> Option<String> {
    let (response, text) = edit(ctx, ui, spot, now, FontId::new(spot.size, theme::semibold()));
    finish(ctx, &response.accessible_name(ctx.say(spot.name)), now, text)
}

const SIDE: i8 = 6;

fn edit(ctx: &ViewCtx<'_>, ui: &mut Ui, spot: &Spot, now: &str, font: FontId) -> (Response, String) {
    let mut text = now.to_owned();
    let id = Id::unique(("goals", spot.item, spot.name.say(Language::English)));
    let before = ui.read_response(id);
    let tokens = ctx.tokens;
    let has = |state: fn(&Response) -> bool| before.as_ref().is_some_and(state);
    let ground = match (has(Response::has_focus), has(Response::hovered)) {
        (true, _) => tokens.sheet,
        (false, true) => tokens.raised,
        (false, false) => egui::Color32::TRANSPARENT,
    };
    let corners = CornerRadius::same(6);
    let hint = egui::RichText::new(ctx.say(spot.hint)).font(font.clone()).color(tokens.soft);
    let edit = TextEdit::multiline(&mut text)
        .id(id)
        .font(font)
        .hint_text(hint)
        .desired_rows(1)
        .desired_width(ui.available_width())
        .return_key(None)
        .frame(Frame::new().corner_radius(corners).fill(ground).inner_margin(Margin::symmetric(SIDE, 3)));
    let response = ui.add(edit);
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect, corners, tokens.ring(), egui::StrokeKind::Inside);
    } else if now.is_empty() {
        let line = response.rect.shrink2(egui::vec2(f32::from(SIDE), 0.0));
        ui.painter().hline(line.x_range(), line.bottom(), Stroke::new(1.0, tokens.edge));
    }
    if ctx.shell.goals.blank == Some(spot.item) && takes_first_words(spot.name) {
        response.request_focus();
        response.scroll_to_me(None);
        ask(ctx, Ask::Write(None));
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        response.surrender_focus();
        ctx.send(Action::StepDone);
    }
    (response, text)
}

/// The text that is written first where something new was added.
fn takes_first_words(name: GoalsWords) -> bool {
    matches!(name, GoalsWords::Problem | GoalsWords::OwnWords | GoalsWords::ObjectivePlain)
}

fn finish(ctx: &ViewCtx<'_>, response: &Response, now: &str, text: String) -> Option<String> {
    if response.lost_focus() {
        ctx.send(Action::StepDone);
    }
    (response.changed() && text != now).then_some(text)
}
