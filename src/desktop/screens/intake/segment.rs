//! The stretches of a stay: setting, track, dates, days, hours and pauses.

use egui::Ui;

use super::field::{Form, any, not_after, not_before, put};
use super::record::{self, Line, List};
use crate::base::{ClockTime, Date, SegmentId, Slug, Weekday, days_after, week_of};
use crate::desktop::form::Rows;
use crate::desktop::widgets;
use crate::draft::stay;
use crate::plan::{ListEdit, Pause, PauseKind, Segment, Setting};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::{joined, span_said, track_said, which_day};
use crate::wording::{terms, time};

pub(super) const NINE: ClockTime = at(9);
pub(super) const NOON: ClockTime = at(12);

const fn at(hour: u16) -> ClockTime {
    match ClockTime::from_minutes(hour * 60) {
        Some(time) => time,
        None => ClockTime::MIDNIGHT,
    }
}

/// All segments in order of date.
pub(super) fn list_ui(form: Form<'_>, ui: &mut Ui) {
    let clinic = form.ctx.clinic();
    let edit = |change: ListEdit<Segment>| stay::with_what_follows(form.plan, clinic, change);
    let list = List { records: &form.plan.segments, add: L::AddSegment, first: L::FirstDay, edit: &edit };
    let line = |segment: &Segment| Line {
        title: terms::setting(segment.setting, form.ctx.language()).to_owned(),
        detail: detail(form, segment),
    };
    record::list_ui(form, ui, &list, || following(form), line, |ui, segment| segment_ui(form, ui, segment));
}

fn detail(form: Form<'_>, segment: &Segment) -> String {
    let language = form.ctx.language();
    let dates = span_said(segment.from, segment.to, stay::weeks_of(segment.from, segment.to), language);
    joined(&[&dates, &track_said(&segment.days, segment.day_from, segment.day_to, language)])
}

/// What follows the last segment: four weeks of the same days in outpatient care; without one, a usual stay.
pub(super) fn following(form: Form<'_>) -> Segment {
    let last = form.plan.segments.last();
    let weeks = if last.is_some() { 4 } else { stay::USUAL_WEEKS };
    let from = stay::next_monday(last.map_or(form.ctx.today, |last| last.to));
    let days = last.map_or_else(|| vec![Weekday::Mon, Weekday::Wed, Weekday::Thu], |last| last.days.clone());
    Segment {
        id: SegmentId::default(),
        setting: if last.is_some() { Setting::Outpatient } else { Setting::IopAdult },
        from,
        to: end(from, weeks, &days),
        days,
        day_from: last.map_or(NINE, |last| last.day_from),
        day_to: last.map_or(NOON, |last| last.day_to),
        week_minutes: crate::base::Minutes(if last.is_some() { 60 } else { 540 }),
        track: last.and_then(|last| last.track.clone()),
        pauses: Vec::new(),
    }
}

/// The last program day of so many weeks, or their Sunday where there is none.
fn end(from: Date, weeks: u8, days: &[Weekday]) -> Date {
    let sunday = days_after(week_of(from), (u16::from(weeks) * 7).saturating_sub(1));
    stay::last_program_day(from, weeks, days).unwrap_or(sunday).max(from)
}

fn segment_ui(form: Form<'_>, ui: &mut Ui, segment: &mut Segment) {
    let language = form.ctx.language();
    let settings = [Setting::IopAdult, Setting::IopAdolescent, Setting::Php, Setting::Outpatient]
        .map(|setting| (setting, terms::setting(setting, language)));
    form.choice_in(ui, L::Setting, &mut segment.setting, &settings);
    track_ui(form, ui, segment);
    dates_ui(form, ui, segment);
    days_ui(form, ui, segment);
    hours_ui(form, ui, segment);
    pauses_ui(form, ui, segment);
}

/// Another track brings its days and times.
fn track_ui(form: Form<'_>, ui: &mut Ui, segment: &mut Segment) {
    let Some(clinic) = form.ctx.clinic() else { return };
    let language = form.ctx.language();
    let mut all: Vec<(Option<&Slug>, &str)> =
        clinic.tracks.iter().map(|track| (Some(&track.slug), track.name.get(language))).collect();
    all.push((None, form.say(L::NoTrack)));
    let now = segment.track.clone();
    let Some(taken) = form.choice(ui, L::Track, now.as_ref(), &all) else { return };
    segment.track = taken.cloned();
    if let Some(track) = taken.and_then(|slug| clinic.track(slug)) {
        let weeks = stay::weeks_of(segment.from, segment.to);
        segment.days.clone_from(&track.days);
        (segment.day_from, segment.day_to) = (track.from, track.to);
        segment.to = end(segment.from, weeks, &segment.days);
    }
}

fn dates_ui(form: Form<'_>, ui: &mut Ui, segment: &mut Segment) {
    let (first, weeks) = (segment.from, stay::weeks_of(segment.from, segment.to));
    let (mut from, mut asked, mut to) = (segment.from, None, segment.to);
    form.row(
        ui,
        [
            &mut |ui| {
                form.firm_date_in(ui, L::FirstDay, &mut from, any);
                form.note(ui, time::weekday(Weekday::of(first), form.ctx.language()));
            },
            &mut |ui| asked = form.number(ui, L::Weeks, u16::from(weeks), 1..=104),
            &mut |ui| {
                form.firm_date_in(ui, L::LastDay, &mut to, not_before(Some(first)));
                form.note(ui, time::weekday(Weekday::of(segment.to), form.ctx.language()));
            },
        ],
    );
    let asked = asked.and_then(|weeks| u8::try_from(weeks).ok());
    if from != segment.from || asked.is_some() {
        segment.from = from;
        segment.to = end(from, asked.unwrap_or(weeks), &segment.days);
    } else {
        segment.to = to;
    }
}

fn days_ui(form: Form<'_>, ui: &mut Ui, segment: &mut Segment) {
    let before = segment.days.clone();
    form.hint(ui, form.say(L::ProgramDays));
    widgets::group(ui, form.say(L::ProgramDays), egui::Role::Group, |ui| {
        ui.horizontal_wrapped(|ui| {
            for day in Weekday::ALL {
                day_ui(form, ui, day, &mut segment.days);
            }
        });
    });
    if segment.days != before {
        let weeks = stay::weeks_of(segment.from, segment.to);
        segment.days.sort_unstable();
        segment.to = end(segment.from, weeks, &segment.days);
    }
}

fn day_ui(form: Form<'_>, ui: &mut Ui, day: Weekday, days: &mut Vec<Weekday>) {
    let on = days.contains(&day);
    let button = egui::Button::selectable(on, which_day(day, form.ctx.language())).frame_when_inactive(true);
    let response = ui.add(button);
    widgets::ring(ui, &response, form.ctx.tokens);
    if response.clicked() {
        if on {
            days.retain(|one| *one != day);
        } else {
            days.push(day);
        }
    }
}

fn hours_ui(form: Form<'_>, ui: &mut Ui, segment: &mut Segment) {
    let (first, last) = (segment.day_from, segment.day_to);
    let Segment { day_from, day_to, week_minutes, .. } = segment;
    let turned = |wrong: bool| if wrong { Err(L::EndsBeforeStart) } else { Ok(()) };
    form.row(
        ui,
        [
            &mut |ui| {
                let name = (form.say(L::DayFrom), Rows::One);
                put(day_from, |now| form.clock(ui, name, *now, |time| turned(time >= last)));
            },
            &mut |ui| {
                let name = (form.say(L::DayTo), Rows::One);
                put(day_to, |now| form.clock(ui, name, *now, |time| turned(time <= first)));
            },
            &mut |ui| put(week_minutes, |now| form.hours(ui, L::WeekHours, *now)),
        ],
    );
}

fn pauses_ui(form: Form<'_>, ui: &mut Ui, segment: &mut Segment) {
    let language = form.ctx.language();
    let kinds = [PauseKind::Hold, PauseKind::Hospital].map(|kind| (kind, terms::pause(kind, language)));
    let from = form.ctx.today.clamp(segment.from, segment.to);
    let blank = || Pause { kind: PauseKind::Hold, from, to: None, reason: String::new() };
    let taken = record::values_ui(form, ui, &segment.pauses, (L::Pauses, L::AddPause), blank, |ui, pause| {
        let (first, last) = (pause.from, pause.to);
        let Pause { kind, from, to, reason } = pause;
        form.pair(ui, |ui| form.choice_in(ui, L::PauseKind, kind, &kinds), |ui| form.text_in(ui, L::Reason, reason));
        form.pair(
            ui,
            |ui| form.firm_date_in(ui, L::FirstDay, from, not_after(last)),
            |ui| form.date_in(ui, L::LastDay, to, not_before(Some(first))),
        );
    });
    if let Some(pauses) = taken {
        segment.pauses = pauses;
    }
}
