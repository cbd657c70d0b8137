//! Signed versions of a plan: frozen, numbered, chained by their hashes, and what changed between any two.
//!
//! **Invariant**: a version is a text. Its hash is taken over that very text and never over a plan that was written
//! again, so that a later program judges an old signature as the program did that made it.

mod change;
mod chart;
mod delta;
mod diff;
mod frozen;
mod hash;
mod lists;
mod parts;
mod restore;
mod sign;
mod version;

pub use change::{Change, diff, patch};
pub use chart::{Chart, Effect, Mark};
pub use diff::{Differs, Swap};
pub use hash::{Hash, HashError};
pub use lists::ListChange;
pub use parts::{
    AddendumChange, AftercareChange, AuthorizationChange, CourseChange, DiagnosisChange, FrameChange, GoalChange,
    LeavingChange, MedicationChange, ModuleChange, NeedChange, ObjectiveChange, PayerChange, PersonChange,
    ProgramChange, ReleaseChange, ResultChange, ReviewChange, SegmentChange, SessionChange, SignOffChange,
    SupportChange,
};
pub use restore::restored;
pub use sign::{CannotSign, Signing};
pub use version::{Broken, Sealed, Version, verify};
