//! The census at home: groups and weeks, who comes, and the plans that lead from there.

use std::path::PathBuf;
use std::rc::Rc;

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use throughline::base::{Language, Weekday};
use throughline::catalog::builtin;
use throughline::history::Chart;
use throughline::plan::{Edit, ListEdit, PersonEdit, Plan, Session, apply};
use throughline::schedule::crowded;
use throughline::storage;
use throughline::wording::time;

use super::drafts::drafted;
use super::window::{Disk, Window};

/// A person's plan in the folder.
fn keep(disk: &Disk, name: &str, plan: &Plan) -> PathBuf {
    let mut plan = plan.clone();
    for edit in [PersonEdit::Name(format!("{name} Example")), PersonEdit::PreferredName(name.to_owned())] {
        apply(&mut plan, &Edit::Person(edit)).unwrap();
    }
    let path = disk.plans().join(format!("{name}.plan.ron"));
    storage::save(&path, &Chart::unsigned(plan), None).unwrap();
    path
}

fn disk(people: usize) -> Rc<Disk> {
    let disk = Rc::<Disk>::default();
    for number in 0..people {
        keep(&disk, &format!("Person {number:02}"), &plan());
    }
    disk
}

fn plan() -> Plan {
    drafted("alcohol-evening")
}

/// What the census calls the first meeting on a Monday to which the plan's person comes, and how many places it has.
fn meeting() -> (String, u8) {
    let (catalog, _) = builtin();
    let plan = plan();
    let on_monday = |session: &&Session| session.block.is_some() && Weekday::of(session.date) == Weekday::Mon;
    let session = plan.sessions.iter().find(on_monday).unwrap();
    let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
    let block = clinic.blocks.iter().find(|block| Some(&block.slug) == session.block.as_ref()).unwrap();
    let name = &catalog.modules[&block.module].plain_name.en;
    (format!("{name}, {}", time::day(session.date, Language::English)), block.capacity)
}

#[test]
fn the_census_counts_who_is_in_which_group_and_says_when_it_is_full() {
    let (meeting, capacity) = meeting();
    let mut window = Window::on(&disk(2), None);
    window.click("Census");
    window.check_says("Who is in which group");
    window.check_says(&format!("{meeting}, 2 of {capacity}"));
    let mut window = Window::on(&disk(usize::from(capacity) + 1), None);
    window.click("Census");
    window.check_says(&format!("{meeting}, {} of {capacity}, over by 1", capacity + 1));
    window.check_says("with too many people");
}

#[test]
fn a_meeting_that_is_picked_tells_who_comes_and_leads_to_their_plans() {
    let (meeting, capacity) = meeting();
    let mut window = Window::on(&disk(2), None);
    window.click("Census");
    window.click(&format!("{meeting}, 2 of {capacity}, 2 drafts"));
    window.check_says("Open the plan of Person 00");
    window.click("Open the plan of Person 01 (draft)");
    assert_eq!(window.harness.state().open_plan().unwrap().plan().person.called(), "Person 01");
}

#[test]
fn the_census_is_reached_and_walked_by_keyboard_alone() {
    let mut window = Window::on(&disk(2), None);
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::H);
    window.settle();
    window.check_says("Who is in which group");
    let focused = |window: &Window| {
        let nodes = window.harness.query_all(egui_kittest::kittest::By::new().predicate(|_| true));
        nodes.into_iter().find(egui_kittest::Node::is_focused).and_then(|node| node.accesskit_node().label())
    };
    for _ in 0..20 {
        window.press(Key::Tab);
        if focused(&window).is_some_and(|label| label.contains(" of ") && label.contains("Nov")) {
            break;
        }
    }
    let entrance = focused(&window).unwrap();
    window.press(Key::Enter);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowDown);
    let there = focused(&window).unwrap();
    assert!(there.contains(" of ") && there != entrance, "from {entrance} to {there}");
    window.press(Key::ArrowUp);
    window.press(Key::ArrowLeft);
    assert_eq!(focused(&window).unwrap(), entrance);
}

#[test]
fn plans_that_cannot_be_read_are_said_and_the_switch_leads_back_to_the_list() {
    let disk = disk(1);
    storage::write_file(&disk.plans().join("torn.plan.ron"), b"PlanFile(format: 1,").unwrap();
    let mut window = Window::on(&disk, None);
    window.click("Census");
    window.check_says("1 plan could not be read and is not counted");
    window.click("Plans");
    window.check_says("2 plans");
}

#[test]
fn the_census_is_a_key_away_from_an_open_plan() {
    let disk = disk(2);
    let mut window = Window::on(&disk, Some(&disk.plans().join("Person 00.plan.ron")));
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::H);
    window.settle();
    window.check_says("Who is in which group");
    window.click("Back to the open plan: Person 00");
    window.check_silent("Who is in which group");
}

/// A clinic in which others have all places of the evening groups.
fn full_clinic() -> Rc<Disk> {
    disk(12)
}

#[test]
fn a_calendar_says_which_groups_have_more_people_than_places() {
    let disk = full_clinic();
    let somebody = keep(&disk, "Somebody", &plan());
    let mut window = Window::on(&disk, Some(&somebody));
    window.command(Key::Num4);
    window.check_says("Groups with more people than places");
    window.click("Show which days");
    window.check_says("more people than the 12 places on");
    let alone = Rc::<Disk>::default();
    let somebody = keep(&alone, "Somebody", &plan());
    let mut window = Window::on(&alone, Some(&somebody));
    window.command(Key::Num4);
    window.check_silent("Groups with more people than places");
}

#[test]
fn full_groups_are_not_filled_and_that_is_said() {
    let disk = full_clinic();
    let mut without_groups = plan();
    let in_groups = without_groups.sessions.iter().filter(|session| session.block.is_some());
    let all = in_groups.map(|session| Edit::Sessions(ListEdit::Remove(session.id))).collect();
    apply(&mut without_groups, &Edit::Together(all)).unwrap();
    let somebody = keep(&disk, "Somebody", &without_groups);
    let mut window = Window::on(&disk, Some(&somebody));
    window.command(Key::Num4);
    window.check_says("Full groups, which were not offered");
    window.click("Show which days");
    window.check_says("all 12 places are taken on");
    window.click("Draft the rest");
    let open = window.harness.state().open_plan().unwrap();
    let (catalog, _) = builtin();
    let clinic = &catalog.clinics[open.plan().program.clinic.as_ref().unwrap()];
    assert!(!open.taken.is_empty());
    let seats = crowded(open.plan(), clinic, &open.taken, None);
    assert!(!seats.is_empty() && seats.iter().all(|one| one.own.is_none()), "no place that others have");
}
