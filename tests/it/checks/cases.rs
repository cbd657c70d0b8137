//! One change to a sound plan for each code.

use jiff::civil::date;
use throughline::base::*;
use throughline::catalog::{Due, ReviewStatement};
use throughline::plan::*;

use super::sound::{World, at, both, module, segment, session, slug};

/// A code and a change that brings it about.
type Case = (&'static str, fn(&mut World));

/// Every code.
pub(super) const CASES: &[Case] = &[
    // Person.
    ("no-name", |w| w.plan.person.name = " ".into()),
    ("no-birth-date", |w| w.plan.person.birth_date = None),
    ("born-after-start", |w| w.plan.person.birth_date = Some(date(2027, 1, 5))),
    ("minor-without-consent", |w| w.plan.person.birth_date = Some(date(2011, 3, 1))),
    ("no-emergency-contact", |w| w.plan.person.emergency = None),
    ("telehealth-place-unknown", |w| w.plan.sessions[0].place = Place::Telehealth),
    ("interpreter-needed", |w| w.plan.person.language = "ht".into()),
    ("interpreter-unnamed", |w| {
        w.plan.person.interpreter = Some(Interpreter { mode: InterpreterMode::Video, who: String::new() });
    }),
    ("language-not-asked", |w| w.plan.person.language.clear()),
    ("availability-not-asked", |w| w.plan.person.availability.clear()),
    // Clinical frame.
    ("no-diagnosis", |w| w.plan.frame.diagnoses.clear()),
    ("no-principal-diagnosis", |w| w.plan.frame.principal = None),
    ("diagnosis-twice", |w| {
        let mut again = w.plan.frame.diagnoses[0].clone();
        again.id = DiagnosisId(900);
        w.plan.frame.diagnoses.push(again);
    }),
    ("risk-not-assessed", |w| w.plan.frame.risk = RiskLevel::NotAssessed),
    ("no-safety-plan", |w| w.plan.frame.risk = RiskLevel::Moderate),
    ("opioid-medication-not-offered", opioid_use),
    ("naloxone-not-offered", |w| {
        opioid_use(w);
        w.plan.frame.opioid_medication = OpioidMedication::Taken;
    }),
    ("allergies-not-asked", |w| w.plan.frame.allergies.clear()),
    // Thread.
    ("no-need-addressed", |w| w.plan.needs.clear()),
    ("need-without-goal", |w| w.plan.goals[0].needs.clear()),
    ("need-without-evidence", |w| w.plan.needs[0].evidence.clear()),
    ("deferred-without-reason", |w| w.plan.needs[0].standing = NeedStanding::Deferred(String::new())),
    ("need-deferred", |w| w.plan.needs[0].standing = NeedStanding::Deferred("after this program".into())),
    ("goal-without-need", |w| w.plan.goals[0].needs.clear()),
    ("goal-without-own-words", |w| w.plan.goals[0].own_words.clear()),
    ("goal-without-objective", |w| w.plan.goals[0].objectives.clear()),
    ("rendering-missing", |w| w.plan.goals[0].language = "es-MX".into()),
    ("translator-missing", |w| {
        w.plan.goals[0].language = "es-MX".into();
        w.plan.goals[0].rendering = Some(Rendering {
            text: "I want to get up".into(),
            language: "en".into(),
            translator: String::new(),
            date: date(2027, 1, 4),
        });
    }),
    ("objective-without-module", |w| w.plan.modules.iter_mut().for_each(|module| module.objectives.clear())),
    ("target-not-better", |w| gauge(w, Some(9), 9)),
    ("target-outside-stay", |w| w.plan.goals[0].objectives[0].target_date = date(2027, 2, 13)),
    ("baseline-missing", |w| gauge(w, None, 9)),
    ("module-without-sessions", |w| w.plan.sessions.retain(|session| session.module.0 != 42)),
    ("dose-differs", |w| w.plan.modules[2].sessions = 8),
    ("module-without-objective", |w| w.plan.modules[2].objectives.clear()),
    ("responsible-missing", |w| w.plan.modules[2].responsible = None),
    // Catalog.
    ("unknown-module", |w| w.plan.modules[2].slug = slug("no-such-module")),
    ("unknown-measure", |w| w.plan.course.results[0].measure = slug("no-such-measure")),
    ("unknown-need", |w| w.plan.needs[0].slug = Some(slug("no-such-need"))),
    ("unknown-rule-pack", |w| w.plan.coverage[0].pack = Some(slug("no-such-pack"))),
    ("unknown-clinic", |w| w.plan.program.clinic = Some(slug("no-such-clinic"))),
    ("edition-differs", |w| w.plan.modules[2].edition = 0),
    ("module-for-other-ages", |w| w.catalog.modules.values_mut().for_each(|module| module.ages.to = 20)),
    ("measure-for-other-ages", |w| w.catalog.measures.values_mut().for_each(|measure| measure.ages.from = 65)),
    ("rule-pack-for-other-ages", |w| w.plan.coverage[0].pack = Some(slug("asam-2-1-adolescent"))),
    ("prerequisite-not-met", |w| {
        w.plan.modules.push(module(46, "dbt-distress-tolerance", ServiceKind::Dbt, Format::Group, (60, 1)));
        w.plan.modules.push(module(47, "dbt-mindfulness", ServiceKind::Dbt, Format::Group, (60, 1)));
        w.plan.sessions.push(session(900, 47, date(2027, 1, 5), "09:00", 60));
        w.plan.sessions.push(session(901, 46, date(2027, 1, 5), "10:00", 60));
    }),
    // Calendar.
    ("no-segment", |w| w.plan.segments.clear()),
    ("segments-overlap", |w| {
        let after = Segment { id: SegmentId(900), setting: Setting::Outpatient, from: date(2027, 2, 12), ..segment() };
        w.plan.segments.push(after);
    }),
    ("segment-without-days", |w| w.plan.segments[0].days.clear()),
    ("sessions-overlap", |w| w.plan.sessions[1].start = at("10:29")),
    ("session-outside-stay", |w| w.plan.sessions[0].date = date(2027, 1, 3)),
    ("session-after-discharge", |w| {
        let kind = DischargeKind::Completed;
        w.plan.leaving.discharge = Some(Discharge { date: date(2027, 2, 11), kind, summary: String::new() });
    }),
    ("session-on-holiday", |w| w.plan.sessions[18].date = date(2027, 1, 18)),
    ("session-while-away", |w| {
        let away = Away { from: date(2027, 1, 20), to: date(2027, 1, 21), reason: "wedding".into() };
        w.plan.person.away.push(away);
    }),
    ("session-during-pause", |w| {
        let pause = Pause { kind: PauseKind::Hospital, from: date(2027, 2, 8), to: None, reason: "surgery".into() };
        w.plan.segments[0].pauses.push(pause);
    }),
    ("topic-beyond-course", |w| {
        w.plan.modules[0].course = Course::Fixed;
        w.plan.sessions[0].topic = Some(2);
    }),
    ("session-outside-availability", |w| w.plan.person.availability[0].from = at("09:01")),
    ("sessions-unrecorded", |w| w.today = Some(date(2027, 1, 15))),
    // Hours.
    ("no-rules", |w| w.plan.coverage.clear()),
    ("week-below-floor", |w| w.plan.sessions[17].minutes = Minutes(9)),
    ("partial-week-below-floor", |w| w.plan.segments[0].from = date(2027, 1, 5)),
    ("week-above-ceiling", |w| strict(w).week_most = Some(Minutes(569))),
    ("too-few-days", |w| strict(w).days_least = Some(4)),
    ("too-many-days", |w| strict(w).days_most = Some(2)),
    ("day-below-floor", |w| strict(w).day_least = Some(Minutes(191))),
    ("day-above-ceiling", |w| strict(w).day_most = Some(Minutes(189))),
    ("gap-too-long", |w| strict(w).gap_most = Some(2)),
    ("stay-too-short", |w| strict(w).weeks_least = Some(7)),
    // Results.
    ("safety-alert-open", |w| w.plan.course.results[0].safety = Some(SafetyAnswer::Answered(Score::whole(1)))),
    ("safety-not-asked", |w| w.plan.course.results[0].safety = Some(SafetyAnswer::NotAsked)),
    ("score-impossible", |w| w.plan.course.results[0].total = Some(Score::whole(28))),
    // Clocks.
    ("review-overdue", |w| w.today = Some(date(2027, 1, 16))),
    ("review-too-late", |w| w.plan.course.reviews[0].due = date(2027, 1, 19)),
    ("review-incomplete", |w| {
        strict(w).review_states = vec![ReviewStatement::Response, ReviewStatement::Risks];
        w.plan.course.reviews[0].held = Some(date(2027, 1, 15));
        w.plan.course.reviews[0].notes.statements.risks = "sleeps badly on weekends".into();
    }),
    ("no-review", |w| {
        w.plan.course.reviews.clear();
        strict(w).review_every = None;
    }),
    ("certification-overdue", |w| {
        strict(w).certify_every = Some(Due::Days(10));
        w.today = Some(date(2027, 1, 15));
    }),
    ("certification-ahead", |w| strict(w).certify_every = Some(Due::Days(10))),
    ("plan-overdue", |w| {
        w.plan.course.standing = Standing::Draft;
        w.today = Some(date(2027, 1, 12));
    }),
    ("plan-late", |w| {
        strict(w).plan_due = Some(Due::Session(4));
        w.plan.course.standing = Standing::InEffect(date(2027, 1, 7));
    }),
    ("signature-missing", |w| {
        w.plan.course.sign_offs.remove(0);
        w.today = Some(date(2027, 1, 18));
    }),
    ("guardian-signature-missing", |w| {
        w.plan.person.minor = Some(MinorConsent {
            by: ConsentBy::Guardian,
            basis: "parent".into(),
            guardians: vec![guardian(801, "Ada Moss"), guardian(802, "Ben Moss")],
        });
        w.today = Some(date(2027, 1, 18));
    }),
    ("copy-not-given", |w| w.plan.course.copy_given = None),
    // Authorizations.
    ("authorization-expired", |w| {
        w.plan.coverage[0].authorizations[0].to = date(2027, 1, 7);
    }),
    ("authorization-ends-early", |w| w.plan.coverage[0].authorizations[0].to = date(2027, 2, 9)),
    ("days-not-authorized", |w| w.plan.coverage[0].authorizations[0].from = date(2027, 1, 7)),
    ("authorized-units-short", |w| w.plan.coverage[0].authorizations[0].used = 2),
    ("payer-review-passed", |w| {
        w.plan.coverage[0].authorizations[0].next_review = Some(date(2027, 1, 7));
    }),
    // Parts.
    ("part-missing", |w| w.plan.person.strengths.clear()),
    ("core-services-missing", |w| w.plan.modules[4].kind = ServiceKind::Support),
    // Leaving.
    ("no-discharge-criteria", |w| w.plan.leaving.criteria.clear()),
    ("no-next-provider", |w| w.plan.leaving.aftercare.next_provider.clear()),
    ("no-first-appointment", |w| w.plan.leaving.aftercare.first_appointment = None),
    ("first-appointment-late", |w| {
        w.plan.leaving.aftercare.first_appointment.iter_mut().for_each(|first| first.date = date(2027, 2, 20));
    }),
];

fn opioid_use(w: &mut World) {
    let code = IcdCode::new("F11.20").unwrap();
    w.plan.frame.diagnoses.push(Diagnosis { id: DiagnosisId(901), code, label: "Opioid use".into() });
}

pub(super) fn guardian(id: u32, name: &str) -> Guardian {
    let (name, phone) = (name.into(), "555-0100".into());
    Guardian { id: GuardianId(id), name, relation: "mother".into(), phone, may_see: Vec::new() }
}

fn gauge(w: &mut World, baseline: Option<u8>, target: u8) {
    let gauge = Gauge::Rating { of: both("calm"), ends: both("none to full"), baseline, target };
    w.plan.goals.iter_mut().flat_map(|goal| &mut goal.objectives).for_each(|o| o.gauge = gauge.clone());
}

fn strict(w: &mut World) -> &mut throughline::catalog::RulePack {
    w.catalog.packs.get_mut(&slug("strict")).unwrap()
}
