//! Findings about the clinical frame: diagnoses, risk, safety, medication.

use super::context::Context;
use super::finding::{Finding, FindingKind, Level, PROGRAM_RULE, Rubric, Rule, error, note, source_or, warning};
use crate::base::{IcdCode, is_blank};
use crate::catalog::PlanPart;
use crate::plan::{Frame, Item, Naloxone, OpioidMedication, Plan, RiskLevel, SafetyPlan};

/// What is found about the clinical frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameFinding {
    /// There is no diagnosis.
    NoDiagnosis {
        /// The rule pack that asks for one.
        asked_by: Option<Rule>,
    },
    /// No diagnosis is marked as the principal one.
    NoPrincipal {
        /// The rule pack that asks for one.
        asked_by: Option<Rule>,
    },
    /// A diagnosis stands twice.
    DiagnosisTwice {
        /// Its code.
        code: IcdCode,
    },
    /// Risk is not assessed.
    RiskNotAssessed,
    /// There is risk and no safety plan.
    NoSafetyPlan {
        /// The risk.
        risk: RiskLevel,
    },
    /// Opioid use, and nothing says that medication for it was offered.
    OpioidMedicationNotOffered,
    /// Opioid use, and nothing says that naloxone was offered.
    NaloxoneNotOffered,
    /// Allergies are not recorded, not even that there are none.
    AllergiesNotAsked,
}

impl FrameFinding {
    pub(super) fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::NoDiagnosis { asked_by } => asked("no-diagnosis", asked_by.as_ref()),
            Self::NoPrincipal { asked_by } => asked("no-principal-diagnosis", asked_by.as_ref()),
            Self::DiagnosisTwice { .. } => error("diagnosis-twice", PROGRAM_RULE),
            Self::RiskNotAssessed => warning("risk-not-assessed", PROGRAM_RULE),
            Self::NoSafetyPlan { .. } => error("no-safety-plan", PROGRAM_RULE),
            Self::OpioidMedicationNotOffered => warning("opioid-medication-not-offered", PROGRAM_RULE),
            Self::NaloxoneNotOffered => warning("naloxone-not-offered", PROGRAM_RULE),
            Self::AllergiesNotAsked => note("allergies-not-asked", PROGRAM_RULE),
        }
    }
}

fn asked<'a>(code: &'static str, rule: Option<&'a Rule>) -> Rubric<'a> {
    let level = if rule.is_some() { Level::Error } else { Level::Warning };
    let source = source_or(rule, PROGRAM_RULE);
    match level {
        Level::Error => error(code, source),
        Level::Warning => warning(code, source),
        Level::Note => note(code, source),
    }
}

/// Findings about the clinical frame.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let frame = &ctx.plan.frame;
    let at = |item| move |kind| Finding { kind: FindingKind::Frame(kind), item };
    let mut found: Vec<Finding> = diagnosis(ctx).map(at(Item::Frame)).into_iter().collect();
    found.extend(twice(frame));
    found.extend(risk(frame).map(at(Item::SafetyPlan)));
    found.extend(opioids(ctx.plan).into_iter().map(at(Item::Frame)));
    let not_asked = frame.allergies.iter().all(|allergy| is_blank(allergy));
    found.extend(not_asked.then_some(FrameFinding::AllergiesNotAsked).map(at(Item::Frame)));
    found
}

fn diagnosis(ctx: &Context<'_>) -> Option<FrameFinding> {
    let asked_by = ctx.asked_by(PlanPart::Diagnosis);
    match (ctx.plan.frame.diagnoses.is_empty(), ctx.plan.frame.principal_diagnosis()) {
        (true, _) => Some(FrameFinding::NoDiagnosis { asked_by }),
        (false, None) => Some(FrameFinding::NoPrincipal { asked_by }),
        (false, Some(_)) => None,
    }
}

fn twice(frame: &Frame) -> impl Iterator<Item = Finding> {
    frame.diagnoses.iter().enumerate().filter_map(|(index, diagnosis)| {
        let before = frame.diagnoses.iter().take(index).any(|earlier| earlier.code == diagnosis.code);
        let kind = before.then(|| FrameFinding::DiagnosisTwice { code: diagnosis.code.clone() })?;
        Some(Finding { kind: FindingKind::Frame(kind), item: Item::Diagnosis(diagnosis.id) })
    })
}

fn risk(frame: &Frame) -> Option<FrameFinding> {
    match frame.risk {
        RiskLevel::NotAssessed => Some(FrameFinding::RiskNotAssessed),
        RiskLevel::NoneFound | RiskLevel::Low => None,
        risk @ (RiskLevel::Moderate | RiskLevel::High) => {
            let written = frame.safety_plan.as_ref().is_some_and(is_written);
            (!written).then_some(FrameFinding::NoSafetyPlan { risk })
        }
    }
}

/// Whether any of the six steps says something; reasons for living alone are no safety plan.
fn is_written(safety: &SafetyPlan) -> bool {
    let SafetyPlan {
        made: _,
        warning_signs,
        coping,
        distractions,
        people,
        professionals,
        safer_surroundings,
        reasons_for_living: _,
    } = safety;
    let steps = [warning_signs, coping, distractions, people, professionals, safer_surroundings];
    steps.into_iter().flatten().any(|line| !is_blank(line))
}

fn opioids(plan: &Plan) -> Vec<FrameFinding> {
    if !has_opioid_use(plan) {
        return Vec::new();
    }
    let medication = match plan.frame.opioid_medication {
        OpioidMedication::NotIndicated => Some(FrameFinding::OpioidMedicationNotOffered),
        OpioidMedication::Offered | OpioidMedication::Taken | OpioidMedication::Declined(_) => None,
    };
    let naloxone = match plan.frame.naloxone {
        Naloxone::NotIndicated => Some(FrameFinding::NaloxoneNotOffered),
        Naloxone::Offered | Naloxone::Given(_) | Naloxone::Declined(_) => None,
    };
    medication.into_iter().chain(naloxone).collect()
}

/// By the catalog's need or by a diagnosis of the opioid chapter, whether addressed in this plan or later.
fn has_opioid_use(plan: &Plan) -> bool {
    plan.needs.iter().any(|need| need.slug.as_ref().is_some_and(|slug| slug.as_str() == "opioid-use"))
        || plan.frame.diagnoses.iter().any(|diagnosis| diagnosis.code.as_str().starts_with("F11"))
}
