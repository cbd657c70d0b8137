//! Signing: what stands against it, the attestation, and one button that freezes the next version.

use egui::{RichText, Ui};

use super::form::Form;
use super::looks::{Ask, Note, Signed};
use super::model::current;
use super::step::Step;
use super::{changes, next, sign_offs, turn};
use crate::base::{Date, is_blank};
use crate::checks::Level;
use crate::desktop::action::Action;
use crate::desktop::view::Room;
use crate::desktop::{form as fields, theme, widgets};
use crate::history::{CannotSign, Version};
use crate::plan::{Item, Plan, Review, SignOff, SignOutcome, SignerRole, Standing};
use crate::wording::history::not_signed;
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{due_on, entered_late, errors_left, sign_version};
use crate::wording::{progress as words, terms};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    against_ui(form, ui);
    attestation_ui(form, ui);
    changes::reason_ui(form, ui);
    next::ui(form, ui);
    ui.add_space(4.0);
    let on = signed_on(form);
    let last = form.open.versions().last();
    let number = last.map_or(1, |last| last.number() + 1);
    let early = last.map(Version::date).filter(|last| on < *last);
    if let Some(last) = early {
        let why = not_signed(&CannotSign::BeforeLast(last), form.language());
        ui.label(RichText::new(why).color(form.ctx.tokens.error));
    }
    let reason = form.looks().note(&Note::Reason).trim();
    let missing = missing(form);
    let words = sign_version(number, form.language());
    let can = missing.is_none() && early.is_none();
    let button = ui.add_enabled_ui(can, |ui| widgets::primary(ui, &words, form.ctx.tokens)).inner;
    if button.clicked() {
        let (sign, reason, next) = (attestation(form), reason.to_owned(), next::to_plan(form));
        form.ask(Ask::Sign(Box::new(Signed { sign, on, reason, next })));
    }
    match missing {
        Some(why) => drop(ui.label(RichText::new(not_signed(&why, form.language())).color(form.ctx.tokens.warning))),
        None => form.hint(ui, form.say(W::SignHow)),
    }
    sign_offs::ui(form, ui);
}

/// What has to be there before anybody can sign, and is not.
fn missing(form: Form<'_>) -> Option<CannotSign> {
    let open = &form.model().alerts;
    if !open.is_empty() {
        return Some(CannotSign::OpenAlerts(open.iter().map(|alert| alert.result).collect()));
    }
    if is_blank(author(form)) {
        return Some(CannotSign::NoAuthor);
    }
    is_blank(form.looks().note(&Note::Reason)).then_some(CannotSign::NoReason)
}

/// The day of the attestation: today, or an earlier one on which it was given.
pub(super) fn signed_on(form: Form<'_>) -> Date {
    form.looks().signed_on.unwrap_or(form.today())
}

/// Everything that stands against signing, or should be looked at before; each leads to where it is mended.
fn against_ui(form: Form<'_>, ui: &mut Ui) {
    for alert in &form.model().alerts {
        let text = words::alert(alert, form.plan(), form.language());
        if link(form, ui, &text, form.ctx.tokens.error) {
            turn(form, Step::Scores);
        }
    }
    if let Some(review) = current(form.plan()) {
        review_ui(form, ui, review);
    }
    // A typed attestation does not answer it: the log below does, with ink or the health record.
    for due in &form.model().certifications {
        let what = words::due(due, form.plan(), form.ctx.catalog, form.language());
        let text = format!("{what}, {}", due_on(due.on, form.today(), form.language()));
        ui.label(RichText::new(text).color(form.ctx.tokens.warning));
    }
    let errors = form.open.model.findings.iter().filter(|finding| finding.level() == Level::Error).count();
    if errors > 0 && link(form, ui, &errors_left(errors, form.language()), form.ctx.tokens.warning) {
        form.ctx.send(Action::Select(Some(Item::Plan)));
    }
}

fn review_ui(form: Form<'_>, ui: &mut Ui, review: &Review) {
    let warning = form.ctx.tokens.warning;
    if review.decision.is_none() && link(form, ui, form.say(W::NoDecision), warning) {
        turn(form, Step::Decision);
    }
    for statement in review.leaves_out(&form.model().asked) {
        let label = words::statement(statement, form.language());
        if link(form, ui, &crate::wording::screen::review::not_stated(label, form.language()), warning) {
            turn(form, Step::Decision);
        }
    }
    if review.notes.agreements.is_empty() && link(form, ui, form.say(W::NobodyAsked), warning) {
        turn(form, Step::Agreement);
    }
}

fn link(form: Form<'_>, ui: &mut Ui, text: &str, color: egui::Color32) -> bool {
    let link = ui.add(egui::Link::new(RichText::new(text).color(color).underline()));
    widgets::ring(ui, &link, form.ctx.tokens);
    link.clicked()
}

const ROLES: [SignerRole; 3] = [SignerRole::Clinician, SignerRole::Supervisor, SignerRole::Physician];

fn attestation_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, W::Attestation);
    if form.ctx.room == Room::Tight {
        ui.columns_const(|[left, right]: &mut [Ui; 2]| {
            role_ui(form, left);
            written_ui(form, right, W::Name, (Note::Author, author(form)));
        });
        ui.columns_const(|[left, right]: &mut [Ui; 2]| {
            written_ui(form, left, W::Credentials, (Note::Credentials, credentials(form)));
            day_ui(form, right);
        });
    } else {
        ui.columns_const(|[left, middle, right, day]: &mut [Ui; 4]| {
            role_ui(form, left);
            written_ui(form, middle, W::Name, (Note::Author, author(form)));
            written_ui(form, right, W::Credentials, (Note::Credentials, credentials(form)));
            day_ui(form, day);
        });
    }
    if signed_on(form) < form.today() {
        form.hint(ui, entered_late(form.today(), form.language()));
    }
    let meaning = meaning(form);
    if let Some(text) = fields::text(form.ctx, ui, form.say(W::Meaning), &meaning) {
        form.ask(Ask::Write(Note::Meaning, text));
    }
    ui.label(theme::soft(form.say(W::NoCertificate), form.ctx.tokens));
}

fn role_ui(form: Form<'_>, ui: &mut Ui) {
    let all = ROLES.map(|role| (role, terms::signer(role, form.language())));
    if let Some(role) = fields::choice(form.ctx, ui, form.say(W::Role), role(form), &all) {
        form.ask(Ask::Role(role));
    }
}

fn written_ui(form: Form<'_>, ui: &mut Ui, label: W, (note, now): (Note, &str)) {
    if let Some(text) = fields::text(form.ctx, ui, form.say(label), now) {
        form.ask(Ask::Write(note, text));
    }
}

fn day_ui(form: Form<'_>, ui: &mut Ui) {
    if let Some(taken) = fields::past(form.ctx, ui, form.say(W::SignedOn), Some(signed_on(form))) {
        form.ask(Ask::SignedOn(taken.filter(|taken| *taken != form.today())));
    }
}

fn role(form: Form<'_>) -> SignerRole {
    form.looks().role.unwrap_or(SignerRole::Clinician)
}

/// The signature of this role that is still awaited, or the last one that there is.
fn expected(plan: &Plan, role: SignerRole) -> Option<&SignOff> {
    let mine = || plan.course.sign_offs.iter().filter(|sign| sign.role == role);
    mine().find(|sign| sign.outcome == SignOutcome::Awaited).or(mine().next_back())
}

fn typed<'a>(form: Form<'a>, note: &Note, usual: impl FnOnce(&'a SignOff) -> &'a str) -> &'a str {
    match form.looks().notes.get(note) {
        Some(text) => text,
        None => expected(form.plan(), role(form)).map_or("", usual),
    }
}

fn author(form: Form<'_>) -> &str {
    typed(form, &Note::Author, |sign| &sign.name)
}

fn credentials(form: Form<'_>) -> &str {
    typed(form, &Note::Credentials, |sign| &sign.standing)
}

fn meaning(form: Form<'_>) -> String {
    // What an earlier signature meant is not what this one means.
    let awaited = |sign: &'_ SignOff| sign.outcome == SignOutcome::Awaited;
    let typed = typed(form, &Note::Meaning, |sign| if awaited(sign) { &sign.meaning } else { "" });
    let is_typed = form.looks().notes.contains_key(&Note::Meaning);
    if is_typed || !is_blank(typed) {
        return typed.to_owned();
    }
    let words = if form.plan().course.standing == Standing::Draft { W::MeansPlan } else { W::MeansReview };
    form.say(words).to_owned()
}

/// What is signed: the author as it stands on the version, and the attestation.
pub(super) fn attestation(form: Form<'_>) -> SignOff {
    SignOff {
        id: crate::base::SignOffId::default(),
        role: role(form),
        name: author(form).trim().to_owned(),
        standing: credentials(form).trim().to_owned(),
        meaning: meaning(form),
        outcome: SignOutcome::Attested(signed_on(form)),
        recorded: Some(form.today()).filter(|today| signed_on(form) < *today),
        in_error: None,
    }
}
