//! How long a folder of a thousand plans takes to list: the first time, and once it was read before.
//!
//! `cargo bench --bench home` makes the folder in a temporary place and prints milliseconds.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and stops where it cannot go on")]

use std::path::Path;
use std::time::Instant;

use throughline::base::days_after;
use throughline::catalog::{Catalog, builtin};
use throughline::history::Chart;
use throughline::plan::{Edit, PersonEdit, apply};
use throughline::schedule::{Taken, census};
use throughline::storage::{self, Cache, Trust, plan_files};

const PLANS: usize = 1000;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = std::fs::read_to_string(root.join("plans/alcohol-evening.plan.ron")).expect("a sample");
    let storage::Decoded { plan, versions, .. } = storage::decode(&sample, Trust::Strict).expect("a sample");
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    for number in 0..PLANS {
        let mut plan = plan.clone();
        for name in [PersonEdit::Name(format!("Person {number}")), PersonEdit::PreferredName(String::new())] {
            apply(&mut plan, &Edit::Person(name)).expect("a sound edit");
        }
        let chart = Chart::of(plan, versions.clone());
        let text = storage::encode(&chart).expect("a sound plan");
        storage::write_file(&folder.path().join(format!("{number}.plan.ron")), text.as_bytes())
            .expect("a temporary file");
    }
    let catalog = builtin().0;
    let kept = folder.path().join("private/plans.index");
    let mut cache = Cache::empty(&catalog);
    timed("read 1,000 plans for the first time", || {
        let files = plan_files(folder.path()).expect("a folder");
        assert!(cache.read_plans(files, &catalog).iter().all(|(_, read)| read.is_ok()), "plans that were just written");
    });
    timed("keep what was read", || cache.store(&kept).expect("a temporary file"));
    timed("list 1,000 plans that were read before", || {
        let cache = Cache::load(&kept, &catalog);
        let files = plan_files(folder.path()).expect("a folder");
        assert_eq!(files.iter().filter_map(|file| cache.get(file)).count(), PLANS);
    });
    timed("census of 1,000 plans, read for the first time", || {
        let mut cache = Cache::empty(&catalog);
        let files = plan_files(folder.path()).expect("a folder");
        cache.read_plans(files, &catalog);
        counted(folder.path(), &cache, &catalog);
    });
    timed("census of 1,000 plans from the index", || {
        counted(folder.path(), &Cache::load(&kept, &catalog), &catalog);
    });
    let files = plan_files(folder.path()).expect("a folder");
    let bookings = cache.bookings(&files);
    timed("what 1,000 others hold beside a plan", || {
        assert_ne!(Taken::beside(&plan, None, &bookings), Taken::default());
    });
}

fn counted(folder: &Path, cache: &Cache, catalog: &Catalog) {
    let files = plan_files(folder).expect("a folder");
    let bookings = cache.bookings(&files);
    let first =
        bookings.iter().flat_map(|booking| booking.seats.dates.values()).filter_map(|dates| dates.first()).min();
    let first = *first.expect("somebody has a place");
    let found = census(&bookings, catalog, first, days_after(first, 51 * 7));
    assert_eq!(found.people.len(), PLANS);
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn timed(name: &str, step: impl FnOnce()) {
    let start = Instant::now();
    step();
    println!("{name:48} {:>9.1} ms", start.elapsed().as_secs_f64() * 1e3);
}
