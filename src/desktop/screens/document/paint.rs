//! Paints a laid-out page with the toolkit; decides nothing about its layout.

use egui::text::LayoutJob;
use egui::{CornerRadius, FontFamily, FontId, Painter, Pos2, Rect, Shape as Painted, Stroke, StrokeKind, pos2, vec2};

use crate::desktop::theme::{self, Tokens};
use crate::document::page::{Face, Page, Point, Run, Shape};

/// A page in a rectangle.
pub(super) fn page(painter: &Painter, page: &Page, rect: Rect, tokens: &Tokens) {
    painter.rect(rect, CornerRadius::same(2), theme::PRINT_PAPER, tokens.hairline(), StrokeKind::Outside);
    let clip = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let frame = Frame { corner: rect.min, scale: rect.width() / page.width.max(1.0) };
    for mark in &page.marks {
        shape(&clip, &mark.shape, frame);
    }
}

#[derive(Clone, Copy, Debug)]
struct Frame {
    corner: Pos2,
    scale: f32,
}

impl Frame {
    fn at(self, point: Point) -> Pos2 {
        self.corner + vec2(point.x, point.y) * self.scale
    }
}

fn shape(painter: &Painter, shape: &Shape, frame: Frame) {
    match shape {
        Shape::Text(run) => text(painter, run, frame),
        Shape::Rule { from, to, thickness, color } => {
            let stroke = Stroke::new((thickness * frame.scale).max(0.6), theme::print(*color));
            painter.line_segment([frame.at(*from), frame.at(*to)], stroke);
        }
        Shape::Box { at, width, height, radius, fill, border } => {
            let rect = Rect::from_min_size(frame.at(*at), vec2(*width, *height) * frame.scale);
            let corner = CornerRadius::from(radius * frame.scale);
            if let Some(fill) = fill {
                painter.rect_filled(rect, corner, theme::print(*fill));
            }
            if let Some((thickness, color)) = border {
                let stroke = Stroke::new((thickness * frame.scale).max(0.6), theme::print(*color));
                painter.rect_stroke(rect, corner, stroke, StrokeKind::Middle);
            }
        }
    }
}

fn text(painter: &Painter, run: &Run, frame: Frame) {
    if run.size * frame.scale < 1.5 {
        return;
    }
    let measured = advance(run, frame.scale);
    let whole = Piece { run, text: &run.text, at: run.at, scale: frame.scale };
    let galley = painter.layout_job(whole.job());
    if run.turned != 0.0 {
        turned(painter, run, galley, frame);
    } else if (galley.size().x - measured).abs() <= measured * 0.01 + 0.5 {
        place(painter, &galley, frame.at(run.at));
    } else {
        by_glyph(painter, run, frame);
    }
}

fn advance(run: &Run, scale: f32) -> f32 {
    run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() / 1000.0 * run.size * scale
}

struct Piece<'a> {
    run: &'a Run,
    text: &'a str,
    at: Point,
    scale: f32,
}

impl Piece<'_> {
    fn job(&self) -> LayoutJob {
        let family = match self.run.face {
            Face::Regular => FontFamily::Proportional,
            Face::Semibold => theme::semibold(),
        };
        let font = FontId::new(self.run.size * self.scale, family);
        let mut job = LayoutJob::simple_singleline(self.text.to_owned(), font, theme::print(self.run.color));
        job.round_output_to_gui = false;
        job
    }
}

/// Puts a galley's baseline where the run's baseline begins.
fn place(painter: &Painter, galley: &std::sync::Arc<egui::Galley>, at: Pos2) {
    painter.galley(pos2(at.x, at.y - baseline(galley)), galley.clone(), egui::Color32::BLACK);
}

fn baseline(galley: &egui::Galley) -> f32 {
    let row = galley.rows.first();
    row.and_then(|row| Some(row.pos.y + row.row.glyphs.first()?.pos.y)).unwrap_or_default()
}

/// Where the toolkit's own spacing would drift from the page's, each cluster goes to its own place.
fn by_glyph(painter: &Painter, run: &Run, frame: Frame) {
    let mut x = run.at.x;
    for glyph in &run.glyphs {
        if !glyph.text.trim().is_empty() {
            let piece = Piece { run, text: &glyph.text, at: Point { x, y: run.at.y }, scale: frame.scale };
            let galley = painter.layout_job(piece.job());
            // A figure of even width stands in the middle of its place; the toolkit knows only the uneven ones.
            let spare = glyph.advance / 1000.0 * run.size * frame.scale - galley.size().x;
            place(painter, &galley, frame.at(piece.at) + vec2(spare / 2.0, 0.0));
        }
        x += glyph.advance / 1000.0 * run.size;
    }
}

fn turned(painter: &Painter, run: &Run, galley: std::sync::Arc<egui::Galley>, frame: Frame) {
    // The toolkit turns clockwise about the top left corner of the text, the page counter-clockwise about its baseline.
    let angle = -run.turned.to_radians();
    let up = baseline(&galley);
    let corner = frame.at(run.at) + vec2(angle.sin() * up, -angle.cos() * up);
    let shape = egui::epaint::TextShape::new(corner, galley, theme::print(run.color)).with_angle(angle);
    painter.add(Painted::from(shape));
}
