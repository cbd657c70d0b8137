//! What the schedule says: what speaks against a place, what a series comes to, what found no place.

use super::words::labels;
use crate::base::{ClockTime, Date, Language, Minutes, Weekday};
use crate::schedule::Trouble;
use crate::wording::{terms, time};

labels! {
    /// Fixed words of the schedule.
    ScheduleWords;
    DraftCalendar: "Draft calendar", "Proponer calendario";
    DraftRest: "Draft the rest", "Completar el calendario";
    NothingYet: "Nothing is on the calendar yet", "Todavía no hay nada en el calendario";
    DraftExplains: "Groups go where the clinic’s groups meet, the rest into the hours when the person can come",
        "Los grupos van donde se reúnen los de la clínica y lo demás en las horas en que la persona puede venir";
    NoModules: "There is nothing to put on the calendar yet", "Todavía no hay nada que poner en el calendario";
    ChooseModules: "Choose modules", "Elegir módulos";
    SetDates: "Set the dates of the stay", "Fijar las fechas de la estancia";
    NoClinic: "Drafting needs a clinic that the catalog knows", "Para proponer un calendario, el catálogo debe conocer la clínica";
    Arrange: "Arrange", "Organizar";
    AddSeries: "Add series…", "Agregar serie…";
    EditSeries: "Edit series…", "Editar serie…";
    CopyWeek: "Copy this week…", "Copiar esta semana…";
    AddSession: "Add a session", "Agregar una sesión";
    EditSession: "Edit session…", "Editar sesión…";
    EditSessionTitle: "Edit session", "Editar sesión";
    Edit: "Edit…", "Editar…";
    Pin: "Hold in place", "Fijar";
    Unpin: "Let go", "Soltar";
    CancelSession: "Cancel session…", "Cancelar sesión…";
    CancelTitle: "Cancel this session?", "¿Cancelar esta sesión?";
    CancelKeeps: "It stays in the record, with the reason", "Queda en el expediente con el motivo";
    CancelGo: "Cancel session", "Cancelar la sesión";
    Restore: "Plan it again", "Volver a planificar";
    Duplicate: "Duplicate", "Duplicar";
    Remove: "Remove", "Quitar";
    RecordStays: "What happened stays in the record; to correct it, mark the session anew in the review", "Lo que ocurrió queda en el expediente; para corregirlo, vuelva a marcar la sesión en la revisión";
    RemoveThese: "Remove these sessions", "Quitar estas sesiones";
    Reason: "Reason", "Motivo";
    Save: "Save", "Guardar";
    Add: "Add", "Agregar";
    Move: "Move", "Mover";
    Copy: "Copy", "Copiar";
    Date: "Date", "Fecha";
    Start: "Start", "Inicio";
    Length: "Length in minutes", "Duración en minutos";
    Topic: "Topic", "Tema";
    OwnTopic: "A topic of its own", "Un tema propio";
    TopicWords: "Words for the topic", "Palabras del tema";
    Place: "Place", "Lugar";
    Elsewhere: "Elsewhere", "Otro lugar";
    WhereElse: "Where", "Dónde";
    NoRoom: "No room yet", "Sin sala todavía";
    Staff: "With", "Con";
    Nobody: "Nobody yet", "Nadie todavía";
    Status: "Status", "Estado";
    Actual: "Minutes that took place", "Minutos realizados";
    HeldInPlace: "Hold it in its place when the calendar is drafted", "Mantenerla en su lugar al proponer el calendario";
    InGroup: "It sits in one of the clinic’s groups and has that date’s topic", "Está en un grupo de la clínica y tiene el tema de esa fecha";
    Module: "Module", "Módulo";
    Time: "Time", "Hora";
    OwnTime: "A time of its own", "Una hora propia";
    Weekdays: "On", "Los días";
    FromWeek: "From week", "Desde la semana";
    ToWeek: "To week", "Hasta la semana";
    WhichDays: "Which sessions", "Qué sesiones";
    AllDays: "All of them", "Todas";
    ToDay: "To", "Al día";
    SameDay: "The same weekday", "El mismo día";
    NothingChanges: "Nothing changes yet", "Todavía no cambia nada";
    ChooseDays: "Choose at least one weekday", "Elija al menos un día";
    AllModules: "All modules", "Todos los módulos";
    AnyStatus: "Any status", "Cualquier estado";
    NothingMatches: "No session is like that", "No hay sesiones así";
    FreeToJoin: "Join", "Unirse";
    NotForNewcomers: "Takes no newcomers on this date", "No admite a nadie nuevo en esta fecha";
    AllPlaced: "All of them are on the calendar", "Todas están en el calendario";
    HowToAdd: "Drag over free time to add a session", "Arrastre sobre un tiempo libre para agregar una sesión";
    SessionActions: "What can be done with this session", "Qué se puede hacer con esta sesión";
}

fn sessions(number: usize, language: Language) -> String {
    match (language, number) {
        (Language::English, 1) => "1 session".to_owned(),
        (Language::English, n) => format!("{n} sessions"),
        (Language::Spanish, 1) => "1 sesión".to_owned(),
        (Language::Spanish, n) => format!("{n} sesiones"),
    }
}

/// Who and what the words about a place name.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// What the person is called.
    pub person: &'a str,
    /// The session that is there already.
    pub other: &'a str,
}

/// What speaks against a place.
pub fn trouble(one: &Trouble, named: Named<'_>, language: Language) -> String {
    let with = |what: &str, why: &str| {
        if crate::base::is_blank(why) { what.to_owned() } else { format!("{what}: {why}") }
    };
    match (one, language) {
        (Trouble::OutsideStay, Language::English) => "outside the stay".to_owned(),
        (Trouble::OutsideStay, Language::Spanish) => "fuera de la estancia".to_owned(),
        (Trouble::Closed(name), Language::English) => with("closed", name.get(language)),
        (Trouble::Closed(name), Language::Spanish) => with("cerrado", name.get(language)),
        (Trouble::Away(why), Language::English) => with(&format!("{} is away", named.person), why),
        (Trouble::Away(why), Language::Spanish) => with(&format!("{} no está", named.person), why),
        (Trouble::Paused(kind), _) => terms::pause(*kind, language).to_owned(),
        (Trouble::OutsideAvailability, Language::English) => format!("when {} cannot come", named.person),
        (Trouble::OutsideAvailability, Language::Spanish) => format!("cuando {} no puede venir", named.person),
        (Trouble::Overlaps(_), _) => super::overlap(named.other, language),
    }
}

/// A place on the calendar: `Mon 16 Nov, 5:30–7:00 PM`.
pub fn spot(date: Date, from: ClockTime, to: ClockTime, language: Language) -> String {
    format!("{}, {}", time::day(date, language), time::span(from, to, language))
}

/// That a session can be added on a day.
pub fn add_on(date: Date, language: Language) -> String {
    let day = time::day(date, language);
    match language {
        Language::English => format!("Add a session on {day}"),
        Language::Spanish => format!("Agregar una sesión el {day}"),
    }
}

/// A group's meeting that can be joined in one click.
pub fn join(module: &str, spot: &str, topic: &str, language: Language) -> String {
    match language {
        Language::English => format!("Join {module}, {spot}, {topic}"),
        Language::Spanish => format!("Unirse a {module}, {spot}, {topic}"),
    }
}

/// How many sessions of a module have no place yet: `3 to place`.
pub fn to_place(owed: u16, language: Language) -> String {
    match language {
        Language::English => format!("{owed} to place"),
        Language::Spanish => format!("{owed} por ubicar"),
    }
}

/// That sessions of the whole plan have no place yet.
pub fn without_place(owed: usize, language: Language) -> String {
    match (language, owed) {
        (Language::English, 1) => "1 prescribed session has no place yet".to_owned(),
        (Language::English, n) => format!("{n} prescribed sessions have no place yet"),
        (Language::Spanish, 1) => "1 sesión indicada no tiene lugar todavía".to_owned(),
        (Language::Spanish, n) => format!("{n} sesiones indicadas no tienen lugar todavía"),
    }
}

/// What a draft placed, and what found no place: `24 sessions placed; no place for 2 of Family therapy`.
pub fn drafted(placed: usize, owed: &[(&str, u16)], language: Language) -> String {
    let placed = match (language, placed) {
        (Language::English, n) => format!("{} placed", sessions(n, language)),
        (Language::Spanish, 1) => "1 sesión ubicada".to_owned(),
        (Language::Spanish, n) => format!("{n} sesiones ubicadas"),
    };
    let of = |(name, number): &(&str, u16)| match language {
        Language::English => format!("{number} of {name}"),
        Language::Spanish => format!("{number} de {name}"),
    };
    let missing = owed.iter().map(of).collect::<Vec<_>>().join(", ");
    match (owed.is_empty(), language) {
        (true, _) => placed,
        (false, Language::English) => format!("{placed}; no place for {missing}"),
        (false, Language::Spanish) => format!("{placed}; sin lugar: {missing}"),
    }
}

/// What many sessions at once come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Sessions.
    pub sessions: usize,
    /// First and last week.
    pub weeks: (u16, u16),
    /// How many would fall on closed days.
    pub shut: usize,
    /// How many would overlap.
    pub taken: usize,
    /// How many lie outside the person's hours.
    pub outside: usize,
}

/// A series to be added: `12 sessions, Mon and Wed 5:30–7:00 PM, weeks 1–6; 1 falls on a closed day and is left out`.
pub fn series_told(batch: Batch, days: &[Weekday], at: (ClockTime, ClockTime), language: Language) -> String {
    let what = sessions(batch.sessions, language);
    let when = time::span(at.0, at.1, language);
    let head = format!("{what}, {} {when}, {}", weekdays(days, language), weeks(batch.weeks, language));
    placed(batch, head, language) + &left(batch, Left::Out, language)
}

/// A week to be copied: `10 sessions, weeks 4–5; 1 would overlap and is left out`.
pub fn copy_told(batch: Batch, language: Language) -> String {
    let head = format!("{}, {}", sessions(batch.sessions, language), weeks(batch.weeks, language));
    placed(batch, head, language) + &left(batch, Left::Out, language)
}

/// What is said first: what comes of it, or that nothing does.
fn placed(batch: Batch, head: String, language: Language) -> String {
    match (batch.sessions, language) {
        (0, Language::English) => "None of them finds a place".to_owned(),
        (0, Language::Spanish) => "Ninguna encuentra lugar".to_owned(),
        _ => head,
    }
}

/// A series to be moved: `9 sessions move, weeks 4–9; 1 would overlap and stays`.
pub fn shift_told(batch: Batch, language: Language) -> String {
    let what = sessions(batch.sessions, language);
    let weeks = weeks(batch.weeks, language);
    let head = match (language, batch.sessions) {
        (Language::English, 1) => format!("{what} moves, {weeks}"),
        (Language::English, _) => format!("{what} move, {weeks}"),
        (Language::Spanish, 1) => format!("{what} cambia, {weeks}"),
        (Language::Spanish, _) => format!("{what} cambian, {weeks}"),
    };
    placed(batch, head, language) + &left(batch, Left::Standing, language)
}

/// What becomes of sessions without a place.
#[derive(Clone, Copy)]
enum Left {
    Out,
    Standing,
}

fn left(batch: Batch, how: Left, language: Language) -> String {
    let mut told = String::new();
    let many = |one: &'static str, more: &'static str, number: usize| if number == 1 { one } else { more };
    let fate = |number: usize| match (language, how) {
        (Language::English, Left::Out) => many("is left out", "are left out", number),
        (Language::English, Left::Standing) => many("stays where it is", "stay where they are", number),
        (Language::Spanish, Left::Out) => many("se omite", "se omiten", number),
        (Language::Spanish, Left::Standing) => many("se queda donde está", "se quedan donde están", number),
    };
    let mut say = |number: usize, words: (&'static str, &'static str), fate: &str| {
        if number > 0 {
            let words = if number == 1 { words.0 } else { words.1 };
            let and = match language {
                Language::English => "and",
                Language::Spanish => "y",
            };
            let fate = if fate.is_empty() { String::new() } else { format!(" {and} {fate}") };
            told.extend([format!("; {number} {words}{fate}")]);
        }
    };
    let (shut, taken, outside) = match language {
        Language::English => (
            ("falls on a closed day", "fall on closed days"),
            ("would overlap", "would overlap"),
            ("is when the person cannot come", "are when the person cannot come"),
        ),
        Language::Spanish => (
            ("cae en un día sin servicio", "caen en días sin servicio"),
            ("se cruzaría con otra", "se cruzarían con otras"),
            ("es a una hora en que la persona no puede venir", "son a horas en que la persona no puede venir"),
        ),
    };
    say(batch.shut, shut, fate(batch.shut));
    say(batch.taken, taken, fate(batch.taken));
    say(batch.outside, outside, "");
    told
}

/// `weeks 1–6`, `week 3`.
fn weeks(span: (u16, u16), language: Language) -> String {
    match (language, span) {
        (Language::English, (from, to)) if from == to => format!("week {from}"),
        (Language::English, (from, to)) => format!("weeks {from}–{to}"),
        (Language::Spanish, (from, to)) if from == to => format!("semana {from}"),
        (Language::Spanish, (from, to)) => format!("semanas {from}–{to}"),
    }
}

/// Weekdays in short, as people list them: `Mon, Wed and Fri`.
pub fn weekdays(days: &[Weekday], language: Language) -> String {
    let names: Vec<&str> = days.iter().map(|day| time::weekday_short(*day, language)).collect();
    let and = match language {
        Language::English => "and",
        Language::Spanish => "y",
    };
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} {and} {last}", first.join(", ")),
    }
}

/// How a group meets, for those who choose a time: `In the group, Mon and Wed 5:30–7:00 PM`.
pub fn group_time(days: &[Weekday], at: (ClockTime, ClockTime), language: Language) -> String {
    let (days, when) = (weekdays(days, language), time::span(at.0, at.1, language));
    match language {
        Language::English => format!("In the group, {days} {when}"),
        Language::Spanish => format!("En el grupo, {days} {when}"),
    }
}

/// How far a series is being dragged: `2 weeks later`.
pub fn weeks_later(weeks: i16, language: Language) -> String {
    let number = weeks.unsigned_abs();
    match (language, weeks > 0, number) {
        (_, _, 0) => String::new(),
        (Language::English, true, 1) => "1 week later".to_owned(),
        (Language::English, true, n) => format!("{n} weeks later"),
        (Language::English, false, 1) => "1 week earlier".to_owned(),
        (Language::English, false, n) => format!("{n} weeks earlier"),
        (Language::Spanish, true, 1) => "1 semana después".to_owned(),
        (Language::Spanish, true, n) => format!("{n} semanas después"),
        (Language::Spanish, false, 1) => "1 semana antes".to_owned(),
        (Language::Spanish, false, n) => format!("{n} semanas antes"),
    }
}

/// A session's length and what became of it after a key moved it.
pub fn moved_to(spot: &str, minutes: Minutes, language: Language) -> String {
    let length = time::length(minutes);
    match language {
        Language::English => format!("Now {spot}, {length}"),
        Language::Spanish => format!("Ahora {spot}, {length}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;

    fn time(text: &str) -> ClockTime {
        ClockTime::parse(text).unwrap()
    }

    #[test]
    fn labels_follow_the_house_style() {
        check_style(ScheduleWords::ALL);
    }

    #[test]
    fn a_series_is_told_before_it_is_added() {
        let batch = Batch { sessions: 12, weeks: (1, 6), shut: 1, taken: 0, outside: 0 };
        let at = (time("17:30"), time("19:00"));
        assert_eq!(
            series_told(batch, &[Weekday::Mon, Weekday::Wed], at, Language::English),
            "12 sessions, Mon and Wed 5:30–7:00 PM, weeks 1–6; 1 falls on a closed day and is left out"
        );
        let batch = Batch { sessions: 1, weeks: (3, 3), shut: 0, taken: 2, outside: 1 };
        assert_eq!(
            shift_told(batch, Language::Spanish),
            "1 sesión cambia, semana 3; 2 se cruzarían con otras y se quedan donde están; \
             1 es a una hora en que la persona no puede venir"
        );
        assert_eq!(copy_told(batch, Language::English).split(';').next(), Some("1 session, week 3"));
    }

    #[test]
    fn what_found_no_place_is_named() {
        assert_eq!(drafted(3, &[], Language::English), "3 sessions placed");
        assert_eq!(
            drafted(1, &[("CBT", 2), ("DBT", 1)], Language::English),
            "1 session placed; no place for 2 of CBT, 1 of DBT"
        );
        assert_eq!(weekdays(&[Weekday::Mon, Weekday::Wed, Weekday::Fri], Language::English), "Mon, Wed and Fri");
    }
}
