//! A presenting need: what people come with, and the goals, objectives and modules that suit it.

use serde::{Deserialize, Serialize};

use super::Ages;
use crate::base::{Bilingual, Score, Slug};

/// What people come with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresentingNeed {
    /// Stable name, as in `depression`.
    pub slug: Slug,
    /// Raised whenever goals or suggestions change.
    pub edition: u16,
    /// The clinical name.
    pub name: Bilingual,
    /// What a patient might call it; names no diagnosis.
    pub plain_name: Bilingual,
    /// Beginnings for "as evidenced by", for the clinician.
    pub evidence: Vec<Bilingual>,
    /// Diagnosis codes that commonly go with it.
    pub diagnoses: Vec<DiagnosisHint>,
    /// Measures that follow it.
    pub measures: Vec<Slug>,
    /// For which ages.
    pub ages: Ages,
    /// Goals to begin from.
    pub goals: Vec<GoalTemplate>,
    /// Modules that suit it, most important first.
    pub modules: Vec<Suggestion>,
    /// Where this comes from.
    pub source: String,
}

/// A diagnosis code with a label in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiagnosisHint {
    /// ICD-10-CM code, as in `F33.1`.
    pub code: String,
    /// What it stands for.
    pub label: String,
}

/// A goal to begin from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalTemplate {
    /// How a person might say it, in the first person.
    pub own_words: Bilingual,
    /// How the record says it.
    pub clinical: Bilingual,
    /// What shows that it is reached; at least three.
    pub objectives: Vec<ObjectiveTemplate>,
}

/// A measurable objective to begin from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveTemplate {
    /// How a person might say it, in the first person, without a figure.
    pub plain: Bilingual,
    /// How the record says it.
    pub clinical: Bilingual,
    /// How it is measured and what is aimed at.
    pub target: TargetTemplate,
    /// Weeks after the start by which it should be met.
    pub weeks: u8,
    /// Modules that work on it.
    pub modules: Vec<Slug>,
}

/// How an objective is measured and what is aimed at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum TargetTemplate {
    /// A score of a catalog measure, at or better than this.
    Score {
        /// The measure.
        measure: Slug,
        /// At or better than, in the measure's direction.
        reach: Score,
    },
    /// The person's own rating from 0 to 10.
    Rating {
        /// What is rated.
        of: Bilingual,
        /// What 0 means and what 10 means.
        ends: Bilingual,
        /// Usual rating at the start.
        from: u8,
        /// Aimed at.
        reach: u8,
    },
    /// A count in a span of days.
    Count {
        /// What is counted, as in "times a week".
        of: Bilingual,
        /// The span in days, as 7 for a week.
        days: u16,
        /// Usual count at the start.
        from: u16,
        /// Aimed at.
        reach: u16,
    },
    /// Something that is done once and can be shown.
    Milestone {
        /// What shows that it is done.
        proof: Bilingual,
    },
}

/// A module that suits a need, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// The module.
    pub module: Slug,
    /// Why it suits.
    pub reason: Bilingual,
    /// How strongly.
    pub weight: Weight,
}

/// How strongly a module is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// A first draft has it.
    Core,
    /// A first draft has it when hours remain.
    Helpful,
    /// Offered, never drafted.
    Option,
}
