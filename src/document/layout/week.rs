//! Weeks as timetables: days as columns, sessions that begin together in one row.

use std::collections::BTreeSet;

use super::piece::{Bond, Piece, Start, frame, rule, stretch, words};
use super::theme::{self, Type};
use super::{Ctx, prose, sign};
use crate::document::compose::blocks::{Appointment, Day, Style, Voice, Week};
use crate::document::page::{Face, Role};

/// How large the cards' words are, and whether they say who leads a session.
#[derive(Clone, Copy)]
struct Density {
    scale: f32,
    with: With,
    heads: Heads,
}

/// Whether weekday and date stand side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heads {
    OneLine,
    TwoLines,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum With {
    Staff,
    Nobody,
}

const fn density(scale: f32, with: With) -> Density {
    Density { scale, with, heads: Heads::TwoLines }
}

/// For two weeks on a page: the first that lets them stand on every page.
const PAIRED: [Density; 5] = [
    density(1.12, With::Staff),
    density(1.0, With::Staff),
    density(0.92, With::Staff),
    density(0.92, With::Nobody),
    density(0.86, With::Nobody),
];
/// For a week alone on its page: the first that fits.
const ALONE: [Density; 4] =
    [density(1.4, With::Staff), density(1.25, With::Staff), density(1.12, With::Staff), density(1.0, With::Staff)];
/// However full a week is.
const LEAST: Density = density(0.86, With::Nobody);
const BETWEEN: f32 = 22.0;
const GAP: f32 = 5.0;

/// All weeks, two on a page where that can be read, and lines for notes where room is left.
pub(super) fn weeks(ctx: &mut Ctx, weeks: &[Week], notes: &str, width: f32, parent: Option<usize>) -> Vec<Piece> {
    let headed = |ctx: &mut Ctx, density| Density { heads: heads(ctx, weeks, density, width), ..density };
    let paired = PAIRED.map(|density| headed(ctx, density)).into_iter().find(|d| fit(ctx, weeks, 2, *d, width));
    let alone = ALONE.map(|density| headed(ctx, density)).into_iter().find(|d| fit(ctx, weeks, 1, *d, width));
    let (per_page, density) = match paired {
        Some(density) => (2, density),
        None => (1, alone.unwrap_or_else(|| headed(ctx, LEAST))),
    };
    let mut pieces = Vec::new();
    for page in weeks.chunks(per_page) {
        for (number, week) in page.iter().enumerate() {
            let mut piece = lay(ctx, week, density, width, parent).below(BETWEEN);
            if number == 0 {
                piece.start = Start::NewPage;
            }
            pieces.push(piece);
        }
        pieces.push(sign::notes(ctx, notes, parent));
    }
    pieces
}

/// The same in all weeks: on one line where the longest day fits.
fn heads(ctx: &mut Ctx, weeks: &[Week], density: Density, width: f32) -> Heads {
    let size = Types::new(density).day.size;
    let fits = weeks.iter().all(|week| {
        let room = Column::new(week, width).inner - 4.0;
        week.days.iter().all(|day| {
            let name = ctx.setter.width(Face::Semibold, size, &format!("{}{}", day.name, day.between));
            name + ctx.setter.width(Face::Regular, size, &day.date) <= room
        })
    });
    if fits { Heads::OneLine } else { Heads::TwoLines }
}

/// Whether so many weeks fit on every page.
fn fit(ctx: &mut Ctx, weeks: &[Week], per_page: usize, density: Density, width: f32) -> bool {
    let before = ctx.elements.len();
    let room = ctx.sheet.text_height();
    let fits = weeks.chunks(per_page).all(|page| {
        let height: f32 = page.iter().map(|week| lay(ctx, week, density, width, None).height + BETWEEN).sum();
        height - BETWEEN <= room
    });
    ctx.elements.truncate(before);
    fits
}

fn lay(ctx: &mut Ctx, week: &Week, density: Density, width: f32, parent: Option<usize>) -> Piece {
    let section = ctx.element(Role::Section, parent);
    let mut piece = title(ctx, week, width, section);
    for note in &week.notes {
        let element = ctx.element(Role::Paragraph, Some(section));
        let kind = theme::style(Style::Compact, ctx.edition);
        let inside = words(ctx, &[stretch(note, Voice::Strong)], kind, width, Some(element));
        append(&mut piece, inside, 2.0);
    }
    if !week.days.is_empty() {
        let grid = grid(ctx, week, density, width, section);
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
    let from = ctx.setter.width(Face::Semibold, kind.size, &week.title) + 14.0;
    let drop = (kind.leading - body.leading) / 2.0 + 1.0;
    let element = ctx.element(Role::Paragraph, Some(section));
    let span = words(ctx, &[stretch(&week.span, Voice::Plain)], body, width * 0.5, Some(element));
    piece.take(span, from, drop);
    let element = ctx.element(Role::Paragraph, Some(section));
    let total = sign::at_right(ctx, &week.total, body, (width, drop), element);
    piece.take(total, 0.0, 0.0);
    piece.height = kind.leading;
    piece.bond = Bond::Free;
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
    with: With,
    heads: Heads,
}

impl Types {
    fn new(Density { scale, with, heads }: Density) -> Self {
        let of = |size: f32, leading: f32| Type { size: size * scale, leading: leading * scale };
        Self {
            day: of(12.5, 16.0),
            time: of(12.0, 15.0),
            name: of(11.5, 14.0),
            topic: of(10.8, 13.2),
            place: of(9.8, 12.4),
            with,
            heads,
        }
    }
}

fn grid(ctx: &mut Ctx, week: &Week, density: Density, width: f32, section: usize) -> Piece {
    let types = Types::new(density);
    let column = Column::new(week, width);
    let table = ctx.element(Role::Table, Some(section));
    let mut piece = day_heads(ctx, &week.days, types, column, table);
    let head_height = piece.height;
    let body = day_bodies(ctx, &week.days, types, column, table);
    let height = body.height.max(30.0);
    piece.take(body, 0.0, head_height + 5.0);
    piece.height = head_height + 5.0 + height;
    piece.marks.push(rule((0.0, head_height), (width, head_height), 1.6, theme::ACCENT));
    piece
}

#[derive(Clone, Copy)]
struct Column {
    width: f32,
    inner: f32,
}

impl Column {
    fn new(week: &Week, width: f32) -> Self {
        let count = f32::from(u8::try_from(week.days.len()).unwrap_or(7)).max(1.0);
        let step = (width + GAP) / count;
        Self { width: step, inner: step - GAP }
    }
}

fn day_heads(ctx: &mut Ctx, days: &[Day], types: Types, column: Column, table: usize) -> Piece {
    let row = ctx.element(Role::Row, Some(table));
    let mut piece = Piece::default();
    let mut x = 0.0;
    for day in days {
        let cell = ctx.element(Role::ColumnHead, Some(row));
        let between = match types.heads {
            Heads::OneLine => day.between,
            Heads::TwoLines => "\n",
        };
        let (name, date) =
            (stretch(&day.name, Voice::Strong), stretch(&format!("{between}{}", day.date), Voice::Plain));
        let inside = words(ctx, &[name, date], types.day, column.inner, Some(cell));
        piece.height = piece.height.max(inside.height + 4.0);
        piece.take(inside, x, 0.0);
        x += column.width;
    }
    piece
}

/// The words of a card, before its row says how high it is.
struct Card {
    starts: u16,
    words: Piece,
    look: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Session,
    CalledOff,
    /// Of others.
    Aside,
    /// Words without a frame.
    Note,
}

fn day_bodies(ctx: &mut Ctx, days: &[Day], types: Types, column: Column, table: usize) -> Piece {
    let row = ctx.element(Role::Row, Some(table));
    // A note stands beside the earliest session of the week.
    let earliest = days.iter().flat_map(|day| &day.cards).map(|card| card.starts).min().unwrap_or(0);
    let mut laid: Vec<Vec<Card>> =
        days.iter().map(|day| day_body(ctx, day, types, column.inner, row, earliest)).collect();
    let mut piece = Piece::default();
    let mut y = 0.0;
    for row in rows_of(&laid) {
        let mut x = 0.0;
        for cards in &mut laid {
            let comes = cards.first().is_some_and(|card| row.starts.is_none_or(|starts| card.starts == starts));
            if comes {
                piece.take(framed(cards.remove(0), column.inner, row.height), x, y);
            }
            x += column.width;
        }
        y += row.height + GAP;
    }
    piece.height = (y - GAP).max(0.0);
    piece
}

/// The cards of one day; a day without any says why, where somebody could wonder.
fn day_body(ctx: &mut Ctx, day: &Day, types: Types, width: f32, row: usize, note_row: u16) -> Vec<Card> {
    let cell = ctx.element(Role::Cell, Some(row));
    let mut cards = Vec::new();
    if let Some(note) = &day.note {
        let element = ctx.element(Role::Paragraph, Some(cell));
        let words = words(ctx, &[stretch(note, Voice::Quiet)], types.topic, width, Some(element));
        cards.push(Card { starts: note_row, words, look: Look::Note });
    }
    cards.extend(day.cards.iter().map(|session| card(ctx, session, types, width, cell)));
    cards
}

const LEFT: f32 = 9.0;
const TOP: f32 = 5.0;

fn card(ctx: &mut Ctx, session: &Appointment, types: Types, width: f32, cell: usize) -> Card {
    let look = match (&session.off, session.aside) {
        (Some(_), _) => Look::CalledOff,
        (None, Some(_)) => Look::Aside,
        (None, None) => Look::Session,
    };
    let (strong, plain) = match look {
        Look::CalledOff => (Voice::Quiet, Voice::Quiet),
        Look::Aside => (Voice::Plain, Voice::Plain),
        Look::Session | Look::Note => (Voice::Strong, Voice::Plain),
    };
    let mut parts = vec![(types.time, strong, session.time.as_str())];
    parts.extend(session.off.as_deref().map(|words| (types.name, Voice::Strong, words)));
    parts.extend(session.aside.map(|words| (types.topic, Voice::Strong, words)));
    parts.push((types.name, strong, session.name.as_str()));
    parts.extend(session.topic.as_deref().map(|topic| (types.topic, plain, topic)));
    let place = match types.with {
        With::Staff if !session.with.is_empty() && !session.place.is_empty() => {
            format!("{}, {}", session.place, session.with)
        }
        With::Staff => format!("{}{}", session.place, session.with),
        With::Nobody => session.place.clone(),
    };
    parts.push((types.place, Voice::Quiet, place.as_str()));
    let mut inside = Piece::default();
    for (kind, voice, text) in parts.into_iter().filter(|(_, _, text)| !text.is_empty()) {
        let element = ctx.element(Role::Paragraph, Some(cell));
        let part = words(ctx, &[stretch(text, voice)], kind, width - LEFT - 4.0, Some(element));
        let gap = if inside.height > 0.0 { 1.0 } else { 0.0 };
        append(&mut inside, part, gap);
    }
    Card { starts: session.starts, words: inside, look }
}

fn height(card: &Card) -> f32 {
    card.words.height + 2.0 * TOP
}

fn framed(card: Card, width: f32, height: f32) -> Piece {
    let mut piece = Piece::new(height, Vec::new());
    let colors = match card.look {
        Look::Session => Some((theme::ACCENT, theme::EDGE)),
        Look::CalledOff | Look::Aside => Some((theme::RULE, theme::RULE)),
        Look::Note => None,
    };
    let Some((bar, edge)) = colors else {
        piece.take(card.words, 0.0, TOP);
        return piece;
    };
    piece.marks.push(frame((0.0, 0.0, width, height), 2.0, None, Some((0.7, edge))));
    piece.marks.push(rule((1.5, 0.0), (1.5, height), 3.0, bar));
    piece.take(card.words, LEFT, TOP);
    piece
}

/// A row of cards.
struct Row {
    /// Which cards it takes: those that begin then, or the next of every day.
    starts: Option<u16>,
    height: f32,
}

/// Rows by start where that costs little height, else the first, second, third session of each day.
fn rows_of(days: &[Vec<Card>]) -> Vec<Row> {
    let (aligned, plain) = (rows_by_start(days), rows_by_number(days));
    let total = |rows: &[Row]| rows.iter().map(|row| row.height + GAP).sum::<f32>();
    let clash = days.iter().any(|day| day.windows(2).any(|pair| matches!(pair, [a, b] if a.starts == b.starts)));
    if clash || total(&aligned) > total(&plain) * 1.12 { plain } else { aligned }
}

fn rows_by_start(days: &[Vec<Card>]) -> Vec<Row> {
    let starts: BTreeSet<u16> = days.iter().flatten().map(|card| card.starts).collect();
    let row = |starts: u16| {
        let heights = days.iter().flatten().filter(|card| card.starts == starts).map(height);
        Row { starts: Some(starts), height: heights.fold(0.0, f32::max) }
    };
    starts.into_iter().map(row).collect()
}

fn rows_by_number(days: &[Vec<Card>]) -> Vec<Row> {
    let most = days.iter().map(Vec::len).max().unwrap_or(0);
    let row = |number: usize| {
        let heights = days.iter().filter_map(|day| day.get(number)).map(height);
        Row { starts: None, height: heights.fold(0.0, f32::max) }
    };
    (0..most).map(row).collect()
}
