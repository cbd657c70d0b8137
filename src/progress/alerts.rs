//! Alerts: answers about safety that somebody has to act on.

use crate::base::{Date, ResultId, Score, Slug, is_blank};
use crate::catalog::{Catalog, Measure, SafetyItem};
use crate::plan::{MeasureResult, Plan, SafetyAnswer};

/// An answer about safety that somebody has to act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// The result that raised it.
    pub result: ResultId,
    /// Its measure.
    pub measure: Slug,
    /// When it was completed.
    pub date: Date,
    /// The answer.
    pub answer: Score,
    /// The first answer that raises an alert.
    pub from: Score,
    /// Whether somebody acted on it.
    pub state: AlertState,
}

/// Whether somebody acted on an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlertState {
    /// Nothing says what was done.
    Open,
    /// This was done.
    Acknowledged(String),
}

/// All alerts of a plan, oldest first.
///
/// A form that is not complete raises its alert all the same, and so does a result that was entered in error: it can
/// be acknowledged, and nothing else makes it go away.
pub fn alerts(plan: &Plan, catalog: &Catalog) -> Vec<Alert> {
    let known = plan.course.results.iter().filter_map(|r| Some((r, catalog.measures.get(&r.measure)?)));
    let mut alerts: Vec<Alert> = known.filter_map(|(result, measure)| raised(result, measure)).collect();
    alerts.sort_by_key(|alert| (alert.date, alert.result));
    alerts
}

/// The alerts that nobody has acted on; while there is one, a plan cannot be signed.
pub fn open_alerts(plan: &Plan, catalog: &Catalog) -> Vec<Alert> {
    alerts(plan, catalog).into_iter().filter(|alert| alert.state == AlertState::Open).collect()
}

/// The alert that a result raises.
pub fn raised(result: &MeasureResult, measure: &Measure) -> Option<Alert> {
    let item = measure.safety.as_ref()?;
    let answer = safety_answer(result, item).filter(|answer| *answer >= item.alert_from)?;
    let state = if is_blank(&result.alert_action) {
        AlertState::Open
    } else {
        AlertState::Acknowledged(result.alert_action.clone())
    };
    let (measure, date) = (result.measure.clone(), result.date);
    Some(Alert { result: result.id, measure, date, answer, from: item.alert_from, state })
}

/// The answer to a measure's question about safety; where the whole measure is about safety, its total.
pub fn safety_answer(result: &MeasureResult, item: &SafetyItem) -> Option<Score> {
    match result.safety {
        Some(SafetyAnswer::Answered(answer)) => Some(answer),
        Some(SafetyAnswer::NotAsked) | None if item.item == 0 => result.total,
        Some(SafetyAnswer::NotAsked) | None => None,
    }
}
