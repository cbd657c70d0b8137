//! Findings about a plan, each with its rule and source.
