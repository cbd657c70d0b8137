//! What is said about the calendar of a plan: that there is one, that there is none, and what could be done then.

use super::{give, pick, rule, shortfall};
use crate::base::Language;
use crate::plan::{Plan, Week, weeks};
use crate::schedule::engine::{Problem, Relaxation, WhyNot};

/// The two halves of an explanation: what arithmetic shows or which rules clash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What plain arithmetic shows, with its amounts.
    pub shortfalls: Vec<String>,
    /// The rules that cannot be kept together.
    pub rules: Vec<String>,
}

/// What a calendar comes to: `61 sessions in 9 weeks, 35 visits`.
pub fn headline(plan: &Plan, language: Language) -> String {
    let weeks = weeks(plan);
    let days: usize = weeks.iter().map(Week::days).sum();
    let sessions = plan.sessions.iter().filter(|session| session.status.occupies()).count();
    let numbers = [(sessions, "session", "sesión", "sesiones"), (weeks.len(), "week", "semana", "semanas")];
    let [sessions, weeks] = numbers.map(|(number, english, one, many)| match language {
        Language::English if number == 1 => format!("1 {english}"),
        Language::English => format!("{number} {english}s"),
        Language::Spanish if number == 1 => format!("1 {one}"),
        Language::Spanish => format!("{number} {many}"),
    });
    let plural = if days == 1 { "" } else { "s" };
    let english = format!("{sessions} in {weeks}, {days} visit{plural}");
    pick(language, english, format!("{sessions} en {weeks}, {days} visita{plural}"))
}

/// What a list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// How good a calendar is.
    HowGood,
    /// What a new calendar changes.
    Changes,
    /// It changes nothing.
    NoChange,
    /// There is none.
    Impossible,
    /// The rules that clash.
    Clash,
    /// Ways out.
    WaysOut,
    /// Groups in which others have all places.
    FullGroups,
    /// Groups in which the person is one too many.
    OverfullGroups,
    /// The search ended without an answer.
    Unknown,
}

/// The heading of a list.
pub const fn heading(heading: Heading, language: Language) -> &'static str {
    match language {
        Language::English => match heading {
            Heading::HowGood => "How good is this calendar",
            Heading::Changes => "Changes",
            Heading::NoChange => "Nothing changes.",
            Heading::Impossible => "No calendar keeps every rule.",
            Heading::Clash => "These rules cannot all be kept",
            Heading::WaysOut => "Ways out, the smallest first",
            Heading::FullGroups => "Full groups, which were not offered",
            Heading::OverfullGroups => "Groups with more people than places",
            Heading::Unknown => "No calendar was found, and it is not known whether there is one.",
        },
        Language::Spanish => match heading {
            Heading::HowGood => "Qué tan bueno es este calendario",
            Heading::Changes => "Cambios",
            Heading::NoChange => "Nada cambia.",
            Heading::Impossible => "Ningún calendario cumple todas las reglas.",
            Heading::Clash => "Estas reglas no pueden cumplirse todas a la vez",
            Heading::WaysOut => "Posibles salidas, de menor a mayor",
            Heading::FullGroups => "Grupos completos, que no se ofrecieron",
            Heading::OverfullGroups => "Grupos con más personas que lugares",
            Heading::Unknown => "No se encontró un calendario, y no se sabe si lo hay.",
        },
    }
}

/// Why there is no calendar, in words with amounts.
pub fn clash(why: &WhyNot, problem: &Problem, language: Language) -> Kept {
    Kept {
        shortfalls: why.shortfalls.iter().map(|&found| shortfall(found, problem, language)).collect(),
        rules: why.rules.iter().map(|&broken| rule(broken, problem, language)).collect(),
    }
}

/// A way out in one line.
pub fn way_out(way: &Relaxation, problem: &Problem, language: Language) -> String {
    let gives: Vec<String> = way.gives.iter().map(|(rule, amount)| give(*rule, amount, problem, language)).collect();
    gives.join(pick(language, " and ", " y "))
}

/// The plan names no clinic that is known.
pub fn no_clinic(language: Language) -> &'static str {
    pick(
        language,
        "The plan names no clinic of the catalog, so nobody knows which groups meet when.",
        "El plan no nombra ninguna clínica del catálogo: no se sabe qué grupos se reúnen y cuándo.",
    )
}

/// The clinic has no such track.
pub fn no_track(track: &str, language: Language) -> String {
    match language {
        Language::English => format!("The clinic has no track “{track}”."),
        Language::Spanish => format!("La clínica no tiene el turno “{track}”."),
    }
}

/// The numbers of a plan are beyond what a calendar can be laid for.
pub fn not_laid(why: &str, language: Language) -> String {
    match language {
        Language::English => format!("No calendar can be laid for this plan: {why}."),
        Language::Spanish => format!("No se puede hacer un calendario para este plan: {why}."),
    }
}
