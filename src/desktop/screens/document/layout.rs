//! Where the pages lie, one below the other.

use egui::{Rect, pos2, vec2};

use crate::desktop::shell::Zoom;
use crate::document::page::Pages;

/// The pages at one size.
#[derive(Clone, Debug)]
pub(super) struct Stack {
    scale: f32,
    sizes: Vec<egui::Vec2>,
    /// Width of the widest page with its margins.
    pub(super) width: f32,
    /// Height of all pages with the room between them.
    pub(super) height: f32,
}

/// Room around pages.
const GAP: f32 = 18.0;
/// Fitted pages grow no further than this.
const WIDEST_FIT: f32 = 1.1;
/// Points of the screen for a point on paper at 100 %.
const SCREEN: f32 = 96.0 / 72.0;

impl Stack {
    /// Pages at a size, in so much room.
    pub(super) fn new(pages: &Pages, zoom: Zoom, room: f32) -> Self {
        let widest = pages.pages.iter().map(|page| page.width).fold(1.0, f32::max);
        let scale = match zoom {
            Zoom::FitWidth => ((room - 2.0 * GAP) / widest).clamp(0.3, WIDEST_FIT * SCREEN),
            Zoom::Percent(percent) => f32::from(percent) / 100.0 * SCREEN,
        };
        let sizes: Vec<_> = pages.pages.iter().map(|page| vec2(page.width, page.height) * scale).collect();
        let height = sizes.iter().map(|size| size.y + GAP).sum::<f32>() + GAP;
        Self { scale, sizes, width: widest * scale + 2.0 * GAP, height }
    }

    /// Where a page lies, from the top left corner of all, centered in so much width.
    pub(super) fn rect(&self, at: usize, width: f32) -> Rect {
        let top = GAP + self.sizes.iter().take(at).map(|size| size.y + GAP).sum::<f32>();
        let size = self.sizes.get(at).copied().unwrap_or_default();
        Rect::from_min_size(pos2(((width - size.x) / 2.0).round(), top.round()), size)
    }

    /// The height at which to begin so that a page is seen from its top, or the last page for one beyond it.
    pub(super) fn top(&self, at: usize) -> f32 {
        let last = self.sizes.len().saturating_sub(1);
        self.rect(at.min(last), 0.0).top() - GAP / 2.0
    }

    /// The page at a height, from 0.
    pub(super) fn page_at(&self, y: f32) -> usize {
        let reaches = |at: &usize| self.rect(*at, 0.0).bottom() + GAP / 2.0 > y;
        (0..self.sizes.len()).find(reaches).unwrap_or(self.sizes.len().saturating_sub(1))
    }

    /// The size in percent of paper.
    pub(super) fn percent(&self) -> u16 {
        let percent = (self.scale / SCREEN * 100.0).round().clamp(1.0, 999.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 999")]
        let percent = percent as u16;
        percent
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::Page;

    fn three() -> Pages {
        let page = Page { width: 612.0, height: 792.0, marks: Vec::new() };
        let pages = vec![page.clone(), page.clone(), page];
        let (title, language, author) = (String::new(), String::new(), String::new());
        Pages {
            title,
            language,
            author,
            pages,
            dated: None,
            elements: Vec::new(),
            outline: Vec::new(),
            missing: Vec::new(),
        }
    }

    #[test]
    fn fitted_pages_fill_the_room_and_lie_below_each_other() {
        let stack = Stack::new(&three(), Zoom::FitWidth, 648.0);
        assert_eq!(stack.percent(), 75);
        assert!((stack.rect(0, 648.0).width() - 612.0).abs() < 0.5);
        assert!(stack.rect(1, 648.0).top() > stack.rect(0, 648.0).bottom());
        assert!(stack.rect(2, 648.0).bottom() < stack.height);
    }

    #[test]
    fn the_page_in_the_middle_is_the_page_shown() {
        let stack = Stack::new(&three(), Zoom::Percent(75), 648.0);
        for (y, page) in [(0.0, 0), (500.0, 0), (1000.0, 1), (2000.0, 2), (9999.0, 2)] {
            assert_eq!(stack.page_at(y), page, "{y}");
        }
    }
}
