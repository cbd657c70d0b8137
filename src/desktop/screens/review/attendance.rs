//! Attendance: a week marked in seconds, what it delivered, and where missed sessions could be held again.

use egui::{EventFilter, Key, Ui, UiBuilder, vec2};

use super::form::Form;
use super::looks::{Aim, Ask};
use crate::base::{Id as _, Minutes};
use crate::desktop::form;
use crate::desktop::shell;
use crate::desktop::view::{Room, Shown};
use crate::desktop::widgets::{self, Toward};
use crate::desktop::{action::Action, theme};
use crate::plan::{Edit, Item, Place, Plan, Session, SessionEdit, SessionStatus};
use crate::wording::progress as words;
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{authorization, mark_all, status_short, week_heading};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    if form.open.model.weeks.is_empty() {
        return form.elsewhere(ui, form.say(W::NoSessions), (W::ToSchedule, shell::Place::Schedule));
    }
    let number = week(form);
    week_head_ui(form, ui, number);
    let past: Vec<&Session> = markable(form, number);
    if past.is_empty() {
        form.hint(ui, form.say(W::NothingToMark));
    } else {
        form.hint(ui, form.say(W::MarkHow));
        if let Some(first) = past.iter().find(|s| s.status == SessionStatus::Planned && is_aimed(form)) {
            ui.memory_mut(|memory| memory.request_focus(row_id(first)));
        }
        for (at, session) in past.iter().enumerate() {
            let next = past.get(at + 1).copied();
            let builder = UiBuilder::new().id_salt(("attendance", session.id.number()));
            ui.scope_builder(builder, |ui| session_ui(form, ui, session, next));
        }
    }
    delivered_ui(form, ui, number);
    make_ups_ui(form, ui);
}

fn is_aimed(form: Form<'_>) -> bool {
    form.looks().aim == Some(Aim::First)
}

/// The week that was chosen; or the first one in which something is not marked; or this week.
fn week(form: Form<'_>) -> u16 {
    let unmarked = |s: &&Session| s.status == SessionStatus::Planned && s.date < form.today();
    let first = form.plan().sessions.iter().filter(unmarked).map(|session| session.date).min();
    let usual = first.or(Some(form.today())).and_then(|date| form.open.week_on(date));
    let last = form.open.model.weeks.last().map_or(1, |week| week.number);
    form.looks().week.or(usual).unwrap_or(last).min(last)
}

/// The sessions of a week that were or are today.
fn markable(form: Form<'_>, number: u16) -> Vec<&Session> {
    let Some(week) = form.open.model.week(number) else { return Vec::new() };
    let sessions = week.sessions.iter().filter_map(|id| form.plan().session(*id));
    sessions.filter(|session| session.date <= form.today() || session.status != SessionStatus::Planned).collect()
}

fn week_head_ui(form: Form<'_>, ui: &mut Ui, number: u16) {
    let Some(week) = form.open.model.week(number) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(number > 1, |ui| {
            if widgets::arrow(ui, form.ctx.tokens, Toward::Left, form.say(W::WeekBefore)).clicked() {
                form.ask(Ask::Week(number - 1));
            }
        });
        ui.label(theme::strong(week_heading(number, week.starts, form.language())));
        ui.add_enabled_ui(form.open.model.week(number + 1).is_some(), |ui| {
            if widgets::arrow(ui, form.ctx.tokens, Toward::Right, form.say(W::WeekAfter)).clicked() {
                form.ask(Ask::Week(number + 1));
            }
        });
        let open: Vec<&Session> =
            markable(form, number).into_iter().filter(|s| s.status == SessionStatus::Planned).collect();
        if !open.is_empty() {
            ui.add_space(10.0);
            if widgets::primary(ui, &mark_all(open.len(), form.language()), form.ctx.tokens).clicked() {
                let marks = open.iter().map(|s| mark(s, SessionStatus::Attended, s.actual, String::new()));
                form.ctx.send(Action::StepDone);
                form.ctx.edit(Edit::Together(marks.collect()));
            }
        }
    });
}

fn mark(session: &Session, status: SessionStatus, actual: Option<Minutes>, reason: String) -> Edit {
    let actual = match status {
        SessionStatus::Attended => Some(session.minutes),
        SessionStatus::Late | SessionStatus::LeftEarly => actual.or(Some(session.minutes)),
        SessionStatus::Planned | SessionStatus::Missed | SessionStatus::Excused | SessionStatus::Cancelled => None,
    };
    Edit::Session(session.id, SessionEdit::Mark(status, actual, reason))
}

const STATUSES: [SessionStatus; 6] = [
    SessionStatus::Attended,
    SessionStatus::Late,
    SessionStatus::LeftEarly,
    SessionStatus::Missed,
    SessionStatus::Excused,
    SessionStatus::Cancelled,
];

fn session_ui(form: Form<'_>, ui: &mut Ui, session: &Session, next: Option<&Session>) {
    let Some(module) = form.plan().module(session.module) else { return };
    let line = Shown { session, module }.line(form.language());
    let all = STATUSES.map(|status| (status, status_short(status, form.language())));
    let wide = form.ctx.room != Room::Tight && ui.available_width() > 640.0;
    if wide {
        ui.horizontal(|ui| {
            line_ui(form, ui, (session, next), &line, 250.0);
            choose_ui(form, ui, session, &line, &all);
        });
    } else {
        let width = ui.available_width();
        line_ui(form, ui, (session, next), &line, width);
        ui.horizontal_wrapped(|ui| choose_ui(form, ui, session, &line, &all));
    }
    more_ui(form, ui, session);
}

/// A session's line takes the keyboard: one letter marks it, and the keyboard goes on to the next one.
fn line_ui(form: Form<'_>, ui: &mut Ui, (session, next): (&Session, Option<&Session>), line: &str, width: f32) {
    let tokens = form.ctx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(width, 34.0), egui::Sense::hover());
    let status = crate::wording::terms::session_status(session.status, form.language());
    let name = format!("{line}: {status}");
    let response = widgets::target(ui, rect, row_id(session), &name, None).on_hover_text(line);
    if response.clicked() {
        response.request_focus();
    }
    let (day, what) = (crate::wording::time::day(session.date, form.language()), plain_name(form, session));
    let clock = crate::wording::time::clock(session.start, form.language());
    let font = egui::FontId::proportional(theme::NAME);
    let name = widgets::fitted(ui.painter(), &what, font.clone(), tokens.ink, (rect.width() - 4.0, 1));
    ui.painter().galley(rect.min + vec2(2.0, 0.0), name, tokens.ink);
    let when = format!("{day}, {clock}");
    let font = egui::FontId::proportional(theme::SMALL);
    let when = widgets::fitted(ui.painter(), &when, font, tokens.soft, (rect.width() - 4.0, 1));
    ui.painter().galley(rect.min + vec2(2.0, 17.0), when, tokens.soft);
    widgets::ring(ui, &response, tokens);
    if response.has_focus() {
        keys(form, ui, session, next);
    }
}

fn plain_name(form: Form<'_>, session: &Session) -> String {
    form.plan().module(session.module).map(|module| module.name.get(form.language()).to_owned()).unwrap_or_default()
}

fn row_id(session: &Session) -> egui::Id {
    egui::Id::unique(("attendance", Item::Session(session.id)))
}

fn keys(form: Form<'_>, ui: &Ui, session: &Session, next: Option<&Session>) {
    const KEYS: [(Key, SessionStatus); 6] = [
        (Key::A, SessionStatus::Attended),
        (Key::L, SessionStatus::Late),
        (Key::E, SessionStatus::LeftEarly),
        (Key::M, SessionStatus::Missed),
        (Key::X, SessionStatus::Excused),
        (Key::C, SessionStatus::Cancelled),
    ];
    let filter = EventFilter { vertical_arrows: false, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(row_id(session), filter));
    let none = egui::Modifiers::NONE;
    for (key, status) in KEYS {
        if ui.input_mut(|input| input.consume_key(none, key)) {
            set(form, session, status);
            if let Some(next) = next.filter(|_| !needs_minutes(status)) {
                ui.memory_mut(|memory| memory.request_focus(row_id(next)));
            }
        }
    }
    if ui.input_mut(|input| input.consume_key(none, Key::T)) {
        turn_place(form, session);
    }
}

const fn needs_minutes(status: SessionStatus) -> bool {
    matches!(status, SessionStatus::Late | SessionStatus::LeftEarly)
}

fn set(form: Form<'_>, session: &Session, status: SessionStatus) {
    let reason = if is_absence(status) { session.reason.clone() } else { String::new() };
    form.ctx.send(Action::StepDone);
    form.ctx.edit(mark(session, status, None, reason));
}

const fn is_absence(status: SessionStatus) -> bool {
    matches!(status, SessionStatus::Missed | SessionStatus::Excused | SessionStatus::Cancelled)
}

fn choose_ui(form: Form<'_>, ui: &mut Ui, session: &Session, line: &str, all: &[(SessionStatus, &str)]) {
    if let Some(status) = widgets::segmented(ui, form.ctx.tokens, line, session.status, all) {
        set(form, session, status);
    }
}

/// Minutes where only a part was attended, the reason where none was, and how it was held.
fn more_ui(form: Form<'_>, ui: &mut Ui, session: &Session) {
    let status = session.status;
    if needs_minutes(status) {
        let now = session.actual.map(|minutes| u32::from(minutes.0));
        let most = u32::from(session.minutes.0);
        if let Some(Some(minutes)) = form::number(form.ctx, ui, form.say(W::MinutesThere), now, 0..=most) {
            let minutes = u16::try_from(minutes).ok().map(Minutes);
            form.ctx.edit(mark(session, status, minutes, session.reason.clone()));
        }
    }
    if is_absence(status)
        && let Some(why) = form::text(form.ctx, ui, form.say(W::WhyMissed), &session.reason)
    {
        form.ctx.edit(mark(session, status, None, why));
    }
    let held = matches!(status, SessionStatus::Attended | SessionStatus::Late | SessionStatus::LeftEarly);
    if held && session.place == Place::Telehealth {
        ui.horizontal(|ui| {
            form.hint(ui, form.say(W::ByVideo));
            if widgets::quiet(ui, form.say(W::InPerson)).clicked() {
                turn_place(form, session);
            }
        });
    }
}

/// Between telehealth and the room in which the module usually meets.
fn turn_place(form: Form<'_>, session: &Session) {
    let place = if session.place == Place::Telehealth { usual_place(form.plan(), session) } else { Place::Telehealth };
    form.ctx.edit(Edit::Session(session.id, SessionEdit::Place(place)));
}

fn usual_place(plan: &Plan, session: &Session) -> Place {
    let others = plan.sessions_of(session.module).filter(|other| other.place != Place::Telehealth);
    others.map(|other| other.place.clone()).next().unwrap_or(Place::Elsewhere(String::new()))
}

fn delivered_ui(form: Form<'_>, ui: &mut Ui, number: u16) {
    form.heading(ui, W::Delivered);
    let (model, language) = (form.model(), form.language());
    for week in model.weeks.iter().filter(|week| week.starts <= form.today()) {
        let text = words::delivered(week, language);
        if week.number == number {
            ui.label(theme::strong(text));
        } else {
            ui.label(text);
        }
    }
    for used in &model.authorizations {
        let payer = form.plan().coverage.iter().find(|payer| payer.id == used.payer);
        ui.label(authorization(payer.map_or("", |payer| &payer.name), used, language));
    }
    form.heading(ui, W::Pace);
    for pace in &model.paces {
        ui.label(words::pace(pace, form.plan(), language));
    }
}

fn make_ups_ui(form: Form<'_>, ui: &mut Ui) {
    if form.model().make_ups.is_empty() {
        return;
    }
    form.heading(ui, W::MakeUps);
    for make_up in &form.model().make_ups {
        ui.push_id(("make-up", make_up.missed.number()), |ui| {
            ui.horizontal_wrapped(|ui| {
                let told = words::make_up(make_up, form.plan(), form.language());
                let edit = make_up.edit(form.plan());
                if let Some(edit) = edit
                    && form.button(ui, form.say(W::PlanMakeUp)).on_hover_text(&told).clicked()
                {
                    form.ctx.send(Action::StepDone);
                    form.ctx.edit(edit);
                }
                ui.label(told);
            });
        });
    }
}
