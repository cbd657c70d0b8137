//! Sentences on the screen that carry names, dates or figures.

use crate::base::{Date, Language, Minutes};
use crate::plan::{Place, PlacedModule, Session, SessionStatus, Standing};
use crate::wording::{terms, time};

/// The part of the day in which most sessions begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Daypart {
    /// Before noon.
    Morning,
    /// From noon to five.
    Afternoon,
    /// From five on.
    Evening,
    /// No part more than the others.
    Mixed,
}

/// What the schedule comes to: its answer to "when?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Weeks of the stay.
    pub weeks: usize,
    /// Days with sessions in a usual week.
    pub days: usize,
    /// When on those days.
    pub part: Daypart,
    /// Planned minutes of a usual week.
    pub minutes: Minutes,
}

/// The answer to "when?", as in `9 weeks, 3 evenings, 9 h a week`.
pub fn headline(headline: Headline, language: Language) -> String {
    let Headline { weeks, days, part, minutes } = headline;
    let (weeks, days) = (count(weeks, Counted::Weeks, language), count(days, Counted::Days(part), language));
    match language {
        Language::English => format!("{weeks}, {days}, {} a week", time::length(minutes)),
        Language::Spanish => format!("{weeks}, {days}, {} por semana", time::length(minutes)),
    }
}

enum Counted {
    Weeks,
    Days(Daypart),
    Sessions,
    Errors,
    Warnings,
    Notes,
}

fn count(number: usize, what: Counted, language: Language) -> String {
    let (one, many) = match (language, what) {
        (Language::English, Counted::Weeks) => ("week", "weeks"),
        (Language::English, Counted::Days(Daypart::Morning)) => ("morning", "mornings"),
        (Language::English, Counted::Days(Daypart::Afternoon)) => ("afternoon", "afternoons"),
        (Language::English, Counted::Days(Daypart::Evening)) => ("evening", "evenings"),
        (Language::English, Counted::Days(Daypart::Mixed)) => ("day", "days"),
        (Language::English, Counted::Sessions) => ("session", "sessions"),
        (Language::English, Counted::Errors) => ("error", "errors"),
        (Language::English, Counted::Warnings) => ("warning", "warnings"),
        (Language::English, Counted::Notes) => ("note", "notes"),
        (Language::Spanish, Counted::Notes) => ("nota", "notas"),
        (Language::Spanish, Counted::Errors) => ("error", "errores"),
        (Language::Spanish, Counted::Warnings) => ("advertencia", "advertencias"),
        (Language::Spanish, Counted::Weeks) => ("semana", "semanas"),
        (Language::Spanish, Counted::Days(Daypart::Morning)) => ("mañana", "mañanas"),
        (Language::Spanish, Counted::Days(Daypart::Afternoon)) => ("tarde", "tardes"),
        (Language::Spanish, Counted::Days(Daypart::Evening)) => ("noche", "noches"),
        (Language::Spanish, Counted::Days(Daypart::Mixed)) => ("día", "días"),
        (Language::Spanish, Counted::Sessions) => ("sesión", "sesiones"),
    };
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The person's name and, if known, pronouns, as in `Ana (she/her)`.
pub fn person_line(name: &str, pronouns: &str) -> String {
    if crate::base::is_blank(pronouns) { name.to_owned() } else { format!("{name} ({pronouns})") }
}

/// `Week 3 of 9`.
pub fn week_of(number: u16, of: usize, language: Language) -> String {
    match language {
        Language::English => format!("Week {number} of {of}"),
        Language::Spanish => format!("Semana {number} de {of}"),
    }
}

/// The dates of a stay, as in `2 Nov 2026 – 1 Jan 2027`.
fn stay_dates(from: Date, to: Date, language: Language) -> String {
    let year = |date: Date| format!("{} {}", time::day_month(date, language), date.year());
    format!("{} – {}", year(from), year(to))
}

/// Where today lies in a stay, or else its dates.
pub fn stay(week: Option<u16>, weeks: usize, from: Date, to: Date, language: Language) -> String {
    match week {
        Some(number) if usize::from(number) <= weeks => week_of(number, weeks, language),
        Some(_) | None => stay_dates(from, to, language),
    }
}

/// A week's dates from its Monday, as in `2 – 8 Nov`.
pub fn week_span(monday: Date, language: Language) -> String {
    let last = monday.checked_add(jiff::Span::new().days(6)).unwrap_or(monday);
    if monday.month() == last.month() {
        format!("{} – {}", monday.day(), time::day_month(last, language))
    } else {
        format!("{} – {}", time::day_month(monday, language), time::day_month(last, language))
    }
}

/// Draft, or in effect since a date.
pub fn standing(standing: Standing, language: Language) -> String {
    match (standing, language) {
        (Standing::Draft, Language::English) => "Draft".to_owned(),
        (Standing::Draft, Language::Spanish) => "Borrador".to_owned(),
        (Standing::InEffect(since), Language::English) => {
            format!("In effect since {}", time::day_month(since, language))
        }
        (Standing::InEffect(since), Language::Spanish) => {
            format!("En vigor desde el {}", time::day_month(since, language))
        }
    }
}

/// Where the plan on the screen comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState<'a> {
    /// A sample; there is no file.
    Sample,
    /// As it is in this file.
    OnDisk(&'a str),
    /// As it is in this file, which was changed by something else.
    ChangedOutside(&'a str),
}

/// The state of the file, in words.
pub fn file_state(state: FileState<'_>, language: Language) -> String {
    match (state, language) {
        (FileState::Sample, Language::English) => "Sample, not a file".to_owned(),
        (FileState::Sample, Language::Spanish) => "Ejemplo, no es un archivo".to_owned(),
        (FileState::OnDisk(name), Language::English) => format!("Saved in {name}"),
        (FileState::OnDisk(name), Language::Spanish) => format!("Guardado en {name}"),
        (FileState::ChangedOutside(name), Language::English) => format!("{name} was changed outside"),
        (FileState::ChangedOutside(name), Language::Spanish) => format!("{name} se modificó por fuera"),
    }
}

/// What a week comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekSum {
    /// Planned minutes.
    pub planned: Minutes,
    /// Of these, minutes that count as treatment.
    pub counted: Minutes,
    /// Minutes of treatment aimed at, where a segment says so.
    pub aim: Option<Minutes>,
    /// Sessions that were not called off.
    pub sessions: usize,
}

/// What a week comes to: `5 sessions, 9 h planned, 8 h 30 min count as treatment, 9 h aimed at`.
pub fn week_sum(sum: WeekSum, language: Language) -> String {
    let WeekSum { planned, counted, aim, sessions } = sum;
    let mut parts = vec![count(sessions, Counted::Sessions, language)];
    let (plans, counts, aims) = match language {
        Language::English => ("planned", "count as treatment", "aimed at"),
        Language::Spanish => ("previstas", "cuentan como tratamiento", "que se buscan"),
    };
    parts.push(format!("{} {plans}", time::length(planned)));
    if counted != planned {
        parts.push(format!("{} {counts}", time::length(counted)));
    }
    if let Some(aim) = aim {
        parts.push(format!("{} {aims}", time::length(aim)));
    }
    parts.join(", ")
}

/// What a week comes to where there is little room: `9 h of 10 h`; what counts as treatment, where that is less.
pub fn week_sum_short(sum: WeekSum, language: Language) -> String {
    let of = match language {
        Language::English => "of",
        Language::Spanish => "de",
    };
    let counted = time::length(sum.counted.min(sum.planned));
    sum.aim.map_or_else(|| time::length(sum.planned), |aim| format!("{counted} {of} {}", time::length(aim)))
}

/// A bar of the hours strip in words, as in `Week 3, 16 – 22 Nov: 5 sessions, 9 h planned`.
pub fn week_bar(number: u16, monday: Date, sum: WeekSum, language: Language) -> String {
    format!("{}, {}: {}", time::week(number, language), week_span(monday, language), week_sum(sum, language))
}

/// What is said of one session in one line.
#[derive(Clone, Copy, Debug)]
pub struct SessionLine<'a> {
    /// The session.
    pub session: &'a Session,
    /// Its module, where the plan has it.
    pub module: Option<&'a PlacedModule>,
}

/// A session in one line, as on a card read aloud.
pub fn session_line(line: SessionLine<'_>, language: Language) -> String {
    let SessionLine { session, module } = line;
    let mut parts = vec![
        module.map_or_else(String::new, |m| m.plain_name.get(language).to_owned()),
        time::day(session.date, language),
        time::span(session.start, session.end(), language),
        session.topic_words.get(language).to_owned(),
        place(&session.place, language),
    ];
    if session.status != SessionStatus::Planned {
        parts.push(terms::session_status(session.status, language).to_owned());
    }
    parts.retain(|part| !crate::base::is_blank(part));
    parts.join(", ")
}

fn place(place: &Place, language: Language) -> String {
    match place {
        Place::Room(room) => room.get(language).to_owned(),
        Place::Telehealth => super::label(super::Label::Telehealth, language).to_owned(),
        Place::Elsewhere(place) => place.clone(),
    }
}

/// Where a session takes place.
pub fn place_of(session: &Session, language: Language) -> String {
    place(&session.place, language)
}

/// `Session 5 of 16`.
pub fn session_of(number: usize, of: u16, language: Language) -> String {
    match language {
        Language::English => format!("Session {number} of {of}"),
        Language::Spanish => format!("Sesión {number} de {of}"),
    }
}

/// How much of a module is prescribed, as in `16 sessions of 1 h 30 min, twice a week`.
pub fn dose(module: &PlacedModule, language: Language) -> String {
    let sessions = count(usize::from(module.sessions), Counted::Sessions, language);
    let (length, often) = (time::length(module.minutes), time::frequency(module.frequency, language));
    match language {
        Language::English => format!("{sessions} of {length}, {often}"),
        Language::Spanish => format!("{sessions} de {length}, {often}"),
    }
}

/// A goal in the person's own words, in quotation marks.
pub fn goal_quote(words: &str) -> String {
    format!("“{words}”")
}

/// That two sessions overlap.
pub fn overlap(other: &str, language: Language) -> String {
    match language {
        Language::English => format!("overlaps with {other}"),
        Language::Spanish => format!("se cruza con {other}"),
    }
}

/// `Page 2 of 7`.
pub fn page_of(page: usize, of: usize, language: Language) -> String {
    match language {
        Language::English => format!("Page {page} of {of}"),
        Language::Spanish => format!("Página {page} de {of}"),
    }
}

/// The answer to "what do they hold in their hands?", as in `7 pages, patient edition`.
pub fn on_page(pages: usize, edition: &str, language: Language) -> String {
    match (language, pages) {
        (Language::English, 1) => format!("1 page, {edition}"),
        (Language::English, n) => format!("{n} pages, {edition}"),
        (Language::Spanish, 1) => format!("1 página, {edition}"),
        (Language::Spanish, n) => format!("{n} páginas, {edition}"),
    }
}

/// Which characters no face can print, by their numbers.
pub fn unprintable(characters: &[char], language: Language) -> String {
    let listed: Vec<String> = characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let listed = listed.join(", ");
    match language {
        Language::English => format!("These characters will print as empty boxes: {listed}"),
        Language::Spanish => format!("Estos caracteres se imprimirán como cuadros vacíos: {listed}"),
    }
}

/// `125 %`.
pub fn zoom(percent: u16) -> String {
    format!("{percent} %")
}

/// How many errors and warnings there are, without those of which there are none: `2 errors, 1 warning`.
pub fn findings_line(errors: usize, warnings: usize, language: Language) -> String {
    let errors = (errors > 0).then(|| count(errors, Counted::Errors, language));
    let warnings = (warnings > 0).then(|| count(warnings, Counted::Warnings, language));
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(", ")
}

/// How many findings of each level there are, without the levels of which there are none; empty for none at all.
pub fn all_findings_line(errors: usize, warnings: usize, notes: usize, language: Language) -> String {
    let notes = (notes > 0).then(|| count(notes, Counted::Notes, language));
    let line = Some(findings_line(errors, warnings, language)).filter(|line| !line.is_empty());
    line.into_iter().chain(notes).collect::<Vec<_>>().join(", ")
}

/// That there are more than are shown.
pub fn and_more(number: usize, language: Language) -> String {
    match language {
        Language::English => format!("and {number} more"),
        Language::Spanish => format!("y {number} más"),
    }
}

/// Undo or redo with the name of what it takes back or makes again.
pub fn named(what: &str, edit: &str, language: Language) -> String {
    match language {
        Language::English => format!("{what} {edit}"),
        Language::Spanish => format!("{what}: {edit}"),
    }
}

/// That a file was written.
pub fn saved_as(path: &str, language: Language) -> String {
    match language {
        Language::English => format!("PDF written to {path}"),
        Language::Spanish => format!("PDF guardado en {path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn sentences_read_as_people_say_them() {
        let nine = Headline { weeks: 9, days: 3, part: Daypart::Evening, minutes: Minutes(540) };
        assert_eq!(headline(nine, Language::English), "9 weeks, 3 evenings, 9 h a week");
        assert_eq!(headline(nine, Language::Spanish), "9 semanas, 3 noches, 9 h por semana");
        let one = Headline { weeks: 1, days: 1, part: Daypart::Mixed, minutes: Minutes(90) };
        assert_eq!(headline(one, Language::English), "1 week, 1 day, 1 h 30 min a week");
        assert_eq!(week_span(date(2026, 11, 2), Language::English), "2 – 8 Nov");
        assert_eq!(week_span(date(2026, 11, 30), Language::Spanish), "30 nov – 6 dic");
        assert_eq!(person_line("Ana", " "), "Ana");
        assert_eq!(
            unprintable(&['←', '好'], Language::English),
            "These characters will print as empty boxes: U+2190, U+597D"
        );
    }

    #[test]
    fn a_week_says_what_counts_only_where_it_differs() {
        let sum = WeekSum { planned: Minutes(540), counted: Minutes(540), aim: Some(Minutes(540)), sessions: 3 };
        assert_eq!(week_sum(sum, Language::English), "3 sessions, 9 h planned, 9 h aimed at");
        let less = WeekSum { counted: Minutes(480), aim: None, ..sum };
        assert_eq!(week_sum(less, Language::Spanish), "3 sesiones, 9 h previstas, 8 h cuentan como tratamiento");
    }

    #[test]
    fn outside_the_stay_its_dates_are_told() {
        let (from, to) = (date(2026, 11, 2), date(2027, 1, 1));
        assert_eq!(stay(Some(3), 9, from, to, Language::English), "Week 3 of 9");
        assert_eq!(stay(Some(10), 9, from, to, Language::English), "2 Nov 2026 – 1 Jan 2027");
    }
}
