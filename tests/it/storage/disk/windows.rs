//! Files that others have open, and names that are devices.

use super::*;
use std::os::windows::fs::OpenOptionsExt;

#[test]
fn a_file_that_others_look_at_is_replaced_whole_or_not_at_all() {
    let (folder, path) = folder();
    put(&path, b"old");
    let looked_at = fs::File::open(&path).unwrap();
    // Not every disk can do it.
    match save(&path, &sample(), None) {
        Ok(saved) => assert_eq!(open(&path, Trust::Strict).unwrap().fingerprint, saved.fingerprint),
        Err(error) => {
            assert_eq!(error, SaveError::Replace(Trouble::Denied));
            assert_eq!(fs::read(&path).unwrap(), b"old");
        }
    }
    drop(looked_at);
    assert_eq!(names(&folder), ["sam.plan.ron"]);
}

#[test]
fn a_file_that_another_program_keeps_to_itself_is_left_alone() {
    let (folder, path) = folder();
    put(&path, b"old");
    let kept = fs::OpenOptions::new().read(true).share_mode(0).open(&path).unwrap();
    assert_eq!(save(&path, &sample(), None), Err(SaveError::Replace(Trouble::Denied)));
    assert_eq!(opening(&path), OpenError::Text(TextError::Disk(Trouble::Denied)));
    drop(kept);
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(&folder), ["sam.plan.ron"]);
}

#[test]
fn a_lock_that_somebody_reads_is_still_a_lock_and_vanishes() {
    let (folder, path) = folder();
    let held = lock(&path).unwrap();
    let read = fs::File::open(folder.path().join("sam.plan.ron.lock")).unwrap();
    assert!(matches!(lock(&path), Err(LockError::Held(_))));
    drop(read);
    drop(held);
    assert!(names(&folder).is_empty());
}

#[test]
fn devices_and_parts_of_other_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["con.plan.ron", "NUL", "sam:more.plan.ron", "sam.plan.ron."] {
        let path = folder.path().join(name);
        assert_eq!(save(&path, &sample(), None), Err(SaveError::Look(Trouble::BadName)), "{name}");
        assert_eq!(lock(&path).unwrap_err(), LockError::Unavailable(Trouble::BadName), "{name}");
    }
    assert!(names(&folder).is_empty());
}

#[test]
fn paths_longer_than_windows_likes_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let deep = (0..4).fold(folder.path().to_path_buf(), |path, _| path.join("x".repeat(80)));
    fs::create_dir_all(&deep).unwrap();
    let path = deep.join("sam.plan.ron");
    let held = lock(&path).unwrap();
    save(&path, &Plan::default(), None).unwrap();
    save(&path, &sample(), None).unwrap();
    drop(held);
    assert_eq!(fs::read_dir(&deep).unwrap().count(), 1);
}
