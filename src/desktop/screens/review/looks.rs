//! How the review is looked at: the step, what is typed and not yet recorded, and what is drafted.

use std::collections::BTreeMap;

use super::model::Scale;
use super::step::Step;
use crate::base::{Date, ResultId, SignOffId};
use crate::plan::{DischargeKind, SignOff, SignerRole};
use crate::progress::NewSegment;

/// Something that is typed and not yet recorded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// The total of a measure.
    Total(Scale),
    /// The answer about safety of a measure.
    Safety(Scale),
    /// What was done about an alert.
    Acted(ResultId),
    /// Why a result was entered in error.
    Wrong(ResultId),
    /// Why a session was held up.
    Hold,
    /// The summary of a discharge.
    Discharge,
    /// Who signs.
    Author,
    /// Their credentials.
    Credentials,
    /// What the signature means.
    Meaning,
    /// Why there is a new version.
    Reason,
    /// Why a signature was not given.
    NotSigned(SignOffId),
    /// A late note.
    Addendum,
}

/// How this place is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    /// The step that is shown.
    pub step: Step,
    /// What is typed.
    pub notes: BTreeMap<Note, String>,
    /// The row that is open.
    pub open: Option<Open>,
    /// The week whose attendance is shown; the last one to mark if none was chosen.
    pub week: Option<u16>,
    /// The segment that is drafted.
    pub segment: Option<NewSegment>,
    /// From when to when treatment is held.
    pub hold: Option<(Date, Option<Date>)>,
    /// How the stay is to end, and when.
    pub discharge: Option<(DischargeKind, Date)>,
    /// In which role somebody signs.
    pub role: Option<SignerRole>,
    /// Whether a late note is about another day.
    pub about: Option<Date>,
    /// The two versions that are compared; the plan as it is stands for none.
    pub compared: Option<(u32, Option<u32>)>,
    /// Where the keyboard goes next.
    pub aim: Option<Aim>,
}

/// Where the keyboard goes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// To the first thing that is left to do in the step.
    First,
    /// To the total of this measure.
    Total(Scale),
    /// To the answer about safety of this measure.
    Safety(Scale),
}

impl Default for Looks {
    fn default() -> Self {
        Self {
            step: Step::default(),
            notes: BTreeMap::new(),
            open: None,
            week: None,
            segment: None,
            hold: None,
            discharge: None,
            role: None,
            about: None,
            compared: None,
            aim: Some(Aim::First),
        }
    }
}

/// A row that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// The table of a measure.
    Table(Scale),
    /// The error form of a result.
    Wrong(ResultId),
    /// A signature.
    SignOff(SignOffId),
}

/// What this place asks about its looks, or of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Show a step.
    Turn(Step),
    /// Something was typed.
    Write(Note, String),
    /// Something typed was recorded.
    Recorded(Vec<Note>),
    /// Open a row, or close it.
    Open(Option<Open>),
    /// Show the attendance of a week.
    Week(u16),
    /// Draft this segment.
    Segment(Option<NewSegment>),
    /// Hold treatment so long.
    Hold(Date, Option<Date>),
    /// End the stay so.
    Discharge(DischargeKind, Date),
    /// Sign in this role.
    Role(SignerRole),
    /// A late note is about this day.
    About(Option<Date>),
    /// Compare two versions.
    Compare(u32, Option<u32>),
    /// Give the keyboard to this next; `None` once it is there.
    Aim(Option<Aim>),
    /// Sign the plan with this attestation and for this reason, and save it.
    Sign(Box<SignOff>, String),
    /// Show a version in the document, or the plan as it is.
    Show(Option<u32>),
    /// Bring a version back as a draft.
    Restore(u32),
    /// Begin a plan for a new stay.
    Readmit,
}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Turn(step) => (self.step, self.open, self.aim) = (step, None, Some(Aim::First)),
            Ask::Write(note, text) => drop(self.notes.insert(note, text)),
            Ask::Recorded(notes) => notes.iter().for_each(|note| drop(self.notes.remove(note))),
            Ask::Open(row) => self.open = row,
            Ask::Week(week) => self.week = Some(week),
            Ask::Segment(segment) => self.segment = segment,
            Ask::Hold(from, to) => self.hold = Some((from, to)),
            Ask::Discharge(kind, date) => self.discharge = Some((kind, date)),
            Ask::Role(role) => self.role = Some(role),
            Ask::About(date) => self.about = date,
            Ask::Aim(aim) => self.aim = aim,
            Ask::Compare(from, to) => self.compared = Some((from, to)),
            // These are done by the program, which knows the plan.
            Ask::Sign(..) | Ask::Show(_) | Ask::Restore(_) | Ask::Readmit => {}
        }
    }

    /// What is typed.
    pub fn note(&self, note: &Note) -> &str {
        self.notes.get(note).map_or("", String::as_str)
    }
}
