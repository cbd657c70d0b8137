//! What the printed plan says in the program's own words: labels, and sentences with something filled in.

mod clinical;
mod dates;
mod patient;

pub use clinical::ClinicalLabel;
pub use dates::{
    after_weekday, by, by_short, closed, closed_day, date, dates, dates_open, day, day_month, moment, span, span_short,
    unbroken,
};
pub use patient::PatientLabel;

use super::time::Dated;
use super::{terms, time};
use crate::base::{Date, Direction, Format, Language, Minutes, Score, StaffRole};
use crate::plan::{AuthorizedUnit, Gauge, Naloxone, OpioidMedication, SignOff, SignOutcome, SignerRole, Standing};

/// An enum of labels with their words in both languages; the English words are its documentation.
macro_rules! labels {
    ($(#[$doc:meta])* $enum:ident { $($name:ident: $english:literal, $spanish:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $enum {
            $(#[doc = $english] $name,)*
        }

        impl $enum {
            /// Every label.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The words.
            pub const fn text(self, language: $crate::base::Language) -> &'static str {
                match (language, self) {
                    $(
                        ($crate::base::Language::English, Self::$name) => $english,
                        ($crate::base::Language::Spanish, Self::$name) => $spanish,
                    )*
                }
            }
        }
    };
}
use labels;

/// The words on either side of a page's number: `Page` 2 `of` 5.
pub const fn page_of(language: Language) -> [&'static str; 2] {
    match language {
        Language::English => ["Page", "of"],
        Language::Spanish => ["Página", "de"],
    }
}

/// Across every page of a draft.
pub const fn draft(language: Language) -> &'static str {
    match language {
        Language::English => "DRAFT",
        Language::Spanish => "BORRADOR",
    }
}

/// Under the lines of a signature: for the signature, the printed name and the date.
pub const fn signature_captions(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => ["Signature", "Printed name", "Date"],
        Language::Spanish => ["Firma", "Nombre en letra de molde", "Fecha"],
    }
}

/// The title of the patient edition.
pub fn patient_title(name: &str, language: Language) -> String {
    match (language, name.trim()) {
        (Language::English, "") => "My plan".to_owned(),
        (Language::English, name) => format!("{name}’s plan"),
        (Language::Spanish, "") => "Mi plan".to_owned(),
        (Language::Spanish, name) => format!("El plan de {name}"),
    }
}

/// Under the title: how long, from when to when.
pub fn stay(weeks: usize, from: Date, to: Date, language: Language) -> String {
    let (first, last) = (time::date_full(from, language), time::date_full(to, language));
    match (language, weeks) {
        (Language::English, 1) => format!("1 week, {first} to {last}"),
        (Language::English, n) => format!("{n} weeks, {first} to {last}"),
        (Language::Spanish, 1) => format!("1 semana, del {first} al {last}"),
        (Language::Spanish, n) => format!("{n} semanas, del {first} al {last}"),
    }
}

/// With whom: `with Ana Ruiz`.
pub fn with(name: &str, language: Language) -> String {
    match language {
        Language::English => format!("with {name}"),
        Language::Spanish => format!("con {name}"),
    }
}

/// A week's length for the person: `9 hours this week`.
pub fn this_week(minutes: Minutes, language: Language) -> String {
    let length = time::length_in_words(minutes, language);
    match language {
        Language::English => format!("{length} this week"),
        Language::Spanish => format!("{length} esta semana"),
    }
}

/// When the plan is looked at again.
pub fn next_review(date: Date, language: Language) -> String {
    let day = time::day_full(date, language);
    match language {
        Language::English => format!("We look at this plan together again on {day}."),
        Language::Spanish => format!("Revisaremos este plan con usted el {day}."),
    }
}

/// When a document was printed.
pub fn printed(date: Date, language: Language) -> String {
    let date = self::date(date, language);
    match language {
        Language::English => format!("Printed {date}"),
        Language::Spanish => format!("Impreso el {date}"),
    }
}

/// At the foot of the person's pages: whom to call when a session cannot be kept.
pub fn cannot_come(phone: &str, language: Language) -> String {
    match language {
        Language::English => format!("Can’t come? Call {phone}."),
        Language::Spanish => format!("¿No puede venir? Llame al {phone}."),
    }
}

/// The crisis line, in the words that the language needs.
pub const fn crisis_line(language: Language) -> &'static str {
    match language {
        Language::English => "Call or text 988",
        Language::Spanish => "Llame al 988 y oprima 2, o envíe la palabra AYUDA por texto al 988",
    }
}

/// A discipline as the person would say it.
pub const fn plain_role(role: StaffRole, language: Language) -> &'static str {
    match (language, role) {
        (Language::English, StaffRole::Therapist) => "therapist",
        (Language::English, StaffRole::SubstanceUseCounselor) => "counselor",
        (Language::English, StaffRole::FamilyTherapist) => "family therapist",
        (Language::English, StaffRole::Prescriber) => "medicine",
        (Language::English, StaffRole::Nurse) => "nurse",
        (Language::English, StaffRole::Dietitian) => "food and nutrition",
        (Language::English, StaffRole::CaseManager) => "help with services",
        (Language::English, StaffRole::Peer) => "peer support",
        (Language::Spanish, StaffRole::Therapist) => "terapia",
        (Language::Spanish, StaffRole::SubstanceUseCounselor) => "consejería",
        (Language::Spanish, StaffRole::FamilyTherapist) => "terapia familiar",
        (Language::Spanish, StaffRole::Prescriber) => "medicinas",
        (Language::Spanish, StaffRole::Nurse) => "enfermería",
        (Language::Spanish, StaffRole::Dietitian) => "comida y nutrición",
        (Language::Spanish, StaffRole::CaseManager) => "ayuda con servicios",
        (Language::Spanish, StaffRole::Peer) => "apoyo entre pares",
    }
}

/// What a session is called where its own name would tell too much.
pub const fn plain_format(format: Format, language: Language) -> &'static str {
    match (language, format) {
        (Language::English, Format::Individual) => "One-to-one session",
        (Language::English, Format::Group) => "Group",
        (Language::English, Format::Family) => "Family session",
        (Language::English, Format::MultiFamily) => "Family group",
        (Language::English, Format::FamilyWithoutPatient) => "Session for my family",
        (Language::Spanish, Format::Individual) => "Sesión individual",
        (Language::Spanish, Format::Group) => "Grupo",
        (Language::Spanish, Format::Family) => "Sesión en familia",
        (Language::Spanish, Format::MultiFamily) => "Grupo de familias",
        (Language::Spanish, Format::FamilyWithoutPatient) => "Sesión para mi familia",
    }
}

/// The title of the clinical edition.
pub const fn clinical_title(language: Language) -> &'static str {
    match language {
        Language::English => "Individualized treatment plan",
        Language::Spanish => "Plan de tratamiento individualizado",
    }
}

/// Draft or in effect, with the date.
pub fn standing(standing: Standing, dated: Dated, language: Language) -> String {
    match (language, standing) {
        (Language::English, Standing::Draft) => "Draft, not in effect".to_owned(),
        (Language::English, Standing::InEffect(date)) => format!("In effect since {}", dated(date, language)),
        (Language::Spanish, Standing::Draft) => "Borrador, no está en vigor".to_owned(),
        (Language::Spanish, Standing::InEffect(date)) => format!("En vigor desde el {}", dated(date, language)),
    }
}

/// Age in years.
pub fn age(years: u8, language: Language) -> String {
    match language {
        Language::English => format!("age {years}"),
        Language::Spanish => format!("{years} años"),
    }
}

/// The least and the most of hours in a week: `9 h`, `6 h to 9 h`.
pub fn weekly_range(least: Minutes, most: Minutes, language: Language) -> String {
    let (low, high) = (time::length(least), time::length(most));
    match language {
        _ if least == most => low,
        Language::English => format!("{low} to {high}"),
        Language::Spanish => format!("de {low} a {high}"),
    }
}

/// How many sessions.
pub fn sessions(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => "1 session".to_owned(),
        (Language::English, n) => format!("{n} sessions"),
        (Language::Spanish, 1) => "1 sesión".to_owned(),
        (Language::Spanish, n) => format!("{n} sesiones"),
    }
}

/// The name of a person's language; of others than the program's own, the tag.
pub fn language_name(tag: &str, language: Language) -> &str {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match (language, primary.as_str()) {
        (Language::English, "en") => "English",
        (Language::English, "es") => "Spanish",
        (Language::Spanish, "en") => "inglés",
        (Language::Spanish, "es") => "español",
        (Language::English | Language::Spanish, _) => tag,
    }
}

/// Points to the goal where something is said in full.
pub fn see_goal(number: usize, language: Language) -> String {
    match language {
        Language::English => format!("see goal {number}"),
        Language::Spanish => format!("ver la meta {number}"),
    }
}

/// How many weeks.
pub fn count_weeks(count: u16, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => "1 week".to_owned(),
        (Language::English, n) => format!("{n} weeks"),
        (Language::Spanish, 1) => "1 semana".to_owned(),
        (Language::Spanish, n) => format!("{n} semanas"),
    }
}

/// How long every session is: `90 min each`.
pub fn each(minutes: Minutes, language: Language) -> String {
    let length = unbroken(&format!("{} min", minutes.0));
    match language {
        Language::English => format!("{length} each"),
        Language::Spanish => format!("{length} cada una"),
    }
}

/// What an authorization holds: `24 days approved, 3 used`.
pub fn authorized(approved: u16, used: u16, unit: AuthorizedUnit, language: Language) -> String {
    let unit = terms::authorized_unit(unit, language);
    match language {
        Language::English => format!("{approved} {unit} approved, {used} used before this plan"),
        Language::Spanish => format!("aprobado: {approved} {unit}; usado antes de este plan: {used}"),
    }
}

/// How an objective is measured.
pub fn gauge(gauge: &Gauge, language: Language) -> String {
    match (language, gauge) {
        (_, Gauge::Score { name, .. }) => terms::measure(name, language).to_owned(),
        (Language::English, Gauge::Rating { of, ends, .. }) => {
            format!("Own rating 0–10: {} ({})", of.get(language), ends.get(language))
        }
        (Language::Spanish, Gauge::Rating { of, ends, .. }) => {
            format!("Valoración propia 0–10: {} ({})", of.get(language), ends.get(language))
        }
        (Language::English, Gauge::Count { of, days, .. }) => format!("Count in {days} days: {}", of.get(language)),
        (Language::Spanish, Gauge::Count { of, days, .. }) => format!("Cuenta en {days} días: {}", of.get(language)),
        (_, Gauge::Milestone { proof }) => proof.get(language).to_owned(),
    }
}

/// An objective's baseline and target.
pub fn baseline_and_target(gauge: &Gauge, language: Language) -> [String; 2] {
    let (not_taken, done) = match language {
        Language::English => ("not yet taken", "done"),
        Language::Spanish => ("aún sin medir", "hecho"),
    };
    let or_not = |baseline: Option<String>| baseline.unwrap_or_else(|| not_taken.to_owned());
    match gauge {
        Gauge::Score { direction, baseline, target, .. } => {
            let sign = match direction {
                Direction::LowerIsBetter => "≤",
                Direction::HigherIsBetter => "≥",
            };
            [or_not(baseline.map(|score: Score| score.to_string())), format!("{sign} {target}")]
        }
        Gauge::Rating { baseline, target, .. } => [or_not(baseline.map(|b| b.to_string())), target.to_string()],
        Gauge::Count { baseline, target, .. } => [or_not(baseline.map(|b| b.to_string())), target.to_string()],
        Gauge::Milestone { .. } => ["–".to_owned(), done.to_owned()],
    }
}

/// Medication for opioid use disorder.
pub fn opioid_medication(state: &OpioidMedication, language: Language) -> String {
    match (language, state) {
        (Language::English, OpioidMedication::NotIndicated) => "not indicated".to_owned(),
        (Language::English, OpioidMedication::Offered) => "offered, being considered".to_owned(),
        (Language::English, OpioidMedication::Taken) => "taken".to_owned(),
        (Language::English, OpioidMedication::Declined(why)) => format!("offered and declined: {why}"),
        (Language::Spanish, OpioidMedication::NotIndicated) => "no indicada".to_owned(),
        (Language::Spanish, OpioidMedication::Offered) => "ofrecida, en consideración".to_owned(),
        (Language::Spanish, OpioidMedication::Taken) => "la toma".to_owned(),
        (Language::Spanish, OpioidMedication::Declined(why)) => format!("ofrecida y rechazada: {why}"),
    }
}

/// Naloxone.
pub fn naloxone(state: &Naloxone, dated: Dated, language: Language) -> String {
    match (language, state) {
        (Language::English, Naloxone::NotIndicated) => "not indicated".to_owned(),
        (Language::English, Naloxone::Offered) => "offered".to_owned(),
        (Language::English, Naloxone::Given(date)) => format!("given on {}", dated(*date, language)),
        (Language::English, Naloxone::Declined(why)) => format!("offered and declined: {why}"),
        (Language::Spanish, Naloxone::NotIndicated) => "no indicada".to_owned(),
        (Language::Spanish, Naloxone::Offered) => "ofrecida".to_owned(),
        (Language::Spanish, Naloxone::Given(date)) => format!("entregada el {}", dated(*date, language)),
        (Language::Spanish, Naloxone::Declined(why)) => format!("ofrecida y rechazada: {why}"),
    }
}

/// From a first score to a last one, with the change in points: `9 to 4 (−5)`.
pub fn change(first: Score, last: Score, points: &str, language: Language) -> String {
    unbroken(&match language {
        Language::English => format!("{first} to {last} ({points})"),
        Language::Spanish => format!("{first} a {last} ({points})"),
    })
}

/// What came of a signature; `None` while it is awaited.
pub fn sign_outcome(outcome: &SignOutcome, dated: Dated, language: Language) -> Option<String> {
    let date = |date: Date| dated(date, language);
    match (language, outcome) {
        (_, SignOutcome::Awaited) => None,
        (Language::English, SignOutcome::Ink(day)) => {
            Some(format!("Signed in ink on {}; signed copy on file", date(*day)))
        }
        (Language::English, SignOutcome::HealthRecord(day)) => {
            Some(format!("Signed in the health record on {}", date(*day)))
        }
        (Language::English, SignOutcome::Attested(day)) => {
            Some(format!("Attested in the program on {}; no certificate", date(*day)))
        }
        (Language::English, SignOutcome::Refused { date: day, reason }) => {
            Some(format!("Declined to sign on {}: {reason}", date(*day)))
        }
        (Language::English, SignOutcome::Attempted { date: day, reason }) => {
            Some(format!("Asked for in vain on {}: {reason}", date(*day)))
        }
        (Language::Spanish, SignOutcome::Ink(day)) => {
            Some(format!("Firmado en tinta el {}; copia firmada en archivo", date(*day)))
        }
        (Language::Spanish, SignOutcome::HealthRecord(day)) => {
            Some(format!("Firmado en el expediente clínico electrónico el {}", date(*day)))
        }
        (Language::Spanish, SignOutcome::Attested(day)) => {
            Some(format!("Declarado en el programa el {}; sin certificado", date(*day)))
        }
        (Language::Spanish, SignOutcome::Refused { date: day, reason }) => {
            Some(format!("No quiso firmar el {}: {reason}", date(*day)))
        }
        (Language::Spanish, SignOutcome::Attempted { date: day, reason }) => {
            Some(format!("Se pidió sin respuesta el {}: {reason}", date(*day)))
        }
    }
}

/// An entry of the log of signatures: what came of it, when it was entered where that is later, and whether it was
/// entered in error; `None` while it is awaited.
pub fn sign_off(sign: &SignOff, dated: Dated, language: Language) -> Option<String> {
    let mut said = sign_outcome(&sign.outcome, dated, language)?;
    if let Some(entered) = sign.entered_late() {
        let entered = dated(entered, language);
        said = match language {
            Language::English => format!("{said}; entered late, on {entered}"),
            Language::Spanish => format!("{said}; registrado después, el {entered}"),
        };
    }
    match (&sign.in_error, language) {
        (None, _) => Some(said),
        (Some(why), Language::English) => Some(format!("Entered in error ({why}): {said}")),
        (Some(why), Language::Spanish) => Some(format!("Registrado por error ({why}): {said}")),
    }
}

/// What a signature means when nothing else is said of it.
pub fn sign_meaning(role: SignerRole, language: Language) -> &'static str {
    let label = match role {
        SignerRole::Person => ClinicalLabel::TookPart,
        SignerRole::Guardian => ClinicalLabel::GuardianAgreed,
        SignerRole::Clinician => ClinicalLabel::WrotePlan,
        SignerRole::Supervisor => ClinicalLabel::Supervised,
        SignerRole::Physician => ClinicalLabel::Certified,
    };
    label.text(language)
}

/// That a note was written later than the day that it is about.
pub fn late_entry(about: Date, dated: Dated, language: Language) -> String {
    let about = dated(about, language);
    match language {
        Language::English => format!("late entry about {about}"),
        Language::Spanish => format!("anotación tardía sobre el {about}"),
    }
}

/// Who translated a goal and when.
pub fn translated(translator: &str, date: Date, language: Language) -> String {
    let date = self::date(date, language);
    match language {
        Language::English => format!("translated by {translator}, {date}"),
        Language::Spanish => format!("traducción de {translator}, {date}"),
    }
}

/// The first letter made a capital, as at the beginning of a line.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The short notice of 42 CFR 2.32(a)(2), for the foot of every page.
pub const PART_2_SHORT: &str = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

/// The long notice of 42 CFR 2.32(a)(1) (2024), which goes with every disclosure that the person consented to.
pub const PART_2_LONG: &str = "This record which has been disclosed to you is protected by Federal confidentiality \
rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the \
information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any \
Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as \
provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the \
Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following \
applies: (i) Further use or disclosure is expressly permitted by the written consent of the individual whose \
information is being disclosed in this record or as otherwise permitted by 42 CFR part 2. (ii) You are a covered \
entity or business associate and have received the record for treatment, payment, or health care operations, or (iii) \
You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A \
and E. A general authorization for the release of medical or other information is NOT sufficient to meet the required \
elements of written consent to further use or redisclose the record (see 42 CFR 2.31).";
