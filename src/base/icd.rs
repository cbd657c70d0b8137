//! Diagnosis codes, checked by form; whether a code exists is for the clinician to know.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

/// An ICD-10-CM code of correct form, as in `F33.1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct IcdCode(String);

/// Why a text is no diagnosis code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no ICD-10-CM code: write it as `F33.1`")]
pub struct IcdError(String);

impl IcdCode {
    /// Checks and wraps a text.
    ///
    /// # Errors
    /// When the text has not the form of a code.
    pub fn new(text: &str) -> Result<Self, IcdError> {
        if is_icd_10_cm(text) { Ok(Self(text.to_owned())) } else { Err(IcdError(text.to_owned())) }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IcdCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for IcdCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(de::Error::custom)
    }
}

/// Whether a text has the form of an ICD-10-CM code: a letter, two characters, and up to four after a point.
pub fn is_icd_10_cm(code: &str) -> bool {
    let (category, rest) = code.split_once('.').map_or((code, None), |(category, rest)| (category, Some(rest)));
    let [letter, digit, third] = category.as_bytes() else { return false };
    let is_upper_or_digit = |b: &u8| b.is_ascii_digit() || b.is_ascii_uppercase();
    letter.is_ascii_uppercase()
        && digit.is_ascii_digit()
        && is_upper_or_digit(third)
        && rest.is_none_or(|rest| (1..=4).contains(&rest.len()) && rest.as_bytes().iter().all(is_upper_or_digit))
}

#[cfg(test)]
mod tests {
    use super::is_icd_10_cm;

    #[test]
    fn diagnosis_codes_are_checked_by_form() {
        for good in ["F33.1", "F10.20", "Z91", "T74.22XA", "F50.2", "C4A.0"] {
            assert!(is_icd_10_cm(good), "{good}");
        }
        for bad in ["", "F3", "f33.1", "F33.", "F33.12345", "33.1", "F33-1", "F33.1 "] {
            assert!(!is_icd_10_cm(bad), "{bad}");
        }
    }
}
