//! What happens to unsaved work when the program ends before it is saved.

use std::fs;
use std::rc::Rc;

use egui::Key;
use throughline::history::Chart;
use throughline::storage::{self, Trust};

use super::fixture::plan;
use super::save::{kept, rename};
use super::window::{Disk, Window};

/// A window that was gone before its changes were saved; the file that was open.
fn crash(disk: &Rc<Disk>) -> std::path::PathBuf {
    let path = kept(disk);
    let mut window = Window::on(disk, Some(&path));
    window.edit(rename("Annie"));
    window.edit(throughline::plan::Edit::Person(throughline::plan::PersonEdit::Pronouns("they/them".to_owned())));
    window.wait(3);
    path
}

fn private(disk: &Disk, ending: &str) -> usize {
    let Ok(entries) = fs::read_dir(disk.home().join("private/unsaved")) else { return 0 };
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(ending)).count()
}

#[test]
fn unsaved_work_is_offered_after_a_crash_and_saved_where_it_belongs() {
    let disk = Rc::<Disk>::default();
    let path = crash(&disk);
    assert_eq!(storage::open(&path, Trust::Strict).unwrap().plan, plan());
    let mut window = Window::on(&disk, None);
    window.check_says("The program ended before this was saved");
    window.check_says("2 changes after 2:02 PM");
    window.click("Restore");
    window.check_says("Changes not saved");
    window.check_says("Annie");
    window.command(Key::S);
    window.check_says("Saved 2:02 PM");
    assert_eq!(storage::open(&path, Trust::Strict).unwrap().plan.person.called(), "Annie");
    window.wait(1);
    assert_eq!(private(&disk, ".unsaved"), 0);
}

#[test]
fn restored_work_that_is_lost_again_is_offered_again() {
    let disk = Rc::<Disk>::default();
    crash(&disk);
    let mut window = Window::on(&disk, None);
    window.click("Restore");
    drop(window);
    Window::on(&disk, None).check_says("The program ended before this was saved");
}

#[test]
fn restored_work_does_not_cover_what_somebody_else_saved_since() {
    let disk = Rc::<Disk>::default();
    let path = crash(&disk);
    let mut theirs = plan();
    throughline::plan::apply(&mut theirs, &rename("Theirs")).unwrap();
    storage::save(&path, &Chart::unsigned(theirs.clone()), None).unwrap();
    let mut window = Window::on(&disk, None);
    window.click("Restore");
    window.command(Key::S);
    window.check_says("Somebody changed the file");
    assert_eq!(storage::open(&path, Trust::Strict).unwrap().plan, theirs);
}

#[test]
fn work_set_aside_is_not_offered_again_but_kept() {
    let disk = Rc::<Disk>::default();
    crash(&disk);
    let mut window = Window::on(&disk, None);
    window.click("Set aside");
    window.check_silent("The program ended before this was saved");
    drop(window);
    Window::on(&disk, None).check_silent("Unsaved work");
    assert_eq!((private(&disk, ".unsaved"), private(&disk, ".aside")), (0, 1));
}

#[test]
fn later_leaves_the_work_at_home() {
    let disk = Rc::<Disk>::default();
    crash(&disk);
    let mut window = Window::on(&disk, None);
    window.click("Later");
    window.check_silent("The program ended before this was saved");
    window.check_says("Unsaved work");
}

#[test]
fn work_that_was_given_up_or_saved_or_undone_leaves_nothing_behind() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.edit(rename("Annie"));
    window.wait(3);
    assert_eq!(private(&disk, ".unsaved"), 1);
    window.command(Key::S);
    window.wait(1);
    assert_eq!(private(&disk, ".unsaved"), 0);
    window.edit(rename("Nan"));
    window.wait(3);
    assert_eq!(private(&disk, ".unsaved"), 1);
    window.command(Key::W);
    window.click("Don’t save");
    assert_eq!((private(&disk, ".unsaved"), private(&disk, ".lock")), (0, 0));
}

/// A window at home, with work that was set aside.
fn with_work_aside(disk: &Rc<Disk>) -> Window {
    crash(disk);
    let mut window = Window::on(disk, None);
    window.click("Set aside");
    window
}

#[test]
fn work_set_aside_is_listed_at_home_and_can_be_opened() {
    let disk = Rc::<Disk>::default();
    let mut window = with_work_aside(&disk);
    window.check_says("Kept for a week, then removed");
    window.click("Open");
    window.check_says("Changes not saved");
    window.check_says("Annie");
    window.check_silent("Kept for a week, then removed");
    assert_eq!((private(&disk, ".unsaved"), private(&disk, ".aside")), (1, 0));
    window.command(Key::S);
    window.wait(1);
    assert_eq!((private(&disk, ".unsaved"), private(&disk, ".aside")), (0, 0));
}

#[test]
fn work_set_aside_that_is_opened_and_lost_again_is_offered_like_any_other() {
    let disk = Rc::<Disk>::default();
    let mut window = with_work_aside(&disk);
    window.click("Open");
    drop(window);
    Window::on(&disk, None).check_says("The program ended before this was saved");
}

#[test]
fn work_set_aside_opened_before_unsaved_changes_waits_for_the_answer() {
    let disk = Rc::<Disk>::default();
    let mut window = with_work_aside(&disk);
    window.command(Key::N);
    window.edit(rename("Mo"));
    window.command(Key::H);
    window.click("Open");
    window.check_says("Save the changes?");
    window.click("Don’t save");
    window.check_says("Annie");
    assert_eq!(private(&disk, ".aside"), 0);
}

#[test]
fn work_set_aside_is_deleted_only_after_a_second_word() {
    let disk = Rc::<Disk>::default();
    let mut window = with_work_aside(&disk);
    window.click("Delete…");
    window.click("Keep");
    window.check_silent("Delete for good");
    assert_eq!(private(&disk, ".aside"), 1);
    window.click("Delete…");
    window.click("Delete for good");
    window.check_silent("Kept for a week, then removed");
    assert_eq!((private(&disk, ".unsaved"), private(&disk, ".aside")), (0, 0));
}
