//! How the schedule is looked at: what is being dragged, which form is open, how the list is sorted.

use egui::Pos2;

use crate::base::{ClockTime, Date, Minutes, ModuleId, SessionId, Slug, Weekday};
use crate::desktop::model::WeekModel;
use crate::plan::{Session, SessionStatus};
use crate::schedule::Spot;

/// How this place is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    pub(super) drag: Option<Box<Drag>>,
    pub(super) sheet: Option<Sheet>,
    /// How many forms were opened: each has ids of its own, so that none shows what was typed into another.
    pub(super) opened: u32,
    pub(super) told: Option<Told>,
    pub(super) table: Table,
}

/// What this place asks about its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Something is dragged to here; or no longer.
    Drag(Option<Box<Drag>>),
    /// A form is open and says this; or it is closed.
    Sheet(Option<Sheet>),
    /// Something is to be said.
    Told(Option<Told>),
    /// The list is sorted and filtered so.
    Table(Table),
}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Drag(drag) => self.drag = drag,
            Ask::Sheet(sheet) => {
                if self.sheet.is_none() {
                    self.opened = self.opened.wrapping_add(1);
                }
                self.sheet = sheet;
            }
            Ask::Told(told) => self.told = told,
            Ask::Table(table) => self.table = table,
        }
    }

    /// Whether a form stands before the schedule.
    pub const fn has_form(&self) -> bool {
        self.sheet.is_some()
    }

    /// The session that is dragged as a whole.
    pub fn dragged(&self) -> Option<SessionId> {
        match self.drag.as_ref()?.what {
            What::Session(id, _) => Some(id),
            What::End(_) | What::Free(_) | What::Series(_) => None,
        }
    }

    /// What the weeks would come to if what is dragged were let go now.
    pub fn preview(&self) -> Option<&[WeekModel]> {
        self.drag.as_ref().map(|drag| drag.weeks.as_slice()).filter(|weeks| !weeks.is_empty())
    }
}

/// Something that is being dragged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drag {
    /// What.
    pub(super) what: What,
    /// Where it would go.
    pub(super) to: Spot,
    /// What the weeks would then come to.
    pub(super) weeks: Vec<WeekModel>,
}

/// What can be dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A session, held so many minutes below its start.
    Session(SessionId, u16),
    /// The end of a session.
    End(SessionId),
    /// Free time, from this minute of the day.
    Free(u16),
    /// All sessions of a module, by so many weeks.
    Series(i16),
}

impl Drag {
    /// The session that is dragged.
    pub(super) const fn session(&self) -> Option<SessionId> {
        match self.what {
            What::Session(id, _) | What::End(id) => Some(id),
            What::Free(_) | What::Series(_) => None,
        }
    }
}

/// A form before the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Which module goes here.
    Add(AddHere),
    /// A session as it will be.
    Session(Box<Session>),
    /// A session is cancelled for this reason.
    Cancel(SessionId, String),
    /// A series to be added.
    Series(SeriesForm),
    /// A series to be moved.
    Shift(ShiftForm),
    /// A week to be copied, to these weeks.
    Copy(u16, u16),
}

/// A time to which something is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddHere {
    pub(super) date: Date,
    pub(super) start: ClockTime,
    /// Its length where it was drawn; else that of the module.
    pub(super) minutes: Option<Minutes>,
    /// Where on the screen.
    pub(super) at: (i32, i32),
}

impl AddHere {
    /// Where on the screen a point is.
    pub(super) fn point(at: Pos2) -> (i32, i32) {
        #[expect(clippy::cast_possible_truncation, reason = "no screen is that large")]
        let whole = |value: f32| value.round() as i32;
        (whole(at.x), whole(at.y))
    }
}

/// A series to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesForm {
    pub(super) module: ModuleId,
    pub(super) block: Option<Slug>,
    pub(super) days: Vec<Weekday>,
    pub(super) start: ClockTime,
    pub(super) minutes: Minutes,
    pub(super) weeks: (u16, u16),
}

/// A series to be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftForm {
    pub(super) module: ModuleId,
    pub(super) only: Option<Weekday>,
    pub(super) from: u16,
    pub(super) day: Option<Weekday>,
    pub(super) start: Option<ClockTime>,
    pub(super) minutes: Option<Minutes>,
}

/// Something said on the line above the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Where a session stands after a key moved it.
    Session(SessionId),
    /// What a draft placed, and what found no place.
    Drafted(usize, Vec<(ModuleId, u16)>),
}

/// How the list is sorted and filtered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub(super) order: Order,
    pub(super) module: Option<ModuleId>,
    pub(super) status: Option<SessionStatus>,
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// Date and start.
    #[default]
    Time,
    /// Date and start, latest first.
    Latest,
    /// Module.
    Module,
    /// Status.
    Status,
}
