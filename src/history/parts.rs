//! The fields of every part of a plan, for [`diff`](super::diff()) to compare and for nobody to forget.

use super::diff::{Differs, Swap, changes};
use super::lists::{self, ListChange};
use crate::base::{
    Bilingual, ClockTime, Counts, Course, Date, DiagnosisId, Format, Frequency, GoalId, IcdCode, Minutes, ModuleId,
    NeedId, ObjectiveId, PackKind, Score, ServiceCode, ServiceKind, Slug, Weekday,
};
use crate::plan::{
    Addendum, Aftercare, Appointment, Authorization, AuthorizedUnit, Available, Away, ChangeReason, Clearance,
    ClosedDay, Contact, CourseOfCare, Decision, Diagnosis, DimensionRating, Discharge, EmergencyContact, Frame, Gauge,
    Goal, Interpreter, Leaving, MeasureResult, Medication, MinorConsent, Naloxone, Need, NeedStanding, Objective,
    ObjectiveStatus, OpioidMedication, Pause, Payer, Person, Place, PlacedModule, Program, Rated, RelapsePlan, Release,
    Rendering, Review, ReviewNotes, RiskLevel, SafetyAnswer, SafetyPlan, Segment, Session, SessionStatus, Setting,
    Severity, SignOff, SignOutcome, SignerRole, Staff, Standing, Support, Telehealth,
};

changes! {
    /// A change of a person.
    Person => PersonChange {
        fixed {}
        fields {
            Name(name: String), PreferredName(preferred_name: String), Pronouns(pronouns: String),
            BirthDate(birth_date: Option<Date>), RecordNumber(record_number: String), Language(language: String),
            Interpreter(interpreter: Option<Interpreter>), Contact(contact: Contact),
            Emergency(emergency: Option<EmergencyContact>), Minor(minor: Option<MinorConsent>),
            Strengths(strengths: Vec<String>), Needs(needs: Vec<String>), Abilities(abilities: Vec<String>),
            Preferences(preferences: Vec<String>), Barriers(barriers: Vec<String>), Supports(supports: Vec<String>),
            Availability(availability: Vec<Available>), Away(away: Vec<Away>),
            Telehealth(telehealth: Option<Telehealth>),
        }
        lists {
            Releases(releases: Release),
        }
    }
    /// A change of the clinical frame.
    Frame => FrameChange {
        fixed {}
        fields {
            Principal(principal: Option<DiagnosisId>), LevelOfCare(level_of_care: String),
            Impairment(impairment: String), PriorTreatment(prior_treatment: Vec<String>),
            Dimensions(dimensions: Vec<DimensionRating>), Allergies(allergies: Vec<String>),
            OpioidMedication(opioid_medication: OpioidMedication), Naloxone(naloxone: Naloxone),
            WithdrawalRisk(withdrawal_risk: String), MedicalClearance(medical_clearance: Option<Clearance>),
            Risk(risk: RiskLevel), RiskNote(risk_note: String), SafetyPlan(safety_plan: Option<SafetyPlan>),
        }
        lists {
            Diagnoses(diagnoses: Diagnosis), Medications(medications: Medication),
        }
    }
    /// A change of the program.
    Program => ProgramChange {
        fixed {}
        fields {
            Clinic(clinic: Option<Slug>), Name(name: String), Address(address: Vec<String>), Phone(phone: String),
            AfterHours(after_hours: String), TimeZone(time_zone: String), Part2(part_2: bool),
            Closed(closed: Vec<ClosedDay>),
        }
    }
    /// A change of a release.
    Release => ReleaseChange {
        fixed { id }
        fields {
            Recipient(recipient: String), Scope(scope: String), SubstanceUse(substance_use: bool),
            Signed(signed: Option<Date>), Expires(expires: Option<Date>), Revoked(revoked: Option<Date>),
        }
    }
    /// A change of a diagnosis.
    Diagnosis => DiagnosisChange {
        fixed { id }
        fields {
            Code(code: IcdCode), Label(label: String),
        }
    }
    /// A change of a medication.
    Medication => MedicationChange {
        fixed { id }
        fields {
            Name(name: String), Dose(dose: String), Purpose(purpose: String), Prescriber(prescriber: String),
        }
    }
    /// A change of a segment.
    Segment => SegmentChange {
        fixed { id }
        fields {
            Setting(setting: Setting), From(from: Date), To(to: Date), Days(days: Vec<Weekday>),
            DayFrom(day_from: ClockTime), DayTo(day_to: ClockTime), WeekMinutes(week_minutes: Minutes),
            Track(track: Option<Slug>), Pauses(pauses: Vec<Pause>),
        }
    }
    /// A change of a payer.
    Payer => PayerChange {
        fixed { id }
        fields {
            Name(name: String), MemberNumber(member_number: String), Pack(pack: Option<Slug>),
            CountsAs(counts_as: PackKind),
        }
        lists {
            Authorizations(authorizations: Authorization),
        }
    }
    /// A change of an authorization.
    Authorization => AuthorizationChange {
        fixed { id }
        fields {
            Number(number: String), Unit(unit: AuthorizedUnit), Approved(approved: u16), Used(used: u16),
            From(from: Date), To(to: Date), NextReview(next_review: Option<Date>),
        }
    }
    /// A change of a need.
    Need => NeedChange {
        fixed { id }
        fields {
            Slug(slug: Option<Slug>), Problem(problem: String), Plain(plain: String), Evidence(evidence: String),
            Severity(severity: Severity), Standing(standing: NeedStanding),
        }
    }
    /// A change of a goal.
    Goal => GoalChange {
        fixed { id }
        fields {
            Needs(needs: Vec<NeedId>), OwnWords(own_words: String), Language(language: String),
            Rendering(rendering: Option<Rendering>), Clinical(clinical: String),
        }
        lists {
            Objectives(objectives: Objective),
        }
    }
    /// A change of an objective.
    Objective => ObjectiveChange {
        fixed { id }
        fields {
            Plain(plain: String), Clinical(clinical: String), Gauge(gauge: Gauge), TargetDate(target_date: Date),
            Status(status: ObjectiveStatus),
        }
    }
    /// A change of a module.
    PlacedModule => ModuleChange {
        fixed { id }
        fields {
            Slug(slug: Slug), Edition(edition: u16), Kind(kind: ServiceKind), Format(format: Format),
            Name(name: Bilingual), PlainName(plain_name: Bilingual), Why(why: Bilingual), Reason(reason: String),
            Topics(topics: Vec<Bilingual>), Course(course: Course), Minutes(minutes: Minutes),
            Breaks(breaks: Minutes), Counts(counts: Counts), Sessions(sessions: u16), Frequency(frequency: Frequency),
            Objectives(objectives: Vec<ObjectiveId>), Responsible(responsible: Option<Staff>),
            Codes(codes: Vec<ServiceCode>),
        }
    }
    /// A change of a session.
    Session => SessionChange {
        fixed { id }
        fields {
            Module(module: ModuleId), Date(date: Date), Start(start: ClockTime), Minutes(minutes: Minutes),
            Actual(actual: Option<Minutes>), Topic(topic: Option<u16>), TopicWords(topic_words: Bilingual),
            Place(place: Place), Block(block: Option<Slug>), Staff(staff: Option<Staff>),
            Status(status: SessionStatus), Reason(reason: String), Pinned(pinned: bool),
        }
    }
    /// A change of the course of treatment.
    CourseOfCare => CourseChange {
        fixed {}
        fields {
            Standing(standing: Standing), CopyGiven(copy_given: Option<Date>), Reasons(reasons: Vec<ChangeReason>),
        }
        lists {
            Results(results: MeasureResult), Reviews(reviews: Review), SignOffs(sign_offs: SignOff),
            Addenda(addenda: Addendum),
        }
    }
    /// A change of a result.
    MeasureResult => ResultChange {
        fixed { id }
        fields {
            Measure(measure: Slug), Name(name: String), Version(version: String), Language(language: String),
            Date(date: Date), Total(total: Option<Score>), Safety(safety: Option<SafetyAnswer>),
            AlertAction(alert_action: String), InError(in_error: Option<String>), Note(note: String),
            About(about: Option<Rated>),
        }
    }
    /// A change of a review.
    Review => ReviewChange {
        fixed { id }
        fields {
            Due(due: Date), Held(held: Option<Date>), Decision(decision: Option<Decision>),
            PersonSays(person_says: String), Summary(summary: String), Notes(notes: ReviewNotes),
        }
    }
    /// A change of a sign-off.
    SignOff => SignOffChange {
        fixed { id }
        fields {
            Role(role: SignerRole), Name(name: String), Standing(standing: String), Meaning(meaning: String),
            Outcome(outcome: SignOutcome), Recorded(recorded: Option<Date>), InError(in_error: Option<String>),
        }
    }
    /// A change of an addendum.
    Addendum => AddendumChange {
        fixed { id }
        fields {
            Written(written: Date), About(about: Option<Date>), Author(author: String), Text(text: String),
        }
    }
    /// A change of leaving.
    Leaving => LeavingChange {
        fixed {}
        fields {
            Criteria(criteria: Vec<String>), PersonCriteria(person_criteria: String),
            Expected(expected: Option<Date>), Discharge(discharge: Option<Discharge>),
        }
        parts {
            Aftercare(aftercare: Aftercare),
        }
    }
    /// A change of aftercare.
    Aftercare => AftercareChange {
        fixed {}
        fields {
            NextProvider(next_provider: String), FirstAppointment(first_appointment: Option<Appointment>),
            RelapsePlan(relapse_plan: RelapsePlan), Medication(medication: String),
            OpenGoals(open_goals: Vec<GoalId>),
        }
        lists {
            Supports(supports: Support),
        }
    }
    /// A change of a support that stays.
    Support => SupportChange {
        fixed { id }
        fields {
            Name(name: String), Details(details: String),
        }
    }
}
