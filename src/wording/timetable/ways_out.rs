//! What a way out takes, with its amounts.

use super::{day, hours, pick, place, rule, weeks};
use crate::base::{ClockTime, Language};
use crate::schedule::engine::{Give, Placement, Problem, Rule};
use crate::wording::time::span;

/// What a way out takes from a rule, with its amount.
pub fn give(gives: Rule, amount: &Give, problem: &Problem, language: Language) -> String {
    match amount {
        Give::Dropped => {
            let said = rule(gives, problem, language);
            pick(language, format!("Without: {said}"), format!("Sin: {said}"))
        }
        Give::Places(places) => match gives {
            Rule::Avail(on) => free(on, places, problem, language),
            Rule::Absence(..)
            | Rule::PartialAbsence(..)
            | Rule::Closure(..)
            | Rule::Earliest(_)
            | Rule::Latest(_)
            | Rule::Full(..)
            | Rule::Off(..)
            | Rule::Busy(..)
            | Rule::Rooms(..)
            | Rule::Sessions(_)
            | Rule::Freq(_)
            | Rule::PerDay(_)
            | Rule::Gap(_)
            | Rule::Order(_)
            | Rule::WeekMin(_)
            | Rule::WeekMax(_)
            | Rule::DaysMin(_)
            | Rule::DaysMax(_)
            | Rule::DayMin
            | Rule::DayMax
            | Rule::Pin(..) => room(gives, places, problem, language),
        },
        Give::Instead { asked, becomes } => instead(gives, *becomes, *asked, problem, language),
    }
}

/// `Free Monday 5:00–6:00 PM`.
fn free(on: u8, places: &[Placement], problem: &Problem, language: Language) -> String {
    let minutes = |at: &Placement| {
        let from = u32::from(at.start) * problem.slot_minutes();
        (from, from + problem.dose(at.module).1)
    };
    let mut times: Vec<(u32, u32)> = places.iter().map(minutes).collect();
    times.sort_unstable();
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (from, to) in times {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            Some(_) | None => merged.push((from, to)),
        }
    }
    let clock = |minutes: u32| {
        let time = u16::try_from(minutes).ok().and_then(ClockTime::from_minutes);
        time.unwrap_or(ClockTime::MIDNIGHT)
    };
    let spans: Vec<String> = merged.iter().map(|&(from, to)| span(clock(from), clock(to), language)).collect();
    let (on, spans) = (day(on, language), spans.join(", "));
    pick(language, format!("Free {on} {spans}"), format!("Liberar el {on}, {spans}"))
}

fn room(gives: Rule, places: &[Placement], problem: &Problem, language: Language) -> String {
    let said = rule(gives, problem, language);
    let list: Vec<String> = places.iter().map(|&at| place(at, problem, language)).collect();
    let list = list.join("; ");
    pick(language, format!("{said}: make room for {list}"), format!("{said}: hacer lugar para {list}"))
}

fn instead(gives: Rule, becomes: u32, asked: u32, problem: &Problem, language: Language) -> String {
    let (english, spanish) = match gives {
        Rule::WeekMin(week) => {
            let (week, becomes, asked) = (weeks(week, week, language), hours(becomes), hours(asked));
            (
                format!("{week}: {becomes} instead of {asked}, below the payer’s rule"),
                format!("{week}: {becomes} en lugar de {asked}, por debajo de lo que pide el pagador"),
            )
        }
        Rule::WeekMax(week) => {
            let (week, becomes, asked) = (weeks(week, week, language), hours(becomes), hours(asked));
            (
                format!("{week}: {becomes} instead of at most {asked}"),
                format!("{week}: {becomes} en lugar de un máximo de {asked}"),
            )
        }
        Rule::DaysMin(week) | Rule::DaysMax(week) => {
            let week = weeks(week, week, language);
            (
                format!("{week}: days of attendance: {becomes} instead of {asked}"),
                format!("{week}: días de asistencia: {becomes} en lugar de {asked}"),
            )
        }
        Rule::Sessions(module) => {
            let name = problem.module_name(module);
            (
                format!("{name}: sessions: {becomes} instead of {asked}"),
                format!("{name}: sesiones: {becomes} en lugar de {asked}"),
            )
        }
        Rule::Freq(module) => {
            let name = problem.module_name(module);
            (
                format!("{name}: {becomes} a week instead of {asked}"),
                format!("{name}: {becomes} por semana en lugar de {asked}"),
            )
        }
        Rule::PerDay(module) => {
            let name = problem.module_name(module);
            (
                format!("{name}: {becomes} a day instead of {asked}"),
                format!("{name}: {becomes} por día en lugar de {asked}"),
            )
        }
        Rule::Avail(_)
        | Rule::Absence(..)
        | Rule::PartialAbsence(..)
        | Rule::Closure(..)
        | Rule::Earliest(_)
        | Rule::Latest(_)
        | Rule::Full(..)
        | Rule::Off(..)
        | Rule::Busy(..)
        | Rule::Rooms(..)
        | Rule::Gap(_)
        | Rule::Order(_)
        | Rule::DayMin
        | Rule::DayMax
        | Rule::Pin(..) => return rule(gives, problem, language),
    };
    pick(language, english, spanish)
}
