//! What findings about days and times say.

use super::say::Say;
use crate::checks::CalendarFinding;
use crate::plan::Item;
use crate::wording::terms;

pub(super) fn message(kind: &CalendarFinding, say: &Say<'_>) -> String {
    let it = say.subject();
    match kind {
        CalendarFinding::NoSegment => {
            say.pick("The stay has no first and last day", "La estancia no tiene primer ni último día")
        }
        CalendarFinding::SegmentsOverlap { other } => {
            let other = lowered(&say.other(Item::Segment(*other)));
            say.pick(format!("{it} overlaps {other}"), format!("{it} se cruza con {other}"))
        }
        CalendarFinding::SegmentWithoutDays => say.pick(
            format!("{it} names no program days, so Monday to Friday is assumed"),
            format!("{it} no nombra días de programa, así que se supone de lunes a viernes"),
        ),
        CalendarFinding::SessionsOverlap { other } => {
            let other = lowered(&say.other(Item::Session(*other)));
            say.pick(format!("{it} is at the same time as {other}"), format!("{it} coincide con {other}"))
        }
        CalendarFinding::OutsideStay => {
            say.pick(format!("{it} lies outside the stay"), format!("{it} queda fuera de la estancia"))
        }
        CalendarFinding::AfterDischarge { left } => {
            let left = say.date(*left);
            say.pick(
                format!("{it} comes after the discharge on {left}"),
                format!("{it} es posterior al alta del {left}"),
            )
        }
        CalendarFinding::OnHoliday { name } => {
            let name = say.text(name);
            say.pick(
                format!("{it} falls on a day when the clinic is closed: {name}"),
                format!("{it} cae en un día en que la clínica cierra: {name}"),
            )
        }
        CalendarFinding::WhileAway { from, to } => {
            let (from, to) = (say.day(*from), say.day(*to));
            say.pick(
                format!("{it} is planned while the person is away, {from} to {to}"),
                format!("{it} está programada mientras la persona está ausente, del {from} al {to}"),
            )
        }
        CalendarFinding::DuringPause { kind, from, to } => {
            let (kind, from) = (terms::pause(*kind, say.language), say.day(*from));
            let to = to.map(|to| say.day(to));
            match to {
                Some(to) => say.pick(
                    format!("{it} is planned while the person is {kind}, {from} to {to}"),
                    format!("{it} está programada mientras la persona está {kind}, del {from} al {to}"),
                ),
                None => say.pick(
                    format!("{it} is planned while the person is {kind}, since {from}"),
                    format!("{it} está programada mientras la persona está {kind}, desde el {from}"),
                ),
            }
        }
        CalendarFinding::TopicBeyondCourse { topic, topics } => say.pick(
            format!("{it} has topic {topic} of a course with {topics}"),
            format!("{it} tiene el tema {topic} de un curso con {topics}"),
        ),
        CalendarFinding::OutsideAvailability => say.pick(
            format!("{it} is outside the times when the person can come"),
            format!("{it} está fuera del horario en que la persona puede venir"),
        ),
        CalendarFinding::Unrecorded { sessions, first, last } => {
            let (sessions, first, last) = (say.sessions(*sessions), say.day(*first), say.day(*last));
            say.pick(
                format!("Not yet recorded after more than a week: {sessions}, {first} to {last}"),
                format!("Sin registrar después de más de una semana: {sessions}, del {first} al {last}"),
            )
        }
    }
}

/// A subject within a sentence: its article small, its quotation as it is.
fn lowered(subject: &str) -> String {
    let mut letters = subject.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

pub(super) fn fix(kind: &CalendarFinding, say: &Say<'_>) -> String {
    match kind {
        CalendarFinding::NoSegment => say.pick(
            "Add a care segment with its setting, dates and program days",
            "Agregue una etapa de atención con su nivel de atención, fechas y días de programa",
        ),
        CalendarFinding::SegmentsOverlap { .. } => say.pick(
            "Let one segment end the day before the other begins",
            "Haga que una etapa termine el día antes de que empiece la otra",
        ),
        CalendarFinding::SegmentWithoutDays => say.pick("Choose its program days", "Elija sus días de programa"),
        CalendarFinding::SessionsOverlap { .. } => say.pick("Move one of the two", "Mueva una de las dos"),
        CalendarFinding::OutsideStay => say.pick(
            "Move it into the stay, or change the dates of the care segment",
            "Muévala dentro de la estancia, o cambie las fechas de la etapa de atención",
        ),
        CalendarFinding::AfterDischarge { .. } => {
            say.pick("Cancel it or correct the day of discharge", "Cancélela o corrija el día del alta")
        }
        CalendarFinding::OnHoliday { .. } => {
            say.pick("Move it to an open day", "Muévala a un día en que la clínica abra")
        }
        CalendarFinding::WhileAway { .. } | CalendarFinding::DuringPause { .. } => {
            say.pick("Move or cancel it", "Muévala o cancélela")
        }
        CalendarFinding::TopicBeyondCourse { .. } => say.pick(
            "Choose a topic of the course, or write one of your own",
            "Elija un tema del curso, o escriba uno propio",
        ),
        CalendarFinding::OutsideAvailability => say.pick(
            "Move it, or ask the person whether this time is possible after all",
            "Muévala, o pregunte a la persona si esa hora es posible de todos modos",
        ),
        CalendarFinding::Unrecorded { .. } => {
            say.pick("Record for each whether the person came", "Registre para cada una si la persona vino")
        }
    }
}
