//! The frames that a plan could have instead: other tracks, and a program day fewer or more.

use super::{FrameChange, day_count};
use crate::base::Weekday;
use crate::catalog::{Block, Clinic, RulePack, Track};
use crate::plan::{Edit, ListEdit, Segment, Setting};
use crate::schedule::lay::{Request, to_track};

/// The tracks that take people of this age, run a group of the plan, and change something.
pub(super) fn tracks<'a>(request: &'a Request<'a>) -> impl Iterator<Item = FrameChange> + 'a {
    let tracks = request.clinic.tracks.iter().filter(|track| is_for(request, track));
    let changes = tracks.filter(|track| !moved(request, track).is_empty());
    changes.map(|track| FrameChange::Track(track.slug.clone()))
}

fn is_for(request: &Request<'_>, track: &Track) -> bool {
    let Request { plan, catalog, .. } = request;
    let first = plan.segments.iter().map(|segment| segment.from).min();
    let age = first.and_then(|first| plan.person.age_on(first));
    let takes = |block: &Block| {
        let ages = catalog.modules.get(&block.module).map(|module| module.ages);
        age.zip(ages).is_none_or(|(age, ages)| ages.include(age))
    };
    let runs = |block: &Block| plan.modules.iter().any(|module| module.slug == block.module);
    let blocks = || request.clinic.blocks.iter().filter(|block| block.track == track.slug);
    blocks().all(takes) && blocks().any(runs)
}

/// The numbers of program days next to that of the intensive part, as far as track and payer allow them.
pub(super) fn day_numbers(request: &Request<'_>) -> impl Iterator<Item = FrameChange> {
    let now = most_days(request);
    let fewer = now.and_then(|now| now.checked_sub(1));
    let near = fewer.into_iter().chain(now.map(|now| now + 1));
    let possible: Vec<u8> = near.filter(|days| !with_days(request, *days).is_empty()).collect();
    possible.into_iter().map(FrameChange::Days)
}

/// The segments that a frame changes, in every way that could be meant, the likeliest first.
pub(super) fn choices(request: &Request<'_>, frame: &FrameChange) -> Vec<Vec<Segment>> {
    match frame {
        FrameChange::AsPlanned => Vec::new(),
        FrameChange::Track(slug) => {
            let track = request.clinic.tracks.iter().find(|track| track.slug == *slug);
            track.map(|track| moved(request, track)).into_iter().collect()
        }
        FrameChange::Days(days) => with_days(request, *days),
    }
}

fn moved(request: &Request<'_>, track: &Track) -> Vec<Segment> {
    let edits = to_track(request.plan, track, request.from).into_iter();
    let segment = |edit| if let Edit::Segment(ListEdit::Replace(segment)) = edit { Some(segment) } else { None };
    edits.filter_map(segment).collect()
}

/// The intensive segments that lie ahead.
fn intensive<'a>(request: &Request<'a>) -> impl Iterator<Item = &'a Segment> {
    let from = request.from;
    let segments = request.plan.segments.iter().filter(|segment| segment.setting != Setting::Outpatient);
    segments.filter(move |segment| from.is_none_or(|from| segment.from >= from))
}

fn most_days(request: &Request<'_>) -> Option<u8> {
    intensive(request).map(|segment| day_count(&segment.days)).max()
}

/// The busiest segments with so many days, one choice for each weekday that could go or come.
fn with_days(request: &Request<'_>, days: u8) -> Vec<Vec<Segment>> {
    let Some(now) = most_days(request) else { return Vec::new() };
    if !allows(request, days) {
        return Vec::new();
    }
    let mut weekdays: Vec<Weekday> = Weekday::ALL.to_vec();
    weekdays.sort_by_key(|day| minutes_on(request, *day));
    if days > now {
        weekdays.reverse();
    }
    let choice = |day: Weekday| {
        let busiest = intensive(request).filter(|segment| day_count(&segment.days) == now);
        let changed = busiest.filter_map(|segment| changed(segment, day, request.clinic, days));
        changed.collect::<Vec<_>>()
    };
    let can_come = |day: &Weekday| days < now || request.plan.person.availability.iter().any(|one| one.day == *day);
    let choices = weekdays.into_iter().filter(can_come).map(choice);
    choices.filter(|segments| !segments.is_empty()).collect()
}

fn allows(request: &Request<'_>, days: u8) -> bool {
    let payer = request.plan.coverage.first().and_then(|payer| payer.pack.as_ref());
    let pack: Option<&RulePack> = payer.and_then(|slug| request.catalog.packs.get(slug));
    let least = pack.and_then(|pack| pack.days_least).unwrap_or(1).max(1);
    let most = pack.and_then(|pack| pack.days_most).unwrap_or(7);
    (least..=most).contains(&days)
}

/// A segment without a weekday that it has, or with one of its track that it has not.
fn changed(segment: &Segment, day: Weekday, clinic: &Clinic, days: u8) -> Option<Segment> {
    let mut then = segment.clone();
    if days < day_count(&segment.days) {
        then.days.retain(|own| *own != day);
    } else {
        let track = segment.track.as_ref().and_then(|slug| clinic.track(slug))?;
        if track.days.contains(&day) && !segment.days.contains(&day) {
            then.days.push(day);
            then.days.sort_unstable_by_key(|day| day.index());
        }
    }
    (then != *segment).then_some(then)
}

/// Minutes of the plan's groups on a weekday that the person could attend.
fn minutes_on(request: &Request<'_>, day: Weekday) -> (u32, u8) {
    let tracks: Vec<_> = intensive(request).filter_map(|segment| segment.track.as_ref()).collect();
    let attendable = |block: &&Block| {
        block.days.contains(&day)
            && tracks.contains(&&block.track)
            && request.plan.modules.iter().any(|module| module.slug == block.module)
            && request.plan.person.is_free(day, block.start, block.start.after(block.minutes))
    };
    let minutes = request.clinic.blocks.iter().filter(attendable).map(|block| u32::from(block.minutes.0)).sum();
    (minutes, 7 - day.index())
}
