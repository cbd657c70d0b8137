//! The shipped catalog: what it covers, how it is worded, how hard it is to read; and how a bad file is told.

use throughline::base::{Bilingual, Slug};
use throughline::catalog::{Catalog, FILES, ProblemKind, Weight, builtin};

use crate::reading::{english_grade, spanish_grade};

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

#[test]
fn the_catalog_covers_what_programs_offer() {
    let (catalog, problems) = builtin();
    assert_eq!(problems, []);
    assert!(catalog.modules.len() >= 45, "{} modules", catalog.modules.len());
    assert!(catalog.measures.len() >= 18, "{} measures", catalog.measures.len());
    assert!(catalog.needs.len() >= 14, "{} needs", catalog.needs.len());
    for module in [
        "cbt-depression",
        "dbt-mindfulness",
        "dbt-distress-tolerance",
        "dbt-emotion-regulation",
        "dbt-interpersonal",
        "dbt-full-24",
        "family-therapy",
        "family-education",
        "psychoeducation",
        "skill-building",
        "aftercare-planning",
        "individual-therapy",
        "process-group",
        "medication-management",
        "psychiatric-evaluation",
        "mindfulness-practice",
        "motivational-enhancement",
        "relapse-prevention-group",
        "case-management",
        "peer-support",
        "anger-management",
        "matrix-early-recovery",
    ] {
        assert!(catalog.modules.contains_key(&slug(module)), "no module {module}");
    }
    for need in [
        "depression",
        "generalized-anxiety",
        "social-anxiety",
        "bipolar",
        "trauma",
        "borderline-personality",
        "self-harm",
        "anorexia",
        "bulimia",
        "alcohol-use",
        "opioid-use",
        "co-occurring",
    ] {
        assert!(catalog.needs.contains_key(&slug(need)), "no need {need}");
    }
}

#[test]
fn every_need_has_a_core_module_and_every_module_a_use() {
    let (catalog, _) = builtin();
    for need in catalog.needs.values() {
        let core = need.modules.iter().filter(|suggestion| suggestion.weight == Weight::Core).count();
        assert!(core >= 2, "{} has {core} core modules", need.slug);
        for measure in &need.measures {
            assert!(catalog.measures.contains_key(measure), "{} follows {measure}", need.slug);
        }
    }
}

/// What a patient reads of a module.
fn read_by_patients(catalog: &Catalog) -> Vec<(&Slug, &Bilingual)> {
    catalog
        .modules
        .values()
        .flat_map(|module| [(&module.slug, &module.plain_name), (&module.slug, &module.why)])
        .collect()
}

#[test]
fn what_patients_read_stays_at_sixth_grade() {
    let (catalog, _) = builtin();
    let mut hard = Vec::new();
    for (slug, text) in catalog.modules.values().map(|module| (&module.slug, &module.why)) {
        let (english, spanish) = (english_grade(&text.en), spanish_grade(&text.es));
        if english > 6.0 || spanish > 6.0 {
            hard.push(format!("{slug}: {english:.1} {spanish:.1} {}", text.en));
        }
    }
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn plain_names_tell_a_stranger_nothing() {
    let (catalog, _) = builtin();
    let telling = [
        "alcohol",
        "drug",
        "opioid",
        "substance",
        "relapse",
        "addiction",
        "depress",
        "bipolar",
        "trauma",
        "suicid",
        "self-harm",
        "droga",
        "recaída",
        "adicción",
        "depres",
        "trauma",
        "suicid",
        "sustancia",
    ];
    for (slug, text) in read_by_patients(&catalog) {
        let both = format!("{} {}", text.en, text.es).to_lowercase();
        for word in telling {
            assert!(!both.contains(word), "{slug}: `{word}` in {both}");
        }
    }
}

/// Words that we do not use of people, in assets and in what the program says.
const AVOIDED: &[&str] = &[
    "addict",
    "addicts",
    "alcoholic",
    "abuser",
    "abusers",
    "junkie",
    "non-compliant",
    "noncompliant",
    "noncompliance",
    "frequent flyer",
    "suffers from",
    "committed suicide",
    "commit suicide",
    "attention-seeking",
    "manipulative",
    "clean urine",
    "dirty urine",
    "got clean",
    "stay clean",
    "adicto",
    "adicta",
    "alcohólico",
    "alcohólica",
    "drogadicto",
    "incumplidor",
    "sufre de",
    "víctima",
];

fn avoided_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let found = AVOIDED.iter().filter(|word| {
        text.match_indices(**word).any(|(at, _)| {
            let (before, after) = (text.get(..at), text.get(at + word.len()..));
            is_edge(before.and_then(|t| t.chars().next_back())) && is_edge(after.and_then(|t| t.chars().next()))
        })
    });
    found.copied().collect()
}

#[test]
fn nobody_is_called_names() {
    assert_eq!(avoided_in("He is an addict."), ["addict"]);
    assert_eq!(avoided_in("Addiction medicine"), Vec::<&str>::new());
    for (file, text) in FILES {
        assert_eq!(avoided_in(text), Vec::<&str>::new(), "assets/{file}");
    }
    for folder in ["src/wording", "plans"] {
        for file in walk(folder) {
            let text = std::fs::read_to_string(&file).unwrap();
            assert_eq!(avoided_in(&text), Vec::<&str>::new(), "{}", file.display());
        }
    }
}

fn walk(folder: &str) -> Vec<std::path::PathBuf> {
    let mut open = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found
}

#[track_caller]
fn bad(file: &str, text: &str) -> ProblemKind {
    let (mut catalog, _) = builtin();
    let before = catalog.modules.len();
    let mut problems = catalog.add([(file, text), FILES[0]]);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(catalog.modules.len() >= before, "the rest still loads");
    let problem = problems.remove(0);
    assert_eq!(problem.file, file);
    problem.what
}

fn shipped(file: &str) -> &'static str {
    FILES.iter().find(|(name, _)| *name == file).map(|(_, text)| *text).unwrap()
}

#[test]
fn a_bad_file_is_told_with_line_column_and_field() {
    let good = shipped("modules/anger-management.ron");
    let text = good.replace("minutes: 90,\n  breaks", "minutes: ninety,\n  breaks");
    let ProblemKind::Unreadable(error) = bad("modules/anger-management.ron", &text) else { panic!("readable") };
    assert_eq!((error.line, error.column, error.field.as_str()), (28, 11, "minutes"));

    let text = good.replace("edition: 1", "edtion: 1");
    let ProblemKind::Unreadable(error) = bad("modules/anger-management.ron", &text) else { panic!("readable") };
    assert_eq!(error.line, 3);
    assert!(error.expected.contains("edtion") && error.expected.contains("edition"), "{}", error.expected);
}

#[test]
fn a_file_that_does_not_fit_is_told() {
    let good = shipped("modules/anger-management.ron");
    let text = good.replace("breaks: 0", "breaks: 90");
    let (mut catalog, _) = builtin();
    let fields: Vec<String> = catalog
        .add([("modules/anger-management.ron", text.as_str())])
        .into_iter()
        .map(|problem| match problem.what {
            ProblemKind::Field { field, .. } => field,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(fields, ["breaks", "counts.minutes"]);

    let text = good.replace("\"alcohol-use\"", "\"alcool-use\"");
    let unknown = ProblemKind::UnknownEntry { field: "needs".to_owned(), slug: slug("alcool-use") };
    assert_eq!(bad("modules/anger-management.ron", &text), unknown);
    assert_eq!(bad("module/anger-management.ron", good), ProblemKind::UnknownFolder);
    let differs = ProblemKind::NameDiffers(slug("anger-management"));
    assert_eq!(bad("modules/anger.ron", good), differs);
}
