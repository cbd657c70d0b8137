//! The patient edition's pages for the time after the program and for hard days.

use super::blocks::{Block, Marker, Style, Text, Tone, Voice};
use super::patient::Patient;
use crate::base::is_blank;
use crate::plan::SafetyPlan;
use crate::wording::paper::{self, PatientLabel as Say};
use crate::wording::time;

/// What comes after the program; nothing where nothing is planned yet.
pub(super) fn after(patient: &Patient) -> Vec<Block> {
    let mut inside = last_day(patient);
    inside.extend(next_provider(patient));
    let aftercare = &patient.plan.leaving.aftercare;
    let supports: Vec<String> = aftercare.supports.iter().map(|s| joined(&s.name, &s.details)).collect();
    let plan = &aftercare.relapse_plan;
    let left = [
        patient.listed(3, Say::Supports, Style::Body, &supports),
        patient.listed(3, Say::WhatHelps, Style::Body, &plan.coping),
        patient.listed(3, Say::AfterSetback, Style::Body, &plan.after_setback),
    ];
    let right = [
        patient.listed(3, Say::WhatMakesItHard, Style::Body, &plan.triggers),
        patient.listed(3, Say::EarlySigns, Style::Body, &plan.warning_signs),
        patient.listed(3, Say::PeopleToCall, Style::Body, &plan.people),
        patient.listed(3, Say::HardDates, Style::Body, &plan.hard_dates),
    ];
    let (left, right) = (left.concat(), right.concat());
    match (left.is_empty(), right.is_empty()) {
        (true, true) => {}
        (false, false) => inside.push(Block::Columns(vec![(1.0, left), (1.0, right)])),
        (true, false) | (false, true) => inside.extend(left.into_iter().chain(right)),
    }
    if inside.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::NewPage, patient.heading(2, Say::AfterTheProgram)];
    blocks.append(&mut inside);
    blocks
}

fn joined(name: &str, details: &str) -> String {
    if is_blank(details) { name.to_owned() } else { format!("{name}: {details}") }
}

fn last_day(patient: &Patient) -> Vec<Block> {
    let Some(words) = patient.discretion.allow(&patient.plan.leaving.person_criteria) else { return Vec::new() };
    let label = Text::voiced(Style::Label, Voice::Quiet, patient.say(Say::LastDay));
    vec![Block::Text(label), Block::Quote(Text::new(Style::Body, format!("“{}”", words.trim())))]
}

fn next_provider(patient: &Patient) -> Vec<Block> {
    let aftercare = &patient.plan.leaving.aftercare;
    let mut inside = Vec::new();
    if let Some(appointment) = &aftercare.first_appointment {
        let moment =
            paper::moment(appointment.date, &time::clock(appointment.start, patient.language), patient.language);
        inside.push(Block::Text(Text::voiced(Style::Body, Voice::Accent, patient.say(Say::FirstAppointment))));
        inside.push(Block::Text(Text::voiced(Style::Lead, Voice::Strong, moment)));
        for words in [&appointment.with, &appointment.place] {
            let words = patient.discretion.allow(words);
            inside.extend(words.map(|words| Block::Text(Text::new(Style::Body, words))));
        }
    }
    if let Some(provider) = patient.discretion.allow(&aftercare.next_provider) {
        let label = Text::voiced(Style::Label, Voice::Quiet, patient.say(Say::WhoHelpsNext));
        inside.extend([Block::Text(label), Block::Text(Text::new(Style::Body, provider))]);
    }
    if inside.is_empty() { Vec::new() } else { vec![Block::Space(8.0), Block::Card(Tone::Main, inside)] }
}

/// The safety plan in full, on a page of its own at the end, so that it can be kept apart.
pub(super) fn safety(patient: &Patient) -> Vec<Block> {
    let Some(plan) = &patient.plan.frame.safety_plan else { return Vec::new() };
    let mut blocks = vec![
        Block::NewPage,
        patient.heading(2, Say::SafetyPlan),
        Block::Text(Text::voiced(Style::Compact, Voice::Quiet, patient.say(Say::KeepApart))),
    ];
    let count = steps(plan).iter().map(|(_, entries)| entries.len()).sum::<usize>();
    // In a crisis one page is better than two.
    if count > 14 {
        let steps = steps(plan).map(|step| safety_step(patient, Style::Compact, step));
        let (left, right) = steps.split_at(3);
        blocks.push(Block::Columns(vec![(1.0, left.concat()), (1.0, right.concat())]));
    } else {
        blocks.extend(steps(plan).into_iter().flat_map(|step| safety_step(patient, Style::Body, step)));
    }
    if !plan.reasons_for_living.is_empty() {
        blocks.push(patient.heading(3, Say::WorthLiving));
        let reasons = plan.reasons_for_living.iter().map(|reason| Text::new(Style::Body, reason.as_str()));
        blocks.push(Block::List(Marker::Bullet, reasons.collect()));
    }
    blocks
}

fn safety_step(patient: &Patient, style: Style, (label, entries): (Say, &Vec<String>)) -> Vec<Block> {
    let mut texts: Vec<Text> = entries.iter().map(|entry| Text::new(style, entry.as_str())).collect();
    if label == Say::Step5 {
        texts.push(Text::voiced(style, Voice::Strong, paper::crisis_line(patient.language)));
        let danger = format!(" ({})", patient.say(Say::InDanger).to_lowercase());
        texts.push(Text::voiced(style, Voice::Strong, patient.say(Say::Call911)).and(Voice::Plain, danger));
    }
    let inside = if texts.is_empty() { Block::Lines(1) } else { Block::List(Marker::Bullet, texts) };
    vec![patient.heading(3, label), inside]
}

const fn steps(plan: &SafetyPlan) -> [(Say, &Vec<String>); 6] {
    [
        (Say::Step1, &plan.warning_signs),
        (Say::Step2, &plan.coping),
        (Say::Step3, &plan.distractions),
        (Say::Step4, &plan.people),
        (Say::Step5, &plan.professionals),
        (Say::Step6, &plan.safer_surroundings),
    ]
}
