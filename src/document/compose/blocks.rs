//! What a document says, as blocks: no fonts, no places, no pages.

/// A document to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Content {
    pub(in crate::document) title: String,
    pub(in crate::document) blocks: Vec<Block>,
    pub(in crate::document) footer: Footer,
    /// Written across every page, as in `DRAFT`.
    pub(in crate::document) watermark: Option<String>,
}

/// What stands at the foot of every page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Footer {
    /// Lines on the left.
    pub(in crate::document) lines: Vec<String>,
    /// `Page` and `of`, between which the numbers stand.
    pub(in crate::document) page: [&'static str; 2],
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) enum Block {
    Heading(u8, String),
    Text(Text),
    /// The person's own words.
    Quote(Text),
    List(Marker, Vec<Text>),
    Table(Table),
    /// Labels with what they say.
    Facts(Vec<(String, Text)>),
    /// Side by side, in shares of the width.
    Columns(Vec<(f32, Vec<Block>)>),
    /// Kept on one page where that is possible.
    Whole(Vec<Block>),
    /// Kept with what comes next.
    Keep(Vec<Block>),
    /// Set apart from the rest.
    Card(Tone, Vec<Block>),
    /// Weeks as timetables, at most two on a page; the text heads the lines for notes.
    Weeks(Vec<Week>, String),
    Signatures(Vec<Signature>),
    /// Lines to write on.
    Lines(u8),
    NewPage,
    /// Empty height in points.
    Space(f32),
}

/// How a card looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Tone {
    /// The one thing on the page.
    Main,
    /// Beside the thing.
    Quiet,
    /// A notice in a frame.
    Framed,
}

/// What stands before the entries of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Marker {
    Bullet,
    /// From 1.
    Number,
    CheckBox,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Text {
    pub(in crate::document) style: Style,
    pub(in crate::document) spans: Vec<Span>,
}

/// Words in one weight and tone.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Span {
    pub(in crate::document) text: String,
    pub(in crate::document) voice: Voice,
}

/// Weight and tone of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Voice {
    Plain,
    Strong,
    Quiet,
    Accent,
}

/// What a paragraph is for; how large that is, layout knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Style {
    /// The largest words on the page after its title.
    Lead,
    Body,
    /// Inside tables and narrow columns.
    Compact,
    Small,
    /// A short label over something.
    Label,
}

/// A table whose header repeats on every page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Table {
    pub(in crate::document) columns: Vec<Column>,
    /// A row has as many cells as the table has columns.
    pub(in crate::document) rows: Vec<Vec<Vec<Text>>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Column {
    pub(in crate::document) head: String,
    /// Its share of the width.
    pub(in crate::document) share: f32,
}

/// A week as a timetable.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Week {
    pub(in crate::document) title: String,
    pub(in crate::document) span: String,
    pub(in crate::document) total: String,
    /// What is special about it.
    pub(in crate::document) notes: Vec<String>,
    pub(in crate::document) days: Vec<Day>,
}

/// One column of a timetable.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Day {
    pub(in crate::document) name: String,
    /// Stands between name and date where both are on one line.
    pub(in crate::document) between: &'static str,
    pub(in crate::document) date: String,
    pub(in crate::document) note: Option<String>,
    pub(in crate::document) cards: Vec<Appointment>,
}

/// A session in a timetable.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Appointment {
    /// Minutes after midnight; sessions that begin together stand in one row.
    pub(in crate::document) starts: u16,
    pub(in crate::document) time: String,
    pub(in crate::document) name: String,
    pub(in crate::document) topic: Option<String>,
    pub(in crate::document) place: String,
    /// Who leads it; left out where room is short.
    pub(in crate::document) with: String,
    /// Whom it is for, where that is not the person.
    pub(in crate::document) aside: Option<&'static str>,
    /// Why it does not take place.
    pub(in crate::document) off: Option<String>,
}

/// A line to sign on.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::document) struct Signature {
    pub(in crate::document) role: String,
    /// Printed name and credentials, where known.
    pub(in crate::document) name: String,
    /// What signing means.
    pub(in crate::document) meaning: String,
    /// What came of it, where it is not awaited.
    pub(in crate::document) outcome: Option<String>,
    /// The words under the lines: for the signature, for the printed name, for the date.
    pub(in crate::document) captions: [&'static str; 3],
}

impl Text {
    pub(in crate::document) fn new(style: Style, text: impl Into<String>) -> Self {
        Self { style, spans: vec![Span { text: text.into(), voice: Voice::Plain }] }
    }

    /// The same paragraph with more words at its end.
    #[must_use]
    pub(in crate::document) fn and(mut self, voice: Voice, text: impl Into<String>) -> Self {
        self.spans.push(Span { text: text.into(), voice });
        self
    }

    pub(in crate::document) fn voiced(style: Style, voice: Voice, text: impl Into<String>) -> Self {
        Self { style, spans: vec![Span { text: text.into(), voice }] }
    }
}
