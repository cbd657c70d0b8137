//! Findings about what the payers' rule packs ask a plan to hold.

use std::collections::BTreeMap;

use super::clocks::is_signature_overdue;
use super::context::Context;
use super::finding::{Finding, FindingKind, Rubric, Rule, warning};
use crate::base::{Format, ServiceKind, is_blank};
use crate::catalog::PlanPart;
use crate::plan::{Gauge, Goal, Item, PlacedModule, SignerRole};

/// What is found about parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartFinding {
    /// A part is missing.
    Missing {
        /// The part.
        part: PlanPart,
        /// Whose rule.
        rule: Rule,
    },
    /// Core services are missing.
    CoreServices {
        /// Which ones.
        missing: Vec<CoreService>,
        /// Whose rule.
        rule: Rule,
    },
}

/// Services that every intensive outpatient program has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoreService {
    /// Individual counseling.
    Individual,
    /// Group therapy.
    Group,
    /// Family work.
    Family,
    /// Case management.
    CaseManagement,
}

impl CoreService {
    const ALL: [Self; 4] = [Self::Individual, Self::Group, Self::Family, Self::CaseManagement];

    /// Whether a service of this format and sort is one of these.
    pub const fn is_met_by(self, format: Format, kind: ServiceKind) -> bool {
        match self {
            Self::Individual => matches!(format, Format::Individual) && is_counseling(kind),
            Self::Group => matches!(format, Format::Group | Format::MultiFamily),
            Self::Family => {
                let with_family = matches!(format, Format::Family | Format::MultiFamily | Format::FamilyWithoutPatient);
                with_family || matches!(kind, ServiceKind::Family)
            }
            Self::CaseManagement => matches!(kind, ServiceKind::CaseManagement),
        }
    }
}

impl PartFinding {
    pub(super) fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::Missing { rule, .. } => warning("part-missing", &rule.source),
            Self::CoreServices { rule, .. } => warning("core-services-missing", &rule.source),
        }
    }
}

/// Findings about parts, each part once for the first pack that asks for it.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let mut asked: BTreeMap<PlanPart, Rule> = BTreeMap::new();
    for (part, rules) in ctx.rules.iter().flat_map(|rules| rules.pack.asks_for.iter().map(move |part| (part, rules))) {
        asked.entry(*part).or_insert_with(|| rules.rule());
    }
    let found = asked.into_iter().filter_map(|(part, rule)| missing(ctx, part, rule));
    found.map(|kind| Finding { kind: FindingKind::Part(kind), item: Item::Plan }).collect()
}

fn missing(ctx: &Context<'_>, part: PlanPart, rule: Rule) -> Option<PartFinding> {
    if part == PlanPart::CoreServices {
        let missing: Vec<_> = CoreService::ALL.into_iter().filter(|core| !has_service(ctx, *core)).collect();
        return (!missing.is_empty()).then_some(PartFinding::CoreServices { missing, rule });
    }
    is_missing(ctx, part).then_some(PartFinding::Missing { part, rule })
}

/// Parts that have a finding of their own, which names the pack, are passed over here.
fn is_missing(ctx: &Context<'_>, part: PlanPart) -> bool {
    let plan = ctx.plan;
    match part {
        PlanPart::Diagnosis
        | PlanPart::DischargeCriteria
        | PlanPart::Aftercare
        | PlanPart::CopyGiven
        | PlanPart::CoreServices => false,
        PlanPart::TypeAmountDurationFrequency => !all(&plan.modules, is_prescribed),
        PlanPart::Goals => plan.goals.is_empty(),
        PlanPart::MeasurableObjectives => !all(&plan.goals, |goal| !goal.objectives.is_empty()),
        PlanPart::OwnWords => !all(&plan.goals, |goal| !is_blank(&goal.own_words)),
        PlanPart::Strengths => {
            let person = &plan.person;
            let lists = [&person.strengths, &person.needs, &person.abilities, &person.preferences];
            !lists.into_iter().all(|list| list.iter().any(|line| !is_blank(line)))
        }
        PlanPart::NamedStaff => {
            !all(&plan.modules, |module| module.responsible.as_ref().is_some_and(|staff| !is_blank(&staff.name)))
        }
        PlanPart::Measures => !all(&plan.goals, has_measure),
        PlanPart::PhysicianSignature => is_unsigned(ctx, SignerRole::Physician),
        PlanPart::PersonSignature => is_unsigned(ctx, SignerRole::Person),
        PlanPart::AuthorSignature => is_unsigned(ctx, SignerRole::Clinician),
    }
}

fn all<T>(list: &[T], holds: impl Fn(&T) -> bool) -> bool {
    !list.is_empty() && list.iter().all(holds)
}

const fn is_prescribed(module: &PlacedModule) -> bool {
    module.sessions > 0 && module.minutes.0 > 0 && module.frequency.sessions > 0 && module.frequency.weeks > 0
}

fn has_measure(goal: &Goal) -> bool {
    goal.objectives.iter().any(|objective| match objective.gauge {
        Gauge::Score { .. } => true,
        Gauge::Rating { .. } | Gauge::Count { .. } | Gauge::Milestone { .. } => false,
    })
}

/// A draft is signed by nobody; an overdue signature is told by its own finding.
fn is_unsigned(ctx: &Context<'_>, role: SignerRole) -> bool {
    let told = match role {
        SignerRole::Person | SignerRole::Clinician => is_signature_overdue(ctx, role),
        SignerRole::Guardian | SignerRole::Supervisor | SignerRole::Physician => false,
    };
    ctx.in_effect().is_some() && !told && !ctx.is_documented(role)
}

fn has_service(ctx: &Context<'_>, core: CoreService) -> bool {
    ctx.plan.modules.iter().any(|module| core.is_met_by(module.format, module.kind))
}

const fn is_counseling(kind: ServiceKind) -> bool {
    match kind {
        ServiceKind::Individual
        | ServiceKind::Cbt
        | ServiceKind::Dbt
        | ServiceKind::Trauma
        | ServiceKind::Motivational
        | ServiceKind::RelapsePrevention => true,
        ServiceKind::Group
        | ServiceKind::Family
        | ServiceKind::Psychoeducation
        | ServiceKind::SkillBuilding
        | ServiceKind::Mindfulness
        | ServiceKind::Medical
        | ServiceKind::CaseManagement
        | ServiceKind::Support
        | ServiceKind::Nutrition
        | ServiceKind::Aftercare
        | ServiceKind::Review => false,
    }
}
