//! Lists of records: one quiet line each, which opens into its fields, and one button that adds.

use egui::{CornerRadius, FontId, Id, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::Ask;
use super::field::Form;
use crate::base::{Id as _, is_blank};
use crate::desktop::shell::Fold;
use crate::desktop::widgets::{self, Sign, Toward};
use crate::desktop::{action::Action, theme};
use crate::plan::{Edit, ListEdit, Record};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::remove;

/// A record in one line.
pub(super) struct Line {
    /// What it is called.
    pub(super) title: String,
    /// What else is worth knowing at a glance.
    pub(super) detail: String,
}

/// Height of a line; of one whose detail stands below its title.
const ROW: f32 = 38.0;
const TWO_ROWS: f32 = 56.0;
/// Left of the words, and right of them with the tip.
const SIDES: (f32, f32) = (12.0, 34.0);
/// Between title and detail.
const AIR: f32 = 10.0;

/// A list: its records as lines, the open one with its fields, and a button for one more.
pub(super) struct List<'l, T: Record> {
    /// The records.
    pub(super) records: &'l [T],
    /// The words on the button that adds one.
    pub(super) add: L,
    /// The field that gets the keyboard in a new record.
    pub(super) first: L,
    /// Makes an edit of the plan from one of the list.
    pub(super) edit: &'l dyn Fn(ListEdit<T>) -> Edit,
}

/// Shows a list.
pub(super) fn list_ui<T: Record + Clone + PartialEq>(
    form: Form<'_>,
    ui: &mut Ui,
    list: &List<'_, T>,
    blank: impl FnOnce() -> T,
    line: impl Fn(&T) -> Line,
    fields: impl Fn(&mut Ui, &mut T),
) {
    rows_ui(form, ui, list.records, list.edit, line, fields);
    if form.button(ui, list.add).clicked() {
        form.ctx.send(Action::StepDone);
        form.ctx.edit((list.edit)(ListEdit::Add(blank())));
        form.ask(Ask::Added(form.next_id(), list.first));
    }
}

/// The records of a list without its button.
pub(super) fn rows_ui<T: Record + Clone + PartialEq>(
    form: Form<'_>,
    ui: &mut Ui,
    records: &[T],
    edit: &dyn Fn(ListEdit<T>) -> Edit,
    line: impl Fn(&T) -> Line,
    fields: impl Fn(&mut Ui, &mut T),
) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for record in records {
            let removed = record_ui(form, ui, record.id().number(), &line(record), |ui| {
                let mut changed = record.clone();
                fields(ui, &mut changed);
                form.differs(record, changed, |changed| edit(ListEdit::Replace(changed)));
            });
            if removed {
                form.ctx.send(Action::StepDone);
                form.ctx.edit(edit(ListEdit::Remove(record.id())));
            }
        }
    });
}

/// One record; tells whether it is to go.
pub(super) fn record_ui(form: Form<'_>, ui: &mut Ui, number: u32, line: &Line, fields: impl FnOnce(&mut Ui)) -> bool {
    let open = form.ctx.shell.intake.row == Some(number);
    let id = Id::unique(("intake record", number));
    let removed = ui.scope_builder(UiBuilder::new().scope_id(id), |ui| {
        let removed = line_ui(form, ui, (number, open), line);
        if open {
            fields_ui(form, ui, fields);
        }
        removed
    });
    removed.inner
}

fn line_ui(form: Form<'_>, ui: &mut Ui, row: (u32, bool), line: &Line) -> bool {
    let ((number, open), tokens) = (row, form.ctx.tokens);
    let title = if is_blank(&line.title) { form.say(L::NewEntry) } else { line.title.as_str() };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let width = ui.available_width() - 34.0;
        let height = if is_one_row(ui, width, title, &line.detail) { ROW } else { TWO_ROWS };
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let name = crate::wording::screen::intake::joined(&[title, &line.detail]);
        let response = widgets::target(ui, rect, ui.scope_id().with("line"), &name, open);
        let fill = if response.hovered() { tokens.raised } else { tokens.sheet };
        ui.painter().rect(rect, CornerRadius::same(6), fill, tokens.hairline(), egui::StrokeKind::Inside);
        words_ui(form, ui, rect, (title, &line.detail, if open { Fold::Open } else { Fold::Folded }));
        form.aim_record(ui, number, response.id);
        widgets::ring(ui, &response, tokens);
        if response.clicked() {
            form.ask(Ask::Row((!open).then_some(number)));
        }
        widgets::sign(ui, tokens, Sign::Cross, &remove(title, form.ctx.language())).clicked()
    })
    .inner
}

/// Points down at the fields of an open row.
fn tip(ui: &Ui, at: egui::Pos2, fold: Fold, stroke: Stroke) {
    match fold {
        Fold::Folded => widgets::chevron(ui.painter(), at, Toward::Right, stroke),
        Fold::Open => {
            let points = vec![at + vec2(-5.5, -3.0), at + vec2(0.0, 3.0), at + vec2(5.5, -3.0)];
            ui.painter().add(egui::Shape::line(points, stroke));
        }
    }
}

fn title_font() -> FontId {
    FontId::new(theme::BODY, theme::semibold())
}

fn detail_font() -> FontId {
    FontId::proportional(theme::NAME)
}

/// Whether title and detail fit side by side.
fn is_one_row(ui: &Ui, width: f32, title: &str, detail: &str) -> bool {
    let wide =
        |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x;
    let both = wide(title, title_font()) + AIR + wide(detail, detail_font());
    is_blank(detail) || SIDES.0 + both + SIDES.1 <= width
}

fn words_ui(form: Form<'_>, ui: &Ui, rect: Rect, (title, detail, open): (&str, &str, Fold)) {
    let tokens = form.ctx.tokens;
    let (left, width) = (rect.left() + SIDES.0, rect.width() - SIDES.0 - SIDES.1);
    let title = widgets::fitted(ui.painter(), title, title_font(), tokens.ink, (width, 1));
    let detail = widgets::fitted(ui.painter(), detail, detail_font(), tokens.soft, (width, 1));
    let (first, second) = if rect.height() > ROW {
        let both = title.size().y + detail.size().y;
        let top = rect.center().y - both / 2.0;
        (pos2(left, top), pos2(left, top + title.size().y))
    } else {
        let middle = |size: egui::Vec2| rect.center().y - size.y / 2.0;
        let after = left + title.size().x + AIR;
        (pos2(left, middle(title.size())), pos2(after, middle(detail.size())))
    };
    ui.painter().galley(first, title, tokens.ink);
    ui.painter().galley(second, detail, tokens.soft);
    tip(ui, pos2(rect.right() - 16.0, rect.center().y), open, Stroke::new(1.6, tokens.soft));
}

/// The fields stand a little to the right, along a thin line.
pub(super) fn fields_ui(form: Form<'_>, ui: &mut Ui, fields: impl FnOnce(&mut Ui)) {
    let left = ui.cursor().left();
    let shown = ui.horizontal_top(|ui| {
        ui.add_space(14.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 36.0);
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.add_space(4.0);
            fields(ui);
            ui.add_space(8.0);
        });
    });
    let span = shown.response.rect.y_range().shrink(2.0);
    ui.painter().vline(left + 4.0, span, Stroke::new(2.0, form.ctx.tokens.accent));
}

/// A list of small values, each in a row of fields that is always open; what it was changed to.
pub(super) fn values_ui<T: Clone + PartialEq>(
    form: Form<'_>,
    ui: &mut Ui,
    values: &[T],
    (name, add): (L, L),
    blank: impl FnOnce() -> T,
    row: impl Fn(&mut Ui, &mut T),
) -> Option<Vec<T>> {
    let mut then = values.to_vec();
    let mut removed = None;
    for (number, value) in then.iter_mut().enumerate() {
        let builder = UiBuilder::new().id_salt(("value", form.say(add), number));
        let gone = ui.scope_builder(builder, |ui| value_ui(form, ui, (name, number), |ui| row(ui, value)));
        if gone.inner {
            removed = Some(number);
        }
    }
    if let Some(number) = removed {
        then.remove(number);
    }
    if form.button(ui, add).clicked() {
        then.push(blank());
    }
    (then != values).then_some(then)
}

fn value_ui(form: Form<'_>, ui: &mut Ui, (name, number): (L, usize), row: impl FnOnce(&mut Ui)) -> bool {
    ui.horizontal_top(|ui| {
        let size = vec2(ui.available_width() - 36.0, 0.0);
        ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::LEFT), |ui| {
            ui.set_width(size.x);
            row(ui);
        });
        ui.vertical(|ui| {
            ui.add_space(19.0);
            let name = remove(&format!("{} {}", form.say(name), number + 1), form.ctx.language());
            widgets::sign(ui, form.ctx.tokens, Sign::Cross, &name).clicked()
        })
        .inner
    })
    .inner
}
