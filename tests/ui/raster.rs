//! Takes pictures of a window with the program's own painter: no graphics card or driver, so the same pixels everywhere.

use egui::{Color32, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};
use throughline::desktop::paint::Canvas;

/// The painter, and what it has not been told of textures yet.
#[derive(Default)]
pub(crate) struct Raster {
    canvas: Canvas,
    news: TexturesDelta,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.news.append(std::mem::take(delta));
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a window are counted")]
        self.canvas.resize([size.x as usize, size.y as usize]);
        let parts = ctx.tessellate(output.shapes.clone(), scale);
        self.canvas.paint(&parts, &mut self.news, scale, Color32::BLACK);
        let [width, height] = self.canvas.size().map(|length| u32::try_from(length).unwrap_or_default());
        let mut pixels = self.canvas.pixels().iter();
        Ok(RgbaImage::from_fn(width, height, |_, _| {
            let [_, r, g, b] = pixels.next().copied().unwrap_or_default().to_be_bytes();
            Rgba([coarse(r), coarse(g), coarse(b), 255])
        }))
    }
}

/// Nearly the same, in few steps: finer where it is very light or very dark, as grounds are, than between, as on the
/// edges of letters. So a picture takes a quarter of the room.
fn coarse(part: u8) -> u8 {
    match part {
        64..208 => part / 48 * 48 + 24,
        0..64 | 208..=255 => part / 8 * 8 + 7,
    }
}
