//! Where the knots of the thread stand: five columns, each knot as near to what it is linked with as there is room.

use std::collections::BTreeMap;

use egui::{Pos2, Rect, pos2, vec2};

use super::graph::{Graph, Knot};

/// Air between two knots of a column.
pub const GAP: f32 = 8.0;
/// The least width at which five columns can be read.
pub const LEAST_WIDTH: f32 = 640.0;

/// The left edge and the width of each column in so much width; the hours need less.
pub fn columns(width: f32) -> [(f32, f32); 5] {
    const SHARES: [f32; 5] = [0.175, 0.225, 0.23, 0.205, 0.165];
    // Most links run between objectives and modules.
    const AIRS: [f32; 5] = [0.8, 0.8, 1.7, 0.7, 0.0];
    let air = (width * 0.045).clamp(30.0, 56.0);
    let room = width - air * AIRS.iter().sum::<f32>();
    let mut left = 0.0;
    let mut airs = AIRS.into_iter();
    SHARES.map(|share| {
        let column = (left, room * share);
        left += room * share + air * airs.next().unwrap_or_default();
        column
    })
}

/// Where each knot stands, given their heights; the origin is the upper left corner.
pub fn layout(graph: &Graph, heights: &BTreeMap<Knot, f32>, width: f32) -> BTreeMap<Knot, Rect> {
    let height = |knot: &Knot| heights.get(knot).copied().unwrap_or_default();
    let mut centers: BTreeMap<Knot, f32> = BTreeMap::new();
    // Objectives are most, so they stand as they come, and the others turn to them.
    for column in [2, 1, 0, 3, 4] {
        let Some(knots) = graph.columns.get(column) else { continue };
        let wanted: Vec<Option<f32>> = knots.iter().map(|knot| wanted(graph, &centers, *knot)).collect();
        let sizes: Vec<f32> = knots.iter().map(height).collect();
        for (knot, center) in knots.iter().zip(spread(&wanted, &sizes)) {
            centers.insert(*knot, center);
        }
    }
    let columns = columns(width);
    let rect = |(knot, center): (Knot, f32)| {
        let (left, wide) = columns.get(knot.column()).copied().unwrap_or_default();
        (knot, Rect::from_center_size(pos2(left + wide / 2.0, center), vec2(wide, height(&knot))))
    };
    centers.into_iter().map(rect).collect()
}

/// The middle of the knots that a knot is linked with and that stand already.
fn wanted(graph: &Graph, centers: &BTreeMap<Knot, f32>, knot: Knot) -> Option<f32> {
    let others = graph.links.iter().filter_map(|(left, right)| match (*left == knot, *right == knot) {
        (true, _) => centers.get(right),
        (_, true) => centers.get(left),
        (false, false) => None,
    });
    let others: Vec<f32> = others.copied().collect();
    #[expect(clippy::cast_precision_loss, reason = "far fewer than millions")]
    let middle = others.iter().sum::<f32>() / others.len() as f32;
    (!others.is_empty()).then_some(middle)
}

/// A run of knots that stand close together: how many, how tall with the air below each, and where its top would be.
struct Run {
    knots: usize,
    height: f32,
    top: f32,
}

/// Centers in the given order without overlap, all together as near as possible to where they are wanted; what wants
/// nothing follows what is above it.
pub fn spread(wanted: &[Option<f32>], sizes: &[f32]) -> Vec<f32> {
    let mut runs: Vec<Run> = Vec::new();
    for (wish, size) in wanted.iter().zip(sizes) {
        let below = runs.last().map_or(0.0, |run| run.top + run.height);
        let top = wish.map_or(below, |center| center - size / 2.0).max(0.0);
        runs.push(Run { knots: 1, height: size + GAP, top });
        while let [.., above, last] = runs.as_slice()
            && last.top < above.top + above.height
        {
            let merged = merge(above, last);
            runs.truncate(runs.len() - 2);
            runs.push(merged);
        }
    }
    let mut centers = Vec::new();
    let mut sizes = sizes.iter();
    for run in runs {
        let mut top = run.top;
        for size in sizes.by_ref().take(run.knots) {
            centers.push(top + size / 2.0);
            top += size + GAP;
        }
    }
    centers
}

/// Two runs as one, where both together stand nearest to where each would.
fn merge(above: &Run, below: &Run) -> Run {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than millions")]
    let (upper, lower) = (above.knots as f32, below.knots as f32);
    let top = (above.top * upper + (below.top - above.height) * lower) / (upper + lower);
    Run { knots: above.knots + below.knots, height: above.height + below.height, top: top.max(0.0) }
}

/// The four points of the curve between two knots.
pub fn curve(left: Rect, right: Rect) -> [Pos2; 4] {
    let (from, to) = (left.right_center(), right.left_center());
    let bend = (to.x - from.x) * 0.5;
    [from, from + vec2(bend, 0.0), to - vec2(bend, 0.0), to]
}

/// Where an arrow key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Up in the column.
    Up,
    /// Down in the column.
    Down,
    /// Towards the needs.
    Left,
    /// Towards the hours.
    Right,
}

/// The knot that an arrow key leads to: the next in the column, or the nearest linked one beside it.
pub fn walk(graph: &Graph, rects: &BTreeMap<Knot, Rect>, from: Knot, way: Way) -> Option<Knot> {
    let column = graph.columns.get(from.column())?;
    let at = column.iter().position(|knot| *knot == from)?;
    let height = |knot: &Knot| rects.get(knot).map_or(0.0, |rect| rect.center().y);
    let near = |one: &Knot, other: &Knot| {
        (height(one) - height(&from)).abs().total_cmp(&(height(other) - height(&from)).abs())
    };
    match way {
        Way::Up => column.get(at.checked_sub(1)?).copied(),
        Way::Down => column.get(at + 1).copied(),
        Way::Left => { graph.links.iter() }.filter(|(_, right)| *right == from).map(|(left, _)| *left).min_by(near),
        Way::Right => { graph.links.iter() }.filter(|(left, _)| *left == from).map(|(_, right)| *right).min_by(near),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{GoalId, NeedId, ObjectiveId};

    #[track_caller]
    fn check(wanted: &[Option<f32>], sizes: &[f32], expect: &[f32]) {
        let got = spread(wanted, sizes);
        let close = got.len() == expect.len() && got.iter().zip(expect).all(|(a, b)| (a - b).abs() < 0.01);
        assert!(close, "{got:?} instead of {expect:?}");
    }

    #[test]
    fn knots_stand_where_they_are_wanted_and_share_where_they_cannot() {
        check(&[], &[], &[]);
        check(&[None, None, None], &[20.0, 40.0, 20.0], &[10.0, 48.0, 86.0]);
        check(&[Some(100.0), Some(300.0)], &[40.0, 40.0], &[100.0, 300.0]);
        check(&[Some(100.0), Some(100.0)], &[40.0, 40.0], &[76.0, 124.0]);
        check(&[Some(0.0), Some(0.0)], &[40.0, 40.0], &[20.0, 68.0]);
    }

    #[test]
    fn columns_fill_the_width_and_never_touch() {
        for width in [640.0, 744.0, 1044.0, 1680.0] {
            let columns = columns(width);
            for pair in columns.windows(2) {
                assert!(pair[0].0 + pair[0].1 + 20.0 < pair[1].0, "{width}");
            }
            assert!((columns[4].0 + columns[4].1 - width).abs() < 0.01, "{width}");
            assert!(columns[4].1 > 60.0, "{width}");
        }
    }

    fn small() -> (Graph, BTreeMap<Knot, f32>) {
        let (need, goals) = (Knot::Need(NeedId(1)), [2, 3].map(|id| Knot::Goal(GoalId(id))));
        let objectives = [4, 5].map(|id| Knot::Objective(ObjectiveId(id)));
        let graph = Graph {
            columns: [vec![need], goals.to_vec(), objectives.to_vec(), Vec::new(), Vec::new()],
            links: vec![(need, goals[0]), (need, goals[1]), (goals[0], objectives[0]), (goals[0], objectives[1])],
        };
        let all = graph.columns.iter().flatten().map(|knot| (*knot, 40.0)).collect();
        (graph, all)
    }

    #[test]
    fn no_two_knots_of_a_column_overlap() {
        let (graph, heights) = small();
        let rects = layout(&graph, &heights, 900.0);
        assert_eq!(rects.len(), 5);
        for column in &graph.columns {
            for pair in column.windows(2) {
                assert!(rects[&pair[0]].bottom() + GAP <= rects[&pair[1]].top() + 0.01);
            }
        }
    }

    #[test]
    fn arrows_follow_links_sideways_and_the_column_up_and_down() {
        let (graph, heights) = small();
        let rects = layout(&graph, &heights, 900.0);
        let (need, goal, objective) = (Knot::Need(NeedId(1)), Knot::Goal(GoalId(2)), Knot::Objective(ObjectiveId(4)));
        assert_eq!(walk(&graph, &rects, objective, Way::Left), Some(goal));
        assert_eq!(walk(&graph, &rects, goal, Way::Left), Some(need));
        assert_eq!(walk(&graph, &rects, need, Way::Left), None);
        assert_eq!(walk(&graph, &rects, goal, Way::Down), Some(Knot::Goal(GoalId(3))));
        assert_eq!(walk(&graph, &rects, goal, Way::Up), None);
        assert_eq!(walk(&graph, &rects, Knot::Goal(GoalId(3)), Way::Right), None);
    }
}
