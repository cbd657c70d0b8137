//! Who is in which group, and what a full group means for the next calendar.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use throughline::base::{Date, Language, Slug, Weekday};
use throughline::catalog::{Block, Catalog, Clinic, builtin};
use throughline::plan::{
    CourseEdit, Discharge, DischargeKind, Edit, LeavingEdit, Plan, SessionEdit, SessionStatus, Standing, apply,
};
use throughline::schedule::engine::Effort;
use throughline::schedule::lay::{Request, lay_somehow};
use throughline::schedule::{Booking, Census, Load, Meets, Row, Seats, Taken, Who, census, crowded, first_placement};

const IN_EFFECT: Standing = Standing::InEffect(date(2026, 11, 2));

fn slug(name: &str) -> Slug {
    Slug::new(name).unwrap()
}

fn clinic(catalog: &Catalog) -> &Clinic {
    &catalog.clinics[&slug("harborlight")]
}

/// A block, and the first three dates on which it meets in the autumn of 2026.
fn block(catalog: &Catalog) -> (&Block, Vec<Date>) {
    let clinic = clinic(catalog);
    let block = clinic.blocks.iter().find(|block| block.capacity <= 12).unwrap();
    let meetings = block.meetings(clinic, 1, date(2026, 12, 24)).into_iter().map(|(date, _)| date);
    (block, meetings.filter(|on| *on >= date(2026, 11, 2)).take(3).collect())
}

fn seats(name: &str, standing: Standing, block: &Slug, dates: &[Date]) -> Seats {
    let who = Who { called: name.to_owned(), name: name.to_owned(), born: None, record: name.to_owned() };
    Seats { clinic: slug("harborlight"), who, standing, dates: BTreeMap::from([(block.clone(), dates.to_vec())]) }
}

fn bookings(all: &[(PathBuf, Seats)]) -> Vec<Booking<'_>> {
    all.iter().map(|(file, seats)| Booking { file, seats }).collect()
}

fn people(number: usize, standing: Standing, block: &Slug, dates: &[Date]) -> Vec<(PathBuf, Seats)> {
    let one = |n| (PathBuf::from(format!("{n:03}.plan.ron")), seats(&format!("Person {n:03}"), standing, block, dates));
    (0..number).map(one).collect()
}

fn count(catalog: &Catalog, all: &[(PathBuf, Seats)]) -> Census {
    census(&bookings(all), catalog, date(2026, 11, 2), date(2026, 12, 20))
}

fn row<'a>(census: &'a Census, block: &Slug, on: Date) -> &'a Row {
    census.rows.iter().find(|row| row.block == *block && row.day == Weekday::of(on)).unwrap()
}

fn load(census: &Census, block: &Slug, on: Date) -> (usize, Load) {
    let row = row(census, block, on);
    let cell = row.cells.iter().find(|cell| cell.date == on).unwrap();
    (cell.people.len(), row.load(cell))
}

#[test]
fn places_are_counted_until_a_group_is_full_and_over() {
    let (catalog, _) = builtin();
    let (block, dates) = block(&catalog);
    let capacity = usize::from(block.capacity);
    for (booked, expected) in
        [(0, Load::Free(block.capacity.into())), (capacity, Load::Full), (capacity + 2, Load::Over(2))]
    {
        let found = count(&catalog, &people(booked, IN_EFFECT, &block.slug, &dates[..1]));
        assert_eq!(load(&found, &block.slug, dates[0]), (booked, expected));
        assert_eq!(load(&found, &block.slug, dates[1]).0, 0, "nobody comes on the next date");
    }
}

#[test]
fn drafts_count_and_are_marked() {
    let (catalog, _) = builtin();
    let (block, dates) = block(&catalog);
    let mut all = people(3, IN_EFFECT, &block.slug, &dates);
    all[1].1.standing = Standing::Draft;
    let found = count(&catalog, &all);
    let row = row(&found, &block.slug, dates[0]);
    let cell = row.cells.iter().find(|cell| cell.date == dates[0]).unwrap();
    assert_eq!((cell.people.len(), found.drafts(cell)), (3, 1));
}

#[test]
fn the_order_of_files_is_of_no_account() {
    let (catalog, _) = builtin();
    let (block, dates) = block(&catalog);
    let mut all = people(9, IN_EFFECT, &block.slug, &dates);
    all.push((PathBuf::from("copy.plan.ron"), all[4].1.clone()));
    let found = count(&catalog, &all);
    all.reverse();
    assert_eq!(count(&catalog, &all), found);
    all.rotate_left(3);
    assert_eq!(count(&catalog, &all), found);
    assert_eq!(load(&found, &block.slug, dates[0]).0, 9, "a copy of a plan takes no second chair");
}

#[test]
fn what_is_in_effect_stands_for_a_person_who_has_a_draft_as_well() {
    let (catalog, _) = builtin();
    let (block, dates) = block(&catalog);
    let mut all = people(1, Standing::Draft, &block.slug, &dates);
    all.push((PathBuf::from("signed.plan.ron"), Seats { standing: IN_EFFECT, ..all[0].1.clone() }));
    let found = count(&catalog, &all);
    let [patron] = found.people.as_slice() else { panic!("{:?}", found.people) };
    assert_eq!((patron.standing, patron.file.as_path()), (IN_EFFECT, Path::new("signed.plan.ron")));
}

#[test]
fn closed_days_are_told_and_strange_groups_are_not_lost() {
    let (catalog, _) = builtin();
    let (block, dates) = block(&catalog);
    let mut all = people(1, IN_EFFECT, &block.slug, &dates);
    all.extend(people(1, IN_EFFECT, &slug("no-such-group"), &dates[..1]));
    let found = count(&catalog, &all);
    assert_eq!(found.astray.len(), 1);
    assert_eq!((found.astray[0].block.as_str(), found.astray[0].date), ("no-such-group", dates[0]));
    let holiday = clinic(&catalog).holidays.iter().find(|one| one.date > date(2026, 11, 2)).unwrap();
    let closed = found.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.date == holiday.date);
    assert!(closed.clone().count() > 0);
    assert!(closed.clone().all(|cell| cell.meets == Meets::Closed));
}

#[test]
fn what_was_called_off_or_lies_after_a_discharge_holds_no_place() {
    let mut plan = crate::drafts::drafted("depression-day");
    let all = Seats::of(&plan).unwrap();
    let (block, dates) = all.dates.first_key_value().unwrap();
    let (first, second) = (dates[0], dates[1]);
    let id = plan.sessions.iter().find(|s| s.block.as_ref() == Some(block) && s.date == first).unwrap().id;
    let cancelled = Edit::Session(id, SessionEdit::Mark(SessionStatus::Cancelled, None, String::new()));
    apply(&mut plan, &cancelled).unwrap();
    assert!(!Seats::of(&plan).unwrap().dates[block].contains(&first));
    let discharge = Discharge { date: second, kind: DischargeKind::Completed, summary: String::new() };
    apply(&mut plan, &Edit::Leaving(LeavingEdit::Discharge(Some(discharge)))).unwrap();
    assert_eq!(Seats::of(&plan).unwrap().dates[block], [second]);
}

#[test]
fn ones_own_places_are_taken_from_nobody() {
    let (catalog, _) = builtin();
    let (block, dates) = block(&catalog);
    let plan = crate::drafts::drafted("depression-day");
    let mut all = people(3, IN_EFFECT, &block.slug, &dates);
    all.push((PathBuf::from("elsewhere.plan.ron"), Seats { who: Who::of(&plan), ..all[0].1.clone() }));
    all.push((
        PathBuf::from("north.plan.ron"),
        Seats { clinic: slug("north"), ..seats("N", IN_EFFECT, &block.slug, &dates) },
    ));
    let on = |own| Taken::beside(&plan, own, &bookings(&all)).on(&block.slug, dates[0]);
    assert_eq!(on(None), 3, "neither the person's own copy nor another clinic");
    assert_eq!(on(Some(Path::new("001.plan.ron"))), 2, "not the file itself");
}

/// A plan's calendar beside what others hold, with as much as there is room for.
fn laid(plan: &Plan, taken: &Taken) -> Plan {
    let (catalog, _) = builtin();
    let clinic = clinic(&catalog);
    let request = Request { plan, clinic, catalog: &catalog, from: None, taken, language: Language::English };
    let mut laid = plan.clone();
    laid.sessions = lay_somehow(request, Effort(10));
    laid
}

/// The first group session of a plan that could as well be elsewhere, and a clinic whose others fill that meeting.
fn filled(plan: &Plan) -> (Slug, Date, Taken) {
    let (catalog, _) = builtin();
    let ongoing =
        |slug: &Slug| plan.modules.iter().any(|m| m.slug == *slug && m.course == throughline::base::Course::Ongoing);
    let blocks = clinic(&catalog).blocks.iter().filter(|block| ongoing(&block.module));
    let of = |block: &&Block| plan.sessions.iter().filter(|s| s.block.as_ref() == Some(&block.slug)).count() > 2;
    let block = blocks.clone().find(of).unwrap();
    let date = plan.sessions.iter().rfind(|s| s.block.as_ref() == Some(&block.slug)).unwrap().date;
    let others = people(usize::from(block.capacity), IN_EFFECT, &block.slug, &[date]);
    (block.slug.clone(), date, Taken::beside(plan, None, &bookings(&others)))
}

fn sits(plan: &Plan, block: &Slug, on: Date) -> bool {
    plan.sessions.iter().any(|s| s.status.occupies() && s.block.as_ref() == Some(block) && s.date == on)
}

#[test]
fn a_full_group_is_not_offered_to_a_draft_and_is_named() {
    let (catalog, _) = builtin();
    let plan = crate::drafts::drafted("alcohol-evening");
    let (block, on, taken) = filled(&plan);
    let one_too_many = crowded(&plan, clinic(&catalog), &taken, None);
    assert!(
        one_too_many.iter().all(|one| one.block == block && one.date == on && one.own.is_some()),
        "{one_too_many:?}"
    );
    assert_eq!(one_too_many.len(), 1);
    let after = laid(&plan, &taken);
    assert!(!sits(&after, &block, on));
    let full = crowded(&after, clinic(&catalog), &taken, None);
    assert_eq!(full.iter().map(|one| (one.date, one.own)).collect::<Vec<_>>(), [(on, None)]);
}

#[test]
fn who_is_treated_by_a_plan_in_effect_keeps_the_place_that_it_gives() {
    let mut plan = crate::drafts::drafted("alcohol-evening");
    let (block, on, taken) = filled(&plan);
    apply(&mut plan, &Edit::Course(CourseEdit::Standing(IN_EFFECT))).unwrap();
    assert!(sits(&laid(&plan, &taken), &block, on));
}

#[test]
fn where_nobody_else_is_known_nothing_is_crowded() {
    let (catalog, _) = builtin();
    let plan = crate::drafts::drafted("alcohol-evening");
    assert_eq!(crowded(&plan, clinic(&catalog), Taken::NOBODY, None), []);
}

#[test]
fn places_count_down_as_one_plan_is_booked_after_another() {
    let (mut catalog, _) = builtin();
    for block in &mut catalog.clinics.get_mut(&slug("harborlight")).unwrap().blocks {
        block.capacity = 3;
    }
    let plan = crate::drafts::drafted("depression-day");
    let mut booked: Vec<(PathBuf, Seats)> = Vec::new();
    let mut placed = Vec::new();
    for number in 0..5 {
        let mut next = plan.clone();
        next.person.name = format!("Person {number}");
        next.sessions.clear();
        let taken = Taken::beside(&next, None, &bookings(&booked));
        next.sessions = first_placement(&next, clinic(&catalog), &catalog, &taken).sessions;
        placed.push(next.sessions.iter().filter(|session| session.block.is_some()).count());
        booked.push((PathBuf::from(format!("{number}.plan.ron")), Seats::of(&next).unwrap()));
    }
    let found = census(&bookings(&booked), &catalog, date(2026, 11, 2), date(2027, 6, 1));
    let loads: Vec<Load> = found.rows.iter().flat_map(|row| row.cells.iter().map(|cell| row.load(cell))).collect();
    assert!(loads.iter().all(|load| !matches!(load, Load::Over(_))));
    assert!(loads.contains(&Load::Full), "the first three fill the groups");
    assert!(placed[4] < placed[0], "for the fifth there is less: {placed:?}");
}
