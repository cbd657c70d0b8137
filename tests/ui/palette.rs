//! The palette and the list of keys: anything by a few letters.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use throughline::desktop::command::Command;
use throughline::desktop::shell::{Overlay, Place};
use throughline::plan::Item;

use super::fixture::plan;
use super::window::Window;

const FIELD: &str = "Find or do anything…";

fn type_into(window: &mut Window, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, FIELD).type_text(text);
    window.settle();
}

fn palette() -> Window {
    let mut window = Window::open(&plan());
    window.command(Key::K);
    window
}

#[test]
fn a_few_letters_and_enter_do_a_command() {
    let mut window = palette();
    type_into(&mut window, "goals");
    window.press(Key::Enter);
    assert_eq!(window.harness.state().shell().place, Place::Goals);
    assert_eq!(window.harness.state().shell().overlay, None);
}

#[test]
fn weeks_modules_and_sessions_are_found_by_their_words() {
    let mut window = palette();
    type_into(&mut window, "week 5");
    window.press(Key::Enter);
    assert_eq!(window.harness.state().shell().week, 5);
    assert_eq!(window.harness.state().shell().selection, Some(Item::Week(5)));

    window.command(Key::K);
    type_into(&mut window, "staying on");
    window.press(Key::Enter);
    assert!(matches!(window.harness.state().shell().selection, Some(Item::Module(_))));

    window.command(Key::K);
    type_into(&mut window, "quiet practice 18 nov");
    window.press(Key::Enter);
    assert!(matches!(window.harness.state().shell().selection, Some(Item::Session(_))));
    assert_eq!(window.harness.state().shell().week, 3);
}

#[test]
fn arrows_choose_and_what_cannot_be_done_says_why_and_is_not_done() {
    let mut window = palette();
    type_into(&mut window, "page");
    window.check_says("Only in the document");
    window.press(Key::Enter);
    assert!(matches!(window.harness.state().shell().overlay, Some(Overlay::Palette(_))));
    window.press(Key::Escape);

    window.command(Key::K);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    let Some(Overlay::Palette(looks)) = &window.harness.state().shell().overlay else { panic!("no palette") };
    assert_eq!(looks.at, 1);
}

#[test]
fn commands_done_lately_come_first() {
    let mut window = palette();
    type_into(&mut window, "list of keys nobody has");
    window.check_says("Nothing is called that");
    window.press(Key::Escape);
    window.press(Key::F1);
    window.press(Key::Escape);
    window.command(Key::K);
    window.press(Key::Enter);
    assert_eq!(window.harness.state().shell().overlay, Some(Overlay::Keys));
}

#[test]
fn escape_closes_it_and_gives_the_keyboard_back() {
    let mut window = Window::open(&plan());
    for _ in 0..4 {
        window.press(Key::Tab);
    }
    let before = window.harness.ctx.memory(egui::Memory::focused);
    assert!(before.is_some());
    window.command(Key::K);
    assert!(window.harness.get_by_role_and_label(Role::TextInput, FIELD).is_focused());
    window.press(Key::Escape);
    assert_eq!(window.harness.ctx.memory(egui::Memory::focused), before);
}

#[test]
fn the_palette_works_with_no_plan_open() {
    let mut window = Window::welcome();
    window.command(Key::K);
    type_into(&mut window, "goals");
    window.check_says("Open a plan first");
    window.press(Key::Escape);
    window.command(Key::K);
    type_into(&mut window, "settings");
    window.press(Key::Enter);
    window.check_says("Text size");
}

#[test]
fn the_list_of_keys_names_every_command() {
    let mut window = Window::open(&plan());
    window.press(Key::F1);
    let shell = window.harness.state().shell().clone();
    for command in Command::ALL {
        window.check_says(throughline::wording::screen::label(command.label(&shell), shell.language));
    }
    window.check_says("Ctrl+Z");
    window.check_says("Next page of the intake");
    window.check_says("Move it by a day or a quarter of an hour");
    window.click("Close");
    assert_eq!(window.harness.state().shell().overlay, None);
}

#[test]
fn what_can_be_done_stands_first_and_the_last_row_is_reached() {
    let mut window = palette();
    let hits = |window: &Window| match &window.harness.state().shell().overlay {
        Some(Overlay::Palette(looks)) => looks.hits.clone(),
        other => panic!("{other:?}"),
    };
    let obstacles: Vec<bool> = hits(&window).iter().map(|hit| hit.obstacle.is_some()).collect();
    assert!(obstacles.is_sorted(), "{obstacles:?}");
    let all = hits(&window);
    for _ in 1..all.len() {
        window.press(Key::ArrowDown);
    }
    let last = &all.last().unwrap().title;
    let row = window.harness.get_by_label_contains(last.as_str()).rect();
    let before = all.get(all.len() - 2).unwrap();
    let above = window.harness.get_by_label_contains(before.title.as_str()).rect();
    assert!((above.bottom() - row.top()).abs() < 1.0, "{above:?} right above {row:?}");
    let field = window.harness.get_by_role_and_label(Role::TextInput, FIELD).rect();
    assert!(row.top() > field.bottom(), "{row:?} is in sight");
}
