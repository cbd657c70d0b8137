//! What is shown: place, selection, week and the choices of this window.

use serde::{Deserialize, Serialize};

use super::command::Command;
use super::screens::{goals, home, intake, modules, review, schedule};
use super::settings::Settings;
use super::theme::Appearance;
use super::{palette, preferences};
use crate::base::{Date, Language};
use crate::document::{Edition, Paper, Weeks};
use crate::plan::{Item, Plan};

/// A place of the program, in the order of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Who is this for?
    Intake,
    /// What are we working on?
    Goals,
    /// With what?
    Modules,
    /// When?
    #[default]
    Schedule,
    /// How is it going?
    Review,
    /// What do they hold in their hands?
    Document,
}

impl Place {
    /// All places, in the order of the work.
    pub const ALL: [Self; 6] = [Self::Intake, Self::Goals, Self::Modules, Self::Schedule, Self::Review, Self::Document];
}

/// How the schedule is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// One week as a board.
    #[default]
    Week,
    /// All weeks by module.
    Span,
    /// Every session as a row.
    List,
}

/// Whether something is folded away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fold {
    /// Open.
    #[default]
    Open,
    /// Folded away.
    Folded,
}

/// How large pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// As wide as the window allows.
    #[default]
    FitWidth,
    /// In percent of their size on paper.
    Percent(u16),
}

/// Which pages are shown and exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Edition.
    pub edition: Edition,
    /// Paper.
    pub paper: Paper,
    /// Language.
    pub language: Language,
    /// Which weeks have a page in the patient edition.
    pub weeks: Weeks,
    /// The date that they bear.
    pub printed_on: Option<Date>,
    /// The signed version that is shown; `None` for the plan as it is now.
    pub version: Option<u32>,
}

impl Sheet {
    /// The patient's pages in the plan's language.
    pub fn first(plan: &Plan, today: Date) -> Self {
        let (edition, paper) = (Edition::Patient, Paper::Letter);
        let language = plan.language();
        Self { edition, paper, language, weeks: Weeks::Ahead, printed_on: Some(today), version: None }
    }
}

/// The language in which an edition is usually printed.
pub fn usual_language(edition: Edition, plan: &Plan) -> Language {
    match edition {
        Edition::Patient => plan.language(),
        Edition::Clinical => Language::English,
    }
}

/// What stands before the window for a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The palette.
    Palette(palette::Looks),
    /// The choices of whoever sits here.
    Settings(preferences::Looks),
    /// All keys.
    Keys,
    /// What of the clinic's own catalog is left out.
    Troubles,
}

/// What is shown, and the choices of this window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shell {
    /// Where we are.
    pub place: Place,
    /// What is selected.
    pub selection: Option<Item>,
    /// The week that is shown, from 1.
    pub week: u16,
    /// How the schedule is looked at.
    pub lens: Lens,
    /// Whether the details are folded away.
    pub inspector: Fold,
    /// How large pages are shown.
    pub zoom: Zoom,
    /// The look.
    pub appearance: Appearance,
    /// The language of the program.
    pub language: Language,
    /// What stands before the window for a moment.
    pub overlay: Option<Overlay>,
    /// Commands done lately, latest last.
    pub lately: Vec<Command>,
    /// How home is looked at.
    pub home: home::Looks,
    /// How the intake is looked at.
    pub intake: intake::Looks,
    /// How the goals are looked at.
    pub goals: goals::Looks,
    /// How the modules are looked at.
    pub modules: modules::Looks,
    /// How the schedule is looked at.
    pub schedule: schedule::Looks,
    /// How the review is looked at.
    pub review: review::Looks,
}

impl Default for Shell {
    fn default() -> Self {
        Self {
            place: Place::default(),
            selection: None,
            week: 1,
            lens: Lens::default(),
            inspector: Fold::default(),
            zoom: Zoom::default(),
            appearance: Appearance::default(),
            language: Language::default(),
            overlay: None,
            lately: Vec::new(),
            home: home::Looks::default(),
            intake: intake::Looks::default(),
            goals: goals::Looks::default(),
            modules: modules::Looks::default(),
            schedule: schedule::Looks::default(),
            review: review::Looks::default(),
        }
    }
}

impl Shell {
    /// The first thing that is shown, the way somebody wants it.
    pub fn wished(settings: &Settings) -> Self {
        let Settings { appearance, language, inspector, .. } = *settings;
        Self { inspector, appearance, language, ..Self::default() }
    }
}

impl Zoom {
    const STEPS: [u16; 9] = [50, 75, 90, 100, 125, 150, 175, 200, 300];

    /// The next larger step from what is shown now.
    #[must_use]
    pub fn larger(shown: u16) -> Self {
        Self::Percent(Self::STEPS.into_iter().find(|step| *step > shown).unwrap_or(300))
    }

    /// The next smaller step from what is shown now.
    #[must_use]
    pub fn smaller(shown: u16) -> Self {
        Self::Percent(Self::STEPS.into_iter().rev().find(|step| *step < shown).unwrap_or(50))
    }
}
