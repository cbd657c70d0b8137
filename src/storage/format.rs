//! The plan file: a RON text with its format and a checksum over itself.
//!
//! ```text
//! #![enable(implicit_some)]
//! PlanFile(
//!   format: 1,
//!   checksum: "sha256:…",
//!   signed: "sha256:…",
//!   plan: Plan(…),
//!   versions: […],
//! )
//! ```
//!
//! `versions` are the signed versions of the plan, and `signed` is the hash of the last of them; both are left out
//! while there is none. A version keeps its text as what it shares with the version before it, so that forty of them
//! take little more room than a few.

use core::cmp::Ordering;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Lookalike, TextError, sniff};
use crate::catalog::read::{ReadError, from_text};
use crate::history::{Broken, Chart, Hash, Sealed, Version};
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
    /// Its signed versions, oldest first.
    pub versions: Vec<Version>,
    /// Whether the file is as the program wrote it.
    pub integrity: Integrity,
}

/// What is to be written to a file: a plan with its signed versions, or one that has none.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    plan: &'a Plan,
    versions: &'a [Version],
}

impl<'a> From<&'a Plan> for Contents<'a> {
    fn from(plan: &'a Plan) -> Self {
        Self { plan, versions: &[] }
    }
}

impl<'a> From<&'a Chart> for Contents<'a> {
    fn from(chart: &'a Chart) -> Self {
        Self { plan: &chart.plan, versions: chart.versions() }
    }
}

/// The signed versions of a file, and whether they are as they were signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The versions, oldest first.
    pub versions: Vec<Version>,
    /// What is wrong with them.
    pub broken: Option<Broken>,
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
    format: u32,
    checksum: String,
    #[serde(default)]
    signed: Option<Hash>,
    plan: Plan,
    #[serde(default)]
    versions: Vec<Sealed>,
}

#[derive(Serialize)]
#[serde(rename = "PlanFile")]
struct FileWritten<'a> {
    format: u32,
    checksum: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    signed: Option<Hash>,
    plan: &'a Plan,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<&'a Sealed>,
}

/// The text of a plan's file; the same plan with the same versions has the same text everywhere.
///
/// # Errors
/// When the text would not read back as this very plan with these versions.
pub fn encode<'a>(contents: impl Into<Contents<'a>>) -> Result<String, EncodeError> {
    let contents = contents.into();
    let bare = bare(contents)?;
    let checksum = format!("{CHECKSUM_KIND}{}", digits_of(&bare));
    let text = bare.replacen(CHECKSUM_KIND, &checksum, 1);
    let back = decode(&text, Trust::Strict).map_err(EncodeError::Unreadable)?;
    let same = back.plan == *contents.plan && back.versions == contents.versions;
    if same { Ok(text) } else { Err(EncodeError::Different) }
}

/// The text without the digits of its checksum.
fn bare(contents: Contents<'_>) -> Result<String, EncodeError> {
    let Contents { plan, versions } = contents;
    let signed = versions.last().map(Version::hash);
    let versions = versions.iter().map(Version::sealed).collect();
    let file = FileWritten { format: FORMAT, checksum: CHECKSUM_KIND, signed, plan, versions };
    // Without the default extension, so that the file itself names it.
    let bare = ron::Options::default().to_string_pretty(&file, style());
    Ok(bare.map_err(|error| EncodeError::Unwritable(error.to_string()))? + "\n")
}

/// Reads a plan file's text, as `&str` or as the bytes of the file.
///
/// # Errors
/// Says why it is no plan file, or not one that this program can rely on.
pub fn decode(file: &(impl AsRef<[u8]> + ?Sized), trust: Trust) -> Result<Decoded, OpenError> {
    let (text, read) = read(file.as_ref())?;
    let integrity = trusted(text, &read.checksum, trust)?;
    let FileRead { format: _, checksum: _, signed: _, plan, versions } = read;
    Ok(Decoded { plan, versions: Version::unsealed(versions), integrity })
}

/// The plan of a file, also of one that was changed by hand or by damage. The signed versions of a file that is as the
/// program wrote it are not read.
///
/// # Errors
/// Says why it is no plan file.
pub(super) fn plan_of(file: &[u8]) -> Result<Plan, OpenError> {
    let head = head(file).and_then(|head| {
        let (_, read) = read(&head).ok()?;
        let text = sniff::plan_text(file).ok()?;
        (integrity(text, &read.checksum) == Integrity::Intact).then_some(read.plan)
    });
    head.map_or_else(|| decode(file, Trust::AcceptChanges).map(|decoded| decoded.plan), Ok)
}

/// Whether the signed versions of a file are as they were signed, whatever became of the rest.
///
/// # Errors
/// Says why the file could not be read; without [`Trust::AcceptChanges`] also that it was changed outside its
/// versions.
pub fn verify(file: &(impl AsRef<[u8]> + ?Sized), trust: Trust) -> Result<Verified, OpenError> {
    let (text, read) = match read(file.as_ref()) {
        Ok(read) => read,
        Err(_) if is_readable_before_versions(file.as_ref()) => {
            return Ok(Verified { versions: Vec::new(), broken: Some(Broken::Unreadable) });
        }
        Err(error) => return Err(error),
    };
    let changed = trusted(text, &read.checksum, trust);
    let FileRead { format: _, checksum: _, signed, plan, versions } = read;
    let chart = Chart::of(plan, Version::unsealed(versions));
    let broken = match chart.verify() {
        Err(broken) => Some(broken),
        Ok(()) if signed != chart.versions().last().map(Version::hash) => Some(Broken::Head),
        Ok(()) if !is_written_so(text, &chart) => Some(Broken::Rewritten),
        Ok(()) => {
            changed?;
            None
        }
    };
    Ok(Verified { versions: chart.versions().to_vec(), broken })
}

/// How the versions begin in a file; inside a text no line end is written as such.
const START: &str = "\n  versions: [";

/// Whether a file that cannot be read could be without its versions.
fn is_readable_before_versions(file: &[u8]) -> bool {
    head(file).is_some_and(|head| read(&head).is_ok())
}

/// A file without its versions.
fn head(file: &[u8]) -> Option<Vec<u8>> {
    let at = file.windows(START.len()).position(|window| window == START.as_bytes())?;
    Some([file.get(..at)?, b"\n)\n"].concat())
}

/// Whether a text ends with the versions of a chart just as the program writes them.
fn is_written_so(text: &str, chart: &Chart) -> bool {
    let Ok(bare) = bare(Contents::from(chart)) else { return false };
    let text = text.replace("\r\n", "\n");
    let written = bare.rfind(START).and_then(|at| bare.get(at..));
    written.is_none_or(|written| text.ends_with(written))
}

/// Reads a file without asking whether it was changed.
fn read(file: &[u8]) -> Result<(&str, FileRead), OpenError> {
    let text = sniff::plan_text(file)?;
    let read: Result<FileRead, ReadError> = from_text(text);
    match &read {
        Ok(read) => check_format(read.format)?,
        // Another format may well be why: what says so is read alone.
        Err(_) => from_text::<Header>(text).map_or(Ok(()), |header| check_format(header.format))?,
    }
    let read = read.map_err(|error| place(text, error))?;
    let faults = faults(&read.plan);
    if faults.is_empty() { Ok((text, read)) } else { Err(OpenError::Faults(faults)) }
}

fn trusted(text: &str, checksum: &str, trust: Trust) -> Result<Integrity, OpenError> {
    let integrity = integrity(text, checksum);
    match (integrity, trust) {
        (Integrity::Changed, Trust::Strict) => Err(OpenError::Changed),
        (Integrity::Intact, _) | (Integrity::Changed, Trust::AcceptChanges) => Ok(integrity),
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

fn check_format(found: u32) -> Result<(), OpenError> {
    match found.cmp(&FORMAT) {
        Ordering::Greater => Err(OpenError::Newer { found, known: FORMAT }),
        Ordering::Less => Err(OpenError::NoSuchFormat { found }),
        Ordering::Equal => Ok(()),
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
