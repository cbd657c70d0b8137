//! The command table: words, shortcut and condition of everything that menus, buttons and keys can do.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::library::LeftOut;
use super::open::OpenPlan;
use super::shell::{Fold, Lens, Place, Shell};
use crate::plan::Timeline;
use crate::wording::edits::told;
use crate::wording::screen::{Label, label, named};

/// Something that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Command {
    /// To the list of plans, and back to the open one.
    Home,
    /// To the census of the clinic's groups.
    Census,
    /// Begin a plan.
    New,
    /// Draft a plan from an intake file.
    Import,
    /// Save the plan.
    Save,
    /// Save the plan under another name.
    SaveAs,
    /// Choose a plan file and open it.
    Open,
    /// Type the path of a plan file.
    OpenPath,
    /// Back to the welcome.
    Close,
    /// Write the shown edition as a PDF.
    Export,
    /// Hand the shown edition to the system's viewer, to be printed there.
    Print,
    /// Take back the last step.
    Undo,
    /// Make the step that was taken back again.
    Redo,
    /// Look for anything and do it.
    Palette,
    /// Go to the intake.
    Intake,
    /// Go to the goals.
    Goals,
    /// Go to the modules.
    Modules,
    /// Go to the schedule.
    Schedule,
    /// Go to the review.
    Review,
    /// Go to the document.
    Document,
    /// Show the week before.
    PreviousWeek,
    /// Show the week after.
    NextWeek,
    /// Show the week that holds today.
    CurrentWeek,
    /// Lay several calendars and see them side by side.
    Compare,
    /// Fold the details away or bring them back.
    Inspector,
    /// Larger pages.
    ZoomIn,
    /// Smaller pages.
    ZoomOut,
    /// Pages as wide as the window allows.
    FitWidth,
    /// The page before.
    PageUp,
    /// The page after.
    PageDown,
    /// Larger text.
    TextLarger,
    /// Smaller text.
    TextSmaller,
    /// Text of the usual size.
    TextUsual,
    /// The keyboard goes to the next part of the window.
    NextPane,
    /// The keyboard goes to the part before.
    PreviousPane,
    /// The choices of whoever sits here.
    Settings,
    /// What of the clinic's own catalog is left out.
    LibraryTroubles,
    /// All keys.
    Keys,
}

/// What a command's condition may look at.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// What is shown.
    pub shell: &'a Shell,
    /// The open plan.
    pub open: Option<&'a OpenPlan>,
    /// The week that holds today, inside the stay.
    pub current_week: Option<u16>,
    /// Size of text, in percent.
    pub text_percent: u16,
    /// What of the clinic's own catalog is left out.
    pub left_out: Option<&'a LeftOut>,
}

/// What commands belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The plan as a file.
    Plan,
    /// What is done to the plan.
    Work,
    /// Where to go.
    Places,
    /// The schedule.
    Schedule,
    /// The pages.
    Document,
    /// The window.
    Window,
}

impl Group {
    /// All groups, in the order of lists.
    pub const ALL: [Self; 6] = [Self::Plan, Self::Work, Self::Places, Self::Schedule, Self::Document, Self::Window];

    /// Its heading.
    pub const fn label(self) -> Label {
        match self {
            Self::Plan => Label::Plan,
            Self::Work => Label::Work,
            Self::Places => Label::Places,
            Self::Schedule => Label::Schedule,
            Self::Document => Label::Document,
            Self::Window => Label::Window,
        }
    }
}

/// Text does not grow beyond this, in percent.
pub const LARGEST_TEXT: u16 = 200;
/// Text does not shrink below this, in percent.
pub const SMALLEST_TEXT: u16 = 80;

impl Command {
    /// All commands, in the order of the palette.
    pub const ALL: [Self; 38] = [
        Self::Home,
        Self::Census,
        Self::New,
        Self::Import,
        Self::Save,
        Self::SaveAs,
        Self::Open,
        Self::OpenPath,
        Self::Close,
        Self::Export,
        Self::Print,
        Self::Undo,
        Self::Redo,
        Self::Palette,
        Self::Intake,
        Self::Goals,
        Self::Modules,
        Self::Schedule,
        Self::Review,
        Self::Document,
        Self::PreviousWeek,
        Self::NextWeek,
        Self::CurrentWeek,
        Self::Compare,
        Self::Inspector,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::FitWidth,
        Self::PageUp,
        Self::PageDown,
        Self::TextLarger,
        Self::TextSmaller,
        Self::TextUsual,
        Self::NextPane,
        Self::PreviousPane,
        Self::Settings,
        Self::LibraryTroubles,
        Self::Keys,
    ];

    /// Its words.
    pub const fn label(self, shell: &Shell) -> Label {
        match self {
            Self::Home => Label::Home,
            Self::Census => Label::Census,
            Self::New => Label::NewPlan,
            Self::Import => Label::ImportIntake,
            Self::Save => Label::SavePlan,
            Self::SaveAs => Label::SavePlanAs,
            Self::Open => Label::OpenPlan,
            Self::OpenPath => Label::TypePath,
            Self::Close => Label::ClosePlan,
            Self::Export => Label::ExportPdf,
            Self::Print => Label::Print,
            Self::Undo => Label::Undo,
            Self::Redo => Label::Redo,
            Self::Palette => Label::Palette,
            Self::Intake => Label::Intake,
            Self::Goals => Label::Goals,
            Self::Modules => Label::Modules,
            Self::Schedule => Label::Schedule,
            Self::Review => Label::Review,
            Self::Document => Label::Document,
            Self::PreviousWeek => Label::PreviousWeek,
            Self::NextWeek => Label::NextWeek,
            Self::CurrentWeek => Label::CurrentWeek,
            Self::Compare => Label::CompareCalendars,
            Self::Inspector => match shell.inspector {
                Fold::Open => Label::HideInspector,
                Fold::Folded => Label::ShowInspector,
            },
            Self::ZoomIn => Label::ZoomIn,
            Self::ZoomOut => Label::ZoomOut,
            Self::FitWidth => Label::FitWidth,
            Self::PageUp => Label::PageUp,
            Self::PageDown => Label::PageDown,
            Self::TextLarger => Label::TextLarger,
            Self::TextSmaller => Label::TextSmaller,
            Self::TextUsual => Label::TextUsual,
            Self::NextPane => Label::NextPane,
            Self::PreviousPane => Label::PreviousPane,
            Self::Settings => Label::Settings,
            Self::LibraryTroubles => Label::LibraryTroubles,
            Self::Keys => Label::Keys,
        }
    }

    /// Its words, with what it would do to the open plan.
    pub fn words(self, now: Situation<'_>) -> String {
        let language = now.shell.language;
        let timeline = now.open.map(OpenPlan::timeline);
        let step = if self == Self::Undo {
            timeline.and_then(Timeline::undoes)
        } else {
            timeline.filter(|_| self == Self::Redo).and_then(Timeline::redoes)
        };
        let bare = label(self.label(now.shell), language);
        step.map_or_else(|| bare.to_owned(), |(edit, before)| named(bare, &told(edit, before, language), language))
    }

    /// What it belongs to, in lists of commands.
    pub const fn group(self) -> Group {
        match self {
            Self::New
            | Self::Import
            | Self::Save
            | Self::SaveAs
            | Self::Open
            | Self::OpenPath
            | Self::Close
            | Self::Export
            | Self::Print => Group::Plan,
            Self::Undo | Self::Redo => Group::Work,
            Self::Home
            | Self::Census
            | Self::Intake
            | Self::Goals
            | Self::Modules
            | Self::Schedule
            | Self::Review
            | Self::Document => Group::Places,
            Self::PreviousWeek | Self::NextWeek | Self::CurrentWeek | Self::Compare => Group::Schedule,
            Self::ZoomIn | Self::ZoomOut | Self::FitWidth | Self::PageUp | Self::PageDown => Group::Document,
            Self::Palette
            | Self::Inspector
            | Self::TextLarger
            | Self::TextSmaller
            | Self::TextUsual
            | Self::NextPane
            | Self::PreviousPane
            | Self::Settings
            | Self::LibraryTroubles
            | Self::Keys => Group::Window,
        }
    }

    /// Why it cannot be done now, where that is soon said; `None` while it can be.
    pub fn obstacle(self, now: Situation<'_>) -> Option<Label> {
        if self.is_enabled(now) {
            return None;
        }
        if self == Self::LibraryTroubles {
            return Some(Label::NothingLeftOut);
        }
        if now.open.is_none() {
            return Some(Label::NeedsPlan);
        }
        if self == Self::Compare {
            return Some(Label::NotNow);
        }
        Some(match self.group() {
            Group::Work => Label::NothingThere,
            Group::Schedule => Label::OnWeekBoard,
            Group::Document => Label::InDocument,
            Group::Plan | Group::Places | Group::Window => Label::NotNow,
        })
    }

    /// Whether its keys mean something else while a text is written.
    pub fn yields_to_text(self) -> bool {
        let plain = |keys: KeyboardShortcut| !keys.modifiers.command && !is_function_key(keys.logical_key);
        matches!(self, Self::Undo | Self::Redo) || plain(self.shortcut())
    }

    /// Other keys that do the same.
    pub const fn also(self) -> Option<KeyboardShortcut> {
        if matches!(self, Self::Redo) {
            return Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Y));
        }
        if matches!(self, Self::TextLarger) {
            return Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals));
        }
        if matches!(self, Self::ZoomIn) {
            return Some(KeyboardShortcut::new(Modifiers::ALT, Key::Equals));
        }
        None
    }

    /// Its keys.
    pub const fn shortcut(self) -> KeyboardShortcut {
        const fn with_command(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::COMMAND, key)
        }
        match self {
            Self::Home => with_command(Key::H),
            Self::Census => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::H),
            Self::New => with_command(Key::N),
            Self::Import => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N),
            Self::Save => with_command(Key::S),
            Self::SaveAs => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
            Self::Open => with_command(Key::O),
            Self::OpenPath => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O),
            Self::Close => with_command(Key::W),
            Self::Export => with_command(Key::E),
            Self::Print => with_command(Key::P),
            Self::Undo => with_command(Key::Z),
            Self::Redo => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            Self::Palette => with_command(Key::K),
            Self::Intake => with_command(Key::Num1),
            Self::Goals => with_command(Key::Num2),
            Self::Modules => with_command(Key::Num3),
            Self::Schedule => with_command(Key::Num4),
            Self::Review => with_command(Key::Num5),
            Self::Document => with_command(Key::Num6),
            Self::PreviousWeek => KeyboardShortcut::new(Modifiers::NONE, Key::ArrowLeft),
            Self::NextWeek => KeyboardShortcut::new(Modifiers::NONE, Key::ArrowRight),
            Self::CurrentWeek => with_command(Key::T),
            Self::Compare => with_command(Key::D),
            Self::Inspector => with_command(Key::I),
            Self::PageUp => KeyboardShortcut::new(Modifiers::NONE, Key::PageUp),
            Self::PageDown => KeyboardShortcut::new(Modifiers::NONE, Key::PageDown),
            Self::TextLarger => with_command(Key::Plus),
            Self::TextSmaller => with_command(Key::Minus),
            Self::TextUsual => with_command(Key::Num0),
            Self::NextPane => KeyboardShortcut::new(Modifiers::NONE, Key::F6),
            Self::PreviousPane => KeyboardShortcut::new(Modifiers::SHIFT, Key::F6),
            Self::Settings => with_command(Key::Comma),
            Self::LibraryTroubles => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L),
            Self::Keys => KeyboardShortcut::new(Modifiers::NONE, Key::F1),
            Self::ZoomIn => KeyboardShortcut::new(Modifiers::ALT, Key::Plus),
            Self::ZoomOut => KeyboardShortcut::new(Modifiers::ALT, Key::Minus),
            Self::FitWidth => KeyboardShortcut::new(Modifiers::ALT, Key::Num0),
        }
    }

    /// Whether it can be done now.
    pub fn is_enabled(self, now: Situation<'_>) -> bool {
        match self {
            Self::Census
            | Self::Open
            | Self::OpenPath
            | Self::New
            | Self::Import
            | Self::Palette
            | Self::NextPane
            | Self::PreviousPane
            | Self::Settings
            | Self::Keys => true,
            Self::LibraryTroubles => now.left_out.is_some(),
            Self::Save => now.open.is_some_and(can_save),
            Self::TextLarger => now.text_percent < LARGEST_TEXT,
            Self::TextSmaller => now.text_percent > SMALLEST_TEXT,
            Self::TextUsual => now.text_percent != 100,
            Self::Undo => now.open.is_some_and(|open| open.timeline().undoes().is_some()),
            Self::Redo => now.open.is_some_and(|open| open.timeline().redoes().is_some()),
            Self::Home
            | Self::SaveAs
            | Self::Close
            | Self::Intake
            | Self::Goals
            | Self::Modules
            | Self::Schedule
            | Self::Review
            | Self::Document
            | Self::Inspector => now.open.is_some(),
            Self::Export | Self::Print => now.open.is_some_and(|open| open.pages().is_some()),
            Self::PreviousWeek => on_board(now) && now.shell.week > 1,
            Self::NextWeek => {
                let last = now.open.and_then(|open| open.model.weeks.last()).map_or(0, |week| week.number);
                on_board(now) && now.shell.week < last
            }
            Self::CurrentWeek => on_board(now) && now.current_week.is_some_and(|week| week != now.shell.week),
            Self::Compare => now.open.is_some_and(can_compare),
            Self::ZoomIn | Self::ZoomOut | Self::FitWidth | Self::PageUp | Self::PageDown => {
                now.open.is_some() && now.shell.place == Place::Document
            }
        }
    }
}

/// A plan that was never saved can be saved although nothing was changed.
fn can_save(open: &OpenPlan) -> bool {
    open.keeping.saving.is_none() && (open.timeline().is_dirty() || open.path().is_none())
}

fn can_compare(open: &OpenPlan) -> bool {
    let plan = open.plan();
    plan.program.clinic.is_some() && !plan.segments.is_empty() && !plan.modules.is_empty()
}

const fn is_function_key(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F6)
}

fn on_board(now: Situation<'_>) -> bool {
    now.open.is_some() && now.shell.place == Place::Schedule && now.shell.lens == Lens::Week
}

/// All commands, those with more modifiers first: the toolkit ignores modifiers that a shortcut does not name.
pub fn by_weight() -> Vec<Command> {
    let weight = |command: &Command| u8::from(command.shortcut().modifiers.shift);
    let mut order = Command::ALL.to_vec();
    order.sort_by_key(|command| core::cmp::Reverse(weight(command)));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_keys() {
        for (at, one) in Command::ALL.iter().enumerate() {
            for other in Command::ALL.iter().skip(at + 1) {
                let keys = |command: &Command| {
                    [Some(command.shortcut()), command.also()].into_iter().flatten().collect::<Vec<_>>()
                };
                let others = keys(other);
                assert!(!keys(one).iter().any(|keys| others.contains(keys)), "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn longer_shortcuts_come_first_where_keys_are_taken() {
        let order = by_weight();
        let at = |command| order.iter().position(|one| *one == command);
        assert!(at(Command::OpenPath) < at(Command::Open));
    }
}
