//! The way of the keyboard through the window: along the bar, and by F6 from one part to the next.

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{AccessKitNode, By, NodeT as _, Queryable as _};

use throughline::desktop::action::Action;
use throughline::desktop::shell::Place;

use super::fixture::plan;
use super::window::Window;

/// Whether a control has the keyboard.
pub(crate) fn has_keyboard(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

/// What has the keyboard, by its name.
fn focused(window: &Window) -> String {
    let node = window.harness.query(By::new().predicate(has_keyboard));
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Where what has the keyboard is, from the left.
fn left(window: &Window) -> f32 {
    window.harness.query(By::new().predicate(has_keyboard)).unwrap().rect().left()
}

fn backward(window: &mut Window) {
    window.harness.key_press_modifiers(Modifiers::SHIFT, Key::F6);
    window.settle();
}

#[track_caller]
fn check(window: &Window, begins: &str) {
    let name = focused(window);
    assert!(name.starts_with(begins), "{name}");
}

#[test]
fn the_bar_is_walked_in_reading_order() {
    let mut window = Window::open(&plan());
    window.edit(super::save::rename("Annie"));
    let mut names = Vec::new();
    let mut at = 0.0;
    for _ in 0..6 {
        window.press(Key::Tab);
        assert!(left(&window) > at, "{names:?}, then {}", focused(&window));
        at = left(&window);
        names.push(focused(&window));
    }
    assert!(names[0].starts_with("Undo"), "{names:?}");
    assert_eq!(names[1..], ["Find or do anything… (Ctrl+K)", "Menu", "Open plan…", "Print…", "Export PDF…"]);
}

#[test]
fn f6_goes_through_the_parts_of_the_window_and_back() {
    let mut window = Window::open(&plan());
    window.click("Menu");
    window.press(Key::Escape);
    window.press(Key::Tab);
    let bar = focused(&window);
    window.press(Key::F6);
    check(&window, "Week 1");
    window.press(Key::F6);
    check(&window, "Schedule");
    window.press(Key::F6);
    check(&window, "Week");
    window.press(Key::Tab);
    let there = focused(&window);
    window.press(Key::F6);
    let inspector = focused(&window);
    backward(&mut window);
    assert_eq!(focused(&window), there);
    window.press(Key::F6);
    assert_eq!(focused(&window), inspector);
    window.press(Key::F6);
    assert_eq!(focused(&window), bar);
    backward(&mut window);
    assert_eq!(focused(&window), inspector);
}

#[test]
fn f6_passes_parts_that_are_not_shown() {
    let mut window = Window::sized(vec2(1280.0, 800.0), &plan());
    window.command(Key::I);
    window.press(Key::F6);
    window.press(Key::F6);
    assert!(!focused(&window).is_empty());
    for _ in 0..8 {
        window.press(Key::F6);
        assert!(!focused(&window).is_empty());
    }
}

#[test]
fn unsaved_work_is_told_in_the_bar_however_long_a_name_is() {
    let mut window = Window::open(&plan());
    window.edit(super::save::rename("Wilhelmina-Alexandrina Featherstonehaugh the Younger"));
    window.check_says("Changes not saved");
}

#[test]
fn what_has_the_keyboard_is_in_sight_in_every_place_at_twice_the_size() {
    for place in Place::ALL {
        let mut window = Window::sized(vec2(640.0, 400.0), &plan());
        window.harness.state().send(Action::Go(place));
        window.settle();
        for _ in 0..30 {
            window.press(Key::Tab);
            let rect = window.harness.query(By::new().predicate(has_keyboard)).unwrap().rect();
            assert!((0.0..400.0).contains(&rect.center().y), "{place:?}: {} at {rect}", focused(&window));
        }
    }
}
