//! What is said: a pure function from a plan to blocks.

mod after;
pub(super) mod blocks;
mod clinical;
mod discreet;
mod patient;
mod week;

use super::{Edition, Request};
use crate::plan::Standing;
use crate::wording::paper;
use blocks::Content;

pub(super) fn content(request: &Request) -> Content {
    match request.edition {
        Edition::Patient => patient::content(request),
        Edition::Clinical => clinical::content(request),
    }
}

fn watermark(request: &Request) -> Option<String> {
    match request.plan.course.standing {
        Standing::Draft => Some(paper::draft(request.language).to_owned()),
        Standing::InEffect(_) => None,
    }
}
