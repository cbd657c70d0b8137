//! Where and when a stay takes place: what a clinic and its track give a plan, for drafts and for whoever enters it.

use super::SegmentRequest;
use crate::base::{Date, Minutes, PackKind, SegmentId, Weekday, days_after, days_between, week_of};
use crate::catalog::{Clinic, RulePack, Track};
use crate::plan::{ClosedDay, Edit, LeavingEdit, ListEdit, Plan, Program, Segment, Setting, apply, ends};

/// How long a stay is unless somebody says otherwise.
pub const USUAL_WEEKS: u8 = 9;

/// A clinic as a plan names it, with the days of the segments on which it is closed.
pub fn program(clinic: &Clinic, segments: &[Segment]) -> Program {
    let in_stay = |date: &Date| segments.iter().any(|segment| segment.holds(*date));
    let closed = clinic.holidays.iter().filter(|holiday| in_stay(&holiday.date));
    Program {
        clinic: Some(clinic.slug.clone()),
        name: clinic.name.clone(),
        address: clinic.address.clone(),
        phone: clinic.phone.clone(),
        after_hours: clinic.after_hours.clone(),
        time_zone: clinic.time_zone.clone(),
        part_2: clinic.part_2,
        closed: closed.map(|holiday| ClosedDay { date: holiday.date, name: holiday.name.clone() }).collect(),
    }
}

/// A segment in a track; `None` where its weeks hold no program day.
pub fn segment(request: &SegmentRequest, track: &Track) -> Option<Segment> {
    Some(Segment {
        id: SegmentId::default(),
        setting: request.setting,
        from: request.from,
        to: last_program_day(request.from, request.weeks, &request.days)?,
        days: request.days.clone(),
        day_from: track.from,
        day_to: track.to,
        week_minutes: request.week_minutes,
        track: Some(request.track.clone()),
        pauses: Vec::new(),
    })
}

/// What is asked for when nothing but the track is known: all its days from next Monday on.
pub fn usual_request(track: &Track, age: Option<u8>, today: Date) -> SegmentRequest {
    let (setting, hours) = match age {
        Some(0..18) => (Setting::IopAdolescent, 6),
        Some(_) | None => (Setting::IopAdult, 9),
    };
    SegmentRequest {
        setting,
        from: next_monday(today),
        weeks: USUAL_WEEKS,
        track: track.slug.clone(),
        days: track.days.clone(),
        week_minutes: Minutes(hours * 60),
    }
}

/// The first Monday after a date.
pub fn next_monday(date: Date) -> Date {
    days_after(week_of(date), 7)
}

/// The last program day of so many weeks, the first included.
pub fn last_program_day(from: Date, weeks: u8, days: &[Weekday]) -> Option<Date> {
    let end = days_after(week_of(from), u16::from(weeks) * 7);
    let dates = from.series(jiff::Span::new().days(1)).take_while(|date| *date < end);
    dates.filter(|date| days.contains(&Weekday::of(*date))).last()
}

/// How many weeks a span of days touches.
pub fn weeks_of(from: Date, to: Date) -> u8 {
    u8::try_from(days_between(week_of(from), to) / 7 + 1).unwrap_or(u8::MAX)
}

/// What counts as an hour: as the rule pack says, else as the clinic counts.
pub fn counts_as(pack: Option<&RulePack>, clinic: Option<&Clinic>) -> PackKind {
    let own = clinic.map_or(PackKind::LevelOfCare, |clinic| clinic.counts_as);
    pack.map_or(own, |pack| pack.kind)
}

/// A change of the segments with what follows from it: the clinic's closed days, and the day of discharge where it was
/// the last day.
pub fn with_what_follows(plan: &Plan, clinic: Option<&Clinic>, change: ListEdit<Segment>) -> Edit {
    let change = Edit::Segment(change);
    let mut then = plan.clone();
    if apply(&mut then, &change).is_err() {
        return change;
    }
    let mut edits = vec![change];
    if let Some(clinic) = clinic {
        edits.push(Edit::Program(Program { closed: program(clinic, &then.segments).closed, ..plan.program.clone() }));
    }
    if plan.leaving.expected == ends(plan) {
        edits.push(Edit::Leaving(LeavingEdit::Expected(ends(&then))));
    }
    Edit::Together(edits)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::catalog::builtin;

    fn evening() -> (&'static Clinic, &'static Track) {
        let catalog = Box::leak(Box::new(builtin().0));
        let clinic = catalog.clinics.values().next().unwrap();
        (clinic, clinic.tracks.iter().find(|track| track.slug.as_str() == "evening").unwrap())
    }

    #[test]
    fn a_track_alone_gives_nine_weeks_from_next_monday() {
        let (_, track) = evening();
        let one = segment(&usual_request(track, Some(34), date(2026, 11, 22)), track).unwrap();
        assert_eq!((one.from, one.to), (date(2026, 11, 23), date(2027, 1, 21)));
        assert_eq!((one.setting, one.week_minutes), (Setting::IopAdult, Minutes(540)));
        assert_eq!(weeks_of(one.from, one.to), USUAL_WEEKS);
        let young = usual_request(track, Some(17), date(2026, 11, 23));
        assert_eq!((young.from, young.setting), (date(2026, 11, 30), Setting::IopAdolescent));
    }

    #[test]
    fn closed_days_and_the_day_of_discharge_follow_the_segments() {
        let (clinic, track) = evening();
        let mut plan = Plan::default();
        let one = segment(&usual_request(track, None, date(2026, 11, 22)), track).unwrap();
        let add = with_what_follows(&plan, Some(clinic), ListEdit::Add(one));
        apply(&mut plan, &add).unwrap();
        assert!(plan.program.closed.iter().any(|day| day.date == date(2026, 12, 24)));
        assert_eq!(plan.leaving.expected, Some(date(2027, 1, 21)));
        let shorter = Segment { to: date(2026, 12, 17), ..plan.segments[0].clone() };
        let shorten = with_what_follows(&plan, Some(clinic), ListEdit::Replace(shorter));
        apply(&mut plan, &shorten).unwrap();
        assert!(plan.program.closed.iter().all(|day| day.date <= date(2026, 12, 17)));
        assert_eq!(plan.leaving.expected, Some(date(2026, 12, 17)));
    }
}
