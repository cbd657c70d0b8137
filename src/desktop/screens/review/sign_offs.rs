//! Signatures: in ink, in the health record or typed; refused or asked for in vain, with the reason.

use egui::Ui;

use super::form::Form;
use super::looks::{Ask, Note, Open};
use crate::base::{Date, Id as _, is_blank};
use crate::desktop::action::Action;
use crate::desktop::{form as fields, theme, widgets};
use crate::plan::{Addendum, CourseEdit, Edit, ListEdit, SignOff, SignOutcome, SignerRole};
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::asked_person;
use crate::wording::{paper, terms};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, W::Signatures);
    form.hint(ui, form.say(W::SignaturesHow));
    for sign in &form.plan().course.sign_offs {
        ui.push_id(("sign-off", sign.id.number()), |ui| sign_ui(form, ui, sign));
    }
    ui.horizontal_wrapped(|ui| {
        let roles = [
            SignerRole::Person,
            SignerRole::Guardian,
            SignerRole::Clinician,
            SignerRole::Supervisor,
            SignerRole::Physician,
        ];
        form.hint(ui, form.say(W::AskAgain));
        for role in roles {
            if widgets::quiet(ui, terms::signer(role, form.language())).clicked() {
                ask_again(form, role);
            }
        }
    });
    addenda_ui(form, ui);
}

fn ask_again(form: Form<'_>, role: SignerRole) {
    let before = form.plan().course.sign_offs.iter().rfind(|sign| sign.role == role);
    let person = if role == SignerRole::Person { form.plan().person.name.clone() } else { String::new() };
    let blank = SignOff {
        id: crate::base::SignOffId::default(),
        role,
        name: person,
        standing: String::new(),
        meaning: String::new(),
        outcome: SignOutcome::Awaited,
    };
    let sign = before.map_or(blank, |before| SignOff { outcome: SignOutcome::Awaited, ..before.clone() });
    form.ctx.edit(Edit::Course(CourseEdit::SignOff(ListEdit::Add(sign))));
}

fn sign_ui(form: Form<'_>, ui: &mut Ui, sign: &SignOff) {
    let open = form.looks().open == Some(Open::SignOff(sign.id));
    let who = asked_person(terms::signer(sign.role, form.language()), &sign.name);
    let outcome = paper::sign_outcome(&sign.outcome, form.language());
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::strong(&who));
        ui.label(theme::soft(outcome.unwrap_or_else(|| form.say(W::Awaited).to_owned()), form.ctx.tokens));
        let words = if open { W::Close } else { W::RecordSignature };
        let button = widgets::quiet(ui, form.say(words));
        widgets::ring(ui, &button, form.ctx.tokens);
        if button.clicked() {
            form.ask(Ask::Open((!open).then_some(Open::SignOff(sign.id))));
        }
    });
    if open {
        outcome_ui(form, ui, sign);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Awaited,
    Ink,
    Record,
    Refused,
    Attempted,
    Attested,
}

fn kind(outcome: &SignOutcome) -> (Kind, Option<Date>, &str) {
    match outcome {
        SignOutcome::Awaited => (Kind::Awaited, None, ""),
        SignOutcome::Ink(date) => (Kind::Ink, Some(*date), ""),
        SignOutcome::HealthRecord(date) => (Kind::Record, Some(*date), ""),
        SignOutcome::Attested(date) => (Kind::Attested, Some(*date), ""),
        SignOutcome::Refused { date, reason } => (Kind::Refused, Some(*date), reason),
        SignOutcome::Attempted { date, reason } => (Kind::Attempted, Some(*date), reason),
    }
}

fn outcome(kind: Kind, date: Date, reason: String) -> SignOutcome {
    match kind {
        Kind::Awaited => SignOutcome::Awaited,
        Kind::Ink => SignOutcome::Ink(date),
        Kind::Record => SignOutcome::HealthRecord(date),
        Kind::Attested => SignOutcome::Attested(date),
        Kind::Refused => SignOutcome::Refused { date, reason },
        Kind::Attempted => SignOutcome::Attempted { date, reason },
    }
}

fn outcome_ui(form: Form<'_>, ui: &mut Ui, sign: &SignOff) {
    let (now, date, reason) = kind(&sign.outcome);
    let mut then = sign.clone();
    if let Some(name) = fields::text(form.ctx, ui, form.say(W::Name), &sign.name) {
        then.name = name;
    }
    let all = [
        (Kind::Awaited, form.say(W::Awaited)),
        (Kind::Ink, form.say(W::Ink)),
        (Kind::Record, form.say(W::HealthRecord)),
        (Kind::Attested, form.say(W::Attested)),
        (Kind::Refused, form.say(W::Refused)),
        (Kind::Attempted, form.say(W::Attempted)),
    ];
    let day = date.unwrap_or(form.today());
    if let Some(kind) = fields::choice(form.ctx, ui, form.say(W::Outcome), now, &all) {
        then.outcome = outcome(kind, day, reason.to_owned());
    }
    if date.is_some()
        && let Some(Some(taken)) = fields::date(form.ctx, ui, form.say(W::OnDay), date)
    {
        then.outcome = outcome(now, taken, reason.to_owned());
    }
    if matches!(now, Kind::Refused | Kind::Attempted)
        && let Some(why) = fields::text(form.ctx, ui, form.say(W::WhyNot), reason)
    {
        then.outcome = outcome(now, day, why);
    }
    if then != *sign {
        form.ctx.edit(Edit::Course(CourseEdit::SignOff(ListEdit::Replace(then))));
    }
}

/// Notes that come after a signature, dated as what they are.
fn addenda_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, W::Addenda);
    for addendum in &form.plan().course.addenda {
        let written = crate::wording::time::date(addendum.written, form.language());
        let late = addendum.about.filter(|_| addendum.is_late());
        let late = late.map(|about| format!(", {}", paper::late_entry(about, form.language()))).unwrap_or_default();
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
    if let Some(taken) = fields::date(form.ctx, ui, form.say(W::AboutDay), about) {
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
