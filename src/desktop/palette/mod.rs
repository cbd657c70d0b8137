//! The palette: type a few letters of anything, choose it, and it is done or shown.

mod find;

use egui::{Align2, CornerRadius, FontId, Frame, Id, Key, Modal, Modifiers, Rect, Sense, Ui, pos2, vec2};

use super::action::Action;
use super::command::{Command, Situation};
use super::view::ViewCtx;
use super::{keys, theme, widgets};
use crate::wording::screen::Label;
pub use find::{Hit, Leads, find};

/// What is typed and found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// What is typed.
    pub text: String,
    /// What it finds.
    pub hits: Vec<Hit>,
    /// Which of them Enter takes.
    pub at: usize,
}

/// What the palette asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Look for this.
    Type(String),
    /// Enter takes this one now.
    Point(usize),
}

impl Looks {
    /// The palette with nothing typed yet.
    pub fn open(now: Situation<'_>, recent: &[Command]) -> Self {
        Self { hits: find("", now, recent), ..Self::default() }
    }

    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask, now: Situation<'_>, recent: &[Command]) {
        match ask {
            Ask::Type(text) => {
                self.hits = find(&text, now, recent);
                (self.text, self.at) = (text, 0);
            }
            Ask::Point(at) => self.at = at.min(self.hits.len().saturating_sub(1)),
        }
    }
}

const ROW: f32 = 38.0;

/// Draws the palette.
pub fn ui(ctx: &ViewCtx<'_>, looks: &Looks, ui: &Ui) {
    let id = Id::unique("palette");
    let name = ctx.say(Label::Palette);
    let area = Modal::default_area(id).accessible_name(name).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
    let frame = Frame::popup(ui.style()).inner_margin(14);
    let room = ui.ctx().content_rect();
    let moved = ui.ctx().input_mut(|input| {
        let mut key = |key| input.consume_key(Modifiers::NONE, key);
        i32::from(key(Key::ArrowDown)) - i32::from(key(Key::ArrowUp))
    });
    let shown = Modal::new(id).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((room.width() - 60.0).min(600.0));
        let entered = field_ui(ctx, looks, ui);
        ui.add_space(8.0);
        hits_ui(ctx, looks, ui, room.height() - 190.0, Moved { moved, entered });
    });
    if shown.should_close() {
        ctx.send(Action::Dismiss);
    }
}

/// What the keys did in this pass.
#[derive(Clone, Copy)]
struct Moved {
    moved: i32,
    entered: Entered,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Entered {
    Yes,
    No,
}

fn field_ui(ctx: &ViewCtx<'_>, looks: &Looks, ui: &mut Ui) -> Entered {
    let mut text = looks.text.clone();
    let edit = egui::TextEdit::singleline(&mut text)
        .id(Id::unique("palette field"))
        .hint_text(ctx.say(Label::PaletteHint))
        .margin(egui::Margin::symmetric(10, 8))
        .desired_width(f32::INFINITY);
    let field = ui.add(edit).accessible_name(ctx.say(Label::Palette));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !field.has_focus() && !entered && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    if field.changed() {
        ctx.send(Action::Palette(Ask::Type(text)));
    }
    if entered { Entered::Yes } else { Entered::No }
}

fn hits_ui(ctx: &ViewCtx<'_>, looks: &Looks, ui: &mut Ui, height: f32, keys: Moved) {
    if looks.hits.is_empty() {
        ui.label(theme::soft(ctx.say(Label::NothingFound), ctx.tokens));
        return;
    }
    let last = looks.hits.len().saturating_sub(1);
    let at = looks.at.saturating_add_signed(isize::try_from(keys.moved).unwrap_or(0)).min(last);
    if at != looks.at {
        ctx.send(Action::Palette(Ask::Point(at)));
    }
    let height = height.max(ROW * 2.0);
    let mut list = egui::ScrollArea::vertical().id_salt("hits").max_height(height).min_scrolled_height(height);
    if keys.moved != 0 {
        // Rows out of sight are not drawn, so that none of them can ask to be seen.
        #[expect(clippy::cast_precision_loss, reason = "there are at most sixty rows")]
        let middle = at as f32 * ROW - height / 2.0;
        list = list.vertical_scroll_offset(middle.max(0.0));
    }
    // Before the list counts its rows, which it takes to lie as far apart as this.
    ui.spacing_mut().item_spacing.y = 0.0;
    list.show_rows(ui, ROW, looks.hits.len(), |ui, rows| {
        for (row, hit) in looks.hits.iter().enumerate().skip(rows.start).take(rows.len()) {
            hit_ui(ctx, ui, hit, row == at);
        }
    });
    if keys.entered == Entered::Yes
        && let Some(hit) = looks.hits.get(at)
    {
        take(ctx, hit);
    }
}

fn take(ctx: &ViewCtx<'_>, hit: &Hit) {
    if hit.obstacle.is_some() {
        return;
    }
    ctx.send(Action::Dismiss);
    ctx.send(match hit.leads {
        Leads::Do(command) => Action::Do(command),
        Leads::Show(item) => Action::Show(item),
    });
}

fn hit_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, hit: &Hit, here: impl Into<Option<bool>>) {
    let here = here.into();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let why = hit.obstacle.map(|why| ctx.say(why));
    let name = format!("{}, {}", hit.title, why.unwrap_or(&hit.detail));
    let response = widgets::target(ui, rect, ui.scope_id().with(("hit", &name)), &name, here);
    let tokens = ctx.tokens;
    if here == Some(true) || response.hovered() {
        let fill = if here == Some(true) { tokens.chosen } else { tokens.raised };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), CornerRadius::same(6), fill);
    }
    let keys = keys_ui(ctx, ui, rect, hit);
    let room = rect.width() - keys - 24.0;
    let ink = if why.is_some() { tokens.soft } else { tokens.ink };
    let title = widgets::fitted(ui.painter(), &hit.title, FontId::proportional(theme::BODY), ink, (room, 1));
    let below = why.unwrap_or(&hit.detail);
    let left = room - title.size().x - 14.0;
    let middle = rect.center().y;
    ui.painter().galley(pos2(rect.left() + 10.0, middle - title.size().y / 2.0), title.clone(), ink);
    if left > 60.0 {
        let font = FontId::proportional(theme::SMALL);
        let detail = widgets::fitted(ui.painter(), below, font, tokens.soft, (left, 1));
        let at = pos2(rect.left() + 24.0 + title.size().x, middle - detail.size().y / 2.0 + 1.0);
        ui.painter().galley(at, detail, tokens.soft);
    }
    widgets::ring(ui, &response, tokens);
    if response.clicked() {
        take(ctx, hit);
    }
}

/// Draws the keys of a command, and tells how much room they took.
fn keys_ui(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, hit: &Hit) -> f32 {
    let Leads::Do(command) = hit.leads else { return 0.0 };
    let words = keys::said(ctx, ui, command.shortcut());
    let font = FontId::proportional(theme::SMALL);
    let at = rect.right_center() - vec2(10.0, 0.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, words, font, ctx.tokens.soft).width() + 14.0
}
