//! Throughline builds individualized treatment plans for intensive outpatient programs.
//!
//! ```text
//! main ──► command ─┐                  assets/*.ron        plans/*.ron
//!          desktop ─┤                       │                   │
//!                   ▼                       ▼                   ▼
//!               document                 catalog            (storage)
//!                   └──────── wording ──────┤
//!                  checks · draft · storage │
//!               history · progress · schedule
//!                               plan ───────┘
//!                                 │
//!                               base
//! ```
//!
//! Arrows and lines point down to what may be imported; nothing imports upwards, and `desktop` and `command` never see
//! each other. A test reads `src/` and holds every file to it.
//!
//! # A tour
//!
//! [`plan`] is the heart: a [`Plan`](plan::Plan) is plain data, and [`apply`](plan::apply) is the only function that
//! changes one. [`catalog`] is what may be planned; [`draft`] turns an intake and a catalog into a plan, with
//! [`schedule`] for its calendar. [`checks`] says what is wrong with a plan, as data. [`storage`] keeps plans in files.
//! [`progress`] says how it goes, and [`history`] keeps what was signed and tells two versions apart.
//! [`wording`] turns facts into sentences in two languages, and [`document`] turns a plan into pages and a PDF.
//! [`command`] and [`desktop`] are two ways to ask for all that.
//!
//! # Invariants
//!
//! **The core has no clock, no randomness and no hash order.** What day it is comes in as an argument; the same input
//! gives the same bytes.
//!
//! **A plan contradicts nothing inside itself.** Ids are unique, every reference finds what it names; no edit can break
//! that and no damaged file opens. A plan that contradicts the world (two sessions at once, a missing signature) is a
//! plan with findings, not an error.
//!
//! **A plan keeps the text that was prescribed.** A placed module carries its topics, minutes and dose with it, so that a
//! newer catalog never rewrites a plan; `plan` does not know the catalog.
//!
//! **What was signed stays.** A version is a frozen text in a chain of hashes; undo does not cross a signature, and what
//! was measured is never removed.
//!
//! **A file on disk is the old one or the new one, whole.**
//!
//! **Nothing leaves the machine.** There is no network code.

pub mod base;
pub mod catalog;
pub mod checks;
pub mod command;
pub mod desktop;
pub mod document;
pub mod draft;
pub mod history;
pub mod plan;
pub mod progress;
pub mod samples;
pub mod schedule;
pub mod storage;
pub mod wording;
