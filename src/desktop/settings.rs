//! The choices of this computer's user, kept in a small file of their own.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::shell::Fold;
use super::theme::Appearance;
use crate::base::Language;
use crate::schedule::engine::Tier;
use crate::storage::{SettingsError, read_settings, write_settings};

/// How many plans are remembered as opened lately.
const REMEMBERED: usize = 12;

/// Whether things may move on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// A little, where it shows what became of something.
    #[default]
    Usual,
    /// Not at all.
    Reduced,
}

/// The choices. A file that leaves some out, or names some that are unknown, is read all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The look.
    pub appearance: Appearance,
    /// The language of the program.
    pub language: Language,
    /// Size of text, in percent.
    pub text_percent: u16,
    /// Whether things may move.
    pub motion: Motion,
    /// Width and height of the window, in points at 100 %.
    pub window: (u16, u16),
    /// Where plans are kept; `None` for where paths begin.
    pub plans_folder: Option<PathBuf>,
    /// The clinic's own catalog.
    pub catalog_folder: Option<PathBuf>,
    /// Plans opened lately, latest first.
    pub recent: Vec<PathBuf>,
    /// Whether the notice of the first start was read.
    pub welcomed: bool,
    /// What a calendar aims at, the first counting most, by name.
    pub aims: Vec<String>,
    /// Whether the details are folded away.
    pub inspector: Fold,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            appearance: Appearance::default(),
            language: Language::default(),
            text_percent: 100,
            motion: Motion::default(),
            window: (1280, 800),
            plans_folder: None,
            catalog_folder: None,
            recent: Vec::new(),
            welcomed: false,
            aims: Vec::new(),
            inspector: Fold::default(),
        }
    }
}

impl Settings {
    /// Remembers a plan as the one opened last.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        // A path that is no text could not be kept with the others.
        if path.to_str().is_some() {
            self.recent.insert(0, path.to_path_buf());
        }
        self.recent.truncate(REMEMBERED);
    }

    /// What a calendar aims at, the first counting most; all of them, whatever the file names.
    pub fn tiers(&self) -> Vec<Tier> {
        let named = |name: &String| Tier::ALL.into_iter().find(|tier| tier.name() == name);
        let mut tiers: Vec<Tier> = Vec::new();
        for tier in self.aims.iter().filter_map(named).chain(Tier::ALL) {
            if !tiers.contains(&tier) {
                tiers.push(tier);
            }
        }
        tiers
    }

    /// Brings what somebody wrote into the file back into bounds.
    fn bounded(mut self) -> Self {
        self.text_percent = self.text_percent.clamp(50, 300);
        self.window = (self.window.0.clamp(400, 8000), self.window.1.clamp(300, 8000));
        self.recent.truncate(REMEMBERED);
        self
    }
}

/// The choices, and where they are kept.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The choices.
    pub now: Settings,
    /// The size that the window has, kept when it closes.
    pub window: Option<(u16, u16)>,
    written: Settings,
    file: Option<PathBuf>,
}

impl Kept {
    /// The choices kept in a folder. Where none are, or none that can be understood, the usual ones, with the reason.
    pub fn load(folder: Option<PathBuf>) -> (Self, Option<SettingsError>) {
        let file = folder.map(|folder| folder.join("settings.ron"));
        let read = file.as_deref().map_or(Ok(None), read_settings::<Settings>);
        let (now, trouble) = match read {
            Ok(found) => (found.unwrap_or_default().bounded(), None),
            Err(error) => (Settings::default(), Some(error)),
        };
        (Self { written: now.clone(), now, window: None, file }, trouble)
    }

    /// Writes the choices where they differ from those on disk.
    ///
    /// # Errors
    /// When the disk refuses; the same choices are not tried again.
    pub fn write(&mut self) -> Result<(), SettingsError> {
        if self.now == self.written {
            return Ok(());
        }
        self.written = self.now.clone();
        self.file.as_deref().map_or(Ok(()), |file| write_settings(file, &self.now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_a_restart() {
        let folder = crate::storage::PrivateFolder::new().unwrap();
        let (mut kept, trouble) = Kept::load(Some(folder.path().to_path_buf()));
        assert_eq!((kept.now.clone(), trouble), (Settings::default(), None));
        kept.now.text_percent = 150;
        kept.now.opened(Path::new("/plans/ana.plan.ron"));
        kept.write().unwrap();
        let (again, trouble) = Kept::load(Some(folder.path().to_path_buf()));
        assert_eq!((again.now, trouble), (kept.now, None));
    }

    #[test]
    fn a_broken_file_gives_the_usual_choices_and_a_reason() {
        let folder = crate::storage::PrivateFolder::new().unwrap();
        crate::storage::write_file(&folder.path().join("settings.ron"), b"Settings(appearance: Plaid)").unwrap();
        let (kept, trouble) = Kept::load(Some(folder.path().to_path_buf()));
        assert_eq!(kept.now, Settings::default());
        assert!(trouble.is_some());
    }

    #[test]
    fn plans_are_remembered_once_and_latest_first() {
        let mut settings = Settings::default();
        for number in (0..20).chain([15]) {
            settings.opened(Path::new(&format!("/plans/{number}.plan.ron")));
        }
        assert_eq!(settings.recent.len(), REMEMBERED);
        assert_eq!(settings.recent.first(), Some(&PathBuf::from("/plans/15.plan.ron")));
        assert_eq!(settings.recent.iter().filter(|path| path.ends_with("15.plan.ron")).count(), 1);
    }
}
