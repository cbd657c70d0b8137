//! Before a plan is open, and beside it: the plans that there are, new ones, samples, and work that a crash left.

mod census;
mod left;
mod list;
mod plans;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{CornerRadius, Rect, RichText, ScrollArea, Sense, StrokeKind, Ui, UiBuilder, pos2, vec2};

pub use census::{Pick, weeks_counted};
pub use left::{LeftRow, left_rows_ui};
pub use plans::{Plans, Row};

use crate::base::Date;
use crate::desktop::action::Action;
use crate::desktop::command::Command;
use crate::desktop::files;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::worker::Source;
use crate::desktop::{theme, widgets};
use crate::schedule::Census;
use crate::storage::{Listed, OpenError, Summary, Trouble, Trust};
use crate::wording::screen::{CensusWords, HomeWords, Label, sample};

/// What the window shows while a plan is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Front {
    /// The plan.
    #[default]
    Plan,
    /// Home.
    Home,
}

/// Whether somebody looked for what a crash left behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Looked {
    #[default]
    Never,
    Once,
}

/// What home shows of the plans of the folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// One after the other, by what falls due.
    #[default]
    Plans,
    /// Who is in which of the clinic's groups.
    Census,
}

/// How this place is looked at, and what it lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    front: Front,
    /// The plans of the plans folder.
    pub plans: Plans,
    /// What is searched for.
    pub search: String,
    /// Which of the plans found is chosen.
    pub chosen: usize,
    /// What a crash left behind.
    pub left: Vec<LeftRow>,
    /// What was set aside of it.
    pub aside: Vec<LeftRow>,
    /// What of that is about to be removed for good.
    pub removing: Option<PathBuf>,
    /// Whether that was looked for.
    looked: Looked,
    /// What is shown of the plans.
    pub view: View,
    /// Who is in which group, as counted last.
    pub census: Option<Arc<Census>>,
    /// How that is looked at.
    pub pick: Pick,
}

/// What this place asks about its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Search for this.
    Search(String),
    /// Choose one of the plans found.
    Choose(usize),
    /// Ask whether this work that was set aside is to be removed for good, or not any more.
    Removing(Option<PathBuf>),
    /// Show this of the plans.
    View(View),
    /// Show the weeks of the census from this one on.
    Weeks(usize),
    /// Show who comes to this meeting, by row and week of the census.
    Pick(Option<(usize, usize)>),
}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Search(words) => {
                self.plans.search(&words);
                (self.search, self.chosen) = (words, 0);
            }
            Ask::Removing(file) => self.removing = file,
            Ask::View(view) => self.view = view,
            Ask::Weeks(from) => self.pick.from = Some(from),
            Ask::Pick(cell) => self.pick.cell = cell,
            Ask::Choose(at) => self.chosen = at.min(self.plans.found().saturating_sub(1)),
        }
    }

    /// Whether home is shown although a plan is open.
    pub fn is_shown(&self) -> bool {
        self.front == Front::Home
    }

    /// From the open plan to home, and back.
    pub fn turn(&mut self) {
        self.front = match self.front {
            Front::Plan => Front::Home,
            Front::Home => Front::Plan,
        };
    }

    /// To the open plan.
    pub fn leave(&mut self) {
        self.front = Front::Plan;
    }

    /// Takes up the files of the plans folder.
    pub fn listed(
        &mut self,
        folder: &Path,
        result: Result<Vec<(Listed, Option<Summary>)>, Trouble>,
        today: Date,
    ) -> bool {
        let taken = self.plans.listed(folder, result, today);
        self.plans.search(&self.search);
        taken
    }

    /// Takes up what was read of plans.
    pub fn summarized(&mut self, read: Vec<(Listed, Result<Summary, OpenError>)>, today: Date) {
        self.plans.summarized(read, today);
        self.plans.search(&self.search);
    }

    /// Takes up who is in which group.
    pub fn counted(&mut self, census: Arc<Census>) {
        self.census = Some(census);
    }

    /// Takes up what a crash left behind; whether it was looked for the first time.
    pub fn found_left(&mut self, left: Vec<LeftRow>, aside: Vec<LeftRow>) -> bool {
        (self.left, self.aside, self.removing) = (left, aside, None);
        core::mem::replace(&mut self.looked, Looked::Once) == Looked::Never
    }
}

/// What a person is called, also where no name is known yet.
pub fn called<'a>(ctx: &ViewCtx<'_>, called: &'a str) -> &'a str {
    if crate::base::is_blank(called) { ctx.say(HomeWords::Unnamed) } else { called }
}

const WIDTH: f32 = 620.0;
/// From the edge of the window, as in the bar above.
const SIDE: f32 = 24.0;
const ASIDE: f32 = 268.0;
/// The same where there is room for whole names.
const WIDE_ASIDE: f32 = 338.0;

/// Home.
pub fn ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let is_first = !ctx.settings.welcomed && ctx.shell.home.plans.progress().1 == 0;
    if is_first && ctx.open.is_none() {
        welcome_ui(ctx, ui);
    } else if ctx.shell.home.view == View::Census {
        let margin = egui::Margin { left: 24, right: 24, top: 16, bottom: 8 };
        egui::CentralPanel::default().frame(egui::Frame::new().inner_margin(margin)).show(ui, |ui| census::ui(ctx, ui));
    } else if ctx.room == Room::Tight {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            inset(ui, |ui| {
                list::ui(ctx, ui, list::Height::Rows(7));
                aside_ui(ctx, ui);
            });
        });
    } else {
        // The plans come first, so that the keyboard and screen readers go from left to right.
        let rest = ui.available_rect_before_wrap();
        let aside = if rest.width() < 1200.0 { ASIDE } else { WIDE_ASIDE };
        let (here, beside) = rest.split_left_right_at_x(rest.right() - aside);
        let margin = egui::Margin { left: 24, right: 20, top: 16, bottom: 8 };
        part_ui(ui, here, margin, |ui| list::ui(ctx, ui, list::Height::All));
        let margin = egui::Margin { left: 8, right: 24, top: 20, bottom: 8 };
        part_ui(ui, beside, margin, |ui| {
            ScrollArea::vertical().id_salt("beside plans").auto_shrink(false).show(ui, |ui| aside_ui(ctx, ui));
        });
    }
}

fn part_ui(ui: &mut Ui, room: Rect, margin: egui::Margin, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(egui::UiBuilder::new().max_rect(room), |ui| {
        egui::CentralPanel::default().frame(egui::Frame::new().inner_margin(margin)).show(ui, contents);
    });
}

/// Chooses what is shown of the plans.
fn view_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let all = [(View::Plans, ctx.say(CensusWords::Plans)), (View::Census, ctx.say(CensusWords::Census))];
    let name = ctx.say(CensusWords::View);
    if let Some(view) = widgets::segmented(ui, ctx.tokens, name, ctx.shell.home.view, &all) {
        ctx.send(Action::Home(Ask::View(view)));
    }
}

/// The way back to the open plan.
fn back_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    if let Some(open) = ctx.open {
        let back = format!("{}: {}", ctx.say(HomeWords::BackToPlan), called(ctx, open.plan().person.called()));
        if ui.button(&back).clicked() {
            ctx.send(Action::Do(Command::Home));
        }
        ui.add_space(6.0);
    }
}

fn inset(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    let rect = Rect::from_min_max(rect.min + vec2(SIDE, 14.0), pos2(rect.right() - SIDE, rect.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(rect), contents);
}

/// Beside the plans: those opened lately, and the samples.
fn aside_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let recent = &ctx.settings.recent;
    if !recent.is_empty() {
        ui.label(theme::soft(ctx.say(HomeWords::Recent), ctx.tokens));
        for path in recent.iter().take(5) {
            recent_ui(ctx, ui, path);
        }
        ui.add_space(20.0);
    }
    if !ctx.samples.is_empty() {
        ui.label(theme::soft(ctx.say(HomeWords::Samples), ctx.tokens)).on_hover_text(ctx.say(HomeWords::SamplesAbout));
        for (name, text) in ctx.samples {
            let width = ui.available_width();
            if sample_ui(ctx, ui, sample(name, ctx.language()), width).clicked() {
                ctx.send(Action::Read(Source::Sample(name, text), Trust::Strict));
            }
        }
    }
    ui.add_space(20.0);
    left::aside_ui(ctx, ui);
}

fn recent_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, path: &Path) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".plan.ron").unwrap_or(&name);
    let width = ui.available_width();
    let response = sample_ui(ctx, ui, name, width).on_hover_text(path.display().to_string());
    if response.clicked() {
        ctx.send(Action::Read(Source::File(path.to_path_buf()), Trust::Strict));
    }
}

/// What to begin with, before there is anything.
fn welcome_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let side = ((ui.available_width() - WIDTH) / 2.0).max(SIDE);
        let column = Rect::from_min_size(
            pos2(ui.max_rect().left() + side, ui.cursor().top()),
            vec2(WIDTH.min(ui.available_width() - SIDE * 2.0), ui.available_height()),
        );
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| column_ui(ctx, ui));
    });
}

fn column_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.add_space((ui.available_height() * 0.08).clamp(20.0, 90.0));
    mark(ctx, ui);
    ui.add_space(18.0);
    ui.label(RichText::new(ctx.say(Label::Welcome)).font(egui::FontId::new(30.0, theme::semibold())));
    ui.add_space(6.0);
    ui.label(RichText::new(ctx.say(Label::WelcomeWhat)).size(16.0).color(ctx.tokens.soft));
    ui.add_space(20.0);
    left::section_ui(ctx, ui);
    begin_ui(ctx, ui);
    ui.add_space(24.0);
    caution_ui(ctx, ui);
    if !ctx.samples.is_empty() {
        ui.add_space(24.0);
        ui.label(theme::soft(ctx.say(Label::SamplePlans), ctx.tokens));
        ui.add_space(2.0);
        samples_ui(ctx, ui);
    }
    ui.add_space(24.0);
    left::aside_ui(ctx, ui);
    ui.add_space(32.0);
}

/// The ways to begin.
fn begin_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        if widgets::primary(ui, ctx.say(Label::NewPlan), ctx.tokens).clicked() {
            ctx.send(Action::Do(Command::New));
        }
        for command in [Command::Open, Command::Import] {
            if ui.button(ctx.say(command.label(ctx.shell))).clicked() {
                ctx.send(Action::Do(command));
            }
        }
    });
}

/// A thread through three beads: the mark of the program.
fn mark(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(64.0, 20.0), Sense::hover());
    let y = rect.center().y;
    ui.painter().hline(rect.left()..=rect.right(), y, egui::Stroke::new(2.0, ctx.tokens.accent));
    for (share, radius) in [(0.12, 4.0), (0.46, 6.0), (0.86, 8.0)] {
        let center = pos2(rect.left() + rect.width() * share, y);
        ui.painter().circle(center, radius, ctx.tokens.paper, egui::Stroke::new(2.0, ctx.tokens.accent));
    }
}

fn caution_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let left = ui.cursor().left();
    let inner = ui.scope(|ui| {
        ui.set_max_width((WIDTH - 16.0).min(ui.available_width()));
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            ui.vertical(|ui| {
                ui.label(theme::strong(ctx.say(Label::NotEncrypted)).color(ctx.tokens.warning));
                ui.label(ctx.say(Label::NotEncryptedAdvice));
                ui.label(ctx.say(HomeWords::FirstKeep));
                ui.add_space(2.0);
                if ui.button(ctx.say(HomeWords::Understood)).clicked() {
                    ctx.send(Action::File(files::Ask::Welcomed));
                }
            });
        });
    });
    let rect = inner.response.rect;
    let line = Rect::from_min_max(pos2(left, rect.top()), pos2(left + 3.0, rect.bottom()));
    ui.painter().rect_filled(line, CornerRadius::same(1), ctx.tokens.warning);
}

fn samples_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let width = ui.available_width();
    let (columns, width) = if width < 480.0 { (1, width) } else { (2, (width - 8.0) / 2.0) };
    for row in ctx.samples.chunks(columns) {
        ui.horizontal(|ui| {
            for (name, text) in row {
                if sample_ui(ctx, ui, sample(name, ctx.language()), width).clicked() {
                    ctx.send(Action::Read(Source::Sample(name, text), Trust::Strict));
                }
            }
        });
    }
}

fn sample_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, name: &str, width: f32) -> egui::Response {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 40.0), Sense::hover());
    let response = widgets::target(ui, rect, ui.scope_id().with(("sample", name)), name, None);
    let fill = if response.hovered() { ctx.tokens.raised } else { ctx.tokens.sheet };
    ui.painter().rect(rect, CornerRadius::same(8), fill, ctx.tokens.hairline(), StrokeKind::Inside);
    let font = egui::FontId::proportional(theme::BODY);
    let galley = widgets::fitted(ui.painter(), name, font, ctx.tokens.ink, (rect.width() - 44.0, 1));
    ui.painter().galley(pos2(rect.left() + 14.0, rect.center().y - galley.size().y / 2.0), galley, ctx.tokens.ink);
    let tip = pos2(rect.right() - 16.0, rect.center().y);
    widgets::chevron(ui.painter(), tip, widgets::Toward::Right, egui::Stroke::new(1.6, ctx.tokens.accent));
    widgets::ring(ui, &response, ctx.tokens);
    response
}
