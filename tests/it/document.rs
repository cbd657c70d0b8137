//! The printed plan, from a plan to bytes.

mod fixture;
