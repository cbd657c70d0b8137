//! Leaving well: criteria, the aftercare plan and how the stay ended.

use serde::{Deserialize, Serialize};

use crate::base::{ClockTime, Date, GoalId, SupportId};

/// How and when the person leaves, and what holds afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Leaving {
    /// What has to be true before discharge or transfer.
    pub criteria: Vec<String>,
    /// What the person wants to be able to say on the last day.
    pub person_criteria: String,
    /// When discharge is expected.
    pub expected: Option<Date>,
    /// What follows.
    pub aftercare: Aftercare,
    /// How the stay ended; `None` while it lasts.
    pub discharge: Option<Discharge>,
}

/// What follows the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Aftercare {
    /// Who takes over.
    pub next_provider: String,
    /// The first appointment, within seven days.
    pub first_appointment: Option<Appointment>,
    /// Groups and people that stay.
    pub supports: Vec<Support>,
    /// What to do when things get worse.
    pub relapse_plan: RelapsePlan,
    /// Medication and who prescribes it from then on.
    pub medication: String,
    /// Goals that go on.
    pub open_goals: Vec<GoalId>,
}

/// An appointment elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// With whom.
    pub with: String,
    /// Date.
    pub date: Date,
    /// Start.
    pub start: ClockTime,
    /// Where, with a telephone number.
    pub place: String,
}

/// A group or person that stays after the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: SupportId,
    /// Name.
    pub name: String,
    /// When and where, or how to reach them.
    pub details: String,
}

/// What to do when things get worse.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RelapsePlan {
    /// What sets it off.
    pub triggers: Vec<String>,
    /// Early signs.
    pub warning_signs: Vec<String>,
    /// What helps.
    pub coping: Vec<String>,
    /// Whom to call.
    pub people: Vec<String>,
    /// Dates that may be hard.
    pub hard_dates: Vec<String>,
    /// What to do after a setback.
    pub after_setback: Vec<String>,
}

/// How a stay ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discharge {
    /// When.
    pub date: Date,
    /// How.
    pub kind: DischargeKind,
    /// Summary.
    pub summary: String,
}

/// How a stay ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DischargeKind {
    /// The program was completed.
    Completed,
    /// Against the team's advice.
    AgainstAdvice,
    /// By the program, for reasons of its own.
    Administrative,
    /// To another program.
    Transfer,
    /// Contact was lost.
    LostContact,
}
