//! What is said about files: why one could not be opened, saved or locked, and what to do then.

use core::fmt;
use std::path::Path;

use super::disk::{lookalike, said_by_system, say, text, text_remedy, trouble};
use super::faults::{capitalized, fault, place};
use crate::base::Language;
use crate::storage::{
    EncodeError, Holder, LockError, Lookalike, OpenError, SaveError, Settled, TextError, Trouble, Unread,
};

/// What a person is told when something could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub headline: String,
    /// Where and why, one sentence each.
    pub details: Vec<String>,
    /// What became of the file, and what to do next.
    pub next: String,
}

impl fmt::Display for Notice {
    /// One line for the headline, each detail and what to do next.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.headline)?;
        self.details.iter().try_for_each(|detail| writeln!(f, "  {detail}"))?;
        f.write_str(&self.next)
    }
}

/// More contradictions of one file than this are counted, not listed.
const MOST_FAULTS: usize = 5;

/// Why a plan could not be opened; opening never changes a file.
pub fn not_opened(error: &OpenError, path: &Path, language: Language) -> Notice {
    let name = name(path);
    let headline = match error {
        OpenError::Changed => say(
            language,
            format!("“{name}” was changed outside Throughline, or is damaged"),
            format!("“{name}” se modificó fuera de Throughline o está dañado"),
        ),
        OpenError::Text(_)
        | OpenError::NotAPlan(_)
        | OpenError::Newer { .. }
        | OpenError::NoSuchFormat { .. }
        | OpenError::CutShort(_)
        | OpenError::Garbled(_)
        | OpenError::Faults(_) => {
            say(language, format!("“{name}” could not be opened"), format!("No se pudo abrir “{name}”"))
        }
    };
    let untouched = match error {
        // There may be no file at all.
        OpenError::Text(TextError::Disk(_) | TextError::NotAFile) => String::new(),
        OpenError::Text(TextError::TooLarge { .. } | TextError::Utf16 | TextError::NotUtf8 { .. })
        | OpenError::NotAPlan(_)
        | OpenError::Newer { .. }
        | OpenError::NoSuchFormat { .. }
        | OpenError::CutShort(_)
        | OpenError::Garbled(_)
        | OpenError::Faults(_)
        | OpenError::Changed => say(language, "The file was not changed. ", "El archivo no se modificó. "),
    };
    Notice { headline, details: why(error, language), next: format!("{untouched}{}.", remedy(error, language)) }
}

fn why(error: &OpenError, language: Language) -> Vec<String> {
    let one = match error {
        OpenError::Text(error) => text(error, language),
        OpenError::NotAPlan(found) => lookalike(found, language),
        OpenError::Newer { found, known } => say(
            language,
            format!("It has format {found}; this version of Throughline reads formats up to {known}"),
            format!("Tiene el formato {found}; esta versión de Throughline lee formatos hasta el {known}"),
        ),
        OpenError::NoSuchFormat { found } => say(
            language,
            format!("It names format {found}, which no version of Throughline has written"),
            format!("Indica el formato {found}, que ninguna versión de Throughline ha escrito"),
        ),
        OpenError::CutShort(error) => {
            let place = place(error, language);
            say(language, format!("It ends too early: {place}"), format!("Termina antes de tiempo: {place}"))
        }
        OpenError::Garbled(error) => capitalized(&place(error, language)),
        OpenError::Faults(faults) => {
            let mut lines: Vec<String> = faults.iter().take(MOST_FAULTS).map(|f| fault(f, language)).collect();
            let more = faults.len().saturating_sub(MOST_FAULTS);
            if more > 0 {
                lines.push(say(language, format!("And {more} more"), format!("Y {more} más")));
            }
            return lines;
        }
        OpenError::Changed => say(
            language,
            "Its checksum does not match what it says, so it may not be what was saved",
            "La suma de control no coincide con el contenido; quizá no sea lo que se guardó",
        ),
    };
    vec![one]
}

fn remedy(error: &OpenError, language: Language) -> String {
    match error {
        OpenError::Text(error) => text_remedy(error, language),
        OpenError::NotAPlan(Lookalike::Intake) => {
            say(language, "Draft a plan from it, then open the plan", "Elabore un plan a partir de él y abra ese plan")
        }
        OpenError::NotAPlan(
            Lookalike::Empty
            | Lookalike::Zeros
            | Lookalike::Pdf
            | Lookalike::Archive
            | Lookalike::Picture
            | Lookalike::OtherText,
        ) => say(
            language,
            "Choose a file whose name ends in .plan.ron, or a backup of this one",
            "Elija un archivo cuyo nombre termine en .plan.ron, o una copia de seguridad de este",
        ),
        OpenError::Newer { .. } => say(
            language,
            "Update Throughline on this computer, then open the plan again",
            "Actualice Throughline en esta computadora y vuelva a abrir el plan",
        ),
        OpenError::Garbled(_) | OpenError::Faults(_) => say(
            language,
            "If somebody edited it by hand, correct this place in a copy; else use a backup",
            "Si alguien lo editó a mano, corrija ese punto en una copia; si no, use una copia de seguridad",
        ),
        OpenError::NoSuchFormat { .. } | OpenError::CutShort(_) => say(
            language,
            "Use a backup, or ask whoever sent the file to send it again",
            "Use una copia de seguridad o pida a quien envió el archivo que lo envíe de nuevo",
        ),
        OpenError::Changed => say(
            language,
            "You can open it all the same; read it through before you rely on it",
            "Puede abrirlo de todos modos; léalo completo antes de confiar en él",
        ),
    }
}

/// Why a plan was not saved; what was on disk is then always as it was.
pub fn not_saved(error: &SaveError, path: &Path, language: Language) -> Notice {
    let name = name(path);
    let headline = say(language, format!("“{name}” was not saved"), format!("No se guardó “{name}”"));
    let untouched = say(language, "Nothing on disk was changed", "No se modificó nada en el disco");
    let next = format!("{untouched}. {}.", save_remedy(error, language));
    Notice { headline, details: vec![save_reason(error, language)], next }
}

/// Why something was not saved, in one sentence.
pub fn save_reason(error: &SaveError, language: Language) -> String {
    let with = |english: &str, spanish: &str, found: &Trouble| {
        let found = trouble(found, language);
        say(language, format!("{english}: {found}"), format!("{spanish}: {found}"))
    };
    match error {
        SaveError::Encode(error) => encode(error, language),
        SaveError::NotAFile => text(&TextError::NotAFile, language),
        SaveError::ReadOnlyFile => {
            say(language, "The file is marked as read-only", "El archivo está marcado como de solo lectura")
        }
        SaveError::ChangedOnDisk => say(
            language,
            "Somebody changed the file after you opened it here",
            "Alguien modificó el archivo después de que usted lo abrió aquí",
        ),
        SaveError::Look(found) => with("The file there cannot be read", "El archivo existente no se puede leer", found),
        SaveError::Folder(found) => with("The folder takes no new file", "La carpeta no admite archivos nuevos", found),
        SaveError::Write(found) => with("Writing failed", "La escritura falló", found),
        SaveError::Replace(found) => {
            with("The old file cannot be replaced", "El archivo anterior no se puede reemplazar", found)
        }
    }
}

fn encode(error: &EncodeError, language: Language) -> String {
    match error {
        EncodeError::Unwritable(said) => said_by_system(
            "The plan cannot be written as text",
            "El plan no se puede escribir como texto",
            said,
            language,
        ),
        EncodeError::Unreadable(error) => {
            let why = why(error, language).join("; ");
            let english = format!("What would be saved could not be opened again: {why}");
            say(language, english, format!("Lo que se guardaría no podría abrirse de nuevo: {why}"))
        }
        EncodeError::Different => say(
            language,
            "What would be saved would open as a different plan",
            "Lo que se guardaría se abriría como un plan distinto",
        ),
    }
}

fn save_remedy(error: &SaveError, language: Language) -> String {
    match error {
        SaveError::Encode(_) => say(
            language,
            "Undo your last changes one by one and save again; please report this as a fault of the program",
            "Deshaga los últimos cambios uno por uno y guarde de nuevo; por favor, informe de esta falla del programa",
        ),
        SaveError::ChangedOnDisk => say(
            language,
            "Save under another name and compare the two, or open the file again and give up your changes here",
            "Guarde con otro nombre y compare los dos, o vuelva a abrir el archivo y renuncie a sus cambios de aquí",
        ),
        SaveError::Write(Trouble::Full) | SaveError::Folder(Trouble::Full) => say(
            language,
            "Make room on the disk or save in another place",
            "Libere espacio en el disco o guarde en otro lugar",
        ),
        SaveError::NotAFile
        | SaveError::ReadOnlyFile
        | SaveError::Look(_)
        | SaveError::Folder(_)
        | SaveError::Write(_)
        | SaveError::Replace(_) => {
            say(language, "Save under another name or in another folder", "Guarde con otro nombre o en otra carpeta")
        }
    }
}

/// What is left to say after a save; `None` when all is well.
pub fn saved(settled: &Settled, language: Language) -> Option<String> {
    match settled {
        Settled::OnDisk => None,
        Settled::Unconfirmed(found) => {
            let found = trouble(found, language);
            Some(say(
                language,
                format!("Saved, but the disk did not confirm it ({found}); save again before you turn it off"),
                format!("Guardado, pero el disco no lo confirmó ({found}); guarde de nuevo antes de apagar"),
            ))
        }
    }
}

/// Why a plan cannot be taken for writing.
pub fn not_locked(error: &LockError, path: &Path, language: Language) -> Notice {
    let name = name(path);
    match error {
        LockError::Held(holder) => Notice {
            headline: say(
                language,
                format!("“{name}” is open in another window"),
                format!("“{name}” está abierto en otra ventana"),
            ),
            details: self::holder(holder, language).into_iter().collect(),
            next: say(
                language,
                "Close it there first, so that nobody’s changes are lost.",
                "Ciérrelo allí primero, para que no se pierdan los cambios de nadie.",
            ),
        },
        LockError::Unavailable(found) => Notice {
            headline: say(
                language,
                format!("Throughline cannot tell whether “{name}” is open elsewhere"),
                format!("Throughline no puede saber si “{name}” está abierto en otro lugar"),
            ),
            details: vec![capitalized(&trouble(found, language))],
            next: say(
                language,
                "Make sure that nobody else is working on this plan.",
                "Asegúrese de que nadie más esté trabajando en este plan.",
            ),
        },
    }
}

fn holder(holder: &Holder, language: Language) -> Option<String> {
    let Holder { account, computer, process, since: _ } = holder;
    let who = match (account.is_empty(), computer.is_empty()) {
        (true, true) => return None,
        (false, true) => account.clone(),
        (true, false) => computer.clone(),
        (false, false) => say(language, format!("{account} on {computer}"), format!("{account} en {computer}")),
    };
    Some(say(language, format!("By {who}, process {process}"), format!("Por {who}, proceso {process}")))
}

/// A catalog file that could not be read.
pub fn unread(unread: &Unread, language: Language) -> String {
    format!("{}: {}", unread_name(unread, language), unread_why(unread, language))
}

/// What of a catalog folder could not be read.
pub fn unread_name(unread: &Unread, language: Language) -> String {
    if unread.file.is_empty() {
        say(language, "The catalog folder", "La carpeta del catálogo")
    } else {
        unread.file.clone()
    }
}

/// Why it could not be read.
pub fn unread_why(unread: &Unread, language: Language) -> String {
    text(&unread.why, language)
}

/// What to do about it.
pub fn unread_advice(unread: &Unread, language: Language) -> String {
    text_remedy(&unread.why, language)
}

/// What every person who keeps plans has to know.
pub fn not_encrypted(language: Language) -> String {
    say(
        language,
        "Plan files are not encrypted: keep them where only the care team can open them",
        "Los archivos de los planes no están cifrados: guárdelos donde solo el equipo de atención pueda abrirlos",
    )
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
