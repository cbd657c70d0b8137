//! How a value is said in a line about a change.

use crate::base::{
    Bilingual, ClockTime, Counts, Course, Date, Format, Frequency, IcdCode, Id, Language, Minutes, PackKind, Score,
    ServiceCode, ServiceKind, Slug, Weekday,
};
use crate::plan::{
    Appointment, AuthorizedUnit, Available, Away, ChangeReason, Clearance, ClosedDay, Contact, Decision,
    DimensionRating, Discharge, EarlierStay, EmergencyContact, Gauge, Interpreter, MinorConsent, Naloxone,
    NeedStanding, ObjectiveStatus, OpioidMedication, Pause, Place, Rated, RelapsePlan, Rendering, ReviewNotes,
    RiskLevel, SafetyAnswer, SafetyPlan, SessionStatus, Setting, Severity, SignOutcome, SignerRole, Staff, Standing,
    Telehealth,
};
use crate::wording::{paper, terms, time};

/// A value that may stand in a line.
pub(super) trait Said {
    /// Its words; blank for none, `None` where it does not fit a line.
    fn said(&self, language: Language) -> Option<String>;

    /// What of a list is new and what is gone; `None` for what is no list, or was empty, or is empty now.
    fn parts(&self, _before: &Self, _language: Language) -> Option<Parts> {
        None
    }
}

/// What of a list is new and what is gone.
pub(super) struct Parts {
    /// What is new; blank for nothing.
    pub(super) new: String,
    /// What is gone; blank for nothing.
    pub(super) gone: String,
}

macro_rules! said {
    ($($type:ty: |$value:ident, $language:ident| $words:expr;)*) => {$(
        impl Said for $type {
            fn said(&self, $language: Language) -> Option<String> {
                let $value = self;
                Some($words)
            }
        }
    )*};
}

/// Values too long for a line; that they changed is what is said.
macro_rules! unsaid {
    ($($type:ty),* $(,)?) => {$(
        impl Said for $type {
            fn said(&self, _: Language) -> Option<String> {
                None
            }
        }
    )*};
}

said! {
    String: |it, _l| format!("“{it}”").replace("“”", "");
    bool: |it, l| pick(l, if *it { ["yes", "sí"] } else { ["no", "no"] });
    u16: |it, _l| it.to_string();
    Slug: |it, _l| it.to_string();
    IcdCode: |it, _l| it.to_string();
    Date: |it, l| time::date(*it, l);
    ClockTime: |it, l| time::clock(*it, l);
    Minutes: |it, _l| time::length(*it);
    Weekday: |it, l| time::weekday(*it, l).to_owned();
    Score: |it, _l| it.to_string();
    Bilingual: |it, l| it.get(l).to_owned();
    Frequency: |it, l| time::frequency(*it, l);
    Format: |it, l| terms::format(*it, l).to_owned();
    ServiceKind: |it, l| terms::service(*it, l).to_owned();
    ServiceCode: |it, _l| it.code.clone();
    Setting: |it, l| terms::setting(*it, l).to_owned();
    Severity: |it, l| terms::severity(*it, l).to_owned();
    SessionStatus: |it, l| terms::session_status(*it, l).to_owned();
    ObjectiveStatus: |it, l| terms::objective_status(*it, l).to_owned();
    RiskLevel: |it, l| terms::risk(*it, l).to_owned();
    SignerRole: |it, l| terms::signer(*it, l).to_owned();
    Decision: |it, l| terms::decision(*it, l).to_owned();
    AuthorizedUnit: |it, l| terms::authorized_unit(*it, l).to_owned();
    SignOutcome: |it, l| paper::sign_outcome(it, time::date, l).unwrap_or_default();
    Standing: |it, l| paper::standing(*it, time::date, l);
    OpioidMedication: |it, l| paper::opioid_medication(it, l);
    Naloxone: |it, l| paper::naloxone(it, time::date, l);
    Gauge: |it, l| {
        let [baseline, target] = paper::baseline_and_target(it, l);
        let [start, aim] = [pick(l, ["start", "inicio"]), pick(l, ["aim", "meta"])];
        format!("{} ({start} {baseline}, {aim} {target})", paper::gauge(it, l))
    };
    Rendering: |it, _l| it.text.clone();
    Staff: |it, l| format!("{}, {}", it.name, terms::staff(it.role, l));
    Discharge: |it, l| format!("{}, {}", time::date(it.date, l), terms::discharge(it.kind, l));
    Appointment: |it, l| format!("{}, {}, {}", time::date(it.date, l), time::clock(it.start, l), it.with);
    Pause: |it, l| format!("{} {}–{}", terms::pause(it.kind, l), time::day(it.from, l),
        it.to.map(|to| time::day(to, l)).unwrap_or_default());
    Away: |it, l| format!("{}–{}", time::day(it.from, l), time::day(it.to, l));
    Available: |it, l| format!("{} {}", time::weekday_short(it.day, l), time::span(it.from, it.to, l));
    ClosedDay: |it, l| time::day(it.date, l);
    DimensionRating: |it, _l| format!("{} {}", it.name, it.rating);
    EmergencyContact: |it, _l| format!("{}, {}", it.name, it.phone);
    Interpreter: |it, l| terms::interpreter(it.mode, l).to_owned();
    Place: |it, l| match it {
        Place::Room(room) => room.get(l).to_owned(),
        Place::Telehealth => pick(l, ["by video or telephone", "por video o teléfono"]),
        Place::Elsewhere(place) => place.clone(),
    };
    NeedStanding: |it, l| match it {
        NeedStanding::Addressed => pick(l, ["addressed", "se aborda"]),
        NeedStanding::Deferred(why) => format!("{}: {why}", pick(l, ["deferred", "se pospone"])),
    };
    SafetyAnswer: |it, l| match it {
        SafetyAnswer::Answered(score) => score.to_string(),
        SafetyAnswer::NotAsked => pick(l, ["not asked", "no se preguntó"]),
    };
    Course: |it, l| pick(l, match it {
        Course::Fixed => ["topics once", "temas una sola vez"],
        Course::Ongoing => ["topics come round again", "los temas se repiten"],
    });
}

unsaid!(
    ChangeReason,
    Clearance,
    Contact,
    Counts,
    EarlierStay,
    MinorConsent,
    PackKind,
    Rated,
    RelapsePlan,
    ReviewNotes,
    SafetyPlan,
    Telehealth,
);

impl<T: Said> Said for Option<T> {
    fn said(&self, language: Language) -> Option<String> {
        self.as_ref().map_or_else(|| Some(String::new()), |value| value.said(language))
    }
}

impl<T: Said> Said for Vec<T> {
    fn said(&self, language: Language) -> Option<String> {
        let all: Option<Vec<String>> = self.iter().map(|value| value.said(language)).collect();
        all.map(|all| all.join("; "))
    }

    fn parts(&self, before: &Self, language: Language) -> Option<Parts> {
        let words = |list: &Self| list.iter().map(|value| value.said(language)).collect::<Option<Vec<String>>>();
        let (now, before) = (words(self)?, words(before)?);
        let only = |these: &[String], others: &[String]| {
            let only: Vec<&str> = these.iter().filter(|one| !others.contains(one)).map(String::as_str).collect();
            only.join("; ")
        };
        let parts = Parts { new: only(&now, &before), gone: only(&before, &now) };
        let is_told = now.len() == before.len() || !parts.new.is_empty() || !parts.gone.is_empty();
        Some(parts).filter(|_| is_told && !now.is_empty() && !before.is_empty())
    }
}

macro_rules! numbered {
    ($($id:ident),*) => {$(
        impl Said for crate::base::$id {
            fn said(&self, _: Language) -> Option<String> {
                Some(self.number().to_string())
            }
        }
    )*};
}

numbered!(DiagnosisId, GoalId, ModuleId, NeedId, ObjectiveId);

fn pick(language: Language, [english, spanish]: [&str; 2]) -> String {
    match language {
        Language::English => english.to_owned(),
        Language::Spanish => spanish.to_owned(),
    }
}
