//! Lines to sign and to write on.

use super::Ctx;
use super::piece::{Bond, Piece, rule, stretch, words, words_ending_at};
use super::theme::{self, Type};
use crate::document::Edition;
use crate::document::compose::blocks::{Signature, Style, Voice};
use crate::document::page::Role;

/// Distance between lines that one can write on.
pub(super) const STEP: f32 = 25.0;

/// The share of the width that a printed name has.
const NAME: f32 = 0.34;

/// Empty ruled lines.
pub(super) fn ruled(count: u8, width: f32) -> Vec<Piece> {
    (0..count).map(|_| Piece::new(STEP, vec![rule((0.0, STEP), (width, STEP), 0.6, theme::EDGE)])).collect()
}

/// Signatures; the last keeps with what follows.
pub(super) fn all(ctx: &mut Ctx, signatures: &[Signature], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = signatures.iter().map(|signature| line(ctx, signature, width, parent)).collect();
    if let Some(last) = pieces.last_mut() {
        last.bond = Bond::Next;
    }
    pieces
}

/// Role and meaning, then lines for signature, printed name and date.
fn line(ctx: &mut Ctx, signature: &Signature, width: f32, parent: Option<usize>) -> Piece {
    let kind = theme::style(Style::Compact, ctx.edition);
    let small = theme::style(Style::Small, ctx.edition);
    let element = ctx.element(Role::Paragraph, parent);
    let meaning = if signature.meaning.is_empty() { String::new() } else { format!("  {}", signature.meaning) };
    let heading = [stretch(&signature.role, Voice::Strong), stretch(&meaning, Voice::Quiet)];
    let mut piece = words(ctx, &heading, kind, width, Some(element)).below(10.0);
    if let Some(outcome) = &signature.outcome {
        let element = ctx.element(Role::Paragraph, parent);
        let said = words(ctx, &[stretch(outcome, Voice::Plain)], kind, width, Some(element));
        let (y, height) = (piece.height, said.height);
        piece.take(said, 0.0, y);
        piece.height += height;
    }
    let name = words(ctx, &[stretch(&signature.name, Voice::Plain)], kind, width * NAME, None);
    let least = match ctx.edition {
        Edition::Patient => 25.0,
        Edition::Clinical => 22.0,
    };
    let y = piece.height + (name.height + 8.0).max(least);
    field_lines(ctx, &mut piece, signature, (width, y), (kind, small), parent);
    piece.height = y + small.leading + 2.0;
    piece
}

fn field_lines(
    ctx: &mut Ctx,
    piece: &mut Piece,
    signature: &Signature,
    (width, y): (f32, f32),
    (kind, small): (Type, Type),
    parent: Option<usize>,
) {
    let [sign, name, date] = signature.captions;
    let fields = [(0.0, 0.42, sign, ""), (0.45, NAME, name, signature.name.as_str()), (0.82, 0.18, date, "")];
    for (from, share, caption, filled) in fields {
        let (from, to) = (width * from, width * (from + share));
        piece.marks.push(rule((from, y), (to, y), 0.8, theme::INK));
        let element = ctx.element(Role::Paragraph, parent);
        let below = words(ctx, &[stretch(caption, Voice::Quiet)], small, to - from, Some(element));
        piece.take(below, from, y + 2.0);
        if !filled.is_empty() {
            let element = ctx.element(Role::Paragraph, parent);
            let above = words(ctx, &[stretch(filled, Voice::Plain)], kind, to - from, Some(element));
            let height = above.height;
            piece.take(above, from, y - height - 1.0);
        }
    }
}

/// The words over lines for notes that fill a page.
pub(super) fn notes(ctx: &mut Ctx, text: &str, parent: Option<usize>) -> Piece {
    let element = ctx.element(Role::Paragraph, parent);
    let kind = theme::style(Style::Compact, ctx.edition);
    let mut piece = words(ctx, &[stretch(text, Voice::Quiet)], kind, ctx.sheet.text_width(), Some(element)).below(16.0);
    piece.rest = super::piece::Rest::Lines;
    piece
}

/// Words at the right end of a line.
pub(super) fn at_right(ctx: &mut Ctx, text: &str, kind: Type, place: (f32, f32), element: usize) -> Piece {
    let marks = words_ending_at(ctx, &stretch(text, Voice::Strong), kind, place, Some(element));
    Piece::new(kind.leading, marks)
}
