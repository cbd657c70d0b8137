//! Progress reviews, one after the other: what the person said, how far each objective was, who agreed; then addenda.

use super::{Clinical, cell, joined, lines, strong_cell};
use crate::base::is_blank;
use crate::document::compose::blocks::{Block, Marker, Style, Text, Voice};
use crate::plan::{Addendum, Item, ObjectiveNote, Review};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{changes, findings, history, progress, terms};

pub(super) fn reviews(clinical: &Clinical) -> Vec<Block> {
    let course = &clinical.plan.course;
    let mut blocks = Vec::new();
    if !course.reviews.is_empty() {
        let is_ahead = |review: &&Review| **review == Review { id: review.id, ..Review::ahead(review.due) };
        let (ahead, begun): (Vec<&Review>, Vec<&Review>) = course.reviews.iter().partition(is_ahead);
        blocks.push(clinical.heading(2, Say::Reviews));
        blocks.extend(begun.iter().flat_map(|review| review_blocks(clinical, review)));
        let ahead: Vec<String> = ahead.iter().map(|review| paper::date(review.due, clinical.language)).collect();
        blocks.push(Block::Space(4.0));
        blocks.push(clinical.facts(vec![(Say::ReviewsAhead, ahead.join("; "))]));
    }
    blocks.extend(reasons(clinical));
    if !course.addenda.is_empty() {
        blocks.push(clinical.heading(3, Say::Addenda));
    }
    blocks.extend(course.addenda.iter().map(|addendum| addendum_block(clinical, addendum)));
    blocks
}

fn review_blocks(clinical: &Clinical, review: &Review) -> Vec<Block> {
    let Review { id: _, due, held, decision, person_says, summary, notes } = review;
    let language = clinical.language;
    let due = format!("{} {}", clinical.say(Say::Due), paper::date(*due, language));
    let held = held.map(|date| format!("{} {}", clinical.say(Say::Held), paper::date(date, language)));
    let decision = decision.map_or("", |decision| terms::decision(decision, language));
    let title = joined(&[held.as_deref().unwrap_or_default(), &due, decision], "  ·  ");
    let mut blocks = vec![Block::Heading(3, title)];
    if !is_blank(person_says) {
        blocks.push(Block::Quote(Text::new(Style::Body, format!("“{}”", person_says.trim()))));
    }
    if !is_blank(summary) {
        blocks.push(Block::Text(Text::new(Style::Body, summary.trim())));
    }
    let stated = progress::stated(review, language).into_iter();
    let fact = |(head, words): (&str, &str)| (head.to_owned(), Text::new(Style::Body, words));
    blocks.push(Block::Facts(stated.map(fact).collect()));
    if !notes.objectives.is_empty() {
        let columns = [(Say::Objective, 4.6), (Say::Status, 1.4), (Say::Evidence, 6.6)];
        let rows = notes.objectives.iter().map(|note| objective_row(clinical, note)).collect();
        blocks.push(clinical.table(&columns, rows));
        blocks.push(Block::Space(4.0));
    }
    let agreed: Vec<String> = notes.agreements.iter().map(|one| progress::agreement(one, language)).collect();
    let explained = progress::explained(notes, language);
    blocks.push(clinical.facts(vec![(Say::WhoAgreed, lines(&agreed)), (Say::ExplainedIn, explained)]));
    blocks
}

fn objective_row(clinical: &Clinical, note: &ObjectiveNote) -> Vec<Vec<Text>> {
    let language = clinical.language;
    vec![
        cell(findings::subject(Item::Objective(note.objective), clinical.plan, language)),
        strong_cell(terms::objective_status(note.status, language)),
        cell(paper::sentence_case(note.evidence.trim())),
    ]
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

fn addendum_block(clinical: &Clinical, addendum: &Addendum) -> Block {
    let written = paper::date(addendum.written, clinical.language);
    let late = addendum
        .about
        .filter(|_| addendum.is_late())
        .map(|about| paper::late_entry(about, paper::date, clinical.language));
    let parts = [written.as_str(), addendum.author.as_str(), late.as_deref().unwrap_or_default()];
    let head = format!("{}  ", joined(&parts, ", "));
    let words = Text::voiced(Style::Body, Voice::Strong, head).and(Voice::Plain, addendum.text.as_str());
    Block::Text(words)
}
