//! What changes: the differences to the last signed version in words, and for each thing that changes the reason.

use egui::{Role, Ui, WidgetInfo};

use super::form::{Form, entered};
use super::looks::{Aim, Ask, Note, Open};
use crate::base::is_blank;
use crate::desktop::action::Action;
use crate::desktop::form as fields;
use crate::desktop::{theme, widgets};
use crate::history::CannotSign;
use crate::plan::{ChangeReason, CourseEdit, Edit};
use crate::wording::changes::{Group, about};
use crate::wording::history as words;
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{reason_for, since_version};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let last = form.open.versions().last().zip(form.open.signed());
    let Some((version, signed)) = last else {
        form.hint(ui, words::no_version(form.language()));
        reason_ui(form, ui);
        return;
    };
    let groups = form.model().changes(signed, form.plan(), form.language());
    if groups.is_empty() {
        form.hint(ui, words::not_signed(&CannotSign::NothingNew(version.number()), form.language()));
    } else {
        ui.label(theme::strong(since_version(version.mark(), count(groups), form.language())));
    }
    for group in groups {
        group_ui(form, ui, group, |ui| why_ui(form, ui, group, version.number() + 1));
    }
    reason_ui(form, ui);
}

/// How many changes there are.
pub(super) fn count(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.lines.len()).sum()
}

/// Changes of signed versions, one a line, with their reasons.
pub(super) fn groups_ui(form: Form<'_>, ui: &mut Ui, groups: &[Group]) {
    if groups.is_empty() {
        form.hint(ui, words::no_difference(form.language()));
    }
    for group in groups {
        group_ui(form, ui, group, |ui| {
            if !is_blank(&group.why) {
                form.hint(ui, words::why(&group.why, form.language()));
            }
        });
    }
}

fn group_ui(form: Form<'_>, ui: &mut Ui, group: &Group, why: impl FnOnce(&mut Ui)) {
    ui.push_id(("change", group.about, group.lines.first()), |ui| {
        ui.horizontal_top(|ui| {
            ui.label(theme::soft("•", form.ctx.tokens));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                for line in &group.lines {
                    ui.label(line);
                }
                why(ui);
            });
        });
    });
}

/// The reason of what changes in the version under way; what happened needs none.
fn why_ui(form: Form<'_>, ui: &mut Ui, group: &Group, version: u32) {
    let Some(what) = group.about else { return };
    let given = form.plan().course.reason(version, what);
    if form.looks().open == Some(Open::Reason(what)) {
        return write_ui(form, ui, &ChangeReason { version, about: what, why: given.to_owned() });
    }
    ui.horizontal_wrapped(|ui| {
        if !is_blank(&group.why) {
            form.hint(ui, words::why(&group.why, form.language()));
        }
        let words = if is_blank(given) { W::AddReason } else { W::ChangeReason };
        let button = widgets::quiet(ui, form.say(words));
        let name = reason_for(form.say(words), &about(what, form.plan(), form.language()));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        widgets::ring(ui, &button, form.ctx.tokens);
        if button.clicked() {
            form.ask(Ask::Open(Some(Open::Reason(what))));
        }
    });
}

fn write_ui(form: Form<'_>, ui: &mut Ui, reason: &ChangeReason) {
    let label = reason_for(form.say(W::Reason), &about(reason.about, form.plan(), form.language()));
    if form.looks().aim == Some(Aim::Opened) {
        ui.memory_mut(|memory| memory.request_focus(fields::field_id(ui, &label)));
    }
    if let Some(why) = fields::text(form.ctx, ui, &label, &reason.why) {
        form.ctx.edit(Edit::Course(CourseEdit::Reason(ChangeReason { why, ..reason.clone() })));
    }
    if entered(ui, &label) || form.button(ui, form.say(W::Close)).clicked() {
        form.ctx.send(Action::StepDone);
        form.ask(Ask::Open(None));
    }
}

/// Why there is a new version: it stands on paper and in the list of versions.
pub(super) fn reason_ui(form: Form<'_>, ui: &mut Ui) {
    ui.add_space(6.0);
    form.note_ui(ui, form.say(W::VersionReason), &Note::Reason);
    form.hint(ui, form.say(W::VersionReasonHow));
}
