//! What is said about versions: which there are, whether they are whole, and why a plan was not signed.

use super::disk::say;
use super::time::{self, Dated};
use crate::base::Language;
use crate::history::{Broken, CannotSign, Effect, Mark, Version};
use crate::plan::Standing;

/// One line for a version in a list.
pub fn version(version: &Version, language: Language) -> String {
    let (number, date) = (version.number(), time::date(version.date(), language));
    let (author, reason, hash) = (version.author(), version.reason(), version.hash());
    say(
        language,
        format!("Version {number}, {date}, {author}: {reason}\n    {hash}"),
        format!("Versión {number}, {date}, {author}: {reason}\n    {hash}"),
    )
}

/// That nothing was signed yet.
pub fn no_version(language: Language) -> String {
    say(
        language,
        "Nothing was signed yet: the plan is a draft",
        "Todavía no se ha firmado nada: el plan es un borrador",
    )
}

/// That there is no version of this number.
pub fn unknown_version(number: u32, versions: usize, language: Language) -> String {
    say(
        language,
        format!("There is no version {number}; the plan has {versions}"),
        format!("No existe la versión {number}; el plan tiene {versions}"),
    )
}

/// That the text of a version cannot be read.
pub fn unreadable_version(number: u32, why: &str, language: Language) -> String {
    say(
        language,
        format!("Version {number} cannot be read ({why})"),
        format!("No se puede leer la versión {number} (“{why}”)"),
    )
}

/// Whether a plan is in effect as it stands, in one line.
pub fn effect(effect: Effect, language: Language) -> String {
    effect_dated(effect, time::date, language)
}

fn effect_dated(effect: Effect, dated: Dated, language: Language) -> String {
    match effect {
        Effect::Draft => say(language, "Draft, not in effect", "Borrador, no está en vigor"),
        Effect::InEffect(mark) => {
            let version = mark_dated(mark, dated, language);
            say(language, format!("In effect: {version}"), format!("En vigor: {version}"))
        }
        Effect::Revised(mark) => {
            let (next, version) = (mark.number + 1, mark_dated(mark, dated, language));
            say(
                language,
                format!("Draft of version {next}; in effect: {version}"),
                format!("Borrador de la versión {next}; en vigor: {version}"),
            )
        }
    }
}

/// A version by its number.
pub fn version_name(number: u32, language: Language) -> String {
    match language {
        Language::English => format!("Version {number}"),
        Language::Spanish => format!("Versión {number}"),
    }
}

/// A version by its number and date.
pub fn mark_of(mark: Mark, language: Language) -> String {
    mark_dated(mark, time::date, language)
}

fn mark_dated(mark: Mark, dated: Dated, language: Language) -> String {
    let (number, date) = (mark.number, dated(mark.date, language));
    say(language, format!("version {number} of {date}"), format!("versión {number} del {date}"))
}

/// What the foot of the clinical edition says of the version.
pub fn foot(effect: Effect, standing: Standing, language: Language) -> String {
    match effect {
        Effect::Draft => super::paper::standing(standing, super::paper::date, language),
        Effect::InEffect(mark) | Effect::Revised(mark) => {
            format!("{}  ·  {}", effect_dated(effect, super::paper::date, language), mark.hash.short())
        }
    }
}

/// That all versions are as they were signed.
pub fn whole(versions: usize, language: Language) -> String {
    match versions {
        0 => no_version(language),
        1 => say(language, "Version 1 is as it was signed", "La versión 1 está tal como se firmó"),
        _ => say(
            language,
            format!("All {versions} versions are as they were signed"),
            format!("Las {versions} versiones están tal como se firmaron"),
        ),
    }
}

/// What is wrong with the versions.
pub fn broken(broken: Broken, language: Language) -> String {
    match broken {
        Broken::Changed(number) => say(
            language,
            format!("Version {number} is not what was signed: it was changed afterwards, or is damaged"),
            format!("La versión {number} no es lo que se firmó: se modificó después o está dañada"),
        ),
        Broken::Unchained(number) => say(
            language,
            format!("Version {number} does not follow the one before it: a version is missing or out of its place"),
            format!("La versión {number} no sigue a la anterior: falta una versión o está fuera de lugar"),
        ),
        Broken::Head => say(
            language,
            "The last version is not the one that was signed last: a version is missing",
            "La última versión no es la que se firmó al último: falta una versión",
        ),
        Broken::Unreadable => say(
            language,
            "The signed versions cannot be read: they were changed afterwards, or are damaged",
            "No se pueden leer las versiones firmadas: se modificaron después o están dañadas",
        ),
        Broken::Rewritten => say(
            language,
            "The versions read as they were signed, but somebody edited how they are written",
            "Las versiones dicen lo que se firmó, pero alguien editó cómo están escritas",
        ),
    }
}

/// That the hash on paper is not that of the last version.
pub fn other_head(paper: &str, found: Option<&Version>, last: Option<&Version>, language: Language) -> String {
    match (found, last) {
        (Some(found), Some(last)) => {
            let (number, last) = (found.number(), last.number());
            say(
                language,
                format!("{paper} is version {number}, and the file goes on to version {last}"),
                format!("{paper} es la versión {number}, y el archivo continúa hasta la versión {last}"),
            )
        }
        (_, Some(last)) => {
            let hash = last.hash();
            say(
                language,
                format!("No version has the hash {paper}; the last one has {hash}"),
                format!("Ninguna versión tiene la huella {paper}; la última tiene {hash}"),
            )
        }
        (_, None) => say(
            language,
            format!("No version has the hash {paper}; nothing was signed"),
            format!("Ninguna versión tiene la huella {paper}; no se firmó nada"),
        ),
    }
}

/// That a plan was signed.
pub fn signed(mark: Mark, language: Language) -> String {
    let (version, hash) = (mark_of(mark, language), mark.hash);
    say(language, format!("Signed: {version}\n    {hash}"), format!("Firmado: {version}\n    {hash}"))
}

/// Why a plan was not signed.
pub fn not_signed(why: &CannotSign, language: Language) -> String {
    match why {
        CannotSign::NoAuthor => say(language, "Say who signs the plan off", "Indique quién firma el plan"),
        CannotSign::NoReason => {
            say(language, "Say why there is a new version", "Indique por qué hay una nueva versión")
        }
        CannotSign::BeforeLast(date) => {
            let date = time::date(*date, language);
            say(
                language,
                format!("The last version is of {date}; a new one cannot be earlier"),
                format!("La última versión es del {date}; una nueva no puede ser anterior"),
            )
        }
        CannotSign::OpenAlerts(results) if results.len() == 1 => say(
            language,
            "An answer about safety is open: record what was done about it, then sign",
            "Hay una respuesta sobre seguridad pendiente: registre qué se hizo y luego firme",
        ),
        CannotSign::OpenAlerts(results) => {
            let number = results.len();
            say(
                language,
                format!("{number} answers about safety are open: record what was done about them, then sign"),
                format!("Hay {number} respuestas sobre seguridad pendientes: registre qué se hizo y luego firme"),
            )
        }
        CannotSign::NothingNew(number) => say(
            language,
            format!("Nothing has changed since version {number}"),
            format!("Nada ha cambiado desde la versión {number}"),
        ),
        CannotSign::Broken => say(
            language,
            "The signed versions were changed or are damaged; use a backup before you sign anything",
            "Las versiones firmadas se modificaron o están dañadas; use una copia de seguridad antes de firmar",
        ),
        CannotSign::Unwritable(why) => say(
            language,
            format!("The plan cannot be written ({why})"),
            format!("No se puede escribir el plan (“{why}”)"),
        ),
    }
}

/// The reason of a change.
pub fn why(reason: &str, language: Language) -> String {
    match language {
        Language::English => format!("Why: {reason}"),
        Language::Spanish => format!("Por qué: {reason}"),
    }
}

/// That two versions prescribe and record the same.
pub fn no_difference(language: Language) -> String {
    say(language, "Nothing changed between them", "Nada cambió entre ellas")
}
