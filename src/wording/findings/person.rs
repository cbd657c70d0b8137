//! What findings about the person say.

use super::say::Say;
use crate::checks::PersonFinding;

pub(super) fn message(kind: &PersonFinding, say: &Say<'_>) -> String {
    match kind {
        PersonFinding::NoName => say.pick("The person’s name is missing", "Falta el nombre de la persona"),
        PersonFinding::NoBirthDate => say.pick("The birth date is missing", "Falta la fecha de nacimiento"),
        PersonFinding::BornAfterStart { born, starts } => {
            let (born, starts) = (say.date(*born), say.date(*starts));
            say.pick(
                format!("The birth date, {born}, is after the first day of the stay, {starts}"),
                format!("La fecha de nacimiento, {born}, es posterior al primer día de la estancia, {starts}"),
            )
        }
        PersonFinding::MinorWithoutConsent { age } => say.pick(
            format!("The person is {age} years old at the start, and who consented on what basis is not recorded"),
            format!("La persona tiene {age} años al comienzo y no consta quién dio el consentimiento ni con qué base"),
        ),
        PersonFinding::NoEmergencyContact => say.pick(
            "There is nobody to call in an emergency, or no phone number",
            "No hay a quién llamar en una emergencia, o falta el teléfono",
        ),
        PersonFinding::TelehealthUnknown { sessions } => {
            let sessions = say.sessions(*sessions);
            say.pick(
                format!("{sessions} by video or phone, and the person’s state or emergency address is missing"),
                format!(
                    "{sessions} por video o teléfono, y falta el estado o la dirección de emergencia de la persona"
                ),
            )
        }
        PersonFinding::InterpreterNeeded { language } => say.pick(
            format!("The person’s language is “{language}”, and no interpreter is arranged"),
            format!("El idioma de la persona es “{language}” y no hay intérprete previsto"),
        ),
        PersonFinding::InterpreterUnnamed => say.pick(
            "An interpreter is needed, and no name or id is recorded",
            "Hace falta intérprete y no consta su nombre ni su identificación",
        ),
        PersonFinding::LanguageNotAsked => say.pick(
            "The language that the person wants to be treated in is not recorded",
            "No consta en qué idioma quiere recibir atención la persona",
        ),
        PersonFinding::AvailabilityNotAsked => say.pick(
            "When the person can come is not recorded, so no session is checked against it",
            "No consta cuándo puede venir la persona, así que ninguna sesión se compara con eso",
        ),
    }
}

pub(super) fn fix(kind: &PersonFinding, say: &Say<'_>) -> String {
    match kind {
        PersonFinding::NoName => say.pick("Enter the full legal name", "Escriba el nombre legal completo"),
        PersonFinding::NoBirthDate => say.pick("Enter the birth date", "Escriba la fecha de nacimiento"),
        PersonFinding::BornAfterStart { .. } => say.pick(
            "Correct the birth date or the first day of the stay",
            "Corrija la fecha de nacimiento o el primer día de la estancia",
        ),
        PersonFinding::MinorWithoutConsent { .. } => say.pick(
            "Record who consented, on what basis, and each guardian by name",
            "Registre quién dio el consentimiento, con qué base, y el nombre de cada madre, padre o tutor",
        ),
        PersonFinding::NoEmergencyContact => {
            say.pick("Enter an emergency contact with a phone number", "Escriba un contacto de emergencia con teléfono")
        }
        PersonFinding::TelehealthUnknown { .. } => say.pick(
            "Enter the state the person will be in and the address to send help to",
            "Escriba en qué estado estará la persona y a qué dirección se enviaría ayuda",
        ),
        PersonFinding::InterpreterNeeded { .. } => say.pick(
            "Arrange a qualified interpreter and record how they take part",
            "Consiga un intérprete calificado y registre cómo participa",
        ),
        PersonFinding::InterpreterUnnamed => say.pick(
            "Enter the interpreter’s name or id",
            "Escriba el nombre o la identificación de la persona que interpreta",
        ),
        PersonFinding::LanguageNotAsked => say.pick(
            "Ask which language the person prefers and record it",
            "Pregunte qué idioma prefiere la persona y regístrelo",
        ),
        PersonFinding::AvailabilityNotAsked => say.pick(
            "Ask on which days and at what times the person can come",
            "Pregunte qué días y a qué horas puede venir la persona",
        ),
    }
}
