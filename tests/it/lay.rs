//! Plans become timetable problems, and timetables become sessions again.

use std::collections::BTreeSet;

use throughline::base::{Date, Language, PackKind, Weekday, days_between};
use throughline::catalog::builtin;
use throughline::checks::{Finding, Level, findings};
use throughline::plan::{Edit, ModuleEdit, Segment, apply, starts, weeks};
use throughline::samples;
use throughline::schedule::Taken;
use throughline::schedule::engine::{Answer, Effort, Go, Shortfall, Tier, TierResult};
use throughline::schedule::lay::{Request, lay, lay_somehow, shortfalls};
use throughline::storage::{Trust, decode};

#[test]
fn a_plan_that_has_not_changed_is_laid_again_without_a_move() {
    let catalog = builtin().0;
    for (name, text) in samples::ALL {
        let plan = decode(text, Trust::Strict).unwrap().plan;
        let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
        let from = throughline::plan::starts(&plan);
        let request =
            Request { plan: &plan, clinic, catalog: &catalog, from, taken: Taken::NOBODY, language: Language::English };
        let (task, answer) = lay(request, &Tier::ALL, Effort::default(), &mut |_, _| Go::On).unwrap();
        let Answer::Feasible(table) = answer else { panic!("{name} has no calendar") };
        assert!(table.tiers.iter().all(TierResult::proven), "{name}: {:?}", table.tiers);
        assert_eq!(task.edits(&table.placements), [], "{name}: nothing has changed, so nothing moves");
    }
}

#[test]
fn a_calendar_is_put_into_the_plan_by_edits_that_keep_what_stays() {
    let catalog = builtin().0;
    let plan = crate::drafts::drafted(samples::ALL[0].0);
    let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
    let mut emptied = plan.clone();
    let half: Vec<Edit> = plan
        .sessions
        .iter()
        .step_by(2)
        .map(|session| Edit::Sessions(throughline::plan::ListEdit::Remove(session.id)))
        .collect();
    apply(&mut emptied, &Edit::Together(half)).unwrap();
    let request = Request {
        plan: &emptied,
        clinic,
        catalog: &catalog,
        from: None,
        taken: Taken::NOBODY,
        language: Language::English,
    };
    let (task, answer) = lay(request, &Tier::ALL, Effort::default(), &mut |_, _| Go::On).unwrap();
    let Answer::Feasible(table) = answer else { panic!("there is a calendar") };
    let mut filled = emptied.clone();
    apply(&mut filled, &Edit::Together(task.edits(&table.placements))).unwrap();
    let places = |plan: &throughline::plan::Plan| {
        plan.sessions.iter().map(|s| (s.module, s.date, s.start)).collect::<BTreeSet<_>>()
    };
    assert_eq!(places(&filled).len(), plan.sessions.len());
    let ids = |plan: &throughline::plan::Plan| plan.sessions.iter().map(|s| s.id).collect::<BTreeSet<_>>();
    assert!(ids(&emptied).is_subset(&ids(&filled)));
}

#[test]
fn arithmetic_says_early_what_will_not_fit() {
    let catalog = builtin().0;
    for (name, text) in samples::ALL {
        let mut plan = decode(text, Trust::Strict).unwrap().plan;
        let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
        let told = |plan: &throughline::plan::Plan| {
            let request = Request {
                plan,
                clinic,
                catalog: &catalog,
                from: None,
                taken: Taken::NOBODY,
                language: Language::English,
            };
            shortfalls(request).unwrap().1
        };
        assert_eq!(told(&plan), [], "{name} has a calendar");
        let module = plan.modules.iter().find(|module| module.slug.as_str() == "individual-therapy");
        let Some((id, sessions)) = module.map(|module| (module.id, module.sessions)) else { continue };
        apply(&mut plan, &Edit::Module(id, ModuleEdit::Sessions(sessions * 4))).unwrap();
        assert!(matches!(told(&plan).as_slice(), [Shortfall::Module { .. }, ..]), "{name}");
    }
}

/// Whatever a payer counts, a calendar that keeps the rules has its weeks full in what is counted, as the checks say.
#[test]
fn minutes_that_a_payer_does_not_count_fill_no_week() {
    let catalog = builtin().0;
    let mut laid = 0;
    for (name, _) in samples::ALL {
        for kind in [PackKind::Medicare, PackKind::LevelOfCare, PackKind::Counseling] {
            let mut plan = crate::drafts::drafted(name);
            let Some(payer) = plan.coverage.first_mut() else { continue };
            payer.counts_as = kind;
            let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
            let request = Request {
                plan: &plan,
                clinic,
                catalog: &catalog,
                from: None,
                taken: Taken::NOBODY,
                language: Language::English,
            };
            let (task, answer) = lay(request, &[Tier::Hours], Effort::default(), &mut |_, _| Go::On).unwrap();
            let Answer::Feasible(table) = answer else { continue };
            laid += 1;
            let edits = task.edits(&table.placements);
            let floors = task.instance().program.week_min.clone();
            let mut filled = plan.clone();
            apply(&mut filled, &Edit::Together(edits)).unwrap();
            for week in weeks(&filled) {
                let floor = floors.get(usize::from(week.number) - 1).copied().unwrap_or(0);
                let counted = u32::from(week.counted(&filled, kind).0);
                assert!(counted >= floor, "{name} {kind:?} week {}: {counted} of {floor}", week.number);
            }
            let short = |finding: &Finding| finding.code() == "week-below-floor" && finding.level() == Level::Error;
            let told: Vec<Finding> = findings(&filled, &catalog, None).into_iter().filter(short).collect();
            assert_eq!(told, [], "{name} {kind:?}");
        }
    }
    assert!(laid >= 6, "only {laid} calendars were laid");
}

#[track_caller]
fn keeps_to_its_clinic(name: &str, first_day: Date) {
    let catalog = builtin().0;
    let mut plan = crate::drafts::drafted(name);
    let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
    let shift = days_between(starts(&plan).unwrap(), first_day);
    let later = |date: Date| date.saturating_add(jiff::Span::new().days(shift));
    for segment in &mut plan.segments {
        (segment.from, segment.to) = (later(segment.from), later(segment.to));
    }
    plan.sessions.clear();
    plan.person.away.clear();
    let request = Request {
        plan: &plan,
        clinic,
        catalog: &catalog,
        from: None,
        taken: Taken::NOBODY,
        language: Language::English,
    };
    let sessions = lay_somehow(request, Effort::default());
    assert!(sessions.len() > 30, "{name} from {first_day}: {} sessions", sessions.len());
    let last = plan.segments.iter().map(|segment| segment.to).max().unwrap();
    for session in &sessions {
        let at = format!("{name} from {first_day}: {} {}", session.date, session.start);
        let meets =
            |segment: &&Segment| segment.holds(session.date) && segment.days.contains(&Weekday::of(session.date));
        assert!(plan.segments.iter().any(|segment| meets(&segment)), "{at} is outside the program");
        assert!(clinic.holiday(session.date).is_none(), "{at} is on a holiday");
        let Some(block) = session.block.as_ref().and_then(|slug| clinic.blocks.iter().find(|one| one.slug == *slug))
        else {
            continue;
        };
        let topics = plan.module(session.module).unwrap().topics.len();
        let meetings = block.meetings(clinic, topics, last);
        assert_eq!(session.start, block.start, "{at}: the clock on the wall decides, whatever the season");
        let topic = meetings.iter().find(|(date, _)| *date == session.date).map(|(_, topic)| *topic);
        assert_eq!(topic, session.topic.map(usize::from), "{at} has its block's topic");
    }
}

#[test]
fn dates_are_right_across_clock_changes_year_ends_leap_days_and_holidays() {
    for (name, _) in samples::ALL.iter().take(1) {
        // Summer time begins on 14 March and ends on 7 November 2027; 2028 has a 29 February.
        for (year, month, day) in [(2027, 2, 22), (2027, 10, 18), (2027, 12, 6), (2028, 2, 7)] {
            keeps_to_its_clinic(name, Date::constant(year, month, day));
        }
    }
}
