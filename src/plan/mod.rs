//! The plan as a value: plain data, cheap to clone, compared with `==`, changed only by [`apply`]ing an [`Edit`].
//!
//! **Invariant** (kept by [`apply`], checked on reading by [`faults`]): ids are unique and below the plan's counter,
//! and every reference inside the plan finds what it names.

mod apply;
mod care;
mod edit;
mod faults;
mod frame;
mod item;
mod leaving;
mod person;
mod progress;
mod reason;
mod review;
mod signers;
mod thread;
mod undo;
mod weeks;

use serde::{Deserialize, Serialize};

pub use apply::{Applied, Refusal, apply};
pub use care::{
    Authorization, AuthorizedUnit, ClosedDay, EarlierStay, Pause, PauseKind, Payer, Program, Segment, Setting, Staff,
};
pub use edit::{
    CourseEdit, Edit, FrameEdit, GoalEdit, LeavingEdit, ListEdit, ModuleEdit, NeedEdit, ObjectiveEdit, PersonEdit,
    Record, SessionEdit,
};
pub use faults::{Fault, faults};
pub use frame::{
    Clearance, Diagnosis, DimensionRating, Frame, Medication, Naloxone, OpioidMedication, RiskLevel, SafetyPlan,
};
pub use item::Item;
pub use leaving::{Aftercare, Appointment, Discharge, DischargeKind, Leaving, RelapsePlan, Support};
pub use person::{
    Available, Away, ConsentBy, Contact, EmergencyContact, Guardian, Interpreter, InterpreterMode, MinorConsent,
    Person, Release, Telehealth, Visible,
};
pub use progress::{
    Addendum, CourseOfCare, MeasureResult, Rated, SafetyAnswer, SignOff, SignOutcome, SignerRole, Standing,
};
pub use reason::{ChangeReason, Reasoned};
pub use review::{Agreement, Decision, ObjectiveNote, Review, ReviewNotes, Stance, Statements};
pub use signers::{Signer, consenting, signers};
pub use thread::{
    Gauge, Goal, Need, NeedStanding, Objective, ObjectiveStatus, Place, PlacedModule, Rendering, Session,
    SessionStatus, Severity,
};
pub use undo::{Step, Timeline};
pub use weeks::{Week, ends, starts, week_number, weeks};

use crate::base::{GoalId, Id, Language, ModuleId, NeedId, ObjectiveId, SessionId};

/// A treatment plan for one person and one stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The plan's counter: the next id that it gives.
    next_id: u32,
    /// Who the plan is for.
    pub person: Person,
    /// The clinical frame.
    pub frame: Frame,
    /// The program that gives the care.
    pub program: Program,
    /// Care segments in order of date.
    pub segments: Vec<Segment>,
    /// The stay before this one, after a readmission.
    pub earlier_stay: Option<EarlierStay>,
    /// Payers, first payer first.
    pub coverage: Vec<Payer>,
    /// Assessed needs.
    pub needs: Vec<Need>,
    /// Goals.
    pub goals: Vec<Goal>,
    /// Modules as prescribed.
    pub modules: Vec<PlacedModule>,
    /// Sessions in order of date and start.
    pub sessions: Vec<Session>,
    /// What happens while the plan runs.
    pub course: CourseOfCare,
    /// Leaving well.
    pub leaving: Leaving,
}

impl Plan {
    /// The id that the next addition will get; every id in the plan is below it.
    pub fn next_id(&self) -> u32 {
        self.next_id
    }

    /// The same plan with another counter, for whoever puts a plan together from its parts; [`faults`] tells if an id
    /// is not below it.
    #[must_use]
    pub fn with_next_id(self, next_id: u32) -> Self {
        Self { next_id, ..self }
    }

    fn fresh<I: Id>(&mut self) -> I {
        let number = self.next_id.max(1);
        self.next_id = number.saturating_add(1);
        I::from_number(number)
    }

    /// The language of the program that is nearest to the person's own.
    pub fn language(&self) -> Language {
        Language::for_tag(&self.person.language)
    }

    /// The need with this id.
    pub fn need(&self, id: NeedId) -> Option<&Need> {
        self.needs.iter().find(|need| need.id == id)
    }

    /// The goal with this id.
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// The objective with this id, and its goal.
    pub fn objective(&self, id: ObjectiveId) -> Option<(&Goal, &Objective)> {
        self.goals.iter().find_map(|goal| {
            let objective = goal.objectives.iter().find(|objective| objective.id == id)?;
            Some((goal, objective))
        })
    }

    /// The placed module with this id.
    pub fn module(&self, id: ModuleId) -> Option<&PlacedModule> {
        self.modules.iter().find(|module| module.id == id)
    }

    /// The session with this id.
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }

    /// The sessions of a module, in order of date.
    pub fn sessions_of(&self, module: ModuleId) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(move |session| session.module == module)
    }
}
