//! Sizes, colors and distances on paper: the one place that knows them.

use crate::document::compose::blocks::{Style, Voice};
use crate::document::page::{Color, Face};
use crate::document::{Edition, Paper};

pub(super) const INK: Color = Color { r: 0x1d, g: 0x23, b: 0x27 };
pub(super) const QUIET: Color = Color { r: 0x57, g: 0x55, b: 0x52 };
pub(super) const ACCENT: Color = Color { r: 0x0f, g: 0x5c, b: 0x63 };
pub(super) const RULE: Color = Color { r: 0xc4, g: 0xc0, b: 0xb9 };
pub(super) const EDGE: Color = Color { r: 0x8b, g: 0x87, b: 0x80 };
pub(super) const TINT: Color = Color { r: 0xf4, g: 0xf2, b: 0xed };
pub(super) const WATERMARK: Color = Color { r: 0xf1, g: 0xef, b: 0xeb };

/// Distances on a sheet, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    pub(super) width: f32,
    pub(super) height: f32,
    /// Wide enough for a hole punch.
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    /// From the lower edge to the end of the text; the footer stands below it.
    pub(super) bottom: f32,
}

impl Sheet {
    pub(super) const fn new(paper: Paper) -> Self {
        let (width, height) = match paper {
            Paper::Letter => (612.0, 792.0),
            Paper::A4 => (595.28, 841.89),
        };
        Self { width, height, left: 60.0, right: 44.0, top: 48.0, bottom: 66.0 }
    }

    pub(super) fn text_width(&self) -> f32 {
        self.width - self.left - self.right
    }

    pub(super) fn text_height(&self) -> f32 {
        self.height - self.top - self.bottom
    }
}

/// How large words are, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f32,
    pub(super) leading: f32,
}

const fn of(size: f32, leading: f32) -> Type {
    Type { size, leading }
}

pub(super) const fn style(style: Style, edition: Edition) -> Type {
    match (edition, style) {
        (Edition::Patient, Style::Lead) => of(21.0, 26.0),
        (Edition::Patient, Style::Body) => of(12.5, 17.0),
        (Edition::Patient, Style::Compact) => of(11.5, 15.5),
        (Edition::Patient, Style::Small | Style::Label) => of(10.5, 14.0),
        (Edition::Clinical, Style::Lead) => of(14.0, 19.0),
        (Edition::Clinical, Style::Body) => of(10.5, 15.0),
        (Edition::Clinical, Style::Compact) => of(9.5, 12.5),
        (Edition::Clinical, Style::Small) => of(8.5, 11.5),
        (Edition::Clinical, Style::Label) => of(9.0, 12.0),
    }
}

/// A heading's type and the distance above it.
pub(super) const fn heading(level: u8, edition: Edition) -> (Type, f32) {
    match (edition, level) {
        (Edition::Patient, 1) => (of(25.0, 30.0), 0.0),
        (Edition::Patient, 2) => (of(17.0, 22.0), 18.0),
        (Edition::Patient, _) => (of(13.5, 18.0), 12.0),
        (Edition::Clinical, 1) => (of(21.0, 26.0), 0.0),
        (Edition::Clinical, 2) => (of(14.0, 18.0), 18.0),
        (Edition::Clinical, _) => (of(11.0, 15.0), 11.0),
    }
}

/// The type of a quotation.
pub(super) const fn quote(edition: Edition) -> Type {
    match edition {
        Edition::Patient => of(16.0, 21.0),
        Edition::Clinical => of(11.5, 16.0),
    }
}

pub(super) const fn voice(voice: Voice) -> (Face, Color) {
    match voice {
        Voice::Plain => (Face::Regular, INK),
        Voice::Strong => (Face::Semibold, INK),
        Voice::Quiet => (Face::Regular, QUIET),
        Voice::Accent => (Face::Semibold, ACCENT),
    }
}
