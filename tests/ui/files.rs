//! Opening plan files: good ones, changed ones, and what is no plan.

use std::io::Write as _;
use std::path::PathBuf;

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use throughline::desktop::world::Picked;
use throughline::storage;

use super::fixture::plan;
use super::window::Window;

fn file(folder: &tempfile::TempDir, text: &str) -> PathBuf {
    let path = folder.path().join("ana.plan.ron");
    std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
    path
}

#[test]
fn a_window_started_with_a_plan_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::started_with(&file(&folder, &storage::encode(&plan()).unwrap()));
    window.check_says("Saved in ana.plan.ron");
    window.check_says("Week 3 of 9");
}

#[test]
fn a_changed_file_opens_only_after_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let changed = storage::encode(&plan()).unwrap().replace("Ana\"", "Anna\"");
    let mut window = Window::started_with(&file(&folder, &changed));
    window.check_says("was changed outside Throughline");
    assert!(window.harness.state().open_plan().is_none());
    window.click("Open with the changes");
    window.check_says("Anna");
    window.check_says("was changed outside");
}

#[test]
fn what_is_no_plan_is_refused_and_the_open_plan_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(&plan());
    window.script.answers.borrow_mut().push_back(Picked::File(file(&folder, "%PDF-1.7\n")));
    window.command(Key::O);
    window.check_says("could not be opened");
    window.click("Close");
    window.check_silent("could not be opened");
    window.check_says("Week 3 of 9");
}

#[test]
fn a_path_can_always_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, &storage::encode(&plan()).unwrap());
    let mut window = Window::welcome();
    window.click("Menu");
    window.click("Open by path…");
    window.harness.get_by_role_and_label(egui::accesskit::Role::Dialog, "Which plan file?");
    window.type_path(path.to_str().unwrap());
    window.press(Key::Enter);
    window.check_says("Saved in ana.plan.ron");
}

#[test]
fn escape_leaves_a_dialog_without_doing_anything() {
    let mut window = Window::welcome();
    window.script.answers.borrow_mut().push_back(Picked::NoDialog);
    window.click("Open plan…");
    window.check_says("Which plan file?");
    window.press(Key::Escape);
    window.check_silent("Which plan file?");
}

/// A portal that dies while its dialog is open never answers.
#[test]
fn where_a_dialog_never_answers_the_path_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, &storage::encode(&plan()).unwrap());
    let mut window = Window::welcome();
    *window.script.unanswered.borrow_mut() = Some(Vec::new());
    window.command(Key::O);
    window.check_silent("Which plan file?");
    window.command(Key::O);
    window.check_says("Which plan file?");
    window.type_path(path.to_str().unwrap());
    window.press(Key::Enter);
    window.check_says("Saved in ana.plan.ron");
    window.command(Key::O);
    assert_eq!(window.script.asked.borrow().len(), 2, "the next time, the system is asked again");
}

#[test]
fn a_late_answer_counts_while_a_path_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, &storage::encode(&plan()).unwrap());
    let mut window = Window::welcome();
    *window.script.unanswered.borrow_mut() = Some(Vec::new());
    window.command(Key::O);
    window.command(Key::O);
    window.script.unanswered.borrow().as_ref().unwrap()[0].send(Picked::File(path)).unwrap();
    window.settle();
    window.check_says("Saved in ana.plan.ron");
    window.check_silent("Which plan file?");
}
