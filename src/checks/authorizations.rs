//! Findings about authorizations: whether the payer has agreed to every planned day.

use std::collections::BTreeSet;

use super::context::{Context, takes_place};
use super::finding::{AUTHORIZATION, Finding, FindingKind, PROGRAM_RULE, Rubric, error, warning};
use crate::base::Date;
use crate::plan::{Authorization, AuthorizedUnit, Item, Payer, Setting};

/// What is found about authorizations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorizationFinding {
    /// The last authorization has ended, and the stay goes on.
    Expired {
        /// Its last day.
        ended: Date,
    },
    /// The last authorization ends before the last planned day.
    EndsEarly {
        /// Its last day.
        ends: Date,
        /// The last planned day.
        last: Date,
        /// Planned days after its end.
        days: usize,
    },
    /// Planned days lie before or between authorizations.
    DaysUncovered {
        /// How many.
        days: usize,
        /// The first of them.
        first: Date,
    },
    /// More days are planned than units are left.
    UnitsShort {
        /// What is counted.
        unit: AuthorizedUnit,
        /// Days for which no unit is left; each day takes one at least.
        days: usize,
        /// The first of them.
        first: Date,
    },
    /// The day of the payer's own review has passed.
    PayerReviewPassed {
        /// When it was.
        date: Date,
    },
}

impl AuthorizationFinding {
    pub(super) const fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::Expired { .. } => error("authorization-expired", AUTHORIZATION),
            Self::EndsEarly { .. } => warning("authorization-ends-early", AUTHORIZATION),
            Self::DaysUncovered { .. } => warning("days-not-authorized", AUTHORIZATION),
            Self::UnitsShort { .. } => warning("authorized-units-short", AUTHORIZATION),
            Self::PayerReviewPassed { .. } => warning("payer-review-passed", PROGRAM_RULE),
        }
    }
}

/// Findings about authorizations; a payer without any asks for none.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let payers = ctx.plan.coverage.iter().filter(|payer| !payer.authorizations.is_empty());
    let found = payers.flat_map(|payer| {
        let kinds = of_payer(ctx, payer).into_iter();
        kinds.map(|kind| Finding { kind: FindingKind::Authorization(kind), item: Item::Payer(payer.id) })
    });
    found.collect()
}

fn of_payer(ctx: &Context<'_>, payer: &Payer) -> Vec<AuthorizationFinding> {
    let Some(ends) = payer.authorizations.iter().map(|authorization| authorization.to).max() else {
        return Vec::new();
    };
    let days = payable_days(ctx, payer);
    let expired = ctx.today.is_some_and(|today| ends < today && ctx.last.is_some_and(|last| today <= last));
    let spent = spend(&payer.authorizations, &days);
    let mut found = Vec::new();
    if expired {
        found.push(AuthorizationFinding::Expired { ended: ends });
    } else {
        found.extend(ends_early(&days, ends));
    }
    found.extend(uncovered(&spent, ends));
    found.extend(short(&spent));
    found.extend(review_passed(ctx, payer));
    found
}

/// Days of program care that the payer would be billed for.
fn payable_days(ctx: &Context<'_>, payer: &Payer) -> BTreeSet<Date> {
    let is_program_day = |date| {
        ctx.segment_on(date).is_some_and(|segment| match segment.setting {
            Setting::IopAdult | Setting::IopAdolescent | Setting::Php => true,
            Setting::Outpatient => false,
        })
    };
    let counts = |id| ctx.plan.module(id).is_some_and(|module| module.counts.under(payer.counts_as).0 > 0);
    let sessions = ctx.plan.sessions.iter().filter(|s| takes_place(s) && counts(s.module) && is_program_day(s.date));
    sessions.map(|session| session.date).collect()
}

/// What becomes of a planned day.
enum Spent {
    Paid,
    Uncovered(Date),
    NoUnits(Date, AuthorizedUnit),
}

/// Spends one unit a day, of the authorization that ends first: no other order pays for more days.
fn spend(authorizations: &[Authorization], days: &BTreeSet<Date>) -> Vec<Spent> {
    let mut left: Vec<(&Authorization, u16)> =
        authorizations.iter().map(|a| (a, a.approved.saturating_sub(a.used))).collect();
    left.sort_by_key(|(authorization, _)| (authorization.to, authorization.id));
    let spent = days.iter().map(|date| {
        let holds = |(a, _): &&mut (&Authorization, u16)| a.from <= *date && *date <= a.to;
        let mut unit = None;
        for (authorization, units) in left.iter_mut().filter(holds) {
            if *units > 0 {
                *units -= 1;
                return Spent::Paid;
            }
            unit = Some(authorization.unit);
        }
        unit.map_or(Spent::Uncovered(*date), |unit| Spent::NoUnits(*date, unit))
    });
    spent.collect()
}

fn ends_early(days: &BTreeSet<Date>, ends: Date) -> Option<AuthorizationFinding> {
    let last = days.last().copied().filter(|last| ends < *last)?;
    let days = days.iter().filter(|date| ends < **date).count();
    Some(AuthorizationFinding::EndsEarly { ends, last, days })
}

/// Days after the last authorization are told by its end.
fn uncovered(spent: &[Spent], ends: Date) -> Option<AuthorizationFinding> {
    let dates: Vec<Date> = spent
        .iter()
        .filter_map(|spent| match spent {
            Spent::Uncovered(date) if *date < ends => Some(*date),
            Spent::Uncovered(_) | Spent::Paid | Spent::NoUnits(..) => None,
        })
        .collect();
    dates.first().map(|first| AuthorizationFinding::DaysUncovered { days: dates.len(), first: *first })
}

fn short(spent: &[Spent]) -> Option<AuthorizationFinding> {
    let without: Vec<(Date, AuthorizedUnit)> = spent
        .iter()
        .filter_map(|spent| match spent {
            Spent::NoUnits(date, unit) => Some((*date, *unit)),
            Spent::Paid | Spent::Uncovered(_) => None,
        })
        .collect();
    let (first, unit) = *without.first()?;
    Some(AuthorizationFinding::UnitsShort { unit, days: without.len(), first })
}

fn review_passed(ctx: &Context<'_>, payer: &Payer) -> Option<AuthorizationFinding> {
    let today = ctx.today?;
    let running = payer.authorizations.iter().filter(|a| a.from <= today && today <= a.to);
    let date = running.filter_map(|a| a.next_review).filter(|date| *date < today).min()?;
    Some(AuthorizationFinding::PayerReviewPassed { date })
}
