//! Fields of a form: each takes a value and returns the change, with its label above it and what is wrong below it.

pub mod read;

use std::ops::RangeInclusive;

use egui::{ComboBox, Id, Response, RichText, TextEdit, Ui};

use super::action::Action;
use super::theme;
use super::view::ViewCtx;
use crate::base::{ClockTime, Date};
use crate::wording::census::capital;
use crate::wording::screen::{Label, Words};
use crate::wording::time;

/// How tall the room for a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// One line.
    One,
    /// One line whose label is only read aloud, because a neighbour says the same.
    Bare,
    /// So many lines.
    Many(usize),
}

/// A text in one line.
pub fn text(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, now: &str) -> Option<String> {
    free(ctx, ui, label, now, Rows::One)
}

/// A text over several lines.
pub fn paragraph(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, now: &str, rows: usize) -> Option<String> {
    free(ctx, ui, label, now, Rows::Many(rows))
}

/// A list of texts, one a line; blank lines count for nothing.
pub fn lines(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, now: &[String]) -> Option<Vec<String>> {
    let read = |text: &str| {
        let kept = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        Ok::<_, Label>(kept)
    };
    let rows = Rows::Many(now.len().clamp(2, 6));
    typed(ctx, ui, label, now.join("\n"), rows, read).filter(|lines| lines != now)
}

/// A date, or none; it is read as people write dates, and its weekday is said.
pub fn date(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, now: Option<Date>) -> Option<Option<Date>> {
    let language = ctx.language();
    let shown = now.map(|date| time::date(date, language)).unwrap_or_default();
    let read = |text: &str| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        read::date(text, ctx.today, language).map(Some).ok_or(Label::NoDate)
    };
    typed(ctx, ui, label, shown, Rows::One, read).filter(|date| *date != now)
}

/// A day that is not after today; one without a year is the last of that name.
pub fn past(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, now: Option<Date>) -> Option<Option<Date>> {
    let language = ctx.language();
    let shown = now.map(|date| time::date(date, language)).unwrap_or_default();
    let read = |text: &str| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let date = read::past(text, ctx.today, language).ok_or(Label::NoDate)?;
        if date <= ctx.today { Ok(Some(date)) } else { Err(Label::NotYet) }
    };
    typed(ctx, ui, label, shown, Rows::One, read).filter(|date| *date != now)
}

/// A time of day.
pub fn clock(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, now: ClockTime) -> Option<ClockTime> {
    let shown = time::clock(now, ctx.language());
    let read = |text: &str| read::clock(text).ok_or(Label::NoTime);
    typed(ctx, ui, label, shown, Rows::One, read).filter(|time| *time != now)
}

/// A whole number within a range, or none.
pub fn number(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    label: &str,
    now: Option<u32>,
    range: RangeInclusive<u32>,
) -> Option<Option<u32>> {
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        digits => {
            let number = digits.parse().map_err(|_not_digits| Label::NoNumber)?;
            if range.contains(&number) { Ok(Some(number)) } else { Err(Label::OutOfRange) }
        }
    };
    let shown = now.map(|number| number.to_string()).unwrap_or_default();
    typed(ctx, ui, label, shown, Rows::One, read).filter(|number| *number != now)
}

/// A text in one line that is read as something else.
pub fn read_as<T>(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    label: &str,
    shown: String,
    read: impl Fn(&str) -> Result<T, Label>,
) -> Option<T> {
    typed(ctx, ui, label, shown, Rows::One, read)
}

/// One of several.
pub fn choice<T: Copy + PartialEq>(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    label: &str,
    now: T,
    all: &[(T, &str)],
) -> Option<T> {
    let id = field_id(ui, label);
    below_label(ctx, ui, label, |ui, named| {
        let (taken, shown) = combo(ui, label, now, all);
        let button = shown.labelled_by(named);
        // Whoever gives the keyboard to the field means its button, whose id only the toolkit knows.
        if ui.memory(|memory| memory.has_focus(id)) {
            button.request_focus();
        }
        taken
    })
}

/// One of several that say by themselves what they are about: its label is only read aloud.
pub fn bare_choice<T: Copy + PartialEq>(ui: &mut Ui, label: &str, now: T, all: &[(T, &str)]) -> Option<T> {
    let (taken, shown) = combo(ui, label, now, all);
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_label(label));
    taken
}

fn combo<T: Copy + PartialEq>(ui: &mut Ui, label: &str, now: T, all: &[(T, &str)]) -> (Option<T>, Response) {
    let mut taken = now;
    let shown = all.iter().find(|(one, _)| *one == now).map_or_else(String::new, |(_, words)| capital(words));
    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(("choice", label)).selected_text(shown).width(width).truncate();
    let shown = combo.show_ui(ui, |ui| {
        // Without words it stands for what nobody chose yet, and cannot be chosen.
        for (one, words) in all.iter().filter(|(_, words)| !words.is_empty()) {
            ui.selectable_value(&mut taken, *one, capital(words));
        }
    });
    ((taken != now).then_some(taken), shown.response)
}

/// Yes or no.
pub fn tick(ui: &mut Ui, label: &str, now: bool) -> Option<bool> {
    let mut taken = now;
    ui.checkbox(&mut taken, label).changed().then_some(taken)
}

fn free(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, now: &str, rows: Rows) -> Option<String> {
    let mut text = now.to_owned();
    let id = field_id(ui, label);
    let response = below_label(ctx, ui, label, |ui, named| {
        let wraps = rows == Rows::One && is_cut(ui, &text, ui.available_width() - SIDES);
        let room = if wraps { wrapped(ui, &mut text, id) } else { room(ui, &mut text, rows, id) };
        room.labelled_by(named)
    });
    left(ctx, &response);
    (response.changed() && text != now).then_some(text)
}

/// A text that is read as something else, or is wrong; while it is typed it stays as it was typed.
pub fn typed<T, W: Words>(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    label: &str,
    shown: String,
    rows: Rows,
    read: impl Fn(&str) -> Result<T, W>,
) -> Option<T> {
    let id = field_id(ui, label);
    let kept = ui.data(|data| data.get_temp::<String>(id));
    let mut text = kept.clone().unwrap_or(shown);
    let response = match rows {
        Rows::Bare => ui.name_inputs(label, |ui| room(ui, &mut text, rows, id)),
        Rows::One | Rows::Many(_) => {
            below_label(ctx, ui, label, |ui, named| room(ui, &mut text, rows, id).labelled_by(named))
        }
    };
    left(ctx, &response);
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    let value = read(&text);
    match &value {
        Ok(_) if !response.has_focus() && kept.is_some() => ui.data_mut(|data| data.remove::<String>(id)),
        Err(wrong) if !response.has_focus() => {
            ui.label(RichText::new(ctx.say(*wrong)).size(theme::SMALL).color(ctx.tokens.error));
        }
        Ok(_) | Err(_) => {}
    }
    if response.changed() { value.ok() } else { None }
}

/// The id of the field with this label, for whoever wants to give it the keyboard.
pub fn field_id(ui: &Ui, label: &str) -> Id {
    ui.scope_id().with(("field", label))
}

fn below_label<R>(ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui, Id) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let named = ui.label(theme::soft(label, ctx.tokens));
        add(ui, named.id)
    })
    .inner
}

fn room(ui: &mut Ui, text: &mut String, rows: Rows, id: Id) -> Response {
    let edit = match rows {
        Rows::One | Rows::Bare => TextEdit::singleline(text),
        Rows::Many(rows) => TextEdit::multiline(text).desired_rows(rows),
    };
    ui.add(edit.id(id).desired_width(ui.available_width()).margin(MARGIN))
}

/// Around the text in its field.
const MARGIN: egui::Margin = egui::Margin::symmetric(8, 5);
/// The same on both sides, with the cursor after the text.
const SIDES: f32 = 18.0;

/// One line that is longer than its field goes on below; it is still one line, and Enter ends it.
fn wrapped(ui: &mut Ui, text: &mut String, id: Id) -> Response {
    let edit = TextEdit::multiline(text).desired_rows(1).return_key(None);
    let field = ui.add(edit.id(id).desired_width(ui.available_width()).margin(MARGIN));
    if field.changed() && text.contains(['\n', '\r']) {
        *text = text.split(['\n', '\r']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    }
    if field.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        field.surrender_focus();
    }
    field
}

/// Whether a line is longer than the room that it has.
fn is_cut(ui: &Ui, text: &str, room: f32) -> bool {
    let font = egui::TextStyle::Body.resolve(ui.style());
    // Short texts need not be laid out to know that.
    text.len() > 8 && ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x > room
}

/// Whoever leaves a field has made a step.
fn left(ctx: &ViewCtx<'_>, response: &Response) {
    if response.lost_focus() {
        ctx.send(Action::StepDone);
    }
}
