//! What findings about results say.

use super::say::Say;
use crate::checks::MeasureFinding;

pub(super) fn message(kind: &MeasureFinding, say: &Say<'_>) -> String {
    let it = say.subject();
    match kind {
        MeasureFinding::AlertOpen { answer, from } => say.pick(
            format!("{it}: the question about safety was answered with {answer} (alert from {from}), and what was done is not recorded"),
            format!("{it}: la pregunta sobre seguridad se respondió con {answer} (alerta desde {from}) y no consta qué se hizo"),
        ),
        MeasureFinding::SafetyNotAsked => say.pick(
            format!("{it}: the answer to the question about safety is not recorded"),
            format!("{it}: no consta la respuesta a la pregunta sobre seguridad"),
        ),
        MeasureFinding::ScoreImpossible { total, least, most } => say.pick(
            format!("{it}: a total of {total} is not possible; scores go from {least} to {most}"),
            format!("{it}: un total de {total} no es posible; los puntajes van de {least} a {most}"),
        ),
    }
}

pub(super) fn fix(kind: &MeasureFinding, say: &Say<'_>) -> String {
    match kind {
        MeasureFinding::AlertOpen { .. } => say.pick(
            "Talk with the person today, act by your safety protocol, and record what was done",
            "Hable hoy con la persona, siga su protocolo de seguridad y registre qué se hizo",
        ),
        MeasureFinding::SafetyNotAsked => say.pick(
            "Ask it and record the answer; a total can hide it",
            "Hágala y registre la respuesta; un total puede ocultarla",
        ),
        MeasureFinding::ScoreImpossible { .. } => say.pick(
            "Correct the total, or mark the result as entered in error",
            "Corrija el total, o marque el resultado como registrado por error",
        ),
    }
}
