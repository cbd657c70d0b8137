//! Colors as the painter mixes them: four channels in one number, two of them computed at a time.

use egui::Color32;

/// A premultiplied color, `0xAARRGGBB`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ink(u32);

/// Every other channel.
const PAIR: u32 = 0x00FF_00FF;

impl Ink {
    pub(super) const WHITE: Self = Self(u32::MAX);

    pub(super) fn of(color: Color32) -> Self {
        let [r, g, b, a] = color.to_array();
        Self(u32::from_be_bytes([a, r, g, b]))
    }

    /// Alpha, red, green and blue.
    pub(super) fn channels(self) -> [u8; 4] {
        self.0.to_be_bytes()
    }

    pub(super) fn from_channels(channels: [u8; 4]) -> Self {
        Self(u32::from_be_bytes(channels))
    }

    pub(super) fn is_solid(self) -> bool {
        self.0 >> 24 == 255
    }

    pub(super) fn is_nothing(self) -> bool {
        self.0 == 0
    }

    /// The pixel where this ink is solid.
    pub(super) fn pixel(self) -> u32 {
        self.0 & 0x00FF_FFFF
    }

    /// Channel by channel, as if white were one.
    pub(super) fn times(self, other: Self) -> Self {
        if other == Self::WHITE {
            return self;
        }
        if self == Self::WHITE {
            return other;
        }
        let [a, r, g, b] = other.channels().map(u32::from);
        if a == r && r == g && g == b {
            return self.part(a);
        }
        let mixed = self.channels().map(u32::from);
        Self::from_channels([mixed[0] * a, mixed[1] * r, mixed[2] * g, mixed[3] * b].map(by_255))
    }

    /// So many 255ths of it.
    fn part(self, share: u32) -> Self {
        Self(scaled(self.0 & PAIR, share) | scaled((self.0 >> 8) & PAIR, share) << 8)
    }

    /// Laid over a pixel.
    pub(super) fn over(self, under: u32) -> u32 {
        let stays = 255 - (self.0 >> 24);
        let outer = sum(self.0 & PAIR, scaled(under & PAIR, stays));
        let inner = sum((self.0 >> 8) & PAIR, scaled((under >> 8) & PAIR, stays));
        (outer | inner << 8) & 0x00FF_FFFF
    }
}

/// Both channels of a pair times a share of 255, rounded.
fn scaled(pair: u32, share: u32) -> u32 {
    let product = pair * share + 0x0080_0080;
    ((product + ((product >> 8) & PAIR)) >> 8) & PAIR
}

/// Both channels of two pairs together, at most 255 each.
fn sum(one: u32, other: u32) -> u32 {
    let sum = one + other;
    let beyond = sum & 0x0100_0100;
    (sum | (beyond - (beyond >> 8))) & PAIR
}

fn by_255(product: u32) -> u8 {
    let product = product + 128;
    u8::try_from((product + (product >> 8)) >> 8).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(over: [u8; 4], under: u8, channel: usize) -> u32 {
        let stays = f64::from(255 - over[0]) / 255.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and 255")]
        let mixed = (f64::from(over[channel]) + (f64::from(under) * stays).round()).min(255.0) as u32;
        mixed
    }

    #[test]
    fn inks_mix_exactly() {
        for alpha in [0, 1, 77, 128, 254, 255] {
            for under in 0..=255 {
                let over = [alpha, alpha, alpha / 2, 0];
                let pixel = Ink::from_channels(over).over(u32::from_be_bytes([0, under, under, under]));
                let [_, r, g, b] = pixel.to_be_bytes().map(u32::from);
                assert_eq!([r, g, b], [1, 2, 3].map(|channel| exact(over, under, channel)), "{alpha} over {under}");
            }
        }
    }

    #[test]
    fn light_that_is_added_stops_at_white() {
        assert_eq!(Ink::from_channels([0, 200, 0, 9]).over(0x0064_6464), 0x00FF_646D);
    }

    #[test]
    fn white_leaves_a_color_and_a_share_thins_it() {
        let ink = Ink::from_channels([255, 100, 50, 1]);
        assert_eq!(ink.times(Ink::WHITE), ink);
        assert_eq!(Ink::WHITE.times(ink), ink);
        assert_eq!(ink.times(Ink::from_channels([128; 4])), Ink::from_channels([128, 50, 25, 1]));
        assert_eq!(ink.times(Ink::from_channels([255, 128, 0, 255])), Ink::from_channels([255, 50, 0, 1]));
    }
}
