//! How each module of the library fits a plan: what it would serve, how strongly it is suggested, what stands against it.

use std::collections::BTreeMap;

use super::WhyLeftOut;
use super::basis::Basis;
use crate::base::{Bilingual, Minutes, ModuleId, NeedId, ObjectiveId, Slug};
use crate::catalog::{Ages, Module, Provider, Suggestion, Weight};
use crate::plan::{NeedStanding, Plan};

use super::hours::{Amount, amount};

/// How a module of the library fits a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The module.
    pub slug: Slug,
    /// How strongly it is suggested.
    pub rank: Rank,
    /// The needs of the plan that it serves, as the plan orders them.
    pub needs: Vec<NeedId>,
    /// The objectives of the plan that the library says it works on.
    pub objectives: Vec<ObjectiveId>,
    /// Why it suits, as the library says for the first need that it suits.
    pub reason: Option<Bilingual>,
    /// What stands against it.
    pub hindrances: Vec<Hindrance>,
    /// How many sessions are usual in this stay.
    pub sessions: u16,
    /// What it would come to in a week.
    pub weekly: Minutes,
    /// Where it stands in the plan.
    pub placed: Option<ModuleId>,
}

/// How strongly a module is suggested, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The needs cannot do without it.
    Core,
    /// It helps when hours remain.
    Helpful,
    /// It serves something in the plan.
    Serves,
    /// Nothing in the plan asks for it.
    Other,
    /// It is for other ages.
    OtherAges,
}

/// What stands against a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It is for other ages.
    Ages(Ages),
    /// Another one comes first.
    After {
        /// Which.
        module: Slug,
        /// How many of its sessions.
        sessions: u16,
    },
    /// The clinic runs no such group in the stay's tracks.
    NoGroup,
    /// Nobody on the staff may lead it.
    NoStaff,
    /// Who leads it does not speak the person's language, but these.
    LedIn(Vec<String>),
}

impl Fit {
    /// Whether nothing but what comes first stands against it.
    pub fn can_be_given(&self) -> bool {
        self.hindrances.iter().all(|hindrance| match hindrance {
            Hindrance::After { .. } | Hindrance::LedIn(_) => true,
            Hindrance::Ages(_) | Hindrance::NoGroup | Hindrance::NoStaff => false,
        })
    }

    /// Whether it is for the person's age and led in their language.
    pub fn suits_the_person(&self) -> bool {
        !self.hindrances.iter().any(|hindrance| matches!(hindrance, Hindrance::Ages(_) | Hindrance::LedIn(_)))
    }
}

/// How every module of the library fits, the strongest suggestions first, and of these what can be given.
pub fn fits(basis: &Basis<'_>) -> Vec<Fit> {
    let suggested = suggested(basis);
    let place = |slug: &Slug| suggested.get(slug).map(|(place, _)| *place);
    let mut all: Vec<Fit> = basis
        .catalog
        .modules
        .values()
        .map(|module| fit(basis, module, suggested.get(&module.slug).map(|(_, suggestion)| *suggestion)))
        .collect();
    all.sort_by_key(|fit| {
        let served = fit.needs.len() + fit.objectives.len();
        (fit.rank, !fit.can_be_given(), place(&fit.slug).unwrap_or(usize::MAX), usize::MAX - served, fit.slug.clone())
    });
    all
}

/// The strongest suggestion of each module, with its place among all.
fn suggested<'a>(basis: &Basis<'a>) -> BTreeMap<Slug, (usize, &'a Suggestion)> {
    let all = [Weight::Core, Weight::Helpful, Weight::Option].into_iter().flat_map(|weight| basis.suggestions(weight));
    let mut first = BTreeMap::new();
    for (place, suggestion) in all.enumerate() {
        first.entry(suggestion.module.clone()).or_insert((place, suggestion));
    }
    first
}

fn fit(basis: &Basis<'_>, module: &Module, suggestion: Option<&Suggestion>) -> Fit {
    let (needs, objectives) = (needs(basis, module), basis.linked(&module.slug));
    let (sessions, frequency) = (basis.dose(module, module.frequency), module.frequency);
    Fit {
        slug: module.slug.clone(),
        rank: rank(basis, module, suggestion, needs.len() + objectives.len()),
        needs,
        objectives,
        reason: suggestion.map(|suggestion| suggestion.reason.clone()),
        hindrances: hindrances(basis, module),
        sessions,
        weekly: amount(basis, &module.counts, Amount { sessions, frequency, format: module.format }),
        placed: placed(basis.plan, &module.slug),
    }
}

fn placed(plan: &Plan, slug: &Slug) -> Option<ModuleId> {
    plan.modules.iter().find(|placed| placed.slug == *slug).map(|placed| placed.id)
}

fn rank(basis: &Basis<'_>, module: &Module, suggestion: Option<&Suggestion>, served: usize) -> Rank {
    if basis.age().is_some_and(|age| !module.ages.include(age)) {
        return Rank::OtherAges;
    }
    match suggestion.map(|suggestion| suggestion.weight) {
        Some(Weight::Core) => Rank::Core,
        Some(Weight::Helpful) => Rank::Helpful,
        Some(Weight::Option) => Rank::Serves,
        None if served > 0 => Rank::Serves,
        None => Rank::Other,
    }
}

fn needs(basis: &Basis<'_>, module: &Module) -> Vec<NeedId> {
    let addressed = basis.plan.needs.iter().filter(|need| need.standing == NeedStanding::Addressed);
    let served = addressed.filter(|need| {
        let Some(slug) = &need.slug else { return false };
        let library = basis.catalog.needs.get(slug);
        let suggests = library.is_some_and(|need| need.modules.iter().any(|one| one.module == module.slug));
        suggests || module.needs.contains(slug)
    });
    served.map(|need| need.id).collect()
}

fn hindrances(basis: &Basis<'_>, module: &Module) -> Vec<Hindrance> {
    let mut found = Vec::new();
    if basis.age().is_some_and(|age| !module.ages.include(age)) {
        found.push(Hindrance::Ages(module.ages));
    }
    for first in &module.after {
        let planned = basis.plan.modules.iter().filter(|placed| placed.slug == first.module);
        if planned.map(|placed| placed.sessions).sum::<u16>() < first.sessions {
            found.push(Hindrance::After { module: first.module.clone(), sessions: first.sessions });
        }
    }
    match basis.lead(module) {
        Ok(Some(provider)) => found.extend(led_in(basis.plan, provider)),
        Ok(None) => {}
        Err(WhyLeftOut::NoGroup) => found.push(Hindrance::NoGroup),
        Err(WhyLeftOut::NoStaff | WhyLeftOut::Age | WhyLeftOut::NoPlace) => found.push(Hindrance::NoStaff),
    }
    found
}

fn led_in(plan: &Plan, provider: &Provider) -> Option<Hindrance> {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let wanted = primary(&plan.person.language);
    let speaks = wanted.is_empty() || provider.languages.iter().any(|tag| primary(tag) == wanted);
    (!speaks).then(|| Hindrance::LedIn(provider.languages.clone()))
}
