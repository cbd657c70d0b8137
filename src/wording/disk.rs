//! What is said about a disk and the bytes on it: the part that opening, saving and catalog folders have in common.

use super::faults::capitalized;
use crate::base::Language;
use crate::storage::{Lookalike, TextError, Trouble};

/// Why a file could not be read as text.
pub(super) fn text(error: &TextError, language: Language) -> String {
    match error {
        TextError::Disk(found) => capitalized(&trouble(found, language)),
        TextError::NotAFile => {
            say(language, "This is a folder or a device, not a file", "Es una carpeta o un dispositivo, no un archivo")
        }
        TextError::TooLarge { bytes, most } => {
            let (bytes, most) = (bytes.div_ceil(MIB), most / MIB);
            say(
                language,
                format!("It is too large: {bytes} MiB, and at most {most} MiB are read"),
                format!("Es demasiado grande: {bytes} MiB, y se leen como máximo {most} MiB"),
            )
        }
        TextError::Utf16 => say(
            language,
            "It is saved as UTF-16 text, and Throughline reads UTF-8",
            "Está guardado como texto UTF-16, y Throughline lee UTF-8",
        ),
        TextError::NotUtf8 { line } => {
            say(language, format!("Line {line} is not UTF-8 text"), format!("La línea {line} no es texto UTF-8"))
        }
    }
}

const MIB: u64 = 1 << 20;

/// What to do about a file that could not be read as text.
pub(super) fn text_remedy(error: &TextError, language: Language) -> String {
    match error {
        TextError::Disk(Trouble::Denied) => say(
            language,
            "Ask whoever keeps the file to let you read it",
            "Pida a quien guarda el archivo que le permita leerlo",
        ),
        TextError::Disk(Trouble::ReadOnly | Trouble::Full | Trouble::Other(_)) => say(
            language,
            "Try again; if that does not help, use a backup",
            "Inténtelo de nuevo; si no funciona, use una copia de seguridad",
        ),
        TextError::Disk(Trouble::Missing | Trouble::NotAFolder | Trouble::BadName) | TextError::NotAFile => {
            say(language, "Check its name and folder", "Compruebe el nombre y la carpeta")
        }
        TextError::TooLarge { .. } => say(
            language,
            "Check whether it is the right file, or use a backup",
            "Compruebe si es el archivo correcto o use una copia de seguridad",
        ),
        TextError::Utf16 => say(
            language,
            "Save a copy as UTF-8 in the editor that wrote it",
            "Guarde una copia como UTF-8 en el editor que lo escribió",
        ),
        TextError::NotUtf8 { .. } => say(
            language,
            "Use a backup, or save a copy as UTF-8 in the editor that wrote it",
            "Use una copia de seguridad o guarde una copia como UTF-8 en el editor que lo escribió",
        ),
    }
}

/// What a file that is no plan is instead.
pub(super) fn lookalike(found: &Lookalike, language: Language) -> String {
    match found {
        Lookalike::Empty => say(language, "The file is empty", "El archivo está vacío"),
        Lookalike::Zeros => say(
            language,
            "The file holds only zeros, as a disk may leave it after a crash",
            "El archivo solo contiene ceros, como puede dejarlo un disco tras una falla",
        ),
        Lookalike::Pdf => {
            say(language, "This is a PDF document, not a plan file", "Es un documento PDF, no un archivo de plan")
        }
        Lookalike::Archive => say(
            language,
            "This is a ZIP archive or an office document, not a plan file",
            "Es un archivo ZIP o un documento de oficina, no un archivo de plan",
        ),
        Lookalike::Picture => {
            say(language, "This is a picture, not a plan file", "Es una imagen, no un archivo de plan")
        }
        Lookalike::Intake => {
            say(language, "This is an intake file, not a plan file", "Es un archivo de ingreso, no un archivo de plan")
        }
        Lookalike::OtherText => {
            say(language, "This is some other text, not a plan file", "Es otro texto, no un archivo de plan")
        }
    }
}

/// What the disk refused, as part of a sentence.
pub(super) fn trouble(found: &Trouble, language: Language) -> String {
    match found {
        Trouble::Missing => say(language, "there is no such file or folder", "no existe ese archivo o esa carpeta"),
        Trouble::NotAFolder => {
            say(language, "part of its path is not a folder", "una parte de la ruta no es una carpeta")
        }
        Trouble::Denied => say(
            language,
            "this account has no permission, or another program is using it",
            "esta cuenta no tiene permiso u otro programa lo está usando",
        ),
        Trouble::ReadOnly => say(language, "the disk or drive is read-only", "el disco o la unidad es de solo lectura"),
        Trouble::Full => say(language, "the disk is full", "el disco está lleno"),
        Trouble::BadName => say(
            language,
            "its name is too long, or is one that this system does not allow",
            "su nombre es demasiado largo o este sistema no lo permite",
        ),
        Trouble::Other(said) => said_by_system("the system refused", "el sistema lo rechazó", said, language),
    }
}

/// What the system itself says, in the language that it says it in.
pub(super) fn said_by_system(english: &str, spanish: &str, said: &str, language: Language) -> String {
    say(language, format!("{english} ({said})"), format!("{spanish} (“{said}”)"))
}

/// One of two texts.
pub(super) fn say(language: Language, english: impl Into<String>, spanish: impl Into<String>) -> String {
    match language {
        Language::English => english.into(),
        Language::Spanish => spanish.into(),
    }
}
