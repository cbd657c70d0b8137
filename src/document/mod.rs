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

use crate::base::{Date, Language};
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
    /// Which version it is, and whether that is in effect; `None` goes by the plan alone.
    pub effect: Option<Effect>,
}

impl<'a> Request<'a> {
    /// A request in the language that the edition is meant for.
    pub fn new(plan: &'a Plan, edition: Edition, paper: Paper, printed_on: Option<Date>) -> Self {
        let language = match edition {
            Edition::Patient => plan.language(),
            Edition::Clinical => Language::English,
        };
        Self { plan, edition, paper, printed_on, language, effect: None }
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
