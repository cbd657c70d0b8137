//! What a week of a calendar usually looks like.

use std::collections::BTreeMap;

use crate::base::{ClockTime, Date, Weekday, week_of};
use crate::plan::{Plan, Setting};

/// A weekday with the hours that the person usually spends there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayHours {
    /// The weekday.
    pub day: Weekday,
    /// When the first session usually begins.
    pub from: ClockTime,
    /// When the last session usually ends.
    pub to: ClockTime,
}

/// The weekdays on which most intensive weeks from a date on have sessions, each with its usual hours.
pub fn usual_week(plan: &Plan, from: Option<Date>) -> Vec<DayHours> {
    let intensive = |date: Date| {
        let mut segments = plan.segments.iter().filter(|segment| segment.setting != Setting::Outpatient);
        segments.any(|segment| segment.holds(date)) && from.is_none_or(|from| date >= from)
    };
    let mut days: BTreeMap<Date, (ClockTime, ClockTime)> = BTreeMap::new();
    for session in plan.sessions.iter().filter(|session| session.status.occupies() && intensive(session.date)) {
        let hours = days.entry(session.date).or_insert((session.start, session.end()));
        *hours = (hours.0.min(session.start), hours.1.max(session.end()));
    }
    let mut weeks: Vec<Date> = days.keys().map(|date| week_of(*date)).collect();
    weeks.dedup();
    let usual = Weekday::ALL.into_iter().filter_map(|day| {
        let own: Vec<_> = days.iter().filter(|(date, _)| Weekday::of(**date) == day).map(|(_, hours)| *hours).collect();
        let from = most_frequent(own.iter().map(|hours| hours.0))?;
        let to = most_frequent(own.iter().map(|hours| hours.1))?;
        (own.len() * 2 >= weeks.len()).then_some(DayHours { day, from, to })
    });
    usual.collect()
}

/// The time that comes most often; of several the latest.
fn most_frequent(times: impl Iterator<Item = ClockTime>) -> Option<ClockTime> {
    let mut counts: BTreeMap<ClockTime, usize> = BTreeMap::new();
    for time in times {
        *counts.entry(time).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(time, _)| time)
}
