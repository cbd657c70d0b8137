//! Text that the program ships in two languages, and the slugs by which catalog entries are named.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

/// A language that the program itself speaks; a person's own language may be any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// US English.
    #[default]
    English,
    /// US Spanish, addressing people as *usted*.
    Spanish,
}

impl Language {
    /// The language for a BCP 47 tag such as `es-MX`: Spanish for Spanish, else English.
    pub fn for_tag(tag: &str) -> Self {
        match tag.split(['-', '_']).next() {
            Some(primary) if primary.eq_ignore_ascii_case("es") => Self::Spanish,
            _ => Self::English,
        }
    }

    /// The BCP 47 tag under which documents in this language are published.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Spanish => "es-US",
        }
    }
}

/// One text in both languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

impl Bilingual {
    /// The text in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Spanish => &self.es,
        }
    }
}

/// Whether a text says nothing.
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A text in small letters without accents, so that `atencion` finds `Atención`.
pub fn unaccented(text: &str) -> String {
    let plain = |letter| match letter {
        'á' | 'à' | 'ä' => 'a',
        'é' | 'è' | 'ë' => 'e',
        'í' | 'ï' => 'i',
        'ó' | 'ö' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// The stable name of a catalog entry: lower-case letters, digits and hyphens, as in `cbt-depression`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

/// Why a text is no slug.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no name for a catalog entry: use 1 to 60 lower-case letters, digits and single hyphens")]
pub struct SlugError(String);

impl Slug {
    /// Checks and wraps a text.
    ///
    /// # Errors
    /// When the text is empty, longer than 60 bytes, or has other characters than `a-z`, `0-9` and inner hyphens.
    pub fn new(text: &str) -> Result<Self, SlugError> {
        let parts_ok = text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if parts_ok && text.len() <= 60 { Ok(Self(text.to_owned())) } else { Err(SlugError(text.to_owned())) }
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_checked() {
        for good in ["cbt", "dbt-full-24", "phq-9"] {
            assert!(Slug::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "ä"] {
            assert!(Slug::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn spanish_is_found_by_its_tag() {
        assert_eq!(Language::for_tag("es-MX"), Language::Spanish);
        assert_eq!(Language::for_tag("ht"), Language::English);
    }
}
