//! The list of the plans in a folder.

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

#[test]
fn a_summary_is_remembered_until_its_file_changes() {
    let (folder, files) = folder();
    let mut cache = Cache::default();
    assert_eq!(cache.get(&files[0]), None);
    assert_eq!(cache.read_plan(&files[0]).unwrap(), summary(&sample()));
    let kept = folder.path().join("private/plans.index");
    cache.store(&kept).unwrap();
    let mut cache = Cache::load(&kept);
    assert_eq!(cache.get(&files[0]), Some(&summary(&sample())));
    let changed = Listed { size: files[0].size + 1, ..files[0].clone() };
    assert_eq!(cache.get(&changed), None);
    cache.keep_only(&files[1..]);
    assert_eq!(cache, Cache::default());
}

#[test]
fn a_damaged_index_is_no_index() {
    let (folder, files) = folder();
    let mut cache = Cache::default();
    cache.read_plan(&files[0]).unwrap();
    let kept = folder.path().join("plans.index");
    cache.store(&kept).unwrap();
    let mut damaged = fs::read(&kept).unwrap();
    let digit = damaged.iter().rposition(u8::is_ascii_digit).unwrap();
    damaged[digit] = if damaged[digit] == b'5' { b'6' } else { b'5' };
    write_file(&kept, &damaged).unwrap();
    assert_eq!(Cache::load(&kept), Cache::default());
}
