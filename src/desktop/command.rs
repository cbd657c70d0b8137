//! The command table: words, shortcut and condition of everything that menus, buttons and keys can do.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::open::OpenPlan;
use super::shell::{Fold, Lens, Place, Shell};
use crate::wording::screen::Label;

/// Something that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Command {
    /// To the list of plans, and back to the open one.
    Home,
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
    /// Go to the intake.
    Intake,
    /// Go to the goals.
    Goals,
    /// Go to the modules.
    Modules,
    /// Go to the schedule.
    Schedule,
    /// Go to the document.
    Document,
    /// Show the week before.
    PreviousWeek,
    /// Show the week after.
    NextWeek,
    /// Show the week that holds today.
    CurrentWeek,
    /// Fold the details away or bring them back.
    Inspector,
    /// Larger pages.
    ZoomIn,
    /// Smaller pages.
    ZoomOut,
    /// Pages as wide as the window allows.
    FitWidth,
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
}

impl Command {
    /// All commands, in the order of the palette.
    pub const ALL: [Self; 21] = [
        Self::Home,
        Self::New,
        Self::Import,
        Self::Save,
        Self::SaveAs,
        Self::Open,
        Self::OpenPath,
        Self::Close,
        Self::Export,
        Self::Intake,
        Self::Goals,
        Self::Modules,
        Self::Schedule,
        Self::Document,
        Self::PreviousWeek,
        Self::NextWeek,
        Self::CurrentWeek,
        Self::Inspector,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::FitWidth,
    ];

    /// Its words.
    pub const fn label(self, shell: &Shell) -> Label {
        match self {
            Self::Home => Label::Home,
            Self::New => Label::NewPlan,
            Self::Import => Label::ImportIntake,
            Self::Save => Label::SavePlan,
            Self::SaveAs => Label::SavePlanAs,
            Self::Open => Label::OpenPlan,
            Self::OpenPath => Label::TypePath,
            Self::Close => Label::ClosePlan,
            Self::Export => Label::ExportPdf,
            Self::Intake => Label::Intake,
            Self::Goals => Label::Goals,
            Self::Modules => Label::Modules,
            Self::Schedule => Label::Schedule,
            Self::Document => Label::Document,
            Self::PreviousWeek => Label::PreviousWeek,
            Self::NextWeek => Label::NextWeek,
            Self::CurrentWeek => Label::CurrentWeek,
            Self::Inspector => match shell.inspector {
                Fold::Open => Label::HideInspector,
                Fold::Folded => Label::ShowInspector,
            },
            Self::ZoomIn => Label::ZoomIn,
            Self::ZoomOut => Label::ZoomOut,
            Self::FitWidth => Label::FitWidth,
        }
    }

    /// Its keys.
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        const fn with_command(key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(Modifiers::COMMAND, key)
        }
        Some(match self {
            Self::Home => with_command(Key::H),
            Self::New => with_command(Key::N),
            Self::Import => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N),
            Self::Save => with_command(Key::S),
            Self::SaveAs => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
            Self::Open => with_command(Key::O),
            Self::OpenPath => KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O),
            Self::Close => with_command(Key::W),
            Self::Export => with_command(Key::E),
            Self::Intake => with_command(Key::Num1),
            Self::Goals => with_command(Key::Num2),
            Self::Modules => with_command(Key::Num3),
            Self::Schedule => with_command(Key::Num4),
            Self::Document => with_command(Key::Num5),
            Self::PreviousWeek => KeyboardShortcut::new(Modifiers::NONE, Key::ArrowLeft),
            Self::NextWeek => KeyboardShortcut::new(Modifiers::NONE, Key::ArrowRight),
            Self::CurrentWeek => with_command(Key::T),
            Self::Inspector => with_command(Key::I),
            Self::ZoomIn | Self::ZoomOut | Self::FitWidth => return None,
        })
    }

    /// Whether it can be done now.
    pub fn is_enabled(self, now: Situation<'_>) -> bool {
        match self {
            Self::Open | Self::OpenPath | Self::New | Self::Import => true,
            Self::Save => now.open.is_some_and(can_save),
            Self::Home
            | Self::SaveAs
            | Self::Close
            | Self::Intake
            | Self::Goals
            | Self::Modules
            | Self::Schedule
            | Self::Document
            | Self::Inspector => now.open.is_some(),
            Self::Export => now.open.is_some_and(|open| open.pages().is_some()),
            Self::PreviousWeek => on_board(now) && now.shell.week > 1,
            Self::NextWeek => {
                let last = now.open.and_then(|open| open.model.weeks.last()).map_or(0, |week| week.number);
                on_board(now) && now.shell.week < last
            }
            Self::CurrentWeek => on_board(now) && now.current_week.is_some_and(|week| week != now.shell.week),
            Self::ZoomIn | Self::ZoomOut | Self::FitWidth => now.open.is_some() && now.shell.place == Place::Document,
        }
    }
}

/// A plan that was never saved can be saved although nothing was changed.
fn can_save(open: &OpenPlan) -> bool {
    open.keeping.saving.is_none() && (open.timeline().is_dirty() || open.path().is_none())
}

fn on_board(now: Situation<'_>) -> bool {
    now.open.is_some() && now.shell.place == Place::Schedule && now.shell.lens == Lens::Week
}

/// All commands, those with more modifiers first: the toolkit ignores modifiers that a shortcut does not name.
pub fn by_weight() -> Vec<Command> {
    let weight = |command: &Command| command.shortcut().map_or(0, |keys| u8::from(keys.modifiers.shift));
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
                let clash = one.shortcut().is_some() && one.shortcut() == other.shortcut();
                assert!(!clash, "{one:?} and {other:?}");
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
