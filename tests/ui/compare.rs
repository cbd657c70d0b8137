//! Calendars side by side, in the window: laid one after the other, read as a table, taken as one step.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use throughline::base::Weekday;
use throughline::desktop::action::Action;
use throughline::desktop::command::Command;
use throughline::desktop::shell::Place;
use throughline::plan::{Edit, PersonEdit, Plan, Session, SessionEdit};

use super::drafts::drafted;
use super::window::Window;

const TAKE: &str = "Use this calendar: 3 days a week, with a concession";

fn plan(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

fn on_wednesday(plan: &Plan) -> Vec<&Session> {
    plan.sessions.iter().filter(|session| Weekday::of(session.date) == Weekday::Wed).collect()
}

/// The plan of a teen who comes on four days.
fn four_days() -> Window {
    Window::open(&drafted("teen-dbt"))
}

/// The same, with its calendars side by side.
fn compared() -> Window {
    let mut window = four_days();
    window.click("Arrange");
    window.click("Compare calendars…");
    window
}

/// What stands in the cells of this role.
fn cells(window: &Window, role: Role) -> Vec<String> {
    let nodes = window.harness.query_all_by_role(role);
    nodes.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn alternatives_stand_side_by_side_and_are_read_as_a_table() {
    let window = compared();
    window.harness.get_by_role_and_label(Role::Table, "Calendars side by side");
    let heads = cells(&window, Role::ColumnHeader);
    assert_eq!(heads, ["The calendar now", "3 days a week", "3 days a week, with a concession"]);
    let rows = cells(&window, Role::RowHeader);
    assert_eq!(rows.len(), 9, "the week, seven aims and what is asked for: {rows:?}");
    let said = cells(&window, Role::Cell);
    let says = |words: &str| assert!(said.iter().any(|cell| cell.contains(words)), "{words}: {said:#?}");
    says("A usual week: Mon, Tue, Wed and Thu, within 4:00");
    says("Fewest attendance days: 35 visits");
    says("Fewest attendance days: 28 visits, best, proven");
    says("Fewest attendance days: No calendar");
    says("A usual week: No calendar keeps every rule; These clash: ");
    says("What it asks for: No Wednesday; Free Tuesday ");
    window.check_says("3 calendars looked at");
}

#[test]
fn the_chosen_calendar_is_one_step_with_a_name_and_is_judged_at_once() {
    let mut window = compared();
    let before = plan(&window).clone();
    assert!(!on_wednesday(&before).is_empty());
    window.click(TAKE);
    assert!(on_wednesday(plan(&window)).is_empty());
    assert_ne!(plan(&window).person.availability, before.person.availability);
    window.check_silent("Calendars side by side");
    window.check_says("28 visits; no calendar has fewer");
    window.check_says("Undo use another calendar");
    window.command(Key::Z);
    assert_eq!(*plan(&window), before, "one step takes all of it back");
    assert_eq!(window.harness.state().shell().place, Place::Schedule);
    window.check_says("Redo use another calendar");
}

#[test]
fn everything_works_without_a_mouse() {
    let mut window = four_days();
    window.command(Key::Num2);
    window.command(Key::D);
    assert_eq!(window.harness.state().shell().place, Place::Schedule);
    assert!(window.harness.get_by_role_and_label(Role::Button, "Back to the calendar").is_focused());
    for _ in 0..4 {
        if window.harness.get_by_role_and_label(Role::Button, TAKE).is_focused() {
            break;
        }
        window.press(Key::Tab);
    }
    assert!(window.harness.get_by_role_and_label(Role::Button, TAKE).is_focused());
    window.press(Key::Enter);
    assert!(on_wednesday(plan(&window)).is_empty());
    window.command(Key::D);
    window.check_says("Calendars side by side");
    window.press(Key::Escape);
    window.check_silent("Calendars side by side");
}

#[test]
fn a_newer_change_makes_a_comparison_stale_until_it_is_made_again() {
    let mut window = compared();
    let session = plan(&window).sessions[5].id;
    window.edit(Edit::Session(session, SessionEdit::Pin));
    window.check_says("The plan has changed meanwhile");
    let take = window.harness.get_by_role_and_label(Role::Button, TAKE);
    assert!(take.accesskit_node().is_disabled());
    window.command(Key::Z);
    window.check_silent("The plan has changed meanwhile");
    window.edit(Edit::Person(PersonEdit::PreferredName("Juniper".to_owned())));
    window.click("Compare again");
    window.check_silent("The plan has changed meanwhile");
    assert!(!window.harness.get_by_role_and_label(Role::Button, TAKE).accesskit_node().is_disabled());
}

#[test]
fn what_was_stopped_keeps_what_is_there_and_comes_no_further() {
    let mut window = four_days();
    window.harness.state().send(Action::Do(Command::Compare));
    // Two passes: the command is done, and the comparison is drawn with nothing in it yet.
    window.harness.step();
    window.harness.step();
    window.click("Enough, stop here");
    window.check_says("Calendars side by side");
    window.check_silent("with a concession");
    window.check_silent("to come");
    window.click("Back to the calendar");
    window.check_silent("Calendars side by side");
    assert_eq!(*plan(&window), drafted("teen-dbt"));
}

#[test]
fn choosing_a_track_is_called_by_what_was_chosen() {
    let mut window = Window::open(&Plan::default());
    window.command(Key::Num1);
    window.harness.get_by_label_contains("Program and dates, ").click();
    window.settle();
    window.click("Evening program, Mon–Thu, 5:30–8:50 PM");
    let nodes = window.harness.query_all_by_label_contains("Undo add care segment Intensive outpatient program");
    let names: Vec<String> = nodes.filter_map(|node| node.accesskit_node().label()).collect();
    assert!(!names.is_empty() && names.iter().all(|name| !name.contains(" more")), "{names:?}");
}
