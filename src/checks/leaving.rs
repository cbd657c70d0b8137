//! Findings about leaving well: criteria for discharge, who takes over, and how soon.

use super::context::Context;
use super::finding::{Finding, FindingKind, PROGRAM_RULE, Rubric, Rule, source_or, warning};
use crate::base::{Date, days_between, is_blank};
use crate::catalog::PlanPart;
use crate::plan::{Aftercare, Item};

const CRITERIA: &str = "Joint Commission CTS.03.01.03";
const FOLLOW_UP: &str = "Evernorth concurrent-review outline: 7-day follow-up";

/// The first appointment is to be at most so many days after the last day.
const DAYS_TO_FIRST_APPOINTMENT: i32 = 7;

/// What is found about leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeavingFinding {
    /// Nothing says what has to be true before discharge.
    NoCriteria {
        /// The rule pack that asks for it.
        asked_by: Option<Rule>,
    },
    /// Nobody is named who takes over.
    NoNextProvider {
        /// The rule pack that asks for an aftercare plan.
        asked_by: Option<Rule>,
    },
    /// There is no first appointment after the stay.
    NoFirstAppointment,
    /// The first appointment comes late.
    FirstAppointmentLate {
        /// When it is.
        date: Date,
        /// The last day of the stay.
        last: Date,
        /// Days from the one to the other.
        days: i32,
    },
}

impl LeavingFinding {
    pub(super) fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::NoCriteria { asked_by } => warning("no-discharge-criteria", source_or(asked_by.as_ref(), CRITERIA)),
            Self::NoNextProvider { asked_by } => {
                warning("no-next-provider", source_or(asked_by.as_ref(), PROGRAM_RULE))
            }
            Self::NoFirstAppointment => warning("no-first-appointment", FOLLOW_UP),
            Self::FirstAppointmentLate { .. } => warning("first-appointment-late", FOLLOW_UP),
        }
    }
}

/// Findings about leaving.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let leaving = &ctx.plan.leaving;
    let no_criteria = leaving.criteria.iter().all(|criterion| is_blank(criterion));
    let nobody = is_blank(&leaving.aftercare.next_provider);
    let found = [
        no_criteria.then(|| LeavingFinding::NoCriteria { asked_by: ctx.asked_by(PlanPart::DischargeCriteria) }),
        nobody.then(|| LeavingFinding::NoNextProvider { asked_by: ctx.asked_by(PlanPart::Aftercare) }),
        appointment(ctx, &leaving.aftercare),
    ];
    let found = found.into_iter().flatten();
    found.map(|kind| Finding { kind: FindingKind::Leaving(kind), item: Item::Leaving }).collect()
}

fn appointment(ctx: &Context<'_>, aftercare: &Aftercare) -> Option<LeavingFinding> {
    let Some(appointment) = &aftercare.first_appointment else { return Some(LeavingFinding::NoFirstAppointment) };
    let (date, last) = (appointment.date, ctx.last?);
    let days = days_between(last, date);
    (days > DAYS_TO_FIRST_APPOINTMENT).then_some(LeavingFinding::FirstAppointmentLate { date, last, days })
}
