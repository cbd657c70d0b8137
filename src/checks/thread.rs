//! Findings about the thread: where it breaks between need, goal, objective, module and session.

use super::context::{Context, takes_place};
use super::finding::{Finding, FindingKind, PROGRAM_RULE, Rubric, error, note, warning};
use crate::base::{Date, Direction, ServiceKind, is_blank};
use crate::plan::{Gauge, Goal, Item, Need, NeedStanding, Objective, ObjectiveStatus, PlacedModule, Rendering};

const GOALS: &str = "Joint Commission CTS.03.01.03; CARF 2.C";
const LANGUAGE_ACCESS: &str = "45 CFR part 92 (language access)";
const SERVICES: &str = "42 CFR 424.24(d)(2): type, amount, duration and frequency";

/// What is found about the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThreadFinding {
    /// The plan addresses no need.
    NoNeedAddressed,
    /// An addressed need has no goal.
    NeedWithoutGoal,
    /// A need is not said, or not what shows it.
    NeedWithoutEvidence,
    /// A need is left for later, and nothing says why.
    DeferredWithoutReason,
    /// A need is left for later.
    NeedDeferred {
        /// Why.
        reason: String,
    },
    /// A goal answers no need.
    GoalWithoutNeed,
    /// A goal lacks the person's own words.
    GoalWithoutOwnWords,
    /// A goal has no objective.
    GoalWithoutObjective,
    /// A goal's words are in another language than the record's, without a rendering.
    RenderingMissing {
        /// The language of the words, as a BCP 47 tag.
        language: String,
    },
    /// Nobody answers for a rendering.
    TranslatorMissing,
    /// No module serves an objective.
    ObjectiveWithoutModule,
    /// An objective aims at no improvement.
    TargetNotBetter,
    /// An objective is to be met before or after the stay.
    TargetOutsideStay {
        /// Target date.
        target: Date,
        /// First day of the stay.
        first: Date,
        /// Last day of the stay.
        last: Date,
    },
    /// Where an objective begins is not yet known.
    BaselineMissing,
    /// A module has no sessions.
    ModuleWithoutSessions,
    /// Other than prescribed is scheduled.
    DoseDiffers {
        /// Prescribed sessions.
        prescribed: usize,
        /// Scheduled sessions.
        scheduled: usize,
    },
    /// A module serves no objective.
    ModuleWithoutObjective,
    /// Nobody is responsible for a module.
    ResponsibleMissing,
}

impl ThreadFinding {
    pub(super) const fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::NoNeedAddressed => error("no-need-addressed", PROGRAM_RULE),
            Self::NeedWithoutGoal => error("need-without-goal", GOALS),
            Self::NeedWithoutEvidence => warning("need-without-evidence", PROGRAM_RULE),
            Self::DeferredWithoutReason => warning("deferred-without-reason", PROGRAM_RULE),
            Self::NeedDeferred { .. } => note("need-deferred", PROGRAM_RULE),
            Self::GoalWithoutNeed => warning("goal-without-need", GOALS),
            Self::GoalWithoutOwnWords => error("goal-without-own-words", GOALS),
            Self::GoalWithoutObjective => error("goal-without-objective", "CARF 2.C"),
            Self::RenderingMissing { .. } => warning("rendering-missing", LANGUAGE_ACCESS),
            Self::TranslatorMissing => warning("translator-missing", LANGUAGE_ACCESS),
            Self::ObjectiveWithoutModule => error("objective-without-module", PROGRAM_RULE),
            Self::TargetNotBetter => error("target-not-better", "CARF 2.C: measurable objectives"),
            Self::TargetOutsideStay { .. } => error("target-outside-stay", "CARF 2.C: time-specific objectives"),
            Self::BaselineMissing => note("baseline-missing", "Joint Commission CTS.03.01.09"),
            Self::ModuleWithoutSessions => error("module-without-sessions", SERVICES),
            Self::DoseDiffers { .. } => warning("dose-differs", SERVICES),
            Self::ModuleWithoutObjective => warning("module-without-objective", PROGRAM_RULE),
            Self::ResponsibleMissing => warning("responsible-missing", "42 CFR 482.61; CARF 2.C"),
        }
    }
}

/// Findings about the thread.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let at = |item| move |kind| Finding { kind: FindingKind::Thread(kind), item };
    let mut found: Vec<Finding> = Vec::new();
    if !ctx.plan.needs.iter().any(is_addressed) {
        found.push(at(Item::Plan)(ThreadFinding::NoNeedAddressed));
    }
    for need in &ctx.plan.needs {
        found.extend(of_need(ctx, need).into_iter().map(at(Item::Need(need.id))));
    }
    for goal in &ctx.plan.goals {
        found.extend(of_goal(goal).into_iter().map(at(Item::Goal(goal.id))));
        for objective in goal.objectives.iter().filter(|objective| is_pursued(objective)) {
            found.extend(of_objective(ctx, objective).into_iter().map(at(Item::Objective(objective.id))));
        }
    }
    for module in &ctx.plan.modules {
        found.extend(of_module(ctx, module).into_iter().map(at(Item::Module(module.id))));
    }
    found
}

const fn is_addressed(need: &Need) -> bool {
    match need.standing {
        NeedStanding::Addressed => true,
        NeedStanding::Deferred(_) => false,
    }
}

fn of_need(ctx: &Context<'_>, need: &Need) -> Vec<ThreadFinding> {
    let unsaid = is_blank(&need.problem) || is_blank(&need.evidence);
    let evidence = unsaid.then_some(ThreadFinding::NeedWithoutEvidence);
    let standing = match &need.standing {
        NeedStanding::Addressed => {
            let answered = ctx.plan.goals.iter().any(|goal| goal.needs.contains(&need.id));
            (!answered).then_some(ThreadFinding::NeedWithoutGoal)
        }
        NeedStanding::Deferred(reason) if is_blank(reason) => Some(ThreadFinding::DeferredWithoutReason),
        NeedStanding::Deferred(reason) => Some(ThreadFinding::NeedDeferred { reason: reason.clone() }),
    };
    standing.into_iter().chain(evidence).collect()
}

fn of_goal(goal: &Goal) -> Vec<ThreadFinding> {
    let found = [
        goal.needs.is_empty().then_some(ThreadFinding::GoalWithoutNeed),
        is_blank(&goal.own_words).then_some(ThreadFinding::GoalWithoutOwnWords),
        goal.objectives.is_empty().then_some(ThreadFinding::GoalWithoutObjective),
        rendering(goal),
    ];
    found.into_iter().flatten().collect()
}

fn rendering(goal: &Goal) -> Option<ThreadFinding> {
    let primary = goal.language.trim().split(['-', '_']).next().unwrap_or_default();
    if primary.is_empty() || primary.eq_ignore_ascii_case("en") {
        return None;
    }
    match &goal.rendering {
        Some(Rendering { text, translator, .. }) if !is_blank(text) => {
            is_blank(translator).then_some(ThreadFinding::TranslatorMissing)
        }
        Some(_) | None => Some(ThreadFinding::RenderingMissing { language: goal.language.clone() }),
    }
}

/// Whether an objective is neither put off nor given up.
const fn is_pursued(objective: &Objective) -> bool {
    match objective.status {
        ObjectiveStatus::NotStarted
        | ObjectiveStatus::InProgress
        | ObjectiveStatus::PartlyMet
        | ObjectiveStatus::Met => true,
        ObjectiveStatus::Deferred | ObjectiveStatus::Discontinued => false,
    }
}

fn of_objective(ctx: &Context<'_>, objective: &Objective) -> Vec<ThreadFinding> {
    let is_met = objective.status == ObjectiveStatus::Met;
    let served = ctx.plan.modules.iter().any(|module| module.objectives.contains(&objective.id));
    let found = [
        (!is_met && !served).then_some(ThreadFinding::ObjectiveWithoutModule),
        aim(&objective.gauge),
        target_date(ctx, objective).filter(|_| !is_met),
    ];
    found.into_iter().flatten().collect()
}

/// A rating or a count does not say which way is better, so for these only standing still is found.
fn aim(gauge: &Gauge) -> Option<ThreadFinding> {
    let unless = |better: Option<bool>| match better {
        Some(true) => None,
        Some(false) => Some(ThreadFinding::TargetNotBetter),
        None => Some(ThreadFinding::BaselineMissing),
    };
    match gauge {
        Gauge::Score { direction: Direction::LowerIsBetter, baseline, target, .. } => {
            unless(baseline.map(|baseline| *target < baseline))
        }
        Gauge::Score { direction: Direction::HigherIsBetter, baseline, target, .. } => {
            unless(baseline.map(|baseline| *target > baseline))
        }
        Gauge::Rating { baseline, target, .. } => unless(baseline.map(|baseline| *target != baseline)),
        Gauge::Count { baseline, target, .. } => unless(baseline.map(|baseline| *target != baseline)),
        Gauge::Milestone { .. } => None,
    }
}

fn target_date(ctx: &Context<'_>, objective: &Objective) -> Option<ThreadFinding> {
    let (target, first, last) = (objective.target_date, ctx.first?, ctx.last?);
    let outside = target < first || last < target;
    outside.then_some(ThreadFinding::TargetOutsideStay { target, first, last })
}

fn of_module(ctx: &Context<'_>, module: &PlacedModule) -> Vec<ThreadFinding> {
    let nobody = module.responsible.as_ref().is_none_or(|staff| is_blank(&staff.name));
    let unlinked = module.objectives.is_empty() && is_for_objectives(module.kind);
    let found = [
        dose(ctx, module),
        unlinked.then_some(ThreadFinding::ModuleWithoutObjective),
        nobody.then_some(ThreadFinding::ResponsibleMissing),
    ];
    found.into_iter().flatten().collect()
}

/// Missed sessions may be made up for: they count towards too few, and not towards too many.
fn dose(ctx: &Context<'_>, module: &PlacedModule) -> Option<ThreadFinding> {
    let prescribed = usize::from(module.sessions);
    let kept = ctx.kept(module.id).count();
    let held = ctx.kept(module.id).filter(|session| takes_place(session)).count();
    match kept {
        0 => Some(ThreadFinding::ModuleWithoutSessions),
        _ if ctx.plan.leaving.discharge.is_some() => None,
        _ if kept < prescribed => Some(ThreadFinding::DoseDiffers { prescribed, scheduled: kept }),
        _ if held > prescribed => Some(ThreadFinding::DoseDiffers { prescribed, scheduled: held }),
        _ => None,
    }
}

/// Reviews and screens serve the plan as a whole.
fn is_for_objectives(kind: ServiceKind) -> bool {
    kind != ServiceKind::Review
}
