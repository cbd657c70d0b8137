//! Who agreed, in which language it was explained, and who interpreted.

use egui::Ui;

use super::form::Form;
use crate::base::is_blank;
use crate::desktop::action::Action;
use crate::desktop::{form as fields, theme, widgets};
use crate::plan::{Agreement, Plan, Review, SignerRole, Stance};
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::asked_person;
use crate::wording::{paper, terms};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let Some(review) = form.review(ui) else { return };
    form.hint(ui, form.say(W::AgreementHow));
    for (role, name) in people(form.plan(), review) {
        ui.push_id((terms::signer(role, form.language()), &name), |ui| person_ui(form, ui, review, (role, &name)));
    }
    ui.add_space(6.0);
    language_ui(form, ui, review);
    let who = fields::text(form.ctx, ui, form.say(W::Interpreter), &review.notes.interpreter);
    if let Some(who) = who {
        form.change(review, |review| review.notes.interpreter = who);
    }
    let usual = form.plan().person.interpreter.as_ref().map(|interpreter| interpreter.who.as_str());
    if let Some(usual) = usual.filter(|usual| is_blank(&review.notes.interpreter) && !is_blank(usual))
        && form.button(ui, usual).clicked()
    {
        form.change(review, |review| usual.clone_into(&mut review.notes.interpreter));
    }
}

/// The person, guardians of a minor, and whoever has said something.
fn people(plan: &Plan, review: &Review) -> Vec<(SignerRole, String)> {
    let mut people = vec![(SignerRole::Person, plan.person.called().to_owned())];
    let guardians = plan.person.minor.iter().flat_map(|minor| &minor.guardians);
    people.extend(guardians.map(|guardian| (SignerRole::Guardian, guardian.name.clone())));
    let staff = plan.course.sign_offs.iter().filter(|sign| sign.role == SignerRole::Clinician);
    for other in staff.map(|sign| (sign.role, sign.name.clone())) {
        if !people.contains(&other) {
            people.push(other);
        }
    }
    for said in &review.notes.agreements {
        if !people.iter().any(|(role, name)| *role == said.role && *name == said.name) {
            people.push((said.role, said.name.clone()));
        }
    }
    people
}

#[derive(Clone, Copy, PartialEq)]
enum Said {
    Nothing,
    Agrees,
    Disagrees,
    Absent,
}

fn said(stance: Option<&Stance>) -> Said {
    match stance {
        None => Said::Nothing,
        Some(Stance::Agrees) => Said::Agrees,
        Some(Stance::Disagrees(_)) => Said::Disagrees,
        Some(Stance::Absent) => Said::Absent,
    }
}

fn person_ui(form: Form<'_>, ui: &mut Ui, review: &Review, (role, name): (SignerRole, &str)) {
    let is_theirs = |agreement: &Agreement| agreement.role == role && agreement.name == name;
    let stance = review.notes.agreements.iter().find(|one| is_theirs(one)).map(|agreement| &agreement.stance);
    let set = |stance: Stance| {
        form.change(review, |review| {
            review.notes.agreements.retain(|agreement| !is_theirs(agreement));
            review.notes.agreements.push(Agreement { role, name: name.to_owned(), stance });
        });
    };
    let who = asked_person(terms::signer(role, form.language()), name);
    ui.label(theme::strong(&who));
    let all = [
        (Said::Agrees, form.say(W::Agrees)),
        (Said::Disagrees, form.say(W::Disagrees)),
        (Said::Absent, form.say(W::NotThere)),
    ];
    let taken = ui.horizontal(|ui| widgets::segmented(ui, form.ctx.tokens, &who, said(stance), &all)).inner;
    if let Some(taken) = taken {
        form.ctx.send(Action::StepDone);
        set(match taken {
            Said::Nothing | Said::Agrees => Stance::Agrees,
            Said::Disagrees => Stance::Disagrees(String::new()),
            Said::Absent => Stance::Absent,
        });
    }
    if let Some(Stance::Disagrees(why)) = stance
        && let Some(why) = fields::text(form.ctx, ui, form.say(W::WhyNot), why)
    {
        set(Stance::Disagrees(why));
    }
}

fn language_ui(form: Form<'_>, ui: &mut Ui, review: &Review) {
    let mut tags = vec![String::new(), form.plan().person.language.clone()];
    for tag in ["en-US", "es-US", review.notes.explained_in.as_str()] {
        let same =
            |one: &String| paper::language_name(one, form.language()) == paper::language_name(tag, form.language());
        if !tags.iter().any(same) {
            tags.push(tag.to_owned());
        }
    }
    let words = |tag: &str| {
        if is_blank(tag) {
            form.say(W::NotExplained).to_owned()
        } else {
            paper::language_name(tag, form.language()).to_owned()
        }
    };
    let names: Vec<String> = tags.iter().map(|tag| words(tag)).collect();
    let all: Vec<(usize, &str)> = names.iter().map(String::as_str).enumerate().collect();
    let is_it = |tag: &String| *tag == review.notes.explained_in;
    let now = tags.iter().position(is_it).unwrap_or_default();
    if let Some(taken) = fields::choice(form.ctx, ui, form.say(W::ExplainedIn), now, &all)
        && let Some(tag) = tags.get(taken)
    {
        form.change(review, |review| review.notes.explained_in.clone_from(tag));
    }
}
