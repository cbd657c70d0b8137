//! The meetings of the clinic's groups to which a person could come, and sessions that sit in them or stand free.

use crate::base::{Bilingual, ClockTime, Course, Date, Minutes, ModuleId, SessionId, Slug};
use crate::catalog::{Block, Clinic};
use crate::plan::{Place, PlacedModule, Plan, Session, SessionStatus, Setting, ends};

use super::is_open;
use super::trouble::Spot;

/// A meeting of a group whose module is in the plan, on a day on which the person can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The module.
    pub module: ModuleId,
    /// The group.
    pub block: Slug,
    /// Date.
    pub date: Date,
    /// When it begins.
    pub start: ClockTime,
    /// How long it lasts.
    pub minutes: Minutes,
    /// The topic that the group has on that date, from 0.
    pub topic: u16,
    /// Whether the person may come.
    pub joins: Joins,
    /// The person's session in it.
    pub taken: Option<SessionId>,
}

/// Whether a person may come to a meeting of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    /// They are in the group already.
    Member,
    /// The group takes newcomers on this date.
    Newcomer,
    /// The group takes no newcomers on this date.
    NotYet,
}

impl Opening {
    /// When it ends.
    pub const fn end(&self) -> ClockTime {
        self.start.after(self.minutes)
    }

    /// Its place on the calendar.
    pub const fn spot(&self) -> Spot {
        Spot { module: self.module, date: self.date, start: self.start, minutes: self.minutes }
    }
}

/// All meetings of the plan's groups over the stay, in order of date and start.
pub fn openings(plan: &Plan, clinic: &Clinic) -> Vec<Opening> {
    let Some(last) = ends(plan) else { return Vec::new() };
    let mut all: Vec<Opening> = Vec::new();
    for module in &plan.modules {
        for block in clinic.blocks.iter().filter(|block| block.module == module.slug) {
            let in_block = |session: &&Session| session.block.as_ref() == Some(&block.slug);
            let kept = plan.sessions_of(module.id).filter(|session| session.status.occupies());
            let mine: Vec<&Session> = kept.filter(in_block).collect();
            let meetings = block.meetings(clinic, module.topics.len(), last).into_iter();
            let held = meetings.filter(|(date, _)| is_for(plan, clinic, block, module, *date));
            all.extend(held.map(|meeting| opening(&mine, block, module, meeting)));
        }
    }
    all.sort_by(|a, b| (a.date, a.start, &a.block).cmp(&(b.date, b.start, &b.block)));
    all
}

/// Whether a group's meeting is meant for the person: in their track, on a day on which they can be seen. After a
/// step-down a course under way is finished; open-ended groups belong to the intensive weeks.
fn is_for(plan: &Plan, clinic: &Clinic, block: &Block, module: &PlacedModule, date: Date) -> bool {
    let Some(segment) = plan.segments.iter().find(|segment| segment.holds(date)) else { return false };
    let goes_on = segment.setting != Setting::Outpatient || module.course == Course::Fixed;
    segment.track.as_ref() == Some(&block.track) && goes_on && is_open(plan, clinic, segment, date)
}

/// A meeting, and what of the person's sessions in the group it means for them.
fn opening(mine: &[&Session], block: &Block, module: &PlacedModule, meeting: (Date, usize)) -> Opening {
    let (date, topic) = meeting;
    let is_member = mine.iter().any(|session| session.date < date);
    Opening {
        module: module.id,
        block: block.slug.clone(),
        date,
        start: block.start,
        minutes: block.minutes,
        topic: u16::try_from(topic).unwrap_or(u16::MAX),
        joins: match is_member {
            true => Joins::Member,
            false if block.may_enter(topic) => Joins::Newcomer,
            false => Joins::NotYet,
        },
        taken: mine.iter().find(|session| session.date == date).map(|session| session.id),
    }
}

/// A session that sits in a meeting of a group: with its topic, room and leader.
pub fn seat(plan: &Plan, clinic: &Clinic, opening: &Opening) -> Option<Session> {
    let module = plan.module(opening.module)?;
    let block = clinic.blocks.iter().find(|block| block.slug == opening.block)?;
    let room = clinic.room(&block.room).map(|room| room.name.clone()).unwrap_or_default();
    Some(Session {
        topic: Some(opening.topic),
        topic_words: module.topic(usize::from(opening.topic)).cloned().unwrap_or_default(),
        place: Place::Room(room),
        block: Some(opening.block.clone()),
        staff: clinic.provider(&block.provider).map(super::staff),
        ..bare(&opening.spot())
    })
}

/// A session of one's own outside the groups: with the module's next topic, where and with whom it usually is.
pub fn stand(plan: &Plan, clinic: Option<&Clinic>, spot: &Spot) -> Option<Session> {
    let module = plan.module(spot.module)?;
    let number = plan.sessions_of(module.id).filter(|session| session.date < spot.date).count();
    let own = |session: &&Session| session.block.is_none();
    let like = plan.sessions_of(module.id).find(own).or_else(|| plan.sessions_of(module.id).next());
    let staff = like.and_then(|session| session.staff.clone()).or_else(|| module.responsible.clone());
    let usual_room = || {
        let provider = clinic?.provider(staff.as_ref()?.provider.as_ref()?)?;
        Some(clinic?.room(&provider.room)?.name.clone())
    };
    let place = like.map(|session| session.place.clone());
    let place = place.unwrap_or_else(|| Place::Room(usual_room().unwrap_or_default()));
    let topics = module.topics.len().max(1);
    Some(Session {
        topic: (!module.topics.is_empty()).then(|| u16::try_from(number % topics).unwrap_or_default()),
        topic_words: module.topics.get(number % topics).cloned().unwrap_or_default(),
        place,
        staff,
        ..bare(spot)
    })
}

/// A session for a place: in the group that meets there at that very time, or else of one's own.
pub fn session_at(plan: &Plan, clinic: Option<&Clinic>, all: &[Opening], spot: &Spot) -> Option<Session> {
    let seated = meeting_at(all, spot).zip(clinic).and_then(|(opening, clinic)| seat(plan, clinic, opening));
    seated.or_else(|| stand(plan, clinic, spot))
}

/// A session as it would be elsewhere: in the group that meets there, or else out of any group.
pub fn moved(plan: &Plan, clinic: Option<&Clinic>, all: &[Opening], session: &Session, spot: &Spot) -> Session {
    let seated = meeting_at(all, spot).zip(clinic).and_then(|(opening, clinic)| seat(plan, clinic, opening));
    let mut moved = session.clone();
    (moved.date, moved.start, moved.minutes, moved.block) = (spot.date, spot.start, spot.minutes, None);
    if let Some(seated) = seated {
        let Session { minutes, topic, topic_words, place, block, staff, .. } = seated;
        moved = Session { minutes, topic, topic_words, place, block, staff, ..moved };
    }
    moved
}

/// The meeting of the module's group that begins exactly there.
pub fn meeting_at<'a>(all: &'a [Opening], spot: &Spot) -> Option<&'a Opening> {
    all.iter().find(|one| one.module == spot.module && one.date == spot.date && one.start == spot.start)
}

fn bare(spot: &Spot) -> Session {
    Session {
        id: SessionId::default(),
        module: spot.module,
        date: spot.date,
        start: spot.start,
        minutes: spot.minutes,
        actual: None,
        topic: None,
        topic_words: Bilingual::default(),
        place: Place::Room(Bilingual::default()),
        block: None,
        staff: None,
        status: SessionStatus::Planned,
        reason: String::new(),
        pinned: false,
    }
}
