//! What is said about a timetable: rules, why none exists, ways out, and how good one is.

mod aims;
pub mod alternatives;
mod calendar;
mod ways_out;

pub use aims::{change, culprits, tier, tier_name, units};
pub use calendar::{Heading, Kept, clash, heading, headline, no_clinic, no_track, not_laid, way_out};
pub use ways_out::give;

use super::time::{clock, length, weekday};
use crate::base::{ClockTime, Language, Minutes, Weekday};
use crate::schedule::engine::{Fault, ModuleIx, Order, Placement, Problem, Rule, Shortfall, Violation};

fn pick<T>(language: Language, english: T, spanish: T) -> T {
    match language {
        Language::English => english,
        Language::Spanish => spanish,
    }
}

fn day(day: u8, language: Language) -> &'static str {
    Weekday::ALL.get(usize::from(day)).map_or("", |&day| weekday(day, language))
}

/// A date of the problem: `Monday of week 3`.
fn date(week: u16, weekday: u8, language: Language) -> String {
    let (name, week) = (day(weekday, language), week + 1);
    pick(language, format!("{name} of week {week}"), format!("{name} de la semana {week}"))
}

fn time(start: u16, problem: &Problem, language: Language) -> String {
    let minutes = u32::from(start) * problem.slot_minutes();
    let time = u16::try_from(minutes).ok().and_then(ClockTime::from_minutes);
    clock(time.unwrap_or(ClockTime::MIDNIGHT), language)
}

fn hours(minutes: u32) -> String {
    length(Minutes(u16::try_from(minutes).unwrap_or(u16::MAX)))
}

/// A place in words: `CBT group, Monday of week 3, 5:00 PM`.
pub fn place(at: Placement, problem: &Problem, language: Language) -> String {
    let (name, date) = (problem.module_name(at.module), date(at.week, at.day, language));
    format!("{name}, {date}, {}", time(at.start, problem, language))
}

/// A rule in words, as it stands.
pub fn rule(rule: Rule, problem: &Problem, language: Language) -> String {
    let name = |ix: ModuleIx| problem.module_name(ix);
    match rule {
        Rule::Avail(on) => {
            let on = day(on, language);
            pick(language, format!("The person’s hours on {on}"), format!("El horario de la persona el {on}"))
        }
        Rule::Absence(week, on) => {
            let date = date(week, on, language);
            pick(language, format!("The person is away on {date}"), format!("La persona está ausente el {date}"))
        }
        Rule::PartialAbsence(week, on) => {
            let date = date(week, on, language);
            let spanish = format!("La persona está ausente unas horas el {date}");
            pick(language, format!("The person is away for some hours on {date}"), spanish)
        }
        Rule::Closure(week, on) => {
            let date = date(week, on, language);
            pick(language, format!("The clinic is closed on {date}"), format!("La clínica está cerrada el {date}"))
        }
        Rule::Earliest(module) => {
            let name = name(module);
            pick(language, format!("When {name} may begin"), format!("Cuándo puede comenzar {name}"))
        }
        Rule::Latest(module) => {
            let name = name(module);
            pick(language, format!("When {name} must be over"), format!("Cuándo debe terminar {name}"))
        }
        Rule::Full(who, week) => {
            let (who, week) = (problem.who_name(who), week + 1);
            let spanish = format!("El grupo {who} está lleno o no se reúne en la semana {week}");
            pick(language, format!("The group {who} is full or does not meet in week {week}"), spanish)
        }
        Rule::Off(who, week) => {
            let (who, week) = (problem.who_name(who), week + 1);
            pick(language, format!("{who} is off in week {week}"), format!("{who} no trabaja en la semana {week}"))
        }
        Rule::Busy(who, week) => {
            let (who, week) = (problem.who_name(who), week + 1);
            let spanish = format!("{who} tiene otras citas en la semana {week}");
            pick(language, format!("{who} has other bookings in week {week}"), spanish)
        }
        Rule::Rooms(week, on) => {
            let date = date(week, on, language);
            pick(language, format!("No room is free on {date}"), format!("No hay sala libre el {date}"))
        }
        Rule::Sessions(_) | Rule::Freq(_) | Rule::PerDay(_) | Rule::Gap(_) | Rule::Order(_) | Rule::Pin(..) => {
            of_module(rule, problem, language)
        }
        Rule::WeekMin(_) | Rule::WeekMax(_) | Rule::DaysMin(_) | Rule::DaysMax(_) | Rule::DayMin | Rule::DayMax => {
            of_program(rule, problem, language)
        }
    }
}

fn of_module(rule: Rule, problem: &Problem, language: Language) -> String {
    let name = |ix: ModuleIx| problem.module_name(ix);
    match rule {
        Rule::Sessions(module) => {
            let (name, (sessions, _)) = (name(module), problem.dose(module));
            pick(language, format!("All {sessions} sessions of {name}"), format!("Las {sessions} sesiones de {name}"))
        }
        Rule::Freq(module) => {
            let (name, most) = (name(module), problem.most_a_week(module));
            let spanish = format!("{name}: como máximo {most} por semana");
            pick(language, format!("{name}: at most {most} a week"), spanish)
        }
        Rule::PerDay(module) => {
            let (name, most) = (name(module), problem.most_a_day(module));
            pick(language, format!("{name}: at most {most} a day"), format!("{name}: como máximo {most} por día"))
        }
        Rule::Gap(module) => {
            let name = name(module);
            pick(language, format!("{name} without a long gap"), format!("{name} sin interrupciones largas"))
        }
        Rule::Order(Order { before, k, after, j }) => {
            let (before, after) = (name(before), name(after));
            let english = format!("Session {k} of {before} comes before session {j} of {after}");
            pick(language, english, format!("La sesión {k} de {before} va antes que la sesión {j} de {after}"))
        }
        Rule::Pin(module, week, on, start) => {
            let (name, date) = (name(module), date(week, on, language));
            let time = time(start, problem, language);
            pick(language, format!("{name} stays on {date}, {time}"), format!("{name} se queda el {date}, {time}"))
        }
        Rule::Avail(_)
        | Rule::Absence(..)
        | Rule::PartialAbsence(..)
        | Rule::Closure(..)
        | Rule::Earliest(_)
        | Rule::Latest(_)
        | Rule::Full(..)
        | Rule::Off(..)
        | Rule::Busy(..)
        | Rule::Rooms(..)
        | Rule::WeekMin(_)
        | Rule::WeekMax(_)
        | Rule::DaysMin(_)
        | Rule::DaysMax(_)
        | Rule::DayMin
        | Rule::DayMax => String::new(),
    }
}

fn of_program(rule: Rule, problem: &Problem, language: Language) -> String {
    let limit = problem.limit(rule).unwrap_or(0);
    let (english, spanish) = match rule {
        Rule::WeekMin(week) => {
            let (week, hours) = (week + 1, hours(limit));
            (format!("Week {week}: at least {hours}"), format!("Semana {week}: al menos {hours}"))
        }
        Rule::WeekMax(week) => {
            let (week, hours) = (week + 1, hours(limit));
            (format!("Week {week}: at most {hours}"), format!("Semana {week}: como máximo {hours}"))
        }
        Rule::DaysMin(week) => {
            let week = week + 1;
            (format!("Week {week}: at least {limit} days"), format!("Semana {week}: al menos {limit} días"))
        }
        Rule::DaysMax(week) => {
            let week = week + 1;
            (format!("Week {week}: at most {limit} days"), format!("Semana {week}: como máximo {limit} días"))
        }
        Rule::DayMin => ("The shortest day of attendance".to_owned(), "El día de asistencia más corto".to_owned()),
        Rule::DayMax => ("The longest day of attendance".to_owned(), "El día de asistencia más largo".to_owned()),
        Rule::Avail(_)
        | Rule::Absence(..)
        | Rule::PartialAbsence(..)
        | Rule::Closure(..)
        | Rule::Earliest(_)
        | Rule::Latest(_)
        | Rule::Full(..)
        | Rule::Off(..)
        | Rule::Busy(..)
        | Rule::Rooms(..)
        | Rule::Sessions(_)
        | Rule::Freq(_)
        | Rule::PerDay(_)
        | Rule::Gap(_)
        | Rule::Order(_)
        | Rule::Pin(..) => (String::new(), String::new()),
    };
    pick(language, english, spanish)
}

/// What arithmetic alone shows to be impossible.
pub fn shortfall(found: Shortfall, problem: &Problem, language: Language) -> String {
    match found {
        Shortfall::Floor { from, to, asked, possible } => {
            let (weeks, asked, possible) = (weeks(from, to, language), hours(asked), hours(possible));
            let (ask, ask_es) = if from == to { ("asks", "pide") } else { ("ask", "piden") };
            let english = format!("{weeks} {ask} for {asked}; these modules give at most {possible}");
            pick(language, english, format!("{weeks} {ask_es} {asked}; estos módulos dan como máximo {possible}"))
        }
        Shortfall::Ceiling { from, to, needed, possible } => {
            let (weeks, needed, possible) = (weeks(from, to, language), hours(needed), hours(possible));
            let english = format!("{weeks} must hold {needed}; they have room for at most {possible}");
            pick(language, english, format!("{weeks} deben dar cabida a {needed}; admiten como máximo {possible}"))
        }
        Shortfall::Module { module, asked, possible, because } => {
            let name = problem.module_name(module);
            let (english, spanish) = match (asked, possible) {
                (1, _) => (format!("The session of {name} does not fit"), format!("La sesión de {name} no cabe")),
                (_, 0) => (
                    format!("None of the {asked} sessions of {name} fits"),
                    format!("No cabe ninguna de las {asked} sesiones de {name}"),
                ),
                (_, _) => (
                    format!("{name} has {asked} sessions; only {possible} fit"),
                    format!("{name} tiene {asked} sesiones; solo caben {possible}"),
                ),
            };
            let said = pick(language, english, spanish);
            with_reason(said, because, problem, language)
        }
        Shortfall::Pin { placement, because } => {
            let at = place(placement, problem, language);
            let said = pick(language, format!("{at} cannot stay"), format!("{at} no puede quedarse"));
            with_reason(said, because, problem, language)
        }
    }
}

fn with_reason(said: String, because: Option<Rule>, problem: &Problem, language: Language) -> String {
    match because {
        Some(because) => format!("{said} ({})", rule(because, problem, language)),
        None => said,
    }
}

fn weeks(from: u16, to: u16, language: Language) -> String {
    let (from, to) = (from + 1, to + 1);
    if from == to {
        return pick(language, format!("Week {from}"), format!("Semana {from}"));
    }
    pick(language, format!("Weeks {from}–{to}"), format!("Semanas {from}–{to}"))
}

/// What stands against a place.
pub fn violation(found: Violation, problem: &Problem, language: Language) -> String {
    match found {
        Violation::Rule(broken) => rule(broken, problem, language),
        Violation::Overlap(one, other) => {
            let (one, other) = (place(one, problem, language), place(other, problem, language));
            pick(language, format!("{one} and {other} overlap"), format!("{one} y {other} coinciden"))
        }
        Violation::NoPlace(at) => {
            let at = place(at, problem, language);
            pick(language, format!("{at} is not offered"), format!("{at} no se ofrece"))
        }
        Violation::Twice(at) => {
            let at = place(at, problem, language);
            pick(language, format!("{at} stands there twice"), format!("{at} aparece dos veces"))
        }
        Violation::Held(at) => {
            let at = place(at, problem, language);
            pick(
                language,
                format!("{at} was held and cannot be moved"),
                format!("{at} ya tuvo lugar y no puede moverse"),
            )
        }
    }
}

/// Why a timetable problem cannot be read.
pub fn fault(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::Length(what) => {
            let spanish = format!("“{what}” no tiene una entrada por semana");
            pick(language, format!("“{what}” has not one entry for each week"), spanish)
        }
        Fault::Range(what) => {
            pick(language, format!("“{what}” is out of range"), format!("“{what}” está fuera de rango"))
        }
        Fault::Unknown(name) => {
            pick(language, format!("“{name}” stands for nothing"), format!("“{name}” no corresponde a nada"))
        }
        Fault::Twice(name) => {
            pick(language, format!("“{name}” stands for two things"), format!("“{name}” corresponde a dos cosas"))
        }
    }
}
