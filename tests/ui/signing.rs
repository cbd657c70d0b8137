//! Signing: everybody on their own line of a log, dated as it was, with the next review and the reasons of changes.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use throughline::base::{GuardianId, Minutes};
use throughline::desktop::screens::review::Step;
use throughline::desktop::shell::Place;
use throughline::plan::{
    ConsentBy, CourseEdit, Edit, GoalEdit, Guardian, Item, ListEdit, MinorConsent, PersonEdit, Plan, Reasoned, Review,
    Segment, SignOutcome, SignerRole, apply,
};

use super::fixture::{TODAY, plan};
use super::window::Window;

fn with_review() -> Plan {
    let mut plan = plan();
    apply(&mut plan, &Edit::Course(CourseEdit::Review(ListEdit::Add(Review::ahead(TODAY))))).unwrap();
    plan
}

fn with_guardians() -> Plan {
    let mut plan = with_review();
    let minor = MinorConsent { by: ConsentBy::Both, basis: String::new(), guardians: Vec::new() };
    apply(&mut plan, &Edit::Person(PersonEdit::Minor(Some(minor)))).unwrap();
    for (name, relation) in [("Ada Moss", "mother"), ("Ben Moss", "father")] {
        let (name, relation) = (name.to_owned(), relation.to_owned());
        let guardian = Guardian { id: GuardianId(0), name, relation, phone: String::new(), may_see: Vec::new() };
        apply(&mut plan, &Edit::Person(PersonEdit::Guardian(ListEdit::Add(guardian)))).unwrap();
    }
    plan
}

fn now(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

/// Goes to a step of the review by its keys alone.
fn turn(window: &mut Window, step: Step) {
    window.command(Key::Num5);
    for _ in Step::ALL {
        window.command(Key::PageUp);
    }
    for _ in Step::ALL.iter().take_while(|one| **one != step) {
        window.command(Key::PageDown);
    }
}

/// Writes into the field of this name in place of what stands there.
#[track_caller]
fn write(window: &mut Window, field: &str, text: &str) {
    window.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, field).focus();
    window.harness.run();
    window.command(Key::A);
    window.harness.event(egui::Event::Text(text.to_owned()));
    window.settle();
}

/// Takes one of a list.
#[track_caller]
fn choose(window: &mut Window, list: &str, one: &str) {
    window.harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, list).click();
    window.settle();
    window.harness.get_by_role_and_label(egui::accesskit::Role::Button, one).click();
    window.settle();
}

fn sign(window: &mut Window, number: u32) {
    write(window, "Name", "Remy Delacroix");
    write(window, "Why there is a new version", "review of week 3");
    window.script.answers.borrow_mut().push_back(throughline::desktop::world::Picked::Cancelled);
    window.click(&format!("Sign version {number}"));
}

#[test]
fn every_guardian_answers_on_their_own_and_no_answer_is_replaced() {
    let mut window = Window::sized(egui::vec2(1280.0, 1500.0), &with_guardians());
    turn(&mut window, Step::Sign);
    window.click("Record or correct…: Ada Moss, mother");
    choose(&mut window, "What came of it", "Refused");
    write(&mut window, "Why not", "wants to read it first");
    window.click("Add to the log");
    window.check_says("Declined to sign on 19 Nov 2026: wants to read it first");
    window.click("Record or correct…: Ben Moss, father");
    choose(&mut window, "What came of it", "Ink, signed copy on file");
    write(&mut window, "On", "Nov 17");
    window.click("Add to the log");
    window.check_says("Signed in ink on 17 Nov 2026; signed copy on file; entered late, on 19 Nov 2026");
    // The next day she does sign: both entries stay.
    window.click("Record or correct…: Ada Moss, mother");
    window.click("Add to the log");
    let log: Vec<_> = now(&window).course.sign_offs.iter().filter(|sign| sign.role == SignerRole::Guardian).collect();
    assert_eq!(log.len(), 3);
    assert!(matches!(log[0].outcome, SignOutcome::Refused { .. }) && log[2].outcome == SignOutcome::Ink(TODAY));
    assert_eq!((log[0].standing.as_str(), log[1].standing.as_str()), ("mother", "father"));
    window.check_says("Declined to sign on 19 Nov 2026: wants to read it first");
    // The last entry can be undone; an earlier one is marked as a mistake and stays.
    window.command(Key::Z);
    assert_eq!(now(&window).course.sign_offs.iter().filter(|sign| sign.role == SignerRole::Guardian).count(), 2);
    window.click("Record or correct…: Ben Moss, father");
    window.click("Entered in error…");
    write(&mut window, "Why it was entered in error", "the other form");
    window.press(Key::Enter);
    window.check_says("Entered in error (the other form): Signed in ink on 17 Nov 2026");
}

#[test]
fn an_attestation_is_dated_as_it_was_given_and_plans_the_next_review() {
    let mut window = Window::open(&with_review());
    turn(&mut window, Step::Decision);
    window.click("Continue as planned");
    turn(&mut window, Step::Sign);
    write(&mut window, "Signed on", "20 Nov 2026");
    window.press(Key::Tab);
    window.check_says("This day is still ahead");
    write(&mut window, "Signed on", "17 Nov 2026");
    window.press(Key::Tab);
    window.check_says("A late entry: the record says that it was entered on 19 Nov 2026");
    window.check_says("two weeks are usual (Tue 1 Dec)");
    window.check_says("Say who signs the plan off");
    sign(&mut window, 1);
    window.check_says("Version 1, 17 Nov 2026, Remy Delacroix");
    let signed = date(2026, 11, 17);
    let course = &now(&window).course;
    assert_eq!(course.reviews[0].held, Some(signed));
    assert_eq!(course.reviews[1].due, date(2026, 12, 1));
    let attested = course.sign_offs.last().unwrap();
    assert_eq!((&attested.outcome, attested.recorded), (&SignOutcome::Attested(signed), Some(TODAY)));
    window.check_says("Review 2, due Tue 1 Dec");
    // It can be moved to another day afterwards.
    turn(&mut window, Step::Sign);
    window.check_says("In the plan already");
    write(&mut window, "Due on", "Dec 3");
    assert_eq!(now(&window).course.reviews[1].due, date(2026, 12, 3));
}

#[test]
fn what_changes_has_a_reason_each_and_the_calendar_one() {
    let mut window = Window::open(&with_review());
    turn(&mut window, Step::Sign);
    sign(&mut window, 1);
    let plan = now(&window).clone();
    let (goal, segment) = (plan.goals[0].id, plan.segments[0].clone());
    let shorter = Segment { week_minutes: Minutes(segment.week_minutes.0 / 2), ..segment };
    let ahead: Vec<_> = plan.sessions.iter().filter(|session| session.date > TODAY).take(2).collect();
    window.edit(Edit::Together(vec![
        Edit::Goal(goal, GoalEdit::Clinical("Sleeps through".to_owned())),
        Edit::Segment(ListEdit::Replace(shorter)),
        Edit::Sessions(ListEdit::Remove(ahead[0].id)),
        Edit::Sessions(ListEdit::Remove(ahead[1].id)),
    ]));
    turn(&mut window, Step::Changes);
    let reasons =
        [("The calendar", "works in the mornings"), ("Goal 1", "said so"), ("The care segment", "back at work")];
    for (what, why) in reasons {
        let start = format!("Add a reason: {what}");
        let names = window.harness.query_all_by_role(egui::accesskit::Role::Button);
        let names = names.filter_map(|node| node.accesskit_node().label());
        let name = names.into_iter().find(|name| name.starts_with(&start)).expect("a button for a reason");
        window.click(&name);
        // The keyboard is in the field.
        window.harness.event(egui::Event::Text(why.to_owned()));
        window.settle();
        window.press(Key::Enter);
        window.check_says(&format!("Why: {why}"));
    }
    let course = &now(&window).course;
    assert_eq!(course.reasons.len(), 3);
    assert_eq!(course.reason(2, Reasoned::Calendar), "works in the mornings");
    assert_eq!(course.reason(2, Reasoned::Part(Item::Goal(goal))), "said so");
    // They stand with the changes between the two versions later on.
    turn(&mut window, Step::Sign);
    sign(&mut window, 2);
    assert_eq!(window.harness.state().shell().place, Place::Review);
    window.check_says("Why: works in the mornings");
    choose(&mut window, "From version", "Version 2");
    window.check_silent("Why: works in the mornings");
}

/// Presses Enter on a control that the keyboard was given.
#[track_caller]
fn enter(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(egui::accesskit::Role::Button, name).focus();
    window.harness.run();
    window.press(Key::Enter);
}

#[test]
fn an_extension_and_a_readmission_are_drafted_with_one_key() {
    let mut window = Window::open(&with_review());
    turn(&mut window, Step::Decision);
    enter(&mut window, "Continue as planned");
    let last = now(&window).segments[0].to;
    enter(&mut window, "Extend by 2 weeks, to Fri 15 Jan");
    assert_eq!(now(&window).segments[0].to, last.checked_add(jiff::Span::new().weeks(2)).unwrap());
    window.command(Key::Z);
    assert_eq!(now(&window).segments[0].to, last, "one step takes it back");
    // Discharge ends the stay; its plan is where the next one begins.
    turn(&mut window, Step::Decision);
    enter(&mut window, "Discharge");
    enter(&mut window, "Draft the discharge");
    assert!(now(&window).leaving.discharge.is_some());
    assert!(now(&window).sessions.iter().all(|session| session.date <= TODAY));
    let before = now(&window).clone();
    enter(&mut window, "Begin a plan for a new stay");
    window.click("Don’t save");
    let next = now(&window);
    assert_eq!((next.segments[0].from, next.sessions.len()), (TODAY, 0));
    assert_eq!(next.earlier_stay.as_ref().unwrap().from, before.segments.first().map(|segment| segment.from));
    assert_eq!(next.goals.len(), before.goals.len());
    assert!(next.course.reviews.is_empty() && next.leaving.discharge.is_none());
}
