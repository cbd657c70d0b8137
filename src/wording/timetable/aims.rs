//! How good a timetable is, in one sentence for each aim.

use super::pick;
use crate::base::Language;
use crate::schedule::engine::{Culprit, Place, Problem, Tier, TierResult};

/// The name of an aim: `Fewest attendance days`.
pub const fn tier_name(tier: Tier, language: Language) -> &'static str {
    match language {
        Language::English => match tier {
            Tier::Change => "Fewest changes",
            Tier::Pacing => "Even pace",
            Tier::Days => "Fewest attendance days",
            Tier::Waits => "Fewest long waits",
            Tier::Provider => "Same clinician",
            Tier::Slot => "Same weekly time",
            Tier::Pref => "Preferred hours",
            Tier::Hours => "Weekly hours on target",
        },
        Language::Spanish => match tier {
            Tier::Change => "Menos cambios",
            Tier::Pacing => "Ritmo constante",
            Tier::Days => "Menos días de asistencia",
            Tier::Waits => "Menos esperas largas",
            Tier::Provider => "El mismo profesional",
            Tier::Slot => "El mismo horario semanal",
            Tier::Pref => "Horas preferidas",
            Tier::Hours => "Horas semanales según lo previsto",
        },
    }
}

/// A tier's value and whether it is proven: `35 visits; no calendar has fewer`.
pub fn tier(result: &TierResult, language: Language) -> String {
    let said = amount(result.tier, result.value, language);
    if result.value == 0 {
        return said;
    }
    let bound = result.bound;
    match (result.proven(), language) {
        (true, Language::English) => format!("{said}; no calendar has fewer"),
        (true, Language::Spanish) => format!("{said}; ningún calendario tiene menos"),
        (false, Language::English) => format!("{said}; at least {bound} in any calendar"),
        (false, Language::Spanish) => format!("{said}; al menos {bound} en cualquier calendario"),
    }
}

pub(super) fn amount(tier: Tier, value: u32, language: Language) -> String {
    let unit = unit(tier, value, language);
    format!("{value} {unit}")
}

/// How a tier would change: `1 more visit`, `2 fewer long waits`.
pub fn change(tier: Tier, by: i32, language: Language) -> String {
    let number = by.unsigned_abs();
    let unit = unit(tier, number, language);
    match (by > 0, language) {
        (true, Language::English) => format!("{number} more {unit}"),
        (false, Language::English) => format!("{number} fewer {unit}"),
        (true, Language::Spanish) => format!("{number} {unit} más"),
        (false, Language::Spanish) => format!("{number} {unit} menos"),
    }
}

/// In what an aim is counted: `visits`.
pub fn units(tier: Tier, language: Language) -> &'static str {
    unit(tier, 2, language)
}

fn unit(tier: Tier, value: u32, language: Language) -> &'static str {
    let one = value == 1;
    let (english, spanish) = match tier {
        Tier::Change if one => ("point of change", "punto de cambio"),
        Tier::Change => ("points of change", "puntos de cambio"),
        Tier::Pacing if one => ("session off the even pace", "sesión fuera del ritmo constante"),
        Tier::Pacing => ("sessions off the even pace", "sesiones fuera del ritmo constante"),
        Tier::Days if one => ("visit", "visita"),
        Tier::Days => ("visits", "visitas"),
        Tier::Waits if one => ("long wait", "espera larga"),
        Tier::Waits => ("long waits", "esperas largas"),
        Tier::Provider if one => ("clinician", "profesional"),
        Tier::Provider => ("clinicians, counted by module", "profesionales, contados por módulo"),
        Tier::Slot if one => ("weekly time", "horario semanal"),
        Tier::Slot => ("weekly times, counted by module", "horarios semanales, contados por módulo"),
        Tier::Pref if one => ("session outside the preferred hours", "sesión fuera de las horas preferidas"),
        Tier::Pref => ("sessions outside the preferred hours", "sesiones fuera de las horas preferidas"),
        Tier::Hours if one => ("quarter of an hour off target", "cuarto de hora fuera de lo previsto"),
        Tier::Hours => ("quarters of an hour off target", "cuartos de hora fuera de lo previsto"),
    };
    pick(language, english, spanish)
}

/// How many parts of a value are named.
const NAMED: usize = 3;

/// What makes a value, the largest parts first: `Mostly CBT group (4), week 3 (2)`.
pub fn culprits(parts: &[Culprit], problem: &Problem, language: Language) -> String {
    let named = |part: &Culprit| {
        let what = match part.place {
            Place::Module(module) => problem.module_name(module).to_owned(),
            Place::Week(week) => pick(language, format!("week {}", week + 1), format!("semana {}", week + 1)),
            Place::Day(week, day) => super::date(week, day, language),
            Place::Session(at) => super::place(at, problem, language),
        };
        if part.amount > 1 { format!("{what} ({})", part.amount) } else { what }
    };
    let listed: Vec<String> = parts.iter().take(NAMED).map(named).collect();
    match (listed.is_empty(), parts.len() > NAMED) {
        (true, _) => String::new(),
        (false, false) => listed.join("; "),
        (false, true) => {
            pick(language, format!("Mostly {}", listed.join("; ")), format!("Sobre todo {}", listed.join("; ")))
        }
    }
}
