//! The printed plan: what it says, where it stands on the page, and the PDF.

pub mod page;
