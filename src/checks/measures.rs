//! Findings about results of measures: answers about safety and scores that cannot be.

use super::context::Context;
use super::finding::{Finding, FindingKind, PROGRAM_RULE, Rubric, error, warning};
use crate::base::Score;
use crate::catalog::Measure;
use crate::plan::{Item, MeasureResult};
use crate::progress::{self, AlertState};

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

/// Findings about results; of what was entered in error only the alert remains, until somebody acted on it.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let known = ctx.plan.course.results.iter().filter_map(|r| Some((r, ctx.catalog.measures.get(&r.measure)?)));
    let found = known.flat_map(|(result, measure)| {
        let counts = result.in_error.is_none();
        let kinds = [
            impossible(result, measure).filter(|_| counts),
            not_asked(result, measure).filter(|_| counts),
            open(result, measure),
        ];
        let found = kinds.into_iter().flatten();
        found.map(|kind| Finding { kind: FindingKind::Measures(kind), item: Item::Result(result.id) })
    });
    found.collect()
}

fn impossible(result: &MeasureResult, measure: &Measure) -> Option<MeasureFinding> {
    let total = result.total.filter(|total| !measure.allows(*total))?;
    Some(MeasureFinding::ScoreImpossible { total, least: measure.least, most: measure.most })
}

fn not_asked(result: &MeasureResult, measure: &Measure) -> Option<MeasureFinding> {
    let item = measure.safety.as_ref()?;
    progress::safety_answer(result, item).is_none().then_some(MeasureFinding::SafetyNotAsked)
}

fn open(result: &MeasureResult, measure: &Measure) -> Option<MeasureFinding> {
    let alert = progress::raised(result, measure).filter(|alert| alert.state == AlertState::Open)?;
    Some(MeasureFinding::AlertOpen { answer: alert.answer, from: alert.from })
}
