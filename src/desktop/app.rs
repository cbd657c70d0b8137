//! The window: draws the frame and the place, then does what was asked for, once per pass.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use egui::{Frame, Margin, Panel, Role, Ui};

use super::action::{Action, Queue};
use super::command::{Command, by_weight};
use super::dialog::{Dialog, Notice};
use super::library;
use super::open::OpenPlan;
use super::shell::{Place, Shell};
use super::view::{Room, ViewCtx};
use super::worker::{Source, Worker};
use super::world::{Picked, Purpose, World};
use super::{bar, dialog, fonts, inspector, rail, screens, strip, theme, widgets};
use crate::plan::Item;
use crate::storage::Trust;
use crate::wording::screen::Label;

/// Samples that the program ships: names and texts.
pub type Samples = &'static [(&'static str, &'static str)];

/// The program with windows.
pub struct App {
    pub(super) world: Box<dyn World>,
    pub(super) worker: Worker,
    pub(super) shell: Shell,
    pub(super) open: Option<OpenPlan>,
    pub(super) samples: Samples,
    pub(super) queue: Queue,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Notice>,
    pub(super) asking: Option<(Purpose, Receiver<Picked>)>,
}

impl App {
    /// A window with the welcome, or with a plan that is being read.
    ///
    /// # Errors
    /// When the system gives no thread for slow work.
    pub fn new(
        ctx: &egui::Context,
        world: Box<dyn World>,
        samples: Samples,
        plan: Option<PathBuf>,
    ) -> io::Result<Self> {
        fonts::install(ctx);
        theme::install(ctx);
        let app = Self {
            world,
            worker: Worker::start(ctx.clone())?,
            shell: Shell::default(),
            open: None,
            samples,
            queue: Queue::default(),
            dialog: None,
            notice: None,
            asking: None,
        };
        if let Some(path) = plan {
            app.queue.send(Action::Read(Source::File(path), Trust::Strict));
        }
        Ok(app)
    }

    /// The open plan.
    pub fn open_plan(&self) -> Option<&OpenPlan> {
        self.open.as_ref()
    }

    /// What is shown.
    pub fn shell(&self) -> &Shell {
        &self.shell
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
            open: self.open.as_ref(),
            catalog: library::catalog(),
            today: self.world.today(),
            tokens: theme::tokens(ctx, self.shell.appearance),
            samples: self.samples,
            room: Room::of(ctx.content_rect().width()),
            queue: &self.queue,
        }
    }

    fn shortcuts(&self, ctx: &egui::Context) {
        if self.dialog.is_some() || ctx.text_edit_focused() {
            return;
        }
        let view = self.view(ctx);
        for command in by_weight() {
            let Some(keys) = command.shortcut() else { continue };
            let turns = matches!(command, Command::PreviousWeek | Command::NextWeek);
            if turns && !self.arrows_turn_weeks(ctx) {
                continue;
            }
            if view.can(command) && ctx.input_mut(|input| input.consume_shortcut(&keys)) {
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

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.take_answers();
        self.take_picked();
        self.shortcuts(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let view = self.view(ui.ctx());
        match &self.open {
            Some(open) => plan_ui(&view, open, self.notice.as_ref(), ui),
            None => home_ui(&view, self.notice.as_ref(), ui),
        }
        if let Some(dialog) = &self.dialog {
            dialog::ui(&view, dialog, ui);
        }
        for action in self.queue.drain() {
            self.perform(action, ui.ctx(), frame);
        }
        self.lay_pages();
    }
}

fn plain(view: &ViewCtx<'_>, sides: i8, ends: i8) -> Frame {
    Frame::new().fill(view.tokens.paper).inner_margin(Margin::symmetric(sides, ends))
}

fn home_ui(view: &ViewCtx<'_>, notice: Option<&Notice>, ui: &mut Ui) {
    bar_panel(view, ui);
    notice_panel(view, notice, ui);
    egui::CentralPanel::default().frame(plain(view, 0, 0)).show(ui, |ui| screens::home::ui(view, ui));
}

fn plan_ui(view: &ViewCtx<'_>, open: &OpenPlan, notice: Option<&Notice>, ui: &mut Ui) {
    bar_panel(view, ui);
    if !open.model.weeks.is_empty() {
        let panel = Panel::top("strip").exact_size(strip::HEIGHT).resizable(false).show_separator_line(true);
        panel.frame(plain(view, 24, 0)).show(ui, |ui| {
            widgets::group(ui, view.say(Label::HoursByWeek), Role::Group, |ui| strip::ui(view, open, ui));
        });
    }
    notice_panel(view, notice, ui);
    let rail = Panel::left("rail").exact_size(rail::width(view.room)).resizable(false).show_separator_line(false);
    rail.frame(plain(view, 12, 10)).show(ui, |ui| {
        widgets::group(ui, view.say(Label::Places), Role::Navigation, |ui| rail::ui(view, open, ui));
    });
    let details = inspector::is_shown(view);
    if details && view.room == Room::Tight {
        egui::CentralPanel::default().frame(plain(view, 12, 6)).show(ui, |ui| inspector::ui(view, open, ui));
        return;
    }
    if details {
        let panel = Panel::right("inspector")
            .exact_size(inspector::width(view.room))
            .resizable(false)
            .show_separator_line(true);
        panel.frame(plain(view, 18, 6)).show(ui, |ui| inspector::ui(view, open, ui));
    }
    let frame = Frame::new().fill(view.tokens.paper).inner_margin(Margin { left: 12, right: 16, top: 14, bottom: 8 });
    egui::CentralPanel::default().frame(frame).show(ui, |ui| match view.shell.place {
        Place::Intake => screens::intake::ui(view, open, ui),
        Place::Goals => screens::goals::ui(view, open, ui),
        Place::Modules => screens::modules::ui(view, open, ui),
        Place::Schedule => screens::schedule::ui(view, open, ui),
        Place::Document => screens::document::ui(view, open, ui),
    });
}

fn bar_panel(view: &ViewCtx<'_>, ui: &mut Ui) {
    let panel = Panel::top("bar").exact_size(bar::HEIGHT).resizable(false).show_separator_line(false);
    panel.frame(plain(view, 24, 0)).show(ui, |ui| bar::ui(view, ui));
}

fn notice_panel(view: &ViewCtx<'_>, notice: Option<&Notice>, ui: &mut Ui) {
    let Some(notice) = notice else { return };
    let panel = Panel::bottom("notice").exact_size(44.0).resizable(false).show_separator_line(false);
    let frame = Frame::new().fill(view.tokens.raised).inner_margin(Margin::symmetric(24, 0));
    panel.frame(frame).show(ui, |ui| dialog::notice_ui(view, notice, ui));
}
