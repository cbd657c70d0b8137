//! Medication and health: what they take, allergies, what was offered for opioid use, withdrawal and clearance.

use egui::Ui;

use super::field::{Form, past};
use super::record::{self, Line, List};
use crate::base::{Date, MedicationId};
use crate::plan::{Clearance, Edit, FrameEdit, Medication, Naloxone, OpioidMedication};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::joined;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    medications_ui(form, ui);
    allergies_ui(form, ui);
    form.pair(ui, |ui| opioid_ui(form, ui), |ui| naloxone_ui(form, ui));
    let frame = &form.plan.frame;
    form.frame(form.paragraph(ui, L::WithdrawalRisk, &frame.withdrawal_risk), FrameEdit::WithdrawalRisk);
    clearance_ui(form, ui);
}

fn medications_ui(form: Form<'_>, ui: &mut Ui) {
    let edit = |edit| Edit::Frame(FrameEdit::Medication(edit));
    let medications = &form.plan.frame.medications;
    if !medications.is_empty() {
        form.hint(ui, form.say(L::Medications));
    }
    let list = List { records: medications, add: L::AddMedication, first: L::MedicationName, edit: &edit };
    let blank = || Medication {
        id: MedicationId::default(),
        name: String::new(),
        dose: String::new(),
        purpose: String::new(),
        prescriber: String::new(),
    };
    let line = |m: &Medication| Line { title: m.name.clone(), detail: joined(&[&m.dose, &m.purpose]) };
    record::list_ui(form, ui, &list, blank, line, |ui, medication| {
        let Medication { id: _, name, dose, purpose, prescriber } = medication;
        form.pair(ui, |ui| form.text_in(ui, L::MedicationName, name), |ui| form.text_in(ui, L::Dose, dose));
        form.pair(ui, |ui| form.text_in(ui, L::Purpose, purpose), |ui| form.text_in(ui, L::Prescriber, prescriber));
    });
}

fn allergies_ui(form: Form<'_>, ui: &mut Ui) {
    let allergies = &form.plan.frame.allergies;
    form.frame(form.lines(ui, L::Allergies, allergies), FrameEdit::Allergies);
    if allergies.is_empty() && form.button(ui, L::NoneKnown).clicked() {
        let none = form.say(L::NoneKnown).to_lowercase();
        form.ctx.edit(Edit::Frame(FrameEdit::Allergies(vec![none])));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    NotIndicated,
    Offered,
    Had,
    Declined,
}

fn opioid_ui(form: Form<'_>, ui: &mut Ui) {
    let now = &form.plan.frame.opioid_medication;
    let (state, why) = match now {
        OpioidMedication::NotIndicated => (State::NotIndicated, ""),
        OpioidMedication::Offered => (State::Offered, ""),
        OpioidMedication::Taken => (State::Had, ""),
        OpioidMedication::Declined(why) => (State::Declined, why.as_str()),
    };
    form.frame(form.choice(ui, L::OpioidMedication, state, &states(form, L::Taken)), |state| {
        FrameEdit::OpioidMedication(match state {
            State::NotIndicated => OpioidMedication::NotIndicated,
            State::Offered => OpioidMedication::Offered,
            State::Had => OpioidMedication::Taken,
            State::Declined => OpioidMedication::Declined(String::new()),
        })
    });
    if state == State::Declined {
        form.frame(form.text(ui, L::DeclinedWhy, why), |why| {
            FrameEdit::OpioidMedication(OpioidMedication::Declined(why))
        });
    }
}

fn states(form: Form<'_>, had: L) -> [(State, &'static str); 4] {
    [
        (State::NotIndicated, form.say(L::NotIndicated)),
        (State::Offered, form.say(L::Offered)),
        (State::Had, form.say(had)),
        (State::Declined, form.say(L::Declined)),
    ]
}

fn naloxone_ui(form: Form<'_>, ui: &mut Ui) {
    let now = &form.plan.frame.naloxone;
    let state = match now {
        Naloxone::NotIndicated => State::NotIndicated,
        Naloxone::Offered => State::Offered,
        Naloxone::Given(_) => State::Had,
        Naloxone::Declined(_) => State::Declined,
    };
    form.frame(form.choice(ui, L::Naloxone, state, &states(form, L::Given)), |state| {
        FrameEdit::Naloxone(match state {
            State::NotIndicated => Naloxone::NotIndicated,
            State::Offered => Naloxone::Offered,
            State::Had => Naloxone::Given(form.ctx.today),
            State::Declined => Naloxone::Declined(String::new()),
        })
    });
    match now {
        Naloxone::NotIndicated | Naloxone::Offered => {}
        Naloxone::Given(date) => {
            let taken = form.firm_date(ui, L::GivenOn, *date, past(form.ctx.today));
            form.frame(taken, |date| FrameEdit::Naloxone(Naloxone::Given(date)));
        }
        Naloxone::Declined(why) => {
            let taken = form.text(ui, L::NaloxoneWhy, why);
            form.frame(taken, |why| FrameEdit::Naloxone(Naloxone::Declined(why)));
        }
    }
}

/// The date says that there is a clearance; who gave it and what to watch come after it.
fn clearance_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::Clearance);
    let now = form.plan.frame.medical_clearance.as_ref();
    let (mut by, mut note) = now.map(|now| (now.by.clone(), now.note.clone())).unwrap_or_default();
    let mut date: Option<Date> = now.map(|now| now.date);
    form.pair(
        ui,
        |ui| form.date_in(ui, L::ClearanceDate, &mut date, past(form.ctx.today)),
        |ui| {
            if now.is_some() {
                form.text_in(ui, L::ClearanceBy, &mut by);
            }
        },
    );
    if now.is_some() {
        form.text_in(ui, L::ClearanceNote, &mut note);
    }
    let then = date.map(|date| Clearance { date, by, note });
    form.differs(&now.cloned(), then, |then| Edit::Frame(FrameEdit::MedicalClearance(then)));
}
