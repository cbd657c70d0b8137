//! Findings about clocks: reviews, certification, the plan itself, its signatures and the person's copy.

use super::context::{Asked, Context};
use super::finding::{Finding, FindingKind, PROGRAM_RULE, Rubric, Rule, error, note, source_or, warning};
use crate::base::{Date, days_after, days_between, is_blank};
use crate::catalog::{PlanPart, ReviewStatement};
use crate::plan::{Guardian, Item, Signer, SignerRole, consenting};
use crate::progress::DAYS_TO_SIGN;

/// A certification is announced so many days before.
const DAYS_BEFORE_CERTIFICATION: i32 = 14;

/// What is found about clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockFinding {
    /// A review should have been held.
    ReviewOverdue {
        /// When it was due.
        due: Date,
    },
    /// A review comes later than a rule pack allows, or not at all.
    ReviewTooLate {
        /// Whose rule.
        rule: Rule,
        /// The last day allowed.
        due: Date,
        /// When the next one is planned.
        planned: Option<Date>,
    },
    /// No review is planned at all.
    NoReview,
    /// A review was held and does not state what a rule pack asks for.
    ReviewIncomplete {
        /// Whose rule.
        rule: Rule,
        /// What it leaves out.
        missing: Vec<ReviewStatement>,
    },
    /// A physician should have certified.
    CertificationOverdue {
        /// Whose rule.
        rule: Rule,
        /// When it was due.
        due: Date,
    },
    /// A physician has to certify soon.
    CertificationAhead {
        /// Whose rule.
        rule: Rule,
        /// When it is due.
        due: Date,
    },
    /// The plan should be in effect.
    PlanOverdue {
        /// Whose rule.
        rule: Rule,
        /// When it was due.
        due: Date,
    },
    /// The plan took effect late.
    PlanLate {
        /// Whose rule.
        rule: Rule,
        /// When it was due.
        due: Date,
        /// When it took effect.
        since: Date,
    },
    /// A plan in effect lacks a signature.
    SignatureMissing {
        /// Whose.
        role: SignerRole,
        /// Since when the plan is in effect.
        since: Date,
    },
    /// A plan in effect has no answer of a guardian whose consent it rests on.
    GuardianMissing {
        /// Their name.
        name: String,
        /// What they are to the person.
        relation: String,
        /// Since when the plan is in effect.
        since: Date,
        /// How many other guardians have answered.
        others: usize,
    },
    /// A plan is in effect, and the person has no copy of it.
    CopyNotGiven {
        /// The rule pack that asks for it.
        asked_by: Option<Rule>,
    },
}

impl ClockFinding {
    pub(super) fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::ReviewOverdue { .. } => error("review-overdue", PROGRAM_RULE),
            Self::ReviewTooLate { rule, .. } => warning("review-too-late", &rule.source),
            Self::ReviewIncomplete { rule, .. } => warning("review-incomplete", &rule.source),
            Self::NoReview => warning("no-review", "42 CFR 424.24(d)(2)"),
            Self::CertificationOverdue { rule, .. } => warning("certification-overdue", &rule.source),
            Self::CertificationAhead { rule, .. } => note("certification-ahead", &rule.source),
            Self::PlanOverdue { rule, .. } => error("plan-overdue", &rule.source),
            Self::PlanLate { rule, .. } => warning("plan-late", &rule.source),
            Self::SignatureMissing { .. } => error("signature-missing", PROGRAM_RULE),
            Self::GuardianMissing { others: 0, .. } => error("guardian-signature-missing", PROGRAM_RULE),
            Self::GuardianMissing { .. } => warning("guardian-signature-missing", PROGRAM_RULE),
            Self::CopyNotGiven { asked_by } => {
                let source = source_or(asked_by.as_ref(), "CARF 2.C");
                if asked_by.is_some() { warning("copy-not-given", source) } else { note("copy-not-given", source) }
            }
        }
    }
}

/// Findings about clocks.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let at = |item| move |kind| Finding { kind: FindingKind::Clock(kind), item };
    let mut found: Vec<Finding> = Vec::new();
    found.extend(plan_due(ctx).map(at(Item::Plan)));
    found.extend([SignerRole::Person, SignerRole::Clinician].iter().filter_map(|role| {
        let since = ctx.in_effect().filter(|_| is_signature_overdue(ctx, *role))?;
        Some(at(Item::Plan)(ClockFinding::SignatureMissing { role: *role, since }))
    }));
    found.extend(guardians(ctx));
    found.extend(ctx.rules.iter().filter_map(|asked| certification(ctx, asked)).map(at(Item::Plan)));
    found.extend(copy(ctx).map(at(Item::Plan)));
    found.extend(reviews(ctx));
    found
}

/// Whether a plan has been in effect too long without the record showing a signature.
pub(super) fn is_signature_overdue(ctx: &Context<'_>, role: SignerRole) -> bool {
    is_time_to_sign_over(ctx) && !ctx.is_documented(role)
}

fn is_time_to_sign_over(ctx: &Context<'_>) -> bool {
    let due = ctx.in_effect().map(|since| days_after(since, DAYS_TO_SIGN));
    due.zip(ctx.today).is_some_and(|(due, today)| due <= today)
}

/// Every guardian signs or refuses on their own.
fn guardians(ctx: &Context<'_>) -> Vec<Finding> {
    let Some(since) = ctx.in_effect().filter(|_| is_time_to_sign_over(ctx)) else { return Vec::new() };
    let has_answered = |guardian: &&Guardian| {
        let (name, standing) = (guardian.name.clone(), guardian.relation.clone());
        Signer { role: SignerRole::Guardian, name, standing }.has_answered(ctx.plan)
    };
    let (answered, silent): (Vec<&Guardian>, Vec<&Guardian>) = consenting(ctx.plan).partition(has_answered);
    let found = silent.into_iter().map(|guardian| {
        let (name, relation) = (guardian.name.clone(), guardian.relation.clone());
        let kind = ClockFinding::GuardianMissing { name, relation, since, others: answered.len() };
        Finding { kind: FindingKind::Clock(kind), item: Item::Guardian(guardian.id) }
    });
    found.collect()
}

/// The strictest pack speaks for all.
fn plan_due(ctx: &Context<'_>) -> Option<ClockFinding> {
    let first = ctx.first?;
    let dues = ctx.rules.iter().filter_map(|asked| Some((ctx.due(first, asked.pack.plan_due?)?, asked)));
    let (due, asked) = dues.min_by_key(|(due, _)| *due)?;
    match (ctx.in_effect(), ctx.today) {
        (Some(since), _) if since > due => Some(ClockFinding::PlanLate { rule: asked.rule(), due, since }),
        (None, Some(today)) if today > due => Some(ClockFinding::PlanOverdue { rule: asked.rule(), due }),
        (Some(_) | None, _) => None,
    }
}

/// A physician's signature starts the clock again.
fn certification(ctx: &Context<'_>, asked: &Asked<'_>) -> Option<ClockFinding> {
    let (today, last) = (ctx.today?, ctx.last?);
    let since = ctx.first?.max(ctx.signed(SignerRole::Physician).unwrap_or(Date::MIN));
    let due = ctx.due(since, asked.pack.certify_every?).filter(|due| *due < last)?;
    let rule = asked.rule();
    match days_between(today, due) {
        days if days < 0 => Some(ClockFinding::CertificationOverdue { rule, due }),
        days if days <= DAYS_BEFORE_CERTIFICATION => Some(ClockFinding::CertificationAhead { rule, due }),
        _ => None,
    }
}

fn copy(ctx: &Context<'_>) -> Option<ClockFinding> {
    let missing = ctx.in_effect().is_some() && ctx.plan.course.copy_given.is_none();
    missing.then(|| ClockFinding::CopyNotGiven { asked_by: ctx.asked_by(PlanPart::CopyGiven) })
}

fn reviews(ctx: &Context<'_>) -> Vec<Finding> {
    let at = |item, kind| Finding { kind: FindingKind::Clock(kind), item };
    let reviews = &ctx.plan.course.reviews;
    let running = ctx.today.filter(|_| ctx.plan.leaving.discharge.is_none());
    let overdue = reviews.iter().filter(|review| review.held.is_none() && running.is_some_and(|d| review.due < d));
    let mut found: Vec<Finding> =
        overdue.map(|review| at(Item::Review(review.id), ClockFinding::ReviewOverdue { due: review.due })).collect();
    let late: Vec<Finding> = ctx.rules.iter().filter_map(|asked| too_late(ctx, asked)).collect();
    if reviews.is_empty() && late.is_empty() {
        found.push(at(Item::Plan, ClockFinding::NoReview));
    }
    found.extend(late);
    found.extend(ctx.rules.iter().flat_map(|asked| incomplete(ctx, asked)));
    found
}

/// Reviews that were held and leave out what a pack asks every review to state.
fn incomplete(ctx: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let held = ctx.plan.course.reviews.iter().filter(|review| review.held.is_some());
    let found = held.filter_map(|review| {
        let states = asked.pack.review_states.iter().copied();
        let missing: Vec<ReviewStatement> = states.filter(|one| is_blank(review.states(*one))).collect();
        if missing.is_empty() {
            return None;
        }
        let kind = ClockFinding::ReviewIncomplete { rule: asked.rule(), missing };
        Some(Finding { kind: FindingKind::Clock(kind), item: Item::Review(review.id) })
    });
    found.collect()
}

/// The first review that breaks a pack's clock; after the last one the clock runs to the end of the stay.
fn too_late(ctx: &Context<'_>, asked: &Asked<'_>) -> Option<Finding> {
    let every = asked.pack.review_every?;
    let (mut since, last) = (ctx.first?, ctx.last?);
    let at = |item, due, planned| {
        let kind = ClockFinding::ReviewTooLate { rule: asked.rule(), due, planned };
        Finding { kind: FindingKind::Clock(kind), item }
    };
    let mut reviews: Vec<_> = ctx.plan.course.reviews.iter().map(|r| (r.held.unwrap_or(r.due), r.id)).collect();
    reviews.sort_unstable();
    for (date, id) in reviews {
        let due = ctx.due(since, every)?;
        if date > due {
            return Some(at(Item::Review(id), due, Some(date)));
        }
        since = since.max(date);
    }
    let due = ctx.due(since, every).filter(|due| *due < last)?;
    Some(at(Item::Plan, due, None))
}
