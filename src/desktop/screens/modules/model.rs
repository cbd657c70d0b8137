//! What this place derives from a plan, once for each state of it.

use std::collections::BTreeMap;

use crate::base::{Frequency, Minutes, ModuleId, Slug, week_of};
use crate::catalog::{Catalog, Module, Phase};
use crate::checks::{CoreService, Finding, FindingKind, PartFinding};
use crate::draft::{Basis, Fit, aimed_at, fits, links, room, team, weekly};
use crate::plan::{PlacedModule, Plan};
use crate::wording::screen::{WeekHours, family};

/// What this place derives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Modules {
    /// How every module of the library fits, the strongest suggestions first.
    pub fits: Vec<Fit>,
    /// Hours a week: planned, asked and what fits.
    pub hours: WeekHours,
    /// What the plan's modules come to in a week, by family of services.
    pub families: [Minutes; 8],
    /// The plan's modules in the order in which they begin.
    pub order: Vec<ModuleId>,
    /// How many sessions of each module are on the calendar.
    pub scheduled: BTreeMap<ModuleId, usize>,
    /// Core services that are missing, each with the module of the library that suits best.
    pub missing: Vec<(CoreService, Option<Slug>)>,
    /// Weeks of the stay.
    pub weeks: u16,
}

/// Derives what this place shows.
pub fn derive(plan: &Plan, catalog: &Catalog, findings: &[Finding]) -> Modules {
    let (links, team) = (links(plan, catalog), team(plan));
    let clinic = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug));
    let basis = Basis { plan, catalog, clinic, team: &team, links: &links };
    let fits = fits(&basis);
    let mut families = [Minutes(0); 8];
    for module in &plan.modules {
        if let Some(sum) = families.get_mut(family(module.kind).index()) {
            *sum = sum.plus(weekly(&basis, module));
        }
    }
    let planned = rounded(families.iter().copied().sum());
    Modules {
        missing: missing(findings, &fits, catalog),
        fits,
        hours: WeekHours { planned, aim: aimed_at(plan), room: room(plan) },
        families,
        order: order(plan, catalog),
        scheduled: scheduled(plan),
        weeks: basis.all_weeks(),
    }
}

impl Modules {
    /// How a module of the library fits.
    pub fn fit(&self, slug: &Slug) -> Option<&Fit> {
        self.fits.iter().find(|fit| fit.slug == *slug)
    }

    /// How many sessions of a module are on the calendar.
    pub fn scheduled(&self, module: ModuleId) -> usize {
        self.scheduled.get(&module).copied().unwrap_or_default()
    }

    /// The week with one module more.
    pub fn with(&self, fit: &Fit) -> WeekHours {
        let sum: Minutes = self.families.iter().copied().sum();
        WeekHours { planned: rounded(sum.plus(fit.weekly)), ..self.hours }
    }

    /// For how many weeks a module would run: `Some(0)` for a single session, `None` for the whole stay.
    pub fn lasting(&self, sessions: u16, frequency: Frequency) -> Option<u16> {
        if sessions <= 1 {
            return Some(0);
        }
        let weeks = sessions.saturating_mul(frequency.weeks.into()).div_ceil(u16::from(frequency.sessions.max(1)));
        Some(weeks).filter(|weeks| weeks.saturating_add(1) < self.weeks)
    }
}

/// To five minutes: spread over weeks, nothing is exact to the minute.
fn rounded(minutes: Minutes) -> Minutes {
    Minutes(minutes.0.saturating_add(2) / 5 * 5)
}

fn scheduled(plan: &Plan) -> BTreeMap<ModuleId, usize> {
    let mut counts = BTreeMap::new();
    for session in plan.sessions.iter().filter(|session| session.status.occupies()) {
        *counts.entry(session.module).or_default() += 1;
    }
    counts
}

/// By the week of the first session; what has none stands where the library puts it in the stay.
fn order(plan: &Plan, catalog: &Catalog) -> Vec<ModuleId> {
    let first = |module: &PlacedModule| plan.sessions_of(module.id).next().map(|session| week_of(session.date));
    let phase = |module: &PlacedModule| match catalog.modules.get(&module.slug).map(|known| known.phase) {
        Some(Phase::Intake) => 0,
        Some(Phase::Early) => 1,
        Some(Phase::Throughout) | None => 2,
        Some(Phase::Middle) => 3,
        Some(Phase::Late) => 4,
    };
    let mut all: Vec<&PlacedModule> = plan.modules.iter().collect();
    all.sort_by_key(|module| (phase(module), first(module).is_none(), first(module)));
    all.into_iter().map(|module| module.id).collect()
}

fn missing(findings: &[Finding], fits: &[Fit], catalog: &Catalog) -> Vec<(CoreService, Option<Slug>)> {
    let lists = findings.iter().filter_map(|finding| {
        let FindingKind::Part(PartFinding::CoreServices { missing, .. }) = &finding.kind else { return None };
        Some(missing)
    });
    let meets = |core: CoreService, module: &Module| core.is_met_by(module.format, module.kind);
    let best = |core: CoreService| {
        let free = fits.iter().filter(|fit| fit.placed.is_none() && fit.can_be_given());
        { free }.find(|fit| catalog.modules.get(&fit.slug).is_some_and(|module| meets(core, module)))
    };
    lists.flatten().map(|core| (*core, best(*core).map(|fit| fit.slug.clone()))).collect()
}
