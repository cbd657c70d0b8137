//! What may be planned: modules, measures, presenting needs, rule packs and clinics, as data.
//!
//! Texts come in as `&str`; this layer opens no file. Each entry is one RON file in the folder of its sort
//! (`modules/`, `measures/`, `needs/`, `packs/`, `clinics/`), named after its slug.

mod builtin;
mod check;
mod clinic;
mod load;
mod measure;
mod module;
mod need;
mod pack;
pub mod read;

pub use builtin::{FILES, builtin};
pub use clinic::{Block, Clinic, Entry, Holiday, Hours, OnClosure, Provider, Room, Track};
pub use load::{Catalog, Problem, ProblemKind};
pub use measure::{Band, Change, CompletedBy, Cut, Level, Measure, SafetyItem, ShipText, Subscale};
pub use module::{Ages, Dose, GroupBounds, Module, Order, Phase, Prerequisite};
pub use need::{DiagnosisHint, GoalTemplate, ObjectiveTemplate, PresentingNeed, Suggestion, TargetTemplate, Weight};
pub use pack::{Due, PlanPart, ReviewStatement, RulePack};
