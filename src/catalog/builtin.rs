//! The catalog that the program ships: every file of `assets/`, compiled in.

use super::{Catalog, Problem};

/// Every catalog file that the program ships, with its text.
pub const FILES: &[(&str, &str)] = &[];

/// The catalog that the program ships, and what is wrong with it (nothing, as a test shows).
pub fn builtin() -> (Catalog, Vec<Problem>) {
    let mut catalog = Catalog::default();
    let problems = catalog.add(FILES.iter().copied());
    (catalog, problems)
}
