//! How long the steps of the main job take, and how the whole compares to `LibreOffice` printing a comparable document.
//!
//! `cargo bench` prints medians of many rounds in this process and the CPU time of whole processes, each with its ratio to
//! the CPU time of `soffice --convert-to pdf` for the same words in headings, paragraphs and tables, in the same run.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and stops where it cannot go on")]

mod peer;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use throughline::base::days_after;
use throughline::catalog::{Catalog, builtin, read::from_text};
use throughline::document::{self, Edition, Pages, Paper, Request};
use throughline::draft::{Intake, draft};
use throughline::history::{Chart, Signing, diff};
use throughline::plan::{CourseEdit, Edit, GoalEdit, ListEdit, Plan, SessionStatus, apply};
use throughline::storage::{self, Trust};

const ROUNDS: usize = 31;
/// Whole processes are started this often; the sum is divided.
const STARTS: u32 = 5;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let intake: Intake = from_text(&read(&root.join("plans/alcohol-evening.intake.ron"))).expect("a sample");
    let file = read(&root.join("plans/alcohol-evening.plan.ron"));
    let plan = storage::decode(&file, Trust::Strict).expect("a sample").plan;
    let (catalog, _) = builtin();
    let clinical = pages(&plan, Edition::Clinical);
    let patient = pages(&plan, Edition::Patient);
    println!(
        "alcohol-evening: {} sessions, {} bytes; {} + {} pages",
        plan.sessions.len(),
        file.len(),
        patient.pages.len(),
        clinical.pages.len()
    );
    let theirs = libreoffice(&plan, &clinical);
    let median = |name: &str, step: &mut dyn FnMut() -> bool| say(name, median(name, step), theirs);
    median("read and check the plan file", &mut || storage::decode(&file, Trust::Strict).is_ok());
    median("write the plan file and read it back", &mut || storage::encode(&plan).is_ok());
    median("load the catalog", &mut || builtin().1.is_empty());
    median("draft from the intake", &mut || draft(&intake, &catalog).is_ok());
    median("lay out the patient edition", &mut || !pages(&plan, Edition::Patient).pages.is_empty());
    median("lay out the clinical edition", &mut || !pages(&plan, Edition::Clinical).pages.is_empty());
    median("write the clinical PDF", &mut || document::pdf(&clinical).is_ok());
    let chart = forty_versions(&plan);
    let many = storage::encode(&chart).expect("a file");
    println!("with 40 versions: {} bytes", many.len());
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let path = folder.path().join("many.plan.ron");
    storage::write_file(&path, many.as_bytes()).expect("a temporary file");
    median("open a file of 40 versions", &mut || storage::open(&path, Trust::Strict).is_ok());
    median("verify a file of 40 versions", &mut || storage::verify(&many, Trust::Strict).is_ok());
    let full = with_sessions(&plan, 400);
    let mut moved = full.clone();
    for session in &mut moved.sessions {
        session.date = days_after(session.date, 1);
    }
    let edit = Edit::Goal(moved.goals.first().expect("a goal").id, GoalEdit::Clinical("another wording".to_owned()));
    apply(&mut moved, &edit).expect("an edit");
    median("tell two plans of 400 sessions apart", &mut || diff(&full, &moved).len() > 400);
    let first = chart.versions().first().and_then(|version| version.plan().ok()).expect("a version");
    median("tell two versions apart", &mut || !diff(&first, &chart.plan).is_empty());
    say("throughline export, whole process", export(root), theirs);
    match theirs {
        Some(cpu) => println!("{:40} {cpu:>9.2} ms", "soffice --convert-to pdf, whole process"),
        None => println!("LibreOffice is not installed, so there are no ratios to it"),
    }
}

/// The plan signed forty times, with a week of attendance and a result between two versions.
fn forty_versions(plan: &Plan) -> Chart {
    let mut chart = Chart::unsigned(plan.clone());
    for week in 0..40_u16 {
        for session in chart.plan.sessions.iter_mut().skip(usize::from(week) * 4).take(4) {
            session.status = SessionStatus::Attended;
            session.reason = format!("recorded in week {week}");
        }
        let mut result = chart.plan.course.results.first().cloned().expect("a result");
        result.date = days_after(result.date, week * 7);
        apply(&mut chart.plan, &Edit::Course(CourseEdit::Result(ListEdit::Add(result)))).expect("an edit");
        let date = days_after(plan.segments.first().expect("a segment").from, week * 7);
        let signing = Signing { date, author: "R. Vance".to_owned(), reason: format!("review of week {week}") };
        chart.sign(&Catalog::default(), &signing).expect("a version");
    }
    chart
}

/// The plan with sessions added until there are so many.
fn with_sessions(plan: &Plan, sessions: usize) -> Plan {
    let mut plan = plan.clone();
    let missing = sessions.saturating_sub(plan.sessions.len());
    let more = plan.sessions.iter().cycle().take(missing).cloned();
    let more: Vec<Edit> = more.map(|session| Edit::Sessions(ListEdit::Add(session))).collect();
    apply(&mut plan, &Edit::Together(more)).expect("an edit");
    plan
}

/// Prints a line: what, how long in milliseconds, and how many times as long `LibreOffice` takes for the whole.
fn say(name: &str, milliseconds: f64, theirs: Option<f64>) {
    let ratio = theirs.map(|theirs| format!("{:>8.0} to 1", theirs / milliseconds)).unwrap_or_default();
    println!("{name:40} {milliseconds:>9.2} ms {ratio}");
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a file of the project")
}

fn pages(plan: &Plan, edition: Edition) -> Pages {
    document::pages(&Request::new(plan, edition, Paper::Letter, None))
}

/// The median of many rounds in this process, in milliseconds.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn median(name: &str, step: &mut dyn FnMut() -> bool) -> f64 {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        assert!(step(), "{name} did not work");
        times.push(start.elapsed());
    }
    times.sort_unstable();
    times[ROUNDS / 2].as_secs_f64() * 1e3
}

/// CPU time of one export of a clinical PDF.
fn export(root: &Path) -> f64 {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    cpu(|| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
        command.arg("export").arg(root.join("plans/alcohol-evening.plan.ron"));
        command.args(["--edition", "clinical", "--out"]).arg(folder.path().join("plan.pdf"));
        command
    })
}

/// CPU time of one conversion of the same words by `LibreOffice`; `None` where it is not installed.
fn libreoffice(plan: &Plan, pages: &Pages) -> Option<f64> {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let document = folder.path().join("plan.fodt");
    storage::write_file(&document, peer::flat_odt(plan, pages).as_bytes()).expect("a temporary file");
    let convert = || {
        let mut command = Command::new("soffice");
        command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.path()).arg(&document);
        command.arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()));
        command
    };
    // The first start makes a profile, which no later start has to do.
    runs(&mut convert()).then(|| cpu(convert))
}

fn runs(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// CPU time of one start in milliseconds, by the kernel's count for finished children in hundredths of a second.
fn cpu(command: impl Fn() -> Command) -> f64 {
    let before = children_ticks();
    for _ in 0..STARTS {
        assert!(runs(&mut command()), "a process that ran before");
    }
    f64::from(children_ticks() - before) * 10.0 / f64::from(STARTS)
}

fn children_ticks() -> u32 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("Linux");
    let after_name = stat.rsplit(") ").next().expect("a state");
    after_name.split(' ').skip(13).take(2).map(|ticks| ticks.parse::<u32>().expect("a number")).sum()
}
