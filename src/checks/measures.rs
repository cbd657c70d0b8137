//! Findings about results of measures: answers about safety and scores that cannot be.

use super::context::Context;
use super::finding::{Finding, FindingKind, PROGRAM_RULE, Rubric, error, warning};
use crate::base::Score;
use crate::base::is_blank;
use crate::catalog::{Measure, SafetyItem};
use crate::plan::{Item, MeasureResult, SafetyAnswer};

const MONITORING: &str = "Joint Commission CTS.03.01.09";

/// What is found about a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasureFinding {
    /// The answer raises an alert, and nothing says what was done.
    AlertOpen {
        /// The answer.
        answer: Score,
        /// The first answer that raises an alert.
        from: Score,
    },
    /// The measure asks about safety, and the answer is not recorded.
    SafetyNotAsked,
    /// The measure has no such score.
    ScoreImpossible {
        /// The score.
        total: Score,
        /// Lowest possible.
        least: Score,
        /// Highest possible.
        most: Score,
    },
}

impl MeasureFinding {
    pub(super) const fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::AlertOpen { .. } => error("safety-alert-open", MONITORING),
            Self::SafetyNotAsked => warning("safety-not-asked", MONITORING),
            Self::ScoreImpossible { .. } => error("score-impossible", PROGRAM_RULE),
        }
    }
}

/// Findings about results; what was entered in error is passed over.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let results = ctx.plan.course.results.iter().filter(|result| result.in_error.is_none());
    let known = results.filter_map(|result| Some((result, ctx.catalog.measures.get(&result.measure)?)));
    let found = known.flat_map(|(result, measure)| {
        let kinds = [impossible(result, measure), safety(result, measure)];
        let found = kinds.into_iter().flatten();
        found.map(|kind| Finding { kind: FindingKind::Measures(kind), item: Item::Result(result.id) })
    });
    found.collect()
}

fn impossible(result: &MeasureResult, measure: &Measure) -> Option<MeasureFinding> {
    let total = result.total.filter(|total| !measure.allows(*total))?;
    Some(MeasureFinding::ScoreImpossible { total, least: measure.least, most: measure.most })
}

fn safety(result: &MeasureResult, measure: &Measure) -> Option<MeasureFinding> {
    let item = measure.safety.as_ref()?;
    let Some(answer) = answer(result, item) else { return Some(MeasureFinding::SafetyNotAsked) };
    let is_open = answer >= item.alert_from && is_blank(&result.alert_action);
    is_open.then_some(MeasureFinding::AlertOpen { answer, from: item.alert_from })
}

/// Where the whole measure is about safety, its total is the answer.
fn answer(result: &MeasureResult, item: &SafetyItem) -> Option<Score> {
    match result.safety {
        Some(SafetyAnswer::Answered(answer)) => Some(answer),
        Some(SafetyAnswer::NotAsked) | None if item.item == 0 => result.total,
        Some(SafetyAnswer::NotAsked) | None => None,
    }
}
