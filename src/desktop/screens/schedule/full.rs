//! What is said of groups without a free place: those that were not offered, and those with one person too many.

use egui::{Id, RichText, Ui};

use super::draft::owed;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Fold;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::schedule::crowded_among;
use crate::wording::census::full_groups;
use crate::wording::screen::CensusWords;

/// How high the list of groups may be.
const LIST: f32 = 132.0;

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

/// A heading with the groups, told day by day where somebody asks.
fn lines_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, heading: CensusWords, color: egui::Color32, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let id = Id::unique(("full groups", heading as u8));
    let was = ui.data(|data| data.get_temp::<Fold>(id)).unwrap_or(Fold::Folded);
    ui.horizontal_wrapped(|ui| {
        let said = ui.label(theme::strong(format!("{}: {}", ctx.say(heading), lines.len())).color(color));
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        let (words, other) = match was {
            Fold::Folded => (CensusWords::ShowDays, Fold::Open),
            Fold::Open => (CensusWords::HideDays, Fold::Folded),
        };
        if widgets::quiet(ui, ctx.say(words)).clicked() {
            ui.data_mut(|data| data.insert_temp(id, other));
        }
    });
    if was == Fold::Open {
        egui::ScrollArea::vertical().id_salt(id).max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
            for line in lines {
                ui.add(egui::Label::new(RichText::new(line).color(ctx.tokens.ink)).wrap());
            }
        });
    }
    ui.add_space(4.0);
}
