//! What holds for every problem, tried on small ones made from a seed.

use proptest::prelude::*;
use throughline::schedule::engine::{
    Answer, DayOf, Effort, Fault, Give, Go, Instance, Named, Placement, Problem, Tier, TierResult, evaluate, first,
    moves, precheck, solve, why_not,
};

use super::brute;
use super::making::{Dice, small};

/// The best values of the tiers, `None` where there is no timetable.
fn vector(text: &Instance) -> Option<Vec<u32>> {
    let problem = Problem::new(text).unwrap();
    match solve(&problem, &Tier::ALL, Effort::default(), &mut |_| Go::On) {
        Answer::Feasible(timetable) => {
            let score = evaluate(&problem, &timetable.placements);
            assert_eq!(score.violations, []);
            assert!(timetable.tiers.iter().all(TierResult::proven));
            Some(score.vector(&Tier::ALL))
        }
        Answer::Infeasible(_) => None,
        Answer::Unknown => unreachable!("no effort is too little for eight sessions"),
    }
}

fn held(text: &Instance, problem: &Problem) -> Vec<Placement> {
    let first = (text.frozen_before_week, text.frozen_before_day);
    let past = text.previous.iter().filter(|named| (named.week, named.day) < first);
    past.filter_map(|named| problem.place(named)).collect()
}

/// Whether `b` is at least as good as `a`; no timetable is worst.
fn no_worse(a: Option<&Vec<u32>>, b: Option<&Vec<u32>>) -> bool {
    match (a, b) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(a), Some(b)) => b <= a,
    }
}

fn renamed(text: &Instance) -> Instance {
    let name = |id: &str| -> String { format!("{}{id}", char::from(b'z' - id.as_bytes()[0] % 26)) };
    let mut other = text.clone();
    other.modules.iter_mut().for_each(|module| module.id = name(&module.id));
    for offering in &mut other.offerings {
        offering.id = name(&offering.id);
        offering.module = name(&offering.module);
    }
    for provider in &mut other.providers {
        provider.id = name(&provider.id);
        provider.modules.iter_mut().for_each(|module| *module = name(module));
    }
    for order in &mut other.precedence {
        order.before = name(&order.before);
        order.after = name(&order.after);
    }
    for named in other.previous.iter_mut().chain(&mut other.pins) {
        named.module = name(&named.module);
        named.who = name(&named.who);
    }
    other
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn the_best_is_the_best_of_all(seed in any::<u64>()) {
        let text = small(seed);
        let problem = Problem::new(&text).unwrap();
        if let Some(best) = brute::best(&problem, &held(&text, &problem), 4000) {
            prop_assert_eq!(vector(&text), best);
        }
    }

    #[test]
    fn names_and_order_do_not_matter(seed in any::<u64>()) {
        let text = small(seed);
        let mut other = renamed(&text);
        other.modules.reverse();
        other.offerings.reverse();
        other.providers.reverse();
        prop_assert_eq!(vector(&text), vector(&other));
    }

    #[test]
    fn one_day_less_makes_nothing_better(seed in any::<u64>(), week in 0_u16..2, day in 0_u8..3) {
        // Weeks without any place do not count as gaps, so a closure could close a gap: leave that rule out.
        let mut text = small(seed);
        text.modules.iter_mut().for_each(|module| module.max_gap_weeks = None);
        let before = vector(&text);
        text.closures.push(DayOf { week, day });
        let after = vector(&text);
        prop_assert!(no_worse(after.as_ref(), before.as_ref()), "{:?} then {:?}", before, after);
    }

    #[test]
    fn one_rule_less_makes_nothing_worse(seed in any::<u64>(), which in 0..5) {
        let text = small(seed);
        let mut other = text.clone();
        match which {
            0 => other.precedence.clear(),
            1 => other.program.week_min.fill(0),
            2 => other.modules.iter_mut().for_each(|module| module.max_gap_weeks = None),
            3 => other.modules.iter_mut().for_each(|module| module.per_week_max += 1),
            _ => other.program.days_max.fill(7),
        }
        let (before, after) = (vector(&text), vector(&other));
        prop_assert!(no_worse(before.as_ref(), after.as_ref()), "{:?} then {:?}", before, after);
    }

    #[test]
    fn a_plan_that_still_fits_stays(seed in any::<u64>()) {
        let mut text = small(seed);
        text.previous.clear();
        text.frozen_before_week = 0;
        text.frozen_before_day = 0;
        let problem = Problem::new(&text).unwrap();
        if let Some(timetable) = first(&problem, Effort::default()) {
            text.previous = timetable.placements.iter().map(|&at| problem.named(at)).collect();
            text.frozen_before_week = 1;
            text.frozen_before_day = 1;
            let again = Problem::new(&text).unwrap();
            let Answer::Feasible(new) = solve(&again, &Tier::ALL, Effort::default(), &mut |_| Go::On) else {
                return Err(TestCaseError::fail("the old plan still fits"));
            };
            prop_assert_eq!(new.tiers[0].value, 0);
            let named: Vec<Named> = new.placements.iter().map(|&at| again.named(at)).collect();
            prop_assert_eq!(named, text.previous);
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer(seed in any::<u64>()) {
        let problem = Problem::new(&small(seed)).unwrap();
        let ask = || solve(&problem, &Tier::ALL, Effort::default(), &mut |_| Go::On);
        prop_assert_eq!(ask(), ask());
    }

    #[test]
    fn what_cannot_be_is_explained(seed in any::<u64>()) {
        let problem = Problem::new(&small(seed)).unwrap();
        if vector(&small(seed)).is_none() {
            let why = why_not(&problem, Effort::default()).unwrap();
            prop_assert!(!why.rules.is_empty());
            for (_, give) in why.relaxations.iter().flat_map(|way| &way.gives) {
                let nothing = matches!(give, Give::Instead { asked, becomes } if asked == becomes);
                prop_assert!(!nothing, "{:?}", why.relaxations);
            }
        } else {
            prop_assert_eq!(precheck(&problem), []);
            prop_assert_eq!(why_not(&problem, Effort::default()), None);
        }
    }

    #[test]
    fn nothing_panics_on_nonsense(seed in any::<u64>()) {
        let mut text = small(seed);
        let dice = &mut Dice::new(seed);
        for module in &mut text.modules {
            module.sessions = dice.roll(0, 9);
            module.per_week_max = dice.roll(0, 3);
            module.per_day_max = dice.roll(0, 3);
            module.latest_week = dice.roll(0, 5);
            module.target_end = dice.roll(0, 3);
            module.max_gap_weeks = Some(i32::from(dice.roll(0, 4)) - 1);
        }
        text.program.week_max.fill(u32::from(dice.roll(0, 30)) * 10);
        text.program.day_min = u32::from(dice.roll(0, 400));
        text.program.day_max = u32::from(dice.roll(0, 400));
        text.frozen_before_week = dice.roll(0, text.weeks);
        text.frozen_before_day = u8::try_from(dice.roll(0, 6)).unwrap();
        text.availability.truncate(usize::from(dice.roll(0, 3)));
        if let Ok(problem) = Problem::new(&text) {
            precheck(&problem);
            if let Answer::Feasible(found) = solve(&problem, &Tier::ALL, Effort(1), &mut |_| Go::On) {
                prop_assert_eq!(evaluate(&problem, &found.placements).violations, []);
                for &which in &found.placements {
                    moves(&problem, &found.placements, which);
                }
            }
        }
    }
}

#[test]
fn more_sessions_held_than_prescribed_are_refused() {
    let mut text = (0..1000).map(small).find(|text| !text.previous.is_empty()).unwrap();
    text.modules.iter_mut().for_each(|module| module.sessions = 0);
    assert_eq!(Problem::new(&text).unwrap_err(), Fault::Range("sessions"));
}

#[test]
fn numbers_beyond_reason_do_no_harm() {
    let mut text = small(7);
    text.program.week_max.fill(u32::MAX);
    text.program.week_target.fill(u32::MAX);
    text.program.day_max = u32::MAX;
    text.program.days_max.fill(u8::MAX);
    let Ok(problem) = Problem::new(&text) else { unreachable!() };
    solve(&problem, &Tier::ALL, Effort(1), &mut |_| Go::On);
    text.program.week_min.fill(u32::MAX);
    let problem = Problem::new(&text).unwrap();
    assert!(!precheck(&problem).is_empty());
    let windows =
        text.availability.iter_mut().chain(text.providers.iter_mut().flat_map(|provider| &mut provider.windows));
    windows.for_each(|window| window.from = u16::MAX);
    assert_eq!(Problem::new(&text).unwrap_err(), Fault::Range("windows"));
}

#[test]
fn an_empty_problem_has_an_empty_timetable() {
    let problem = Problem::new(&Instance { slot_minutes: 15, start_step: 2, ..Instance::default() }).unwrap();
    let Answer::Feasible(found) = solve(&problem, &Tier::ALL, Effort::default(), &mut |_| Go::On) else {
        unreachable!()
    };
    assert_eq!(found.placements, []);
}
