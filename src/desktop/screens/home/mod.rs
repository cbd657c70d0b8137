//! Before a plan is open: what this is, a plan of one's own, or a sample.

use egui::{CornerRadius, Rect, RichText, Sense, StrokeKind, Ui, pos2, vec2};

use crate::desktop::action::Action;
use crate::desktop::command::Command;
use crate::desktop::view::ViewCtx;
use crate::desktop::worker::Source;
use crate::desktop::{theme, widgets};
use crate::storage::Trust;
use crate::wording::screen::{Label, sample};

/// How this place is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {}

/// What this place asks about its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {}
    }
}

const WIDTH: f32 = 620.0;

/// The welcome.
pub fn ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let side = ((ui.available_width() - WIDTH) / 2.0).max(16.0);
        let column = Rect::from_min_size(
            pos2(ui.max_rect().left() + side, ui.cursor().top()),
            vec2(WIDTH.min(ui.available_width() - 32.0), ui.available_height()),
        );
        ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| column_ui(ctx, ui));
    });
}

fn column_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.add_space((ui.available_height() * 0.12).clamp(24.0, 110.0));
    mark(ctx, ui);
    ui.add_space(18.0);
    ui.label(RichText::new(ctx.say(Label::Welcome)).font(egui::FontId::new(30.0, theme::semibold())));
    ui.add_space(6.0);
    ui.label(RichText::new(ctx.say(Label::WelcomeWhat)).size(16.0).color(ctx.tokens.soft));
    ui.add_space(22.0);
    let open = widgets::primary(ui, ctx.say(Label::OpenPlan), ctx.tokens);
    if open.clicked() {
        ctx.send(Action::Do(Command::Open));
    }
    ui.add_space(26.0);
    caution_ui(ctx, ui);
    if !ctx.samples.is_empty() {
        ui.add_space(26.0);
        ui.label(theme::soft(ctx.say(Label::SamplePlans), ctx.tokens));
        ui.add_space(2.0);
        samples_ui(ctx, ui);
    }
    ui.add_space(32.0);
}

/// A thread through three beads: the mark of the program.
fn mark(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(64.0, 20.0), Sense::hover());
    let y = rect.center().y;
    ui.painter().hline(rect.left()..=rect.right(), y, egui::Stroke::new(2.0, ctx.tokens.accent));
    for (share, radius) in [(0.12, 4.0), (0.46, 6.0), (0.86, 8.0)] {
        let center = pos2(rect.left() + rect.width() * share, y);
        ui.painter().circle(center, radius, ctx.tokens.paper, egui::Stroke::new(2.0, ctx.tokens.accent));
    }
}

fn caution_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let left = ui.cursor().left();
    let inner = ui.scope(|ui| {
        ui.set_max_width(WIDTH - 16.0);
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            ui.vertical(|ui| {
                ui.label(theme::strong(ctx.say(Label::NotEncrypted)).color(ctx.tokens.warning));
                ui.label(ctx.say(Label::NotEncryptedAdvice));
            });
        });
    });
    let rect = inner.response.rect;
    let line = Rect::from_min_max(pos2(left, rect.top()), pos2(left + 3.0, rect.bottom()));
    ui.painter().rect_filled(line, CornerRadius::same(1), ctx.tokens.warning);
}

fn samples_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    for pair in ctx.samples.chunks(2) {
        ui.horizontal(|ui| {
            for (name, text) in pair {
                if sample_ui(ctx, ui, sample(name, ctx.language())).clicked() {
                    ctx.send(Action::Read(Source::Sample(name, text), Trust::Strict));
                }
            }
        });
    }
}

fn sample_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, name: &str) -> egui::Response {
    let (rect, _) = ui.allocate_exact_size(vec2((WIDTH - 8.0) / 2.0, 44.0), Sense::hover());
    let response = widgets::target(ui, rect, ui.scope_id().with(("sample", name)), name, None);
    let fill = if response.hovered() { ctx.tokens.raised } else { ctx.tokens.sheet };
    ui.painter().rect(rect, CornerRadius::same(8), fill, ctx.tokens.hairline(), StrokeKind::Inside);
    let font = egui::FontId::proportional(theme::BODY);
    let galley = widgets::fitted(ui.painter(), name, font, ctx.tokens.ink, (rect.width() - 44.0, 1));
    ui.painter().galley(pos2(rect.left() + 14.0, rect.center().y - galley.size().y / 2.0), galley, ctx.tokens.ink);
    let tip = pos2(rect.right() - 16.0, rect.center().y);
    widgets::chevron(ui.painter(), tip, widgets::Toward::Right, egui::Stroke::new(1.6, ctx.tokens.accent));
    widgets::ring(ui, &response, ctx.tokens);
    response
}
