//! Where the bars of the hours strip stand.

use egui::{Rect, pos2, vec2};

use crate::base::Minutes;
use crate::wording::screen::Family;

/// The bars of the strip.
#[derive(Clone, Copy, Debug)]
pub struct Bars {
    rect: Rect,
    pitch: f32,
    most: f32,
}

/// Room above the bars for the mark of today.
const HEAD: f32 = 9.0;
/// Room below them for the numbers of the weeks.
const FOOT: f32 = 20.0;
/// Weeks are not drawn wider than this.
const WIDEST: f32 = 240.0;

/// Bars are not drawn wider than this.
const SLIM: f32 = 52.0;

impl Bars {
    /// Places so many bars in a rectangle; the tallest stands for `most`.
    pub fn new(rect: Rect, weeks: usize, most: Minutes) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a plan has at most 520 weeks")]
        let pitch = (rect.width() / weeks.max(1) as f32).min(WIDEST);
        Self { rect, pitch, most: f32::from(most.0.max(1)) }
    }

    /// Everything that belongs to a week, numbered from 0.
    pub fn slot(&self, at: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a plan has at most 520 weeks")]
        let left = self.rect.left() + self.pitch * at as f32;
        Rect::from_min_size(pos2(left, self.rect.top()), vec2(self.pitch, self.rect.height()))
    }

    /// The room of a week's bar.
    pub fn bar(&self, at: usize) -> Rect {
        let slot = self.slot(at);
        let side = (self.pitch - (self.pitch * 0.6).clamp(1.0, SLIM)) / 2.0;
        Rect::from_min_max(slot.min + vec2(side, HEAD), slot.max - vec2(side, FOOT))
    }

    /// How tall a length of time is.
    pub fn height(&self, minutes: Minutes) -> f32 {
        (self.rect.height() - HEAD - FOOT) * f32::from(minutes.0) / self.most
    }
}

/// The pieces of a week's bar from the ground up.
pub fn stack(bars: &Bars, at: usize, families: &[Minutes; 8]) -> Vec<(Family, Rect)> {
    let bar = bars.bar(at);
    let mut ground = bar.bottom();
    let mut pieces = Vec::new();
    for (family, minutes) in Family::ALL.into_iter().zip(families) {
        let height = bars.height(*minutes);
        if height > 0.0 {
            // Pieces meet on whole points: a sliver of ground between them would read as one more kind of service.
            let top = ground - height;
            pieces.push((family, Rect::from_x_y_ranges(bar.x_range(), top.round()..=ground.round())));
            ground = top;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip() -> Rect {
        Rect::from_min_size(pos2(10.0, 20.0), vec2(900.0, 76.0))
    }

    #[test]
    fn weeks_stand_side_by_side_within_the_strip() {
        for weeks in [1, 9, 52, 520] {
            let bars = Bars::new(strip(), weeks, Minutes(540));
            for at in 1..weeks {
                assert!((bars.slot(at).left() - bars.slot(at - 1).right()).abs() < 0.01);
            }
            assert!(strip().expand(0.1).contains_rect(bars.slot(weeks - 1)), "{weeks}");
            assert!(bars.bar(0).is_positive());
        }
    }

    #[test]
    fn the_fullest_week_fills_its_bar_and_none_is_taller() {
        let bars = Bars::new(strip(), 9, Minutes(540));
        let families =
            [Minutes(180), Minutes(0), Minutes(270), Minutes(0), Minutes(90), Minutes(0), Minutes(0), Minutes(0)];
        let pieces = stack(&bars, 3, &families);
        assert_eq!(pieces.len(), 3);
        let top = pieces.iter().map(|(_, rect)| rect.top()).fold(f32::MAX, f32::min);
        assert!((top - bars.bar(3).top()).abs() <= 1.01, "{top}");
        assert!(pieces.iter().all(|(_, rect)| bars.bar(3).expand(0.1).contains_rect(*rect)));
    }
}
