//! The printed plan: what it says, where it stands on the page, and the PDF.
//!
//! `compose` says what is said, as blocks; `layout` says where it stands, with the fonts' own measures; the result is
//! [`Pages`], which the PDF writer and the preview on screen paint alike.
//!
//! **Invariant**: a pure function of the request. No clock, no system font, no file: the same plan gives the same
//! bytes.

mod compose;
mod fonts;
mod layout;
pub mod page;
mod pdf;
mod tags;
mod text;

pub use fonts::fonts;
pub use page::Pages;
pub use pdf::{PdfError, pdf};

use crate::base::{Date, Language, week_of};
use crate::history::Effect;
use crate::plan::Plan;

/// What to print.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// For whom.
    pub edition: Edition,
    /// On what.
    pub paper: Paper,
    /// The day that the next session is looked for from; also printed. `None` prints no date and looks from the start.
    pub printed_on: Option<Date>,
    /// In which language the program's own words are; the plan's words stay as they are.
    pub language: Language,
    /// Which weeks have a page in the patient edition.
    pub weeks: Weeks,
    /// Which version it is, and whether that is in effect; `None` goes by the plan alone.
    pub effect: Option<Effect>,
}

impl<'a> Request<'a> {
    /// A request in the language that the edition is meant for, with the weeks that lie ahead.
    pub fn new(plan: &'a Plan, edition: Edition, paper: Paper, printed_on: Option<Date>) -> Self {
        let language = match edition {
            Edition::Patient => plan.language(),
            Edition::Clinical => Language::English,
        };
        Self { plan, edition, paper, printed_on, language, weeks: Weeks::Ahead, effect: None }
    }
}

/// Whom a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The person: plain words, the next session first, nothing that a stranger should learn.
    Patient,
    /// The record: everything.
    Clinical,
}

/// Which weeks of a stay are printed day by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weeks {
    /// From the week of the printed date on; all where no date is printed.
    Ahead,
    /// Those that are over as well.
    All,
}

impl Weeks {
    /// Whether a week that begins on this Monday is printed.
    pub fn hold(self, starts: Date, printed_on: Option<Date>) -> bool {
        match self {
            Self::Ahead => printed_on.is_none_or(|date| starts >= week_of(date)),
            Self::All => true,
        }
    }
}

/// Sizes of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 8.5 by 11 inches.
    Letter,
    /// 210 by 297 millimeters.
    A4,
}

/// The plan as laid-out pages.
pub fn pages(request: &Request) -> Pages {
    let content = compose::content(request);
    let pages = layout::pages(&content, request.edition, request.paper);
    Pages {
        language: request.language.tag().to_owned(),
        author: text::clean(&request.plan.program.name),
        dated: request.printed_on,
        ..pages
    }
}
