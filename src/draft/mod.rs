//! From an intake to a complete first plan: goals, objectives, modules and a calendar.

mod intake;

pub use intake::{GoalRequest, Intake, NeedRequest, PayerRequest, ScoreEntry, SegmentRequest, Signer};
