//! The names of edits about the person and the clinical frame.

use super::Say;
use crate::plan::{FrameEdit, Guardian, Medication, PersonEdit, Release};

impl Say<'_> {
    pub(super) fn person(&self, edit: &PersonEdit) -> String {
        let person = &self.plan.person;
        match edit {
            PersonEdit::Name(_) => self.change("name", "el nombre"),
            PersonEdit::PreferredName(_) => self.change("preferred name", "el nombre preferido"),
            PersonEdit::Pronouns(_) => self.change("pronouns", "los pronombres"),
            PersonEdit::BirthDate(_) => self.change("date of birth", "la fecha de nacimiento"),
            PersonEdit::RecordNumber(_) => self.change("record number", "el número de expediente"),
            PersonEdit::Language(_) => self.change("language", "el idioma"),
            PersonEdit::Interpreter(_) => self.change("interpreter", "el intérprete"),
            PersonEdit::Contact(_) => self.change("contact", "los datos de contacto"),
            PersonEdit::Emergency(_) => self.change("emergency contact", "el contacto de emergencia"),
            PersonEdit::Release(edit) => {
                let noun = ("release", "la autorización");
                let find = |id| person.releases.iter().find(|release| release.id == id);
                self.list(edit, noun, find, |release: &Release| {
                    format!("{} {}", self.pick("for", "para"), release.recipient)
                })
            }
            PersonEdit::Minor(_) => self.change("consent for a minor", "el consentimiento del menor"),
            PersonEdit::Guardian(edit) => {
                let noun = ("guardian", "el tutor");
                let guardians = || person.minor.iter().flat_map(|minor| &minor.guardians);
                let find = |id| guardians().find(|guardian| guardian.id == id);
                self.list(edit, noun, find, |guardian: &Guardian| guardian.name.clone())
            }
            PersonEdit::Strengths(_) => self.change("strengths", "las fortalezas"),
            PersonEdit::Needs(_) => self.change("needs in their words", "las necesidades en sus palabras"),
            PersonEdit::Abilities(_) => self.change("abilities", "las habilidades"),
            PersonEdit::Preferences(_) => self.change("preferences", "las preferencias"),
            PersonEdit::Barriers(_) => self.change("barriers", "las dificultades"),
            PersonEdit::Supports(_) => self.change("supports", "los apoyos"),
            PersonEdit::Availability(_) => self.change("availability", "la disponibilidad"),
            PersonEdit::Away(_) => self.change("days away", "los días de ausencia"),
            PersonEdit::Telehealth(_) => self.change("telehealth", "la telesalud"),
        }
    }

    pub(super) fn frame(&self, edit: &FrameEdit) -> String {
        let frame = &self.plan.frame;
        match edit {
            FrameEdit::Diagnosis(edit) => {
                let find = |id| frame.diagnoses.iter().find(|diagnosis| diagnosis.id == id);
                self.list(edit, ("diagnosis", "el diagnóstico"), find, |one| one.code.to_string())
            }
            FrameEdit::Principal(_) => self.change("principal diagnosis", "el diagnóstico principal"),
            FrameEdit::LevelOfCare(_) => self.change("level of care", "el nivel de atención"),
            FrameEdit::Impairment(_) => self.change("impairment", "las limitaciones"),
            FrameEdit::PriorTreatment(_) => self.change("prior treatment", "el tratamiento previo"),
            FrameEdit::Dimensions(_) => self.change("dimension ratings", "las dimensiones"),
            FrameEdit::Medication(edit) => {
                let find = |id| frame.medications.iter().find(|medication| medication.id == id);
                self.list(edit, ("medication", "el medicamento"), find, |one: &Medication| one.name.clone())
            }
            FrameEdit::Allergies(_) => self.change("allergies", "las alergias"),
            FrameEdit::OpioidMedication(_) => self.change("medication for opioid use", "la medicación para opioides"),
            FrameEdit::Naloxone(_) => self.change("naloxone", "la naloxona"),
            FrameEdit::WithdrawalRisk(_) => self.change("risk of withdrawal", "el riesgo de abstinencia"),
            FrameEdit::MedicalClearance(_) => self.change("medical clearance", "la autorización médica"),
            FrameEdit::Risk(..) => self.change("risk level", "el nivel de riesgo"),
            FrameEdit::SafetyPlan(_) => self.change("safety plan", "el plan de seguridad"),
        }
    }
}
