//! The days of a stay: which are open, and why the others are not.

use crate::base::{Date, Weekday, days_after, days_between, week_of};
use crate::catalog::Clinic;
use crate::plan::{Plan, Segment, Setting};
use crate::schedule::engine::DayOf;

/// The days of a stay from the Monday of its first week.
#[derive(Clone, Debug)]
pub(super) struct Frame<'a> {
    /// The first Monday.
    pub(super) monday: Date,
    /// Number of weeks.
    pub(super) weeks: u16,
    days: Vec<Day<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day<'a> {
    Open(&'a Segment),
    /// The program would meet, but the person is away.
    Away(&'a Segment),
    Closed,
}

impl<'a> Frame<'a> {
    pub(super) fn of(plan: &'a Plan, clinic: &Clinic) -> Self {
        let first = plan.segments.iter().map(|segment| segment.from).min();
        let last = plan.segments.iter().map(|segment| segment.to).max();
        let Some((first, last)) = first.zip(last) else {
            return Self { monday: Date::constant(2000, 1, 3), weeks: 0, days: Vec::new() };
        };
        let monday = week_of(first);
        let weeks = u16::try_from(days_between(monday, last) / 7 + 1).unwrap_or(0).min(156);
        let days = (0..weeks * 7).map(|number| day(plan, clinic, days_after(monday, number))).collect();
        Self { monday, weeks, days }
    }

    /// Week and weekday of a date, both from 0.
    pub(super) fn place(&self, date: Date) -> Option<(u16, u8)> {
        let days = u16::try_from(days_between(self.monday, date)).ok()?;
        (days / 7 < self.weeks).then(|| (days / 7, Weekday::of(date).index()))
    }

    pub(super) fn week(&self, date: Date) -> Option<u16> {
        self.place(date).map(|(week, _)| week)
    }

    pub(super) fn date(&self, week: u16, day: u8) -> Date {
        days_after(self.monday, week * 7 + u16::from(day))
    }

    /// The segment of a date on which the program meets, the person being there or away.
    pub(super) fn meets(&self, date: Date) -> Option<&'a Segment> {
        let number = usize::try_from(days_between(self.monday, date)).ok()?;
        match self.days.get(number)? {
            Day::Open(segment) | Day::Away(segment) => Some(segment),
            Day::Closed => None,
        }
    }

    /// Whether the program meets and the person is there.
    pub(super) fn is_open(&self, date: Date) -> bool {
        let number = usize::try_from(days_between(self.monday, date)).ok();
        matches!(number.and_then(|number| self.days.get(number)), Some(Day::Open(_)))
    }

    /// The segment that a week belongs to, and how many of its program days are open.
    pub(super) fn week_of_segment(&self, week: u16, plan: &'a Plan) -> Option<(&'a Segment, u8)> {
        let from = self.date(week, 0);
        let in_week = |segment: &&Segment| segment.from <= days_after(from, 6) && from <= segment.to;
        let intensive_first = |segment: &&Segment| (segment.setting == Setting::Outpatient, segment.from);
        let segment = plan.segments.iter().filter(in_week).min_by_key(intensive_first)?;
        let open = (0..7).filter(|day| self.is_open(self.date(week, *day))).count();
        Some((segment, u8::try_from(open).unwrap_or(7)))
    }

    pub(super) fn closures(&self) -> Vec<DayOf> {
        self.on(|day| matches!(day, Day::Closed))
    }

    pub(super) fn absences(&self) -> Vec<DayOf> {
        self.on(|day| matches!(day, Day::Away(_)))
    }

    fn on(&self, is: impl Fn(&Day<'_>) -> bool) -> Vec<DayOf> {
        let days = (0_u16..).zip(&self.days).filter(|(_, day)| is(day));
        days.map(|(number, _)| DayOf { week: number / 7, day: u8::try_from(number % 7).unwrap_or(0) }).collect()
    }
}

fn day<'a>(plan: &'a Plan, clinic: &Clinic, date: Date) -> Day<'a> {
    let meets = |segment: &&Segment| {
        segment.holds(date) && segment.days.contains(&Weekday::of(date)) && segment.pause_on(date).is_none()
    };
    match plan.segments.iter().find(meets) {
        Some(_) if clinic.holiday(date).is_some() || plan.program.closed_on(date).is_some() => Day::Closed,
        Some(segment) if plan.person.away_on(date).is_some() => Day::Away(segment),
        Some(segment) => Day::Open(segment),
        None => Day::Closed,
    }
}
