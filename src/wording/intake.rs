//! What is said about intake files that cannot be read.

use std::path::Path;

use super::disk::{say, text, text_remedy};
use super::faults::{capitalized, place};
use super::files::Notice;
use crate::base::Language;
use crate::storage::IntakeError;

/// Why an intake could not be read, and what to do.
pub fn not_read(error: &IntakeError, path: &Path, language: Language) -> Notice {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let (detail, next) = match error {
        IntakeError::Text(error) => (text(error, language), text_remedy(error, language)),
        IntakeError::Garbled(error) => (
            capitalized(&place(error, language)),
            say(language, "Correct that place and try again", "Corrija ese lugar e inténtelo de nuevo"),
        ),
        IntakeError::Format { found, known } => (
            say(
                language,
                format!("It has format {found}; this version of Throughline reads format {known}"),
                format!("Tiene el formato {found}; esta versión de Throughline lee el formato {known}"),
            ),
            say(language, "Update Throughline on this computer", "Actualice Throughline en esta computadora"),
        ),
    };
    Notice {
        headline: say(
            language,
            format!("The intake “{name}” could not be read"),
            format!("No se pudo leer el archivo de ingreso “{name}”"),
        ),
        details: vec![detail],
        next: format!("{next}."),
    }
}
