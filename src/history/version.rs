//! One signed version, how it lies in a file, and whether a chain of them is whole.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::chart::Mark;
use super::delta::{self, Piece};
use super::hash::Hash;
use super::{frozen, sign};
use crate::base::Date;
use crate::catalog::read::ReadError;
use crate::plan::Plan;

/// A plan as it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    sealed: Arc<Sealed>,
    /// The plan's text; `None` where the file does not tell it any more.
    text: Option<Arc<str>>,
}

/// A version as it lies in a file: its text is told by the text of the version before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Version", deny_unknown_fields)]
pub struct Sealed {
    number: u32,
    date: Date,
    author: String,
    reason: String,
    previous: Option<Hash>,
    hash: Hash,
    plan: Vec<Piece>,
}

/// What is wrong with a chain of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// What this version holds is not what was signed.
    Changed(u32),
    /// This version does not follow the one before it: one is missing, or stands in another place.
    Unchained(u32),
    /// The last version is not the one that is said to be the last.
    Head,
    /// The versions cannot be read, although the plan before them can.
    Unreadable,
    /// The versions are not written as the program writes them, although they read as they were signed.
    Rewritten,
}

impl Version {
    /// Freezes the next version after the last one of a chain.
    pub(super) fn freeze(last: Option<&Self>, signing: &sign::Signing, text: &str) -> Self {
        let earlier = last.and_then(|version| version.text.as_deref()).unwrap_or_default();
        let number = last.map_or(1, |version| version.number().saturating_add(1));
        let previous = last.map(Self::hash);
        let sign::Signing { date, author, reason } = signing.clone();
        let hash = hash(previous, number, date, &author, &reason, text);
        let sealed = Sealed { number, date, author, reason, previous, hash, plan: delta::pieces(earlier, text) };
        Self { sealed: Arc::new(sealed), text: Some(text.into()) }
    }

    /// Versions as they lie in a file, in order.
    pub fn unsealed(sealed: Vec<Sealed>) -> Vec<Self> {
        let mut versions: Vec<Self> = Vec::with_capacity(sealed.len());
        for sealed in sealed {
            let earlier = versions.last().map_or(Some(""), |version| version.text.as_deref());
            let text = earlier.and_then(|earlier| delta::text(earlier, &sealed.plan)).map(Arc::from);
            versions.push(Self { sealed: Arc::new(sealed), text });
        }
        versions
    }

    /// The version as it lies in a file.
    pub fn sealed(&self) -> &Sealed {
        &self.sealed
    }

    /// Its number, from 1.
    pub fn number(&self) -> u32 {
        self.sealed.number
    }

    /// The day on which it was signed.
    pub fn date(&self) -> Date {
        self.sealed.date
    }

    /// Who signed it off.
    pub fn author(&self) -> &str {
        &self.sealed.author
    }

    /// Why there is this version.
    pub fn reason(&self) -> &str {
        &self.sealed.reason
    }

    /// Its hash, which stands for all versions before it as well.
    pub fn hash(&self) -> Hash {
        self.sealed.hash
    }

    /// The hash of the version before it; `None` for the first.
    pub fn previous(&self) -> Option<Hash> {
        self.sealed.previous
    }

    /// What names it on paper.
    pub fn mark(&self) -> Mark {
        Mark { number: self.number(), date: self.date(), hash: self.hash() }
    }

    /// The plan as it was signed.
    ///
    /// # Errors
    /// When the text is damaged, or of a shape that this program does not read.
    pub fn plan(&self) -> Result<Plan, ReadError> {
        frozen::plan(self.text.as_deref().unwrap_or_default())
    }

    pub(super) fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    fn is_whole(&self) -> bool {
        let Sealed { number, date, author, reason, previous, hash: told, plan: _ } = self.sealed();
        self.text.as_deref().is_some_and(|text| hash(*previous, *number, *date, author, reason, text) == *told)
    }
}

/// Whether a chain of versions is as it was signed.
///
/// # Errors
/// Names the first version that is not.
pub fn verify(versions: &[Version]) -> Result<(), Broken> {
    let mut previous = None;
    for (number, version) in (1..).zip(versions) {
        if !version.is_whole() {
            return Err(Broken::Changed(number));
        }
        if (version.number(), version.previous()) != (number, previous) {
            return Err(Broken::Unchained(number));
        }
        previous = Some(version.hash());
    }
    Ok(())
}

fn hash(previous: Option<Hash>, number: u32, date: Date, author: &str, reason: &str, text: &str) -> Hash {
    let previous = previous.map(|hash| hash.to_string()).unwrap_or_default();
    Hash::of(&["Throughline version", &previous, &number.to_string(), &date.to_string(), author, reason, text])
}
