//! How good the calendar is: the aims in the order that the clinician gives them, each with what is known of it.

use egui::{Sense, Ui};

use super::arranged::go;
use crate::desktop::arranging::{Ask, Calendar, Wish};
use crate::desktop::open::OpenPlan;
use crate::desktop::screens::goals::order::{Row, moved};
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::schedule::engine::{Tier, TierResult};
use crate::wording::screen::ArrangingWords;
use crate::wording::timetable;

/// The aims, beside the board.
pub fn worth_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if open.plan().sessions.is_empty() || ctx.clinic().is_none() {
        return;
    }
    ui.label(theme::heading(ctx.say(ArrangingWords::HowGood)));
    let tiers = ctx.settings.tiers();
    let judged = open.arranging.judged(open.stamp());
    again_ui(ctx, open, ui, judged, &tiers);
    ui.add_space(4.0);
    let name = ctx.say(ArrangingWords::HowGood);
    let rows: Vec<Row> = widgets::group(ui, name, egui::Role::List, |ui| {
        tiers.iter().map(|tier| row_ui(ctx, ui, *tier, judged)).collect()
    });
    if let Some((at, to)) = moved(ui, ctx.tokens, &rows) {
        let mut tiers = tiers.clone();
        let tier = tiers.remove(at);
        tiers.insert(to, tier);
        go(ctx, Ask::Aims(tiers));
    }
    ui.label(theme::soft(ctx.say(ArrangingWords::OrderHint), ctx.tokens));
    ui.add_space(14.0);
}

fn row_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, tier: Tier, judged: Option<&Calendar>) -> Row {
    let language = ctx.language();
    let name = timetable::tier_name(tier, language);
    let result = judged.and_then(|calendar| calendar.tiers.iter().find(|result| result.tier == tier));
    let said = result.map(|result| timetable::tier(result, language));
    let why = judged.zip(result).map(|(calendar, result)| culprits(calendar, result, ctx)).unwrap_or_default();
    let told: Vec<&str> = [name, said.as_deref().unwrap_or(""), &why].into_iter().filter(|s| !s.is_empty()).collect();
    let builder = egui::UiBuilder::new().id_salt(("aim", tier.name())).sense(Sense::hover());
    let shown = ui.scope_builder(builder, |ui| {
        ui.set_width(ui.available_width() - 4.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.label(theme::strong(name));
        if let Some(said) = &said {
            ui.add(egui::Label::new(said).wrap().selectable(false));
        }
        if !why.is_empty() {
            ui.add(egui::Label::new(theme::soft(&why, ctx.tokens)).wrap().selectable(false));
        }
        ui.add_space(5.0);
    });
    let rect = shown.response.rect;
    let handle = ui.interact(rect, egui::Id::unique(("aim", tier.name())), Sense::click_and_drag());
    handle.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, told.join(", ")));
    widgets::ring(ui, &handle, ctx.tokens);
    Row { handle: handle.on_hover_cursor(egui::CursorIcon::Grab), rect }
}

/// What makes the value, the largest parts first, in one sentence.
fn culprits(calendar: &Calendar, result: &TierResult, ctx: &ViewCtx<'_>) -> String {
    // Days come one by one: there is nothing to point at.
    if result.tier == Tier::Days || result.value == 0 {
        return String::new();
    }
    timetable::culprits(&result.culprits, &calendar.problem, ctx.language())
}

/// Where the aims were put in another order since, or nothing is known: to look again.
fn again_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, judged: Option<&Calendar>, tiers: &[Tier]) {
    if open.arranging.is_under_way() {
        return;
    }
    let laid: Option<Vec<Tier>> = judged.map(|calendar| calendar.tiers.iter().map(|result| result.tier).collect());
    let Some(laid) = laid else {
        ui.label(theme::soft(ctx.say(ArrangingWords::NotKnown), ctx.tokens));
        if ui.button(ctx.say(ArrangingWords::Judge)).clicked() {
            go(ctx, Ask::Go(Wish::Ahead));
        }
        return;
    };
    let wanted: Vec<Tier> = tiers.iter().copied().filter(|tier| laid.contains(tier)).collect();
    if wanted != laid {
        ui.label(theme::soft(ctx.say(ArrangingWords::Reordered), ctx.tokens));
        if ui.button(ctx.say(ArrangingWords::LayAgain)).clicked() {
            go(ctx, Ask::Go(open.arranging.wish));
        }
    }
}
