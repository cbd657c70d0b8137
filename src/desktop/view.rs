//! What every screen reads, and how it asks.

use super::action::{Action, Queue};
use super::command::{Command, Situation};
use super::library::LeftOut;
use super::open::OpenPlan;
use super::settings::Settings;
use super::shell::Shell;
use super::theme::Tokens;
use crate::base::{Date, Language};
use crate::catalog::{Catalog, Clinic};
use crate::plan::{Edit, Item, PlacedModule, Session};
use crate::wording::screen::{SessionLine, Words, session_line};

/// Shared by all screens in one pass.
#[derive(Clone, Copy, Debug)]
pub struct ViewCtx<'a> {
    /// What is shown.
    pub shell: &'a Shell,
    /// The choices that are kept.
    pub settings: &'a Settings,
    /// The open plan.
    pub open: Option<&'a OpenPlan>,
    /// What may be planned.
    pub catalog: &'a Catalog,
    /// What of the clinic's own catalog is left out; `None` if nothing is.
    pub left_out: Option<&'a LeftOut>,
    /// Today.
    pub today: Date,
    /// Colors.
    pub tokens: &'static Tokens,
    /// Samples: names and texts.
    pub samples: &'static [(&'static str, &'static str)],
    /// How much room the window has.
    pub room: Room,
    /// Where actions go.
    pub queue: &'a Queue,
}

impl<'a> ViewCtx<'a> {
    /// Asks for something.
    pub fn send(&self, action: Action) {
        self.queue.send(action);
    }

    /// Asks for a change of the plan.
    pub fn edit(&self, edit: Edit) {
        self.send(Action::Edit(Box::new(edit)));
    }

    /// The clinic that gives the care of the open plan, where the catalog knows it.
    pub fn clinic(&self) -> Option<&'a Clinic> {
        let slug = self.open?.plan().program.clinic.as_ref()?;
        self.catalog.clinics.get(slug)
    }

    /// Selects something.
    pub fn select(&self, item: Item) {
        self.send(Action::Select(Some(item)));
    }

    /// The language of the program.
    pub fn language(&self) -> Language {
        self.shell.language
    }

    /// Fixed words in the language of the program.
    pub fn say(&self, words: impl Words) -> &'static str {
        words.say(self.language())
    }

    /// What commands' conditions look at.
    pub fn situation(&self) -> Situation<'a> {
        let current_week = self.open.and_then(|open| open.week_on(self.today));
        let text_percent = self.settings.text_percent;
        Situation { shell: self.shell, open: self.open, current_week, text_percent, left_out: self.left_out }
    }

    /// Whether a command can be done now.
    pub fn can(&self, command: Command) -> bool {
        command.is_enabled(self.situation())
    }

    /// Whether something is selected.
    pub fn is_selected(&self, item: Item) -> bool {
        self.shell.selection == Some(item)
    }
}

/// How much room the window has, at the size of type that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Enough for everything side by side.
    Wide,
    /// Enough for one thing and what is selected.
    Narrow,
    /// Enough for one thing at a time.
    Tight,
}

impl Room {
    /// Narrower than this, what can wait is left out.
    const WIDE: f32 = 1040.0;
    /// Narrower than this, details take the place of what they belong to.
    const NARROW: f32 = 780.0;

    /// The room in so much width.
    pub fn of(width: f32) -> Self {
        if width < Self::NARROW {
            Self::Tight
        } else if width < Self::WIDE {
            Self::Narrow
        } else {
            Self::Wide
        }
    }
}

/// A session with its module, as screens show them.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The session.
    pub session: &'a Session,
    /// Its module.
    pub module: &'a PlacedModule,
}

impl Shown<'_> {
    /// The session in one line.
    pub fn line(&self, language: Language) -> String {
        session_line(SessionLine { session: self.session, module: Some(self.module) }, language)
    }
}
