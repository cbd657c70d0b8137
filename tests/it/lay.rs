//! Plans become timetable problems, and timetables become sessions again.

use std::collections::BTreeSet;

use throughline::base::Language;
use throughline::catalog::builtin;
use throughline::plan::{Edit, ModuleEdit, apply};
use throughline::samples;
use throughline::schedule::Taken;
use throughline::schedule::engine::{Answer, Effort, Go, Shortfall, Tier, TierResult};
use throughline::schedule::lay::{Request, lay, shortfalls};
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
