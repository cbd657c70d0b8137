//! How it goes: scores over time, alerts, objectives, what was delivered, what is due, and what a review drafts.
//!
//! Pure functions of a plan, a catalog and a day; thresholds, bands and clocks come from the catalog alone.

mod alerts;
mod decide;
mod delivered;
mod due;
mod make_up;
mod next;
mod objectives;
mod pace;
mod review;
mod scores;

pub use alerts::{Alert, AlertState, alerts, open_alerts, raised, safety_answer};
pub use decide::{Discharging, NewSegment, Readmission, decided, ended, extension, hold, readmission, step};
pub use delivered::{
    Attendance, AuthorizationUse, DeliveredWeek, authorizations, delivered_minutes, missed_weeks, weeks_delivered,
};
pub use due::{Ahead, DAYS_TO_SIGN, Due, DueKind, due, due_on, next_certification, next_review, outlook};
pub use make_up::{MakeUp, Slot, make_ups};
pub use next::{NextReview, NextSource, following, planned_on};
pub use objectives::{Evidence, Proposal, proposals};
pub use pace::{Pace, paces};
pub use review::{Asked, Statement, statements_asked};
pub use scores::{Point, Series, Target, Verdict, series, verdict};
