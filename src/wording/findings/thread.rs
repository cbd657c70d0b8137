//! What findings about the thread say.

use super::say::Say;
use crate::checks::ThreadFinding;

pub(super) fn message(kind: &ThreadFinding, say: &Say<'_>) -> String {
    let it = say.subject();
    match kind {
        ThreadFinding::NoNeedAddressed => {
            say.pick("The plan addresses no need", "El plan no atiende ninguna necesidad")
        }
        ThreadFinding::NeedWithoutGoal => {
            say.pick(format!("{it} is addressed and has no goal"), format!("{it}: se atiende y no tiene meta"))
        }
        ThreadFinding::NeedWithoutEvidence => say.pick(
            format!("{it}: the problem or what shows it is not written"),
            format!("{it}: falta escribir el problema o en qué se observa"),
        ),
        ThreadFinding::DeferredWithoutReason => {
            say.pick(format!("{it} is deferred without a reason"), format!("{it}: se pospone sin un motivo escrito"))
        }
        ThreadFinding::NeedDeferred { reason } => {
            let reason = reason.trim_end().trim_end_matches('.');
            say.pick(format!("{it} is deferred: {reason}"), format!("{it}: se pospone; motivo: {reason}"))
        }
        ThreadFinding::GoalWithoutNeed => {
            say.pick(format!("{it} answers no need"), format!("{it}: no responde a ninguna necesidad"))
        }
        ThreadFinding::GoalWithoutOwnWords => {
            say.pick(format!("{it} lacks the person’s own words"), format!("{it}: faltan las palabras de la persona"))
        }
        ThreadFinding::GoalWithoutObjective => {
            say.pick(format!("{it} has no objective"), format!("{it}: no tiene ningún objetivo"))
        }
        ThreadFinding::RenderingMissing { language } => say.pick(
            format!("{it} is in another language (“{language}”) and has no English rendering"),
            format!("{it}: está en otro idioma (“{language}”) y no tiene versión en inglés"),
        ),
        ThreadFinding::TranslatorMissing => say.pick(
            format!("{it} has a rendering, and who translated it is not recorded"),
            format!("{it}: tiene traducción y no consta quién la hizo"),
        ),
        ThreadFinding::ObjectiveWithoutModule => {
            say.pick(format!("{it} is served by no module"), format!("{it}: ningún módulo trabaja en él"))
        }
        ThreadFinding::TargetNotBetter => say.pick(
            format!("{it} aims at no improvement on its baseline"),
            format!("{it}: lo que se busca no mejora el punto de partida"),
        ),
        ThreadFinding::TargetOutsideStay { target, first, last } => {
            let [target, first, last] = [target, first, last].map(|date| say.date(*date));
            say.pick(
                format!("{it} is to be met by {target}, outside the stay from {first} to {last}"),
                format!("{it}: su fecha, {target}, queda fuera de la estancia, del {first} al {last}"),
            )
        }
        ThreadFinding::BaselineMissing => {
            say.pick(format!("{it} has no baseline yet"), format!("{it}: aún no tiene punto de partida"))
        }
        ThreadFinding::ModuleWithoutSessions => {
            say.pick(format!("{it} has no sessions"), format!("{it}: no tiene sesiones"))
        }
        ThreadFinding::DoseDiffers { prescribed, scheduled } => {
            let scheduled = say.sessions(*scheduled);
            say.pick(
                format!("{it} has {scheduled} scheduled; prescribed are {prescribed}"),
                format!("{it}: hay {scheduled} en el calendario; se indicaron {prescribed}"),
            )
        }
        ThreadFinding::ModuleWithoutObjective => {
            say.pick(format!("{it} serves no objective"), format!("{it}: no trabaja en ningún objetivo"))
        }
        ThreadFinding::ResponsibleMissing => {
            say.pick(format!("{it} names nobody who is responsible"), format!("{it}: no nombra a nadie responsable"))
        }
    }
}

pub(super) fn fix(kind: &ThreadFinding, say: &Say<'_>) -> String {
    match kind {
        ThreadFinding::NoNeedAddressed => say.pick(
            "Add a need from the assessment and mark it as addressed",
            "Agregue una necesidad de la evaluación y márquela como atendida",
        ),
        ThreadFinding::NeedWithoutGoal => say.pick(
            "Add a goal with the person, or defer the need and say why",
            "Agregue una meta con la persona, o posponga la necesidad y escriba el motivo",
        ),
        ThreadFinding::NeedWithoutEvidence => say.pick(
            "Write the problem and, as evidence, what it looks like in daily life",
            "Escriba el problema y, como evidencia, cómo se nota en la vida diaria",
        ),
        ThreadFinding::DeferredWithoutReason => say.pick(
            "Write why it is left for later or elsewhere",
            "Escriba por qué queda para después o para otro lugar",
        ),
        ThreadFinding::NeedDeferred { .. } => say.pick(
            "Nothing to do now; look again at the next review",
            "Nada por ahora; revísela en la próxima revisión",
        ),
        ThreadFinding::GoalWithoutNeed => say.pick(
            "Choose the need that the goal answers, or remove the goal",
            "Elija la necesidad a la que responde la meta, o quite la meta",
        ),
        ThreadFinding::GoalWithoutOwnWords => say.pick(
            "Ask the person what they want and write it as they say it",
            "Pregunte a la persona qué quiere y escríbalo como lo dice",
        ),
        ThreadFinding::GoalWithoutObjective => say.pick(
            "Add an objective with a measure, a target and a date",
            "Agregue un objetivo que se pueda medir, con valor buscado y fecha",
        ),
        ThreadFinding::RenderingMissing { .. } => say.pick(
            "Have a qualified translator render the words in English",
            "Pida a una persona calificada que traduzca las palabras al inglés",
        ),
        ThreadFinding::TranslatorMissing => say.pick("Enter who translated it", "Escriba quién hizo la traducción"),
        ThreadFinding::ObjectiveWithoutModule => say.pick(
            "Place a module that works on it, or link one that is in the plan",
            "Coloque un módulo que trabaje en él, o vincule uno que ya esté en el plan",
        ),
        ThreadFinding::TargetNotBetter => say.pick(
            "Correct the baseline or set a target that is better",
            "Corrija el punto de partida o fije un valor mejor",
        ),
        ThreadFinding::TargetOutsideStay { .. } => say.pick(
            "Set a date within the stay, or list the goal as open in the aftercare plan",
            "Fije una fecha dentro de la estancia, o deje la meta abierta en el plan de seguimiento",
        ),
        ThreadFinding::BaselineMissing => {
            say.pick("Measure where the person stands and enter it", "Mida cómo está la persona ahora y regístrelo")
        }
        ThreadFinding::ModuleWithoutSessions => {
            say.pick("Schedule its sessions or remove the module", "Programe sus sesiones o quite el módulo")
        }
        ThreadFinding::DoseDiffers { .. } => say.pick(
            "Schedule what is prescribed, or change the prescription",
            "Programe lo indicado, o cambie la indicación",
        ),
        ThreadFinding::ModuleWithoutObjective => {
            say.pick("Link it to an objective or remove it", "Vincúlelo con un objetivo o quítelo")
        }
        ThreadFinding::ResponsibleMissing => say.pick("Name who is responsible for it", "Escriba quién es responsable"),
    }
}
