//! Which meetings of the clinic's blocks a person may attend: blocks own their topics, the person enters where they may.

use std::collections::{BTreeMap, BTreeSet};

use super::{Meeting, Request, SLOT, Task, name_of, offering};
use crate::base::{Course, Date};
use crate::catalog::Block;
use crate::plan::{PlacedModule, Session, Setting};
use crate::schedule::engine::Offering;
use crate::schedule::seats;

/// The blocks of a module in the stay's tracks; where they differ in length, those of the first one's length.
pub(super) fn blocks<'a>(module: &PlacedModule, request: &Request<'a>) -> Vec<&'a Block> {
    let tracks: BTreeSet<_> = request.plan.segments.iter().filter_map(|segment| segment.track.as_ref()).collect();
    let mut blocks: Vec<&Block> = request.clinic.blocks.iter().collect();
    blocks.retain(|block| block.module == module.slug && tracks.contains(&block.track));
    let minutes = blocks.first().map(|block| block.minutes);
    blocks.retain(|block| Some(block.minutes) == minutes);
    blocks
}

/// Whether two groups of the plan follow each other without a breath.
pub(super) fn touch(request: &Request<'_>) -> bool {
    let all: Vec<&Block> = request.plan.modules.iter().flat_map(|module| blocks(module, request)).collect();
    let ends_when = |one: &Block, other: &Block| {
        let shared = one.days.iter().any(|day| other.days.contains(day));
        let end = one.start.after(one.minutes).minutes();
        shared && (end..end + SLOT).contains(&other.start.minutes())
    };
    all.iter().any(|one| all.iter().any(|other| ends_when(one, other)))
}

/// Offers the meetings that the person may attend.
pub(super) fn offer<'a>(task: &mut Task<'a>, module: &PlacedModule, blocks: &[&'a Block]) {
    let allowed = allowed(task, module, blocks);
    for block in blocks {
        for day in &block.days {
            let id = offering(&block.slug, day.index());
            let open: BTreeMap<u16, Meeting<'a>> = allowed
                .iter()
                .filter(|meeting| meeting.block.slug == block.slug)
                .filter_map(|meeting| Some((task.frame.place(meeting.date)?, *meeting)))
                .filter(|((_, on), _)| *on == day.index())
                .map(|((week, _), meeting)| (week, meeting))
                .collect();
            task.instance.offerings.push(Offering {
                id: id.clone(),
                name: module.name.get(task.request.language).to_owned(),
                module: name_of(module.id),
                day: day.index(),
                start: block.start.minutes() / SLOT,
                closed_weeks: (0..task.frame.weeks).filter(|week| !open.contains_key(week)).collect(),
            });
            task.meetings.extend(open.into_iter().map(|(week, meeting)| ((id.clone(), week), meeting)));
        }
    }
}

/// All meetings from the entry on; of a fixed course, one for each topic.
fn allowed<'a>(task: &Task<'a>, module: &PlacedModule, blocks: &[&'a Block]) -> Vec<Meeting<'a>> {
    let guided: Vec<&Session> = guided(task, module);
    let mut meetings: Vec<Meeting<'a>> = Vec::new();
    for block in blocks {
        let entry = entry(task, module, block, &guided);
        let all = all_meetings(task, module, block);
        let Some(entry) = entry else { continue };
        meetings.extend(all.into_iter().filter(|meeting| meeting.date >= entry));
    }
    meetings.sort_by_key(|meeting| (meeting.date, meeting.block.start, meeting.block.slug.clone()));
    match module.course {
        Course::Ongoing => meetings,
        Course::Fixed => one_a_topic(task, module, meetings, &guided),
    }
}

fn all_meetings<'a>(task: &Task<'a>, module: &PlacedModule, block: &'a Block) -> Vec<Meeting<'a>> {
    let last = task.frame.date(task.frame.weeks, 0);
    let all = block.meetings(task.request.clinic, module.topics.len(), last).into_iter();
    let in_stay = |date: Date| {
        let segment = task.frame.meets(date)?;
        // After a step-down a course under way is finished; open-ended groups belong to the intensive weeks.
        let goes_on = segment.setting != Setting::Outpatient || module.course == Course::Fixed;
        (segment.track.as_ref() == Some(&block.track) && goes_on).then_some(())
    };
    let all = all.filter(|(date, _)| has_place(task, block, *date));
    all.filter(|(date, _)| in_stay(*date).is_some()).map(|(date, topic)| Meeting { date, block, topic }).collect()
}

/// Where the person is a member already, their first meeting; else the first meeting at which the block takes people in.
fn entry(task: &Task<'_>, module: &PlacedModule, block: &Block, guided: &[&Session]) -> Option<Date> {
    let attends = |session: &&&Session| session.block.as_ref() == Some(&block.slug);
    let member = guided.iter().filter(attends).map(|session| session.date).min();
    // A fixed course is taken in the block where it was begun.
    if member.is_some() || (module.course == Course::Fixed && guided.iter().any(|session| session.block.is_some())) {
        return member;
    }
    let from = task.request.from.unwrap_or(task.frame.monday);
    let last = task.frame.date(task.frame.weeks, 0);
    let meetings = block.meetings(task.request.clinic, module.topics.len(), last).into_iter();
    let mut entries = meetings.filter(|(date, topic)| *date >= from && block.may_enter(*topic));
    entries.find(|(date, _)| task.frame.is_open(*date) && has_place(task, block, *date)).map(|(date, _)| date)
}

/// Whether there is a place for the person; what lies behind is as it was.
fn has_place(task: &Task<'_>, block: &Block, date: Date) -> bool {
    let Request { plan, from, taken, .. } = task.request;
    from.is_some_and(|from| date < from) || seats::has_place(plan, taken, block, date)
}

/// For each topic the meeting that the calendar has or the first placement took, else the first that can be attended.
fn one_a_topic<'a>(
    task: &Task<'a>,
    module: &PlacedModule,
    meetings: Vec<Meeting<'a>>,
    guided: &[&Session],
) -> Vec<Meeting<'a>> {
    let held: BTreeSet<u16> = history(task, module).filter_map(|session| session.topic).collect();
    let attendable = |meeting: &Meeting<'_>| {
        let (from, to) = (meeting.block.start, meeting.block.start.after(meeting.block.minutes));
        let day = crate::base::Weekday::of(meeting.date);
        task.frame.is_open(meeting.date) && task.request.plan.person.is_free(day, from, to)
    };
    let mut by_topic: BTreeMap<usize, Vec<Meeting<'a>>> = BTreeMap::new();
    for meeting in meetings {
        by_topic.entry(meeting.topic).or_default().push(meeting);
    }
    by_topic.retain(|topic, _| u16::try_from(*topic).is_ok_and(|topic| !held.contains(&topic)));
    let chosen = |all: Vec<Meeting<'a>>| {
        let is_at = |session: &Session, meeting: &Meeting<'_>| {
            session.date == meeting.date && session.start == meeting.block.start
        };
        let taken = guided.iter().find_map(|session| all.iter().find(|meeting| is_at(session, meeting)));
        let found = taken.or_else(|| all.iter().find(|meeting| attendable(meeting)));
        found.or(all.first()).copied()
    };
    by_topic.into_values().filter_map(chosen).collect()
}

fn history<'a>(task: &Task<'a>, module: &PlacedModule) -> impl Iterator<Item = &'a Session> {
    let from = task.request.from;
    let all = task.request.plan.sessions_of(module.id).filter(|session| session.status.occupies());
    all.filter(move |session| from.is_some_and(|from| session.date < from))
}

/// What the calendar has, and then what a first placement would take.
fn guided<'t>(task: &'t Task<'_>, module: &PlacedModule) -> Vec<&'t Session> {
    let own = |session: &&Session| session.module == module.id && session.status.occupies();
    task.request.plan.sessions.iter().chain(&task.guide).filter(own).collect()
}
