//! What screens ask for, and the queue in which they ask.

use std::cell::RefCell;
use std::path::PathBuf;

use super::command::Command;
use super::screens::{goals, home, intake, modules, review, schedule};
use super::shell::{Lens, Place};
use super::theme::Appearance;
use super::worker::Source;
use super::{arranging, comparing, files};
use super::{palette, preferences};
use crate::base::Language;
use crate::document::{Edition, Paper, Weeks};
use crate::plan::{Edit, Item};
use crate::storage::Trust;

/// Something that a screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A command.
    Do(Command),
    /// A change of the plan; what it adds is then selected.
    Edit(Box<Edit>),
    /// A step of work is done: what is typed next is a step of its own.
    StepDone,
    /// Something about files.
    File(files::Ask),
    /// Something about how home is looked at.
    Home(home::Ask),
    /// Something about how the intake is looked at.
    Intake(intake::Ask),
    /// Something about how the goals are looked at.
    Goals(goals::Ask),
    /// Something about how the modules are looked at.
    Modules(modules::Ask),
    /// Something about the calendar that is laid.
    Arrange(arranging::Ask),
    /// Something about calendars side by side.
    Compare(comparing::Ask),
    /// Something about how the schedule is looked at.
    Schedule(schedule::Ask),
    /// Something about the review: what is shown of it, or what is signed.
    Review(review::Ask),
    /// Something in the palette.
    Palette(palette::Ask),
    /// Another choice in the settings.
    Choose(preferences::Ask),
    /// Go to where something is at home, and select it.
    Show(Item),
    /// To another place.
    Go(Place),
    /// Select something, or nothing.
    Select(Option<Item>),
    /// Show a week.
    Week(u16),
    /// Show the schedule as one week, all weeks or a list.
    Look(Lens),
    /// Read a plan.
    Read(Source, Trust),
    /// Another edition of the pages.
    Edition(Edition),
    /// Another paper.
    Paper(Paper),
    /// Another language of the pages.
    PageLanguage(Language),
    /// Print other weeks.
    PageWeeks(Weeks),
    /// Another look of the window.
    Wear(Appearance),
    /// Another language of the program.
    Speak(Language),
    /// The path in the path dialog is now this.
    Typing(String),
    /// The path dialog is answered.
    Typed(PathBuf),
    /// Show a file in whatever program shows it.
    ShowFile(PathBuf),
    /// Close the dialog or notice.
    Dismiss,
}

/// Actions asked for in this pass, in order.
#[derive(Debug, Default)]
pub struct Queue(RefCell<Vec<Action>>);

impl Queue {
    /// Asks for something.
    pub fn send(&self, action: Action) {
        self.0.borrow_mut().push(action);
    }

    /// Takes everything that was asked for.
    pub fn drain(&self) -> Vec<Action> {
        self.0.take()
    }
}
