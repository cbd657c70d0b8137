//! The days on which a person can be seen, and what already fills them.

use std::collections::BTreeMap;

use super::seats::{Taken, has_place};
use crate::base::{ClockTime, Date, Minutes, ModuleId, Weekday, days_between, week_of};
use crate::catalog::{Block, Clinic};
use crate::plan::{Plan, Segment, Session, Setting};

/// A day of the stay on which sessions may lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenDay<'a> {
    pub(super) date: Date,
    /// From 0.
    pub(super) week: u16,
    pub(super) segment: &'a Segment,
}

impl OpenDay<'_> {
    pub(super) fn is_outpatient(&self) -> bool {
        self.segment.setting == Setting::Outpatient
    }
}

/// The open days of a stay and the spans that are taken.
#[derive(Clone, Debug)]
pub(super) struct Calendar<'a> {
    plan: &'a Plan,
    pub(super) days: BTreeMap<Date, OpenDay<'a>>,
    taken: BTreeMap<Date, Vec<(ClockTime, ClockTime)>>,
    /// What was there before, by module and week from 0.
    kept: BTreeMap<ModuleId, Vec<u16>>,
    /// What others hold in the groups.
    others: &'a Taken,
    /// Weeks of the whole stay.
    pub(super) weeks: u16,
}

impl<'a> Calendar<'a> {
    pub(super) fn new(plan: &'a Plan, clinic: &Clinic, others: &'a Taken) -> Self {
        let first = plan.segments.iter().map(|segment| week_of(segment.from)).min();
        let mut days = BTreeMap::new();
        for segment in &plan.segments {
            let dates = segment.from.series(jiff::Span::new().days(1)).take_while(|date| *date <= segment.to);
            for date in dates.filter(|date| is_open(plan, clinic, segment, *date)) {
                let week = first.map_or(0, |first| days_between(first, date) / 7);
                let week = u16::try_from(week).unwrap_or_default();
                days.insert(date, OpenDay { date, week, segment });
            }
        }
        let last = plan.segments.iter().map(|segment| segment.to).max();
        let span = first.zip(last).map_or(0, |(first, last)| days_between(first, last) / 7 + 1);
        Self {
            plan,
            days,
            taken: BTreeMap::new(),
            kept: BTreeMap::new(),
            others,
            weeks: u16::try_from(span).unwrap_or_default(),
        }
    }

    /// Whether the person can come for a whole span and nothing else is there, with a breath between two sessions.
    pub(super) fn is_free(&self, date: Date, from: ClockTime, to: ClockTime, breath: Minutes) -> bool {
        self.plan.person.is_free(Weekday::of(date), from, to)
            && self.taken(date).iter().all(|(start, end)| end.after(breath) <= from || to.after(breath) <= *start)
    }

    /// Whether a group has a place for the person on a date.
    pub(super) fn has_place(&self, block: &Block, date: Date) -> bool {
        has_place(self.plan, self.others, block, date)
    }

    pub(super) fn take(&mut self, date: Date, from: ClockTime, to: ClockTime) {
        self.taken.entry(date).or_default().push((from, to));
    }

    /// Takes the time of sessions that stay where they are.
    pub(super) fn keep(&mut self, sessions: &[Session]) {
        for session in sessions {
            self.take(session.date, session.start, session.end());
            let week = self.week_of(session.date);
            self.kept.entry(session.module).or_default().push(week);
        }
    }

    fn week_of(&self, date: Date) -> u16 {
        let first = self.plan.segments.iter().map(|segment| week_of(segment.from)).min();
        u16::try_from(first.map_or(0, |first| days_between(first, date) / 7)).unwrap_or_default()
    }

    /// The weeks, from 0, in which a module has sessions that stay where they are.
    pub(super) fn kept(&self, module: ModuleId) -> &[u16] {
        self.kept.get(&module).map_or(&[], Vec::as_slice)
    }

    pub(super) fn taken(&self, date: Date) -> &[(ClockTime, ClockTime)] {
        self.taken.get(&date).map_or(&[], Vec::as_slice)
    }

    /// Minutes taken in a week, from 0.
    pub(super) fn week_load(&self, week: u16) -> u16 {
        let days = self.days.values().filter(|day| day.week == week);
        days.flat_map(|day| self.taken(day.date)).map(|(from, to)| to.minutes() - from.minutes()).sum()
    }

    /// Minutes between a span and what lies nearest to it on that day; `None` where nothing does.
    pub(super) fn wait(&self, date: Date, from: ClockTime, to: ClockTime) -> Option<u16> {
        let gap = |(start, end): &(ClockTime, ClockTime)| {
            if *end <= from { from.minutes() - end.minutes() } else { start.minutes().saturating_sub(to.minutes()) }
        };
        self.taken(date).iter().map(gap).min()
    }
}

/// Whether a person can be seen on a date of a segment: a program day, the clinic open, nobody away, no pause.
pub fn is_open(plan: &Plan, clinic: &Clinic, segment: &Segment, date: Date) -> bool {
    segment.days.contains(&Weekday::of(date))
        && clinic.holiday(date).is_none()
        && plan.person.away_on(date).is_none()
        && segment.pause_on(date).is_none()
}
