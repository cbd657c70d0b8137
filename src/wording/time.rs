//! Dates, times of day and lengths of time as people say them.

use crate::base::{ClockTime, Date, Frequency, Language, Minutes, Weekday};

/// A weekday in full: `Monday`, `lunes`.
pub const fn weekday(day: Weekday, language: Language) -> &'static str {
    match language {
        Language::English => match day {
            Weekday::Mon => "Monday",
            Weekday::Tue => "Tuesday",
            Weekday::Wed => "Wednesday",
            Weekday::Thu => "Thursday",
            Weekday::Fri => "Friday",
            Weekday::Sat => "Saturday",
            Weekday::Sun => "Sunday",
        },
        Language::Spanish => match day {
            Weekday::Mon => "lunes",
            Weekday::Tue => "martes",
            Weekday::Wed => "miércoles",
            Weekday::Thu => "jueves",
            Weekday::Fri => "viernes",
            Weekday::Sat => "sábado",
            Weekday::Sun => "domingo",
        },
    }
}

/// A weekday in three letters: `Mon`, `lun`.
pub const fn weekday_short(day: Weekday, language: Language) -> &'static str {
    match language {
        Language::English => match day {
            Weekday::Mon => "Mon",
            Weekday::Tue => "Tue",
            Weekday::Wed => "Wed",
            Weekday::Thu => "Thu",
            Weekday::Fri => "Fri",
            Weekday::Sat => "Sat",
            Weekday::Sun => "Sun",
        },
        Language::Spanish => match day {
            Weekday::Mon => "lun",
            Weekday::Tue => "mar",
            Weekday::Wed => "mié",
            Weekday::Thu => "jue",
            Weekday::Fri => "vie",
            Weekday::Sat => "sáb",
            Weekday::Sun => "dom",
        },
    }
}

const MONTHS: [[&str; 12]; 2] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

const MONTHS_SHORT: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
];

fn month_of(names: &[[&'static str; 12]; 2], date: Date, language: Language) -> &'static str {
    let [english, spanish] = names;
    let names = match language {
        Language::English => english,
        Language::Spanish => spanish,
    };
    let index = usize::try_from(date.month() - 1).unwrap_or_default();
    names.get(index).copied().unwrap_or_default()
}

/// Weekday, day and month: `Mon 4 Jan`, `lun 4 ene`.
pub fn day(date: Date, language: Language) -> String {
    format!("{} {}", weekday_short(Weekday::of(date), language), day_month(date, language))
}

/// Day and month: `4 Jan`, `4 ene`.
pub fn day_month(date: Date, language: Language) -> String {
    format!("{} {}", date.day(), month_of(&MONTHS_SHORT, date, language))
}

/// Weekday, day and month in full: `Monday, January 4`, `lunes 4 de enero`.
pub fn day_full(date: Date, language: Language) -> String {
    let (weekday, month) = (weekday(Weekday::of(date), language), month_of(&MONTHS, date, language));
    match language {
        Language::English => format!("{weekday}, {month} {}", date.day()),
        Language::Spanish => format!("{weekday} {} de {month}", date.day()),
    }
}

/// How a date is said: as on a screen or as on paper.
pub type Dated = fn(Date, Language) -> String;

/// A date with its year, beside days without one: `4 Jan 2027`, `4 ene 2027`.
pub fn date(date: Date, language: Language) -> String {
    format!("{} {}", day_month(date, language), date.year())
}

/// A date with its year in full: `January 4, 2027`, `4 de enero de 2027`.
pub fn date_full(date: Date, language: Language) -> String {
    let month = month_of(&MONTHS, date, language);
    match language {
        Language::English => format!("{month} {}, {}", date.day(), date.year()),
        Language::Spanish => format!("{} de {month} de {}", date.day(), date.year()),
    }
}

/// A time of day on a 12-hour clock: `5:30 PM`, `5:30 p. m.`.
pub fn clock(time: ClockTime, language: Language) -> String {
    let (digits, afternoon) = digits(time);
    format!("{digits} {}", half(afternoon, language))
}

/// A whole hour as it stands beside a calendar: `5 PM`, `5 p. m.`.
pub fn hour(time: ClockTime, language: Language) -> String {
    let (digits, afternoon) = digits(time);
    let hour = digits.split(':').next().unwrap_or_default();
    format!("{hour} {}", half(afternoon, language))
}

/// A span of a day: `5:30–7:00 PM`, `11:30 AM–1:00 PM`.
pub fn span(from: ClockTime, to: ClockTime, language: Language) -> String {
    let ((first, first_half), (last, last_half)) = (digits(from), digits(to));
    if first_half == last_half {
        format!("{first}–{last} {}", half(last_half, language))
    } else {
        format!("{first} {}–{last} {}", half(first_half, language), half(last_half, language))
    }
}

fn digits(time: ClockTime) -> (String, bool) {
    let (hour, minute) = (time.minutes() / 60 % 24, time.minutes() % 60);
    let on_face = match hour % 12 {
        0 => 12,
        other => other,
    };
    (format!("{on_face}:{minute:02}"), hour >= 12)
}

/// Half a day; no row ends within it.
const fn half(afternoon: bool, language: Language) -> &'static str {
    match (language, afternoon) {
        (Language::English, false) => "AM",
        (Language::English, true) => "PM",
        (Language::Spanish, false) => "a.\u{a0}m.",
        (Language::Spanish, true) => "p.\u{a0}m.",
    }
}

/// A length of time: `45 min`, `9 h`, `9 h 30 min`.
pub fn length(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// A length of time in words for a patient: `9 hours`, `1 hour 30 minutes`.
pub fn length_in_words(minutes: Minutes, language: Language) -> String {
    let count = |number: u16, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let (hour, hours, minute, many) = match language {
        Language::English => ("hour", "hours", "minute", "minutes"),
        Language::Spanish => ("hora", "horas", "minuto", "minutos"),
    };
    let parts = [count(minutes.0 / 60, hour, hours), count(minutes.0 % 60, minute, many)];
    let words: Vec<String> = parts.into_iter().flatten().collect();
    if words.is_empty() { format!("0 {many}") } else { words.join(" ") }
}

/// How often: `once a week`, `3 times a week`, `every 2 weeks`.
pub fn frequency(frequency: Frequency, language: Language) -> String {
    let Frequency { sessions, weeks } = frequency;
    match (language, sessions, weeks) {
        (Language::English, 1, 1) => "once a week".to_owned(),
        (Language::English, 2, 1) => "twice a week".to_owned(),
        (Language::English, n, 1) => format!("{n} times a week"),
        (Language::English, 1, w) => format!("every {w} weeks"),
        (Language::English, 2, w) => format!("twice in {w} weeks"),
        (Language::English, n, w) => format!("{n} times in {w} weeks"),
        (Language::Spanish, 1, 1) => "una vez por semana".to_owned(),
        (Language::Spanish, 2, 1) => "dos veces por semana".to_owned(),
        (Language::Spanish, n, 1) => format!("{n} veces por semana"),
        (Language::Spanish, 1, w) => format!("cada {w} semanas"),
        (Language::Spanish, 2, w) => format!("dos veces en {w} semanas"),
        (Language::Spanish, n, w) => format!("{n} veces en {w} semanas"),
    }
}

/// `week 3`, `semana 3`, capitalized for a heading.
pub fn week(number: u16, language: Language) -> String {
    match language {
        Language::English => format!("Week {number}"),
        Language::Spanish => format!("Semana {number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as on;

    #[test]
    fn times_and_dates_are_said_as_people_say_them() {
        let time = |text| ClockTime::parse(text).unwrap();
        assert_eq!(clock(time("00:05"), Language::English), "12:05 AM");
        assert_eq!(clock(time("12:00"), Language::English), "12:00 PM");
        assert_eq!(clock(time("24:00"), Language::English), "12:00 AM");
        assert_eq!(span(time("17:30"), time("19:00"), Language::Spanish), "5:30–7:00 p.\u{a0}m.");
        assert_eq!(hour(time("17:00"), Language::English), "5 PM");
        assert_eq!(hour(time("00:00"), Language::Spanish), "12 a.\u{a0}m.");
        assert_eq!(span(time("11:30"), time("13:00"), Language::English), "11:30 AM–1:00 PM");
        assert_eq!(day(on(2027, 1, 4), Language::English), "Mon 4 Jan");
        assert_eq!(super::date(on(2027, 1, 4), Language::English), "4 Jan 2027");
        assert_eq!(day_full(on(2027, 1, 4), Language::Spanish), "lunes 4 de enero");
        assert_eq!(length(Minutes(570)), "9 h 30 min");
        assert_eq!(length_in_words(Minutes(61), Language::Spanish), "1 hora 1 minuto");
        assert_eq!(length_in_words(Minutes(0), Language::English), "0 minutes");
    }
}
