//! Leaving, reviews, releases, signatures and the notice against redisclosure.

use super::{Clinical, cell, joined, lines, strong_cell};
use crate::base::is_blank;
use crate::document::compose::blocks::{Block, Marker, Signature, Style, Text, Tone, Voice};
use crate::plan::{Release, Review, SignOff, signers};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{changes, history, progress, terms, time};

pub(super) fn leaving(clinical: &Clinical) -> Vec<Block> {
    let (leaving, language) = (&clinical.plan.leaving, clinical.language);
    let aftercare = &leaving.aftercare;
    let relapse = &aftercare.relapse_plan;
    let date = |date| time::date(date, language);
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

pub(super) fn reviews(clinical: &Clinical) -> Vec<Block> {
    let mut blocks = Vec::new();
    let course = &clinical.plan.course;
    let untouched = |review: &Review| *review == Review { id: review.id, ..Review::ahead(review.due) };
    if course.reviews.is_empty() {
    } else if course.reviews.iter().all(untouched) {
        let due: Vec<String> = course.reviews.iter().map(|review| time::date(review.due, clinical.language)).collect();
        let due = clinical.facts(vec![(Say::Due, due.join("; "))]);
        blocks.push(Block::Whole(vec![clinical.heading(2, Say::Reviews), due]));
    } else {
        let rows = course.reviews.iter().map(|review| review_row(clinical, review)).collect();
        let columns = [(Say::Due, 1.9), (Say::Held, 1.9), (Say::Decision, 2.2), (Say::ReviewSummary, 6.6)];
        blocks.push(Block::Whole(vec![clinical.heading(2, Say::Reviews), clinical.table(&columns, rows)]));
    }
    blocks.extend(reasons(clinical));
    if !course.addenda.is_empty() {
        blocks.push(clinical.heading(3, Say::Addenda));
    }
    for addendum in &course.addenda {
        let written = time::date(addendum.written, clinical.language);
        let late =
            addendum.about.filter(|_| addendum.is_late()).map(|about| paper::late_entry(about, clinical.language));
        let parts = [written.as_str(), addendum.author.as_str(), late.as_deref().unwrap_or_default()];
        let head = format!("{}  ", joined(&parts, ", "));
        let words = Text::voiced(Style::Body, Voice::Strong, head).and(Voice::Plain, addendum.text.as_str());
        blocks.push(Block::Text(words));
    }
    blocks
}

/// Why things changed, version by version.
fn reasons(clinical: &Clinical) -> Vec<Block> {
    let reasons = &clinical.plan.course.reasons;
    if reasons.is_empty() {
        return Vec::new();
    }
    let language = clinical.language;
    let lines = reasons.iter().map(|reason| {
        let what = changes::about(reason.about, clinical.plan, language);
        let head = format!("{}. {what}: ", history::version_name(reason.version, language));
        Text::voiced(Style::Body, Voice::Strong, head).and(Voice::Plain, reason.why.trim())
    });
    vec![clinical.heading(3, Say::ReasonsOfChanges), Block::List(Marker::Bullet, lines.collect())]
}

fn review_row(clinical: &Clinical, review: &Review) -> Vec<Vec<Text>> {
    let language = clinical.language;
    let said = joined(&[&quoted(&review.person_says), &review.summary], " ");
    let notes = progress::review_notes(review, clinical.plan, language);
    let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
    let decision = review.decision.map_or("", |decision| terms::decision(decision, language));
    vec![
        cell(time::date(review.due, language)),
        cell(review.held.map_or_else(|| "–".to_owned(), |date| time::date(date, language))),
        strong_cell(decision),
        cell(joined(&[&said, &joined(&notes, "\n")], "\n")),
    ]
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
    let date = |date| time::date(date, language);
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
    let silent = signers(clinical.plan).into_iter().filter(|signer| signs.iter().all(|sign| !signer.is_of(sign)));
    lines.extend(silent.map(|signer| signature(clinical, &SignOff::awaited(&signer))));
    let given = clinical.plan.course.copy_given.map(|date| time::date(date, clinical.language));
    let copy = Text::new(Style::Body, format!("{} ", clinical.say(Say::CopyGiven)));
    let copy = copy.and(Voice::Strong, given.unwrap_or_else(|| "_".repeat(24)));
    let heading = clinical.heading(2, Say::SignOff);
    vec![Block::Whole(vec![heading, Block::Signatures(lines), Block::Space(4.0), Block::Text(copy)])]
}

fn signature(clinical: &Clinical, sign: &SignOff) -> Signature {
    let language = clinical.language;
    let meaning = if is_blank(&sign.meaning) { paper::sign_meaning(sign.role, language) } else { &sign.meaning };
    Signature {
        role: terms::signer(sign.role, language).to_owned(),
        name: joined(&[&sign.name, &sign.standing], ", "),
        meaning: meaning.to_owned(),
        outcome: paper::sign_off(sign, language),
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
