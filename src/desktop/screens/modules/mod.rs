//! With what? The library of modules with what fits this person, and the modules of this plan.

mod card;
mod detail;
mod dose;
mod filter;
mod head;
mod library;
mod looks;
pub mod model;
mod own;
mod placed;
mod row;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::base::Slug;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets;
use crate::draft::{Basis, links, team};
use crate::plan::{Edit, ListEdit};
use crate::wording::screen::ModulesWords;
pub use looks::{Ask, Column, Filter, Looks, Outcome, Own, Sheet};

/// Library and plan stand side by side from this width on.
const BESIDE: f32 = 620.0;
/// With less height than this, everything scrolls as one.
const TALL: f32 = 430.0;
/// Between the two columns.
const GAP: f32 = 36.0;

/// The place.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let beside = ui.available_width() >= BESIDE;
    if beside && ui.available_height() >= TALL {
        head::ui(ctx, open, ui);
        columns_ui(ctx, open, ui);
        return;
    }
    ScrollArea::vertical().id_salt("modules").auto_shrink(false).show(ui, |ui| {
        head::ui(ctx, open, ui);
        one_column_ui(ctx, open, ui);
        ui.add_space(24.0);
        widgets::follow_keyboard(ui, "modules");
    });
}

fn columns_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let all = ui.available_rect_before_wrap();
    let left = ((all.width() - GAP) * 0.46).clamp(270.0, 480.0);
    let library = Rect::from_min_size(all.min, vec2(left, all.height()));
    let plan = Rect::from_min_max(pos2(all.left() + left + GAP, all.top()), all.max);
    ui.painter().vline(all.left() + left + GAP / 2.0, all.y_range(), ctx.tokens.hairline());
    ui.scope_builder(UiBuilder::new().id_salt("library").max_rect(library), |ui| {
        widgets::group(ui, ctx.say(ModulesWords::Library), egui::Role::Group, |ui| {
            library::ui(ctx, open, ui, library::Scrolls::Itself);
        });
    });
    ui.scope_builder(UiBuilder::new().id_salt("plan").max_rect(plan), |ui| {
        placed::heading_ui(ctx, ui);
        let salt = "placed";
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            placed::ui(ctx, open, ui);
            widgets::follow_keyboard(ui, salt);
        });
    });
    placed::drop_ui(ctx, open, ui, plan);
}

fn one_column_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let columns =
        [(Column::Plan, ctx.say(ModulesWords::InThisPlan)), (Column::Library, ctx.say(ModulesWords::Library))];
    let now = ctx.shell.modules.column;
    if let Some(column) = widgets::segmented(ui, ctx.tokens, ctx.say(ModulesWords::Columns), now, &columns) {
        ask(ctx, Ask::Column(column));
    }
    ui.add_space(8.0);
    match now {
        Column::Plan => placed::ui(ctx, open, ui),
        Column::Library => library::ui(ctx, open, ui, library::Scrolls::WithAll),
    }
}

/// Asks for a change of looks.
fn ask(ctx: &ViewCtx<'_>, ask: Ask) {
    ctx.send(Action::Modules(ask));
}

/// Adds a module of the library at its usual dose, linked to what it serves.
fn add(ctx: &ViewCtx<'_>, open: &OpenPlan, slug: &Slug) {
    let plan = open.plan();
    let Some(module) = ctx.catalog.modules.get(slug) else { return };
    if plan.modules.iter().any(|placed| placed.slug == *slug) {
        return;
    }
    let (links, team) = (links(plan, ctx.catalog), team(plan));
    let basis = Basis { plan, catalog: ctx.catalog, clinic: ctx.clinic(), team: &team, links: &links };
    ctx.edit(Edit::Modules(ListEdit::Add(basis.placed(module))));
}
