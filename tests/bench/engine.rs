//! How much CPU time the timetable engine takes on the fixtures, by class: pre-check, first calendar, all tiers or a new
//! plan for an old one, why not, and one heat map; and the pre-check of real plans.
//!
//! `cargo bench --bench engine` prints medians and maxima over the class. With `TIMETABLE_ORACLE` naming a folder with
//! `oracle.py` (and `PYTHON` a Python with OR-Tools), a handful of problems is also given to that solver in the same run.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and stops where it cannot go on")]

mod oracle;

use std::fs;
use std::path::{Path, PathBuf};

use cpu_time::ThreadTime;
use throughline::base::Language;
use throughline::catalog::builtin;
use throughline::samples;
use throughline::schedule::Taken;
use throughline::schedule::engine::{
    Answer, Effort, Go, Instance, Problem, Progress, Tier, TierResult, Timetable, moves, precheck, solve, why_not,
};
use throughline::schedule::lay::{Request, shortfalls};
use throughline::storage::{Trust, decode};

/// Problems that the other solver proves within a minute or so. Of a plan that is laid anew it counts the days of the
/// past as well, so that there would be nothing to compare.
const PEERS: [&str; 5] = ["small-1", "small-4", "tight-2", "typical-2", "typical-6"];

fn main() {
    for class in ["small", "typical", "tight", "replan", "large", "infeasible"] {
        let runs: Vec<Run> = problems(class).iter().map(run).collect();
        let proven = runs.iter().filter(|run| run.proven).count();
        println!("{class}: {} problems, {proven} proven in every tier or refuted", runs.len());
        say("pre-check", runs.iter().map(|run| run.precheck));
        say("first calendar", runs.iter().filter_map(|run| run.first));
        let name = if class == "replan" { "new plan for an old one" } else { "all tiers, or refuted and explained" };
        say(name, runs.iter().map(|run| run.all));
        say("why not, alone", runs.iter().filter_map(|run| run.why));
        say("heat map of the worst session", runs.iter().filter_map(|run| run.moves));
    }
    println!("the samples:");
    say("pre-check of the plan, laid out anew", samples::ALL.iter().map(|(_, text)| of_plan(text)));
    peers();
}

/// The arithmetic that runs while modules are added, for a whole plan.
fn of_plan(text: &str) -> f64 {
    let (catalog, _) = builtin();
    let plan = decode(text, Trust::Strict).expect("a sample").plan;
    let clinic = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug)).expect("its clinic");
    let request = Request {
        plan: &plan,
        clinic,
        catalog: &catalog,
        from: None,
        taken: Taken::NOBODY,
        language: Language::English,
    };
    let rounds = (0..5).map(|_| timed(|| shortfalls(request)).0);
    rounds.fold(f64::INFINITY, f64::min)
}

fn peers() {
    for id in PEERS {
        let path = folder().join(format!("{id}.json"));
        let Some(theirs) = oracle::ask(&path) else {
            println!("no oracle: set TIMETABLE_ORACLE to its folder, and PYTHON to a Python with OR-Tools");
            return;
        };
        let (ours, answer) = timed(|| {
            let problem = Problem::new(&read(&path)).expect("a fixture");
            solve(&problem, &oracle::TIERS, Effort::default(), &mut |_| Go::On)
        });
        let Answer::Feasible(found) = answer else { continue };
        assert!(oracle::agree(&theirs, &found.tiers), "{id}: {:?} and {:?}", theirs.proven, found.tiers);
        let all = found.tiers.len();
        let (proven, ratio) = (theirs.proven.len(), theirs.cpu / ours);
        println!(
            "{id:12} ours {ours:>8.1} ms, CP-SAT {:>9.1} ms ({proven} of {all} proven): 1 to {ratio:.0}",
            theirs.cpu
        );
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/timetables")
}

fn read(path: &Path) -> Instance {
    serde_json::from_str(&fs::read_to_string(path).expect("a fixture")).expect("a problem")
}

fn problems(class: &str) -> Vec<Instance> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder()).expect("fixtures").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let of_class =
        |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{class}-")));
    files.iter().filter(of_class).map(|path| read(path)).collect()
}

/// Milliseconds of one problem.
struct Run {
    precheck: f64,
    first: Option<f64>,
    all: f64,
    why: Option<f64>,
    moves: Option<f64>,
    proven: bool,
}

fn run(text: &Instance) -> Run {
    let start = ThreadTime::now();
    let problem = Problem::new(text).expect("a fixture");
    let built = start.elapsed().as_secs_f64() * 1000.0;
    let (precheck, _) = timed(|| precheck(&problem));
    let mut first = None;
    let (all, answer) = timed(|| {
        let start = ThreadTime::now();
        solve(&problem, &Tier::ALL, Effort::default(), &mut |progress| {
            if let Progress::First(_) = progress {
                first = Some(built + start.elapsed().as_secs_f64() * 1000.0);
            }
            Go::On
        })
    });
    let (moves, proven) = match &answer {
        Answer::Feasible(found) => (Some(worst(&problem, found)), found.tiers.iter().all(TierResult::proven)),
        Answer::Infeasible(_) => (None, true),
        Answer::Unknown => (None, false),
    };
    let refuted = matches!(answer, Answer::Infeasible(_));
    let why = refuted.then(|| timed(|| why_not(&problem, Effort::default())).0);
    Run { precheck, first, all: built + all, why, moves, proven }
}

fn worst(problem: &Problem, found: &Timetable) -> f64 {
    let times = found.placements.iter().map(|&which| timed(|| moves(problem, &found.placements, which)).0);
    times.fold(0.0, f64::max)
}

fn timed<T>(what: impl FnOnce() -> T) -> (f64, T) {
    let start = ThreadTime::now();
    let result = what();
    (start.elapsed().as_secs_f64() * 1000.0, result)
}

fn say(name: &str, times: impl Iterator<Item = f64>) {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    if let (Some(median), Some(most)) = (times.get(times.len() / 2), times.last()) {
        println!("  {name:38} median {median:>9.2} ms, most {most:>9.2} ms");
    }
}
