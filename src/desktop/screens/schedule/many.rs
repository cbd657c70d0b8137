//! Forms for many new sessions at once: a series added, a week copied; each tells before what comes of it.

use egui::{RichText, Ui};

use super::change::{additions, batch, ground, monday, step};
use super::looks::{SeriesForm, Sheet};
use super::sheet::{Answer, Ready, answers_ui, close, fields_ui, keep};
use crate::base::{Date, Minutes, ModuleId, Slug, Weekday};
use crate::desktop::form as fields;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::Item;
use crate::schedule::{self, Laid, Opening, Series, still_owed};
use crate::wording::screen::{ScheduleWords, copy_of, copy_told, group_time, series_told, to_place};
use crate::wording::time;

/// A form for a new series: of the module that is selected, or else of the first with sessions to place.
pub(super) fn new_series(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Option<Sheet> {
    let plan = open.plan();
    let owing = plan.modules.iter().find(|module| still_owed(plan, module) > 0);
    let module = selected(ctx, open).or(owing.map(|module| module.id)).or(plan.modules.first().map(|one| one.id))?;
    let last = open.model.weeks.last()?.number;
    let weeks = (ctx.shell.week.min(last), last);
    let day_from = plan.segments.first().map(|segment| segment.day_from);
    let start = day_from.or(plan.sessions.first().map(|session| session.start));
    let form = SeriesForm { module, block: None, days: Vec::new(), start: start?, minutes: Minutes(60), weeks };
    Some(Sheet::Series(of_module(open, &form, module)))
}

/// A form for copying the week that is shown to the next.
pub(super) fn new_copy(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Option<Sheet> {
    let next = ctx.shell.week + 1;
    let fits = open.model.week(next).is_some();
    let full = open.model.week(ctx.shell.week).is_some_and(|week| !week.sessions.is_empty());
    (fits && full).then_some(Sheet::Copy(next, next))
}

/// The module that is selected, or whose session is.
pub(super) fn selected(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Option<ModuleId> {
    let item = ctx.shell.selection?;
    if let Item::Module(id) = item {
        return Some(id);
    }
    let Item::Session(id) = item else { return None };
    open.plan().session(id).map(|session| session.module)
}

/// The form for a module: in its group where there is one, and as long as it is prescribed.
fn of_module(open: &OpenPlan, form: &SeriesForm, module: ModuleId) -> SeriesForm {
    let minutes = open.plan().module(module).map_or(form.minutes, |module| module.minutes);
    let form = SeriesForm { module, block: None, days: Vec::new(), minutes, ..form.clone() };
    match groups(open, module).into_iter().next() {
        Some(group) => in_group(&form, &group),
        None => like_before(open, form),
    }
}

/// The form for a module without a group: on the weekdays and at the time at which it was last planned.
fn like_before(open: &OpenPlan, form: SeriesForm) -> SeriesForm {
    let Some(last) = open.plan().sessions_of(form.module).last() else { return form };
    SeriesForm { days: vec![Weekday::of(last.date)], start: last.start, minutes: last.minutes, ..form }
}

fn in_group(form: &SeriesForm, group: &Group<'_>) -> SeriesForm {
    let Opening { block, start, minutes, .. } = group.meeting;
    SeriesForm {
        block: Some(block.clone()),
        days: group.days.clone(),
        start: *start,
        minutes: *minutes,
        ..form.clone()
    }
}

/// One of the clinic's groups: one of its meetings, and its weekdays.
struct Group<'a> {
    meeting: &'a Opening,
    days: Vec<Weekday>,
}

fn groups(open: &OpenPlan, module: ModuleId) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for one in open.model.openings.iter().filter(|one| one.module == module) {
        let day = Weekday::of(one.date);
        match groups.iter_mut().find(|group| group.meeting.block == one.block) {
            Some(group) if group.days.contains(&day) => {}
            Some(group) => group.days.push(day),
            None => groups.push(Group { meeting: one, days: vec![day] }),
        }
    }
    for group in &mut groups {
        group.days.sort_unstable();
    }
    groups
}

/// The form for a new series.
pub(super) fn series_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, now: &SeriesForm) {
    let mut next = now.clone();
    fields_ui(ui, |ui| {
        if let Some(module) = module_ui(ctx, open, ui, now.module) {
            next = of_module(open, &next, module);
        }
        group_ui(ctx, open, ui, &mut next);
        days_ui(ctx, ui, &mut next.days);
        if next.block.is_none() {
            time_ui(ctx, ui, &mut next);
        }
        weeks_ui(ctx, open, ui, [ScheduleWords::FromWeek, ScheduleWords::ToWeek], &mut next.weeks);
    });
    if next != *now {
        keep(ctx, Sheet::Series(next.clone()));
    }
    let laid = laid_series(ctx, open, &next);
    let at = (next.start, next.start.after(next.minutes));
    let told = series_told(batch(open.plan(), &laid), &next.days, at, ctx.language());
    let none = if next.days.is_empty() { ScheduleWords::ChooseDays } else { ScheduleWords::NothingChanges };
    let ready = told_ui(ctx, ui, &laid, &told, none);
    if answers_ui(ctx, ui, ScheduleWords::Add, ready) == Answer::Go
        && let Some(edit) = additions(&laid.sessions)
    {
        step(ctx, edit);
        close(ctx);
    }
}

fn laid_series(ctx: &ViewCtx<'_>, open: &OpenPlan, form: &SeriesForm) -> Laid {
    let Some((from, to)) = mondays(open, form.weeks) else { return Laid::default() };
    let (module, days, start, minutes) = (form.module, form.days.clone(), form.start, form.minutes);
    schedule::series(ground(ctx, open), &Series { module, days, start, minutes, from, to })
}

fn mondays(open: &OpenPlan, weeks: (u16, u16)) -> Option<(Date, Date)> {
    monday(open, weeks.0).zip(monday(open, weeks.1))
}

/// What comes of it.
pub(super) fn told_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, laid: &Laid, told: &str, none: ScheduleWords) -> Ready {
    ui.add_space(2.0);
    let unmoved = laid.is_empty() && laid.shut + laid.taken == 0;
    let (words, color, ready) = if unmoved {
        (ctx.say(none), ctx.tokens.soft, Ready::No)
    } else if laid.is_empty() {
        (told, ctx.tokens.error, Ready::No)
    } else {
        (told, ctx.tokens.ink, Ready::Yes)
    };
    let said = ui.label(RichText::new(words).color(color));
    let live = |node: &mut egui::accesskit::Node| node.set_live(egui::accesskit::Live::Polite);
    ui.ctx().accesskit_node_builder(said.id, live);
    ready
}

pub(super) fn module_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, now: ModuleId) -> Option<ModuleId> {
    let all: Vec<_> = open.plan().modules.iter().map(|one| (one.id, one.plain_name.get(ctx.language()))).collect();
    let chosen = fields::choice(ctx, ui, ctx.say(ScheduleWords::Module), now, &all);
    let owed = open.plan().module(chosen.unwrap_or(now)).map_or(0, |module| still_owed(open.plan(), module));
    let words = match owed {
        0 => ctx.say(ScheduleWords::AllPlaced).to_owned(),
        owed => to_place(owed, ctx.language()),
    };
    ui.label(theme::soft(words, ctx.tokens));
    chosen
}

fn group_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, next: &mut SeriesForm) {
    let groups = groups(open, next.module);
    if groups.is_empty() {
        return;
    }
    let words = |group: &Group<'_>| group_time(&group.days, (group.meeting.start, group.meeting.end()), ctx.language());
    let words: Vec<String> = groups.iter().map(words).collect();
    let mut all: Vec<(Option<usize>, &str)> =
        words.iter().enumerate().map(|(at, one)| (Some(at), one.as_str())).collect();
    all.push((None, ctx.say(ScheduleWords::OwnTime)));
    let block: Option<&Slug> = next.block.as_ref();
    let now = groups.iter().position(|group| Some(&group.meeting.block) == block);
    match fields::choice(ctx, ui, ctx.say(ScheduleWords::Time), now, &all) {
        None => {}
        Some(None) => next.block = None,
        Some(Some(at)) => {
            if let Some(group) = groups.get(at) {
                *next = in_group(next, group);
            }
        }
    }
}

fn days_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, days: &mut Vec<Weekday>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(theme::soft(ctx.say(ScheduleWords::Weekdays), ctx.tokens));
        widgets::group(ui, ctx.say(ScheduleWords::Weekdays), egui::Role::Group, |ui| {
            ui.horizontal_wrapped(|ui| {
                for day in Weekday::ALL {
                    let taken = days.contains(&day);
                    let words = time::weekday_short(day, ctx.language());
                    if ui.add(egui::Button::selectable(taken, words)).clicked() {
                        days.retain(|one| *one != day);
                        if !taken {
                            days.push(day);
                            days.sort_unstable();
                        }
                    }
                }
            });
        });
    });
}

fn time_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, next: &mut SeriesForm) {
    ui.columns(2, |columns| {
        let [start, length] = columns else { return };
        if let Some(time) = fields::clock(ctx, start, ctx.say(ScheduleWords::Start), next.start) {
            next.start = time;
        }
        if let Some(minutes) = length_ui(ctx, length, next.minutes) {
            next.minutes = minutes;
        }
    });
}

pub(super) fn length_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, now: Minutes) -> Option<Minutes> {
    let minutes = fields::number(ctx, ui, ctx.say(ScheduleWords::Length), Some(now.0.into()), 5..=720)??;
    u16::try_from(minutes).ok().map(Minutes)
}

fn weeks_ui(
    ctx: &ViewCtx<'_>,
    open: &OpenPlan,
    ui: &mut Ui,
    [first, last]: [ScheduleWords; 2],
    weeks: &mut (u16, u16),
) {
    ui.columns(2, |columns| {
        let [from, to] = columns else { return };
        if let Some(number) = week_ui(ctx, open, from, first, weeks.0) {
            *weeks = (number, weeks.1.max(number));
        }
        if let Some(number) = week_ui(ctx, open, to, last, weeks.1) {
            *weeks = (weeks.0.min(number), number);
        }
    });
}

pub(super) fn week_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, label: ScheduleWords, now: u16) -> Option<u16> {
    let language = ctx.language();
    let words = |week: &crate::desktop::model::WeekModel| {
        format!("{}, {}", week.number, crate::wording::screen::week_span(week.starts, language))
    };
    let words: Vec<(u16, String)> = open.model.weeks.iter().map(|week| (week.number, words(week))).collect();
    let all: Vec<(u16, &str)> = words.iter().map(|(number, words)| (*number, words.as_str())).collect();
    fields::choice(ctx, ui, ctx.say(label), now, &all)
}

/// The form for copying the week that is shown.
pub(super) fn copy_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, now: (u16, u16)) {
    let mut next = now;
    ui.spacing_mut().item_spacing.y = 10.0;
    let Some(from) = monday(open, ctx.shell.week) else { return close(ctx) };
    ui.label(copy_of(ctx.shell.week, from, ctx.language()));
    weeks_ui(ctx, open, ui, [ScheduleWords::FirstWeek, ScheduleWords::LastWeek], &mut next);
    if next != now {
        keep(ctx, Sheet::Copy(next.0, next.1));
    }
    let to: Vec<Date> =
        (next.0..=next.1).filter(|week| *week != ctx.shell.week).filter_map(|week| monday(open, week)).collect();
    let laid = schedule::copy_week(ground(ctx, open), from, &to);
    let ready =
        told_ui(ctx, ui, &laid, &copy_told(batch(open.plan(), &laid), ctx.language()), ScheduleWords::NothingChanges);
    if answers_ui(ctx, ui, ScheduleWords::Copy, ready) == Answer::Go
        && let Some(edit) = additions(&laid.sessions)
    {
        step(ctx, edit);
        close(ctx);
    }
}
