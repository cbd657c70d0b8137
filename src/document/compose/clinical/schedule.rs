//! Every session, week by week.

use super::{Clinical, cell, joined};
use crate::base::week_of;
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
            &time::date(week.starts, language),
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
    let columns = [(Say::Date, 1.6), (Say::Time, 2.6), (Say::Module, 4.1), (Say::With, 2.9), (Say::Status, 1.3)];
    blocks.push(clinical.table(&columns, week.sessions.iter().map(|session| row(clinical, session)).collect()));
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

fn row(clinical: &Clinical, session: &Session) -> Vec<Vec<Text>> {
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
    let actual = session.actual.filter(|actual| *actual != session.minutes).map(time::length);
    let status = joined(
        &[terms::session_status(session.status, language), actual.as_deref().unwrap_or_default(), &session.reason],
        ", ",
    );
    vec![
        cell(paper::unbroken(&paper::day(session.date, language))),
        cell(paper::span(session.start, session.end(), language)),
        vec![words],
        cell(joined(&[staff.as_deref().unwrap_or_default(), place], "; ")),
        cell(status),
    ]
}
