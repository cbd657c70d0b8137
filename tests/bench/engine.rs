//! How much CPU time the timetable engine takes on the fixtures, by class: first calendar, all tiers, why not, one heat map.
//!
//! `cargo bench --bench engine` prints medians and maxima over the class; the limits are those that the program promises.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and stops where it cannot go on")]

use std::fs;
use std::path::Path;

use cpu_time::ThreadTime;
use throughline::schedule::engine::{
    Answer, Effort, Go, Instance, Problem, Progress, Tier, TierResult, Timetable, moves, precheck, solve,
};

fn main() {
    for class in ["small", "typical", "tight", "replan", "large", "infeasible"] {
        let runs: Vec<Run> = problems(class).iter().map(run).collect();
        let proven = runs.iter().filter(|run| run.proven).count();
        println!("{class}: {} problems, {proven} proven in every tier or refuted", runs.len());
        say("pre-check", runs.iter().map(|run| run.precheck));
        say("first calendar", runs.iter().filter_map(|run| run.first));
        say("all tiers, or why not", runs.iter().map(|run| run.all));
        say("heat map of the worst session", runs.iter().filter_map(|run| run.moves));
    }
}

fn problems(class: &str) -> Vec<Instance> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/timetables");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let of_class = |path: &&std::path::PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{class}-")))
    };
    let read = |path: &std::path::PathBuf| {
        serde_json::from_str(&fs::read_to_string(path).expect("a fixture")).expect("a problem")
    };
    files.iter().filter(of_class).map(read).collect()
}

/// Milliseconds of one problem.
struct Run {
    precheck: f64,
    first: Option<f64>,
    all: f64,
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
    Run { precheck, first, all: built + all, moves, proven }
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
        println!("  {name:32} median {median:>9.2} ms, most {most:>9.2} ms");
    }
}
