//! Steps back and forth: named, shown where they are, and ended where a person would say that they end.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use throughline::desktop::action::Action;
use throughline::desktop::shell::Place;
use throughline::plan::{Edit, Item, ListEdit, PersonEdit, Plan, SessionEdit};

use super::fixture::plan;
use super::window::Window;

fn edited(window: &mut Window, edit: Edit) {
    window.harness.state().send(Action::Edit(Box::new(edit)));
    window.settle();
}

fn called(window: &mut Window, name: &str) {
    edited(window, Edit::Person(PersonEdit::PreferredName(name.to_owned())));
}

fn now(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

#[test]
fn undo_and_redo_say_what_they_do() {
    let mut window = Window::open(&plan());
    window.check_silent("Undo change");
    called(&mut window, "Anita");
    window.check_says("Undo change preferred name");
    window.command(Key::Z);
    assert_eq!(now(&window).person.called(), "Ana");
    window.check_says("Redo change preferred name");
    window.command(Key::Y);
    assert_eq!(now(&window).person.called(), "Anita");
    window.command(Key::Z);
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.settle();
    assert_eq!(now(&window).person.called(), "Anita");
}

#[test]
fn undo_goes_to_what_it_changed() {
    let mut window = Window::open(&plan());
    let session = now(&window).sessions.first().unwrap().id;
    edited(&mut window, Edit::Session(session, SessionEdit::Pin));
    window.command(Key::Num2);
    window.command(Key::Z);
    assert_eq!(window.harness.state().shell().place, Place::Schedule);
    assert_eq!(window.harness.state().shell().selection, Some(Item::Session(session)));
    assert_eq!(window.harness.state().shell().week, 1);
}

#[test]
fn what_is_gone_is_not_selected_any_more() {
    let mut window = Window::open(&plan());
    let mut copy = now(&window).sessions.first().unwrap().clone();
    copy.reason = "again".to_owned();
    edited(&mut window, Edit::Sessions(ListEdit::Add(copy)));
    assert!(matches!(window.harness.state().shell().selection, Some(Item::Session(_))));
    window.command(Key::Z);
    assert_eq!(window.harness.state().shell().selection, None);
    window.command(Key::Y);
    assert!(matches!(window.harness.state().shell().selection, Some(Item::Session(_))));
}

#[test]
fn typing_is_one_step_until_the_field_is_left_or_two_seconds_pass() {
    let mut window = Window::open(&plan());
    for name in ["A", "Al"] {
        let edit = Edit::Person(PersonEdit::PreferredName(name.to_owned()));
        window.harness.state().send(Action::Edit(Box::new(edit)));
    }
    window.settle();
    window.harness.state().send(Action::StepDone);
    window.settle();
    called(&mut window, "Ali");
    window.command(Key::Z);
    assert_eq!(now(&window).person.called(), "Al");
    window.command(Key::Z);
    assert_eq!(now(&window).person.called(), "Ana");

    called(&mut window, "B");
    // The window's clock goes on with each frame.
    for _ in 0..200 {
        window.harness.step();
    }
    called(&mut window, "Bo");
    window.command(Key::Z);
    assert_eq!(now(&window).person.called(), "B");
}

#[test]
fn in_a_text_field_the_keys_of_undo_belong_to_the_field() {
    let mut window = Window::open(&plan());
    called(&mut window, "Anita");
    window.command(Key::Comma);
    window.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Folder with plans").focus();
    window.harness.run();
    window.command(Key::Z);
    assert_eq!(now(&window).person.called(), "Anita");
}

#[test]
fn steps_are_named_in_spanish_too() {
    let mut window = Window::open(&plan());
    window.click("Menu");
    window.click("Español");
    called(&mut window, "Anita");
    window.check_says("Deshacer: cambiar el nombre preferido");
}
