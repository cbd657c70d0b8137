//! Draws a window's triangles into an image: no graphics card or driver, so the same pixels everywhere.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "pixels are counted and laid out, and exactly equal edges are told apart on purpose"
)]
#![expect(clippy::iter_over_hash_type, reason = "textures are taken up in any order; each has a place of its own")]

use std::collections::BTreeMap;

use egui::epaint::{ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Rect, TextureId, TexturesDelta, Vec2, pos2};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

/// Red, green, blue and alpha, premultiplied, from 0 to 255.
type Ink = [f32; 4];

/// Textures, and how to draw with them.
#[derive(Default)]
pub(crate) struct Raster {
    textures: BTreeMap<u64, ColorImage>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, patches) in delta.set.drain() {
            for patch in patches {
                self.patch(key(id), &patch);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&key(id));
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut image = RgbaImage::from_pixel(pixels(size.x), pixels(size.y), Rgba([0, 0, 0, 255]));
        for part in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &part.primitive else { return Err("something is drawn by itself".to_owned()) };
            let texture = self.textures.get(&key(mesh.texture_id)).ok_or("a texture is missing")?;
            draw(&mut image, mesh, texture, part.clip_rect * scale, scale);
        }
        for part in image.iter_mut() {
            *part = coarse(*part);
        }
        Ok(image)
    }
}

impl Raster {
    fn patch(&mut self, key: u64, delta: &ImageDelta) {
        let ImageData::Color(patch) = &delta.image;
        let (Some([left, top]), Some(whole)) = (delta.pos, self.textures.get_mut(&key)) else {
            self.textures.insert(key, ColorImage::clone(patch));
            return;
        };
        for y in 0..patch.size[1] {
            for x in 0..patch.size[0] {
                whole[(left + x, top + y)] = patch[(x, y)];
            }
        }
    }
}

fn key(id: TextureId) -> u64 {
    match id {
        TextureId::Managed(number) => number,
        TextureId::User(number) => number | (1 << 63),
    }
}

fn draw(image: &mut RgbaImage, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
    let whole = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(image.width() as f32, image.height() as f32));
    let clip = Rect::from_min_max(clip.min.round(), clip.max.round()).intersect(whole);
    for corners in mesh.indices.as_chunks::<3>().0 {
        let mut corners = corners.map(|index| mesh.vertices[index as usize]);
        for corner in &mut corners {
            corner.pos = (corner.pos.to_vec2() * scale).to_pos2();
        }
        triangle(image, corners, texture, clip);
    }
}

/// Fills the pixels whose middle lies inside; of two triangles with one edge exactly one has what lies on it.
fn triangle(image: &mut RgbaImage, mut corners: [Vertex; 3], texture: &ColorImage, clip: Rect) {
    if twice_area(&corners) < 0.0 {
        corners.swap(1, 2);
    }
    let area = twice_area(&corners);
    let bounds = Rect::from_points(&corners.map(|corner| corner.pos)).intersect(clip);
    if area <= 0.0 || !bounds.is_positive() {
        return;
    }
    let inks = corners.map(|corner| ink(corner.color));
    let plain = inks[0] == inks[1] && inks[1] == inks[2];
    let still = corners[0].uv == corners[1].uv && corners[1].uv == corners[2].uv;
    let dot = sample(texture, corners[0].uv);
    for y in pixels(bounds.top())..pixels(bounds.bottom().ceil()) {
        for x in pixels(bounds.left())..pixels(bounds.right().ceil()) {
            let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
            let Some(shares) = shares(&corners, at, area) else { continue };
            let color = if plain { inks[0] } else { mixed(&inks, shares) };
            let texel = if still {
                dot
            } else {
                let uvs = corners.map(|corner| corner.uv.to_vec2());
                sample(texture, (uvs[0] * shares[0] + uvs[1] * shares[1] + uvs[2] * shares[2]).to_pos2())
            };
            lay_over(image.get_pixel_mut(x, y), color, texel);
        }
    }
}

fn twice_area([a, b, c]: &[Vertex; 3]) -> f32 {
    side(a.pos, b.pos, c.pos)
}

fn side(from: egui::Pos2, to: egui::Pos2, at: egui::Pos2) -> f32 {
    (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
}

/// How much of each corner there is at a point; `None` outside.
fn shares(corners: &[Vertex; 3], at: egui::Pos2, area: f32) -> Option<[f32; 3]> {
    let mut shares = [0.0; 3];
    for (number, share) in shares.iter_mut().enumerate() {
        let (from, to) = (corners[(number + 1) % 3].pos, corners[(number + 2) % 3].pos);
        *share = side(from, to, at) / area;
        let takes_edge = to.y < from.y || (to.y == from.y && to.x > from.x);
        if *share < 0.0 || (*share == 0.0 && !takes_edge) {
            return None;
        }
    }
    Some(shares)
}

fn ink(color: Color32) -> Ink {
    color.to_array().map(f32::from)
}

fn mixed(inks: &[Ink; 3], shares: [f32; 3]) -> Ink {
    std::array::from_fn(|part| (0..3).map(|corner| inks[corner][part] * shares[corner]).sum())
}

/// The texture at a point from 0 to 1, between its four nearest pixels.
fn sample(texture: &ColorImage, uv: egui::Pos2) -> Ink {
    let [width, height] = texture.size;
    let (x, y) = ((uv.x * width as f32 - 0.5).max(0.0), (uv.y * height as f32 - 0.5).max(0.0));
    let (left, top) = ((x as usize).min(width - 1), (y as usize).min(height - 1));
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (across, down) = (x - left as f32, y - top as f32);
    let [one, two, three, four] =
        [(left, top), (right, top), (left, bottom), (right, bottom)].map(|at| ink(texture[at]));
    std::array::from_fn(|part| {
        let above = one[part] * (1.0 - across) + two[part] * across;
        let below = three[part] * (1.0 - across) + four[part] * across;
        above * (1.0 - down) + below * down
    })
}

fn lay_over(pixel: &mut Rgba<u8>, color: Ink, texel: Ink) {
    let over: Ink = std::array::from_fn(|part| color[part] * texel[part] / 255.0);
    let stays = 1.0 - over[3] / 255.0;
    for (under, over) in pixel.0.iter_mut().zip(over) {
        *under = (over + f32::from(*under) * stays).round().clamp(0.0, 255.0) as u8;
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

fn pixels(length: f32) -> u32 {
    length.max(0.0) as u32
}
