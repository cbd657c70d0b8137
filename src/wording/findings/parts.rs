//! What findings about missing parts say.

use super::say::Say;
use crate::base::Language;
use crate::catalog::PlanPart;
use crate::checks::{CoreService, PartFinding};

pub(super) fn message(kind: &PartFinding, say: &Say<'_>) -> String {
    match kind {
        PartFinding::Missing { part, rule } => {
            let (part, rule) = (part_name(*part, say.language), say.rule(rule));
            say.pick(format!("{rule} asks for {part}"), format!("{rule} exige {part}"))
        }
        PartFinding::CoreServices { missing, rule } => {
            let names: Vec<&str> = missing.iter().map(|core| core_service(*core, say.language)).collect();
            let (names, rule) = (names.join(", "), say.rule(rule));
            say.pick(
                format!("{rule} asks for core services that the plan does not have: {names}"),
                format!("{rule} exige servicios básicos que el plan no tiene: {names}"),
            )
        }
    }
}

/// A part as what a rule pack asks for.
const fn part_name(part: PlanPart, language: Language) -> &'static str {
    match language {
        Language::English => match part {
            PlanPart::Diagnosis => "a diagnosis",
            PlanPart::TypeAmountDurationFrequency => {
                "type, amount, duration and frequency of each service, which is not complete"
            }
            PlanPart::Goals => "treatment goals; the plan has none",
            PlanPart::MeasurableObjectives => "measurable objectives; not every goal has one",
            PlanPart::OwnWords => "goals in the person’s own words; not every goal has them",
            PlanPart::Strengths => "strengths, needs, abilities and preferences; not all four are recorded",
            PlanPart::NamedStaff => "a named person responsible for each module; not every module has one",
            PlanPart::DischargeCriteria => "criteria for discharge",
            PlanPart::Aftercare => "an aftercare plan",
            PlanPart::Measures => "a standard measure that follows each goal; not every goal has one",
            PlanPart::PhysicianSignature => "a physician’s signature; there is none",
            PlanPart::PersonSignature => "the person’s signature with its date; there is none",
            PlanPart::AuthorSignature => "the author’s signature; there is none",
            PlanPart::CopyGiven => "the date on which the person got a copy",
            PlanPart::CoreServices => "core services",
        },
        Language::Spanish => match part {
            PlanPart::Diagnosis => "un diagnóstico",
            PlanPart::TypeAmountDurationFrequency => {
                "tipo, cantidad, duración y frecuencia de cada servicio, y no están completos"
            }
            PlanPart::Goals => "metas de tratamiento; el plan no tiene ninguna",
            PlanPart::MeasurableObjectives => "objetivos que se puedan medir; no todas las metas tienen uno",
            PlanPart::OwnWords => "metas en palabras de la persona; no todas están así",
            PlanPart::Strengths => "fortalezas, necesidades, habilidades y preferencias; no constan las cuatro",
            PlanPart::NamedStaff => "una persona responsable de cada módulo; no todos la tienen",
            PlanPart::DischargeCriteria => "criterios de alta",
            PlanPart::Aftercare => "un plan de seguimiento",
            PlanPart::Measures => "una escala estandarizada que dé seguimiento a cada meta; no todas la tienen",
            PlanPart::PhysicianSignature => "la firma de un profesional médico; no la hay",
            PlanPart::PersonSignature => "la firma de la persona con su fecha; no la hay",
            PlanPart::AuthorSignature => "la firma de quien redactó el plan; no la hay",
            PlanPart::CopyGiven => "la fecha en que la persona recibió su copia",
            PlanPart::CoreServices => "servicios básicos",
        },
    }
}

/// A core service, as what is missing.
pub const fn core_service(core: CoreService, language: Language) -> &'static str {
    match language {
        Language::English => match core {
            CoreService::Individual => "individual counseling",
            CoreService::Group => "group therapy",
            CoreService::Family => "family work",
            CoreService::CaseManagement => "case management",
        },
        Language::Spanish => match core {
            CoreService::Individual => "consejería individual",
            CoreService::Group => "terapia de grupo",
            CoreService::Family => "trabajo con la familia",
            CoreService::CaseManagement => "coordinación de servicios",
        },
    }
}

pub(super) fn fix(kind: &PartFinding, say: &Say<'_>) -> String {
    match kind {
        PartFinding::Missing { part, .. } => remedy(*part, say),
        PartFinding::CoreServices { .. } => say.pick(
            "Place a module for each, or refer the person and write it in the aftercare plan",
            "Coloque un módulo para cada uno, o refiera a la persona y escríbalo en el plan de seguimiento",
        ),
    }
}

fn remedy(part: PlanPart, say: &Say<'_>) -> String {
    match part {
        PlanPart::Diagnosis => say.pick("Enter the diagnosis", "Escriba el diagnóstico"),
        PlanPart::TypeAmountDurationFrequency => say.pick(
            "Place modules and give each its sessions, minutes and frequency",
            "Coloque módulos y dé a cada uno sus sesiones, minutos y frecuencia",
        ),
        PlanPart::Goals => say.pick("Add a goal with the person", "Agregue una meta con la persona"),
        PlanPart::MeasurableObjectives => say.pick("Add an objective to each goal", "Agregue un objetivo a cada meta"),
        PlanPart::OwnWords => {
            say.pick("Write each goal as the person says it", "Escriba cada meta como la dice la persona")
        }
        PlanPart::Strengths => say.pick(
            "Ask the person about all four and record them",
            "Pregunte a la persona por las cuatro y regístrelas",
        ),
        PlanPart::NamedStaff => {
            say.pick("Name who is responsible for each module", "Escriba quién es responsable de cada módulo")
        }
        PlanPart::DischargeCriteria => {
            say.pick("Write what has to be true before discharge", "Escriba qué debe cumplirse antes del alta")
        }
        PlanPart::Aftercare => say.pick("Write who takes over", "Escriba quién continúa la atención"),
        PlanPart::Measures => say.pick(
            "Add to each goal an objective with a standard measure",
            "Agregue a cada meta un objetivo con una escala estandarizada",
        ),
        PlanPart::PhysicianSignature | PlanPart::PersonSignature | PlanPart::AuthorSignature => {
            say.pick("Get the signature and record it", "Consiga la firma y regístrela")
        }
        PlanPart::CopyGiven => say
            .pick("Give the person a copy and record the date", "Entregue una copia a la persona y registre la fecha"),
        PlanPart::CoreServices => say.pick("Place a module for each", "Coloque un módulo para cada uno"),
    }
}
