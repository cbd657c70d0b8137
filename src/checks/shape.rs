//! Whether a week has all its program days, and if not, why.

use super::context::{Context, is_intensive};
use crate::base::{Bilingual, Date, Weekday, days_after};
use crate::plan::{PauseKind, Segment};

/// Why a week is not full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shortened {
    /// The segment begins on this day.
    Begins(Date),
    /// The segment or the stay ends on this day.
    Ends(Date),
    /// Another segment takes over on this day.
    Changes(Date),
    /// The clinic is closed on a program day.
    Holiday(Date, Bilingual),
    /// The person is away on a program day.
    Away(Date),
    /// A pause holds a program day.
    Paused(Date, PauseKind),
}

/// Whether a week has all its program days.
pub(super) enum Shape {
    Full,
    Partial(Shortened),
    /// No intensive outpatient day lies in it.
    Outside,
}

/// The shape of the week that begins on a Monday.
pub(super) fn shape(ctx: &Context<'_>, monday: Date) -> Shape {
    let left = ctx.plan.leaving.discharge.as_ref().map(|discharge| discharge.date);
    let last = |segment: &Segment| left.map_or(segment.to, |left| left.min(segment.to));
    let inside = |segment: &&Segment| {
        let dates = program_dates(segment, monday);
        is_intensive(segment.setting) && dates.iter().any(|date| segment.from <= *date && *date <= last(segment))
    };
    let mut segments = ctx.plan.segments.iter().filter(inside);
    let Some(segment) = segments.next() else { return Shape::Outside };
    if let Some(next) = segments.next() {
        return Shape::Partial(Shortened::Changes(next.from));
    }
    let dates = program_dates(segment, monday);
    let why = dates.iter().find_map(|date| shortened(ctx, segment, last(segment), *date));
    why.map_or(Shape::Full, Shape::Partial)
}

/// The program days of a week; Monday to Friday where a segment names none.
fn program_dates(segment: &Segment, monday: Date) -> Vec<Date> {
    let is_program_day = |day: Weekday| match segment.days.as_slice() {
        [] => day <= Weekday::Fri,
        days => days.contains(&day),
    };
    (0..7).map(|days| days_after(monday, days)).filter(|date| is_program_day(Weekday::of(*date))).collect()
}

fn shortened(ctx: &Context<'_>, segment: &Segment, last: Date, date: Date) -> Option<Shortened> {
    if date < segment.from {
        return Some(Shortened::Begins(segment.from));
    }
    if last < date {
        return Some(Shortened::Ends(last));
    }
    if let Some(holiday) = ctx.holiday(date) {
        return Some(Shortened::Holiday(date, holiday.name.clone()));
    }
    if let Some(pause) = segment.pause_on(date) {
        return Some(Shortened::Paused(date, pause.kind));
    }
    ctx.plan.person.away_on(date).map(|_| Shortened::Away(date))
}
