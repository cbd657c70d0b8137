//! Results of measures, one row a measure, so that a reader sees what moved.

use super::{Clinical, cell, joined};
use crate::base::{Score, is_blank};
use crate::document::compose::blocks::{Block, Style, Text, Voice};
use crate::plan::{MeasureResult, SafetyAnswer};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{progress, terms};

/// So many rows stay on one page.
const FEW: usize = 4;

pub(super) fn results(clinical: &Clinical) -> Vec<Block> {
    let mut results: Vec<&MeasureResult> = clinical.plan.course.results.iter().collect();
    if results.is_empty() {
        return Vec::new();
    }
    results.sort_by_key(|result| result.date);
    let rows: Vec<_> = series(&results).iter().map(|series| row(clinical, series)).collect();
    let few = rows.len() <= FEW;
    let columns = [(Say::MeasuredWith, 3.4), (Say::ResultsInOrder, 7.0), (Say::FirstToLast, 2.2)];
    let blocks = vec![clinical.heading(2, Say::Results), clinical.table(&columns, rows)];
    if few { vec![Block::Whole(blocks)] } else { blocks }
}

/// Results of one measure about one thing, in the order in which the measures were first taken.
fn series<'a>(results: &[&'a MeasureResult]) -> Vec<Vec<&'a MeasureResult>> {
    let mut all: Vec<Vec<&MeasureResult>> = Vec::new();
    for result in results {
        let same = |one: &&mut Vec<&MeasureResult>| {
            one.first().is_some_and(|first| (&first.measure, first.about) == (&result.measure, result.about))
        };
        match all.iter_mut().find(same) {
            Some(one) => one.push(result),
            None => all.push(vec![result]),
        }
    }
    all
}

fn row(clinical: &Clinical, series: &[&MeasureResult]) -> Vec<Vec<Text>> {
    let first = series
        .first()
        .map(|first| Text::voiced(Style::Compact, Voice::Strong, terms::measure(&first.name, clinical.language)));
    let last = series.last();
    let form = last.map(|last| form(clinical, last)).unwrap_or_default();
    let about = last.and_then(|last| last.about);
    let about = about.map(|about| progress::rated(about, clinical.plan, clinical.language)).unwrap_or_default();
    let quiet = [form, about].into_iter().filter(|words| !is_blank(words));
    let quiet = quiet.map(|words| Text::voiced(Style::Compact, Voice::Quiet, words));
    vec![first.into_iter().chain(quiet).collect(), told(clinical, series), cell(change(clinical, series))]
}

/// Results one after the other; one of which there is more to say has a line of its own.
fn told(clinical: &Clinical, series: &[&MeasureResult]) -> Vec<Text> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for result in series {
        let (said, more) = (score(clinical, result), remark(clinical, result));
        match lines.last_mut() {
            Some(line) if open && more.is_empty() => *line = format!("{line}; {said}"),
            Some(_) | None => lines.push(joined(&[&said, &more], ". ")),
        }
        open = more.is_empty();
    }
    lines.into_iter().map(|line| Text::new(Style::Compact, line)).collect()
}

fn score(clinical: &Clinical, result: &MeasureResult) -> String {
    let date = paper::date(result.date, clinical.language);
    let total = result.total.map_or_else(|| clinical.say(Say::NotScored).to_owned(), |total| total.to_string());
    let safety = match result.safety {
        None => String::new(),
        Some(SafetyAnswer::NotAsked) => clinical.say(Say::NotAsked).to_owned(),
        Some(SafetyAnswer::Answered(points)) => points.to_string(),
    };
    let score = paper::unbroken(&format!("{date}: {total}"));
    if safety.is_empty() {
        return score;
    }
    let asked = paper::unbroken(&format!("{}: {safety}", clinical.say(Say::SafetyItem).to_lowercase()));
    format!("{score} ({asked})")
}

/// What else there is to a result: that it was entered in error, a note, what an alert was answered with.
fn remark(clinical: &Clinical, result: &MeasureResult) -> String {
    let labeled = |label: Say, words: &str| format!("{}: {words}", paper::sentence_case(clinical.say(label)));
    let in_error = result.in_error.as_ref().map(|why| labeled(Say::EnteredInError, why)).unwrap_or_default();
    let action = result.alert_action.trim();
    let action = if action.is_empty() { String::new() } else { labeled(Say::ActionTaken, action) };
    joined(&[&in_error, &result.note, &action], ". ")
}

/// From the first score to the last, with the change in points.
fn change(clinical: &Clinical, series: &[&MeasureResult]) -> String {
    let sound = series.iter().filter(|result| result.in_error.is_none());
    let scores: Vec<Score> = sound.filter_map(|result| result.total).collect();
    match scores.as_slice() {
        [first, .., last] => {
            let change = Score::from_hundredths(last.hundredths() - first.hundredths());
            paper::change(*first, *last, &progress::points(change), clinical.language)
        }
        [_] | [] => "–".to_owned(),
    }
}

/// Which form was filled in, without the name again; its language where that is not the record's.
fn form(clinical: &Clinical, result: &MeasureResult) -> String {
    let (name, version) = (result.name.trim(), result.version.trim());
    let rest = match (version.strip_prefix(name), version.split_once(", ")) {
        (Some(rest), _) => rest,
        (None, Some((head, rest))) if name.starts_with(head) => rest,
        (None, _) => version,
    };
    let rest = rest.trim_start_matches([',', ';', ':', ' ']);
    let spoken = paper::language_name(&result.language, clinical.language);
    let own = spoken == paper::language_name(clinical.language.tag(), clinical.language);
    joined(&[rest, if own { "" } else { spoken }], "; ")
}
