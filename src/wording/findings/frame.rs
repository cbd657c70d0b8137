//! What findings about the clinical frame say.

use super::say::Say;
use crate::checks::FrameFinding;
use crate::wording::terms;

pub(super) fn message(kind: &FrameFinding, say: &Say<'_>) -> String {
    match kind {
        FrameFinding::NoDiagnosis { asked_by } => {
            let plain = say.pick("There is no diagnosis", "No hay diagnóstico");
            say.asked(plain, asked_by.as_ref())
        }
        FrameFinding::NoPrincipal { asked_by } => {
            let plain = say
                .pick("No diagnosis is marked as the principal one", "Ningún diagnóstico está marcado como principal");
            say.asked(plain, asked_by.as_ref())
        }
        FrameFinding::DiagnosisTwice { code } => {
            say.pick(format!("The diagnosis {code} is listed twice"), format!("El diagnóstico {code} figura dos veces"))
        }
        FrameFinding::RiskNotAssessed => say.pick(
            "The risk of harm to self or others is not assessed",
            "No se ha evaluado el riesgo de que la persona se haga daño o dañe a otras",
        ),
        FrameFinding::NoSafetyPlan { risk } => {
            let risk = terms::risk(*risk, say.language);
            say.pick(
                format!("The risk is {risk}, and there is no safety plan"),
                format!("El riesgo es {risk} y no hay plan de seguridad"),
            )
        }
        FrameFinding::OpioidMedicationNotOffered => say.pick(
            "The person uses opioids, and whether medication for it was offered is not recorded",
            "La persona consume opioides y no consta si se le ofreció medicación para ello",
        ),
        FrameFinding::NaloxoneNotOffered => say.pick(
            "The person uses opioids, and whether naloxone was offered is not recorded",
            "La persona consume opioides y no consta si se le ofreció naloxona",
        ),
        FrameFinding::AllergiesNotAsked => {
            say.pick("Whether there are allergies is not recorded", "No consta si hay alergias")
        }
    }
}

pub(super) fn fix(kind: &FrameFinding, say: &Say<'_>) -> String {
    match kind {
        FrameFinding::NoDiagnosis { .. } => say.pick(
            "Enter the diagnosis with its ICD-10-CM code",
            "Escriba el diagnóstico con su código CIE-10-MC (ICD-10-CM)",
        ),
        FrameFinding::NoPrincipal { .. } => {
            say.pick("Mark the principal diagnosis", "Marque cuál es el diagnóstico principal")
        }
        FrameFinding::DiagnosisTwice { .. } => say.pick("Remove one of the two", "Quite uno de los dos"),
        FrameFinding::RiskNotAssessed => say.pick(
            "Assess the risk and record the level and what it rests on",
            "Evalúe el riesgo y registre el nivel y en qué se basa",
        ),
        FrameFinding::NoSafetyPlan { .. } => say.pick(
            "Make a safety plan with the person before anything else",
            "Haga un plan de seguridad con la persona antes que nada",
        ),
        FrameFinding::OpioidMedicationNotOffered => say.pick(
            "Offer medication for opioid use and record whether it is taken or declined",
            "Ofrezca medicación para el consumo de opioides y registre si la toma o la rechaza",
        ),
        FrameFinding::NaloxoneNotOffered => say.pick(
            "Offer naloxone and record whether it was given or declined",
            "Ofrezca naloxona y registre si se entregó o si la rechazó",
        ),
        FrameFinding::AllergiesNotAsked => say.pick(
            "Ask about allergies; write “none known” if there are none",
            "Pregunte por alergias; escriba “ninguna conocida” si no hay",
        ),
    }
}
