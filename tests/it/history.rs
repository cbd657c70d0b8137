//! Versions: what was signed stays, any change of it is noticed, and what changed between two is told in full.

use jiff::civil::date;
use proptest::prelude::*;
use throughline::base::*;
use throughline::catalog::{Catalog, builtin};
use throughline::history::*;
use throughline::plan::*;
use throughline::storage::{Trust, decode, encode, verify};

use crate::plans_gen::{plans, sample, seeds};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

fn signing(day: i8) -> Signing {
    Signing { date: date(2027, 1, day), author: "R. Vance, LCSW".to_owned(), reason: format!("review of day {day}") }
}

/// The sample without open alerts, and a catalog that knows none of its measures.
fn unsigned() -> (Chart, Catalog) {
    (Chart::unsigned(sample()), Catalog::default())
}

fn with_purpose(chart: &mut Chart, words: &str) {
    apply(&mut chart.plan, &Edit::Leaving(LeavingEdit::PersonCriteria(words.to_owned()))).unwrap();
}

/// Three versions, and a plan that has changed since.
fn signed() -> Chart {
    let (mut chart, catalog) = unsigned();
    for day in 1..4 {
        with_purpose(&mut chart, &format!("“I can say it {day} times”, dijo ella"));
        chart.sign(&catalog, &signing(day)).unwrap();
    }
    with_purpose(&mut chart, "under work");
    chart
}

/// The same with little in it, for tests that read it thousands of times.
fn small() -> Chart {
    let mut chart = Chart::unsigned(Plan::default());
    for day in 1..4 {
        with_purpose(&mut chart, &format!("“I can say it {day} times”, dijo \\ ella"));
        let strength = format!("strength {day}");
        apply(&mut chart.plan, &Edit::Person(PersonEdit::Strengths(vec![strength; 3]))).unwrap();
        chart.sign(&Catalog::default(), &signing(day)).unwrap();
    }
    chart
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn a_patch_made_of_a_difference_leads_to_the_other_plan((a, seeds) in (plans(), seeds(0..30)), other in plans()) {
        prop_assert_eq!(diff(&a, &a), []);
        let mut b = a.clone();
        for seed in seeds {
            let edit = seed.edit(&b);
            drop(apply(&mut b, &edit));
        }
        prop_assert_eq!(patch(&a, &diff(&a, &b)), b.clone());
        prop_assert_eq!(patch(&b, &diff(&b, &a)), a.clone());
        prop_assert_eq!(patch(&a, &diff(&a, &other)), other);
    }

    #[test]
    fn an_earlier_version_comes_back_without_a_contradiction((then, seeds) in (plans(), seeds(0..30))) {
        let mut now = then.clone();
        for seed in seeds {
            let edit = seed.edit(&now);
            drop(apply(&mut now, &edit));
        }
        let edit = restored(&now, &then).unwrap();
        let mut back = now.clone();
        apply(&mut back, &edit).unwrap();
        prop_assert_eq!(faults(&back), []);
        prop_assert_eq!(back.course.results.len(), now.course.results.len());
        prop_assert!(back.next_id() >= now.next_id());
    }
}

#[test]
fn a_version_is_numbered_chained_and_gives_its_plan_back() {
    let chart = signed();
    let versions = chart.versions();
    assert_eq!(versions.iter().map(Version::number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(versions[0].previous(), None);
    assert_eq!(versions[2].previous(), Some(versions[1].hash()));
    assert_eq!(chart.verify(), Ok(()));
    let first = versions[0].plan().unwrap();
    assert_eq!(first.leaving.person_criteria, "“I can say it 1 times”, dijo ella");
    assert_eq!(first.course.standing, versions[2].plan().unwrap().course.standing);
    assert!(matches!(chart.effect(), Effect::Revised(Mark { number: 3, .. })));
}

#[test]
fn what_happens_while_a_plan_runs_makes_no_draft_of_it() {
    let (mut chart, catalog) = unsigned();
    assert_eq!(chart.effect(), Effect::Draft);
    let mark = chart.sign(&catalog, &signing(1)).unwrap();
    assert_eq!(chart.effect(), Effect::InEffect(mark));
    let session = chart.plan.sessions[0].id;
    let missed = SessionEdit::Mark(SessionStatus::Missed, None, "flu".to_owned());
    apply(&mut chart.plan, &Edit::Session(session, missed)).unwrap();
    apply(&mut chart.plan, &Edit::Course(CourseEdit::CopyGiven(Some(date(2027, 1, 2))))).unwrap();
    assert_eq!(chart.effect(), Effect::InEffect(mark));
    let module = chart.plan.modules[0].id;
    apply(&mut chart.plan, &Edit::Module(module, ModuleEdit::Sessions(77))).unwrap();
    assert_eq!(chart.effect(), Effect::Revised(mark));
}

#[test]
fn nothing_is_signed_that_should_not_be() {
    let (mut chart, catalog) = unsigned();
    let nobody = Signing { author: " ".to_owned(), ..signing(1) };
    assert_eq!(chart.sign(&catalog, &nobody), Err(CannotSign::NoAuthor));
    let unasked = Signing { reason: String::new(), ..signing(1) };
    assert_eq!(chart.sign(&catalog, &unasked), Err(CannotSign::NoReason));
    chart.sign(&catalog, &signing(2)).unwrap();
    assert_eq!(chart.sign(&catalog, &signing(2)), Err(CannotSign::NothingNew(1)));
    with_purpose(&mut chart, "more");
    assert_eq!(chart.sign(&catalog, &signing(1)), Err(CannotSign::BeforeLast(date(2027, 1, 2))));
    let (catalog, _) = builtin();
    let alarming = MeasureResult {
        id: ResultId(0),
        measure: Slug::new("phq-9").unwrap(),
        name: "PHQ-9".to_owned(),
        version: String::new(),
        language: "en".to_owned(),
        date: date(2027, 1, 2),
        total: None,
        safety: Some(SafetyAnswer::Answered(Score::whole(1))),
        alert_action: String::new(),
        in_error: Some("wrong chart".to_owned()),
        note: String::new(),
        about: None,
    };
    chart.plan.course.results.clear();
    apply(&mut chart.plan, &Edit::Course(CourseEdit::Result(ListEdit::Add(alarming)))).unwrap();
    let id = chart.plan.course.results[0].id;
    assert_eq!(chart.sign(&catalog, &signing(2)), Err(CannotSign::OpenAlerts(vec![id])));
    let removed = apply(&mut chart.plan, &Edit::Course(CourseEdit::Result(ListEdit::Remove(id))));
    assert_eq!(removed, Err(Refusal::Permanent(id)));
    apply(&mut chart.plan, &Edit::Course(CourseEdit::Acknowledge(id, "called her".to_owned()))).unwrap();
    assert!(chart.sign(&catalog, &signing(2)).is_ok());
}

#[test]
fn of_a_list_only_what_is_new_or_gone_is_told() {
    use throughline::base::Language::{English, Spanish};
    use throughline::wording::changes::{Voice, told};
    let strengths = |words: &[&str]| {
        let mut plan = Plan::default();
        plan.person.strengths = words.iter().map(|word| (*word).to_owned()).collect();
        plan
    };
    let check = |from: &[&str], to: &[&str], language, expected: &str| {
        let (from, to) = (strengths(from), strengths(to));
        let lines = told(&diff(&from, &to), &from, &to, Voice::Clinical, language);
        assert_eq!(lines.first().map(|line| line.text.as_str()), Some(expected));
    };
    check(&["bakes", "reads"], &["bakes", "sings"], English, "The person: strengths: added “sings”; no longer “reads”");
    check(&["bakes"], &["bakes", "sings"], Spanish, "La persona: fortalezas: se agrega “sings”");
    check(&["bakes", "reads"], &["reads", "bakes"], English, "The person: strengths: in another order");
    check(&[], &["bakes"], English, "The person: strengths: now “bakes”");
}

#[test]
fn undo_does_not_cross_a_signature() {
    let (chart, catalog) = unsigned();
    let mut timeline = Timeline::saved(chart.plan.clone());
    timeline.make(Edit::Leaving(LeavingEdit::Medication("one".to_owned()))).unwrap();
    let now = timeline.plan().clone();
    timeline.seal(now);
    assert!(!timeline.undo());
    timeline.make(Edit::Leaving(LeavingEdit::Medication("two".to_owned()))).unwrap();
    assert!(timeline.undo() && !timeline.undo());
    assert_eq!(timeline.plan().leaving.aftercare.medication, "one");
    drop(catalog);
}

#[test]
fn a_file_carries_its_versions() {
    let chart = signed();
    let text = encode(&chart).unwrap();
    let opened = decode(&text, Trust::Strict).unwrap();
    assert_eq!(Chart::of(opened.plan, opened.versions), chart);
    assert!(text.find("\n  versions: [").unwrap() > text.find("\n  plan: Plan(").unwrap());
    let verified = verify(&text, Trust::Strict).unwrap();
    assert_eq!(verified.broken, None);
    assert_eq!(verify(&text.replace('\n', "\r\n"), Trust::Strict).unwrap().broken, None);
    let unsigned = encode(&sample()).unwrap();
    assert!(!unsigned.contains("versions:") && !unsigned.contains("\n  signed: \"sha"));
}

/// A text with one byte of its signed versions changed.
fn changed(text: &str, at: usize, byte: u8) -> Option<Vec<u8>> {
    let start = text.find("\n  versions: [").unwrap() + 1;
    let mut bytes = text.as_bytes().to_vec();
    let at = start + at % (bytes.len() - start);
    let old = std::mem::replace(&mut bytes[at], byte);
    (old != byte).then_some(bytes)
}

#[test]
fn of_a_thousand_changes_inside_signed_versions_none_is_missed() {
    let text = encode(&small()).unwrap();
    let noise = b" \n\t()[],:\"0123456789abcdefghijklmnopqrstuvwxyzABCDEFG\\/\x00\xff";
    let (mut tried, mut unread, mut seed) = (0, 0, 1_u64);
    while tried < 1000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (at, byte) = ((seed >> 20) as usize, noise[(seed >> 8) as usize % noise.len()]);
        let Some(bytes) = changed(&text, at, byte) else { continue };
        tried += 1;
        for trust in [Trust::Strict, Trust::AcceptChanges] {
            match verify(&bytes, trust) {
                Ok(verified) => assert!(verified.broken.is_some(), "byte {at} as {byte}, {trust:?}"),
                // Where the very word is torn that the versions begin with, nothing tells where they begin.
                Err(_) => unread += 1,
            }
        }
    }
    assert!(unread < 20, "{unread}");
}

#[test]
fn a_version_that_is_gone_or_moved_is_missed() {
    let chart = signed();
    let check = |order: &[usize], expected: Option<Broken>| {
        let versions: Vec<Version> = order.iter().map(|at| chart.versions()[*at].clone()).collect();
        assert_eq!(throughline::history::verify(&versions).err(), expected, "{order:?}");
    };
    check(&[0, 1, 2], None);
    check(&[0, 2], Some(Broken::Unchained(2)));
    check(&[1, 2], Some(Broken::Unchained(1)));
    check(&[0, 2, 1], Some(Broken::Unchained(2)));
    // The last one is missed by the file, which tells what was signed last.
    let shorter = Chart::of(chart.plan.clone(), chart.versions()[..2].to_vec());
    let (long, short) = (encode(&chart).unwrap(), encode(&shorter).unwrap());
    let line = |text: &str| text.lines().find(|line| line.starts_with("  signed: ")).unwrap().to_owned();
    let forged = short.replace(&line(&short), &line(&long));
    assert_eq!(verify(&forged, Trust::AcceptChanges).unwrap().broken, Some(Broken::Head));
    // Another current plan is no matter of the versions.
    let edited = long.replace("under work", "under way");
    assert_eq!(verify(&edited, Trust::AcceptChanges).unwrap().broken, None);
    assert!(verify(&edited, Trust::Strict).is_err());
}

#[test]
fn answers_of_those_who_sign_are_a_log() {
    let mut plan = Plan::default();
    let change = |plan: &mut Plan, edit| apply(plan, &Edit::Course(CourseEdit::SignOff(edit)));
    let signer = Signer { role: SignerRole::Person, name: "Ana".to_owned(), standing: String::new() };
    change(&mut plan, ListEdit::Add(SignOff::awaited(&signer))).unwrap();
    let awaited = plan.course.sign_offs[0].clone();
    // What is awaited can be answered, once.
    let refused = SignOutcome::Refused { date: date(2027, 1, 4), reason: "wants to read it first".to_owned() };
    let answered = SignOff { outcome: refused, ..awaited.clone() };
    change(&mut plan, ListEdit::Replace(answered.clone())).unwrap();
    let refusal = Err(Refusal::Answered(awaited.id));
    for outcome in [SignOutcome::Awaited, SignOutcome::Ink(date(2027, 1, 4))] {
        assert_eq!(change(&mut plan, ListEdit::Replace(SignOff { outcome, ..awaited.clone() })), refusal);
    }
    let renamed = SignOff { name: "Ann".to_owned(), ..answered.clone() };
    assert_eq!(change(&mut plan, ListEdit::Replace(renamed)), refusal);
    assert_eq!(change(&mut plan, ListEdit::Remove(awaited.id)), refusal);
    // A later answer stands beside it, and one that was a mistake stays and does not count.
    let signed = SignOff { outcome: SignOutcome::Ink(date(2027, 1, 5)), ..awaited };
    change(&mut plan, ListEdit::Add(signed)).unwrap();
    let log: Vec<_> = signer.log(&plan).map(|entry| entry.outcome.date().unwrap().day()).collect();
    assert_eq!(log, [4, 5]);
    assert!(signer.has_answered(&plan));
    for entry in plan.course.sign_offs.clone() {
        change(&mut plan, ListEdit::Replace(SignOff { in_error: Some("wrong chart".to_owned()), ..entry })).unwrap();
    }
    assert_eq!((signer.log(&plan).count(), signer.has_answered(&plan)), (2, false));
    assert_eq!(plan.course.sign_offs[1].signed(), None);
}

#[test]
fn signers_are_the_person_every_guardian_and_those_who_answer() {
    use SignerRole::{Clinician, Guardian as OfMinor, Person, Physician, Supervisor};
    let mut plan = sample();
    plan.course.sign_offs.clear();
    let guardian = |id, name: &str| Guardian {
        id: GuardianId(id),
        name: name.to_owned(),
        relation: "father".to_owned(),
        phone: String::new(),
        may_see: Vec::new(),
    };
    let guardians = vec![guardian(8001, "Ada Moss"), guardian(8002, "Ben Moss")];
    plan.person.minor = Some(MinorConsent { by: ConsentBy::Both, basis: String::new(), guardians });
    let mut plan = plan.with_next_id(9000);
    let roles = |plan: &Plan| signers(plan).iter().map(|signer| signer.role).collect::<Vec<_>>();
    assert_eq!(roles(&plan), [Person, OfMinor, OfMinor, Clinician, Supervisor, Physician]);
    let two = signers(&plan)[1..3].to_vec();
    for signer in &two {
        let edit = ListEdit::Add(SignOff { outcome: SignOutcome::Ink(date(2027, 1, 4)), ..SignOff::awaited(signer) });
        apply(&mut plan, &Edit::Course(CourseEdit::SignOff(edit))).unwrap();
        assert!(signer.has_answered(&plan));
        assert_eq!(signer.has_answered(&plan), signer.log(&plan).count() == 1);
    }
    assert_eq!(roles(&plan).len(), 6, "an entry of the log is nobody new");
    plan.person.minor.as_mut().unwrap().by = ConsentBy::Minor;
    plan.course.sign_offs.clear();
    assert_eq!(roles(&plan), [Person, Clinician, Supervisor, Physician]);
}
