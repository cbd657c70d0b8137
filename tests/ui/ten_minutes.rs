//! From a made-up intake to printed pages in ten minutes: how many keys and clicks it takes beside typing.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use throughline::plan::Plan;

use super::window::Window;

/// Keys and clicks beside the letters that are typed; a key with Ctrl counts once.
const MOST: usize = 41;

/// Somebody at the window whose keys and clicks are counted.
struct Clinician {
    window: Window,
    strokes: usize,
}

impl Clinician {
    fn plan(&self) -> &Plan {
        self.window.harness.state().open_plan().unwrap().plan()
    }

    /// Types where the keyboard is; writing is not counted.
    fn write(&mut self, text: &str) {
        self.window.harness.event(egui::Event::Text(text.to_owned()));
        self.window.settle();
    }

    fn key(&mut self, key: Key) {
        self.strokes += 1;
        self.window.press(key);
    }

    fn command(&mut self, key: Key) {
        self.strokes += 1;
        self.window.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.window.settle();
    }

    #[track_caller]
    fn click(&mut self, role: Role, name: &str) {
        self.strokes += 1;
        let node = self.window.harness.get_by_role_and_label(role, name);
        node.scroll_to_me();
        self.window.harness.run();
        self.window.harness.get_by_role_and_label(role, name).click();
        self.window.settle();
    }

    /// Writes into a field, and clicks into it first where the keyboard is elsewhere.
    #[track_caller]
    fn fill(&mut self, name: &str, text: &str) {
        if !self.window.harness.get_by_role_and_label(Role::TextInput, name).is_focused() {
            self.click(Role::TextInput, name);
        }
        self.write(text);
    }

    /// Goes on to the field after this one and writes there.
    fn then(&mut self, text: &str) {
        self.key(Key::Tab);
        self.write(text);
    }

    #[track_caller]
    fn choose(&mut self, list: &str, choice: &str) {
        self.click(Role::ComboBox, list);
        self.strokes += 1;
        self.window.click(choice);
    }
}

fn person(at: &mut Clinician) {
    at.fill("Full legal name", "Maya Ellison-Example");
    at.then("Maya");
    at.then("she/her");
    at.then("3/5/1988");
    at.choose("Language of treatment", "English");
    at.fill("Phone", "(916) 555-0101");
    at.fill("Whom to call", "Ruth Ellison-Example");
    at.then("her sister");
    at.then("(916) 555-0102");
    at.command(Key::PageDown);
    at.write("I do not give up");
    at.then("Evenings without wine");
    at.then("Plays the fiddle");
    at.then("Plain talk");
}

fn stay(at: &mut Clinician) {
    at.command(Key::PageDown);
    at.click(Role::Button, "Evening program, Mon–Thu, 5:30–8:50 PM");
    at.command(Key::PageDown);
    at.key(Key::Enter);
}

fn picture(at: &mut Clinician) {
    at.command(Key::PageDown);
    at.write("F10.20");
    at.key(Key::Enter);
    at.write("F33.1");
    at.key(Key::Enter);
    at.click(Role::MultilineTextInput, "Why this level of care and no other");
    at.write("Weekly visits did not stop the drinking; she is safe at home");
    at.command(Key::PageDown);
    at.click(Role::Button, "None known");
    at.command(Key::PageDown);
    at.choose("Risk of harm to self or others", "Low");
    at.command(Key::PageDown);
    at.fill("AUDIT-C, 0 to 12", "8");
    at.fill("PHQ-9, 0 to 27", "16");
    at.then("0");
}

fn work(at: &mut Clinician) {
    at.command(Key::Num2);
    at.write("depression");
    at.key(Key::Enter);
    at.write("alcohol use");
    at.key(Key::Enter);
    at.click(Role::Button, "Draft goals for these needs");
    at.command(Key::Num3);
    at.key(Key::Enter);
    at.command(Key::Num4);
    at.key(Key::Enter);
}

#[test]
fn a_plan_goes_from_intake_to_paper_in_few_keys_and_clicks() {
    let mut at = Clinician { window: Window::welcome(), strokes: 0 };
    at.command(Key::N);
    person(&mut at);
    stay(&mut at);
    picture(&mut at);
    work(&mut at);
    let plan = at.plan();
    assert_eq!((plan.person.preferred_name.as_str(), plan.person.contact.phone.is_empty()), ("Maya", false));
    assert_eq!((plan.frame.diagnoses.len(), plan.course.results.len()), (2, 2));
    assert_eq!((plan.needs.len(), plan.goals.len()), (2, 2));
    assert!(plan.modules.len() > 3 && plan.sessions.len() > 40, "{} sessions", plan.sessions.len());
    at.command(Key::Num5);
    at.command(Key::P);
    let shown = at.window.script.shown.borrow();
    assert_eq!(std::fs::read(&shown[0]).unwrap()[..5], *b"%PDF-");
    assert!(at.strokes <= MOST, "{} keys and clicks", at.strokes);
}
