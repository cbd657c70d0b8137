//! The review: scores, a week of attendance, objectives, a decision, agreement and the signature.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use throughline::base::{Date, Direction, ResultId, Score, Slug};
use throughline::desktop::shell::Place;
use throughline::history::Effect;
use throughline::plan::{
    CourseEdit, Edit, Gauge, ListEdit, MeasureResult, Need, ObjectiveEdit, PersonEdit, Plan, Review, SafetyAnswer,
    Session, SessionEdit, SessionStatus, Standing, apply,
};

use super::drafts::drafted;
use super::fixture::{TODAY, plan};
use super::window::Window;

/// A plan with three measures, a review due today and a week that nobody has marked.
fn due() -> Plan {
    let mut plan = plan();
    let objectives: Vec<_> = plan.goals.iter().flat_map(|goal| &goal.objectives).map(|one| one.id).collect();
    for (id, (slug, from, to)) in objectives.iter().zip([("phq-9", 18, 9), ("gad-7", 15, 7)]) {
        let gauge = Gauge::Score {
            measure: Slug::new(slug).unwrap(),
            name: slug.to_uppercase(),
            direction: Direction::LowerIsBetter,
            baseline: Some(Score::whole(from)),
            target: Score::whole(to),
        };
        make(&mut plan, Edit::Objective(*id, ObjectiveEdit::Gauge(gauge)));
    }
    for (slug, total) in [("phq-9", 18), ("gad-7", 15), ("pcl-5", 40)] {
        make(&mut plan, Edit::Course(CourseEdit::Result(ListEdit::Add(result(slug, total)))));
    }
    let week: Vec<_> = plan
        .sessions
        .iter()
        .filter(|s| s.date < TODAY && s.date > TODAY.saturating_sub(jiff::Span::new().days(4)))
        .map(|s| s.id)
        .collect();
    for id in week {
        make(&mut plan, Edit::Session(id, SessionEdit::Mark(SessionStatus::Planned, None, String::new())));
    }
    make(&mut plan, Edit::Course(CourseEdit::Review(ListEdit::Add(Review::ahead(TODAY)))));
    plan
}

fn make(plan: &mut Plan, edit: impl std::borrow::Borrow<Edit>) {
    apply(plan, edit.borrow()).unwrap();
}

fn result(slug: &str, total: i16) -> MeasureResult {
    MeasureResult {
        id: ResultId::default(),
        measure: Slug::new(slug).unwrap(),
        name: slug.to_uppercase(),
        version: throughline::desktop::library::catalog().measures[&Slug::new(slug).unwrap()].version.clone(),
        language: "en-US".to_owned(),
        date: jiff::civil::date(2026, 10, 1),
        total: Some(Score::whole(total)),
        safety: (slug == "phq-9").then_some(SafetyAnswer::Answered(Score::whole(0))),
        alert_action: String::new(),
        in_error: None,
        note: String::new(),
        about: None,
    }
}

/// A window that counts clicks and keys; typing scores, names and reasons is free.
struct Counted {
    window: Window,
    count: usize,
}

impl Counted {
    #[track_caller]
    fn click(&mut self, name: &str) {
        self.count += 1;
        self.window.click(name);
    }

    #[track_caller]
    fn click_starting(&mut self, start: &str) {
        self.count += 1;
        let buttons: Vec<_> = self.window.harness.query_all_by_role(egui::accesskit::Role::Button).collect();
        let named = |node: &&egui_kittest::Node<'_>| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(start))
        };
        let button = buttons.iter().find(named).unwrap_or_else(|| panic!("no button begins with {start}"));
        // Scrolling is neither a click nor a key.
        button.scroll_to_me();
        self.window.settle();
        let buttons: Vec<_> = self.window.harness.query_all_by_role(egui::accesskit::Role::Button).collect();
        buttons.iter().find(named).unwrap_or_else(|| panic!("{start} scrolled away")).click();
        self.window.settle();
    }

    fn press(&mut self, key: Key) {
        self.count += 1;
        self.window.press(key);
    }

    fn command(&mut self, key: Key) {
        self.count += 1;
        self.window.command(key);
    }

    /// Types into the field that has the keyboard.
    fn type_text(&mut self, text: &str) {
        self.window.harness.event(egui::Event::Text(text.to_owned()));
        self.window.settle();
    }

    #[track_caller]
    fn field(&mut self, name: &str) {
        self.count += 1;
        let role = egui::accesskit::Role::TextInput;
        self.window.harness.get_by_role_and_label(role, name).focus();
        self.window.settle();
    }

    /// The name of what has the keyboard.
    fn focused(&self) -> String {
        let all = self.window.harness.query_all_by_role(egui::accesskit::Role::TextInput);
        let mut focused = all.filter(egui_kittest::Node::is_focused);
        focused.next().and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    fn plan(&self) -> &Plan {
        self.window.harness.state().open_plan().unwrap().plan()
    }
}

#[test]
fn a_plan_whose_review_is_due_opens_with_it() {
    let window = Window::open(&due());
    assert_eq!(window.harness.state().shell().place, Place::Review);
    window.check_says("Review 1, due today");
    window.check_says("Due today");
}

/// The day on which the first review of [`in_effect`] is due.
const REVIEWED: Date = date(2027, 1, 18);

/// A sample of the program as it was drafted, in effect for two weeks, the second of which nobody has marked.
fn in_effect() -> Plan {
    let mut plan = drafted("depression-day");
    make(&mut plan, Edit::Course(CourseEdit::Standing(Standing::InEffect(date(2027, 1, 4)))));
    let first: Vec<_> = plan.sessions.iter().filter(|s| s.date < date(2027, 1, 11)).cloned().collect();
    for session in first {
        let attended = SessionEdit::Mark(SessionStatus::Attended, Some(session.minutes), String::new());
        make(&mut plan, Edit::Session(session.id, attended));
    }
    plan
}

/// A typical review: three scores, a week of attendance, two objectives, one module swapped, the rest rescheduled,
/// signed, and both editions exported.
#[test]
fn a_typical_review_takes_few_keys() {
    let file = Window::on(&std::rc::Rc::default(), None);
    let path = file.script.disk.plans().join("delphine.plan.ron");
    throughline::storage::write_file(&path, throughline::storage::encode(&in_effect()).unwrap().as_bytes()).unwrap();
    let mut review = Counted { window: Window::on_day(REVIEWED, &file.script.disk, &path), count: 0 };
    let measured = review.plan().course.results.len();
    // Scores: the keyboard is in the first total, and each Enter leads on.
    for _ in 0..3 {
        let total = match review.focused().split(',').next().unwrap() {
            "PHQ-9" => "9",
            "GAD-7" => "4",
            _ => "0",
        };
        review.type_text(total);
        review.press(Key::Enter);
        if review.focused().contains("item 9") {
            review.type_text("0");
            review.press(Key::Enter);
        }
    }
    assert_eq!(review.plan().course.results.len(), measured + 3);
    // A week of attendance: one was missed.
    review.command(Key::PageDown);
    review.press(Key::M);
    let all = review.window.harness.query_all_by_role(egui::accesskit::Role::Button);
    let all = all.filter_map(|node| node.accesskit_node().label()).find(|label| label.starts_with("All "));
    review.click(&all.expect("a button that marks the rest"));
    assert!(review.plan().sessions.iter().all(|s| s.date >= REVIEWED || s.status != SessionStatus::Planned));
    assert_eq!(review.plan().sessions.iter().filter(|s| s.status == SessionStatus::Missed).count(), 1);
    // Two objectives.
    review.command(Key::PageDown);
    review.press(Key::Enter);
    review.press(Key::Enter);
    assert_eq!(review.plan().course.reviews[0].notes.objectives.len(), 2);
    // Decision.
    review.command(Key::PageDown);
    review.command(Key::PageDown);
    review.click("Continue as planned");
    // One module makes room for another.
    review.command(Key::Num3);
    let before = review.plan().modules.len();
    review.field("Search the library");
    review.type_text("mindfulness practice");
    review.click_starting("Mindfulness practice group, ");
    review.click_starting("End it here: ");
    let ended = review.plan().modules.iter().find(|module| module.slug.as_str() == "mindfulness-practice");
    let ended = ended.unwrap().id;
    assert!(review.plan().sessions_of(ended).all(|session| session.status != SessionStatus::Planned));
    review.field("Search the library");
    review.command(Key::A);
    review.type_text("vocational");
    review.press(Key::Enter);
    assert_eq!(review.plan().modules.len(), before + 1);
    // The rest is rescheduled: what changes is listed, and accepted.
    review.command(Key::Num4);
    review.click("Arrange");
    review.click("Arrange what lies ahead");
    let before = review.plan().sessions.clone();
    review.window.check_says("6 sessions change; no calendar changes less");
    review.window.check_says("Vocational support: new on Fri 22 Jan, 2:15–3:00 PM");
    review.click("Accept these changes");
    assert_ne!(review.plan().sessions, before);
    let past = |sessions: &[Session]| sessions.iter().filter(|s| s.date < REVIEWED).cloned().collect::<Vec<_>>();
    assert_eq!(past(&review.plan().sessions), past(&before), "what was stays as it was");
    // Agreement.
    review.command(Key::Num5);
    review.command(Key::PageDown);
    review.window.check_says("Who agrees");
    review.command(Key::PageDown);
    review.click("Agrees");
    review.command(Key::PageDown);
    review.field("Name");
    review.type_text("Remy Delacroix");
    review.field("Why there is a new version");
    review.type_text("review of week 2");
    review.click("Sign version 1");
    let open = review.window.harness.state().open_plan().unwrap();
    assert_eq!(open.versions().len(), 1);
    assert!(matches!(open.review.effect, Effect::InEffect(_)));
    assert_eq!(open.plan().course.reviews[0].held, Some(REVIEWED));
    assert!(open.timeline().undoes().is_none(), "undo goes back beyond a signature");
    assert!(!open.timeline().is_dirty(), "what is signed is saved");
    // Both editions.
    review.command(Key::Num6);
    for (edition, name) in [("Patient", "patient.pdf"), ("Clinical", "clinical.pdf")] {
        review.click(edition);
        let pdf = review.window.script.disk.home().join(name);
        review.window.will_pick(&pdf);
        review.command(Key::E);
        assert!(pdf.exists(), "{name}");
    }
    assert_eq!(review.count, 37, "clicks and keys beside scores, names and reasons");
}

#[test]
fn an_alert_stands_against_the_signature_until_somebody_acts() {
    let mut plan = due();
    let alert = MeasureResult { safety: Some(SafetyAnswer::Answered(Score::whole(2))), ..result("phq-9", 20) };
    make(&mut plan, Edit::Course(CourseEdit::Result(ListEdit::Add(alert))));
    let mut window = Window::open(&plan);
    window.check_says("Safety alert: ");
    window.click("Sign");
    window.check_says("Safety alert: ");
    assert!(window.harness.get_by_label("Sign version 1").accesskit_node().is_disabled());
    window.click("Scores: 1 safety alert open");
    window.harness.get_by_label("What was done about it").focus();
    window.harness.run();
    window.harness.event(egui::Event::Text("Talked, safety plan read together".to_owned()));
    window.settle();
    window.press(Key::Enter);
    window.check_silent("Safety alert: ");
    let results = &window.harness.state().open_plan().unwrap().plan().course.results;
    assert_eq!(results.last().unwrap().alert_action, "Talked, safety plan read together");
}

#[test]
fn a_version_is_read_and_brought_back() {
    let mut window = Window::open(&due());
    window.click("Sign");
    for (field, text) in [("Name", "R. Vance"), ("Why there is a new version", "intake plan")] {
        window.harness.get_by_label(field).focus();
        window.harness.run();
        window.harness.event(egui::Event::Text(text.to_owned()));
        window.settle();
    }
    window.script.answers.borrow_mut().push_back(throughline::desktop::world::Picked::Cancelled);
    window.click("Sign version 1");
    window.check_says("Version 1, 19 Nov 2026, R. Vance");
    let module = window.harness.state().open_plan().unwrap().plan().modules[0].id;
    window.edit(Edit::Modules(ListEdit::Remove(module)));
    window.check_says("Draft of version 2");
    window.check_says("DBT skills: core course");
    window.click("Read version 1");
    window.check_says("Version 1, as it was signed; read only");
    window.click("Show the plan as it is now");
    window.check_silent("read only");
    window.click("Review");
    window.click("Bring version 1 back as a draft");
    assert!(window.harness.state().open_plan().unwrap().plan().module(module).is_some());
    window.check_says("Version 1, in effect since");
}

#[test]
fn a_mistyped_score_stays_visible() {
    let mut window = Window::open(&due());
    window.harness.event(egui::Event::Text("27".to_owned()));
    window.settle();
    window.check_says("27, severe, +9 since the start, reliable deterioration");
    window.press(Key::Enter);
    window.press(Key::Enter);
    let id = window.harness.state().open_plan().unwrap().plan().course.results.last().unwrap().id;
    window.edit(Edit::Course(CourseEdit::InError(id, Some("typed twice".to_owned()))));
    window.check_says("27, entered in error: typed twice");
}

#[test]
fn an_empty_review_leads_to_where_it_begins() {
    for (step, button, arrives) in [
        ("Scores", "Choose needs and goals…", "What does this person need?"),
        ("Attendance", "Lay out the calendar in Schedule…", "This plan has no dates yet"),
        ("Versions", "Sign version 1…", "Say who signs the plan off"),
    ] {
        let mut window = Window::open(&Plan::default());
        window.command(Key::Num5);
        window.click(step);
        window.click(button);
        window.check_says(arrives);
    }
}

#[test]
fn a_step_down_is_drafted_with_one_click() {
    let mut window = Window::open(&due());
    window.click("Decision");
    window.click("Step down");
    window.click("Draft from Mon 23 Nov: Outpatient care");
    let plan = window.harness.state().open_plan().unwrap().plan();
    assert_eq!(plan.segments.len(), 2);
    assert_eq!(plan.segments[1].from, jiff::civil::date(2026, 11, 23));
    assert_eq!(plan.segments[0].to, jiff::civil::date(2026, 11, 22));
}

#[test]
fn adolescents_are_asked_for_instruments_of_their_age() {
    let aged = |year: i16| {
        let mut plan = plan();
        make(&mut plan, Edit::Person(PersonEdit::BirthDate(Some(date(year, 3, 1)))));
        let need = Need { slug: Some(Slug::new("alcohol-use").unwrap()), ..plan.needs[0].clone() };
        make(&mut plan, Edit::Needs(ListEdit::Replace(need)));
        make(&mut plan, Edit::Course(CourseEdit::Review(ListEdit::Add(Review::ahead(TODAY)))));
        Window::sized(egui::vec2(1280.0, 2400.0), &plan)
    };
    let check = |window: &Window, asked: &[&str], silent: &[&str]| {
        let fields = window.harness.query_all_by_role(egui::accesskit::Role::TextInput);
        let names: Vec<String> = fields.filter_map(|node| node.accesskit_node().label()).collect();
        let is_asked = |name: &str| names.iter().any(|field| field.starts_with(&format!("{name},")));
        assert!(asked.iter().all(|name| is_asked(name)), "{names:?}");
        assert!(!silent.iter().any(|name| is_asked(name)), "{names:?}");
    };
    let (adolescent, adult) = (["CRAFFT 2.1", "PHQ-A"], ["AUDIT", "AUDIT-C", "PHQ-9"]);
    check(&aged(2011), &adolescent, &adult);
    check(&aged(1990), &adult, &adolescent);
}
