//! A window without a screen, in a made-up world.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc;
use std::time::SystemTime;

use egui_kittest::kittest::{AccessKitNode, By, NodeT as _, Queryable as _};
use egui_kittest::{Harness, LazyRenderer};
use throughline::base::{ClockTime, Date};
use throughline::desktop::action::Action;
use throughline::desktop::app::App;
use throughline::desktop::world::{Ask, Owner, Picked, World};
use throughline::plan::Plan;
use throughline::storage;

use super::fixture::{TODAY, plan};
use super::raster::Raster;

/// For [`By::predicate`].
pub(crate) fn has_keyboard(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

/// What the made-up world saw, and how its file dialogs will be answered.
#[derive(Default)]
pub(crate) struct Script {
    pub(crate) answers: RefCell<VecDeque<Picked>>,
    /// Dialogs that nobody has answered yet; from the first of them on, all go unanswered.
    pub(crate) unanswered: RefCell<Option<Vec<mpsc::Sender<Picked>>>>,
    pub(crate) asked: RefCell<Vec<Ask>>,
    pub(crate) shown: RefCell<Vec<PathBuf>>,
    /// Where settings are kept; gone with the window.
    pub(crate) settings: Option<tempfile::TempDir>,
    /// What day it is, where it is not the usual one.
    pub(crate) today: Option<Date>,
    /// The home folder and the folder for unsaved work; shared with windows that come after this one.
    pub(crate) disk: Rc<Disk>,
}

/// A made-up disk.
pub(crate) struct Disk(tempfile::TempDir);

impl Default for Disk {
    fn default() -> Self {
        Self(tempfile::tempdir().unwrap())
    }
}

impl Disk {
    /// The home folder.
    pub(crate) fn home(&self) -> PathBuf {
        self.0.path().to_path_buf()
    }

    /// Where plans are kept.
    pub(crate) fn plans(&self) -> PathBuf {
        let folder = self.home().join("Throughline plans");
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }
}

struct Fake(Rc<Script>);

impl World for Fake {
    fn today(&self) -> Date {
        self.0.today.unwrap_or(TODAY)
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn civil(&self, _moment: SystemTime) -> (Date, ClockTime) {
        (TODAY, ClockTime::parse("14:02").unwrap())
    }

    fn private_folder(&self) -> Option<PathBuf> {
        Some(self.0.disk.home().join("private"))
    }

    fn ask(&self, ask: Ask, _ctx: &egui::Context, _owner: &dyn Owner) -> mpsc::Receiver<Picked> {
        let (answer, answers) = mpsc::channel();
        if let Some(unanswered) = &mut *self.0.unanswered.borrow_mut() {
            self.0.asked.borrow_mut().push(ask);
            unanswered.push(answer);
            return answers;
        }
        let picked = self.0.answers.borrow_mut().pop_front().expect("a dialog that the test expects");
        self.0.asked.borrow_mut().push(ask);
        answer.send(picked).unwrap();
        answers
    }

    fn home(&self) -> PathBuf {
        self.0.disk.home()
    }

    fn settings_folder(&self) -> Option<PathBuf> {
        self.0.settings.as_ref().map(|folder| folder.path().to_path_buf())
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn show_file(&self, path: &Path) -> io::Result<()> {
        self.0.shown.borrow_mut().push(path.to_path_buf());
        Ok(())
    }
}

/// A window under test.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) script: Rc<Script>,
}

impl Window {
    /// The welcome, with one sample.
    pub(crate) fn welcome() -> Self {
        Self::with_sample(&plan())
    }

    /// The welcome, with the samples that the program ships.
    pub(crate) fn shipped() -> Self {
        Self::start(throughline::samples::ALL, None)
    }

    /// The welcome, with this plan as its sample.
    pub(crate) fn with_sample(plan: &Plan) -> Self {
        let text: &'static str = storage::encode(plan).unwrap().leak();
        Self::start(vec![("Ana’s evenings", text)].leak(), None)
    }

    /// A plan in a window of this size.
    pub(crate) fn sized(size: egui::Vec2, plan: &Plan) -> Self {
        let mut window = Self::open(plan);
        window.harness.set_size(size);
        window.settle();
        window
    }

    /// The sample, opened.
    pub(crate) fn open(plan: &Plan) -> Self {
        let mut window = Self::with_sample(plan);
        window.click("Ana’s evenings");
        window
    }

    /// A window that was started with a plan file.
    pub(crate) fn started_with(path: &Path) -> Self {
        Self::start(&[], Some(path.to_path_buf()))
    }

    /// The welcome, on a disk that is there already.
    pub(crate) fn on(disk: &Rc<Disk>, plan: Option<&Path>) -> Self {
        let disk = disk.clone();
        Self::start_as(
            Script { disk, ..Script::default() },
            tempfile::tempdir().unwrap(),
            &[],
            plan.map(Path::to_path_buf),
        )
    }

    /// A window that was started with a plan file on another day than the usual one.
    pub(crate) fn on_day(today: Date, disk: &Rc<Disk>, plan: &Path) -> Self {
        let script = Script { disk: disk.clone(), today: Some(today), ..Script::default() };
        Self::start_as(script, tempfile::tempdir().unwrap(), &[], Some(plan.to_path_buf()))
    }

    /// The welcome, with settings that are there already.
    pub(crate) fn with_settings(settings: tempfile::TempDir) -> Self {
        Self::start_as(Script::default(), settings, &[], None)
    }

    fn start(samples: &'static [(&'static str, &'static str)], plan: Option<PathBuf>) -> Self {
        Self::start_as(Script::default(), tempfile::tempdir().unwrap(), samples, plan)
    }

    fn start_as(
        script: Script,
        settings: tempfile::TempDir,
        samples: &'static [(&'static str, &'static str)],
        plan: Option<PathBuf>,
    ) -> Self {
        let script = Rc::new(Script { settings: Some(settings), ..script });
        let world = Box::new(Fake(script.clone()));
        let harness = Harness::builder()
            .with_size(egui::vec2(1280.0, 800.0))
            .with_max_steps(12)
            .renderer(LazyRenderer::new(Raster::default))
            .build_eframe(|cc| App::start(world, samples, plan).unwrap().into_window(&cc.egui_ctx));
        let mut window = Self { harness, script };
        window.settle();
        window
    }

    /// Makes a change as a screen would.
    pub(crate) fn edit(&mut self, edit: throughline::plan::Edit) {
        self.harness.state().queue().send(Action::Edit(Box::new(edit)));
        self.settle();
    }

    /// The next file dialog is answered with this file.
    pub(crate) fn will_pick(&self, path: impl Into<PathBuf>) {
        self.script.answers.borrow_mut().push_back(Picked::File(path.into()));
    }

    /// Lets seconds pass.
    pub(crate) fn wait(&mut self, seconds: usize) {
        self.harness.run_steps(seconds * 4);
        self.settle();
    }

    /// Lets all slow work end and be drawn.
    pub(crate) fn settle(&mut self) {
        for _ in 0..4 {
            self.harness.run();
            self.harness.state_mut().settle();
        }
        self.harness.run();
    }

    /// Clicks what can be clicked under this name.
    #[track_caller]
    pub(crate) fn click(&mut self, name: &str) {
        let nodes: Vec<_> = self.harness.query_all_by_label(name).collect();
        let node = nodes.iter().find(|node| is_control(node)).unwrap_or_else(|| panic!("nothing to click: {name}"));
        node.click();
        self.settle();
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: egui::Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key with Ctrl or Command.
    pub(crate) fn command(&mut self, key: egui::Key) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
        self.settle();
    }

    /// Whether something on the screen is named or written so, in whole or in part.
    pub(crate) fn says(&self, words: &str) -> bool {
        let holds = |text: Option<String>| text.is_some_and(|text| text.contains(words));
        let nodes = self.harness.query_all(By::new().predicate(|_| true));
        nodes.into_iter().any(|node| holds(node.accesskit_node().label()) || holds(node.accesskit_node().value()))
    }

    #[track_caller]
    pub(crate) fn check_says(&self, words: &str) {
        assert!(self.says(words), "not on the screen: {words}");
    }

    #[track_caller]
    pub(crate) fn check_silent(&self, words: &str) {
        assert!(!self.says(words), "on the screen: {words}");
    }
}

fn is_control(node: &egui_kittest::Node<'_>) -> bool {
    use egui::accesskit::Role;
    matches!(node.accesskit_node().role(), Role::Button | Role::RadioButton | Role::CheckBox | Role::TextInput)
}

impl Window {
    /// Types a path into the path dialog, in place of what is there.
    pub(crate) fn type_path(&mut self, path: &str) {
        let field = self.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Path");
        field.focus();
        self.harness.run();
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        self.harness.run();
        self.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Path").type_text(path);
        self.settle();
    }
}
