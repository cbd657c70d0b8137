//! Keys that arrive in one slow frame act as if they had come one after the other.

use std::rc::Rc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use throughline::desktop::shell::Place;
use throughline::plan::Plan;
use throughline::storage::{self, Trust};

use super::fixture::plan;
use super::save::kept;
use super::window::{Disk, Window};

fn key(key: Key) -> Vec<Event> {
    with(Modifiers::NONE, key)
}

fn command(key: Key) -> Vec<Event> {
    with(Modifiers::COMMAND, key)
}

fn with(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let press = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![Event::ModifiersChanged(modifiers), press(true), press(false), Event::ModifiersChanged(Modifiers::NONE)]
}

fn text(text: &str) -> Vec<Event> {
    text.chars().map(|letter| Event::Text(letter.to_string())).collect()
}

/// All of these in one frame.
fn at_once(window: &mut Window, events: &[Vec<Event>]) {
    window.harness.input_mut().events.extend(events.concat());
    window.settle();
}

fn focus(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, name).focus();
    window.settle();
}

fn person(window: &Window) -> throughline::plan::Person {
    window.harness.state().open_plan().unwrap().plan().person.clone()
}

/// A new plan, with the keyboard in the name.
fn new() -> Window {
    let mut window = Window::open(&Plan::default());
    window.command(Key::Num1);
    focus(&mut window, "Full legal name");
    window
}

#[test]
fn two_tabs_go_two_fields_on() {
    let mut window = new();
    at_once(&mut window, &[key(Key::Tab), key(Key::Tab), text("she/her")]);
    assert_eq!(person(&window).pronouns, "she/her");
}

#[test]
fn what_is_written_around_a_tab_stays_on_its_side() {
    let mut window = new();
    at_once(&mut window, &[text("Ana Lopez"), key(Key::Tab), text("Ana")]);
    assert_eq!((person(&window).name.as_str(), person(&window).called()), ("Ana Lopez", "Ana"));
}

#[test]
fn a_letter_before_the_keys_that_save_is_saved() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.command(Key::Num1);
    focus(&mut window, "What they want to be called");
    at_once(&mut window, &[text("belle"), command(Key::S)]);
    assert_eq!(storage::open(&path, Trust::Strict).unwrap().plan.person.called(), "Anabelle");
}

#[test]
fn letters_after_escape_go_to_the_field_that_had_the_keyboard() {
    let mut window = new();
    window.command(Key::K);
    at_once(&mut window, &[key(Key::Escape), text("Ana")]);
    assert_eq!(person(&window).name, "Ana");
}

#[test]
fn the_palette_is_opened_asked_and_done_with() {
    let mut window = Window::open(&plan());
    at_once(&mut window, &[command(Key::K), text("goals"), key(Key::Enter)]);
    assert_eq!(window.harness.state().shell().place, Place::Goals);
    assert_eq!(window.harness.state().shell().overlay, None);
}

#[test]
fn enter_and_tab_are_both_done() {
    let mut window = Window::open(&plan());
    window.command(Key::K);
    at_once(&mut window, &[text("intake"), key(Key::Enter), key(Key::Tab)]);
    assert_eq!(window.harness.state().shell().place, Place::Intake);
    assert!(window.harness.ctx.memory(egui::Memory::focused).is_some());
}

#[test]
fn what_is_written_is_there_in_its_own_frame() {
    let mut window = new();
    let words = "Wilhelmina-Alexandrina Featherstonehaugh ".repeat(5);
    window.harness.input_mut().events.extend(text(&words));
    window.harness.step();
    assert_eq!(person(&window).name, words);
}
