//! Dates and times as paper says them; a screen has less room and says them shorter.

use crate::base::{ClockTime, Date, Language};
use crate::wording::time;

/// Day and month: `Jan 4`, `4 ene`.
pub fn day_month(date: Date, language: Language) -> String {
    let shared = time::day_month(date, language);
    match (language, shared.split_once(' ')) {
        (Language::English, Some((day, month))) => format!("{month} {day}"),
        (Language::English, None) | (Language::Spanish, _) => shared,
    }
}

/// A date with its year: `Jan 4, 2027`, `4 ene 2027`.
pub fn date(date: Date, language: Language) -> String {
    let day = day_month(date, language);
    match language {
        Language::English => format!("{day}, {}", date.year()),
        Language::Spanish => format!("{day} {}", date.year()),
    }
}

/// Weekday, day and month: `Mon, Jan 4`, `lun 4 ene`.
pub fn day(date: Date, language: Language) -> String {
    let weekday = time::weekday_short(crate::base::Weekday::of(date), language);
    format!("{weekday}{}{}", after_weekday(language), day_month(date, language))
}

/// What stands between a weekday and a date.
pub const fn after_weekday(language: Language) -> &'static str {
    match language {
        Language::English => ", ",
        Language::Spanish => " ",
    }
}

/// A span of a day for narrow columns, where its end alone says which half of the day: `9:00–2:00 PM`.
pub fn span_short(from: ClockTime, to: ClockTime, language: Language) -> String {
    let first = time::clock(from, language);
    let digits = first.split(' ').next().unwrap_or_default();
    unbroken(&format!("{digits}–{}", time::clock(to, language)))
}

/// A span of a day that breaks, if it must, only after its dash.
pub fn span(from: ClockTime, to: ClockTime, language: Language) -> String {
    unbroken(&time::span(from, to, language))
}

/// The same words, on one line.
pub fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// A date and a span of time: `Monday, January 4, 5:30–7:00 PM`.
pub fn moment(date: Date, span: &str, language: Language) -> String {
    format!("{}, {span}", super::sentence_case(&time::day_full(date, language)))
}

/// By when: `by Monday, January 4`.
pub fn by(date: Date, language: Language) -> String {
    match language {
        Language::English => format!("by {}", time::day_full(date, language)),
        Language::Spanish => format!("para el {}", time::day_full(date, language)),
    }
}

/// By when, in short: `by Jan 4`.
pub fn by_short(date: Date, language: Language) -> String {
    match language {
        Language::English => format!("by {}", day_month(date, language)),
        Language::Spanish => format!("para el {}", day_month(date, language)),
    }
}

/// A span of dates: `Nov 23, 2026 – Jan 22, 2027`.
pub fn dates(from: Date, to: Date, language: Language) -> String {
    format!("{} – {}", date(from, language), date(to, language))
}

/// A span that may not have ended.
pub fn dates_open(from: Date, to: Option<Date>, language: Language) -> String {
    match (language, to) {
        (_, Some(to)) => dates(from, to, language),
        (Language::English, None) => format!("since {}", date(from, language)),
        (Language::Spanish, None) => format!("desde el {}", date(from, language)),
    }
}

/// Why there is no session on a day: `Closed: Memorial Day`.
pub fn closed(name: &str, language: Language) -> String {
    match (language, name.trim()) {
        (Language::English, "") => "Closed".to_owned(),
        (Language::English, name) => format!("Closed: {name}"),
        (Language::Spanish, "") => "Cerrado".to_owned(),
        (Language::Spanish, name) => format!("Cerrado: {name}"),
    }
}

/// On which day there is no session, and why: `Closed Mon, May 31: Memorial Day`.
pub fn closed_day(date: Date, name: &str, language: Language) -> String {
    let day = day(date, language);
    let closed = match language {
        Language::English => format!("Closed {day}"),
        Language::Spanish => format!("Cerrado el {day}"),
    };
    if name.trim().is_empty() { closed } else { format!("{closed}: {}", name.trim()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as on;

    #[test]
    fn paper_says_dates_as_people_do() {
        let time = |text| ClockTime::parse(text).unwrap();
        assert_eq!(day(on(2027, 1, 4), Language::English), "Mon, Jan 4");
        assert_eq!(day(on(2027, 1, 4), Language::Spanish), "lun 4 ene");
        assert_eq!(super::date(on(2027, 1, 4), Language::English), "Jan 4, 2027");
        assert_eq!(by_short(on(2027, 2, 26), Language::English), "by Feb 26");
        assert_eq!(span_short(time("09:00"), time("14:00"), Language::Spanish), "9:00–2:00\u{a0}p.\u{a0}m.");
        assert_eq!(closed("", Language::Spanish), "Cerrado");
    }
}
