//! The command line, run as a person or a script would: output, JSON keys, exit codes, and files left alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_throughline")).args(arguments).output().unwrap()
}

#[track_caller]
fn expect(code: i32, arguments: &[&str]) -> String {
    let output = run(arguments);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    if code == 2 { err.into_owned() } else { out.into_owned() }
}

fn sample(name: &str) -> String {
    format!("{}/plans/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    #[expect(clippy::disallowed_methods, reason = "a test may tear a file")]
    fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

#[test]
fn from_intake_to_pdf() {
    let folder = Folder::new();
    let (plan, pdf) = (folder.path("del.plan.ron"), folder.path("del.pdf"));
    expect(0, &["draft", &sample("depression-day.intake.ron"), "--out", text(&plan)]);
    assert_eq!(std::fs::read_to_string(&plan).unwrap(), crate::drafts::drafted_text("depression-day"));
    expect(0, &["check", text(&plan), "--today", "2026-11-21"]);
    for edition in ["patient", "clinical"] {
        for paper in ["letter", "a4"] {
            let arguments = ["export", text(&plan), "--edition", edition, "--paper", paper, "--out", text(&pdf)];
            expect(0, &arguments);
            let first = std::fs::read(&pdf).unwrap();
            assert!(first.starts_with(b"%PDF-1.7"));
            expect(0, &arguments);
            assert_eq!(std::fs::read(&pdf).unwrap(), first, "the same plan, other bytes");
        }
    }
}

#[test]
fn a_draft_replaces_nothing_unasked() {
    let folder = Folder::new();
    let plan = folder.write("old.plan.ron", b"old");
    let intake = sample("teen-dbt.intake.ron");
    expect(2, &["draft", &intake, "--out", text(&plan)]);
    assert_eq!(std::fs::read(&plan).unwrap(), b"old");
    expect(0, &["draft", &intake, "--out", text(&plan), "--replace"]);
    expect(0, &["draft", &intake, "--out", text(&plan)]);
    expect(2, &["draft", &sample("bulimia-day.intake.ron"), "--out", text(&plan)]);
    assert_ne!(std::fs::read(&plan).unwrap(), b"old");
}

#[track_caller]
fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn show_prints_weeks_modules_and_sessions() {
    let folder = Folder::new();
    let plan = folder.write("gus.plan.ron", crate::drafts::drafted_text("alcohol-evening").as_bytes());
    let json = expect(0, &["show", text(&plan), "--json"]);
    let shown: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(keys(&shown), ["modules", "sessions", "weeks"]);
    assert_eq!(keys(&shown["weeks"][0]), ["days", "minutes", "sessions", "starts", "week"]);
    assert_eq!(keys(&shown["modules"][0]), ["minutes", "sessions", "slug"]);
    assert_eq!(keys(&shown["sessions"][0]), ["date", "id", "minutes", "module", "start", "status", "topic"]);
    assert_eq!(shown["weeks"][0]["starts"], "2026-11-30");
    assert_eq!(shown["sessions"][0]["status"], "planned");
    let sum =
        |list: &str, key: &str| shown[list].as_array().unwrap().iter().map(|e| e[key].as_u64().unwrap()).sum::<u64>();
    let sessions = shown["sessions"].as_array().unwrap().len() as u64;
    assert_eq!(sum("weeks", "sessions"), sessions);
    assert_eq!(sum("modules", "sessions"), sessions);
    assert_eq!(sum("weeks", "minutes"), sum("sessions", "minutes"));
    assert!(expect(0, &["show", text(&plan)]).contains("Week 1"));
}

#[test]
fn check_tells_findings_as_json_and_by_its_exit_code() {
    let json = expect(0, &["check", &sample("bulimia-day.plan.ron"), "--today", "2026-11-21", "--json"]);
    let found: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(keys(&found[0]), ["code", "fix", "item", "level", "message", "source"]);

    let folder = Folder::new();
    let good = std::fs::read_to_string(sample("bulimia-day.plan.ron")).unwrap();
    let empty =
        folder.write("nobody.plan.ron", good.replacen("birth_date: \"", "birth_date: None, // \"", 1).as_bytes());
    let json = expect(1, &["check", text(&empty), "--today", "2026-11-21", "--json", "--accept-changes"]);
    let found: Value = serde_json::from_str(&json).unwrap();
    assert!(found.as_array().unwrap().iter().any(|finding| finding["level"] == "error"), "{json}");
    let spanish = expect(1, &["check", text(&empty), "--today", "2026-11-21", "--language", "es", "--accept-changes"]);
    assert!(spanish.contains("errores") || spanish.contains("1 error"), "{spanish}");
}

#[test]
fn a_changed_file_is_opened_only_when_asked() {
    let folder = Folder::new();
    let good = std::fs::read_to_string(sample("bulimia-day.plan.ron")).unwrap();
    let changed = folder.write("changed.plan.ron", good.replacen("Rivergate", "Riverside", 1).as_bytes());
    let before = std::fs::read(&changed).unwrap();
    assert!(expect(2, &["show", text(&changed)]).contains("changed.plan.ron"));
    expect(0, &["show", text(&changed), "--accept-changes"]);
    assert_eq!(std::fs::read(&changed).unwrap(), before);
}

#[test]
fn what_cannot_be_read_or_written_is_said_with_its_place() {
    let folder = Folder::new();
    let torn = folder.write("torn.plan.ron", &std::fs::read(sample("teen-dbt.plan.ron")).unwrap()[..40_000]);
    for command in ["show", "check"] {
        let said = expect(2, &[command, text(&torn)]);
        assert!(said.contains("torn.plan.ron") && said.contains("ine "), "{said}");
    }
    let missing = folder.path("none.plan.ron");
    assert!(expect(2, &["show", text(&missing)]).contains("none.plan.ron"));
    let intake = folder.write("bad.intake.ron", b"Intake(format: 1, clinik: \"x\")");
    let said = expect(2, &["draft", text(&intake), "--out", text(&folder.path("x.plan.ron"))]);
    assert!(said.contains("bad.intake.ron") && said.contains("ine 1") && said.contains("clinik"), "{said}");
    let nowhere = folder.path("no/such/folder/x.pdf");
    expect(2, &["export", &sample("teen-dbt.plan.ron"), "--edition", "patient", "--out", text(&nowhere)]);
    expect(2, &["export", &sample("teen-dbt.plan.ron"), "--edition", "nobody", "--out", "x.pdf"]);
}

#[test]
fn the_catalog_is_one_object_of_arrays() {
    let listed: Value = serde_json::from_str(&expect(0, &["catalog", "--json"])).unwrap();
    for (list, least) in [("modules", 45), ("measures", 18), ("needs", 14), ("rule_packs", 10), ("clinics", 1)] {
        assert!(listed[list].as_array().unwrap().len() >= least, "{list}");
    }
    for key in ["slug", "name", "kind", "topics", "needs"] {
        assert!(!listed["modules"][0][key].is_null(), "{key}");
    }
}

#[test]
fn a_clinics_own_folder_is_checked_and_wins() {
    let folder = Folder::new();
    let module = std::fs::read_to_string(format!("{}/assets/modules/wrap.ron", env!("CARGO_MANIFEST_DIR"))).unwrap();
    folder.write("good/modules/wrap.ron", module.replacen("edition: 1", "edition: 7", 1).as_bytes());
    expect(0, &["catalog", "--check", text(&folder.path("good"))]);
    let listed = expect(0, &["catalog", "--json", "--catalog", text(&folder.path("good"))]);
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let modules = listed["modules"].as_array().unwrap();
    assert_eq!(modules.iter().find(|module| module["slug"] == "wrap").unwrap()["edition"], 7);

    folder.write("bad/modules/wrap.ron", module.replacen("edition: 1", "edition: one", 1).as_bytes());
    let said = expect(2, &["catalog", "--check", text(&folder.path("bad"))]);
    assert!(said.contains("modules/wrap.ron") && said.contains("ine 3") && said.contains("edition"), "{said}");
}

#[test]
fn help_documents_the_json_and_the_exit_codes() {
    let help = expect(0, &["--help"]);
    for word in ["draft", "show", "check", "export", "catalog", "weeks", "rule_packs", "Exit codes", "not encrypted"] {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
fn timetables_are_solved_or_explained() {
    let folder = Folder::new();
    let fixture = |id: &str| format!("{}/tests/fixtures/timetables/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let out = folder.path("answers");
    std::fs::create_dir_all(&out).unwrap();
    let printed = expect(0, &["solve", &fixture("small-7"), &fixture("infeasible-4"), "--out", text(&out)]);
    let lines: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["id"], &lines[0]["feasible"]), (&Value::from("small-7"), &Value::from(true)));
    assert_eq!(lines[0]["tiers"]["days"], serde_json::json!({ "value": 17, "bound": 17 }));
    assert_eq!(lines[0]["placements"].as_array().unwrap().len(), 37);
    assert_eq!(lines[1]["feasible"], false);
    assert_eq!(lines[1]["why"][1]["rule"], "freq:cbt");
    assert_eq!(lines[1]["why"][1]["text"], "CBT group: at most 2 a week");
    assert!(!lines[1]["relaxations"].as_array().unwrap().is_empty());
    let kept = std::fs::read_to_string(out.join("small-7.json")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&kept).unwrap(), lines[0]);
    let bad = folder.write("bad.json", br#"{"weeks": 1}"#);
    assert!(expect(2, &["solve", text(&bad)]).contains("bad.json"));
}

#[test]
fn a_calendar_is_laid_anew_with_what_is_proven_of_it() {
    let folder = Folder::new();
    let (plan, out) = (sample("teen-dbt.plan.ron"), folder.path("laid.plan.ron"));
    let laid = expect(0, &["schedule", &plan, "--from", "2026-11-01"]);
    assert!(laid.contains("Nothing changes."), "{laid}");
    assert!(laid.contains("Fewest attendance days: ") && laid.contains("no calendar has fewer"), "{laid}");
    let arguments = ["schedule", &plan, "--from", "2026-11-01", "--tiers", "slot,days", "--json", "--out", text(&out)];
    let shown: Value = serde_json::from_str(&expect(0, &arguments)).unwrap();
    assert_eq!(shown["feasible"], true);
    let names: Vec<&Value> = shown["tiers"].as_array().unwrap().iter().map(|tier| &tier["name"]).collect();
    assert_eq!(names, ["slot", "days"]);
    let listed: Value = serde_json::from_str(&expect(0, &["show", text(&out), "--json"])).unwrap();
    assert_eq!(listed["sessions"].as_array().unwrap().len(), shown["sessions"].as_array().unwrap().len());
    expect(2, &["schedule", &plan, "--tiers", "beauty"]);
    assert!(expect(2, &["schedule", &plan, "--track", "night"]).contains("night"));
}

#[test]
fn what_cannot_be_laid_is_explained_and_changes_no_file() {
    let folder = Folder::new();
    let told = std::fs::read_to_string(sample("depression-day.intake.ron")).unwrap();
    let (before, rest) = told.split_once("availability: [").unwrap();
    let (_, after) = rest.split_once("],").unwrap();
    let away = format!("{before}availability: [(day: Mon, from: \"09:00\", to: \"12:30\")],{after}");
    let intake = folder.write("tight.intake.ron", away.as_bytes());
    let (plan, out) = (folder.path("tight.plan.ron"), folder.path("laid.plan.ron"));
    expect(0, &["draft", text(&intake), "--out", text(&plan)]);
    let said = expect(3, &["schedule", text(&plan), "--from", "2026-11-01", "--out", text(&out)]);
    assert!(said.starts_with("No calendar keeps every rule."), "{said}");
    let said = expect(3, &["schedule", text(&plan), "--from", "2026-11-01", "--json"]);
    let shown: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(shown["feasible"], false);
    assert!(!shown["shortfalls"].as_array().unwrap().is_empty() || !shown["why"].as_array().unwrap().is_empty());
    for way in shown["relaxations"].as_array().unwrap() {
        let never =
            |rule: &Value| ["closure", "busy", "rooms"].contains(&rule.as_str().unwrap().split(':').next().unwrap());
        assert!(way.as_array().unwrap().iter().all(|give| !never(&give["rule"])), "{way}");
    }
    assert!(!out.exists());
}

/// A clinic's folder with so many people in the same evening groups.
fn clinic(folder: &Folder, people: usize) -> PathBuf {
    for number in 0..people {
        let mut plan = crate::drafts::drafted("alcohol-evening");
        plan.person.name = format!("Person {number:02}");
        plan.person.preferred_name = String::new();
        folder.write(&format!("clinic/{number:02}.plan.ron"), throughline::storage::encode(&plan).unwrap().as_bytes());
    }
    folder.path("clinic")
}

#[test]
fn a_census_says_who_is_in_which_group_and_what_could_not_be_read() {
    let folder = Folder::new();
    let plans = clinic(&folder, 11);
    let arguments = ["census", text(&plans), "--from", "2026-11-30", "--to", "2026-12-20"];
    let told = expect(0, &arguments);
    assert!(told.contains("11 of 10, over by 1, 11 drafts: Person 00 (draft), Person 01 (draft)"), "{told}");
    let spanish = expect(0, &[&arguments[..], &["--language", "es"]].concat());
    assert!(spanish.contains("11 de 10, 1 de más, 11 borradores"), "{spanish}");
    let json = expect(0, &[&arguments[..], &["--json"]].concat());
    let shown: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(keys(&shown), ["astray", "from", "groups", "plans", "to", "unread"]);
    assert_eq!((&shown["from"], &shown["to"]), (&"2026-11-30".into(), &"2026-12-20".into()));
    let group = shown["groups"].as_array().unwrap().iter().find(|group| group["group"] == "evening-talk").unwrap();
    assert_eq!(group["capacity"], 10);
    let week = &group["weeks"][0];
    assert_eq!(keys(week), ["booked", "date", "drafts", "meets", "people", "state"]);
    assert_eq!((&week["booked"], &week["state"], &week["meets"]), (&11.into(), &"over".into(), &"yes".into()));
    assert_eq!(week["people"][3]["file"], "03.plan.ron");
    folder.write("clinic/torn.plan.ron", b"PlanFile(format: 1,");
    let output = run(&[&arguments[..], &["--json"]].concat());
    assert_eq!(output.status.code(), Some(2), "a plan could not be read");
    let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&shown["plans"], &shown["unread"][0]["file"]), (&11.into(), &"torn.plan.ron".into()));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Not counted: torn.plan.ron"));
    expect(2, &["census", text(&folder.path("nowhere"))]);
}

#[test]
fn a_calendar_beside_a_full_clinic_takes_no_place_of_others() {
    let folder = Folder::new();
    let plans = clinic(&folder, 10);
    let plan = sample("alcohol-evening.plan.ron");
    let arguments = ["schedule", &plan, "--from", "2026-11-01", "--json"];
    let alone: Value = serde_json::from_str(&expect(0, &arguments)).unwrap();
    assert_eq!(alone["full"], serde_json::json!([]));
    let beside = [&arguments[..], &["--clinic", text(&plans)]].concat();
    let shown: Value = serde_json::from_str(&expect(0, &beside)).unwrap();
    let over = shown["full"].as_array().unwrap();
    assert_eq!(keys(&over[0]), ["capacity", "date", "group", "others", "state"]);
    assert!(over.iter().all(|one| one["state"] == "over"), "a plan in effect keeps its places, and they are named");
    let mut draft = crate::drafts::drafted("alcohol-evening");
    draft.person.name = "Somebody Else".to_owned();
    let draft = folder.write("new.plan.ron", throughline::storage::encode(&draft).unwrap().as_bytes());
    let told = run(&["schedule", text(&draft), "--from", "2026-11-01", "--clinic", text(&plans)]);
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("Full groups, which were not offered:"), "{told}");
    expect(2, &["schedule", &plan, "--clinic", text(&folder.path("nowhere"))]);
}

#[test]
fn calendars_are_compared_side_by_side() {
    let folder = Folder::new();
    let plan = folder.write("teen.plan.ron", crate::drafts::drafted_text("teen-dbt").as_bytes());
    let json =
        expect(0, &["schedule", text(&plan), "--compare", "--from", "2026-11-01", "--tiers", "change,days", "--json"]);
    let shown: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(shown["now"]["tiers"][0], serde_json::json!({"name": "change", "value": 0, "proven": true}));
    let names: Vec<&str> =
        shown["alternatives"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["3 days a week", "3 days a week, with a concession"]);
    let [refused, laid] = [0, 1].map(|at| &shown["alternatives"][at]);
    assert_eq!((&refused["feasible"], &laid["feasible"]), (&Value::Bool(false), &Value::Bool(true)));
    assert!(refused["clash"].as_str().unwrap().starts_with("These clash: "));
    assert_eq!(laid["asks"][0], "No Wednesday");
    assert!(laid["tiers"][1]["value"].as_u64().unwrap() < shown["now"]["tiers"][1]["value"].as_u64().unwrap());
    expect(2, &["schedule", text(&plan), "--compare", "--track", "evening"]);
}
