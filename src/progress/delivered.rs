//! What was delivered against what was planned: by week and by authorization.

use std::collections::BTreeSet;

use crate::base::{AuthorizationId, Date, Minutes, PackKind, PayerId, days_after};
use crate::plan::{AuthorizedUnit, Payer, Place, Plan, Session, SessionStatus, Week, weeks};

/// How many sessions ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// Attended in full.
    pub attended: u16,
    /// Attended from later than the start.
    pub late: u16,
    /// Left before the end.
    pub left_early: u16,
    /// Missed.
    pub missed: u16,
    /// Missed for a reason that was told.
    pub excused: u16,
    /// Called off by the clinic.
    pub cancelled: u16,
    /// Past, and nobody has marked them.
    pub unmarked: u16,
    /// Still ahead.
    pub ahead: u16,
    /// Of those that were held: by video or telephone.
    pub telehealth: u16,
}

/// One week as planned and as delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveredWeek {
    /// Number, from 1.
    pub number: u16,
    /// Its Monday.
    pub starts: Date,
    /// How its sessions ended.
    pub attendance: Attendance,
    /// Counted minutes as planned, those that the clinic called off included.
    pub planned: Minutes,
    /// Counted minutes that were delivered.
    pub delivered: Minutes,
    /// Counted minutes of past sessions that were not delivered.
    pub owed: Minutes,
}

/// What an authorization pays for and what is used of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationUse {
    /// The payer.
    pub payer: PayerId,
    /// The authorization.
    pub authorization: AuthorizationId,
    /// What is counted.
    pub unit: AuthorizedUnit,
    /// First and last day.
    pub span: (Date, Date),
    /// Approved.
    pub approved: u16,
    /// Used: before this plan, and one for each day with counted care since.
    pub used: u16,
    /// Days with counted care that are still planned within it.
    pub ahead: u16,
    /// Counted minutes delivered within it.
    pub delivered: Minutes,
    /// Counted minutes of past sessions within it that were not delivered.
    pub owed: Minutes,
}

/// All weeks of the stay; what counts as an hour is as a kind of rule pack has it.
pub fn weeks_delivered(plan: &Plan, counts_as: PackKind, today: Date) -> Vec<DeliveredWeek> {
    weeks(plan).iter().map(|week| of_week(plan, week, counts_as, today)).collect()
}

fn of_week(plan: &Plan, week: &Week<'_>, counts_as: PackKind, today: Date) -> DeliveredWeek {
    let mut attendance = Attendance::default();
    for session in &week.sessions {
        attendance.count(session, today);
    }
    let sum = sum(plan, week.sessions.iter().copied(), counts_as, today);
    let Sum { planned, delivered, owed } = sum;
    DeliveredWeek { number: week.number, starts: week.starts, attendance, planned, delivered, owed }
}

impl Attendance {
    fn count(&mut self, session: &Session, today: Date) {
        let field = match session.status {
            SessionStatus::Attended => &mut self.attended,
            SessionStatus::Late => &mut self.late,
            SessionStatus::LeftEarly => &mut self.left_early,
            SessionStatus::Missed => &mut self.missed,
            SessionStatus::Excused => &mut self.excused,
            SessionStatus::Cancelled => &mut self.cancelled,
            SessionStatus::Planned if session.date < today => &mut self.unmarked,
            SessionStatus::Planned => &mut self.ahead,
        };
        *field += 1;
        if was_held(session) && session.place == Place::Telehealth {
            self.telehealth += 1;
        }
    }

    /// Sessions to which the person came, for all or part of them.
    pub fn came(&self) -> u16 {
        self.attended + self.late + self.left_early
    }
}

/// Whether the person was there for all or part of a session.
pub(super) const fn was_held(session: &Session) -> bool {
    match session.status {
        SessionStatus::Attended | SessionStatus::Late | SessionStatus::LeftEarly => true,
        SessionStatus::Planned | SessionStatus::Missed | SessionStatus::Excused | SessionStatus::Cancelled => false,
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    planned: Minutes,
    delivered: Minutes,
    owed: Minutes,
}

fn sum<'a>(plan: &Plan, sessions: impl Iterator<Item = &'a Session>, counts_as: PackKind, today: Date) -> Sum {
    let mut sum = Sum::default();
    for session in sessions {
        let planned = counted(plan, session, counts_as);
        let delivered = delivered_minutes(plan, session, counts_as);
        sum.planned = sum.planned.plus(planned);
        sum.delivered = sum.delivered.plus(delivered);
        if session.date < today || session.status != SessionStatus::Planned {
            sum.owed = sum.owed.plus(Minutes(planned.0.saturating_sub(delivered.0)));
        }
    }
    sum
}

fn counted(plan: &Plan, session: &Session, counts_as: PackKind) -> Minutes {
    plan.module(session.module).map_or(Minutes(0), |module| module.counts.under(counts_as).min(session.minutes))
}

/// Counted minutes that a session delivered: of one that was not attended in full, at most the minutes it took.
pub fn delivered_minutes(plan: &Plan, session: &Session, counts_as: PackKind) -> Minutes {
    if !was_held(session) {
        return Minutes(0);
    }
    counted(plan, session, counts_as).min(session.actual.unwrap_or(session.minutes))
}

/// What is used of every authorization, in the order of payers.
pub fn authorizations(plan: &Plan, today: Date) -> Vec<AuthorizationUse> {
    plan.coverage.iter().flat_map(|payer| of_payer(plan, payer, today)).collect()
}

fn of_payer(plan: &Plan, payer: &Payer, today: Date) -> Vec<AuthorizationUse> {
    let used = payer.authorizations.iter().map(|authorization| {
        let span = (authorization.from, authorization.to);
        let within = |session: &&Session| span.0 <= session.date && session.date <= span.1;
        let sessions = || plan.sessions.iter().filter(within);
        let Sum { delivered, owed, .. } = sum(plan, sessions(), payer.counts_as, today);
        let counts = |session: &&Session| counted(plan, session, payer.counts_as).0 > 0;
        let held = sessions().filter(|s| was_held(s) && delivered_minutes(plan, s, payer.counts_as).0 > 0);
        let held: BTreeSet<Date> = held.map(|session| session.date).collect();
        let planned = sessions().filter(counts).filter(|s| s.status == SessionStatus::Planned && s.date >= today);
        let ahead = planned.map(|session| session.date).filter(|date| !held.contains(date)).collect::<BTreeSet<_>>();
        AuthorizationUse {
            payer: payer.id,
            authorization: authorization.id,
            unit: authorization.unit,
            span,
            approved: authorization.approved,
            used: authorization.used.saturating_add(count(held.len())),
            ahead: count(ahead.len()),
            delivered,
            owed,
        }
    });
    used.collect()
}

pub(super) fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// The past weeks in which sessions were planned and the person came to none, as their first and last days; a week
/// with a session that nobody has marked is not known to be one.
pub fn missed_weeks(plan: &Plan, today: Date) -> Vec<(Date, Date)> {
    let all = weeks(plan);
    let past = all.iter().filter(|week| days_after(week.starts, 7) <= today && week.days() > 0);
    let none = |session: &&Session| session.status != SessionStatus::Planned && !was_held(session);
    let missed = past.filter(|week| week.sessions.iter().all(none));
    missed.map(|week| (week.starts, days_after(week.starts, 6))).collect()
}
