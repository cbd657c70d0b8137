//! The names of things: one function for each sort of thing, the same on screen, on paper and on the command line.

use crate::base::{Format, Language, ServiceKind, StaffRole};
use crate::plan::{
    AuthorizedUnit, ConsentBy, Decision, DischargeKind, InterpreterMode, ObjectiveStatus, PauseKind, RiskLevel,
    SessionStatus, Setting, Severity, SignerRole, Visible,
};

/// The name of a sort of service.
pub const fn service(kind: ServiceKind, language: Language) -> &'static str {
    match language {
        Language::English => match kind {
            ServiceKind::Cbt => "Cognitive behavioral therapy",
            ServiceKind::Dbt => "Dialectical behavior therapy",
            ServiceKind::Trauma => "Trauma work",
            ServiceKind::Individual => "Individual therapy",
            ServiceKind::Group => "Group therapy",
            ServiceKind::Family => "Family work",
            ServiceKind::Psychoeducation => "Education",
            ServiceKind::SkillBuilding => "Skill building",
            ServiceKind::Mindfulness => "Mindfulness",
            ServiceKind::Motivational => "Motivational work",
            ServiceKind::RelapsePrevention => "Relapse prevention",
            ServiceKind::Medical => "Medical services",
            ServiceKind::CaseManagement => "Case management",
            ServiceKind::Support => "Peer and mutual support",
            ServiceKind::Nutrition => "Meals and nutrition",
            ServiceKind::Aftercare => "Aftercare planning",
            ServiceKind::Review => "Plan review",
        },
        Language::Spanish => match kind {
            ServiceKind::Cbt => "Terapia cognitivo-conductual",
            ServiceKind::Dbt => "Terapia dialéctico-conductual",
            ServiceKind::Trauma => "Trabajo sobre el trauma",
            ServiceKind::Individual => "Terapia individual",
            ServiceKind::Group => "Terapia de grupo",
            ServiceKind::Family => "Trabajo con la familia",
            ServiceKind::Psychoeducation => "Educación",
            ServiceKind::SkillBuilding => "Desarrollo de habilidades",
            ServiceKind::Mindfulness => "Atención plena",
            ServiceKind::Motivational => "Trabajo de motivación",
            ServiceKind::RelapsePrevention => "Prevención de recaídas",
            ServiceKind::Medical => "Servicios médicos",
            ServiceKind::CaseManagement => "Coordinación de servicios",
            ServiceKind::Support => "Apoyo entre pares y ayuda mutua",
            ServiceKind::Nutrition => "Comidas y nutrición",
            ServiceKind::Aftercare => "Planificación del seguimiento",
            ServiceKind::Review => "Revisión del plan",
        },
    }
}

/// What a measure is called, from the name in the record; all but a few are the same in every language.
pub fn measure(name: &str, language: Language) -> &str {
    match (language, name) {
        (Language::Spanish, "Own rating 0–10") => "Valoración propia 0–10",
        (Language::Spanish, "Urges rating 0–10") => "Escala de ganas 0–10",
        (Language::Spanish, "WHODAS 2.0 (12 items)") => "WHODAS 2.0 (12 preguntas)",
        (Language::English | Language::Spanish, name) => name,
    }
}

/// Who is in the room.
pub const fn format(format: Format, language: Language) -> &'static str {
    match language {
        Language::English => match format {
            Format::Individual => "individual",
            Format::Group => "group",
            Format::Family => "family",
            Format::MultiFamily => "several families",
            Format::FamilyWithoutPatient => "family without the patient",
        },
        Language::Spanish => match format {
            Format::Individual => "individual",
            Format::Group => "grupo",
            Format::Family => "familia",
            Format::MultiFamily => "varias familias",
            Format::FamilyWithoutPatient => "familia sin el paciente",
        },
    }
}

/// A discipline.
pub const fn staff(role: StaffRole, language: Language) -> &'static str {
    match language {
        Language::English => match role {
            StaffRole::Therapist => "therapist",
            StaffRole::SubstanceUseCounselor => "substance use counselor",
            StaffRole::FamilyTherapist => "family therapist",
            StaffRole::Prescriber => "prescriber",
            StaffRole::Nurse => "nurse",
            StaffRole::Dietitian => "dietitian",
            StaffRole::CaseManager => "case manager",
            StaffRole::Peer => "peer support specialist",
        },
        Language::Spanish => match role {
            StaffRole::Therapist => "terapeuta",
            StaffRole::SubstanceUseCounselor => "consejería en consumo de sustancias",
            StaffRole::FamilyTherapist => "terapeuta familiar",
            StaffRole::Prescriber => "médico o profesional que receta",
            StaffRole::Nurse => "enfermería",
            StaffRole::Dietitian => "nutrición",
            StaffRole::CaseManager => "coordinación de servicios",
            StaffRole::Peer => "especialista de apoyo entre pares",
        },
    }
}

/// What became of a session.
pub const fn session_status(status: SessionStatus, language: Language) -> &'static str {
    match language {
        Language::English => match status {
            SessionStatus::Planned => "planned",
            SessionStatus::Attended => "attended",
            SessionStatus::Late => "came late",
            SessionStatus::LeftEarly => "left early",
            SessionStatus::Missed => "missed",
            SessionStatus::Excused => "excused",
            SessionStatus::Cancelled => "cancelled by the clinic",
        },
        Language::Spanish => match status {
            SessionStatus::Planned => "programada",
            SessionStatus::Attended => "asistió",
            SessionStatus::Late => "llegó tarde",
            SessionStatus::LeftEarly => "salió antes",
            SessionStatus::Missed => "no asistió",
            SessionStatus::Excused => "justificada",
            SessionStatus::Cancelled => "cancelada por la clínica",
        },
    }
}

/// How serious a need is.
pub const fn severity(severity: Severity, language: Language) -> &'static str {
    match language {
        Language::English => match severity {
            Severity::Mild => "mild",
            Severity::Moderate => "moderate",
            Severity::Severe => "severe",
        },
        Language::Spanish => match severity {
            Severity::Mild => "leve",
            Severity::Moderate => "moderada",
            Severity::Severe => "grave",
        },
    }
}

/// How far an objective is.
pub const fn objective_status(status: ObjectiveStatus, language: Language) -> &'static str {
    match language {
        Language::English => match status {
            ObjectiveStatus::NotStarted => "not started",
            ObjectiveStatus::InProgress => "under way",
            ObjectiveStatus::PartlyMet => "partly met",
            ObjectiveStatus::Met => "met",
            ObjectiveStatus::Deferred => "put off",
            ObjectiveStatus::Discontinued => "discontinued",
        },
        Language::Spanish => match status {
            ObjectiveStatus::NotStarted => "sin comenzar",
            ObjectiveStatus::InProgress => "en curso",
            ObjectiveStatus::PartlyMet => "logrado en parte",
            ObjectiveStatus::Met => "logrado",
            ObjectiveStatus::Deferred => "pospuesto",
            ObjectiveStatus::Discontinued => "suspendido",
        },
    }
}

/// A setting of care.
pub const fn setting(setting: Setting, language: Language) -> &'static str {
    match language {
        Language::English => match setting {
            Setting::IopAdult => "Intensive outpatient program, adults",
            Setting::IopAdolescent => "Intensive outpatient program, adolescents",
            Setting::Php => "Partial hospitalization program",
            Setting::Outpatient => "Outpatient care",
        },
        Language::Spanish => match setting {
            Setting::IopAdult => "Programa ambulatorio intensivo, adultos",
            Setting::IopAdolescent => "Programa ambulatorio intensivo, adolescentes",
            Setting::Php => "Programa de hospitalización parcial",
            Setting::Outpatient => "Atención ambulatoria",
        },
    }
}

/// What a pause is.
pub const fn pause(kind: PauseKind, language: Language) -> &'static str {
    match language {
        Language::English => match kind {
            PauseKind::Hold => "on hold",
            PauseKind::Hospital => "in hospital",
        },
        Language::Spanish => match kind {
            PauseKind::Hold => "en pausa",
            PauseKind::Hospital => "en el hospital",
        },
    }
}

/// A level of risk.
pub const fn risk(level: RiskLevel, language: Language) -> &'static str {
    match language {
        Language::English => match level {
            RiskLevel::NotAssessed => "not assessed",
            RiskLevel::NoneFound => "none found",
            RiskLevel::Low => "low",
            RiskLevel::Moderate => "moderate",
            RiskLevel::High => "high",
        },
        Language::Spanish => match level {
            RiskLevel::NotAssessed => "sin evaluar",
            RiskLevel::NoneFound => "no se encontró",
            RiskLevel::Low => "bajo",
            RiskLevel::Moderate => "moderado",
            RiskLevel::High => "alto",
        },
    }
}

/// In which role somebody signs.
pub const fn signer(role: SignerRole, language: Language) -> &'static str {
    match language {
        Language::English => match role {
            SignerRole::Person => "Patient",
            SignerRole::Guardian => "Parent or guardian",
            SignerRole::Clinician => "Clinician",
            SignerRole::Supervisor => "Supervisor",
            SignerRole::Physician => "Physician",
        },
        Language::Spanish => match role {
            SignerRole::Person => "Paciente",
            SignerRole::Guardian => "Madre, padre o tutor",
            SignerRole::Clinician => "Profesional clínico",
            SignerRole::Supervisor => "Supervisión clínica",
            SignerRole::Physician => "Profesional médico",
        },
    }
}

/// How a stay ended.
pub const fn discharge(kind: DischargeKind, language: Language) -> &'static str {
    match language {
        Language::English => match kind {
            DischargeKind::Completed => "program completed",
            DischargeKind::AgainstAdvice => "against the team's advice",
            DischargeKind::Administrative => "administrative discharge",
            DischargeKind::Transfer => "transfer to another program",
            DischargeKind::LostContact => "contact lost",
        },
        Language::Spanish => match kind {
            DischargeKind::Completed => "programa completado",
            DischargeKind::AgainstAdvice => "en contra del consejo del equipo",
            DischargeKind::Administrative => "alta administrativa",
            DischargeKind::Transfer => "traslado a otro programa",
            DischargeKind::LostContact => "se perdió el contacto",
        },
    }
}

/// What a review decided.
pub const fn decision(decision: Decision, language: Language) -> &'static str {
    match language {
        Language::English => match decision {
            Decision::Continue => "continue as planned",
            Decision::Intensify => "intensify",
            Decision::StepDown => "step down",
            Decision::StepUp => "step up",
            Decision::Hold => "put on hold",
            Decision::Discharge => "discharge",
        },
        Language::Spanish => match decision {
            Decision::Continue => "continuar según el plan",
            Decision::Intensify => "intensificar",
            Decision::StepDown => "pasar a un nivel menos intensivo",
            Decision::StepUp => "pasar a un nivel más intensivo",
            Decision::Hold => "poner en pausa",
            Decision::Discharge => "dar de alta",
        },
    }
}

/// How an interpreter takes part.
pub const fn interpreter(mode: InterpreterMode, language: Language) -> &'static str {
    match language {
        Language::English => match mode {
            InterpreterMode::InPerson => "in person",
            InterpreterMode::Video => "by video",
            InterpreterMode::Telephone => "by telephone",
            InterpreterMode::SignLanguage => "sign language",
        },
        Language::Spanish => match mode {
            InterpreterMode::InPerson => "en persona",
            InterpreterMode::Video => "por video",
            InterpreterMode::Telephone => "por teléfono",
            InterpreterMode::SignLanguage => "lengua de señas",
        },
    }
}

/// Who consented to a minor's treatment.
pub const fn consent(by: ConsentBy, language: Language) -> &'static str {
    match language {
        Language::English => match by {
            ConsentBy::Guardian => "parent or guardian",
            ConsentBy::Minor => "the minor alone",
            ConsentBy::Both => "the minor and a parent or guardian",
        },
        Language::Spanish => match by {
            ConsentBy::Guardian => "madre, padre o tutor",
            ConsentBy::Minor => "solo la persona menor de edad",
            ConsentBy::Both => "la persona menor de edad y su madre, padre o tutor",
        },
    }
}

/// A part of the plan that a guardian may see.
pub const fn visible(part: Visible, language: Language) -> &'static str {
    match language {
        Language::English => match part {
            Visible::Schedule => "schedule",
            Visible::Goals => "goals",
            Visible::SafetyPlan => "safety plan",
            Visible::Medications => "medications",
            Visible::Scores => "scores",
            Visible::Diagnoses => "diagnoses",
            Visible::Everything => "everything",
        },
        Language::Spanish => match part {
            Visible::Schedule => "horario",
            Visible::Goals => "metas",
            Visible::SafetyPlan => "plan de seguridad",
            Visible::Medications => "medicamentos",
            Visible::Scores => "puntajes",
            Visible::Diagnoses => "diagnósticos",
            Visible::Everything => "todo",
        },
    }
}

/// What an authorization counts.
pub const fn authorized_unit(unit: AuthorizedUnit, language: Language) -> &'static str {
    match language {
        Language::English => match unit {
            AuthorizedUnit::Days => "days",
            AuthorizedUnit::Units => "units",
        },
        Language::Spanish => match unit {
            AuthorizedUnit::Days => "días",
            AuthorizedUnit::Units => "unidades",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_measures_that_are_translated_are_those_of_the_catalog() {
        let (catalog, _) = crate::catalog::builtin();
        let names = || catalog.measures.values().map(|measure| measure.name.as_str());
        assert_eq!(names().filter(|&name| measure(name, Language::Spanish) != name).count(), 3);
        assert!(names().all(|name| measure(name, Language::English) == name));
    }
}
