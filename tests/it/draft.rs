//! Drafting and first placement: from each sample intake to its plan, and the rules that every calendar keeps.

use std::collections::BTreeMap;

use proptest::prelude::*;
use throughline::base::{ClockTime, Course, Date, Minutes, Slug, Weekday};
use throughline::catalog::{Catalog, builtin, read::from_text};
use throughline::draft::{Draft, DraftError, Intake, WhyLeftOut, draft};
use throughline::plan::{Available, Away, NeedStanding, Plan, SessionStatus, faults, weeks};
use throughline::samples;

fn intake(name: &str) -> Intake {
    let path = format!("{}/plans/{name}.intake.ron", env!("CARGO_MANIFEST_DIR"));
    from_text(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn drafted(name: &str) -> (Draft, Catalog) {
    let (catalog, _) = builtin();
    (draft(&intake(name), &catalog).unwrap(), catalog)
}

const NAMES: [&str; 6] =
    ["alcohol-evening", "bipolar-stepdown", "bulimia-day", "depression-day", "teen-dbt", "trauma-opioid-es"];

#[test]
fn every_sample_is_a_complete_plan() {
    for name in NAMES {
        let (Draft { plan, .. }, _) = drafted(name);
        assert_eq!(faults(&plan), [], "{name}");
        assert!(plan.modules.len() >= 5, "{name}: {} modules", plan.modules.len());
        assert!(plan.sessions.len() >= 30, "{name}: {} sessions", plan.sessions.len());
        assert!((6..=12).contains(&weeks(&plan).len()), "{name}: {} weeks", weeks(&plan).len());
        for need in plan.needs.iter().filter(|need| need.standing == NeedStanding::Addressed) {
            assert!(
                plan.goals.iter().any(|goal| goal.needs.contains(&need.id)),
                "{name}: {} has no goal",
                need.problem
            );
        }
        for goal in &plan.goals {
            assert!(goal.objectives.len() >= 2, "{name}: {}", goal.own_words);
            for objective in &goal.objectives {
                let served = plan.modules.iter().any(|module| module.objectives.contains(&objective.id));
                assert!(served, "{name}: nothing serves {}", objective.clinical);
            }
        }
    }
}

#[test]
fn the_same_intake_drafts_the_same_plan() {
    for name in NAMES {
        assert_eq!(drafted(name).0, drafted(name).0);
    }
}

#[test]
fn every_sample_has_an_intake() {
    let shipped: Vec<&str> = samples::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(shipped, NAMES);
}

#[test]
fn calendars_keep_every_hard_rule() {
    for name in NAMES {
        let (Draft { plan, .. }, catalog) = drafted(name);
        keeps_every_hard_rule(name, &plan, &catalog);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn whatever_is_asked_for_the_hard_rules_hold(
        sample in 0..NAMES.len(),
        later in 0_i64..800,
        weeks in 1_u8..=30,
        days in 1_u8..0x7f,
        week_minutes in 0_u16..1500,
        free in prop::collection::vec((0_usize..7, 0_u16..1200, 0_u16..900), 0..9),
        away in prop::collection::vec((0_i64..200, 0_i64..20), 0..4),
    ) {
        let (catalog, _) = builtin();
        let mut asked = intake(NAMES[sample]);
        let segment = &mut asked.stay[0];
        segment.from = segment.from.saturating_add(jiff::Span::new().days(later));
        segment.weeks = weeks;
        segment.week_minutes = Minutes(week_minutes);
        segment.days = Weekday::ALL.into_iter().filter(|day| days >> day.index() & 1 == 1).collect();
        let first = segment.from;
        asked.stay.truncate(1);
        let at = |minutes| ClockTime::from_minutes(minutes).unwrap();
        let span = |(day, from, length): (usize, u16, u16)| Available {
            day: Weekday::ALL[day],
            from: at(from),
            to: at(from).after(Minutes(length + 1)),
        };
        asked.person.availability.extend(free.into_iter().map(span));
        asked.person.away = away
            .into_iter()
            .map(|(after, length)| {
                let from = first.saturating_add(jiff::Span::new().days(after));
                Away { from, to: from.saturating_add(jiff::Span::new().days(length)), reason: String::new() }
            })
            .collect();
        match draft(&asked, &catalog) {
            Ok(drafted) => {
                prop_assert_eq!(faults(&drafted.plan), []);
                keeps_every_hard_rule(NAMES[sample], &drafted.plan, &catalog);
            }
            Err(refused) => prop_assert!(matches!(refused, DraftError::EmptySegment { .. }), "{refused}"),
        }
    }
}

#[track_caller]
fn keeps_every_hard_rule(name: &str, plan: &Plan, catalog: &Catalog) {
    let clinic = &catalog.clinics[&Slug::new("harborlight").unwrap()];
    for session in &plan.sessions {
        let (date, at) = (session.date, format!("{name}: session {} on {}", session.id, session.date));
        let segment = plan.segments.iter().find(|segment| segment.holds(date)).expect(&at);
        assert!(segment.days.contains(&Weekday::of(date)), "{at} is on no program day");
        assert!(clinic.holiday(date).is_none(), "{at} is on a holiday");
        assert!(plan.person.away_on(date).is_none(), "{at} is while away");
        let free = plan.person.is_free(Weekday::of(date), session.start, session.end());
        assert!(free, "{at} is outside the person's hours");
        assert_eq!(session.status, SessionStatus::Planned);
    }
    for pair in plan.sessions.windows(2) {
        let [a, b] = pair else { continue };
        assert!(a.date < b.date || a.end() <= b.start, "{name}: {} and {} overlap", a.id, b.id);
    }
}

#[test]
fn a_group_session_has_its_blocks_topic_of_that_date() {
    let mut seen = 0;
    for name in NAMES {
        let (Draft { plan, .. }, catalog) = drafted(name);
        let clinic = &catalog.clinics[&Slug::new("harborlight").unwrap()];
        let last = plan.sessions.last().unwrap().date;
        for session in plan.sessions.iter().filter(|session| session.block.is_some()) {
            let block = clinic.blocks.iter().find(|block| Some(&block.slug) == session.block.as_ref()).unwrap();
            let module = plan.module(session.module).unwrap();
            let calendar: BTreeMap<Date, usize> =
                block.meetings(clinic, module.topics.len(), last).into_iter().collect();
            assert_eq!(calendar.get(&session.date).copied(), session.topic.map(usize::from), "{name} {}", session.date);
            assert_eq!(Some(&session.topic_words), module.topic(calendar[&session.date]));
            seen += 1;
        }
    }
    assert!(seen > 300, "only {seen} group sessions");
}

#[test]
fn a_fixed_course_has_no_topic_twice_and_begins_where_one_may_enter() {
    for name in NAMES {
        let (Draft { plan, .. }, catalog) = drafted(name);
        let clinic = &catalog.clinics[&Slug::new("harborlight").unwrap()];
        for module in plan.modules.iter().filter(|module| module.course == Course::Fixed) {
            let sessions: Vec<_> = plan.sessions_of(module.id).collect();
            let mut topics: Vec<_> = sessions.iter().map(|session| session.topic).collect();
            topics.sort_unstable();
            topics.dedup();
            assert_eq!(topics.len(), sessions.len(), "{name}: {} repeats a topic", module.slug);
            let first = sessions[0];
            if let Some(block) = clinic.blocks.iter().find(|block| Some(&block.slug) == first.block.as_ref()) {
                assert!(block.may_enter(first.topic.unwrap().into()), "{name}: {} begins anywhere", module.slug);
            }
        }
    }
}

#[test]
fn full_weeks_have_the_hours_that_are_asked_for() {
    for name in NAMES {
        let (Draft { plan, .. }, catalog) = drafted(name);
        let payer = &plan.coverage[0];
        let floor = catalog.packs[payer.pack.as_ref().unwrap()].week_least.unwrap_or_default();
        let clinic = &catalog.clinics[&Slug::new("harborlight").unwrap()];
        for week in weeks(&plan) {
            let is_full =
                plan.segments.iter().filter(|s| s.setting != throughline::plan::Setting::Outpatient).any(|s| {
                    let dates = week.starts.series(jiff::Span::new().days(1)).take(7);
                    let mut program = dates.filter(|date| s.days.contains(&Weekday::of(*date)));
                    program.all(|d| s.holds(d) && clinic.holiday(d).is_none() && plan.person.away_on(d).is_none())
                });
            let counted = week.counted(&plan, payer.counts_as);
            assert!(!is_full || counted >= floor, "{name}: week {} has {} of {} min", week.number, counted.0, floor.0);
        }
    }
}

#[test]
fn what_cannot_be_given_is_said() {
    let (catalog, _) = builtin();
    let mut asked = intake("depression-day");
    asked.include = ["imr", "dbt-adolescent-multifamily"].map(|slug| Slug::new(slug).unwrap()).into();
    let drafted = draft(&asked, &catalog).unwrap();
    let why = |slug: &str| drafted.left_out.iter().find(|left| left.module.as_str() == slug).map(|left| left.why);
    assert_eq!(why("imr"), Some(WhyLeftOut::NoGroup));
    assert_eq!(why("dbt-adolescent-multifamily"), Some(WhyLeftOut::Age));
}

#[test]
fn an_intake_that_names_what_is_not_there_is_refused() {
    let (catalog, _) = builtin();
    let good = intake("depression-day");
    let refused = |change: fn(&mut Intake)| {
        let mut asked = good.clone();
        change(&mut asked);
        draft(&asked, &catalog).unwrap_err()
    };
    let none = || Slug::new("nowhere").unwrap();
    let unknown = |field: &str| DraftError::Unknown { field: field.to_owned(), slug: none() };
    assert_eq!(refused(|i| i.clinic = Slug::new("nowhere").unwrap()), unknown("clinic"));
    assert_eq!(refused(|i| i.needs[1].need = Slug::new("nowhere").unwrap()), unknown("needs[1].need"));
    assert_eq!(refused(|i| i.stay[0].track = Slug::new("nowhere").unwrap()), unknown("stay[0].track"));
    assert_eq!(refused(|i| i.stay.clear()), DraftError::NoStay);
    let no_goal = DraftError::NoSuchGoal { field: "needs[0].goals[0].like".to_owned(), number: 9, goals: 3 };
    assert_eq!(refused(|i| i.needs[0].goals[0].like = 9), no_goal);
}

#[test]
fn an_adolescent_gets_adolescent_measures() {
    let (catalog, _) = builtin();
    let mut asked = intake("teen-dbt");
    asked.needs[0].need = Slug::new("depression").unwrap();
    let plan: Plan = draft(&asked, &catalog).unwrap().plan;
    let text = format!("{:?}", plan.goals);
    assert!(text.contains("PHQ-A") && !text.contains("PHQ-9"), "{text}");
}
