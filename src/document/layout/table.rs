//! Tables whose header repeats and whose rows stay whole, and labels with what they say.

use std::rc::Rc;

use super::Ctx;
use super::piece::{Bond, Piece, rule, stretch, stretches, words};
use super::theme;
use crate::document::Edition;
use crate::document::compose::blocks::{Style, Table, Text, Voice};
use crate::document::page::Role;

const PADDING_X: f32 = 8.0;
const PADDING_Y: f32 = 4.5;
/// Between a label and what it says.
const LABEL_GAP: f32 = 10.0;
/// Rows below this height look lost alone.
const LOW: f32 = 44.0;

pub(super) fn table(ctx: &mut Ctx, content: &Table, width: f32, parent: Option<usize>) -> Vec<Piece> {
    let table = ctx.element(Role::Table, parent);
    let shares: f32 = content.columns.iter().map(|column| column.share).sum();
    let widths: Vec<f32> = content.columns.iter().map(|column| width * column.share / shares.max(1.0)).collect();
    let head = head(ctx, content, &widths, width, table);
    let repeated = Rc::new(head.clone());
    let mut pieces = vec![head];
    for row in &content.rows {
        let mut piece = body_row(ctx, row, &widths, width, table);
        piece.head = Some(Rc::clone(&repeated));
        pieces.push(piece);
    }
    keep_ends(&mut pieces);
    pieces
}

/// Two low rows at least stand below a header and on the page after a break.
fn keep_ends(pieces: &mut [Piece]) {
    let count = pieces.len();
    for (number, piece) in pieces.iter_mut().enumerate() {
        if count > 2 && piece.height < LOW && (number == 1 || number + 2 == count) {
            piece.bond = Bond::Next;
        }
    }
}

fn head(ctx: &mut Ctx, content: &Table, widths: &[f32], width: f32, table: usize) -> Piece {
    let row = ctx.element(Role::Row, Some(table));
    let kind = theme::style(Style::Label, ctx.edition);
    let mut piece = Piece::default().below(6.0).with_next();
    let mut x = 0.0;
    for (column, column_width) in content.columns.iter().zip(widths) {
        let cell = ctx.element(Role::ColumnHead, Some(row));
        let label = stretch(&column.head, Voice::Strong);
        let inside = words(ctx, &[label], kind, column_width - PADDING_X, Some(cell));
        piece.height = piece.height.max(inside.height + 2.0 * PADDING_Y - 2.0);
        piece.take(inside, x, PADDING_Y - 2.0);
        x += column_width;
    }
    piece.marks.push(rule((0.0, piece.height), (width, piece.height), 1.2, theme::ACCENT));
    piece
}

fn body_row(ctx: &mut Ctx, cells: &[Vec<Text>], widths: &[f32], width: f32, table: usize) -> Piece {
    let row = ctx.element(Role::Row, Some(table));
    let mut piece = Piece::default();
    let mut x = 0.0;
    for (cell, column_width) in cells.iter().zip(widths) {
        let element = ctx.element(Role::Cell, Some(row));
        let inside = cell_words(ctx, cell, column_width - PADDING_X, element);
        piece.height = piece.height.max(inside.height + 2.0 * PADDING_Y);
        piece.take(inside, x, PADDING_Y);
        x += column_width;
    }
    piece.marks.push(rule((0.0, piece.height), (width, piece.height), 0.5, theme::RULE));
    piece
}

fn cell_words(ctx: &mut Ctx, paragraphs: &[Text], width: f32, cell: usize) -> Piece {
    let mut whole = Piece::default();
    for paragraph in paragraphs {
        let element = if paragraphs.len() == 1 { cell } else { ctx.element(Role::Paragraph, Some(cell)) };
        let kind = theme::style(paragraph.style, ctx.edition);
        let inside = words(ctx, &stretches(&paragraph.spans), kind, width, Some(element));
        let height = inside.height;
        whole.take(inside, 0.0, whole.height);
        whole.height += height;
    }
    whole
}

/// Labels on the left and what they say on the right.
pub(super) fn facts(ctx: &mut Ctx, facts: &[(String, Text)], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let table = ctx.element(Role::Table, parent);
    let label_width = label_width(ctx, facts, width);
    facts.iter().map(|fact| self::fact(ctx, fact, (label_width, width), table)).collect()
}

/// The same on all pages where there is room; in a column, as wide as its labels.
fn label_width(ctx: &mut Ctx, facts: &[(String, Text)], width: f32) -> f32 {
    let usual = match ctx.edition {
        Edition::Patient => 150.0,
        Edition::Clinical => 118.0,
    };
    if usual <= width * 0.36 {
        return usual;
    }
    let measured = facts.iter().map(|(label, text)| {
        let (face, _) = theme::voice(Voice::Quiet);
        ctx.setter.width(face, theme::style(text.style, ctx.edition).size, label) + LABEL_GAP + 1.0
    });
    measured.fold(0.0, f32::max).min(usual).min(width * 0.45)
}

fn fact(ctx: &mut Ctx, (label, text): &(String, Text), (label_width, width): (f32, f32), table: usize) -> Piece {
    let gap = match ctx.edition {
        Edition::Patient => 5.0,
        Edition::Clinical => 3.5,
    };
    let row = ctx.element(Role::Row, Some(table));
    let head = ctx.element(Role::RowHead, Some(row));
    let cell = ctx.element(Role::Cell, Some(row));
    let kind = theme::style(text.style, ctx.edition);
    let label = words(ctx, &[stretch(label, Voice::Quiet)], kind, label_width - LABEL_GAP, Some(head));
    let inside = words(ctx, &stretches(&text.spans), kind, width - label_width, Some(cell));
    let mut piece = Piece::new(label.height.max(inside.height), Vec::new()).below(gap);
    piece.take(label, 0.0, 0.0);
    piece.take(inside, label_width, 0.0);
    piece
}
