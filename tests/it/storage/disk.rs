//! Plan files and catalog folders on a real disk.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use super::*;
use std::sync::atomic::{AtomicUsize, Ordering};

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sam.plan.ron");
    (folder, path)
}

fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    use std::io::Write;
    fs::File::create(path).unwrap().write_all(bytes.as_ref()).unwrap();
}

fn opening(path: &Path) -> OpenError {
    open(path, Trust::AcceptChanges).unwrap_err()
}

/// Windows only says that the path leads nowhere.
fn below_a_file() -> Trouble {
    if cfg!(windows) { Trouble::Missing } else { Trouble::NotAFolder }
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn what_is_saved_opens_again_and_saves_to_the_same_bytes() {
    let (folder, path) = folder();
    let plan = sample();
    let saved = save(&path, &plan, None).unwrap();
    assert_eq!(saved.settled, Settled::OnDisk);
    let opened = open(&path, Trust::Strict).unwrap();
    assert_eq!(
        opened,
        Opened { plan, versions: Vec::new(), integrity: Integrity::Intact, fingerprint: saved.fingerprint }
    );
    assert_eq!(save(&path, &opened.plan, Some(&opened.fingerprint)).unwrap(), saved);
    assert_eq!(names(&folder), ["sam.plan.ron"]);
}

#[test]
fn what_is_no_file_of_a_fair_size_is_not_read() {
    let (folder, path) = folder();
    assert_eq!(opening(&path), OpenError::Text(TextError::Disk(Trouble::Missing)));
    assert_eq!(opening(folder.path()), OpenError::Text(TextError::NotAFile));
    put(&path, b"");
    assert_eq!(opening(&path), OpenError::NotAPlan(Lookalike::Empty));
    assert_eq!(opening(&path.join("deeper")), OpenError::Text(TextError::Disk(below_a_file())));
    fs::File::create(&path).unwrap().set_len(17 << 20).unwrap();
    let (bytes, most) = (17 << 20, LARGEST_PLAN);
    assert_eq!(opening(&path), OpenError::Text(TextError::TooLarge { bytes, most }));
}

#[test]
fn a_file_that_changed_since_it_was_opened_is_left_alone() {
    let (_folder, path) = folder();
    let saved = save(&path, &sample(), None).unwrap();
    put(&path, b"somebody else's");
    assert_eq!(save(&path, &sample(), Some(&saved.fingerprint)), Err(SaveError::ChangedOnDisk));
    assert_eq!(fs::read(&path).unwrap(), b"somebody else's");
    fs::remove_file(&path).unwrap();
    assert_eq!(save(&path, &sample(), Some(&saved.fingerprint)), Ok(saved));
}

#[test]
fn a_save_goes_nowhere_but_into_a_folder_that_exists() {
    let (folder, path) = folder();
    let plan = sample();
    assert_eq!(save(folder.path(), &plan, None), Err(SaveError::NotAFile));
    let nowhere = folder.path().join("nowhere/sam.plan.ron");
    assert_eq!(save(&nowhere, &plan, None), Err(SaveError::Folder(Trouble::Missing)));
    put(&path, b"old");
    let refused = if cfg!(windows) { SaveError::Folder(below_a_file()) } else { SaveError::Look(below_a_file()) };
    assert_eq!(save(&path.join("sam.plan.ron"), &plan, None), Err(refused));
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(&folder), ["sam.plan.ron"]);
}

#[test]
fn a_plan_that_would_not_open_again_is_not_saved() {
    let (_folder, path) = folder();
    put(&path, b"old");
    let mut plan = sample();
    let session = plan.sessions.first().unwrap().clone();
    plan.sessions.push(session);
    let Err(SaveError::Encode(EncodeError::Unreadable(OpenError::Faults(faults)))) = save(&path, &plan, None) else {
        panic!("saved");
    };
    assert!(matches!(&*faults, [Fault::DuplicateId { .. }]));
    let mut plan = sample();
    plan.person.name = "x".repeat(usize::try_from(LARGEST_PLAN).unwrap());
    let error = save(&path, &plan, None).unwrap_err();
    let too_large =
        matches!(error, SaveError::Encode(EncodeError::Unreadable(OpenError::Text(TextError::TooLarge { .. }))));
    assert!(too_large, "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let (_folder, path) = folder();
    put(&path, b"old");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(save(&path, &sample(), None), Err(SaveError::ReadOnlyFile));
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn two_windows_cannot_write_one_plan() {
    let (folder, path) = folder();
    let first = lock(&path).unwrap();
    let Err(LockError::Held(holder)) = lock(&path) else { panic!("locked twice") };
    assert_eq!(holder.process, std::process::id());
    save(&path, &sample(), None).unwrap();
    assert!(matches!(lock(&path), Err(LockError::Held(_))), "a save must not lose the lock");
    drop(first);
    assert_eq!(names(&folder), ["sam.plan.ron"]);
    put(&folder.path().join("sam.plan.ron.lock"), "account a\ncomputer b\nprocess 1\n");
    let after_a_crash = lock(&path).unwrap();
    drop(after_a_crash);
    let nowhere = folder.path().join("nowhere/sam.plan.ron");
    assert_eq!(lock(&nowhere).unwrap_err(), LockError::Unavailable(Trouble::Missing));
}

#[test]
fn of_many_at_once_never_two_hold_one_plan() {
    let (folder, path) = folder();
    let (holding, held_ever) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let take_turns = || {
        for _ in 0..100 {
            let Ok(held) = lock(&path) else { continue };
            assert_eq!(holding.fetch_add(1, Ordering::SeqCst), 0);
            held_ever.fetch_add(1, Ordering::SeqCst);
            holding.fetch_sub(1, Ordering::SeqCst);
            drop(held);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(take_turns);
        }
    });
    assert!(held_ever.into_inner() > 0);
    drop(lock(&path).unwrap());
    assert!(names(&folder).is_empty());
}

#[test]
fn a_clinics_folder_is_read_as_far_as_it_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["modules", "measures", "module", "modules/folder.ron"] {
        fs::create_dir(at(name)).unwrap();
    }
    put(&at("modules/b.ron"), "\u{feff}b");
    put(&at("modules/a.ron"), "a");
    put(&at("modules/notes.txt"), "no");
    put(&at("modules/.hidden.ron"), "no");
    put(&at("module/misplaced.ron"), "m");
    put(&at("top.ron"), "t");
    put(&at("measures/latin.ron"), b"a\n\xf1");
    fs::File::create(at("measures/big.ron")).unwrap().set_len(2 << 20).unwrap();
    let (texts, unread) = catalog_folder(folder.path());
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (&**name, &**text)).collect();
    assert_eq!(
        texts,
        [("module/misplaced.ron", "m"), ("modules/a.ron", "a"), ("modules/b.ron", "b"), ("top.ron", "t")]
    );
    let unread: Vec<(&str, &TextError)> = unread.iter().map(|unread| (&*unread.file, &unread.why)).collect();
    assert_eq!(
        unread,
        [
            ("measures/big.ron", &TextError::TooLarge { bytes: 2 << 20, most: 1 << 20 }),
            ("measures/latin.ron", &TextError::NotUtf8 { line: 2 }),
            ("modules/folder.ron", &TextError::NotAFile),
        ]
    );
    let (texts, unread) = catalog_folder(&at("nowhere"));
    assert!(texts.is_empty());
    assert_eq!(unread, [Unread { file: String::new(), why: TextError::Disk(Trouble::Missing) }]);
}
