//! A module: a course of therapy or a service, with what happens in each of its sessions.

use serde::{Deserialize, Serialize};

use crate::base::{
    Bilingual, Counts, Course, Format, Frequency, Minutes, PackKind, ServiceCode, ServiceKind, Slug, StaffRole,
};

/// What may be placed in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Stable name, as in `cbt-depression`.
    pub slug: Slug,
    /// Raised whenever topics, order or dose change; a plan keeps the edition that it was drafted from.
    pub edition: u16,
    /// What sort of service this is.
    pub kind: ServiceKind,
    /// Who is in the room.
    pub format: Format,
    /// The field's own name for it.
    pub name: Bilingual,
    /// What a patient calls it; at or below 6th-grade reading level.
    pub plain_name: Bilingual,
    /// One or two sentences that answer "why do I come?"; at or below 6th-grade reading level.
    pub why: Bilingual,
    /// What it is, for the clinician who chooses, in one or two sentences.
    pub summary: String,
    /// What happens in each session, in order.
    pub topics: Vec<Bilingual>,
    /// Whether the topics run once or come round again.
    pub course: Course,
    /// Length of one session.
    pub minutes: Minutes,
    /// How much of a session is a break or a meal without therapy.
    pub breaks: Minutes,
    /// How many minutes of a session count as treatment.
    pub counts: Counts,
    /// How often it usually meets.
    pub frequency: Frequency,
    /// How many sessions are usual.
    pub dose: Dose,
    /// In which order the topics may be attended.
    pub order: Order,
    /// What has to come first.
    pub after: Vec<Prerequisite>,
    /// Where in a stay it belongs.
    pub phase: Phase,
    /// Smallest and largest group; `None` for what is not a group.
    pub group: Option<GroupBounds>,
    /// For which ages it is meant.
    pub ages: Ages,
    /// Who may lead it.
    pub led_by: Vec<StaffRole>,
    /// Service codes that payers commonly know it by, with labels in our own words.
    pub codes: Vec<ServiceCode>,
    /// The presenting needs that it serves.
    pub needs: Vec<Slug>,
    /// When to think twice, for the clinician.
    pub cautions: Vec<String>,
    /// Under which terms the curriculum may be used.
    pub licence: String,
    /// Where the figures come from.
    pub source: String,
    /// `false` where a figure comes from a source that nobody could read in full; the notes or the source say which.
    pub checked: bool,
}

impl Module {
    /// The topic with this number, counted from 0; an ongoing course begins again after its last.
    pub fn topic(&self, number: usize) -> Option<&Bilingual> {
        match self.course {
            Course::Fixed => self.topics.get(number),
            Course::Ongoing => self.topics.get(number % self.topics.len().max(1)),
        }
    }

    /// How many minutes of one session a kind of rule pack counts as treatment.
    pub fn counted(&self, pack: PackKind) -> Minutes {
        self.counts.under(pack)
    }
}

/// How many sessions are prescribed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// Fewer make little sense.
    pub least: u16,
    /// The usual course.
    pub usual: u16,
    /// More is unusual in one stay.
    pub most: u16,
}

/// In which order topics may be attended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// From the first topic on.
    Linear,
    /// From any of these topics on (numbers from 1), round to where one began.
    Rolling(Vec<u16>),
    /// Any topic at any time.
    Any,
}

/// A module of which some sessions have to come first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// The module that comes first.
    pub module: Slug,
    /// How many of its sessions.
    pub sessions: u16,
}

/// Where in a stay a module belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    /// The first week.
    Intake,
    /// The first third.
    Early,
    /// The middle third.
    Middle,
    /// The last third.
    Late,
    /// The whole stay.
    Throughout,
}

/// Smallest and largest group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupBounds {
    /// Fewest patients.
    pub least: u8,
    /// Most patients.
    pub most: u8,
}

/// An age range in completed years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// Youngest.
    pub from: u8,
    /// Oldest; 120 for no limit.
    pub to: u8,
}

impl Ages {
    /// Whether somebody of this age belongs.
    pub const fn include(self, age: u8) -> bool {
        self.from <= age && age <= self.to
    }
}
