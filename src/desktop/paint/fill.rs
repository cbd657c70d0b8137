//! Fills the pixels of one row of tiles.
//!
//! A pixel belongs to what its middle lies in. Of two triangles with one edge, exactly one has the middles that lie on
//! it; so nothing is drawn twice, and nothing is left out.

use egui::{Pos2, pos2};

use super::ink::Ink;
use super::piece::{Corner, Upright};
use super::texture::Texture;
use super::{Area, whole};

/// How many parts of a pixel a corner may lie at.
const PARTS: i64 = 256;

/// Rows of the picture that one thread draws.
pub(super) struct Band<'a> {
    pixels: &'a mut [u32],
    width: usize,
    top: i32,
}

impl<'a> Band<'a> {
    pub(super) fn new(pixels: &'a mut [u32], width: usize, top: usize) -> Self {
        Self { pixels, width, top: whole(top) }
    }

    /// The pixels of a row from one column up to another.
    fn row(&mut self, y: i32, left: i32, right: i32) -> &mut [u32] {
        let place = |x: i32| Some(usize::try_from(y - self.top).ok()? * self.width + usize::try_from(x).ok()?);
        let span = place(left).zip(place(right.max(left)));
        span.and_then(|(start, end)| self.pixels.get_mut(start..end)).unwrap_or_default()
    }

    /// Lays one pixel over an area, whatever was there.
    pub(super) fn clear(&mut self, area: Area, pixel: u32) {
        for y in area.top..area.bottom {
            self.row(y, area.left, area.right).fill(pixel);
        }
    }

    /// Draws what an area shows of an upright box.
    pub(super) fn upright(&mut self, upright: &Upright, texture: &Texture, area: Area) {
        let Upright { left_top, right_bottom } = upright;
        let [left, top] = [left_top.x, left_top.y].map(first_middle);
        let [right, bottom] = [right_bottom.x, right_bottom.y].map(first_middle);
        let inside = Area { left, top, right, bottom }.and(area);
        if inside.is_empty() {
            return;
        }
        let color = Ink::of(left_top.color);
        if left_top.uv == right_bottom.uv {
            let ink = color.times(texture.at(left_top.uv));
            for y in inside.top..inside.bottom {
                lay(self.row(y, inside.left, inside.right), ink);
            }
        } else {
            self.stamp(upright, color, texture, inside);
        }
    }

    /// Draws a box out of a texture: letters.
    fn stamp(&mut self, upright: &Upright, color: Ink, texture: &Texture, inside: Area) {
        let (from, step) = texels(upright, texture.size());
        if let Some((left, top)) = whole_texels(from, step, inside) {
            let length = usize::try_from(inside.right - inside.left).unwrap_or(0);
            for (y, row) in (inside.top..inside.bottom).zip(top..) {
                let Some(inks) = texture.row(left, row, length) else { continue };
                for (pixel, ink) in self.row(y, inside.left, inside.right).iter_mut().zip(inks) {
                    if !ink.is_nothing() {
                        *pixel = color.times(*ink).over(*pixel);
                    }
                }
            }
            return;
        }
        let [across, down] = texture.size();
        for y in inside.top..inside.bottom {
            let v = (from.y + middle(y) * step.y) / down;
            for (x, pixel) in (inside.left..).zip(self.row(y, inside.left, inside.right)) {
                let u = (from.x + middle(x) * step.x) / across;
                *pixel = color.times(texture.at(pos2(u, v))).over(*pixel);
            }
        }
    }

    /// Draws what an area shows of a triangle.
    pub(super) fn triangle(&mut self, mut corners: [Corner; 3], texture: &Texture, area: Area) {
        let mut edges = Edges::new(&corners);
        if edges.area < 0 {
            corners.swap(1, 2);
            edges = Edges::new(&corners);
        }
        if edges.area == 0 {
            return;
        }
        let [one, two, three] = corners;
        let plain = one.color == two.color && two.color == three.color;
        let still = one.uv == two.uv && two.uv == three.uv;
        let paint = match (plain, still) {
            (true, true) => Paint::Plain(Ink::of(one.color).times(texture.at(one.uv))),
            (false, true) => Paint::Shaded(Shade::new(&corners), texture.at(one.uv)),
            (_, false) => Paint::Textured(Shade::new(&corners), Slope::new(&corners)),
        };
        for (y, left, right) in edges.spans(area) {
            paint.row(self.row(y, left, right), left, y, texture);
        }
    }
}

/// Lays an ink over pixels.
fn lay(pixels: &mut [u32], ink: Ink) {
    if ink.is_solid() {
        pixels.fill(ink.pixel());
    } else if !ink.is_nothing() {
        for pixel in pixels {
            *pixel = ink.over(*pixel);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a picture has some thousand columns at most")]
fn middle(pixel: i32) -> f32 {
    pixel as f32 + 0.5
}

/// The first pixel whose middle is not before a side.
#[expect(clippy::cast_possible_truncation, reason = "a cast stops at the largest number, which is enough")]
fn first_middle(side: f32) -> i32 {
    (side - 0.5).ceil() as i32
}

/// Which point of the texture, in its pixels, lies at the window's corner, and how far it is from pixel to pixel.
fn texels(upright: &Upright, [across, down]: [f32; 2]) -> (Pos2, Pos2) {
    let Upright { left_top, right_bottom } = upright;
    let step = pos2(
        (right_bottom.uv.x - left_top.uv.x) * across / (right_bottom.x - left_top.x),
        (right_bottom.uv.y - left_top.uv.y) * down / (right_bottom.y - left_top.y),
    );
    (pos2(left_top.uv.x * across - left_top.x * step.x, left_top.uv.y * down - left_top.y * step.y), step)
}

/// The first pixel of the texture, if its pixels lie exactly on those of the window.
fn whole_texels(from: Pos2, step: Pos2, inside: Area) -> Option<(usize, usize)> {
    let near = |value: f32, goal: f32| (value - goal).abs() < 0.004;
    let aligned = near(step.x, 1.0) && near(step.y, 1.0);
    let first = |from: f32, step: f32, pixel: i32| {
        let texel = from + middle(pixel) * step - 0.5;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is looked at first")]
        (texel > -0.5 && (texel - texel.round()).abs() < 0.05).then(|| texel.round() as usize)
    };
    first(from.x, step.x, inside.left).zip(first(from.y, step.y, inside.top)).filter(|_| aligned)
}

/// The three sides of a triangle, in parts of a pixel.
struct Edges {
    /// From where, and how far to the right and down, of each.
    sides: [([i64; 2], [i64; 2]); 3],
    /// Twice the area; negative where the corners go the other way round.
    area: i64,
}

impl Edges {
    fn new(corners: &[Corner; 3]) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a cast stops at the largest number, which is enough")]
        let part = |at: f32| i64::from((f64::from(at) * 256.0).round().clamp(-1e9, 1e9) as i32);
        let [a, b, c] = corners.map(|corner| [part(corner.x), part(corner.y)]);
        let side = |from: [i64; 2], to: [i64; 2]| (from, [to[0] - from[0], to[1] - from[1]]);
        let sides = [side(a, b), side(b, c), side(c, a)];
        let area = sides[0].1[0] * (c[1] - a[1]) - sides[0].1[1] * (c[0] - a[0]);
        Self { sides, area }
    }

    /// Row, first and end of the pixels inside, for each row of an area that has any.
    fn spans(&self, area: Area) -> impl Iterator<Item = (i32, i32, i32)> {
        let middle = i64::from(area.top) * PARTS + PARTS / 2;
        let mut bounds = self.sides.map(|([x, top], [right, down])| {
            let takes_edge = down < 0 || (down == 0 && right > 0);
            let room = right * (middle - top) - i64::from(!takes_edge) + down * (x - PARTS / 2);
            let side = Walk::new(room, right * PARTS, (down * PARTS).abs().max(1));
            (down.signum(), side)
        });
        (area.top..area.bottom).filter_map(move |y| {
            let (mut left, mut end) = (i64::from(area.left), i64::from(area.right));
            for (down, side) in &mut bounds {
                let pixel = side.next();
                match down {
                    1 => end = end.min(pixel + 1),
                    -1 => left = left.max(-pixel),
                    _ if pixel < 0 => end = left,
                    _ => {}
                }
            }
            let column = |x: i64| i32::try_from(x).unwrap_or(i32::MAX);
            (left < end).then(|| (y, column(left), column(end)))
        })
    }
}

/// A share that grows evenly from row to row, in whole numbers; it is divided only once.
struct Walk {
    now: i64,
    rest: i64,
    step: i64,
    step_rest: i64,
    of: i64,
}

impl Walk {
    fn new(value: i64, step: i64, of: i64) -> Self {
        let [(now, rest), (step, step_rest)] = [value, step].map(|value| (value.div_euclid(of), value.rem_euclid(of)));
        Self { now, rest, step, step_rest, of }
    }

    /// The share of this row, rounded down.
    fn next(&mut self) -> i64 {
        let now = self.now;
        self.now += self.step;
        self.rest += self.step_rest;
        if self.rest >= self.of {
            self.rest -= self.of;
            self.now += 1;
        }
        now
    }
}

/// What a triangle's pixels get.
enum Paint {
    Plain(Ink),
    Shaded(Shade, Ink),
    Textured(Shade, Slope<2>),
}

impl Paint {
    fn row(&self, pixels: &mut [u32], left: i32, y: i32, texture: &Texture) {
        match self {
            Self::Plain(ink) => lay(pixels, *ink),
            Self::Shaded(shade, texel) => {
                let row = shade.0.row(y);
                for (x, pixel) in (left..).zip(pixels) {
                    *pixel = ink(shade.0.at(row, x)).times(*texel).over(*pixel);
                }
            }
            Self::Textured(shade, slope) => {
                let (row, places) = (shade.0.row(y), slope.row(y));
                for (x, pixel) in (left..).zip(pixels) {
                    let [u, v] = slope.at(places, x);
                    *pixel = ink(shade.0.at(row, x)).times(texture.at(pos2(u, v))).over(*pixel);
                }
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast stops at both ends")]
fn ink(channels: [f32; 4]) -> Ink {
    Ink::from_channels(channels.map(|channel| (channel + 0.5) as u8))
}

/// How the four channels change over a triangle.
struct Shade(Slope<4>);

impl Shade {
    fn new(corners: &[Corner; 3]) -> Self {
        Self(Slope::over(corners, |corner| Ink::of(corner.color).channels().map(f32::from)))
    }
}

/// Values that change evenly over a triangle.
struct Slope<const N: usize> {
    x: f32,
    y: f32,
    start: [f32; N],
    across: [f32; N],
    down: [f32; N],
}

impl Slope<2> {
    fn new(corners: &[Corner; 3]) -> Self {
        Self::over(corners, |corner| [corner.uv.x, corner.uv.y])
    }
}

impl<const N: usize> Slope<N> {
    fn over(corners: &[Corner; 3], value: impl Fn(&Corner) -> [f32; N]) -> Self {
        let [a, b, c] = corners;
        let ([bx, by], [cx, cy]) = ([b.x - a.x, b.y - a.y], [c.x - a.x, c.y - a.y]);
        let area = bx * cy - by * cx;
        let [start, second, third] = [a, b, c].map(value);
        let rise = |channel: usize| (second[channel] - start[channel], third[channel] - start[channel]);
        let across = std::array::from_fn(|channel| {
            let (b, c) = rise(channel);
            (b * cy - c * by) / area
        });
        let down = std::array::from_fn(|channel| {
            let (b, c) = rise(channel);
            (c * bx - b * cx) / area
        });
        Self { x: a.x, y: a.y, start, across, down }
    }

    /// The values of a row where it passes the first corner's column.
    fn row(&self, y: i32) -> [f32; N] {
        let below = middle(y) - self.y;
        std::array::from_fn(|channel| self.start[channel] + self.down[channel] * below)
    }

    /// The values at a column of a row: always the same, wherever drawing begins.
    fn at(&self, row: [f32; N], x: i32) -> [f32; N] {
        let right = middle(x) - self.x;
        std::array::from_fn(|channel| row[channel] + self.across[channel] * right)
    }
}
