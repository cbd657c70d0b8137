//! The timetable engine: reads a problem in small numbers, finds the best timetable tier by tier, or says what clashes.
//!
//! It knows nothing of plans, catalogs, clocks, threads or words; work is counted, never timed, so that the same problem
//! has the same answer everywhere.

mod aims;
mod answer;
mod book;
mod count;
mod court;
mod fill;
mod give;
mod instance;
mod loads;
mod model;
mod moves;
mod offer;
mod precheck;
mod problem;
mod rule;
mod sat;
mod score;
mod search;
mod sheet;
mod solve;
mod why;

pub use answer::{
    Answer, Culprit, Effort, Give, Go, Place, Progress, Relaxation, Shortfall, Tier, TierResult, Timetable, WhyNot,
};
pub use instance::{
    Band, DayOf, Fixed, FormatText, Instance, ModuleText, Named, Offering, Precedence, Program, ProviderText, Room,
    Span, SpecialWeek, Window,
};
pub use moves::{Move, moves};
pub use precheck::precheck;
pub use problem::{Candidate, Fault, ModuleIx, Placement, Problem, WhoIx};
pub use rule::{Ease, Order, Rule};
pub use score::{Score, Violation, culprits, evaluate};
pub use search::Hook;
pub use solve::{first, solve};
pub use why::why_not;
