//! The weeks of a stay: numbered from 1, beginning on Mondays, with what is planned in each.

use std::collections::BTreeSet;

use super::{Plan, Session};
use crate::base::{Date, Minutes, PackKind, days_between, week_of};

/// One week of the stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week<'a> {
    /// Number, from 1.
    pub number: u16,
    /// Its Monday.
    pub starts: Date,
    /// Its sessions in order of date and start, those that were called off included.
    pub sessions: Vec<&'a Session>,
}

impl Week<'_> {
    /// Planned minutes, without what was called off.
    pub fn minutes(&self) -> Minutes {
        self.sessions.iter().filter(|s| s.status.occupies()).map(|s| s.minutes).sum()
    }

    /// Planned minutes that a kind of rule pack counts as treatment.
    pub fn counted(&self, plan: &Plan, pack: PackKind) -> Minutes {
        let counted = |session: &&Session| {
            let module = plan.module(session.module)?;
            let share = module.counts.under(pack);
            Some(share.min(session.minutes))
        };
        self.sessions.iter().filter(|s| s.status.occupies()).filter_map(counted).sum()
    }

    /// Days with at least one session that was not called off.
    pub fn days(&self) -> usize {
        let dates: BTreeSet<_> = self.sessions.iter().filter(|s| s.status.occupies()).map(|s| s.date).collect();
        dates.len()
    }
}

/// The first day of the stay: of its first segment, or of its first session where there is no segment.
pub fn starts(plan: &Plan) -> Option<Date> {
    let first = plan.segments.iter().map(|segment| segment.from).min();
    first.or_else(|| plan.sessions.iter().map(|session| session.date).min())
}

/// The last day of the stay as planned.
pub fn ends(plan: &Plan) -> Option<Date> {
    let last = plan.segments.iter().map(|segment| segment.to).max();
    last.max(plan.sessions.iter().map(|session| session.date).max())
}

/// The number of the week that holds a date, from 1; `None` before the stay.
pub fn week_number(plan: &Plan, date: Date) -> Option<u16> {
    let days = days_between(week_of(starts(plan)?), date);
    u16::try_from(days / 7 + 1).ok().filter(|_| days >= 0)
}

/// All weeks from the first to the last day of the stay, also those without sessions; at most 520.
pub fn weeks(plan: &Plan) -> Vec<Week<'_>> {
    let (Some(first), Some(last)) = (starts(plan), ends(plan)) else { return Vec::new() };
    let mondays = week_of(first).series(jiff::Span::new().days(7)).take_while(|monday| *monday <= last).take(520);
    let mut weeks: Vec<Week<'_>> =
        (1..).zip(mondays).map(|(number, starts)| Week { number, starts, sessions: Vec::new() }).collect();
    let monday = week_of(first);
    for session in &plan.sessions {
        let days = usize::try_from(days_between(monday, session.date));
        if let Some(week) = days.ok().and_then(|days| weeks.get_mut(days / 7)) {
            week.sessions.push(session);
        }
    }
    for week in &mut weeks {
        week.sessions.sort_by_key(|session| (session.date, session.start, session.id));
    }
    weeks
}
