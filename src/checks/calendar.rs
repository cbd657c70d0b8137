//! Findings about days and times: sessions that cannot take place where they stand.

use super::context::{Context, takes_place};
use super::finding::{CALENDAR, Finding, FindingKind, PROGRAM_RULE, Rubric, error, warning};
use crate::base::{Bilingual, ClockTime, Date, Format, SegmentId, SessionId, Weekday, days_between};
use crate::plan::{Item, PauseKind, Person, Session, SessionStatus};

/// A session is to be marked within so many days.
const DAYS_TO_RECORD: i32 = 7;

/// What is found about days and times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarFinding {
    /// The stay has no segment, so no first and last day.
    NoSegment,
    /// Two segments hold the same days.
    SegmentsOverlap {
        /// The earlier one.
        other: SegmentId,
    },
    /// A segment has no program days.
    SegmentWithoutDays,
    /// Two sessions at the same time.
    SessionsOverlap {
        /// The earlier one.
        other: SessionId,
    },
    /// A session outside every segment.
    OutsideStay,
    /// A session after the person has left.
    AfterDischarge {
        /// The day of discharge.
        left: Date,
    },
    /// A session while the clinic is closed.
    OnHoliday {
        /// Why it is closed.
        name: Bilingual,
    },
    /// A session while the person is away.
    WhileAway {
        /// First day away.
        from: Date,
        /// Last day away.
        to: Date,
    },
    /// A session during a pause.
    DuringPause {
        /// What the pause is.
        kind: PauseKind,
        /// First day.
        from: Date,
        /// Last day, if it is known.
        to: Option<Date>,
    },
    /// A topic that the course does not have.
    TopicBeyondCourse {
        /// The topic's number, from 1.
        topic: usize,
        /// How many there are.
        topics: usize,
    },
    /// A session when the person cannot come.
    OutsideAvailability,
    /// Sessions of which nobody has said what became of them.
    Unrecorded {
        /// How many.
        sessions: usize,
        /// Date of the first.
        first: Date,
        /// Date of the last.
        last: Date,
    },
}

impl CalendarFinding {
    pub(super) const fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::NoSegment => error("no-segment", PROGRAM_RULE),
            Self::SegmentsOverlap { .. } => error("segments-overlap", CALENDAR),
            Self::SegmentWithoutDays => warning("segment-without-days", PROGRAM_RULE),
            Self::SessionsOverlap { .. } => error("sessions-overlap", CALENDAR),
            Self::OutsideStay => error("session-outside-stay", CALENDAR),
            Self::AfterDischarge { .. } => error("session-after-discharge", CALENDAR),
            Self::OnHoliday { .. } => error("session-on-holiday", CALENDAR),
            Self::WhileAway { .. } => error("session-while-away", CALENDAR),
            Self::DuringPause { .. } => error("session-during-pause", CALENDAR),
            Self::TopicBeyondCourse { .. } => error("topic-beyond-course", PROGRAM_RULE),
            Self::OutsideAvailability => warning("session-outside-availability", PROGRAM_RULE),
            Self::Unrecorded { .. } => error("sessions-unrecorded", PROGRAM_RULE),
        }
    }
}

fn at(item: Item, kind: CalendarFinding) -> Finding {
    Finding { kind: FindingKind::Calendar(kind), item }
}

/// Findings about days and times.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let mut found = segments(ctx);
    found.extend(overlaps(ctx));
    for session in ctx.plan.sessions.iter().filter(|session| session.status.occupies()) {
        let kinds = of_session(ctx, session).into_iter();
        found.extend(kinds.map(|kind| at(Item::Session(session.id), kind)));
    }
    found.extend(unrecorded(ctx));
    found
}

fn segments(ctx: &Context<'_>) -> Vec<Finding> {
    let segments = &ctx.plan.segments;
    if segments.is_empty() {
        return vec![at(Item::Plan, CalendarFinding::NoSegment)];
    }
    let mut found = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let item = Item::Segment(segment.id);
        let other = segments.iter().take(index).find(|other| other.from <= segment.to && segment.from <= other.to);
        found.extend(other.map(|other| at(item, CalendarFinding::SegmentsOverlap { other: other.id })));
        found.extend(segment.days.is_empty().then(|| at(item, CalendarFinding::SegmentWithoutDays)));
    }
    found
}

fn overlaps(ctx: &Context<'_>) -> Vec<Finding> {
    let mut sessions: Vec<&Session> = ctx.plan.sessions.iter().filter(|session| takes_place(session)).collect();
    sessions.sort_by_key(|session| (session.date, session.start, session.id));
    let mut found = Vec::new();
    for (index, first) in sessions.iter().enumerate() {
        let rest = sessions.iter().skip(index + 1);
        let during = rest.take_while(|next| next.date == first.date && next.start < first.end());
        let clashing = during.filter(|next| has_person(ctx, next) == has_person(ctx, first));
        let kind = CalendarFinding::SessionsOverlap { other: first.id };
        found.extend(clashing.map(|next| at(Item::Session(next.id), kind.clone())));
    }
    found
}

/// Whether the person is in the room; sessions of the family alone take none of the person's time.
fn has_person(ctx: &Context<'_>, session: &Session) -> bool {
    ctx.plan.module(session.module).is_none_or(|module| module.format != Format::FamilyWithoutPatient)
}

fn of_session(ctx: &Context<'_>, session: &Session) -> Vec<CalendarFinding> {
    let mut found: Vec<_> = stay(ctx, session).into_iter().chain(topic(ctx, session)).collect();
    if session.status == SessionStatus::Planned {
        found.extend(closed(ctx, session));
        found.extend(person(ctx, session).filter(|_| has_person(ctx, session)));
    }
    found
}

fn stay(ctx: &Context<'_>, session: &Session) -> Option<CalendarFinding> {
    let left = ctx.plan.leaving.discharge.as_ref().map(|discharge| discharge.date);
    if let Some(left) = left.filter(|left| *left < session.date) {
        return Some(CalendarFinding::AfterDischarge { left });
    }
    let outside = !ctx.plan.segments.is_empty() && ctx.segment_on(session.date).is_none();
    outside.then_some(CalendarFinding::OutsideStay)
}

fn topic(ctx: &Context<'_>, session: &Session) -> Option<CalendarFinding> {
    let number = usize::from(session.topic?);
    let module = ctx.plan.module(session.module).filter(|module| module.topic(number).is_none())?;
    Some(CalendarFinding::TopicBeyondCourse { topic: number + 1, topics: module.topics.len() })
}

fn closed(ctx: &Context<'_>, session: &Session) -> Vec<CalendarFinding> {
    let holiday = ctx.holiday(session.date);
    let pause = ctx.segment_on(session.date).and_then(|segment| segment.pause_on(session.date));
    let mut found = Vec::new();
    found.extend(holiday.map(|holiday| CalendarFinding::OnHoliday { name: holiday.name.clone() }));
    found.extend(pause.map(|p| CalendarFinding::DuringPause { kind: p.kind, from: p.from, to: p.to }));
    found
}

fn person(ctx: &Context<'_>, session: &Session) -> Option<CalendarFinding> {
    let person = &ctx.plan.person;
    match person.away_on(session.date) {
        Some(away) => Some(CalendarFinding::WhileAway { from: away.from, to: away.to }),
        None if person.availability.is_empty() => None,
        None => {
            let free = is_free(person, Weekday::of(session.date), session.start, session.end());
            (!free).then_some(CalendarFinding::OutsideAvailability)
        }
    }
}

/// Whether the person can come for all of a span, which several spans of availability may cover together.
fn is_free(person: &Person, day: Weekday, from: ClockTime, to: ClockTime) -> bool {
    let mut spans: Vec<_> = person.availability.iter().filter(|span| span.day == day).collect();
    spans.sort_by_key(|span| span.from);
    let reached =
        spans.iter().fold(from, |reached, span| if span.from <= reached { reached.max(span.to) } else { reached });
    to <= reached
}

fn unrecorded(ctx: &Context<'_>) -> Option<Finding> {
    let today = ctx.today?;
    let planned = ctx.plan.sessions.iter().filter(|session| session.status == SessionStatus::Planned);
    let mut old: Vec<&Session> = planned.filter(|s| days_between(s.date, today) > DAYS_TO_RECORD).collect();
    old.sort_by_key(|session| (session.date, session.start, session.id));
    let (first, last) = (old.first()?, old.last()?);
    let kind = CalendarFinding::Unrecorded { sessions: old.len(), first: first.date, last: last.date };
    Some(at(Item::Session(first.id), kind))
}
