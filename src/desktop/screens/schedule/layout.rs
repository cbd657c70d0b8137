//! Where the days, hours and sessions of a week stand.

use egui::{Pos2, Rect, pos2, vec2};

/// The board of one week.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    rect: Rect,
    days: usize,
    from: u16,
    to: u16,
    measures: Measures,
}

/// What a board gives to the names of its days and hours, and to an hour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Room for the hours on the left.
    gutter: f32,
    /// Room for the days above.
    head: f32,
    /// No hour is lower than this; the board is then scrolled.
    lowest_hour: f32,
}

impl Measures {
    const USUAL: Self = Self { gutter: 58.0, head: 44.0, lowest_hour: 46.0 };
    /// Where there is little room, a day that is seen whole is worth more than all its words.
    const SMALL: Self = Self { gutter: 50.0, head: 26.0, lowest_hour: 32.0 };
    /// With less height than this, there is little room.
    const LITTLE: f32 = 300.0;

    /// The measures of a board in so much height.
    pub const fn of(room: f32) -> Self {
        if room < Self::LITTLE { Self::SMALL } else { Self::USUAL }
    }

    /// How tall a board of so many hours is in so much room.
    pub fn height(self, from: u16, to: u16, room: f32) -> f32 {
        let hours = f32::from(to.saturating_sub(from)) / 60.0;
        (room - self.head).clamp(hours * self.lowest_hour, hours * HIGHEST_HOUR) + self.head
    }
}

/// No hour is higher than this.
const HIGHEST_HOUR: f32 = 112.0;

/// How near to its edge a point is at the edge.
const REACH: f32 = 18.0;

/// Starts and ends are dragged along a grid of so many minutes.
pub const GRID: u16 = 15;

/// How near to the start of a group's meeting a session is drawn into it, in minutes.
const PULL: u16 = 22;

/// An edge of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where the week before begins.
    Before,
    /// Where the week after begins.
    After,
}

/// A minute of the day on the grid.
pub const fn snapped(minute: u16) -> u16 {
    (minute + GRID / 2) / GRID * GRID
}

/// Where something of a length begins that was dragged to a minute of the day: at the start of a meeting nearby, where
/// it was before if that is near, or else on the grid.
pub fn landing(raw: i32, length: u16, before: Option<u16>, meetings: &[u16]) -> u16 {
    let last = (24 * 60_u16).saturating_sub(length);
    let raw = u16::try_from(raw.max(0)).unwrap_or(last).min(last);
    let near = |reach: u16| move |at: &&u16| at.abs_diff(raw) <= reach;
    let meeting = meetings.iter().filter(near(PULL)).min_by_key(|at| at.abs_diff(raw));
    let before = before.as_ref().filter(near(GRID / 2));
    before.or(meeting).copied().unwrap_or_else(|| snapped(raw).min(last))
}

impl Board {
    /// A board in a rectangle, for so many days and from and to these minutes of the day.
    pub fn new(rect: Rect, days: usize, hours: (u16, u16), measures: Measures) -> Self {
        Self { rect, days: days.max(1), from: hours.0, to: hours.1.max(hours.0 + 60), measures }
    }

    /// Below the names of the days and right of the hours.
    pub fn field(&self) -> Rect {
        Rect::from_min_max(self.rect.min + vec2(self.measures.gutter, self.measures.head), self.rect.max)
    }

    /// The name of a day, numbered from 0.
    pub fn head(&self, day: usize) -> Rect {
        let column = self.column(day);
        Rect::from_min_max(pos2(column.left(), self.rect.top()), pos2(column.right(), column.top()))
    }

    /// A day, numbered from 0.
    pub fn column(&self, day: usize) -> Rect {
        let field = self.field();
        #[expect(clippy::cast_precision_loss, reason = "a week has seven days")]
        let (at, days) = (day as f32, self.days as f32);
        let width = field.width() / days;
        Rect::from_min_size(pos2(field.left() + width * at, field.top()), vec2(width, field.height()))
    }

    /// The height of a minute of the day, within the board.
    pub fn y(&self, minute: u16) -> f32 {
        let field = self.field();
        let share = f32::from(minute.clamp(self.from, self.to) - self.from) / f32::from(self.to - self.from);
        field.top() + field.height() * share
    }

    /// The day under a point, numbered from 0; beside the board, the nearest.
    pub fn day_at(&self, at: Pos2) -> usize {
        let within = |day: &usize| self.column(*day).right() > at.x;
        (0..self.days).find(within).unwrap_or(self.days - 1)
    }

    /// The minute of the day at a height; above and below the board, its first and last.
    pub fn minute_at(&self, y: f32) -> u16 {
        let field = self.field();
        let share = ((y - field.top()) / field.height().max(1.0)).clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within a day")]
        let minutes = (share * f32::from(self.to - self.from)).round() as u16;
        self.from + minutes
    }

    /// The edge of the field at which a point is, within reach of it or beyond.
    pub fn side(&self, at: Pos2) -> Option<Side> {
        let field = self.field();
        if at.x < field.left() + REACH {
            Some(Side::Before)
        } else if at.x > field.right() - REACH {
            Some(Side::After)
        } else {
            None
        }
    }

    /// The whole hours of the board.
    pub fn hours(&self) -> impl Iterator<Item = u16> + use<> {
        (self.from / 60..=self.to / 60).map(|hour| hour * 60)
    }

    /// A card on a day in its lane.
    pub fn card<K>(&self, day: usize, slot: &Slot<K>) -> Rect {
        let column = self.column(day).shrink2(vec2(4.0, 0.0));
        let width = column.width() / f32::from(slot.of.max(1));
        let left = column.left() + width * f32::from(slot.lane);
        let gap = if slot.lane + 1 < slot.of { 3.0 } else { 0.0 };
        Rect::from_min_max(pos2(left, self.y(slot.from) + 1.0), pos2(left + width - gap, self.y(slot.to) - 1.0))
    }

    /// A span of a day.
    pub fn span(&self, day: usize, from: u16, to: u16) -> Rect {
        Rect::from_x_y_ranges(self.column(day).x_range(), self.y(from)..=self.y(to))
    }

    /// The spans of the board that none of these free ones covers.
    pub fn gaps(&self, free: &[(u16, u16)]) -> Vec<(u16, u16)> {
        let mut free = free.to_vec();
        free.sort_unstable();
        let mut at = self.from;
        let mut gaps = Vec::new();
        for (from, to) in free {
            if from > at {
                gaps.push((at, from.min(self.to)));
            }
            at = at.max(to);
        }
        if at < self.to {
            gaps.push((at, self.to));
        }
        gaps.retain(|(from, to)| from < to);
        gaps
    }
}

/// Something in its lane among those that it overlaps with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<K> {
    /// What it is.
    pub key: K,
    /// From, in minutes of the day.
    pub from: u16,
    /// To.
    pub to: u16,
    /// Its lane, from 0.
    pub lane: u8,
    /// Lanes side by side.
    pub of: u8,
}

/// Gives everything on one day, in order of start, the first lane that is free; those that touch share the width.
pub fn lanes<K: Copy>(spans: &[(K, u16, u16)]) -> Vec<Slot<K>> {
    let mut slots: Vec<Slot<K>> = Vec::new();
    let mut cluster: Vec<u16> = Vec::new();
    let mut begun = 0;
    for &(key, from, to) in spans {
        if cluster.iter().all(|end| *end <= from) {
            widen(&mut slots, begun, cluster.len());
            (begun, cluster) = (slots.len(), Vec::new());
        }
        let lane = cluster.iter().position(|end| *end <= from).unwrap_or(cluster.len());
        match cluster.get_mut(lane) {
            Some(end) => *end = to,
            None => cluster.push(to),
        }
        slots.push(Slot { key, from, to, lane: u8::try_from(lane).unwrap_or(u8::MAX), of: 1 });
    }
    widen(&mut slots, begun, cluster.len());
    slots
}

fn widen<K>(slots: &mut [Slot<K>], begun: usize, lanes: usize) {
    for slot in slots.iter_mut().skip(begun) {
        slot.of = u8::try_from(lanes).unwrap_or(u8::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_lanes(spans: &[(u16, u16)], expect: &[(u8, u8)]) {
        let spans: Vec<_> = (1..).zip(spans).map(|(key, (from, to))| (key, *from, *to)).collect();
        let got: Vec<_> = lanes(&spans).iter().map(|slot| (slot.lane, slot.of)).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn overlapping_sessions_stand_side_by_side() {
        check_lanes(&[], &[]);
        check_lanes(&[(540, 600), (600, 660)], &[(0, 1), (0, 1)]);
        check_lanes(&[(540, 630), (600, 660)], &[(0, 2), (1, 2)]);
        check_lanes(&[(540, 600), (540, 570), (570, 600), (600, 660)], &[(0, 2), (1, 2), (1, 2), (0, 1)]);
        check_lanes(&[(540, 700), (550, 560), (555, 565)], &[(0, 3), (1, 3), (2, 3)]);
    }

    fn board() -> Board {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(858.0, 444.0));
        Board::new(rect, 5, (9 * 60, 17 * 60), Measures::USUAL)
    }

    #[test]
    fn cards_stand_in_their_column_at_their_time() {
        let slot = Slot { key: 1, from: 600, to: 690, lane: 1, of: 2 };
        let card = board().card(2, &slot);
        assert!(board().column(2).contains_rect(card));
        assert!((card.top() - (44.0 + 50.0 + 1.0)).abs() < 0.01, "{card:?}");
        assert!(card.left() > board().column(2).center().x - 1.0);
    }

    #[test]
    fn points_are_read_back_as_days_and_minutes() {
        let board = board();
        for (day, minute) in [(0, 540), (2, 615), (4, 1020)] {
            let at = pos2(board.column(day).center().x, board.y(minute));
            assert_eq!((board.day_at(at), board.minute_at(at.y)), (day, minute));
        }
        assert_eq!(board.day_at(pos2(-50.0, 0.0)), 0);
        assert_eq!(board.day_at(pos2(5000.0, 0.0)), 4);
        assert_eq!(board.minute_at(5000.0), 1020);
        assert_eq!(board.side(pos2(60.0, 200.0)), Some(Side::Before));
        assert_eq!(board.side(pos2(900.0, 200.0)), Some(Side::After));
        assert_eq!(board.side(board.column(2).center()), None);
    }

    #[track_caller]
    fn check_landing(raw: i32, length: u16, before: Option<u16>, meetings: &[u16], expect: u16) {
        assert_eq!(landing(raw, length, before, meetings), expect);
    }

    #[test]
    fn what_is_dragged_lands_in_meetings_on_the_grid_or_where_it_was() {
        check_landing(1003, 60, None, &[], 1005);
        check_landing(1003, 60, Some(1000), &[], 1000);
        check_landing(1003, 60, Some(1000), &[1010], 1000);
        check_landing(1003, 60, None, &[1020, 1050], 1020);
        check_landing(1003, 60, None, &[1050], 1005);
        check_landing(-40, 60, None, &[], 0);
        check_landing(1430, 60, None, &[], 1380);
    }

    #[test]
    fn what_is_not_free_is_hatched() {
        assert_eq!(board().gaps(&[]), [(540, 1020)]);
        assert_eq!(board().gaps(&[(0, 1440)]), []);
        assert_eq!(board().gaps(&[(720, 780), (600, 660)]), [(540, 600), (660, 720), (780, 1020)]);
        assert_eq!(board().gaps(&[(600, 720), (660, 800)]), [(540, 600), (800, 1020)]);
    }

    #[test]
    fn hours_are_neither_cramped_nor_bloated() {
        let height = |from, to, room| Measures::of(room).height(from, to, room);
        let (usual, small) = (Measures::USUAL, Measures::SMALL);
        assert!((height(540, 1020, 320.0) - (8.0 * usual.lowest_hour + usual.head)).abs() < 0.01);
        assert!((height(540, 1020, 100.0) - (8.0 * small.lowest_hour + small.head)).abs() < 0.01);
        assert!((height(1020, 1260, 4000.0) - (4.0 * HIGHEST_HOUR + usual.head)).abs() < 0.01);
    }

    #[test]
    fn a_short_window_shows_most_of_a_day() {
        let room = 215.0;
        let measures = Measures::of(room);
        assert!(room - measures.head >= 5.9 * measures.lowest_hour);
    }
}
