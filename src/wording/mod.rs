//! Every sentence that the program says, in English and Spanish: total functions over the lower layers' types.
//!
//! Screen, paper and command line name things alike because they ask the same function.

pub mod census;
pub mod changes;
mod disk;
pub mod edits;
pub mod faults;
pub mod files;
pub mod findings;
pub mod history;
pub mod intake;
pub mod paper;
pub mod progress;
pub mod report;
pub mod screen;
pub mod terms;
pub mod time;
pub mod timetable;
