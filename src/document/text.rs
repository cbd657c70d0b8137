//! Shapes text with the embedded faces, measures it and breaks it into lines.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use harfrust::{Direction, Feature, FontRef, ShapeOptions, ShaperData, Tag, UnicodeBuffer};
use skrifa::MetadataProvider;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::page::{Color, Face, Glyph};

/// What stands for a character that no face has: an empty place, around which layout draws a box.
pub(super) const REPLACEMENT: &str = "\u{fffd}";
const REPLACEMENT_ADVANCE: f32 = 620.0;

/// A stretch of text in one face and color.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) text: String,
    pub(super) face: Face,
    pub(super) color: Color,
}

/// One line of wrapped text.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its stretches, from left to right.
    pub(super) parts: Vec<Part>,
    /// Its width in points, without spaces at its end.
    pub(super) width: f32,
}

/// A stretch of a line.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Distance from the beginning of the line, in points.
    pub(super) x: f32,
    pub(super) face: Face,
    pub(super) color: Color,
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
}

/// Shapes, measures and wraps; remembers every word that it has shaped.
pub(super) struct Setter {
    regular: Option<Loaded>,
    semibold: Option<Loaded>,
    words: BTreeMap<(Face, String), Rc<[Glyph]>>,
    missing: BTreeSet<char>,
}

struct Loaded {
    font: FontRef<'static>,
    data: ShaperData,
    /// The glyph under a replacement box; nothing else uses it, so that its text stays its own.
    blank: u16,
}

impl Loaded {
    fn new(face: Face) -> Option<Self> {
        let font = FontRef::new(face.bytes()).ok()?;
        let data = ShaperData::new(&font);
        let blank = font.charmap().map('\u{2009}').and_then(|glyph| u16::try_from(glyph.to_u32()).ok())?;
        Some(Self { font, data, blank })
    }

    fn has(&self, character: char) -> bool {
        self.font.charmap().map(character).is_some()
    }
}

impl Setter {
    pub(super) fn new() -> Self {
        Self {
            regular: Loaded::new(Face::Regular),
            semibold: Loaded::new(Face::Semibold),
            words: BTreeMap::new(),
            missing: BTreeSet::new(),
        }
    }

    /// Characters met so far that no face has.
    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// The width of a text on one line, in points.
    pub(super) fn width(&mut self, face: Face, size: f32, text: &str) -> f32 {
        clean(text).split_word_bounds().map(|word| advance(&self.shape(face, word), size)).sum()
    }

    /// Breaks stretches into lines no wider than `width` points, at the places that Unicode allows, else anywhere.
    pub(super) fn wrap(&mut self, stretches: &[Stretch], size: f32, width: f32) -> Vec<Line> {
        let mut filling = Filling::new(size, width.max(size));
        let cleaned: Vec<String> = stretches.iter().map(|stretch| clean(&stretch.text)).collect();
        let whole = cleaned.concat();
        let mut from = 0;
        for (to, opportunity) in linebreaks(&whole) {
            if opportunity == BreakOpportunity::Allowed && parts_what_belongs_together(&whole, to) {
                continue;
            }
            let word = self.word(stretches, &cleaned, from, to);
            self.place(&mut filling, word);
            from = to;
            if opportunity == BreakOpportunity::Mandatory {
                filling.end_line();
            }
        }
        filling.lines
    }

    /// The text between two places of the whole, shaped, cut where the stretch changes.
    fn word(&mut self, stretches: &[Stretch], cleaned: &[String], from: usize, to: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut start = 0;
        for (stretch, text) in stretches.iter().zip(cleaned) {
            let end = start + text.len();
            let (first, last) = (from.max(start), to.min(end));
            if first < last {
                let piece = text.get(first - start..last - start).unwrap_or_default().trim_end_matches('\n');
                parts.push(self.part(stretch, piece));
            }
            start = end;
        }
        parts
    }

    fn part(&mut self, stretch: &Stretch, text: &str) -> Part {
        let glyphs = self.shape(stretch.face, text).to_vec();
        Part { x: 0.0, face: stretch.face, color: stretch.color, text: text.replace('\u{a0}', " "), glyphs }
    }

    fn place(&mut self, filling: &mut Filling, word: Vec<Part>) {
        let needed: f32 = word.iter().map(|part| trimmed_advance(part, filling.size)).sum();
        if filling.x + needed > filling.width && !filling.line.parts.is_empty() {
            filling.end_line();
        }
        if needed <= filling.width {
            for part in word {
                filling.push(part);
            }
            return;
        }
        for part in word {
            self.place_letters(filling, &part);
        }
    }

    /// A word wider than the line is broken between letters.
    fn place_letters(&mut self, filling: &mut Filling, word: &Part) {
        for letter in word.text.graphemes(true) {
            let stretch = Stretch { text: String::new(), face: word.face, color: word.color };
            let part = self.part(&stretch, letter);
            if filling.x + advance(&part.glyphs, filling.size) > filling.width && !filling.line.parts.is_empty() {
                filling.end_line();
            }
            filling.push(part);
        }
    }

    fn shape(&mut self, face: Face, text: &str) -> Rc<[Glyph]> {
        let key = (face, text.to_owned());
        if let Some(known) = self.words.get(&key) {
            return Rc::clone(known);
        }
        let glyphs: Rc<[Glyph]> = self.shape_anew(face, text).into();
        self.words.insert(key, Rc::clone(&glyphs));
        glyphs
    }

    fn shape_anew(&mut self, face: Face, text: &str) -> Vec<Glyph> {
        let loaded = match face {
            Face::Regular => &self.regular,
            Face::Semibold => &self.semibold,
        };
        let Some(loaded) = loaded else { return Vec::new() };
        let glyphs = glyphs(loaded, text);
        if glyphs.iter().any(|glyph| glyph.text == REPLACEMENT) {
            self.missing.extend(text.chars().filter(|c| !loaded.has(*c)));
        }
        glyphs
    }
}

fn glyphs(loaded: &Loaded, text: &str) -> Vec<Glyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.guess_segment_properties();
    let figures = [Feature::new(Tag::new(b"tnum"), 1, ..)];
    let shaper = loaded.data.shaper(&loaded.font).build();
    let shaped = shaper.shape(buffer, ShapeOptions::new().features(&figures));
    let clusters: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    // Text runs from left to right, so clusters only rise.
    let next =
        |at: usize| clusters.get(clusters.partition_point(|cluster| *cluster <= at)).copied().unwrap_or(text.len());
    let mut seen = None;
    let mut glyphs = Vec::with_capacity(clusters.len());
    for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let at = info.cluster as usize;
        let shown = if seen == Some(at) { "" } else { text.get(at..next(at)).unwrap_or_default() };
        seen = Some(at);
        glyphs.push(match u16::try_from(info.glyph_id) {
            Ok(0) | Err(_) => Glyph { id: loaded.blank, advance: REPLACEMENT_ADVANCE, text: REPLACEMENT.to_owned() },
            Ok(id) => Glyph { id, advance: f32_from(position.x_advance), text: shown.replace('\u{a0}', " ") },
        });
    }
    glyphs
}

fn f32_from(units: i32) -> f32 {
    f32::from(i16::try_from(units).unwrap_or(i16::MAX))
}

fn advance(glyphs: &[Glyph], size: f32) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * size / 1000.0
}

fn trimmed_advance(part: &Part, size: f32) -> f32 {
    let spaces = part.glyphs.iter().rev().take_while(|glyph| glyph.text == " ").count();
    advance(part.glyphs.get(..part.glyphs.len() - spaces).unwrap_or_default(), size)
}

/// Whether a place lies behind the dash of a span of figures, as in `5:30–7:00`, inside a time of day, a telephone
/// number or a name in capitals.
fn parts_what_belongs_together(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let figure_follows = after.starts_with(|c: char| c.is_ascii_digit());
    let mut back = before.chars().rev();
    match back.next() {
        // The names of measures, as in `C-SSRS` and `PHQ-9`.
        Some('-') => {
            back.next().is_some_and(|c| c.is_ascii_uppercase())
                && after.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        }
        Some('–') => figure_follows && back.next().is_some_and(|c| c.is_ascii_digit()),
        Some(' ') if after.starts_with("m.") => before.ends_with(" p. ") || before.ends_with(" a. "),
        Some(' ') => match back.next() {
            Some(')') => figure_follows && back.take(3).all(|c| c.is_ascii_digit()),
            Some(digit) if digit.is_ascii_digit() => {
                ["a.", "p.", "AM", "PM"].iter().any(|half| after.starts_with(half))
            }
            Some(_) | None => false,
        },
        Some(_) | None => false,
    }
}

/// Lines being filled with words.
struct Filling {
    size: f32,
    width: f32,
    lines: Vec<Line>,
    line: Line,
    x: f32,
}

impl Filling {
    const fn new(size: f32, width: f32) -> Self {
        Self { size, width, lines: Vec::new(), line: Line { parts: Vec::new(), width: 0.0 }, x: 0.0 }
    }

    fn push(&mut self, mut part: Part) {
        let width = advance(&part.glyphs, self.size);
        match self.line.parts.last_mut() {
            Some(last) if last.face == part.face && last.color == part.color => {
                last.text.push_str(&part.text);
                last.glyphs.append(&mut part.glyphs);
            }
            Some(_) | None => {
                part.x = self.x;
                self.line.parts.push(part);
            }
        }
        self.x += width;
    }

    fn end_line(&mut self) {
        let mut line = core::mem::take(&mut self.line);
        self.x = 0.0;
        if let Some(last) = line.parts.last_mut() {
            while last.glyphs.last().is_some_and(|glyph| glyph.text == " ") {
                last.glyphs.pop();
            }
            last.text.truncate(last.text.trim_end_matches(' ').len());
            line.width = last.x + advance(&last.glyphs, self.size);
        }
        line.parts.retain(|part| !part.glyphs.is_empty());
        self.lines.push(line);
    }
}

/// A text without what cannot be printed: controls and invisible marks dropped, spaces made plain, look-alikes that
/// the faces lack exchanged for those that they have.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter_map(clean_char).collect()
}

fn clean_char(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{202f}' => Some('\u{a0}'),
        '\u{b5}' => Some('\u{3bc}'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => None,
        other if other.is_control() => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INK: Color = Color { r: 0, g: 0, b: 0 };

    fn lines(text: &str, width: f32) -> Vec<String> {
        let stretch = Stretch { text: text.to_owned(), face: Face::Regular, color: INK };
        let lines = Setter::new().wrap(&[stretch], 10.0, width);
        lines.iter().map(|line| line.parts.iter().map(|part| part.text.as_str()).collect()).collect()
    }

    #[test]
    fn text_breaks_at_spaces_newlines_and_in_words_that_are_too_long() {
        assert_eq!(lines("one two three", 40.0), ["one two", "three"]);
        assert_eq!(lines("one\n\ntwo", 100.0), ["one", "", "two"]);
        assert_eq!(lines("aaaaaaaaaaaa", 30.0).concat(), "aaaaaaaaaaaa");
        assert!(lines("aaaaaaaaaaaa", 30.0).len() > 1);
        assert_eq!(lines("a las 5:30 p. m.", 60.0), ["a las", "5:30 p. m."]);
        assert_eq!(lines("at 5:30–7:00", 55.0), ["at", "5:30–7:00"]);
    }

    #[test]
    fn what_no_face_has_is_replaced_and_reported() {
        let mut setter = Setter::new();
        let stretch = Stretch { text: "a\u{7}漢µ\u{200d}".to_owned(), face: Face::Regular, color: INK };
        let lines = setter.wrap(&[stretch], 10.0, 100.0);
        let shown: String = lines[0].parts[0].glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(shown, "a\u{fffd}μ");
        assert_eq!(setter.missing(), ['漢']);
    }

    #[test]
    fn figures_are_all_as_wide() {
        let mut setter = Setter::new();
        assert!((setter.width(Face::Regular, 10.0, "11:11") - setter.width(Face::Regular, 10.0, "08:48")).abs() < 0.01);
    }
}
