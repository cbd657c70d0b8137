//! From the welcome to the weeks, by mouse and by keyboard.

use egui::Key;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use throughline::desktop::shell::Place;
use throughline::plan::Item;

use super::fixture::{plan, plan_with_overlap};
use super::panes::has_keyboard;
use super::window::Window;

#[test]
fn the_welcome_says_what_this_is_and_where_plans_belong() {
    let window = Window::welcome();
    window.check_says("Plan files are not encrypted yet");
    window.check_says("every person in them is made up");
    window.harness.get_by_role_and_label(egui::accesskit::Role::Button, "Open plan…");
}

#[test]
fn a_sample_opens_on_the_week_that_holds_today() {
    let window = Window::open(&plan());
    window.check_says("Ana");
    window.check_says("Week 3 of 9");
    window.check_says("Sample, not a file");
    window.check_says("9 weeks, 5 evenings, 9 h 20 min a week");
    window.check_says("Skills for strong feelings, Mon 16 Nov, 5:30–7:00 PM, Finding your wise side, Room 2, attended");
    assert_eq!(window.harness.state().shell().week, 3);
}

#[test]
fn a_session_shows_its_thread_up_to_the_need() {
    let mut window = Window::open(&plan());
    window.check_silent("I want my evenings back");
    window.click("Quiet practice, Wed 18 Nov, 7:15–8:15 PM, Breath as an anchor, Room 2, attended");
    for words in [
        "Session 3 of 9",
        "Mindfulness practice",
        "I use a skill before I act on an urge",
        "“I want my evenings back, and I want my kids to trust me”",
        "Alcohol use that has grown over two years",
    ] {
        window.check_says(words);
    }
}

#[test]
fn arrows_turn_weeks_and_stop_at_the_ends() {
    let mut window = Window::open(&plan());
    for _ in 0..4 {
        window.press(Key::ArrowLeft);
    }
    assert_eq!(window.harness.state().shell().week, 1);
    window.press(Key::ArrowRight);
    assert_eq!(window.harness.state().shell().week, 2);
    for _ in 0..12 {
        window.press(Key::ArrowRight);
    }
    assert_eq!(window.harness.state().shell().week, 9);
    window.click("This week");
    assert_eq!(window.harness.state().shell().week, 3);
}

#[test]
fn tab_reaches_a_session_enter_selects_it_and_arrows_still_turn_weeks() {
    let mut window = Window::open(&plan());
    let first = "Skills for strong feelings, Mon 16 Nov, 5:30–7:00 PM, Finding your wise side, Room 2, attended";
    for _ in 0..60 {
        if window.harness.get_by_label(first).is_focused() {
            break;
        }
        window.press(Key::Tab);
    }
    assert!(window.harness.get_by_label(first).is_focused());
    window.press(Key::Enter);
    assert!(matches!(window.harness.state().shell().selection, Some(Item::Session(_))));
    window.press(Key::ArrowRight);
    assert_eq!(window.harness.state().shell().week, 4);
}

#[test]
fn a_bar_of_the_strip_tells_its_week_and_goes_there() {
    let mut window = Window::open(&plan());
    window.command(Key::Num2);
    window.click("Week 4, 23 – 29 Nov: 5 sessions, 6 h 5 min planned, 9 h aimed at");
    assert_eq!(window.harness.state().shell().week, 4);
    assert_eq!(window.harness.state().shell().place, Place::Schedule);
    window.check_says("Away: Thanksgiving with her family");
    window.click("Week 8, 21 – 27 Dec: 8 sessions, 9 h 20 min planned, 9 h aimed at");
    window.check_says("Closed: Winter holiday");
}

#[test]
fn overlapping_sessions_say_so_and_stand_side_by_side() {
    let window = Window::open(&plan_with_overlap());
    let cards: Vec<_> = window.harness.query_all_by_label_contains("overlaps with").map(|node| node.rect()).collect();
    assert_eq!(cards.len(), 2);
    assert!(!cards[0].intersects(cards[1]), "{cards:?}");
}

#[test]
fn all_weeks_and_the_list_show_the_same_sessions() {
    let mut window = Window::open(&plan());
    window.click("All weeks");
    window.click("Staying on course, 18 sessions of 1 h 15 min, twice a week, 1 to place");
    window.check_says("You learn what helps when it gets hard.");
    window.click("List");
    window.click("Check-in about medicine, Fri 6 Nov, 4:00–4:30 PM, How the medicine works for you, Room 2, attended");
    window.check_says("Session 1 of 9");
    assert_eq!(window.harness.state().shell().week, 1);
}

#[test]
fn in_all_weeks_tab_goes_from_module_to_module_and_arrows_from_session_to_session() {
    let mut window = Window::open(&plan());
    window.click("All weeks");
    window.harness.get_by_label("Mon 2 Nov, Session 1 of 17").focus();
    window.settle();
    let focused = |window: &Window| {
        let node = window.harness.query(By::new().predicate(has_keyboard));
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    assert_eq!(focused(&window), "Mon 9 Nov, Session 3 of 17");
    window.press(Key::Enter);
    assert!(matches!(window.harness.state().shell().selection, Some(Item::Session(_))));
    assert_eq!(focused(&window), "Mon 9 Nov, Session 3 of 17");
    window.press(Key::Tab);
    window.press(Key::Tab);
    assert!(!focused(&window).contains("of 17"), "{}", focused(&window));
}

#[test]
fn in_all_weeks_a_click_on_a_tick_selects_its_session() {
    let mut window = Window::open(&plan());
    window.click("All weeks");
    let first = window.harness.get_by_label("Mon 2 Nov, Session 1 of 17").rect().center();
    let week = window.harness.ctx.content_rect().width();
    window.harness.get_by_label("Mon 2 Nov, Session 1 of 17").focus();
    window.settle();
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    let third = window.harness.get_by_label("Mon 9 Nov, Session 3 of 17").rect().center();
    window.press(Key::Escape);
    assert!(first.x < third.x && third.x < week);
    for (at, day) in [(third, 9), (first, 2)] {
        window.harness.hover_at(at);
        window.harness.drag_at(at);
        window.harness.drop_at(at);
        window.settle();
        let Some(Item::Session(id)) = window.harness.state().shell().selection else { panic!("no session") };
        let plan = window.harness.state().open_plan().unwrap().plan();
        assert_eq!(plan.session(id).unwrap().date.day(), day);
    }
}

#[test]
fn details_fold_away_and_come_back() {
    let mut window = Window::open(&plan());
    window.check_says("Select a session to see what it serves");
    window.command(Key::I);
    window.check_silent("Select a session to see what it serves");
    window.command(Key::I);
    window.check_says("Select a session to see what it serves");
}

#[test]
fn the_program_speaks_spanish() {
    let mut window = Window::open(&plan());
    window.click("Menu");
    window.click("Español");
    window.check_says("9 semanas, 5 noches, 9 h 20 min por semana");
    window.check_says("Práctica tranquila");
    window.check_says("Semana 3 de 9");
}

#[test]
fn closing_a_plan_leads_back_to_the_welcome() {
    let mut window = Window::open(&plan());
    window.command(Key::W);
    window.check_says("Plan files are not encrypted yet");
    assert!(window.harness.state().open_plan().is_none());
}

#[test]
fn in_a_tight_window_details_take_the_place_of_the_board_and_give_it_back() {
    let mut window = Window::open(&plan());
    window.harness.set_size(egui::vec2(640.0, 400.0));
    window.settle();
    window.click("List");
    window.click("Skills for strong feelings, Mon 2 Nov, 5:30–7:00 PM, Finding your wise side, Room 2, attended");
    window.check_says("What it serves");
    window.check_silent("9 weeks, 5 evenings, 9 h 20 min a week");
    window.click("Hide details");
    window.check_says("9 weeks, 5 evenings, 9 h 20 min a week");
}
