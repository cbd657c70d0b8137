//! Saving, closing, and two windows with one plan: nothing is lost without a word.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable as _;
use throughline::desktop::world::Picked;
use throughline::history::Chart;
use throughline::plan::{Edit, PersonEdit, Plan};
use throughline::storage::{self, Trust};

use super::fixture::plan;
use super::window::{Disk, Window};

/// A change that shows in the bar.
pub(crate) fn rename(name: &str) -> Edit {
    Edit::Person(PersonEdit::PreferredName(name.to_owned()))
}

/// The plan in a file of the plans folder.
pub(crate) fn kept(disk: &Disk) -> PathBuf {
    let path = disk.plans().join("ana.plan.ron");
    storage::save(&path, &Chart::unsigned(plan()), None).unwrap();
    path
}

fn on_disk(path: &std::path::Path) -> Plan {
    storage::open(path, Trust::Strict).unwrap().plan
}

#[test]
fn a_changed_sample_is_saved_under_a_name_that_says_little() {
    let mut window = Window::open(&plan());
    window.edit(rename("Annie"));
    window.check_says("Changes not saved");
    let path = window.script.disk.plans().join("annie");
    window.will_pick(&path);
    window.command(Key::S);
    let asked = window.script.asked.borrow()[0].clone();
    assert_eq!(asked.name, "annie-2026-11-02.plan.ron");
    assert_eq!(asked.folder, Some(window.script.disk.plans()));
    window.check_says("Saved 2:02 PM");
    assert_eq!(on_disk(&path.with_extension("plan.ron")).person.called(), "Annie");
    window.edit(rename("Nan"));
    window.command(Key::S);
    window.check_says("Saved 2:02 PM");
    assert_eq!(on_disk(&path.with_extension("plan.ron")).person.called(), "Nan");
}

#[test]
fn a_file_that_somebody_else_changed_is_not_written_over() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.edit(rename("Annie"));
    storage::save(&path, &Chart::unsigned(Plan::default()), None).unwrap();
    window.command(Key::S);
    window.check_says("Somebody changed the file after you opened it here");
    window.check_says("nothing is lost");
    let other = disk.plans().join("mine.plan.ron");
    window.will_pick(&other);
    window.click("Save as…");
    assert_eq!((on_disk(&path), on_disk(&other).person.called()), (Plan::default(), "Annie"));
    window.check_says("Saved 2:02 PM");
}

#[test]
fn the_answers_of_a_dialog_are_walked_as_they_are_read() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.edit(rename("Annie"));
    window.command(Key::W);
    let focused = |window: &Window, name: &str| {
        assert!(window.harness.get_by_role_and_label(Role::Button, name).is_focused(), "{name}");
    };
    // The bar behind it has a button of this name too, which takes no keyboard.
    let saves = window.harness.query_all_by_role_and_label(Role::Button, "Save");
    assert!(saves.into_iter().any(|save| save.is_focused()));
    window.press(Key::Tab);
    focused(&window, "Don’t save");
    window.press(Key::Tab);
    focused(&window, "Cancel");
}

#[test]
fn a_file_that_somebody_else_changed_can_be_read_again() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.edit(rename("Annie"));
    let mut theirs = plan();
    throughline::plan::apply(&mut theirs, &rename("Theirs")).unwrap();
    storage::save(&path, &Chart::unsigned(theirs.clone()), None).unwrap();
    window.command(Key::S);
    window.click("Read the file again");
    window.check_says("Theirs");
    window.edit(rename("Both"));
    window.command(Key::S);
    assert_eq!(on_disk(&path).person.called(), "Both");
}

#[test]
fn closing_a_changed_plan_asks_and_cancel_keeps_it() {
    let mut window = Window::open(&plan());
    window.edit(rename("Annie"));
    window.command(Key::W);
    window.check_says("Save the changes?");
    window.press(Key::Escape);
    window.check_says("Annie");
    window.command(Key::W);
    window.click("Don’t save");
    assert!(window.harness.state().open_plan().is_none());
}

#[test]
fn the_safe_answer_has_the_keyboard_and_goes_on_after_saving() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.edit(rename("Annie"));
    window.command(Key::W);
    window.press(Key::Enter);
    assert!(window.harness.state().open_plan().is_none());
    assert_eq!(on_disk(&path).person.called(), "Annie");
    assert!(!path.with_extension("ron.lock").exists());
}

#[test]
fn a_cancelled_name_leaves_everything_as_it_was() {
    let mut window = Window::open(&plan());
    window.edit(rename("Annie"));
    window.command(Key::W);
    window.script.answers.borrow_mut().push_back(Picked::Cancelled);
    window.click("Save");
    window.check_says("Changes not saved");
    let path = window.script.disk.plans().join("annie.plan.ron");
    window.will_pick(&path);
    window.command(Key::S);
    assert!(window.harness.state().open_plan().is_some(), "it must not close long after somebody cancelled");
}

fn close_window(window: &mut Window) -> Vec<ViewportCommand> {
    let viewports = &mut window.harness.input_mut().viewports;
    viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    window.harness.step();
    let commands = |window: &Window| window.harness.output().viewport_output[&ViewportId::ROOT].commands.clone();
    let mut given = commands(window);
    window.harness.step();
    given.extend(commands(window));
    given
}

#[test]
fn a_window_with_changes_asks_before_it_closes() {
    let mut window = Window::open(&plan());
    window.edit(rename("Annie"));
    assert!(close_window(&mut window).contains(&ViewportCommand::CancelClose));
    window.settle();
    window.check_says("Save the changes?");
    window.click("Don’t save");
    assert!(window.harness.state().open_plan().is_none());
    assert!(!close_window(&mut window).contains(&ViewportCommand::CancelClose));
}

#[test]
fn a_second_window_may_only_read_and_save_under_another_name() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let first = Window::on(&disk, Some(&path));
    let mut second = Window::on(&disk, Some(&path));
    second.check_says("This plan has been open in another window since 2:02 PM");
    second.click("Open read-only");
    second.check_says("Read-only");
    second.edit(rename("Annie"));
    second.check_says("open to be read only");
    assert_eq!(second.harness.state().open_plan().unwrap().plan(), &plan());
    let copy = disk.plans().join("copy.plan.ron");
    second.will_pick(&copy);
    second.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    second.settle();
    second.edit(rename("Annie"));
    second.check_says("Changes not saved");
    drop(first);
    let third = Window::on(&disk, Some(&path));
    third.check_says("Saved in ana.plan.ron");
}

#[test]
fn a_save_that_fails_says_that_nothing_is_lost() {
    let mut window = Window::open(&plan());
    window.edit(rename("Annie"));
    window.will_pick(window.script.disk.home().join("nowhere/annie.plan.ron"));
    window.command(Key::S);
    window.check_says("was not saved");
    window.check_says("nothing is lost");
    window.press(Key::Escape);
    window.check_says("Changes not saved");
}

#[test]
fn a_file_dropped_onto_the_window_opens() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, None);
    window.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    window.settle();
    window.check_says("Saved in ana.plan.ron");
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn what_killed_saves_left_is_swept_only_when_old() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let young = disk.plans().join(".throughline-aB3dE6.tmp");
    fs::File::create(&young).unwrap();
    drop(Window::on(&disk, Some(&path)));
    assert!(young.exists(), "the made-up clock says that it is not an hour old");
}
