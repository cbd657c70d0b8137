//! Permissions, links, devices, and saves that run out of room or are killed.

use super::*;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn permissions_are_kept_and_a_new_file_is_private() {
    let (_folder, path) = folder();
    save(&path, &Plan::default(), None).unwrap();
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
    save(&path, &sample(), None).unwrap();
    assert_eq!(mode(&path), 0o664);
}

#[test]
fn a_link_is_written_through() {
    let (folder, path) = folder();
    let (link, chain) = (folder.path().join("link"), folder.path().join("chain"));
    symlink("sam.plan.ron", &link).unwrap();
    symlink(&link, &chain).unwrap();
    save(&chain, &sample(), None).unwrap();
    assert!(fs::symlink_metadata(&chain).unwrap().is_symlink());
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(open(&path, Trust::Strict).unwrap().plan, sample());
    let held = lock(&path).unwrap();
    assert!(matches!(lock(&chain), Err(LockError::Held(_))));
    drop(held);
    let circle = folder.path().join("circle");
    symlink("circle", &circle).unwrap();
    assert_eq!(save(&circle, &sample(), None), Err(SaveError::NotAFile));
}

#[test]
fn a_device_is_neither_read_nor_replaced() {
    assert_eq!(opening(Path::new("/dev/zero")), OpenError::Text(TextError::NotAFile));
    assert_eq!(save(Path::new("/dev/null"), &sample(), None), Err(SaveError::NotAFile));
}

#[test]
fn a_folder_that_takes_no_files_is_told_as_such() {
    let (folder, path) = folder();
    put(&path, b"old");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The administrator may write anywhere, and sees the same sentence only for a read-only disk.
    if fs::File::create(folder.path().join("probe")).is_err() {
        assert_eq!(save(&path, &sample(), None), Err(SaveError::Folder(Trouble::Denied)));
        assert_eq!(lock(&path).unwrap_err(), LockError::Unavailable(Trouble::Denied));
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

/// Runs the save of `saves_where_the_parent_says` as a program that may write files of 512 or 1,024 bytes.
fn save_in_a_small_space(path: &Path, before: &str) -> Option<i32> {
    let (_, module) = module_path!().split_once("::").unwrap();
    let script = format!("{before} ulimit -f 1; exec \"$0\" --exact \"$1\"");
    let status = Command::new("sh")
        .args(["-c", &script])
        .arg(std::env::current_exe().unwrap())
        .arg(format!("{module}::saves_where_the_parent_says"))
        .env("SAVE_TO", path)
        .output()
        .unwrap()
        .status;
    status.code()
}

const FULL: i32 = 17;

#[test]
fn saves_where_the_parent_says() {
    let Some(path) = std::env::var_os("SAVE_TO") else { return };
    match save(Path::new(&path), &sample(), None) {
        Err(SaveError::Write(Trouble::Full)) => std::process::exit(FULL),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_save_without_room_leaves_the_old_file_and_says_so() {
    let (folder, path) = folder();
    put(&path, b"old");
    assert_eq!(save_in_a_small_space(&path, "trap '' XFSZ;"), Some(FULL));
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(&folder), ["sam.plan.ron"]);
}

#[test]
fn a_program_that_is_killed_while_it_saves_leaves_the_old_file() {
    let (_folder, path) = folder();
    put(&path, b"old");
    assert_eq!(save_in_a_small_space(&path, ""), None, "the system ends a program that writes too much");
    assert_eq!(fs::read(&path).unwrap(), b"old");
}
