//! Releases: who may be told what, since when and until when.

use egui::Ui;

use super::field::{Form, any, not_before, past};
use super::record::{self, Line, List};
use crate::base::ReleaseId;
use crate::plan::{Edit, PersonEdit, Release};
use crate::wording::screen::IntakeLabel as L;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    form.hint(ui, form.say(L::ReleasesHow));
    let edit = |edit| Edit::Person(PersonEdit::Release(edit));
    let list = List { records: &form.plan.person.releases, add: L::AddRelease, first: L::Recipient, edit: &edit };
    let blank = || Release {
        id: ReleaseId::default(),
        recipient: String::new(),
        scope: String::new(),
        substance_use: false,
        signed: Some(form.ctx.today),
        expires: None,
        revoked: None,
    };
    let line = |release: &Release| Line { title: release.recipient.clone(), detail: release.scope.clone() };
    record::list_ui(form, ui, &list, blank, line, |ui, release| release_ui(form, ui, release));
}

fn release_ui(form: Form<'_>, ui: &mut Ui, release: &mut Release) {
    let (today, first) = (form.ctx.today, release.signed);
    let Release { id: _, recipient, scope, substance_use, signed, expires, revoked } = release;
    form.text_in(ui, L::Recipient, recipient);
    form.paragraph_in(ui, L::Scope, scope);
    form.tick_in(ui, L::SubstanceUse, substance_use);
    form.row(
        ui,
        [
            &mut |ui| form.date_in(ui, L::Signed, signed, past(today)),
            &mut |ui| form.date_in(ui, L::Expires, expires, not_before(first)),
            &mut |ui| match first {
                Some(_) => form.date_in(ui, L::Revoked, revoked, not_before(first)),
                None => form.date_in(ui, L::Revoked, revoked, any),
            },
        ],
    );
}
