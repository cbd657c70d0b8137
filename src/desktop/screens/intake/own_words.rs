//! In their words: strengths, needs, abilities, preferences, barriers and supports.

use egui::Ui;

use super::field::Form;
use crate::plan::PersonEdit;
use crate::wording::screen::IntakeLabel as L;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let person = &form.plan.person;
    form.hint(ui, form.say(L::OneALine));
    form.pair(
        ui,
        |ui| form.person(form.lines(ui, L::Strengths, &person.strengths), PersonEdit::Strengths),
        |ui| form.person(form.lines(ui, L::StatedNeeds, &person.needs), PersonEdit::Needs),
    );
    form.pair(
        ui,
        |ui| form.person(form.lines(ui, L::Abilities, &person.abilities), PersonEdit::Abilities),
        |ui| form.person(form.lines(ui, L::Preferences, &person.preferences), PersonEdit::Preferences),
    );
    form.pair(
        ui,
        |ui| form.person(form.lines(ui, L::Barriers, &person.barriers), PersonEdit::Barriers),
        |ui| form.person(form.lines(ui, L::Supports, &person.supports), PersonEdit::Supports),
    );
}
