//! The details of what is selected, with its thread: what it serves, and what serves it.

pub(super) mod findings;
mod part;
mod thread;

use egui::{RichText, Ui};

use super::action::Action;
use super::command::Command;
use super::open::OpenPlan;
use super::places::home_of;
use super::shell::{Fold, Lens, Place};
use super::view::{Room, Shown, ViewCtx};
use super::{screens, strip, theme, widgets};
use crate::base::{ModuleId, SessionId};
use crate::plan::{Item, PlacedModule, Session, SessionStatus};
use crate::wording::screen::{Family, Label, dose, family, family_name, place_of, week_span, week_sum};
use crate::wording::{terms, time};

/// Width of the inspector.
pub(super) const fn width(room: Room) -> f32 {
    match room {
        Room::Wide => 312.0,
        Room::Narrow | Room::Tight => 272.0,
    }
}

/// Whether there are details to show and room for them.
pub(super) fn is_shown(ctx: &ViewCtx<'_>) -> bool {
    if ctx.shell.inspector == Fold::Folded {
        return false;
    }
    let (place, selection) = (ctx.shell.place, picked(ctx));
    // Calendars side by side need the whole width.
    if place == Place::Schedule && ctx.open.is_some_and(|open| open.comparing.is_some()) {
        return false;
    }
    match ctx.room {
        Room::Wide => !matches!(place, Place::Review | Place::Document) || selection.is_some(),
        Room::Narrow => selection.is_some(),
        // There it takes the place of what it belongs to, which must not happen to a form in the middle of a word.
        Room::Tight => match selection {
            Some(Item::Plan) => true,
            Some(Item::Session(_) | Item::Module(_)) => place == Place::Schedule,
            Some(_) | None => false,
        },
    }
}

/// What is selected and belongs to the place that is shown; what was selected elsewhere waits there.
fn picked(ctx: &ViewCtx<'_>) -> Option<Item> {
    let place = ctx.shell.place;
    ctx.shell.selection.filter(|item| match item {
        Item::Plan => true,
        Item::Module(_) => matches!(place, Place::Modules | Place::Schedule),
        other => home_of(*other) == place,
    })
}

/// The details.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if is_left(ctx, ui) {
        leave(ctx, ui);
    }
    egui::ScrollArea::vertical().id_salt("inspector").auto_shrink(false).show(ui, |ui| {
        ui.add_space(8.0);
        match picked(ctx) {
            Some(Item::Session(id)) => session_ui(ctx, open, ui, id),
            Some(Item::Module(id)) => module_ui(ctx, open, ui, id),
            Some(Item::Week(number)) => week_ui(ctx, open, ui, number),
            Some(Item::Need(id)) => part::need_ui(ctx, open, ui, id),
            Some(Item::Goal(id)) => part::goal_ui(ctx, open, ui, id),
            Some(Item::Objective(id)) => part::objective_ui(ctx, open, ui, id),
            Some(Item::Plan) | None => plan_ui(ctx, open, ui),
            Some(other) => part::other_ui(ctx, open, ui, other),
        }
        ui.add_space(16.0);
        widgets::follow_keyboard(ui, "inspector");
    });
}

fn plan_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let beside_board = picked(ctx).is_none() && ctx.shell.place == Place::Schedule;
    let judged = open.arranging.judged(open.stamp()).is_some();
    if beside_board && judged {
        screens::schedule::worth_ui(ctx, open, ui);
    }
    head_ui(ctx, ui, ctx.say(Label::Findings), ctx.say(Label::Plan));
    findings::count_ui(ctx, open, ui);
    findings::all_ui(ctx, open, ui);
    if beside_board && !judged {
        ui.add_space(16.0);
        screens::schedule::worth_ui(ctx, open, ui);
    }
    if beside_board {
        ui.add_space(12.0);
        ui.label(theme::soft(ctx.say(Label::NothingSelected), ctx.tokens));
    }
}

/// Folds the details away. Where they have taken the place of what they belong to, that comes back, and they come again
/// with whatever is selected next.
fn leave(ctx: &ViewCtx<'_>, ui: &Ui) {
    if ctx.room != Room::Tight {
        return ctx.send(Action::Do(Command::Inspector));
    }
    if let Some(Item::Session(id)) = picked(ctx) {
        screens::schedule::focus(ctx, ui, id);
    }
    ctx.send(Action::Select(None));
}

/// Whether the key that leaves was pressed and nothing before the details takes it.
fn is_left(ctx: &ViewCtx<'_>, ui: &Ui) -> bool {
    let stands_alone = ui.is_enabled() && !ctx.shell.schedule.has_form() && !egui::Popup::is_any_open(ui.ctx());
    ctx.room == Room::Tight && stands_alone && ui.input(|input| input.key_pressed(egui::Key::Escape))
}

fn head_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, title: &str, above: &str) {
    ui.horizontal(|ui| {
        ui.label(theme::soft(above, ctx.tokens));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = ctx.say(Label::HideInspector);
            if widgets::sign(ui, ctx.tokens, widgets::Sign::Cross, name).clicked() {
                leave(ctx, ui);
            }
        });
    });
    ui.label(RichText::new(title).font(egui::FontId::new(18.0, theme::semibold())));
    ui.add_space(6.0);
}

fn kind_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, module: &PlacedModule) {
    let row = egui::vec2(ui.available_width(), 18.0);
    ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        let (swatch, _) = ui.allocate_exact_size(egui::vec2(10.0, 10.0), egui::Sense::hover());
        let one: Family = family(module.kind);
        ui.painter().rect_filled(swatch, egui::CornerRadius::same(2), ctx.tokens.family(one));
        ui.label(theme::soft(family_name(one, ctx.language()), ctx.tokens));
    });
}

fn session_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: SessionId) {
    let found = open.plan().session(id).and_then(|s| Some(Shown { session: s, module: open.plan().module(s.module)? }));
    let Some(Shown { session, module }) = found else { return };
    let language = ctx.language();
    head_ui(ctx, ui, module.plain_name.get(language), ctx.say(Label::ThreadSession));
    kind_ui(ctx, ui, module);
    ui.add_space(6.0);
    let when = format!("{}, {}", time::day(session.date, language), time::span(session.start, session.end(), language));
    fact(ctx, ui, Label::When, &when);
    fact(ctx, ui, Label::Topic, session.topic_words.get(language));
    fact(ctx, ui, Label::Where, &place_of(session, language));
    fact(ctx, ui, Label::With, &leader(session));
    fact(ctx, ui, Label::Status, &status(ctx, session));
    ui.add_space(8.0);
    screens::schedule::session_actions(ctx, open, ui, id);
    if let Some(other) = open.model.overlaps.get(&id).and_then(|id| open.plan().session(*id)) {
        let name = open.plan().module(other.module).map_or("", |module| module.plain_name.get(language));
        let words = crate::wording::screen::overlap(name, language);
        ui.label(RichText::new(words).color(ctx.tokens.error));
    }
    screens::schedule::why_here_ui(ctx, open, ui, id);
    thread::ui(ctx, open, ui, Item::Session(id));
    findings::about_ui(ctx, open, ui, Item::Session(id));
}

fn leader(session: &Session) -> String {
    session.staff.as_ref().map_or_else(String::new, |staff| {
        let parts = [staff.name.as_str(), staff.credentials.as_str()];
        parts.into_iter().filter(|part| !crate::base::is_blank(part)).collect::<Vec<_>>().join(", ")
    })
}

fn status(ctx: &ViewCtx<'_>, session: &Session) -> String {
    let mut words = match session.status {
        SessionStatus::Planned => String::new(),
        SessionStatus::Attended
        | SessionStatus::Late
        | SessionStatus::LeftEarly
        | SessionStatus::Missed
        | SessionStatus::Excused
        | SessionStatus::Cancelled => terms::session_status(session.status, ctx.language()).to_owned(),
    };
    for more in [session.reason.as_str(), if session.pinned { ctx.say(Label::Pinned) } else { "" }] {
        if !crate::base::is_blank(more) {
            words = if words.is_empty() { more.to_owned() } else { format!("{words}, {more}") };
        }
    }
    words
}

fn fact(ctx: &ViewCtx<'_>, ui: &mut Ui, name: Label, value: &str) {
    if crate::base::is_blank(value) {
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(egui::vec2(58.0, 18.0), |ui| {
            ui.set_min_width(58.0);
            ui.label(theme::soft(ctx.say(name), ctx.tokens));
        });
        ui.vertical(|ui| ui.add(egui::Label::new(value).wrap()));
    });
}

fn module_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: ModuleId) {
    let Some(module) = open.plan().module(id) else { return };
    let language = ctx.language();
    // What is chosen from the library is called there as the team calls it.
    let (title, other) = match ctx.shell.place {
        Place::Modules => (&module.name, &module.plain_name),
        Place::Intake | Place::Goals | Place::Schedule | Place::Review | Place::Document => {
            (&module.plain_name, &module.name)
        }
    };
    head_ui(ctx, ui, title.get(language), ctx.say(Label::ThreadModule));
    if title.get(language) != other.get(language) {
        ui.label(theme::soft(other.get(language), ctx.tokens));
    }
    kind_ui(ctx, ui, module);
    ui.add_space(6.0);
    ui.label(dose(module, language));
    ui.label(RichText::new(module.why.get(language)).color(ctx.tokens.soft));
    thread::ui(ctx, open, ui, Item::Module(id));
    findings::about_ui(ctx, open, ui, Item::Module(id));
    ui.add_space(14.0);
    ui.label(theme::strong(ctx.say(Label::Sessions)));
    for session in open.plan().sessions_of(id) {
        session_row(ctx, ui, &Shown { session, module }, session.topic_words.get(language));
    }
}

fn week_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, number: u16) {
    let Some(week) = open.model.week(number) else { return };
    let language = ctx.language();
    head_ui(ctx, ui, &week_span(week.starts, language), &time::week(week.number, language));
    // The board says it too, right beside.
    if ctx.shell.lens != Lens::Week {
        ui.label(week_sum(week.sum, language));
        ui.add_space(8.0);
    }
    for one in Family::ALL {
        let minutes = week.families.get(one.index()).copied().unwrap_or_default();
        if minutes.0 > 0 {
            strip::legend_row(ctx, ui, one, minutes);
        }
    }
    findings::about_ui(ctx, open, ui, Item::Week(number));
    ui.add_space(12.0);
    for id in &week.sessions {
        let found = open.plan().session(*id);
        let found = found.and_then(|session| Some(Shown { session, module: open.plan().module(session.module)? }));
        if let Some(shown) = found {
            session_row(ctx, ui, &shown, shown.module.plain_name.get(language));
        }
    }
}

fn session_row(ctx: &ViewCtx<'_>, ui: &mut Ui, shown: &Shown<'_>, words: &str) {
    let language = ctx.language();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width() - 6.0, 40.0), egui::Sense::hover());
    let item = Item::Session(shown.session.id);
    let (date, start) = (time::day(shown.session.date, language), time::clock(shown.session.start, language));
    let id = ui.scope_id().with(("row", item));
    let name = format!("{date}, {start}, {words}");
    let response = widgets::target(ui, rect, id, &name, ctx.is_selected(item));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(egui::vec2(6.0, 0.0)), egui::CornerRadius::same(6), ctx.tokens.raised);
    }
    let small = egui::FontId::proportional(theme::SMALL);
    let room = (rect.width(), 1);
    let top = widgets::fitted(ui.painter(), words, egui::FontId::proportional(theme::NAME), ctx.tokens.ink, room);
    let below = widgets::fitted(ui.painter(), &format!("{date}, {start}"), small, ctx.tokens.soft, room);
    ui.painter().galley(rect.min + egui::vec2(0.0, 3.0), top, ctx.tokens.ink);
    ui.painter().galley(rect.min + egui::vec2(0.0, 21.0), below, ctx.tokens.soft);
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.select(item);
    }
}
