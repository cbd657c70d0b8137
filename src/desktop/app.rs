//! The window: draws the frame and the place, then does what was asked for, once per pass.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use egui::{Frame, Margin, Panel, Role, Ui, UiBuilder};

use super::action::{Action, Queue};
use super::command::{Command, by_weight};
use super::dialog::{Dialog, Notice};
use super::library::Library;
use super::open::OpenPlan;
use super::panes::{self, Pane};
use super::settings::{Kept, Settings};
use super::shell::{Place, Shell};
use super::view::{Room, ViewCtx};
use super::worker::{Source, Worker};
use super::world::{Owner, Picked, Purpose, World};
use super::{bar, dialog, fonts, inspector, overlay, pace, rail, screens, strip, theme, widgets};
use crate::base::is_blank;
use crate::plan::Item;
use crate::storage::Trust;
use crate::wording::screen::Label;

/// Samples that the program ships: names and texts.
pub type Samples = &'static [(&'static str, &'static str)];

/// The program with windows.
pub struct App {
    pub(super) world: Box<dyn World>,
    pub(super) worker: Worker,
    pub(super) library: Library,
    pub(super) settings: Kept,
    pub(super) shell: Shell,
    pub(super) open: Option<OpenPlan>,
    pub(super) samples: Samples,
    pub(super) queue: Queue,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Notice>,
    pub(super) asking: Option<(Purpose, Receiver<Picked>)>,
}

impl App {
    /// What goes into a window, before there is one: the welcome, or a plan that is being read from now on.
    ///
    /// # Errors
    /// When the system gives no thread for slow work.
    pub fn start(world: Box<dyn World>, samples: Samples, plan: Option<PathBuf>) -> io::Result<Self> {
        let (settings, trouble) = Kept::load(world.settings_folder());
        let library = Library::new(settings.now.catalog_folder.clone());
        let mut app = Self {
            world,
            worker: Worker::start(library.clone())?,
            library,
            shell: Shell::wished(&settings.now),
            settings,
            open: None,
            samples,
            queue: Queue::default(),
            dialog: None,
            notice: None,
            asking: None,
        };
        if let Some(error) = trouble {
            app.notice = Some(Notice::Failed(Label::SettingsUnread, error.to_string()));
        }
        app.read_library();
        if let Some(path) = plan {
            app.read(Source::File(path), Trust::Strict);
        }
        Ok(app)
    }

    /// Goes into its window.
    #[must_use]
    pub fn into_window(mut self, ctx: &egui::Context) -> Self {
        self.worker.wake(ctx);
        fonts::install(ctx);
        theme::install(ctx);
        pace::install(ctx);
        self.dress(ctx);
        self.await_first();
        self.find_left();
        self.list_plans();
        self
    }

    /// The open plan.
    pub fn open_plan(&self) -> Option<&OpenPlan> {
        self.open.as_ref()
    }

    /// The choices that are kept.
    pub fn settings(&self) -> &Settings {
        &self.settings.now
    }

    /// Where actions go.
    pub fn queue(&self) -> &Queue {
        &self.queue
    }

    /// What is shown.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// Asks for something, as a screen would.
    pub fn send(&self, action: Action) {
        self.queue.send(action);
    }

    /// Waits until all slow work is done and taken up.
    pub fn settle(&mut self) {
        while let Some(answer) = self.waited() {
            self.take(answer);
        }
    }

    fn view(&self, ctx: &egui::Context) -> ViewCtx<'_> {
        ViewCtx {
            shell: &self.shell,
            settings: &self.settings.now,
            open: self.open.as_ref(),
            catalog: self.library.catalog(),
            left_out: self.library.left_out(),
            today: self.world.today(),
            tokens: theme::tokens(ctx, self.shell.appearance),
            samples: self.samples,
            room: Room::of(ctx.content_rect().width()),
            queue: &self.queue,
        }
    }

    fn shortcuts(&self, ctx: &egui::Context) {
        if self.dialog.is_some() || self.shell.overlay.is_some() {
            return;
        }
        let writing = ctx.text_edit_focused();
        let view = self.view(ctx);
        for command in by_weight() {
            if writing && command.yields_to_text() {
                continue;
            }
            let turns = matches!(command, Command::PreviousWeek | Command::NextWeek);
            if turns && !self.arrows_turn_weeks(ctx) {
                continue;
            }
            let pressed = |keys| ctx.input_mut(|input| input.consume_shortcut(&keys));
            let keys = [Some(command.shortcut()), command.also()];
            if view.can(command) && keys.into_iter().flatten().any(pressed) {
                view.send(Action::Do(command));
            }
        }
    }

    /// Arrows alone turn weeks, unless they move the keyboard's focus from something other than a card.
    fn arrows_turn_weeks(&self, ctx: &egui::Context) -> bool {
        if ctx.input(|input| input.modifiers.any()) {
            return false;
        }
        let Some(focused) = ctx.memory(egui::Memory::focused) else { return true };
        let sessions = self.open.iter().flat_map(|open| &open.plan().sessions);
        sessions.map(|session| Item::Session(session.id)).any(|item| egui::Id::unique(("board", item)) == focused)
    }
}

/// What a window does with the program.
impl App {
    /// What comes before each pass, and instead of it while the window is hidden.
    pub fn before_pass(&mut self, ctx: &egui::Context) {
        self.take_answers();
        self.take_picked();
        self.guard_window(ctx);
        self.take_dropped(ctx);
        self.shortcuts(ctx);
        self.rest(ctx);
        overlay::return_focus(ctx);
        self.autosave(ctx);
    }

    /// Keeps the window's size for the next time.
    pub fn leave(&mut self) {
        let now = &mut self.settings.now;
        now.window = self.settings.window.unwrap_or(now.window);
        // There is no window left that could say so.
        drop(self.settings.write());
    }

    /// Draws the window, and does what was asked for; system dialogs go in front of their owner.
    pub fn pass(&mut self, ui: &mut Ui, owner: &dyn Owner) {
        theme::follow_system(ui.ctx(), self.shell.appearance);
        let view = self.view(ui.ctx());
        if self.dialog.is_some() || self.shell.overlay.is_some() {
            // What lies behind answers nothing, and says nothing where the pointer rests; it looks as before.
            ui.visuals_mut().disabled_alpha = 1.0;
            ui.disable();
        }
        name_window(&view, ui.ctx());
        match &self.open {
            Some(open) if !self.shell.home.is_shown() => plan_ui(&view, open, self.notice.as_ref(), ui),
            Some(_) | None => home_ui(&view, self.notice.as_ref(), ui),
        }
        if let Some(dialog) = &self.dialog {
            dialog::ui(&view, dialog, ui);
        } else {
            overlay::ui(&view, ui);
        }
        for action in self.queue.drain() {
            self.perform(action, ui.ctx(), owner);
        }
        self.lay_pages();
        self.look_at_fit();
        self.look_elsewhere();
        self.keep_settings(ui.ctx());
    }
}

/// The choices of whoever sits here.
impl App {
    /// Puts the chosen look, size and motion on the window.
    pub(super) fn dress(&self, ctx: &egui::Context) {
        let settings = &self.settings.now;
        theme::wear(ctx, settings.appearance);
        theme::pace(ctx, settings.motion);
        ctx.set_zoom_factor(f32::from(settings.text_percent) / 100.0);
    }

    /// Keeps what was chosen in this pass.
    fn keep_settings(&mut self, ctx: &egui::Context) {
        let now = &mut self.settings.now;
        (now.appearance, now.language, now.inspector) =
            (self.shell.appearance, self.shell.language, self.shell.inspector);
        self.settings.window = window_size(ctx).or(self.settings.window);
        if let Err(error) = self.settings.write() {
            self.notice = Some(Notice::Failed(Label::SettingsUnwritten, error.to_string()));
        }
    }
}

/// The window's size at 100 %, while it is a size that somebody gave it.
fn window_size(ctx: &egui::Context) -> Option<(u16, u16)> {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let window = input.viewport();
        let filled = window.maximized == Some(true) || window.fullscreen == Some(true);
        let size = window.inner_rect?.size() * zoom;
        if filled { None } else { whole(size.x).zip(whole(size.y)) }
    })
}

fn whole(length: f32) -> Option<u16> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is looked at first")]
    (1.0..8000.0).contains(&length).then(|| length.round() as u16)
}

/// What a screen reader calls the window.
fn name_window(view: &ViewCtx<'_>, ctx: &egui::Context) {
    let person = view.open.map_or("", |open| open.plan().person.called());
    let name = if is_blank(person) { "Throughline".to_owned() } else { format!("{person} – Throughline") };
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

/// Height of the notice.
const NOTICE: f32 = 44.0;

fn plain(view: &ViewCtx<'_>, sides: i8, ends: i8) -> Frame {
    Frame::new().fill(view.tokens.paper).inner_margin(Margin::symmetric(sides, ends))
}

fn home_ui(view: &ViewCtx<'_>, notice: Option<&Notice>, ui: &mut Ui) {
    bar_panel(view, ui);
    above_notice(view, notice, ui, |ui| {
        egui::CentralPanel::default().frame(plain(view, 0, 0)).show(ui, |ui| {
            panes::show(ui, Pane::Page, |ui| screens::home::ui(view, ui));
        });
    });
}

fn plan_ui(view: &ViewCtx<'_>, open: &OpenPlan, notice: Option<&Notice>, ui: &mut Ui) {
    bar_panel(view, ui);
    if !open.model.weeks.is_empty() {
        let panel = Panel::top("strip").exact_size(strip::height(view.room)).resizable(false).show_separator_line(true);
        panel.frame(plain(view, 24, 0)).show(ui, |ui| {
            panes::show(ui, Pane::Strip, |ui| {
                widgets::group(ui, view.say(Label::HoursByWeek), Role::Group, |ui| strip::ui(view, open, ui));
            });
        });
    }
    above_notice(view, notice, ui, |ui| work_ui(view, open, ui));
}

fn work_ui(view: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let rail = Panel::left("rail").exact_size(rail::width(view.room)).resizable(false).show_separator_line(false);
    rail.frame(plain(view, 12, 10)).show(ui, |ui| {
        panes::show(ui, Pane::Rail, |ui| {
            widgets::group(ui, view.say(Label::Places), Role::Navigation, |ui| rail::ui(view, open, ui));
        });
    });
    let details = inspector::is_shown(view);
    if details && view.room == Room::Tight {
        egui::CentralPanel::default().frame(plain(view, 12, 6)).show(ui, |ui| inspector_ui(view, open, ui));
        return;
    }
    // The place comes first, so that the keyboard and screen readers go from left to right.
    let rest = ui.available_rect_before_wrap();
    let width = if details { inspector::width(view.room) } else { 0.0 };
    let (here, beside) = rest.split_left_right_at_x(rest.right() - width);
    ui.scope_builder(UiBuilder::new().max_rect(here), |ui| place_ui(view, open, ui));
    if details {
        let panel = Panel::right("inspector").exact_size(width).resizable(false).show_separator_line(true);
        ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| {
            panel.frame(plain(view, 18, 6)).show(ui, |ui| inspector_ui(view, open, ui));
        });
    }
}

fn place_ui(view: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let frame = Frame::new().fill(view.tokens.paper).inner_margin(Margin { left: 12, right: 16, top: 14, bottom: 8 });
    let contents = |ui: &mut Ui| match view.shell.place {
        Place::Intake => screens::intake::ui(view, open, ui),
        Place::Goals => screens::goals::ui(view, open, ui),
        Place::Modules => screens::modules::ui(view, open, ui),
        Place::Schedule => screens::schedule::ui(view, open, ui),
        Place::Review => screens::review::ui(view, open, ui),
        Place::Document => screens::document::ui(view, open, ui),
    };
    egui::CentralPanel::default().frame(frame).show(ui, |ui| panes::show(ui, Pane::Page, contents));
}

fn inspector_ui(view: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    panes::show(ui, Pane::Inspector, |ui| inspector::ui(view, open, ui));
}

fn bar_panel(view: &ViewCtx<'_>, ui: &mut Ui) {
    let panel = Panel::top("bar").exact_size(bar::HEIGHT).resizable(false).show_separator_line(false);
    panel.frame(plain(view, 24, 0)).show(ui, |ui| panes::show(ui, Pane::Bar, |ui| bar::ui(view, ui)));
}

/// The notice stands at the foot, and comes last for the keyboard and screen readers.
fn above_notice(view: &ViewCtx<'_>, notice: Option<&Notice>, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let all = ui.available_rect_before_wrap();
    let height = if notice.is_some() { NOTICE } else { 0.0 };
    let (above, foot) = all.split_top_bottom_at_y(all.bottom() - height);
    ui.scope_builder(UiBuilder::new().max_rect(above), contents);
    if let Some(notice) = notice {
        ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| notice_panel(view, notice, ui));
    }
}

fn notice_panel(view: &ViewCtx<'_>, notice: &Notice, ui: &mut Ui) {
    let panel = Panel::bottom("notice").exact_size(NOTICE).resizable(false).show_separator_line(false);
    let frame = Frame::new().fill(view.tokens.raised).inner_margin(Margin::symmetric(24, 0));
    let shown = panel.frame(frame).show(ui, |ui| dialog::notice_ui(view, notice, ui));
    let live = |node: &mut egui::accesskit::Node| node.set_live(egui::accesskit::Live::Polite);
    ui.ctx().accesskit_node_builder(shown.response.id, live);
}
