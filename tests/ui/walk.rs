//! The way of Tab through every place and dialog: in reading order, from left to right and from top to bottom.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::rc::Rc;

use egui::accesskit::Role;
use egui::{Event, Id, Key, Modifiers, Rect};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use throughline::desktop::action::Action;
use throughline::desktop::shell::{Lens, Place};
use throughline::desktop::world::Picked;
use throughline::history::Chart;
use throughline::plan::{Item, Plan};
use throughline::storage;

use super::drafts::drafted;
use super::fixture::{plan, plan_with_overlap};
use super::panes::has_keyboard;
use super::save::{kept, rename};
use super::window::{Disk, Window};

/// More stops than any place has.
const MANY: usize = 300;

fn tab(window: &mut Window) -> Option<Id> {
    let press =
        |pressed| Event::Key { key: Key::Tab, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    window.harness.input_mut().events.extend([press(true), press(false)]);
    window.harness.run();
    window.harness.ctx.memory(egui::Memory::focused)
}

/// Where a control is now, seen or not, if it is in the same layer as what has the keyboard.
fn rect(window: &Window, id: Id) -> Option<Rect> {
    let ctx = &window.harness.ctx;
    let layer = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id)).map(|control| control.layer_id);
    ctx.read_response(id).filter(|control| Some(control.layer_id) == layer).map(|control| control.rect)
}

fn name(window: &Window) -> String {
    let node = window.harness.query(By::new().predicate(has_keyboard));
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Whether one control is read after another: further right in the same row, or below it without being in a column
/// to its left.
fn is_after(one: Rect, other: Rect) -> bool {
    let shared = one.y_range().intersection(other.y_range()).span();
    let is_beside = shared > one.height().max(other.height()) / 2.0;
    let is_below = one.top() > other.bottom() - 1.0;
    (is_beside && one.left() > other.right() - 2.0) || (is_below && one.right() > other.left() + 2.0)
}

/// Walks once around and stops right before what is read first; dialogs and home begin in their middle.
fn turn_to_first(window: &mut Window) {
    let mut been: Vec<Id> = Vec::new();
    while let Some(id) = tab(window).filter(|id| !been.contains(id)) {
        been.push(id);
    }
    let places = been.iter().filter_map(|id| Some((*id, rect(window, *id)?)));
    let order = |one: &Rect| (one.top().round(), one.left());
    let first = places.min_by(|(_, one), (_, other)| order(one).partial_cmp(&order(other)).unwrap());
    let Some((first, _)) = first else { return };
    let before = been.iter().position(|id| *id == first).map(|at| been[(at + been.len() - 1) % been.len()]);
    let goes_on = |window: &Window| window.harness.ctx.memory(egui::Memory::focused) != before;
    for _ in 0..been.len() {
        if goes_on(window) {
            tab(window);
        }
    }
}

/// Walks once around, and names every stop that is read before one at which the keyboard was already.
#[track_caller]
fn check(window: &mut Window, place: &str) {
    let mut been: Vec<(Id, String)> = Vec::new();
    let mut broken = BTreeSet::new();
    let is_new = |been: &[(Id, String)], id: Id| been.iter().all(|(other, _)| *other != id);
    while let Some(id) = tab(window).filter(|id| is_new(&been, *id)) {
        assert!(been.len() < MANY, "{place}: no end of stops");
        let name = name(window);
        if let Some(here) = rect(window, id) {
            for (other, before) in &been {
                if rect(window, *other).is_some_and(|there| is_after(there, here)) {
                    broken.insert(format!("{name:?} comes after {before:?}"));
                }
            }
        }
        been.push((id, name));
    }
    assert!(been.len() > 1, "{place}: nothing to walk through but {been:?}");
    assert!(broken.is_empty(), "{place}: {broken:#?}");
}

/// The window with its keyboard nowhere, so that a walk begins at its beginning.
fn begin(window: &mut Window) {
    window.harness.ctx.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
    window.settle();
}

#[track_caller]
fn check_place(plan: &Plan, place: Place, then: &[&str]) {
    let mut window = Window::open(plan);
    window.harness.state().send(Action::Go(place));
    window.settle();
    for click in then {
        window.click(click);
    }
    begin(&mut window);
    check(&mut window, &format!("{place:?} {then:?}"));
}

#[track_caller]
fn check_dialog(mut window: Window, says: &str) {
    window.check_says(says);
    turn_to_first(&mut window);
    check(&mut window, says);
}

fn sample(name: &str) -> Plan {
    let text = throughline::samples::ALL.iter().find(|(other, _)| *other == name).unwrap().1;
    storage::decode(text, storage::Trust::Strict).unwrap().plan
}

#[test]
fn home() {
    check(&mut Window::welcome(), "the welcome");
    let disk = Rc::<Disk>::default();
    for number in 0..9 {
        let path = disk.plans().join(format!("ana-{number}.plan.ron"));
        storage::save(&path, &Chart::unsigned(plan()), None).unwrap();
    }
    let mut window = Window::on(&disk, None);
    turn_to_first(&mut window);
    check(&mut window, "home with a plan");
}

#[test]
fn home_with_unsaved_work() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.edit(rename("Annie"));
    window.wait(3);
    drop(window);
    let mut window = Window::on(&disk, None);
    window.check_says("The program ended before this was saved");
    turn_to_first(&mut window);
    check(&mut window, "the dialog with unsaved work");
    window.click("Later");
    turn_to_first(&mut window);
    check(&mut window, "home with unsaved work");
    window.click("Set aside");
    turn_to_first(&mut window);
    check(&mut window, "home with work that was set aside");
}

#[test]
fn the_census() {
    let disk = Rc::<Disk>::default();
    let path = disk.plans().join("ana.plan.ron");
    storage::save(&path, &Chart::unsigned(drafted("alcohol-evening")), None).unwrap();
    let mut window = Window::on(&disk, None);
    window.click("Census");
    begin(&mut window);
    check(&mut window, "the census");
}

#[test]
fn every_page_of_the_intake() {
    let mut window = Window::open(&sample("teen-dbt"));
    window.command(Key::Num1);
    for page in 0..11 {
        begin(&mut window);
        check(&mut window, &format!("page {page} of the intake"));
        window.harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
        window.settle();
    }
}

#[test]
fn goals() {
    check_place(&plan(), Place::Goals, &[]);
    check_place(&plan(), Place::Goals, &["Thread"]);
    check_place(&sample("trauma-opioid-es"), Place::Goals, &[]);
    check_place(&Plan::default(), Place::Goals, &[]);
}

#[test]
fn modules() {
    check_place(&plan(), Place::Modules, &[]);
    check_place(&sample("depression-day"), Place::Modules, &["Filter"]);
    check_place(&plan(), Place::Modules, &["A module of your own…"]);
}

#[test]
fn the_week() {
    check_place(&plan_with_overlap(), Place::Schedule, &[]);
    check_place(&sample("alcohol-evening"), Place::Schedule, &[]);
}

#[test]
fn all_weeks_and_the_list() {
    for lens in [Lens::Span, Lens::List] {
        let mut window = Window::open(&plan());
        window.harness.state().send(Action::Look(lens));
        window.settle();
        begin(&mut window);
        check(&mut window, &format!("{lens:?}"));
    }
}

#[test]
fn the_review() {
    let mut window = Window::open(&sample("alcohol-evening"));
    window.command(Key::Num5);
    for step in 0..7 {
        begin(&mut window);
        check(&mut window, &format!("step {step} of the review"));
        window.harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
        window.settle();
    }
}

#[test]
fn the_document() {
    check_place(&plan(), Place::Document, &[]);
    check_place(&plan(), Place::Document, &["Clinical"]);
}

#[test]
fn what_is_selected() {
    let plan = plan();
    let items = [
        Item::Session(plan.sessions[3].id),
        Item::Module(plan.modules[0].id),
        Item::Goal(plan.goals[0].id),
        Item::Week(2),
    ];
    for item in items {
        let mut window = Window::open(&plan);
        window.harness.state().send(Action::Show(item));
        window.settle();
        begin(&mut window);
        check(&mut window, &format!("{item:?}"));
    }
}

#[test]
fn what_stands_before_the_window() {
    for (key, says) in [(Key::Comma, "Text size"), (Key::K, "Find or do anything…")] {
        let mut window = Window::open(&plan());
        window.command(key);
        if key == Key::Comma {
            check_dialog(window, says);
        }
    }
    let mut window = Window::open(&plan());
    window.click("Menu");
    check(&mut window, "the menu");
}

#[test]
fn forms_of_the_schedule() {
    for opens in ["Copy this week…", "Edit series…"] {
        let plan = plan();
        let mut window = Window::open(&plan);
        window.harness.state().send(Action::Show(Item::Session(plan.sessions[20].id)));
        window.settle();
        window.click("Arrange");
        window.click(opens);
        check_dialog(window, opens.trim_end_matches('…'));
    }
    let mut window = Window::open(&plan());
    let session = "Evening for families, Thu 19 Nov, 5:30–7:00 PM, How families can help, Room 2";
    window.harness.get_by_role_and_label(Role::Button, session).focus();
    window.settle();
    window.press(Key::Enter);
    window.press(Key::Enter);
    check_dialog(window, "Edit session");
}

#[test]
fn answers_about_changes() {
    let mut window = Window::open(&plan());
    window.edit(rename("Annie"));
    window.command(Key::W);
    check_dialog(window, "Save the changes?");

    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let mut window = Window::on(&disk, Some(&path));
    window.edit(rename("Annie"));
    storage::save(&path, &Chart::unsigned(Plan::default()), None).unwrap();
    window.command(Key::S);
    check_dialog(window, "Somebody changed the file");

    let mut window = Window::open(&plan());
    window.edit(rename("Annie"));
    window.will_pick(window.script.disk.home().join("nowhere/annie.plan.ron"));
    window.command(Key::S);
    check_dialog(window, "was not saved");
}

#[test]
fn answers_about_files() {
    let disk = Rc::<Disk>::default();
    let path = kept(&disk);
    let _first = Window::on(&disk, Some(&path));
    check_dialog(Window::on(&disk, Some(&path)), "This plan is open in another window");

    let window = Window::welcome();
    window.script.answers.borrow_mut().push_back(Picked::NoDialog);
    let mut window = window;
    window.click("Open plan…");
    check_dialog(window, "Which plan file?");

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ana.plan.ron");
    let changed = storage::encode(&plan()).unwrap().replace("Ana\"", "Anna\"");
    std::fs::File::create(&path).unwrap().write_all(changed.as_bytes()).unwrap();
    check_dialog(Window::started_with(&path), "was changed outside Throughline");
}

#[test]
fn what_is_told_at_the_foot() {
    let mut window = Window::open(&plan());
    window.will_pick(window.script.disk.home().join("ana.pdf"));
    window.command(Key::E);
    window.check_says("Show file");
    begin(&mut window);
    check(&mut window, "a notice");
}
