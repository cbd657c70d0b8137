//! Places group sessions where the clinic's blocks meet, with the topic that the block has on that date.

use std::collections::BTreeSet;

use super::calendar::{Calendar, OpenDay};
use crate::base::{Course, Date, Minutes, SessionId};
use crate::catalog::{Block, Catalog, Clinic};
use crate::plan::{Place, PlacedModule, Plan, Session, SessionStatus, ends};

/// Whether the clinic runs the module as a group in one of the stay's tracks.
pub(super) fn has_block(module: &PlacedModule, plan: &Plan, clinic: &Clinic) -> bool {
    blocks(module, plan, clinic).next().is_some()
}

fn blocks<'a>(module: &'a PlacedModule, plan: &'a Plan, clinic: &'a Clinic) -> impl Iterator<Item = &'a Block> {
    let in_track = |block: &&Block| plan.segments.iter().any(|segment| segment.track.as_ref() == Some(&block.track));
    clinic.blocks.iter().filter(|block| block.module == module.slug).filter(in_track)
}

/// A meeting that the person could attend.
struct Meeting<'a> {
    day: OpenDay<'a>,
    block: &'a Block,
    topic: usize,
}

/// Places the sessions of one group module and takes their time.
pub(super) fn place<'a>(
    module: &'a PlacedModule,
    plan: &'a Plan,
    clinic: &'a Clinic,
    catalog: &Catalog,
    placed: &[Session],
    calendar: &mut Calendar<'a>,
) -> Vec<Session> {
    let Some(earliest) = earliest(module, plan, catalog, placed) else { return Vec::new() };
    let meetings = meetings(module, plan, clinic, calendar);
    let kept = || plan.sessions_of(module.id);
    let mut entered: BTreeSet<_> = kept().filter_map(|session| session.block.clone()).collect();
    let mut topics: BTreeSet<_> = kept().filter_map(|session| session.topic.map(usize::from)).collect();
    let mut rate = Rate { weeks: calendar.kept(module.id).to_vec() };
    let mut sessions: Vec<Session> = Vec::new();
    for meeting in meetings.into_iter().filter(|meeting| meeting.day.date >= earliest) {
        if sessions.len() >= usize::from(module.sessions) {
            break;
        }
        let is_member = entered.contains(&meeting.block.slug);
        let (from, to) = (meeting.block.start, meeting.block.start.after(meeting.block.minutes));
        let fits = (is_member || meeting.block.may_enter(meeting.topic))
            && (module.course == Course::Ongoing || !topics.contains(&meeting.topic))
            && rate.allows(module, meeting.day.week)
            && calendar.is_free(meeting.day.date, from, to, Minutes(0));
        if fits {
            entered.insert(meeting.block.slug.clone());
            topics.insert(meeting.topic);
            rate.note(meeting.day.week);
            calendar.take(meeting.day.date, from, to);
            sessions.push(session(module, clinic, &meeting));
        }
    }
    sessions
}

fn meetings<'a>(
    module: &'a PlacedModule,
    plan: &'a Plan,
    clinic: &'a Clinic,
    calendar: &Calendar<'a>,
) -> Vec<Meeting<'a>> {
    let Some(last) = ends(plan) else { return Vec::new() };
    let mut all = Vec::new();
    for block in blocks(module, plan, clinic) {
        for (date, topic) in block.meetings(clinic, module.topics.len(), last) {
            let Some(day) = calendar.days.get(&date) else { continue };
            let in_track = day.segment.track.as_ref() == Some(&block.track);
            // After a step-down a course under way is finished; open-ended groups belong to the intensive weeks.
            let has_place = calendar.has_place(block, date);
            if in_track && has_place && (!day.is_outpatient() || module.course == Course::Fixed) {
                all.push(Meeting { day: *day, block, topic });
            }
        }
    }
    all.sort_by_key(|meeting| (meeting.day.date, meeting.block.start, meeting.block.slug.clone()));
    all
}

/// The first day on which the module may begin; `None` if what has to come first has too few sessions.
fn earliest(module: &PlacedModule, plan: &Plan, catalog: &Catalog, placed: &[Session]) -> Option<Date> {
    let mut earliest = plan.segments.iter().map(|segment| segment.from).min()?;
    let before = catalog.modules.get(&module.slug).map_or(&[][..], |entry| &entry.after);
    for needed in before {
        let first = plan.modules.iter().find(|other| other.slug == needed.module)?;
        let mut dates = placed.iter().filter(|session| session.module == first.id).map(|session| session.date);
        let done = dates.nth(usize::from(needed.sessions).saturating_sub(1))?;
        earliest = earliest.max(done.tomorrow().ok()?);
    }
    Some(earliest)
}

/// Keeps to a module's frequency.
struct Rate {
    weeks: Vec<u16>,
}

impl Rate {
    fn allows(&self, module: &PlacedModule, week: u16) -> bool {
        let window = u16::from(module.frequency.weeks);
        let recent = self.weeks.iter().filter(|earlier| week.abs_diff(**earlier) < window).count();
        recent < usize::from(module.frequency.sessions)
    }

    fn note(&mut self, week: u16) {
        self.weeks.push(week);
    }
}

fn session(module: &PlacedModule, clinic: &Clinic, meeting: &Meeting<'_>) -> Session {
    let block = meeting.block;
    let room = clinic.room(&block.room).map(|room| room.name.clone()).unwrap_or_default();
    let staff = clinic.provider(&block.provider).map(super::staff);
    Session {
        id: SessionId::default(),
        module: module.id,
        date: meeting.day.date,
        start: block.start,
        minutes: block.minutes,
        actual: None,
        topic: u16::try_from(meeting.topic).ok(),
        topic_words: module.topic(meeting.topic).cloned().unwrap_or_default(),
        place: Place::Room(room),
        block: Some(block.slug.clone()),
        staff,
        status: SessionStatus::Planned,
        reason: String::new(),
        pinned: false,
    }
}
