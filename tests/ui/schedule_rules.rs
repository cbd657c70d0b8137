//! What the schedule knows before it draws: troubles, series, openings and filling what is owed.

use jiff::civil::date;
use throughline::base::{ClockTime, Date, Minutes, Weekday, week_of};
use throughline::desktop::library::catalog;
use throughline::plan::{Plan, Session};
use throughline::schedule::{
    Ground, Joins, Laid, Opening, Series, Shift, Spot, Taken, Trouble, copy_week, fill, openings, series, shift,
    still_owed, troubles,
};
use throughline::storage::{Trust, decode};

use super::fixture::plan;

fn time(text: &str) -> ClockTime {
    ClockTime::parse(text).unwrap()
}

/// A sample with what was kept of its calendar.
fn sample(name: &str, keep: impl Fn(&Session) -> bool) -> Plan {
    let text = throughline::samples::ALL.iter().find(|(one, _)| *one == name).unwrap().1;
    let mut plan = decode(text, Trust::Strict).unwrap().plan;
    plan.sessions.retain(keep);
    plan
}

fn clinic(plan: &Plan) -> &'static throughline::catalog::Clinic {
    &catalog().clinics[plan.program.clinic.as_ref().unwrap()]
}

#[track_caller]
fn check_troubles(day: Date, start: &str, expect: &[&str]) {
    let plan = plan();
    let spot = Spot { module: plan.modules[2].id, date: day, start: time(start), minutes: Minutes(50) };
    let name = |one: &Trouble| match one {
        Trouble::OutsideStay => "stay",
        Trouble::Closed(_) => "closed",
        Trouble::Away(_) => "away",
        Trouble::Paused(_) => "paused",
        Trouble::OutsideAvailability => "hours",
        Trouble::Overlaps(_) => "overlaps",
    };
    let found: Vec<&str> = troubles(&plan, None, &spot, None).iter().map(name).collect();
    assert_eq!(found, expect, "{day} {start}");
}

#[test]
fn what_speaks_against_a_place_is_found() {
    check_troubles(date(2026, 11, 23), "16:30", &[]);
    check_troubles(date(2026, 11, 23), "16:00", &["hours"]);
    check_troubles(date(2026, 11, 23), "17:00", &["overlaps"]);
    check_troubles(date(2026, 11, 23), "20:30", &["hours"]);
    check_troubles(date(2026, 11, 27), "17:00", &["away"]);
    check_troubles(date(2026, 12, 25), "17:00", &["closed"]);
    check_troubles(date(2027, 1, 4), "17:00", &["stay"]);
}

#[track_caller]
fn check_series(days: &[Weekday], start: &str, expect: (usize, usize, usize, usize)) {
    let plan = plan();
    let ground = Ground { plan: &plan, clinic: None, openings: &[] };
    let asked = Series {
        module: plan.modules[2].id,
        days: days.to_vec(),
        start: time(start),
        minutes: Minutes(50),
        from: date(2026, 11, 16),
        to: date(2026, 12, 28),
    };
    let Laid { sessions, shut, taken, outside } = series(ground, &asked);
    assert_eq!((sessions.len(), shut, taken, outside), expect, "{days:?} {start}");
}

#[test]
fn a_series_leaves_out_closed_days_and_what_would_overlap() {
    check_series(&[Weekday::Mon], "16:30", (7, 0, 0, 0));
    check_series(&[Weekday::Mon], "17:30", (0, 0, 7, 0));
    check_series(&[Weekday::Fri], "17:00", (5, 2, 0, 5));
    check_series(&[], "17:00", (0, 0, 0, 0));
}

#[test]
fn a_series_moves_as_a_whole_and_what_was_held_stays() {
    let plan = plan();
    let ground = Ground { plan: &plan, clinic: None, openings: &[] };
    let (module, from) = (plan.modules[2].id, date(2026, 11, 2));
    let to = Shift {
        module,
        only: None,
        from,
        day: Some(Weekday::Mon),
        start: Some(time("16:30")),
        minutes: None,
        weeks: 0,
    };
    let laid = shift(ground, &to);
    assert!(laid.sessions.iter().all(|one| Weekday::of(one.date) == Weekday::Mon && one.start == time("16:30")));
    assert_eq!((laid.sessions.len(), laid.shut, laid.taken), (6, 0, 0));
    let late = Shift { weeks: 3, day: None, start: None, ..to };
    assert_eq!((shift(ground, &late).sessions.len(), shift(ground, &late).shut), (3, 3));
}

#[test]
fn a_copied_week_keeps_to_the_topics_of_its_groups() {
    let first = date(2026, 11, 30);
    let plan = sample("alcohol-evening", |session| week_of(session.date) == first);
    let all: Vec<Opening> = openings(&plan, clinic(&plan));
    let ground = Ground { plan: &plan, clinic: Some(clinic(&plan)), openings: &all };
    let laid = copy_week(ground, first, &[date(2026, 12, 7), date(2026, 12, 14)]);
    assert!(laid.sessions.len() > plan.sessions.len(), "{laid:?}");
    for session in laid.sessions.iter().filter(|session| session.block.is_some()) {
        let meeting = all.iter().find(|one| Some(&one.block) == session.block.as_ref() && one.date == session.date);
        assert_eq!(meeting.map(|one| one.topic), session.topic);
    }
}

#[test]
fn a_closed_group_takes_newcomers_at_its_first_topic_only() {
    let plan = sample("alcohol-evening", |_| false);
    let anger: Vec<Opening> =
        openings(&plan, clinic(&plan)).into_iter().filter(|one| one.block.as_str() == "evening-anger").collect();
    assert!(!anger.is_empty());
    for one in anger {
        assert_eq!(one.joins == Joins::Newcomer, one.topic == 0, "{one:?}");
    }
}

#[test]
fn filling_places_what_is_owed_and_nothing_twice() {
    for (name, _) in throughline::samples::ALL {
        let mut plan = sample(name, |session| session.date.day() % 2 == 0);
        let clinic = clinic(&plan);
        let from = plan.segments[0].from.checked_add(jiff::Span::new().days(10)).unwrap();
        let placed = fill(&plan, clinic, catalog(), Taken::NOBODY, from);
        for session in &placed.sessions {
            assert!(session.date >= from, "{name}");
            let found = troubles(&plan, Some(clinic), &Spot::of(session), None);
            assert!(!found.iter().any(|one| matches!(one, Trouble::Overlaps(_))), "{name}: {session:?}");
        }
        plan.sessions.extend(placed.sessions);
        for module in &plan.modules {
            let owed = placed.owed.iter().find(|(id, _)| *id == module.id).map_or(0, |(_, owed)| *owed);
            assert_eq!(still_owed(&plan, module), owed, "{name}: {}", module.slug);
        }
    }
}
