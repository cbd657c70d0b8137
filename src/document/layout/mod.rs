//! Where everything stands: content and font metrics in, pages of marks out.

mod flow;
mod foot;
mod panel;
mod piece;
mod prose;
mod sign;
mod table;
mod theme;
mod week;

use super::compose::blocks::{Block, Content};
use super::page::{Element, Pages, Role};
use super::text::Setter;
use super::{Edition, Paper};
use piece::{Piece, Start};
use theme::Sheet;

/// What every part of layout needs: the type setter, the sheet, and the structure that grows as it goes.
pub(super) struct Ctx {
    setter: Setter,
    elements: Vec<Element>,
    edition: Edition,
    sheet: Sheet,
}

impl Ctx {
    fn element(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.elements.push(Element { role, parent });
        self.elements.len() - 1
    }
}

/// Lays a document out; the caller adds what is not to be seen.
pub(super) fn pages(content: &Content, edition: Edition, paper: Paper) -> Pages {
    let sheet = Sheet::new(paper);
    let mut ctx = Ctx { setter: Setter::new(), elements: Vec::new(), edition, sheet };
    let pieces = blocks(&mut ctx, &content.blocks, sheet.text_width(), None);
    let (mut pages, outline) = flow::pages(pieces, sheet);
    foot::add(&mut ctx, &mut pages, content);
    Pages {
        title: super::text::clean(&content.title),
        language: String::new(),
        pages,
        missing: ctx.setter.missing(),
        elements: ctx.elements,
        outline,
        author: String::new(),
        dated: None,
    }
}

fn blocks(ctx: &mut Ctx, blocks: &[Block], width: f32, parent: Option<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut start = Start::Here;
    for block in blocks {
        match block {
            Block::NewPage => start = Start::NewPage,
            Block::Space(height) => pieces.push(Piece::space(*height)),
            other => {
                let mut laid = lay(ctx, other, width, parent);
                if let Some(first) = laid.first_mut().filter(|_| start == Start::NewPage) {
                    first.start = Start::NewPage;
                    start = Start::Here;
                }
                pieces.append(&mut laid);
            }
        }
    }
    pieces
}

fn lay(ctx: &mut Ctx, block: &Block, width: f32, parent: Option<usize>) -> Vec<Piece> {
    match block {
        Block::Heading(level, text) => vec![prose::heading(ctx, *level, text, width, parent)],
        Block::Text(text) => prose::text(ctx, text, width, parent),
        Block::Quote(text) => vec![prose::quote(ctx, text, width, parent)],
        Block::List(marker, entries) => prose::list(ctx, *marker, entries, width, parent),
        Block::Facts(facts) => table::facts(ctx, facts, width, parent),
        Block::Table(content) => table::table(ctx, content, width, parent),
        Block::Columns(columns) => panel::columns(ctx, columns, width, parent),
        Block::Whole(inside) => panel::whole(ctx, inside, width, parent),
        Block::Keep(inside) => panel::keep(ctx, inside, width, parent),
        Block::Card(tone, inside) => panel::card(ctx, *tone, inside, width, parent),
        Block::Weeks(weeks, notes) => week::weeks(ctx, weeks, notes, width, parent),
        Block::Signatures(signatures) => sign::all(ctx, signatures, width, parent),
        Block::Lines(count) => sign::ruled(*count, width),
        Block::NewPage | Block::Space(_) => Vec::new(),
    }
}
