//! The few controls that the toolkit lacks or draws otherwise; each takes a value and returns what was asked.

use egui::{
    Align, Align2, Button, CornerRadius, FontId, Id, Layout, Painter, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::theme::{self, Tokens};

/// A button without a frame until it is pointed at.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let button = Button::new(text).frame_when_inactive(false);
    // In a row that wraps, a button goes to the next one before its words are broken.
    let fits = button_width(ui, text) <= ui.max_rect().width();
    ui.add(if fits { button.wrap_mode(egui::TextWrapMode::Extend) } else { button })
}

/// How wide a button with these words is.
pub fn button_width(ui: &Ui, text: &str) -> f32 {
    let words = ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(theme::BODY), egui::Color32::BLACK);
    words.size().x + ui.spacing().button_padding.x * 2.0
}

/// The one button that goes on with the work.
pub fn primary(ui: &mut Ui, text: &str, tokens: &Tokens) -> Response {
    let label = theme::strong(text).color(tokens.on_accent);
    // A border of its own color, so that it is as tall as the buttons beside it.
    let border = Stroke::new(tokens.stroke, tokens.accent);
    let response = ui.add(Button::new(label).fill(tokens.accent).stroke(border));
    ring(ui, &response, tokens);
    response
}

/// The button that ends a dialog which asks nothing, where the answers of the others are.
pub fn closing(ui: &mut Ui, text: &str, tokens: &Tokens) -> Response {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| primary(ui, text, tokens)).inner
}

/// What belongs together under one name, for those who have it read to them.
pub fn group<R>(ui: &mut Ui, name: &str, role: Role, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().id_salt(name).accessibility_label(name).accessibility_role(role);
    ui.scope_builder(builder, contents).inner
}

/// What stands at the right end of a row; the keyboard goes through it in reading order all the same.
pub fn at_right<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let (id, known) = right_end(ui, name);
    let room = ui.available_size_before_wrap().x;
    ui.add_space((room - known.unwrap_or(room / 2.0)).max(0.0));
    // In a row that wraps, the end would begin to wrap in the room that it has just given itself.
    let mut rest = ui.available_rect_before_wrap();
    if ui.layout().main_wrap() {
        rest.set_height(ui.spacing().interact_size.y);
    }
    let row = UiBuilder::new().id_salt(name).max_rect(rest).layout(Layout::left_to_right(Align::Center));
    let shown = ui.scope_builder(row, contents);
    let width = shown.response.rect.width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("now it is known how wide the end of the row is");
        // Where this pass cannot be thrown away, the next one mends it.
        ui.ctx().request_repaint();
    }
    shown.inner
}

/// The room in a row that is left before what will stand at its right end.
pub fn room_before(ui: &Ui, name: &str) -> f32 {
    let room = ui.available_width();
    let (_, known) = right_end(ui, name);
    (room - known.unwrap_or(room / 2.0) - ui.spacing().item_spacing.x).max(0.0)
}

/// How wide the right end of a row was when it was last shown.
fn right_end(ui: &Ui, name: &str) -> (Id, Option<f32>) {
    let id = ui.scope_id().with(("at right", name));
    (id, ui.data(|data| data.get_temp(id)))
}

/// At the end of what is scrolled: scrolls to the control that the keyboard came to, which the toolkit leaves to its
/// user.
pub fn follow_keyboard(ui: &Ui, name: &str) {
    let key = Id::unique(("follows the keyboard", name));
    let focused = ui.memory(egui::Memory::focused);
    let (before, is_followed) = ui.data(|data| data.get_temp::<(Option<Id>, bool)>(key)).unwrap_or((None, true));
    let is_new = focused != before;
    if is_followed && !is_new {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, (focused, !is_new)));
    if is_new {
        // One pass later: in the first one of a dialog, nothing is yet where it will be.
        ui.ctx().request_repaint();
        return;
    }
    let Some(field) = focused.and_then(|id| ui.read_response(id)) else { return };
    // What is seen outside of the part that scrolls does not belong to it, wherever its contents reach unseen.
    let is_beside = field.interact_rect.is_positive() && !ui.clip_rect().intersects(field.interact_rect);
    if is_beside {
        return;
    }
    if field.layer_id == ui.layer_id() && ui.min_rect().contains(field.rect.center()) {
        ui.scroll_to_rect(field.rect.expand(14.0), None);
    }
}

/// A choice among a few, side by side, under a name; returns another one that was clicked.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    tokens: &Tokens,
    name: &str,
    now: T,
    all: &[(T, &str)],
) -> Option<T> {
    let font = FontId::proportional(theme::NAME);
    let width = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), tokens.ink).size().x + 22.0;
    let widths: Vec<f32> = all.iter().map(|(_, text)| width(text)).collect();
    // A group takes what is left of a row that wraps, and would stand beyond its end.
    if ui.layout().main_wrap() && widths.iter().sum::<f32>() + 4.0 > ui.available_size_before_wrap().x {
        ui.end_row();
    }
    group(ui, name, Role::RadioGroup, |ui| segments(ui, tokens, now, all, &widths))
}

fn segments<T: Copy + PartialEq>(ui: &mut Ui, tokens: &Tokens, now: T, all: &[(T, &str)], widths: &[f32]) -> Option<T> {
    let mut taken = None;
    ui.spacing_mut().item_spacing.x = 0.0;
    let font = FontId::proportional(theme::NAME);
    let (frame, _) = ui.allocate_exact_size(vec2(widths.iter().sum::<f32>() + 4.0, 28.0), Sense::hover());
    ui.painter().rect(frame, CornerRadius::same(7), tokens.raised, tokens.outline(), StrokeKind::Inside);
    let mut left = frame.left() + 2.0;
    for ((value, text), &width) in all.iter().zip(widths) {
        let rect = Rect::from_min_size(pos2(left, frame.top() + 2.0), vec2(width, frame.height() - 4.0));
        left += width;
        let response = ui.interact(rect, ui.scope_id().with(("segment", *text)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), *value == now, text));
        if *value == now {
            ui.painter().rect(rect, CornerRadius::same(5), tokens.sheet, tokens.outline(), StrokeKind::Inside);
        }
        ring(ui, &response, tokens);
        let ink = if *value == now || response.hovered() { tokens.ink } else { tokens.soft };
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font.clone(), ink);
        if response.clicked() && *value != now {
            taken = Some(*value);
        }
    }
    taken
}

/// Which way an arrow points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// A button with an arrow and an accessible name.
pub fn arrow(ui: &mut Ui, tokens: &Tokens, toward: Toward, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.hovered() && ui.is_enabled() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.raised);
    }
    let ink = if ui.is_enabled() { tokens.ink } else { tokens.edge };
    chevron(ui.painter(), rect.center(), toward, Stroke::new(1.8, ink));
    ring(ui, &response, tokens);
    response.on_hover_text(name)
}

/// An arrow head.
pub fn chevron(painter: &Painter, center: egui::Pos2, toward: Toward, stroke: Stroke) {
    let reach = match toward {
        Toward::Left => 3.0,
        Toward::Right => -3.0,
    };
    let points = vec![center + vec2(reach, -5.5), center + vec2(-reach, 0.0), center + vec2(reach, 5.5)];
    painter.add(Shape::line(points, stroke));
}

/// The ring around what has the keyboard.
pub fn ring(ui: &Ui, response: &Response, tokens: &Tokens) {
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect.expand(1.0), CornerRadius::same(7), tokens.ring(), StrokeKind::Outside);
    }
}

/// Faint diagonal lines over a rectangle, in step with those of its neighbours.
pub fn hatch(painter: &Painter, rect: Rect, tokens: &Tokens) {
    const STEP: f32 = 7.0;
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let visible = painter.clip_rect();
    if !visible.is_positive() {
        return;
    }
    let first = ((visible.left() + visible.top()) / STEP).floor();
    let last = ((visible.right() + visible.bottom()) / STEP).ceil();
    let mut line = first;
    while line <= last {
        let sum = line * STEP;
        let from = pos2(sum - visible.top(), visible.top());
        let to = pos2(sum - visible.bottom(), visible.bottom());
        painter.line_segment([from, to], Stroke::new(1.0, tokens.hatch));
        line += 1.0;
    }
}

/// A rectangle that can be clicked and reached by keyboard, with a name for those who do not see it.
pub fn target(ui: &Ui, rect: Rect, id: Id, name: &str, chosen: impl Into<Option<bool>>) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    let chosen = chosen.into();
    response.widget_info(|| match chosen {
        Some(chosen) => WidgetInfo::selected(Role::Button, true, chosen, name),
        None => WidgetInfo::labeled(Role::Button, true, name),
    });
    response
}

/// Lays a text out in a width, cut off with an ellipsis after so many rows.
pub fn fitted(
    painter: &Painter,
    text: &str,
    font: FontId,
    color: egui::Color32,
    room: (f32, usize),
) -> std::sync::Arc<egui::Galley> {
    let (width, rows) = room;
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, color, width);
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    painter.layout_job(job)
}

/// What a small button shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// More.
    Plus,
    /// Less.
    Minus,
    /// Away with it.
    Cross,
    /// A step back.
    Back,
    /// A step forth again.
    Forth,
    /// Look for something.
    Lens,
}

/// A small button with a drawn sign and an accessible name.
pub fn sign(ui: &mut Ui, tokens: &Tokens, sign: Sign, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.hovered() && ui.is_enabled() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.raised);
    }
    let ink = if ui.is_enabled() { tokens.ink } else { tokens.edge };
    let (stroke, center) = (Stroke::new(1.8, ink), rect.center());
    let line = |reach: Vec2| ui.painter().line_segment([center - reach, center + reach], stroke);
    match sign {
        Sign::Plus => drop((line(vec2(6.0, 0.0)), line(vec2(0.0, 6.0)))),
        Sign::Minus => drop(line(vec2(6.0, 0.0))),
        Sign::Cross => drop((line(vec2(5.0, 5.0)), line(vec2(5.0, -5.0)))),
        Sign::Back => bent_arrow(ui.painter(), center, 1.0, stroke),
        Sign::Forth => bent_arrow(ui.painter(), center, -1.0, stroke),
        Sign::Lens => {
            ui.painter().circle_stroke(center - Vec2::splat(1.5), 5.0, stroke);
            ui.painter().line_segment([center + Vec2::splat(2.2), center + Vec2::splat(6.5)], stroke);
        }
    }
    ring(ui, &response, tokens);
    response.on_hover_text(name)
}

/// An arrow that goes back over a bend; mirrored with a side of -1.
fn bent_arrow(painter: &Painter, center: egui::Pos2, side: f32, stroke: Stroke) {
    let at = |x: f32, y: f32| center + vec2(x * side, y);
    let bend = [(-6.0, -2.0), (2.0, -2.0), (4.6, -1.2), (6.0, 1.2), (4.6, 3.8), (2.0, 4.8), (-2.0, 4.8)];
    painter.add(Shape::line(bend.map(|(x, y)| at(x, y)).to_vec(), stroke));
    painter.add(Shape::line(vec![at(-2.6, -5.6), at(-6.2, -2.0), at(-2.6, 1.6)], stroke));
}
