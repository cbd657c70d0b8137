//! A session as a form: everything that dragging does, and the rest.

use egui::{RichText, Ui};

use super::change::{change, ground, spoken, step};
use super::looks::Sheet;
use super::place::{place_ui, staff_ui};
use super::sheet::{Answer, Ready, answers_ui, back_to, close, field, fields_ui, first, keep};
use crate::base::{Bilingual, Minutes};
use crate::desktop::form as fields;
use crate::desktop::open::OpenPlan;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::plan::{PlacedModule, Session, SessionStatus};
use crate::schedule::{Spot, moved};
use crate::wording::screen::{ScheduleWords, spot};
use crate::wording::terms;

/// The form.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, now: &Session) {
    let plan = open.plan();
    let Some((before, module)) = plan.session(now.id).zip(plan.module(now.module)) else { return close(ctx) };
    ui.label(theme::soft(module.plain_name.get(ctx.language()), ctx.tokens));
    ui.add_space(6.0);
    let mut next = now.clone();
    fields_ui(ui, |ui| {
        when_ui(ctx, open, ui, &mut next);
        topic_ui(ctx, ui, module, &mut next);
        place_ui(ctx, ui, &mut next);
        staff_ui(ctx, ui, module, &mut next);
        status_ui(ctx, ui, &mut next);
        if let Some(pinned) = fields::tick(ui, ctx.say(ScheduleWords::HeldInPlace), next.pinned) {
            next.pinned = pinned;
        }
    });
    ui.add_space(6.0);
    where_it_stands_ui(ctx, open, ui, &next);
    if next != *now {
        keep(ctx, Sheet::Session(Box::new(next.clone())));
    }
    if answers_ui(ctx, ui, ScheduleWords::Save, Ready::Yes) == Answer::Go {
        if let Some(edit) = change(before, &next) {
            step(ctx, edit);
        }
        close(ctx);
        back_to(ctx, ui, now.id);
    }
}

fn when_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, next: &mut Session) {
    let mut to = Spot::of(next);
    ui.columns(3, |columns| {
        let [date, start, length] = columns else { return };
        let label = ctx.say(ScheduleWords::Date);
        first(ctx, date, field(date, label));
        if let Some(Some(date)) = fields::date(ctx, date, label, Some(next.date)) {
            to.date = date;
        }
        if let Some(time) = fields::clock(ctx, start, ctx.say(ScheduleWords::Start), next.start) {
            to.start = time;
        }
        let (label, now) = (ctx.say(ScheduleWords::Length), Some(u32::from(next.minutes.0)));
        let most = u32::from((24 * 60_u16).saturating_sub(next.start.minutes()).clamp(5, 720));
        if let Some(Some(minutes)) = fields::number(ctx, length, label, now, 5..=most) {
            to.minutes = Minutes(u16::try_from(minutes).unwrap_or(next.minutes.0));
        }
    });
    if (to.date, to.start) == (next.date, next.start) {
        next.minutes = to.minutes;
    } else {
        let ground = ground(ctx, open);
        *next = moved(ground.plan, ground.clinic, ground.openings, next, &to);
    }
    if next.block.is_some() {
        ui.label(theme::soft(ctx.say(ScheduleWords::InGroup), ctx.tokens));
    }
}

/// When it is, and what speaks against that.
fn where_it_stands_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, next: &Session) {
    let mut words = vec![spot(next.date, next.start, next.end(), ctx.language())];
    let against = match next.status {
        SessionStatus::Planned => spoken(ctx, open, &Spot::of(next), Some(next.id)),
        SessionStatus::Attended
        | SessionStatus::Late
        | SessionStatus::LeftEarly
        | SessionStatus::Missed
        | SessionStatus::Excused
        | SessionStatus::Cancelled => Vec::new(),
    };
    let color = if against.is_empty() { ctx.tokens.soft } else { ctx.tokens.error };
    words.extend(against);
    let said = ui.label(RichText::new(words.join(", ")).color(color));
    let live = |node: &mut egui::accesskit::Node| node.set_live(egui::accesskit::Live::Polite);
    ui.ctx().accesskit_node_builder(said.id, live);
}

fn topic_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, module: &PlacedModule, next: &mut Session) {
    let language = ctx.language();
    let numbers = (0..).zip(&module.topics);
    let mut all: Vec<(Option<u16>, &str)> = numbers.map(|(at, topic)| (Some(at), topic.get(language))).collect();
    all.push((None, ctx.say(ScheduleWords::OwnTopic)));
    let count = u16::try_from(module.topics.len()).unwrap_or(u16::MAX);
    let now = next.topic.filter(|_| count > 0).map(|number| number % count);
    if let Some(topic) = fields::choice(ctx, ui, ctx.say(ScheduleWords::Topic), now, &all) {
        next.topic = topic;
        let words = topic.and_then(|number| module.topics.get(usize::from(number)));
        next.topic_words = words.cloned().unwrap_or_default();
    }
    if next.topic.is_none() {
        let label = ctx.say(ScheduleWords::TopicWords);
        if let Some(words) = fields::text(ctx, ui, label, next.topic_words.get(language)) {
            next.topic_words = Bilingual { en: words.clone(), es: words };
        }
    }
}

const STATUSES: [SessionStatus; 7] = [
    SessionStatus::Planned,
    SessionStatus::Attended,
    SessionStatus::Late,
    SessionStatus::LeftEarly,
    SessionStatus::Missed,
    SessionStatus::Excused,
    SessionStatus::Cancelled,
];

/// Every status with its words.
pub(super) fn statuses(ctx: &ViewCtx<'_>) -> Vec<(SessionStatus, &'static str)> {
    STATUSES.into_iter().map(|status| (status, terms::session_status(status, ctx.language()))).collect()
}

fn status_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, next: &mut Session) {
    if let Some(status) = fields::choice(ctx, ui, ctx.say(ScheduleWords::Status), next.status, &statuses(ctx)) {
        next.status = status;
        next.actual = was_held(status).then_some(next.actual.unwrap_or(next.minutes));
        if status == SessionStatus::Planned || status == SessionStatus::Attended {
            next.reason = String::new();
        }
    }
    if was_held(next.status) {
        let now = next.actual.map(|minutes| u32::from(minutes.0));
        if let Some(minutes) = fields::number(ctx, ui, ctx.say(ScheduleWords::Actual), now, 0..=720) {
            next.actual = minutes.and_then(|minutes| u16::try_from(minutes).ok()).map(Minutes);
        }
    }
    if !matches!(next.status, SessionStatus::Planned | SessionStatus::Attended)
        && let Some(reason) = fields::text(ctx, ui, ctx.say(ScheduleWords::Reason), &next.reason)
    {
        next.reason = reason;
    }
}

const fn was_held(status: SessionStatus) -> bool {
    matches!(status, SessionStatus::Attended | SessionStatus::Late | SessionStatus::LeftEarly)
}
