//! What is said of groups without a free place: those that were not offered, and those with one person too many.

use egui::{RichText, Ui};

use super::draft::owed;
use crate::desktop::open::OpenPlan;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::schedule::crowded_among;
use crate::wording::census::full_groups;
use crate::wording::screen::{CensusWords, and_more};

/// More groups than this are counted, and named where the pointer rests.
const NAMED: usize = 2;

/// Overfull groups always; full ones once a calendar was laid, which was not offered them, and while something has no
/// place.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(clinic) = ctx.clinic() else { return };
    let found = crowded_among(&open.model.openings, open.plan(), clinic, &open.taken, Some(ctx.today));
    if found.is_empty() {
        return;
    }
    let told = full_groups(&found, open.plan(), ctx.language());
    let is_asked = open.arranging.outcome.is_some() || owed(open) > 0;
    lines_ui(ctx, ui, CensusWords::Overfull, ctx.tokens.warning, &told.over);
    if is_asked {
        lines_ui(ctx, ui, CensusWords::NotOffered, ctx.tokens.soft, &told.full);
    }
}

fn lines_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, heading: CensusWords, color: egui::Color32, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let said = ui.label(theme::strong(ctx.say(heading)).color(color));
    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
    for line in lines.iter().take(NAMED) {
        ui.add(egui::Label::new(RichText::new(line).color(ctx.tokens.ink)).wrap());
    }
    if let Some(more) = lines.get(NAMED..).filter(|more| !more.is_empty()) {
        ui.label(theme::soft(and_more(more.len(), ctx.language()), ctx.tokens)).on_hover_text(more.join("\n"));
    }
    ui.add_space(6.0);
}
