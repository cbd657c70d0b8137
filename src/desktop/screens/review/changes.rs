//! What changes: the differences to the last signed version in words, each with its reason where the plan knows it.

use egui::Ui;

use super::form::Form;
use super::looks::Note;
use super::model::Line;
use crate::base::is_blank;
use crate::desktop::theme;
use crate::wording::history as words;
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{since_version, why};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let last = form.open.versions().last().zip(form.open.signed());
    let Some((version, signed)) = last else {
        form.hint(ui, words::no_version(form.language()));
        reason_ui(form, ui);
        return;
    };
    let lines = form.model().changes(signed, form.plan(), form.language());
    ui.label(theme::strong(since_version(version.mark(), lines.len(), form.language())));
    lines_ui(form, ui, lines);
    reason_ui(form, ui);
}

/// Changes, one a line.
pub(super) fn lines_ui(form: Form<'_>, ui: &mut Ui, lines: &[Line]) {
    if lines.is_empty() {
        form.hint(ui, words::no_difference(form.language()));
    }
    for line in lines {
        ui.horizontal_top(|ui| {
            ui.label(theme::soft("•", form.ctx.tokens));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.label(&line.text);
                if !is_blank(&line.why) {
                    form.hint(ui, why(&line.why, form.language()));
                }
            });
        });
    }
}

/// Why there is a new version: it stands on paper and in the list of versions.
pub(super) fn reason_ui(form: Form<'_>, ui: &mut Ui) {
    ui.add_space(6.0);
    form.note_ui(ui, form.say(W::VersionReason), &Note::Reason);
    form.hint(ui, form.say(W::VersionReasonHow));
}
