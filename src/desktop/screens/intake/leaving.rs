//! Leaving well: what has to be true, who takes over, what to do when things get worse, and how the stay ended.

use egui::Ui;

use super::field::{Form, any, put};
use super::record::{self, Line, List};
use super::segment::NINE;
use crate::base::{Date, SupportId};
use crate::desktop::form::Rows;
use crate::plan::{Appointment, Discharge, DischargeKind, Edit, LeavingEdit, RelapsePlan, Support};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::terms;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let leaving = &form.plan.leaving;
    form.leaving(form.lines(ui, L::Criteria, &leaving.criteria), LeavingEdit::Criteria);
    form.leaving(form.paragraph(ui, L::PersonCriteria, &leaving.person_criteria), LeavingEdit::PersonCriteria);
    let after = &leaving.aftercare;
    form.pair(
        ui,
        |ui| form.leaving(form.text(ui, L::NextProvider, &after.next_provider), LeavingEdit::NextProvider),
        |ui| form.leaving(form.date(ui, L::Expected, leaving.expected, any), LeavingEdit::Expected),
    );
    appointment_ui(form, ui);
    form.leaving(form.paragraph(ui, L::AfterMedication, &after.medication), LeavingEdit::Medication);
    supports_ui(form, ui);
    relapse_ui(form, ui);
    discharge_ui(form, ui);
}

/// The date says that there is an appointment; with whom, when and where come after it.
fn appointment_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::FirstAppointment);
    let now = form.plan.leaving.aftercare.first_appointment.as_ref();
    let blank = Appointment { with: String::new(), date: form.ctx.today, start: NINE, place: String::new() };
    let mut then = now.cloned().unwrap_or(blank);
    let mut date: Option<Date> = now.map(|now| now.date);
    let Appointment { with, date: _, start, place } = &mut then;
    let is_there = now.is_some();
    form.pair(
        ui,
        |ui| form.date_in(ui, L::AppointmentDate, &mut date, any),
        |ui| {
            if is_there {
                put(start, |now| form.clock(ui, (form.say(L::AppointmentTime), Rows::One), *now, any));
            }
        },
    );
    if is_there {
        form.pair(
            ui,
            |ui| form.text_in(ui, L::AppointmentWith, with),
            |ui| form.text_in(ui, L::AppointmentPlace, place),
        );
    }
    let then = date.map(|date| Appointment { date, ..then });
    form.differs(&now.cloned(), then, |then| Edit::Leaving(LeavingEdit::FirstAppointment(then)));
}

fn supports_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::LastingSupports);
    let edit = |edit| Edit::Leaving(LeavingEdit::Support(edit));
    let supports = &form.plan.leaving.aftercare.supports;
    let list = List { records: supports, add: L::AddSupport, first: L::SupportName, edit: &edit };
    let blank = || Support { id: SupportId::default(), name: String::new(), details: String::new() };
    let line = |support: &Support| Line { title: support.name.clone(), detail: support.details.clone() };
    record::list_ui(form, ui, &list, blank, line, |ui, support| {
        let Support { id: _, name, details } = support;
        form.text_in(ui, L::SupportName, name);
        form.text_in(ui, L::SupportDetails, details);
    });
}

fn relapse_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::RelapsePlan);
    let now = &form.plan.leaving.aftercare.relapse_plan;
    let mut then = now.clone();
    let RelapsePlan { triggers, warning_signs, coping, people, hard_dates, after_setback } = &mut then;
    form.pair(ui, |ui| form.lines_in(ui, L::Triggers, triggers), |ui| form.lines_in(ui, L::EarlySigns, warning_signs));
    form.pair(ui, |ui| form.lines_in(ui, L::WhatHelps, coping), |ui| form.lines_in(ui, L::WhomToCall, people));
    form.pair(
        ui,
        |ui| form.lines_in(ui, L::HardDates, hard_dates),
        |ui| form.lines_in(ui, L::AfterSetback, after_setback),
    );
    form.differs(now, then, |then| Edit::Leaving(LeavingEdit::RelapsePlan(then)));
}

fn discharge_ui(form: Form<'_>, ui: &mut Ui) {
    const KINDS: [DischargeKind; 5] = [
        DischargeKind::Completed,
        DischargeKind::AgainstAdvice,
        DischargeKind::Administrative,
        DischargeKind::Transfer,
        DischargeKind::LostContact,
    ];
    let now = form.plan.leaving.discharge.as_ref();
    let mut all = vec![(None, form.say(L::NotEnded))];
    all.extend(KINDS.map(|kind| (Some(kind), terms::discharge(kind, form.ctx.language()))));
    let taken = form.choice(ui, L::Discharge, now.map(|now| now.kind), &all);
    form.leaving(taken, |kind| {
        let blank = Discharge { date: form.ctx.today, kind: DischargeKind::Completed, summary: String::new() };
        LeavingEdit::Discharge(kind.map(|kind| Discharge { kind, ..now.cloned().unwrap_or(blank) }))
    });
    let Some(now) = now else { return };
    let mut then = now.clone();
    form.firm_date_in(ui, L::DischargeDate, &mut then.date, any);
    form.paragraph_in(ui, L::DischargeSummary, &mut then.summary);
    form.differs(now, then, |then| Edit::Leaving(LeavingEdit::Discharge(Some(then))));
}
