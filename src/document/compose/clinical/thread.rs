//! The thread: need, goal, objectives, and the services that serve them.

use super::{Clinical, cell, joined, strong_cell};
use crate::base::{Language, ObjectiveId, is_blank};
use crate::document::compose::blocks::{Block, Marker, Style, Text, Tone, Voice};
use crate::plan::{Goal, Need, NeedStanding, Objective};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::terms;

pub(super) fn thread(clinical: &Clinical) -> Vec<Block> {
    if clinical.plan.goals.is_empty() && clinical.plan.needs.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![clinical.heading(2, Say::Thread)];
    for (number, goal) in (1_usize..).zip(&clinical.plan.goals) {
        blocks.extend(goal_blocks(clinical, number, goal));
    }
    blocks.extend(open_needs(clinical));
    blocks
}

fn goal_blocks(clinical: &Clinical, number: usize, goal: &Goal) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(3, format!("{} {number}", clinical.say(Say::Goal)))];
    let needs = goal.needs.iter().filter_map(|id| clinical.plan.need(*id));
    let needs: Vec<Block> = needs.map(|need| Block::Text(need_words(clinical, number, need))).collect();
    if !needs.is_empty() {
        blocks.push(Block::Card(Tone::Quiet, needs));
    }
    blocks.push(Block::Quote(own_words(goal, clinical.language)));
    if let Some(rendering) = &goal.rendering {
        let by = paper::translated(&rendering.translator, rendering.date, clinical.language);
        let words = Text::new(Style::Body, format!("“{}”", rendering.text.trim()));
        blocks.push(Block::Text(words.and(Voice::Quiet, format!(" ({by})"))));
    }
    let label = format!("{}: ", clinical.say(Say::InRecordWords));
    let words = Text::voiced(Style::Body, Voice::Quiet, label).and(Voice::Plain, goal.clinical.as_str());
    blocks.push(Block::Text(words));
    if !goal.objectives.is_empty() {
        blocks.push(objectives(clinical, number, goal));
    }
    blocks
}

fn own_words(goal: &Goal, language: Language) -> Text {
    let words = Text::new(Style::Body, format!("“{}”", goal.own_words.trim()));
    match &goal.rendering {
        Some(_) => words.and(Voice::Quiet, format!(" ({})", paper::language_name(&goal.language, language))),
        None => words,
    }
}

/// A need with its evidence; where an earlier goal answers it too, the evidence stands there.
fn need_words(clinical: &Clinical, number: usize, need: &Need) -> Text {
    let label = format!("{}: ", clinical.say(Say::Need));
    let severity = terms::severity(need.severity, clinical.language);
    let text = Text::voiced(Style::Body, Voice::Strong, label).and(Voice::Strong, need.problem.as_str());
    let text = text.and(Voice::Plain, format!(" ({severity})"));
    let earlier = clinical.plan.goals.iter().take(number - 1).position(|goal| goal.needs.contains(&need.id));
    if let Some(earlier) = earlier {
        return text.and(Voice::Quiet, format!(", {}", paper::see_goal(earlier + 1, clinical.language)));
    }
    if is_blank(&need.evidence) {
        return text;
    }
    text.and(Voice::Quiet, format!(", {} ", clinical.say(Say::AsEvidencedBy))).and(Voice::Plain, need.evidence.as_str())
}

fn objectives(clinical: &Clinical, number: usize, goal: &Goal) -> Block {
    let columns = [
        (Say::Objective, 2.9),
        (Say::Measure, 2.3),
        (Say::Baseline, 1.2),
        (Say::Target, 1.0),
        (Say::ByAndStatus, 1.8),
        (Say::ServedBy, 3.8),
    ];
    let numbered = (1_usize..).zip(&goal.objectives);
    let rows = numbered.map(|(step, objective)| objective_row(clinical, &format!("{number}.{step}"), objective));
    clinical.table(&columns, rows.collect())
}

fn objective_row(clinical: &Clinical, number: &str, objective: &Objective) -> Vec<Vec<Text>> {
    let language = clinical.language;
    let [baseline, target] = paper::baseline_and_target(&objective.gauge, language);
    let words = if is_blank(&objective.clinical) { &objective.plain } else { &objective.clinical };
    let objective_words = Text::voiced(Style::Compact, Voice::Strong, format!("{number}  "));
    vec![
        vec![objective_words.and(Voice::Plain, words.as_str())],
        cell(paper::gauge(&objective.gauge, language)),
        cell(baseline),
        strong_cell(target),
        vec![
            Text::new(Style::Compact, paper::unbroken(&paper::date(objective.target_date, language))),
            Text::voiced(Style::Compact, Voice::Quiet, terms::objective_status(objective.status, language)),
        ],
        cell(served_by(clinical, objective.id)),
    ]
}

fn served_by(clinical: &Clinical, objective: ObjectiveId) -> String {
    let serving = clinical.plan.modules.iter().filter(|module| module.objectives.contains(&objective));
    let names: Vec<&str> = serving.map(|module| module.name.get(clinical.language)).collect();
    if names.is_empty() { "–".to_owned() } else { names.join("; ") }
}

/// Needs that no goal answers, with the reason where there is one.
fn open_needs(clinical: &Clinical) -> Vec<Block> {
    let answered = |need: &Need| clinical.plan.goals.iter().any(|goal| goal.needs.contains(&need.id));
    let open = clinical.plan.needs.iter().filter(|need| need.standing != NeedStanding::Addressed || !answered(need));
    let lines: Vec<Text> = open
        .map(|need| {
            let reason = match &need.standing {
                NeedStanding::Addressed => "",
                NeedStanding::Deferred(reason) => reason.as_str(),
            };
            let severity = format!("({})", terms::severity(need.severity, clinical.language));
            let problem = joined(&[&need.problem, &severity], " ");
            Text::new(Style::Body, joined(&[&problem, reason], ": "))
        })
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![clinical.heading(3, Say::NotAddressed), Block::List(Marker::Bullet, lines)]
}
