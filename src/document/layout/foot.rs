//! What every page carries: footer, page number and, on drafts, the watermark; decoration to a screen reader.

use super::Ctx;
use super::piece::{Piece, rule, stretch, turned, words, words_ending_at};
use super::theme::{self, Type};
use crate::document::compose::blocks::{Content, Voice};
use crate::document::page::{Page, Point};

const FOOT: Type = Type { size: 8.5, leading: 11.5 };
/// From the lower edge of the page to the last line of the footer.
const BELOW: f32 = 27.0;
/// Most footers have two lines; those of one are as high.
const FEWEST_LINES: usize = 2;

pub(super) fn add(ctx: &mut Ctx, pages: &mut [Page], content: &Content) {
    let count = pages.len();
    let height =
        content.footer.lines.iter().skip(FEWEST_LINES).fold(BELOW + 2.0 * FOOT.leading, |h, _| h + FOOT.leading);
    for (number, page) in (1..).zip(pages) {
        let [before, between] = content.footer.page;
        let number = format!("{before} {number} {between} {count}");
        let mut foot = Piece::default();
        let (left, right, y) = (ctx.sheet.left, page.width - ctx.sheet.right, page.height - height);
        foot.marks.push(rule((left, y), (right, y), 0.5, theme::RULE));
        foot.marks.extend(words_ending_at(ctx, &stretch(&number, Voice::Quiet), FOOT, (right, y + 6.0), None));
        for (line, text) in (0_u8..).zip(&content.footer.lines) {
            // The number stands at the end of the first line.
            let width = if line == 0 { right - left - 76.0 } else { right - left };
            let words = words(ctx, &[stretch(text, Voice::Quiet)], FOOT, width, None);
            foot.take(words, left, y + 6.0 + f32::from(line) * FOOT.leading);
        }
        page.marks.extend(foot.marks);
        if let Some(text) = &content.watermark {
            let middle = Point { x: page.width / 2.0, y: page.height / 2.0 };
            let marks = turned(ctx, text, watermark_size(text), middle, theme::WATERMARK);
            page.marks.splice(0..0, marks);
        }
    }
}

fn watermark_size(text: &str) -> f32 {
    if text.chars().count() > 6 { 112.0 } else { 150.0 }
}
