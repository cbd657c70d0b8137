//! Every session as a row: the board's twin for screen readers, and for finding things.

use egui::{Align2, CornerRadius, FontId, Id, Rect, Sense, Ui, pos2, vec2};

use crate::desktop::open::OpenPlan;
use crate::desktop::view::{Shown, ViewCtx};
use crate::desktop::{theme, widgets};
use crate::plan::Item;
use crate::wording::screen::{family, place_of};
use crate::wording::{terms, time};

const ROW: f32 = 34.0;

/// All sessions; only rows on the screen are laid out.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let sessions = &open.plan().sessions;
    egui::ScrollArea::vertical().id_salt("list").auto_shrink(false).show_rows(ui, ROW, sessions.len(), |ui, rows| {
        let skip = rows.start;
        for (at, session) in sessions.iter().enumerate().skip(skip).take(rows.len()) {
            let Some(module) = open.plan().module(session.module) else { continue };
            let before = at.checked_sub(1).and_then(|before| sessions.get(before));
            let opens_day = before.is_none_or(|before| before.date != session.date);
            row_ui(ctx, ui, &Shown { session, module }, if opens_day { Date::Told } else { Date::Known });
        }
    });
}

#[derive(Clone, Copy)]
enum Date {
    Told,
    Known,
}

fn row_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, shown: &Shown<'_>, date: Date) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, ROW), Sense::hover());
    let item = Item::Session(shown.session.id);
    let (chosen, language) = (ctx.is_selected(item), ctx.language());
    let response = widgets::target(ui, rect, Id::unique(("list", item)), &shown.line(language), chosen);
    if chosen || response.hovered() {
        let fill = if chosen { ctx.tokens.chosen } else { ctx.tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    if let Date::Told = date {
        ui.painter().hline(rect.x_range(), rect.top(), ctx.tokens.hairline());
        cell(ctx, ui, rect, 0.0..=0.13, (&time::day(shown.session.date, language), Weight::Strong));
    }
    let swatch =
        Rect::from_center_size(pos2(rect.left() + rect.width() * 0.30 - 10.0, rect.center().y), vec2(4.0, 16.0));
    ui.painter().rect_filled(swatch, CornerRadius::same(1), ctx.tokens.family(family(shown.module.kind)));
    let span = time::span(shown.session.start, shown.session.end(), language);
    cell(ctx, ui, rect, 0.13..=0.29, (&span, Weight::Plain));
    cell(ctx, ui, rect, 0.30..=0.56, (shown.module.plain_name.get(language), Weight::Plain));
    cell(ctx, ui, rect, 0.57..=0.78, (shown.session.topic_words.get(language), Weight::Soft));
    cell(ctx, ui, rect, 0.79..=0.90, (&place_of(shown.session, language), Weight::Soft));
    cell(ctx, ui, rect, 0.91..=1.0, (terms::session_status(shown.session.status, language), Weight::Soft));
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.select(item);
    }
}

enum Weight {
    Strong,
    Plain,
    Soft,
}

fn cell(ctx: &ViewCtx<'_>, ui: &Ui, row: Rect, share: core::ops::RangeInclusive<f32>, text: (&str, Weight)) {
    let (text, weight) = text;
    let left = row.left() + 8.0 + row.width() * share.start();
    let width = row.width() * (share.end() - share.start()) - 12.0;
    let (font, ink) = match weight {
        Weight::Strong => (FontId::new(theme::NAME, theme::semibold()), ctx.tokens.ink),
        Weight::Plain => (FontId::proportional(theme::NAME), ctx.tokens.ink),
        Weight::Soft => (FontId::proportional(theme::NAME), ctx.tokens.soft),
    };
    let galley = widgets::fitted(ui.painter(), text, font, ink, (width, 1));
    let at = Align2::LEFT_CENTER.anchor_size(pos2(left, row.center().y), galley.size());
    ui.painter().galley(at.min, galley, ink);
}
