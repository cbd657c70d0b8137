//! What the screens derive from a plan.

use throughline::base::{Minutes, PackKind, Weekday};
use throughline::desktop::library::catalog;
use throughline::desktop::model::{Model, derive};
use throughline::plan::{Edit, ListEdit, Payer, Plan, SessionEdit, SessionStatus, apply};
use throughline::storage::{Trust, decode};
use throughline::wording::screen::{Daypart, Family};

use super::fixture::{TODAY, plan, plan_with_overlap};

fn derived(plan: &Plan) -> Model {
    derive(plan, catalog(), TODAY)
}

fn model() -> Model {
    derived(&plan())
}

#[test]
fn a_usual_week_speaks_for_the_stay() {
    let told = model().headline(&plan()).unwrap();
    assert_eq!((told.weeks, told.days, told.part, told.minutes), (9, 5, Daypart::Evening, Minutes(560)));
}

#[test]
fn a_week_adds_up_by_family_of_services() {
    let model = model();
    let week = model.week(3).unwrap();
    assert_eq!(week.families.iter().copied().sum::<Minutes>(), week.sum.planned);
    assert_eq!(week.families[Family::Skills.index()], Minutes(180));
    assert_eq!(week.sum.aim, Some(Minutes(540)));
    assert!(!model.families().iter().any(|(family, _)| *family == Family::Group));
}

#[test]
fn what_is_called_off_fills_no_bar() {
    let mut plan = plan();
    let skills = plan.sessions[0].id;
    let edit = SessionEdit::Mark(SessionStatus::Cancelled, None, "storm".to_owned());
    apply(&mut plan, &Edit::Session(skills, edit)).unwrap();
    let model = derived(&plan);
    assert_eq!(model.week(1).unwrap().sum.planned, Minutes(470));
    assert_eq!(model.week(1).unwrap().sessions.len(), 8);
}

#[test]
fn the_first_payer_says_what_counts() {
    let mut plan = plan();
    let mut module = plan.modules[0].clone();
    let except = throughline::base::CountException { pack: PackKind::Medicare, minutes: Minutes(60) };
    module.counts.except.push(except);
    apply(&mut plan, &Edit::Modules(ListEdit::Replace(module))).unwrap();
    assert_eq!(derived(&plan).week(3).unwrap().sum.counted, Minutes(560));
    let payer = Payer {
        id: throughline::base::PayerId(0),
        name: "Medicare".to_owned(),
        member_number: String::new(),
        pack: None,
        counts_as: PackKind::Medicare,
        authorizations: Vec::new(),
    };
    apply(&mut plan, &Edit::Payer(ListEdit::Add(payer))).unwrap();
    assert_eq!(derived(&plan).week(3).unwrap().sum.counted, Minutes(500));
}

#[test]
fn the_board_reaches_over_all_sessions_of_the_stay() {
    let model = model();
    assert_eq!(model.hours, (16 * 60, 21 * 60));
    assert_eq!(model.days, [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);
}

#[test]
fn overlaps_are_found_from_both_sides() {
    assert!(model().overlaps.is_empty());
    let overlaps = derived(&plan_with_overlap()).overlaps;
    assert_eq!(overlaps.len(), 2);
    assert!(overlaps.iter().all(|(one, other)| overlaps.get(other) == Some(one)));
}

#[test]
fn every_sample_has_weeks_hours_and_modules_to_show() {
    for (name, text) in throughline::samples::ALL {
        let plan = decode(text, Trust::Strict).unwrap().plan;
        let model = derived(&plan);
        assert!(model.headline(&plan).is_some_and(|told| told.weeks >= 6 && told.minutes >= Minutes(360)), "{name}");
        assert!(model.spans.len() >= 5, "{name}");
        assert!(model.overlaps.is_empty(), "{name}: {:?}", model.overlaps);
    }
}
