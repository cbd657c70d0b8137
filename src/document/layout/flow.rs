//! Fills pages with pieces, from top to bottom.

use super::piece::{Bond, Piece, Rest, Start, moved, rule};
use super::sign::STEP;
use super::theme::{self, Sheet};
use crate::document::page::{Mark, OutlineEntry, Page, Shape};

/// The least room for lines to write on.
const LEAST_NOTES: f32 = 3.0 * STEP;

pub(super) fn pages(pieces: Vec<Piece>, sheet: Sheet) -> (Vec<Page>, Vec<OutlineEntry>) {
    let mut flow = Flow { sheet, pages: vec![empty(sheet)], outline: Vec::new(), y: 0.0 };
    let mut rest = pieces.into_iter().flat_map(|piece| sliced(piece, sheet.text_height())).peekable();
    let mut chain: Vec<Piece> = Vec::new();
    while let Some(piece) = rest.next() {
        let goes_on = piece.bond == Bond::Next && rest.peek().is_some();
        chain.push(piece);
        if !goes_on {
            flow.place(core::mem::take(&mut chain));
        }
    }
    for page in &mut flow.pages {
        // Decoration lies under everything; the rest is painted as it is read.
        page.marks.sort_by_key(|mark| mark.element.map_or(0, |element| element + 1));
    }
    (flow.pages, flow.outline)
}

const fn empty(sheet: Sheet) -> Page {
    Page { width: sheet.width, height: sheet.height, marks: Vec::new() }
}

struct Flow {
    sheet: Sheet,
    pages: Vec<Page>,
    outline: Vec<OutlineEntry>,
    /// Height used on the last page.
    y: f32,
}

impl Flow {
    /// Places pieces that belong together; on the next page where they do not fit on this one.
    fn place(&mut self, chain: Vec<Piece>) {
        let height: f32 = chain.iter().map(|piece| piece.above + piece.height).sum();
        let wants_page = chain.first().is_some_and(|piece| piece.start == Start::NewPage);
        let too_high = self.y + height > self.sheet.text_height();
        let lines_only = chain.first().is_some_and(|piece| piece.rest == Rest::Lines);
        if lines_only && self.y + height + LEAST_NOTES > self.sheet.text_height() {
            return;
        }
        if self.y > 0.0 && (wants_page || too_high) {
            self.turn();
        }
        for piece in chain {
            self.put(piece);
        }
    }

    fn turn(&mut self) {
        self.pages.push(empty(self.sheet));
        self.y = 0.0;
    }

    fn put(&mut self, piece: Piece) {
        if self.y > 0.0 && self.y + piece.above + piece.height > self.sheet.text_height() + 0.01 {
            self.turn();
        }
        if self.y > 0.0 {
            self.y += piece.above;
        } else if let Some(head) = &piece.head {
            let repeated = head.marks.iter().cloned().map(|mark| Mark { element: None, ..mark });
            self.paint(repeated.collect());
            self.y += head.height;
        }
        let height = piece.height;
        if let Some((level, text)) = piece.outline {
            let (page, y) = (self.pages.len() - 1, self.sheet.top + self.y);
            self.outline.push(OutlineEntry { text: crate::document::text::clean(&text), level, page, y });
        }
        self.paint(piece.marks);
        self.y += height;
        if piece.rest == Rest::Lines {
            self.fill_with_lines();
        }
    }

    fn paint(&mut self, marks: Vec<Mark>) {
        let (x, y) = (self.sheet.left, self.sheet.top + self.y);
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(marks.into_iter().map(|mark| moved(mark, x, y)));
        }
    }

    fn fill_with_lines(&mut self) {
        let width = self.sheet.text_width();
        while self.y + STEP <= self.sheet.text_height() {
            self.paint(vec![rule((0.0, STEP), (width, STEP), 0.6, theme::RULE)]);
            self.y += STEP;
        }
    }
}

/// A piece higher than a page is cut between its lines; all others stay as they are.
fn sliced(piece: Piece, page: f32) -> Vec<Piece> {
    let room = page - piece.head.as_ref().map_or(0.0, |head| head.height);
    if piece.height <= room {
        return vec![piece];
    }
    // Cut a little above the end of the page, so that no line of text is halved.
    let step = room - 24.0;
    let mut slices: Vec<Piece> = Vec::new();
    let mut left = piece.height;
    while left > 0.0 {
        slices.push(Piece { height: left.min(step), head: piece.head.clone(), ..Piece::default() });
        left -= step;
    }
    for mark in piece.marks {
        if let Some(y) = top_of(&mark, room) {
            put_into(&mut slices, mark, y, step);
        }
    }
    if let Some(first) = slices.first_mut() {
        (first.above, first.start, first.outline) = (piece.above, piece.start, piece.outline);
    }
    if let Some(last) = slices.last_mut() {
        last.bond = piece.bond;
    }
    slices
}

fn put_into(slices: &mut [Piece], mark: Mark, y: f32, step: f32) {
    let mut from = 0.0;
    let last = slices.len().saturating_sub(1);
    for (number, slice) in slices.iter_mut().enumerate() {
        if y - from < step || number == last {
            slice.marks.push(moved(mark, 0.0, -from));
            return;
        }
        from += step;
    }
}

/// Where a mark stands; `None` for boxes and lines that would run over the page.
fn top_of(mark: &Mark, room: f32) -> Option<f32> {
    match &mark.shape {
        Shape::Text(run) => Some(run.at.y - run.size),
        Shape::Rule { from, to, .. } => Some(from.y.min(to.y)).filter(|_| (from.y - to.y).abs() < room),
        Shape::Box { at, height, .. } => Some(at.y).filter(|_| *height < room),
    }
}
