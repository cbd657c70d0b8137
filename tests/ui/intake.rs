//! Who is this for: entering a person from nothing, by mouse and by keyboard.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use throughline::base::{Score, Weekday};
use throughline::desktop::screens::intake::page::Page;
use throughline::desktop::screens::intake::{Ask, Looks};
use throughline::desktop::shell::Place;
use throughline::plan::{Plan, SafetyAnswer, Standing};

use super::fixture::plan;
use super::window::Window;

fn intake(plan: &Plan) -> Window {
    let mut window = Window::open(plan);
    window.command(Key::Num1);
    window
}

impl Window {
    fn plan(&self) -> &Plan {
        self.harness.state().open_plan().unwrap().plan()
    }

    fn page(&self) -> Page {
        self.harness.state().shell().intake.page
    }

    /// Turns to a page by its name, whatever is lacking there.
    #[track_caller]
    fn turn(&mut self, page: &str) {
        self.harness.get_by_label_contains(&format!("{page}, ")).click();
        self.settle();
    }

    #[track_caller]
    fn click_role(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
        self.settle();
    }

    /// Pushes a button by keyboard, wherever it is scrolled to.
    #[track_caller]
    fn push(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).focus();
        self.settle();
        self.press(Key::Enter);
    }

    /// Writes into a field in place of what is there.
    #[track_caller]
    fn fill(&mut self, role: Role, name: &str, text: &str) {
        self.harness.get_by_role_and_label(role, name).focus();
        self.harness.run();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run();
        self.harness.get_by_role_and_label(role, name).type_text(text);
        self.settle();
    }

    /// Writes into a field of one line.
    #[track_caller]
    fn write(&mut self, name: &str, text: &str) {
        self.fill(Role::TextInput, name, text);
    }
}

#[test]
fn an_empty_plan_says_what_it_lacks_and_leads_to_the_field() {
    let mut window = intake(&Plan::default());
    window.check_says("Nobody is named yet");
    window.check_says("Still lacking");
    window.click_role(Role::Link, "birth date");
    assert!(window.harness.get_by_role_and_label(Role::TextInput, "Birth date").is_focused());
    window.write("Birth date", "3/5/1988");
    window.check_says("38 years old");
    assert_eq!(window.plan().person.birth_date, Some(date(1988, 3, 5)));
    assert!(window.harness.query_by_role_and_label(Role::Link, "birth date").is_none());
}

#[test]
fn what_is_typed_answers_the_question() {
    let mut window = intake(&Plan::default());
    window.write("Full legal name", "Anamaria Lopez-Example");
    window.write("What they want to be called", "Ana");
    window.write("Pronouns", "she/her");
    window.check_says("Ana, she/her");
}

#[test]
fn a_birth_date_in_the_future_is_refused_under_its_field() {
    let mut window = intake(&Plan::default());
    window.write("Birth date", "3/5/2031");
    window.press(Key::Tab);
    window.check_says("This date lies in the future");
    assert_eq!(window.plan().person.birth_date, None);
}

#[test]
fn a_minor_is_asked_who_consented_and_an_adult_is_not() {
    let mut window = intake(&Plan::default());
    window.check_silent("Who consented");
    window.write("Birth date", "3/5/2010");
    window.press(Key::Tab);
    window.write("On what basis, such as state law", "Parent signed");
    assert_eq!(window.plan().person.minor.as_ref().unwrap().basis, "Parent signed");
    window.push("Add a parent or guardian");
    assert!(window.harness.get_by_role_and_label(Role::TextInput, "Parent’s or guardian’s name").is_focused());
}

#[test]
fn one_click_on_a_track_brings_program_dates_and_closed_days() {
    let mut window = intake(&Plan::default());
    window.turn("Program and dates");
    window.click("Evening program, Mon–Thu, 5:30–8:50 PM");
    let segment = &window.plan().segments[0];
    assert_eq!((segment.from, segment.to), (date(2026, 11, 23), date(2027, 1, 21)));
    assert_eq!(segment.days, [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu]);
    assert_eq!(window.plan().program.phone, "(916) 555-0142");
    window.check_says("Thu 24 Dec (Christmas Eve)");
    window.write("Weeks", "3");
    assert_eq!(window.plan().segments[0].to, date(2026, 12, 10));
    assert_eq!(window.plan().leaving.expected, Some(date(2026, 12, 10)));
    window.check_silent("Christmas Eve");
}

#[test]
fn a_last_day_before_the_first_is_refused_under_its_field() {
    let mut window = intake(&plan());
    let last = window.plan().segments[0].to;
    window.turn("Program and dates");
    let row = "Intensive outpatient program, adults, Mon 2 Nov – Fri 1 Jan, 9 weeks, Mon–Thu, 4:00–8:30 PM";
    window.click(row);
    window.write("Last day", "Oct 1, 2026");
    window.press(Key::Tab);
    window.check_says("It ends before it begins");
    assert_eq!(window.plan().segments[0].to, last);
}

#[test]
fn program_times_fill_the_week_and_a_span_cannot_end_before_it_begins() {
    let mut window = intake(&plan());
    window.turn("When they can come");
    window.click("Can come at all program times");
    assert_eq!(window.plan().person.availability.len(), 4);
    assert_eq!(window.plan().person.availability[0].from.to_string(), "16:00");
    window.write("To, Monday", "3 pm");
    window.press(Key::Tab);
    window.check_says("It ends before it begins");
    assert_eq!(window.plan().person.availability[0].to.to_string(), "20:30");
    window.click("Add a time on Saturday");
    assert_eq!(window.plan().person.availability.last().unwrap().day, Weekday::Sat);
    window.click("Remove 4:00–8:30 PM, Saturday");
    assert_eq!(window.plan().person.availability.len(), 4);
}

#[test]
fn a_diagnosis_is_found_by_a_word_and_taken_by_enter() {
    let mut window = intake(&Plan::default());
    window.turn("Clinical picture");
    let field = "Add a diagnosis by code or word, such as F10.20 or alcohol";
    assert!(window.harness.get_by_role_and_label(Role::TextInput, field).is_focused());
    window.write(field, "f1020");
    window.press(Key::Enter);
    let frame = &window.plan().frame;
    assert_eq!(frame.principal_diagnosis().unwrap().code.as_str(), "F10.20");
    window.check_says("Alcohol use disorder, moderate or severe, F10.20, Principal diagnosis");
    window.write(field, "zebra");
    window.check_says("Not an ICD-10-CM code");
    window.press(Key::Enter);
    assert_eq!(window.plan().frame.diagnoses.len(), 1);
}

#[test]
fn a_score_shows_its_band_and_item_9_asks_what_was_done() {
    let mut draft = plan();
    draft.course.standing = Standing::Draft;
    let mut window = intake(&draft);
    window.turn("Scores");
    window.write("PHQ-9, 0 to 27", "16");
    window.check_says("Moderately severe");
    window.check_says("Published PHQ-9 severity bands");
    window.write("PHQ-9 item 9, 0 to 3", "1");
    window.check_says("This answer asks for action the same day");
    window.write("What was done about it", "Safety plan made with Ana");
    let result = &window.plan().course.results[0];
    assert_eq!((result.total, result.safety), (Some(Score::whole(16)), Some(SafetyAnswer::Answered(Score::whole(1)))));
    assert_eq!(result.alert_action, "Safety plan made with Ana");
    window.write("PHQ-9, 0 to 27", "40");
    window.press(Key::Tab);
    window.check_says("The measure has no such score");
    assert_eq!(window.plan().course.results[0].total, Some(Score::whole(16)));
    assert_eq!(window.plan().course.results.len(), 1);
}

#[test]
fn pages_turn_from_the_keyboard_and_the_last_leads_to_the_goals() {
    let mut window = intake(&plan());
    window.command(Key::PageDown);
    assert_eq!(window.page(), Page::OwnWords);
    let strengths = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Strengths");
    assert!(strengths.is_focused());
    strengths.type_text("I show up");
    window.settle();
    window.command(Key::PageUp);
    assert_eq!(window.page(), Page::Person);
    assert_eq!(window.plan().person.strengths, ["I show up"]);
    for _ in Page::ALL {
        window.command(Key::PageDown);
    }
    assert_eq!(window.harness.state().shell().place, Place::Goals);
}

#[test]
fn the_page_follows_the_keyboard() {
    let mut window = intake(&plan());
    window.harness.get_by_role_and_label(Role::TextInput, "Full legal name").focus();
    window.settle();
    let last = |window: &Window| window.harness.get_by_role_and_label(Role::TextInput, "Their phone").rect();
    assert!(last(&window).bottom() > 720.0);
    while !window.harness.get_by_role_and_label(Role::TextInput, "Their phone").is_focused() {
        window.press(Key::Tab);
    }
    assert!(last(&window).bottom() < 760.0, "{:?}", last(&window));
}

#[test]
fn a_list_of_choices_takes_the_keyboard_as_well() {
    let mut window = intake(&plan());
    window.turn("Safety");
    assert_eq!(window.page(), Page::Safety);
    assert!(window.harness.get_by_role_and_label(Role::ComboBox, "Risk of harm to self or others").is_focused());
}

#[test]
fn a_medication_is_added_and_removed_by_keyboard_alone() {
    let mut window = intake(&plan());
    for _ in 0..5 {
        window.command(Key::PageDown);
    }
    assert_eq!(window.page(), Page::Health);
    window.press(Key::Enter);
    window.harness.get_by_role_and_label(Role::TextInput, "Medication").type_text("Lisinopril");
    window.settle();
    assert_eq!(window.plan().frame.medications[0].name, "Lisinopril");
    window.push("Remove Lisinopril");
    assert!(window.plan().frame.medications.is_empty());
}

#[test]
fn a_page_with_a_list_begins_at_its_first_record() {
    let mut window = intake(&plan());
    window.turn("Medication and health");
    for number in 0..12 {
        window.push("Add a medication");
        let name = format!("Medicine {number}");
        window.harness.get_by_role_and_label(Role::TextInput, "Medication").type_text(&name);
        window.settle();
    }
    window.turn("Safety");
    window.turn("Medication and health");
    let first = window.harness.get_by_label("Medicine 0");
    assert!(first.is_focused());
    let heading = window.harness.get_by_role_and_label(Role::Label, "Medication and health").rect();
    assert!(heading.top() > 0.0 && heading.bottom() < first.rect().top(), "{heading:?}");
    window.press(Key::Enter);
    window.harness.get_by_role_and_label(Role::TextInput, "Medication");
}

#[test]
fn a_line_that_is_too_long_for_its_field_goes_on_below_and_stays_one_line() {
    let mut window = intake(&plan());
    let short = window.harness.get_by_role_and_label(Role::TextInput, "Pronouns").rect();
    let long = "she/her with those who know her, they/them at work and with everybody else";
    window.write("Pronouns", long);
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Pronouns");
    assert!(field.is_focused() && field.rect().height() > short.height() + 8.0, "{:?}", field.rect());
    window.press(Key::Enter);
    assert_eq!(window.plan().person.pronouns, long);
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Pronouns");
    assert!(!field.is_focused());
}

#[test]
fn every_page_stands_in_a_tight_window_and_in_spanish() {
    let mut window = intake(&plan());
    window.click("Menu");
    window.click("Español");
    for size in [egui::vec2(640.0, 400.0), egui::vec2(1920.0, 1080.0)] {
        window.harness.set_size(size);
        window.settle();
        for page in Page::ALL {
            assert_eq!(window.page(), page);
            if page != Page::Leaving {
                window.command(Key::PageDown);
            }
        }
        for _ in Page::ALL {
            window.command(Key::PageUp);
        }
    }
    window.check_says("Nombre legal completo");
}

#[test]
fn whoever_turns_pages_quickly_has_the_keyboard_on_the_last_of_them() {
    let mut looks = Looks::default();
    looks.take(Ask::Turn(Page::Safety, Page::Safety.first()));
    // The next page is asked for in the pass in which the keyboard comes to this one.
    looks.take(Ask::Turn(Page::Scores, Page::Scores.first()));
    looks.take(Ask::Arrived(Page::Safety.first()));
    assert_eq!((looks.page, looks.aim), (Page::Scores, Some(Page::Scores.first())));
    looks.take(Ask::Arrived(Page::Scores.first()));
    assert_eq!(looks.aim, None);
}
