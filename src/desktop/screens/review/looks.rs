//! How the review is looked at: the step, what is typed and not yet recorded, and what is drafted.

use std::collections::BTreeMap;

use super::model::Scale;
use super::step::Step;
use crate::base::{Date, ResultId, SignOffId};
use crate::plan::{DischargeKind, Reasoned, SignOff, SignerRole};
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
    NotSigned,
    /// What a signature that is entered means.
    Means,
    /// Who gave a signature that is entered, where the plan names nobody.
    Signed,
    /// Why an answer was entered in error.
    Mistaken(SignOffId),
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
    /// On which day somebody signs, where that is not today.
    pub signed_on: Option<Date>,
    /// When the next review is held, where that was chosen; `Some(None)` for none.
    pub next: Option<Option<Date>>,
    /// What somebody answered, while it is entered.
    pub answer: Answer,
    /// On which day forms were filled in, where that is not today.
    pub taken_on: Option<Date>,
    /// Where the keyboard goes next.
    pub aim: Option<Aim>,
}

/// What somebody who was asked to sign answered, while it is entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What sort of answer it is.
    pub kind: AnswerKind,
    /// The day; today if none was chosen.
    pub on: Option<Date>,
}

/// What somebody can answer who was asked to sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnswerKind {
    /// Signed in ink.
    #[default]
    Ink,
    /// Signed in the health record.
    Record,
    /// Attested here.
    Attested,
    /// Refused.
    Refused,
    /// Asked for in vain.
    Attempted,
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
    /// To the row that was just opened.
    Opened,
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
            signed_on: None,
            next: None,
            answer: Answer::default(),
            taken_on: None,
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
    /// Somebody who signs.
    Signer(SignerRole, String),
    /// An answer that was entered in error.
    Mistaken(SignOffId),
    /// The reason of a change.
    Reason(Reasoned),
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
    /// Somebody signs on this day.
    SignedOn(Option<Date>),
    /// The next review is held on this day, or there is none.
    Next(Option<Date>),
    /// Somebody answers so.
    Answer(Answer),
    /// Forms were filled in on this day.
    TakenOn(Option<Date>),
    /// Sign the plan and save it.
    Sign(Box<Signed>),
    /// Show a version in the document, or the plan as it is.
    Show(Option<u32>),
    /// Bring a version back as a draft.
    Restore(u32),
    /// Begin a plan for a new stay.
    Readmit,
}

/// With what a plan is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The attestation.
    pub sign: SignOff,
    /// Its day.
    pub on: Date,
    /// Why there is a new version.
    pub reason: String,
    /// The day of a review that is planned with it.
    pub next: Option<Date>,
}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Turn(step) => (self.step, self.open, self.aim) = (step, None, Some(Aim::First)),
            Ask::Write(note, text) => drop(self.notes.insert(note, text)),
            Ask::Recorded(notes) => notes.iter().for_each(|note| drop(self.notes.remove(note))),
            Ask::Open(row) => {
                (self.open, self.aim) = (row, Some(Aim::Opened));
                self.answer = Answer::default();
            }
            Ask::Week(week) => self.week = Some(week),
            Ask::Segment(segment) => self.segment = segment,
            Ask::Hold(from, to) => self.hold = Some((from, to)),
            Ask::Discharge(kind, date) => self.discharge = Some((kind, date)),
            Ask::Role(role) => self.role = Some(role),
            Ask::About(date) => self.about = date,
            Ask::SignedOn(date) => self.signed_on = date,
            Ask::Next(date) => self.next = Some(date),
            Ask::Answer(answer) => self.answer = answer,
            Ask::TakenOn(date) => self.taken_on = date,
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
