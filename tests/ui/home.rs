//! Home: the plans there are, found, opened and begun.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use throughline::history::Chart;
use throughline::plan::{Edit, PersonEdit, apply};
use throughline::storage;

use super::fixture::plan;
use super::window::{Disk, Window};

/// A folder with two plans and a file that is none.
fn disk() -> Rc<Disk> {
    let disk = Rc::<Disk>::default();
    for name in ["Ana", "Benedetta"] {
        let mut plan = plan();
        apply(&mut plan, &Edit::Person(PersonEdit::PreferredName(name.to_owned()))).unwrap();
        storage::save(&disk.plans().join(format!("{name}.plan.ron")), &Chart::unsigned(plan.clone()), None).unwrap();
    }
    storage::write_file(&disk.plans().join("torn.plan.ron"), b"PlanFile(format: 1,").unwrap();
    disk
}

#[test]
fn plans_are_listed_with_what_matters_and_none_is_hidden() {
    let window = Window::on(&disk(), None);
    window.check_says("3 plans");
    window.check_says(
        "Ana, Anamaria Lopez-Example, Week 3 of 9, 9 h a week, Patient’s signature was due Mon 16 Nov, In effect",
    );
    window.check_says("torn.plan.ron, Cannot be read: It ends too early");
}

#[test]
fn a_plan_is_found_and_opened_by_keyboard_alone() {
    let mut window = Window::on(&disk(), None);
    window.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Search").type_text("lopez");
    window.settle();
    window.check_silent("torn.plan.ron");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.check_says("Saved in Benedetta.plan.ron");
}

#[test]
fn words_that_nobody_goes_by_find_nothing_and_say_so() {
    let mut window = Window::on(&disk(), None);
    window.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Search").type_text("zzz");
    window.settle();
    window.check_says("No plan goes by that name");
    window.press(Key::Enter);
    assert!(window.harness.state().open_plan().is_none());
}

#[test]
fn home_is_a_key_away_from_an_open_plan_and_leads_back() {
    let disk = disk();
    let mut window = Window::on(&disk, Some(&disk.plans().join("Ana.plan.ron")));
    window.command(Key::H);
    window.check_says("Benedetta");
    window.click("Back to the open plan: Ana");
    window.check_says("Week 3 of 9");
    window.command(Key::H);
    window.command(Key::H);
    window.check_silent("Back to the open plan");
}

#[test]
fn what_is_open_here_is_shown_and_not_opened_twice() {
    let disk = disk();
    let mut window = Window::on(&disk, Some(&disk.plans().join("Ana.plan.ron")));
    window.command(Key::H);
    window.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Search").type_text("ana.plan");
    window.settle();
    window.press(Key::Enter);
    window.check_silent("open in another window");
    window.check_says("Saved in Ana.plan.ron");
}

#[test]
fn an_intake_becomes_an_unsaved_plan_and_what_found_no_place_is_said() {
    let mut window = Window::welcome();
    window.will_pick(Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/alcohol-evening.intake.ron"));
    window.click("Import intake…");
    window.check_says("Drafted");
    window.click("Close");
    window.check_says("Not saved yet");
    window.command(Key::W);
    window.check_says("Save the changes?");
}

#[test]
fn an_intake_that_cannot_be_read_says_why() {
    let mut window = Window::welcome();
    let path = window.script.disk.home().join("bad.intake.ron");
    storage::write_file(&path, b"Intake(").unwrap();
    window.will_pick(path);
    window.click("Import intake…");
    window.check_says("could not be read");
    assert!(window.harness.state().open_plan().is_none());
}

#[test]
fn a_new_plan_begins_at_its_intake_and_closes_without_a_word() {
    let mut window = Window::welcome();
    window.command(Key::N);
    window.check_says("Not saved yet");
    window.command(Key::W);
    window.check_silent("Save the changes?");
    assert!(window.harness.state().open_plan().is_none());
}

#[test]
fn the_notice_of_the_first_start_is_shown_until_it_was_read() {
    let mut window = Window::on(&disk(), None);
    window.check_says("Plan files are not encrypted yet");
    window.click("I have read this");
    window.check_silent("Plan files are not encrypted yet");
    assert!(window.harness.state().settings().welcomed);
}

#[test]
fn another_folder_can_be_chosen_and_is_remembered() {
    let (disk, other) = (disk(), tempfile::tempdir().unwrap());
    storage::save(&other.path().join("cy.plan.ron"), &Chart::unsigned(plan()), None).unwrap();
    let mut window = Window::on(&disk, None);
    window.will_pick(other.path());
    window.click("Change folder…");
    window.check_says("1 plan in");
    assert_eq!(window.harness.state().settings().plans_folder.as_deref(), Some(other.path()));
}

#[test]
fn a_list_read_before_is_there_at_once_and_notices_what_changed() {
    let disk = disk();
    drop(Window::on(&disk, None));
    assert!(disk.home().join("private/plans.index").exists());
    fs::remove_file(disk.plans().join("Ana.plan.ron")).unwrap();
    let window = Window::on(&disk, None);
    window.check_says("2 plans");
    window.check_silent("Ana,");
}

#[test]
fn a_new_plan_waits_for_the_name() {
    let mut window = Window::on(&Rc::default(), None);
    window.command(Key::N);
    let name = window.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Full legal name");
    assert!(name.is_focused(), "the cursor stands in the first field");
}

#[test]
fn a_button_that_a_slow_hand_holds_is_still_pushed() {
    let mut window = Window::on(&disk(), None);
    let pos = window.harness.get_by_role_and_label(egui::accesskit::Role::Button, "New plan").rect().center();
    let button = |pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    window.harness.event(egui::Event::PointerMoved(pos));
    window.harness.event(button(true));
    // A second and a half.
    window.harness.run_steps(6);
    window.harness.event(button(false));
    window.settle();
    window.check_says("Full legal name");
}
