//! What is said: a pure function from a plan to blocks.

pub(super) mod blocks;

use super::Request;
use blocks::{Block, Content, Footer};

pub(super) fn content(request: &Request) -> Content {
    Content {
        title: request.plan.person.called().to_owned(),
        blocks: vec![Block::Heading(1, "X".to_owned())],
        footer: Footer { lines: vec![], page: ["Page", "of"] },
        watermark: None,
    }
}
