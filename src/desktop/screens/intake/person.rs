//! Person: how to address and reach them, whom to call, and who consented where they are a minor.

use egui::Ui;

use super::field::{Form, past};
use super::pages::age;
use super::record::{self, Line, List};
use crate::base::{GuardianId, is_blank};
use crate::desktop::form::tick;
use crate::plan::{
    ConsentBy, Contact, Edit, EmergencyContact, Guardian, Interpreter, InterpreterMode, MinorConsent, PersonEdit,
    Visible,
};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::{age_said, languages};
use crate::wording::terms;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    names_ui(form, ui);
    language_ui(form, ui);
    contact_ui(form, ui);
    emergency_ui(form, ui);
    minor_ui(form, ui);
}

fn names_ui(form: Form<'_>, ui: &mut Ui) {
    let person = &form.plan.person;
    form.person(form.text(ui, L::Name, &person.name), PersonEdit::Name);
    form.pair(
        ui,
        |ui| form.person(form.text(ui, L::PreferredName, &person.preferred_name), PersonEdit::PreferredName),
        |ui| form.person(form.text(ui, L::Pronouns, &person.pronouns), PersonEdit::Pronouns),
    );
    form.pair(
        ui,
        |ui| {
            let taken = form.date(ui, L::BirthDate, person.birth_date, past(form.ctx.today));
            form.person(taken, PersonEdit::BirthDate);
            if let Some(age) = person.age_on(form.ctx.today) {
                form.note(ui, age_said(age, form.ctx.language()));
            }
        },
        |ui| form.person(form.text(ui, L::RecordNumber, &person.record_number), PersonEdit::RecordNumber),
    );
}

/// The tag of a language that is not listed.
const UNLISTED: &str = "und";

fn language_ui(form: Form<'_>, ui: &mut Ui) {
    let tag = form.plan.person.language.as_str();
    let mut all = languages(form.ctx.language());
    let listed = all.iter().any(|(one, _)| *one == tag);
    if is_blank(tag) {
        all.insert(0, ("", ""));
    }
    all.push((UNLISTED, form.say(L::OtherLanguage)));
    let now = if listed || is_blank(tag) { tag } else { UNLISTED };
    form.pair(
        ui,
        |ui| {
            let taken = form.choice(ui, L::Language, now, &all);
            form.person(taken, |tag| PersonEdit::Language(tag.to_owned()));
            if now == UNLISTED {
                form.person(form.text(ui, L::LanguageTag, tag), PersonEdit::Language);
            }
        },
        |ui| interpreter_ui(form, ui),
    );
}

fn interpreter_ui(form: Form<'_>, ui: &mut Ui) {
    let interpreter = form.plan.person.interpreter.as_ref();
    ui.add_space(19.0);
    form.person(form.tick(ui, L::InterpreterHelps, interpreter.is_some()), |_| {
        let new = Interpreter { mode: InterpreterMode::InPerson, who: String::new() };
        PersonEdit::Interpreter(interpreter.is_none().then_some(new))
    });
    let Some(interpreter) = interpreter else { return };
    let modes =
        [InterpreterMode::InPerson, InterpreterMode::Video, InterpreterMode::Telephone, InterpreterMode::SignLanguage]
            .map(|mode| (mode, terms::interpreter(mode, form.ctx.language())));
    let mut then = interpreter.clone();
    form.choice_in(ui, L::InterpreterMode, &mut then.mode, &modes);
    form.text_in(ui, L::InterpreterWho, &mut then.who);
    form.differs(interpreter, then, |then| Edit::Person(PersonEdit::Interpreter(Some(then))));
}

fn contact_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::Contact);
    let mut then = form.plan.person.contact.clone();
    let Contact { phone, may_leave_message, email, address } = &mut then;
    form.pair(
        ui,
        |ui| {
            form.text_in(ui, L::Phone, phone);
            form.tick_in(ui, L::MayLeaveMessage, may_leave_message);
        },
        |ui| form.text_in(ui, L::Email, email),
    );
    form.lines_in(ui, L::Address, address);
    form.differs(&form.plan.person.contact, then, |contact| Edit::Person(PersonEdit::Contact(contact)));
}

fn emergency_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::Emergency);
    let blank = EmergencyContact { name: String::new(), relation: String::new(), phone: String::new() };
    let now = form.plan.person.emergency.clone().unwrap_or(blank);
    let mut then = now.clone();
    let EmergencyContact { name, relation, phone } = &mut then;
    form.row(
        ui,
        [
            &mut |ui| form.text_in(ui, L::EmergencyName, name),
            &mut |ui| form.text_in(ui, L::Relation, relation),
            &mut |ui| form.text_in(ui, L::EmergencyPhone, phone),
        ],
    );
    form.differs(&now, then, |contact| Edit::Person(emergency(contact)));
}

/// A contact of which nothing is left is none.
fn emergency(contact: EmergencyContact) -> PersonEdit {
    let EmergencyContact { name, relation, phone } = &contact;
    let says = [name, relation, phone].into_iter().any(|text| !is_blank(text));
    PersonEdit::Emergency(says.then_some(contact))
}

fn minor_ui(form: Form<'_>, ui: &mut Ui) {
    let unasked = MinorConsent { by: ConsentBy::Guardian, basis: String::new(), guardians: Vec::new() };
    let is_minor = age(form).is_some_and(|age| age < 18);
    let minor = form.plan.person.minor.as_ref();
    if minor.is_none() && !is_minor {
        if form.button(ui, L::AddMinor).clicked() {
            form.ctx.edit(Edit::Person(PersonEdit::Minor(Some(unasked))));
        }
        return;
    }
    form.heading(ui, L::Minor);
    consent_ui(form, ui, minor.unwrap_or(&unasked));
    if minor.is_some() && !is_minor && form.button(ui, L::NoMinor).clicked() {
        form.ctx.edit(Edit::Person(PersonEdit::Minor(None)));
    }
}

fn consent_ui(form: Form<'_>, ui: &mut Ui, minor: &MinorConsent) {
    let language = form.ctx.language();
    let all = [ConsentBy::Guardian, ConsentBy::Minor, ConsentBy::Both].map(|by| (by, terms::consent(by, language)));
    let mut then = minor.clone();
    let MinorConsent { by, basis, guardians: _ } = &mut then;
    form.pair(ui, |ui| form.choice_in(ui, L::ConsentBy, by, &all), |ui| form.text_in(ui, L::ConsentBasis, basis));
    form.differs(minor, then, |then| Edit::Person(PersonEdit::Minor(Some(then))));
    guardians_ui(form, ui, minor);
}

fn guardians_ui(form: Form<'_>, ui: &mut Ui, minor: &MinorConsent) {
    let has_consent = form.plan.person.minor.is_some();
    let edit = |edit| {
        let guardian = Edit::Person(PersonEdit::Guardian(edit));
        if has_consent {
            return guardian;
        }
        Edit::Together(vec![Edit::Person(PersonEdit::Minor(Some(minor.clone()))), guardian])
    };
    let list = List { records: &minor.guardians, add: L::AddGuardian, first: L::GuardianName, edit: &edit };
    let blank = || Guardian {
        id: GuardianId::default(),
        name: String::new(),
        relation: String::new(),
        phone: String::new(),
        may_see: vec![Visible::Schedule],
    };
    let line = |guardian: &Guardian| Line { title: guardian.name.clone(), detail: guardian.relation.clone() };
    record::list_ui(form, ui, &list, blank, line, |ui, guardian| guardian_ui(form, ui, guardian));
}

fn guardian_ui(form: Form<'_>, ui: &mut Ui, guardian: &mut Guardian) {
    let Guardian { id: _, name, relation, phone, may_see } = guardian;
    form.text_in(ui, L::GuardianName, name);
    form.pair(ui, |ui| form.text_in(ui, L::Relation, relation), |ui| form.text_in(ui, L::Phone, phone));
    form.hint(ui, form.say(L::MaySee));
    ui.horizontal_wrapped(|ui| visible_ui(form, ui, may_see));
}

fn visible_ui(form: Form<'_>, ui: &mut Ui, may_see: &mut Vec<Visible>) {
    for part in [
        Visible::Schedule,
        Visible::Goals,
        Visible::SafetyPlan,
        Visible::Medications,
        Visible::Scores,
        Visible::Diagnoses,
        Visible::Everything,
    ] {
        let words = terms::visible(part, form.ctx.language());
        match tick(ui, words, may_see.contains(&part)) {
            Some(true) => may_see.push(part),
            Some(false) => may_see.retain(|one| *one != part),
            None => {}
        }
    }
    may_see.sort_unstable();
}
