//! The slim list of steps, each with what is left to do in it.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Ui, pos2, vec2};

use super::form::Form;
use super::model::{ReviewModel, current};
use super::step::Step;
use super::turn;
use crate::base::is_blank;
use crate::desktop::{form as fields, theme, widgets};
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::count_left;

/// Width of the list.
pub(super) const WIDTH: f32 = 196.0;
const ROW: f32 = 42.0;

/// All steps.
pub(super) fn list_ui(form: Form<'_>, ui: &mut Ui) {
    widgets::group(ui, form.say(W::Steps), egui::Role::Navigation, |ui| {
        egui::ScrollArea::vertical().id_salt("steps").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for step in Step::ALL {
                if step == Step::Versions {
                    ui.add_space(8.0);
                }
                row_ui(form, ui, step);
            }
            widgets::follow_keyboard(ui, "steps");
        });
    });
}

/// The same where there is no room for a list.
pub(super) fn choice_ui(form: Form<'_>, ui: &mut Ui) {
    let all = Step::ALL.map(|step| (step, form.say(step.name())));
    if let Some(step) = fields::choice(form.ctx, ui, form.say(W::Steps), form.looks().step, &all) {
        turn(form, step);
    }
}

fn row_ui(form: Form<'_>, ui: &mut Ui, step: Step) {
    let (tokens, here) = (form.ctx.tokens, form.looks().step == step);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let (name, state) = (form.say(step.name()), state(form, step));
    let spoken = if is_blank(&state) { name.to_owned() } else { format!("{name}: {state}") };
    let response = widgets::target(ui, rect, ui.scope_id().with(("step", step)), &spoken, here);
    if here || response.hovered() {
        let fill = if here { tokens.chosen } else { tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(7), fill);
    }
    if here {
        let mark = Rect::from_min_size(rect.min + vec2(0.0, 8.0), vec2(3.0, rect.height() - 16.0));
        ui.painter().rect_filled(mark, CornerRadius::same(1), tokens.accent);
    }
    let ink = if here { tokens.accent } else { tokens.ink };
    let font = FontId::new(theme::BODY, theme::semibold());
    let at = pos2(rect.left() + 12.0, rect.top() + if is_blank(&state) { 12.0 } else { 5.0 });
    let named = ui.painter().text(at, Align2::LEFT_TOP, name, font, ink);
    let font = FontId::proportional(theme::SMALL);
    let galley = widgets::fitted(ui.painter(), &state, font, tokens.soft, (rect.width() - 20.0, 1));
    ui.painter().galley(pos2(at.x, named.bottom()), galley, tokens.soft);
    widgets::ring(ui, &response, tokens);
    if response.clicked() && !here {
        turn(form, step);
    }
}

/// What is left to do in a step; blank where nothing is.
fn state(form: Form<'_>, step: Step) -> String {
    let (plan, model, language) = (form.plan(), form.model(), form.language());
    let review = current(plan);
    let said = |yes: bool| if yes { form.say(W::Done).to_owned() } else { String::new() };
    match step {
        Step::Scores if !model.alerts.is_empty() => count_left(W::Alerts, model.alerts.len(), language),
        Step::Scores => count_left(W::Due, model.due(form.today()), language),
        Step::Attendance => count_left(W::Unmarked, ReviewModel::unmarked(plan, form.today()), language),
        Step::Objectives => count_left(W::Proposed, super::objectives::waiting(form).len(), language),
        Step::Voice => said(review.is_some_and(|review| !is_blank(&review.person_says))),
        Step::Decision => {
            let decision = review.and_then(|review| review.decision);
            decision.map(|decision| crate::wording::terms::decision(decision, language).to_owned()).unwrap_or_default()
        }
        Step::Changes => match form.open.signed() {
            Some(signed) => {
                count_left(W::Changed, super::changes::count(model.changes(signed, plan, language)), language)
            }
            None => String::new(),
        },
        Step::Agreement => said(review.is_some_and(|review| !review.notes.agreements.is_empty())),
        Step::Sign => String::new(),
        Step::Versions => count_left(W::SignedVersions, form.open.versions().len(), language),
    }
}
