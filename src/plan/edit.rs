//! Every change that a plan knows, nested by noun.

use super::{
    Addendum, Aftercare, Appointment, Authorization, Available, Away, ChangeReason, Clearance, Contact, Diagnosis,
    DimensionRating, Discharge, EarlierStay, EmergencyContact, Gauge, Goal, Guardian, Interpreter, MeasureResult,
    Medication, MinorConsent, Naloxone, Need, NeedStanding, Objective, ObjectiveStatus, OpioidMedication, Payer, Place,
    PlacedModule, Plan, Program, RelapsePlan, Release, Rendering, Review, RiskLevel, SafetyPlan, Segment, Session,
    SessionStatus, Severity, SignOff, Staff, Standing, Support, Telehealth,
};
use crate::base::{
    AddendumId, AuthorizationId, Bilingual, ClockTime, Date, DiagnosisId, Frequency, GoalId, GuardianId, Id,
    MedicationId, Minutes, ModuleId, NeedId, ObjectiveId, PayerId, ReleaseId, ResultId, ReviewId, SegmentId, SessionId,
    SignOffId, Slug, SupportId,
};

/// A change to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// About the person.
    Person(PersonEdit),
    /// About the clinical frame.
    Frame(FrameEdit),
    /// The program as a whole.
    Program(Program),
    /// Segments.
    Segment(ListEdit<Segment>),
    /// The stay before this one.
    EarlierStay(Option<EarlierStay>),
    /// Payers.
    Payer(ListEdit<Payer>),
    /// Authorizations of a payer.
    Authorization(PayerId, ListEdit<Authorization>),
    /// The list of needs.
    Needs(ListEdit<Need>),
    /// One need.
    Need(NeedId, NeedEdit),
    /// The list of goals.
    Goals(ListEdit<Goal>),
    /// One goal.
    Goal(GoalId, GoalEdit),
    /// The objectives of a goal.
    Objectives(GoalId, ListEdit<Objective>),
    /// One objective.
    Objective(ObjectiveId, ObjectiveEdit),
    /// The list of placed modules.
    Modules(ListEdit<PlacedModule>),
    /// One placed module.
    Module(ModuleId, ModuleEdit),
    /// The list of sessions.
    Sessions(ListEdit<Session>),
    /// One session.
    Session(SessionId, SessionEdit),
    /// About the course of treatment.
    Course(CourseEdit),
    /// About leaving.
    Leaving(LeavingEdit),
    /// Another state of the plan as a whole, as when an earlier version comes back; no id is given out twice.
    Restore(Box<Plan>),
    /// Several changes that are one for the person who makes them; all or none.
    Together(Vec<Edit>),
}

/// A record with an id that lives in a list.
pub trait Record {
    /// Its kind of id.
    type Id: Id;
    /// Its id.
    fn id(&self) -> Self::Id;
    /// Gives it an id.
    fn set_id(&mut self, id: Self::Id);
}

/// A change to a list of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListEdit<T: Record> {
    /// Adds a record at the end; the plan gives the id, whatever the record says.
    Add(T),
    /// Replaces the record of the same id.
    Replace(T),
    /// Removes a record and whatever refers to it.
    Remove(T::Id),
    /// Moves a record to a place in the list, counted from 0; beyond the end means last.
    Move(T::Id, usize),
}

macro_rules! records {
    ($($record:ident: $id:ident),* $(,)?) => {$(
        impl Record for $record {
            type Id = $id;
            fn id(&self) -> $id {
                self.id
            }
            fn set_id(&mut self, id: $id) {
                self.id = id;
            }
        }
    )*};
}

records! {
    Addendum: AddendumId, Authorization: AuthorizationId, Diagnosis: DiagnosisId, Goal: GoalId, Guardian: GuardianId,
    MeasureResult: ResultId, Medication: MedicationId, Need: NeedId, Objective: ObjectiveId, Payer: PayerId,
    PlacedModule: ModuleId, Release: ReleaseId, Review: ReviewId, Segment: SegmentId, Session: SessionId,
    SignOff: SignOffId, Support: SupportId,
}

/// A change about the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonEdit {
    /// Legal name.
    Name(String),
    /// Preferred name.
    PreferredName(String),
    /// Pronouns.
    Pronouns(String),
    /// Birth date.
    BirthDate(Option<Date>),
    /// Record number.
    RecordNumber(String),
    /// Language, as a BCP 47 tag.
    Language(String),
    /// Interpreter.
    Interpreter(Option<Interpreter>),
    /// Contact.
    Contact(Contact),
    /// Emergency contact.
    Emergency(Option<EmergencyContact>),
    /// Releases.
    Release(ListEdit<Release>),
    /// Consent for a minor.
    Minor(Option<MinorConsent>),
    /// Guardians of a minor.
    Guardian(ListEdit<Guardian>),
    /// Strengths.
    Strengths(Vec<String>),
    /// Needs in their words.
    Needs(Vec<String>),
    /// Abilities.
    Abilities(Vec<String>),
    /// Preferences.
    Preferences(Vec<String>),
    /// Barriers.
    Barriers(Vec<String>),
    /// Supports.
    Supports(Vec<String>),
    /// Weekly availability.
    Availability(Vec<Available>),
    /// Days away.
    Away(Vec<Away>),
    /// Telehealth.
    Telehealth(Option<Telehealth>),
}

/// A change about the clinical frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameEdit {
    /// Diagnoses.
    Diagnosis(ListEdit<Diagnosis>),
    /// The principal diagnosis.
    Principal(Option<DiagnosisId>),
    /// Level-of-care rationale.
    LevelOfCare(String),
    /// Functional impairment.
    Impairment(String),
    /// Prior treatment.
    PriorTreatment(Vec<String>),
    /// Ratings of dimensions.
    Dimensions(Vec<DimensionRating>),
    /// Medications.
    Medication(ListEdit<Medication>),
    /// Allergies.
    Allergies(Vec<String>),
    /// Medication for opioid use disorder.
    OpioidMedication(OpioidMedication),
    /// Naloxone.
    Naloxone(Naloxone),
    /// Risk of withdrawal.
    WithdrawalRisk(String),
    /// Medical clearance.
    MedicalClearance(Option<Clearance>),
    /// Risk level and what it rests on.
    Risk(RiskLevel, String),
    /// Safety plan.
    SafetyPlan(Option<SafetyPlan>),
}

/// A change to one need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeedEdit {
    /// The problem as the record states it.
    Problem(String),
    /// The problem in words for the person.
    Plain(String),
    /// As evidenced by.
    Evidence(String),
    /// Severity.
    Severity(Severity),
    /// Addressed or deferred.
    Standing(NeedStanding),
}

/// A change to one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalEdit {
    /// The needs that it answers.
    Needs(Vec<NeedId>),
    /// The person's own words.
    OwnWords(String),
    /// The language of those words.
    Language(String),
    /// The translation.
    Rendering(Option<Rendering>),
    /// Clinical wording.
    Clinical(String),
}

/// A change to one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectiveEdit {
    /// Words for the person.
    Plain(String),
    /// Clinical wording.
    Clinical(String),
    /// Measure, baseline and target.
    Gauge(Gauge),
    /// Target date.
    TargetDate(Date),
    /// Status.
    Status(ObjectiveStatus),
}

/// A change to one placed module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModuleEdit {
    /// Prescribed sessions.
    Sessions(u16),
    /// Prescribed frequency.
    Frequency(Frequency),
    /// Length of a session.
    Minutes(Minutes),
    /// The objectives that it serves.
    Objectives(Vec<ObjectiveId>),
    /// Who is responsible.
    Responsible(Option<Staff>),
    /// Why it suits this person.
    Reason(String),
}

/// A change to one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionEdit {
    /// To another date and start; it then no longer sits in a block.
    Move(Date, ClockTime),
    /// Into one of the clinic's blocks, or out of it, without another time.
    Block(Option<Slug>),
    /// Planned length.
    Minutes(Minutes),
    /// Topic: its number in the module, if any, and its words.
    Topic(Option<u16>, Bilingual),
    /// Place.
    Place(Place),
    /// Who leads it.
    Staff(Option<Staff>),
    /// What became of it, how long it was, and why.
    Mark(SessionStatus, Option<Minutes>, String),
    /// Held in its place whatever a scheduler would like.
    Pin,
    /// Free to be moved again.
    Unpin,
}

/// A change about the course of treatment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseEdit {
    /// Draft or in effect.
    Standing(Standing),
    /// Results of measures; what was measured stays, it is never removed or replaced.
    Result(ListEdit<MeasureResult>),
    /// Why a result was entered in error; `None` if it was not after all.
    InError(ResultId, Option<String>),
    /// What an alert was answered with.
    Acknowledge(ResultId, String),
    /// Reviews.
    Review(ListEdit<Review>),
    /// Sign-offs; what was answered stays, it is never removed or replaced.
    SignOff(ListEdit<SignOff>),
    /// Addenda.
    Addendum(ListEdit<Addendum>),
    /// When the person got a copy.
    CopyGiven(Option<Date>),
    /// Why something changes in the next version; blank takes the reason back.
    Reason(ChangeReason),
}

/// A change about leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeavingEdit {
    /// Discharge criteria.
    Criteria(Vec<String>),
    /// The person's own criteria.
    PersonCriteria(String),
    /// When discharge is expected.
    Expected(Option<Date>),
    /// The aftercare plan as a whole.
    Aftercare(Aftercare),
    /// Who takes over.
    NextProvider(String),
    /// The first appointment.
    FirstAppointment(Option<Appointment>),
    /// Supports that stay.
    Support(ListEdit<Support>),
    /// Relapse plan.
    RelapsePlan(RelapsePlan),
    /// Medication from then on.
    Medication(String),
    /// Goals that go on.
    OpenGoals(Vec<GoalId>),
    /// How the stay ended.
    Discharge(Option<Discharge>),
}
