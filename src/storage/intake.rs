//! Reads intake files.

use std::path::Path;

use super::{FORMAT, TextError, text};
use crate::catalog::read::{ReadError, from_text};
use crate::draft::Intake;

/// The largest intake file that is read, in bytes.
const LARGEST_INTAKE: u64 = 1 << 20;

/// Why an intake file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// It could not be read as text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// It is no intake, or has fields or values that no intake has.
    #[error(transparent)]
    Garbled(#[from] ReadError),
    /// It names a format that this program does not read.
    #[error("format {found}, and only {known} is known")]
    Format {
        /// Its format.
        found: u32,
        /// The one that is read.
        known: u32,
    },
}

/// Reads an intake file; changes nothing on disk.
///
/// # Errors
/// Says why it could not be read, with line, column and field.
pub fn intake(path: &Path) -> Result<Intake, IntakeError> {
    let bytes = text::read(path, LARGEST_INTAKE)?;
    let intake: Intake = from_text(text::text(&bytes)?)?;
    match intake.format {
        FORMAT => Ok(intake),
        found => Err(IntakeError::Format { found, known: FORMAT }),
    }
}
