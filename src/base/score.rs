//! A score of a measure, exact to two decimals, and which way is better.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A score in hundredths, so that `14` and `2.35` compare and add exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(i32);

/// Why a number is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScoreError {
    /// Not a number, infinite, or larger than any measure knows.
    #[error("a score is a number between -10000 and 10000")]
    OutOfRange,
    /// Finer than two decimals.
    #[error("a score has at most two decimals")]
    TooFine,
}

impl Score {
    /// A whole score.
    pub const fn whole(points: i16) -> Self {
        Self(points as i32 * 100)
    }

    /// A score from hundredths of a point.
    pub const fn from_hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// Hundredths of a point.
    pub const fn hundredths(self) -> i32 {
        self.0
    }

    /// The difference to another score; saturates far outside every measure's range.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// A score from a decimal number.
    ///
    /// # Errors
    /// When the number is not finite, out of range, or has more than two decimals.
    pub fn from_decimal(number: f64) -> Result<Self, ScoreError> {
        if !number.is_finite() || number.abs() > 10_000.0 {
            return Err(ScoreError::OutOfRange);
        }
        let hundredths = (number * 100.0).round();
        if (hundredths - number * 100.0).abs() > 1e-6 {
            return Err(ScoreError::TooFine);
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and below a million, checked above")]
        let hundredths = hundredths as i32;
        Ok(Self(hundredths))
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Lower scores are better.
    LowerIsBetter,
    /// Higher scores are better.
    HigherIsBetter,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (points, rest) = (self.0.abs() / 100, self.0.abs() % 100);
        match rest {
            0 => write!(f, "{sign}{points}"),
            r if r % 10 == 0 => write!(f, "{sign}{points}.{}", r / 10),
            r => write!(f, "{sign}{points}.{r:02}"),
        }
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            serializer.serialize_i32(self.0 / 100)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::from_decimal(number).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_and_nonsense_is_refused() {
        assert_eq!(Score::from_decimal(2.35).unwrap().to_string(), "2.35");
        assert_eq!(Score::from_decimal(-3.5).unwrap().to_string(), "-3.5");
        assert_eq!(Score::whole(14).to_string(), "14");
        assert_eq!(Score::from_decimal(f64::NAN), Err(ScoreError::OutOfRange));
        assert_eq!(Score::from_decimal(1.234), Err(ScoreError::TooFine));
    }
}
