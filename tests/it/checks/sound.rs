//! A small plan with which nothing is wrong under a rule pack that asks for everything.

use jiff::civil::date;
use throughline::base::*;
use throughline::catalog::{Catalog, builtin};
use throughline::plan::*;

const PACK: &str = r#"RulePack(
  slug: "strict", edition: 1, name: (en: "the strict pack", es: "el paquete estricto"), kind: LevelOfCare,
  ages: (from: 13, to: 120), week_least: 540, week_most: 1140, day_least: 180, day_most: 300, days_least: 3,
  days_most: 4, gap_most: 3, weeks_least: 4, plan_due: Days(7), review_every: Days(14), certify_every: Days(60),
  asks_for: [Diagnosis, TypeAmountDurationFrequency, Goals, MeasurableObjectives, OwnWords, Strengths, NamedStaff,
    DischargeCriteria, Aftercare, Measures, PhysicianSignature, PersonSignature, AuthorSignature, CopyGiven,
    CoreServices],
  source: "a rule for tests", source_date: "2026", checked: true, notes: [],
)"#;

const CLINIC: &str = r#"Clinic(
  slug: "harbor", name: "Harbor", address: [], phone: "555-0100", after_hours: "", time_zone: "America/Los_Angeles",
  part_2: false, counts_as: LevelOfCare, tracks: [], rooms: [], providers: [],
  holidays: [(date: "2027-01-18", name: (en: "Founders Day", es: "Día de la Fundación"))],
  blocks: [],
)"#;

macro_rules! asset {
    ($path:literal) => {
        ($path, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/", $path)))
    };
}

/// The plan, the catalog beside it, and the day.
#[derive(Clone)]
pub(super) struct World {
    pub(super) plan: Plan,
    pub(super) catalog: Catalog,
    pub(super) today: Option<Date>,
}

/// Six weeks from Monday, January 4, 2027, on Mondays, Wednesdays and Fridays; today is the first Friday.
pub(super) fn sound() -> World {
    World { plan: plan(), catalog: catalog(), today: Some(date(2027, 1, 8)) }
}

fn catalog() -> Catalog {
    let (mut catalog, _) = builtin();
    // Names that these few entries refer to are not loaded here; that is for the catalog's own tests.
    let _problems = catalog.add([
        asset!("modules/process-group.ron"),
        asset!("modules/psychoeducation.ron"),
        asset!("modules/individual-therapy.ron"),
        asset!("modules/family-therapy.ron"),
        asset!("modules/case-management.ron"),
        asset!("modules/dbt-mindfulness.ron"),
        asset!("modules/dbt-distress-tolerance.ron"),
        asset!("measures/phq-9.ron"),
        asset!("measures/c-ssrs.ron"),
        asset!("needs/depression.ron"),
        asset!("packs/medicare-iop-2024.ron"),
        asset!("packs/asam-2-1-adolescent.ron"),
        ("packs/strict.ron", PACK),
        ("clinics/harbor.ron", CLINIC),
    ]);
    catalog.clinics.values_mut().for_each(|clinic| clinic.holidays.retain(|day| day.date.year() == 2027));
    catalog
}

fn plan() -> Plan {
    let mut plan = Plan::default();
    plan.person = person();
    plan.frame = frame();
    plan.program.clinic = Some(slug("harbor"));
    plan.segments = vec![segment()];
    plan.coverage = vec![payer()];
    plan.needs = vec![need()];
    plan.goals = vec![goal()];
    plan.modules = modules();
    plan.course = course();
    plan.leaving = leaving();
    // The holiday's Monday is made up for on the Tuesday after it.
    for week in 0..6 {
        for (day, third) in [(0, 42), (2, 43), (4, 44)] {
            let planned = date(2027, 1, 4).saturating_add(jiff::Span::new().days(week * 7 + day));
            let held = if planned == date(2027, 1, 18) { date(2027, 1, 19) } else { planned };
            for (module, start, minutes) in [(40, "09:00", 90), (41, "10:30", 60), (third, "11:30", 40)] {
                let id = 100 + u32::try_from(plan.sessions.len()).unwrap();
                plan.sessions.push(session(id, module, held, start, minutes));
            }
        }
    }
    plan
}

pub(super) fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

pub(super) fn both(text: &str) -> Bilingual {
    Bilingual { en: text.to_owned(), es: format!("{text} (es)") }
}

pub(super) fn at(text: &str) -> ClockTime {
    ClockTime::parse(text).unwrap()
}

fn some(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

fn person() -> Person {
    let free = |day| Available { day, from: at("09:00"), to: at("12:30") };
    Person {
        name: "Rowan Test".into(),
        birth_date: Some(date(1992, 6, 1)),
        language: "en-US".into(),
        emergency: Some(EmergencyContact { name: "Kim".into(), relation: "sister".into(), phone: "555-0101".into() }),
        strengths: some("patient"),
        needs: some("rest"),
        abilities: some("cooks"),
        preferences: some("mornings"),
        availability: [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Fri].map(free).to_vec(),
        ..Person::default()
    }
}

fn frame() -> Frame {
    let code = IcdCode::new("F33.1").unwrap();
    Frame {
        diagnoses: vec![Diagnosis { id: DiagnosisId(1), code, label: "Depression".into() }],
        principal: Some(DiagnosisId(1)),
        allergies: some("none known"),
        risk: RiskLevel::Low,
        ..Frame::default()
    }
}

pub(super) fn segment() -> Segment {
    Segment {
        id: SegmentId(2),
        setting: Setting::IopAdult,
        from: date(2027, 1, 4),
        to: date(2027, 2, 12),
        days: vec![Weekday::Mon, Weekday::Wed, Weekday::Fri],
        day_from: at("09:00"),
        day_to: at("12:30"),
        week_minutes: Minutes(540),
        track: None,
        pauses: Vec::new(),
    }
}

fn payer() -> Payer {
    let authorization = Authorization {
        id: AuthorizationId(4),
        number: "A-1".into(),
        unit: AuthorizedUnit::Days,
        approved: 18,
        used: 0,
        from: date(2027, 1, 4),
        to: date(2027, 2, 12),
        next_review: Some(date(2027, 1, 29)),
    };
    Payer {
        id: PayerId(3),
        name: "Lakeside Health".into(),
        member_number: "1".into(),
        pack: Some(slug("strict")),
        counts_as: PackKind::LevelOfCare,
        authorizations: vec![authorization],
    }
}

fn need() -> Need {
    Need {
        id: NeedId(10),
        slug: Some(slug("depression")),
        problem: "Low mood".into(),
        plain: "Feeling low".into(),
        evidence: "stays in bed until noon".into(),
        severity: Severity::Moderate,
        standing: NeedStanding::Addressed,
    }
}

fn goal() -> Goal {
    let gauge = Gauge::Score {
        measure: slug("phq-9"),
        name: "PHQ-9".into(),
        direction: Direction::LowerIsBetter,
        baseline: Some(Score::whole(18)),
        target: Score::whole(9),
    };
    let objective = Objective {
        id: ObjectiveId(30),
        plain: "My mood is better".into(),
        clinical: "PHQ-9 of 9 or less".into(),
        gauge,
        target_date: date(2027, 2, 10),
        status: ObjectiveStatus::NotStarted,
    };
    Goal {
        id: GoalId(20),
        needs: vec![NeedId(10)],
        own_words: "I want to get up and see my friends".into(),
        language: "en".into(),
        rendering: None,
        clinical: "Improve mood".into(),
        objectives: vec![objective],
    }
}

fn modules() -> Vec<PlacedModule> {
    vec![
        module(40, "process-group", ServiceKind::Group, Format::Group, (90, 18)),
        module(41, "psychoeducation", ServiceKind::Psychoeducation, Format::Group, (60, 18)),
        module(42, "individual-therapy", ServiceKind::Individual, Format::Individual, (40, 6)),
        module(43, "family-therapy", ServiceKind::Family, Format::Family, (40, 6)),
        module(44, "case-management", ServiceKind::CaseManagement, Format::Individual, (40, 6)),
    ]
}

pub(super) fn module(
    id: u32,
    name: &str,
    kind: ServiceKind,
    format: Format,
    (minutes, sessions): (u16, u16),
) -> PlacedModule {
    PlacedModule {
        id: ModuleId(id),
        slug: slug(name),
        edition: 1,
        kind,
        format,
        name: both(&format!("Name of {name}")),
        plain_name: both("plain"),
        why: both("why"),
        reason: "it suits".into(),
        topics: vec![both("one"), both("two")],
        course: Course::Ongoing,
        minutes: Minutes(minutes),
        breaks: Minutes(0),
        counts: Counts { minutes: Minutes(minutes), except: Vec::new() },
        sessions,
        frequency: Frequency { sessions: 1, weeks: 1 },
        objectives: vec![ObjectiveId(30)],
        responsible: Some(Staff {
            provider: None,
            name: "Dana Lee".into(),
            credentials: "LCSW".into(),
            role: StaffRole::Therapist,
        }),
        codes: Vec::new(),
    }
}

pub(super) fn session(id: u32, module: u32, on: Date, start: &str, minutes: u16) -> Session {
    Session {
        id: SessionId(id),
        module: ModuleId(module),
        date: on,
        start: at(start),
        minutes: Minutes(minutes),
        actual: None,
        topic: Some(0),
        topic_words: both("one"),
        place: Place::Room(both("Room 1")),
        block: None,
        staff: None,
        status: SessionStatus::Planned,
        reason: String::new(),
        pinned: false,
    }
}

fn course() -> CourseOfCare {
    let started = date(2027, 1, 4);
    let sign_off = |id, role| SignOff {
        id: SignOffId(id),
        role,
        name: "somebody".into(),
        standing: String::new(),
        meaning: String::new(),
        outcome: SignOutcome::Ink(started),
        recorded: None,
        in_error: None,
    };
    let review = |id, due| Review { id: ReviewId(id), ..Review::ahead(due) };
    CourseOfCare {
        standing: Standing::InEffect(started),
        results: vec![result(60, "phq-9", 18, SafetyAnswer::Answered(Score::whole(0)))],
        reviews: vec![review(50, date(2027, 1, 15)), review(51, date(2027, 1, 29)), review(52, date(2027, 2, 12))],
        sign_offs: vec![
            sign_off(70, SignerRole::Person),
            sign_off(71, SignerRole::Clinician),
            sign_off(72, SignerRole::Physician),
        ],
        copy_given: Some(started),
        ..CourseOfCare::default()
    }
}

pub(super) fn result(id: u32, measure: &str, total: i16, safety: SafetyAnswer) -> MeasureResult {
    MeasureResult {
        id: ResultId(id),
        measure: slug(measure),
        name: measure.to_uppercase(),
        version: String::new(),
        language: "en".into(),
        date: date(2027, 1, 4),
        total: Some(Score::whole(total)),
        safety: Some(safety),
        alert_action: String::new(),
        in_error: None,
        note: String::new(),
        about: None,
    }
}

fn leaving() -> Leaving {
    let appointment =
        Appointment { with: "Dr. Ito".into(), date: date(2027, 2, 17), start: at("10:00"), place: "Elm Street".into() };
    let aftercare = Aftercare {
        next_provider: "Elm Street Clinic".into(),
        first_appointment: Some(appointment),
        ..Aftercare::default()
    };
    Leaving { criteria: some("PHQ-9 below 10"), aftercare, ..Leaving::default() }
}
