//! From when a calendar is laid, and in which track.

use crate::base::{Date, Weekday};
use crate::catalog::Track;
use crate::plan::{Edit, ListEdit, Plan, Segment, SessionStatus, Setting};

/// From which day on sessions may be laid: the whole stay before anything has happened, else what lies ahead.
pub fn ahead(plan: &Plan, today: Date) -> Option<Date> {
    let has_happened = plan
        .sessions
        .iter()
        .any(|session| session.status != SessionStatus::Planned || (session.date < today && session.status.occupies()));
    has_happened.then_some(today)
}

/// What brings the intensive part of a stay, as far as it lies ahead, into a track of the clinic.
pub fn to_track(plan: &Plan, track: &Track, from: Option<Date>) -> Vec<Edit> {
    let lies_ahead = |segment: &&Segment| from.is_none_or(|from| segment.from >= from);
    let moves =
        |segment: &&Segment| segment.setting != Setting::Outpatient && segment.track.as_ref() != Some(&track.slug);
    let segments = plan.segments.iter().filter(lies_ahead).filter(moves);
    segments.map(|segment| Edit::Segment(ListEdit::Replace(in_track(segment, track)))).collect()
}

/// As many days as before, on the same weekdays where the track has them.
fn in_track(segment: &Segment, track: &Track) -> Segment {
    let (same, other): (Vec<Weekday>, Vec<Weekday>) = track.days.iter().partition(|day| segment.days.contains(day));
    let mut days: Vec<Weekday> = same.into_iter().chain(other).take(segment.days.len()).collect();
    days.sort_unstable_by_key(|day| day.index());
    Segment { days, day_from: track.from, day_to: track.to, track: Some(track.slug.clone()), ..segment.clone() }
}
