//! The printed plan, from a plan to bytes.

mod fixture;

use fixture::{afternoon, both, evening};
use jiff::civil::date;
use throughline::base::{Format, GoalId, Language};
use throughline::document::page::{Page, Pages, Run, Shape};
use throughline::document::{Edition, Paper, Request, Weeks, pages, pdf};
use throughline::plan::{ClosedDay, Goal, Plan, SignOff, SignOutcome, Standing, signers};
use throughline::samples;
use throughline::storage::{Trust, decode};
use throughline::wording::paper::{ClinicalLabel, PatientLabel};

fn laid_out(plan: &Plan, edition: Edition, paper: Paper) -> Pages {
    pages(&Request::new(plan, edition, paper, Some(date(2026, 11, 21))))
}

fn text_of(plan: &Plan, edition: Edition) -> String {
    laid_out(plan, edition, Paper::Letter).text()
}

/// The words without line breaks, so that a sentence is found wherever it wraps.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn runs(page: &Page) -> impl Iterator<Item = &Run> {
    page.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) if run.turned == 0.0 => Some(run),
        Shape::Text(_) | Shape::Rule { .. } | Shape::Box { .. } => None,
    })
}

/// The patient edition up to the safety plan, which is printed in full on a page to be kept apart.
fn for_the_wall(plan: &Plan) -> String {
    let text = text_of(plan, Edition::Patient);
    text.split("My safety plan").next().unwrap().to_owned()
}

#[test]
fn the_first_page_begins_with_the_next_session() {
    let text = text_of(&evening(), Edition::Patient);
    let beginning: Vec<&str> = text.lines().skip_while(|line| *line != "Mari’s plan").take(8).collect();
    insta::assert_snapshot!(beginning.join("\n"), @r"
    Mari’s plan
    9 weeks, November 30, 2026 to January 29, 2027
    Your next session is
    Monday, November 30, 5:30–7:00 PM
    Feeling better step by step group
    Oak room, with Dana Okafor
    Why I come
    “I want to get out of bed and feel like
    ");
}

#[test]
fn the_next_session_is_the_first_one_ahead() {
    let plan = afternoon();
    let on = |printed_on| pages(&Request::new(&plan, Edition::Patient, Paper::Letter, printed_on)).text();
    assert!(on(None).contains("Lunes 16 de noviembre, 3:30–5:00 p. m."));
    assert!(on(Some(date(2026, 11, 21))).contains("Lunes 23 de noviembre, 3:30–5:00 p. m."));
    assert!(on(Some(date(2027, 6, 1))).contains("No hay ninguna sesión programada."));
}

#[test]
fn a_line_to_sign_on_stands_for_whoever_has_not_signed() {
    let mut plan = evening();
    plan.course.sign_offs.clear();
    let person = signers(&plan).remove(0);
    let lines = |plan: &Plan| text_of(plan, Edition::Clinical).matches("Printed name").count();
    let all = lines(&plan);
    let entry = |outcome| SignOff { outcome, ..SignOff::awaited(&person) };
    let day = date(2026, 11, 20);
    plan.course.sign_offs.push(entry(SignOutcome::Attempted { date: day, reason: "Not at home".to_owned() }));
    assert_eq!(lines(&plan), all, "asked in vain");
    plan.course.sign_offs.push(SignOff { in_error: Some("Wrong day".to_owned()), ..entry(SignOutcome::Ink(day)) });
    assert_eq!(lines(&plan), all, "entered in error");
    plan.course.sign_offs.push(entry(SignOutcome::Ink(day)));
    assert_eq!(lines(&plan), all - 1, "signed");
}

#[test]
fn the_patient_takes_home_the_weeks_ahead_unless_all_are_wanted() {
    let plan = evening();
    let first = plan.sessions.iter().map(|session| session.date).min().unwrap();
    let third = first.checked_add(jiff::Span::new().weeks(2)).unwrap();
    let totals = |weeks, printed_on| {
        let request = Request::new(&plan, Edition::Patient, Paper::Letter, printed_on);
        pages(&Request { weeks, ..request }).text().matches("this week").count()
    };
    let all = totals(Weeks::All, Some(third));
    assert!(all > 3);
    assert_eq!(totals(Weeks::Ahead, Some(third)), all - 2);
    assert_eq!(totals(Weeks::Ahead, Some(first)), all);
    assert_eq!(totals(Weeks::Ahead, None), all);
}

#[test]
fn the_wall_learns_nothing_that_a_stranger_should_not_know() {
    let text = flat(&for_the_wall(&evening())).to_lowercase();
    let secrets = [
        "f10.20",
        "f33.1",
        "dependence",
        "depress",
        "phq",
        "audit",
        "hv-20931",
        "1988",
        "reyes-whitaker",
        "alcohol",
        "drink",
        "naltrexone",
        "sertraline",
        "relapse",
        "court",
        "detox",
        "42 cfr",
        "elm court",
        "prairie state",
    ];
    for secret in secrets {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.contains("some steps are only in my full plan."));
}

#[test]
fn a_goal_that_tells_too_much_keeps_its_place_but_not_its_words() {
    let mut plan = evening();
    "I want to stop drinking.".clone_into(&mut plan.goals[0].own_words);
    let text = for_the_wall(&plan);
    assert!(text.contains("A goal that I keep to myself"));
    assert!(!text.contains("drinking"));
    plan.goals[0].own_words.clear();
    assert!(!for_the_wall(&plan).contains("“”"));
}

#[test]
fn every_week_and_topic_stands_in_both_editions() {
    let plan = evening();
    for edition in [Edition::Patient, Edition::Clinical] {
        let text = flat(&text_of(&plan, edition));
        for number in 1..=9 {
            assert!(text.contains(&format!("Week {number}")), "{edition:?} {number}");
        }
        assert!(text.contains("Planning for hard days and risky places"), "{edition:?}");
    }
    assert!(text_of(&plan, Edition::Patient).contains("8 hours 30 minutes this week"));
    assert!(text_of(&plan, Edition::Patient).contains("Called off: closed for the"));
    assert!(text_of(&plan, Edition::Patient).contains("You are away"));
}

#[test]
fn the_spanish_edition_speaks_spanish() {
    let text = flat(&text_of(&afternoon(), Edition::Patient));
    for expected in ["El plan de Emi", "Su próxima sesión es", "Semana 2", "AYUDA por texto al 988", "Miércoles"] {
        assert!(text.contains(expected), "{expected}");
    }
    for label in PatientLabel::ALL {
        let (english, spanish) = (label.text(Language::English), label.text(Language::Spanish));
        assert!(english == spanish || english.len() < 7 || !text.contains(english), "{english}");
    }
}

#[test]
fn every_label_has_words_in_both_languages() {
    let patient = PatientLabel::ALL.iter().map(|l| (l.text(Language::English), l.text(Language::Spanish)));
    let clinical = ClinicalLabel::ALL.iter().map(|l| (l.text(Language::English), l.text(Language::Spanish)));
    for (english, spanish) in patient.chain(clinical) {
        assert!(!english.trim().is_empty() && !spanish.trim().is_empty(), "{english} {spanish}");
    }
}

#[test]
fn the_clinical_edition_holds_the_whole_thread() {
    let text = flat(&text_of(&evening(), Edition::Clinical));
    let expected = [
        "F10.20 Alcohol dependence, uncomplicated (principal)",
        "as evidenced by PHQ-9 of 17",
        "“I want my daughter to trust me again.”",
        "≤ 9",
        "dental care; referral given",
        "Nov 30, 2026 – Jan 25, 2027",
        "Dana Okafor, LCSW; therapist",
        "authorization A-77120; 24 days approved, 0 used before this plan",
        "Naltrexone",
        "Sign-off",
        "GENERAL AUTHORIZATION",
    ];
    for words in expected {
        assert!(text.to_lowercase().contains(&words.to_lowercase()), "{words}");
    }
    let text = flat(&text_of(&afternoon(), Edition::Clinical));
    assert!(text.contains("translated by Rosa Medina, id 4471, Nov 13, 2026"));
    assert!(text.contains("Declined to sign on Nov 16, 2026"));
}

#[test]
fn part_2_notices_stand_only_where_they_apply() {
    const SHORT: &str = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
    let plan = evening();
    let laid = laid_out(&plan, Edition::Clinical, Paper::Letter);
    assert_eq!(flat(&laid.text()).matches(SHORT).count(), laid.pages.len());
    assert_eq!(flat(&laid.text()).matches("This record which has been disclosed to you").count(), 1);
    assert!(!flat(&text_of(&afternoon(), Edition::Clinical)).contains("42 CFR"));
    assert!(!flat(&text_of(&plan, Edition::Patient)).contains("42 CFR"));
}

#[test]
fn only_a_draft_says_so_on_every_page() {
    let mut plan = evening();
    let turned = |pages: &Pages| {
        let marks = pages.pages.iter().flat_map(|page| &page.marks);
        marks.filter(|mark| matches!(&mark.shape, Shape::Text(run) if run.turned != 0.0)).count()
    };
    let laid = laid_out(&plan, Edition::Patient, Paper::A4);
    assert_eq!(turned(&laid), laid.pages.len());
    plan.course.standing = Standing::InEffect(date(2026, 11, 30));
    assert_eq!(turned(&laid_out(&plan, Edition::Patient, Paper::A4)), 0);
}

#[test]
fn a_safety_plan_has_a_page_of_its_own_and_only_where_there_is_one() {
    let laid = laid_out(&evening(), Edition::Patient, Paper::Letter);
    let last = Pages { pages: vec![laid.pages.last().unwrap().clone()], ..laid.clone() }.text();
    assert!(last.contains("My safety plan") && last.contains("Call or text 988"));
    assert!(!last.contains("Printed name"));
    assert!(!text_of(&afternoon(), Edition::Patient).contains("Mi plan de seguridad"));
}

/// Everything inside the margins, and no words upon words.
#[track_caller]
fn check_places(pages: &Pages) {
    for (number, page) in (1..).zip(&pages.pages) {
        let words: Vec<&Run> = runs(page).filter(|run| !run.text.trim().is_empty()).collect();
        for run in &words {
            let (x, end, y) = (run.at.x, run.end(), run.at.y);
            assert!(x >= 54.0 && end <= page.width - 36.0, "page {number}: {x} to {end}: {}", run.text);
            assert!(y >= 36.0 && y <= page.height - 18.0, "page {number}: {y}: {}", run.text);
        }
        for (index, a) in words.iter().enumerate() {
            for b in &words[index + 1..] {
                let beside = a.end() <= b.at.x + 0.5 || b.end() <= a.at.x + 0.5;
                let apart = a.at.y <= b.at.y - 0.6 * b.size || b.at.y <= a.at.y - 0.6 * a.size;
                assert!(beside || apart, "page {number}: “{}” upon “{}”", a.text, b.text);
            }
        }
    }
}

#[test]
fn nothing_leaves_the_margins_or_stands_upon_other_words() {
    for plan in [evening(), afternoon()] {
        for edition in [Edition::Patient, Edition::Clinical] {
            for paper in [Paper::Letter, Paper::A4] {
                check_places(&laid_out(&plan, edition, paper));
            }
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let bytes = |edition| pdf(&laid_out(&evening(), edition, Paper::Letter)).unwrap();
    for edition in [Edition::Patient, Edition::Clinical] {
        assert!(bytes(edition) == bytes(edition), "{edition:?}");
    }
}

#[test]
fn the_file_says_its_language_and_structure() {
    let bytes = pdf(&laid_out(&afternoon(), Edition::Patient, Paper::Letter)).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"es-US");
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines") && catalog.has(b"Metadata"));
    assert_eq!(file.get_pages().len(), laid_out(&afternoon(), Edition::Patient, Paper::Letter).pages.len());
}

/// A goal that says something nobody expects.
fn with_goal(words: &str) -> Plan {
    let mut plan = evening();
    plan.goals.push(Goal {
        id: GoalId(99),
        needs: Vec::new(),
        own_words: words.to_owned(),
        language: "en".to_owned(),
        rendering: None,
        clinical: words.to_owned(),
        objectives: Vec::new(),
    });
    plan.sessions[0].topic_words = both(words, words);
    plan
}

#[track_caller]
fn check_survives(words: &str) {
    let plan = with_goal(words);
    for edition in [Edition::Patient, Edition::Clinical] {
        let laid = laid_out(&plan, edition, Paper::Letter);
        assert!(laid.pages.iter().flat_map(runs).all(|run| run.end() <= 612.0), "{edition:?}");
        assert!(!pdf(&laid).unwrap().is_empty());
    }
}

#[test]
fn no_text_is_too_long_or_too_strange() {
    check_survives(&"x".repeat(100_000));
    check_survives(&"word ".repeat(20_000));
    check_survives(&"\n".repeat(5_000));
    check_survives(") Tj ET Q EMC <</MCID 0>> endstream %%EOF <b>&amp;");
    check_survives("אבג العربية 漢字 👩‍👩‍👧 \u{202e}exe.pdf\u{0}\u{1b}[31m");
    check_survives(&format!("a{}", "\u{301}".repeat(10_000)));
}

#[test]
fn characters_without_a_glyph_are_named() {
    let laid = laid_out(&with_goal("漢 and 字"), Edition::Clinical, Paper::Letter);
    assert_eq!(laid.missing, ['字', '漢']);
    assert!(laid_out(&evening(), Edition::Clinical, Paper::Letter).missing.is_empty());
}

#[test]
fn an_empty_plan_prints() {
    for edition in [Edition::Patient, Edition::Clinical] {
        let laid = laid_out(&Plan::default(), edition, Paper::A4);
        assert!(!pdf(&laid).unwrap().is_empty(), "{edition:?}");
    }
}

/// What an empty plan says on its first page.
#[track_caller]
fn check_first_page(edition: Edition, expect: &str) {
    let laid = laid_out(&Plan::default(), edition, Paper::Letter);
    assert!(flat(&laid.text()).contains(expect), "{}", laid.text());
    assert!(!laid.text().contains("at a glance"));
}

#[test]
fn an_empty_plan_says_what_is_missing_and_prints_no_empty_tables() {
    check_first_page(Edition::Patient, "My plan No session is planned.");
    check_first_page(Edition::Clinical, "Draft, not in effect");
    assert!(!text_of(&Plan::default(), Edition::Clinical).contains("From need to service"));
}

#[test]
fn sessions_for_the_family_are_told_apart_from_the_persons_own() {
    let mut plan = evening();
    let group = plan.modules.iter_mut().find(|module| module.id == plan.sessions[0].module).unwrap();
    group.format = Format::FamilyWithoutPatient;
    let text = flat(&for_the_wall(&plan));
    assert!(text.contains("For my family, without me"));
    let before = flat(&for_the_wall(&evening()));
    let total = |text: &str| text.split(" this week").next().unwrap().rsplit("Dec 6 ").next().unwrap().to_owned();
    assert!(total(&text) != total(&before), "{}", total(&text));
    assert!(!text.contains("Your next session is Monday, November 30, 5:30–7:00 PM"));
}

#[test]
fn a_day_on_which_the_program_is_closed_says_why() {
    let mut plan = evening();
    let closed = plan.sessions[0].date;
    plan.sessions.retain(|session| session.date != closed);
    plan.program.closed.push(ClosedDay { date: closed, name: both("Founders’ Day", "Día del Fundador") });
    assert!(flat(&for_the_wall(&plan)).contains("Closed: Founders’ Day"));
    assert!(flat(&text_of(&plan, Edition::Clinical)).contains("Closed Mon, Nov 30: Founders’ Day"));
}

#[test]
fn names_of_forty_letters_stay_off_other_words() {
    let mut plan = evening();
    "Maximiliana-Anastasia Featherstonehaugh-O".clone_into(&mut plan.person.name);
    "Bartholomew-Christopher Vandersteenhoven".clone_into(&mut plan.person.preferred_name);
    for module in &mut plan.modules {
        if let Some(staff) = &mut module.responsible {
            "Wilhelmina-Josephine Ostrowska-Delacroix".clone_into(&mut staff.name);
        }
    }
    for edition in [Edition::Patient, Edition::Clinical] {
        for paper in [Paper::Letter, Paper::A4] {
            check_places(&laid_out(&plan, edition, paper));
        }
    }
}

#[test]
fn a_telephone_number_stays_on_one_line() {
    let mut plan = evening();
    plan.person.strengths = (0..40).map(|length| format!("{} (916) 555-0142", "a".repeat(length))).collect();
    let text = text_of(&plan, Edition::Patient);
    assert!(!text.contains("(916)\n"), "{text}");
}

#[test]
fn the_samples_keep_to_their_margins_and_to_good_style() {
    for (name, file) in samples::ALL {
        let plan = decode(file, Trust::Strict).unwrap().plan;
        for edition in [Edition::Patient, Edition::Clinical] {
            for paper in [Paper::Letter, Paper::A4] {
                let laid = laid_out(&plan, edition, paper);
                check_places(&laid);
                // A time of day may end with a stop before any other mark.
                let text = flat(&laid.text()).replace("m.;", "m;");
                for slip in [".;", "en-US", "es-MX", "..", " ,", "Closed: Closed"] {
                    assert!(!text.contains(slip), "{name} {edition:?}: “{slip}”");
                }
            }
        }
    }
}
