//! What findings about clocks say.

use super::say::Say;
use crate::base::Language;
use crate::checks::ClockFinding;
use crate::plan::SignerRole;
use crate::wording::progress;

pub(super) fn message(kind: &ClockFinding, say: &Say<'_>) -> String {
    match kind {
        ClockFinding::ReviewOverdue { due } => {
            let due = say.date(*due);
            say.pick(format!("The review due on {due} was not held"), format!("No se hizo la revisión del {due}"))
        }
        ClockFinding::ReviewTooLate { rule, due, planned } => {
            let (rule, due) = (say.rule(rule), say.date(*due));
            match planned.map(|planned| say.date(planned)) {
                Some(planned) => say.pick(
                    format!("The next review is on {planned}; {rule} asks for one by {due}"),
                    format!("La próxima revisión es el {planned}; {rule} exige una a más tardar el {due}"),
                ),
                None => say.pick(
                    format!("No further review is planned; {rule} asks for one by {due}"),
                    format!("No hay otra revisión programada; {rule} exige una a más tardar el {due}"),
                ),
            }
        }
        ClockFinding::ReviewIncomplete { rule, missing } => {
            let (review, rule) = (say.subject(), say.rule(rule));
            let missing: Vec<&str> = missing.iter().map(|one| progress::statement(*one, say.language)).collect();
            let missing = missing.join("; ");
            say.pick(
                format!("{review} leaves out what {rule} asks for: {missing}"),
                format!("{review} no incluye lo que exige {rule}: {missing}"),
            )
        }
        ClockFinding::NoReview => {
            say.pick("No review of the plan is scheduled", "No hay ninguna revisión del plan programada")
        }
        ClockFinding::CertificationOverdue { rule, due } => {
            let (rule, due) = (say.rule(rule), say.date(*due));
            say.pick(
                format!("A physician had to certify by {due} for {rule}"),
                format!("Un profesional médico tenía que certificar a más tardar el {due} para {rule}"),
            )
        }
        ClockFinding::CertificationAhead { rule, due } => {
            let (rule, due) = (say.rule(rule), say.date(*due));
            say.pick(
                format!("A physician has to certify by {due} for {rule}"),
                format!("Un profesional médico tiene que certificar a más tardar el {due} para {rule}"),
            )
        }
        ClockFinding::PlanOverdue { rule, due } => {
            let (rule, due) = (say.rule(rule), say.date(*due));
            say.pick(
                format!("The plan is still a draft; {rule} asks for it by {due}"),
                format!("El plan sigue en borrador; {rule} lo exige a más tardar el {due}"),
            )
        }
        ClockFinding::PlanLate { rule, due, since } => {
            let (rule, due, since) = (say.rule(rule), say.date(*due), say.date(*since));
            say.pick(
                format!("The plan took effect on {since}; {rule} asks for it by {due}"),
                format!("El plan entró en vigor el {since}; {rule} lo exige a más tardar el {due}"),
            )
        }
        ClockFinding::SignatureMissing { role, since } => {
            let (signer, since) = (whose(*role, say.language), say.date(*since));
            say.pick(
                format!("The plan has been in effect since {since} without {signer}"),
                format!("El plan está en vigor desde el {since} sin {signer}"),
            )
        }
        ClockFinding::GuardianMissing { name, relation, since, others } => {
            let who = if relation.trim().is_empty() { name.clone() } else { format!("{name} ({relation})") };
            let since = say.date(*since);
            let mut said = say.pick(
                format!("{who} has not signed the plan, in effect since {since}, and no reason is recorded"),
                format!("{who} no ha firmado el plan, en vigor desde el {since}, y no consta ningún motivo"),
            );
            if *others > 0 {
                said += &say.pick("; another guardian has answered", "; otra persona a cargo ya respondió");
            }
            said
        }
        ClockFinding::CopyNotGiven { asked_by } => match asked_by {
            Some(rule) => {
                let rule = say.rule(rule);
                say.pick(
                    format!("The person has no copy of the plan yet; {rule} asks for it"),
                    format!("La persona aún no tiene copia del plan; lo exige {rule}"),
                )
            }
            None => say.pick("The person has no copy of the plan yet", "La persona aún no tiene copia del plan"),
        },
    }
}

const fn whose(role: SignerRole, language: Language) -> &'static str {
    match language {
        Language::English => match role {
            SignerRole::Person => "the person’s signature or why there is none",
            SignerRole::Guardian => "a guardian’s signature or why there is none",
            SignerRole::Clinician => "the clinician’s signature",
            SignerRole::Supervisor => "the supervisor’s signature",
            SignerRole::Physician => "the physician’s signature",
        },
        Language::Spanish => match role {
            SignerRole::Person => "la firma de la persona ni el motivo de que falte",
            SignerRole::Guardian => "la firma de la madre, el padre o el tutor ni el motivo de que falte",
            SignerRole::Clinician => "la firma del profesional clínico",
            SignerRole::Supervisor => "la firma de supervisión",
            SignerRole::Physician => "la firma del profesional médico",
        },
    }
}

pub(super) fn fix(kind: &ClockFinding, say: &Say<'_>) -> String {
    match kind {
        ClockFinding::ReviewOverdue { .. } => say.pick(
            "Hold the review and record it, or enter when it was held",
            "Haga la revisión y regístrela, o escriba cuándo se hizo",
        ),
        ClockFinding::ReviewTooLate { .. } => {
            say.pick("Plan a review by that day", "Programe una revisión a más tardar ese día")
        }
        ClockFinding::ReviewIncomplete { .. } => say.pick("Write it into the review", "Escríbalo en la revisión"),
        ClockFinding::NoReview => say.pick("Plan the first review", "Programe la primera revisión"),
        ClockFinding::CertificationOverdue { .. } | ClockFinding::CertificationAhead { .. } => say.pick(
            "Ask the physician to certify, with response, remaining symptoms and goals for discharge",
            "Pida al profesional médico que certifique, con la respuesta, los síntomas que quedan y las metas para el alta",
        ),
        ClockFinding::PlanOverdue { .. } => {
            say.pick("Finish the plan and put it into effect", "Termine el plan y póngalo en vigor")
        }
        ClockFinding::PlanLate { .. } => {
            say.pick("Write in an addendum why it was late", "Escriba en una nota adicional por qué se retrasó")
        }
        ClockFinding::SignatureMissing { .. } | ClockFinding::GuardianMissing { .. } => say.pick(
            "Get the signature, or record the refusal or the attempt with its reason",
            "Consiga la firma, o registre la negativa o el intento con su motivo",
        ),
        ClockFinding::CopyNotGiven { .. } => say
            .pick("Give the person a copy and record the date", "Entregue una copia a la persona y registre la fecha"),
    }
}
