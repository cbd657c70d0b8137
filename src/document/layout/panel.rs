//! Cards and columns: blocks set apart from the rest, or beside one another.

use super::piece::{Bond, Piece, frame, rule, stack};
use super::{Ctx, blocks, theme};
use crate::document::compose::blocks::{Block, Tone};
use crate::document::page::Role;

const GUTTER: f32 = 26.0;

/// A card, or plain blocks where it would not fit on a page.
pub(super) fn card(ctx: &mut Ctx, tone: Tone, inside: &[Block], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let (padding_x, padding_y) = match tone {
        Tone::Main => (20.0, 14.0),
        Tone::Quiet | Tone::Framed => (14.0, 11.0),
    };
    let before = ctx.elements.len();
    let section = ctx.element(Role::Section, parent);
    let content = stack(blocks(ctx, inside, width - 2.0 * padding_x, Some(section)));
    let height = content.height + 2.0 * padding_y;
    if height > ctx.sheet.text_height() {
        ctx.elements.truncate(before);
        return blocks(ctx, inside, width, parent);
    }
    let place = (0.0, 0.0, width, height);
    let mut piece = Piece::new(height, Vec::new()).below(10.0);
    match tone {
        Tone::Main => {
            piece.marks.push(frame(place, 3.0, Some(theme::TINT), None));
            piece.marks.push(rule((2.5, 0.0), (2.5, height), 5.0, theme::ACCENT));
        }
        Tone::Quiet => piece.marks.push(frame(place, 3.0, Some(theme::TINT), None)),
        Tone::Framed => piece.marks.push(frame(place, 2.0, None, Some((1.0, theme::EDGE)))),
    }
    if tone == Tone::Quiet {
        piece.bond = Bond::Next;
    }
    piece.take(content, padding_x, padding_y);
    vec![piece]
}

/// Blocks as one piece, or as they are where they would not fit on a page.
pub(super) fn whole(ctx: &mut Ctx, inside: &[Block], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let pieces = blocks(ctx, inside, width, parent);
    let height: f32 = pieces.iter().map(|piece| piece.above + piece.height).sum();
    if height > ctx.sheet.text_height() { pieces } else { vec![stack(pieces)] }
}

/// Blocks of which the last keeps with what comes next.
pub(super) fn keep(ctx: &mut Ctx, inside: &[Block], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let mut pieces = blocks(ctx, inside, width, parent);
    if let Some(last) = pieces.last_mut() {
        last.bond = Bond::Next;
    }
    pieces
}

/// Columns side by side, or one below the other where they would not fit on a page.
pub(super) fn columns(ctx: &mut Ctx, columns: &[(f32, Vec<Block>)], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let before = ctx.elements.len();
    let shares: f32 = columns.iter().map(|(share, _)| share).sum();
    let gutters = GUTTER * f32::from(u8::try_from(columns.len().saturating_sub(1)).unwrap_or(u8::MAX));
    let mut whole = Piece::default();
    let mut x = 0.0;
    for (share, inside) in columns {
        let column_width = (width - gutters) * share / shares.max(1.0);
        let column = stack(blocks(ctx, inside, column_width, parent));
        whole.above = whole.above.max(column.above);
        whole.height = whole.height.max(column.height);
        whole.take(column, x, 0.0);
        x += column_width + GUTTER;
    }
    if whole.height > ctx.sheet.text_height() {
        ctx.elements.truncate(before);
        return columns.iter().flat_map(|(_, inside)| blocks(ctx, inside, width, parent)).collect();
    }
    vec![whole]
}
