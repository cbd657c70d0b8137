//! The sorts of service, who is in the room, who leads it, and what counts as an hour.

use serde::{Deserialize, Serialize};

use super::Minutes;

/// The sorts of service that a plan is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ServiceKind {
    /// Cognitive behavioral therapy.
    Cbt,
    /// Dialectical behavior therapy skills.
    Dbt,
    /// Trauma-focused or present-focused trauma work.
    Trauma,
    /// Individual therapy.
    Individual,
    /// Process and other group therapy.
    Group,
    /// Family therapy and family education.
    Family,
    /// Learning about conditions and treatment.
    Psychoeducation,
    /// Practising skills for daily life.
    SkillBuilding,
    /// Mindfulness-based practice.
    Mindfulness,
    /// Motivational work.
    Motivational,
    /// Preventing a return to use or of symptoms.
    RelapsePrevention,
    /// Evaluation and medication management.
    Medical,
    /// Case management and referrals.
    CaseManagement,
    /// Peer and mutual support.
    Support,
    /// Meals with support and nutrition counseling.
    Nutrition,
    /// Planning for what comes after.
    Aftercare,
    /// Reviews of the plan and screens that are not therapy.
    Review,
}

/// Who is in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// The person and one member of staff.
    Individual,
    /// A group of patients.
    Group,
    /// The person and their family.
    Family,
    /// Several families, with the patients.
    MultiFamily,
    /// Family or guardians without the person.
    FamilyWithoutPatient,
}

/// Whether topics run once or come round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Course {
    /// Each topic once.
    Fixed,
    /// As long as it is prescribed; after the last topic the first follows.
    Ongoing,
}

/// How many minutes of a session count as treatment hours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// What counts unless a kind of pack is named below.
    pub minutes: Minutes,
    /// Kinds of pack that count otherwise.
    pub except: Vec<CountException>,
}

impl Counts {
    /// What one kind of rule pack counts.
    pub fn under(&self, pack: PackKind) -> Minutes {
        let exception = self.except.iter().find(|e| e.pack == pack);
        exception.map_or(self.minutes, |e| e.minutes)
    }
}

/// What one kind of rule pack counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountException {
    /// The kind of pack.
    pub pack: PackKind,
    /// Minutes of one session that it counts.
    pub minutes: Minutes,
}

/// Kinds of rule pack, by what they count as an hour of treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PackKind {
    /// Medicare's intensive outpatient benefit.
    Medicare,
    /// Level-of-care criteria: structured clinical services.
    LevelOfCare,
    /// A payer's per-diem for a program day.
    PerDiem,
    /// A state that counts counseling only.
    Counseling,
    /// An accrediting body; asks for no hours.
    Accreditation,
}

/// How often a module meets: so many sessions in so many weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    /// Sessions.
    pub sessions: u8,
    /// In how many weeks; 1 for weekly, 2 for every other week.
    pub weeks: u8,
}

/// The disciplines of a program's staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum StaffRole {
    /// Licensed psychotherapist, psychologist, social worker or counselor.
    Therapist,
    /// Substance use counselor.
    SubstanceUseCounselor,
    /// Marriage and family therapist.
    FamilyTherapist,
    /// Psychiatrist or other prescriber.
    Prescriber,
    /// Nurse.
    Nurse,
    /// Dietitian.
    Dietitian,
    /// Case manager.
    CaseManager,
    /// Peer support specialist.
    Peer,
}

/// A billing code with a label in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceCode {
    /// The code, as in `90853`.
    pub code: String,
    /// What it stands for, in our own words.
    pub label: String,
}
