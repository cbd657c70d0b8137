//! What the census of a clinic's groups says on the screen.

use super::words::labels;
use crate::base::Language;
use crate::wording::disk::say;

labels! {
    /// A fixed text of the census.
    CensusWords;
    View: "What is shown", "Qué se muestra";
    Plans: "Plans", "Planes";
    Census: "Census", "Censo";
    Title: "Who is in which group", "Quién está en qué grupo";
    Groups: "Groups by week", "Grupos por semana";
    Earlier: "Earlier weeks", "Semanas anteriores";
    Later: "Later weeks", "Semanas siguientes";
    ThisWeek: "This week", "Esta semana";
    PickOne: "Pick a week of a group to see who comes", "Elija una semana de un grupo para ver quién viene";
    Nobody: "Nobody has a place", "Nadie tiene lugar";
    Draft: "Draft", "Borrador";
    Full: "full", "completo";
    ShowDays: "Show which days", "Ver qué días";
    HideDays: "Hide the days", "Ocultar los días";
    NotOffered: "Full groups, which were not offered", "Grupos completos, que no se ofrecieron";
    Overfull: "Groups with more people than places", "Grupos con más personas que lugares";
    Close: "Close", "Cerrar";
    DraftsCount: "Drafts hold places like plans in effect; files that could not be read are not counted",
        "Los borradores ocupan lugares igual que los planes en vigor; los archivos que no se pudieron leer no se cuentan";
    NobodyYet: "No plan in this folder has places in a group of the clinic", "Ningún plan de esta carpeta tiene lugares en un grupo de la clínica";
    NobodyHow: "Once a plan has sessions in the clinic’s groups, its person is counted here", "En cuanto un plan tenga sesiones en los grupos de la clínica, su persona se cuenta aquí";
}

/// Plans that could not be read: `2 plans could not be read and are not counted`.
pub fn not_counted(number: usize, language: Language) -> String {
    match number {
        1 => say(language, "1 plan could not be read and is not counted", "1 plan no se pudo leer y no se cuenta"),
        n => say(
            language,
            format!("{n} plans could not be read and are not counted"),
            format!("{n} planes no se pudieron leer y no se cuentan"),
        ),
    }
}

/// Places in groups that do not meet: `3 places are in groups that the clinic does not have`.
pub fn astray(number: usize, language: Language) -> String {
    match number {
        1 => say(
            language,
            "1 place is in a group that the clinic does not have",
            "1 lugar está en un grupo que la clínica no tiene",
        ),
        n => say(
            language,
            format!("{n} places are in groups that the clinic does not have"),
            format!("{n} lugares están en grupos que la clínica no tiene"),
        ),
    }
}

/// How many meetings are full or have too many people: `3 meetings full, 2 with too many people`.
pub fn loads(full: usize, over: usize, language: Language) -> Option<String> {
    let meetings = |number: usize| match (language, number) {
        (Language::English, 1) => "1 meeting".to_owned(),
        (Language::English, n) => format!("{n} meetings"),
        (Language::Spanish, 1) => "1 reunión".to_owned(),
        (Language::Spanish, n) => format!("{n} reuniones"),
    };
    let too_many = |counted: String| {
        say(language, format!("{counted} with too many people"), format!("{counted} con personas de más"))
    };
    let is_full = |counted: String| say(language, format!("{counted} full"), format!("{counted} sin lugar"));
    match (full, over) {
        (0, 0) => None,
        (0, over) => Some(too_many(meetings(over))),
        (full, 0) => Some(is_full(meetings(full))),
        (full, over) => Some(format!("{}, {}", is_full(meetings(full)), too_many(over.to_string()))),
    }
}

/// What opens the plan of somebody: `Open the plan of Gus`.
pub fn open_plan_of(name: &str, language: Language) -> String {
    say(language, format!("Open the plan of {name}"), format!("Abrir el plan de {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_the_house_style() {
        super::super::words::check_style(CensusWords::ALL);
    }

    #[test]
    fn meetings_are_counted_only_where_there_is_something_to_say() {
        let check = |counts: (usize, usize), expected: Option<&str>| {
            assert_eq!(loads(counts.0, counts.1, Language::English).as_deref(), expected);
        };
        check((0, 0), None);
        check((1, 0), Some("1 meeting full"));
        check((0, 2), Some("2 meetings with too many people"));
        check((3, 2), Some("3 meetings full, 2 with too many people"));
    }
}
