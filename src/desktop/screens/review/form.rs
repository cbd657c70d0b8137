//! What every step of the review reads and how it asks.

use egui::{Key, Response, Ui};

use super::looks::{Ask, Looks, Note};
use super::model::{ReviewModel, current};
use crate::base::{Date, Language};
use crate::desktop::action::Action;
use crate::desktop::form;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Place;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{CourseEdit, Edit, ListEdit, Plan, Review};
use crate::wording::screen::{ReviewWords as W, Words};

/// The window and the plan.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) ctx: &'a ViewCtx<'a>,
    pub(super) open: &'a OpenPlan,
}

impl<'a> Form<'a> {
    pub(super) fn plan(self) -> &'a Plan {
        self.open.plan()
    }

    pub(super) fn model(self) -> &'a ReviewModel {
        &self.open.review
    }

    pub(super) fn looks(self) -> &'a Looks {
        &self.ctx.shell.review
    }

    pub(super) fn today(self) -> Date {
        self.ctx.today
    }

    pub(super) fn language(self) -> Language {
        self.ctx.language()
    }

    pub(super) fn say(self, words: impl Words) -> &'static str {
        self.ctx.say(words)
    }

    pub(super) fn ask(self, ask: Ask) {
        self.ctx.send(Action::Review(ask));
    }

    /// The review under way; where there is none, a button begins one.
    pub(super) fn review(self, ui: &mut Ui) -> Option<&'a Review> {
        let review = current(self.plan());
        if review.is_none() {
            super::begin_ui(self, ui);
        }
        review
    }

    /// Asks for a change of the review under way.
    pub(super) fn change(self, review: &Review, change: impl FnOnce(&mut Review)) {
        let mut changed = review.clone();
        change(&mut changed);
        if changed != *review {
            self.ctx.edit(Edit::Course(CourseEdit::Review(ListEdit::Replace(changed))));
        }
    }

    /// A text in one line that is not part of the plan yet; tells whether Enter was pressed in it.
    pub(super) fn note_ui(self, ui: &mut Ui, label: &str, note: &Note) -> bool {
        if let Some(text) = form::text(self.ctx, ui, label, self.looks().note(note)) {
            self.ask(Ask::Write(note.clone(), text));
        }
        entered(ui, label)
    }

    pub(super) fn button(self, ui: &mut Ui, label: impl Into<String>) -> Response {
        let response = ui.add(egui::Button::new(label.into()));
        widgets::ring(ui, &response, self.ctx.tokens);
        response
    }

    pub(super) fn hint(self, ui: &mut Ui, text: impl Into<String>) {
        ui.label(theme::soft(text, self.ctx.tokens));
    }

    /// What is not there yet, and the way to where it begins.
    pub(super) fn elsewhere(self, ui: &mut Ui, hint: impl Into<String>, (go, place): (W, Place)) {
        self.hint(ui, hint);
        if self.button(ui, self.say(go)).clicked() {
            self.ctx.send(Action::Go(place));
        }
    }

    pub(super) fn heading(self, ui: &mut Ui, words: W) {
        ui.add_space(10.0);
        ui.label(theme::strong(self.say(words)));
    }
}

/// Whether Enter was pressed in the field with this label.
pub(super) fn entered(ui: &Ui, label: &str) -> bool {
    let field = ui.read_response(form::field_id(ui, label));
    field.is_some_and(|field| field.lost_focus()) && ui.input(|input| input.key_pressed(Key::Enter))
}
