//! What the modules place says: fixed words, and sentences about fit, dose and hours.

use super::words::labels;
use crate::base::{Frequency, Language, Minutes, ServiceKind, Slug, StaffRole};
use crate::catalog::{Ages, Catalog, Module, Phase, Weight};
use crate::draft::{Fit, Hindrance, Rank};
use crate::plan::Plan;
use crate::wording::{paper, terms, time};

labels! {
    /// A fixed text of the modules place.
    ModulesWords;
    NoModules: "No modules yet", "Todavía no hay módulos";
    NoModulesAdvice: "Let the program suggest what these needs call for, or add modules from the library",
        "Deje que el programa sugiera lo que piden estas necesidades, o agregue módulos de la biblioteca";
    NoDatesAdvice: "Add modules from the library. Once the stay has dates, the program can suggest some",
        "Agregue módulos de la biblioteca. En cuanto la estancia tenga fechas, el programa puede sugerir algunos";
    NoStay: "The stay has no dates yet, so nothing can be said about its weeks", "La estancia todavía no tiene fechas; no se puede decir nada de sus semanas";
    ToIntake: "Enter the stay", "Escribir la estancia";
    Suggest: "Suggest modules", "Sugerir módulos";
    NothingToSuggest: "Nothing more to suggest for these needs; the library has the rest", "No hay más que sugerir para estas necesidades; el resto está en la biblioteca";
    Library: "Library", "Biblioteca";
    InThisPlan: "In this plan", "En este plan";
    Columns: "What is shown", "Qué se muestra";
    Search: "Search the library", "Buscar en la biblioteca";
    Filter: "Filter", "Filtrar";
    HideFilter: "Hide filter", "Ocultar filtro";
    ClearFilter: "Clear filter", "Quitar filtro";
    Kind: "Sort of service", "Tipo de servicio";
    Phase: "Where in the stay", "En qué momento";
    Format: "Who is in the room", "Quiénes participan";
    Need: "Serves", "Sirve a";
    All: "All", "Todos";
    Suiting: "Fits age and language", "Según edad e idioma";
    NoMatch: "No module of the library is like this", "Ningún módulo de la biblioteca es así";
    OwnModule: "A module of your own…", "Un módulo propio…";
    OwnTitle: "A module of your own", "Un módulo propio";
    OwnName: "Name", "Nombre";
    OwnWhy: "Why the person comes, in plain words", "Para qué viene la persona, en palabras sencillas";
    AddOwn: "Add module", "Agregar módulo";
    Placed: "in plan", "en el plan";
    Back: "Back to the library", "Volver a la biblioteca";
    Add: "Add to plan", "Agregar al plan";
    Serves: "What it serves", "A qué sirve";
    WhyItFits: "Why it fits", "Por qué es adecuado";
    Topics: "What happens, in order", "Qué se hace, en orden";
    TopicsRound: "What happens, round and round", "Qué se hace, por turnos";
    LedBy: "Led by", "A cargo de";
    Dose: "Usual course", "Curso habitual";
    First: "Comes after", "Va después de";
    Cautions: "Think twice", "Piénselo bien si";
    Codes: "Codes", "Códigos";
    Source: "Source", "Fuente";
    Terms: "Terms of use", "Condiciones de uso";
    Unchecked: "some figures come from a source that could not be read in full", "algunas cifras vienen de una fuente que no se pudo leer completa";
    Sessions: "Sessions", "Sesiones";
    FewerSessions: "One session less", "Una sesión menos";
    MoreSessions: "One session more", "Una sesión más";
    Minutes: "Minutes", "Minutos";
    FewerMinutes: "Five minutes less", "Cinco minutos menos";
    MoreMinutes: "Five minutes more", "Cinco minutos más";
    Often: "How often", "Con qué frecuencia";
    Responsible: "Responsible", "Responsable";
    Nobody: "Nobody yet", "Nadie todavía";
    Reason: "Why it suits this person", "Por qué es adecuado para esta persona";
    NoObjectives: "The plan has no objectives yet", "El plan todavía no tiene objetivos";
    ToLibrary: "See it in the library", "Verlo en la biblioteca";
    InTheWeek: "The week", "La semana";
}

/// The answer to "with what?", as in `7 modules, 9 h 15 min a week`.
pub fn modules_headline(modules: usize, planned: Minutes, language: Language) -> String {
    let hours = time::length(planned);
    match (language, modules) {
        (Language::English, 1) => format!("1 module, {hours} a week"),
        (Language::English, n) => format!("{n} modules, {hours} a week"),
        (Language::Spanish, 1) => format!("1 módulo, {hours} por semana"),
        (Language::Spanish, n) => format!("{n} módulos, {hours} por semana"),
    }
}

/// Hours a week: what modules come to, what is asked and what fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekHours {
    /// What the modules of the plan come to.
    pub planned: Minutes,
    /// What the stay aims at.
    pub aim: Option<Minutes>,
    /// What the person's hours leave room for.
    pub room: Option<Minutes>,
}

/// What modules come to beside what is asked: `Modules come to 9 h 15 min a week; the program asks 9 h`.
pub fn hours_line(hours: WeekHours, language: Language) -> String {
    let planned = time::length(hours.planned);
    let aim = hours.aim.map(time::length);
    let room = hours.room.map(time::length);
    let parts = match language {
        Language::English => [
            Some(format!("Modules come to {planned} a week")),
            aim.map(|aim| format!("the program asks {aim}")),
            room.map(|room| format!("the person’s hours leave room for {room}")),
        ],
        Language::Spanish => [
            Some(format!("Los módulos suman {planned} por semana")),
            aim.map(|aim| format!("el programa pide {aim}")),
            room.map(|room| format!("el horario de la persona da para {room}")),
        ],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// How far the modules are from what is asked; `None` where they are near it.
pub fn hours_verdict(hours: WeekHours, language: Language) -> Option<String> {
    const NEAR: u16 = 15;
    let (planned, aim) = (hours.planned.0, hours.aim?.0);
    if planned.saturating_add(NEAR) < aim {
        let short = time::length(Minutes(aim - planned));
        return Some(match language {
            Language::English => format!("{short} short"),
            Language::Spanish => format!("faltan {short}"),
        });
    }
    let over = planned.checked_sub(hours.room?.0).filter(|over| *over > 0).map(|over| time::length(Minutes(over)))?;
    Some(match language {
        Language::English => format!("{over} more than there is room for"),
        Language::Spanish => format!("{over} más de lo que cabe"),
    })
}

/// How much more a week would be with a module.
#[derive(Clone, Copy, Debug)]
pub struct More<'a> {
    /// Its name.
    pub name: &'a str,
    /// Length of a session.
    pub minutes: Minutes,
    /// How often.
    pub frequency: Frequency,
    /// For how many weeks; `None` for the whole stay.
    pub weeks: Option<u16>,
    /// What the week then comes to, with what is asked.
    pub then: WeekHours,
}

/// What adding a module does to the week, as in `CPT: +1 h 40 min a week for 6 weeks, then 9 h 15 min of 9 h`.
pub fn with_it(more: More<'_>, language: Language) -> String {
    let More { name, minutes, frequency, weeks, then } = more;
    let each = Minutes(minutes.0.saturating_mul(u16::from(frequency.sessions)));
    let each = time::length(if weeks == Some(0) { minutes } else { each });
    let often = match (language, frequency.weeks, weeks) {
        (Language::English, _, Some(0)) => "once".to_owned(),
        (Language::Spanish, _, Some(0)) => "una sola vez".to_owned(),
        (Language::English, 1, _) => "a week".to_owned(),
        (Language::English, n, _) => format!("every {n} weeks"),
        (Language::Spanish, 1, _) => "por semana".to_owned(),
        (Language::Spanish, n, _) => format!("cada {n} semanas"),
    };
    let lasting = match (language, weeks) {
        (_, None | Some(0)) => String::new(),
        (Language::English, Some(1)) => " for 1 week".to_owned(),
        (Language::English, Some(n)) => format!(" for {n} weeks"),
        (Language::Spanish, Some(1)) => " durante 1 semana".to_owned(),
        (Language::Spanish, Some(n)) => format!(" durante {n} semanas"),
    };
    let sum = time::length(then.planned);
    let total = match (language, then.aim.map(time::length)) {
        (Language::English, Some(aim)) => format!("{sum} of {aim} a week in all"),
        (Language::English, None) => format!("{sum} a week in all"),
        (Language::Spanish, Some(aim)) => format!("en total {sum} de {aim} por semana"),
        (Language::Spanish, None) => format!("en total {sum} por semana"),
    };
    format!("{name}: +{each} {often}{lasting}, {total}")
}

/// A heading within the library.
pub fn rank_heading(rank: Rank, called: &str, language: Language) -> String {
    match (language, rank) {
        (Language::English, Rank::Core | Rank::Helpful) if called.is_empty() => "Suggested".to_owned(),
        (Language::English, Rank::Core | Rank::Helpful) => format!("Suggested for {called}"),
        (Language::English, Rank::Serves) => "Also serves these needs".to_owned(),
        (Language::English, Rank::Other) => "The rest of the library".to_owned(),
        (Language::English, Rank::OtherAges) => "For other ages".to_owned(),
        (Language::Spanish, Rank::Core | Rank::Helpful) if called.is_empty() => "Sugeridos".to_owned(),
        (Language::Spanish, Rank::Core | Rank::Helpful) => format!("Sugeridos para {called}"),
        (Language::Spanish, Rank::Serves) => "También sirven a estas necesidades".to_owned(),
        (Language::Spanish, Rank::Other) => "El resto de la biblioteca".to_owned(),
        (Language::Spanish, Rank::OtherAges) => "Para otras edades".to_owned(),
    }
}

/// How strongly the library suggests it.
pub const fn weight(weight: Weight, language: Language) -> &'static str {
    match language {
        Language::English => match weight {
            Weight::Core => "essential",
            Weight::Helpful => "helpful",
            Weight::Option => "an option",
        },
        Language::Spanish => match weight {
            Weight::Core => "esencial",
            Weight::Helpful => "útil",
            Weight::Option => "una opción",
        },
    }
}

/// What a module of the library serves in this plan, as in `Serves alcohol use · trauma · 3 objectives`.
pub fn serves(fit: &Fit, plan: &Plan, catalog: &Catalog, language: Language) -> Option<String> {
    let names = fit.needs.iter().filter_map(|id| need_name(plan, catalog, *id, language));
    let objectives = match (language, fit.objectives.len()) {
        (_, 0) => None,
        (Language::English, 1) => Some("1 objective".to_owned()),
        (Language::English, n) => Some(format!("{n} objectives")),
        (Language::Spanish, 1) => Some("1 objetivo".to_owned()),
        (Language::Spanish, n) => Some(format!("{n} objetivos")),
    };
    let all: Vec<String> = names.chain(objectives).collect();
    let verb = match language {
        Language::English => "Serves",
        Language::Spanish => "Sirve a",
    };
    (!all.is_empty()).then(|| format!("{verb} {}", all.join(" · ")))
}

/// The short name of a need, as it stands within a sentence.
pub fn need_name(plan: &Plan, catalog: &Catalog, id: crate::base::NeedId, language: Language) -> Option<String> {
    let need = plan.need(id)?;
    let library = need.slug.as_ref().and_then(|slug| catalog.needs.get(slug));
    let name = library.map_or(need.problem.as_str(), |library| library.name.get(language));
    Some(in_sentence(name))
}

/// Without its capital, unless it is an abbreviation.
fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else { return String::new() };
    if rest.chars().next().is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    format!("{}{rest}", first.to_lowercase())
}

fn listed(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// What stands against a module.
pub fn hindrance(hindrance: &Hindrance, catalog: &Catalog, language: Language) -> String {
    match (language, hindrance) {
        (_, Hindrance::Ages(ages)) => for_ages(*ages, language),
        (_, Hindrance::After { module, sessions }) => comes_after(module, *sessions, catalog, language),
        (Language::English, Hindrance::NoGroup) => "No such group in this track".to_owned(),
        (Language::Spanish, Hindrance::NoGroup) => "No hay este grupo en este horario".to_owned(),
        (Language::English, Hindrance::NoStaff) => "Nobody on the staff may lead it".to_owned(),
        (Language::Spanish, Hindrance::NoStaff) => "Nadie del equipo puede dirigirlo".to_owned(),
        (Language::English, Hindrance::LedIn(tags)) => format!("Led in {}", spoken(tags, language)),
        (Language::Spanish, Hindrance::LedIn(tags)) => format!("Se da en {}", spoken(tags, language)),
    }
}

fn spoken(tags: &[String], language: Language) -> String {
    let names: Vec<String> = tags.iter().map(|tag| paper::language_name(tag, language).to_owned()).collect();
    match language {
        Language::English => listed(&names, "and"),
        Language::Spanish => listed(&names, "y"),
    }
}

fn for_ages(ages: Ages, language: Language) -> String {
    match (language, ages.to) {
        (Language::English, 120..) => format!("For ages {} and up", ages.from),
        (Language::English, to) => format!("For ages {} to {to}", ages.from),
        (Language::Spanish, 120..) => format!("Desde los {} años", ages.from),
        (Language::Spanish, to) => format!("De {} a {to} años", ages.from),
    }
}

/// What has to come first, as in `After 4 sessions of DBT mindfulness`.
pub fn comes_after(module: &Slug, sessions: u16, catalog: &Catalog, language: Language) -> String {
    let name = catalog.modules.get(module).map_or(module.as_str(), |module| module.name.get(language));
    match (language, sessions) {
        (Language::English, 1) => format!("After 1 session of {name}"),
        (Language::English, n) => format!("After {n} sessions of {name}"),
        (Language::Spanish, 1) => format!("Después de 1 sesión de {name}"),
        (Language::Spanish, n) => format!("Después de {n} sesiones de {name}"),
    }
}

/// How much of a module of the library is usual, as in `12 sessions of 50 min, twice a week`.
pub fn usual_dose(module: &Module, sessions: u16, language: Language) -> String {
    let (length, often) = (time::length(module.minutes), time::frequency(module.frequency, language));
    match (language, sessions) {
        (Language::English, 1) => format!("1 session of {length}"),
        (Language::Spanish, 1) => format!("1 sesión de {length}"),
        (Language::English, n) => format!("{n} sessions of {length}, {often}"),
        (Language::Spanish, n) => format!("{n} sesiones de {length}, {often}"),
    }
}

/// The range of the usual course, as in `8 to 12 sessions, usually 12`.
pub fn course(module: &Module, language: Language) -> String {
    let dose = module.dose;
    match language {
        Language::English => format!("{} to {} sessions, usually {}", dose.least, dose.most, dose.usual),
        Language::Spanish => format!("de {} a {} sesiones, por lo común {}", dose.least, dose.most, dose.usual),
    }
}

/// Where in a stay a module belongs.
pub const fn phase(phase: Phase, language: Language) -> &'static str {
    match language {
        Language::English => match phase {
            Phase::Intake => "first week",
            Phase::Early => "first third",
            Phase::Middle => "middle",
            Phase::Late => "last third",
            Phase::Throughout => "whole stay",
        },
        Language::Spanish => match phase {
            Phase::Intake => "primera semana",
            Phase::Early => "primer tercio",
            Phase::Middle => "mitad",
            Phase::Late => "último tercio",
            Phase::Throughout => "toda la estancia",
        },
    }
}

/// Who may lead a module.
pub fn led_by(roles: &[StaffRole], language: Language) -> String {
    let names: Vec<String> = roles.iter().map(|role| terms::staff(*role, language).to_owned()).collect();
    match language {
        Language::English => listed(&names, "or"),
        Language::Spanish => listed(&names, "o"),
    }
}

/// Sort of service and who is in the room, as in `Trauma work, individual`.
pub fn sort_of(kind: ServiceKind, format: crate::base::Format, language: Language) -> String {
    format!("{}, {}", terms::service(kind, language), terms::format(format, language))
}

/// How many sessions of a module are on the calendar.
pub fn on_calendar(placed: usize, prescribed: u16, language: Language) -> String {
    match (language, placed) {
        (Language::English, 0) => "none on the calendar yet".to_owned(),
        (Language::English, n) => format!("{n} of {prescribed} on the calendar"),
        (Language::Spanish, 0) => "ninguna en el calendario todavía".to_owned(),
        (Language::Spanish, n) => format!("{n} de {prescribed} en el calendario"),
    }
}

/// How many objectives a placed module serves.
pub fn objectives_served(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::English, 0) => "serves no objective yet".to_owned(),
        (Language::English, 1) => "serves 1 objective".to_owned(),
        (Language::English, n) => format!("serves {n} objectives"),
        (Language::Spanish, 0) => "todavía no sirve a ningún objetivo".to_owned(),
        (Language::Spanish, 1) => "sirve a 1 objetivo".to_owned(),
        (Language::Spanish, n) => format!("sirve a {n} objetivos"),
    }
}

/// The button that removes a module, with how many sessions go too; one that was begun ends, and what was stays.
pub fn remove_module(ahead: usize, past: usize, language: Language) -> String {
    if past > 0 {
        return match language {
            Language::English => format!("End it here: {ahead} ahead go, {past} in the past stay"),
            Language::Spanish => format!("Terminarlo aquí: se quitan {ahead} por venir, {past} pasadas quedan"),
        };
    }
    match (language, ahead) {
        (Language::English, 0) => "Remove from plan".to_owned(),
        (Language::English, 1) => "Remove with its 1 session".to_owned(),
        (Language::English, n) => format!("Remove with its {n} sessions"),
        (Language::Spanish, 0) => "Quitar del plan".to_owned(),
        (Language::Spanish, 1) => "Quitar con su sesión".to_owned(),
        (Language::Spanish, n) => format!("Quitar con sus {n} sesiones"),
    }
}

/// The button that adds one module.
pub fn add_module(name: &str, language: Language) -> String {
    match language {
        Language::English => format!("Add {name}"),
        Language::Spanish => format!("Agregar {name}"),
    }
}

/// That Enter adds the first module found.
pub fn enter_adds(name: &str, language: Language) -> String {
    match language {
        Language::English => format!("Enter adds {name}"),
        Language::Spanish => format!("Enter agrega {name}"),
    }
}

/// That a core service is missing.
pub fn still_missing(service: &str, language: Language) -> String {
    match language {
        Language::English => format!("Still missing: {service}"),
        Language::Spanish => format!("Todavía falta: {service}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;

    #[test]
    fn labels_follow_the_house_style() {
        check_style(ModulesWords::ALL);
    }

    #[test]
    fn hours_are_said_with_what_is_asked_and_what_fits() {
        let hours = WeekHours { planned: Minutes(555), aim: Some(Minutes(540)), room: Some(Minutes(780)) };
        let said = "Modules come to 9 h 15 min a week; the program asks 9 h; the person’s hours leave room for 13 h";
        assert_eq!(hours_line(hours, Language::English), said);
        assert_eq!(hours_verdict(hours, Language::English), None);
        let short = WeekHours { planned: Minutes(450), ..hours };
        assert_eq!(hours_verdict(short, Language::English).as_deref(), Some("1 h 30 min short"));
        let much = WeekHours { planned: Minutes(840), ..hours };
        assert_eq!(hours_verdict(much, Language::Spanish).as_deref(), Some("1 h más de lo que cabe"));
        let alone = WeekHours { planned: Minutes(60), ..WeekHours::default() };
        assert_eq!(hours_line(alone, Language::Spanish), "Los módulos suman 1 h por semana");
    }

    #[test]
    fn what_a_module_adds_is_said_for_its_weeks() {
        let then = WeekHours { planned: Minutes(555), aim: Some(Minutes(540)), room: None };
        let frequency = Frequency { sessions: 2, weeks: 1 };
        let more = More { name: "CPT", minutes: Minutes(50), frequency, weeks: Some(6), then };
        let said = "CPT: +1 h 40 min a week for 6 weeks, 9 h 15 min of 9 h a week in all";
        assert_eq!(with_it(more, Language::English), said);
        let once = More { weeks: Some(0), ..more };
        assert_eq!(with_it(once, Language::English), "CPT: +50 min once, 9 h 15 min of 9 h a week in all");
        let seldom = More { frequency: Frequency { sessions: 1, weeks: 2 }, weeks: None, ..more };
        assert_eq!(
            with_it(seldom, Language::Spanish),
            "CPT: +50 min cada 2 semanas, en total 9 h 15 min de 9 h por semana"
        );
    }

    #[test]
    fn names_stand_in_a_sentence_without_their_capital() {
        assert_eq!(in_sentence("Depression"), "depression");
        assert_eq!(in_sentence("PTSD"), "PTSD");
        let names = ["alcohol use", "trauma", "panic"].map(str::to_owned);
        assert_eq!(listed(&names, "and"), "alcohol use, trauma and panic");
    }
}
