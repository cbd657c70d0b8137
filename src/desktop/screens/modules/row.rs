//! One module of the library in the list: what it is, why it fits, what stands against it, and a way to add it.

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, DragAndDrop, FontId, LayerId, Order, Rect, Response, Role, Sense, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::looks::{Ask, Sheet};
use super::{add, ask};
use crate::catalog::Module;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::draft::Fit;
use crate::plan::Item;
use crate::wording::screen::{ModulesWords, add_module, family, hindrance, serves, usual_dose};

/// What a row says below its name.
struct Lines {
    dose: String,
    serves: Option<String>,
    reason: Option<String>,
    against: Option<String>,
}

impl Lines {
    fn of(ctx: &ViewCtx<'_>, open: &OpenPlan, fit: &Fit, module: &Module) -> Self {
        let language = ctx.language();
        let dose = usual_dose(module, fit.sessions, language);
        if fit.placed.is_some() {
            return Self { dose, serves: None, reason: None, against: None };
        }
        let against: Vec<String> = fit.hindrances.iter().map(|one| hindrance(one, ctx.catalog, language)).collect();
        Self {
            dose,
            serves: serves(fit, open.plan(), ctx.catalog, language),
            reason: fit.reason.as_ref().map(|reason| reason.get(language).to_owned()),
            against: (!against.is_empty()).then(|| against.join(" · ")),
        }
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        let rest = [&self.serves, &self.reason, &self.against];
        std::iter::once(self.dose.as_str()).chain(rest.into_iter().flatten().map(String::as_str))
    }
}

const NAME: f32 = 21.0;
const LINE: f32 = 17.0;
const AIR: f32 = 8.0;
/// Room for the sign that adds a module, or for the words that it is in the plan.
const SIGN: f32 = 44.0;
const IN_PLAN: f32 = 86.0;

/// The row; returns whether it is pointed at or has the keyboard.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, fit: &Fit, module: &Module) -> bool {
    let height = NAME + f32::from(count(fit)) * LINE + 2.0 * AIR;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, height), Sense::hover());
    let response = row_target(ctx, open, ui, rect, (fit, module));
    if ui.is_rect_visible(rect) {
        paint(ctx, ui, rect, &response, (fit, module, &Lines::of(ctx, open, fit, module)));
    }
    let button = sign_ui(ctx, open, ui, rect, fit, module);
    act(ctx, open, &response, fit);
    drag_ui(ctx, ui, &response, fit, module);
    let held = button.as_ref().is_some_and(|button| button.hovered() || button.has_focus());
    response.hovered() || response.has_focus() || held
}

/// Lines below the name, without laying them out: most rows are out of sight.
fn count(fit: &Fit) -> u8 {
    if fit.placed.is_some() {
        return 1;
    }
    let serves = !fit.needs.is_empty() || !fit.objectives.is_empty();
    1 + u8::from(serves) + u8::from(fit.reason.is_some()) + u8::from(!fit.hindrances.is_empty())
}

fn row_target(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, rect: Rect, what: (&Fit, &Module)) -> Response {
    let (fit, module) = what;
    let id = egui::Id::unique(("library", fit.slug.as_str()));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| {
        let lines = Lines::of(ctx, open, fit, module);
        let said: Vec<&str> = std::iter::once(module.name.get(ctx.language())).chain(lines.all()).collect();
        WidgetInfo::labeled(Role::Button, true, said.join(", "))
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

fn act(ctx: &ViewCtx<'_>, open: &OpenPlan, response: &Response, fit: &Fit) {
    if response.double_clicked() {
        add(ctx, open, &fit.slug);
    } else if response.clicked() {
        match fit.placed {
            Some(id) => ctx.select(Item::Module(id)),
            None => ask(ctx, Ask::Show(Sheet::Detail(fit.slug.clone()))),
        }
    }
}

fn paint(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, response: &Response, said: (&Fit, &Module, &Lines)) {
    let ((fit, module, lines), tokens) = (said, ctx.tokens);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.raised);
    }
    let mark = Rect::from_min_size(rect.min + vec2(4.0, AIR + 3.0), vec2(3.0, rect.height() - 2.0 * AIR - 6.0));
    ui.painter().rect_filled(mark, CornerRadius::same(1), tokens.family(family(module.kind)));
    let left = rect.left() + 16.0;
    let width = rect.right() - SIGN - left;
    let named = if fit.placed.is_some() { rect.right() - IN_PLAN - left } else { width };
    let mut top = rect.top() + AIR;
    let mut line = |text: &str, font: FontId, color: Color32, step: f32, width: f32| {
        let galley = widgets::fitted(ui.painter(), text, font, color, (width, 1));
        ui.painter().galley(pos2(left, top), galley, color);
        top += step;
    };
    let ink = if fit.placed.is_some() { tokens.soft } else { tokens.ink };
    line(module.name.get(ctx.language()), FontId::new(theme::NAME, theme::semibold()), ink, NAME, named);
    let (small, full) = (FontId::proportional(theme::SMALL), rect.right() - 10.0 - left);
    line(&lines.dose, small.clone(), tokens.soft, LINE, width);
    for text in [&lines.serves, &lines.reason].into_iter().flatten() {
        line(text, small.clone(), tokens.ink, LINE, full);
    }
    if let Some(text) = &lines.against {
        line(text, small, tokens.warning, LINE, full);
    }
    widgets::ring(ui, response, tokens);
}

/// What adds it; where it is in the plan already, that is said instead.
fn sign_ui(
    ctx: &ViewCtx<'_>,
    open: &OpenPlan,
    ui: &mut Ui,
    rect: Rect,
    fit: &Fit,
    module: &Module,
) -> Option<Response> {
    let area = Rect::from_min_size(pos2(rect.right() - 36.0, rect.top() + AIR - 2.0), vec2(28.0, 28.0));
    if fit.placed.is_some() {
        let font = FontId::proportional(theme::SMALL);
        let (at, words) = (pos2(rect.right() - 8.0, rect.top() + AIR + 2.0), ctx.say(ModulesWords::Placed));
        ui.painter().text(at, Align2::RIGHT_TOP, words, font, ctx.tokens.accent);
        return None;
    }
    let name = add_module(module.name.get(ctx.language()), ctx.language());
    let builder = UiBuilder::new().id_salt(("add", fit.slug.as_str())).max_rect(area);
    let response = widgets::sign(&mut ui.new_child(builder), ctx.tokens, widgets::Sign::Plus, &name);
    if response.clicked() {
        add(ctx, open, &fit.slug);
    }
    Some(response)
}

/// While it is dragged, its name goes with the pointer.
fn drag_ui(ctx: &ViewCtx<'_>, ui: &Ui, response: &Response, fit: &Fit, module: &Module) {
    if fit.placed.is_some() {
        return;
    }
    response.dnd_set_drag_payload(fit.slug.clone());
    let Some(at) = ui.ctx().pointer_interact_pos().filter(|_| response.dragged()) else { return };
    if !DragAndDrop::has_any_payload(ui.ctx()) {
        return;
    }
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, egui::Id::unique("dragged-module")));
    let font = FontId::new(theme::NAME, theme::semibold());
    let galley = painter.layout_no_wrap(module.name.get(ctx.language()).to_owned(), font, ctx.tokens.ink);
    let card = Rect::from_min_size(at + vec2(10.0, 6.0), galley.size() + vec2(24.0, 14.0));
    let color = ctx.tokens.family(family(module.kind));
    let stroke = egui::Stroke::new(1.5, color);
    painter.rect(card, CornerRadius::same(6), ctx.tokens.sheet, stroke, egui::StrokeKind::Inside);
    painter.galley(card.min + vec2(12.0, 7.0), galley, ctx.tokens.ink);
}
