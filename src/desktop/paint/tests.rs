//! What the painter promises, held against the slow and plain way.

use std::cmp::Ordering;

use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TextureOptions, TexturesDelta, pos2, vec2};
use proptest::prelude::*;

use super::{Area, Canvas, TILE};

const SIZE: [usize; 2] = [150, 130];

/// Textures of which the first pixel is white and the others are letters' shares.
fn textures() -> TexturesDelta {
    let mut image = ColorImage::filled([16, 16], Color32::TRANSPARENT);
    for (place, pixel) in image.pixels.iter_mut().enumerate() {
        let share = u8::try_from(place * 37 % 256).unwrap_or_default();
        *pixel = if place < 2 { Color32::WHITE } else { Color32::from_rgba_premultiplied(share, share, share, share) };
    }
    let mut delta = TexturesDelta::default();
    delta.set.insert(TextureId::default(), vec![ImageDelta::full(image, TextureOptions::LINEAR)].into());
    delta
}

fn corner(x: f32, y: f32, color: Color32) -> Vertex {
    Vertex { pos: pos2(x, y), uv: pos2(1.0 / 32.0, 1.0 / 32.0), color }
}

fn part(mesh: Mesh) -> ClippedPrimitive {
    let clip_rect = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 1000.0));
    ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh) }
}

fn triangle(corners: [(f32, f32); 3], color: Color32) -> Mesh {
    let vertices = corners.map(|(x, y)| corner(x, y, color)).to_vec();
    Mesh { indices: vec![0, 1, 2], vertices, texture_id: TextureId::default() }
}

fn painted(parts: &[ClippedPrimitive]) -> Canvas {
    let mut canvas = Canvas::default();
    canvas.resize(SIZE);
    canvas.paint(parts, &mut textures(), 1.0, Color32::BLACK);
    canvas
}

/// On a 256th of a pixel, as the painter takes them.
fn place() -> impl Strategy<Value = f32> {
    (-20_000i16..20_000).prop_map(|part| f32::from(part) / 100.0).prop_map(|at| (at * 256.0).round() / 256.0)
}

fn point() -> impl Strategy<Value = (f32, f32)> {
    (place(), place())
}

fn color() -> impl Strategy<Value = Color32> {
    (any::<[u8; 3]>(), prop_oneof![Just(255), any::<u8>()])
        .prop_map(|([r, g, b], a)| Color32::from_rgba_unmultiplied(r, g, b, a))
}

fn letter() -> impl Strategy<Value = Mesh> {
    (point(), 1u8..14, 1u8..14, color(), 0u8..2).prop_map(|((x, y), width, height, color, fraction)| {
        let start = pos2(x.round() + f32::from(fraction) * 0.37, y.round());
        let size = vec2(f32::from(width), f32::from(height));
        let mut mesh = Mesh::default();
        let uv = Rect::from_min_size(pos2(2.0, 1.0) / 16.0, size / 16.0);
        mesh.add_rect_with_uv(Rect::from_min_size(start, size), uv, color);
        mesh
    })
}

fn plain() -> impl Strategy<Value = Mesh> {
    ([point(), point(), point()], color()).prop_map(|(corners, color)| triangle(corners, color))
}

fn shaded() -> impl Strategy<Value = Mesh> {
    ([point(), point(), point()], [color(), color(), color()]).prop_map(|(corners, colors)| {
        let mut mesh = triangle(corners, Color32::WHITE);
        mesh.vertices.iter_mut().zip(colors).for_each(|(vertex, color)| vertex.color = color);
        mesh
    })
}

fn mesh() -> impl Strategy<Value = Mesh> {
    prop_oneof![letter(), plain(), shaded()]
}

fn parts() -> impl Strategy<Value = Vec<ClippedPrimitive>> {
    prop::collection::vec((mesh(), point(), point()), 1..12).prop_map(|meshes| {
        let clipped = |(mesh, one, other): (Mesh, (f32, f32), (f32, f32))| ClippedPrimitive {
            clip_rect: Rect::from_two_pos(one.into(), other.into()).expand(60.0),
            primitive: Primitive::Mesh(mesh),
        };
        meshes.into_iter().map(clipped).collect()
    })
}

/// Whether a middle lies inside, by the rule for edges: on an edge it belongs to what lies right of it or below it.
fn inside(corners: [(f32, f32); 3], column: usize, row: usize) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "a picture has some hundred columns")]
    let middle = (column as f64 + 0.5, row as f64 + 0.5);
    // Zero is added so that there is only one.
    let mut corners = corners.map(|(x, y)| (f64::from(x) + 0.0, f64::from(y) + 0.0));
    let turn = |[from, over, to]: [(f64, f64); 3]| {
        (over.0 - from.0) * (to.1 - from.1) - (over.1 - from.1) * (to.0 - from.0) + 0.0
    };
    if turn(corners) < 0.0 {
        corners.swap(1, 2);
    }
    turn(corners) > 0.0
        && (0..3).all(|side| {
            let (from, to) = (corners[side], corners[(side + 1) % 3]);
            let level = to.1.total_cmp(&from.1);
            match turn([from, to, middle]).total_cmp(&0.0) {
                Ordering::Greater => true,
                Ordering::Less => false,
                Ordering::Equal => level == Ordering::Less || (level == Ordering::Equal && to.0 > from.0),
            }
        })
}

proptest! {
    #[test]
    fn a_triangle_has_the_pixels_whose_middle_lies_in_it(corners in [point(), point(), point()]) {
        let canvas = painted(&[part(triangle(corners, Color32::WHITE))]);
        for (place, pixel) in canvas.pixels().iter().enumerate() {
            let (x, y) = (place % SIZE[0], place / SIZE[0]);
            prop_assert_eq!(*pixel == 0x00FF_FFFF, inside(corners, x, y), "at {} {}", x, y);
        }
    }

    #[test]
    fn what_is_drawn_over_another_picture_looks_as_if_drawn_alone(first in parts(), second in parts(), common in parts()) {
        let (first, second): (Vec<_>, Vec<_>) =
            (common.iter().cloned().chain(first).collect(), common.iter().cloned().chain(second).collect());
        let mut canvas = painted(&first);
        let before = canvas.pixels().to_vec();
        let changed = canvas.paint(&second, &mut TexturesDelta::default(), 1.0, Color32::BLACK);
        prop_assert!(canvas.pixels() == painted(&second).pixels());
        let told = |x: usize, y: usize| changed.iter().any(|Area { left, top, right, bottom }| {
            (*left..*right).contains(&super::whole(x)) && (*top..*bottom).contains(&super::whole(y))
        });
        for (place, (before, now)) in before.iter().zip(canvas.pixels()).enumerate() {
            prop_assert!(before == now || told(place % SIZE[0], place / SIZE[0]));
        }
    }
}

#[test]
fn the_same_frame_is_not_drawn_again() {
    let frame = [part(triangle([(0.0, 0.0), (100.0, 0.0), (0.0, 100.0)], Color32::RED))];
    let mut canvas = painted(&frame);
    assert_eq!(canvas.paint(&frame, &mut TexturesDelta::default(), 1.0, Color32::BLACK), []);
}

#[test]
fn a_small_change_draws_its_tile_only() {
    let ground = part(triangle([(0.0, 0.0), (300.0, 0.0), (0.0, 300.0)], Color32::RED));
    let mut canvas = painted(std::slice::from_ref(&ground));
    let dot = part(triangle([(70.0, 5.0), (75.0, 5.0), (70.0, 10.0)], Color32::BLUE));
    let tile = super::whole(TILE);
    let changed = canvas.paint(&[ground, dot], &mut TexturesDelta::default(), 1.0, Color32::BLACK);
    assert_eq!(changed, [Area { left: tile, top: 0, right: tile * 2, bottom: tile }]);
}

#[test]
fn letters_come_out_as_they_are_in_their_texture() {
    let mut mesh = Mesh::default();
    let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    mesh.add_rect_with_uv(Rect::from_min_size(pos2(10.0, 20.0), vec2(16.0, 16.0)), uv, Color32::WHITE);
    let canvas = painted(&[part(mesh)]);
    for place in 2..256 {
        let share = u32::try_from(place * 37 % 256).unwrap_or_default();
        let (x, y) = (10 + place % 16, 20 + place / 16);
        assert_eq!(canvas.pixels().get(y * SIZE[0] + x), Some(&(share * 0x0001_0101)));
    }
}

#[test]
fn a_texture_that_changes_is_seen() {
    let mut canvas = painted(&[part(triangle([(0.0, 0.0), (9.0, 0.0), (0.0, 9.0)], Color32::WHITE))]);
    let mut delta = TexturesDelta::default();
    let red = ColorImage::filled([2, 2], Color32::RED);
    delta.set.insert(TextureId::default(), vec![ImageDelta::partial([0, 0], red, TextureOptions::LINEAR)].into());
    let frame = [part(triangle([(0.0, 0.0), (9.0, 0.0), (0.0, 9.0)], Color32::WHITE))];
    assert_ne!(canvas.paint(&frame, &mut delta, 1.0, Color32::BLACK), []);
    assert_eq!(canvas.pixels().first(), Some(&0x00FF_0000));
}
