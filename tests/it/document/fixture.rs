//! Two rich plans to print: an adult in an evening track, in English, and an adolescent in a day track, in Spanish.

use jiff::civil::{Date, date};
use throughline::base::*;
use throughline::catalog::{Module, read};
use throughline::plan::*;

pub(crate) fn both(en: &str, es: &str) -> Bilingual {
    Bilingual { en: en.to_owned(), es: es.to_owned() }
}

fn all(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn time(text: &str) -> ClockTime {
    ClockTime::parse(text).unwrap()
}

fn staff(name: &str, credentials: &str, role: StaffRole) -> Staff {
    Staff { provider: None, name: name.to_owned(), credentials: credentials.to_owned(), role }
}

fn catalog_module(name: &str) -> Module {
    let path = format!("{}/assets/modules/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    read::from_text(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Where and when a module meets.
struct Slot {
    module: &'static str,
    days: &'static [Weekday],
    start: &'static str,
    minutes: u16,
    room: Option<(&'static str, &'static str)>,
    staff: Staff,
    objectives: &'static [u32],
    every: i64,
}

fn place(plan: &mut Plan, id: u32, slot: Slot, first: Date, weeks: i64) {
    let module = catalog_module(slot.module);
    let placed = PlacedModule {
        id: ModuleId(id),
        slug: module.slug.clone(),
        edition: module.edition,
        kind: module.kind,
        format: module.format,
        name: module.name.clone(),
        plain_name: module.plain_name.clone(),
        why: module.why.clone(),
        reason: "Chosen for the person’s own goal and evening hours.".to_owned(),
        topics: module.topics.clone(),
        course: module.course,
        minutes: Minutes(slot.minutes),
        breaks: Minutes(0),
        counts: module.counts.clone(),
        sessions: u16::try_from(weeks).unwrap() * u16::try_from(slot.days.len()).unwrap(),
        frequency: Frequency { sessions: u8::try_from(slot.days.len()).unwrap(), weeks: 1 },
        objectives: slot.objectives.iter().map(|id| ObjectiveId(*id)).collect(),
        responsible: Some(slot.staff.clone()),
        codes: module.codes.clone(),
    };
    let mut number = 0;
    for week in 0..weeks {
        if week % slot.every != 0 {
            continue;
        }
        for day in slot.days {
            let date = first + jiff::Span::new().days(week * 7 + i64::from(day.index()));
            if plan.person.away_on(date).is_some() {
                continue;
            }
            let topic = placed.topic(number).cloned().unwrap_or_default();
            let holiday = date == jiff::civil::date(2026, 12, 24);
            plan.sessions.push(Session {
                id: SessionId(id * 100 + u32::try_from(number).unwrap()),
                module: ModuleId(id),
                date,
                start: time(slot.start),
                minutes: Minutes(slot.minutes),
                actual: None,
                topic: Some(u16::try_from(number).unwrap()),
                topic_words: topic,
                place: slot.room.map_or(Place::Telehealth, |(en, es)| Place::Room(both(en, es))),
                block: None,
                staff: Some(slot.staff.clone()),
                status: if holiday { SessionStatus::Cancelled } else { SessionStatus::Planned },
                reason: if holiday { "closed for the holiday".to_owned() } else { String::new() },
                pinned: false,
            });
            number += 1;
        }
    }
    plan.modules.push(placed);
    plan.sessions.sort_by_key(|session| (session.date, session.start, session.id));
}

fn objective(id: u32, plain: &str, clinical: &str, gauge: Gauge, target_date: Date) -> Objective {
    Objective {
        id: ObjectiveId(id),
        plain: plain.to_owned(),
        clinical: clinical.to_owned(),
        gauge,
        target_date,
        status: ObjectiveStatus::NotStarted,
    }
}

fn score(measure: &str, name: &str, baseline: i16, target: i16) -> Gauge {
    Gauge::Score {
        measure: slug(measure),
        name: name.to_owned(),
        direction: Direction::LowerIsBetter,
        baseline: Some(Score::whole(baseline)),
        target: Score::whole(target),
    }
}

fn result(id: u32, name: &str, total: i16, date: Date) -> MeasureResult {
    MeasureResult {
        id: ResultId(id),
        measure: slug("phq-9"),
        name: name.to_owned(),
        version: "1999".to_owned(),
        language: "en".to_owned(),
        date,
        total: Some(Score::whole(total)),
        safety: Some(SafetyAnswer::Answered(Score::whole(0))),
        alert_action: String::new(),
        in_error: None,
        note: "Completed on paper at intake.".to_owned(),
    }
}

fn program(part_2: bool) -> Program {
    Program {
        clinic: None,
        name: "Harborview Evening Program".to_owned(),
        address: all(&["410 Wharf Street, Suite 2", "Springfield, IL 62701"]),
        phone: "(217) 555-0142".to_owned(),
        after_hours: "(217) 555-0199".to_owned(),
        time_zone: "America/Chicago".to_owned(),
        part_2,
    }
}

fn safety_plan() -> SafetyPlan {
    SafetyPlan {
        made: date(2026, 11, 18),
        warning_signs: all(&["I stop answering my sister’s messages", "I drink alone before noon"]),
        coping: all(&["Walk around the reservoir", "Ten slow breaths, then a cold shower", "Play the guitar"]),
        distractions: all(&["The library on Main Street", "Coffee with Dani"]),
        people: all(&["My sister Lucía, (217) 555-0123", "Dani, (217) 555-0177"]),
        professionals: all(&["Harborview after hours, (217) 555-0199"]),
        safer_surroundings: all(&["Lucía keeps my pills and gives me a week’s worth"]),
        reasons_for_living: all(&["My daughter’s first concert in the spring"]),
    }
}

fn leaving() -> Leaving {
    Leaving {
        criteria: all(&[
            "PHQ-9 below 10 at two reviews in a row",
            "No alcohol use in 30 days by self-report and testing",
            "First outpatient appointment confirmed",
        ]),
        person_criteria: "I know what to do on a bad night, and I do it.".to_owned(),
        expected: Some(date(2027, 1, 29)),
        aftercare: Aftercare {
            next_provider: "Prairie Counseling Associates, (217) 555-0160".to_owned(),
            first_appointment: Some(Appointment {
                with: "Renee Castellano, LCSW".to_owned(),
                date: date(2027, 2, 3),
                start: time("16:00"),
                place: "88 Oak Avenue, Springfield, (217) 555-0160".to_owned(),
            }),
            supports: vec![
                Support {
                    id: SupportId(900),
                    name: "Choir".to_owned(),
                    details: "Tuesdays at 7 PM, Grace Hall".to_owned(),
                },
                Support { id: SupportId(901), name: "My sister Lucía".to_owned(), details: String::new() },
            ],
            relapse_plan: RelapsePlan {
                triggers: all(&["Payday", "The bar on Fifth where I used to drink", "Fights with my ex"]),
                warning_signs: all(&["Skipping meals", "Staying up past 2 AM"]),
                coping: all(&["Call Lucía before I go home", "Cook something that takes an hour"]),
                people: all(&["Lucía", "My sponsor, Ray"]),
                hard_dates: all(&["December 31", "My mother’s birthday, March 3"]),
                after_setback: all(&["Tell someone the same day", "Come to the next session anyway"]),
            },
            medication: "Naltrexone 50 mg, Dr. Amin until May, then primary care".to_owned(),
            open_goals: vec![GoalId(21)],
        },
        discharge: None,
    }
}

/// An adult with alcohol use and depression, evenings beside a job; nine weeks over the turn of the year.
pub(crate) fn evening() -> Plan {
    let first = date(2026, 11, 30);
    let mut plan = Plan::default();
    (plan.person, plan.program) = (evening_person(), program(true));
    plan.segments = vec![Segment {
        id: SegmentId(1),
        setting: Setting::IopAdult,
        from: first,
        to: date(2027, 1, 29),
        days: vec![Weekday::Mon, Weekday::Wed, Weekday::Thu],
        day_from: time("17:30"),
        day_to: time("20:45"),
        week_minutes: Minutes(540),
        track: None,
        pauses: Vec::new(),
    }];
    plan.frame = evening_frame();
    plan.coverage = evening_coverage();
    evening_thread(&mut plan);
    let (amin, okafor) =
        (staff("Samira Amin", "MD", StaffRole::Prescriber), staff("Dana Okafor", "LCSW", StaffRole::Therapist));
    let (ruiz, hall) = (
        staff("Ana Ruiz", "CADC", StaffRole::SubstanceUseCounselor),
        staff("Marcus Hall", "LMFT", StaffRole::FamilyTherapist),
    );
    let oak = Some(("Oak room", "Sala Roble"));
    let slots = [
        Slot {
            module: "cbt-depression",
            days: &[Weekday::Mon],
            start: "17:30",
            minutes: 90,
            room: oak,
            staff: okafor.clone(),
            objectives: &[31],
            every: 1,
        },
        Slot {
            module: "relapse-prevention-group",
            days: &[Weekday::Mon, Weekday::Wed],
            start: "19:10",
            minutes: 90,
            room: oak,
            staff: ruiz.clone(),
            objectives: &[33],
            every: 1,
        },
        Slot {
            module: "dbt-distress-tolerance",
            days: &[Weekday::Wed],
            start: "17:30",
            minutes: 90,
            room: Some(("Maple room", "Sala Arce")),
            staff: okafor.clone(),
            objectives: &[32, 33],
            every: 1,
        },
        Slot {
            module: "individual-therapy",
            days: &[Weekday::Thu],
            start: "17:30",
            minutes: 60,
            room: None,
            staff: okafor,
            objectives: &[31, 32, 33],
            every: 1,
        },
        Slot {
            module: "family-therapy",
            days: &[Weekday::Thu],
            start: "18:40",
            minutes: 60,
            room: Some(("Room 4", "Sala 4")),
            staff: hall,
            objectives: &[34],
            every: 1,
        },
        Slot {
            module: "medication-management",
            days: &[Weekday::Thu],
            start: "19:50",
            minutes: 30,
            room: Some(("Room 7", "Sala 7")),
            staff: amin,
            objectives: &[31],
            every: 2,
        },
    ];
    for (id, slot) in (1..).zip(slots) {
        place(&mut plan, id, slot, first, 9);
    }
    plan.course.results =
        vec![result(500, "PHQ-9", 17, date(2026, 11, 17)), result(501, "AUDIT", 21, date(2026, 11, 17))];
    plan.course.reviews = vec![Review {
        id: ReviewId(510),
        due: date(2026, 12, 28),
        held: None,
        decision: None,
        person_says: String::new(),
        summary: String::new(),
    }];
    plan.leaving = leaving();
    plan
}

fn evening_person() -> Person {
    Person {
        name: "Marisol Reyes-Whitaker".to_owned(),
        preferred_name: "Mari".to_owned(),
        pronouns: "she/her".to_owned(),
        birth_date: Some(date(1988, 3, 14)),
        record_number: "HV-20931".to_owned(),
        language: "en-US".to_owned(),
        contact: Contact {
            phone: "(217) 555-0108".to_owned(),
            may_leave_message: false,
            email: "mari@example.org".to_owned(),
            address: all(&["12 Elm Court", "Springfield, IL 62704"]),
        },
        emergency: Some(EmergencyContact {
            name: "Lucía Reyes".to_owned(),
            relation: "sister".to_owned(),
            phone: "(217) 555-0123".to_owned(),
        }),
        releases: vec![Release {
            id: ReleaseId(600),
            recipient: "Prairie Counseling Associates".to_owned(),
            scope: "Plan, attendance and discharge summary, for continuing care".to_owned(),
            substance_use: true,
            signed: Some(date(2026, 11, 18)),
            expires: Some(date(2027, 11, 18)),
            revoked: None,
        }],
        strengths: all(&["Keeps her job through hard months", "Honest about setbacks", "Plays guitar and sings"]),
        needs: all(&["Evening hours beside work", "Help telling her family"]),
        abilities: all(&["Reads and writes in two languages", "Organizes her team’s shifts"]),
        preferences: all(&["Small groups", "A woman as individual therapist"]),
        barriers: all(&["No car on Thursdays", "Shifts change with two weeks’ notice"]),
        supports: all(&["Her sister Lucía", "Choir on Tuesdays"]),
        away: vec![Away { from: date(2026, 12, 30), to: date(2026, 12, 31), reason: "court date".to_owned() }],
        telehealth: Some(Telehealth {
            location: "Home, 12 Elm Court".to_owned(),
            state: "IL".to_owned(),
            emergency_address: "12 Elm Court, Springfield, IL 62704".to_owned(),
        }),
        ..Person::default()
    }
}

fn evening_frame() -> Frame {
    Frame {
        diagnoses: vec![
            Diagnosis {
                id: DiagnosisId(700),
                code: IcdCode::new("F10.20").unwrap(),
                label: "Alcohol dependence, uncomplicated".to_owned(),
            },
            Diagnosis {
                id: DiagnosisId(701),
                code: IcdCode::new("F33.1").unwrap(),
                label: "Recurrent depression, moderate episode".to_owned(),
            },
        ],
        principal: Some(DiagnosisId(700)),
        level_of_care:
            "Weekly outpatient care since June did not stop daily use; no withdrawal risk that needs a bed, a \
                        safe home and a job make an intensive outpatient program with evening hours the least \
                        restrictive setting that can work."
                .to_owned(),
        impairment: "Missed 6 shifts in the past month; stopped cooking and paying bills on time.".to_owned(),
        prior_treatment: all(&["Outpatient counseling, June to October 2026", "Detox, 5 days, 2023"]),
        dimensions: vec![
            DimensionRating { name: "Withdrawal potential".to_owned(), rating: "1".to_owned() },
            DimensionRating { name: "Emotional and behavioral".to_owned(), rating: "2".to_owned() },
            DimensionRating { name: "Continued use potential".to_owned(), rating: "3".to_owned() },
        ],
        medications: vec![
            Medication {
                id: MedicationId(710),
                name: "Naltrexone".to_owned(),
                dose: "50 mg once a day, morning".to_owned(),
                purpose: "fewer cravings".to_owned(),
                prescriber: "Samira Amin, MD".to_owned(),
            },
            Medication {
                id: MedicationId(711),
                name: "Sertraline".to_owned(),
                dose: "100 mg once a day, morning".to_owned(),
                purpose: "mood".to_owned(),
                prescriber: "Samira Amin, MD".to_owned(),
            },
        ],
        allergies: all(&["Penicillin (rash)"]),
        opioid_medication: OpioidMedication::NotIndicated,
        naloxone: Naloxone::Offered,
        withdrawal_risk: "CIWA-Ar 3 on Nov 17; last drink Nov 12; call line explained.".to_owned(),
        medical_clearance: Some(Clearance {
            date: date(2026, 11, 17),
            by: "Samira Amin, MD".to_owned(),
            note: "recheck liver panel in January".to_owned(),
        }),
        risk: RiskLevel::Low,
        risk_note: "Passive thoughts in September, none since; safety plan made with her.".to_owned(),
        safety_plan: Some(safety_plan()),
    }
}

fn evening_coverage() -> Vec<Payer> {
    vec![Payer {
        id: PayerId(800),
        name: "Prairie State Health Plan".to_owned(),
        member_number: "PSH 4410 2298".to_owned(),
        pack: None,
        counts_as: PackKind::PerDiem,
        authorizations: vec![Authorization {
            id: AuthorizationId(801),
            number: "A-77120".to_owned(),
            unit: AuthorizedUnit::Days,
            approved: 24,
            used: 0,
            from: date(2026, 11, 30),
            to: date(2027, 1, 29),
            next_review: Some(date(2026, 12, 28)),
        }],
    }]
}

fn evening_thread(plan: &mut Plan) {
    let need = |id, problem: &str, evidence: &str, severity| Need {
        id: NeedId(id),
        slug: None,
        problem: problem.to_owned(),
        plain: "Feeling low".to_owned(),
        evidence: evidence.to_owned(),
        severity,
        standing: NeedStanding::Addressed,
    };
    plan.needs = vec![
        need(10, "Low mood that stops daily life", "PHQ-9 of 17; six missed shifts in October", Severity::Moderate),
        need(
            11,
            "Alcohol use that continues in spite of harm",
            "AUDIT of 21; daily drinking since summer",
            Severity::Severe,
        ),
        Need {
            standing: NeedStanding::Deferred("dental care; referral given, after discharge".to_owned()),
            ..need(12, "Tooth pain", "own report", Severity::Mild)
        },
    ];
    plan.goals = vec![
        Goal {
            id: GoalId(20),
            needs: vec![NeedId(10)],
            own_words: "I want to get out of bed and feel like myself again.".to_owned(),
            language: "en".to_owned(),
            rendering: None,
            clinical: "Reduce depressive symptoms to below the clinical range.".to_owned(),
            objectives: vec![
                objective(
                    31,
                    "My mood is lighter, and I can tell.",
                    "PHQ-9 falls below 10.",
                    score("phq-9", "PHQ-9", 17, 9),
                    date(2027, 1, 25),
                ),
                objective(
                    32,
                    "I do three things a week that lift my mood.",
                    "Carries out three planned activities a week and notes mood.",
                    Gauge::Count {
                        of: both("planned activities carried out", "actividades planeadas y hechas"),
                        days: 7,
                        baseline: Some(0),
                        target: 3,
                    },
                    date(2026, 12, 21),
                ),
            ],
        },
        Goal {
            id: GoalId(21),
            needs: vec![NeedId(11)],
            own_words: "I want my daughter to trust me again.".to_owned(),
            language: "en".to_owned(),
            rendering: None,
            clinical: "Sustain abstinence from alcohol and repair family trust.".to_owned(),
            objectives: vec![
                objective(
                    33,
                    "I go 30 days without drinking.",
                    "No alcohol use in 30 days.",
                    Gauge::Count {
                        of: both("days with alcohol", "días con alcohol"),
                        days: 30,
                        baseline: Some(26),
                        target: 0,
                    },
                    date(2027, 1, 15),
                ),
                objective(
                    34,
                    "I eat with my daughter every Sunday and we talk.",
                    "Holds a weekly family meal and rates it.",
                    Gauge::Rating {
                        of: both("how close we feel", "qué tan cerca nos sentimos"),
                        ends: both("0 far, 10 close", "0 lejos, 10 cerca"),
                        baseline: Some(3),
                        target: 7,
                    },
                    date(2027, 1, 29),
                ),
            ],
        },
    ];
}

/// An adolescent in a Spanish-speaking family, five afternoons a week; in effect, signed in part.
pub(crate) fn afternoon() -> Plan {
    let first = date(2026, 11, 16);
    let mut plan = Plan::default();
    (plan.person, plan.program) = (afternoon_person(), program(false));
    plan.program.name = "Casa Abierta".to_owned();
    plan.segments = vec![Segment {
        id: SegmentId(1),
        setting: Setting::IopAdolescent,
        from: first,
        to: date(2026, 12, 24),
        days: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
        day_from: time("15:30"),
        day_to: time("18:40"),
        week_minutes: Minutes(540),
        track: None,
        pauses: vec![Pause {
            kind: PauseKind::Hold,
            from: date(2026, 11, 26),
            to: Some(date(2026, 11, 27)),
            reason: "Acción de Gracias".to_owned(),
        }],
    }];
    plan.frame = Frame { safety_plan: None, ..evening_frame() };
    afternoon_thread(&mut plan);
    let vega = staff("Inés Vega", "LCSW", StaffRole::Therapist);
    let soto = staff("Tomás Soto", "LMFT", StaffRole::FamilyTherapist);
    let blue = Some(("Blue room", "Sala Azul"));
    let slots = [
        Slot {
            module: "dbt-emotion-regulation",
            days: &[Weekday::Mon, Weekday::Wed],
            start: "15:30",
            minutes: 90,
            room: blue,
            staff: vega.clone(),
            objectives: &[31],
            every: 1,
        },
        Slot {
            module: "mindfulness-practice",
            days: &[Weekday::Mon],
            start: "17:10",
            minutes: 45,
            room: blue,
            staff: vega.clone(),
            objectives: &[31],
            every: 1,
        },
        Slot {
            module: "individual-therapy",
            days: &[Weekday::Tue],
            start: "16:00",
            minutes: 60,
            room: Some(("Room 2", "Sala 2")),
            staff: vega.clone(),
            objectives: &[31, 32],
            every: 1,
        },
        Slot {
            module: "dbt-adolescent-multifamily",
            days: &[Weekday::Thu],
            start: "17:00",
            minutes: 90,
            room: blue,
            staff: soto.clone(),
            objectives: &[32],
            every: 1,
        },
        Slot {
            module: "parent-guidance",
            days: &[Weekday::Fri],
            start: "15:30",
            minutes: 60,
            room: None,
            staff: soto,
            objectives: &[32],
            every: 2,
        },
    ];
    for (id, slot) in (1..).zip(slots) {
        place(&mut plan, id, slot, first, 6);
    }
    plan.sessions.retain(|session| !(date(2026, 11, 26)..=date(2026, 11, 27)).contains(&session.date));
    plan.course.standing = Standing::InEffect(date(2026, 11, 16));
    plan.course.copy_given = Some(date(2026, 11, 16));
    plan.course.sign_offs = vec![
        SignOff {
            id: SignOffId(910),
            role: SignerRole::Clinician,
            name: "Inés Vega".to_owned(),
            standing: "LCSW".to_owned(),
            meaning: String::new(),
            outcome: SignOutcome::Ink(date(2026, 11, 16)),
        },
        SignOff {
            id: SignOffId(911),
            role: SignerRole::Person,
            name: "Emiliano Fuentes Ortega".to_owned(),
            standing: String::new(),
            meaning: String::new(),
            outcome: SignOutcome::Refused {
                date: date(2026, 11, 16),
                reason: "wants to read it with his mother first".to_owned(),
            },
        },
    ];
    plan.leaving = Leaving { criteria: all(&["Sin autolesiones en 30 días"]), ..Leaving::default() };
    plan
}

fn afternoon_person() -> Person {
    Person {
        name: "Emiliano Fuentes Ortega".to_owned(),
        preferred_name: "Emi".to_owned(),
        birth_date: Some(date(2010, 8, 2)),
        record_number: "CA-118".to_owned(),
        language: "es-MX".to_owned(),
        interpreter: Some(Interpreter { mode: InterpreterMode::InPerson, who: "Rosa Medina, id 4471".to_owned() }),
        minor: Some(MinorConsent {
            by: ConsentBy::Guardian,
            basis: "both parents, joint custody".to_owned(),
            guardians: vec![
                Guardian {
                    id: GuardianId(920),
                    name: "Patricia Ortega".to_owned(),
                    relation: "madre".to_owned(),
                    phone: "(217) 555-0155".to_owned(),
                    may_see: vec![Visible::Schedule, Visible::Goals, Visible::SafetyPlan],
                },
                Guardian {
                    id: GuardianId(921),
                    name: "Hugo Fuentes".to_owned(),
                    relation: "padre".to_owned(),
                    phone: "(217) 555-0156".to_owned(),
                    may_see: vec![Visible::Schedule],
                },
            ],
        }),
        strengths: all(&["Dibuja muy bien", "Cuida a su hermana menor", "Dice lo que siente cuando confía"]),
        supports: all(&["Su mamá", "El entrenador de fútbol"]),
        ..Person::default()
    }
}

fn afternoon_thread(plan: &mut Plan) {
    plan.needs = vec![Need {
        id: NeedId(10),
        slug: None,
        problem: "Self-harm under strong emotions".to_owned(),
        plain: "Emociones muy fuertes".to_owned(),
        evidence: "three episodes since September".to_owned(),
        severity: Severity::Severe,
        standing: NeedStanding::Addressed,
    }];
    let rating = Gauge::Rating {
        of: both("how strong the wave is", "qué tan fuerte es la ola"),
        ends: both("0 calm, 10 strongest", "0 calma, 10 la más fuerte"),
        baseline: Some(9),
        target: 5,
    };
    plan.goals = vec![Goal {
        id: GoalId(20),
        needs: vec![NeedId(10)],
        own_words: "Quiero que mis emociones no me ganen y volver a jugar fútbol con mis amigos.".to_owned(),
        language: "es".to_owned(),
        rendering: Some(Rendering {
            text: "I want my emotions not to beat me and to play soccer with my friends again.".to_owned(),
            language: "en".to_owned(),
            translator: "Rosa Medina, id 4471".to_owned(),
            date: date(2026, 11, 13),
        }),
        clinical: "Tolerate strong emotions without self-harm; return to team sport.".to_owned(),
        objectives: vec![
            objective(
                31,
                "Cuando viene la ola, uso una habilidad antes de actuar.",
                "Uses a skill before acting on an urge.",
                rating,
                date(2026, 12, 18),
            ),
            objective(
                32,
                "Voy a dos entrenamientos por semana.",
                "Attends two practices a week.",
                Gauge::Milestone { proof: both("coach’s attendance list", "lista del entrenador") },
                date(2026, 12, 11),
            ),
        ],
    }];
}
