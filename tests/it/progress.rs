//! Scores, alerts and deadlines: every edge of every band and threshold, with expected values written out here.

use jiff::civil::date;
use throughline::base::*;
use throughline::catalog::{Catalog, builtin};
use throughline::plan::*;
use throughline::progress::{self, Verdict};

fn catalog() -> Catalog {
    builtin().0
}

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

fn points(hundredths: i32) -> Score {
    Score::from_hundredths(hundredths)
}

/// The band of every shipped measure just inside and just outside each edge, in whole points.
#[test]
fn bands_begin_and_end_where_their_sources_say() {
    let catalog = catalog();
    // Measure, the first score of each band with its English name, and the last possible score.
    let tables: &[(&str, Bands, i16)] = &[
        // Kroenke and others, published severity bands of the PHQ-9.
        ("phq-9", PHQ, 27),
        ("phq-a", PHQ, 27),
        // Spitzer and others, published severity bands of the GAD-7.
        ("gad-7", &[(0, "Minimal"), (5, "Mild"), (10, "Moderate"), (15, "Severe")], 21),
        // WHO risk zones of the AUDIT.
        ("audit", &[(0, "Low risk"), (8, "Hazardous use"), (16, "Harmful use"), (20, "Possible dependence")], 40),
        // Published DAST-10 bands.
        ("dast-10", &[(0, "None reported"), (1, "Low"), (3, "Moderate"), (6, "Substantial"), (9, "Severe")], 10),
        // C-SSRS screener triage levels (unverified).
        ("c-ssrs", &[(0, "None"), (1, "Low"), (2, "Moderate"), (3, "High")], 3),
        // MDQ screening rule.
        ("mdq", &[(0, "Negative screen"), (1, "Positive screen")], 1),
        // Published WSAS ranges.
        ("wsas", &[(0, "Below clinical range"), (10, "Significant"), (21, "Moderately severe or more")], 40),
        // YMRS, 12 or less as remission, 20 or more as mania (unverified).
        ("ymrs", &[(0, "Remission"), (13, "In between"), (20, "Mania range")], 60),
    ];
    for (name, bands, most) in tables {
        let measure = &catalog.measures[&slug(name)];
        assert_eq!(measure.bands.len(), bands.len(), "{name}");
        for (number, (first, band)) in bands.iter().enumerate() {
            let last = bands.get(number + 1).map_or(*most, |(next, _)| next - 1);
            for score in [*first, last] {
                let found = measure.band(Score::whole(score)).map(|band| band.name.en.as_str());
                assert_eq!(found, Some(*band), "{name} {score}");
            }
        }
        assert_eq!(measure.band(Score::whole(most + 1)), None, "{name}");
        assert!(!measure.allows(Score::whole(most + 1)) && measure.allows(Score::whole(*most)), "{name}");
    }
    let banded = catalog.measures.values().filter(|measure| !measure.bands.is_empty()).count();
    assert_eq!(banded, tables.len(), "a measure with bands is in no table");
}

/// The first score of each band, with its English name.
type Bands = &'static [(i16, &'static str)];

const PHQ: Bands = &[(0, "Minimal"), (5, "Mild"), (10, "Moderate"), (15, "Moderately severe"), (20, "Severe")];

#[test]
fn verdicts_turn_at_their_thresholds() {
    use Verdict::{Recovered, ReliableDeterioration, ReliableImprovement, Unchanged};
    let catalog = catalog();
    let check = |name: &str, from: i32, to: i32, expected: Verdict| {
        let measure = &catalog.measures[&slug(name)];
        let change = measure.change.as_ref().unwrap();
        let found = progress::verdict(change, measure.direction, points(from), points(to));
        assert_eq!(found, expected, "{name} {from} → {to}");
    };
    // NHS: reliable from 6 points, recovered below 10; begun outside that range.
    for name in ["phq-9", "phq-a"] {
        check(name, 1800, 1300, Unchanged);
        check(name, 1800, 1200, ReliableImprovement);
        check(name, 1600, 1000, ReliableImprovement);
        check(name, 1500, 900, Recovered);
        check(name, 1000, 400, Recovered);
        check(name, 900, 300, ReliableImprovement);
        check(name, 1200, 1700, Unchanged);
        check(name, 1200, 1800, ReliableDeterioration);
        check(name, 900, 900, Unchanged);
    }
    // NHS: reliable from 4 points, caseness from 8.
    check("gad-7", 1200, 900, Unchanged);
    check("gad-7", 1200, 800, ReliableImprovement);
    check("gad-7", 1100, 700, Recovered);
    check("gad-7", 800, 400, Recovered);
    check("gad-7", 700, 300, ReliableImprovement);
    check("gad-7", 800, 1200, ReliableDeterioration);
    // Marx and others 2022, veterans: 15 points and an end state of 28 or less.
    check("pcl-5", 5000, 3600, Unchanged);
    check("pcl-5", 5000, 3500, ReliableImprovement);
    check("pcl-5", 4400, 2900, ReliableImprovement);
    check("pcl-5", 4300, 2800, Recovered);
    check("pcl-5", 2800, 1300, ReliableImprovement);
    check("pcl-5", 3000, 4400, Unchanged);
    check("pcl-5", 3000, 4500, ReliableDeterioration);
    // Higher is better: 5 points, no end state.
    check("ors", 2000, 2499, Unchanged);
    check("ors", 2000, 2500, ReliableImprovement);
    check("ors", 2500, 2001, Unchanged);
    check("ors", 2500, 2000, ReliableDeterioration);
    // 8 points (unverified).
    check("wsas", 3000, 2300, Unchanged);
    check("wsas", 3000, 2200, ReliableImprovement);
    check("wsas", 2200, 3000, ReliableDeterioration);
    // Program choice: 2 points, one way and the other.
    check("own-rating", 300, 400, Unchanged);
    check("own-rating", 300, 500, ReliableImprovement);
    check("own-rating", 500, 300, ReliableDeterioration);
    check("craving-rating", 700, 600, Unchanged);
    check("craving-rating", 700, 500, ReliableImprovement);
    check("craving-rating", 500, 700, ReliableDeterioration);
    let judged = catalog.measures.values().filter(|measure| measure.change.is_some()).count();
    assert_eq!(judged, 8, "a measure with a threshold is in no table");
}

#[test]
fn cuts_and_directions_are_those_of_their_sources() {
    let catalog = catalog();
    let cuts = [
        ("audit", 800),
        ("audit-c", 300),
        ("bam-iop", 100),
        ("c-ssrs", 100),
        ("crafft", 200),
        ("dast-10", 300),
        ("ede-q", 230),
        ("gad-7", 1000),
        ("mdq", 100),
        ("ors", 2500),
        ("pcl-5", 3100),
        ("phq-9", 1000),
        ("phq-a", 1000),
        ("srs", 3599),
    ];
    let found: Vec<(&str, i32)> = catalog
        .measures
        .values()
        .filter_map(|measure| Some((measure.slug.as_str(), measure.cut.as_ref()?.at.hundredths())))
        .collect();
    assert_eq!(found, cuts);
    let rising = catalog.measures.values().filter(|measure| measure.direction == Direction::HigherIsBetter);
    assert_eq!(rising.map(|measure| measure.slug.as_str()).collect::<Vec<_>>(), ["gas", "ors", "own-rating", "srs"]);
}

/// Day of January, measure, total, answer about safety, and why it was entered in error.
type Entry = (i8, &'static str, Option<i16>, Option<i16>, &'static str);

/// A plan with results.
fn with_results(results: &[Entry]) -> Plan {
    let mut plan = Plan::default();
    for (day, measure, total, safety, in_error) in results {
        let result = MeasureResult {
            id: ResultId(0),
            measure: slug(measure),
            name: measure.to_uppercase(),
            version: "1".to_owned(),
            language: "en-US".to_owned(),
            date: date(2027, 1, *day),
            total: total.map(Score::whole),
            safety: safety.map(|answer| SafetyAnswer::Answered(Score::whole(answer))),
            alert_action: String::new(),
            in_error: (!in_error.is_empty()).then(|| (*in_error).to_owned()),
            note: String::new(),
            about: None,
        };
        apply(&mut plan, &Edit::Course(CourseEdit::Result(ListEdit::Add(result)))).unwrap();
    }
    plan
}

#[test]
fn a_series_compares_what_may_be_compared() {
    let catalog = catalog();
    let plan = with_results(&[
        (18, "phq-9", Some(9), Some(0), ""),
        (4, "phq-9", Some(18), Some(0), ""),
        (11, "phq-9", None, Some(0), ""),
        (12, "phq-9", Some(81), Some(0), "typed twice"),
        (14, "phq-9", Some(14), Some(0), ""),
    ]);
    let all = progress::series(&plan, &catalog);
    let [series] = &all[..] else { panic!("{all:?}") };
    let told: Vec<(i8, Option<i32>)> =
        series.points.iter().map(|p| (p.date.day(), p.score.map(|s| s.hundredths() / 100))).collect();
    assert_eq!(told, [(4, Some(18)), (11, None), (12, None), (14, Some(14)), (18, Some(9))]);
    assert_eq!(series.points[2].in_error, Some("typed twice"));
    assert_eq!(series.points[2].entered, Some(Score::whole(81)));
    assert_eq!(series.since_baseline(), Some(Score::whole(-9)));
    assert_eq!(series.since_last(), Some(Score::whole(-5)));
    assert_eq!(series.verdict(), Some(Verdict::Recovered));
    assert_eq!(series.verdict_since_last(), Some(Verdict::Unchanged));
    assert_eq!(series.responds(), Some(true));
    assert_eq!(series.next_due(), Some(date(2027, 2, 1)));
    let mut plan = plan;
    plan.course.results[0].version = "2".to_owned();
    let all = progress::series(&plan, &catalog);
    assert_eq!(all[0].verdict(), None, "no other score on the new form");
    assert!(all[0].mixes_versions());
}

#[test]
fn alerts_come_from_items_partial_forms_and_errors_alike() {
    let catalog = catalog();
    let plan = with_results(&[
        (4, "phq-9", Some(18), Some(0), ""),
        (5, "phq-9", Some(18), Some(1), ""),
        (6, "phq-9", None, Some(3), ""),
        (7, "phq-a", Some(3), Some(2), "wrong chart"),
        (8, "c-ssrs", Some(0), None, ""),
        (9, "c-ssrs", Some(1), None, ""),
        (10, "gad-7", Some(21), None, ""),
    ]);
    let days: Vec<i8> = progress::open_alerts(&plan, &catalog).iter().map(|alert| alert.date.day()).collect();
    assert_eq!(days, [5, 6, 7, 9]);
    let mut plan = plan;
    let first = progress::open_alerts(&plan, &catalog)[0].result;
    apply(&mut plan, &Edit::Course(CourseEdit::Acknowledge(first, "called, safety plan reviewed".into()))).unwrap();
    assert_eq!(progress::open_alerts(&plan, &catalog).len(), 3);
    assert_eq!(progress::alerts(&plan, &catalog).len(), 4);
}

fn sample() -> Plan {
    crate::drafts::drafted("depression-day")
}

/// The sample with the sessions of its first two weeks marked in one way.
fn marked(status: SessionStatus, actual: Option<Minutes>) -> (Plan, Date) {
    let mut plan = sample();
    let today = days_after(week_of(starts(&plan).unwrap()), 14);
    let past: Vec<SessionId> = plan.sessions.iter().filter(|s| s.date < today).map(|s| s.id).collect();
    assert!(past.len() > 4);
    for id in past {
        apply(&mut plan, &Edit::Session(id, SessionEdit::Mark(status, actual, String::new()))).unwrap();
    }
    (plan, today)
}

#[test]
fn hours_delivered_and_owed_add_up_to_those_planned() {
    let kind = sample().coverage[0].counts_as;
    let check = |status, actual, share: fn(u16) -> u16| {
        let (plan, today) = marked(status, actual);
        for week in progress::weeks_delivered(&plan, kind, today).iter().take(2) {
            let sessions = plan.sessions.iter().filter(|s| week_of(s.date) == week.starts);
            let expected: u16 =
                sessions.map(|s| share(plan.module(s.module).unwrap().counts.under(kind).min(s.minutes).0)).sum();
            assert_eq!(week.delivered, Minutes(expected), "{status:?} week {}", week.number);
            assert_eq!(week.owed.0, week.planned.0 - week.delivered.0);
        }
    };
    check(SessionStatus::Attended, None, |counted| counted);
    check(SessionStatus::LeftEarly, Some(Minutes(20)), |counted| counted.min(20));
    check(SessionStatus::Late, Some(Minutes(20)), |counted| counted.min(20));
    check(SessionStatus::Missed, None, |_| 0);
    check(SessionStatus::Cancelled, None, |_| 0);
    let (plan, today) = marked(SessionStatus::Excused, None);
    assert_eq!(progress::missed_weeks(&plan, today).len(), 2);
    let (plan, today) = marked(SessionStatus::Planned, None);
    assert_eq!(progress::missed_weeks(&plan, today), [], "a week that nobody has marked was not missed");
    let (plan, today) = marked(SessionStatus::Attended, None);
    assert_eq!(progress::missed_weeks(&plan, today), []);
    let pace = progress::paces(&plan, today);
    assert!(pace.iter().all(|pace| pace.held + pace.ahead + pace.owed >= pace.prescribed));
    assert!(pace.iter().any(|pace| pace.ends_in_week.is_some_and(|week| week > 2)));
}

#[test]
fn make_ups_fit_the_calendar_and_are_asked_for_once() {
    let (mut plan, today) = marked(SessionStatus::Missed, None);
    let catalog = catalog();
    let proposed = progress::make_ups(&plan, &catalog, today);
    assert!(!proposed.is_empty());
    let edits: Vec<Edit> = proposed.iter().filter_map(|make_up| make_up.edit(&plan)).collect();
    for make_up in &proposed {
        let Some(slot) = &make_up.slot else { continue };
        assert!(slot.date > today);
    }
    let before = progress::make_ups(&plan, &catalog, today).iter().filter(|m| m.slot.is_some()).count();
    apply(&mut plan, &Edit::Together(edits)).unwrap();
    let clashes = throughline::checks::findings(&plan, &catalog, None);
    assert!(clashes.iter().all(|finding| finding.code() != "sessions-overlap"), "{clashes:?}");
    let after = progress::make_ups(&plan, &catalog, today).iter().filter(|m| m.slot.is_some()).count();
    assert!(after < before || before == 0, "{before} → {after}");
}

#[test]
fn what_is_due_comes_in_order_and_a_typed_name_stops_no_physicians_clock() {
    let catalog = catalog();
    let mut plan = sample();
    plan.coverage[0].pack = Some(slug("medicare-iop-2024"));
    let first = starts(&plan).unwrap();
    plan.segments.iter_mut().for_each(|segment| segment.to = days_after(first, 150));
    let pack = &catalog.packs[&slug("medicare-iop-2024")];
    let due = |plan: &Plan| progress::next_certification(plan, pack);
    assert_eq!(due(&plan), Some(days_after(first, 60)));
    let signed = days_after(first, 50);
    let sign = |outcome| SignOff {
        id: SignOffId(0),
        role: SignerRole::Physician,
        name: "Dr. Ito".into(),
        standing: "MD".into(),
        meaning: String::new(),
        outcome,
        recorded: None,
        in_error: None,
    };
    let with = |outcome| {
        let mut plan = plan.clone();
        apply(&mut plan, &Edit::Course(CourseEdit::SignOff(ListEdit::Add(sign(outcome))))).unwrap();
        due(&plan)
    };
    assert_eq!(with(SignOutcome::Attested(signed)), Some(days_after(first, 60)));
    assert_eq!(with(SignOutcome::Ink(signed)), Some(days_after(signed, 60)));
    assert_eq!(with(SignOutcome::HealthRecord(signed)), Some(days_after(signed, 60)));
    assert_eq!(with(SignOutcome::Refused { date: signed, reason: "away".into() }), Some(days_after(first, 60)));
    let list = progress::due(&plan, &catalog, first);
    assert!(list.is_sorted() && list.iter().any(|due| matches!(due.what, progress::DueKind::Review(_))));
    let asked = progress::statements_asked(&plan, &catalog);
    assert_eq!(asked.len(), 4);
    assert_eq!(Review::ahead(first).leaves_out(&asked).len(), 4);
}

#[test]
fn the_review_that_follows_is_planned_by_the_rule_that_asks_for_it() {
    use progress::NextSource::{Asked, Planned, Usual};
    let mut catalog = catalog();
    let mut plan = sample();
    let first = starts(&plan).unwrap();
    plan.course.reviews.clear();
    plan.coverage.truncate(1);
    plan.coverage[0].pack = None;
    let held_on = days_after(first, 7);
    let next = |plan: &Plan, catalog: &Catalog, held| {
        progress::following(plan, catalog, held, held_on).map(|next| (next.on, next.source))
    };
    assert_eq!(next(&plan, &catalog, None), Some((days_after(held_on, 14), Usual)));
    let pack = catalog.packs.keys().next().unwrap().clone();
    plan.coverage[0].pack = Some(pack.clone());
    catalog.packs.get_mut(&pack).unwrap().review_every = Some(throughline::catalog::Due::Days(10));
    let asked = days_after(held_on, 10);
    assert_eq!(next(&plan, &catalog, None), Some((asked, Asked(pack.clone()))));
    // What is planned by then stays; what is planned for later does not keep the rule.
    let add = |plan: &mut Plan, due| {
        let added = apply(plan, &Edit::Course(CourseEdit::Review(ListEdit::Add(Review::ahead(due))))).unwrap();
        ReviewId(added.added.unwrap())
    };
    let late = add(&mut plan, days_after(asked, 1));
    assert_eq!(next(&plan, &catalog, None), Some((asked, Asked(pack.clone()))));
    let early = add(&mut plan, asked);
    assert_eq!(next(&plan, &catalog, None), Some((asked, Planned(early))));
    assert_eq!(next(&plan, &catalog, Some(early)), Some((asked, Asked(pack.clone()))));
    // A review that was due by the day on which another is held moves to the next day.
    let stale = add(&mut plan, held_on);
    assert_eq!(next(&plan, &catalog, Some(late)), Some((asked, Planned(early))));
    let held = plan.course.reviews.iter_mut().find(|review| review.id == late).unwrap();
    held.held = Some(held_on);
    let planned = progress::planned_on(&plan, Some(late), asked);
    apply(&mut plan, &planned).unwrap();
    let due = |id| plan.course.reviews.iter().find(|review| review.id == id).unwrap().due;
    assert_eq!((due(stale), plan.course.reviews.len()), (asked, 3));
    // None after a discharge, and none that the stay would not see.
    let mut over = plan.clone();
    over.segments.iter_mut().for_each(|segment| segment.to = days_after(held_on, 5));
    over.course.reviews.clear();
    over.sessions.clear();
    assert_eq!(next(&over, &catalog, None), None);
    plan.leaving.discharge = Some(Discharge { date: held_on, kind: DischargeKind::Completed, summary: String::new() });
    assert_eq!(next(&plan, &catalog, None), None);
}

#[test]
fn an_objective_with_a_measure_proposes_its_own_status() {
    let gauge = |baseline: Option<i16>, target| Gauge::Score {
        measure: slug("phq-9"),
        name: "PHQ-9".into(),
        direction: Direction::LowerIsBetter,
        baseline: baseline.map(Score::whole),
        target: Score::whole(target),
    };
    let check = |now: i16, expected: ObjectiveStatus| {
        let mut plan = with_results(&[(4, "phq-9", Some(18), None, ""), (18, "phq-9", Some(now), None, "")]);
        let objective = Objective {
            id: ObjectiveId(0),
            plain: String::new(),
            clinical: String::new(),
            gauge: gauge(Some(18), 8),
            target_date: date(2027, 3, 1),
            status: ObjectiveStatus::NotStarted,
        };
        let goal = Goal {
            id: GoalId(0),
            needs: Vec::new(),
            own_words: String::new(),
            language: "en".into(),
            rendering: None,
            clinical: String::new(),
            objectives: vec![objective],
        };
        apply(&mut plan, &Edit::Goals(ListEdit::Add(goal))).unwrap();
        let proposals = progress::proposals(&plan, &catalog());
        assert_eq!(proposals[0].status, expected, "{now}");
    };
    check(7, ObjectiveStatus::Met);
    check(8, ObjectiveStatus::Met);
    check(9, ObjectiveStatus::PartlyMet);
    check(13, ObjectiveStatus::PartlyMet);
    check(14, ObjectiveStatus::InProgress);
    check(20, ObjectiveStatus::InProgress);
}

#[test]
fn decisions_draft_edits_that_apply() {
    let (plan, today) = marked(SessionStatus::Attended, None);
    let last = &plan.segments[0];
    let new = progress::NewSegment {
        setting: Setting::Outpatient,
        from: days_after(today, 7),
        to: days_after(today, 48),
        days: vec![Weekday::Tue],
        hours: (last.day_from, last.day_to),
        week_minutes: Minutes(90),
        track: last.track.clone(),
    };
    let mut stepped = plan.clone();
    apply(&mut stepped, &progress::step(&plan, &new)).unwrap();
    assert_eq!(stepped.segments.len(), 2);
    assert_eq!(stepped.segments[0].to, days_after(today, 6));
    assert!(stepped.sessions.iter().all(|s| s.date < new.from || Weekday::of(s.date) == Weekday::Tue));
    let mut longer = plan.clone();
    let to = days_after(last.to, 14);
    apply(&mut longer, &progress::extension(&plan, to).unwrap()).unwrap();
    assert_eq!((longer.segments[0].to, longer.leaving.expected), (to, Some(to)));
    assert_eq!(progress::extension(&plan, today), None);
    let discharge = progress::Discharging { date: today, kind: DischargeKind::Transfer, summary: "moved".into() };
    let mut left = plan.clone();
    apply(&mut left, &discharge.edit(&plan)).unwrap();
    assert!(left.sessions.iter().all(|s| s.date <= today) && left.leaving.discharge.is_some());
    assert_eq!(progress::due(&left, &catalog(), today), []);
    let again = progress::readmission(&left, &progress::Readmission { from: to, to: days_after(to, 60) });
    assert_eq!(faults(&again), []);
    assert_eq!(again.earlier_stay.as_ref().unwrap().to, Some(today));
    assert!(again.sessions.is_empty() && again.course.results.is_empty() && !again.goals.is_empty());
    let pause = Pause { kind: PauseKind::Hospital, from: today, to: Some(days_after(today, 6)), reason: "ward".into() };
    let mut held = plan.clone();
    apply(&mut held, &progress::hold(&plan, pause).unwrap()).unwrap();
    assert!(held.sessions.iter().all(|s| s.date < today || s.date > days_after(today, 6)));
}

#[test]
fn only_what_is_next_or_overdue_is_told_on_a_day() {
    let catalog = catalog();
    let mut plan = crate::drafts::drafted("depression-day");
    plan.course.reviews.iter_mut().for_each(|review| review.held = None);
    let mut dates: Vec<Date> = plan.course.reviews.iter().map(|review| review.due).collect();
    dates.sort_unstable();
    let told = |today| {
        let all = progress::due(&plan, &catalog, today).into_iter();
        all.filter(|due| matches!(due.what, progress::DueKind::Review(_))).map(|due| due.on).collect::<Vec<_>>()
    };
    assert!(dates.len() >= 3);
    assert_eq!(told(dates[0]), dates[..1], "the first one is due today");
    assert_eq!(told(days_after(dates[0], 1)), dates[..2], "it is overdue, and the next one lies ahead");
    assert_eq!(told(days_after(*dates.last().unwrap(), 1)), dates, "all were missed");
    let outlook = progress::outlook(&plan, &catalog);
    assert!(outlook.is_sorted() && outlook.len() >= dates.len());
}

#[test]
fn a_module_that_was_begun_ends_and_its_past_stays() {
    let mut plan = sample();
    let module = plan.modules.iter().find(|module| plan.sessions_of(module.id).count() > 3).unwrap().id;
    let all: Vec<SessionId> = plan.sessions_of(module).map(|session| session.id).collect();
    assert_eq!(progress::ended(&plan, module), Edit::Modules(ListEdit::Remove(module)));
    for (id, status) in all.iter().zip([SessionStatus::Attended, SessionStatus::Missed]) {
        apply(&mut plan, &Edit::Session(*id, SessionEdit::Mark(status, None, String::new()))).unwrap();
    }
    let edit = progress::ended(&plan, module);
    apply(&mut plan, &edit).unwrap();
    assert_eq!(plan.sessions_of(module).map(|session| session.id).collect::<Vec<_>>(), all[..2]);
    assert_eq!(plan.module(module).unwrap().sessions, 2);
}

#[test]
fn the_person_and_every_guardian_who_consents_owe_a_signature_until_they_answer() {
    let catalog = catalog();
    let mut plan = crate::drafts::drafted("teen-dbt");
    plan.course.standing = Standing::InEffect(date(2027, 1, 4));
    plan.course.sign_offs.clear();
    let owed = |plan: &Plan| {
        let all = progress::due(plan, &catalog, date(2027, 1, 4)).into_iter();
        let roles = all.filter_map(|due| match due.what {
            progress::DueKind::Signature(role) => Some((role, due.on)),
            _ => None,
        });
        roles.collect::<Vec<_>>()
    };
    let guardians = consenting(&plan).count();
    assert!(guardians > 0);
    let by = date(2027, 1, 18);
    let mut expected = vec![(SignerRole::Person, by)];
    expected.extend((0..guardians).map(|_| (SignerRole::Guardian, by)));
    assert_eq!(owed(&plan), expected);
    let person = &signers(&plan)[0];
    let ink = SignOff { outcome: SignOutcome::Ink(date(2027, 1, 5)), ..SignOff::awaited(person) };
    plan.course.sign_offs.push(ink);
    assert_eq!(owed(&plan), expected[1..]);
}
