//! Reordering: by dragging a row to another place, or with Alt and the arrow keys.

use egui::{Key, Modifiers, Rect, Response, Stroke, Ui};

use crate::desktop::theme::Tokens;

/// A row that can be moved: what takes the drag, and where the row stands.
pub(in crate::desktop) struct Row {
    /// What takes the drag and the keys.
    pub(in crate::desktop) handle: Response,
    /// Where the row stands.
    pub(in crate::desktop) rect: Rect,
}

/// The place in the whole list that puts what is moved to a place among those that are shown.
pub(super) fn place<T: PartialEq>(all: &[T], shown: &[T], to: usize) -> Option<usize> {
    let there = shown.get(to.min(shown.len().checked_sub(1)?))?;
    all.iter().position(|one| one == there)
}

/// Which row was moved, and to which place among those that are shown.
pub(in crate::desktop) fn moved(ui: &Ui, tokens: &Tokens, rows: &[Row]) -> Option<(usize, usize)> {
    rows.iter().enumerate().find_map(|(at, row)| {
        let to = by_keys(ui, &row.handle, at, rows.len()).or_else(|| by_drag(ui, tokens, rows, at));
        to.filter(|to| *to != at).map(|to| (at, to))
    })
}

fn by_keys(ui: &Ui, handle: &Response, at: usize, rows: usize) -> Option<usize> {
    if !handle.has_focus() {
        return None;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) {
        return at.checked_sub(1);
    }
    let next = at + 1;
    (pressed(Key::ArrowDown) && next < rows).then_some(next)
}

fn by_drag(ui: &Ui, tokens: &Tokens, rows: &[Row], at: usize) -> Option<usize> {
    let row = rows.get(at)?;
    let (dragged, stopped) = (row.handle.dragged(), row.handle.drag_stopped());
    if !dragged && !stopped {
        return None;
    }
    let y = ui.input(|input| input.pointer.latest_pos())?.y;
    let centers: Vec<f32> = rows.iter().map(|row| row.rect.center().y).collect();
    let to = slot(&centers, at, y);
    if dragged && to != at {
        let target = rows.get(to)?.rect;
        let y = if to < at { target.top() - 3.0 } else { target.bottom() + 3.0 };
        ui.painter().hline(target.x_range(), y, Stroke::new(2.5, tokens.accent));
    }
    // Escape ends a drag as well, but releases nothing.
    let released = ui.input(|input| input.pointer.primary_released());
    (stopped && released).then_some(to)
}

/// Where a row goes that is dragged from one place to a height.
fn slot(centers: &[f32], from: usize, y: f32) -> usize {
    let above = centers.iter().enumerate().filter(|(at, center)| *at != from && **center < y).count();
    above.min(centers.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_goes_where_it_is_dropped() {
        let centers = [10.0, 30.0, 50.0];
        for (from, y, to) in [(0, 5.0, 0), (0, 35.0, 1), (0, 99.0, 2), (2, 20.0, 1), (2, 0.0, 0), (1, 30.0, 1)] {
            assert_eq!(slot(&centers, from, y), to, "from {from} to {y}");
        }
    }

    #[test]
    fn the_place_among_all_is_that_of_the_row_that_gives_way() {
        let (all, shown) = (["a", "b", "c", "d"], ["b", "d"]);
        assert_eq!(place(&all, &shown, 0), Some(1));
        assert_eq!(place(&all, &shown, 1), Some(3));
        assert_eq!(place(&all, &shown, 9), Some(3));
        assert_eq!(place(&all, &[], 0), None);
    }
}
