//! The hash of a version, as it stands in files and, shortened, on paper.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};

const KIND: &str = "sha256:";
const DIGITS: usize = 64;
/// Fewer digits than this could belong to another version by chance.
const FEWEST: usize = 8;
const SHORT: usize = 12;

/// The SHA-256 hash of a version and of all before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

/// Why a text is no hash.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no hash: write `sha256:` and 64 digits from 0 to f")]
pub struct HashError(String);

impl Hash {
    /// The hash of a list of parts; where one part ends and the next begins is part of it.
    pub(super) fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    /// Reads `sha256:` and 64 digits.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn parse(text: &str) -> Result<Self, HashError> {
        let refuse = || HashError(text.to_owned());
        let digits = text.strip_prefix(KIND).filter(|digits| digits.len() == DIGITS).ok_or_else(refuse)?;
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
            let [high, low] = pair else { return Err(refuse()) };
            let (high, low) = digit(*high).zip(digit(*low)).ok_or_else(refuse)?;
            *byte = high * 16 + low;
        }
        Ok(Self(bytes))
    }

    /// The first twelve digits, as printed on paper.
    pub fn short(&self) -> String {
        self.digits().chars().take(SHORT).collect()
    }

    /// Whether a text is this hash, or at least its first eight digits, as copied from paper.
    pub fn is_named(&self, text: &str) -> bool {
        let text = text.trim().to_ascii_lowercase();
        let digits: String = text.trim_start_matches(KIND).chars().filter(|c| !c.is_whitespace()).collect();
        digits.len() >= FEWEST && self.digits().starts_with(&digits)
    }

    fn digits(&self) -> String {
        let halves = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
    }
}

/// Only small letters, so that a hash has one text.
const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{KIND}{}", self.digits())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_as_it_is_written_and_named_by_its_beginning() {
        let hash = Hash::of(&["a", "b"]);
        assert_eq!(Hash::parse(&hash.to_string()), Ok(hash));
        assert_ne!(hash, Hash::of(&["ab", ""]));
        assert!(hash.is_named(&hash.to_string()) && hash.is_named(&hash.short().to_uppercase()));
        let too_short: String = hash.short().chars().take(7).collect();
        assert!(!hash.is_named("") && !hash.is_named("sha256:") && !hash.is_named(&too_short));
        assert!(Hash::parse(&hash.to_string().to_uppercase()).is_err());
        assert!(Hash::parse("sha256:00").is_err());
    }
}
