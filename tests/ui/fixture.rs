//! A plan for a made-up person, built edit by edit as the program would.

use std::borrow::Borrow;

use jiff::civil::date;
use throughline::base::{
    Bilingual, ClockTime, Counts, Course, Date, Format, Frequency, GoalId, Minutes, ModuleId, NeedId, ObjectiveId,
    SegmentId, ServiceKind, SessionId, Slug, StaffRole, Weekday, days_between,
};
use throughline::plan::{
    Available, Away, ClosedDay, CourseEdit, Edit, Gauge, Goal, ListEdit, Need, NeedStanding, Objective,
    ObjectiveStatus, PersonEdit, Place, PlacedModule, Plan, Program, Segment, Session, SessionStatus, Setting,
    Severity, Staff, Standing, apply,
};

/// Today, as the tests have it: in the third week of the stay.
pub(crate) const TODAY: Date = date(2026, 11, 19);
const FIRST: Date = date(2026, 11, 2);
const LAST: Date = date(2027, 1, 1);

/// What the fixture's modules are: name, plain name in both languages, kind, weekdays, start, minutes, topics.
struct Row {
    slug: &'static str,
    name: (&'static str, &'static str),
    plain: (&'static str, &'static str),
    kind: ServiceKind,
    days: &'static [Weekday],
    start: &'static str,
    minutes: u16,
    topics: &'static [(&'static str, &'static str)],
}

const ROWS: [Row; 6] = [
    Row {
        slug: "dbt-core-8",
        name: ("DBT skills: core course", "Habilidades DBT: curso básico"),
        plain: ("Skills for strong feelings", "Habilidades para sentimientos fuertes"),
        kind: ServiceKind::Dbt,
        days: &[Weekday::Mon, Weekday::Wed],
        start: "17:30",
        minutes: 90,
        topics: &[
            ("Finding your wise side", "Encontrar su lado sabio"),
            ("Noticing without judging", "Notar sin juzgar"),
            ("Stopping before you act", "Detenerse antes de actuar"),
            ("Cooling down and soothing yourself", "Calmarse y consolarse"),
        ],
    },
    Row {
        slug: "relapse-prevention-group",
        name: ("Relapse prevention group", "Grupo de prevención de recaídas"),
        plain: ("Staying on course", "Seguir el rumbo"),
        kind: ServiceKind::RelapsePrevention,
        days: &[Weekday::Mon, Weekday::Thu],
        start: "19:15",
        minutes: 75,
        topics: &[("My warning signs", "Mis señales de alerta"), ("People, places, moods", "Personas, lugares, ánimo")],
    },
    Row {
        slug: "individual-therapy",
        name: ("Individual therapy", "Terapia individual"),
        plain: ("Time with your therapist", "Tiempo con su terapeuta"),
        kind: ServiceKind::Individual,
        days: &[Weekday::Tue],
        start: "17:00",
        minutes: 50,
        topics: &[("What this week brought", "Lo que trajo la semana")],
    },
    Row {
        slug: "mindfulness-practice",
        name: ("Mindfulness practice", "Práctica de atención plena"),
        plain: ("Quiet practice", "Práctica tranquila"),
        kind: ServiceKind::Mindfulness,
        days: &[Weekday::Wed],
        start: "19:15",
        minutes: 60,
        topics: &[("Breath as an anchor", "La respiración como ancla"), ("Walking", "Caminar")],
    },
    Row {
        slug: "family-education",
        name: ("Family education", "Educación familiar"),
        plain: ("Evening for families", "Noche para familias"),
        kind: ServiceKind::Family,
        days: &[Weekday::Thu],
        start: "17:30",
        minutes: 90,
        topics: &[("How families can help", "Cómo puede ayudar la familia")],
    },
    Row {
        slug: "medication-management",
        name: ("Medication management", "Control de medicamentos"),
        plain: ("Check-in about medicine", "Consulta sobre medicinas"),
        kind: ServiceKind::Medical,
        days: &[Weekday::Fri],
        start: "16:00",
        minutes: 30,
        topics: &[("How the medicine works for you", "Cómo le va con la medicina")],
    },
];

/// The plan.
pub(crate) fn plan() -> Plan {
    let mut plan = Plan::default();
    person(&mut plan);
    let objectives = thread(&mut plan);
    for row in &ROWS {
        place(&mut plan, row, &objectives);
    }
    make(&mut plan, Edit::Course(CourseEdit::Standing(Standing::InEffect(FIRST))));
    plan
}

/// The plan with one more session that overlaps with another.
pub(crate) fn plan_with_overlap() -> Plan {
    let mut plan = plan();
    let mut twin = plan.sessions.iter().find(|session| session.date == date(2026, 11, 18)).unwrap().clone();
    twin.start = ClockTime::parse("18:15").unwrap();
    twin.module = plan.modules[2].id;
    twin.minutes = Minutes(50);
    make(&mut plan, Edit::Sessions(ListEdit::Add(twin)));
    plan
}

fn make(plan: &mut Plan, edit: impl Borrow<Edit>) -> u32 {
    apply(plan, edit.borrow()).expect("the fixture's edits are sound").added.unwrap_or_default()
}

fn person(plan: &mut Plan) {
    for edit in [
        PersonEdit::Name("Anamaria Lopez-Example".to_owned()),
        PersonEdit::PreferredName("Ana".to_owned()),
        PersonEdit::Pronouns("she/her".to_owned()),
        PersonEdit::Language("en-US".to_owned()),
        PersonEdit::Availability([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu].map(evening).to_vec()),
        PersonEdit::Away(vec![Away {
            from: date(2026, 11, 26),
            to: date(2026, 11, 27),
            reason: "Thanksgiving with her family".to_owned(),
        }]),
    ] {
        make(plan, Edit::Person(edit));
    }
    let closed = vec![ClosedDay { date: date(2026, 12, 25), name: both(("Winter holiday", "Fiesta de invierno")) }];
    make(plan, Edit::Program(Program { name: "Harbor Light".to_owned(), closed, ..Program::default() }));
    make(
        plan,
        Edit::Segment(ListEdit::Add(Segment {
            id: SegmentId(0),
            setting: Setting::IopAdult,
            from: FIRST,
            to: LAST,
            days: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu],
            day_from: time("16:00"),
            day_to: time("20:30"),
            week_minutes: Minutes(540),
            track: None,
            pauses: Vec::new(),
        })),
    );
}

fn evening(day: Weekday) -> Available {
    Available { day, from: time("16:30"), to: time("21:00") }
}

fn time(text: &str) -> ClockTime {
    ClockTime::parse(text).unwrap()
}

fn both(words: (&str, &str)) -> Bilingual {
    Bilingual { en: words.0.to_owned(), es: words.1.to_owned() }
}

fn thread(plan: &mut Plan) -> Vec<ObjectiveId> {
    let need = Need {
        id: NeedId(0),
        slug: None,
        problem: "Alcohol use that has grown over two years".to_owned(),
        plain: "Drinking has taken over my evenings".to_owned(),
        evidence: "drinks most evenings; two absences from work this month".to_owned(),
        severity: Severity::Moderate,
        standing: NeedStanding::Addressed,
    };
    let need = NeedId(make(plan, Edit::Needs(ListEdit::Add(need))));
    let goal = Goal {
        id: GoalId(0),
        needs: vec![need],
        own_words: "I want my evenings back, and I want my kids to trust me".to_owned(),
        language: "en-US".to_owned(),
        rendering: None,
        clinical: "Ana will reduce alcohol use and restore routines with her children.".to_owned(),
        objectives: Vec::new(),
    };
    let goal = GoalId(make(plan, Edit::Goals(ListEdit::Add(goal))));
    ["I have five evenings a week without a drink", "I use a skill before I act on an urge"]
        .map(|plain| ObjectiveId(make(plan, Edit::Objectives(goal, ListEdit::Add(objective(plain))))))
        .to_vec()
}

fn objective(plain: &str) -> Objective {
    Objective {
        id: ObjectiveId(0),
        plain: plain.to_owned(),
        clinical: format!("{plain}, as shown by a daily log"),
        gauge: Gauge::Count { of: both(("evenings", "noches")), days: 7, baseline: Some(1), target: 5 },
        target_date: date(2026, 12, 18),
        status: ObjectiveStatus::InProgress,
    }
}

fn place(plan: &mut Plan, row: &Row, objectives: &[ObjectiveId]) {
    let topics: Vec<Bilingual> = row.topics.iter().copied().map(both).collect();
    let module = PlacedModule {
        id: ModuleId(0),
        slug: Slug::new(row.slug).unwrap(),
        edition: 1,
        kind: row.kind,
        format: Format::Group,
        name: both(row.name),
        plain_name: both(row.plain),
        why: both(("You learn what helps when it gets hard.", "Usted aprende lo que ayuda cuando es difícil.")),
        reason: "Asked for skills that work the same day".to_owned(),
        topics,
        course: Course::Ongoing,
        minutes: Minutes(row.minutes),
        breaks: Minutes(0),
        counts: Counts { minutes: Minutes(row.minutes), except: Vec::new() },
        sessions: u16::try_from(row.days.len() * 9).unwrap(),
        frequency: Frequency { sessions: u8::try_from(row.days.len()).unwrap(), weeks: 1 },
        objectives: objectives.to_vec(),
        responsible: None,
        codes: Vec::new(),
    };
    let id = ModuleId(make(plan, Edit::Modules(ListEdit::Add(module.clone()))));
    let dates = FIRST.series(jiff::Span::new().days(1)).take_while(|day| *day <= LAST);
    let dates = dates.filter(|day| row.days.contains(&Weekday::of(*day)) && plan.person.away_on(*day).is_none());
    let dates: Vec<Date> = dates.collect();
    for (number, day) in dates.into_iter().enumerate() {
        make(plan, Edit::Sessions(ListEdit::Add(session(id, &module, row, (number, day)))));
    }
}

fn session(id: ModuleId, module: &PlacedModule, row: &Row, at: (usize, Date)) -> Session {
    let (number, day) = at;
    let past = days_between(day, TODAY) > 0;
    Session {
        id: SessionId(0),
        module: id,
        date: day,
        start: time(row.start),
        minutes: module.minutes,
        actual: past.then_some(module.minutes),
        topic: u16::try_from(number).ok(),
        topic_words: module.topic(number).cloned().unwrap_or_default(),
        place: Place::Room(both(("Room 2", "Sala 2"))),
        block: None,
        staff: Some(Staff {
            provider: None,
            name: "Jordan Rivera".to_owned(),
            credentials: "LCSW".to_owned(),
            role: StaffRole::Therapist,
        }),
        status: if past { SessionStatus::Attended } else { SessionStatus::Planned },
        reason: String::new(),
        pinned: false,
    }
}
