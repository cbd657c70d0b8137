//! What a frame is made of: triangles and upright boxes, sorted by the rows of tiles that they touch.

use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, Pos2};

use super::fill::Band;
use super::texture::{Texture, Textures};
use super::{Area, TILE, whole};

/// A corner, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Corner {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) uv: Pos2,
    pub(super) color: Color32,
}

/// A box with upright sides: text, and what is plain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Upright {
    pub(super) left_top: Corner,
    pub(super) right_bottom: Corner,
}

/// Triangles with one texture and one clipping rectangle.
pub(super) struct Piece<'a> {
    mesh: &'a Mesh,
    texture: &'a Texture,
    clip: Area,
    scale: f32,
}

impl<'a> Piece<'a> {
    /// `None` where nothing of it would be seen.
    pub(super) fn new(
        part: &'a ClippedPrimitive,
        scale: f32,
        size: [usize; 2],
        textures: &'a Textures,
    ) -> Option<Self> {
        // Nothing in this program draws itself.
        let Primitive::Mesh(mesh) = &part.primitive else { return None };
        let clip = Area::clip(part.clip_rect, scale).and(Area::of(size));
        let texture = textures.get(mesh.texture_id)?;
        if clip.is_empty() { None } else { Some(Self { mesh, texture, clip, scale }) }
    }

    /// Three corners, or six of an upright box, from a place in the list of corners on.
    fn corners<const N: usize>(&self, at: usize) -> Option<[Corner; N]> {
        let indices = self.mesh.indices.get(at..at + N)?;
        let mut corners = [Corner { x: 0.0, y: 0.0, uv: Pos2::ZERO, color: Color32::TRANSPARENT }; N];
        for (corner, index) in corners.iter_mut().zip(indices) {
            let Vertex { pos, uv, color } = *self.mesh.vertices.get(usize::try_from(*index).ok()?)?;
            *corner = Corner { x: pos.x * self.scale, y: pos.y * self.scale, uv, color };
        }
        Some(corners)
    }

    /// The box that begins here, if one does.
    fn upright(&self, at: usize) -> Option<Upright> {
        let indices = self.mesh.indices.get(at..at + 6)?;
        if indices[2] != indices[3] || indices[1] != indices[4] {
            return None;
        }
        let [one, two, three, _, _, four] = self.corners::<6>(at)?;
        let upright = same(one.x, three.x) && same(two.x, four.x) && same(one.y, two.y) && same(three.y, four.y);
        let straight = same(one.uv.x, three.uv.x)
            && same(two.uv.x, four.uv.x)
            && same(one.uv.y, two.uv.y)
            && same(three.uv.y, four.uv.y);
        let plain = [two, three, four].iter().all(|corner| corner.color == one.color);
        let forward = one.x < four.x && one.y < four.y;
        (upright && straight && plain && forward).then_some(Upright { left_top: one, right_bottom: four })
    }
}

/// To the last bit: corners of a box come from the same numbers.
fn same(one: f32, other: f32) -> bool {
    one.to_bits() == other.to_bits()
}

#[derive(Clone, Copy)]
enum Kind {
    Triangle,
    Upright,
}

#[derive(Clone, Copy)]
struct Entry {
    piece: usize,
    at: usize,
    kind: Kind,
}

/// What touches each row of tiles, in the order of painting.
#[derive(Default)]
pub(super) struct Sheet {
    rows: Vec<Vec<Entry>>,
}

impl Sheet {
    /// Sorts a frame, and says what each tile is made of: two tiles with one mark look alike.
    pub(super) fn sort(&mut self, pieces: &[Piece<'_>], size: [usize; 2], ground: u32) -> Vec<u64> {
        let [columns, rows] = size.map(|length| length.div_ceil(TILE));
        self.rows.resize_with(rows, Vec::new);
        self.rows.iter_mut().for_each(Vec::clear);
        let mut marks = vec![stir(u64::from(ground), 1); columns * rows];
        for (number, piece) in pieces.iter().enumerate() {
            let start = [piece.clip.left, piece.clip.top, piece.clip.right, piece.clip.bottom]
                .into_iter()
                .fold(piece.texture.edition, |mark, side| stir(mark, u64::from(side.cast_unsigned())));
            let mut at = 0;
            while at + 3 <= piece.mesh.indices.len() {
                let (kind, step, corners) = match piece.upright(at) {
                    Some(Upright { left_top, right_bottom }) => {
                        (Kind::Upright, 6, [left_top, right_bottom, right_bottom])
                    }
                    None => match piece.corners::<3>(at) {
                        Some(corners) => (Kind::Triangle, 3, corners),
                        None => break,
                    },
                };
                self.note(Entry { piece: number, at, kind }, corners, start, piece.clip, &mut marks, columns);
                at += step;
            }
        }
        marks
    }

    fn note(&mut self, entry: Entry, corners: [Corner; 3], start: u64, clip: Area, marks: &mut [u64], columns: usize) {
        let seen = bounds(&corners).and(clip);
        if seen.is_empty() {
            return;
        }
        let mark = corners.iter().fold(start, |mark, corner| {
            let Corner { x, y, uv, color } = corner;
            let mark = stir(mark, both(x.to_bits(), y.to_bits()));
            let mark = stir(mark, both(uv.x.to_bits(), uv.y.to_bits()));
            stir(mark, u64::from(u32::from_be_bytes(color.to_array())))
        });
        let [left, top, right, bottom] = [seen.left, seen.top, seen.right - 1, seen.bottom - 1].map(tile);
        for row in top..=bottom {
            if let Some(entries) = self.rows.get_mut(row) {
                entries.push(entry);
            }
            if let Some(marks) = marks.get_mut(row * columns + left..=row * columns + right) {
                for under in marks {
                    *under = stir(*under, mark);
                }
            }
        }
    }

    /// Draws the parts of a row of tiles that lie in one of some areas.
    pub(super) fn draw(&self, row: usize, pieces: &[Piece<'_>], band: &mut Band<'_>, areas: &[Area]) {
        for Entry { piece, at, kind } in self.rows.get(row).into_iter().flatten() {
            let Some(piece) = pieces.get(*piece) else { continue };
            match kind {
                Kind::Upright => {
                    let Some(upright) = piece.upright(*at) else { continue };
                    let bounds = bounds(&[upright.left_top, upright.right_bottom]).and(piece.clip);
                    for area in areas.iter().map(|area| area.and(bounds)).filter(|area| !area.is_empty()) {
                        band.upright(&upright, piece.texture, area);
                    }
                }
                Kind::Triangle => {
                    let Some(corners) = piece.corners::<3>(*at) else { continue };
                    let bounds = bounds(&corners).and(piece.clip);
                    for area in areas.iter().map(|area| area.and(bounds)).filter(|area| !area.is_empty()) {
                        band.triangle(corners, piece.texture, area);
                    }
                }
            }
        }
    }
}

/// All pixels that corners can touch.
fn bounds(corners: &[Corner]) -> Area {
    let over = |of: fn(&Corner) -> f32| {
        corners.iter().map(of).fold((f32::MAX, f32::MIN), |(least, most), at| (least.min(at), most.max(at)))
    };
    let ((left, right), (top, bottom)) = (over(|corner| corner.x), over(|corner| corner.y));
    #[expect(clippy::cast_possible_truncation, reason = "a cast stops at the largest number, which is enough")]
    let [left, top, right, bottom] = [left.floor(), top.floor(), right.ceil(), bottom.ceil()].map(|side| side as i32);
    Area { left, top, right, bottom }
}

fn tile(pixel: i32) -> usize {
    usize::try_from(pixel / whole(TILE)).unwrap_or(0)
}

fn both(one: u32, other: u32) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}

/// Takes a value into a mark, so that another value or another order gives another mark.
fn stir(mark: u64, value: u64) -> u64 {
    let mixed = (mark.rotate_left(23) ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}
