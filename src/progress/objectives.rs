//! Where objectives stand by their own measures: a proposal, and the clinician decides.

use super::scores::{Series, Verdict, gain, series};
use crate::base::{Date, Direction, ObjectiveId, Score};
use crate::catalog::Catalog;
use crate::plan::{Gauge, Objective, ObjectiveStatus, Plan, Rated};

/// A status that an objective's own measure speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The objective.
    pub objective: ObjectiveId,
    /// The status.
    pub status: ObjectiveStatus,
    /// What shows it.
    pub evidence: Evidence,
}

/// What shows where an objective stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The measure's name.
    pub name: String,
    /// When it was last taken.
    pub date: Date,
    /// Where it began.
    pub baseline: Option<Score>,
    /// Where it is.
    pub now: Score,
    /// Where it is to be.
    pub target: Score,
    /// What the thresholds say of the change.
    pub verdict: Option<Verdict>,
}

/// The proposals for all objectives that have a measure with a result and are neither put off nor given up.
pub fn proposals(plan: &Plan, catalog: &Catalog) -> Vec<Proposal> {
    let all = series(plan, catalog);
    let objectives = plan.goals.iter().flat_map(|goal| &goal.objectives);
    objectives.filter_map(|objective| proposal(objective, &all)).collect()
}

fn proposal(objective: &Objective, all: &[Series<'_>]) -> Option<Proposal> {
    if matches!(objective.status, ObjectiveStatus::Deferred | ObjectiveStatus::Discontinued) {
        return None;
    }
    let whole = |points: u8| Score::whole(i16::from(points));
    let mine = |one: &&Series<'_>| one.about == Some(Rated::Objective(objective.id));
    let (series, direction, baseline, target) = match &objective.gauge {
        Gauge::Score { measure, direction, baseline, target, .. } => {
            let is_it = |one: &&Series<'_>| one.slug == *measure && one.about.is_none();
            (all.iter().find(is_it)?, *direction, *baseline, *target)
        }
        Gauge::Rating { baseline, target, .. } => {
            let series = all.iter().find(mine)?;
            let baseline = baseline.map(whole);
            let target = whole(*target);
            let rises = baseline.or(series.baseline().map(|(_, score)| score)).is_none_or(|from| from <= target);
            let direction = if rises { Direction::HigherIsBetter } else { Direction::LowerIsBetter };
            (series, direction, baseline, target)
        }
        Gauge::Count { .. } | Gauge::Milestone { .. } => return None,
    };
    let (point, now) = series.last()?;
    let baseline = baseline.or(series.baseline().map(|(_, score)| score));
    let status = status(direction, baseline, now, target);
    let (name, verdict) = (series.name.clone(), series.verdict());
    let evidence = Evidence { name, date: point.date, baseline, now, target, verdict };
    Some(Proposal { objective: objective.id, status, evidence })
}

/// Met at the target or beyond it, partly met from half of the way on.
fn status(direction: Direction, baseline: Option<Score>, now: Score, target: Score) -> ObjectiveStatus {
    if gain(direction, target, now) >= Score::default() {
        return ObjectiveStatus::Met;
    }
    let Some(baseline) = baseline else { return ObjectiveStatus::InProgress };
    let (way, gone) = (gain(direction, baseline, target), gain(direction, baseline, now));
    let half = gone.hundredths().saturating_mul(2) >= way.hundredths();
    if half && gone > Score::default() { ObjectiveStatus::PartlyMet } else { ObjectiveStatus::InProgress }
}
