//! Throughline builds individualized treatment plans for intensive outpatient programs.

pub mod base;
pub mod catalog;
pub mod checks;
pub mod desktop;
pub mod document;
pub mod draft;
pub mod plan;
pub mod samples;
pub mod schedule;
pub mod storage;
pub mod wording;
