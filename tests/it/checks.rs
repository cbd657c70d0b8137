//! Findings: each one appears with what causes it, and only then.

mod cases;
mod shaken;
mod sound;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use cases::CASES;
use jiff::civil::date;
use sound::{World, at, module, session, sound};
use throughline::base::*;
use throughline::catalog::{Catalog, Due};
use throughline::checks::{CODES, Finding, Level, findings};
use throughline::plan::*;
use throughline::wording::findings as words;

fn found(world: &World) -> Vec<Finding> {
    findings(&world.plan, &world.catalog, world.today)
}

/// Changes a sound plan and compares all that is then found, as `code item`.
#[track_caller]
fn check(change: impl FnOnce(&mut World), expect: &[&str]) {
    let mut world = sound();
    change(&mut world);
    let found: Vec<String> =
        found(&world).iter().map(|finding| format!("{} {}", finding.code(), finding.item)).collect();
    assert_eq!(found, expect);
}

#[track_caller]
fn check_message(change: impl FnOnce(&mut World), english: &str, spanish: &str) {
    let mut world = sound();
    change(&mut world);
    let found = found(&world);
    let first = found.first().unwrap();
    assert_eq!(words::message(first, &world.plan, Language::English), english);
    assert_eq!(words::message(first, &world.plan, Language::Spanish), spanish);
}

#[test]
fn nothing_is_found_in_a_sound_plan() {
    check(|_| {}, &[]);
    check(|world| world.today = None, &[]);
}

#[test]
fn each_finding_appears_with_its_cause() {
    for (code, change) in CASES {
        let mut world = sound();
        change(&mut world);
        let codes: Vec<&str> = found(&world).iter().map(Finding::code).collect();
        assert!(codes.contains(code), "{code} is not among {codes:?}");
    }
}

#[test]
fn every_code_has_a_case() {
    let cases: BTreeSet<&str> = CASES.iter().map(|(code, _)| *code).collect();
    assert_eq!(cases.into_iter().collect::<Vec<_>>(), CODES);
}

#[test]
fn every_finding_is_said_in_both_languages() {
    let mut said = String::new();
    for (code, change) in CASES {
        let mut world = sound();
        change(&mut world);
        let all = found(&world);
        let finding = all.iter().find(|finding| finding.code() == *code).unwrap();
        writeln!(said, "{:?} {code} ({}): {}", finding.level(), finding.item, finding.source()).unwrap();
        let mut texts = BTreeSet::new();
        for language in [Language::English, Language::Spanish] {
            let (message, fix) =
                (words::message(finding, &world.plan, language), words::fix(finding, &world.plan, language));
            writeln!(said, "  {message}\n    → {fix}").unwrap();
            for text in [message, fix] {
                let stopped = text.ends_with('.') && !text.ends_with("\u{a0}m.");
                assert!(!is_blank(&text) && !stopped && !text.contains("  "), "{code}: {text}");
                assert!(texts.insert(text.clone()), "{code} is not translated: {text}");
            }
        }
    }
    insta::assert_snapshot!("findings_in_words", said);
}

#[test]
fn messages_say_amounts() {
    check_message(
        |world| world.plan.sessions[17].minutes = Minutes(0),
        "Week 2 plans 8 h 50 min; “the strict pack” asks for 9 h",
        "Semana 2: suma 8 h 50 min; “el paquete estricto” exige 9 h",
    );
    check_message(
        |world| world.plan.sessions[1].start = at("10:15"),
        "The session “Name of psychoeducation” on Mon 4 Jan, 10:15 AM is at the same time as \
         the session “Name of process-group” on Mon 4 Jan, 9:00 AM",
        "La sesión “Name of psychoeducation (es)” del lun 4 ene, 10:15 a.\u{a0}m. coincide con \
         la sesión “Name of process-group (es)” del lun 4 ene, 9:00 a.\u{a0}m.",
    );
}

#[test]
fn a_session_may_begin_when_another_ends_and_a_missed_one_leaves_room() {
    check(|world| world.plan.sessions[1].start = at("10:30"), &[]);
    check(
        |world| {
            world.plan.sessions[1].start = at("10:00");
            world.plan.sessions[1].status = SessionStatus::Missed;
        },
        &[],
    );
}

#[test]
fn a_session_of_the_family_alone_takes_none_of_the_persons_time() {
    check(
        |world| {
            let mut parents = module(45, "family-therapy", ServiceKind::Family, Format::FamilyWithoutPatient, (60, 1));
            parents.counts.minutes = Minutes(0);
            world.plan.modules.push(parents);
            world.plan.sessions.push(session(900, 45, date(2027, 1, 4), "09:00", 60));
            world.plan.sessions.push(session(901, 45, date(2027, 1, 4), "09:30", 60));
        },
        &["sessions-overlap session:901", "dose-differs module:45"],
    );
}

#[test]
fn a_span_of_two_availabilities_is_one() {
    check(
        |world| {
            let first = &mut world.plan.person.availability[0];
            first.to = at("10:00");
            let rest = Available { day: Weekday::Mon, from: at("09:30"), to: at("12:30") };
            world.plan.person.availability.push(rest);
        },
        &[],
    );
    check(
        |world| {
            world.plan.person.availability[0].to = at("10:00");
            world.plan.person.availability[1].to = at("12:09");
            world.plan.sessions.retain(|session| Weekday::of(session.date) != Weekday::Mon || session.id.0 == 100);
            world.plan.coverage.clear();
        },
        &[
            "no-rules plan",
            "dose-differs module:40",
            "dose-differs module:41",
            "dose-differs module:42",
            "session-outside-availability session:100",
            "session-outside-availability session:120",
        ],
    );
}

#[test]
fn a_week_with_a_holiday_is_not_full() {
    let without_monday = |world: &mut World| {
        world.plan.sessions.retain(|session| session.date != date(2027, 1, 19));
        world.plan.modules.iter_mut().for_each(|module| module.sessions = 17);
        world.plan.modules[2].sessions = 5;
        world.plan.modules[3].sessions = 6;
        world.plan.modules[4].sessions = 6;
    };
    // From Friday to Wednesday are 5 days, of which the holiday does not count.
    check(without_monday, &["gap-too-long week:3", "partial-week-below-floor week:3"]);
    check(
        |world| {
            without_monday(world);
            world.catalog.clinics.values_mut().for_each(|clinic| clinic.holidays.clear());
        },
        &["week-below-floor week:3", "too-few-days week:3", "gap-too-long week:3"],
    );
}

#[test]
fn the_last_week_is_full_when_it_has_all_its_program_days() {
    let without_last = |world: &mut World| {
        world.plan.sessions.truncate(51);
        world.plan.coverage[0].counts_as = PackKind::Accreditation;
        world.plan.modules.iter_mut().for_each(|module| module.sessions -= 1);
        world.plan.modules[2].sessions += 1;
        world.plan.modules[3].sessions += 1;
    };
    check(without_last, &["week-below-floor week:6", "too-few-days week:6"]);
    check(
        |world| {
            without_last(world);
            world.plan.segments[0].to = date(2027, 2, 11);
        },
        &["partial-week-below-floor week:6"],
    );
}

#[test]
fn breaks_and_uncounted_kinds_of_hours_do_not_fill_a_week() {
    let except = vec![CountException { pack: PackKind::Counseling, minutes: Minutes(0) }];
    let education = |world: &mut World| world.plan.modules[1].counts.except.clone_from(&except);
    check(education, &[]);
    // The third week has a holiday.
    let weeks: Vec<String> = [1, 2, 4, 5, 6].map(|week| format!("week-below-floor week:{week}")).to_vec();
    let mut world = sound();
    education(&mut world);
    world.plan.coverage[0].counts_as = PackKind::Counseling;
    let errors = found(&world).into_iter().filter(|finding| finding.level() == Level::Error);
    assert_eq!(errors.map(|f| format!("{} {}", f.code(), f.item)).collect::<Vec<_>>(), weeks);
}

#[test]
fn a_shorter_session_counts_no_more_than_it_lasts() {
    let shortened = |minutes| {
        move |world: &mut World| {
            world.plan.modules[1].counts.minutes = Minutes(50);
            world.plan.sessions[10].minutes = Minutes(minutes);
        }
    };
    check(shortened(60), &[]);
    check(shortened(50), &[]);
    check(shortened(49), &["week-below-floor week:2", "day-below-floor week:2"]);
}

#[test]
fn a_later_payers_floor_is_a_warning() {
    let mut world = sound();
    let mut second = world.plan.coverage[0].clone();
    second.id = PayerId(80);
    second.pack = Some(sound::slug("medicare-iop-2024"));
    second.counts_as = PackKind::Medicare;
    second.authorizations.clear();
    world.plan.coverage.push(second);
    world.plan.modules[0].counts.except = vec![CountException { pack: PackKind::Medicare, minutes: Minutes(60) }];
    let told = found(&world).into_iter().map(|finding| (finding.level(), finding.code(), finding.item));
    let mut expect = [1, 2, 4, 5, 6].map(|week| (Level::Warning, "week-below-floor", Item::Week(week))).to_vec();
    expect.push((Level::Note, "partial-week-below-floor", Item::Week(3)));
    assert_eq!(told.collect::<Vec<_>>(), expect);
}

#[test]
fn a_minor_is_one_until_the_birthday() {
    let age = |year, day| move |world: &mut World| world.plan.person.birth_date = Some(date(year, 1, day));
    check(age(2009, 4), &[]);
    check(age(2009, 5), &["minor-without-consent person", "measure-for-other-ages objective:30"]);
}

/// A minor whose treatment rests on the consent of two guardians, each of whom answered or did not.
fn with_guardians(by: ConsentBy, answers: &[Option<SignOutcome>; 2], world: &mut World) {
    let guardians = vec![cases::guardian(801, "Ada Moss"), cases::guardian(802, "Ben Moss")];
    for (guardian, outcome) in guardians.iter().zip(answers.clone()) {
        let standing = guardian.relation.clone();
        let signer = Signer { role: SignerRole::Guardian, name: guardian.name.clone(), standing };
        world.plan.course.sign_offs.extend(outcome.map(|outcome| {
            let id = SignOffId(guardian.id.0 + 10);
            SignOff { id, outcome, ..SignOff::awaited(&signer) }
        }));
    }
    world.plan.person.minor = Some(MinorConsent { by, basis: "parents".into(), guardians });
    world.today = Some(date(2027, 1, 18));
}

#[test]
fn every_guardian_signs_or_refuses_on_their_own() {
    let day = date(2027, 1, 4);
    let ink = || Some(SignOutcome::Ink(day));
    let refused = || Some(SignOutcome::Refused { date: day, reason: "wants to read it first".into() });
    let check = |change: &dyn Fn(&mut World), expect: &[(u32, Level)]| {
        let mut world = sound();
        change(&mut world);
        let found: Vec<(Item, Level)> = found(&world)
            .iter()
            .filter(|finding| finding.code() == "guardian-signature-missing")
            .map(|finding| (finding.item, finding.level()))
            .collect();
        let expect = expect.iter().map(|(id, level)| (Item::Guardian(GuardianId(*id)), *level));
        assert_eq!(found, expect.collect::<Vec<_>>());
    };
    let by = |by, answers: [Option<SignOutcome>; 2]| move |world: &mut World| with_guardians(by, &answers, world);
    check(&by(ConsentBy::Both, [ink(), ink()]), &[]);
    check(&by(ConsentBy::Both, [ink(), refused()]), &[]);
    check(&by(ConsentBy::Guardian, [None, None]), &[(801, Level::Error), (802, Level::Error)]);
    check(&by(ConsentBy::Guardian, [Some(SignOutcome::Awaited), ink()]), &[(801, Level::Warning)]);
    check(&by(ConsentBy::Both, [ink(), None]), &[(802, Level::Warning)]);
    check(&by(ConsentBy::Minor, [None, None]), &[]);
    // An answer that was entered in error is none.
    check(
        &|world| {
            with_guardians(ConsentBy::Both, &[ink(), ink()], world);
            world.plan.course.sign_offs.last_mut().unwrap().in_error = Some("other family".into());
        },
        &[(802, Level::Warning)],
    );
    let mut world = sound();
    with_guardians(ConsentBy::Both, &[ink(), None], &mut world);
    let found = found(&world);
    let silent = found.iter().find(|finding| finding.code() == "guardian-signature-missing").unwrap();
    for (language, said) in [
        (
            Language::English,
            "Ben Moss (mother) has not signed the plan, in effect since 4 Jan 2027, and no reason is recorded; \
             another guardian has answered",
        ),
        (
            Language::Spanish,
            "Ben Moss (mother) no ha firmado el plan, en vigor desde el 4 ene 2027, y no consta ningún motivo; \
             otra persona a cargo ya respondió",
        ),
    ] {
        assert_eq!(words::message(silent, &world.plan, language), said);
    }
}

#[test]
fn a_missed_session_may_be_made_up_for() {
    let twice = |world: &mut World| {
        world.plan.person.availability[2].to = at("14:00");
        world.plan.sessions.push(session(900, 40, date(2027, 1, 6), "12:10", 90));
    };
    check(twice, &["dose-differs module:40"]);
    check(
        |world| {
            twice(world);
            world.plan.sessions[0].status = SessionStatus::Missed;
        },
        &[],
    );
}

#[test]
fn authorized_days_are_spent_in_order() {
    let split = |first: u16, second: u16| {
        move |world: &mut World| {
            let authorizations = &mut world.plan.coverage[0].authorizations;
            let mut later = authorizations[0].clone();
            later.id = AuthorizationId(81);
            later.from = date(2027, 1, 18);
            later.approved = second;
            authorizations[0].to = date(2027, 1, 31);
            authorizations[0].approved = first;
            authorizations.push(later);
        }
    };
    check(split(12, 6), &[]);
    check(split(9, 9), &[]);
    check(split(12, 5), &["authorized-units-short payer:3"]);
    check(split(5, 13), &["authorized-units-short payer:3"]);
}

fn certified(outcome: SignOutcome, today: Date) -> impl Fn(&mut World) {
    move |world: &mut World| {
        world.catalog.packs.values_mut().for_each(|pack| pack.certify_every = Some(Due::Days(20)));
        world.plan.course.sign_offs[2].outcome = outcome.clone();
        world.plan.course.reviews[0].held = Some(date(2027, 1, 15));
        world.plan.sessions.iter_mut().for_each(|session| session.status = SessionStatus::Attended);
        world.today = Some(today);
    }
}

#[test]
fn a_physicians_signature_starts_the_certification_clock_again() {
    let certify = |signed: Date, today: Date| certified(SignOutcome::Ink(signed), today);
    check(certify(date(2027, 1, 4), date(2027, 1, 9)), &[]);
    check(certify(date(2027, 1, 4), date(2027, 1, 24)), &["certification-ahead plan"]);
    check(certify(date(2027, 1, 4), date(2027, 1, 25)), &["certification-overdue plan"]);
    check(certify(date(2027, 1, 12), date(2027, 1, 17)), &[]);
    // Due on the last day or after it, nobody has to certify again.
    check(certify(date(2027, 1, 23), date(2027, 1, 26)), &[]);
    // A name that was only typed starts no payer's clock; a signature in the health record does.
    let typed = SignOutcome::Attested(date(2027, 1, 12));
    check(certified(typed, date(2027, 1, 25)), &["certification-overdue plan", "part-missing plan"]);
    check(certified(SignOutcome::HealthRecord(date(2027, 1, 12)), date(2027, 1, 17)), &[]);
}

#[test]
fn a_refusal_with_its_reason_stands_for_the_persons_signature_but_not_for_the_authors() {
    let refuse = |index: usize| {
        move |world: &mut World| {
            let date = date(2027, 1, 4);
            world.plan.course.sign_offs[index].outcome = SignOutcome::Refused { date, reason: "wants to wait".into() };
        }
    };
    check(refuse(0), &[]);
    check(refuse(1), &["part-missing plan"]);
}

#[test]
fn an_alert_is_closed_by_an_answer_and_by_nothing_else() {
    let answered = |change: fn(&mut MeasureResult)| {
        move |world: &mut World| {
            let result = &mut world.plan.course.results[0];
            result.safety = Some(SafetyAnswer::Answered(Score::whole(1)));
            change(result);
        }
    };
    check(answered(|_| {}), &["safety-alert-open result:60"]);
    check(answered(|result| result.alert_action = "talked, safety plan reviewed".into()), &[]);
    check(answered(|result| result.in_error = Some("wrong chart".into())), &["safety-alert-open result:60"]);
}

#[test]
fn where_the_whole_measure_is_about_safety_its_total_is_the_answer() {
    let screen = |total| {
        move |world: &mut World| {
            world.plan.course.results.push(sound::result(90, "c-ssrs", total, SafetyAnswer::NotAsked));
        }
    };
    check(screen(0), &[]);
    check(screen(2), &["safety-alert-open result:90"]);
}

#[test]
fn findings_come_by_level_and_then_in_the_order_of_the_plan() {
    let mut world = sound();
    let together =
        ["no-name", "goal-without-own-words", "dose-differs", "review-overdue", "part-missing", "no-diagnosis"];
    for (_, change) in CASES.iter().filter(|(code, _)| together.contains(code)) {
        change(&mut world);
    }
    let all = found(&world);
    let told: Vec<String> = all.iter().map(|finding| format!("{} {}", finding.code(), finding.item)).collect();
    assert_eq!(
        told,
        [
            "no-name person",
            "no-diagnosis frame",
            "goal-without-own-words goal:20",
            "sessions-unrecorded session:100",
            "review-overdue review:50",
            "part-missing plan",
            "part-missing plan",
            "dose-differs module:42",
        ]
    );
    assert_eq!(all, found(&world));
}

#[test]
fn an_empty_plan_has_findings_and_not_one_too_many() {
    let all = findings(&Plan::default(), &Catalog::default(), Some(date(2027, 1, 8)));
    let errors: Vec<&str> = all.iter().filter(|f| f.level() == Level::Error).map(Finding::code).collect();
    assert_eq!(errors, ["no-need-addressed", "no-segment", "no-name", "no-birth-date"]);
}
