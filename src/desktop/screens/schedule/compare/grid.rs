//! The grid of a comparison: rows as high as their tallest cell, and cells that can be read one by one.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Id, Rangef, Rect, Role, Sense, Ui, UiBuilder, vec2};

use crate::desktop::theme::{self, Tokens};
use crate::desktop::view::{Room, ViewCtx};

/// Kept free for the bar of what scrolls.
const BAR: f32 = 12.0;
const LEAST: f32 = 172.0;
const MOST: f32 = 280.0;
/// Above and below the text of a cell.
pub(super) const PAD: f32 = 5.5;
/// Between the texts of neighboring columns.
pub(super) const GAP: f32 = 18.0;
/// One cell: its lines as they look, and as they are read out.
pub(super) struct Cell {
    pub(super) job: LayoutJob,
    pub(super) spoken: String,
    /// What is left free for a picture.
    pub(super) above: f32,
}

/// Where rows and columns stand.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    label: f32,
    pub(super) column: f32,
    columns: usize,
}

impl Grid {
    pub(super) fn new(ctx: &ViewCtx<'_>, ui: &Ui, columns: usize) -> Self {
        let label = if ctx.room == Room::Tight { 112.0 } else { 212.0 };
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let column = ((ui.available_width() - label - BAR) / columns as f32).clamp(LEAST, MOST);
        Self { label, column, columns }
    }

    pub(super) fn width(self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let columns = self.columns as f32;
        self.label + self.column * columns
    }

    /// The part of a row that a column has.
    pub(super) fn cell(self, row: Rect, number: usize) -> Rect {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let left = row.left() + self.label + self.column * number as f32;
        Rect::from_x_y_ranges(Rangef::new(left, left + self.column), row.y_range())
    }

    pub(super) fn head(self, row: Rect) -> Rect {
        Rect::from_x_y_ranges(Rangef::new(row.left(), row.left() + self.label), row.y_range())
    }
}

/// How words look.
#[derive(Clone, Copy)]
pub(super) enum Style {
    Plain,
    Strong,
    Soft,
    Best,
    BestWord,
    /// First what is not, then why.
    No,
}

impl Style {
    fn format(self, tokens: &Tokens) -> TextFormat {
        let semibold = |size| FontId::new(size, theme::semibold());
        let (font, color): (FontId, Color32) = match self {
            Self::Plain => (FontId::proportional(theme::BODY), tokens.ink),
            Self::Strong | Self::No => (semibold(theme::BODY), tokens.ink),
            Self::Soft => (FontId::proportional(theme::SMALL), tokens.soft),
            Self::Best => (semibold(theme::BODY), tokens.accent),
            Self::BestWord => (semibold(theme::SMALL), tokens.accent),
        };
        TextFormat { font_id: font, color, valign: egui::Align::BOTTOM, ..TextFormat::default() }
    }
}

pub(super) fn append(job: &mut LayoutJob, text: &str, ctx: &ViewCtx<'_>, style: Style) {
    job.append(text, 0.0, style.format(ctx.tokens));
}

pub(super) fn words(ctx: &ViewCtx<'_>, lines: &[&str], style: Style, spoken: &str) -> Cell {
    let mut job = LayoutJob::default();
    for (number, line) in lines.iter().enumerate() {
        let style = if number > 0 && matches!(style, Style::No) { Style::Plain } else { style };
        let ends = if number + 1 < lines.len() { "\n" } else { "" };
        append(&mut job, &format!("{line}{ends}"), ctx, style);
    }
    Cell { job, spoken: spoken.to_owned(), above: 0.0 }
}

/// What a row is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Head,
    Body,
}

/// One row, laid out: as high as its tallest cell.
pub(super) struct Row {
    cells: Vec<(Cell, Arc<Galley>)>,
    kind: Kind,
    pub(super) height: f32,
}

impl Row {
    pub(super) fn new(ui: &Ui, grid: Grid, head: Cell, cells: Vec<Cell>, kind: Kind) -> Self {
        let laid = |cell: Cell, width: f32| {
            let mut job = cell.job.clone();
            job.wrap.max_width = width - GAP;
            let galley = ui.painter().layout_job(job);
            (cell, galley)
        };
        let others = cells.into_iter().map(|cell| laid(cell, grid.column));
        let cells: Vec<(Cell, Arc<Galley>)> = core::iter::once(laid(head, grid.label)).chain(others).collect();
        let tallest = cells.iter().map(|(cell, galley)| galley.size().y + cell.above).fold(0.0, f32::max);
        Self { cells, kind, height: tallest + PAD * 2.0 }
    }

    /// Shows the row; returns where it stands.
    pub(super) fn show(self, ctx: &ViewCtx<'_>, ui: &mut Ui, grid: Grid) -> Rect {
        let (row, _) = ui.allocate_exact_size(vec2(grid.width(), self.height), Sense::hover());
        if self.kind != Kind::Head {
            ui.painter().hline(row.x_range(), row.top(), ctx.tokens.hairline());
        }
        let name = self.cells.first().map_or("", |(cell, _)| cell.spoken.as_str());
        let builder = UiBuilder::new().max_rect(row).id_salt(name).accessibility_role(Role::Row);
        // The row has its place already: a part of the window that only names what is in it takes none.
        let inner = ui.new_child(builder);
        for (at, (cell, galley)) in self.cells.into_iter().enumerate() {
            match at.checked_sub(1) {
                None => cell_ui(&inner, grid.head(row), &cell, galley, Role::RowHeader),
                Some(number) => cell_ui(&inner, grid.cell(row, number), &cell, galley, self.kind.role()),
            }
        }
        row
    }
}

impl Kind {
    const fn role(self) -> Role {
        match self {
            Self::Head => Role::ColumnHeader,
            Self::Body => Role::Cell,
        }
    }
}

fn cell_ui(ui: &Ui, rect: Rect, cell: &Cell, galley: Arc<Galley>, role: Role) {
    ui.painter().galley(rect.min + vec2(0.0, PAD + cell.above), galley, Color32::PLACEHOLDER);
    if cell.spoken.is_empty() {
        return;
    }
    let id: Id = ui.scope_id().with((rect.left().to_bits(), &cell.spoken));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, &cell.spoken));
}
