//! Scores of a measure over time: bands, change, and what the catalog’s thresholds say of it.

use std::collections::BTreeMap;

use crate::base::{Date, Direction, ObjectiveId, ResultId, Score, Slug, days_after};
use crate::catalog::{Band, Catalog, Change, Measure};
use crate::plan::{Gauge, MeasureResult, ObjectiveStatus, Plan, Rated};

/// All results of one measure about one thing, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series<'a> {
    /// The measure's catalog slug.
    pub slug: Slug,
    /// Its name, as recorded.
    pub name: String,
    /// The measure; `None` where the catalog does not know it.
    pub measure: Option<&'a Measure>,
    /// The goal or objective that it rates, for scales that are about one.
    pub about: Option<Rated>,
    /// The results, oldest first; those entered in error as well.
    pub points: Vec<Point<'a>>,
    /// What objectives aim at.
    pub targets: Vec<Target>,
}

/// One result in a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point<'a> {
    /// Which one.
    pub result: ResultId,
    /// When it was completed.
    pub date: Date,
    /// The score; `None` for a partial form and for one entered in error.
    pub score: Option<Score>,
    /// Why it was entered in error.
    pub in_error: Option<&'a str>,
    /// The total as it was entered, in error or not.
    pub entered: Option<Score>,
    /// The version of the form.
    pub version: &'a str,
    /// The band that holds the score.
    pub band: Option<&'a Band>,
}

/// What an objective aims at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The objective.
    pub objective: ObjectiveId,
    /// The score aimed at.
    pub score: Score,
    /// By when.
    pub by: Date,
}

/// What the catalog's thresholds say of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Reliably better, and from the clinical range into the range of recovery.
    Recovered,
    /// Reliably better.
    ReliableImprovement,
    /// Less than the threshold in either direction.
    Unchanged,
    /// Reliably worse.
    ReliableDeterioration,
}

/// All series of a plan, in the order in which their first results were entered.
pub fn series<'a>(plan: &'a Plan, catalog: &'a Catalog) -> Vec<Series<'a>> {
    let mut places: BTreeMap<(Slug, Option<Rated>), usize> = BTreeMap::new();
    let mut all: Vec<Series<'a>> = Vec::new();
    for result in &plan.course.results {
        let key = (result.measure.clone(), result.about);
        let place = *places.entry(key).or_insert(all.len());
        if place == all.len() {
            all.push(begin(plan, catalog, result));
        }
        if let Some(series) = all.get_mut(place) {
            series.points.push(point(result, series.measure));
        }
    }
    for series in &mut all {
        series.points.sort_by_key(|point| (point.date, point.result));
    }
    all
}

fn begin<'a>(plan: &Plan, catalog: &'a Catalog, result: &MeasureResult) -> Series<'a> {
    Series {
        slug: result.measure.clone(),
        name: result.name.clone(),
        measure: catalog.measures.get(&result.measure),
        about: result.about,
        points: Vec::new(),
        targets: targets(plan, &result.measure),
    }
}

fn point<'a>(result: &'a MeasureResult, measure: Option<&'a Measure>) -> Point<'a> {
    let score = result.total.filter(|_| result.in_error.is_none());
    Point {
        result: result.id,
        date: result.date,
        score,
        in_error: result.in_error.as_deref(),
        entered: result.total,
        version: &result.version,
        band: score.and_then(|score| measure?.band(score)),
    }
}

fn targets(plan: &Plan, slug: &Slug) -> Vec<Target> {
    let objectives = plan.goals.iter().flat_map(|goal| &goal.objectives);
    let aims = objectives.filter_map(|objective| match &objective.gauge {
        Gauge::Score { measure, target, .. } if measure == slug => {
            Some((objective.status, Target { objective: objective.id, score: *target, by: objective.target_date }))
        }
        Gauge::Score { .. } | Gauge::Rating { .. } | Gauge::Count { .. } | Gauge::Milestone { .. } => None,
    });
    let given_up = |status| matches!(status, ObjectiveStatus::Deferred | ObjectiveStatus::Discontinued);
    aims.filter(|(status, _)| !given_up(*status)).map(|(_, target)| target).collect()
}

impl<'a> Series<'a> {
    /// The results that have a score, oldest first.
    pub fn scored(&self) -> impl DoubleEndedIterator<Item = (&Point<'a>, Score)> {
        self.points.iter().filter_map(|point| Some((point, point.score?)))
    }

    /// The last score.
    pub fn last(&self) -> Option<(&Point<'a>, Score)> {
        self.scored().next_back()
    }

    /// The first score on the same version of the form as the last one: like is compared with like.
    pub fn baseline(&self) -> Option<(&Point<'a>, Score)> {
        let version = self.last()?.0.version;
        self.scored().find(|(point, _)| point.version == version)
    }

    /// The score before the last one, on the same version of the form.
    pub fn before_last(&self) -> Option<(&Point<'a>, Score)> {
        let version = self.last()?.0.version;
        self.scored().rev().skip(1).find(|(point, _)| point.version == version)
    }

    /// Whether forms of several versions were used, so that not all scores may be compared.
    pub fn mixes_versions(&self) -> bool {
        let mut versions = self.points.iter().map(|point| point.version);
        let first = versions.next();
        versions.any(|version| Some(version) != first)
    }

    /// Points from the baseline to the last score; `None` until there are two.
    pub fn since_baseline(&self) -> Option<Score> {
        self.change_since(self.baseline()?)
    }

    /// Points from the score before to the last one; `None` until there are two.
    pub fn since_last(&self) -> Option<Score> {
        self.change_since(self.before_last()?)
    }

    fn change_since(&self, (point, score): (&Point<'a>, Score)) -> Option<Score> {
        let (last, now) = self.last()?;
        (last.result != point.result).then(|| now.minus(score))
    }

    /// What the thresholds say of the change since the baseline; `None` where there is no threshold or no change yet.
    pub fn verdict(&self) -> Option<Verdict> {
        self.judge(self.baseline()?)
    }

    /// What the thresholds say of the change since the score before the last one.
    pub fn verdict_since_last(&self) -> Option<Verdict> {
        self.judge(self.before_last()?)
    }

    fn judge(&self, from: (&Point<'a>, Score)) -> Option<Verdict> {
        self.change_since(from)?;
        let measure = self.measure?;
        Some(verdict(measure.change.as_ref()?, measure.direction, from.1, self.last()?.1))
    }

    /// Whether the last score is better than the baseline by the share that counts as response.
    pub fn responds(&self) -> Option<bool> {
        let measure = self.measure?;
        let percent = i64::from(measure.change.as_ref()?.response_percent?);
        self.since_baseline()?;
        let first = i64::from(self.baseline()?.1.hundredths());
        let gained = i64::from(gain(measure.direction, self.baseline()?.1, self.last()?.1).hundredths());
        Some(first > 0 && gained * 100 >= first * percent)
    }

    /// When the measure is usual again; `None` for one that is taken once, or was never taken.
    pub fn next_due(&self) -> Option<Date> {
        let last = self.points.iter().rev().find(|point| point.in_error.is_none())?;
        Some(days_after(last.date, self.measure?.every_days?))
    }
}

/// What a threshold says of the way from one score to another.
///
/// Recovered is who is reliably better and now within the range of recovery, having begun outside it.
pub fn verdict(change: &Change, direction: Direction, from: Score, to: Score) -> Verdict {
    let gained = gain(direction, from, to);
    if gained >= change.reliable {
        let within = |score| change.recovered.is_some_and(|end| gain(direction, end, score) >= Score::default());
        return if within(to) && !within(from) { Verdict::Recovered } else { Verdict::ReliableImprovement };
    }
    if Score::default().minus(gained) >= change.reliable { Verdict::ReliableDeterioration } else { Verdict::Unchanged }
}

/// Points in the better direction.
pub(super) fn gain(direction: Direction, from: Score, to: Score) -> Score {
    match direction {
        Direction::LowerIsBetter => from.minus(to),
        Direction::HigherIsBetter => to.minus(from),
    }
}
