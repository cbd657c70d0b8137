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
