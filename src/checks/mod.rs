//! Findings: facts that make a plan impossible or incomplete, each with its rule and where the rule comes from.
//!
//! A plan with contradictions is a plan with findings, not an error. Findings are data; `wording` says them.
//! Rules of hours, days and clocks come from the rule packs of the plan's payers, never from constants here.

mod authorizations;
mod calendar;
mod clocks;
mod context;
mod finding;
mod frame;
mod hours;
mod known;
mod leaving;
mod measures;
mod order;
mod parts;
mod person;
mod shape;
mod thread;

pub use authorizations::AuthorizationFinding;
pub use calendar::CalendarFinding;
pub use clocks::ClockFinding;
pub use finding::{
    AUTHORIZATION, CALENDAR, CATALOG, CODES, Finding, FindingKind, Level, PROGRAM_RULE, PayerOrder, Rule,
};
pub use frame::FrameFinding;
pub use hours::HoursFinding;
pub use known::KnownFinding;
pub use leaving::LeavingFinding;
pub use measures::MeasureFinding;
pub use parts::{CoreService, PartFinding};
pub use person::PersonFinding;
pub use shape::Shortened;
pub use thread::ThreadFinding;

use crate::base::Date;
use crate::catalog::Catalog;
use crate::plan::Plan;
use context::Context;

/// All findings about a plan: errors first, then warnings, then notes, each in the order of the plan's parts.
///
/// Without `today` nothing is overdue, late or expired.
pub fn findings(plan: &Plan, catalog: &Catalog, today: Option<Date>) -> Vec<Finding> {
    let ctx = Context::new(plan, catalog, today);
    let mut found = person::check(&ctx);
    found.extend(frame::check(&ctx));
    found.extend(thread::check(&ctx));
    found.extend(known::check(&ctx));
    found.extend(calendar::check(&ctx));
    found.extend(hours::check(&ctx));
    found.extend(measures::check(&ctx));
    found.extend(clocks::check(&ctx));
    found.extend(authorizations::check(&ctx));
    found.extend(parts::check(&ctx));
    found.extend(leaving::check(&ctx));
    order::sort(plan, &mut found);
    found
}
