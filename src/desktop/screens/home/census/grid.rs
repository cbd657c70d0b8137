//! The table of groups and weeks: only what is in sight is drawn, and one cell has the keyboard.

use egui::{CornerRadius, EventFilter, FontId, Id, Key, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{first_week, this_week};
use crate::base::{Language, Slug, Weekday};
use crate::desktop::action::Action;
use crate::desktop::screens::home::Ask;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{theme, widgets};
use crate::schedule::{Cell, Census, Load, Meets, Row};
use crate::wording::screen::CensusWords;
use crate::wording::{census as say, time};

/// How tall a row of a group is.
const ROW: f32 = 38.0;
/// How tall the name of a weekday is.
const DAY: f32 = 34.0;
/// How tall the row of weeks is.
const HEAD: f32 = 26.0;

/// How wide the names of groups are.
const fn names(room: Room) -> f32 {
    match room {
        Room::Wide => 330.0,
        Room::Narrow => 250.0,
        Room::Tight => 170.0,
    }
}

/// How wide a week is, for the longest words in it.
const fn week(language: Language) -> f32 {
    match language {
        Language::English => 66.0,
        Language::Spanish => 80.0,
    }
}

/// How many weeks there is room for.
pub(super) fn columns(ctx: &ViewCtx<'_>, ui: &Ui) -> usize {
    let beside = if ctx.shell.home.pick.cell.is_some() && ctx.room != Room::Tight { super::WHO } else { 0.0 };
    fitting(ctx, ui.available_rect_before_wrap().width().max(ui.max_rect().width()) - beside)
}

fn fitting(ctx: &ViewCtx<'_>, width: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few weeks at least")]
    let weeks = ((width - names(ctx.room) - 14.0) / week(ctx.language())).floor().clamp(1.0, 60.0) as usize;
    weeks
}

/// What a line of the table is.
enum Line<'a> {
    /// The name of a weekday, with the clinic where there are several.
    Day(&'a Slug, Weekday),
    /// A group, and its place among the rows.
    Group(usize, &'a Row),
}

impl Line<'_> {
    const fn height(&self) -> f32 {
        match self {
            Self::Day(..) => DAY,
            Self::Group(..) => ROW,
        }
    }
}

fn lines(census: &Census) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut shown = None;
    for (at, row) in census.rows.iter().enumerate() {
        let day = (&row.clinic, row.day);
        if shown.replace(day) != Some(day) {
            lines.push(Line::Day(day.0, day.1));
        }
        lines.push(Line::Group(at, row));
    }
    lines
}

/// The table.
pub(super) fn ui(ctx: &ViewCtx<'_>, census: &Census, ui: &mut Ui) {
    let first = first_week(ctx, census);
    let weeks = first..census.weeks.len().min(first + fitting(ctx, ui.available_width()));
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    head_ui(ctx, census, ui, head, &weeks);
    walk(ctx, census, ui);
    let moved = moved(ctx, ui);
    let table = Table { ctx, census, weeks, moved };
    ScrollArea::vertical().id_salt("census").auto_shrink(false).show_viewport(ui, |ui, seen| {
        widgets::group(ui, ctx.say(CensusWords::Groups), Role::Group, |ui| table.lines_ui(ui, seen));
    });
}

fn head_ui(ctx: &ViewCtx<'_>, census: &Census, ui: &Ui, head: Rect, weeks: &core::ops::Range<usize>) {
    let now = this_week(ctx, census);
    for (column, week) in weeks.clone().enumerate() {
        let Some(monday) = census.weeks.get(week) else { continue };
        let rect = place(ctx, head, column);
        let (font, color) = if week == now {
            (FontId::new(theme::SMALL, theme::semibold()), ctx.tokens.accent)
        } else {
            (FontId::proportional(theme::SMALL), ctx.tokens.soft)
        };
        let words = time::day_month(*monday, ctx.language());
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, words, font, color);
    }
    ui.painter().hline(head.x_range(), head.bottom(), ctx.tokens.hairline());
}

/// Where a week of a line is.
fn place(ctx: &ViewCtx<'_>, line: Rect, column: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "a few weeks")]
    let left = line.left() + names(ctx.room) + column as f32 * week(ctx.language());
    Rect::from_min_size(pos2(left, line.top()), vec2(week(ctx.language()), line.height()))
}

const fn cell_id(row: usize, week: usize) -> (&'static str, usize, usize) {
    ("census cell", row, week)
}

/// Whether another cell is picked than in the pass before.
fn moved(ctx: &ViewCtx<'_>, ui: &Ui) -> bool {
    let (id, now) = (Id::unique("census picked"), ctx.shell.home.pick.cell);
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<Option<(usize, usize)>>(id);
        data.insert_temp(id, now);
        before
    });
    now.is_some() && before.is_some_and(|before| before != now)
}

/// The arrow keys walk from cell to cell.
fn walk(ctx: &ViewCtx<'_>, census: &Census, ui: &Ui) {
    let Some((row, week)) = ctx.shell.home.pick.cell else { return };
    let id = Id::unique(cell_id(row, week));
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let (rows, weeks) = (census.rows.len().saturating_sub(1), census.weeks.len().saturating_sub(1));
    let steps = [
        (Key::ArrowUp, (row.saturating_sub(1), week)),
        (Key::ArrowDown, ((row + 1).min(rows), week)),
        (Key::ArrowLeft, (row, week.saturating_sub(1))),
        (Key::ArrowRight, (row, (week + 1).min(weeks))),
    ];
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    for (_, (row, week)) in steps.into_iter().filter(|(key, _)| pressed(*key)) {
        ctx.send(Action::Home(Ask::Pick(Some((row, week)))));
        let (first, shown) = (first_week(ctx, census), columns(ctx, ui));
        if week < first || week >= first + shown {
            ctx.send(Action::Home(Ask::Weeks(if week < first { week } else { week + 1 - shown })));
        }
    }
}

struct Table<'a> {
    ctx: &'a ViewCtx<'a>,
    census: &'a Census,
    /// The weeks in sight.
    weeks: core::ops::Range<usize>,
    /// Whether another cell is picked than before.
    moved: bool,
}

impl Table<'_> {
    fn lines_ui(&self, ui: &mut Ui, seen: Rect) {
        let lines = lines(self.census);
        let height = lines.iter().map(Line::height).sum::<f32>() + 8.0;
        let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut top = all.top();
        for line in lines {
            let rect = Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), line.height()));
            top = rect.bottom();
            if self.moved && self.is_picked(&line) {
                ui.scroll_to_rect(rect.expand2(vec2(0.0, DAY)), None);
            }
            let local = rect.top() - all.top()..rect.bottom() - all.top();
            if local.end >= seen.top() && local.start <= seen.bottom() {
                self.line_ui(ui, rect, &line);
            }
        }
    }

    fn is_picked(&self, line: &Line<'_>) -> bool {
        let picked = self.ctx.shell.home.pick.cell.map(|(row, _)| row);
        matches!(line, Line::Group(at, _) if Some(*at) == picked)
    }

    fn line_ui(&self, ui: &Ui, rect: Rect, line: &Line<'_>) {
        let ctx = self.ctx;
        match line {
            Line::Day(clinic, day) => {
                let day = say::capital(time::weekday(*day, ctx.language()));
                let words = if self.has_clinics() { format!("{day} · {}", self.clinic(clinic)) } else { day };
                let galley =
                    ui.painter().layout_no_wrap(words, FontId::new(theme::NAME, theme::semibold()), ctx.tokens.soft);
                let at = pos2(rect.left(), rect.bottom() - galley.size().y - 5.0);
                ui.painter().galley(at, galley, ctx.tokens.soft);
                ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, ctx.tokens.hairline());
            }
            Line::Group(at, row) => {
                self.name_ui(ui, rect, row);
                for (column, week) in self.weeks.clone().enumerate() {
                    if let Some(cell) = row.cells.get(week) {
                        self.cell_ui(ui, place(ctx, rect, column), (*at, week), (row, cell));
                    }
                }
            }
        }
    }

    fn has_clinics(&self) -> bool {
        let first = self.census.rows.first().map(|row| &row.clinic);
        self.census.rows.iter().any(|row| Some(&row.clinic) != first)
    }

    fn clinic(&self, slug: &Slug) -> &str {
        self.ctx.catalog.clinics.get(slug).map_or("", |clinic| clinic.name.as_str())
    }

    fn name_ui(&self, ui: &Ui, rect: Rect, row: &Row) {
        let (ctx, language) = (self.ctx, self.ctx.language());
        let name = say::group(&row.module, ctx.catalog, language);
        let span = time::span(row.start, row.start.after(row.minutes), language);
        let width = names(ctx.room) - 12.0;
        let line = |text: &str, font, color, y: f32| {
            let galley = widgets::fitted(ui.painter(), text, font, color, (width, 1));
            let at = pos2(rect.left(), y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
        };
        line(&name, FontId::proportional(theme::NAME), ctx.tokens.ink, rect.top() + 12.0);
        let seats = format!("{span} · {}", say::seats(row.capacity, language));
        let below = if ctx.room == Room::Tight { &span } else { &seats };
        line(below, FontId::proportional(theme::SMALL), ctx.tokens.soft, rect.top() + 27.0);
        let rect = Rect::from_min_size(rect.min, vec2(width, rect.height()));
        let id = Id::unique(("census name", row.block.as_str().to_owned(), row.day.index()));
        let response = ui.interact(rect, id, Sense::HOVER);
        let words = format!("{name}, {} {seats}", time::weekday(row.day, language));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        response.on_hover_text(words);
    }

    fn cell_ui(&self, ui: &Ui, rect: Rect, at: (usize, usize), (row, cell): (&Row, &Cell)) {
        let (ctx, language) = (self.ctx, self.ctx.language());
        let is_picked = ctx.shell.home.pick.cell == Some(at);
        // One cell has the keyboard; the arrow keys go to the others.
        let entrance = self.census.rows.first().map(|_| (0, self.weeks.start));
        let has_keyboard = is_picked || (ctx.shell.home.pick.cell.is_none() && Some(at) == entrance);
        let sense = if has_keyboard { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect.shrink(1.0), Id::unique(cell_id(at.0, at.1)), sense);
        let group = say::group(&row.module, ctx.catalog, language);
        let words = format!("{group}, {}", say::cell(row, cell, self.census, language));
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_picked, &words));
        let round = CornerRadius::same(6);
        if is_picked {
            ui.painter().rect_filled(rect.shrink(1.0), round, ctx.tokens.chosen);
        } else if response.hovered() {
            ui.painter().rect_filled(rect.shrink(1.0), round, ctx.tokens.raised);
        }
        self.figures(ui, rect, row, cell);
        widgets::ring(ui, &response, ctx.tokens);
        if self.moved && is_picked {
            response.request_focus();
        }
        if response.clicked() {
            ctx.send(Action::Home(Ask::Pick(if is_picked { None } else { Some(at) })));
        }
        response.on_hover_text(words);
    }

    /// How many of how many, and what is to be noticed, in words.
    fn figures(&self, ui: &Ui, rect: Rect, row: &Row, cell: &Cell) {
        let (tokens, language) = (self.ctx.tokens, self.ctx.language());
        let (small, bold) = (FontId::proportional(theme::SMALL), FontId::new(theme::SMALL, theme::semibold()));
        let center = |text: &str, font: &FontId, color, y: f32| {
            let galley = widgets::fitted(ui.painter(), text, font.clone(), color, (rect.width() - 4.0, 1));
            let at = pos2(rect.center().x - galley.size().x / 2.0, y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color);
        };
        let booked = cell.people.len();
        if let Some(no) = say::meets(cell.meets, language) {
            let is_odd = booked > 0;
            let color = if is_odd { tokens.warning } else { tokens.soft };
            if cell.meets == Meets::Closed || is_odd {
                center(&no, &small, color, rect.center().y - if is_odd { 7.0 } else { 0.0 });
            }
            if is_odd {
                center(&say::places(booked, row.capacity, language), &bold, color, rect.center().y + 8.0);
            }
            return;
        }
        let (font, color) = match row.load(cell) {
            Load::Free(_) if booked == 0 => (&small, tokens.soft),
            Load::Free(_) => (&small, tokens.ink),
            Load::Full => (&bold, tokens.warning),
            Load::Over(_) => (&bold, tokens.error),
        };
        let notice = say::load(row.load(cell), language);
        let below = notice.or_else(|| say::drafts(self.census.drafts(cell), language));
        let y = if below.is_some() { rect.center().y - 7.0 } else { rect.center().y };
        let figure = if booked == 0 { "0".to_owned() } else { say::places(booked, row.capacity, language) };
        center(&figure, font, color, y);
        if let Some(below) = below {
            let color = if matches!(row.load(cell), Load::Free(_)) { tokens.soft } else { color };
            center(&below, font, color, rect.center().y + 8.0);
        }
    }
}
