//! A measure: a questionnaire or scale with its range, bands and thresholds, without its copyrighted items.

use serde::{Deserialize, Serialize};

use super::Ages;
use crate::base::{Bilingual, Direction, Score, Slug};

/// A standard measure or a scale of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Stable name, as in `phq-9`.
    pub slug: Slug,
    /// How the field writes it, as in `PHQ-9`.
    pub name: String,
    /// What it asks about, in plain words.
    pub about: Bilingual,
    /// The version that the bands below belong to.
    pub version: String,
    /// How many items a full form has.
    pub items: u8,
    /// Lowest possible score.
    pub least: Score,
    /// Highest possible score.
    pub most: Score,
    /// Whether scores come in whole points.
    pub whole: bool,
    /// Which way is better.
    pub direction: Direction,
    /// Who completes it.
    pub completed_by: CompletedBy,
    /// Named ranges of scores; none where none are published.
    pub bands: Vec<Band>,
    /// The score from which a screen is positive.
    pub cut: Option<Cut>,
    /// What counts as change.
    pub change: Option<Change>,
    /// Parts that are scored on their own.
    pub subscales: Vec<Subscale>,
    /// A question within it that asks about safety.
    pub safety: Option<SafetyItem>,
    /// For which ages.
    pub ages: Ages,
    /// Usual days between two administrations; `None` for once.
    pub every_days: Option<u16>,
    /// Under which terms it may be used.
    pub licence: String,
    /// Whether its item texts may be shipped with a program.
    pub ship_text: ShipText,
    /// Where the figures come from.
    pub source: String,
    /// `false` where a figure comes from a source that nobody could read in full; the notes say which.
    pub checked: bool,
    /// What a clinician should know, such as figures that are not checked.
    pub notes: Vec<String>,
}

impl Measure {
    /// The band that holds a score.
    pub fn band(&self, score: Score) -> Option<&Band> {
        self.bands.iter().find(|band| band.from <= score && score <= band.to)
    }

    /// Whether a score is possible.
    pub fn allows(&self, score: Score) -> bool {
        self.least <= score && score <= self.most && (!self.whole || score.hundredths() % 100 == 0)
    }
}

/// Who completes a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompletedBy {
    /// The person.
    Person,
    /// A clinician.
    Clinician,
    /// Both together.
    Together,
}

/// A named range of scores, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// First score.
    pub from: Score,
    /// Last score.
    pub to: Score,
    /// What it is called.
    pub name: Bilingual,
    /// How serious it is.
    pub level: Level,
}

/// How serious a band is, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// No or minimal symptoms.
    None,
    /// Mild.
    Mild,
    /// Moderate.
    Moderate,
    /// Serious.
    Serious,
    /// Most serious.
    Severe,
}

/// The score from which a screen is positive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// The first positive score, in the measure's worse direction.
    pub at: Score,
    /// What positive means, in our own words.
    pub means: String,
}

/// What counts as change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Points from which a change is more than chance; the same figure serves both directions.
    pub reliable: Score,
    /// The end state that counts as recovered, at or better than this.
    pub recovered: Option<Score>,
    /// Share of the first score, in percent, from which one speaks of response.
    pub response_percent: Option<u8>,
    /// Where the figures come from.
    pub source: String,
}

/// A part that is scored on its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subscale {
    /// What it is called.
    pub name: Bilingual,
    /// Lowest score.
    pub least: Score,
    /// Highest score.
    pub most: Score,
    /// Which way is better.
    pub direction: Direction,
}

/// A question about safety within a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyItem {
    /// Which item it is, counted from 1; 0 where the whole measure is about safety.
    pub item: u8,
    /// What it asks about, in our own words.
    pub about: Bilingual,
    /// The first answer that raises an alert.
    pub alert_from: Score,
    /// The highest answer.
    pub most: Score,
}

/// Whether item texts may be shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShipText {
    /// They may.
    Yes,
    /// Only totals are recorded.
    TotalOnly,
    /// Only a result such as positive or negative is recorded.
    ResultOnly,
    /// Nothing of it may be shipped; the program holds scores that were taken elsewhere.
    No,
}
