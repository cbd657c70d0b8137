//! Many sessions at once: a series by weekdays and weeks, a week copied to others, a series moved.

use super::opening::{Opening, meeting_at, moved, session_at};
use super::trouble::{Spot, Trouble, troubles};
use crate::base::{ClockTime, Date, Minutes, ModuleId, SessionId, Weekday, days_after, days_between, week_of};
use crate::catalog::Clinic;
use crate::plan::{Plan, Session, SessionStatus};

/// What is known of a calendar when many sessions are placed on it.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its clinic.
    pub clinic: Option<&'a Clinic>,
    /// All meetings of the plan's groups.
    pub openings: &'a [Opening],
}

/// A series of sessions of one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The module.
    pub module: ModuleId,
    /// On which weekdays.
    pub days: Vec<Weekday>,
    /// From when on those days.
    pub start: ClockTime,
    /// How long.
    pub minutes: Minutes,
    /// The Monday of its first week.
    pub from: Date,
    /// The Monday of its last week.
    pub to: Date,
}

/// Sessions for the calendar, and those that found no place there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// New sessions, or sessions of the plan as they would be.
    pub sessions: Vec<Session>,
    /// What would fall on days on which nothing takes place.
    pub shut: usize,
    /// What would overlap with something.
    pub taken: usize,
    /// Sessions of the result that lie outside the person's availability.
    pub outside: usize,
}

impl Laid {
    fn lay(&mut self, ground: Ground<'_>, session: Session, itself: Option<SessionId>) {
        let found = troubles(ground.plan, ground.clinic, &Spot::of(&session), itself);
        let beside =
            |other: &Session| other.date == session.date && Spot::of(other).meets(session.start, session.end());
        if found.iter().any(Trouble::takes_the_day) {
            self.shut += 1;
        } else if found.iter().any(|one| matches!(one, Trouble::Overlaps(_))) || self.sessions.iter().any(beside) {
            self.taken += 1;
        } else {
            self.outside += usize::from(found.contains(&Trouble::OutsideAvailability));
            self.sessions.push(session);
        }
    }

    /// Whether nothing comes of it.
    pub fn is_empty(&self) -> bool {
        self.sessions.is_empty()
    }
}

/// The sessions of a series; those that find no place are left out.
pub fn series(ground: Ground<'_>, series: &Series) -> Laid {
    let mut laid = Laid::default();
    for monday in mondays(series.from, series.to) {
        for day in Weekday::ALL.into_iter().filter(|day| series.days.contains(day)) {
            let date = days_after(monday, day.index().into());
            let spot = Spot { module: series.module, date, start: series.start, minutes: series.minutes };
            if let Some(session) = session_at(ground.plan, ground.clinic, ground.openings, &spot) {
                laid.lay(ground, session, None);
            }
        }
    }
    number_topics(ground.plan, series.module, &mut laid.sessions);
    laid
}

/// The Mondays from one to another.
fn mondays(from: Date, to: Date) -> impl Iterator<Item = Date> {
    week_of(from).series(jiff::Span::new().days(7)).take_while(move |monday| *monday <= to).take(520)
}

/// Sessions of one's own go on through the module's topics.
fn number_topics(plan: &Plan, module: ModuleId, sessions: &mut [Session]) {
    let Some(module) = plan.module(module).filter(|module| !module.topics.is_empty()) else { return };
    let before = |date: Date| plan.sessions_of(module.id).filter(|session| session.date < date).count();
    for (at, session) in sessions.iter_mut().enumerate().filter(|(_, session)| session.block.is_none()) {
        let number = (before(session.date) + at) % module.topics.len();
        session.topic = u16::try_from(number).ok();
        session.topic_words = module.topics.get(number).cloned().unwrap_or_default();
    }
}

/// The sessions of a week again in later weeks, each in the same group or at the same time; those that find no place
/// are left out.
pub fn copy_week(ground: Ground<'_>, monday: Date, to: &[Date]) -> Laid {
    let in_week = |session: &&Session| week_of(session.date) == monday && session.status.occupies();
    let week: Vec<&Session> = ground.plan.sessions.iter().filter(in_week).collect();
    let mut laid = Laid::default();
    for target in to {
        for session in &week {
            let date = days_after(*target, u16::try_from(days_between(monday, session.date)).unwrap_or_default());
            let spot = Spot { date, ..Spot::of(session) };
            let fresh = Session {
                status: SessionStatus::Planned,
                actual: None,
                reason: String::new(),
                pinned: false,
                ..(*session).clone()
            };
            let again = moved(ground.plan, ground.clinic, ground.openings, &fresh, &spot);
            laid.lay(ground, again, None);
        }
    }
    laid
}

/// How a series moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The module.
    pub module: ModuleId,
    /// Only sessions on this weekday.
    pub only: Option<Weekday>,
    /// Only sessions from the week of this Monday on.
    pub from: Date,
    /// To this weekday.
    pub day: Option<Weekday>,
    /// To this time.
    pub start: Option<ClockTime>,
    /// To this length.
    pub minutes: Option<Minutes>,
    /// By so many weeks.
    pub weeks: i16,
}

impl Shift {
    /// Whether it moves a session: one of the series that is still ahead and free to move.
    pub fn holds(&self, session: &Session) -> bool {
        session.module == self.module
            && self.only.is_none_or(|day| Weekday::of(session.date) == day)
            && week_of(session.date) >= self.from
            && session.status == SessionStatus::Planned
            && !session.pinned
    }

    fn spot(&self, session: &Session) -> Spot {
        let day = self.day.unwrap_or_else(|| Weekday::of(session.date));
        let weeks = jiff::Span::new().days(i64::from(self.weeks) * 7);
        let monday = week_of(session.date).checked_add(weeks).unwrap_or(session.date);
        Spot {
            module: session.module,
            date: days_after(monday, day.index().into()),
            start: self.start.unwrap_or(session.start),
            minutes: self.minutes.unwrap_or(session.minutes),
        }
    }
}

/// The sessions of a series where they would be after moving; those that find no place there stay where they are.
pub fn shift(ground: Ground<'_>, shift: &Shift) -> Laid {
    let mut without = ground.plan.clone();
    without.sessions.retain(|session| !shift.holds(session));
    let bare = Ground { plan: &without, ..ground };
    let mut laid = Laid::default();
    for session in ground.plan.sessions.iter().filter(|session| shift.holds(session)) {
        let mut spot = shift.spot(session);
        if let Some(meeting) = meeting_at(ground.openings, &spot) {
            spot.minutes = meeting.minutes;
        }
        laid.lay(bare, moved(ground.plan, ground.clinic, ground.openings, session, &spot), Some(session.id));
    }
    laid
}
