//! The calendar laid by the engine, in the window: drafted, judged, re-planned, explained.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use throughline::base::ClockTime;
use throughline::desktop::action::Action;
use throughline::desktop::shell::Place;
use throughline::plan::{Edit, Item, ListEdit, ModuleEdit, Plan, SessionEdit, apply};

use super::drafts::drafted;
use super::window::Window;

fn sample(change: impl FnOnce(&mut Plan)) -> Plan {
    let mut plan = drafted("depression-day");
    change(&mut plan);
    plan
}

fn emptied() -> Plan {
    sample(|plan| {
        let all = plan.sessions.iter().map(|session| Edit::Sessions(ListEdit::Remove(session.id))).collect();
        apply(plan, &Edit::Together(all)).unwrap();
    })
}

fn plan(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

/// The whole name of the button whose name begins so.
fn named(window: &Window, start: &str) -> String {
    let buttons = window.harness.query_all_by_role(egui::accesskit::Role::Button);
    let mut names = buttons.filter_map(|node| node.accesskit_node().label());
    names.find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no button {start}"))
}

#[test]
fn a_calendar_is_drafted_judged_and_undone_in_one_step() {
    let mut window = Window::open(&emptied());
    window.click("Draft calendar");
    window.settle();
    assert_eq!(plan(&window).sessions.len(), sample(|_| ()).sessions.len());
    window.check_says("How good is this calendar");
    window.check_says("no calendar has fewer");
    window.command(egui::Key::Z);
    assert!(plan(&window).sessions.is_empty(), "one step takes it all back");
    window.check_says("Nothing is on the calendar yet");
}

#[test]
fn what_lies_ahead_is_arranged_with_the_fewest_changes_listed_first() {
    let moved = sample(|plan| {
        // One therapy session is put where the person cannot come.
        let therapy = plan.modules.iter().find(|module| module.slug.as_str() == "individual-therapy");
        let therapy = therapy.unwrap().id;
        let session = plan.sessions_of(therapy).nth(3).unwrap().clone();
        let edit = SessionEdit::Move(session.date, ClockTime::parse("06:00").unwrap());
        apply(plan, &Edit::Session(session.id, edit)).unwrap();
    });
    let mut window = Window::open(&moved);
    window.click("Arrange");
    window.click("Arrange what lies ahead");
    window.settle();
    window.check_says("1 session changes; no calendar changes less");
    assert_eq!(plan(&window).sessions, moved.sessions, "nothing moves before it is accepted");
    window.click("Accept these changes");
    assert_ne!(plan(&window).sessions, moved.sessions);
    window.check_says("How good is this calendar");
}

#[test]
fn what_cannot_be_is_explained_and_a_way_out_is_one_click() {
    let mut window = Window::open(&sample(|plan| {
        let all = plan.sessions.iter().map(|session| Edit::Sessions(ListEdit::Remove(session.id))).collect();
        apply(plan, &Edit::Together(all)).unwrap();
        let module = plan.modules.iter().find(|module| module.slug.as_str() == "individual-therapy").unwrap();
        let more = ModuleEdit::Sessions(module.sessions + 3);
        apply(plan, &Edit::Module(module.id, more)).unwrap();
    }));
    let before = plan(&window).clone();
    window.click("Draft calendar");
    window.settle();
    window.check_says("No calendar keeps every rule");
    window.check_says("Individual therapy has 12 sessions; only");
    let way = named(&window, "Individual therapy: sessions: ");
    window.click(&way);
    window.settle();
    assert!(!plan(&window).sessions.is_empty());
    assert_ne!(plan(&window).modules, before.modules);
    window.check_silent("No calendar keeps every rule");
}

#[test]
fn the_order_of_aims_is_changed_by_keyboard_and_kept() {
    let mut window = Window::open(&sample(|_| ()));
    let aim = named(&window, "Even pace");
    window.harness.get_by_role_and_label(egui::accesskit::Role::Button, &aim).focus();
    window.settle();
    window.harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowUp);
    window.settle();
    assert_eq!(window.harness.state().settings().aims.first().map(String::as_str), Some("pacing"));
}

#[test]
fn what_will_not_fit_is_said_while_modules_are_chosen() {
    let mut window = Window::open(&sample(|_| ()));
    window.harness.state().send(Action::Go(Place::Modules));
    window.settle();
    window.check_silent("This will not fit");
    let therapy = plan(&window).modules.iter().find(|module| module.slug.as_str() == "individual-therapy").unwrap();
    let edit = Edit::Module(therapy.id, ModuleEdit::Sessions(40));
    window.edit(edit);
    window.check_says("This will not fit: Individual therapy has 40 sessions; only");
}

#[test]
fn a_session_tells_what_other_places_would_cost() {
    let mut window = Window::open(&sample(|_| ()));
    let therapy = plan(&window).modules.iter().find(|module| module.slug.as_str() == "individual-therapy").unwrap();
    let session = plan(&window).sessions_of(therapy.id).nth(2).unwrap().id;
    window.harness.state().send(Action::Select(Some(Item::Session(session))));
    window.settle();
    window.harness.get_by_label("Why here?").click();
    window.settle();
    window.check_says("Every other free place would be worse");
    window.check_says(" more ");
}
