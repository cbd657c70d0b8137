//! Medications, clearance, results of measures and the safety plan.

use super::{Clinical, cell, joined, lines, strong_cell};
use crate::base::is_blank;
use crate::document::compose::blocks::{Block, Style, Text, Voice};
use crate::plan::{MeasureResult, Medication, SafetyAnswer};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::time;

/// So many rows stay on one page.
const FEW: usize = 4;

pub(super) fn health(clinical: &Clinical) -> Vec<Block> {
    let (frame, language) = (&clinical.plan.frame, clinical.language);
    let mut blocks = Vec::new();
    let heading = clinical.heading(2, Say::Health);
    if frame.medications.is_empty() {
        blocks.extend([heading, Block::Text(Text::new(Style::Body, clinical.say(Say::NoMedications)))]);
    } else {
        let rows = frame.medications.iter().map(medication).collect();
        let columns = [(Say::Medication, 2.6), (Say::Dose, 3.2), (Say::Purpose, 3.2), (Say::Prescriber, 3.0)];
        blocks.push(Block::Whole(vec![heading, clinical.table(&columns, rows)]));
    }
    let not_recorded = |text: String| if is_blank(&text) { clinical.say(Say::NotRecorded).to_owned() } else { text };
    let clearance = frame
        .medical_clearance
        .as_ref()
        .map(|clearance| joined(&[&time::date(clearance.date, language), &clearance.by, &clearance.note], "; "));
    blocks.push(Block::Space(6.0));
    blocks.push(clinical.facts(vec![
        (Say::Allergies, not_recorded(lines(&frame.allergies))),
        (Say::OpioidMedication, paper::opioid_medication(&frame.opioid_medication, language)),
        (Say::Naloxone, paper::naloxone(&frame.naloxone, language)),
        (Say::Withdrawal, not_recorded(frame.withdrawal_risk.clone())),
        (Say::Clearance, not_recorded(clearance.unwrap_or_default())),
    ]));
    blocks
}

fn medication(medication: &Medication) -> Vec<Vec<Text>> {
    let Medication { id: _, name, dose, purpose, prescriber } = medication;
    vec![strong_cell(name.as_str()), cell(dose.as_str()), cell(purpose.as_str()), cell(prescriber.as_str())]
}

pub(super) fn results(clinical: &Clinical) -> Vec<Block> {
    let results = &clinical.plan.course.results;
    if results.is_empty() {
        return Vec::new();
    }
    let mut results: Vec<&MeasureResult> = results.iter().collect();
    results.sort_by_key(|result| result.date);
    let mut rows: Vec<_> = results.into_iter().map(|result| result_row(clinical, result)).collect();
    let mut columns = vec![(Say::Date, 1.7), (Say::Measure, 3.5), (Say::Score, 1.2), (Say::SafetyItem, 1.5)];
    let notes = rows.iter().filter_map(|row| row.last()?.first()?.spans.first());
    if notes.into_iter().all(|note| is_blank(&note.text)) {
        for row in &mut rows {
            row.pop();
        }
    } else {
        columns.push((Say::Note, 4.1));
    }
    let blocks = vec![clinical.heading(2, Say::Results), clinical.table(&columns, rows)];
    if clinical.plan.course.results.len() > FEW { blocks } else { vec![Block::Whole(blocks)] }
}

fn result_row(clinical: &Clinical, result: &MeasureResult) -> Vec<Vec<Text>> {
    let total = result.total.map_or_else(|| clinical.say(Say::NotScored).to_owned(), |total| total.to_string());
    let safety = match result.safety {
        None => "–".to_owned(),
        Some(SafetyAnswer::NotAsked) => clinical.say(Say::NotAsked).to_owned(),
        Some(SafetyAnswer::Answered(points)) => points.to_string(),
    };
    let action = if is_blank(&result.alert_action) {
        String::new()
    } else {
        format!("{}: {}", paper::sentence_case(clinical.say(Say::ActionTaken)), result.alert_action)
    };
    let in_error = result.in_error.as_ref().map(|why| format!("{}: {why}", clinical.say(Say::EnteredInError)));
    vec![
        cell(time::date(result.date, clinical.language)),
        vec![
            Text::voiced(Style::Compact, Voice::Strong, result.name.as_str())
                .and(Voice::Quiet, format!("  {}", form(clinical, result))),
        ],
        strong_cell(total),
        cell(safety),
        cell(joined(&[in_error.as_deref().unwrap_or_default(), &result.note, &action], "; ")),
    ]
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

pub(super) fn safety_plan(clinical: &Clinical) -> Vec<Block> {
    let Some(plan) = &clinical.plan.frame.safety_plan else { return Vec::new() };
    let crisis = paper::crisis_line(clinical.language);
    let professionals = joined(&[&lines(&plan.professionals), crisis], "\n");
    let made = format!("{} {}", clinical.say(Say::SafetyPlanMade), time::date(plan.made, clinical.language));
    vec![Block::Whole(vec![
        clinical.heading(2, Say::SafetyPlan),
        Block::Text(Text::voiced(Style::Compact, Voice::Quiet, made)),
        clinical.facts(vec![
            (Say::WarningSigns, lines(&plan.warning_signs)),
            (Say::Coping, lines(&plan.coping)),
            (Say::Distractions, lines(&plan.distractions)),
            (Say::People, lines(&plan.people)),
            (Say::Professionals, professionals),
            (Say::Surroundings, lines(&plan.safer_surroundings)),
            (Say::ReasonsForLiving, lines(&plan.reasons_for_living)),
        ]),
    ])]
}
