//! The places of the program, one module each.

pub mod document;
pub mod goals;
pub mod home;
pub mod intake;
pub mod modules;
pub mod review;
pub mod schedule;
