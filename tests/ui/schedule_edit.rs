//! Changing the calendar: by mouse, by keyboard and by form.

use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use throughline::base::{ClockTime, Minutes, Weekday};
use throughline::plan::{Edit, Plan, Session, SessionEdit, SessionStatus};
use throughline::storage::{Trust, decode};

use super::fixture::plan;
use super::window::Window;

const THERAPY: &str = "Time with your therapist, Tue 24 Nov, 5:00–5:50 PM, What this week brought, Room 2";

/// The plan, on its fourth week: the first that is all ahead.
fn fourth_week() -> Window {
    let mut window = Window::open(&plan());
    window.press(Key::ArrowRight);
    window
}

/// The evening sample, with what was kept of its calendar.
fn evenings(keep: impl Fn(&Session) -> bool) -> Window {
    let text = throughline::samples::ALL.iter().find(|(name, _)| *name == "alcohol-evening").unwrap().1;
    let mut plan = decode(text, Trust::Strict).unwrap().plan;
    plan.sessions.retain(keep);
    Window::open(&plan)
}

fn now(window: &Window) -> &Plan {
    window.harness.state().open_plan().unwrap().plan()
}

fn therapy(window: &Window) -> Session {
    let on_day = |session: &&Session| session.date.month() == 11 && (23..30).contains(&session.date.day());
    let mut mine = now(window).sessions.iter().filter(on_day);
    mine.find(|one| one.topic_words.en == "What this week brought").unwrap().clone()
}

fn time(text: &str) -> ClockTime {
    ClockTime::parse(text).unwrap()
}

#[track_caller]
fn focus(window: &mut Window, name: &str) {
    window.harness.get_by_role_and_label(Role::Button, name).focus();
    window.settle();
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.settle();
}

/// Presses on one point and moves to another, without letting go.
fn drag(window: &mut Window, from: egui::Pos2, to: egui::Pos2) {
    window.harness.hover_at(from);
    window.harness.drag_at(from);
    window.harness.run();
    for share in [0.2, 0.6, 1.0] {
        window.harness.hover_at(from + (to - from) * share);
    }
    window.harness.run();
}

fn steps(window: &Window) -> bool {
    window.harness.state().open_plan().unwrap().timeline().undoable().is_some()
}

#[test]
fn alt_and_shift_with_arrows_move_and_stretch_a_session_and_say_where_it_is() {
    let mut window = fourth_week();
    focus(&mut window, THERAPY);
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    window.check_says("Now Tue 24 Nov, 5:15–6:05 PM, 50 min");
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!((therapy(&window).start, therapy(&window).minutes), (time("17:15"), Minutes(65)));
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    window.check_says("Now Wed 25 Nov, 5:15–6:20 PM, 1 h 5 min, overlaps with Skills for strong feelings");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    window.check_says("Ana is away: Thanksgiving with her family");
    assert_eq!(window.harness.state().shell().week, 4);
}

#[test]
fn a_card_is_dragged_to_another_day_and_let_go_there() {
    let mut window = fourth_week();
    let card = window.harness.get_by_label(THERAPY).rect();
    let monday = window.harness.get_by_label("Add a session on Mon 23 Nov").rect();
    drag(&mut window, card.center(), pos2(monday.center().x, card.center().y));
    window.check_silent("Mon 23 Nov, 5:00–5:50 PM");
    assert_eq!(Weekday::of(therapy(&window).date), Weekday::Tue);
    window.harness.drop_at(pos2(monday.center().x, card.center().y));
    window.settle();
    assert_eq!((Weekday::of(therapy(&window).date), therapy(&window).start), (Weekday::Mon, time("17:00")));
}

#[test]
fn escape_takes_a_drag_back() {
    let mut window = fourth_week();
    let card = window.harness.get_by_label(THERAPY).rect();
    drag(&mut window, card.center(), card.center() + vec2(0.0, 140.0));
    window.press(Key::Escape);
    window.harness.drop_at(card.center() + vec2(0.0, 140.0));
    window.settle();
    assert_eq!(therapy(&window).start, time("17:00"));
    assert!(!steps(&window));
}

#[test]
fn the_hours_strip_shows_a_longer_session_before_it_is_let_go() {
    let mut window = fourth_week();
    let before = "Week 4, 23 – 29 Nov: 5 sessions, 6 h 5 min planned, 9 h aimed at";
    window.check_says(before);
    let card = window.harness.get_by_label(THERAPY).rect();
    let end = card.center_bottom() - vec2(0.0, 3.0);
    drag(&mut window, end, end + vec2(0.0, card.height() * 1.2));
    window.check_silent(before);
    assert_eq!(therapy(&window).minutes, Minutes(50));
    window.harness.drop_at(end + vec2(0.0, card.height() * 1.2));
    window.settle();
    assert!(therapy(&window).minutes > Minutes(80), "{:?}", therapy(&window).minutes);
}

#[test]
fn an_empty_calendar_is_drafted_in_one_step_and_a_clash_is_not_made() {
    let mut window = evenings(|_| false);
    window.check_says("Nothing is on the calendar yet");
    window.click("Draft calendar");
    assert!(now(&window).sessions.len() > 80, "{}", now(&window).sessions.len());
    assert!(window.harness.state().open_plan().unwrap().model.overlaps.is_empty());
    window.check_silent("Nothing is on the calendar yet");
}

#[test]
fn drafting_the_rest_leaves_what_stands_where_it_is() {
    let mut window = evenings(|session| session.block.is_some());
    let kept = now(&window).sessions.clone();
    window.click("Draft the rest");
    assert!(now(&window).sessions.len() > kept.len());
    assert!(kept.iter().all(|session| now(&window).session(session.id) == Some(session)));
}

#[test]
fn a_meeting_of_a_group_is_joined_in_one_click_and_left_by_moving_away() {
    let mut window = evenings(|_| false);
    let opening = |text: &str| text.starts_with("Join Open talk group, Mon 30 Nov");
    let name = window.harness.query_all_by_role(Role::Button).filter_map(|node| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node().label()
    });
    let name = { name }.find(|name| opening(name)).expect("an opening on the first evening");
    window.click(&name);
    let joined = now(&window).sessions[0].clone();
    assert!(joined.block.is_some() && joined.topic.is_some() && joined.staff.is_some());
    let card = window.harness.get_all_by_label_contains("Open talk group, Mon 30 Nov").last().unwrap();
    card.focus();
    window.settle();
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(now(&window).sessions[0].block, None);
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(now(&window).sessions[0], joined);
}

#[test]
fn keys_mean_the_session_that_was_clicked() {
    let mut window = fourth_week();
    window.click(THERAPY);
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(therapy(&window).start, time("17:15"));
}

#[test]
fn a_day_takes_a_session_by_keyboard_alone() {
    let mut window = fourth_week();
    let before = now(&window).sessions.len();
    focus(&mut window, "Add a session on Tue 24 Nov");
    window.press(Key::Enter);
    window.check_says("to place");
    window.press(Key::Enter);
    assert_eq!(now(&window).sessions.len(), before + 1);
    window.check_silent("Add a session, ");
}

#[test]
fn the_form_changes_a_session_in_one_step_and_tells_what_speaks_against_it() {
    let mut window = fourth_week();
    window.click(THERAPY);
    window.click("Edit…");
    let start = window.harness.get_by_role_and_label(Role::TextInput, "Start");
    start.focus();
    window.harness.run();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Start").type_text("4 pm");
    window.settle();
    window.check_says("Tue 24 Nov, 4:00–4:50 PM, when Ana cannot come");
    assert_eq!(therapy(&window).start, time("17:00"));
    window.click("Save");
    assert_eq!(therapy(&window).start, time("16:00"));
}

#[test]
fn a_session_is_cancelled_with_a_reason_and_planned_again() {
    let mut window = fourth_week();
    window.click(THERAPY);
    window.click("Cancel session…");
    assert!(window.harness.get_by_role_and_label(Role::TextInput, "Reason").is_focused());
    window.harness.event(egui::Event::Text("storm".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!((therapy(&window).status, therapy(&window).reason.as_str()), (SessionStatus::Cancelled, "storm"));
    window.click("Plan it again");
    assert_eq!(therapy(&window).status, SessionStatus::Planned);
}

#[test]
fn a_week_is_copied_and_what_would_overlap_is_left_out() {
    let mut window = fourth_week();
    let before = now(&window).sessions.len();
    window.click("Arrange");
    window.click("Copy this week…");
    window.check_says("None of them finds a place; 5 would overlap and are left out");
    window.click("Cancel");
    assert_eq!(now(&window).sessions.len(), before);
}

#[test]
fn a_series_is_moved_to_another_time_after_being_told() {
    let mut window = fourth_week();
    window.click(THERAPY);
    window.click("Arrange");
    window.click("Edit series…");
    window.check_says("Nothing changes yet");
    let length = window.harness.get_by_role_and_label(Role::TextInput, "Length in minutes");
    length.focus();
    window.harness.run();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Length in minutes").type_text("80");
    window.settle();
    window.check_says("6 sessions move, weeks 4–9");
    window.click("Move");
    assert_eq!(therapy(&window).minutes, Minutes(80));
}

#[test]
fn the_list_shows_only_what_is_asked_for_and_its_rows_take_keys() {
    let mut window = fourth_week();
    window.click("List");
    window.click("Status");
    let rows = |window: &Window| window.harness.query_all_by_label_contains("Room 2").count();
    assert!(rows(&window) > 5);
    let first = "Skills for strong feelings, Thu 19 Nov";
    window.check_silent(first);
    let before = now(&window).sessions.len();
    let name = "Evening for families, Thu 19 Nov, 5:30–7:00 PM, How families can help, Room 2";
    focus(&mut window, name);
    window.press(Key::Delete);
    assert_eq!(now(&window).sessions.len(), before - 1);
}

#[test]
fn a_session_that_took_place_stays_in_the_record() {
    let mut window = Window::open(&plan());
    let name = "Evening for families, Thu 19 Nov, 5:30–7:00 PM, How families can help, Room 2";
    let of_that_evening = |one: &&Session| (one.date.day(), one.date.month(), one.start) == (19, 11, time("17:30"));
    let sessions = &now(&window).sessions;
    let (id, before) = (sessions.iter().find(of_that_evening).unwrap().id, sessions.len());
    window.edit(Edit::Session(id, SessionEdit::Mark(SessionStatus::Attended, None, String::new())));
    window.settle();
    focus(&mut window, &format!("{name}, attended"));
    window.press(Key::Delete);
    assert_eq!(now(&window).sessions.len(), before);
}

#[test]
fn in_a_tight_window_the_form_stands_before_the_details() {
    let mut window = fourth_week();
    window.click(THERAPY);
    window.harness.set_size(vec2(640.0, 400.0));
    window.settle();
    window.click("Edit…");
    window.check_says("Hold it in its place when the calendar is drafted");
    window.click("Save");
    window.check_silent("Hold it in its place when the calendar is drafted");
}
