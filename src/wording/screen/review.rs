//! What the review says.

use super::words::labels;
use crate::base::{Date, Language, Score, days_between};
use crate::catalog::Catalog;
use crate::history::{Effect, Mark};
use crate::plan::{Plan, Rated, SessionStatus};
use crate::progress::{AuthorizationUse, NextReview, NextSource, Verdict};
use crate::wording::{history, paper, progress, terms, time};

use super::Words as _;

labels! {
    /// Fixed words of the review.
    ReviewWords;
    Steps: "Steps of the review", "Pasos de la revisión";
    Scores: "Scores", "Puntajes";
    Attendance: "Attendance", "Asistencia";
    Objectives: "Objectives", "Objetivos";
    Voice: "In their words", "En sus palabras";
    Decision: "Decision", "Decisión";
    Changes: "What changes", "Qué cambia";
    Agreement: "Who agrees", "Quién está de acuerdo";
    Sign: "Sign", "Firmar";
    Versions: "Versions", "Versiones";
    Done: "done", "listo";
    Back: "Back", "Atrás";
    Due: "to take", "por aplicar";
    Alerts: "safety alerts open", "alertas de seguridad pendientes";
    Unmarked: "not marked", "sin marcar";
    Aim: "aim", "meta";
    MissedWeek: "missed", "faltó";
    Drafted: "In the draft; undo takes it back", "Está en el borrador; con Deshacer se retira";
    Proposed: "to accept", "por aceptar";
    Changed: "changes", "cambios";
    SignedVersions: "signed", "firmadas";
    OneAlert: "safety alert open", "alerta de seguridad pendiente";
    OneChange: "change", "cambio";
    OneSigned: "signed", "firmada";
    DraftFirst: "Reviews begin when the plan is in effect; sign it first", "Las revisiones empiezan cuando el plan está en vigor; fírmelo primero";
    GoSign: "Sign version 1…", "Firmar la versión 1…";
    NoReviewYet: "No review is planned; begin one for today", "No hay ninguna revisión prevista; empiece una hoy";
    BeginReview: "Begin review", "Empezar revisión";
    ScoresHow: "Type a total and press Enter; what is entered stays in the record", "Escriba un total y presione Enter; lo registrado queda en el expediente";
    NoMeasures: "No objective and no need of this plan has a measure yet", "Ningún objetivo ni necesidad de este plan tiene todavía una escala";
    NeverTaken: "Not taken yet", "Todavía no se ha aplicado";
    Partial: "A form without a total is kept and not scored; an answer about safety still counts", "Un formulario sin total se guarda sin puntaje; la respuesta sobre seguridad sí cuenta";
    NotAScore: "Not a number", "No es un número";
    NoSuchScore: "This score is not possible here", "Este puntaje no es posible aquí";
    AddScore: "Add score", "Agregar puntaje";
    WhatWasDone: "What was done about it", "Qué se hizo al respecto";
    RecordAction: "Record", "Registrar";
    ShowTable: "Show as a table", "Mostrar como tabla";
    HideTable: "Hide the table", "Ocultar la tabla";
    EnteredInError: "Entered in error…", "Registrado por error…";
    WhyWrong: "Why it was entered in error", "Por qué fue un error";
    MarkWrong: "Mark as entered in error", "Marcar como registrado por error";
    GoalsRated: "Goals, by goal attainment scaling", "Metas, por escala de logro de metas";
    GoalsRatedHow: "From much less than expected (−2) to much better than expected (+2), rated together", "De mucho menos de lo esperado (−2) a mucho mejor de lo esperado (+2), valoradas en conjunto";
    RatedAnew: "rated anew on the same day", "valorada de nuevo el mismo día";
    NoSessions: "No sessions are planned yet", "Todavía no hay sesiones programadas";
    NothingToMark: "Nothing to mark in this week yet", "Todavía no hay nada que marcar en esta semana";
    MarkHow: "By keyboard: A attended, L late, E left early, M missed, X excused, C cancelled, T by video", "Con el teclado: A asistió, L tarde, E salió antes, M faltó, X justificada, C cancelada, T por video";
    WeekBefore: "Week before", "Semana anterior";
    WeekAfter: "Week after", "Semana siguiente";
    MinutesThere: "Minutes there", "Minutos presentes";
    WhyMissed: "Reason", "Motivo";
    ByVideo: "Held by video or telephone", "Por video o teléfono";
    InPerson: "It was in person", "Fue presencial";
    Delivered: "Delivered against planned", "Realizado frente a lo programado";
    Pace: "At this pace", "A este ritmo";
    MakeUps: "Make-up sessions", "Sesiones de reposición";
    PlanMakeUp: "Plan it", "Programar";
    NoObjectives: "This plan has no objectives yet", "Este plan todavía no tiene objetivos";
    Status: "Status", "Estado";
    Evidence: "What shows it", "Qué lo muestra";
    VoiceHow: "How is it going for you? What helps, what does not, what should be different?", "¿Cómo le va? ¿Qué le ayuda, qué no, qué debería ser distinto?";
    PersonSays: "What the person says", "Qué dice la persona";
    SaidBefore: "At the last review", "En la última revisión";
    Summary: "What the team says", "Qué dice el equipo";
    ExtendHow: "If more time is needed, extend the last segment", "Si hace falta más tiempo, extienda la última etapa de atención";
    ToSchedule: "Lay out the calendar in Schedule…", "Organizar el calendario en Horario…";
    ToGoals: "Choose needs and goals…", "Elegir necesidades y metas…";
    NoSegment: "The plan has no segment yet; set its dates in Intake first", "El plan todavía no tiene etapas de atención; primero fije sus fechas en Ingreso";
    Setting: "Setting", "Nivel de atención";
    From: "From", "Desde";
    Until: "Until", "Hasta";
    UntilOpen: "Until (empty while open)", "Hasta (vacío si no se sabe)";
    HoursAWeek: "Hours a week", "Horas por semana";
    WhyHold: "Why it is held", "Por qué se pone en pausa";
    NoHold: "These days lie outside the stay", "Estos días están fuera de la estancia";
    DraftHold: "Draft the hold", "Preparar la pausa";
    DischargeKind: "How the stay ends", "Cómo termina la estancia";
    LastDay: "Last day", "Último día";
    DischargeSummary: "Summary", "Resumen";
    DraftDischarge: "Draft the discharge", "Preparar el alta";
    Readmission: "Readmission", "Readmisión";
    ReadmissionHow: "Begins a plan of its own: the same person, needs and goals; a new calendar", "Empieza un plan propio: la misma persona, necesidades y metas; un calendario nuevo";
    Readmit: "Begin a plan for a new stay", "Empezar un plan para una nueva estancia";
    VersionReason: "Why there is a new version", "Por qué hay una nueva versión";
    VersionReasonHow: "It stands on paper and in the list of versions, as in: review of week 2", "Aparece en el documento impreso y en la lista de versiones; por ejemplo: revisión de la semana 2";
    AgreementHow: "Everybody who was asked, and what they said", "A quién se preguntó y qué dijo";
    Agrees: "Agrees", "De acuerdo";
    Disagrees: "Does not agree", "En desacuerdo";
    NotThere: "Was not there", "No estuvo";
    WhyNot: "Why not", "Por qué no";
    ExplainedIn: "Explained in", "Explicado en";
    NotExplained: "Not yet explained", "Todavía no explicado";
    Interpreter: "Interpreter", "Intérprete";
    NoDecision: "Nothing is decided yet", "Todavía no hay decisión";
    NobodyAsked: "Nobody was asked whether they agree", "A nadie se le preguntó si está de acuerdo";
    Attestation: "Attestation", "Declaración";
    Role: "Role", "Función";
    Name: "Name", "Nombre";
    Credentials: "Credentials", "Credenciales";
    Meaning: "What it means", "Qué significa";
    MeansPlan: "I wrote this plan with the person", "Escribí este plan con la persona";
    MeansReview: "I reviewed this plan with the person", "Revisé este plan con la persona";
    NoCertificate: "Typed here it is an attestation, not a certificate: a payer’s clock for a physician stops only with ink or a health record",
        "Escrita aquí es una declaración, no un certificado: el plazo médico de un pagador solo se cumple con firma en tinta o en el expediente clínico";
    SignHow: "Freezes the plan as it is and saves it; undo does not go back beyond it", "Fija el plan tal como está y lo guarda; deshacer no llega más atrás";
    Signatures: "Signatures", "Firmas";
    SignaturesHow: "A log: signatures with their dates, refusals and attempts with the reason; nothing in it is replaced", "Un registro: firmas con su fecha, negativas e intentos con el motivo; nada en él se reemplaza";
    AskAgain: "Somebody else signs too", "También firma otra persona";
    SignedOn: "Signed on", "Fecha de la firma";
    NextReview: "Next review", "Próxima revisión";
    NextReviewOn: "Due on", "Prevista para";
    NoNextReview: "The stay ends before another review is due", "La estancia termina antes de que toque otra revisión";
    StillOpen: "This review; it is held once something is decided", "Esta revisión; queda hecha cuando haya una decisión";
    TakenOn: "Filled in on", "Completado el";
    Reason: "Why", "Por qué";
    AddReason: "Add a reason", "Agregar un motivo";
    ChangeReason: "Change the reason", "Cambiar el motivo";
    MeansWhat: "What it means (may stay empty)", "Qué significa (puede quedar vacío)";
    AddToLog: "Add to the log", "Agregar al registro";
    Awaited: "awaited", "pendiente";
    Ink: "Ink, signed copy on file", "En tinta, copia firmada en archivo";
    HealthRecord: "In the health record", "En el expediente clínico";
    Attested: "Typed here", "Escrita aquí";
    Refused: "Refused", "No quiso firmar";
    Attempted: "Asked for in vain", "Se pidió sin respuesta";
    Outcome: "What came of it", "Resultado";
    OnDay: "On", "Fecha";
    RecordSignature: "Record or correct…", "Registrar o corregir…";
    Close: "Close", "Cerrar";
    Addenda: "Notes added later", "Notas adicionales";
    AddendumText: "Add a note", "Agregar una nota";
    AboutDay: "About an earlier day", "Sobre un día anterior";
    AddAddendum: "Add note", "Agregar nota";
    Compare: "Compare", "Comparar";
    CompareFrom: "From version", "De la versión";
    CompareTo: "To version", "A la versión";
    AsItIs: "The plan as it is now", "El plan tal como está ahora";
    ShownAsSigned: "as it was signed; read only", "tal como se firmó; solo lectura";
    BackToPlan: "Show the plan as it is now", "Mostrar el plan tal como está ahora";
    ScoresInReview: "The plan is in effect: new scores belong to the review", "El plan está en vigor: los puntajes nuevos van en la revisión";
    GoReview: "Go to the review", "Ir a la revisión";
}

use ReviewWords as W;

/// What the head of the review speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Nothing is in effect yet.
    Draft,
    /// A review is under way or ahead.
    Review {
        /// Which one, from 1.
        number: usize,
        /// When it is due.
        due: Date,
    },
    /// None is planned.
    None {
        /// How many were held.
        held: usize,
    },
}

/// The answer to "how is it going?" in one line.
pub fn head(head: Head, today: Date, language: Language) -> String {
    match (language, head) {
        (Language::English, Head::Draft) => "Not signed yet".to_owned(),
        (Language::Spanish, Head::Draft) => "Todavía sin firmar".to_owned(),
        (Language::English, Head::Review { number, due }) => {
            format!("Review {number}, {}", due_on(due, today, language))
        }
        (Language::Spanish, Head::Review { number, due }) => {
            format!("Revisión {number}, {}", due_on(due, today, language))
        }
        (Language::English, Head::None { held: 0 }) => "No review yet".to_owned(),
        (Language::Spanish, Head::None { held: 0 }) => "Todavía sin revisión".to_owned(),
        (Language::English, Head::None { held: 1 }) => "1 review held".to_owned(),
        (Language::Spanish, Head::None { held: 1 }) => "1 revisión hecha".to_owned(),
        (Language::English, Head::None { held }) => format!("{held} reviews held"),
        (Language::Spanish, Head::None { held }) => format!("{held} revisiones hechas"),
    }
}

/// When something is due, as in `due today` or `due Mon 4 Jan`.
pub fn due_on(due: Date, today: Date, language: Language) -> String {
    let day = time::day(due, language);
    match (language, days_between(today, due)) {
        (Language::English, 0) => "due today".to_owned(),
        (Language::Spanish, 0) => "prevista para hoy".to_owned(),
        (Language::English, ..0) => format!("due since {day}"),
        (Language::Spanish, ..0) => format!("pendiente desde el {day}"),
        (Language::English, _) => format!("due {day}"),
        (Language::Spanish, _) => format!("prevista para el {day}"),
    }
}

/// That the review is due, for the rail.
pub fn review_due(due: Date, today: Date, language: Language) -> String {
    paper::sentence_case(&due_on(due, today, language))
}

/// The button to the next step.
pub fn next_to(step: &str, language: Language) -> String {
    match language {
        Language::English => format!("Next: {step}"),
        Language::Spanish => format!("Siguiente: {step}"),
    }
}

/// How much is left, as in `3 to take`; blank for nothing.
pub fn count_left(what: ReviewWords, number: usize, language: Language) -> String {
    let what = match (what, number) {
        (_, 0) => return String::new(),
        (W::Alerts, 1) => W::OneAlert,
        (W::Changed, 1) => W::OneChange,
        (W::SignedVersions, 1) => W::OneSigned,
        (what, _) => what,
    };
    format!("{number} {}", what.say(language))
}

/// A measure by its name, with what it rates.
pub fn scale_name(name: &str, about: Option<Rated>, plan: &Plan, language: Language) -> String {
    let name = terms::measure(name, language);
    about.map_or_else(|| name.to_owned(), |about| format!("{name}: {}", progress::rated(about, plan, language)))
}

/// What a total that is being typed would mean.
pub fn now_would_be(
    total: Score,
    band: Option<&str>,
    since: Option<(Score, Option<Verdict>)>,
    language: Language,
) -> String {
    let mut parts = vec![total.to_string()];
    parts.extend(band.map(str::to_lowercase));
    if let Some((change, found)) = since {
        let change = progress::points(change);
        parts.push(match language {
            Language::English => format!("{change} since the start"),
            Language::Spanish => format!("{change} desde el inicio"),
        });
        parts.extend(found.map(|found| progress::verdict(found, language).to_owned()));
    }
    parts.join(", ")
}

/// The heading of a week.
pub fn week_heading(number: u16, monday: Date, language: Language) -> String {
    format!("{}, {}", time::week(number, language), super::week_span(monday, language))
}

/// Marks all sessions of a week that are not marked.
pub fn mark_all(number: usize, language: Language) -> String {
    match (language, number) {
        (Language::English, 1) => "Attended".to_owned(),
        (Language::English, _) => format!("All {number} attended"),
        (Language::Spanish, 1) => "Asistió".to_owned(),
        (Language::Spanish, _) => format!("Asistió a todas ({number})"),
    }
}

/// What became of a session, in a word.
pub const fn status_short(status: SessionStatus, language: Language) -> &'static str {
    match language {
        Language::English => match status {
            SessionStatus::Planned => "Planned",
            SessionStatus::Attended => "Attended",
            SessionStatus::Late => "Late",
            SessionStatus::LeftEarly => "Left early",
            SessionStatus::Missed => "Missed",
            SessionStatus::Excused => "Excused",
            SessionStatus::Cancelled => "Cancelled",
        },
        Language::Spanish => match status {
            SessionStatus::Planned => "Programada",
            SessionStatus::Attended => "Asistió",
            SessionStatus::Late => "Tarde",
            SessionStatus::LeftEarly => "Salió antes",
            SessionStatus::Missed => "Faltó",
            SessionStatus::Excused => "Justificada",
            SessionStatus::Cancelled => "Cancelada",
        },
    }
}

/// What is used of an authorization.
pub fn authorization(payer: &str, used: &AuthorizationUse, language: Language) -> String {
    let unit = terms::authorized_unit(used.unit, language);
    let AuthorizationUse { used: gone, approved, ahead, .. } = used;
    let (delivered, owed) = (time::length(used.delivered), time::length(used.owed));
    match language {
        Language::English => {
            format!(
                "{payer}: {gone} of {approved} {unit} used, {ahead} more planned; {delivered} delivered, {owed} owed"
            )
        }
        Language::Spanish => {
            format!(
                "{payer}: van {gone} de {approved} {unit}, con {ahead} más en el calendario; {delivered} realizadas, {owed} pendientes"
            )
        }
    }
}

/// Takes the status that a measure speaks for.
pub fn accept(status: &str, language: Language) -> String {
    match language {
        Language::English => format!("Accept: {status}"),
        Language::Spanish => format!("Aceptar: {status}"),
    }
}

/// Takes all of them.
pub fn accept_all(number: usize, language: Language) -> String {
    match language {
        Language::English => format!("Accept all {number}"),
        Language::Spanish => format!("Aceptar todos ({number})"),
    }
}

/// Extends the stay.
pub fn extend_by(weeks: u16, to: Date, language: Language) -> String {
    let (weeks, to) = (paper::count_weeks(weeks, language), time::day(to, language));
    match language {
        Language::English => format!("Extend by {weeks}, to {to}"),
        Language::Spanish => format!("Extender {weeks}, hasta el {to}"),
    }
}

/// Drafts the next segment.
pub fn draft_segment(setting: &str, from: Date, language: Language) -> String {
    let from = time::day(from, language);
    match language {
        Language::English => format!("Draft from {from}: {setting}"),
        Language::Spanish => format!("Preparar desde el {from}: {setting}"),
    }
}

/// How many changes there are since a version.
pub fn since_version(mark: Mark, number: usize, language: Language) -> String {
    let version = history::mark_of(mark, language);
    match (language, number) {
        (Language::English, 1) => format!("1 change since {version}"),
        (Language::English, _) => format!("{number} changes since {version}"),
        (Language::Spanish, 1) => format!("1 cambio desde la {version}"),
        (Language::Spanish, _) => format!("{number} cambios desde la {version}"),
    }
}

/// Somebody with their role.
pub fn asked_person(role: &str, name: &str) -> String {
    if name.trim().is_empty() { role.to_owned() } else { format!("{name}, {}", role.to_lowercase()) }
}

/// Words with what they are about, for whoever hears a button without seeing where it stands.
pub fn reason_for(words: &str, what: &str) -> String {
    format!("{words}: {what}")
}

/// That a signature is dated earlier than it is entered.
pub fn entered_late(today: Date, language: Language) -> String {
    let today = time::date(today, language);
    match language {
        Language::English => format!("A late entry: the record says that it was entered on {today}"),
        Language::Spanish => format!("Anotación tardía: el expediente dirá que se registró el {today}"),
    }
}

/// What the day of the next review rests on.
pub fn why_then(next: &NextReview, chosen: Option<Date>, catalog: &Catalog, language: Language) -> String {
    let on = time::day(next.on, language);
    match (&next.source, language) {
        (NextSource::Planned(_), Language::English) => "In the plan already".to_owned(),
        (NextSource::Planned(_), Language::Spanish) => "Ya está en el plan".to_owned(),
        (NextSource::Asked(pack), _) => {
            let pack =
                catalog.packs.get(pack).map_or_else(|| pack.to_string(), |pack| pack.name.get(language).to_owned());
            let late = chosen.is_none_or(|chosen| next.on < chosen);
            match (language, late) {
                (Language::English, false) => format!("Planned with the signature; {pack} asks for it by {on}"),
                (Language::Spanish, false) => format!("Se programa con la firma; {pack} la exige para el {on}"),
                (Language::English, true) => format!("Later than {pack} allows, which asks for it by {on}"),
                (Language::Spanish, true) => format!("Más tarde de lo que permite {pack}, que la exige para el {on}"),
            }
        }
        (NextSource::Usual, Language::English) => format!("Planned with the signature; two weeks are usual ({on})"),
        (NextSource::Usual, Language::Spanish) => format!("Se programa con la firma; lo usual son dos semanas ({on})"),
    }
}

/// Signs the next version.
pub fn sign_version(number: u32, language: Language) -> String {
    match language {
        Language::English => format!("Sign version {number}"),
        Language::Spanish => format!("Firmar la versión {number}"),
    }
}

/// Serious findings that are left.
pub fn errors_left(number: usize, language: Language) -> String {
    match (language, number) {
        (Language::English, 1) => "1 serious finding to look at".to_owned(),
        (Language::English, _) => format!("{number} serious findings to look at"),
        (Language::Spanish, 1) => "1 observación seria por revisar".to_owned(),
        (Language::Spanish, _) => format!("{number} observaciones serias por revisar"),
    }
}

/// A statement that a pack asks for and nobody made.
pub fn not_stated(statement: &str, language: Language) -> String {
    match language {
        Language::English => format!("Not stated: {statement}"),
        Language::Spanish => format!("Falta indicar: {statement}"),
    }
}

/// A version in a list.
pub fn version_line(mark: Mark, author: &str, language: Language) -> String {
    format!("{}, {}, {author}", history::version_name(mark.number, language), time::date(mark.date, language))
}

/// Whether a signed plan is in effect as it stands, in a few words.
pub fn effect_short(effect: Effect, language: Language) -> String {
    match (language, effect) {
        (Language::English, Effect::Draft) => "Draft".to_owned(),
        (Language::Spanish, Effect::Draft) => "Borrador".to_owned(),
        (_, Effect::InEffect(mark)) => {
            let since = time::day_month(mark.date, language);
            match language {
                Language::English => format!("Version {}, in effect since {since}", mark.number),
                Language::Spanish => format!("Versión {}, en vigor desde el {since}", mark.number),
            }
        }
        (Language::English, Effect::Revised(mark)) => format!("Draft of version {}", mark.number + 1),
        (Language::Spanish, Effect::Revised(mark)) => format!("Borrador de la versión {}", mark.number + 1),
    }
}

/// Reads a version.
pub fn show_version(number: u32, language: Language) -> String {
    match language {
        Language::English => format!("Read version {number}"),
        Language::Spanish => format!("Leer la versión {number}"),
    }
}

/// Brings a version back.
pub fn restore_version(number: u32, language: Language) -> String {
    match language {
        Language::English => format!("Bring version {number} back as a draft"),
        Language::Spanish => format!("Recuperar la versión {number} como borrador"),
    }
}

/// That the document shows an earlier version.
pub fn shown_version(number: u32, language: Language) -> String {
    format!("{}, {}", history::version_name(number, language), W::ShownAsSigned.say(language))
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;

    #[test]
    fn labels_follow_the_house_style() {
        check_style(ReviewWords::ALL);
    }
}
