//! What speaks against a session where it stands or is about to stand.

use crate::base::{Bilingual, ClockTime, Date, Format, Minutes, ModuleId, SessionId, Weekday};
use crate::catalog::Clinic;
use crate::plan::{PauseKind, Person, Plan, Session};

/// A place on the calendar for a session of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The module.
    pub module: ModuleId,
    /// Date.
    pub date: Date,
    /// Start.
    pub start: ClockTime,
    /// Length.
    pub minutes: Minutes,
}

impl Spot {
    /// Where a session stands.
    pub const fn of(session: &Session) -> Self {
        Self { module: session.module, date: session.date, start: session.start, minutes: session.minutes }
    }

    /// When it ends.
    pub const fn end(&self) -> ClockTime {
        self.start.after(self.minutes)
    }

    /// Whether it shares time with another span of the same day.
    pub fn meets(&self, from: ClockTime, to: ClockTime) -> bool {
        self.start < to && from < self.end()
    }
}

/// Something that speaks against a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It lies before the first or after the last day of the stay.
    OutsideStay,
    /// The program is closed, for this reason.
    Closed(Bilingual),
    /// The person is away, for this reason.
    Away(String),
    /// The stay is interrupted.
    Paused(PauseKind),
    /// The person cannot come then.
    OutsideAvailability,
    /// This session is there already.
    Overlaps(SessionId),
}

impl Trouble {
    /// Whether the whole day is out of the question, whatever the time.
    pub const fn takes_the_day(&self) -> bool {
        match self {
            Self::OutsideStay | Self::Closed(_) | Self::Away(_) | Self::Paused(_) => true,
            Self::OutsideAvailability | Self::Overlaps(_) => false,
        }
    }
}

/// What speaks against a place; a session does not stand in its own way.
pub fn troubles(plan: &Plan, clinic: Option<&Clinic>, spot: &Spot, itself: Option<SessionId>) -> Vec<Trouble> {
    let mut found: Vec<Trouble> = day_trouble(plan, clinic, spot.date).into_iter().collect();
    let with_person = has_person(plan, spot.module);
    if found.is_empty() && with_person && !can_come(&plan.person, Weekday::of(spot.date), spot.start, spot.end()) {
        found.push(Trouble::OutsideAvailability);
    }
    let others = plan.sessions.iter().filter(|other| other.date == spot.date && other.status.occupies());
    let clash = others
        .filter(|other| Some(other.id) != itself && spot.meets(other.start, other.end()))
        .find(|other| has_person(plan, other.module) == with_person);
    found.extend(clash.map(|other| Trouble::Overlaps(other.id)));
    found
}

/// Why nothing can take place on a date.
pub fn day_trouble(plan: &Plan, clinic: Option<&Clinic>, date: Date) -> Option<Trouble> {
    if let Some(name) = plan.program.closed_on(date) {
        return Some(Trouble::Closed(name.clone()));
    }
    if let Some(holiday) = clinic.and_then(|clinic| clinic.holiday(date)) {
        return Some(Trouble::Closed(holiday.name.clone()));
    }
    if let Some(away) = plan.person.away_on(date) {
        return Some(Trouble::Away(away.reason.clone()));
    }
    if let Some(pause) = plan.segments.iter().find_map(|segment| segment.pause_on(date)) {
        return Some(Trouble::Paused(pause.kind));
    }
    let inside = plan.segments.is_empty() || plan.segments.iter().any(|segment| segment.holds(date));
    (!inside).then_some(Trouble::OutsideStay)
}

/// Sessions of the family alone take none of the person's time.
fn has_person(plan: &Plan, module: ModuleId) -> bool {
    plan.module(module).is_none_or(|module| module.format != Format::FamilyWithoutPatient)
}

/// Whether the person can come for all of a span, which several spans of availability may cover together; where
/// nobody asked, they can.
fn can_come(person: &Person, day: Weekday, from: ClockTime, to: ClockTime) -> bool {
    let mut spans: Vec<_> = person.availability.iter().filter(|span| span.day == day).collect();
    spans.sort_by_key(|span| span.from);
    let reach = |reached: ClockTime, span: &&crate::plan::Available| {
        if span.from <= reached { reached.max(span.to) } else { reached }
    };
    person.availability.is_empty() || to <= spans.iter().fold(from, reach)
}
