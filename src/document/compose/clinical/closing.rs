//! Leaving, releases, signatures and the notice against redisclosure.

use super::{Clinical, cell, joined, lines, strong_cell};
use crate::base::is_blank;
use crate::document::compose::blocks::{Block, Signature, Style, Text, Tone, Voice};
use crate::plan::{Plan, Release, SignOff, SignOutcome, Signer, signers};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{terms, time};

pub(super) fn leaving(clinical: &Clinical) -> Vec<Block> {
    let (leaving, language) = (&clinical.plan.leaving, clinical.language);
    let aftercare = &leaving.aftercare;
    let relapse = &aftercare.relapse_plan;
    let date = |date| paper::date(date, language);
    let appointment = aftercare.first_appointment.as_ref().map(|first| {
        joined(&[&date(first.date), &time::clock(first.start, language), &first.with, &first.place], ", ")
    });
    let supports: Vec<String> = aftercare.supports.iter().map(|s| joined(&[&s.name, &s.details], ": ")).collect();
    let open = aftercare.open_goals.iter().filter_map(|id| clinical.plan.goal(*id)).map(|goal| goal.clinical.as_str());
    let discharge = leaving.discharge.as_ref().map(|discharge| {
        joined(&[&date(discharge.date), terms::discharge(discharge.kind, language), &discharge.summary], "; ")
    });
    let facts = vec![
        (Say::Criteria, lines(&leaving.criteria)),
        (Say::PersonCriteria, quoted(&leaving.person_criteria)),
        (Say::Expected, leaving.expected.map(date).unwrap_or_default()),
        (Say::NextProvider, aftercare.next_provider.clone()),
        (Say::FirstAppointment, appointment.unwrap_or_default()),
        (Say::AftercareSupports, lines(&supports)),
        (Say::AftercareMedication, aftercare.medication.clone()),
        (Say::OpenGoals, joined(&open.collect::<Vec<_>>(), "\n")),
        (Say::Triggers, lines(&relapse.triggers)),
        (Say::EarlySigns, lines(&relapse.warning_signs)),
        (Say::WhatHelps, lines(&relapse.coping)),
        (Say::PeopleToCall, lines(&relapse.people)),
        (Say::HardDates, lines(&relapse.hard_dates)),
        (Say::AfterSetback, lines(&relapse.after_setback)),
        (Say::Discharged, discharge.unwrap_or_default()),
    ];
    if facts.iter().all(|(_, text)| is_blank(text)) {
        return Vec::new();
    }
    vec![clinical.heading(2, Say::Leaving), clinical.facts(facts)]
}

fn quoted(words: &str) -> String {
    if is_blank(words) { String::new() } else { format!("“{}”", words.trim()) }
}

pub(super) fn releases(clinical: &Clinical) -> Vec<Block> {
    let releases = &clinical.plan.person.releases;
    if releases.is_empty() {
        return Vec::new();
    }
    let rows = releases.iter().map(|release| release_row(clinical, release)).collect();
    let columns = [(Say::Recipient, 3.0), (Say::Scope, 4.2), (Say::SubstanceUse, 2.0), (Say::Holds, 2.8)];
    vec![Block::Whole(vec![clinical.heading(2, Say::Releases), clinical.table(&columns, rows)])]
}

fn release_row(clinical: &Clinical, release: &Release) -> Vec<Vec<Text>> {
    let language = clinical.language;
    let date = |date| paper::date(date, language);
    let dated = |label: Say, day| format!("{} {}", clinical.say(label), date(day));
    let signed = release.signed.map_or_else(|| clinical.say(Say::NotSigned).to_owned(), date);
    let expires = release.expires.map(|day| dated(Say::Expires, day)).unwrap_or_default();
    let revoked = release.revoked.map(|day| dated(Say::Revoked, day)).unwrap_or_default();
    vec![
        strong_cell(release.recipient.as_str()),
        cell(release.scope.as_str()),
        cell(clinical.say(if release.substance_use { Say::Yes } else { Say::No })),
        cell(joined(&[&signed, &expires, &revoked], "; ")),
    ]
}

pub(super) fn sign_off(clinical: &Clinical) -> Vec<Block> {
    let signs = &clinical.plan.course.sign_offs;
    let mut lines: Vec<Signature> = signs.iter().map(|sign| signature(clinical, sign)).collect();
    let unsigned = signers(clinical.plan).into_iter().filter(|signer| may_still_sign(clinical.plan, signer));
    lines.extend(unsigned.map(|signer| signature(clinical, &SignOff::awaited(&signer))));
    let given = clinical.plan.course.copy_given.map(|date| paper::date(date, clinical.language));
    let copy = Text::new(Style::Body, format!("{} ", clinical.say(Say::CopyGiven)));
    let copy = copy.and(Voice::Strong, given.unwrap_or_else(|| "_".repeat(24)));
    let (told, awaited): (Vec<Signature>, Vec<Signature>) = lines.into_iter().partition(|line| line.outcome.is_some());
    let columns = [(Say::Signer, 1.5), (Say::Name, 2.8), (Say::SignMeaning, 3.8), (Say::SignOutcome, 4.0)];
    let mut blocks = vec![clinical.heading(2, Say::SignOff)];
    if !told.is_empty() {
        blocks.extend([clinical.table(&columns, told.into_iter().map(sign_row).collect()), Block::Space(8.0)]);
    }
    blocks.push(Block::Whole(vec![Block::Signatures(awaited), Block::Space(4.0), Block::Text(copy)]));
    blocks
}

/// Whether somebody for whom no line is there yet needs one: nothing holds of them, or they were last asked in vain.
fn may_still_sign(plan: &Plan, signer: &Signer) -> bool {
    let last = signer.log(plan).filter(|sign| sign.in_error.is_none()).last();
    let was_missed = last.is_none_or(|sign| matches!(sign.outcome, SignOutcome::Attempted { .. }));
    was_missed && signer.awaited(plan).is_none()
}

fn sign_row(sign: Signature) -> Vec<Vec<Text>> {
    let Signature { role, name, meaning, outcome, captions: _ } = sign;
    vec![strong_cell(role), cell(name), cell(meaning), cell(outcome.unwrap_or_default())]
}

fn signature(clinical: &Clinical, sign: &SignOff) -> Signature {
    let language = clinical.language;
    let meaning = if is_blank(&sign.meaning) { paper::sign_meaning(sign.role, language) } else { &sign.meaning };
    Signature {
        role: terms::signer(sign.role, language).to_owned(),
        name: joined(&[&sign.name, &sign.standing], ", "),
        meaning: meaning.to_owned(),
        outcome: paper::sign_off(sign, paper::date, language),
        captions: paper::signature_captions(language),
    }
}

/// The long notice of 42 CFR part 2, once at the end.
pub(super) fn notice(clinical: &Clinical) -> Vec<Block> {
    if !clinical.plan.program.part_2 {
        return Vec::new();
    }
    let inside = vec![
        Block::Text(Text::voiced(Style::Compact, Voice::Strong, clinical.say(Say::Redisclosure))),
        Block::Text(Text::new(Style::Small, paper::PART_2_LONG)),
    ];
    vec![Block::Card(Tone::Framed, inside)]
}
