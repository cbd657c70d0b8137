//! The places of the program, one folder or file each.

pub mod document;
pub mod schedule;
pub mod welcome;
