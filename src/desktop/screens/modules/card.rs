//! One module of the plan: its dose, what it serves, who is responsible, and how much of it is on the calendar.

use egui::{CornerRadius, FontId, Id, Rect, Sense, Ui, pos2, vec2};

use super::dose;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{Item, PlacedModule};
use crate::wording::screen::{dose as dose_words, family, objectives_served, on_calendar};

const HEIGHT: f32 = 66.0;

/// The card; what is selected is open for changes.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, module: &PlacedModule) {
    let item = Item::Module(module.id);
    let chosen = ctx.is_selected(item);
    let top = ui.cursor().top();
    head_ui(ctx, open, ui, module);
    if chosen {
        let indent = egui::Frame::new().inner_margin(egui::Margin { left: 18, right: 6, top: 2, bottom: 14 });
        indent.show(ui, |ui| dose::ui(ctx, open, ui, module));
        let all = Rect::from_min_max(pos2(ui.min_rect().left(), top), ui.min_rect().right_bottom());
        mark(ctx, ui, all, module);
        show_once(ui, item, all);
    }
}

fn head_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, module: &PlacedModule) {
    let (item, tokens) = (Item::Module(module.id), ctx.tokens);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, HEIGHT), Sense::hover());
    let (dosed, more) = lines(ctx, open, module);
    let name = format!("{}, {dosed}, {more}", module.name.get(ctx.language()));
    let chosen = ctx.is_selected(item);
    let response = widgets::target(ui, rect, Id::unique(("placed-head", item)), &name, chosen);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if chosen || response.hovered() {
        let fill = if chosen { tokens.chosen } else { tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    mark(ctx, ui, rect, module);
    let (left, width) = (rect.left() + 18.0, rect.width() - 28.0);
    let title = FontId::new(theme::BODY, theme::semibold());
    let title = widgets::fitted(ui.painter(), module.name.get(ctx.language()), title, tokens.ink, (width, 1));
    ui.painter().galley(pos2(left, rect.top() + 7.0), title, tokens.ink);
    let small = FontId::proportional(theme::SMALL);
    for (text, color, down) in [(&dosed, tokens.ink, 27.0), (&more, tokens.soft, 44.0)] {
        let galley = widgets::fitted(ui.painter(), text, small.clone(), color, (width, 1));
        ui.painter().galley(pos2(left, rect.top() + down), galley, color);
    }
    widgets::ring(ui, &response, tokens);
    if response.clicked() {
        ctx.send(Action::Select((!chosen).then_some(item)));
    }
}

fn lines(ctx: &ViewCtx<'_>, open: &OpenPlan, module: &PlacedModule) -> (String, String) {
    let language = ctx.language();
    let placed = open.model.modules.scheduled(module.id);
    let mut more =
        vec![on_calendar(placed, module.sessions, language), objectives_served(module.objectives.len(), language)];
    more.extend(module.responsible.as_ref().map(|staff| staff.name.clone()));
    (dose_words(module, language), crate::wording::paper::sentence_case(&more.join(" · ")))
}

fn mark(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, module: &PlacedModule) {
    let bar = Rect::from_min_size(rect.min + vec2(5.0, 9.0), vec2(4.0, rect.height() - 18.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), ctx.tokens.family(family(module.kind)));
}

/// What was just selected comes into sight, once.
fn show_once(ui: &Ui, item: Item, rect: Rect) {
    let id = Id::unique("modules-shown");
    let before = ui.data(|data| data.get_temp::<Item>(id));
    if before != Some(item) {
        ui.data_mut(|data| data.insert_temp(id, item));
        ui.scroll_to_rect(rect, None);
    }
}
