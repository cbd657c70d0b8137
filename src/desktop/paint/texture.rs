//! The pictures that pieces take their pixels from: letters above all.

use std::collections::BTreeMap;

use egui::epaint::{ImageData, ImageDelta};
use egui::{Pos2, TextureId, TexturesDelta};

use super::ink::Ink;

/// A picture to take pixels from.
#[derive(Debug, Default)]
pub(super) struct Texture {
    size: [usize; 2],
    inks: Vec<Ink>,
    /// Rises whenever what has been there changes.
    pub(super) edition: u64,
}

impl Texture {
    /// Columns and rows.
    #[expect(clippy::cast_precision_loss, reason = "textures have some thousand rows at most")]
    pub(super) fn size(&self) -> [f32; 2] {
        self.size.map(|length| length as f32)
    }

    /// Part of a row; `None` where the texture does not reach so far.
    pub(super) fn row(&self, left: usize, y: usize, length: usize) -> Option<&[Ink]> {
        let fits = left + length <= self.size[0] && y < self.size[1];
        let start = y * self.size[0] + left;
        if fits { self.inks.get(start..start + length) } else { None }
    }

    /// What is seen at a place from 0 to 1, between the four nearest pixels.
    pub(super) fn at(&self, place: Pos2) -> Ink {
        let [width, height] = self.size;
        if width == 0 || height == 0 {
            return Ink::WHITE;
        }
        let [across, down] = self.size();
        let (left, right, x) = neighbors(place.x * across, width);
        let (top, bottom, y) = neighbors(place.y * down, height);
        let ink = |column, row| self.inks.get(row * width + column).copied().unwrap_or_default();
        if (left == right || x == 0) && (top == bottom || y == 0) {
            return ink(left, top);
        }
        let [one, two, three, four] =
            [ink(left, top), ink(right, top), ink(left, bottom), ink(right, bottom)].map(Ink::channels);
        Ink::from_channels(std::array::from_fn(|channel| {
            let above = u32::from(one[channel]) * (256 - x) + u32::from(two[channel]) * x;
            let below = u32::from(three[channel]) * (256 - x) + u32::from(four[channel]) * x;
            u8::try_from((above * (256 - y) + below * y + (1 << 15)) >> 16).unwrap_or(u8::MAX)
        }))
    }

    fn patch(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let inks = image.pixels.iter().copied().map(Ink::of);
        let Some([left, top]) = delta.pos else {
            self.size = image.size;
            self.inks = inks.collect();
            self.edition += 1;
            return;
        };
        let mut inks = inks;
        for y in top..top + image.size[1] {
            let start = y * self.size[0] + left;
            let Some(row) = self.inks.get_mut(start..start + image.size[0]) else { return };
            for (under, ink) in row.iter_mut().zip(&mut inks) {
                if !under.is_nothing() && *under != ink {
                    self.edition += 1;
                }
                *under = ink;
            }
        }
    }
}

/// The pixels on both sides of a point, and how many 256ths it is from the first to the second.
fn neighbors(point: f32, length: usize) -> (usize, usize, u32) {
    let point = ((point - 0.5) * 256.0).round().max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is not negative, and stops at the end"
    )]
    let point = point as usize;
    let first = (point / 256).min(length - 1);
    (first, (first + 1).min(length - 1), u32::try_from(point % 256).unwrap_or(0))
}

/// All textures of a window.
#[derive(Default)]
pub(super) struct Textures(BTreeMap<u64, Texture>);

impl Textures {
    /// Takes up what is new.
    #[expect(clippy::iter_over_hash_type, reason = "each texture has a place of its own")]
    pub(super) fn set(&mut self, delta: &mut TexturesDelta) {
        for (id, patches) in delta.set.drain() {
            let texture = self.0.entry(key(id)).or_default();
            for patch in patches {
                texture.patch(&patch);
            }
        }
    }

    /// Forgets what is not used any more.
    #[expect(clippy::iter_over_hash_type, reason = "each texture has a place of its own")]
    pub(super) fn free(&mut self, delta: &mut TexturesDelta) {
        for id in delta.free.drain() {
            self.0.remove(&key(id));
        }
    }

    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.0.get(&key(id))
    }
}

fn key(id: TextureId) -> u64 {
    match id {
        TextureId::Managed(number) => number,
        TextureId::User(number) => number | (1 << 63),
    }
}
