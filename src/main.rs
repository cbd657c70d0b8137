//! Starts Throughline.
fn main() {}
