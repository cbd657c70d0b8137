//! Reads dates and times as people write them, in English and in Spanish.

use crate::base::{ClockTime, Date, Language};

/// Reads a date: `2027-01-04`, `1/4/2027` (in Spanish `4/1/2027`), `4 Jan 2027`, `Jan 4` (the next one from today),
/// `today`, `+10d` or `+6w` (from today).
pub fn date(text: &str, today: Date, language: Language) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if matches!(text.as_str(), "today" | "hoy") {
        return Some(today);
    }
    if let Some(later) = text.strip_prefix('+') {
        return after(later, today);
    }
    match parts(&text).as_slice() {
        [year, month, day] if year.len() == 4 => build(number(year)?, month_of(month)?, number(day)?),
        [a, b, year] => {
            let (month, day) = month_and_day(a, b, language)?;
            build(whole_year(year, today)?, month, day)
        }
        [a, b] => {
            let (month, day) = month_and_day(a, b, language)?;
            let this_year = build(today.year(), month, day)?;
            if this_year >= today { Some(this_year) } else { build(today.year() + 1, month, day) }
        }
        _ => None,
    }
}

/// Reads a date like [`date`], but one without a year is the last of that name up to today; also `yesterday`.
pub fn past(text: &str, today: Date, language: Language) -> Option<Date> {
    let found = date(text, today, language);
    match text.trim().to_lowercase().as_str() {
        "yesterday" | "ayer" => today.yesterday().ok(),
        _ if parts(text).len() > 2 || text.trim().starts_with('+') => found,
        _ => found.map(|date| if date <= today { date } else { year_before(date) }),
    }
}

/// The day, the month and the year, without the words between them.
fn parts(text: &str) -> Vec<&str> {
    let parts = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !matches!(*part, "de" | "del" | "of" | "the") && !is_weekday(part));
    parts.collect()
}

fn year_before(date: Date) -> Date {
    date.checked_sub(jiff::Span::new().years(1)).unwrap_or(date)
}

/// Reads a time of day: `17:30`, `5:30 pm`, `5pm`, `5.30 p. m.`, `1730`.
pub fn clock(text: &str) -> Option<ClockTime> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let half = match letters.as_str() {
        "" | "h" => None,
        "am" | "a" => Some(0),
        "pm" | "p" => Some(12),
        _ => return None,
    };
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hours, minutes): (u16, u16) = match numbers.as_slice() {
        [whole] if whole.len() >= 3 => {
            let all: u16 = number(whole)?;
            (all / 100, all % 100)
        }
        [hours] => (number(hours)?, 0),
        [hours, minutes] => (number(hours)?, number(minutes)?),
        _ => return None,
    };
    let hours = match half {
        None => hours,
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(half) => hours % 12 + half,
    };
    (minutes < 60 && hours <= 24).then(|| ClockTime::from_minutes(hours * 60 + minutes)).flatten()
}

fn after(text: &str, today: Date) -> Option<Date> {
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    let unit = text.get(digits.len()..)?.trim();
    let count: i32 = number(digits.trim())?;
    let days = match unit {
        "d" | "days" | "day" | "días" | "dias" | "día" => count,
        "" | "w" | "weeks" | "week" | "s" | "sem" | "semanas" | "semana" => count.checked_mul(7)?,
        _ => return None,
    };
    today.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn month_and_day(a: &str, b: &str, language: Language) -> Option<(i8, i8)> {
    if let Some(month) = named_month(a) {
        return Some((month, number(b)?));
    }
    if let Some(month) = named_month(b) {
        return Some((month, number(a)?));
    }
    let (a, b) = (number(a)?, number(b)?);
    Some(match language {
        Language::English => (a, b),
        Language::Spanish => (b, a),
    })
}

fn month_of(text: &str) -> Option<i8> {
    named_month(text).or_else(|| number(text))
}

fn named_month(text: &str) -> Option<i8> {
    const NAMES: [(&str, &str); 12] = [
        ("jan", "ene"),
        ("feb", "feb"),
        ("mar", "mar"),
        ("apr", "abr"),
        ("may", "may"),
        ("jun", "jun"),
        ("jul", "jul"),
        ("aug", "ago"),
        ("sep", "sep"),
        ("oct", "oct"),
        ("nov", "nov"),
        ("dec", "dic"),
    ];
    let at = NAMES.iter().position(|(en, es)| text.starts_with(en) || text.starts_with(es))?;
    i8::try_from(at + 1).ok()
}

/// Names of days, in full and short; "mar" is left out, because it is March as well.
fn is_weekday(text: &str) -> bool {
    const STEMS: [&str; 13] =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "martes", "mié", "jue", "vie", "dom"];
    STEMS.iter().any(|stem| text.starts_with(stem)) || text.starts_with("sáb")
}

fn whole_year(text: &str, today: Date) -> Option<i16> {
    let year: i16 = number(text)?;
    Some(match text.len() {
        2 if 2000 + year <= today.year() + 10 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    })
}

fn build(year: i16, month: i8, day: i8) -> Option<Date> {
    let date = Date::new(year, month, day).ok()?;
    (1900..=2100).contains(&year).then_some(date)
}

fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;

    use super::*;

    const TODAY: Date = on(2026, 11, 22);

    #[track_caller]
    fn check(text: &str, language: Language, expect: Option<Date>) {
        assert_eq!(date(text, TODAY, language), expect, "{text}");
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in ["2027-01-04", "1/4/2027", "1/4/27", "4 Jan 2027", "Jan 4, 2027", "January 4", "Mon, Jan 4"] {
            check(text, Language::English, Some(on(2027, 1, 4)));
        }
        for text in ["2027-01-04", "4/1/2027", "4 ene 2027", "4 de enero de 2027", "lunes 4 de enero"] {
            check(text, Language::Spanish, Some(on(2027, 1, 4)));
        }
        check("martes 5 de enero", Language::Spanish, Some(on(2027, 1, 5)));
        check("5 mar 2027", Language::Spanish, Some(on(2027, 3, 5)));
        check("3/5/88", Language::English, Some(on(1988, 3, 5)));
        check("+6w", Language::English, Some(on(2027, 1, 3)));
        check("+10d", Language::English, Some(on(2026, 12, 2)));
        check("today", Language::English, Some(TODAY));
    }

    #[test]
    fn a_day_without_a_year_is_the_last_one_where_it_lies_behind() {
        let check = |text: &str, expect| assert_eq!(past(text, TODAY, Language::English), Some(expect), "{text}");
        check("Nov 18", on(2026, 11, 18));
        check("11/22", TODAY);
        check("Nov 23", on(2025, 11, 23));
        check("Nov 23, 2026", on(2026, 11, 23));
        check("yesterday", on(2026, 11, 21));
        check("today", TODAY);
        check("+1d", on(2026, 11, 23));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "soon", "13/45/2027", "2/30/2027", "1", "4 Foo 2027", "1/4/20277", "+99999999999d", "+9999999w"]
        {
            check(text, Language::English, None);
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let half_past_five = ClockTime::from_minutes(17 * 60 + 30);
        for text in ["17:30", "5:30 pm", "5:30 PM", "5.30 p. m.", "1730", "5:30p"] {
            assert_eq!(clock(text), half_past_five, "{text}");
        }
        assert_eq!(clock("9"), ClockTime::from_minutes(540));
        assert_eq!(clock("12 am"), ClockTime::from_minutes(0));
        assert_eq!(clock("12pm"), ClockTime::from_minutes(720));
        for text in ["", "noon", "25:00", "13 pm", "5:75", "99999"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }
}
