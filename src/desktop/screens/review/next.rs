//! The next review: planned with the signature by the rule that asks for it, and on another day where that suits better.

use egui::Ui;

use super::form::Form;
use super::looks::Ask;
use super::model::current;
use super::sign::signed_on;
use crate::base::{Date, ReviewId};
use crate::desktop::form as fields;
use crate::plan::{CourseEdit, Edit, ListEdit, Review, ends};
use crate::progress::{NextReview, NextSource, following};
use crate::wording::screen::review::why_then;
use crate::wording::screen::{Label, ReviewWords as W};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, W::NextReview);
    let Some(next) = next(form) else {
        let has_dates = ends(form.plan()).is_some();
        let why = if has_dates { form.say(W::NoNextReview) } else { form.say(Label::NoWeeks) };
        return form.hint(ui, why);
    };
    let chosen = chosen(form, &next);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_max_width(170.0);
            if let Some(taken) = fields::date(form.ctx, ui, form.say(W::NextReviewOn), chosen) {
                choose(form, &next, taken);
            }
        });
        ui.vertical(|ui| {
            ui.add_space(24.0);
            let is_current = |id| current(form.plan()).is_some_and(|now| now.id == id && now.due <= form.today());
            let is_this = matches!(next.source, NextSource::Planned(id) if is_current(id));
            let why = why_then(&next, chosen, form.ctx.catalog, form.language());
            form.hint(ui, if is_this { form.say(W::StillOpen).to_owned() } else { why });
        });
    });
}

/// The review that is held with the signature.
fn held(form: Form<'_>) -> Option<ReviewId> {
    current(form.plan()).filter(|review| review.decision.is_some()).map(|review| review.id)
}

fn next(form: Form<'_>) -> Option<NextReview> {
    following(form.plan(), form.ctx.catalog, held(form), signed_on(form))
}

fn chosen(form: Form<'_>, next: &NextReview) -> Option<Date> {
    match next.source {
        NextSource::Planned(_) => Some(next.on),
        NextSource::Asked(_) | NextSource::Usual => form.looks().next.unwrap_or(Some(next.on)),
    }
}

/// A review that the plan has already is moved at once; one that is only proposed is planned with the signature.
fn choose(form: Form<'_>, next: &NextReview, taken: Option<Date>) {
    match next.source {
        NextSource::Planned(id) => {
            let review = form.plan().course.reviews.iter().find(|review| review.id == id);
            if let Some((review, due)) = review.zip(taken) {
                let moved = Review { due, ..review.clone() };
                form.ctx.edit(Edit::Course(CourseEdit::Review(ListEdit::Replace(moved))));
            }
        }
        NextSource::Asked(_) | NextSource::Usual => form.ask(Ask::Next(taken)),
    }
}

/// The day of the review that is planned with the signature.
pub(super) fn to_plan(form: Form<'_>) -> Option<Date> {
    let next = next(form).filter(|next| !matches!(next.source, NextSource::Planned(_)))?;
    chosen(form, &next)
}
