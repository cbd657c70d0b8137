//! Fills a plan's weeks: chooses modules, places them, and adds what helps until the hours are there.

use std::collections::BTreeMap;

use super::basis::{Basis, Dosed};
use super::choice::{Choice, Wishes};
use super::thread::Links;
use super::{DraftError, Intake, LeftOut, WhyLeftOut, hours, links, make};
use crate::base::{Date, Language, Minutes, ModuleId, ObjectiveId, Slug, week_of};
use crate::catalog::{Catalog, Clinic};
use crate::plan::{Edit, ListEdit, PlacedModule, Plan, Session};
use crate::schedule::engine::Effort;
use crate::schedule::{Taken, first_placement, lay};

/// Enough to prove the calendars of usual stays; a draft does not wait for the others.
const EFFORT: Effort = Effort(10);

/// What modules are chosen for.
pub(super) struct Request<'a> {
    pub(super) intake: &'a Intake,
    pub(super) catalog: &'a Catalog,
    pub(super) clinic: &'a Clinic,
    pub(super) links: &'a Links,
    /// What others hold in the clinic's groups.
    pub(super) taken: &'a Taken,
}

/// Sessions of modules in the plan that found no place, and modules that are not in it.
type Missing = (Vec<(ModuleId, u16)>, Vec<LeftOut>);

/// Modules that would fill a plan's weeks, and those that suit but cannot be given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggested {
    /// Modules to add, in order; their ids are left to the plan.
    pub modules: Vec<PlacedModule>,
    /// Modules that cannot be given.
    pub left_out: Vec<LeftOut>,
}

/// A plan with modules and sessions to look at before they are made, and what found no place in it.
struct Trial {
    plan: Plan,
    owed: Vec<(ModuleId, u16)>,
}

/// Chooses, doses and places modules until the weeks have the hours that are aimed at, as far as they can.
pub(super) fn enter(plan: &mut Plan, request: &Request<'_>) -> Result<Missing, DraftError> {
    let before = plan.clone();
    let Request { intake, catalog, clinic, links, taken } = request;
    let basis = Basis { plan: &before, catalog, clinic: Some(clinic), team: &intake.team, links };
    let wishes = Wishes { include: &intake.include, leave_out: &intake.leave_out };
    let (mut trial, left_out) = fill(&Choice { basis, wishes, taken }, clinic)?;
    trial.plan.sessions = calendar(&trial.plan, clinic, catalog, taken);
    let owed = trial.owed.clone();
    write(plan, trial.plan)?;
    Ok((owed, left_out))
}

/// The best calendar for the modules as they are prescribed now.
fn calendar(plan: &Plan, clinic: &Clinic, catalog: &Catalog, taken: &Taken) -> Vec<Session> {
    let request = lay::Request { plan, clinic, catalog, from: None, taken, language: Language::English };
    lay::lay_somehow(request, EFFORT)
}

/// What would fill the weeks of a plan, as a draft fills them; the modules that it has stay as they are.
pub fn suggest(plan: &Plan, catalog: &Catalog, clinic: Option<&Clinic>) -> Suggested {
    let (links, team) = (links::links(plan, catalog), links::team(plan));
    let choice = Choice {
        basis: Basis { plan, catalog, clinic, team: &team, links: &links },
        wishes: Wishes::default(),
        taken: Taken::NOBODY,
    };
    let Some(clinic) = clinic else { return suggest_by_sum(&choice) };
    // Without wishes there is nothing that the library might not know.
    let Ok((trial, left_out)) = fill(&choice, clinic) else { return Suggested::default() };
    Suggested { modules: trial.plan.modules.into_iter().skip(plan.modules.len()).collect(), left_out }
}

/// Where the clinic's groups are not known there is nothing to try: the doses are added up.
fn suggest_by_sum(choice: &Choice<'_>) -> Suggested {
    let mut left_out = Vec::new();
    let mut chosen = choice.certain(&mut left_out).unwrap_or_default();
    let plan = choice.basis.plan;
    let kept: Minutes = plan.modules.iter().map(|module| hours::weekly(&choice.basis, module)).sum();
    let mut sum = kept;
    let add = |sum: Minutes, dosed: &Dosed<'_>| {
        sum.plus(hours::weekly(&choice.basis, &choice.basis.prescribed(ModuleId::default(), dosed)))
    };
    sum = chosen.iter().fold(sum, add);
    let aim = hours::aimed_at(plan).unwrap_or_default();
    for dosed in choice.helpful(&chosen) {
        if sum >= aim {
            break;
        }
        sum = add(sum, &dosed);
        chosen.push(dosed);
    }
    let mut modules: Vec<PlacedModule> =
        chosen.iter().map(|dosed| choice.basis.prescribed(ModuleId::default(), dosed)).collect();
    link_the_rest(plan, &mut modules, choice.basis.links);
    Suggested { modules, left_out }
}

fn fill(choice: &Choice<'_>, clinic: &Clinic) -> Result<(Trial, Vec<LeftOut>), DraftError> {
    let catalog = choice.basis.catalog;
    let mut left_out = Vec::new();
    let mut chosen = choice.certain(&mut left_out)?;
    let mut helpful = choice.helpful(&chosen).into_iter();
    let mut trial = place(choice, clinic, &chosen);
    while hours::are_short(&trial.plan, catalog, clinic) {
        match helpful.next() {
            Some(dosed) => chosen.push(dosed),
            None => match choice.raised(&chosen) {
                Some(raised) => chosen = raised,
                None => break,
            },
        }
        trial = place(choice, clinic, &chosen);
    }
    let without: Vec<Slug> = without_sessions(&trial.plan, choice.basis.plan.modules.len());
    if !without.is_empty() {
        chosen.retain(|dosed| !without.contains(&dosed.module.slug));
        left_out.extend(without.into_iter().map(|module| LeftOut { module, why: WhyLeftOut::NoPlace }));
        trial = place(choice, clinic, &chosen);
    }
    let mut added = trial.plan.modules.split_off(choice.basis.plan.modules.len());
    link_the_rest(choice.basis.plan, &mut added, choice.basis.links);
    trial.plan.modules.extend(added);
    Ok((trial, left_out))
}

/// The plan with what is chosen, all of it on a calendar of its own.
fn place(choice: &Choice<'_>, clinic: &Clinic, chosen: &[Dosed<'_>]) -> Trial {
    let mut plan = choice.basis.plan.clone();
    let (kept, first) = (plan.modules.len(), plan.next_id().max(1));
    plan.modules.extend((first..).zip(chosen).map(|(id, dosed)| choice.basis.prescribed(ModuleId(id), dosed)));
    plan.sessions.clear();
    let placement = first_placement(&plan, clinic, choice.basis.catalog, choice.taken);
    plan.sessions = placement.sessions;
    for module in plan.modules.iter_mut().skip(kept) {
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

/// Objectives that no module works on go to the first one that is added, which the needs put first for that reason.
fn link_the_rest(plan: &Plan, added: &mut [PlacedModule], links: &[(ObjectiveId, Vec<Slug>)]) {
    let served = |objective: &ObjectiveId| {
        plan.modules.iter().chain(added.iter()).any(|module| module.objectives.contains(objective))
    };
    let loose: Vec<ObjectiveId> =
        links.iter().map(|(objective, _)| *objective).filter(|objective| !served(objective)).collect();
    if let Some(first) = added.first_mut() {
        first.objectives.extend(loose);
        first.objectives.sort_unstable();
    }
}

fn without_sessions(plan: &Plan, kept: usize) -> Vec<Slug> {
    let added = plan.modules.iter().skip(kept);
    let empty = added.filter(|module| plan.sessions_of(module.id).next().is_none());
    empty.map(|module| module.slug.clone()).collect()
}

/// Makes the trial's modules and sessions in the plan; the plan gives them the ids that the trial foresaw.
fn write(plan: &mut Plan, trial: Plan) -> Result<(), DraftError> {
    let modules = trial.modules.into_iter().map(|module| Edit::Modules(ListEdit::Add(module)));
    let sessions = trial.sessions.into_iter().map(|session| Edit::Sessions(ListEdit::Add(session)));
    make(plan, &Edit::Together(modules.chain(sessions).collect()))?;
    Ok(())
}
