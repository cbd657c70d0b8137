//! Every session, week by week.

use super::{Clinical, cell, joined};
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
    if week.sessions.is_empty() {
        blocks.push(Block::Text(Text::voiced(Style::Compact, Voice::Quiet, clinical.say(Say::NoSessions))));
        return blocks;
    }
    let columns = [(Say::Date, 1.5), (Say::Time, 2.5), (Say::Module, 4.3), (Say::With, 2.7), (Say::Status, 1.5)];
    blocks.push(clinical.table(&columns, week.sessions.iter().map(|session| row(clinical, session)).collect()));
    blocks
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
        cell(time::day(session.date, language).replace(' ', "\u{a0}")),
        cell(time::span(session.start, session.end(), language).replace(' ', "\u{a0}")),
        vec![words],
        cell(joined(&[staff.as_deref().unwrap_or_default(), place], "; ")),
        cell(status),
    ]
}
