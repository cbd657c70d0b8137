//! The thread: from a need through goal, objective and module to every session.

use serde::{Deserialize, Serialize};

use super::Staff;
use crate::base::{
    Bilingual, ClockTime, Counts, Course, Date, Direction, Format, Frequency, GoalId, Minutes, ModuleId, NeedId,
    ObjectiveId, Score, ServiceCode, ServiceKind, SessionId, Slug,
};

/// An assessed need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Id.
    pub id: NeedId,
    /// The catalog need that it was drafted from.
    pub slug: Option<Slug>,
    /// The problem as the record states it; a diagnosis alone is none.
    pub problem: String,
    /// The same in words for the person; names no diagnosis.
    pub plain: String,
    /// As evidenced by.
    pub evidence: String,
    /// How serious.
    pub severity: Severity,
    /// Whether this plan addresses it.
    pub standing: NeedStanding,
}

/// How serious a need is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Mild.
    Mild,
    /// Moderate.
    Moderate,
    /// Severe.
    Severe,
}

/// Whether the plan addresses a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NeedStanding {
    /// It does.
    Addressed,
    /// Later or elsewhere, with the reason.
    Deferred(String),
}

/// A goal in the person's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Id.
    pub id: GoalId,
    /// The needs that it answers.
    pub needs: Vec<NeedId>,
    /// The person's own words.
    pub own_words: String,
    /// The language of those words, as a BCP 47 tag.
    pub language: String,
    /// The same in the record's language, where that differs.
    pub rendering: Option<Rendering>,
    /// How the record says it.
    pub clinical: String,
    /// What shows that it is reached.
    pub objectives: Vec<Objective>,
}

/// A translation and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rendering {
    /// The translation.
    pub text: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// Who translated.
    pub translator: String,
    /// When.
    pub date: Date,
}

/// A measurable objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Id.
    pub id: ObjectiveId,
    /// In words for the person, in their language.
    pub plain: String,
    /// How the record says it.
    pub clinical: String,
    /// How it is measured, from where to where.
    pub gauge: Gauge,
    /// By when.
    pub target_date: Date,
    /// How far it is.
    pub status: ObjectiveStatus,
}

/// How an objective is measured, from where to where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Gauge {
    /// A score of a measure.
    Score {
        /// The measure's catalog slug.
        measure: Slug,
        /// The measure's name.
        name: String,
        /// Which way is better.
        direction: Direction,
        /// At the start; `None` while not yet taken.
        baseline: Option<Score>,
        /// Aimed at.
        target: Score,
    },
    /// The person's own rating from 0 to 10.
    Rating {
        /// What is rated.
        of: Bilingual,
        /// What 0 and 10 mean.
        ends: Bilingual,
        /// At the start.
        baseline: Option<u8>,
        /// Aimed at.
        target: u8,
    },
    /// A count in a span of days.
    Count {
        /// What is counted.
        of: Bilingual,
        /// The span in days.
        days: u16,
        /// At the start.
        baseline: Option<u16>,
        /// Aimed at.
        target: u16,
    },
    /// Something done once that can be shown.
    Milestone {
        /// What shows that it is done.
        proof: Bilingual,
    },
}

/// How far an objective is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ObjectiveStatus {
    /// Not begun.
    NotStarted,
    /// Under way.
    InProgress,
    /// Partly met.
    PartlyMet,
    /// Met.
    Met,
    /// Put off.
    Deferred,
    /// Given up in favor of something else.
    Discontinued,
}

/// A module as prescribed in this plan; a newer catalog never rewrites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacedModule {
    /// Id.
    pub id: ModuleId,
    /// Catalog slug.
    pub slug: Slug,
    /// Catalog edition; 0 for a module of the clinician's own, which is in no catalog.
    pub edition: u16,
    /// Sort of service.
    pub kind: ServiceKind,
    /// Who is in the room.
    pub format: Format,
    /// The field's name for it.
    pub name: Bilingual,
    /// What a patient calls it.
    pub plain_name: Bilingual,
    /// Why the person comes.
    pub why: Bilingual,
    /// Why it suits this person, for the record.
    pub reason: String,
    /// Topics as prescribed.
    pub topics: Vec<Bilingual>,
    /// Whether topics come round again.
    pub course: Course,
    /// Length of a session.
    pub minutes: Minutes,
    /// How much of it is a break.
    pub breaks: Minutes,
    /// What counts as treatment.
    pub counts: Counts,
    /// Prescribed sessions.
    pub sessions: u16,
    /// Prescribed frequency.
    pub frequency: Frequency,
    /// The objectives that it serves.
    pub objectives: Vec<ObjectiveId>,
    /// Who is responsible.
    pub responsible: Option<Staff>,
    /// Service codes.
    pub codes: Vec<ServiceCode>,
}

impl PlacedModule {
    /// Whether it is of the clinician's own making, and no catalog need know it.
    pub const fn is_own(&self) -> bool {
        self.edition == 0
    }

    /// The topic with this number, counted from 0; an ongoing course begins again after its last.
    pub fn topic(&self, number: usize) -> Option<&Bilingual> {
        match self.course {
            Course::Fixed => self.topics.get(number),
            Course::Ongoing => self.topics.get(number % self.topics.len().max(1)),
        }
    }
}

/// One session on the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Id.
    pub id: SessionId,
    /// The module it belongs to.
    pub module: ModuleId,
    /// Date.
    pub date: Date,
    /// Start.
    pub start: ClockTime,
    /// Planned length.
    pub minutes: Minutes,
    /// Length that took place; `None` before it did.
    pub actual: Option<Minutes>,
    /// Number of the topic in the module, from 0; `None` for a topic of one's own.
    pub topic: Option<u16>,
    /// The topic's words; those of the module unless changed.
    pub topic_words: Bilingual,
    /// Where.
    pub place: Place,
    /// The clinic's block that it sits in; `None` for one of the person's own.
    pub block: Option<Slug>,
    /// Who leads it.
    pub staff: Option<Staff>,
    /// What became of it.
    pub status: SessionStatus,
    /// Why it was missed, excused or cancelled; blank else.
    pub reason: String,
    /// Whether no scheduler may move it.
    pub pinned: bool,
}

impl Session {
    /// When it ends.
    pub fn end(&self) -> ClockTime {
        self.start.after(self.minutes)
    }
}

/// Where a session takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// A room of the program.
    Room(Bilingual),
    /// By video or telephone.
    Telehealth,
    /// Elsewhere.
    Elsewhere(String),
}

/// What became of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SessionStatus {
    /// Still ahead, or not yet recorded.
    Planned,
    /// Attended.
    Attended,
    /// Attended from later than its start.
    Late,
    /// Left before its end.
    LeftEarly,
    /// Missed.
    Missed,
    /// Missed for a reason that was told.
    Excused,
    /// Called off by the clinic.
    Cancelled,
}

impl SessionStatus {
    /// Whether it takes up the person's time: everything but what was called off.
    pub const fn occupies(self) -> bool {
        !matches!(self, Self::Cancelled)
    }

    /// Whether it tells what happened, which stays in the record.
    pub const fn is_record(self) -> bool {
        match self {
            Self::Attended | Self::Late | Self::LeftEarly | Self::Missed | Self::Excused => true,
            Self::Planned | Self::Cancelled => false,
        }
    }
}
