//! From a timetable back to sessions of the plan, and to the edits that make the plan so.

use std::collections::BTreeMap;

use super::{Meeting, SLOT, Task, is_movable};
use crate::base::{Bilingual, ClockTime, ModuleId, SessionId};
use crate::plan::{Edit, ListEdit, Place, PlacedModule, Session, SessionStatus};
use crate::schedule::engine::Placement;
use crate::schedule::staff;

impl Task<'_> {
    /// The sessions of a timetable that are still to be held, in order; their ids are left to the plan. What is
    /// history, marked or fixed in its place is not among them.
    pub fn sessions(&self, placements: &[Placement]) -> Vec<Session> {
        let open = |at: &&Placement| {
            let date = self.frame.date(at.week, at.day);
            self.request.from.is_none_or(|from| date >= from)
        };
        let mut sessions: Vec<Session> = placements.iter().filter(open).filter_map(|at| self.session(*at)).collect();
        sessions.sort_by_key(|session| (session.date, session.start, session.module));
        self.number_topics(&mut sessions);
        sessions
    }

    /// The changes that put a timetable on the calendar: what stays keeps its id, what moves is moved, the rest is
    /// added or removed.
    pub fn edits(&self, placements: &[Placement]) -> Vec<Edit> {
        let mut wanted: BTreeMap<ModuleId, Vec<Session>> = BTreeMap::new();
        for session in self.sessions(placements) {
            wanted.entry(session.module).or_default().push(session);
        }
        let mut edits = Vec::new();
        for module in &self.request.plan.modules {
            let wanted = wanted.remove(&module.id).unwrap_or_default();
            let from = self.request.from;
            let pinned_place = |session: &Session| {
                self.request
                    .plan
                    .sessions_of(module.id)
                    .any(|own| own.pinned && own.date == session.date && own.start == session.start)
            };
            let wanted: Vec<Session> = wanted.into_iter().filter(|session| !pinned_place(session)).collect();
            let own = self.request.plan.sessions_of(module.id).filter(|session| is_movable(session));
            let now: Vec<&Session> = own.filter(|session| from.is_none_or(|from| session.date >= from)).collect();
            edits.extend(changes(&now, wanted));
        }
        edits
    }

    fn session(&self, at: Placement) -> Option<Session> {
        let module = self.module(self.problem.module_id(at.module))?;
        let who = self.problem.who_id(at.who);
        let start = ClockTime::from_minutes(at.start * SLOT)?;
        let session = Session {
            id: SessionId::default(),
            module: module.id,
            date: self.frame.date(at.week, at.day),
            start,
            minutes: module.minutes,
            actual: None,
            topic: None,
            topic_words: Bilingual::default(),
            place: Place::Room(Bilingual::default()),
            block: None,
            staff: module.responsible.clone(),
            status: SessionStatus::Planned,
            reason: String::new(),
            pinned: false,
        };
        Some(match self.meetings.get(&(who.to_owned(), at.week)) {
            Some(meeting) => self.in_block(session, module, meeting),
            None => self.with_provider(session, who),
        })
    }

    fn in_block(&self, session: Session, module: &PlacedModule, meeting: &Meeting<'_>) -> Session {
        let (block, clinic) = (meeting.block, self.request.clinic);
        Session {
            minutes: block.minutes,
            topic: u16::try_from(meeting.topic).ok(),
            topic_words: module.topic(meeting.topic).cloned().unwrap_or_default(),
            place: Place::Room(clinic.room(&block.room).map(|room| room.name.clone()).unwrap_or_default()),
            block: Some(block.slug.clone()),
            staff: clinic.provider(&block.provider).map(staff),
            ..session
        }
    }

    fn with_provider(&self, session: Session, who: &str) -> Session {
        let clinic = self.request.clinic;
        let provider = clinic.providers.iter().find(|provider| provider.slug.as_str() == who);
        let room = provider.and_then(|provider| clinic.room(&provider.room));
        Session { place: Place::Room(room.map(|room| room.name.clone()).unwrap_or_default()), ..session }
    }

    /// Topics of what is booked individually follow the order of the sessions.
    fn number_topics(&self, sessions: &mut [Session]) {
        let mut next: BTreeMap<ModuleId, usize> = BTreeMap::new();
        for module in &self.request.plan.modules {
            let held = self.request.plan.sessions_of(module.id).filter(|session| session.status.occupies());
            let kept = held.filter(|session| !is_movable(session) || self.is_history(session)).count();
            next.insert(module.id, kept);
        }
        for session in sessions.iter_mut().filter(|session| session.block.is_none()) {
            let Some(module) = self.request.plan.module(session.module) else { continue };
            let number = next.entry(module.id).or_default();
            session.topic = u16::try_from(*number % module.topics.len().max(1)).ok();
            session.topic_words = module.topic(*number).cloned().unwrap_or_default();
            *number += 1;
        }
    }
}

/// Pairs what is on the calendar with what is wanted: the same place first, then in order of time.
fn changes(now: &[&Session], wanted: Vec<Session>) -> Vec<Edit> {
    let mut left: Vec<&Session> = now.to_vec();
    let mut edits = Vec::new();
    let mut moved = Vec::new();
    for session in wanted {
        let same =
            |old: &&Session| old.date == session.date && old.start == session.start && old.block == session.block;
        match left.iter().position(same) {
            Some(at) => {
                let old = left.remove(at);
                let kept = Session { topic: session.topic, topic_words: session.topic_words, ..(*old).clone() };
                if kept != *old {
                    edits.push(Edit::Sessions(ListEdit::Replace(kept)));
                }
            }
            None => moved.push(session),
        }
    }
    let mut old = left.into_iter();
    for session in moved {
        edits.push(Edit::Sessions(match old.next() {
            Some(old) => ListEdit::Replace(Session { id: old.id, ..session }),
            None => ListEdit::Add(session),
        }));
    }
    edits.extend(old.map(|old| Edit::Sessions(ListEdit::Remove(old.id))));
    edits
}
