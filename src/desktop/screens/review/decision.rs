//! The decision, what rule packs want stated with it, and what it drafts.

use egui::{Button, FontId, Ui, vec2};

use super::drafts;
use super::form::Form;
use super::looks::Ask;
use crate::desktop::action::Action;
use crate::desktop::{form as fields, theme, widgets};
use crate::plan::{Decision, Review};
use crate::progress::Statement;
use crate::wording::screen::ReviewWords as W;
use crate::wording::{paper, progress as words, terms};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let Some(review) = form.review(ui) else {
        drafts::readmission_ui(form, ui);
        return;
    };
    choice_ui(form, ui, review);
    if let Some(decision) = review.decision {
        drafts::ui(form, ui, decision);
        ui.add_space(8.0);
    }
    statements_ui(form, ui, review);
    if let Some(text) = fields::paragraph(form.ctx, ui, form.say(W::Summary), &review.summary, 3) {
        form.change(review, |review| review.summary = text);
    }
    drafts::readmission_ui(form, ui);
}

fn choice_ui(form: Form<'_>, ui: &mut Ui, review: &Review) {
    widgets::group(ui, form.say(W::Decision), egui::Role::RadioGroup, |ui| {
        ui.horizontal_wrapped(|ui| {
            for decision in Decision::ALL {
                let chosen = review.decision == Some(decision);
                let words = paper::sentence_case(terms::decision(decision, form.language()));
                // As wide as when it is chosen, so that nothing moves when it is.
                let width = strong_width(ui, &words);
                let text = if chosen { theme::strong(words) } else { words.into() };
                let button = ui.add(Button::new(text).selected(chosen).min_size(vec2(width, 0.0)));
                widgets::ring(ui, &button, form.ctx.tokens);
                if button.clicked() {
                    form.ctx.send(Action::StepDone);
                    form.ask(Ask::Segment(None));
                    form.change(review, |review| review.decision = (!chosen).then_some(decision));
                }
            }
        });
    });
}

fn strong_width(ui: &Ui, words: &str) -> f32 {
    let font = FontId::new(theme::BODY, theme::semibold());
    let words = ui.painter().layout_no_wrap(words.to_owned(), font, egui::Color32::BLACK);
    words.size().x + ui.spacing().button_padding.x * 2.0
}

fn statements_ui(form: Form<'_>, ui: &mut Ui, review: &Review) {
    for asked in &form.model().asked {
        let label = words::statement(asked.statement, form.language());
        let pack = form.ctx.catalog.packs.get(&asked.pack);
        if let Some(text) = fields::paragraph(form.ctx, ui, label, review.states(asked.statement), 2) {
            form.change(review, |review| *place(review, asked.statement) = text);
        }
        if let Some(pack) = pack {
            form.hint(ui, pack.name.get(form.language()));
        }
    }
}

fn place(review: &mut Review, statement: Statement) -> &mut String {
    let statements = &mut review.notes.statements;
    match statement {
        Statement::Response => &mut statements.response,
        Statement::Risks => &mut statements.risks,
        Statement::DischargeGoals => &mut statements.discharge_goals,
        Statement::HoursNeeded => &mut statements.hours_needed,
    }
}
