//! A piece of a page: marks that stay together, placed from their own top left corner.

use std::rc::Rc;

use super::Ctx;
use super::theme::{self, Type};
use crate::document::compose::blocks::{Span, Voice};
use crate::document::page::{Color, Face, Mark, Point, Run, Shape};
use crate::document::text::{Line, REPLACEMENT, Stretch};

/// Marks that stay together.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Distance to what stands above; dropped at the top of a page.
    pub(super) above: f32,
    pub(super) height: f32,
    pub(super) marks: Vec<Mark>,
    pub(super) bond: Bond,
    pub(super) start: Start,
    /// A table's header, repeated when the piece comes first on a page.
    pub(super) head: Option<Rc<Piece>>,
    /// Heading for the outline: level and text.
    pub(super) outline: Option<(u8, String)>,
    pub(super) rest: Rest,
}

/// Whether a piece may be parted from the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Bond {
    #[default]
    Free,
    /// Keeps with the next piece.
    Next,
}

/// Where a piece may start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Start {
    #[default]
    Here,
    NewPage,
}

/// What becomes of the rest of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Rest {
    #[default]
    Open,
    /// Filled with lines to write on; without room for some, the piece is left out.
    Lines,
}

impl Piece {
    pub(super) fn new(height: f32, marks: Vec<Mark>) -> Self {
        Self { height, marks, ..Self::default() }
    }

    /// Distance that is dropped at the top of a page.
    pub(super) fn space(height: f32) -> Self {
        Self { above: height, bond: Bond::Next, ..Self::default() }
    }

    #[must_use]
    pub(super) fn below(mut self, above: f32) -> Self {
        self.above = above;
        self
    }

    #[must_use]
    pub(super) fn with_next(mut self) -> Self {
        self.bond = Bond::Next;
        self
    }

    /// Adds another piece's marks, moved.
    pub(super) fn take(&mut self, other: Self, x: f32, y: f32) {
        self.marks.extend(other.marks.into_iter().map(|mark| moved(mark, x, y)));
    }
}

/// One piece of many, one below the other.
pub(super) fn stack(pieces: Vec<Piece>) -> Piece {
    let mut whole = Piece::default();
    let mut last = Bond::Free;
    for (number, piece) in pieces.into_iter().enumerate() {
        let above = if number == 0 { 0.0 } else { piece.above };
        if number == 0 {
            (whole.above, whole.start, whole.outline) = (piece.above, piece.start, piece.outline.clone());
        }
        let (y, height) = (whole.height + above, piece.height);
        last = piece.bond;
        whole.take(piece, 0.0, y);
        whole.height = y + height;
    }
    whole.bond = last;
    whole
}

/// A mark moved right and down.
pub(super) fn moved(mut mark: Mark, x: f32, y: f32) -> Mark {
    let shift = |point: &mut Point| {
        point.x += x;
        point.y += y;
    };
    match &mut mark.shape {
        Shape::Text(run) => shift(&mut run.at),
        Shape::Rule { from, to, .. } => {
            shift(from);
            shift(to);
        }
        Shape::Box { at, .. } => shift(at),
    }
    mark
}

/// A line of decoration.
pub(super) fn rule(from: (f32, f32), to: (f32, f32), thickness: f32, color: Color) -> Mark {
    let point = |(x, y)| Point { x, y };
    Mark { element: None, shape: Shape::Rule { from: point(from), to: point(to), thickness, color } }
}

/// A box of decoration: place and size, radius, filling, border.
pub(super) fn frame(
    (x, y, width, height): (f32, f32, f32, f32),
    radius: f32,
    fill: Option<Color>,
    border: Option<(f32, Color)>,
) -> Mark {
    Mark { element: None, shape: Shape::Box { at: Point { x, y }, width, height, radius, fill, border } }
}

/// Where a line's baseline stands below its top: capitals stand in the middle of the line.
pub(super) fn baseline(kind: Type) -> f32 {
    kind.leading * 0.5 + kind.size * 0.334
}

/// The marks of a wrapped line whose top left corner stands at a place.
pub(super) fn line_marks(line: &Line, kind: Type, (x, y): (f32, f32), element: Option<usize>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for part in &line.parts {
        let at = Point { x: x + part.x, y: y + baseline(kind) };
        let mut pen = at.x;
        for glyph in &part.glyphs {
            let width = glyph.advance * kind.size / 1000.0;
            if glyph.text == REPLACEMENT {
                let (inset, height) = (width * 0.12, kind.size * 0.668);
                let place = (pen + inset, at.y - height, width - 2.0 * inset, height);
                marks.push(Mark { element, ..frame(place, 0.0, None, Some((0.7, part.color))) });
            }
            pen += width;
        }
        let (face, color) = (part.face, part.color);
        let run =
            Run { at, face, size: kind.size, color, turned: 0.0, text: part.text.clone(), glyphs: part.glyphs.clone() };
        marks.push(Mark { element, shape: Shape::Text(run) });
    }
    marks
}

/// Spans as the type setter takes them.
pub(super) fn stretches(spans: &[Span]) -> Vec<Stretch> {
    spans.iter().map(|span| stretch(&span.text, span.voice)).collect()
}

pub(super) fn stretch(text: &str, voice: Voice) -> Stretch {
    let (face, color) = theme::voice(voice);
    Stretch { text: text.to_owned(), face, color }
}

/// Wrapped words as one piece.
pub(super) fn words(ctx: &mut Ctx, words: &[Stretch], kind: Type, width: f32, element: Option<usize>) -> Piece {
    let lines = ctx.setter.wrap(words, kind.size, width);
    let mut piece = Piece::default();
    for line in &lines {
        piece.marks.extend(line_marks(line, kind, (0.0, piece.height), element));
        piece.height += kind.leading;
    }
    piece
}

/// Words on one line that ends at a place.
pub(super) fn words_ending_at(
    ctx: &mut Ctx,
    words: &Stretch,
    kind: Type,
    (right, y): (f32, f32),
    element: Option<usize>,
) -> Vec<Mark> {
    let lines = ctx.setter.wrap(core::slice::from_ref(words), kind.size, f32::from(u16::MAX));
    lines.first().map(|line| line_marks(line, kind, (right - line.width, y), element)).unwrap_or_default()
}

/// Words across a page, turned.
pub(super) fn turned(ctx: &mut Ctx, text: &str, size: f32, middle: Point, color: Color) -> Vec<Mark> {
    const DEGREES: f32 = 45.0;
    let words = Stretch { text: text.to_owned(), face: Face::Semibold, color };
    let lines = ctx.setter.wrap(&[words], size, f32::from(u16::MAX));
    let (sin, cos) = DEGREES.to_radians().sin_cos();
    let mut marks = Vec::new();
    for line in lines.iter().take(1) {
        // Back by half the length along the words, and down by half a capital across them.
        let (along, across) = (line.width / 2.0, size * 0.334);
        let at = (middle.x - along * cos + across * sin, middle.y + along * sin + across * cos);
        marks = line_marks(line, Type { size, leading: 0.0 }, (0.0, 0.0), None);
        for mark in &mut marks {
            if let Shape::Text(run) = &mut mark.shape {
                run.at = Point { x: at.0, y: at.1 };
                run.turned = DEGREES;
            }
        }
    }
    marks
}
