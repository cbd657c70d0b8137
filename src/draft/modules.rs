//! Fills a plan's weeks: chooses modules, places them, and adds what helps until the hours are there.

use super::choice::{Choice, Dosed};
use super::thread::Links;
use super::{DraftError, Intake, LeftOut, WhyLeftOut, hours, make};
use std::collections::BTreeMap;

use crate::base::{Date, Language, ModuleId, ObjectiveId, Slug, week_of};
use crate::catalog::{Catalog, Clinic, Module, Weight};
use crate::plan::{Edit, ListEdit, PlacedModule, Plan, Session};
use crate::schedule::engine::Effort;
use crate::schedule::{first_placement, lay};

/// What modules are chosen for.
pub(super) struct Request<'a> {
    pub(super) intake: &'a Intake,
    pub(super) catalog: &'a Catalog,
    pub(super) clinic: &'a Clinic,
    pub(super) links: &'a Links,
}

/// Sessions of modules in the plan that found no place, and modules that are not in it.
type Missing = (Vec<(ModuleId, u16)>, Vec<LeftOut>);

/// A plan with modules and sessions to look at before they are made, and what found no place in it.
struct Trial {
    plan: Plan,
    owed: Vec<(ModuleId, u16)>,
}

/// Chooses, doses and places modules until the weeks have the hours that are aimed at, as far as they can.
pub(super) fn enter(plan: &mut Plan, request: &Request<'_>) -> Result<Missing, DraftError> {
    let before = plan.clone();
    let choice = Choice { plan: &before, request };
    let mut left_out = Vec::new();
    let mut chosen = choice.certain(&mut left_out)?;
    let mut helpful = choice.helpful(&chosen).into_iter();
    let mut trial = place(&choice, &chosen);
    while hours::are_short(&trial.plan, request.catalog, request.clinic) {
        match helpful.next() {
            Some(dosed) => chosen.push(dosed),
            None => match choice.raised(&chosen) {
                Some(raised) => chosen = raised,
                None => break,
            },
        }
        trial = place(&choice, &chosen);
    }
    let without: Vec<Slug> = without_sessions(&trial.plan);
    if !without.is_empty() {
        chosen.retain(|dosed| !without.contains(&dosed.module.slug));
        left_out.extend(without.into_iter().map(|module| LeftOut { module, why: WhyLeftOut::NoPlace }));
        trial = place(&choice, &chosen);
    }
    trial.plan.sessions = calendar(&trial.plan, request);
    link_the_rest(&mut trial.plan, request.links);
    write(plan, trial.plan)?;
    Ok((trial.owed, left_out))
}

/// The best calendar for the modules as they are prescribed now.
fn calendar(plan: &Plan, request: &Request<'_>) -> Vec<Session> {
    let Request { catalog, clinic, .. } = *request;
    let asked = lay::Request { plan, clinic, catalog, from: None, language: Language::English };
    lay::lay_somehow(asked, Effort::default())
}

fn place(choice: &Choice<'_>, chosen: &[Dosed<'_>]) -> Trial {
    let mut plan = choice.plan.clone();
    let first = plan.next_id().max(1);
    plan.modules = (first..).zip(chosen).map(|(id, dosed)| placed(choice, ModuleId(id), dosed)).collect();
    let placement = first_placement(&plan, choice.request.clinic, choice.request.catalog);
    plan.sessions = placement.sessions;
    for module in &mut plan.modules {
        prescribe(module, &plan.sessions);
    }
    Trial { plan, owed: placement.owed }
}

/// Prescribes what has a place: the sessions that were placed, and at most as many a week as there are.
fn prescribe(module: &mut PlacedModule, sessions: &[Session]) {
    let mut by_week: BTreeMap<Date, u8> = BTreeMap::new();
    let own = sessions.iter().filter(|session| session.module == module.id);
    own.for_each(|session| *by_week.entry(week_of(session.date)).or_default() += 1);
    module.sessions = by_week.values().map(|count| u16::from(*count)).sum();
    let most = by_week.values().max().copied().unwrap_or(1);
    module.frequency.sessions = module.frequency.sessions.min(most);
}

fn placed(choice: &Choice<'_>, id: ModuleId, dosed: &Dosed<'_>) -> PlacedModule {
    let Dosed { module, sessions, frequency, responsible } = dosed;
    PlacedModule {
        id,
        slug: module.slug.clone(),
        edition: module.edition,
        kind: module.kind,
        format: module.format,
        name: module.name.clone(),
        plain_name: module.plain_name.clone(),
        why: module.why.clone(),
        reason: reason(choice, module),
        topics: module.topics.clone(),
        course: module.course,
        minutes: module.minutes,
        breaks: module.breaks,
        counts: module.counts.clone(),
        sessions: *sessions,
        frequency: *frequency,
        objectives: served(choice, module),
        responsible: Some(responsible.clone()),
        codes: module.codes.clone(),
    }
}

/// Why the module suits, as the library says for the first need that it suits; else what it is.
fn reason(choice: &Choice<'_>, module: &Module) -> String {
    let weights = [Weight::Core, Weight::Helpful, Weight::Option];
    let mut suggestions = weights.into_iter().flat_map(|weight| choice.suggestions(weight));
    let found = suggestions.find(|suggestion| suggestion.module == module.slug);
    found.map_or_else(|| module.summary.clone(), |suggestion| suggestion.reason.en.clone())
}

/// The objectives that the library says a module works on; else the first of every goal.
fn served(choice: &Choice<'_>, module: &Module) -> Vec<ObjectiveId> {
    let links = choice.request.links.iter().filter(|(_, modules)| modules.contains(&module.slug));
    let linked: Vec<ObjectiveId> = links.map(|(objective, _)| *objective).collect();
    if !linked.is_empty() {
        return linked;
    }
    choice.plan.goals.iter().filter_map(|goal| goal.objectives.first()).map(|objective| objective.id).collect()
}

/// Objectives that no chosen module works on go to the first module, which the needs put first for that reason.
fn link_the_rest(plan: &mut Plan, links: &Links) {
    let loose: Vec<ObjectiveId> = links
        .iter()
        .map(|(objective, _)| *objective)
        .filter(|objective| !plan.modules.iter().any(|module| module.objectives.contains(objective)))
        .collect();
    if let Some(first) = plan.modules.first_mut() {
        first.objectives.extend(loose);
        first.objectives.sort_unstable();
    }
}

fn without_sessions(plan: &Plan) -> Vec<Slug> {
    let empty = plan.modules.iter().filter(|module| plan.sessions_of(module.id).next().is_none());
    empty.map(|module| module.slug.clone()).collect()
}

/// Makes the trial's modules and sessions in the plan; the plan gives them the ids that the trial foresaw.
fn write(plan: &mut Plan, trial: Plan) -> Result<(), DraftError> {
    let modules = trial.modules.into_iter().map(|module| Edit::Modules(ListEdit::Add(module)));
    let sessions = trial.sessions.into_iter().map(|session| Edit::Sessions(ListEdit::Add(session)));
    make(plan, &Edit::Together(modules.chain(sessions).collect()))?;
    Ok(())
}
