//! The samples: each is what its intake drafts and its course tells, byte for byte.
//!
//! `UPDATE_SAMPLES=1 cargo test --test it samples` writes them anew, and with a name in the place of 1 that one.

mod course;
mod replay;

use throughline::base::{Date, days_after};
use throughline::catalog::{builtin, read::from_text};
use throughline::checks::{Level, findings};
use throughline::draft::draft;
use throughline::history::{Chart, Effect, diff};
use throughline::plan::{Decision, Review, SessionStatus, SignOutcome};
use throughline::progress::alerts;
use throughline::samples;
use throughline::storage::{Trust, decode, encode};

fn text(name: &str, kind: &str) -> String {
    let path = format!("{}/plans/{name}.{kind}.ron", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn built(name: &str) -> Chart {
    let (catalog, _) = builtin();
    let drafted = draft(&from_text(&text(name, "intake")).unwrap(), &catalog).unwrap();
    let course = from_text(&text(name, "course")).unwrap_or_else(|why| panic!("{name}: {why}"));
    replay::replayed(drafted.plan, &course, &catalog)
}

fn shipped(name: &str) -> Chart {
    let text = samples::ALL.iter().find(|(other, _)| *other == name).unwrap().1;
    let decoded = decode(text, Trust::Strict).unwrap();
    Chart::of(decoded.plan, decoded.versions)
}

fn shipped_all() -> impl Iterator<Item = (&'static str, Chart)> {
    samples::ALL.iter().map(|(name, _)| (*name, shipped(name)))
}

fn held(chart: &Chart) -> Vec<&Review> {
    chart.plan.course.reviews.iter().filter(|review| review.held.is_some()).collect()
}

#[test]
fn samples_are_what_their_intakes_and_courses_make() {
    let update = std::env::var("UPDATE_SAMPLES").ok();
    let wanted = |name: &str| update.as_deref().is_none_or(|one| one == "1" || one == name);
    for (name, text) in samples::ALL.iter().filter(|(name, _)| wanted(name)) {
        let built = encode(&built(name)).unwrap();
        if update.is_some() {
            write(name, &built);
        } else {
            assert!(built == *text, "{name}: UPDATE_SAMPLES=1 cargo test --test it samples writes it anew");
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the repository keeps the earlier file")]
fn write(name: &str, text: &str) {
    std::fs::write(format!("{}/plans/{name}.plan.ron", env!("CARGO_MANIFEST_DIR")), text).unwrap();
}

#[test]
fn every_sample_has_two_reviews_and_three_versions_that_differ() {
    for (name, chart) in shipped_all() {
        assert!(held(&chart).len() >= 2, "{name}");
        assert!(chart.versions().len() >= 3, "{name}");
        assert_eq!(chart.verify(), Ok(()), "{name}");
        assert!(matches!(chart.effect(), Effect::InEffect(_)), "{name}: {:?}", chart.effect());
        for pair in chart.versions().windows(2) {
            let (from, to) = (pair[0].plan().unwrap(), pair[1].plan().unwrap());
            assert!(diff(&from, &to).len() > 5, "{name}: version {}", pair[1].number());
        }
    }
}

#[test]
fn every_review_of_a_sample_is_a_whole_one() {
    for (name, chart) in shipped_all() {
        for review in held(&chart) {
            let day = review.held.unwrap();
            assert!(review.decision.is_some() && !review.person_says.is_empty(), "{name} {day}");
            assert!(!review.notes.objectives.is_empty() && !review.notes.agreements.is_empty(), "{name} {day}");
            assert!(!review.notes.statements.response.is_empty(), "{name} {day}");
            assert!(
                chart.versions().iter().any(|version| day <= version.date() && version.date() <= days_after(day, 3)),
                "{name} {day}: not signed"
            );
            let known = |date: Date| date <= day;
            assert!(chart.plan.course.results.iter().any(|result| known(result.date)), "{name} {day}");
        }
    }
}

#[test]
fn samples_have_no_errors_on_the_day_after_their_last_review() {
    let (catalog, _) = builtin();
    for (name, chart) in shipped_all() {
        let last = held(&chart).iter().filter_map(|review| review.held).max().unwrap();
        let past = chart.plan.sessions.iter().filter(|session| session.date <= last);
        let open: Vec<Date> = past.filter(|s| s.status == SessionStatus::Planned).map(|s| s.date).collect();
        assert_eq!(open, [], "{name}: not marked");
        for today in [days_after(last, 1), "2026-11-22".parse().unwrap()] {
            let errors = findings(&chart.plan, &catalog, Some(today));
            let errors: Vec<_> = errors.iter().filter(|one| one.level() == Level::Error).collect();
            assert!(errors.is_empty(), "{name} on {today}: {errors:#?}");
        }
    }
}

#[test]
fn the_samples_show_what_reviews_can_bring() {
    let (catalog, _) = builtin();
    let decides = |chart: &Chart, what: Decision| held(chart).iter().any(|review| review.decision == Some(what));
    let alarmed = |chart: &Chart| {
        let began = throughline::plan::starts(&chart.plan).unwrap();
        alerts(&chart.plan, &catalog).iter().any(|alert| alert.date > began)
    };
    let all: Vec<(&str, Chart)> = shipped_all().collect();
    let any = |is_it: &dyn Fn(&Chart) -> bool| all.iter().any(|(_, chart)| is_it(chart));
    assert!(any(&|chart| decides(chart, Decision::Intensify) && alarmed(chart)));
    assert!(any(&|chart| decides(chart, Decision::StepDown)));
    let interpreted = |chart: &Chart| held(chart).iter().any(|review| !review.notes.interpreter.is_empty());
    assert!(interpreted(&shipped("trauma-opioid-es")));
    assert!(any(&|chart| chart.plan.course.results.iter().any(|result| result.in_error.is_some())));
    assert!(any(&|chart| chart.plan.course.addenda.iter().any(throughline::plan::Addendum::is_late)));
    let outcome = |is_it: fn(&SignOutcome) -> bool| {
        any(&|chart| chart.plan.course.sign_offs.iter().any(|sign| is_it(&sign.outcome)))
    };
    assert!(outcome(|outcome| matches!(outcome, SignOutcome::Refused { .. })));
    assert!(outcome(|outcome| matches!(outcome, SignOutcome::Attempted { .. })));
    assert!(outcome(|outcome| matches!(outcome, SignOutcome::Attested(_))));
    assert!(outcome(|outcome| matches!(outcome, SignOutcome::Ink(_))));
}

#[test]
fn samples_stay_small() {
    for (name, text) in samples::ALL {
        assert!(text.len() < 400_000, "{name}: {} bytes", text.len());
    }
}
