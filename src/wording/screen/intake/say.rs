//! Sentences of the intake that carry names, dates or figures.

use crate::base::{ClockTime, Date, Language, Score, Weekday, is_blank};
use crate::plan::ClosedDay;
use crate::wording::screen::Daypart;
use crate::wording::time;

/// What is known of the person, as far as it answers "who is this for?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// What they are called.
    pub name: &'a str,
    /// Their pronouns.
    pub pronouns: &'a str,
    /// Their age.
    pub age: Option<u8>,
    /// The principal diagnosis.
    pub diagnosis: Option<&'a str>,
    /// When on its days the program runs.
    pub part: Option<Daypart>,
}

/// The answer to "who is this for?", as in `Ana, 34, she/her; alcohol use disorder, moderate; evenings`.
pub fn answer(known: Answer<'_>, language: Language) -> String {
    let Answer { name, pronouns, age, diagnosis, part } = known;
    let age = age.map(|age| age.to_string()).unwrap_or_default();
    let who = joined(&[name, &age, pronouns]);
    let diagnosis = diagnosis.map(lowered).unwrap_or_default();
    let part = part.map(|part| daypart(part, language)).unwrap_or_default();
    let parts = [who.as_str(), &diagnosis, part];
    parts.into_iter().filter(|part| !is_blank(part)).collect::<Vec<_>>().join("; ")
}

/// What is not blank, with commas between.
pub fn joined(parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The first letter made small, unless an abbreviation begins there.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

const fn daypart(part: Daypart, language: Language) -> &'static str {
    match language {
        Language::English => match part {
            Daypart::Morning => "mornings",
            Daypart::Afternoon => "afternoons",
            Daypart::Evening => "evenings",
            Daypart::Mixed => "",
        },
        Language::Spanish => match part {
            Daypart::Morning => "por la mañana",
            Daypart::Afternoon => "por la tarde",
            Daypart::Evening => "por la noche",
            Daypart::Mixed => "",
        },
    }
}

/// `34 years old`.
pub fn age_said(age: u8, language: Language) -> String {
    match (language, age) {
        (Language::English, 1) => "1 year old".to_owned(),
        (Language::English, age) => format!("{age} years old"),
        (Language::Spanish, 1) => "1 año".to_owned(),
        (Language::Spanish, age) => format!("{age} años"),
    }
}

/// A page and whether something is lacking there, as it is read aloud.
pub fn page_state(page: &str, lacking: usize, language: Language) -> String {
    match (language, lacking) {
        (Language::English, 0) => format!("{page}, complete"),
        (Language::English, 1) => format!("{page}, 1 thing lacking"),
        (Language::English, n) => format!("{page}, {n} things lacking"),
        (Language::Spanish, 0) => format!("{page}, completo"),
        (Language::Spanish, 1) => format!("{page}, falta 1 cosa"),
        (Language::Spanish, n) => format!("{page}, faltan {n} cosas"),
    }
}

/// `and 7 more`.
pub fn more(number: usize, language: Language) -> String {
    match language {
        Language::English => format!("and {number} more"),
        Language::Spanish => format!("y {number} más"),
    }
}

/// On the button that leads to a page.
pub fn next_to(page: &str, language: Language) -> String {
    match language {
        Language::English => format!("Next: {}", lowered(page)),
        Language::Spanish => format!("Siguiente: {}", lowered(page)),
    }
}

/// On the button that removes something.
pub fn remove(what: &str, language: Language) -> String {
    match language {
        Language::English => format!("Remove {what}"),
        Language::Spanish => format!("Quitar {what}"),
    }
}

/// On the button that gives a weekday one more span of time.
pub fn add_time(day: Weekday, language: Language) -> String {
    let name = time::weekday(day, language);
    match language {
        Language::English => format!("Add a time on {name}"),
        Language::Spanish => format!("Agregar una hora el {name}"),
    }
}

/// A field's label, told apart from that of the other weekdays.
pub fn at_day(label: &str, day: Weekday, number: usize, language: Language) -> String {
    let name = time::weekday(day, language);
    match number {
        1 => format!("{label}, {name}"),
        more => format!("{label}, {name} {more}"),
    }
}

/// A weekday beside a switch.
pub fn which_day(day: Weekday, language: Language) -> &'static str {
    time::weekday_short(day, language)
}

/// Which scores a measure has.
pub fn range(least: Score, most: Score, language: Language) -> String {
    match language {
        Language::English => format!("{least} to {most}"),
        Language::Spanish => format!("{least} a {most}"),
    }
}

/// The label of a measure's question about safety.
pub fn safety_question(measure: &str, item: u8, most: Score, language: Language) -> String {
    match language {
        Language::English => format!("{measure} item {item}, 0 to {most}"),
        Language::Spanish => format!("{measure}, pregunta {item}, 0 a {most}"),
    }
}

/// On which days of the stay the program is closed.
pub fn closed_days(closed: &[ClosedDay], language: Language) -> String {
    let day = |day: &ClosedDay| format!("{} ({})", time::day(day.date, language), day.name.get(language));
    let days = closed.iter().map(day).collect::<Vec<_>>().join(", ");
    match language {
        Language::English => format!("Closed on {days}"),
        Language::Spanish => format!("Cerrado: {days}"),
    }
}

/// A track's days and times, as in `Mon–Thu, 5:30–8:50 PM`.
pub fn track_said(days: &[Weekday], from: ClockTime, to: ClockTime, language: Language) -> String {
    format!("{}, {}", days_said(days, language), time::span(from, to, language))
}

fn days_said(days: &[Weekday], language: Language) -> String {
    let follows = days.windows(2).all(|pair| match pair {
        [one, next] => one.index() + 1 == next.index(),
        _ => false,
    });
    match days {
        [first, .., last] if follows && days.len() > 2 => {
            format!("{}–{}", which_day(*first, language), which_day(*last, language))
        }
        _ => days.iter().map(|day| which_day(*day, language)).collect::<Vec<_>>().join(", "),
    }
}

/// A span of dates with its weeks, as in `Mon 30 Nov – Thu 18 Feb, 12 weeks`.
pub fn span_said(from: Date, to: Date, weeks: u8, language: Language) -> String {
    let dates = format!("{} – {}", time::day(from, language), time::day(to, language));
    match (language, weeks) {
        (Language::English, 1) => format!("{dates}, 1 week"),
        (Language::English, n) => format!("{dates}, {n} weeks"),
        (Language::Spanish, 1) => format!("{dates}, 1 semana"),
        (Language::Spanish, n) => format!("{dates}, {n} semanas"),
    }
}

/// The languages that are asked for most, by tag.
pub fn languages(language: Language) -> Vec<(&'static str, &'static str)> {
    LANGUAGES
        .iter()
        .map(|(tag, english, spanish)| match language {
            Language::English => (*tag, *english),
            Language::Spanish => (*tag, *spanish),
        })
        .collect()
}

/// The name of a language by its tag; the tag itself where the list has no name.
pub fn language_name(tag: &str, language: Language) -> &str {
    languages(language).into_iter().find(|(one, _)| *one == tag).map_or(tag, |(_, name)| name)
}

const LANGUAGES: [(&str, &str, &str); 14] = [
    ("en-US", "English", "Inglés"),
    ("es-US", "Spanish", "Español"),
    ("es-MX", "Spanish (Mexico)", "Español (México)"),
    ("ase", "American Sign Language", "Lengua de señas americana"),
    ("ar", "Arabic", "Árabe"),
    ("zh", "Chinese", "Chino"),
    ("fr", "French", "Francés"),
    ("ht", "Haitian Creole", "Criollo haitiano"),
    ("ko", "Korean", "Coreano"),
    ("pt", "Portuguese", "Portugués"),
    ("ru", "Russian", "Ruso"),
    ("so", "Somali", "Somalí"),
    ("tl", "Tagalog", "Tagalo"),
    ("vi", "Vietnamese", "Vietnamita"),
];

/// The names of ASAM's six dimensions, fourth edition; names only.
pub const fn dimensions(language: Language) -> [&'static str; 6] {
    match language {
        Language::English => [
            "Intoxication, Withdrawal, and Addiction Medications",
            "Biomedical Conditions",
            "Psychiatric and Cognitive Conditions",
            "Substance Use-Related Risks",
            "Recovery Environment Interactions",
            "Person-Centered Considerations",
        ],
        Language::Spanish => [
            "Intoxicación, abstinencia y medicación para la adicción",
            "Condiciones biomédicas",
            "Condiciones psiquiátricas y cognitivas",
            "Riesgos relacionados con el consumo",
            "Entorno de recuperación",
            "Consideraciones centradas en la persona",
        ],
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_answer_says_what_is_known_and_nothing_else() {
        let ana = Answer {
            name: "Ana",
            pronouns: "she/her",
            age: Some(34),
            diagnosis: Some("Alcohol use disorder, moderate"),
            part: Some(Daypart::Evening),
        };
        assert_eq!(answer(ana, Language::English), "Ana, 34, she/her; alcohol use disorder, moderate; evenings");
        let less = Answer { pronouns: " ", age: None, part: None, diagnosis: Some("PTSD"), ..ana };
        assert_eq!(answer(less, Language::Spanish), "Ana; PTSD");
    }

    #[test]
    fn days_in_a_row_are_said_as_a_span() {
        let time = |text| ClockTime::parse(text).unwrap();
        let said = |days: &[Weekday]| track_said(days, time("17:30"), time("20:50"), Language::English);
        assert_eq!(said(&[Weekday::Mon, Weekday::Tue, Weekday::Wed]), "Mon–Wed, 5:30–8:50 PM");
        assert_eq!(said(&[Weekday::Mon, Weekday::Thu]), "Mon, Thu, 5:30–8:50 PM");
        assert_eq!(
            span_said(date(2026, 11, 30), date(2027, 2, 18), 12, Language::Spanish),
            "lun 30 nov – jue 18 feb, 12 semanas"
        );
    }
}
