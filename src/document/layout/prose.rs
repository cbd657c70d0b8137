//! Headings, paragraphs, quotations and lists.

use super::Ctx;
use super::piece::{Bond, Piece, frame, line_marks, rule, stack, stretch, stretches, words};
use super::theme;
use crate::document::compose::blocks::{Marker, Style, Text, Voice};
use crate::document::page::{Face, Role};

pub(super) fn heading(ctx: &mut Ctx, level: u8, text: &str, width: f32, parent: Option<usize>) -> Piece {
    let (kind, above) = theme::heading(level, ctx.edition);
    let element = ctx.element(Role::Heading(level), parent);
    let mut words_of_it = stretch(text, Voice::Strong);
    words_of_it.face = Face::Semibold;
    if level <= 2 {
        words_of_it.color = theme::ACCENT;
    }
    let mut piece = words(ctx, &[words_of_it], kind, width, Some(element)).below(above).with_next();
    piece.height += 4.0;
    piece.outline = Some((level, text.to_owned()));
    piece
}

/// A paragraph as pieces that part nowhere but between its inner lines: at least two stay together at each end.
pub(super) fn text(ctx: &mut Ctx, text: &Text, width: f32, parent: Option<usize>) -> Vec<Piece> {
    let element = ctx.element(Role::Paragraph, parent);
    let kind = theme::style(text.style, ctx.edition);
    let lines = ctx.setter.wrap(&stretches(&text.spans), kind.size, width);
    let count = lines.len();
    let mut pieces: Vec<Piece> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let mut piece = Piece::new(kind.leading, line_marks(line, kind, (0.0, 0.0), Some(element)));
        let second_or_last = number == 1 || number + 1 == count;
        if number == 0 {
            piece.above = paragraph_gap(text.style);
        }
        match pieces.pop() {
            Some(before) if second_or_last => pieces.push(stack(vec![before, piece])),
            Some(before) => pieces.extend([before, piece]),
            None => pieces.push(piece),
        }
    }
    if text.style == Style::Label {
        for piece in &mut pieces {
            piece.bond = Bond::Next;
        }
    }
    pieces
}

const fn paragraph_gap(style: Style) -> f32 {
    match style {
        Style::Lead | Style::Compact => 2.0,
        Style::Body => 4.0,
        Style::Small => 3.0,
        Style::Label => 8.0,
    }
}

/// The person's own words, beside an upright line.
pub(super) fn quote(ctx: &mut Ctx, text: &Text, width: f32, parent: Option<usize>) -> Piece {
    const INSET: f32 = 14.0;
    let element = ctx.element(Role::Paragraph, parent);
    let kind = theme::quote(ctx.edition);
    let inside = words(ctx, &stretches(&text.spans), kind, width - INSET, Some(element));
    let mut piece = Piece::new(inside.height + 4.0, Vec::new()).below(8.0).with_next();
    piece.marks.push(rule((1.5, 1.0), (1.5, inside.height + 3.0), 3.0, theme::ACCENT));
    piece.take(inside, INSET, 2.0);
    piece
}

pub(super) fn list(ctx: &mut Ctx, marker: Marker, entries: &[Text], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let list = ctx.element(Role::List, parent);
    (1..).zip(entries).map(|entry| list_entry(ctx, marker, entry, width, list)).collect()
}

fn list_entry(ctx: &mut Ctx, marker: Marker, (number, entry): (usize, &Text), width: f32, list: usize) -> Piece {
    let kind = theme::style(entry.style, ctx.edition);
    let item = ctx.element(Role::ListItem, Some(list));
    let (inset, mut piece) = match marker {
        Marker::Bullet => {
            let label = ctx.element(Role::Label, Some(item));
            (kind.size * 1.1, words(ctx, &[stretch("•", Voice::Accent)], kind, width, Some(label)))
        }
        Marker::Number => {
            let label = ctx.element(Role::Label, Some(item));
            let words = words(ctx, &[stretch(&number.to_string(), Voice::Strong)], kind, width, Some(label));
            (kind.size * 1.6, words)
        }
        Marker::CheckBox => {
            let side = kind.size * 0.86;
            let place = (0.5, (kind.leading - side) / 2.0, side, side);
            (kind.size * 1.75, Piece::new(0.0, vec![frame(place, 1.5, None, Some((1.1, theme::INK)))]))
        }
    };
    let body = ctx.element(Role::ListBody, Some(item));
    let inside = words(ctx, &stretches(&entry.spans), kind, width - inset, Some(body));
    piece.height = inside.height;
    piece.take(inside, inset, 0.0);
    piece.below(match marker {
        Marker::Bullet | Marker::Number => 2.5,
        Marker::CheckBox => 6.0,
    })
}
