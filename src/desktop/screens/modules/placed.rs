//! The modules of this plan in the order in which they begin, and where modules of the library can be dropped.

use egui::{CornerRadius, DragAndDrop, Id, Rect, Sense, StrokeKind, Ui, UiBuilder};

use super::{add, card, head};
use crate::base::Slug;
use crate::desktop::open::OpenPlan;
use crate::desktop::theme;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::widgets;
use crate::plan::Item;
use crate::wording::screen::ModulesWords;

/// As high as the heading of the library, so that both stand on one line.
const HEADING: f32 = 28.0;

/// The heading, where the plan has a column of its own.
pub(super) fn heading_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.set_min_height(HEADING);
        ui.label(theme::heading(ctx.say(ModulesWords::InThisPlan)));
    });
}

/// The plan's modules.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if open.plan().modules.is_empty() {
        empty_ui(ctx, open, ui);
        return;
    }
    widgets::group(ui, ctx.say(ModulesWords::InThisPlan), egui::Role::Group, |ui| {
        for id in &open.model.modules.order {
            let Some(module) = open.plan().module(*id) else { continue };
            let salt = Id::unique(("placed", Item::Module(*id)));
            ui.scope_builder(UiBuilder::new().scope_id(salt), |ui| card::ui(ctx, open, ui, module));
        }
    });
    ui.add_space(24.0);
}

fn empty_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    ui.add_space(16.0);
    let has_dates = !open.plan().segments.is_empty();
    ui.label(ctx.say(if has_dates { ModulesWords::NoModulesAdvice } else { ModulesWords::NoDatesAdvice }));
    // In a tight window it stands below the title.
    if has_dates && ctx.room != Room::Tight {
        ui.add_space(8.0);
        head::suggest_ui(ctx, open, ui);
    }
}

/// Takes a module that is dropped, and says that it may be.
pub(super) fn drop_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, area: Rect) {
    if !DragAndDrop::has_payload_of_type::<Slug>(ui.ctx()) {
        return;
    }
    let zone = ui.interact(area, Id::unique("modules-drop"), Sense::hover());
    let stroke = if zone.contains_pointer() { ctx.tokens.ring() } else { ctx.tokens.outline() };
    ui.painter().rect_stroke(area.expand2(egui::vec2(8.0, 0.0)), CornerRadius::same(8), stroke, StrokeKind::Inside);
    if let Some(slug) = zone.dnd_release_payload::<Slug>() {
        add(ctx, open, &slug);
    }
}
