//! The pages on the screen, and the PDF that is written from them.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use throughline::desktop::world::{Picked, Purpose};
use throughline::document::{Edition, Paper};

use super::fixture::plan;
use super::window::Window;

fn document() -> Window {
    let mut window = Window::open(&plan());
    window.click("Document");
    window
}

#[test]
fn the_patient_pages_come_first_and_can_be_read_aloud() {
    let window = document();
    let pages = window.harness.state().open_plan().unwrap().pages().unwrap().pages.len();
    window.check_says(&format!("{pages} pages, patient edition"));
    window.check_says(&format!("Page 1 of {pages}"));
    window.check_says("Your next session is Thursday, November 19, 5:30–7:00 PM");
    window.check_silent("lcohol");
}

#[test]
fn another_edition_paper_and_language_are_laid_out_anew() {
    let mut window = document();
    window.click("Español");
    window.click("A4");
    let open = window.harness.state().open_plan().unwrap();
    assert!(open.is_laid());
    assert_eq!(open.pages().unwrap().language, "es-US");
    assert!((open.pages().unwrap().pages[0].width - 595.0).abs() < 1.0);
    window.click("Clinical");
    let open = window.harness.state().open_plan().unwrap();
    assert_eq!((open.sheet.edition, open.sheet.paper), (Edition::Clinical, Paper::A4));
    assert_eq!(open.pages().unwrap().language, "en-US");
    window.check_says("pages, clinical edition");
    window.check_says("restore routines with her children");
}

#[test]
fn all_switches_stay_inside_a_small_window() {
    let mut window = Window::sized(egui::vec2(640.0, 400.0), &plan());
    window.command(Key::Num6);
    window.check_says("patient edition");
    for (role, name) in [(Role::RadioButton, "All weeks"), (Role::Button, "Larger")] {
        let right = window.harness.get_by_role_and_label(role, name).rect().right();
        assert!(right < 640.0, "{name} ends at {right}");
    }
}

#[test]
fn weeks_that_are_over_are_printed_when_asked_for() {
    let mut window = document();
    let pages = |window: &Window| window.harness.state().open_plan().unwrap().pages().unwrap().pages.len();
    let ahead = pages(&window);
    window.click("All weeks");
    assert!(pages(&window) > ahead, "{ahead}");
    window.click("Weeks ahead");
    assert_eq!(pages(&window), ahead);
    window.click("Clinical");
    window.check_silent("Weeks ahead");
}

#[test]
fn pages_grow_shrink_and_fit_again() {
    let mut window = document();
    window.click("Larger");
    window.click("Larger");
    window.check_says("150 %");
    window.click("Smaller");
    window.check_says("125 %");
    window.click("Fit width");
    window.check_silent("125 %");
}

#[test]
fn export_writes_a_pdf_where_the_dialog_says_and_offers_to_show_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Ana.pdf");
    let mut window = document();
    window.script.answers.borrow_mut().push_back(Picked::File(folder.path().join("Ana")));
    window.click("Export PDF…");
    assert_eq!(window.script.asked.borrow()[0].purpose, Purpose::ExportPdf);
    assert_eq!(window.script.asked.borrow()[0].name, "Ana’s evenings.pdf");
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    window.check_says("PDF written to");
    window.click("Show file");
    assert_eq!(*window.script.shown.borrow(), [path]);
    window.click("Close");
    window.check_silent("PDF written to");
}

#[test]
fn a_cancelled_export_writes_and_says_nothing() {
    let mut window = document();
    window.script.answers.borrow_mut().push_back(Picked::Cancelled);
    window.command(Key::E);
    assert_eq!(window.script.asked.borrow().len(), 1);
    window.check_silent("PDF written to");
    window.check_silent("Where should the PDF go?");
}

#[test]
fn without_a_file_dialog_a_path_is_typed_and_replacing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pages.pdf");
    let mut window = document();
    for button in ["Export", "Replace"] {
        window.script.answers.borrow_mut().push_back(Picked::NoDialog);
        window.click("Export PDF…");
        window.check_says("Where should the PDF go?");
        window.type_path(path.to_str().unwrap());
        assert_eq!(window.says("will be replaced"), button == "Replace");
        window.click(button);
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    }
}

#[test]
fn an_export_into_nowhere_says_that_nothing_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = document();
    window.script.answers.borrow_mut().push_back(Picked::File(folder.path().join("gone").join("a.pdf")));
    window.command(Key::E);
    window.check_says("“a.pdf” was not saved");
}

#[test]
fn printing_hands_the_pages_to_the_viewer_and_leaves_none_behind() {
    let mut window = document();
    window.command(Key::P);
    let path = window.script.shown.borrow().first().expect("it was shown").clone();
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    window.check_silent("PDF written to");
    window.command(Key::W);
    assert!(!path.exists());
}

#[test]
fn pages_turn_by_key_and_stop_at_the_ends() {
    let mut window = document();
    let pages = window.harness.state().open_plan().unwrap().pages().unwrap().pages.len();
    window.press(Key::PageDown);
    window.check_says(&format!("Page 2 of {pages}"));
    window.press(Key::PageUp);
    window.press(Key::PageUp);
    window.check_says(&format!("Page 1 of {pages}"));
}
