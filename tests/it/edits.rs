//! What holds for every edit: no contradiction, nothing half done, and a way back and forth again.

use proptest::prelude::*;
use throughline::plan::{Plan, Timeline, apply, faults};

use crate::plans_gen::{beginnings, sample, seeds};

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) }
}

#[test]
fn the_sample_has_something_in_every_list() {
    let plan = sample();
    let Plan { person, frame, segments, coverage, needs, goals, modules, sessions, course, leaving, .. } = &plan;
    let lists = [
        person.releases.len(),
        person.minor.as_ref().unwrap().guardians.len(),
        frame.diagnoses.len(),
        frame.medications.len(),
        segments.len(),
        coverage.iter().map(|payer| payer.authorizations.len()).sum(),
        needs.len(),
        goals.iter().map(|goal| goal.objectives.len()).sum(),
        modules.iter().map(|module| module.objectives.len()).sum(),
        sessions.len(),
        course.results.len(),
        course.reviews.len(),
        course.sign_offs.len(),
        course.addenda.len(),
        leaving.aftercare.supports.len(),
    ];
    assert!(lists.iter().all(|count| *count > 0), "{lists:?}");
    assert_eq!(faults(&plan), []);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_edit_leaves_no_fault_and_a_refused_one_no_trace((mut plan, seeds) in (beginnings(), seeds(1..40))) {
        for seed in seeds {
            let before = plan.clone();
            if apply(&mut plan, &seed.edit(&before)).is_ok() {
                prop_assert_eq!(faults(&plan), []);
            } else {
                prop_assert_eq!(&plan, &before);
            }
        }
    }

    #[test]
    fn undoing_all_is_the_start_and_redoing_all_is_the_end((start, seeds) in (beginnings(), seeds(20..21))) {
        let mut timeline = Timeline::saved(start.clone());
        let mut states = vec![(start.clone(), timeline.stamp())];
        for seed in seeds {
            if seed.closes_the_step() {
                timeline.close_step();
            }
            let edit = seed.edit(timeline.plan());
            let before = timeline.plan().clone();
            if timeline.make(edit).is_err() {
                prop_assert_eq!(timeline.plan(), &before);
            }
            states.push((timeline.plan().clone(), timeline.stamp()));
        }
        let end = (timeline.plan().clone(), timeline.stamp());
        while timeline.undo() {
            let here = (timeline.plan().clone(), timeline.stamp());
            prop_assert!(states.contains(&here), "undo leads to a state that never was");
        }
        prop_assert_eq!(timeline.plan(), &start);
        prop_assert!(!timeline.is_dirty());
        while timeline.redo() {}
        prop_assert_eq!((timeline.plan().clone(), timeline.stamp()), end);
    }
}
