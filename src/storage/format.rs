//! The plan file: a RON text with its format and a checksum over itself.
//!
//! ```text
//! #![enable(implicit_some)]
//! PlanFile(
//!   format: 1,
//!   checksum: "sha256:…",
//!   plan: Plan(…),
//! )
//! ```
//!
//! Nothing stands in the file beside the one plan: a list of signed versions would be empty until something is signed,
//! and until the first release a new field needs no new format.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Lookalike, TextError, sniff};
use crate::catalog::read::{ReadError, from_text};
use crate::plan::{Fault, Plan, faults};

/// The format that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

const CHECKSUM_KIND: &str = "sha256:";
const CHECKSUM_DIGITS: usize = 64;

/// Whether a file that is not as the program wrote it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Only what the program itself wrote.
    Strict,
    /// Also what was changed by hand or by damage, as long as it is a possible plan.
    AcceptChanges,
}

/// Whether a file is as the program wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integrity {
    /// The checksum holds.
    Intact,
    /// It does not: the file was changed by hand or by damage.
    Changed,
}

/// What a plan file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The plan.
    pub plan: Plan,
    /// Whether the file is as the program wrote it.
    pub integrity: Integrity,
}

/// Why a plan could not be written as a file's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// It has no text.
    #[error("cannot be written: {0}")]
    Unwritable(String),
    /// Its text cannot be read.
    #[error("would not open again: {0}")]
    Unreadable(OpenError),
    /// Its text reads as a different plan.
    #[error("would read as a different plan")]
    Different,
}

/// Why a plan file could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It could not be read as text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It is something else.
    #[error("not a plan file: {0:?}")]
    NotAPlan(Lookalike),
    /// A newer program wrote it.
    #[error("format {found}, and at most {known} is known")]
    Newer {
        /// Its format.
        found: u32,
        /// The newest that this program reads.
        known: u32,
    },
    /// It names a format that no program has written.
    #[error("format {found}, which does not exist")]
    NoSuchFormat {
        /// Its format.
        found: u32,
    },
    /// It ends too early.
    #[error("cut short: {0}")]
    CutShort(ReadError),
    /// It is garbled, or has fields or values that no plan has.
    #[error(transparent)]
    Garbled(#[from] ReadError),
    /// It contradicts itself.
    #[error("contradicts itself: {0:?}")]
    Faults(Vec<Fault>),
    /// It is a possible plan, but not as the program wrote it; [`Trust::AcceptChanges`] opens it.
    #[error("changed by hand or damaged")]
    Changed,
}

/// The part that every format has.
#[derive(Deserialize)]
#[serde(rename = "PlanFile")]
struct Header {
    format: u32,
}

#[derive(Deserialize)]
#[serde(rename = "PlanFile", deny_unknown_fields)]
struct FileRead {
    #[expect(dead_code, reason = "read with the header before; here it only makes the field known")]
    format: u32,
    checksum: String,
    plan: Plan,
}

#[derive(Serialize)]
#[serde(rename = "PlanFile")]
struct FileWritten<'a> {
    format: u32,
    checksum: &'a str,
    plan: &'a Plan,
}

/// The text of a plan's file; the same plan has the same text everywhere.
///
/// # Errors
/// When the text would not read back as this very plan.
pub fn encode(plan: &Plan) -> Result<String, EncodeError> {
    let file = FileWritten { format: FORMAT, checksum: CHECKSUM_KIND, plan };
    // Without the default extension, so that the file itself names it.
    let bare = ron::Options::default()
        .to_string_pretty(&file, style())
        .map_err(|error| EncodeError::Unwritable(error.to_string()))?;
    let bare = bare + "\n";
    let checksum = format!("{CHECKSUM_KIND}{}", digits_of(&bare));
    let text = bare.replacen(CHECKSUM_KIND, &checksum, 1);
    let back = decode(&text, Trust::Strict).map_err(EncodeError::Unreadable)?;
    if back.plan == *plan { Ok(text) } else { Err(EncodeError::Different) }
}

/// Reads a plan file's text, as `&str` or as the bytes of the file.
///
/// # Errors
/// Says why it is no plan file, or not one that this program can rely on.
pub fn decode(file: &(impl AsRef<[u8]> + ?Sized), trust: Trust) -> Result<Decoded, OpenError> {
    let text = sniff::plan_text(file.as_ref())?;
    check_format(text)?;
    let FileRead { format: _, checksum, plan } = from_text(text).map_err(|error| place(text, error))?;
    let faults = faults(&plan);
    if !faults.is_empty() {
        return Err(OpenError::Faults(faults));
    }
    let integrity = integrity(text, &checksum);
    match (integrity, trust) {
        (Integrity::Changed, Trust::Strict) => Err(OpenError::Changed),
        (Integrity::Intact, _) | (Integrity::Changed, Trust::AcceptChanges) => Ok(Decoded { plan, integrity }),
    }
}

fn style() -> PrettyConfig {
    PrettyConfig::new()
        .struct_names(true)
        .indentor("  ")
        .new_line("\n")
        .escape_strings(true)
        .extensions(Extensions::IMPLICIT_SOME)
}

/// A text without a readable format goes on to the full reading, whose error says more.
fn check_format(text: &str) -> Result<(), OpenError> {
    match from_text::<Header>(text) {
        Ok(Header { format }) if format > FORMAT => Err(OpenError::Newer { found: format, known: FORMAT }),
        Ok(Header { format }) if format < FORMAT => Err(OpenError::NoSuchFormat { found: format }),
        Ok(_) | Err(_) => Ok(()),
    }
}

fn place(text: &str, error: ReadError) -> OpenError {
    if ends_early(text, &error) { OpenError::CutShort(error) } else { OpenError::Garbled(error) }
}

/// Whether a text does not end as a plan file does, or nothing follows what is wrong with it.
fn ends_early(text: &str, error: &ReadError) -> bool {
    let is = |code: &ron::Error| error.expected == code.to_string();
    if is(&ron::Error::TrailingCharacters) {
        return false;
    }
    let from_line = text.lines().skip(error.line.saturating_sub(1));
    let rest = from_line.flat_map(|line| line.chars().chain(['\n'])).skip(error.column.saturating_sub(1));
    let rest: String = rest.filter(|c| !c.is_whitespace()).collect();
    // For a comma that should follow, the reader names the place of the bracket before it.
    let last_bracket = matches!(&*rest, ")" | "]") && is(&ron::Error::ExpectedComma);
    rest.is_empty() || last_bracket || !text.trim_end().ends_with(')')
}

/// The checksum stands for the text with `\n` as line ends and without the checksum's own digits.
fn integrity(text: &str, checksum: &str) -> Integrity {
    let text = text.replace("\r\n", "\n");
    let digits = checksum.strip_prefix(CHECKSUM_KIND).filter(|digits| digits.len() == CHECKSUM_DIGITS);
    let holds = digits.is_some_and(|digits| {
        text.split_once(digits).is_some_and(|(before, after)| digits_of(&[before, after].concat()) == digits)
    });
    if holds { Integrity::Intact } else { Integrity::Changed }
}

fn digits_of(text: &str) -> String {
    format!("{:x}", Sha256::digest(text))
}
