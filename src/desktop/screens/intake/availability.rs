//! When they can come: a usual week as spans of time, days away, and where they are for video sessions.

use egui::{Ui, vec2};

use super::field::{Form, any, not_before, put};
use super::{record, segment};
use crate::base::{Minutes, Weekday, is_blank};
use crate::desktop::form::Rows;
use crate::desktop::theme;
use crate::desktop::widgets::{self, Sign};
use crate::plan::{Available, Away, Edit, PersonEdit, Segment, Telehealth};
use crate::wording::census::capital;
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::{add_time, at_day, remove};
use crate::wording::time;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    week_ui(form, ui);
    away_ui(form, ui);
    telehealth_ui(form, ui);
}

fn week_ui(form: Form<'_>, ui: &mut Ui) {
    ui.label(theme::strong(form.say(L::Availability)));
    let now = &form.plan.person.availability;
    let program = program_times(&form.plan.segments);
    if !program.is_empty() && *now != program && form.button(ui, L::UseProgramTimes).clicked() {
        form.ctx.edit(Edit::Person(PersonEdit::Availability(program.clone())));
    }
    let mut then = now.clone();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for day in Weekday::ALL {
            day_ui(form, ui, day, &mut then);
        }
    });
    form.differs(now, then, |then| Edit::Person(PersonEdit::Availability(then)));
}

/// The days and times of all segments, each day once at its widest.
fn program_times(segments: &[Segment]) -> Vec<Available> {
    let on = |day: Weekday| {
        let mine = || segments.iter().filter(move |segment| segment.days.contains(&day));
        let (from, to) = (mine().map(|s| s.day_from).min()?, mine().map(|s| s.day_to).max()?);
        Some(Available { day, from, to })
    };
    Weekday::ALL.into_iter().filter_map(on).collect()
}

fn day_ui(form: Form<'_>, ui: &mut Ui, day: Weekday, week: &mut Vec<Available>) {
    let places: Vec<usize> =
        week.iter().enumerate().filter(|(_, span)| span.day == day).map(|(place, _)| place).collect();
    let mut asked = None;
    for (number, place) in places.iter().enumerate() {
        let Some(span) = week.get_mut(*place) else { continue };
        ui.horizontal(|ui| {
            day_name(form, ui, day, number);
            if span_ui(form, ui, span, number + 1) {
                asked = Some(Change::Remove(*place));
            }
            if number + 1 == places.len() && add_ui(form, ui, day) {
                asked = Some(Change::Add);
            }
        });
    }
    if places.is_empty() {
        ui.horizontal(|ui| {
            day_name(form, ui, day, 0);
            let size = vec2(2.0 * CLOCK + DASH, ROW);
            ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_width(size.x);
                form.hint(ui, form.say(L::CannotCome));
            });
            ui.add_space(ROW + 6.0);
            if add_ui(form, ui, day) {
                asked = Some(Change::Add);
            }
        });
    }
    match asked {
        Some(Change::Add) => add(form, day, week),
        Some(Change::Remove(place)) => drop(week.remove(place)),
        None => {}
    }
}

enum Change {
    Add,
    Remove(usize),
}

fn add_ui(form: Form<'_>, ui: &mut Ui, day: Weekday) -> bool {
    let name = add_time(day, form.ctx.language());
    widgets::sign(ui, form.ctx.tokens, Sign::Plus, &name).clicked()
}

const CLOCK: f32 = 110.0;
const DASH: f32 = 23.0;
const ROW: f32 = 30.0;

fn day_name(form: Form<'_>, ui: &mut Ui, day: Weekday, number: usize) {
    ui.allocate_ui_with_layout(vec2(110.0, ROW), egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_width(110.0);
        if number == 0 {
            ui.label(capital(time::weekday(day, form.ctx.language())));
        }
    });
}

/// A span with its button to remove it; tells whether it is to go.
fn span_ui(form: Form<'_>, ui: &mut Ui, span: &mut Available, number: usize) -> bool {
    let (first, last, day, language) = (span.from, span.to, span.day, form.ctx.language());
    let turned = |wrong: bool| if wrong { Err(L::EndsBeforeStart) } else { Ok(()) };
    ui.push_id((day, number), |ui| {
        let from = at_day(form.say(L::DayFrom), day, number, language);
        cell(ui, |ui| put(&mut span.from, |now| form.clock(ui, (&from, Rows::Bare), *now, |t| turned(t >= last))));
        ui.label("–");
        let to = at_day(form.say(L::DayTo), day, number, language);
        cell(ui, |ui| put(&mut span.to, |now| form.clock(ui, (&to, Rows::Bare), *now, |t| turned(t <= first))));
        let name = remove(&at_day(&time::span(first, last, language), day, number, language), language);
        widgets::sign(ui, form.ctx.tokens, Sign::Cross, &name).clicked()
    })
    .inner
}

fn cell(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(CLOCK, ROW), egui::Layout::top_down(egui::Align::LEFT), |ui| {
        ui.set_width(CLOCK);
        add(ui);
    });
}

/// A new span follows the last one of its day; else it is like that of the day before, or like the program's.
fn add(form: Form<'_>, day: Weekday, week: &mut Vec<Available>) {
    let mine = week.iter().rfind(|span| span.day == day);
    let later = mine.map(|span| Available { day, from: span.to.after(Minutes(60)), to: span.to.after(Minutes(180)) });
    let before = week.iter().rfind(|span| span.day < day).or(week.first()).copied();
    let program = form.plan.segments.first().map(|s| Available { day, from: s.day_from, to: s.day_to });
    let usual = Available { day, from: segment::NINE, to: segment::NOON };
    let new = Available { day, ..later.or(before).or(program).unwrap_or(usual) };
    if new.from < new.to {
        week.push(new);
        week.sort_by_key(|span| (span.day, span.from));
    }
}

fn away_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::AwayDays);
    let first = form.plan.segments.first().map_or(form.ctx.today, |segment| segment.from);
    let blank = || Away { from: first, to: first, reason: String::new() };
    let away = &form.plan.person.away;
    let taken = record::values_ui(form, ui, away, (L::AwayDays, L::AddAway), blank, |ui, away| {
        let (first, last) = (away.from, away.to);
        let Away { from, to, reason } = away;
        let moved = *from;
        form.row(
            ui,
            [
                &mut |ui| form.firm_date_in(ui, L::FirstDay, from, any),
                &mut |ui| form.firm_date_in(ui, L::LastDay, to, not_before(Some(first))),
                &mut |ui| form.text_in(ui, L::Reason, reason),
            ],
        );
        // A first day that moves past the last takes it along: whoever enters both begins with the first.
        if *from != moved && last < *from {
            *to = *from;
        }
    });
    form.person(taken, PersonEdit::Away);
}

fn telehealth_ui(form: Form<'_>, ui: &mut Ui) {
    form.heading(ui, L::Telehealth);
    let blank = Telehealth { location: String::new(), state: String::new(), emergency_address: String::new() };
    let now = form.plan.person.telehealth.clone().unwrap_or(blank);
    let mut then = now.clone();
    let Telehealth { location, state, emergency_address } = &mut then;
    form.pair(
        ui,
        |ui| form.text_in(ui, L::TelehealthPlace, location),
        |ui| form.text_in(ui, L::TelehealthState, state),
    );
    form.text_in(ui, L::TelehealthEmergency, emergency_address);
    form.differs(&now, then, |then| Edit::Person(PersonEdit::Telehealth(kept(then))));
}

fn kept(telehealth: Telehealth) -> Option<Telehealth> {
    let Telehealth { location, state, emergency_address } = &telehealth;
    let says = [location, state, emergency_address].into_iter().any(|text| !is_blank(text));
    says.then_some(telehealth)
}
