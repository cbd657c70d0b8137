//! The sessions of a module as ticks: all are painted, but only one of a row is walked to; arrow keys lead on from it.

use egui::{CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Row, Scale};
use crate::base::{Date, SessionId};
use crate::desktop::action::Action;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets;
use crate::plan::Item;
use crate::wording::screen::session_of;
use crate::wording::time;

/// A tick is so wide.
pub(super) const TICK: f32 = 4.0;

/// Where the ticks of a row are.
pub(super) struct Ticks<'a> {
    pub(super) scale: &'a Scale,
    pub(super) row: &'a Row<'a>,
    /// How far the row is dragged.
    pub(super) offset: f32,
}

impl Ticks<'_> {
    fn rect(&self, date: Date) -> Rect {
        let x = self.scale.x(date) + self.scale.day() / 2.0 + self.offset;
        Rect::from_center_size(pos2(x, self.row.rect.center().y), vec2(TICK, 14.0))
    }

    fn sessions(&self) -> &[(SessionId, Date)] {
        &self.row.span.sessions
    }

    /// What a tick is called.
    fn words(&self, ctx: &ViewCtx<'_>, at: usize) -> String {
        let day = self.sessions().get(at).map(|(_, date)| time::day(*date, ctx.language()));
        let of = u16::try_from(self.sessions().len()).unwrap_or(u16::MAX);
        let number = session_of(at + 1, of, ctx.language());
        [day.unwrap_or_default(), number].join(", ")
    }

    /// The tick nearest to a point.
    fn nearest(&self, x: f32) -> Option<usize> {
        let far = |date: Date| (self.rect(date).center().x - x).abs();
        let near =
            self.sessions().iter().enumerate().min_by(|(_, one), (_, other)| far(one.1).total_cmp(&far(other.1)));
        near.filter(|(_, one)| far(one.1) <= TICK).map(|(at, _)| at)
    }
}

/// Paints the ticks over their bar; a year has thousands of them, so that the bar takes the pointer for all.
pub(super) fn ui(ctx: &ViewCtx<'_>, ui: &Ui, ticks: &Ticks<'_>, bar: Response) {
    let color = ctx.tokens.family(ticks.row.span.family);
    for (session, date) in ticks.sessions() {
        let fill = if ctx.is_selected(Item::Session(*session)) { ctx.tokens.ink } else { color };
        ui.painter().rect_filled(ticks.rect(*date), CornerRadius::ZERO, fill);
    }
    walked_ui(ctx, ui, ticks);
    let Some(at) = bar.hover_pos().and_then(|at| ticks.nearest(at.x)) else { return };
    if bar.clicked() {
        select(ctx, ticks, at);
    }
    bar.on_hover_text_at_pointer(ticks.words(ctx, at));
}

fn select(ctx: &ViewCtx<'_>, ticks: &Ticks<'_>, at: usize) {
    if let Some((session, _)) = ticks.sessions().get(at) {
        ctx.send(Action::Select(Some(Item::Session(*session))));
    }
}

fn id(session: SessionId) -> Id {
    Id::unique(("tick", Item::Session(session)))
}

/// Which session the arrow keys came to last.
fn walked() -> Id {
    Id::unique("tick that was walked to")
}

/// The one tick of the row that can have the keyboard.
fn walked_ui(ctx: &ViewCtx<'_>, ui: &Ui, ticks: &Ticks<'_>) {
    let Some(at) = stop(ctx, ui, ticks) else { return };
    let Some((session, date)) = ticks.sessions().get(at) else { return };
    let response = ui.interact(ticks.rect(*date).expand2(vec2(2.0, 5.0)), id(*session), Sense::click());
    let chosen = ctx.is_selected(Item::Session(*session));
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, ticks.words(ctx, at)));
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        select(ctx, ticks, at);
    }
    if response.has_focus() {
        arrows(ui, ticks, at, &response);
    }
    if response.hovered() {
        response.on_hover_text(ticks.words(ctx, at));
    }
}

/// The tick that has the keyboard; else the one that is selected, was walked to last or comes first.
fn stop(ctx: &ViewCtx<'_>, ui: &Ui, ticks: &Ticks<'_>) -> Option<usize> {
    let position = |wanted: SessionId| ticks.sessions().iter().position(|(session, _)| *session == wanted);
    let walked = ui.data(|data| data.get_temp::<SessionId>(walked()));
    let walked = walked.and_then(|session| Some((position(session)?, id(session))));
    let focused = ui.memory(egui::Memory::focused);
    let has_keyboard = walked.filter(|(_, id)| focused == Some(*id)).map(|(at, _)| at);
    let selected = match ctx.shell.selection {
        Some(Item::Session(session)) => position(session),
        Some(_) | None => None,
    };
    has_keyboard.or(selected).or(walked.map(|(at, _)| at)).or((!ticks.sessions().is_empty()).then_some(0))
}

/// Left and right lead to the sessions before and after.
fn arrows(ui: &Ui, ticks: &Ticks<'_>, at: usize, response: &Response) {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = match (pressed(Key::ArrowLeft), pressed(Key::ArrowRight)) {
        (true, _) => at.checked_sub(1),
        (false, true) => Some(at + 1),
        (false, false) => None,
    };
    if let Some((session, _)) = to.and_then(|to| ticks.sessions().get(to)) {
        ui.data_mut(|data| data.insert_temp(walked(), *session));
        ui.memory_mut(|memory| memory.request_focus(id(*session)));
    }
}
