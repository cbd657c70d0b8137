//! Signatures as a log: everybody on their own line; in ink, in the health record or typed; refused or asked for in
//! vain, with the reason. An answer is never replaced, only added to.

use egui::{Role, Ui, WidgetInfo};

use super::form::Form;
use super::looks::{Aim, Answer, AnswerKind, Ask, Note, Open};
use crate::base::{Id as _, is_blank};
use crate::desktop::action::Action;
use crate::desktop::{form as fields, theme, widgets};
use crate::plan::{Addendum, CourseEdit, Edit, ListEdit, SignOff, SignOutcome, Signer, SignerRole, signers};
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{asked_person, reason_for};
use crate::wording::{paper, terms};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, W::Signatures);
    form.hint(ui, form.say(W::SignaturesHow));
    for signer in signers(form.plan()) {
        let who = (signer.role, signer.name.trim().to_lowercase());
        ui.push_id(("signer", who), |ui| signer_ui(form, ui, &signer));
    }
    ui.horizontal_wrapped(|ui| {
        form.hint(ui, form.say(W::AskAgain));
        for role in [SignerRole::Clinician, SignerRole::Supervisor, SignerRole::Physician] {
            let button = widgets::quiet(ui, terms::signer(role, form.language()));
            widgets::ring(ui, &button, form.ctx.tokens);
            if button.clicked() {
                form.ask(Ask::Open(Some(Open::Signer(role, String::new()))));
            }
        }
    });
    another_ui(form, ui);
    addenda_ui(form, ui);
}

/// Whether more can be done with somebody who signs.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    Open,
    Closed,
}

/// Somebody who signs too and is not named yet.
fn another_ui(form: Form<'_>, ui: &mut Ui) {
    let Some(Open::Signer(role, name)) = &form.looks().open else { return };
    let signer = Signer { role: *role, name: name.clone(), standing: String::new() };
    if is_blank(name) && !signers(form.plan()).contains(&signer) {
        ui.push_id(("another", role), |ui| {
            ui.label(theme::strong(terms::signer(*role, form.language())));
            answer_ui(form, ui, &signer);
        });
    }
}

/// Who they are and what they are to the person.
fn whole_name(form: Form<'_>, signer: &Signer) -> String {
    let role = terms::signer(signer.role, form.language());
    match (signer.role, is_blank(&signer.standing)) {
        (SignerRole::Guardian, false) => format!("{}, {}", signer.name, signer.standing),
        (_, true)
        | (SignerRole::Person | SignerRole::Clinician | SignerRole::Supervisor | SignerRole::Physician, false) => {
            asked_person(role, &signer.name)
        }
    }
}

fn signer_ui(form: Form<'_>, ui: &mut Ui, signer: &Signer) {
    let (plan, who) = (form.plan(), whole_name(form, signer));
    let row = Open::Signer(signer.role, signer.name.clone());
    let open = form.looks().open.as_ref() == Some(&row);
    let is_silent = signer.log(plan).next().is_none() || signer.awaited(plan).is_some();
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::strong(&who));
        if is_silent {
            form.hint(ui, form.say(W::Awaited));
        }
        let words = form.say(if open { W::Close } else { W::RecordSignature });
        let button = widgets::quiet(ui, words);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, reason_for(words, &who)));
        widgets::ring(ui, &button, form.ctx.tokens);
        if button.clicked() {
            form.ask(Ask::Open((!open).then_some(row)));
        }
    });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 20.0;
        for entry in signer.log(plan) {
            let row = if open { Row::Open } else { Row::Closed };
            ui.push_id(entry.id.number(), |ui| entry_ui(form, ui, entry, row));
        }
    });
    if open {
        let shown = ui.scope(|ui| answer_ui(form, ui, signer)).response;
        if form.looks().aim == Some(Aim::Opened) {
            shown.scroll_to_me(None);
        }
    }
}

/// An entry of the log; all that can happen to it is that it was entered in error.
fn entry_ui(form: Form<'_>, ui: &mut Ui, entry: &SignOff, signer_is: Row) {
    let said = paper::sign_off(entry, crate::wording::time::date, form.language()).unwrap_or_default();
    let open = form.looks().open == Some(Open::Mistaken(entry.id));
    ui.horizontal_wrapped(|ui| {
        ui.add_space(12.0);
        form.hint(ui, if is_blank(&entry.meaning) { said } else { format!("{said} (“{}”)", entry.meaning.trim()) });
        if signer_is == Row::Open && entry.in_error.is_none() && !open {
            let button = widgets::quiet(ui, form.say(W::EnteredInError));
            widgets::ring(ui, &button, form.ctx.tokens);
            if button.clicked() {
                form.ask(Ask::Open(Some(Open::Mistaken(entry.id))));
            }
        }
    });
    if open {
        mistaken_ui(form, ui, entry);
    }
}

fn mistaken_ui(form: Form<'_>, ui: &mut Ui, entry: &SignOff) {
    let (note, label) = (Note::Mistaken(entry.id), form.say(W::WhyWrong));
    aim(form, ui, label);
    let entered = form.note_ui(ui, label, &note);
    let why = form.looks().note(&note).trim();
    let button = ui.add_enabled_ui(!is_blank(why), |ui| form.button(ui, form.say(W::MarkWrong))).inner;
    if (button.clicked() || entered) && !is_blank(why) {
        let marked = SignOff { in_error: Some(why.to_owned()), ..entry.clone() };
        form.ctx.edit(Edit::Course(CourseEdit::SignOff(ListEdit::Replace(marked))));
        form.ask(Ask::Recorded(vec![note]));
        form.ask(Ask::Open(None));
    }
}

fn aim(form: Form<'_>, ui: &Ui, label: &str) {
    if form.looks().aim == Some(Aim::Opened) {
        ui.memory_mut(|memory| memory.request_focus(fields::field_id(ui, label)));
    }
}

fn answer_ui(form: Form<'_>, ui: &mut Ui, signer: &Signer) {
    let answer = form.looks().answer;
    let mut then = answer;
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        let all = [
            (AnswerKind::Ink, form.say(W::Ink)),
            (AnswerKind::Record, form.say(W::HealthRecord)),
            (AnswerKind::Attested, form.say(W::Attested)),
            (AnswerKind::Refused, form.say(W::Refused)),
            (AnswerKind::Attempted, form.say(W::Attempted)),
        ];
        aim(form, left, form.say(W::Outcome));
        let taken = fields::choice(form.ctx, left, form.say(W::Outcome), answer.kind, &all);
        then.kind = taken.unwrap_or(then.kind);
        let on = answer.on.unwrap_or(form.today());
        if let Some(taken) = fields::past(form.ctx, right, form.say(W::OnDay), Some(on)) {
            then.on = taken.filter(|taken| *taken != form.today());
        }
    });
    if then != answer {
        form.ask(Ask::Answer(then));
    }
    if is_blank(&signer.name) {
        form.note_ui(ui, form.say(W::Name), &Note::Signed);
    }
    let needs_reason = match answer.kind {
        AnswerKind::Refused | AnswerKind::Attempted => true,
        AnswerKind::Ink | AnswerKind::Record | AnswerKind::Attested => false,
    };
    if needs_reason {
        form.note_ui(ui, form.say(W::WhyNot), &Note::NotSigned);
    } else {
        form.note_ui(ui, form.say(W::MeansWhat), &Note::Means);
    }
    let ready = !needs_reason || !is_blank(form.looks().note(&Note::NotSigned));
    let named = !is_blank(&signer.name) || !is_blank(form.looks().note(&Note::Signed));
    let add = ui.add_enabled_ui(ready && named, |ui| form.button(ui, form.say(W::AddToLog))).inner;
    if add.clicked() {
        record(form, signer, answer);
    }
}

/// A signature or a refusal answers what is awaited; an attempt leaves it awaited.
fn record(form: Form<'_>, signer: &Signer, answer: Answer) {
    let today = form.today();
    let date = answer.on.unwrap_or(today);
    let reason = form.looks().note(&Note::NotSigned).trim().to_owned();
    let outcome = match answer.kind {
        AnswerKind::Ink => SignOutcome::Ink(date),
        AnswerKind::Record => SignOutcome::HealthRecord(date),
        AnswerKind::Attested => SignOutcome::Attested(date),
        AnswerKind::Refused => SignOutcome::Refused { date, reason },
        AnswerKind::Attempted => SignOutcome::Attempted { date, reason },
    };
    let awaited = signer.awaited(form.plan()).filter(|_| answer.kind != AnswerKind::Attempted);
    let base = awaited.cloned().unwrap_or_else(|| SignOff::awaited(signer));
    let name =
        if is_blank(&base.name) { form.looks().note(&Note::Signed).trim().to_owned() } else { base.name.clone() };
    let means = form.looks().note(&Note::Means).trim();
    let meaning = if is_blank(means) { base.meaning.clone() } else { means.to_owned() };
    let recorded = Some(today).filter(|today| date < *today);
    let sign = SignOff { name, meaning, outcome, recorded, ..base };
    let edit = if awaited.is_some() { ListEdit::Replace(sign) } else { ListEdit::Add(sign) };
    form.ctx.send(Action::StepDone);
    form.ctx.edit(Edit::Course(CourseEdit::SignOff(edit)));
    form.ctx.send(Action::StepDone);
    form.ask(Ask::Recorded(vec![Note::NotSigned, Note::Means, Note::Signed]));
    form.ask(Ask::Open(None));
}

/// Notes that come after a signature, dated as what they are.
fn addenda_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, W::Addenda);
    for addendum in &form.plan().course.addenda {
        let written = crate::wording::time::date(addendum.written, form.language());
        let late = addendum.about.filter(|_| addendum.is_late());
        let late = late
            .map(|about| format!(", {}", paper::late_entry(about, crate::wording::time::date, form.language())))
            .unwrap_or_default();
        ui.label(theme::soft(format!("{written}{late}, {}", addendum.author), form.ctx.tokens));
        ui.label(&addendum.text);
    }
    let typed = form.looks().note(&Note::Addendum);
    if let Some(text) = fields::paragraph(form.ctx, ui, form.say(W::AddendumText), typed, 2) {
        form.ask(Ask::Write(Note::Addendum, text));
    }
    if is_blank(typed) {
        return;
    }
    let about = form.looks().about;
    if let Some(taken) = fields::past(form.ctx, ui, form.say(W::AboutDay), about) {
        form.ask(Ask::About(taken));
    }
    if form.button(ui, form.say(W::AddAddendum)).clicked() {
        let author = super::sign::attestation(form).name;
        let id = crate::base::AddendumId::default();
        let addendum = Addendum { id, written: form.today(), about, author, text: typed.trim().to_owned() };
        form.ctx.send(Action::StepDone);
        form.ctx.edit(Edit::Course(CourseEdit::Addendum(ListEdit::Add(addendum))));
        form.ask(Ask::Recorded(vec![Note::Addendum]));
        form.ask(Ask::About(None));
    }
}
