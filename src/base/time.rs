//! Civil time: dates, weekdays, times of day and minutes, all in the program's own time zone.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A civil date; there is no clock and no time zone in a plan.
pub type Date = jiff::civil::Date;

/// A length of time in whole minutes, at most 45 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub u16);

impl Minutes {
    /// The sum of two lengths; saturates.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl core::iter::Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self(0), Self::plus)
    }
}

/// A day of the week; weeks begin on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];

    /// The weekday of a date.
    pub fn of(date: Date) -> Self {
        match date.weekday() {
            jiff::civil::Weekday::Monday => Self::Mon,
            jiff::civil::Weekday::Tuesday => Self::Tue,
            jiff::civil::Weekday::Wednesday => Self::Wed,
            jiff::civil::Weekday::Thursday => Self::Thu,
            jiff::civil::Weekday::Friday => Self::Fri,
            jiff::civil::Weekday::Saturday => Self::Sat,
            jiff::civil::Weekday::Sunday => Self::Sun,
        }
    }

    /// Days since Monday, 0 to 6.
    pub const fn index(self) -> u8 {
        self as u8
    }
}

/// A time of day on a 24-hour clock, to the minute; written `17:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

/// Why a text is no time of day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no time of day: write it as `17:30`")]
pub struct TimeError(String);

impl ClockTime {
    /// The last moment that a session may end: midnight at the end of the day.
    pub const MIDNIGHT: Self = Self(24 * 60);

    /// The time so many minutes after midnight; `None` after the end of the day.
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes <= Self::MIDNIGHT.0 { Some(Self(minutes)) } else { None }
    }

    /// Minutes since midnight, 0 to 1440.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// This time and a length later, at the latest midnight.
    #[must_use]
    pub const fn after(self, length: Minutes) -> Self {
        let sum = self.0.saturating_add(length.0);
        Self(if sum > Self::MIDNIGHT.0 { Self::MIDNIGHT.0 } else { sum })
    }

    /// Reads `17:30`.
    ///
    /// # Errors
    /// When the text is not two digits, a colon and two digits within `00:00` to `24:00`.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let refuse = || TimeError(text.to_owned());
        let (hours, minutes) = text.split_once(':').ok_or_else(refuse)?;
        let digits = |part: &str| match part.as_bytes() {
            [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => Some(u16::from(a - b'0') * 10 + u16::from(b - b'0')),
            _ => None,
        };
        let (hours, minutes) = digits(hours).zip(digits(minutes)).ok_or_else(refuse)?;
        let time = Self::from_minutes(hours * 60 + minutes).ok_or_else(refuse)?;
        if minutes < 60 { Ok(time) } else { Err(refuse()) }
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

/// Whole days from one date to another; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    // Civil dates span about 7.3 million days, so the difference always fits.
    i32::try_from(from.duration_until(to).as_secs() / SECONDS_OF_A_DAY).unwrap_or_default()
}

/// Civil days are all equally long.
const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// The date so many days after another; the last date there is at the end of time.
pub fn days_after(date: Date, days: u16) -> Date {
    date.saturating_add(jiff::Span::new().days(i64::from(days)))
}

/// The Monday of the week that holds a date.
pub fn week_of(date: Date) -> Date {
    let back = jiff::Span::new().days(i64::from(Weekday::of(date).index()));
    date.checked_sub(back).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn times_are_read_and_written_alike() {
        for text in ["00:00", "09:05", "17:30", "24:00"] {
            assert_eq!(ClockTime::parse(text).unwrap().to_string(), text);
        }
        for bad in ["9:00", "09:60", "24:01", "0900", "aa:bb", ""] {
            assert!(ClockTime::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn weeks_begin_on_monday_across_year_ends_and_leap_days() {
        assert_eq!(week_of(date(2027, 1, 1)), date(2026, 12, 28));
        assert_eq!(week_of(date(2028, 3, 1)), date(2028, 2, 28));
        assert_eq!(days_between(date(2028, 2, 28), date(2028, 3, 1)), 2);
        assert_eq!(days_between(date(2027, 1, 1), date(2026, 12, 31)), -1);
        assert_eq!(days_after(date(2028, 2, 28), 2), date(2028, 3, 1));
        assert_eq!(days_after(Date::MAX, 1), Date::MAX);
    }
}
