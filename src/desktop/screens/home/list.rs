//! The plans of the plans folder, as rows that can be searched, walked with the arrow keys and opened.

use egui::{CornerRadius, FontId, Key, Rect, Response, RichText, ScrollArea, Sense, TextEdit, Ui};
use egui::{pos2, vec2};

use super::plans::{Row, dues, minutes, week_now};
use super::{Ask, back_ui, begin_ui, called, caution_ui, left, view_ui};
use crate::base::{Date, Language, is_blank};
use crate::desktop::action::Action;
use crate::desktop::files;
use crate::desktop::view::ViewCtx;
use crate::desktop::worker::Source;
use crate::desktop::{theme, widgets};
use crate::storage::{Summary, Trust};
use crate::wording::screen::{
    HomeWords, due_words, folder_unread, hours_a_week, in_folder, last_day, more_overdue, not_listed, plan_count,
    standing_short, week_now as week_words,
};

/// How tall the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Height {
    /// As tall as the room allows.
    All,
    /// At most so many rows.
    Rows(u8),
}

const WIDE: f32 = 620.0;
/// How much of a row its names have.
const NAME: f32 = 0.31;

/// Everything about the plans of the folder.
pub(super) fn ui(ctx: &ViewCtx<'_>, ui: &mut Ui, height: Height) {
    back_ui(ctx, ui);
    head_ui(ctx, ui);
    ui.add_space(8.0);
    if !ctx.settings.welcomed {
        caution_ui(ctx, ui);
        ui.add_space(14.0);
    }
    left::section_ui(ctx, ui);
    let plans = &ctx.shell.home.plans;
    if let Some(trouble) = &plans.trouble {
        let why = folder_unread(trouble, ctx.language());
        ui.label(RichText::new(why).color(ctx.tokens.error));
    } else if plans.progress().1 == 0 {
        ui.add_space(20.0);
        ui.label(theme::heading(ctx.say(HomeWords::NoPlansYet)));
        ui.add_space(20.0);
    } else {
        search_ui(ctx, ui);
        ui.add_space(6.0);
        rows_ui(ctx, ui, height);
    }
}

fn head_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let language = ctx.language();
    ui.horizontal_wrapped(|ui| {
        if ctx.shell.home.plans.progress().1 > 0 {
            // It says already that these are the plans.
            view_ui(ctx, ui);
        } else {
            ui.label(theme::title(ctx.say(HomeWords::Plans)));
        }
        ui.add_space(12.0);
        begin_ui(ctx, ui);
    });
    let plans = &ctx.shell.home.plans;
    let (read, of) = plans.progress();
    ui.horizontal_wrapped(|ui| {
        let told = format!("{} {}", plan_count(read, of, language), in_folder(&folder(ctx), language));
        ui.label(theme::soft(told, ctx.tokens));
        if ui.add(egui::Button::new(theme::soft(ctx.say(HomeWords::ChangeFolder), ctx.tokens)).frame(false)).clicked() {
            ctx.send(Action::File(files::Ask::ChooseFolder));
        }
    });
}

fn folder(ctx: &ViewCtx<'_>) -> String {
    ctx.shell.home.plans.folder.display().to_string()
}

fn search_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let looks = &ctx.shell.home;
    let mut words = looks.search.clone();
    let field = ui
        .horizontal(|ui| {
            let named = ui.label(theme::soft(ctx.say(HomeWords::Search), ctx.tokens));
            let edit = TextEdit::singleline(&mut words)
                .hint_text(ctx.say(HomeWords::SearchHint))
                .desired_width((ui.available_width() - 4.0).min(360.0))
                .margin(egui::Margin::symmetric(8, 5));
            ui.add(edit.id(egui::Id::unique("search plans"))).labelled_by(named.id)
        })
        .inner;
    if field.changed() {
        ctx.send(Action::Home(Ask::Search(words)));
    }
    let nothing_else = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && let Some(row) = looks.plans.row(looks.chosen) {
        open(ctx, row);
    } else if nothing_else {
        field.request_focus();
    }
    if field.has_focus() {
        walk(ctx, ui);
    }
}

/// The arrow keys walk through the rows while words are typed.
fn walk(ctx: &ViewCtx<'_>, ui: &Ui) {
    let now = ctx.shell.home.chosen;
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let steps = [(Key::ArrowDown, now + 1), (Key::ArrowUp, now.saturating_sub(1)), (Key::PageDown, now + 10)];
    let steps = steps.into_iter().chain([(Key::PageUp, now.saturating_sub(10))]);
    for (_, to) in steps.filter(|(key, _)| pressed(*key)) {
        ctx.send(Action::Home(Ask::Choose(to)));
    }
}

fn rows_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, height: Height) {
    let looks = &ctx.shell.home;
    let found = looks.plans.found();
    if found == 0 {
        ui.label(theme::soft(ctx.say(HomeWords::NoneFound), ctx.tokens));
        return;
    }
    let tall = if ui.available_width() < WIDE { 56.0 } else { 42.0 };
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut scroll = ScrollArea::vertical().auto_shrink([false, true]).id_salt("plans");
    if let Height::Rows(rows) = height {
        scroll = scroll.max_height((tall + 2.0) * f32::from(rows));
    }
    let moved = moved(ui, looks.chosen);
    if moved {
        // Scrolled by what is known of all rows: those out of sight are not drawn.
        let offset = ui.data(|data| data.get_temp::<(f32, f32)>(egui::Id::unique("plans seen"))).unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "far fewer rows than a float can count")]
        let top = looks.chosen as f32 * (tall + 2.0);
        let seen = offset.1.max(tall);
        scroll = scroll.vertical_scroll_offset(offset.0.clamp((top + tall - seen).max(0.0), top.max(0.0)));
    }
    let shown = scroll.show_rows(ui, tall, found, |ui, range| {
        for at in range {
            if let Some(row) = looks.plans.row(at) {
                row_ui(ctx, ui, (at, row), tall);
            }
        }
    });
    let seen = (shown.state.unclamped_offset().y, shown.inner_rect.height());
    ui.data_mut(|data| data.insert_temp(egui::Id::unique("plans seen"), seen));
}

/// Whether another row is chosen than in the pass before.
fn moved(ui: &Ui, chosen: usize) -> bool {
    let id = egui::Id::unique("plan chosen");
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<usize>(id);
        data.insert_temp(id, chosen);
        before
    });
    before.is_some_and(|before| before != chosen)
}

fn open(ctx: &ViewCtx<'_>, row: &Row) {
    ctx.send(Action::Read(Source::File(row.file.path.clone()), Trust::Strict));
}

/// Whether something was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressing {
    No,
    Yes,
}

impl Pressing {
    fn color(self, ctx: &ViewCtx<'_>) -> egui::Color32 {
        match self {
            Self::No => ctx.tokens.ink,
            Self::Yes => ctx.tokens.warning,
        }
    }
}

/// What a row says, column by column.
struct Columns {
    name: String,
    more: String,
    week: String,
    hours: String,
    due: String,
    else_due: String,
    pressing: Pressing,
    standing: String,
}

fn row_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, (at, row): (usize, &Row), tall: f32) {
    let columns = columns(ctx, row);
    let Columns { name, more, week, hours, due, else_due, standing, .. } = &columns;
    let parts = [name, more, week, hours, due, else_due, standing];
    let name = parts.into_iter().filter(|part| !is_blank(part)).cloned().collect::<Vec<_>>().join(", ");
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let id = ui.scope_id().with(("plan", &row.file.path));
    let response = widgets::target(ui, rect, id, &name, ctx.shell.home.chosen == at);
    ground(ctx, ui, &response, at);
    if rect.width() < WIDE {
        narrow(ctx, ui, rect, &columns);
    } else {
        wide(ctx, ui, rect, &columns);
    }
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.send(Action::Home(Ask::Choose(at)));
        open(ctx, row);
    }
}

fn ground(ctx: &ViewCtx<'_>, ui: &Ui, response: &Response, at: usize) {
    let tokens = ctx.tokens;
    if ctx.shell.home.chosen == at {
        ui.painter().rect_filled(response.rect, CornerRadius::same(7), tokens.chosen);
    } else if response.hovered() {
        ui.painter().rect_filled(response.rect, CornerRadius::same(7), tokens.raised);
    } else {
        ui.painter().hline(response.rect.x_range(), response.rect.bottom() + 1.0, tokens.hairline());
    }
}

fn columns(ctx: &ViewCtx<'_>, row: &Row) -> Columns {
    let file = row.file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bare = |name: String, more: &str| Columns {
        name,
        more: more.to_owned(),
        week: String::new(),
        hours: String::new(),
        due: String::new(),
        else_due: String::new(),
        pressing: Pressing::No,
        standing: String::new(),
    };
    match &row.what {
        None => bare(file, ctx.say(HomeWords::Reading)),
        Some(Err(error)) => bare(file, &not_listed(error, ctx.language())),
        Some(Ok(summary)) => Columns { name: called(ctx, &summary.called).to_owned(), ..of_plan(ctx, summary) },
    }
}

fn of_plan(ctx: &ViewCtx<'_>, summary: &Summary) -> Columns {
    let (today, language) = (ctx.today, ctx.language());
    let has_other_name = summary.name != summary.called;
    Columns {
        name: String::new(),
        more: if has_other_name { summary.name.clone() } else { String::new() },
        week: week_words(week_now(summary, today), language),
        hours: minutes(summary, today).map(|minutes| hours_a_week(minutes, language)).unwrap_or_default(),
        due: next(summary, today, language),
        else_due: else_due(summary, today, language),
        pressing: dues(summary, today).next().filter(|due| due.on < today).map_or(Pressing::No, |_| Pressing::Yes),
        standing: standing_short(summary.standing, language),
    }
}

/// What falls due next.
fn next(summary: &Summary, today: Date, language: Language) -> String {
    if let Some(first) = dues(summary, today).next() {
        return due_words(first, today, language);
    }
    let last = summary.stay.map(|(_, last)| last).filter(|last| today <= *last);
    last.map(|last| last_day(last, today, language)).unwrap_or_default()
}

/// How much else was missed.
fn else_due(summary: &Summary, today: Date, language: Language) -> String {
    match dues(summary, today).skip(1).filter(|due| due.on < today).count() {
        0 => String::new(),
        more => more_overdue(more, language),
    }
}

struct Cell<'a> {
    text: &'a str,
    font: FontId,
    color: egui::Color32,
}

fn cell(ui: &Ui, at: egui::Pos2, width: f32, cell: Cell<'_>) -> f32 {
    if width < 8.0 || cell.text.is_empty() {
        return 0.0;
    }
    let galley = widgets::fitted(ui.painter(), cell.text, cell.font, cell.color, (width, 1));
    let size = galley.size();
    if galley.elided {
        let seen = Rect::from_min_size(pos2(at.x, at.y - size.y / 2.0), size);
        let id = ui.scope_id().with(("cut", cell.text, at.y.to_bits()));
        ui.interact(seen, id, Sense::hover()).on_hover_text(cell.text);
    }
    ui.painter().galley(pos2(at.x, at.y - size.y / 2.0), galley, cell.color);
    size.x
}

fn fonts() -> (FontId, FontId) {
    (FontId::new(theme::BODY, theme::semibold()), FontId::proportional(theme::NAME))
}

fn wide(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, columns: &Columns) {
    let tokens = ctx.tokens;
    let (bold, plain) = fonts();
    let rect = rect.shrink2(vec2(12.0, 0.0));
    let x = |share: f32| rect.left() + rect.width() * share;
    let line = |share| pos2(x(share), rect.center().y);
    let ends: f32 = if columns.week.is_empty() { 1.0 } else { NAME };
    let name = Cell { text: &columns.name, font: bold, color: tokens.ink };
    let used = cell(ui, line(0.0), rect.width() * ends.min(NAME) - 12.0, name);
    let more = Cell { text: &columns.more, font: plain.clone(), color: tokens.soft };
    cell(ui, pos2(rect.left() + used + 10.0, rect.center().y), rect.width() * ends - used - 24.0, more);
    let due = columns.pressing.color(ctx);
    for (text, color, from, to) in [
        (&columns.week, tokens.ink, NAME, 0.47),
        (&columns.hours, tokens.soft, 0.47, 0.61),
        (&columns.standing, tokens.soft, 0.9, 1.0),
    ] {
        cell(ui, line(from), rect.width() * (to - from) - 8.0, Cell { text, font: plain.clone(), color });
    }
    let (at, width) = (line(0.61), rect.width() * 0.29 - 8.0);
    let is_one = columns.else_due.is_empty();
    let above = if is_one { 0.0 } else { 8.5 };
    cell(ui, at - vec2(0.0, above), width, Cell { text: &columns.due, font: plain, color: due });
    let small = FontId::proportional(theme::SMALL);
    cell(ui, at + vec2(0.0, above), width, Cell { text: &columns.else_due, font: small, color: due });
}

fn narrow(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, columns: &Columns) {
    let tokens = ctx.tokens;
    let (bold, plain) = fonts();
    let rect = rect.shrink2(vec2(10.0, 0.0));
    let (first, second) = (rect.top() + 18.0, rect.bottom() - 17.0);
    let due = columns.pressing.color(ctx);
    let right = ui.painter().layout_no_wrap(columns.due.clone(), plain.clone(), due);
    let due_width = right.size().x.min(rect.width() * 0.6);
    let name = Cell { text: &columns.name, font: bold, color: tokens.ink };
    cell(ui, pos2(rect.left(), first), rect.width() - due_width - 10.0, name);
    let at = pos2(rect.right() - due_width, first);
    cell(ui, at, due_width + 1.0, Cell { text: &columns.due, font: plain.clone(), color: due });
    let rest = [&columns.week, &columns.hours, &columns.standing, &columns.more];
    let rest = rest.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    let right = ui.painter().layout_no_wrap(columns.else_due.clone(), plain.clone(), due).size().x;
    let room = rect.width() - if columns.else_due.is_empty() { 0.0 } else { right + 10.0 };
    cell(ui, pos2(rect.left(), second), room, Cell { text: &rest, font: plain.clone(), color: tokens.soft });
    let at = pos2(rect.right() - right, second);
    cell(ui, at, right + 1.0, Cell { text: &columns.else_due, font: plain, color: due });
}
