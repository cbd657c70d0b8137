//! Who is this for? Person, frame, coverage and dates, as short pages in the order of the conversation.

mod availability;
mod clinical;
mod coverage;
mod field;
mod health;
pub mod lacks;
mod leaving;
mod own_words;
pub mod page;
mod pages;
mod person;
mod program;
mod record;
mod releases;
mod safety;
mod scores;
mod segment;

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::{Fold, Place};
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{keys, theme, widgets};
use crate::plan::Item;
use crate::wording::screen::IntakeLabel;
use crate::wording::screen::intake::next_to;
use field::Form;
use page::Page;

/// How this place is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    /// The page that is shown.
    pub page: Page,
    /// The row that is open, by the number of its record.
    pub row: Option<u32>,
    /// The field that gets the keyboard next.
    pub aim: Option<IntakeLabel>,
    /// Whether measures beside the usual ones are shown.
    pub measures: Fold,
    /// The selection to which the page was turned last.
    pub followed: Option<Item>,
}

impl Default for Looks {
    fn default() -> Self {
        Self { page: Page::default(), row: None, aim: None, measures: Fold::Folded, followed: None }
    }
}

/// What this place asks about its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Show a page, with the keyboard in this field.
    Turn(Page, IntakeLabel),
    /// Open the row of this record, or close it.
    Row(Option<u32>),
    /// Open the row of a record that was just added, with the keyboard in this field.
    Added(u32, IntakeLabel),
    /// The keyboard is where it was to go: at this control.
    Arrived(IntakeLabel),
    /// Show or hide the measures beside the usual ones.
    Measures,
    /// Something else was selected: turn to its page.
    Follow(Option<Item>),
}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Turn(page, field) => {
                if page != self.page {
                    self.row = None;
                }
                (self.page, self.aim) = (page, Some(field));
            }
            Ask::Row(row) => self.row = row,
            Ask::Added(row, field) => (self.row, self.aim) = (Some(row), Some(field)),
            // Where it was to go since then stays, for whoever turns pages faster than they are drawn.
            Ask::Arrived(label) => self.aim = self.aim.filter(|aim| *aim != label),
            Ask::Measures => {
                self.measures = match self.measures {
                    Fold::Open => Fold::Folded,
                    Fold::Folded => Fold::Open,
                }
            }
            Ask::Follow(item) => {
                self.followed = item;
                if let Some((page, row)) = item.and_then(Page::of) {
                    (self.page, self.row) = (page, row);
                }
            }
        }
    }
}

/// Wider than this a form is hard to read.
const WIDEST: f32 = 680.0;
const FOOT: f32 = 46.0;
/// On to the next page.
pub const ONWARD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::PageDown);
/// Back to the page before.
pub const BACKWARD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::PageUp);

/// The place.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let looks = &ctx.shell.intake;
    if ctx.shell.selection != looks.followed {
        ctx.send(Action::Intake(Ask::Follow(ctx.shell.selection)));
    }
    keys(ctx, ui);
    let form = Form { ctx, plan: open.plan() };
    let lacks = lacks::lacks(open.plan(), &open.model.findings);
    match ctx.room {
        Room::Tight => page_ui(form, ui, &lacks),
        Room::Narrow | Room::Wide => {
            pages::head_ui(form, ui, &lacks);
            ui.add_space(10.0);
            let height = ui.available_height();
            ui.horizontal_top(|ui| {
                let down = egui::Layout::top_down(egui::Align::LEFT);
                let size = egui::vec2(pages::WIDTH, height);
                ui.allocate_ui_with_layout(size, down, |ui| pages::list_ui(form, ui, &lacks));
                ui.add_space(20.0);
                ui.vertical(|ui| page_ui(form, ui, &lacks));
            });
        }
    }
}

fn page_ui(form: Form<'_>, ui: &mut Ui, lacks: &[lacks::Lack]) {
    let page = form.ctx.shell.intake.page;
    let height = (ui.available_height() - FOOT).max(60.0);
    let width = ui.available_width().min(WIDEST);
    let scroll = egui::ScrollArea::vertical().id_salt(("intake", page)).auto_shrink(false).max_height(height);
    scroll.show(ui, |ui| {
        ui.set_max_width(width - 14.0);
        ui.spacing_mut().item_spacing.y = 12.0;
        // Where there is little room, the head moves out of the way with the page.
        if form.ctx.room == Room::Tight {
            pages::head_ui(form, ui, lacks);
            pages::choice_ui(form, ui, lacks);
        } else {
            ui.label(theme::heading(form.say(page.label())));
        }
        let builder = egui::UiBuilder::new().id_salt(("page", page));
        ui.scope_builder(builder, |ui| fields_ui(form, ui, page));
        widgets::follow_keyboard(ui, "intake");
        ui.add_space(24.0);
    });
    ui.add_space(8.0);
    foot_ui(form, ui, page);
}

fn fields_ui(form: Form<'_>, ui: &mut Ui, page: Page) {
    match page {
        Page::Person => person::ui(form, ui),
        Page::OwnWords => own_words::ui(form, ui),
        Page::Program => program::ui(form, ui),
        Page::Times => availability::ui(form, ui),
        Page::Clinical => clinical::ui(form, ui),
        Page::Health => health::ui(form, ui),
        Page::Safety => safety::ui(form, ui),
        Page::Scores => scores::ui(form, ui),
        Page::Coverage => coverage::ui(form, ui),
        Page::Releases => releases::ui(form, ui),
        Page::Leaving => leaving::ui(form, ui),
    }
}

/// Back and on: by mouse, by Enter, and with Ctrl and the page keys from anywhere on a page.
fn foot_ui(form: Form<'_>, ui: &mut Ui, page: Page) {
    ui.horizontal(|ui| {
        if let Some(previous) = page.previous() {
            let back = ui.button(form.say(IntakeLabel::Back)).on_hover_text(keys::said(form.ctx, ui, BACKWARD));
            widgets::ring(ui, &back, form.ctx.tokens);
            if back.clicked() {
                turn(form.ctx, previous);
            }
        }
        let words = page.next().map_or_else(
            || form.say(IntakeLabel::ToGoals).to_owned(),
            |next| next_to(form.say(next.label()), form.ctx.language()),
        );
        if widgets::primary(ui, &words, form.ctx.tokens).on_hover_text(keys::said(form.ctx, ui, ONWARD)).clicked() {
            go_on(form.ctx, page);
        }
    });
}

fn keys(ctx: &ViewCtx<'_>, ui: &Ui) {
    let page = ctx.shell.intake.page;
    if ui.input_mut(|input| input.consume_shortcut(&ONWARD)) {
        go_on(ctx, page);
    }
    if ui.input_mut(|input| input.consume_shortcut(&BACKWARD))
        && let Some(previous) = page.previous()
    {
        turn(ctx, previous);
    }
}

fn go_on(ctx: &ViewCtx<'_>, page: Page) {
    match page.next() {
        Some(next) => turn(ctx, next),
        None => ctx.send(Action::Go(Place::Goals)),
    }
}

fn turn(ctx: &ViewCtx<'_>, page: Page) {
    ctx.send(Action::StepDone);
    ctx.send(Action::Intake(Ask::Turn(page, page.first())));
}
