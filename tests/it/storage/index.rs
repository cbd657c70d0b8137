//! The list of the plans in a folder.

use throughline::catalog::builtin;
use throughline::schedule::{Booking, Seats};

use super::*;

fn folder() -> (TempDir, Vec<Listed>) {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.plan.ron", "a.plan.ron", "2026/c.plan.ron", ".hidden.plan.ron", "notes.ron", "2026/x/d.plan.ron"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        save(&path, &sample(), None).unwrap();
    }
    let files = plan_files(folder.path()).unwrap();
    (folder, files)
}

#[test]
fn plans_of_a_folder_and_the_folders_in_it_are_found() {
    let (folder, files) = folder();
    let names: Vec<&Path> = files.iter().map(|file| file.path.strip_prefix(folder.path()).unwrap()).collect();
    assert_eq!(names, ["2026/c.plan.ron", "a.plan.ron", "b.plan.ron"].map(Path::new));
    assert_eq!(plan_files(&folder.path().join("nowhere")), Err(Trouble::Missing));
}

/// Reads one plan into a cache.
fn read_one(cache: &mut Cache, file: &Listed) -> Result<Summary, OpenError> {
    let mut read = cache.read_plans(vec![file.clone()], &builtin().0);
    assert_eq!(read.len(), 1);
    read.remove(0).1
}

#[test]
fn a_summary_is_remembered_until_its_file_changes() {
    let ((folder, files), catalog) = (folder(), builtin().0);
    let mut cache = Cache::empty(&catalog);
    assert_eq!(cache.get(&files[0]), None);
    let expected = summary(&sample(), &catalog);
    assert_eq!(read_one(&mut cache, &files[0]).unwrap(), expected);
    let kept = folder.path().join("private/plans.index");
    cache.store(&kept).unwrap();
    let mut cache = Cache::load(&kept, &catalog);
    assert_eq!(cache.get(&files[0]), Some(&expected));
    let changed = Listed { size: files[0].size + 1, ..files[0].clone() };
    assert_eq!(cache.get(&changed), None);
    cache.keep_only(&files[1..]);
    assert_eq!(cache, Cache::empty(&catalog));
}

#[test]
fn places_in_groups_are_remembered_and_read_anew_with_the_file() {
    let ((folder, files), catalog) = (folder(), builtin().0);
    let mut cache = Cache::empty(&catalog);
    assert_eq!(cache.read_plans(files.clone(), &catalog).len(), 3);
    let kept = folder.path().join("plans.index");
    cache.store(&kept).unwrap();
    let cache = Cache::load(&kept, &catalog);
    let seats = Seats::of(&sample()).unwrap();
    let expected: Vec<Booking<'_>> = files.iter().map(|file| Booking { file: &file.path, seats: &seats }).collect();
    assert_eq!(cache.bookings(&files), expected);
    let changed = Listed { size: files[0].size + 1, ..files[0].clone() };
    assert_eq!(cache.bookings(&[changed]), [], "what a file held before is of no account");
}

#[test]
fn an_index_of_another_shape_or_by_another_catalog_is_made_anew() {
    let ((folder, files), catalog) = (folder(), builtin().0);
    let mut cache = Cache::empty(&catalog);
    read_one(&mut cache, &files[0]).unwrap();
    let kept = folder.path().join("plans.index");
    cache.store(&kept).unwrap();
    let text = fs::read_to_string(&kept).unwrap();
    let mut other = catalog.clone();
    other.packs.pop_first();
    assert_eq!(Cache::load(&kept, &other), Cache::empty(&other));
    write_file(&kept, text.replacen("shape:2", "shape:1", 1).as_bytes()).unwrap();
    assert_ne!(fs::read_to_string(&kept).unwrap(), text);
    assert_eq!(Cache::load(&kept, &catalog), Cache::empty(&catalog));
}

#[test]
fn many_plans_are_read_at_once_and_answer_in_order() {
    let (folder, _) = folder();
    write_file(&folder.path().join("bad.plan.ron"), b"PlanFile(format: 1,").unwrap();
    let files = plan_files(folder.path()).unwrap();
    let read = Cache::empty(&builtin().0).read_plans(files.clone(), &builtin().0);
    let names: Vec<&Listed> = read.iter().map(|(file, _)| file).collect();
    assert_eq!(names, files.iter().collect::<Vec<_>>());
    let readable: Vec<bool> = read.iter().map(|(_, made)| made.is_ok()).collect();
    assert_eq!(readable, [true, true, true, false], "the last of them is the bad one");
    assert_eq!(Cache::empty(&builtin().0).read_plans(Vec::new(), &builtin().0), []);
}

#[test]
fn a_plan_with_damaged_versions_is_listed_as_it_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (_, text) = throughline::samples::ALL[0];
    let at = text.rfind("shared: ").or_else(|| text.rfind("text: ")).unwrap_or(text.len() - 40);
    let whole = folder.path().join("whole.plan.ron");
    write_file(&whole, text.as_bytes()).unwrap();
    let torn = folder.path().join("torn.plan.ron");
    write_file(&torn, &text.as_bytes()[..at]).unwrap();
    let files = plan_files(folder.path()).unwrap();
    let mut cache = Cache::empty(&builtin().0);
    for file in &files {
        let opens = open(&file.path, Trust::AcceptChanges).map(|opened| summary(&opened.plan, &builtin().0));
        assert_eq!(read_one(&mut cache, file), opens, "{}", file.path.display());
    }
    assert!(read_one(&mut cache, &files[0]).is_err() && read_one(&mut cache, &files[1]).is_ok());
}

#[test]
fn a_damaged_index_is_no_index() {
    let ((folder, files), catalog) = (folder(), builtin().0);
    let mut cache = Cache::empty(&catalog);
    read_one(&mut cache, &files[0]).unwrap();
    let kept = folder.path().join("plans.index");
    cache.store(&kept).unwrap();
    let mut damaged = fs::read(&kept).unwrap();
    let digit = damaged.iter().rposition(u8::is_ascii_digit).unwrap();
    damaged[digit] = if damaged[digit] == b'5' { b'6' } else { b'5' };
    write_file(&kept, &damaged).unwrap();
    assert_eq!(Cache::load(&kept, &catalog), Cache::empty(&catalog));
}
