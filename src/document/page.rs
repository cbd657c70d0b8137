//! A laid-out page: a handful of kinds of marks at places in points, from the top left corner, y downwards.
//!
//! The PDF writer and the preview on screen paint the same marks and decide nothing about layout.

use crate::base::Date;

/// A finished document.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages {
    /// Title, for the window and the file's properties.
    pub title: String,
    /// BCP 47 tag of the language.
    pub language: String,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// The structure for screen readers, in reading order; elements refer to parents by index.
    pub elements: Vec<Element>,
    /// Headings for the outline, in order.
    pub outline: Vec<OutlineEntry>,
    /// Who publishes it: the program.
    pub author: String,
    /// The day on which it is printed; no clock is read.
    pub dated: Option<Date>,
    /// Characters that no embedded face can show; each appears as an empty box.
    pub missing: Vec<char>,
}

impl Pages {
    /// What the pages say, as lines of text in painting order with a rule of `=` between pages.
    pub fn text(&self) -> String {
        let pages: Vec<String> = self.pages.iter().map(Page::text).collect();
        pages.join("\n==========\n")
    }
}

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Marks in the order in which they are painted.
    pub marks: Vec<Mark>,
}

impl Page {
    fn text(&self) -> String {
        let mut text = String::new();
        let mut last: Option<&Run> = None;
        for mark in &self.marks {
            let Shape::Text(run) = &mark.shape else { continue };
            text.push_str(last.map_or("", |before| between(before, run)));
            text.push_str(&run.text);
            last = Some(run);
        }
        text
    }
}

/// What parts two runs in the text of a page.
fn between(before: &Run, run: &Run) -> &'static str {
    let same_line = (before.at.y - run.at.y).abs() < 0.5 && before.at.x < run.at.x;
    match (same_line, before.end() + before.size * 0.1 < run.at.x) {
        (true, false) => "",
        (true, true) => "  ",
        (false, _) => "\n",
    }
}

/// One mark on a page and the structure element that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Index into [`Pages::elements`]; `None` for decoration.
    pub element: Option<usize>,
    /// What is painted.
    pub shape: Shape,
}

/// What is painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A run of shaped text.
    Text(Run),
    /// A straight line.
    Rule {
        /// From.
        from: Point,
        /// To.
        to: Point,
        /// Thickness in points.
        thickness: f32,
        /// Color.
        color: Color,
    },
    /// A box with rounded corners.
    Box {
        /// Top left corner.
        at: Point,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Corner radius.
        radius: f32,
        /// Filling.
        fill: Option<Color>,
        /// Border: thickness and color.
        border: Option<(f32, Color)>,
    },
}

/// A run of shaped text in one face, size and color.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Where its baseline begins.
    pub at: Point,
    /// Face.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// Color.
    pub color: Color,
    /// Turned counter-clockwise by so many degrees; only watermarks are.
    pub turned: f32,
    /// The text, for the preview and for finding it.
    pub text: String,
    /// The glyphs that show it.
    pub glyphs: Vec<Glyph>,
}

impl Run {
    /// How wide it is, in points.
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * self.size / 1000.0
    }

    /// Where its last glyph ends, in points from the left; not for turned runs.
    pub fn end(&self) -> f32 {
        self.at.x + self.width()
    }
}

/// One glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Number in the face.
    pub id: u16,
    /// How far the next glyph is, in thousandths of the size.
    pub advance: f32,
    /// The characters that it shows; U+FFFD for one that no face has.
    pub text: String,
}

/// A face of the one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Regular.
    Regular,
    /// Semibold.
    Semibold,
}

/// A place on a page, in points from the top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A color; channels run from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

/// A structure element for screen readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Index of its parent; `None` at the top.
    pub parent: Option<usize>,
}

/// What a structure element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A part of the document.
    Section,
    /// A heading of level 1 to 4.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// One entry of a list.
    ListItem,
    /// The mark in front of a list entry.
    Label,
    /// The words of a list entry.
    ListBody,
    /// A table.
    Table,
    /// One row.
    Row,
    /// A cell that heads a column.
    ColumnHead,
    /// A cell that heads a row.
    RowHead,
    /// A cell.
    Cell,
}

/// A heading in the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// Text.
    pub text: String,
    /// Level, from 1.
    pub level: u8,
    /// Page, from 0.
    pub page: usize,
    /// Height on the page.
    pub y: f32,
}
