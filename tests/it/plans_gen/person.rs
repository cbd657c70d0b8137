//! Random changes about the person and the clinical frame.

use throughline::base::*;
use throughline::plan::*;

use super::Seed;

impl Seed {
    pub(super) fn person(&self, plan: &Plan) -> PersonEdit {
        let person = &plan.person;
        match self.verb % 21 {
            0 => PersonEdit::Name(self.text()),
            1 => PersonEdit::PreferredName(self.text()),
            2 => PersonEdit::Pronouns(self.text()),
            3 => PersonEdit::BirthDate(self.maybe(self.date())),
            4 => PersonEdit::RecordNumber(self.text()),
            5 => PersonEdit::Language("es-MX".to_owned()),
            6 => PersonEdit::Interpreter(self.maybe(Interpreter { mode: InterpreterMode::Video, who: self.text() })),
            7 => PersonEdit::Contact(Contact {
                phone: self.text(),
                may_leave_message: self.number.is_multiple_of(2),
                email: self.text(),
                address: self.texts(),
            }),
            8 => PersonEdit::Emergency(self.maybe(EmergencyContact {
                name: self.text(),
                relation: self.text(),
                phone: self.text(),
            })),
            9 => {
                let release = Release {
                    id: ReleaseId(0),
                    recipient: self.text(),
                    scope: self.text(),
                    substance_use: self.number.is_multiple_of(2),
                    signed: Some(self.date()),
                    expires: self.maybe(self.later(365)),
                    revoked: None,
                };
                PersonEdit::Release(self.within().list(release, &person.releases))
            }
            10 => PersonEdit::Minor(self.maybe(MinorConsent {
                by: ConsentBy::Both,
                basis: self.text(),
                guardians: person.minor.as_ref().map(|minor| minor.guardians.clone()).unwrap_or_default(),
            })),
            11 => {
                let guardian = Guardian {
                    id: GuardianId(7),
                    name: self.text(),
                    relation: self.text(),
                    phone: self.text(),
                    may_see: vec![Visible::Schedule, Visible::Goals],
                };
                let guardians = person.minor.as_ref().map(|minor| minor.guardians.as_slice()).unwrap_or_default();
                PersonEdit::Guardian(self.within().list(guardian, guardians))
            }
            12 => PersonEdit::Strengths(self.texts()),
            13 => PersonEdit::Needs(self.texts()),
            14 => PersonEdit::Abilities(self.texts()),
            15 => PersonEdit::Preferences(self.texts()),
            16 => PersonEdit::Barriers(self.texts()),
            17 => PersonEdit::Supports(self.texts()),
            18 => PersonEdit::Availability(vec![Available {
                day: Weekday::ALL[usize::from(self.pick % 7)],
                from: self.time(),
                to: self.time().after(Minutes(90)),
            }]),
            19 => PersonEdit::Away(vec![Away {
                from: self.date(),
                to: self.later(i32::from(self.pick) - 9),
                reason: self.text(),
            }]),
            _ => PersonEdit::Telehealth(self.maybe(Telehealth {
                location: self.text(),
                state: self.text(),
                emergency_address: self.text(),
            })),
        }
    }

    pub(super) fn frame(&self, plan: &Plan) -> FrameEdit {
        let list = self.within();
        match self.verb % 14 {
            0 => {
                let diagnosis =
                    Diagnosis { id: DiagnosisId(0), code: IcdCode::new("F33.1").unwrap(), label: self.text() };
                FrameEdit::Diagnosis(list.list(diagnosis, &plan.frame.diagnoses))
            }
            1 => FrameEdit::Principal(self.maybe(self.pick(&plan.frame.diagnoses))),
            2 => FrameEdit::LevelOfCare(self.text()),
            3 => FrameEdit::Impairment(self.text()),
            4 => FrameEdit::PriorTreatment(self.texts()),
            5 => FrameEdit::Dimensions(vec![DimensionRating { name: self.text(), rating: self.text() }]),
            6 => {
                let medication = Medication {
                    id: MedicationId(0),
                    name: self.text(),
                    dose: self.text(),
                    purpose: self.text(),
                    prescriber: self.text(),
                };
                FrameEdit::Medication(list.list(medication, &plan.frame.medications))
            }
            7 => FrameEdit::Allergies(self.texts()),
            8 => FrameEdit::OpioidMedication(OpioidMedication::Declined(self.text())),
            9 => FrameEdit::Naloxone(Naloxone::Given(self.date())),
            10 => FrameEdit::WithdrawalRisk(self.text()),
            11 => FrameEdit::MedicalClearance(self.maybe(Clearance {
                date: self.date(),
                by: self.text(),
                note: self.text(),
            })),
            12 => FrameEdit::Risk(RiskLevel::Moderate, self.text()),
            _ => FrameEdit::SafetyPlan(self.maybe(SafetyPlan {
                made: self.date(),
                warning_signs: self.texts(),
                coping: self.texts(),
                distractions: self.texts(),
                people: self.texts(),
                professionals: self.texts(),
                safer_surroundings: self.texts(),
                reasons_for_living: self.texts(),
            })),
        }
    }
}
