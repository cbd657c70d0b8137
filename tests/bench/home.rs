//! How long a folder of a thousand plans takes to list: the first time, and once it was read before.
//!
//! `cargo bench --bench home` makes the folder in a temporary place and prints milliseconds.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and stops where it cannot go on")]

use std::path::Path;
use std::time::Instant;

use throughline::plan::{Edit, PersonEdit, apply};
use throughline::storage::{self, Cache, Trust, plan_files};

const PLANS: usize = 1000;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = std::fs::read_to_string(root.join("plans/alcohol-evening.plan.ron")).expect("a sample");
    let plan = storage::decode(&sample, Trust::Strict).expect("a sample").plan;
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    for number in 0..PLANS {
        let mut plan = plan.clone();
        let name = Edit::Person(PersonEdit::PreferredName(format!("Person {number}")));
        apply(&mut plan, &name).expect("a sound edit");
        let text = storage::encode(&plan).expect("a sound plan");
        storage::write_file(&folder.path().join(format!("{number}.plan.ron")), text.as_bytes())
            .expect("a temporary file");
    }
    let kept = folder.path().join("private/plans.index");
    let mut cache = Cache::default();
    timed("read 1,000 plans for the first time", || {
        for file in plan_files(folder.path()).expect("a folder") {
            assert!(cache.read_plan(&file).is_ok(), "a plan that was just written");
        }
    });
    timed("keep what was read", || cache.store(&kept).expect("a temporary file"));
    timed("list 1,000 plans that were read before", || {
        let cache = Cache::load(&kept);
        let files = plan_files(folder.path()).expect("a folder");
        assert_eq!(files.iter().filter_map(|file| cache.get(file)).count(), PLANS);
    });
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn timed(name: &str, step: impl FnOnce()) {
    let start = Instant::now();
    step();
    println!("{name:44} {:>9.1} ms", start.elapsed().as_secs_f64() * 1e3);
}
