//! The forms that stand before the schedule until they are answered.

use egui::{Area, Color32, Frame, Id, Modal, Order, Sense, Ui, UiBuilder, UiKind};

use super::change::{ask, step};
use super::looks::{Sheet, Told};
use super::{Ask, add, form, many, series_move};
use crate::base::SessionId;
use crate::desktop::form as fields;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Lens;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{Edit, Item, SessionEdit, SessionStatus};
use crate::wording::screen::{Label, ScheduleWords, spot};

/// Shows the open form.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(sheet) = &ctx.shell.schedule.sheet else { return };
    let title = ctx.say(title(sheet)).trim_end_matches('…');
    let id = Id::unique(("schedule form", ctx.shell.schedule.opened));
    let frame = Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(24, 20));
    let mut modal = Modal::new(id).area(Modal::default_area(id).accessible_name(title)).frame(frame);
    let mut width: f32 = 460.0;
    if let Sheet::Add(here) = sheet {
        #[expect(clippy::cast_precision_loss, reason = "no screen is that large")]
        let at = egui::pos2(here.at.0 as f32, here.at.1 as f32);
        let area = Area::new(id).kind(UiKind::Modal).sense(Sense::hover()).order(Order::Foreground);
        let area = area.fixed_pos(at).constrain(true).accessible_name(title);
        let frame = Frame::popup(ui.style()).inner_margin(14);
        modal = Modal::new(id).area(area).frame(frame).backdrop_color(Color32::TRANSPARENT);
        width = 300.0;
    }
    let screen = ui.ctx().content_rect();
    let salt = ("sheet", ctx.shell.schedule.opened);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(width.min(screen.width() - 60.0));
        ui.label(theme::heading(title));
        ui.add_space(6.0);
        ui.scope_builder(UiBuilder::new().id_salt(salt), |ui| body_ui(ctx, open, ui, sheet));
    });
    if shown.should_close() {
        close(ctx);
    }
}

const fn title(sheet: &Sheet) -> ScheduleWords {
    match sheet {
        Sheet::Add(_) => ScheduleWords::AddSession,
        Sheet::Session(_) => ScheduleWords::EditSessionTitle,
        Sheet::Cancel(..) => ScheduleWords::CancelTitle,
        Sheet::Series(_) => ScheduleWords::AddSeries,
        Sheet::Shift(_) => ScheduleWords::EditSeries,
        Sheet::Copy(..) => ScheduleWords::CopyWeek,
    }
}

fn body_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, sheet: &Sheet) {
    match sheet {
        Sheet::Add(here) => add::ui(ctx, open, ui, here),
        Sheet::Session(session) => form::ui(ctx, open, ui, session),
        Sheet::Cancel(id, reason) => cancel_ui(ctx, open, ui, *id, reason),
        Sheet::Series(form) => many::series_ui(ctx, open, ui, form),
        Sheet::Shift(form) => series_move::shift_ui(ctx, open, ui, form),
        Sheet::Copy(from, to) => many::copy_ui(ctx, open, ui, (*from, *to)),
    }
}

/// The form as it is now filled in.
pub(super) fn keep(ctx: &ViewCtx<'_>, sheet: Sheet) {
    ask(ctx, Ask::Sheet(Some(sheet)));
}

/// Closes the form.
pub(super) fn close(ctx: &ViewCtx<'_>) {
    ask(ctx, Ask::Sheet(None));
}

/// Gives the keyboard to a part of the form when it opens, once.
pub(super) fn first(ctx: &ViewCtx<'_>, ui: &Ui, part: Id) {
    let id = Id::unique("the schedule form that has had the keyboard");
    let opened = ctx.shell.schedule.opened;
    if ui.data(|data| data.get_temp::<u32>(id)) == Some(opened) {
        return;
    }
    // While the form is measured nothing in it can keep the keyboard, so it is given until it stays.
    if ui.memory(|memory| memory.has_focus(part)) {
        ui.data_mut(|data| data.insert_temp(id, opened));
    } else {
        ui.memory_mut(|memory| memory.request_focus(part));
    }
}

/// The id of a field by its label, as the fields give it.
pub(super) fn field(ui: &Ui, label: &str) -> Id {
    ui.scope_id().with(("field", label))
}

/// What a form was answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Do it.
    Go,
    /// Nothing yet, or the form was closed.
    Nothing,
}

/// Whether a form can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ready {
    /// It can.
    Yes,
    /// Something is missing.
    No,
}

/// The fields of a form; where the window is low they scroll, and the answers stay in sight.
pub(super) fn fields_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    const AROUND: f32 = 220.0;
    const LEAST: f32 = 140.0;
    let room = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
    let area = egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room);
    ui.scope(|ui| {
        // The bar stands beside the fields, not on them.
        ui.spacing_mut().scroll.floating_allocated_width = 14.0;
        let shown = area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            let inner = add(ui);
            widgets::follow_keyboard(ui, "schedule form");
            inner
        });
        shown.inner
    })
    .inner
}

/// The answers below a form: do it, or leave it.
pub(super) fn answers_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, go: ScheduleWords, ready: Ready) -> Answer {
    either_ui(ctx, ui, [ctx.say(Label::Cancel), ctx.say(go)], ready)
}

/// Leaving it in the first words, doing it in the last.
fn either_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, [leave, go]: [&str; 2], ready: Ready) -> Answer {
    ui.add_space(14.0);
    let mut answer = Answer::Nothing;
    ui.horizontal(|ui| {
        widgets::at_right(ui, "answers", |ui| {
            if widgets::quiet(ui, leave).clicked() {
                close(ctx);
            }
            ui.add_enabled_ui(ready == Ready::Yes, |ui| {
                if widgets::primary(ui, go, ctx.tokens).clicked() {
                    answer = Answer::Go;
                }
            });
        });
    });
    answer
}

/// Gives the keyboard back to a session once its form is closed.
pub(super) fn back_to(ctx: &ViewCtx<'_>, ui: &Ui, id: SessionId) {
    ctx.select(Item::Session(id));
    focus(ctx, ui, id);
}

/// Gives the keyboard to a session where it is shown.
pub fn focus(ctx: &ViewCtx<'_>, ui: &Ui, id: SessionId) {
    let item = Item::Session(id);
    let shown = match ctx.shell.lens {
        Lens::Week => "board",
        Lens::Span => "tick",
        Lens::List => "list",
    };
    ui.memory_mut(|memory| memory.request_focus(Id::unique((shown, item))));
}

fn cancel_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: SessionId, reason: &str) {
    let Some(session) = open.plan().session(id) else { return close(ctx) };
    let module = open.plan().module(session.module).map_or("", |module| module.plain_name.get(ctx.language()));
    ui.label(format!("{module}, {}", spot(session.date, session.start, session.end(), ctx.language())));
    ui.label(theme::soft(ctx.say(ScheduleWords::CancelKeeps), ctx.tokens));
    ui.add_space(8.0);
    let label = ctx.say(ScheduleWords::Reason);
    first(ctx, ui, field(ui, label));
    if let Some(reason) = fields::text(ctx, ui, label, reason) {
        keep(ctx, Sheet::Cancel(id, reason));
    }
    let ready = if crate::base::is_blank(reason) { Ready::No } else { Ready::Yes };
    let entered = ready == Ready::Yes && ui.input(|input| input.key_pressed(egui::Key::Enter));
    // To cancel would mean either of the two.
    let words = [ctx.say(ScheduleWords::KeepSession), ctx.say(ScheduleWords::CancelGo)];
    if either_ui(ctx, ui, words, ready) == Answer::Go || entered {
        let mark = SessionEdit::Mark(SessionStatus::Cancelled, None, reason.trim().to_owned());
        step(ctx, Edit::Session(id, mark));
        ask(ctx, Ask::Told(None::<Told>));
        close(ctx);
        back_to(ctx, ui, id);
    }
}
