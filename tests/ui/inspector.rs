//! The inspector and the counts beside the places: findings lead to what they are about, threads both ways.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use throughline::checks::Level;
use throughline::desktop::action::Action;
use throughline::desktop::places::{home_of, home_of_finding};
use throughline::desktop::shell::Place;
use throughline::plan::{Item, Plan};
use throughline::wording::findings::{fix, message, source};
use throughline::wording::screen::findings_line;

use super::fixture::plan;
use super::window::Window;

fn now(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

fn show(window: &mut Window, item: Item) {
    window.harness.state().send(Action::Show(item));
    window.settle();
}

#[test]
fn places_count_their_findings_and_list_them() {
    let mut window = Window::open(&plan());
    let findings = &window.harness.state().open_plan().unwrap().model.findings;
    let count = |level| {
        let here = findings.iter().filter(|one| home_of_finding(one) == Place::Intake);
        here.filter(|one| one.level() == level).count()
    };
    let (errors, warnings) = (count(Level::Error), count(Level::Warning));
    assert!(errors + warnings > 0);
    let line = findings_line(errors, warnings, throughline::base::Language::English);
    window.harness.get_all_by_label(&format!("Intake: {line}")).next().unwrap().click();
    window.settle();
    assert_eq!(window.harness.state().shell().place, Place::Intake);
    window.check_says("Findings");
}

#[test]
fn a_finding_leads_to_what_it_is_about_and_says_why_and_how() {
    let mut window = Window::open(&plan());
    let open = window.harness.state().open_plan().unwrap();
    let finding = open.model.findings.iter().find(|one| one.item != Item::Plan && one.level() != Level::Note);
    let finding = finding.expect("a finding about a part").clone();
    let words = message(&finding, open.plan(), throughline::base::Language::English);
    let (way_out, rule) = (
        fix(&finding, open.plan(), throughline::base::Language::English),
        source(&finding, throughline::base::Language::English).to_owned(),
    );
    show(&mut window, Item::Plan);
    window.harness.state().send(Action::Go(home_of_finding(&finding)));
    window.settle();
    let node = window.harness.query_all_by_label_contains(&words).next().expect("it is listed");
    node.click();
    window.settle();
    assert_eq!(window.harness.state().shell().selection, Some(finding.item));
    assert_eq!(window.harness.state().shell().place, home_of(finding.item));
    window.check_says(&way_out);
    window.check_says(&rule);
}

#[test]
fn a_need_shows_what_serves_it_and_a_knot_leads_on() {
    let mut window = Window::open(&plan());
    let need = now(&window).needs.first().unwrap().id;
    show(&mut window, Item::Need(need));
    assert_eq!(window.harness.state().shell().place, Place::Goals);
    window.check_says("Its thread");
    window.check_says("Mindfulness practice");
    let goal = "Goal: “I want my evenings back, and I want my kids to trust me”";
    window.harness.get_by_label(goal).click_accesskit();
    window.settle();
    assert!(matches!(window.harness.state().shell().selection, Some(Item::Goal(_))));
    window.check_says("Alcohol use that has grown over two years");
}

#[test]
fn everything_that_can_be_selected_says_what_it_is() {
    let mut window = Window::open(&plan());
    let plan = now(&window);
    let mut items = vec![Item::Person, Item::Frame, Item::Leaving, Item::Week(2)];
    items.extend(plan.segments.iter().map(|one| Item::Segment(one.id)));
    items.extend(plan.goals.iter().map(|one| Item::Goal(one.id)));
    items.extend(plan.goals.iter().flat_map(|goal| &goal.objectives).map(|one| Item::Objective(one.id)));
    items.extend(plan.modules.iter().take(2).map(|one| Item::Module(one.id)));
    for item in items {
        show(&mut window, item);
        assert!(window.harness.query_by_label("Hide details").is_some(), "{item}");
        assert_eq!(window.harness.state().shell().selection, Some(item));
    }
}

#[test]
fn nothing_of_the_bar_is_cut_off() {
    let mut window = Window::open(&plan());
    window.click("Menu");
    window.click("Español");
    window.press(Key::Escape);
    let all = window.harness.query_all_by_label_contains("Exportar PDF");
    let right = all.map(|node| node.rect().right()).fold(0.0, f32::max);
    assert!(right <= 1280.0 && right > 0.0);
    for words in ["Ana", "Semana 3 de 9", "En vigor desde el 2 nov"] {
        window.check_says(words);
    }
}
