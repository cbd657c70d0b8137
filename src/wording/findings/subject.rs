//! How a sentence names a part of the plan.

use crate::base::{
    DiagnosisId, GoalId, GuardianId, Language, MedicationId, ObjectiveId, PayerId, ReleaseId, ResultId, ReviewId,
    SegmentId, SessionId, SignOffId, SupportId, is_blank,
};
use crate::plan::{Item, Plan};
use crate::wording::{terms, time};

/// Longer quotations are cut.
const LONGEST_QUOTE: usize = 70;

/// The name of a part of the plan, fit to begin a sentence.
pub fn subject(item: Item, plan: &Plan, language: Language) -> String {
    let find = Find { plan, language };
    match item {
        Item::Plan => find.pick("The plan", "El plan"),
        Item::Person => find.pick("The person", "La persona"),
        Item::Frame => find.pick("The clinical frame", "El marco clínico"),
        Item::SafetyPlan => find.pick("The safety plan", "El plan de seguridad"),
        Item::Leaving => find.pick("The discharge and aftercare plan", "El plan de alta y seguimiento"),
        Item::Week(number) => time::week(number, language),
        Item::Release(id) => find.release(id),
        Item::Guardian(id) => find.guardian(id),
        Item::Diagnosis(id) => find.diagnosis(id),
        Item::Medication(id) => find.medication(id),
        Item::Segment(id) => find.segment(id),
        Item::Payer(id) => find.payer(id),
        Item::Need(id) => {
            let problem = plan.need(id).map(|need| need.problem.as_str());
            find.named("Need", "Necesidad", problem)
        }
        Item::Goal(id) => find.goal(id),
        Item::Objective(id) => find.objective(id),
        Item::Module(id) => {
            let name = plan.module(id).map(|module| module.name.get(language));
            find.named("Module", "Módulo", name)
        }
        Item::Session(id) => find.session(id),
        Item::Result(id) => find.result(id),
        Item::Review(id) => find.review(id),
        Item::SignOff(id) => find.sign_off(id),
        Item::Addendum(_) => find.pick("The addendum", "La nota adicional"),
        Item::Support(id) => find.support(id),
    }
}

struct Find<'a> {
    plan: &'a Plan,
    language: Language,
}

impl Find<'_> {
    fn pick(&self, english: &str, spanish: &str) -> String {
        match self.language {
            Language::English => english.to_owned(),
            Language::Spanish => spanish.to_owned(),
        }
    }

    /// A noun and the thing's own name, where it has one.
    fn named(&self, english: &str, spanish: &str, name: Option<&str>) -> String {
        let noun = self.pick(english, spanish);
        match name {
            Some(name) if !is_blank(name) => format!("{noun} “{}”", shortened(name)),
            Some(_) | None => noun,
        }
    }

    fn release(&self, id: ReleaseId) -> String {
        let release = self.plan.person.releases.iter().find(|release| release.id == id);
        self.named("Release", "Autorización de divulgación", release.map(|release| release.recipient.as_str()))
    }

    fn guardian(&self, id: GuardianId) -> String {
        let mut guardians = self.plan.person.minor.iter().flat_map(|minor| &minor.guardians);
        let guardian = guardians.find(|guardian| guardian.id == id);
        self.named("Guardian", "Madre, padre o tutor", guardian.map(|guardian| guardian.name.as_str()))
    }

    fn diagnosis(&self, id: DiagnosisId) -> String {
        let diagnosis = self.plan.frame.diagnoses.iter().find(|diagnosis| diagnosis.id == id);
        self.named("Diagnosis", "Diagnóstico", diagnosis.map(|diagnosis| diagnosis.label.as_str()))
    }

    fn medication(&self, id: MedicationId) -> String {
        let medication = self.plan.frame.medications.iter().find(|medication| medication.id == id);
        self.named("Medication", "Medicamento", medication.map(|medication| medication.name.as_str()))
    }

    fn segment(&self, id: SegmentId) -> String {
        let segment = self.plan.segments.iter().find(|segment| segment.id == id);
        let Some(segment) = segment else { return self.pick("The care segment", "La etapa de atención") };
        let (from, setting) = (time::date(segment.from, self.language), terms::setting(segment.setting, self.language));
        match self.language {
            Language::English => format!("The care segment from {from} ({setting})"),
            Language::Spanish => format!("La etapa de atención desde el {from} ({setting})"),
        }
    }

    fn payer(&self, id: PayerId) -> String {
        let payer = self.plan.coverage.iter().find(|payer| payer.id == id);
        self.named("Payer", "Pagador", payer.map(|payer| payer.name.as_str()))
    }

    fn goal(&self, id: GoalId) -> String {
        let noun = self.pick("Goal", "Meta");
        let place = self.plan.goals.iter().position(|goal| goal.id == id).map_or(0, |place| place + 1);
        let words = self.plan.goal(id).map(|goal| goal.own_words.as_str()).unwrap_or_default();
        quoted(&format!("{noun} {place}"), words)
    }

    fn objective(&self, id: ObjectiveId) -> String {
        let noun = self.pick("Objective", "Objetivo");
        let Some((goal, objective)) = self.plan.objective(id) else { return noun };
        let first = self.plan.goals.iter().position(|other| other.id == goal.id).map_or(0, |place| place + 1);
        let second = goal.objectives.iter().position(|other| other.id == id).map_or(0, |place| place + 1);
        let words = if is_blank(&objective.plain) { &objective.clinical } else { &objective.plain };
        quoted(&format!("{noun} {first}.{second}"), words)
    }

    fn session(&self, id: SessionId) -> String {
        let Some(session) = self.plan.session(id) else { return self.pick("The session", "La sesión") };
        let module = self.plan.module(session.module).map(|module| module.name.get(self.language));
        let name = self.named("The session", "La sesión", module);
        let (day, start) = (time::day(session.date, self.language), time::clock(session.start, self.language));
        match self.language {
            Language::English => format!("{name} on {day}, {start}"),
            Language::Spanish => format!("{name} del {day}, {start}"),
        }
    }

    fn result(&self, id: ResultId) -> String {
        let result = self.plan.course.results.iter().find(|result| result.id == id);
        let Some(result) = result else { return self.pick("The result", "El resultado") };
        let date = time::date(result.date, self.language);
        let name = terms::measure(&result.name, self.language);
        match self.language {
            Language::English => format!("{name} of {date}"),
            Language::Spanish => format!("{name} del {date}"),
        }
    }

    fn review(&self, id: ReviewId) -> String {
        let review = self.plan.course.reviews.iter().find(|review| review.id == id);
        let Some(review) = review else { return self.pick("The review", "La revisión") };
        let date = time::date(review.held.unwrap_or(review.due), self.language);
        match self.language {
            Language::English => format!("The review of {date}"),
            Language::Spanish => format!("La revisión del {date}"),
        }
    }

    fn sign_off(&self, id: SignOffId) -> String {
        let sign_off = self.plan.course.sign_offs.iter().find(|sign_off| sign_off.id == id);
        self.named("Signature", "Firma", sign_off.map(|sign_off| sign_off.name.as_str()))
    }

    fn support(&self, id: SupportId) -> String {
        let support = self.plan.leaving.aftercare.supports.iter().find(|support| support.id == id);
        self.named("Support", "Apoyo", support.map(|support| support.name.as_str()))
    }
}

fn quoted(name: &str, words: &str) -> String {
    if is_blank(words) { name.to_owned() } else { format!("{name} (“{}”)", shortened(words)) }
}

/// A text cut to a length that a line can hold, at the end of a word where there is one.
fn shortened(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{}…", whole_words.trim_end_matches([',', ';', ':', '.']))
}
