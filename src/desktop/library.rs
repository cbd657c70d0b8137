//! The catalog that the windows plan from, read once.

use std::sync::LazyLock;

use crate::catalog::{Catalog, builtin};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| builtin().0);

/// The catalog. The worker reads it when it starts; whoever comes earlier waits for that.
pub fn catalog() -> &'static Catalog {
    &CATALOG
}
