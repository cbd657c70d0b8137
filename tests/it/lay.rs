//! Plans become timetable problems, and timetables become sessions again.

use std::collections::BTreeSet;

use throughline::base::Language;
use throughline::catalog::builtin;
use throughline::plan::{Edit, apply};
use throughline::samples;
use throughline::schedule::engine::{Answer, Effort, Go, Tier, TierResult};
use throughline::schedule::lay::{Request, lay};
use throughline::storage::{Trust, decode};

#[test]
fn a_plan_that_has_not_changed_is_laid_again_without_a_move() {
    let catalog = builtin().0;
    for (name, text) in samples::ALL {
        let plan = decode(text, Trust::Strict).unwrap().plan;
        let clinic = &catalog.clinics[plan.program.clinic.as_ref().unwrap()];
        let from = throughline::plan::starts(&plan);
        let request = Request { plan: &plan, clinic, catalog: &catalog, from, language: Language::English };
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
    let request = Request { plan: &emptied, clinic, catalog: &catalog, from: None, language: Language::English };
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
