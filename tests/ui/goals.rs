//! Working on needs, goals and objectives, and walking along the thread.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use throughline::base::{Score, Slug};
use throughline::plan::{CourseEdit, Edit, Gauge, Item, ListEdit, MeasureResult, NeedStanding, Plan, Severity, apply};

use super::fixture::{TODAY, plan};
use super::window::Window;

/// The fixture without needs, goals, modules and sessions, with one score.
fn bare() -> Plan {
    let mut plan = plan();
    let modules: Vec<_> = plan.modules.iter().map(|module| module.id).collect();
    for id in modules {
        apply(&mut plan, &Edit::Modules(ListEdit::Remove(id))).unwrap();
    }
    let (goal, need) = (plan.goals[0].id, plan.needs[0].id);
    apply(&mut plan, &Edit::Goals(ListEdit::Remove(goal))).unwrap();
    apply(&mut plan, &Edit::Needs(ListEdit::Remove(need))).unwrap();
    let result = MeasureResult {
        about: None,
        id: throughline::base::ResultId(0),
        measure: Slug::new("phq-9").unwrap(),
        name: "PHQ-9".to_owned(),
        version: String::new(),
        language: "en-US".to_owned(),
        date: TODAY,
        total: Some(Score::whole(17)),
        safety: None,
        alert_action: String::new(),
        in_error: None,
        note: String::new(),
    };
    apply(&mut plan, &Edit::Course(CourseEdit::Result(ListEdit::Add(result)))).unwrap();
    plan
}

fn goals(plan: &Plan) -> Window {
    let mut window = Window::open(plan);
    window.command(Key::Num2);
    window
}

fn now(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

const LOW: &str = "Depression, Feeling low and worn out, PHQ-9 17, moderately severe";

/// Two fields under one id would share what is typed.
#[test]
fn words_in_another_language_are_rendered_in_one_field() {
    let text = throughline::samples::ALL.iter().find(|(name, _)| *name == "trauma-opioid-es").unwrap().1;
    let plan = throughline::storage::decode(text, throughline::storage::Trust::Strict).unwrap().plan;
    let window = goals(&plan);
    let fields = |name| window.harness.query_all_by_role_and_label(Role::MultilineTextInput, name).count();
    assert!(fields("In their own words") > 0);
    assert_eq!(fields("In English"), fields("In their own words"));
}

#[test]
fn scores_that_were_entered_say_which_needs_may_apply_and_stand_as_evidence() {
    let mut window = goals(&bare());
    window.check_says("What does this person need?");
    window.click(LOW);
    let need = &now(&window).needs[0];
    assert_eq!((need.problem.as_str(), need.severity), ("Depression", Severity::Severe));
    assert_eq!(need.evidence, "PHQ-9 of 17 (moderately severe) on Nov 19, 2026");
    window.check_says("in the plan");
    window.click("Done");
    window.check_says("What does the person want?");
}

#[test]
fn one_click_drafts_goals_for_all_needs_and_one_undo_takes_them_back() {
    let mut window = goals(&bare());
    window.click(LOW);
    window.click("Alcohol use, Making a change that lasts");
    window.click("Draft goals for these needs");
    let plan = now(&window);
    assert_eq!(plan.goals.len(), 2);
    let gauges: Vec<_> = plan.goals[0].objectives.iter().map(|objective| &objective.gauge).collect();
    let (from, to) = (Some(Score::whole(17)), Score::whole(9));
    assert!(matches!(gauges[0], Gauge::Score { baseline, target, .. } if *baseline == from && *target == to));
    window.check_says("2 needs, 2 goals, ");
    window.check_silent("Draft goals for these needs");
    window.check_says("These are the library’s words; ask how the person would say it");
    let mut timeline = window.harness.state().open_plan().unwrap().timeline().clone();
    timeline.undo();
    assert_eq!((timeline.plan().needs.len(), timeline.plan().goals.len()), (2, 0));
}

#[test]
fn a_goal_of_the_library_is_taken_and_made_the_persons_own_by_keyboard() {
    let mut window = goals(&bare());
    window.click(LOW);
    window.click("Done");
    window.click("“I want to feel like myself again.”");
    assert_eq!(now(&window).goals[0].objectives.len(), 3);
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "In their own words");
    assert!(field.is_focused());
    window.command(Key::A);
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "In their own words");
    field.type_text("I want to dance again");
    window.settle();
    window.press(Key::Enter);
    assert_eq!(now(&window).goals[0].own_words, "I want to dance again");
    window.check_silent("These are the library’s words");
}

#[test]
fn a_need_is_deferred_with_a_reason() {
    let mut window = goals(&plan());
    window.click("Deferred");
    let why = "Why it waits, and until when";
    window.harness.get_by_role_and_label(Role::MultilineTextInput, why).focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::MultilineTextInput, why).type_text("sleep first");
    window.settle();
    assert_eq!(now(&window).needs[0].standing, NeedStanding::Deferred("sleep first".to_owned()));
    window.check_says("Alcohol use that has grown over two years, moderate, deferred");
}

const FIRST: &str = "I have five evenings a week without a drink, from 1 to 5 evenings a week, by 18 Dec, under way";

#[test]
fn an_objective_is_a_line_that_opens_to_be_edited_and_linked() {
    let mut window = goals(&plan());
    window.check_silent("Measured by");
    window.click(FIRST);
    let id = now(&window).goals[0].objectives[0].id;
    assert_eq!(window.harness.state().shell().selection, Some(Item::Objective(id)));
    window.harness.get_by_role_and_label(Role::TextInput, "Aimed at").focus();
    window.command(Key::A);
    window.harness.get_by_role_and_label(Role::TextInput, "Aimed at").type_text("6");
    window.settle();
    assert!(matches!(now(&window).goals[0].objectives[0].gauge, Gauge::Count { target: 6, .. }));
    window.harness.get_by_role_and_label(Role::CheckBox, "Quiet practice").click_accesskit();
    window.settle();
    let quiet = now(&window).modules.iter().find(|module| module.plain_name.en == "Quiet practice").unwrap();
    assert!(!quiet.objectives.contains(&id));
}

#[test]
fn rows_move_by_alt_and_arrows_and_keep_the_keyboard() {
    let mut window = goals(&bare());
    window.click(LOW);
    window.click("Alcohol use, Making a change that lasts");
    let row = "Alcohol use, moderate, no goal yet";
    window.harness.get_by_role_and_label(Role::Button, row).focus();
    window.harness.run();
    window.harness.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowUp);
    window.settle();
    assert_eq!(now(&window).needs[0].problem, "Alcohol use");
    assert!(window.harness.get_by_role_and_label(Role::Button, row).is_focused());
}

#[test]
fn search_finds_a_need_and_what_is_not_there_becomes_ones_own() {
    let mut window = goals(&bare());
    let words = "Search needs, diagnoses and codes";
    window.harness.get_by_role_and_label(Role::TextInput, words).focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, words).type_text("grief after a loss");
    window.settle();
    window.check_silent(LOW);
    window.click("Write a need of its own");
    assert_eq!(now(&window).needs[0].problem, "grief after a loss");
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Problem");
    assert!(field.is_focused());
}

#[test]
fn the_thread_is_walked_by_arrows_and_says_what_is_loose() {
    let mut plan = plan();
    let module = plan.modules[3].id;
    let alone = throughline::plan::ModuleEdit::Objectives(Vec::new());
    apply(&mut plan, &Edit::Module(module, alone)).unwrap();
    let mut window = goals(&plan);
    window.click("Thread");
    window.check_says("Mindfulness practice, serves no objective");
    let need = "Alcohol use that has grown over two years";
    window.harness.get_by_role_and_label(Role::Button, need).focus();
    window.harness.run();
    window.press(Key::ArrowRight);
    let goal = now(&window).goals[0].id;
    assert_eq!(window.harness.state().shell().selection, Some(Item::Goal(goal)));
    window.press(Key::ArrowRight);
    window.press(Key::ArrowDown);
    let second = now(&window).goals[0].objectives[1].id;
    assert_eq!(window.harness.state().shell().selection, Some(Item::Objective(second)));
    let node = window.harness.get_by_role_and_label(Role::Button, "I use a skill before I act on an urge");
    assert!(node.is_focused());
}

#[test]
fn it_holds_in_a_tight_window_and_in_spanish() {
    let mut window = goals(&plan());
    window.click("Menu");
    window.click("Español");
    window.check_says("1 necesidad, 1 meta, 2 objetivos");
    window.harness.set_size(egui::vec2(640.0, 400.0));
    window.settle();
    window.click("Alcohol use that has grown over two years, moderada, 1 meta");
    window.check_says("En sus propias palabras");
    window.click("Todas las necesidades");
    window.check_silent("En sus propias palabras");
    window.click("Hilo");
    window.check_says("Elija algo para iluminar su hilo");
}
