//! Findings about the plan beside the catalog: names it does not know, editions, ages, and what has to come first.

use std::collections::BTreeSet;

use super::context::Context;
use super::finding::{CATALOG, Finding, FindingKind, PROGRAM_RULE, Rubric, Rule, warning};
use crate::base::{Bilingual, Slug};
use crate::catalog::{Ages, Module};
use crate::plan::{Gauge, Item, PlacedModule};

/// What is found beside the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnownFinding {
    /// The catalog knows no such module.
    UnknownModule {
        /// Its slug.
        slug: Slug,
    },
    /// The catalog knows no such measure.
    UnknownMeasure {
        /// Its slug.
        slug: Slug,
    },
    /// The catalog knows no such need.
    UnknownNeed {
        /// Its slug.
        slug: Slug,
    },
    /// The catalog knows no such rule pack, so a payer's rules are not checked.
    UnknownPack {
        /// Its slug.
        slug: Slug,
    },
    /// The catalog knows no such clinic, so its holidays are not checked.
    UnknownClinic {
        /// Its slug.
        slug: Slug,
    },
    /// The catalog has another edition of a module.
    EditionDiffers {
        /// The edition in the plan.
        placed: u16,
        /// The edition in the catalog.
        known: u16,
    },
    /// A module is meant for another age.
    ModuleAges {
        /// Age at the start.
        age: u8,
        /// The module's ages.
        ages: Ages,
    },
    /// A measure is meant for another age.
    MeasureAges {
        /// The measure's name.
        name: String,
        /// Age at the start.
        age: u8,
        /// The measure's ages.
        ages: Ages,
    },
    /// A rule pack is meant for another age.
    PackAges {
        /// The pack.
        rule: Rule,
        /// Age at the start.
        age: u8,
        /// The pack's ages.
        ages: Ages,
    },
    /// A module begins before enough of another one has been.
    PrerequisiteNotMet {
        /// The module that comes first.
        before: Bilingual,
        /// How many of its sessions should come first.
        asked: u16,
        /// How many do.
        planned: usize,
    },
}

impl KnownFinding {
    pub(super) fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::UnknownModule { .. } => warning("unknown-module", CATALOG),
            Self::UnknownMeasure { .. } => warning("unknown-measure", CATALOG),
            Self::UnknownNeed { .. } => warning("unknown-need", CATALOG),
            Self::UnknownPack { .. } => warning("unknown-rule-pack", CATALOG),
            Self::UnknownClinic { .. } => warning("unknown-clinic", CATALOG),
            Self::EditionDiffers { .. } => warning("edition-differs", CATALOG),
            Self::ModuleAges { .. } => warning("module-for-other-ages", CATALOG),
            Self::MeasureAges { .. } => warning("measure-for-other-ages", CATALOG),
            Self::PackAges { rule, .. } => warning("rule-pack-for-other-ages", &rule.source),
            Self::PrerequisiteNotMet { .. } => warning("prerequisite-not-met", PROGRAM_RULE),
        }
    }
}

fn at(item: Item, kind: KnownFinding) -> Finding {
    Finding { kind: FindingKind::Known(kind), item }
}

/// Findings beside the catalog.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let mut found = entries(ctx);
    found.extend(measures(ctx));
    found.extend(packs(ctx));
    for placed in &ctx.plan.modules {
        match ctx.catalog.modules.get(&placed.slug) {
            Some(known) => found.extend(module(ctx, placed, known)),
            None if placed.is_own() => {}
            None => found.push(at(Item::Module(placed.id), KnownFinding::UnknownModule { slug: placed.slug.clone() })),
        }
    }
    found
}

fn entries(ctx: &Context<'_>) -> Vec<Finding> {
    let (plan, catalog) = (ctx.plan, ctx.catalog);
    let clinic = plan.program.clinic.iter().filter(|slug| !catalog.clinics.contains_key(slug));
    let mut found: Vec<Finding> =
        clinic.map(|slug| at(Item::Plan, KnownFinding::UnknownClinic { slug: slug.clone() })).collect();
    for payer in &plan.coverage {
        let unknown = payer.pack.iter().filter(|slug| !catalog.packs.contains_key(slug));
        found.extend(unknown.map(|slug| at(Item::Payer(payer.id), KnownFinding::UnknownPack { slug: slug.clone() })));
    }
    for need in &plan.needs {
        let unknown = need.slug.iter().filter(|slug| !catalog.needs.contains_key(slug));
        found.extend(unknown.map(|slug| at(Item::Need(need.id), KnownFinding::UnknownNeed { slug: slug.clone() })));
    }
    found
}

/// Each measure is told once, where it first stands.
fn measures(ctx: &Context<'_>) -> Vec<Finding> {
    let mut told: BTreeSet<&Slug> = BTreeSet::new();
    let mut found = Vec::new();
    for (item, slug) in measures_used(ctx).into_iter().filter(|(_, slug)| told.insert(slug)) {
        match ctx.catalog.measures.get(slug) {
            None => found.push(at(item, KnownFinding::UnknownMeasure { slug: slug.clone() })),
            Some(measure) => {
                let age = ctx.age().filter(|age| !measure.ages.include(*age));
                let (name, ages) = (&measure.name, measure.ages);
                found.extend(age.map(|age| at(item, KnownFinding::MeasureAges { name: name.clone(), age, ages })));
            }
        }
    }
    found
}

fn measures_used<'a>(ctx: &Context<'a>) -> Vec<(Item, &'a Slug)> {
    let objectives = ctx.plan.goals.iter().flat_map(|goal| &goal.objectives);
    let mut used: Vec<_> = objectives
        .filter_map(|objective| match &objective.gauge {
            Gauge::Score { measure, .. } => Some((Item::Objective(objective.id), measure)),
            Gauge::Rating { .. } | Gauge::Count { .. } | Gauge::Milestone { .. } => None,
        })
        .collect();
    let results = ctx.plan.course.results.iter().filter(|result| result.in_error.is_none());
    used.extend(results.map(|result| (Item::Result(result.id), &result.measure)));
    used
}

fn packs(ctx: &Context<'_>) -> Vec<Finding> {
    let Some(age) = ctx.age() else { return Vec::new() };
    let others = ctx.rules.iter().filter(|asked| !asked.pack.ages.include(age));
    let told = others.map(|asked| {
        let kind = KnownFinding::PackAges { rule: asked.rule(), age, ages: asked.pack.ages };
        at(Item::Payer(asked.payer.id), kind)
    });
    told.collect()
}

fn module(ctx: &Context<'_>, placed: &PlacedModule, known: &Module) -> Vec<Finding> {
    let (edition, ages) = (known.edition, known.ages);
    let age = ctx.age().filter(|age| !ages.include(*age));
    let differs = placed.edition != edition;
    let mut found = Vec::new();
    found.extend(differs.then_some(KnownFinding::EditionDiffers { placed: placed.edition, known: edition }));
    found.extend(age.map(|age| KnownFinding::ModuleAges { age, ages }));
    found.extend(prerequisites(ctx, placed, known));
    found.into_iter().map(|kind| at(Item::Module(placed.id), kind)).collect()
}

fn prerequisites(ctx: &Context<'_>, placed: &PlacedModule, known: &Module) -> Vec<KnownFinding> {
    let Some(begins) = ctx.kept(placed.id).map(|session| (session.date, session.start)).min() else {
        return Vec::new();
    };
    let planned = |slug: &Slug| {
        let same = ctx.plan.modules.iter().filter(|module| module.slug == *slug);
        same.flat_map(|module| ctx.kept(module.id)).filter(|session| (session.date, session.start) < begins).count()
    };
    let unmet = known.after.iter().filter_map(|first| {
        let planned = planned(&first.module);
        let name = ctx.catalog.modules.get(&first.module).map(|module| module.name.clone());
        let named = || Bilingual { en: first.module.to_string(), es: first.module.to_string() };
        (planned < usize::from(first.sessions)).then(|| KnownFinding::PrerequisiteNotMet {
            before: name.unwrap_or_else(named),
            asked: first.sessions,
            planned,
        })
    });
    unmet.collect()
}
