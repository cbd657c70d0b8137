//! With what? Modules found, understood, added, dosed and removed, by mouse and by keyboard.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use throughline::base::{Frequency, Minutes, ServiceKind};
use throughline::desktop::screens::modules::Sheet;
use throughline::plan::{Edit, ListEdit, PlacedModule, Plan, Session, SessionEdit, SessionStatus, apply};
use throughline::{samples, storage};

use super::window::Window;

fn sample(name: &str) -> Plan {
    let (_, text) = samples::ALL.iter().find(|(other, _)| *other == name).unwrap();
    storage::decode(text, storage::Trust::Strict).unwrap().plan
}

fn without_modules(name: &str) -> Plan {
    let mut plan = sample(name);
    for module in plan.modules.clone() {
        apply(&mut plan, &Edit::Modules(ListEdit::Remove(module.id))).unwrap();
    }
    plan
}

fn modules(plan: &Plan) -> Window {
    let mut window = Window::open(plan);
    window.click("Modules");
    window
}

fn plan(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

fn slugs(window: &Window) -> Vec<&str> {
    plan(window).modules.iter().map(|module| module.slug.as_str()).collect()
}

/// Clicks what is named so from its beginning.
#[track_caller]
fn click_starting(window: &mut Window, start: &str) {
    let buttons: Vec<_> = window.harness.query_all_by_role(Role::Button).collect();
    let named = |node: &&egui_kittest::Node<'_>| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node().label().is_some_and(|label| label.starts_with(start))
    };
    buttons.iter().find(named).unwrap_or_else(|| panic!("no button begins with {start}")).click();
    window.settle();
}

fn search(window: &mut Window, text: &str) {
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Search the library");
    field.focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Search the library").type_text(text);
    window.settle();
}

#[test]
fn an_empty_plan_is_filled_with_one_click_and_emptied_with_one_step_back() {
    let mut window = modules(&without_modules("depression-day"));
    window.check_says("No modules yet");
    window.check_says("Let the program suggest");
    window.click("Suggest modules");
    assert!(slugs(&window).len() >= 4, "{:?}", slugs(&window));
    assert!(plan(&window).modules.iter().all(|module| !module.objectives.is_empty() && module.sessions > 0));
    window.check_says("a week; the program asks");
    let open = window.harness.state().open_plan().unwrap();
    let mut timeline = open.timeline().clone();
    assert!(timeline.undo() && timeline.plan().modules.is_empty() && !timeline.undo());
}

#[test]
fn a_module_is_found_by_typing_and_added_by_enter() {
    let mut window = modules(&without_modules("trauma-opioid-es"));
    search(&mut window, "cognitive processing");
    window.check_says("Enter adds Cognitive processing therapy");
    window.check_says("Cognitive processing therapy: +1 h 40 min a week");
    window.press(Key::Enter);
    assert_eq!(slugs(&window), ["cpt"]);
    let module = &plan(&window).modules[0];
    assert_eq!((module.sessions, module.minutes), (12, Minutes(50)));
    assert!(!module.objectives.is_empty() && module.responsible.is_some());
    window.check_silent("Enter adds");
}

#[test]
fn why_it_fits_is_said_beside_each_module() {
    let window = modules(&without_modules("trauma-opioid-es"));
    window.check_says("Suggested for");
    window.check_says("Serves");
    window.check_says("For other ages");
    let window = modules(&without_modules("teen-dbt"));
    window.check_says("For ages 18 and up");
}

#[test]
fn a_module_tells_what_happens_and_when_to_think_twice() {
    let mut window = modules(&without_modules("trauma-opioid-es"));
    search(&mut window, "cognitive processing");
    click_starting(&mut window, "Cognitive processing therapy, 12 sessions");
    for words in ["What the event has come to mean to you", "Think twice", "90834", "8 to 12 sessions, usually 12"] {
        window.check_says(words);
    }
    window.click("Add to plan");
    assert_eq!(slugs(&window), ["cpt"]);
    window.click("Back to the library");
    assert_eq!(window.harness.state().shell().modules.sheet, Sheet::List);
}

#[test]
fn filters_narrow_the_library_and_are_cleared_with_one_click() {
    let mut window = modules(&sample("depression-day"));
    window.check_says("Mindfulness practice");
    window.click("Filter");
    window.harness.get_by_role_and_label(Role::CheckBox, "Fits age and language").click();
    window.settle();
    window.check_silent("For other ages");
    window.click("Clear filter");
    window.check_says("For other ages");
}

#[test]
fn dose_is_stepped_and_the_week_follows() {
    let mut window = modules(&sample("depression-day"));
    let first = window.harness.state().open_plan().unwrap().model.modules.order[0];
    let before = plan(&window).module(first).unwrap().clone();
    click_starting(&mut window, &format!("{}, {} session", before.name.en, before.sessions));
    window.click("One session more");
    window.click("Five minutes more");
    let after = plan(&window).module(first).unwrap();
    assert_eq!((after.sessions, after.minutes), (before.sessions + 1, Minutes(before.minutes.0 + 5)));
}

#[test]
fn what_a_module_serves_is_ticked() {
    let mut window = modules(&sample("depression-day"));
    let (first, name) = {
        let module = &plan(&window).modules[0];
        (module.id, module.name.en.clone())
    };
    click_starting(&mut window, &format!("{name}, "));
    let served = plan(&window).module(first).unwrap().objectives.clone();
    let words = plan(&window).objective(served[0]).unwrap().1.plain.clone();
    window.harness.get_by_role_and_label(Role::CheckBox, &words).click();
    window.settle();
    assert_eq!(plan(&window).module(first).unwrap().objectives, served[1..]);
}

#[test]
fn removing_a_module_says_how_many_sessions_go_too() {
    let sample = sample("depression-day");
    let all = sample.sessions.len();
    let planned = |session: &&Session| session.status == SessionStatus::Planned;
    let begun = |module: &&PlacedModule| !sample.sessions_of(module.id).all(|session| planned(&session));
    // What was begun ends: its past stays.
    let module = sample.modules.iter().find(begun).unwrap();
    let ahead = sample.sessions_of(module.id).filter(planned).count();
    let past = sample.sessions_of(module.id).count() - ahead;
    let mut window = modules(&sample);
    click_starting(&mut window, &format!("{}, ", module.name.en));
    window.harness.get_by_label(&format!("End it here: {ahead} ahead go, {past} in the past stay")).focus();
    window.settle();
    window.press(Key::Enter);
    assert_eq!(usize::from(plan(&window).module(module.id).unwrap().sessions), past);
    assert_eq!(plan(&window).sessions.len(), all - ahead);
    // What was not begun is gone.
    let mut fresh = sample.clone();
    for session in sample.sessions_of(module.id) {
        let mark = SessionEdit::Mark(SessionStatus::Planned, None, String::new());
        apply(&mut fresh, &Edit::Session(session.id, mark)).unwrap();
    }
    let mut window = modules(&fresh);
    click_starting(&mut window, &format!("{}, ", module.name.en));
    window.harness.get_by_label(&format!("Remove with its {} sessions", ahead + past)).focus();
    window.settle();
    window.press(Key::Enter);
    assert!(plan(&window).module(module.id).is_none());
    assert_eq!(plan(&window).sessions.len(), all - ahead - past);
}

#[test]
fn a_missing_core_service_is_added_with_one_click() {
    let mut plan_without = sample("alcohol-evening");
    let gone: Vec<_> = plan_without.modules.iter().filter(|m| m.kind == ServiceKind::CaseManagement).collect();
    let gone: Vec<_> = gone.into_iter().map(|module| module.id).collect();
    assert!(!gone.is_empty(), "the sample has case management");
    for id in gone {
        apply(&mut plan_without, &Edit::Modules(ListEdit::Remove(id))).unwrap();
    }
    let mut window = modules(&plan_without);
    if !window.says("Still missing: case management") {
        let findings = &window.harness.state().open_plan().unwrap().model.findings;
        panic!("no finding: {findings:?}");
    }
    window.click("Add Case management");
    window.check_silent("Still missing: case management");
}

#[test]
fn an_own_module_needs_a_name_and_stands_in_the_plan() {
    let mut window = modules(&sample("depression-day"));
    let before = plan(&window).modules.len();
    window.click("A module of your own…");
    window.click("Add module");
    assert_eq!(plan(&window).modules.len(), before);
    window.harness.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Name").type_text("Garden group");
    window.settle();
    window.click("One session more");
    window.click("Add module");
    let own = plan(&window).modules.last().unwrap();
    assert!(own.is_own());
    assert_eq!((own.name.en.as_str(), own.sessions), ("Garden group", 7));
    assert_eq!(own.frequency, Frequency { sessions: 1, weeks: 1 });
}

#[test]
fn a_module_is_dragged_from_the_library_into_the_plan() {
    let mut window = modules(&without_modules("depression-day"));
    let from =
        window.harness.get_by_label_contains("Individual therapy, 9").rect().left_center() + egui::vec2(60.0, 0.0);
    let to = egui::pos2(880.0, 600.0);
    window.harness.drag_at(from);
    window.harness.run();
    window.harness.hover_at(from + egui::vec2(60.0, 10.0));
    window.harness.run();
    window.harness.hover_at(to);
    window.harness.run();
    window.harness.drop_at(to);
    window.settle();
    assert_eq!(slugs(&window), ["individual-therapy"]);
}

#[test]
fn by_keyboard_alone_a_module_is_reached_and_added() {
    let mut window = modules(&without_modules("depression-day"));
    for _ in 0..80 {
        let added = window.harness.query_all_by_role(Role::Button).any(|node| {
            use egui_kittest::kittest::NodeT as _;
            node.is_focused() && node.accesskit_node().label().is_some_and(|label| label.starts_with("Add "))
        });
        if added {
            break;
        }
        window.press(Key::Tab);
    }
    window.press(Key::Enter);
    assert_eq!(slugs(&window).len(), 1);
}

#[test]
fn in_a_tight_window_library_and_plan_take_turns_and_spanish_is_spoken() {
    let mut window = modules(&sample("depression-day"));
    window.harness.set_size(egui::vec2(640.0, 400.0));
    window.settle();
    window.check_silent("Suggested for");
    window.click("Library");
    window.check_says("Suggested for");
    window.harness.set_size(egui::vec2(1280.0, 800.0));
    window.settle();
    window.click("Menu");
    window.click("Español");
    window.check_says("por semana; el programa pide");
    window.check_says("Sugeridos para");
}

#[test]
fn the_week_tells_of_the_module_that_is_found_and_of_no_other() {
    let mut window = Window::open(&super::fixture::plan());
    window.click("Modules");
    window.harness.get_by_role_and_label(Role::TextInput, "Search the library").focus();
    window.harness.run();
    window.check_silent(": +");
    window.harness.event(egui::Event::Text("trauma".to_owned()));
    // No more passes than the program asks for.
    window.harness.run();
    window.check_says(": +");
}
