//! What findings about hours say.

use super::say::Say;
use crate::checks::{HoursFinding, Shortened};
use crate::wording::{terms, time};

pub(super) fn message(kind: &HoursFinding, say: &Say<'_>) -> String {
    let it = say.subject();
    match kind {
        HoursFinding::NoRules => say.pick(
            "No payer names a rule pack, so no hours are checked",
            "Ningún pagador tiene paquete de reglas, así que no se comprueban las horas",
        ),
        HoursFinding::WeekBelowFloor { rule, planned, least } => {
            let (rule, planned, least) = (say.rule(rule), time::length(*planned), time::length(*least));
            say.pick(
                format!("{it} plans {planned}; {rule} asks for {least}"),
                format!("{it}: suma {planned}; {rule} exige {least}"),
            )
        }
        HoursFinding::PartialWeekBelowFloor { rule, planned, least, why } => {
            let (rule, planned, least) = (say.rule(rule), time::length(*planned), time::length(*least));
            let why = reason(why, say);
            say.pick(
                format!("{it} is not a full week because {why}: it plans {planned}; {rule} asks for {least} of a full week"),
                format!("{it} no es una semana completa porque {why}: suma {planned}; {rule} exige {least} por semana completa"),
            )
        }
        HoursFinding::WeekAboveCeiling { rule, planned, most } => {
            let (rule, planned, most) = (say.rule(rule), time::length(*planned), time::length(*most));
            say.pick(
                format!("{it} plans {planned}; {rule} allows at most {most}"),
                format!("{it}: suma {planned}; {rule} permite {most} como máximo"),
            )
        }
        HoursFinding::TooFewDays { rule, days, least } => {
            let (rule, days) = (say.rule(rule), say.days(*days));
            say.pick(
                format!("{it} has treatment on {days}; {rule} asks for {least}"),
                format!("{it}: tiene tratamiento en {days}; {rule} exige {least}"),
            )
        }
        HoursFinding::TooManyDays { rule, days, most } => {
            let (rule, days) = (say.rule(rule), say.days(*days));
            say.pick(
                format!("{it} has treatment on {days}; {rule} allows at most {most}"),
                format!("{it}: tiene tratamiento en {days}; {rule} permite {most} como máximo"),
            )
        }
        HoursFinding::DayBelowFloor { rule, date, planned, least } => {
            let (rule, day, planned, least) =
                (say.rule(rule), say.day(*date), time::length(*planned), time::length(*least));
            say.pick(
                format!("{day} plans {planned}; {rule} asks for {least} on a program day"),
                format!("El {day} suma {planned}; {rule} exige {least} en un día de programa"),
            )
        }
        HoursFinding::DayAboveCeiling { rule, date, planned, most } => {
            let (rule, day, planned, most) =
                (say.rule(rule), say.day(*date), time::length(*planned), time::length(*most));
            say.pick(
                format!("{day} plans {planned}; {rule} allows at most {most} on a day"),
                format!("El {day} suma {planned}; {rule} permite {most} por día como máximo"),
            )
        }
        HoursFinding::GapTooLong { rule, from, to, days, most } => {
            let (rule, from, to, days) = (say.rule(rule), say.day(*from), say.day(*to), say.days(*days));
            say.pick(
                format!("From {from} to {to} there are {days} between services; {rule} allows at most {most}"),
                format!("Del {from} al {to} hay {days} entre servicios; {rule} permite {most} como máximo"),
            )
        }
        HoursFinding::StayTooShort { rule, weeks, least } => {
            let (rule, weeks) = (say.rule(rule), say.weeks(*weeks));
            say.pick(
                format!("The program lasts {weeks}; {rule} asks for {least}"),
                format!("El programa dura {weeks}; {rule} exige {least}"),
            )
        }
    }
}

fn reason(why: &Shortened, say: &Say<'_>) -> String {
    match why {
        Shortened::Begins(date) => {
            let day = say.day(*date);
            say.pick(format!("the program begins on {day}"), format!("el programa empieza el {day}"))
        }
        Shortened::Ends(date) => {
            let day = say.day(*date);
            say.pick(format!("the program ends on {day}"), format!("el programa termina el {day}"))
        }
        Shortened::Changes(date) => {
            let day = say.day(*date);
            say.pick(
                format!("another care segment takes over on {day}"),
                format!("el {day} empieza otra etapa de atención"),
            )
        }
        Shortened::Holiday(date, name) => {
            let (day, name) = (say.day(*date), say.text(name));
            say.pick(format!("the clinic is closed on {day} ({name})"), format!("la clínica cierra el {day} ({name})"))
        }
        Shortened::Away(date) => {
            let day = say.day(*date);
            say.pick(format!("the person is away on {day}"), format!("la persona está ausente el {day}"))
        }
        Shortened::Paused(date, kind) => {
            let (day, kind) = (say.day(*date), terms::pause(*kind, say.language));
            say.pick(format!("the person is {kind} on {day}"), format!("la persona está {kind} el {day}"))
        }
    }
}

pub(super) fn fix(kind: &HoursFinding, say: &Say<'_>) -> String {
    match kind {
        HoursFinding::NoRules => say.pick(
            "Choose a rule pack for the payer, or the program’s own rules",
            "Elija un paquete de reglas para el pagador, o las reglas propias del programa",
        ),
        HoursFinding::WeekBelowFloor { planned, least, .. } => {
            let missing = time::length(crate::base::Minutes(least.0.saturating_sub(planned.0)));
            say.pick(
                format!("Add {missing} of treatment that counts, or make this week part of an outpatient segment"),
                format!("Agregue {missing} de tratamiento que cuente, o pase esta semana a una etapa ambulatoria"),
            )
        }
        HoursFinding::PartialWeekBelowFloor { .. } => say.pick(
            "Nothing to do if the payer accepts it; else add a session on another day",
            "Nada, si el pagador lo acepta; si no, agregue una sesión otro día",
        ),
        HoursFinding::WeekAboveCeiling { .. } => say.pick(
            "Move or remove sessions, or look whether another level of care fits",
            "Mueva o quite sesiones, o vea si conviene otro nivel de atención",
        ),
        HoursFinding::TooFewDays { .. } => {
            say.pick("Spread the sessions over more days", "Reparta las sesiones en más días")
        }
        HoursFinding::TooManyDays { .. } => {
            say.pick("Put the sessions on fewer days", "Reúna las sesiones en menos días")
        }
        HoursFinding::DayBelowFloor { .. } => {
            say.pick("Add a session on this day, or empty it", "Agregue una sesión ese día, o déjelo libre")
        }
        HoursFinding::DayAboveCeiling { .. } => {
            say.pick("Move a session to another day", "Mueva una sesión a otro día")
        }
        HoursFinding::GapTooLong { .. } => say.pick("Move a session into the gap", "Mueva una sesión a ese intervalo"),
        HoursFinding::StayTooShort { .. } => say.pick(
            "Let the program last longer, or write down why it is short",
            "Alargue el programa, o escriba por qué es corto",
        ),
    }
}
