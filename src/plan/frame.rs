//! The clinical frame: diagnoses, level of care, medication, risk and the safety plan.

use serde::{Deserialize, Serialize};

use crate::base::{Date, DiagnosisId, IcdCode, MedicationId};

/// What the clinicians found and the plan rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Frame {
    /// Diagnoses, most important first.
    pub diagnoses: Vec<Diagnosis>,
    /// Which of them is the principal one.
    pub principal: Option<DiagnosisId>,
    /// Why this level of care and no other.
    pub level_of_care: String,
    /// What the condition keeps the person from doing.
    pub impairment: String,
    /// Treatment before this stay.
    pub prior_treatment: Vec<String>,
    /// Ratings of dimensions; names only.
    pub dimensions: Vec<DimensionRating>,
    /// Medications taken.
    pub medications: Vec<Medication>,
    /// Allergies; an entry such as "none known" says that it was asked.
    pub allergies: Vec<String>,
    /// Medication for opioid use disorder.
    pub opioid_medication: OpioidMedication,
    /// Naloxone.
    pub naloxone: Naloxone,
    /// Risk of withdrawal, and what is done about it.
    pub withdrawal_risk: String,
    /// Medical clearance for this level of care.
    pub medical_clearance: Option<Clearance>,
    /// Risk of harm to self or others.
    pub risk: RiskLevel,
    /// What the risk level rests on.
    pub risk_note: String,
    /// The safety plan.
    pub safety_plan: Option<SafetyPlan>,
}

impl Frame {
    /// The principal diagnosis.
    pub fn principal_diagnosis(&self) -> Option<&Diagnosis> {
        self.diagnoses.iter().find(|diagnosis| Some(diagnosis.id) == self.principal)
    }
}

/// A diagnosis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: DiagnosisId,
    /// ICD-10-CM code.
    pub code: IcdCode,
    /// What it stands for.
    pub label: String,
}

/// A rating of one dimension of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DimensionRating {
    /// Name of the dimension.
    pub name: String,
    /// The rating, as the edition in use writes it.
    pub rating: String,
}

/// A medication that the person takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Medication {
    /// Id; may be left out where the plan gives it.
    #[serde(default)]
    pub id: MedicationId,
    /// Name.
    pub name: String,
    /// Dose and times, as prescribed.
    pub dose: String,
    /// What it is for, in words that the person uses.
    pub purpose: String,
    /// Who prescribes it.
    pub prescriber: String,
}

/// Medication for opioid use disorder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OpioidMedication {
    /// There is no opioid use disorder.
    #[default]
    NotIndicated,
    /// It was offered and is being considered.
    Offered,
    /// It is taken.
    Taken,
    /// It was offered and declined, with the reason.
    Declined(String),
}

/// Naloxone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Naloxone {
    /// There is no reason to offer it.
    #[default]
    NotIndicated,
    /// It was offered.
    Offered,
    /// It was handed out on this date.
    Given(Date),
    /// It was offered and declined, with the reason.
    Declined(String),
}

/// Medical clearance for this level of care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clearance {
    /// When.
    pub date: Date,
    /// By whom.
    pub by: String,
    /// What to watch.
    pub note: String,
}

/// Risk of harm to self or others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RiskLevel {
    /// Not assessed.
    #[default]
    NotAssessed,
    /// None found.
    NoneFound,
    /// Low.
    Low,
    /// Moderate.
    Moderate,
    /// High.
    High,
}

/// A safety plan in six steps, in the person's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyPlan {
    /// When it was made.
    pub made: Date,
    /// Step 1: what tells me that a crisis may come.
    pub warning_signs: Vec<String>,
    /// Step 2: what I can do by myself.
    pub coping: Vec<String>,
    /// Step 3: people and places that take my mind off it.
    pub distractions: Vec<String>,
    /// Step 4: people whom I can ask for help.
    pub people: Vec<String>,
    /// Step 5: professionals and agencies; 988 is printed beside them always.
    pub professionals: Vec<String>,
    /// Step 6: how I make my surroundings safer.
    pub safer_surroundings: Vec<String>,
    /// What matters most to me and is worth living for.
    pub reasons_for_living: Vec<String>,
}
