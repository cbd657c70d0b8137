//! Plans that make no sense: the checks find what they find and never panic.

use jiff::civil::date;
use proptest::prelude::*;
use throughline::base::*;
use throughline::checks::{CODES, Finding, findings};
use throughline::plan::*;
use throughline::wording::findings as words;

use super::cases::CASES;
use super::sound::sound;

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_makes_the_checks_panic(
        change in 0..CASES.len(),
        shakes in proptest::collection::vec((0..SHAKES.len(), any::<i16>(), any::<u16>()), 0..12),
        today in proptest::option::of(any::<i16>()),
    ) {
        let mut world = sound();
        world.today = today.map(day);
        CASES[change].1(&mut world);
        for (index, when, number) in shakes {
            SHAKES[index](&mut world.plan, day(when), number);
        }
        let all = findings(&world.plan, &world.catalog, world.today);
        prop_assert!(all.is_sorted_by_key(Finding::level));
        for finding in &all {
            prop_assert!(CODES.contains(&finding.code()));
            for language in [Language::English, Language::Spanish] {
                prop_assert!(!words::message(finding, &world.plan, language).is_empty());
                prop_assert!(!words::fix(finding, &world.plan, language).is_empty());
            }
        }
    }
}

/// A date near the stay for small numbers, and at the ends of time for the largest.
fn day(number: i16) -> Date {
    match number {
        i16::MAX => Date::MAX,
        i16::MIN => Date::MIN,
        number => date(2027, 1, 4).saturating_add(jiff::Span::new().days(i64::from(number) / 64)),
    }
}

fn pick<T>(list: &mut [T], number: u16) -> Option<&mut T> {
    let index = usize::from(number).checked_rem(list.len())?;
    list.get_mut(index)
}

type Shake = fn(&mut Plan, Date, u16);

/// Ways to make nonsense of a plan.
const SHAKES: &[Shake] = &[
    |plan, when, n| pick(&mut plan.sessions, n).into_iter().for_each(|session| session.date = when),
    |plan, _, n| pick(&mut plan.sessions, n).into_iter().for_each(|session| session.minutes = Minutes(n)),
    |plan, _, n| pick(&mut plan.sessions, n).into_iter().for_each(|session| session.module = ModuleId(u32::from(n))),
    |plan, _, n| pick(&mut plan.sessions, n).into_iter().for_each(|session| session.topic = Some(n)),
    |plan, when, _| plan.sessions.iter_mut().for_each(|session| session.date = when),
    |plan, when, n| pick(&mut plan.segments, n).into_iter().for_each(|segment| segment.from = when),
    |plan, when, n| pick(&mut plan.segments, n).into_iter().for_each(|segment| segment.to = when),
    |plan, _, _| plan.segments.clear(),
    |plan, _, n| pick(&mut plan.modules, n).into_iter().for_each(|module| module.minutes = Minutes(n)),
    |plan, _, n| pick(&mut plan.modules, n).into_iter().for_each(|module| module.counts.minutes = Minutes(n)),
    |plan, _, n| pick(&mut plan.modules, n).into_iter().for_each(|module| module.topics.clear()),
    |plan, when, _| plan.person.birth_date = Some(when),
    |plan, when, _| plan.course.standing = Standing::InEffect(when),
    |plan, when, n| pick(&mut plan.course.reviews, n).into_iter().for_each(|review| review.due = when),
    |plan, when, _| plan.person.away.push(Away { from: when, to: Date::MAX, reason: String::new() }),
    |plan, when, n| {
        let mut authorizations = plan.coverage.iter_mut().flat_map(|payer| &mut payer.authorizations);
        authorizations.next().into_iter().for_each(|authorization| {
            authorization.to = when;
            authorization.used = n;
        });
    },
];
