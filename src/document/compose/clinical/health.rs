//! Medications, clearance and the safety plan.

use super::{Clinical, cell, joined, lines, strong_cell};
use crate::base::is_blank;
use crate::document::compose::blocks::{Block, Style, Text, Voice};
use crate::plan::Medication;
use crate::wording::paper::{self, ClinicalLabel as Say};

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
        .map(|clearance| joined(&[&paper::date(clearance.date, language), &clearance.by, &clearance.note], "; "));
    blocks.push(Block::Space(6.0));
    blocks.push(clinical.facts(vec![
        (Say::Allergies, not_recorded(lines(&frame.allergies))),
        (Say::OpioidMedication, paper::opioid_medication(&frame.opioid_medication, language)),
        (Say::Naloxone, paper::naloxone(&frame.naloxone, paper::date, language)),
        (Say::Withdrawal, not_recorded(frame.withdrawal_risk.clone())),
        (Say::Clearance, not_recorded(clearance.unwrap_or_default())),
    ]));
    blocks
}

fn medication(medication: &Medication) -> Vec<Vec<Text>> {
    let Medication { id: _, name, dose, purpose, prescriber } = medication;
    vec![strong_cell(name.as_str()), cell(dose.as_str()), cell(purpose.as_str()), cell(prescriber.as_str())]
}

pub(super) fn safety_plan(clinical: &Clinical) -> Vec<Block> {
    let Some(plan) = &clinical.plan.frame.safety_plan else { return Vec::new() };
    let crisis = paper::crisis_line(clinical.language);
    let professionals = joined(&[&lines(&plan.professionals), crisis], "\n");
    let made = format!("{} {}", clinical.say(Say::SafetyPlanMade), paper::date(plan.made, clinical.language));
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
