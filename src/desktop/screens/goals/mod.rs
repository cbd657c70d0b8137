//! What are we working on? Needs, goals and objectives, as a list to work on or as one thread.

mod gauge;
mod goal;
mod inline;
mod links;
mod need;
mod needs;
mod objective;
pub(in crate::desktop) mod order;
pub mod page;
mod pick;
pub mod thread;
mod why;

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

pub use page::Page;

use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::draft::{goals_for_needs, needs_without_goal};
use crate::plan::{Edit, Item, apply};
use crate::wording::screen::{GoalsWords, working_on};

/// As what the goals are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Needs with their goals, to work on.
    #[default]
    Goals,
    /// One thread from needs to hours.
    Thread,
}

/// How this place is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// As what the goals are shown.
    pub look: Look,
    /// The page that was turned to.
    pub page: Option<Page>,
    /// What is searched for in the library of needs.
    pub filter: String,
    /// What is new and waits for its first words; the plan as a whole stands for the search.
    pub blank: Option<Item>,
}

/// What this place asks about its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Show the goals in another way.
    Look(Look),
    /// Turn to a page, or back to the list.
    Turn(Option<Page>),
    /// Search for this.
    Filter(String),
    /// Put the cursor where this takes its first words; `None` when that is done.
    Write(Option<Item>),
}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Look(look) => self.look = look,
            Ask::Turn(page) => {
                self.page = page;
                self.filter.clear();
            }
            Ask::Filter(filter) => self.filter = filter,
            Ask::Write(item) => self.blank = item,
        }
    }
}

/// The list and what it opens stand side by side from this width on.
const BESIDE: f32 = 660.0;
/// The library is not wider where it stands alone.
const FIRST: f32 = 720.0;
const LIST: f32 = 248.0;
const AIR: f32 = 28.0;

/// The place.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    head_ui(ctx, open, ui);
    ui.add_space(10.0);
    match ctx.shell.goals.look {
        Look::Thread => thread::ui(ctx, open, ui),
        Look::Goals => goals_ui(ctx, open, ui),
    }
}

fn head_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let plan = open.plan();
    let objectives = plan.goals.iter().map(|goal| goal.objectives.len()).sum();
    let title = match plan.needs.len() + plan.goals.len() {
        0 => ctx.say(GoalsWords::WhatBrings).to_owned(),
        _ => working_on(plan.needs.len(), plan.goals.len(), objectives, ctx.language()),
    };
    if ui.available_width() < BESIDE {
        ui.label(theme::title(title));
        ui.horizontal_wrapped(|ui| {
            look_ui(ctx, ui);
            draft_ui(ctx, open, ui);
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.label(theme::title(title));
        widgets::at_right(ui, "looks", |ui| {
            draft_ui(ctx, open, ui);
            ui.add_space(8.0);
            look_ui(ctx, ui);
        });
    });
}

fn look_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let looks = [(Look::Goals, ctx.say(GoalsWords::Goals)), (Look::Thread, ctx.say(GoalsWords::Thread))];
    let taken = widgets::segmented(ui, ctx.tokens, ctx.say(GoalsWords::Look), ctx.shell.goals.look, &looks);
    if let Some(look) = taken {
        ask(ctx, Ask::Look(look));
    }
}

/// One click fills every need that waits for a goal.
fn draft_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if needs_without_goal(open.plan(), ctx.catalog).next().is_none() {
        return;
    }
    if widgets::primary(ui, ctx.say(GoalsWords::DraftGoals), ctx.tokens).clicked() {
        let edits = goals_for_needs(open.plan(), ctx.catalog, Some(ctx.today));
        ctx.edit(Edit::Together(edits));
        ctx.send(Action::StepDone);
        if ctx.shell.goals.page == Some(Page::Library) {
            ask(ctx, Ask::Turn(None));
        }
    }
}

fn goals_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let full = ui.available_rect_before_wrap();
    if full.width() < BESIDE {
        match page::shown(&ctx.shell.goals, ctx.shell.selection, open.plan()) {
            None => needs::ui(ctx, open, ui, None),
            Some(page) => {
                back_ui(ctx, open, ui);
                page_ui(ctx, open, ui, page);
            }
        }
        return;
    }
    let page = page::shown(&ctx.shell.goals, ctx.shell.selection, open.plan()).or_else(|| page::first(open.plan()));
    if open.plan().needs.is_empty() && open.plan().goals.is_empty() {
        let first = Rect::from_min_size(full.min, full.size().min(egui::vec2(FIRST, full.height())));
        ui.scope_builder(UiBuilder::new().id_salt("page").max_rect(first), |ui| {
            if let Some(page) = page {
                page_ui(ctx, open, ui, page);
            }
        });
        return;
    }
    let list = Rect::from_min_size(full.min, vec2(LIST, full.height()));
    let rest = Rect::from_min_max(pos2(list.right() + AIR, full.top()), full.max);
    ui.painter().vline(list.right() + AIR / 2.0, full.y_range(), ctx.tokens.hairline());
    ui.scope_builder(UiBuilder::new().id_salt("list").max_rect(list), |ui| needs::ui(ctx, open, ui, page));
    ui.scope_builder(UiBuilder::new().id_salt("page").max_rect(rest), |ui| {
        if let Some(page) = page {
            page_ui(ctx, open, ui, page);
        }
    });
}

fn back_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if open.plan().needs.is_empty() && open.plan().goals.is_empty() {
        return;
    }
    if widgets::quiet(ui, ctx.say(GoalsWords::AllNeeds)).clicked() {
        ctx.send(Action::Select(None));
        ask(ctx, Ask::Turn(None));
    }
}

fn page_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, page: Page) {
    match page {
        Page::Library => pick::ui(ctx, open, ui),
        Page::Need(id) => {
            if let Some(need) = open.plan().need(id) {
                need::ui(ctx, open, ui, need);
            }
        }
        Page::Loose => goal::loose_ui(ctx, open, ui),
    }
}

fn ask(ctx: &ViewCtx<'_>, ask: Ask) {
    ctx.send(Action::Goals(ask));
}

/// Makes a change that adds something, selects what it adds and puts the cursor there.
fn add(ctx: &ViewCtx<'_>, open: &OpenPlan, edit: Edit) {
    let mut after = open.plan().clone();
    let before = after.next_id();
    if apply(&mut after, &edit).is_ok() {
        let goals = after.goals.iter();
        let objective = || after.goals.iter().flat_map(|goal| &goal.objectives).find(|one| one.id.0 >= before);
        let added = { goals }
            .find(|goal| goal.id.0 >= before)
            .map(|goal| Item::Goal(goal.id))
            .or_else(|| objective().map(|objective| Item::Objective(objective.id)))
            .or_else(|| after.needs.iter().find(|need| need.id.0 >= before).map(|need| Item::Need(need.id)));
        ctx.edit(edit);
        ctx.send(Action::StepDone);
        if let Some(item) = added {
            ctx.select(item);
            ask(ctx, Ask::Write(Some(item)));
        }
    }
}

/// Brings what was newly selected onto the screen, once.
fn reveal(ui: &Ui, item: Item, rect: Rect) {
    let id = egui::Id::unique("goals-revealed");
    if ui.data(|data| data.get_temp::<Item>(id)) != Some(item) {
        ui.scroll_to_rect(rect, None);
        ui.data_mut(|data| data.insert_temp(id, item));
    }
}
