//! What home and the keeping of files say.

use super::words::labels;
use crate::base::{ClockTime, Date, Language, Minutes};
use crate::plan::{SignerRole, Standing};
use crate::progress::{Due, DueKind};
use crate::wording::disk;
use crate::wording::time;

labels! {
    /// A fixed text at home and about files.
    HomeWords;
    Plans: "Plans", "Planes";
    Search: "Search", "Buscar";
    SearchHint: "Name or file", "Nombre o archivo";
    NoneFound: "No plan goes by that name", "Ningún plan tiene ese nombre";
    NoPlansYet: "No plans here yet. Begin one, or import an intake", "Todavía no hay planes aquí. Empiece uno o importe un ingreso";
    Samples: "Samples", "Ejemplos";
    SamplesAbout: "Every person in them is made up", "Todas las personas son inventadas";
    Recent: "Opened lately", "Abiertos hace poco";
    ChangeFolder: "Change folder…", "Cambiar carpeta…";
    BackToPlan: "Back to the open plan", "Volver al plan abierto";
    Stop: "Stop", "Detener";
    Reading: "Reading…", "Leyendo…";
    Understood: "I have read this", "He leído esto";
    FirstKeep: "Begin with a sample: nothing that you do there can break anything", "Empiece con un ejemplo: nada de lo que haga allí puede dañar nada";
    UnsavedWork: "Unsaved work", "Trabajo sin guardar";
    LeftTitle: "The program ended before this was saved", "El programa terminó antes de guardar esto";
    LeftAbout: "Restore opens it as unsaved changes; what you set aside is kept for a week", "Restaurar lo abre como cambios sin guardar; lo que aparte se conserva una semana";
    Restore: "Restore", "Restaurar";
    SetAside: "Set aside", "Apartar";
    Later: "Later", "Más tarde";
    UnsavedTitle: "Save the changes?", "¿Guardar los cambios?";
    UnsavedAbout: "Changes that are not saved would be lost", "Los cambios sin guardar se perderían";
    DontSave: "Don’t save", "No guardar";
    Reload: "Read the file again", "Leer el archivo de nuevo";
    OpenReadOnly: "Open read-only", "Abrir solo para leer";
    ReadOnlyAdvice: "This plan is open to be read only; save it under another name to change it", "Este plan está abierto solo para leer; guárdelo con otro nombre para modificarlo";
    WorkIsHere: "Your work is still open here; nothing is lost", "Su trabajo sigue abierto aquí; no se ha perdido nada";
    SavePath: "Where should the plan go?", "¿Dónde guardar el plan?";
    IntakePath: "Which intake file?", "¿Qué archivo de ingreso?";
    IntakeFiles: "Intakes", "Ingresos";
    FolderPath: "Which folder holds the plans?", "¿En qué carpeta están los planes?";
    CatalogPath: "Which folder holds the clinic’s own catalog?", "¿En qué carpeta está el catálogo de la clínica?";
    Choose: "Choose", "Elegir";
    ChooseFolder: "Choose…", "Elegir…";
    AsideWork: "Set aside", "Apartado";
    AsideAbout: "Kept for a week, then removed", "Se conserva una semana y luego se elimina";
    OpenAside: "Open", "Abrir";
    RemoveAside: "Delete…", "Eliminar…";
    RemoveForGood: "Delete for good", "Eliminar para siempre";
    KeepAside: "Keep", "Conservar";
    Unnamed: "No name yet", "Sin nombre";
}

/// How the open plan is kept, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// It was never saved.
    Never,
    /// It is being saved.
    Saving,
    /// It was changed since.
    Changed,
    /// It was saved at this time of day.
    SavedAt(ClockTime),
    /// It may only be read.
    ReadOnly,
}

/// How the open plan is kept: `Saved 2:02 PM`.
pub fn save_state(state: SaveState, language: Language) -> String {
    let (english, spanish) = match state {
        SaveState::Never => ("Not saved yet", "Todavía sin guardar"),
        SaveState::Saving => ("Saving…", "Guardando…"),
        SaveState::Changed => ("Changes not saved", "Cambios sin guardar"),
        SaveState::ReadOnly => ("Read-only: open in another window", "Solo lectura: abierto en otra ventana"),
        SaveState::SavedAt(at) => {
            let at = time::clock(at, language);
            return disk::say(language, format!("Saved {at}"), format!("Guardado a las {at}"));
        }
    };
    disk::say(language, english, spanish)
}

/// That another window has a plan, and since when.
pub fn held_since(since: Option<(Date, ClockTime)>, today: Date, language: Language) -> String {
    let since = since.map(|moment| since_moment(moment, today, language));
    match since {
        None => disk::say(language, "This plan is open in another window", "Este plan está abierto en otra ventana"),
        Some(since) => disk::say(
            language,
            format!("This plan has been open in another window since {since}"),
            format!("Este plan está abierto en otra ventana desde {since}"),
        ),
    }
}

/// A moment of today as a time, of another day with its date.
fn moment_of((date, clock): (Date, ClockTime), today: Date, language: Language) -> String {
    let clock = time::clock(clock, language);
    if date == today { clock } else { format!("{}, {clock}", time::day(date, language)) }
}

/// The same after `since`, which in Spanish asks for an article.
fn since_moment((date, clock): (Date, ClockTime), today: Date, language: Language) -> String {
    match language {
        Language::English => moment_of((date, clock), today, language),
        Language::Spanish if date == today => format!("las {}", time::clock(clock, language)),
        Language::Spanish => format!("el {} a las {}", time::day(date, language), time::clock(clock, language)),
    }
}

/// What unsaved work differs in: `3 changes after 2:02 PM`.
pub fn unsaved_changes(changes: usize, since: Option<(Date, ClockTime)>, today: Date, language: Language) -> String {
    let counted = match (language, changes) {
        (Language::English, 1) => "1 change".to_owned(),
        (Language::English, n) => format!("{n} changes"),
        (Language::Spanish, 1) => "1 cambio".to_owned(),
        (Language::Spanish, n) => format!("{n} cambios"),
    };
    let Some(since) = since.map(|since| since_moment(since, today, language)) else { return counted };
    disk::say(language, format!("{counted} after {since}"), format!("{counted} desde {since}"))
}

/// When unsaved work was kept last.
pub fn kept_at(written: (Date, ClockTime), today: Date, language: Language) -> String {
    let at = moment_of(written, today, language);
    disk::say(language, format!("last change {at}"), format!("último: {at}"))
}

/// What falls due next, as in `Review Fri 20 Nov`.
pub fn due_words(due: &Due, today: Date, language: Language) -> String {
    let what = due_kind(&due.what, language);
    if let DueKind::Alert(_) = due.what {
        let since = time::day(due.on, language);
        return disk::say(language, format!("{what} since {since}"), format!("{what} desde el {since}"));
    }
    format!("{what} {}", due_day(due.on, today, language))
}

/// The last day of a stay in which nothing else is due.
pub fn last_day(last: Date, today: Date, language: Language) -> String {
    let what = disk::say(language, "Last day", "Último día");
    format!("{what} {}", due_day(last, today, language))
}

fn due_day(on: Date, today: Date, language: Language) -> String {
    match crate::base::days_between(today, on) {
        0 => disk::say(language, "today", "hoy"),
        1 => disk::say(language, "tomorrow", "mañana"),
        days if days < 0 => {
            let day = time::day(on, language);
            disk::say(language, format!("was due {day}"), format!("venció el {day}"))
        }
        _ => time::day(on, language),
    }
}

/// What falls due, in a few words that need no plan.
fn due_kind(what: &DueKind, language: Language) -> String {
    let (english, spanish) = match what {
        DueKind::Alert(_) => ("Safety alert open", "Alerta de seguridad pendiente"),
        DueKind::Plan(_) => ("Plan in effect", "Plan en vigor"),
        DueKind::Signature(role) => return signature(*role, language),
        DueKind::Review(_) => ("Review", "Revisión"),
        DueKind::ReviewAsked(_) => ("Review, not planned yet,", "Revisión, aún sin fecha,"),
        DueKind::Certification(_) => ("Physician certification", "Certificación médica"),
        DueKind::PayerReview(..) => ("Payer review", "Revisión del pagador"),
        DueKind::AuthorizationEnds(..) => ("Authorization ends", "Vencimiento de la autorización"),
        DueKind::Measure(_) => ("Measure", "Escala"),
    };
    disk::say(language, english, spanish)
}

fn signature(role: SignerRole, language: Language) -> String {
    let english = match role {
        SignerRole::Person => "Patient’s signature",
        SignerRole::Guardian => "Guardian’s signature",
        SignerRole::Clinician => "Clinician’s signature",
        SignerRole::Supervisor => "Supervisor’s signature",
        SignerRole::Physician => "Physician’s signature",
    };
    let spanish = crate::wording::terms::signer(role, Language::Spanish).to_lowercase();
    disk::say(language, english, format!("Firma ({spanish})"))
}

/// What else was missed: `2 more overdue`.
pub fn more_overdue(number: usize, language: Language) -> String {
    disk::say(language, format!("{number} more overdue"), format!("{number} más con retraso"))
}

/// Where a plan stands for somebody who looks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekNow {
    /// It has no dates.
    Undated,
    /// It begins on this day.
    Begins(Date),
    /// It is in this week of so many.
    In(u16, u16),
    /// It ended on this day.
    Ended(Date),
}

/// `Week 3 of 9`.
pub fn week_now(now: WeekNow, language: Language) -> String {
    match now {
        WeekNow::Undated => disk::say(language, "No dates yet", "Todavía sin fechas"),
        WeekNow::In(week, of) => super::week_of(week, usize::from(of), language),
        WeekNow::Begins(date) => {
            let day = time::day(date, language);
            disk::say(language, format!("Begins {day}"), format!("Empieza {day}"))
        }
        WeekNow::Ended(date) => {
            let day = time::date(date, language);
            disk::say(language, format!("Ended {day}"), format!("Terminó {day}"))
        }
    }
}

/// `9 h a week`.
pub fn hours_a_week(minutes: Minutes, language: Language) -> String {
    let length = time::length(minutes);
    disk::say(language, format!("{length} a week"), format!("{length} por semana"))
}

/// `Draft` or `In effect`.
pub fn standing_short(standing: Standing, language: Language) -> String {
    match standing {
        Standing::Draft => disk::say(language, "Draft", "Borrador"),
        Standing::InEffect(_) => disk::say(language, "In effect", "En vigor"),
    }
}

/// How many plans there are, or how many of them are read.
pub fn plan_count(read: usize, of: usize, language: Language) -> String {
    match (language, read == of, of) {
        (Language::English, true, 0) => "No plans".to_owned(),
        (Language::Spanish, true, 0) => "Ningún plan".to_owned(),
        (Language::English | Language::Spanish, true, 1) => "1 plan".to_owned(),
        (Language::English, true, n) => format!("{n} plans"),
        (Language::Spanish, true, n) => format!("{n} planes"),
        (Language::English, false, n) => format!("Reading plans: {read} of {n}"),
        (Language::Spanish, false, n) => format!("Leyendo planes: {read} de {n}"),
    }
}

/// Which folder the plans are in.
pub fn in_folder(folder: &str, language: Language) -> String {
    disk::say(language, format!("in {folder}"), format!("en {folder}"))
}

/// Which folder the plans are in while none is chosen.
pub fn usual_folder(folder: &str, language: Language) -> String {
    disk::say(language, format!("The usual one: {folder}"), format!("La habitual: {folder}"))
}

/// Why the plans folder cannot be listed.
pub fn folder_unread(trouble: &crate::storage::Trouble, language: Language) -> String {
    let why = disk::trouble(trouble, language);
    disk::say(
        language,
        format!("The plans folder cannot be read: {why}"),
        format!("No se puede leer la carpeta de planes: {why}"),
    )
}

/// Why a file of the list cannot be shown as a plan.
pub fn not_listed(error: &crate::storage::OpenError, language: Language) -> String {
    let told = crate::wording::files::not_opened(error, std::path::Path::new(""), language);
    let why = told.details.into_iter().next().unwrap_or_default();
    disk::say(language, format!("Cannot be read: {why}"), format!("No se puede leer: {why}"))
}

/// That no plan could be drafted from an intake.
pub fn not_drafted(name: &str, language: Language) -> String {
    disk::say(
        language,
        format!("No plan could be drafted from “{name}”"),
        format!("No se pudo elaborar un plan a partir de “{name}”"),
    )
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;
    use jiff::civil::date;

    #[test]
    fn words_follow_the_house_style() {
        check_style(HomeWords::ALL);
    }

    #[test]
    fn moments_and_dues_are_said_as_people_say_them() {
        let (today, two) = (date(2026, 11, 19), ClockTime::parse("14:02").unwrap());
        let check = |said: String, expected: &str| assert_eq!(said, expected);
        check(save_state(SaveState::SavedAt(two), Language::English), "Saved 2:02 PM");
        check(unsaved_changes(3, Some((today, two)), today, Language::English), "3 changes after 2:02 PM");
        check(unsaved_changes(1, None, today, Language::Spanish), "1 cambio");
        let yesterday = (date(2026, 11, 18), two);
        check(
            held_since(Some(yesterday), today, Language::English),
            "This plan has been open in another window since Wed 18 Nov, 2:02 PM",
        );
        check(
            held_since(Some(yesterday), today, Language::Spanish),
            "Este plan está abierto en otra ventana desde el mié 18 nov a las 2:02 p.\u{a0}m.",
        );
        let due = |on, what: &DueKind, language| due_words(&Due { on, what: what.clone() }, today, language);
        let (english, spanish) = (Language::English, Language::Spanish);
        let review = DueKind::Review(crate::base::ReviewId(1));
        check(due(date(2026, 11, 20), &review, english), "Review tomorrow");
        check(due(date(2026, 11, 9), &review, english), "Review was due Mon 9 Nov");
        let signature = DueKind::Signature(SignerRole::Physician);
        check(due(date(2026, 11, 9), &signature, english), "Physician’s signature was due Mon 9 Nov");
        check(due(date(2026, 11, 19), &signature, spanish), "Firma (profesional médico) hoy");
        let alert = DueKind::Alert(crate::base::ResultId(1));
        check(due(date(2026, 11, 9), &alert, english), "Safety alert open since Mon 9 Nov");
        check(last_day(date(2026, 11, 20), today, english), "Last day tomorrow");
        check(plan_count(140, 1000, Language::English), "Reading plans: 140 of 1000");
    }
}
