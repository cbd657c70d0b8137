//! How modules of the library fit a plan, what is suggested for it, and what modules come to in a week.

use throughline::base::{Minutes, Slug};
use throughline::catalog::{Catalog, builtin};
use throughline::draft::{Basis, Fit, Hindrance, Rank, aimed_at, fits, links, room, suggest, team, weekly};
use throughline::plan::{Edit, ListEdit, Plan, apply};
use throughline::samples;

use crate::drafts::drafted as sample;

fn all_fits(plan: &Plan, catalog: &Catalog) -> Vec<Fit> {
    let clinic = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug));
    fits(&Basis { plan, catalog, clinic, team: &team(plan), links: &links(plan, catalog) })
}

fn without_modules(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for module in plan.modules.clone() {
        apply(&mut plan, &Edit::Modules(ListEdit::Remove(module.id))).unwrap();
    }
    plan
}

#[test]
fn a_plan_without_modules_gets_what_its_needs_cannot_do_without_and_its_hours() {
    let (catalog, _) = builtin();
    for (name, _) in samples::ALL {
        let plan = without_modules(&sample(name));
        let clinic = catalog.clinics.get(plan.program.clinic.as_ref().unwrap());
        let suggested = suggest(&plan, &catalog, clinic);
        for fit in all_fits(&plan, &catalog).iter().filter(|fit| fit.rank == Rank::Core && fit.can_be_given()) {
            let chosen = suggested.modules.iter().any(|module| module.slug == fit.slug);
            let left_out = suggested.left_out.iter().any(|left| left.module == fit.slug);
            assert!(chosen || left_out, "{name}: {}", fit.slug);
        }
        let basis = Basis { plan: &plan, catalog: &catalog, clinic, team: &[], links: &[] };
        let sum: Minutes = suggested.modules.iter().map(|module| weekly(&basis, module)).sum();
        let aim = aimed_at(&plan).unwrap();
        let is_settled = |fit: &Fit| {
            suggested.modules.iter().any(|module| module.slug == fit.slug)
                || suggested.left_out.iter().any(|left| left.module == fit.slug)
        };
        let fits = all_fits(&plan, &catalog);
        let mut helpful = fits.iter().filter(|fit| fit.rank == Rank::Helpful && fit.can_be_given());
        let is_near = u32::from(sum.0) * 10 >= u32::from(aim.0) * 7;
        assert!(is_near || helpful.all(is_settled), "{name}: {} of {}", sum.0, aim.0);
        let ids: Vec<_> = plan.goals.iter().flat_map(|goal| &goal.objectives).map(|objective| objective.id).collect();
        let served = |id| suggested.modules.iter().any(|module| module.objectives.contains(id));
        assert!(ids.iter().all(served), "{name}: an objective is served by nothing");
    }
}

#[test]
fn links_are_found_again_from_the_plan_alone() {
    let (catalog, _) = builtin();
    for (name, _) in samples::ALL {
        let plan = sample(name);
        let links = links(&plan, &catalog);
        for module in &plan.modules {
            let linked = links.iter().filter(|(_, modules)| modules.contains(&module.slug));
            for (objective, _) in linked {
                assert!(module.objectives.contains(objective), "{name}: {} and {objective}", module.slug);
            }
        }
        let found = links.iter().filter(|(_, modules)| !modules.is_empty()).count();
        assert_eq!(found, links.len(), "{name}: an objective of the library is not known again");
    }
}

#[test]
fn a_full_plan_needs_no_more_than_what_is_missing() {
    let (catalog, _) = builtin();
    let plan = sample("alcohol-evening");
    let clinic = catalog.clinics.get(plan.program.clinic.as_ref().unwrap());
    let suggested = suggest(&plan, &catalog, clinic);
    assert_eq!(suggested.modules.iter().map(|module| module.slug.as_str()).collect::<Vec<_>>(), [""; 0]);
    let mut less = plan.clone();
    let core = all_fits(&plan, &catalog)
        .into_iter()
        .find(|fit| fit.rank == Rank::Core)
        .and_then(|fit| fit.placed)
        .expect("a core module is placed");
    apply(&mut less, &Edit::Modules(ListEdit::Remove(core))).unwrap();
    let back = suggest(&less, &catalog, clinic);
    assert!(back.modules.iter().any(|module| Some(&module.slug) == plan.module(core).map(|module| &module.slug)));
}

#[test]
fn without_a_known_clinic_doses_are_added_up_to_what_is_aimed_at() {
    let (catalog, _) = builtin();
    let mut plan = without_modules(&sample("depression-day"));
    let program = throughline::plan::Program { clinic: None, ..plan.program.clone() };
    apply(&mut plan, &Edit::Program(program)).unwrap();
    let suggested = suggest(&plan, &catalog, None);
    let links = links(&plan, &catalog);
    let basis = Basis { plan: &plan, catalog: &catalog, clinic: None, team: &[], links: &links };
    let sum: Minutes = suggested.modules.iter().map(|module| weekly(&basis, module)).sum();
    assert!(suggested.modules.iter().all(|module| module.responsible.is_none()));
    assert!(suggested.modules.len() >= 4, "{}", suggested.modules.len());
    assert!(sum.0 > 300, "{sum:?} of {:?}", aimed_at(&plan));
}

#[test]
fn the_strongest_suggestions_come_first_and_other_ages_last() {
    let (catalog, _) = builtin();
    let plan = sample("teen-dbt");
    let fits = all_fits(&plan, &catalog);
    assert_eq!(fits.len(), catalog.modules.len());
    assert!(fits.is_sorted_by_key(|fit| fit.rank));
    assert_eq!(fits.first().map(|fit| fit.rank), Some(Rank::Core));
    let cpt = fits.iter().find(|fit| fit.slug.as_str() == "cpt").unwrap();
    assert_eq!(cpt.rank, Rank::OtherAges);
    assert!(!cpt.can_be_given() && !cpt.suits_the_person());
    for fit in fits.iter().filter(|fit| fit.rank == Rank::Core) {
        assert!(!fit.needs.is_empty() && fit.reason.is_some(), "{}", fit.slug);
    }
}

#[test]
fn what_has_to_come_first_is_told_until_it_is_there() {
    let (catalog, _) = builtin();
    let plan = without_modules(&sample("trauma-opioid-es"));
    let later = catalog.modules.values().find(|module| !module.after.is_empty()).unwrap();
    let first = later.after[0].module.clone();
    let told = |plan: &Plan| {
        let fits = all_fits(plan, &catalog);
        let fit = fits.iter().find(|fit| fit.slug == later.slug).unwrap();
        fit.hindrances.iter().any(|one| matches!(one, Hindrance::After { module, .. } if *module == first))
    };
    assert!(told(&plan));
    let mut with = plan.clone();
    let basis = Basis { plan: &plan, catalog: &catalog, clinic: None, team: &[], links: &[] };
    let placed = basis.placed(&catalog.modules[&first]);
    apply(&mut with, &Edit::Modules(ListEdit::Add(placed))).unwrap();
    assert!(!told(&with));
}

#[test]
fn modules_of_a_drafted_plan_come_to_about_what_its_weeks_hold() {
    let (catalog, _) = builtin();
    for name in ["alcohol-evening", "depression-day"] {
        let plan = sample(name);
        let basis = Basis { plan: &plan, catalog: &catalog, clinic: None, team: &[], links: &[] };
        let sum: Minutes = plan.modules.iter().map(|module| weekly(&basis, module)).sum();
        let aim = aimed_at(&plan).unwrap();
        assert!((aim.0 * 4 / 5..aim.0 * 3 / 2).contains(&sum.0), "{name}: {} of {}", sum.0, aim.0);
        assert!(room(&plan).unwrap() >= aim, "{name}: {:?}", room(&plan));
    }
}

#[test]
fn an_own_module_is_known_to_nobody_and_nobody_minds() {
    let (catalog, _) = builtin();
    let mut plan = sample("depression-day");
    let mut own = plan.modules[0].clone();
    own.slug = Slug::new("own-1").unwrap();
    let codes = |plan: &Plan| -> Vec<&str> {
        throughline::checks::findings(plan, &catalog, None).iter().map(throughline::checks::Finding::code).collect()
    };
    let mut unknown = plan.clone();
    apply(&mut unknown, &Edit::Modules(ListEdit::Add(own.clone()))).unwrap();
    assert!(codes(&unknown).contains(&"unknown-module"));
    own.edition = 0;
    apply(&mut plan, &Edit::Modules(ListEdit::Add(own))).unwrap();
    assert!(!codes(&plan).contains(&"unknown-module"));
}
