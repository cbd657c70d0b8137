//! Whole calendars side by side: which are laid, which are worth a column, and what each puts into the plan.

use throughline::base::{ClockTime, Language, Slug, Weekday};
use throughline::catalog::{Catalog, builtin};
use throughline::plan::{Edit, ListEdit, ModuleEdit, Plan, SessionEdit, apply};
use throughline::schedule::Taken;
use throughline::schedule::engine::{Effort, Go, Tier, TierResult};
use throughline::schedule::lay::Request;
use throughline::schedule::lay::compare::{
    Comparison, FrameChange, Outcome, alternative, alternatives, best_of, follows, is_different, standing, usual_week,
    variants,
};
use throughline::wording::timetable::alternatives as say;

const ENGLISH: Language = Language::English;

fn request<'a>(plan: &'a Plan, catalog: &'a Catalog) -> Request<'a> {
    let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
    Request { plan, clinic, catalog, from: None, taken: Taken::NOBODY, language: ENGLISH }
}

fn frames(sample: &str) -> Vec<FrameChange> {
    let (plan, catalog) = (crate::drafts::drafted(sample), builtin().0);
    variants(request(&plan, &catalog)).into_iter().map(|variant| variant.frame).collect()
}

fn track(name: &str) -> FrameChange {
    FrameChange::Track(Slug::new(name).unwrap())
}

#[test]
fn a_plan_is_compared_in_tracks_for_its_age_and_with_a_day_more_or_fewer() {
    let own = FrameChange::AsPlanned;
    assert_eq!(
        frames("depression-day"),
        [own.clone(), track("evening"), FrameChange::Days(2), FrameChange::Days(4)],
        "no track for teens is offered to an adult"
    );
    assert_eq!(
        frames("alcohol-evening"),
        [own.clone(), track("day"), FrameChange::Days(3)],
        "the track has no fifth day"
    );
    assert_eq!(frames("teen-dbt"), [own, FrameChange::Days(3)], "no track for adults is offered to a teen");
}

#[test]
fn a_day_fewer_with_a_concession_stands_beside_the_clash_that_asks_for_it() {
    let (plan, catalog) = (crate::drafts::drafted("teen-dbt"), builtin().0);
    let request = request(&plan, &catalog);
    let Comparison { now, found: all, .. } = alternatives(request, &Tier::ALL, Effort::default());
    let told: Vec<String> = all.iter().map(|one| say::title(&one.variant, request.clinic, ENGLISH)).collect();
    assert_eq!(told, ["3 days a week", "3 days a week, with a concession"], "nothing that is as it is now");
    assert!(matches!(all[0].outcome, Outcome::Impossible(_)));
    let now = now.unwrap();
    assert_eq!(now.known.len(), now.values.len(), "the calendar of the plan is the best in its frame");
    assert!(
        now.values.iter().all(|(tier, value)| now.tier(*tier).is_some_and(|one| one.value == *value && one.proven()))
    );

    let calendar = all[1].laid().unwrap();
    assert!(calendar.tiers.iter().all(TierResult::proven), "{:?}", calendar.tiers);
    let visits =
        |plan: &Plan| plan.sessions.iter().map(|one| one.date).collect::<std::collections::BTreeSet<_>>().len();
    let mut then = plan.clone();
    apply(&mut then, &Edit::Together(calendar.edits.clone())).unwrap();
    assert!(visits(&then) < visits(&plan));
    assert!(then.segments.iter().filter(|one| one.track.is_some()).all(|one| !one.days.contains(&Weekday::Wed)));
    assert_ne!(then.person.availability, plan.person.availability, "what it asks for is in the plan as well");
    let own: Vec<Weekday> = calendar.week.iter().map(|hours| hours.day).collect();
    assert_eq!(own, [Weekday::Mon, Weekday::Tue, Weekday::Thu]);
    assert_eq!(usual_week(&then, None), calendar.week);
    let asks = say::asks(&all[1], &plan, &calendar.alone, ENGLISH);
    assert_eq!(asks[0], "No Wednesday");
    assert!(asks[1].starts_with("Free Tuesday "), "{asks:?}");

    assert!(!is_different(&then, &[], &all[1]), "what the plan has already is no alternative");
    assert!(!is_different(&plan, &all[1..], &all[1]), "nor is the same twice");
}

#[test]
fn what_is_far_from_possible_says_so_in_one_sentence_and_offers_nothing() {
    let (plan, catalog) = (crate::drafts::drafted("depression-day"), builtin().0);
    let request = request(&plan, &catalog);
    let evening = variants(request).into_iter().find(|variant| variant.frame == track("evening")).unwrap();
    let one = alternative(request, evening, &Tier::ALL, Effort::default(), &mut || Go::On);
    let Outcome::Impossible(clash) = &one.outcome else { panic!("this person cannot come in the evening") };
    let said = say::clash_in_short(clash, ENGLISH);
    assert!(said.starts_with("None of the ") && said.contains("(The person’s hours on "), "{said}");
    assert!(follows(&one).is_empty());
}

#[test]
fn what_cannot_be_is_compared_with_its_cheapest_ways_out() {
    let (mut plan, catalog) = (crate::drafts::drafted("depression-day"), builtin().0);
    let module = plan.modules.iter().find(|module| module.slug.as_str() == "individual-therapy").unwrap();
    let more = Edit::Module(module.id, ModuleEdit::Sessions(module.sessions + 3));
    apply(&mut plan, &more).unwrap();
    let request = request(&plan, &catalog);
    let own = variants(request).remove(0);
    let base = alternative(request, own, &Tier::ALL, Effort::default(), &mut || Go::On);
    assert!(matches!(base.outcome, Outcome::Impossible(_)));
    let ways = follows(&base);
    assert!((1..=3).contains(&ways.len()), "{}", ways.len());
    let first = alternative(request, ways[0].clone(), &Tier::ALL, Effort::default(), &mut || Go::On);
    assert!(first.laid().is_some(), "{:?}", first.outcome);
    assert!(follows(&first).is_empty());
}

#[test]
fn a_calendar_that_somebody_stops_is_still_a_calendar() {
    let (plan, catalog) = (crate::drafts::drafted("depression-day"), builtin().0);
    let request = request(&plan, &catalog);
    let more = variants(request).pop().unwrap();
    let mut asked = 0;
    let one = alternative(request, more, &Tier::ALL, Effort::default(), &mut || {
        asked += 1;
        Go::Stop
    });
    assert_eq!(asked, 1);
    let calendar = one.laid().unwrap();
    assert!(calendar.tiers.is_empty() || !calendar.tiers.iter().all(TierResult::proven));
}

#[test]
fn the_calendar_of_the_plan_is_counted_as_it_is() {
    let (mut plan, catalog) = (crate::drafts::drafted("teen-dbt"), builtin().0);
    let now = standing(request(&plan, &catalog), &Tier::ALL).unwrap();
    assert_eq!((now.breaks, now.astray), (0, 0));
    assert_eq!(now.value(Tier::Change), None, "nothing has happened that could be changed");
    assert_eq!(say::standing(&now, ENGLISH), Vec::<String>::new());

    let session = plan.sessions.iter().find(|session| session.block.is_none()).unwrap().clone();
    let edit = SessionEdit::Move(session.date, ClockTime::parse("06:00").unwrap());
    apply(&mut plan, &Edit::Session(session.id, edit)).unwrap();
    let now = standing(request(&plan, &catalog), &Tier::ALL).unwrap();
    assert_eq!(now.astray, 1);
    assert_eq!(say::standing(&now, ENGLISH)[0], "1 session stands outside the hours or groups");

    let all = plan.sessions.iter().map(|session| Edit::Sessions(ListEdit::Remove(session.id))).collect();
    apply(&mut plan, &Edit::Together(all)).unwrap();
    assert_eq!(standing(request(&plan, &catalog), &Tier::ALL), None);
}

#[test]
fn the_best_of_a_row_is_marked_only_where_there_is_a_difference() {
    let check = |values: &[Option<u32>], expect: &[bool]| assert_eq!(best_of(values), expect, "{values:?}");
    check(&[], &[]);
    check(&[Some(3), Some(3), None], &[false, false, false]);
    check(&[Some(3), None, Some(2), Some(2)], &[false, false, true, true]);
    check(&[None, Some(0), Some(1)], &[false, true, false]);
}

#[test]
fn comparing_the_same_plan_twice_gives_the_same() {
    let (plan, catalog) = (crate::drafts::drafted("teen-dbt"), builtin().0);
    let told = || {
        let all = alternatives(request(&plan, &catalog), &Tier::ALL, Effort::default());
        all.found.iter().map(|one| format!("{:?}", one.laid().map(|laid| &laid.edits))).collect::<Vec<_>>()
    };
    assert_eq!(told(), told());
}
