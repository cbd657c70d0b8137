//! What crashes leave behind: unsaved work, and half-written files.

#![expect(clippy::disallowed_methods, reason = "how old a file is goes by the clock of the disk")]

use std::time::{Duration, SystemTime};

use super::*;

const HOUR: Duration = Duration::from_hours(1);

fn about() -> About {
    About { path: Some("/plans/sam “x”.plan.ron\n".to_owned()), changes: 3, ..About::default() }
}

fn age(path: &Path, by: Duration) {
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - by).unwrap();
}

#[test]
fn work_is_offered_only_after_nobody_holds_it_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let (folder, now) = (folder.path().join("private/deep"), SystemTime::now());
    let slot = Slot::take(&folder).unwrap();
    slot.keep(&Chart::unsigned(sample()), &about()).unwrap();
    assert_eq!(left_behind(&folder, now), []);
    drop(slot);
    let left = left_behind(&folder, now);
    let [one] = &*left else { panic!("{left:?}") };
    assert_eq!(one.what, Ok((about(), sample().person.called().to_owned())));
    let recovered = recover(&one.file).unwrap();
    assert_eq!((recovered.chart.plan, recovered.about), (sample(), about()));
    assert_eq!(left_behind(&folder, now), []);
    assert!(matches!(recover(&one.file), Err(RecoverError::Lock(LockError::Held(_)))));
    recovered.slot.clear();
    drop(recovered.slot);
    assert_eq!(left_behind(&folder, now), []);
}

#[test]
fn windows_take_different_places_and_never_one_that_a_crash_left() {
    let folder = tempfile::tempdir().unwrap();
    let first = Slot::take(folder.path()).unwrap();
    first.keep(&Chart::unsigned(sample()), &about()).unwrap();
    drop(first);
    let (second, third) = (Slot::take(folder.path()).unwrap(), Slot::take(folder.path()).unwrap());
    second.keep(&Chart::default(), &About::default()).unwrap();
    third.keep(&Chart::default(), &About::default()).unwrap();
    drop((second, third));
    assert_eq!(left_behind(folder.path(), SystemTime::now()).len(), 3);
}

#[test]
fn unwanted_work_is_kept_for_a_week_and_not_offered() {
    let folder = tempfile::tempdir().unwrap();
    let slot = Slot::take(folder.path()).unwrap();
    slot.keep(&Chart::unsigned(sample()), &about()).unwrap();
    drop(slot);
    let now = SystemTime::now();
    set_aside(&left_behind(folder.path(), now)[0].file).unwrap();
    assert_eq!(left_behind(folder.path(), now + 24 * HOUR), []);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    left_behind(folder.path(), now + 8 * 24 * HOUR);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn unwanted_work_is_listed_and_taken_up_again_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let slot = Slot::take(folder.path()).unwrap();
    slot.keep(&Chart::unsigned(sample()), &about()).unwrap();
    drop(slot);
    let now = SystemTime::now();
    set_aside(&left_behind(folder.path(), now)[0].file).unwrap();
    let aside = left_aside(folder.path());
    let [one] = &*aside else { panic!("{aside:?}") };
    assert_eq!(one.what, Ok((about(), sample().person.called().to_owned())));
    let recovered = recover(&one.file).unwrap();
    assert_eq!((recovered.chart.plan, recovered.about), (sample(), about()));
    assert_eq!(left_aside(folder.path()), []);
    let file = recovered.slot.file().to_path_buf();
    drop(recovered.slot);
    assert_eq!(left_behind(folder.path(), now)[0].file, file);
}

#[test]
fn only_what_was_set_aside_is_removed_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let [aside, plan] = ["plan-1.1.aside", "ana.plan.ron"].map(|name| folder.path().join(name));
    for file in [&aside, &plan] {
        write_file(file, b"x").unwrap();
        remove_aside(file);
    }
    assert_eq!((aside.exists(), plan.exists()), (false, true));
}

#[test]
fn damaged_work_is_offered_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    for text in ["", "(path: None", "(path: None, expected: None, changes: 1, since: None)\nPlanFile(form"] {
        write_file(&folder.path().join("plan-1.unsaved"), text.as_bytes()).unwrap();
        let left = left_behind(folder.path(), SystemTime::now());
        assert!(left[0].what.is_err(), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn unsaved_work_can_be_read_by_nobody_else() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("private");
    let slot = Slot::take(&folder).unwrap();
    slot.keep(&Chart::unsigned(sample()), &about()).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&folder.join("plan-1.unsaved"))), (0o700, 0o600));
}

#[test]
fn only_old_half_written_files_of_ours_are_swept_away() {
    let folder = tempfile::tempdir().unwrap();
    let old = [".throughline-aB3dE6.tmp", ".throughline-notes.tmp", "throughline-aB3dE6.tmp", "ana.plan.ron"];
    for name in old.iter().chain(&[".throughline-young1.tmp"]) {
        write_file(&folder.path().join(name), b"x").unwrap();
    }
    for name in old {
        age(&folder.path().join(name), 2 * HOUR);
    }
    sweep(folder.path(), SystemTime::now());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4);
    assert!(!folder.path().join(old[0]).exists());
}
