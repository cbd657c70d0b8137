//! The patient edition's timetable: days, sessions, totals, and what is special about a week.

use std::collections::BTreeSet;

use super::blocks::{Appointment, Block, Day, Style, Text, Voice, Week};
use super::patient::Patient;
use crate::base::{Date, Format, Minutes, Weekday};
use crate::plan::{self, Place, Plan, Segment, Session, SessionStatus};
use crate::wording::paper::{self, PatientLabel as Say};
use crate::wording::time;

/// What may be seen of a session.
pub(super) struct Seen {
    pub(super) name: String,
    pub(super) topic: Option<String>,
    pub(super) place: String,
    pub(super) with: String,
}

pub(super) fn seen(patient: &Patient, session: &Session) -> Seen {
    let module = patient.plan.module(session.module);
    let plain = module.and_then(|module| patient.discretion.allow(module.plain_name.get(patient.language)));
    let general = module.map(|module| paper::plain_format(module.format, patient.language));
    let name = plain.or(general).unwrap_or_default().to_owned();
    let topic = patient.discretion.allow(session.topic_words.get(patient.language)).map(str::to_owned);
    let place = match &session.place {
        Place::Room(room) => patient.discretion.allow(room.get(patient.language)).unwrap_or_default(),
        Place::Telehealth => patient.say(Say::ByVideoOrPhone),
        Place::Elsewhere(place) => patient.discretion.allow(place).unwrap_or_default(),
    };
    let staff = session.staff.as_ref().or(module.and_then(|module| module.responsible.as_ref()));
    let with = staff.map(|staff| paper::with(&staff.name, patient.language)).unwrap_or_default();
    Seen { name, topic, place: place.to_owned(), with }
}

/// The weekdays on which anything takes place in the stay.
pub(super) fn weekdays(plan: &Plan) -> BTreeSet<Weekday> {
    plan.sessions.iter().map(|session| Weekday::of(session.date)).collect()
}

/// Whether the person takes part.
pub(super) fn own(plan: &Plan, session: &Session) -> bool {
    plan.module(session.module).is_none_or(|module| module.format != Format::FamilyWithoutPatient)
}

/// A week's sessions that take place with the person.
fn own_sessions<'a>(plan: &'a Plan, week: &'a plan::Week) -> impl Iterator<Item = &'a Session> {
    week.sessions.iter().copied().filter(|session| session.status.occupies() && own(plan, session))
}

fn own_minutes(plan: &Plan, week: &plan::Week) -> Minutes {
    own_sessions(plan, week).map(|session| session.minutes).sum()
}

/// A row of the overview: week, from when to when on each day, total.
pub(super) fn glance(patient: &Patient, week: &plan::Week, weekdays: &BTreeSet<Weekday>) -> Vec<Vec<Text>> {
    let starts = paper::unbroken(&paper::day_month(week.starts, patient.language));
    let title = paper::unbroken(&time::week(week.number, patient.language));
    let title = Text::voiced(Style::Small, Voice::Strong, title);
    let mut cells = vec![vec![title.and(Voice::Quiet, format!(" \u{a0}{starts}"))]];
    cells.extend(weekdays.iter().map(|day| vec![Text::new(Style::Small, hours_of(patient, week, *day))]));
    let total = paper::unbroken(&time::length(own_minutes(patient.plan, week)));
    cells.push(vec![Text::voiced(Style::Small, Voice::Strong, total)]);
    cells
}

/// From the first to the last session of a day; a day on which the program is closed says so.
fn hours_of(patient: &Patient, week: &plan::Week, day: Weekday) -> String {
    let on = || own_sessions(patient.plan, week).filter(|session| Weekday::of(session.date) == day);
    let span = on().map(|session| session.start).min().zip(on().map(Session::end).max());
    if let Some((from, to)) = span {
        return paper::span_short(from, to, patient.language);
    }
    match patient.plan.program.closed_on(date_of(week, day)) {
        Some(_) => paper::closed("", patient.language),
        None => "–".to_owned(),
    }
}

fn date_of(week: &plan::Week, weekday: Weekday) -> Date {
    week.starts.checked_add(jiff::Span::new().days(i64::from(weekday.index()))).unwrap_or(week.starts)
}

pub(super) fn weeks(patient: &Patient) -> Block {
    let weekdays = weekdays(patient.plan);
    let request = patient.request;
    let mut weeks = plan::weeks(patient.plan);
    weeks.retain(|week| request.weeks.hold(week.starts, request.printed_on));
    let with_sessions = weeks.iter().filter(|week| !week.sessions.is_empty() || !notes(patient, week).is_empty());
    let laid = with_sessions.map(|week| self::week(patient, week, &weekdays)).collect();
    Block::Weeks(laid, patient.say(Say::Notes).to_owned())
}

fn week(patient: &Patient, week: &plan::Week, weekdays: &BTreeSet<Weekday>) -> Week {
    let own = weekdays.iter().filter(|weekday| belongs(patient.plan, week, **weekday));
    let days: Vec<Day> = own.map(|weekday| day(patient, week, *weekday, date_of(week, *weekday))).collect();
    Week {
        title: time::week(week.number, patient.language),
        span: format!(
            "{} – {}",
            paper::day_month(week.starts, patient.language),
            paper::day_month(date_of(week, Weekday::Sun), patient.language)
        ),
        total: paper::this_week(own_minutes(patient.plan, week), patient.language),
        notes: notes(patient, week),
        days: if week.sessions.is_empty() { Vec::new() } else { days },
    }
}

/// Whether a weekday has a column in a week: a program day of a segment in it, or a day with a session.
fn belongs(plan: &Plan, week: &plan::Week, weekday: Weekday) -> bool {
    let is_in_week = |segment: &&Segment| segment.from <= date_of(week, Weekday::Sun) && week.starts <= segment.to;
    let mut segments = plan.segments.iter().filter(is_in_week);
    segments.any(|segment| segment.days.contains(&weekday))
        || week.sessions.iter().any(|session| Weekday::of(session.date) == weekday)
}

/// A week in which nothing takes place says so, and on which days the program is closed.
fn notes(patient: &Patient, week: &plan::Week) -> Vec<String> {
    if !week.sessions.is_empty() {
        return Vec::new();
    }
    let closed = Weekday::ALL.iter().filter_map(|weekday| {
        let date = date_of(week, *weekday);
        let name = patient.plan.program.closed_on(date)?.get(patient.language);
        Some(paper::closed_day(date, patient.discretion.allow(name).unwrap_or_default(), patient.language))
    });
    core::iter::once(patient.say(Say::NoSessionsThisWeek).to_owned()).chain(closed).collect()
}

/// That the program is closed on a day, and why.
fn closed_on(patient: &Patient, date: Date) -> Option<String> {
    let name = patient.plan.program.closed_on(date)?.get(patient.language);
    Some(paper::closed(patient.discretion.allow(name).unwrap_or_default(), patient.language))
}

fn day(patient: &Patient, week: &plan::Week, weekday: Weekday, date: Date) -> Day {
    let sessions: Vec<&&Session> = week.sessions.iter().filter(|session| session.date == date).collect();
    Day {
        name: paper::sentence_case(time::weekday(weekday, patient.language)),
        between: paper::after_weekday(patient.language),
        date: paper::unbroken(&paper::day_month(date, patient.language)),
        note: sessions.is_empty().then(|| empty_day(patient, date)).flatten(),
        cards: sessions.iter().map(|session| appointment(patient, session)).collect(),
    }
}

/// Why a day is empty, where somebody could wonder; reasons for absences stay off the wall.
fn empty_day(patient: &Patient, date: Date) -> Option<String> {
    if let Some(closed) = closed_on(patient, date) {
        return Some(closed);
    }
    let segment = patient.plan.segments.iter().find(|segment| segment.holds(date));
    if segment.is_some_and(|segment| segment.pause_on(date).is_some()) {
        return Some(patient.say(Say::Paused).to_owned());
    }
    if patient.plan.person.away_on(date).is_some() {
        return Some(patient.say(Say::Away).to_owned());
    }
    let program_day = segment.is_some_and(|segment| segment.days.contains(&Weekday::of(date)));
    program_day.then(|| patient.say(Say::NoSession).to_owned())
}

fn appointment(patient: &Patient, session: &Session) -> Appointment {
    let seen = seen(patient, session);
    Appointment {
        starts: session.start.minutes(),
        time: paper::span(session.start, session.end(), patient.language),
        name: seen.name,
        topic: seen.topic,
        place: seen.place,
        with: seen.with,
        aside: (!own(patient.plan, session)).then(|| patient.say(Say::ForMyFamily)),
        off: match session.status {
            SessionStatus::Cancelled => Some(called_off(patient, &session.reason)),
            SessionStatus::Planned
            | SessionStatus::Attended
            | SessionStatus::Late
            | SessionStatus::LeftEarly
            | SessionStatus::Missed
            | SessionStatus::Excused => None,
        },
    }
}

fn called_off(patient: &Patient, reason: &str) -> String {
    let words = patient.say(Say::CalledOff);
    patient.discretion.allow(reason).map_or_else(|| words.to_owned(), |reason| format!("{words}: {reason}"))
}
