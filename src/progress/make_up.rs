//! Make-up sessions: where what was missed could be held again.

use crate::base::{ClockTime, Date, SessionId, Slug, Weekday, days_after};
use crate::catalog::{Catalog, Clinic};
use crate::plan::{Edit, ListEdit, PlacedModule, Plan, Session, SessionStatus, ends};

/// A session that was not held, and where it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MakeUp {
    /// The session that was not held.
    pub missed: SessionId,
    /// The first place that fits; `None` if there is none before the stay ends.
    pub slot: Option<Slot>,
}

/// A place on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The day.
    pub date: Date,
    /// The start.
    pub start: ClockTime,
    /// The clinic's block that meets then.
    pub block: Option<Slug>,
}

impl MakeUp {
    /// The make-up session, as an edit.
    pub fn edit(&self, plan: &Plan) -> Option<Edit> {
        let (slot, missed) = (self.slot.as_ref()?, plan.session(self.missed)?);
        let session = Session {
            date: slot.date,
            start: slot.start,
            block: slot.block.clone(),
            status: SessionStatus::Planned,
            actual: None,
            reason: String::new(),
            pinned: false,
            ..missed.clone()
        };
        Some(Edit::Sessions(ListEdit::Add(session)))
    }
}

/// A make-up for every session that was missed, excused or called off and that nothing on the calendar makes good.
///
/// A group is made up where one of its blocks comes to the same topic again, everything else at the same time of a
/// later program day on which the person is free.
pub fn make_ups(plan: &Plan, catalog: &Catalog, today: Date) -> Vec<MakeUp> {
    let clinic = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug));
    let missed = plan.sessions.iter().filter(|session| is_missed(session));
    let mut taken: Vec<(Date, ClockTime, ClockTime)> = Vec::new();
    let mut all = Vec::new();
    for session in missed {
        let Some(module) = plan.module(session.module).filter(|module| !is_made_good(plan, module, session)) else {
            continue;
        };
        let slot = slots(plan, clinic, module, session, today)
            .into_iter()
            .find(|slot| taken.iter().all(|other| !overlaps(slot, session, *other)));
        taken.extend(slot.as_ref().map(|slot| (slot.date, slot.start, slot.start.after(session.minutes))));
        all.push(MakeUp { missed: session.id, slot });
    }
    all
}

fn overlaps(slot: &Slot, missed: &Session, (date, from, to): (Date, ClockTime, ClockTime)) -> bool {
    slot.date == date && slot.start < to && from < slot.start.after(missed.minutes)
}

const fn is_missed(session: &Session) -> bool {
    match session.status {
        SessionStatus::Missed | SessionStatus::Excused | SessionStatus::Cancelled => true,
        SessionStatus::Planned | SessionStatus::Attended | SessionStatus::Late | SessionStatus::LeftEarly => false,
    }
}

/// Whether enough is held or planned all the same, or the topic comes again.
fn is_made_good(plan: &Plan, module: &PlacedModule, missed: &Session) -> bool {
    let kept = || plan.sessions_of(module.id).filter(|session| !is_missed(session));
    let enough = kept().count() >= usize::from(module.sessions);
    let again = missed.topic.is_some() && kept().any(|other| other.topic == missed.topic && other.date >= missed.date);
    enough || again
}

fn slots(plan: &Plan, clinic: Option<&Clinic>, module: &PlacedModule, missed: &Session, today: Date) -> Vec<Slot> {
    let Some(last) = ends(plan) else { return Vec::new() };
    let blocks = clinic.map(|clinic| clinic.blocks.iter().filter(|block| block.module == module.slug));
    let mut slots: Vec<Slot> = Vec::new();
    for (clinic, block) in
        clinic.into_iter().flat_map(|clinic| blocks.clone().into_iter().flatten().map(move |b| (clinic, b)))
    {
        let meetings = block.meetings(clinic, module.topics.len(), last);
        let same = meetings.into_iter().filter(|(_, topic)| missed.topic.is_none_or(|own| usize::from(own) == *topic));
        slots.extend(same.map(|(date, _)| Slot { date, start: block.start, block: Some(block.slug.clone()) }));
    }
    if missed.block.is_none() && slots.is_empty() {
        let days = (1..=366).map(|days| days_after(today, days)).take_while(|date| *date <= last);
        slots.extend(days.map(|date| Slot { date, start: missed.start, block: None }));
    }
    slots.retain(|slot| slot.date > today && fits(plan, missed, slot));
    slots.sort_by_key(|slot| (slot.date, slot.start));
    slots
}

/// Whether a program day is open to the person, and nothing else is there.
fn fits(plan: &Plan, missed: &Session, slot: &Slot) -> bool {
    let (from, to) = (slot.start, slot.start.after(missed.minutes));
    let weekday = Weekday::of(slot.date);
    let segment = plan.segments.iter().find(|segment| segment.holds(slot.date));
    let open = segment.is_some_and(|s| s.pause_on(slot.date).is_none() && s.days.contains(&weekday))
        && plan.program.closed_on(slot.date).is_none()
        && plan.person.away_on(slot.date).is_none()
        && plan.person.is_free(weekday, from, to);
    let mut beside = plan.sessions.iter().filter(|other| other.date == slot.date && other.status.occupies());
    open && beside.all(|other| other.end() <= from || to <= other.start)
}
