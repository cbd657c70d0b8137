//! Every session, week by week.

use super::{Clinical, cell, joined};
use crate::base::{is_blank, week_of};
use crate::document::compose::blocks::{Block, Style, Text, Voice};
use crate::plan::{self, Place, Session};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{terms, time};

pub(super) fn schedule(clinical: &Clinical) -> Vec<Block> {
    let weeks = plan::weeks(clinical.plan);
    if clinical.plan.sessions.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![clinical.heading(2, Say::Schedule)];
    for week in &weeks {
        blocks.extend(week_blocks(clinical, week));
    }
    blocks
}

fn week_blocks(clinical: &Clinical, week: &plan::Week) -> Vec<Block> {
    let language = clinical.language;
    let count = week.sessions.iter().filter(|session| session.status.occupies()).count();
    let title = joined(
        &[
            &time::week(week.number, language),
            &paper::date(week.starts, language),
            &time::length(week.minutes()),
            &paper::sessions(count, language),
        ],
        "  ·  ",
    );
    let mut blocks = vec![Block::Heading(3, title)];
    blocks.extend(closed(clinical, week));
    if week.sessions.is_empty() {
        blocks.push(Block::Text(Text::voiced(Style::Compact, Voice::Quiet, clinical.say(Say::NoSessions))));
        return blocks;
    }
    let columns = [(Say::Date, 1.6), (Say::Time, 2.5), (Say::Module, 4.1), (Say::With, 2.8), (Say::Status, 1.5)];
    let before = core::iter::once(None).chain(week.sessions.iter().copied().map(Some));
    let rows = week.sessions.iter().zip(before).map(|(session, before)| row(clinical, session, before));
    blocks.push(clinical.table(&columns, rows.collect()));
    blocks
}

/// The days of a week on which the program is closed, and why.
fn closed(clinical: &Clinical, week: &plan::Week) -> Option<Block> {
    let language = clinical.language;
    let days = clinical.plan.program.closed.iter().filter(|day| week_of(day.date) == week.starts);
    let days: Vec<String> = days.map(|day| paper::closed_day(day.date, day.name.get(language), language)).collect();
    let words = Text::voiced(Style::Compact, Voice::Quiet, days.join("; "));
    (!days.is_empty()).then(|| Block::Keep(vec![Block::Text(words)]))
}

/// A reason that held for a whole day stands with its first session.
fn row(clinical: &Clinical, session: &Session, before: Option<&Session>) -> Vec<Vec<Text>> {
    let language = clinical.language;
    let module = clinical.plan.module(session.module);
    let name = module.map_or("", |module| module.name.get(language));
    let mut words = Text::voiced(Style::Compact, Voice::Strong, name);
    if !session.topic_words.get(language).trim().is_empty() {
        words = words.and(Voice::Plain, format!(": {}", session.topic_words.get(language)));
    }
    let staff = session.staff.as_ref().or(module.and_then(|module| module.responsible.as_ref()));
    let staff = staff.map(|staff| joined(&[&staff.name, &staff.credentials], ", "));
    let place = match &session.place {
        Place::Room(room) => room.get(language),
        Place::Telehealth => clinical.say(Say::ByVideoOrPhone),
        Place::Elsewhere(place) => place,
    };
    let mut subject = vec![words];
    let same = before.is_some_and(|one| (one.date, &one.reason) == (session.date, &session.reason));
    if !same && !is_blank(&session.reason) {
        subject.push(Text::voiced(Style::Compact, Voice::Quiet, session.reason.trim()));
    }
    let actual = session.actual.filter(|actual| *actual != session.minutes).map(time::length);
    let status = terms::session_status(session.status, language);
    let status = joined(&[status, &paper::unbroken(actual.as_deref().unwrap_or_default())], ", ");
    vec![
        cell(paper::unbroken(&paper::day(session.date, language))),
        cell(paper::span(session.start, session.end(), language)),
        subject,
        cell(joined(&[staff.as_deref().unwrap_or_default(), place], "; ")),
        cell(status),
    ]
}
