//! How it goes: scores over time, alerts, objectives, what was delivered, what is due, and what a review drafts.
//!
//! Pure functions of a plan, a catalog and a day; thresholds, bands and clocks come from the catalog alone.

mod alerts;

pub use alerts::{Alert, AlertState, alerts, open_alerts, raised, safety_answer};
