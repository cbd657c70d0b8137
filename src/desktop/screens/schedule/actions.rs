//! What can be done with one session: the same in its menu, in the details beside the board, and by key.

use egui::Ui;

use super::change::{ask, ground, step};
use super::drag::nudged;
use super::looks::Sheet;
use super::{Ask, sheet};
use crate::base::SessionId;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Place;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::widgets;
use crate::plan::{Edit, Item, ListEdit, Session, SessionEdit, SessionStatus};
use crate::schedule::moved;
use crate::wording::screen::ScheduleWords;

/// Something that can be done with a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Open its form.
    Edit,
    /// Hold it in its place, or let it go.
    Pin,
    /// One more like it, right after it.
    Duplicate,
    /// Call it off with a reason, or plan it again.
    Cancel,
    /// Take it off the calendar.
    Remove,
}

impl Deed {
    const ALL: [Self; 5] = [Self::Edit, Self::Pin, Self::Duplicate, Self::Cancel, Self::Remove];

    const fn words(self, session: &Session) -> ScheduleWords {
        match self {
            Self::Edit => ScheduleWords::Edit,
            Self::Pin if session.pinned => ScheduleWords::Unpin,
            Self::Pin => ScheduleWords::Pin,
            Self::Duplicate => ScheduleWords::Duplicate,
            Self::Cancel if session.status.occupies() => ScheduleWords::CancelSession,
            Self::Cancel => ScheduleWords::Restore,
            Self::Remove => ScheduleWords::Remove,
        }
    }

    /// What happened stays in the record.
    const fn can(self, session: &Session) -> bool {
        match self {
            Self::Edit | Self::Pin | Self::Duplicate | Self::Cancel => true,
            Self::Remove => !session.status.is_record(),
        }
    }
}

/// Buttons for everything that can be done with a session.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: SessionId) {
    let Some(session) = open.plan().session(id) else { return };
    let name = ctx.say(ScheduleWords::SessionActions);
    widgets::group(ui, name, egui::Role::Group, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            for deed in Deed::ALL {
                if deed_ui(ctx, ui, session, deed).clicked() {
                    perform(ctx, open, session, deed);
                }
            }
        });
    });
    // Where details take the place of the schedule, its forms stand before them.
    if ctx.room == Room::Tight {
        sheet::ui(ctx, open, ui);
    }
}

/// The menu of a card or row.
pub(super) fn menu(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, session: &Session) {
    for deed in Deed::ALL {
        if deed_ui(ctx, ui, session, deed).clicked() {
            perform(ctx, open, session, deed);
            ui.close();
        }
    }
}

fn deed_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, session: &Session, deed: Deed) -> egui::Response {
    let button = ui.add_enabled(deed.can(session), egui::Button::new(ctx.say(deed.words(session))));
    button.on_disabled_hover_text(ctx.say(ScheduleWords::RecordStays))
}

/// Does it, where it can be done.
pub(super) fn perform(ctx: &ViewCtx<'_>, open: &OpenPlan, session: &Session, deed: Deed) {
    if !deed.can(session) {
        return;
    }
    match deed {
        Deed::Edit => show(ctx, Sheet::Session(Box::new(session.clone()))),
        Deed::Pin => {
            let pin = if session.pinned { SessionEdit::Unpin } else { SessionEdit::Pin };
            step(ctx, Edit::Session(session.id, pin));
        }
        Deed::Duplicate => step(ctx, Edit::Sessions(ListEdit::Add(double(ctx, open, session)))),
        Deed::Cancel if session.status.occupies() => show(ctx, Sheet::Cancel(session.id, session.reason.clone())),
        Deed::Cancel => {
            let mark = SessionEdit::Mark(SessionStatus::Planned, None, String::new());
            step(ctx, Edit::Session(session.id, mark));
        }
        Deed::Remove => {
            step(ctx, Edit::Sessions(ListEdit::Remove(session.id)));
            if ctx.is_selected(Item::Session(session.id)) {
                ctx.send(Action::Select(None));
            }
        }
    }
}

fn show(ctx: &ViewCtx<'_>, sheet: Sheet) {
    ctx.send(Action::Go(Place::Schedule));
    ask(ctx, Ask::Sheet(Some(sheet)));
}

/// One more session like this, right after it where the day has room, else at the same time.
fn double(ctx: &ViewCtx<'_>, open: &OpenPlan, session: &Session) -> Session {
    let spot = nudged(session, 0, i16::try_from(session.minutes.0).unwrap_or(0));
    let ground = ground(ctx, open);
    let fresh = Session {
        status: SessionStatus::Planned,
        actual: None,
        reason: String::new(),
        pinned: false,
        ..session.clone()
    };
    moved(ground.plan, ground.clinic, ground.openings, &fresh, &spot)
}
