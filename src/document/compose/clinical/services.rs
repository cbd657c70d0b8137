//! Services as prescribed: type, amount, frequency, duration, who is responsible; and what the person brings.

use super::{Clinical, cell, joined, staff};
use crate::document::compose::blocks::{Block, Style, Text, Voice};
use crate::plan::PlacedModule;
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{terms, time};

pub(super) fn services(clinical: &Clinical) -> Vec<Block> {
    let rows: Vec<_> = clinical.plan.modules.iter().map(|module| row(clinical, module)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        (Say::Service, 3.6),
        (Say::AmountAndFrequency, 2.3),
        (Say::Duration, 1.95),
        (Say::Staff, 2.2),
        (Say::Codes, 2.5),
    ];
    vec![clinical.heading(2, Say::Services), clinical.table(&columns, rows)]
}

fn row(clinical: &Clinical, module: &PlacedModule) -> Vec<Vec<Text>> {
    let language = clinical.language;
    let kind = joined(&[terms::service(module.kind, language), terms::format(module.format, language)], ", ");
    let mut service = vec![
        Text::voiced(Style::Compact, Voice::Strong, module.name.get(language)),
        Text::voiced(Style::Compact, Voice::Quiet, kind),
    ];
    if !module.reason.trim().is_empty() {
        service.push(Text::new(Style::Compact, module.reason.trim()));
    }
    let amount = vec![
        Text::new(Style::Compact, paper::sessions(usize::from(module.sessions), language)),
        Text::new(Style::Compact, paper::each(module.minutes, language)),
        Text::new(Style::Compact, time::frequency(module.frequency, language)),
    ];
    let codes: Vec<Text> = module
        .codes
        .iter()
        .map(|code| Text::new(Style::Compact, code.code.as_str()).and(Voice::Quiet, format!(" {}", code.label)))
        .collect();
    vec![
        service,
        amount,
        cell(duration(clinical, module)),
        cell(module.responsible.as_ref().map(|person| staff(person, language)).unwrap_or_default()),
        if codes.is_empty() { cell("–") } else { codes },
    ]
}

/// From the first to the last session on the calendar.
fn duration(clinical: &Clinical, module: &PlacedModule) -> String {
    let dates = || clinical.plan.sessions_of(module.id).filter(|s| s.status.occupies()).map(|session| session.date);
    let span = dates().min().zip(dates().max());
    span.map_or_else(
        || clinical.say(Say::NotScheduled).to_owned(),
        |(from, to)| paper::dates(from, to, clinical.language),
    )
}

/// Strengths, needs, abilities, preferences, barriers and supports, two beside each other.
pub(super) fn person_brings(clinical: &Clinical) -> Vec<Block> {
    let person = &clinical.plan.person;
    let pairs = [
        [(Say::Strengths, &person.strengths), (Say::Needs, &person.needs)],
        [(Say::Abilities, &person.abilities), (Say::Preferences, &person.preferences)],
        [(Say::Supports, &person.supports), (Say::Barriers, &person.barriers)],
    ];
    let listed = pairs.map(|pair| pair.map(|(label, entries)| clinical.listed(label, entries)));
    let said = listed.into_iter().filter(|pair| pair.iter().any(|list| !list.is_empty()));
    let columns: Vec<Block> = said.map(|pair| Block::Columns(pair.map(|list| (1.0, list)).to_vec())).collect();
    if columns.is_empty() {
        return Vec::new();
    }
    core::iter::once(clinical.heading(2, Say::PersonSays)).chain(columns).collect()
}
