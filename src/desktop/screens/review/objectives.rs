//! Objectives: how far each is and what shows it; one with a measure proposes its own status.

use egui::Ui;

use super::form::Form;
use super::looks::{Aim, Ask};
use super::model::current;
use crate::base::{Id as _, is_blank};
use crate::desktop::action::Action;
use crate::desktop::{form as fields, theme, widgets};
use crate::plan::{Objective, ObjectiveNote, ObjectiveStatus, Review};
use crate::progress::{Proposal, decided};
use crate::wording::progress as words;
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{accept, accept_all};
use crate::wording::terms;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let Some(review) = form.review(ui) else { return };
    let waiting = waiting(form);
    if waiting.len() > 1 && widgets::primary(ui, &accept_all(waiting.len(), form.language()), form.ctx.tokens).clicked()
    {
        let mut changed = review.clone();
        for proposal in &waiting {
            note(&mut changed, &noted(form, proposal));
        }
        form.ctx.send(Action::StepDone);
        form.ctx.edit(decided(changed));
    }
    for goal in &form.plan().goals {
        ui.add_space(10.0);
        ui.label(theme::soft(format!("“{}”", goal.own_words), form.ctx.tokens));
        for objective in &goal.objectives {
            ui.push_id(("objective", objective.id.number()), |ui| objective_ui(form, ui, review, objective));
        }
    }
    if form.plan().goals.is_empty() {
        form.hint(ui, form.say(W::NoObjectives));
    }
}

/// The proposals on which the review under way says nothing yet.
pub(super) fn waiting(form: Form<'_>) -> Vec<&Proposal> {
    let Some(review) = current(form.plan()) else { return Vec::new() };
    let said = |proposal: &Proposal| review.notes.objectives.iter().any(|note| note.objective == proposal.objective);
    form.model().proposals.iter().filter(|proposal| !said(proposal)).collect()
}

fn noted(form: Form<'_>, proposal: &Proposal) -> ObjectiveNote {
    let evidence = words::evidence(&proposal.evidence, form.language());
    ObjectiveNote { objective: proposal.objective, status: proposal.status, evidence }
}

/// A review speaks of an objective once.
fn note(review: &mut Review, note: &ObjectiveNote) {
    review.notes.objectives.retain(|other| other.objective != note.objective);
    review.notes.objectives.push(note.clone());
}

fn objective_ui(form: Form<'_>, ui: &mut Ui, review: &Review, objective: &Objective) {
    ui.add_space(8.0);
    let words = if is_blank(&objective.plain) { &objective.clinical } else { &objective.plain };
    ui.label(theme::strong(words));
    let proposal = form.model().proposals.iter().find(|proposal| proposal.objective == objective.id);
    let said = review.notes.objectives.iter().find(|note| note.objective == objective.id);
    if let Some(proposal) = proposal.filter(|_| said.is_none()) {
        proposal_ui(form, ui, review, proposal);
    }
    let mut now = said.cloned().unwrap_or(ObjectiveNote {
        objective: objective.id,
        status: objective.status,
        evidence: String::new(),
    });
    let before = now.clone();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(190.0);
            status_ui(form, ui, &mut now);
        });
        ui.vertical(|ui| {
            if said.is_some()
                && let Some(text) = fields::text(form.ctx, ui, form.say(W::Evidence), &now.evidence)
            {
                now.evidence = text;
            }
        });
    });
    if now != before {
        let mut changed = review.clone();
        note(&mut changed, &now);
        form.ctx.edit(decided(changed));
    }
}

/// One key accepts it, and the keyboard goes on to the next proposal.
fn proposal_ui(form: Form<'_>, ui: &mut Ui, review: &Review, proposal: &Proposal) {
    let status = terms::objective_status(proposal.status, form.language());
    ui.horizontal_wrapped(|ui| {
        let button = form.button(ui, accept(status, form.language()));
        let first = waiting(form).first().map(|first| first.objective);
        if form.looks().aim == Some(Aim::First) && first == Some(proposal.objective) {
            button.request_focus();
        }
        let shown = words::evidence(&proposal.evidence, form.language());
        ui.label(&shown);
        if button.clicked() {
            let mut changed = review.clone();
            note(&mut changed, &noted(form, proposal));
            form.ctx.send(Action::StepDone);
            form.ctx.edit(decided(changed));
            form.ask(Ask::Aim(Some(Aim::First)));
        }
    });
}

fn status_ui(form: Form<'_>, ui: &mut Ui, now: &mut ObjectiveNote) {
    const ALL: [ObjectiveStatus; 6] = [
        ObjectiveStatus::NotStarted,
        ObjectiveStatus::InProgress,
        ObjectiveStatus::PartlyMet,
        ObjectiveStatus::Met,
        ObjectiveStatus::Deferred,
        ObjectiveStatus::Discontinued,
    ];
    let all = ALL.map(|status| (status, terms::objective_status(status, form.language())));
    if let Some(status) = fields::choice(form.ctx, ui, form.say(W::Status), now.status, &all) {
        now.status = status;
    }
}
