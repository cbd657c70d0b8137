//! What the worker thread does, one job after the other.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, OnceLock};

use super::shelf::Shelf;
use super::waiting::Waiting;
use super::{Access, Answer, ExportError, Flags, Job, Laid, NotDrafted, NotSaved, Opened, ReadError, Source, Target};
use crate::desktop::arranging::{self, Shortfalls};
use crate::desktop::comparing;
use crate::desktop::keeping::{Hold, Restored};
use crate::desktop::library::Library;
use crate::desktop::shell::Sheet;
use crate::document::{self, Request};
use crate::draft::{Draft, draft_beside};
use crate::history::Chart;
use crate::schedule::Booking;
use crate::storage::{self, Fingerprint, Integrity, Lock, LockError, RecoverError, Saved, Trust};

pub(super) fn work(
    todo: &Receiver<Job>,
    done: &Sender<Answer>,
    window: &OnceLock<egui::Context>,
    library: &Library,
    flags: &Flags,
) {
    // A window that is still to come looks at what is there by itself.
    let wake = || {
        if let Some(ctx) = window.get() {
            ctx.request_repaint();
        }
    };
    let mut shelf = Shelf::default();
    let mut waiting = Waiting::default();
    while let Some(job) = waiting.next(todo) {
        if flags.closing.load(Ordering::Relaxed) && is_for_window(&job) {
            continue;
        }
        if waiting.holds_newer(&job) {
            if done.send(Answer::Nothing).is_err() {
                return;
            }
            continue;
        }
        let told = |answer| {
            // Where nobody listens any more, the flag says so as well.
            drop(done.send(answer));
            wake();
        };
        if done.send(perform(job, &mut shelf, library, flags, &told)).is_err() {
            return;
        }
        wake();
    }
}

/// Whether a job is of no use once the window is gone.
const fn is_for_window(job: &Job) -> bool {
    match job {
        Job::ReadLibrary
        | Job::Read(..)
        | Job::Lay(..)
        | Job::Fit(..)
        | Job::Elsewhere(..)
        | Job::Arrange(_)
        | Job::Compare(_)
        | Job::Draft(_)
        | Job::FindLeft(..)
        | Job::Restore(_)
        | Job::List(..)
        | Job::Count(..)
        | Job::LookBeside(_)
        | Job::Summarize(_) => true,
        Job::Export(..)
        | Job::Save(..)
        | Job::Keep(..)
        | Job::Forget(_)
        | Job::SetAside(..)
        | Job::RemoveAside(..)
        | Job::Sweep(..)
        | Job::KeepIndex(..) => false,
    }
}

fn perform(job: Job, shelf: &mut Shelf, library: &Library, flags: &Flags, told: &dyn Fn(Answer)) -> Answer {
    match job {
        Job::ReadLibrary => {
            library.catalog();
            Answer::LibraryRead
        }
        Job::Elsewhere(plan, stamp, session, tiers) => {
            Answer::Elsewhere(arranging::elsewhere(&plan, library.catalog(), &shelf.taken, stamp, session, &tiers))
        }
        Job::Fit(plan, stamp) => Answer::Fits(stamp, Shortfalls::of(&plan, library.catalog(), &shelf.taken)),
        Job::Arrange(mut order) => {
            order.taken = shelf.taken.clone();
            let stop = || !flags.wants(order.number);
            let tell = |report| told(Answer::Arranged(Box::new(report)));
            Answer::Arranged(Box::new(arranging::work(&order, library.catalog(), &stop, &tell)))
        }
        Job::Compare(order) => {
            let number = order.number;
            let report = comparing::work(*order, library.catalog(), &shelf.taken, &|| !flags.wants(number));
            Answer::Compared(Box::new(report))
        }
        Job::Read(source, trust, access) => {
            let result = read(&source, trust, access).map(Box::new);
            Answer::Read(source, trust, result)
        }
        Job::Lay(chart, sheet, stamp) => {
            let pages = Arc::new(document::pages(&request(&chart, sheet)));
            Answer::Laid(Laid { stamp, sheet, pages })
        }
        Job::Export(chart, sheet, path) => {
            let result = export(&chart, sheet, &path, flags);
            Answer::Exported(path, result)
        }
        Job::Save(chart, stamp, target) => {
            let result = save(&chart, &target);
            Answer::Saved(target, stamp, result)
        }
        Job::Draft(path) => {
            let result = drafted(&path, library, &shelf.bookings()).map(Box::new);
            Answer::Drafted(path, result)
        }
        Job::Keep(slot, chart, about) => {
            let result = slot.keep(&chart, &about);
            Answer::Kept(slot, result)
        }
        Job::Forget(slot) => {
            slot.clear();
            Answer::Nothing
        }
        Job::FindLeft(folder, now) => {
            storage::sweep_private(now);
            found_left(&folder, now)
        }
        Job::Restore(file) => {
            let result = restore(&file).map(Box::new);
            Answer::Restored(file, result)
        }
        Job::SetAside(file, now) => {
            // Work that cannot be set aside is offered again, which says it.
            drop(storage::set_aside(&file));
            found_left(file.parent().unwrap_or(&file), now)
        }
        Job::RemoveAside(file, now) => {
            storage::remove_aside(&file);
            found_left(file.parent().unwrap_or(&file), now)
        }
        Job::Sweep(folder, now) => {
            storage::sweep(&folder, now);
            Answer::Nothing
        }
        Job::List(folder, kept) => {
            let result = shelf.list(&folder, kept.as_deref(), library.catalog());
            Answer::Listed(folder, result)
        }
        Job::Summarize(files) => Answer::Summarized(shelf.read(files, library.catalog())),
        Job::KeepIndex(kept, files) => {
            shelf.keep(&kept, &files);
            Answer::Nothing
        }
        Job::Count(from, to) => Answer::Counted(Arc::new(shelf.count(library.catalog(), from, to))),
        Job::LookBeside(beside) => {
            // What is looked at is for the calendar that was ordered with it.
            let order = flags.wanted.load(Ordering::Relaxed);
            let stop = || !flags.wants(order);
            let taken = shelf.look_beside(&beside, library.catalog(), &stop);
            Answer::Beside(beside.own, taken)
        }
    }
}

fn found_left(folder: &Path, now: std::time::SystemTime) -> Answer {
    let left = storage::left_behind(folder, now);
    Answer::FoundLeft(left, storage::left_aside(folder))
}

fn read(source: &Source, trust: Trust, access: Access) -> Result<Opened, ReadError> {
    match source {
        Source::File(path) => read_file(path, trust, access),
        Source::Sample(_, text) => {
            let decoded = storage::decode(text, trust).map_err(ReadError::Open)?;
            Ok(Opened {
                integrity: decoded.integrity,
                ..fresh(Chart::of(decoded.plan, decoded.versions), source.clone())
            })
        }
        Source::New => Ok(fresh(Chart::default(), Source::New)),
    }
}

fn fresh(chart: Chart, source: Source) -> Opened {
    Opened { chart, source, integrity: Integrity::Intact, expected: None, hold: Hold::NoFile, restored: None }
}

/// Locked before it is read: else somebody could write it in between.
fn read_file(path: &Path, trust: Trust, access: Access) -> Result<Opened, ReadError> {
    let hold = match access {
        Access::Write => take(path).map_err(ReadError::Held)?,
        Access::Read => Hold::ReadOnly,
        Access::AsHeld => Hold::Same,
    };
    let storage::Opened { plan, versions, integrity, fingerprint } = storage::open(path, trust)?;
    let source = Source::File(path.to_path_buf());
    let chart = Chart::of(plan, versions);
    Ok(Opened { chart, source, integrity, expected: Some(fingerprint), hold, restored: None })
}

/// A folder that takes no lock may still be read, and what cannot be written says so when it is saved.
fn take(path: &Path) -> Result<Hold, LockError> {
    match storage::lock(path) {
        Ok(lock) => Ok(Hold::Ours(lock)),
        Err(LockError::Unavailable(why)) => Ok(Hold::Unlocked(why)),
        Err(held @ LockError::Held(_)) => Err(held),
    }
}

fn save(chart: &Chart, target: &Target) -> Result<(Saved, Option<Lock>), NotSaved> {
    match target {
        Target::Same(path, expected) => Ok((storage::save(path, chart, expected.as_ref())?, None)),
        Target::Other(path) => {
            let hold = take(path).map_err(NotSaved::Held)?;
            let saved = storage::save(path, chart, None)?;
            Ok((saved, hold.into_lock()))
        }
    }
}

fn export(chart: &Chart, sheet: Sheet, path: &Path, flags: &Flags) -> Result<(), ExportError> {
    let go_on = || if flags.stop.load(Ordering::Relaxed) { Err(ExportError::Stopped) } else { Ok(()) };
    go_on()?;
    let pages = document::pages(&request(chart, sheet));
    go_on()?;
    let bytes = document::pdf(&pages)?;
    go_on()?;
    storage::write_file(path, &bytes)?;
    Ok(())
}

fn request(chart: &Chart, sheet: Sheet) -> Request<'_> {
    let Sheet { edition, paper, language, weeks, printed_on, version: _ } = sheet;
    let effect = (!chart.versions().is_empty()).then(|| chart.effect());
    Request { plan: &chart.plan, edition, paper, printed_on, language, weeks, effect }
}

/// Beside what others hold, as far as that is known.
fn drafted(path: &Path, library: &Library, others: &[Booking<'_>]) -> Result<Draft, NotDrafted> {
    Ok(draft_beside(&storage::intake(path)?, library.catalog(), others)?)
}

/// Takes up left work on top of its file; where another window has that, as a plan without a file.
fn restore(file: &Path) -> Result<Opened, RecoverError> {
    let recovered = storage::recover(file)?;
    let path = recovered.about.path.clone().map(PathBuf::from);
    let held = path.as_deref().filter(|path| path.exists()).map(|path| (path, take(path)));
    let (source, hold) = match held {
        Some((path, Ok(hold))) => (Source::File(path.to_path_buf()), hold),
        Some((_, Err(_))) | None => (Source::New, Hold::NoFile),
    };
    let expected: Option<Fingerprint> = recovered.about.expected;
    let restored = Some(Restored { slot: Arc::new(recovered.slot), about: recovered.about });
    Ok(Opened { chart: recovered.chart, source, integrity: Integrity::Intact, expected, hold, restored })
}
