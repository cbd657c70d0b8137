//! Draws a window's triangles into memory, where no graphics card does it: the same pixels on every machine.
//!
//! The picture is kept. Of the next one only those tiles are drawn in which something differs.
//!
//! **Invariant**: a tile that is not drawn anew would come out as it is: its mark sums up, in order, every piece that
//! touches it, with the pixels that it takes from a texture.

mod fill;
mod ink;
mod piece;
mod texture;

#[cfg(test)]
mod tests;

use std::num::NonZero;
use std::thread;

use egui::epaint::ClippedPrimitive;
use egui::{Color32, Rect, TexturesDelta};

use fill::Band;
use ink::Ink;
use piece::{Piece, Sheet};
use texture::Textures;

/// Sides of a tile, in pixels.
const TILE: usize = 64;

/// From so many pixels on it pays to let several threads draw.
const MANY: usize = 200_000;

/// Whole pixels: from the left and top up to, and without, the right and bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first column.
    pub left: i32,
    /// The first row.
    pub top: i32,
    /// The column after the last.
    pub right: i32,
    /// The row after the last.
    pub bottom: i32,
}

impl Area {
    fn of(size: [usize; 2]) -> Self {
        Self { left: 0, top: 0, right: whole(size[0]), bottom: whole(size[1]) }
    }

    /// The pixels that a clipping rectangle lets through.
    fn clip(rect: Rect, scale: f32) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a cast stops at the largest number, which is enough")]
        let pixel = |length: f32| (length * scale).round() as i32;
        let [left, top, right, bottom] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(pixel);
        Self { left, top, right, bottom }
    }

    fn and(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    fn is_empty(self) -> bool {
        self.right <= self.left || self.bottom <= self.top
    }

    /// How many columns, and how many rows.
    pub fn size(self) -> [usize; 2] {
        [self.right - self.left, self.bottom - self.top].map(|length| usize::try_from(length).unwrap_or(0))
    }
}

fn whole(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// A picture that is kept from one frame to the next, and the textures that it is drawn with.
#[derive(Default)]
pub struct Canvas {
    size: [usize; 2],
    pixels: Vec<u32>,
    textures: Textures,
    /// What each tile was drawn from; none before the first picture of this size.
    marks: Vec<u64>,
    sheet: Sheet,
}

impl Canvas {
    /// Columns and rows.
    pub fn size(&self) -> [usize; 2] {
        self.size
    }

    /// All pixels, row by row: `0x00RRGGBB`.
    pub fn pixels(&self) -> &[u32] {
        &self.pixels
    }

    /// All of it.
    pub fn area(&self) -> Area {
        Area::of(self.size)
    }

    /// Takes another size; the picture is gone if it differs.
    pub fn resize(&mut self, size: [usize; 2]) {
        if size != self.size {
            self.size = size;
            self.pixels.clear();
            self.pixels.resize(size[0] * size[1], 0);
            self.marks.clear();
        }
    }

    /// Draws all of the next frame anew.
    pub fn forget(&mut self) {
        self.marks.clear();
    }

    /// Draws a frame at so many pixels a point on a ground, and says where the picture changed.
    pub fn paint(
        &mut self,
        parts: &[ClippedPrimitive],
        delta: &mut TexturesDelta,
        scale: f32,
        ground: Color32,
    ) -> Vec<Area> {
        self.textures.set(delta);
        let pieces: Vec<Piece<'_>> =
            parts.iter().filter_map(|part| Piece::new(part, scale, self.size, &self.textures)).collect();
        let ground = Ink::of(ground).over(0);
        let marks = self.sheet.sort(&pieces, self.size, ground);
        let stale = stale(&self.marks, &marks, self.size);
        self.marks = marks;
        draw(&mut self.pixels, self.size, &self.sheet, &pieces, &stale, ground);
        drop(pieces);
        self.textures.free(delta);
        stale.into_iter().flatten().collect()
    }
}

/// The parts of each row of tiles that have to be drawn anew.
fn stale(before: &[u64], now: &[u64], size: [usize; 2]) -> Vec<Vec<Area>> {
    let columns = size[0].div_ceil(TILE);
    if columns == 0 {
        return Vec::new();
    }
    let rows = now.chunks(columns).enumerate();
    rows.map(|(row, marks)| {
        let differs = |(column, mark): (usize, &u64)| before.get(row * columns + column) != Some(mark);
        runs(marks.iter().enumerate().map(differs))
            .map(|(first, end)| {
                let [left, right, top, bottom] = [first, end, row, row + 1].map(|tile| whole(tile * TILE));
                Area { left, top, right, bottom }.and(Area::of(size))
            })
            .collect()
    })
    .collect()
}

/// First and end of each unbroken run of truths.
fn runs(truths: impl Iterator<Item = bool>) -> impl Iterator<Item = (usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (place, _) in truths.enumerate().filter(|(_, truth)| *truth) {
        match runs.last_mut() {
            Some((_, end)) if *end == place => *end += 1,
            Some(_) | None => runs.push((place, place + 1)),
        }
    }
    runs.into_iter()
}

/// Draws what is stale, on several threads if it is much.
fn draw(
    pixels: &mut [u32],
    [width, height]: [usize; 2],
    sheet: &Sheet,
    pieces: &[Piece<'_>],
    stale: &[Vec<Area>],
    ground: u32,
) {
    if width == 0 || height == 0 {
        return;
    }
    let mut bands: Vec<(usize, Band<'_>, &[Area])> = pixels
        .chunks_mut(width * TILE)
        .zip(stale)
        .enumerate()
        .map(|(row, (pixels, areas))| (row, Band::new(pixels, width, row * TILE), areas.as_slice()))
        .filter(|(_, _, areas)| !areas.is_empty())
        .collect();
    let much = stale.iter().flatten().map(|area| area.size()).map(|[across, down]| across * down).sum::<usize>();
    let threads = if much < MANY { 1 } else { thread::available_parallelism().map_or(1, NonZero::get).min(8) };
    let share = bands.len().div_ceil(threads).max(1);
    let one = |bands: &mut [(usize, Band<'_>, &[Area])]| {
        for (row, band, areas) in bands {
            for area in *areas {
                band.clear(*area, ground);
            }
            sheet.draw(*row, pieces, band, areas);
        }
    };
    let mut shares = bands.chunks_mut(share);
    let own = shares.next();
    thread::scope(|scope| {
        for bands in shares {
            scope.spawn(move || one(bands));
        }
        own.map(one);
    });
}
