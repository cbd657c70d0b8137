//! Weeks as timetables: days as columns, sessions that begin together in one row.

use std::collections::BTreeSet;

use super::piece::{Piece, Start, frame, rule, stretch, words};
use super::theme::{self, Type};
use super::{Ctx, prose, sign};
use crate::document::compose::blocks::{Appointment, Day, Style, Voice, Week};
use crate::document::page::Role;

/// How large the cards' words are, from the first that lets two weeks stand on every page.
const SCALES: [f32; 4] = [1.12, 1.0, 0.92, 0.86];
/// Alone on its page, a week may be larger.
const ALONE: f32 = 1.12;
const BETWEEN: f32 = 26.0;
const GAP: f32 = 5.0;

/// All weeks, two on a page where that can be read, and lines for notes where room is left.
pub(super) fn weeks(ctx: &mut Ctx, weeks: &[Week], notes: &str, width: f32, parent: Option<usize>) -> Vec<Piece> {
    let scale = SCALES.into_iter().find(|scale| pairs_fit(ctx, weeks, *scale, width));
    let per_page = if scale.is_some() { 2 } else { 1 };
    let mut pieces = Vec::new();
    for page in weeks.chunks(per_page) {
        for (number, week) in page.iter().enumerate() {
            let mut piece = lay(ctx, week, scale.unwrap_or(ALONE), width, parent).below(BETWEEN);
            if number == 0 {
                piece.start = Start::NewPage;
            }
            pieces.push(piece);
        }
        pieces.push(sign::notes(ctx, notes, parent));
    }
    pieces
}

fn pairs_fit(ctx: &mut Ctx, weeks: &[Week], scale: f32, width: f32) -> bool {
    let before = ctx.elements.len();
    let room = ctx.sheet.text_height() - BETWEEN;
    let fits = weeks.chunks(2).all(|pair| {
        let height: f32 = pair.iter().map(|week| lay(ctx, week, scale, width, None).height).sum();
        height <= room
    });
    ctx.elements.truncate(before);
    fits
}

fn lay(ctx: &mut Ctx, week: &Week, scale: f32, width: f32, parent: Option<usize>) -> Piece {
    let section = ctx.element(Role::Section, parent);
    let mut piece = title(ctx, week, width, section);
    for note in &week.notes {
        let element = ctx.element(Role::Paragraph, Some(section));
        let kind = theme::style(Style::Compact, ctx.edition);
        let inside = words(ctx, &[stretch(note, Voice::Strong)], kind, width, Some(element));
        append(&mut piece, inside, 2.0);
    }
    if !week.days.is_empty() {
        let grid = grid(ctx, week, scale, width, section);
        append(&mut piece, grid, 6.0);
    }
    piece
}

fn append(piece: &mut Piece, below: Piece, gap: f32) {
    let (y, height) = (piece.height + gap, below.height);
    piece.take(below, 0.0, y);
    piece.height = y + height;
}

/// Number and dates on the left, the total on the right.
fn title(ctx: &mut Ctx, week: &Week, width: f32, section: usize) -> Piece {
    let (kind, _) = theme::heading(2, ctx.edition);
    let mut piece = prose::heading(ctx, 2, &week.title, width * 0.35, Some(section));
    let body = theme::style(Style::Body, ctx.edition);
    let from = ctx.setter.width(crate::document::page::Face::Semibold, kind.size, &week.title) + 14.0;
    let drop = (kind.leading - body.leading) / 2.0 + 1.0;
    let element = ctx.element(Role::Paragraph, Some(section));
    let span = words(ctx, &[stretch(&week.span, Voice::Plain)], body, width * 0.5, Some(element));
    piece.take(span, from, drop);
    let element = ctx.element(Role::Paragraph, Some(section));
    let total = sign::at_right(ctx, &week.total, body, (width, drop), element);
    piece.take(total, 0.0, 0.0);
    piece.height = kind.leading;
    piece
}

/// The types of a timetable's words.
#[derive(Clone, Copy)]
struct Types {
    day: Type,
    time: Type,
    name: Type,
    topic: Type,
    place: Type,
}

impl Types {
    fn new(scale: f32) -> Self {
        let of = |size: f32, leading: f32| Type { size: size * scale, leading: leading * scale };
        Self {
            day: of(12.5, 16.0),
            time: of(12.0, 15.0),
            name: of(11.5, 14.0),
            topic: of(10.8, 13.2),
            place: of(9.8, 12.4),
        }
    }
}

fn grid(ctx: &mut Ctx, week: &Week, scale: f32, width: f32, section: usize) -> Piece {
    let count = f32::from(u8::try_from(week.days.len()).unwrap_or(7));
    let types = Types::new(scale);
    let column = Column { width: width / count, inner: width / count - GAP };
    let table = ctx.element(Role::Table, Some(section));
    let mut piece = day_heads(ctx, &week.days, types, column, table);
    let head_height = piece.height;
    let body = day_bodies(ctx, &week.days, types, column, table);
    let height = body.height.max(30.0);
    piece.take(body, 0.0, head_height + 5.0);
    piece.height = head_height + 5.0 + height;
    piece.marks.push(rule((0.0, head_height), (width - GAP, head_height), 1.6, theme::ACCENT));
    piece
}

#[derive(Clone, Copy)]
struct Column {
    width: f32,
    inner: f32,
}

fn day_heads(ctx: &mut Ctx, days: &[Day], types: Types, column: Column, table: usize) -> Piece {
    let row = ctx.element(Role::Row, Some(table));
    let mut piece = Piece::default();
    let mut x = 0.0;
    for day in days {
        let cell = ctx.element(Role::ColumnHead, Some(row));
        let (name, date) = (stretch(&day.name, Voice::Strong), stretch(&format!(" {}", day.date), Voice::Plain));
        let inside = words(ctx, &[name, date], types.day, column.inner, Some(cell));
        piece.height = piece.height.max(inside.height + 4.0);
        piece.take(inside, x, 0.0);
        x += column.width;
    }
    piece
}

fn day_bodies(ctx: &mut Ctx, days: &[Day], types: Types, column: Column, table: usize) -> Piece {
    let row = ctx.element(Role::Row, Some(table));
    let laid: Vec<Vec<(u16, Piece)>> = days.iter().map(|day| day_body(ctx, day, types, column.inner, row)).collect();
    let rows = rows_of(&laid);
    let mut piece = Piece::default();
    let mut x = 0.0;
    for cards in laid {
        let mut y: f32 = 0.0;
        for (starts, card) in cards {
            y = rows.iter().find(|row| row.starts == starts).map_or(y, |row| row.y);
            let height = card.height;
            piece.take(card, x, y);
            y += height + GAP;
            piece.height = piece.height.max(y - GAP);
        }
        x += column.width;
    }
    piece
}

/// The cards of one day with their starts; a day without any says so where it can.
fn day_body(ctx: &mut Ctx, day: &Day, types: Types, width: f32, row: usize) -> Vec<(u16, Piece)> {
    let cell = ctx.element(Role::Cell, Some(row));
    let mut pieces = Vec::new();
    if let Some(note) = &day.note {
        let element = ctx.element(Role::Paragraph, Some(cell));
        pieces.push((u16::MAX, words(ctx, &[stretch(note, Voice::Quiet)], types.topic, width, Some(element))));
    }
    pieces.extend(day.cards.iter().map(|card| (card.starts, self::card(ctx, card, types, width, cell))));
    pieces
}

fn card(ctx: &mut Ctx, session: &Appointment, types: Types, width: f32, cell: usize) -> Piece {
    const LEFT: f32 = 9.0;
    const TOP: f32 = 5.0;
    let off = session.off.is_some();
    let (strong, plain) = if off { (Voice::Quiet, Voice::Quiet) } else { (Voice::Strong, Voice::Plain) };
    let mut parts = vec![(types.time, strong, session.time.as_str())];
    parts.extend(session.off.as_deref().map(|words| (types.name, Voice::Strong, words)));
    parts.push((types.name, strong, session.name.as_str()));
    parts.extend(session.topic.as_deref().map(|topic| (types.topic, plain, topic)));
    parts.push((types.place, Voice::Quiet, session.place.as_str()));
    let mut inside = Piece::default();
    for (kind, voice, text) in parts {
        let element = ctx.element(Role::Paragraph, Some(cell));
        let part = words(ctx, &[stretch(text, voice)], kind, width - LEFT - 4.0, Some(element));
        let gap = if inside.height > 0.0 { 1.0 } else { 0.0 };
        append(&mut inside, part, gap);
    }
    let height = inside.height + 2.0 * TOP;
    let (bar, edge) = if off { (theme::RULE, theme::RULE) } else { (theme::ACCENT, theme::EDGE) };
    let mut piece = Piece::new(height, vec![frame((0.0, 0.0, width, height), 2.0, None, Some((0.7, edge)))]);
    piece.marks.push(rule((1.5, 0.0), (1.5, height), 3.0, bar));
    piece.take(inside, LEFT, TOP);
    piece
}

/// A row of cards that begin at the same time.
struct Row {
    starts: u16,
    y: f32,
}

/// Rows by start; none where days differ so much that rows would leave the page half empty.
fn rows_of(days: &[Vec<(u16, Piece)>]) -> Vec<Row> {
    let starts: BTreeSet<u16> = days.iter().flatten().map(|(starts, _)| *starts).filter(|s| *s != u16::MAX).collect();
    let most = days.iter().map(Vec::len).max().unwrap_or(0);
    let twice_at_once = days.iter().any(|day| day.windows(2).any(|pair| matches!(pair, [a, b] if a.0 == b.0)));
    if starts.len() > most + 1 || twice_at_once {
        return Vec::new();
    }
    let mut y = 0.0;
    let mut rows = Vec::new();
    for start in starts {
        let height =
            days.iter().flatten().filter(|(s, _)| *s == start).map(|(_, card)| card.height).fold(0.0, f32::max);
        rows.push(Row { starts: start, y });
        y += height + GAP;
    }
    rows
}
