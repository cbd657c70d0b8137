//! What is said: a pure function from a plan to blocks.

mod after;
pub(super) mod blocks;
mod clinical;
mod discreet;
mod patient;
mod week;

use super::{Edition, Request};
use crate::history::Effect;
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
    let is_draft = match (request.effect, request.plan.course.standing) {
        (Some(Effect::Draft | Effect::Revised(_)), _) | (None, Standing::Draft) => true,
        (Some(Effect::InEffect(_)), _) | (None, Standing::InEffect(_)) => false,
    };
    is_draft.then(|| paper::draft(request.language).to_owned())
}
