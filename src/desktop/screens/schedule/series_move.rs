//! The form that moves a series: which of its sessions, to which weekday, time and length.

use egui::Ui;

use super::change::{batch, ground, monday, relocations, step, together};
use super::looks::{Sheet, ShiftForm};
use super::many::{length_ui, module_ui, selected, told_ui, week_ui};
use super::sheet::{Answer, answers_ui, close, fields_ui, keep};
use crate::base::{Date, Weekday};
use crate::desktop::form as fields;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::plan::{Edit, ListEdit, Session};
use crate::schedule::{self, Laid, Shift};
use crate::wording::screen::{ScheduleWords, shift_told};
use crate::wording::time;

/// A form for moving a series: of the module that is selected, or else of the first that is on the calendar.
pub(super) fn new_shift(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Option<Sheet> {
    let first = open.model.spans.iter().find(|span| !span.sessions.is_empty());
    let module = selected(ctx, open).or(first.map(|span| span.module))?;
    let from = ctx.shell.week;
    Some(Sheet::Shift(ShiftForm { module, only: None, from, day: None, start: None, minutes: None }))
}

/// The form for moving a series.
pub(super) fn shift_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, now: &ShiftForm) {
    let mut next = now.clone();
    let Some(from) = monday(open, next.from) else { return close(ctx) };
    fields_ui(ui, |ui| shift_fields_ui(ctx, open, ui, &mut next, from));
    if next != *now {
        keep(ctx, Sheet::Shift(next.clone()));
    }
    let ShiftForm { module, only, day, start, minutes, .. } = next;
    shift_answers_ui(ctx, open, ui, &Shift { module, only, from, day, start, minutes, weeks: 0 });
}

fn shift_fields_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, next: &mut ShiftForm, from: Date) {
    if let Some(module) = module_ui(ctx, open, ui, next.module) {
        *next = ShiftForm { module, only: None, from: next.from, day: None, start: None, minutes: None };
    }
    let all = Shift { module: next.module, only: None, from, day: None, start: None, minutes: None, weeks: 0 };
    ui.columns(2, |columns| {
        let [which, week] = columns else { return };
        next.only = weekday_ui(ctx, which, ScheduleWords::WhichDays, ScheduleWords::AllDays, next.only);
        if let Some(from) = week_ui(ctx, open, week, ScheduleWords::FromWeek, next.from) {
            next.from = from;
        }
    });
    let first = open.plan().sessions.iter().find(|session| Shift { only: next.only, ..all.clone() }.holds(session));
    if let Some(first) = first {
        ui.columns(3, |columns| {
            let [day, start, length] = columns else { return };
            next.day = weekday_ui(ctx, day, ScheduleWords::ToDay, ScheduleWords::SameDay, next.day);
            let time = next.start.unwrap_or(first.start);
            if let Some(time) = fields::clock(ctx, start, ctx.say(ScheduleWords::Start), time) {
                next.start = Some(time);
            }
            if let Some(minutes) = length_ui(ctx, length, next.minutes.unwrap_or(first.minutes)) {
                next.minutes = Some(minutes);
            }
        });
    }
}

fn shift_answers_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, shift: &Shift) {
    let changes = shift.day.is_some() || shift.start.is_some() || shift.minutes.is_some();
    let laid = if changes { schedule::shift(ground(ctx, open), shift) } else { Laid::default() };
    let ready =
        told_ui(ctx, ui, &laid, &shift_told(batch(open.plan(), &laid), ctx.language()), ScheduleWords::NothingChanges);
    let may_go = |session: &&Session| shift.holds(session) && !session.status.is_record();
    let held: Vec<&Session> = open.plan().sessions.iter().filter(may_go).collect();
    if !held.is_empty() && !changes && ui.button(ctx.say(ScheduleWords::RemoveThese)).clicked() {
        let gone = held.iter().map(|session| Edit::Sessions(ListEdit::Remove(session.id))).collect();
        if let Some(edit) = together(gone) {
            step(ctx, edit);
        }
        return close(ctx);
    }
    if answers_ui(ctx, ui, ScheduleWords::Move, ready) == Answer::Go {
        if let Some(edit) = relocations(open.plan(), &laid.sessions) {
            step(ctx, edit);
        }
        close(ctx);
    }
}

/// A weekday, or none of them; as it is chosen now.
fn weekday_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    label: ScheduleWords,
    none: ScheduleWords,
    now: Option<Weekday>,
) -> Option<Weekday> {
    let mut all = vec![(None, ctx.say(none))];
    all.extend(Weekday::ALL.map(|day| (Some(day), time::weekday(day, ctx.language()))));
    fields::choice(ctx, ui, ctx.say(label), now, &all).unwrap_or(now)
}
