//! Versions from the command line and in words: score, sign, history, diff, verify, and how much room they take.

use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::civil::date;
use serde_json::Value;
use throughline::base::*;
use throughline::catalog::Catalog;
use throughline::history::{Chart, Signing, diff};
use throughline::plan::*;
use throughline::storage::{self, Trust, decode, encode};
use throughline::wording::changes::{ChangeKind, Voice, summarized, told};

use crate::drafts::{drafted, drafted_text};

#[track_caller]
fn expect(code: i32, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_throughline")).args(arguments).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    if code == 2 { err.into_owned() } else { out.into_owned() }
}

fn sample(name: &str) -> String {
    format!("{}/plans/{name}.plan.ron", env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> Chart {
    storage::open(Path::new(path), Trust::Strict).unwrap().into_chart()
}

#[expect(clippy::disallowed_methods, reason = "a test may tear a file")]
fn write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

const SIGN: [&str; 4] = ["--author", "N. Abara, LCSW", "--reason", "intake plan"];

#[test]
fn scored_signed_compared_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let plan: PathBuf = folder.path().join("del.plan.ron");
    let plan = plan.to_str().unwrap();
    let shipped = folder.path().join("drafted.plan.ron");
    write(&shipped, &drafted_text("depression-day"));
    let shipped = shipped.to_str().unwrap();
    let first = expect(0, &[&["sign", shipped, "--date", "2027-01-04", "--out", plan][..], &SIGN].concat());
    assert!(first.contains("version 1"), "{first}");
    let history = json(&expect(0, &["history", plan, "--json"]));
    let version = &history["versions"][0];
    assert_eq!((&version["number"], &version["date"]), (&Value::from(1), &Value::from("2027-01-04")));
    assert_eq!(history["state"], "in-effect");

    let score = ["score", plan, "--measure", "phq-9", "--total", "14", "--date", "2027-01-18", "--out", plan];
    let said = expect(0, &[&score[..], &["--item9", "1"]].concat());
    assert!(said.contains("PHQ-9 14, moderate") && said.contains("Safety alert"), "{said}");
    // An open alert: nothing is signed before somebody acted on it.
    let again = ["sign", plan, "--date", "2027-01-18", "--out", plan];
    let why = expect(2, &[&again[..], &SIGN].concat());
    assert!(why.contains("safety"), "{why}");
    let mut chart = read(plan);
    let alarming = chart.plan.course.results.last().unwrap().id;
    apply(&mut chart.plan, &Edit::Course(CourseEdit::Acknowledge(alarming, "safety plan reviewed".into()))).unwrap();
    storage::save(Path::new(plan), &chart, None).unwrap();
    expect(0, &[&again[..], &SIGN].concat());

    let changes = json(&expect(0, &["diff", plan, "--from", "1", "--to", "2", "--json"]));
    let changes = changes["changes"].as_array().unwrap();
    assert!(changes.iter().any(|change| change["kind"] == "added"), "{changes:?}");
    assert_eq!(json(&expect(0, &["diff", plan, "--from", "2", "--to", "2", "--json"]))["changes"], json("[]"));
    expect(2, &["diff", plan, "--from", "1", "--to", "7"]);

    let hashes: Vec<String> = read(plan).versions().iter().map(|version| version.hash().to_string()).collect();
    expect(0, &["verify", plan]);
    expect(0, &["verify", plan, "--head", &hashes[1]]);
    expect(0, &["verify", plan, "--head", &read(plan).versions()[1].hash().short()]);
    expect(1, &["verify", plan, "--head", &hashes[0]]);
    expect(1, &["verify", plan, "--head", "sha256:00"]);
    let text = std::fs::read_to_string(plan).unwrap();
    let torn = folder.path().join("torn.plan.ron");
    let torn = torn.to_str().unwrap();
    write(Path::new(torn), &text.replacen("reason: \"intake plan\"", "reason: \"intake plam\"", 1));
    expect(1, &["verify", torn]);
    expect(1, &["verify", torn, "--accept-changes"]);
    write(Path::new(torn), &text.replacen("record_number: \"", "record_number: \"9", 1));
    expect(2, &["verify", torn]);
    expect(0, &["verify", torn, "--accept-changes"]);
    write(Path::new(torn), "PlanFile(");
    expect(2, &["verify", torn]);
    expect(0, &["export", plan, "--edition", "clinical", "--out", torn]);
}

#[test]
fn what_no_form_says_is_not_entered() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.plan.ron");
    let out = out.to_str().unwrap();
    let adult = sample("depression-day");
    let check = |plan: &str, measure: &str, more: &[&str], expected: &str| {
        let asked = [&["score", plan, "--measure", measure, "--date", "2027-01-18", "--out", out], more].concat();
        let said = expect(2, &asked);
        assert!(said.contains(expected), "{said}");
    };
    check(&adult, "phq-9", &["--total", "28"], "from whole points 0 to 27");
    check(&adult, "phq-9", &["--total", "9", "--item9", "4"], "0 to 3");
    check(&adult, "gad-7", &["--total", "9", "--item9", "1"], "no question about safety");
    check(&adult, "phq-99", &["--total", "9"], "no measure");
    check(&sample("teen-dbt"), "audit", &["--total", "9"], "ages 18");
    assert!(!Path::new(out).exists());
    let partial = ["score", &adult, "--measure", "phq-9", "--item9", "2", "--date", "2027-01-18", "--out", out];
    assert!(expect(0, &partial).contains("Safety alert"));
    assert_eq!(read(out).plan.course.results.last().unwrap().total, None);
    let silent = ["score", &adult, "--measure", "phq-9", "--total", "9", "--date", "2027-01-19", "--out", out];
    expect(2, &silent);
    assert!(expect(0, &[&silent[..], &["--replace"]].concat()).contains("a total can hide it"));
}

#[test]
fn paper_says_which_version_it_is_and_whether_it_holds() {
    use throughline::document::{Edition, Paper, Request, pages};
    let mut chart = Chart::unsigned(drafted("trauma-opioid-es"));
    let printed = |chart: &Chart, edition| {
        let request = Request::new(&chart.plan, edition, Paper::Letter, None);
        let pages = pages(&Request { effect: Some(chart.effect()), ..request });
        pages.text()
    };
    assert!(printed(&chart, Edition::Clinical).contains("Draft, not in effect"));
    let signing = Signing { date: date(2027, 1, 4), author: "R. Vance".into(), reason: "intake plan".into() };
    let mark = chart.sign(&Catalog::default(), &signing).unwrap();
    let signed = printed(&chart, Edition::Clinical);
    assert!(signed.contains("In effect: version 1 of Jan 4, 2027") && signed.contains(&mark.hash.short()));
    assert!(!signed.contains("DRAFT"));
    apply(&mut chart.plan, &Edit::Leaving(LeavingEdit::Criteria(vec!["sleeps again".into()]))).unwrap();
    let revised = printed(&chart, Edition::Clinical);
    assert!(revised.contains("Draft of version 2; in effect: version 1 of Jan 4, 2027"));
    assert!(printed(&chart, Edition::Patient).contains("BORRADOR"), "{}", printed(&chart, Edition::Patient));
}

/// What a review every week changes: attendance, a score, an objective, a session that moves.
fn a_week_later(plan: &mut Plan, week: u16) {
    let from = week_of(starts(plan).unwrap());
    let within = |s: &&Session| days_between(from, s.date) / 7 == i32::from(week % 8);
    let ids: Vec<SessionId> = plan.sessions.iter().filter(within).map(|session| session.id).collect();
    for (number, id) in ids.iter().enumerate() {
        let status = if number % 5 == 0 { SessionStatus::Missed } else { SessionStatus::Attended };
        let mark = SessionEdit::Mark(status, Some(Minutes(50)), format!("week {week}"));
        apply(plan, &Edit::Session(*id, mark)).unwrap();
    }
    let mut result = plan.course.results[0].clone();
    result.date = days_after(from, week * 7);
    result.alert_action = "talked, safety plan reviewed".into();
    apply(plan, &Edit::Course(CourseEdit::Result(ListEdit::Add(result)))).unwrap();
    let mut review = Review::ahead(days_after(from, week * 7));
    review.summary = "Came to most sessions; sleeps better; practised two skills at home and wrote them down.".into();
    review.person_says = "I get up in the morning again, most days.".into();
    apply(plan, &Edit::Course(CourseEdit::Review(ListEdit::Add(review)))).unwrap();
}

#[test]
fn forty_versions_stay_small() {
    let mut chart = Chart::unsigned(drafted("alcohol-evening"));
    for week in 0..40 {
        a_week_later(&mut chart.plan, week);
        let day = days_after(date(2027, 1, 4), week * 7);
        let signing = Signing { date: day, author: "R. Vance".into(), reason: format!("review of week {week}") };
        chart.sign(&Catalog::default(), &signing).unwrap();
    }
    let text = encode(&chart).unwrap();
    assert!(text.len() < 2_000_000, "{} bytes", text.len());
    assert_eq!(decode(&text, Trust::Strict).unwrap().versions.len(), 40);
    assert_eq!(storage::verify(&text, Trust::Strict).unwrap().broken, None);
}

#[test]
fn changes_are_told_for_the_record_and_for_the_person() {
    let from = drafted("depression-day");
    let mut to = from.clone();
    let session = from.sessions[3].clone();
    let moved = SessionEdit::Move(days_after(session.date, 1), session.start);
    let other = from.sessions.iter().rfind(|s| s.module == session.module).unwrap().id;
    let objective = from.goals[0].objectives[0].id;
    let edits = [
        Edit::Session(session.id, moved),
        Edit::Sessions(ListEdit::Remove(other)),
        Edit::Objective(objective, ObjectiveEdit::Status(ObjectiveStatus::PartlyMet)),
        Edit::Frame(FrameEdit::WithdrawalRisk("none now".into())),
        Edit::Module(session.module, ModuleEdit::Sessions(3)),
    ];
    for edit in &edits {
        apply(&mut to, edit).unwrap();
    }
    let changes = diff(&from, &to);
    let all = told(&changes, &from, &to, Voice::Clinical, Language::English);
    let kinds: Vec<ChangeKind> = all.iter().map(|told| told.kind).collect();
    assert!(kinds.contains(&ChangeKind::Moved) && kinds.contains(&ChangeKind::Removed), "{all:#?}");
    assert!(all.iter().any(|told| told.text.contains("from not started to partly met")), "{all:#?}");
    for language in [Language::English, Language::Spanish] {
        let clinical = summarized(&changes, &from, &to, Voice::Clinical, language);
        let plain = summarized(&changes, &from, &to, Voice::Plain, language);
        assert_eq!((clinical.len(), plain.len()), (4, 3), "{clinical:#?} {plain:#?}");
    }
    let plain = summarized(&changes, &from, &to, Voice::Plain, Language::Spanish);
    assert!(
        plain.iter().any(|line| line.ends_with("1 sesión retirada, 1 sesión cambiada de fecha u hora")),
        "{plain:#?}"
    );
}

#[test]
fn a_change_is_told_with_its_reason() {
    use throughline::wording::changes::{about, groups, reason};
    let from = drafted("depression-day");
    let mut to = from.clone();
    let (goal, segment, session) = (from.goals[0].id, from.segments[0].clone(), from.sessions[3].id);
    let objective = from.goals[0].objectives[0].id;
    let why = |about, why: &str| Edit::Course(CourseEdit::Reason(ChangeReason { version: 2, about, why: why.into() }));
    let shorter = Segment { week_minutes: Minutes(segment.week_minutes.0 - 60), ..segment.clone() };
    let gauge = Gauge::Rating { of: Bilingual::default(), ends: Bilingual::default(), baseline: None, target: 3 };
    let edits = [
        Edit::Goal(goal, GoalEdit::Clinical("sleeps".into())),
        Edit::Objective(objective, ObjectiveEdit::Gauge(gauge)),
        Edit::Segment(ListEdit::Replace(shorter)),
        Edit::Sessions(ListEdit::Remove(session)),
        Edit::Sessions(ListEdit::Remove(from.sessions[4].id)),
        why(Reasoned::Part(Item::Goal(goal)), "she says so"),
        why(Reasoned::Part(Item::Objective(objective)), "PHQ-9 no longer moves"),
        why(Reasoned::Part(Item::Segment(segment.id)), "back at work"),
        why(Reasoned::Calendar, "a draft of a reason"),
        why(Reasoned::Calendar, "works in the mornings"),
        why(Reasoned::Part(Item::Leaving), "taken back"),
        why(Reasoned::Part(Item::Leaving), " "),
    ];
    for edit in &edits {
        apply(&mut to, edit).unwrap();
    }
    assert_eq!(to.course.reasons.len(), 4);
    for language in [Language::English, Language::Spanish] {
        let told = groups(&diff(&from, &to), &from, &to, Voice::Clinical, language);
        let said: Vec<&str> = told.iter().map(|group| group.why.as_str()).collect();
        assert_eq!(said, ["back at work", "she says so", "PHQ-9 no longer moves", "works in the mornings"]);
        assert_eq!(told.last().unwrap().about, Some(Reasoned::Calendar));
        assert!(!about(Reasoned::Calendar, &to, language).is_empty());
        let plain = groups(&diff(&from, &to), &from, &to, Voice::Plain, language);
        assert!(plain.iter().any(|group| group.why == "works in the mornings"), "{plain:#?}");
    }
    // What an earlier version said already is no reason for a later change.
    let mut later = to.clone();
    apply(&mut later, &Edit::Goal(goal, GoalEdit::Clinical("sleeps well".into()))).unwrap();
    assert_eq!(reason(Some(Reasoned::Part(Item::Goal(goal))), &to, &later), "");
    assert_eq!(reason(Some(Reasoned::Part(Item::Goal(goal))), &from, &later), "she says so");
}

#[test]
fn every_field_of_a_plan_has_words() {
    let (nothing, all) = (Plan::default(), crate::plans_gen::sample());
    let mut other = all.clone();
    other.modules.reverse();
    for (from, to) in [(&nothing, &all), (&all, &nothing), (&all, &other)] {
        for language in [Language::English, Language::Spanish] {
            for voice in [Voice::Clinical, Voice::Plain] {
                for told in told(&diff(from, to), from, to, voice, language) {
                    assert!(!told.text.trim().is_empty() && !told.text.ends_with(": "), "{told:?}");
                }
            }
        }
    }
}
