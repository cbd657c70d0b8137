//! Paints laid-out pages as PDF operators; decides nothing about layout.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Codepoint, Color as PdfColor, DictItem, FontId, Line, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument,
    PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point as PdfPoint, Polygon, PolygonRing, Pt, Rgb, TextItem,
    TextMatrix, WindingOrder,
};
use sha2::{Digest, Sha256};

use super::page::{Color, Face, Mark, Page, Pages, Point, Role, Run, Shape};
use super::tags;

/// Why pages could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// An embedded face could not be cut down to the glyphs in use.
    #[error("the embedded typeface {0} cannot be prepared")]
    Typeface(&'static str),
    /// A place on a page is no finite number.
    #[error("a mark on page {0} has no place")]
    Place(usize),
    /// The file could not be put together.
    #[error("the PDF cannot be put together: {0}")]
    Assembly(String),
}

/// Writes pages as a tagged PDF that declares PDF/UA-1; the same pages always give the same bytes.
///
/// # Errors
/// When an embedded face is damaged or a mark stands nowhere; neither happens to pages that this program laid out.
pub fn pdf(pages: &Pages) -> Result<Vec<u8>, PdfError> {
    if let Some(number) = pages.pages.iter().position(|page| !page.marks.iter().all(has_place)) {
        return Err(PdfError::Place(number + 1));
    }
    let faces = faces(pages)?;
    let mut document = PdfDocument::new(&pages.title);
    for (face, used) in &faces {
        document.resources.fonts.map.insert(font_id(*face), PdfFont::new(used.font.clone()));
    }
    let mut contents = Vec::new();
    for page in &pages.pages {
        let mut painter = Painter { faces: &faces, pages, height: page.height, ops: Vec::new(), content: Vec::new() };
        painter.page(page);
        document.pages.push(PdfPage::new(Mm::from(Pt(page.width)), Mm::from(Pt(page.height)), painter.ops));
        contents.push(painter.content);
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    let assembled = document.to_lopdf_document(&options, &mut warnings);
    tags::finish(assembled, pages, &contents).map_err(|error| PdfError::Assembly(error.to_string()))
}

fn has_place(mark: &Mark) -> bool {
    let finite = |point: &Point| point.x.is_finite() && point.y.is_finite();
    match &mark.shape {
        Shape::Text(run) => {
            finite(&run.at) && run.size.is_finite() && run.glyphs.iter().all(|glyph| glyph.advance.is_finite())
        }
        Shape::Rule { from, to, thickness, .. } => finite(from) && finite(to) && thickness.is_finite(),
        Shape::Box { at, width, height, radius, .. } => {
            finite(at) && width.is_finite() && height.is_finite() && radius.is_finite()
        }
    }
}

/// The texts that every glyph in use stands for, shortest first.
type Texts<'a> = BTreeMap<u16, BTreeSet<(usize, &'a str)>>;

/// A face cut down to the glyphs in use.
struct UsedFace {
    font: ParsedFont,
    /// For every glyph in use: its number and width in the cut-down face, and the one text that it stands for.
    glyphs: BTreeMap<u16, (u16, f32, String)>,
}

fn faces(pages: &Pages) -> Result<BTreeMap<Face, UsedFace>, PdfError> {
    let mut texts: BTreeMap<Face, Texts> = BTreeMap::new();
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    for mark in marks {
        let Shape::Text(run) = &mark.shape else { continue };
        for glyph in &run.glyphs {
            let text = glyph.text.as_str();
            texts.entry(run.face).or_default().entry(glyph.id).or_default().insert((text.len(), text));
        }
    }
    texts.into_iter().map(|(face, glyphs)| Ok((face, used_face(face, &glyphs)?))).collect()
}

fn used_face(face: Face, texts: &Texts) -> Result<UsedFace, PdfError> {
    let damaged = || PdfError::Typeface(face.postscript_name());
    let ids: Vec<u16> = texts.keys().copied().collect();
    let remapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(&ids);
    let cut = subsetter::subset(face.bytes(), 0, &remapper).ok().ok_or_else(damaged)?;
    let mut warnings = Vec::new();
    let mut font = ParsedFont::from_bytes(&cut, 0, &mut warnings).ok_or_else(damaged)?;
    font.font_name = Some(format!("{}+{}", subset_tag(&cut), face.postscript_name()));
    let mut glyphs = BTreeMap::new();
    for (id, texts) in texts {
        let new = remapper.get(*id).ok_or_else(damaged)?;
        let width = font.get_glyph_width(new).ok_or_else(damaged)?;
        // A glyph has one text in a PDF; an empty one belongs to the second glyph of a cluster.
        let text = texts.iter().map(|(_, text)| *text).find(|text| !text.is_empty()).unwrap_or_default();
        glyphs.insert(*id, (new, f32::from(width), text.to_owned()));
    }
    Ok(UsedFace { font, glyphs })
}

/// Six capitals that depend only on the glyphs in use.
fn subset_tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

fn font_id(face: Face) -> FontId {
    FontId(
        match face {
            Face::Regular => "TextRegular",
            Face::Semibold => "TextSemibold",
        }
        .to_owned(),
    )
}

struct Painter<'a> {
    faces: &'a BTreeMap<Face, UsedFace>,
    pages: &'a Pages,
    height: f32,
    ops: Vec<Op>,
    /// The element of every marked-content number of the page.
    content: Vec<usize>,
}

impl Painter<'_> {
    /// Paints marks in runs that belong to one element, or to none.
    fn page(&mut self, page: &Page) {
        for run in page.marks.chunk_by(|a, b| a.element == b.element) {
            let Some(first) = run.first() else { continue };
            self.begin(first.element);
            for mark in run {
                self.mark(mark);
            }
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn begin(&mut self, element: Option<usize>) {
        let role = element.and_then(|index| Some((index, self.pages.elements.get(index)?.role)));
        let Some((index, role)) = role else {
            self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            return;
        };
        let number = i64::try_from(self.content.len()).unwrap_or(i64::MAX);
        self.content.push(index);
        let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag(role).to_owned(),
            properties: DictItem::Dict { map },
        });
    }

    fn mark(&mut self, mark: &Mark) {
        match &mark.shape {
            Shape::Text(run) => self.text(run),
            Shape::Rule { from, to, thickness, color } => {
                let points = vec![self.corner(from.x, from.y), self.corner(to.x, to.y)];
                self.ops.extend([
                    Op::SetOutlineColor { col: rgb(*color) },
                    Op::SetOutlineThickness { pt: Pt(*thickness) },
                    Op::DrawLine { line: Line { points, is_closed: false } },
                ]);
            }
            Shape::Box { at, width, height, radius, fill, border } => {
                let outline = self.rounded((at.x, at.y, *width, *height), *radius);
                if let Some(color) = fill {
                    self.ops.push(Op::SetFillColor { col: rgb(*color) });
                    self.polygon(outline.clone(), PaintMode::Fill);
                }
                if let Some((thickness, color)) = border {
                    self.ops.extend([
                        Op::SetOutlineColor { col: rgb(*color) },
                        Op::SetOutlineThickness { pt: Pt(*thickness) },
                    ]);
                    self.polygon(outline, PaintMode::Stroke);
                }
            }
        }
    }

    fn polygon(&mut self, points: Vec<LinePoint>, mode: PaintMode) {
        let polygon = Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn corner(&self, x: f32, y: f32) -> LinePoint {
        LinePoint { p: PdfPoint { x: Pt(x), y: Pt(self.height - y) }, bezier: false }
    }

    /// A box's outline; two points on either side of a corner steer its curve.
    fn rounded(&self, (x, y, width, height): (f32, f32, f32, f32), radius: f32) -> Vec<LinePoint> {
        // How far from the corner a quarter circle's control points stand.
        const CONTROL: f32 = 0.447_715;
        let (right, low) = (x + width, y + height);
        let r = radius.min(width / 2.0).min(height / 2.0).max(0.0);
        if r == 0.0 {
            return [(x, y), (right, y), (right, low), (x, low)].map(|(x, y)| self.corner(x, y)).to_vec();
        }
        let c = r * CONTROL;
        let steered = |(x, y): (f32, f32)| LinePoint { bezier: true, ..self.corner(x, y) };
        let plain = |(x, y): (f32, f32)| self.corner(x, y);
        vec![
            plain((x + r, y)),
            plain((right - r, y)),
            steered((right - c, y)),
            steered((right, y + c)),
            plain((right, y + r)),
            plain((right, low - r)),
            steered((right, low - c)),
            steered((right - c, low)),
            plain((right - r, low)),
            plain((x + r, low)),
            steered((x + c, low)),
            steered((x, low - c)),
            plain((x, low - r)),
            plain((x, y + r)),
            steered((x, y + c)),
            steered((x + c, y)),
            plain((x + r, y)),
        ]
    }

    fn text(&mut self, run: &Run) {
        let Some(face) = self.faces.get(&run.face) else { return };
        let codepoints = run.glyphs.iter().filter_map(|glyph| {
            let (gid, width, text) = face.glyphs.get(&glyph.id)?;
            Some(Codepoint { gid: *gid, offset: width - glyph.advance, cid: Some(text.clone()) })
        });
        let (sin, cos) = run.turned.to_radians().sin_cos();
        let matrix = TextMatrix::Raw([cos, sin, -sin, cos, run.at.x, self.height - run.at.y]);
        self.ops.extend([
            Op::SetFillColor { col: rgb(run.color) },
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(run.size) },
            Op::SetTextMatrix { matrix },
            Op::ShowText { items: vec![TextItem::GlyphIds(codepoints.collect())] },
            Op::EndTextSection,
        ]);
    }
}

fn rgb(color: Color) -> PdfColor {
    let channel = |value: u8| f32::from(value) / 255.0;
    PdfColor::Rgb(Rgb { r: channel(color.r), g: channel(color.g), b: channel(color.b), icc_profile: None })
}

/// The name of a role in a PDF.
pub(super) const fn tag(role: Role) -> &'static str {
    match role {
        Role::Section => "Sect",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(_) => "H4",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
    }
}
