//! One named thread for slow work: reading, saving and listing plans, laying out pages, writing PDFs.

mod shelf;
mod waiting;
mod work;

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvError, Sender, TryRecvError, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::arranging::{Elsewhere, Order, Report, Shortfalls, Stage};
use super::comparing;
use super::keeping::{Hold, Restored};
use super::library::Library;
use super::shell::Sheet;
use crate::base::{Date, SessionId};
use crate::document::PdfError;
use crate::document::page::Pages;
use crate::draft::{Draft, DraftError};
use crate::history::Chart;
use crate::plan::Plan;
use crate::schedule::engine::Tier;
use crate::schedule::{Census, Taken};
use crate::storage::{
    About, Fingerprint, IntakeError, Integrity, Left, Listed, Lock, LockError, OpenError, RecoverError, SaveError,
    Saved, Slot, Summary, Trouble, Trust,
};

pub use shelf::{Beside, Reach};

/// Nobody sees that something took so long.
const MOMENT: Duration = Duration::from_millis(100);

/// Where a plan comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A sample that the program ships: its name and text.
    Sample(&'static str, &'static str),
    /// Nowhere yet: it was begun in this window.
    New,
}

/// How a plan is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To be written as well, unless another window has it.
    Write,
    /// Only to be read.
    Read,
    /// As this window has it already.
    AsHeld,
}

/// Work to be done aside; it owns all that it needs.
#[derive(Debug)]
pub enum Job {
    /// Read the catalog.
    ReadLibrary,
    /// Read a plan.
    Read(Source, Trust, Access),
    /// Lay out pages of the plan in the state with this stamp.
    Lay(Arc<Chart>, Sheet, u64),
    /// See whether what is prescribed can fit, for the state with this stamp.
    Fit(Box<Plan>, u64),
    /// See where a session could be instead, in the state with this stamp.
    Elsewhere(Box<Plan>, u64, SessionId, Vec<Tier>),
    /// Lay a calendar.
    Arrange(Box<Order>),
    /// Lay one of several calendars that are compared.
    Compare(Box<comparing::Order>),
    /// Write pages of a plan as a PDF.
    Export(Arc<Chart>, Sheet, PathBuf),
    /// Save a plan in the state with this stamp.
    Save(Arc<Chart>, u64, Target),
    /// Draft a plan from an intake file.
    Draft(PathBuf),
    /// Keep unsaved work in the state with this stamp.
    Keep(Arc<Slot>, Arc<Chart>, About),
    /// Forget unsaved work.
    Forget(Arc<Slot>),
    /// Look in a folder for work that a crash left behind.
    FindLeft(PathBuf, std::time::SystemTime),
    /// Take such work up again.
    Restore(PathBuf),
    /// Set such work aside, and look again.
    SetAside(PathBuf, std::time::SystemTime),
    /// Remove work that was set aside, and look again.
    RemoveAside(PathBuf, std::time::SystemTime),
    /// Clear away what killed saves have left in a folder.
    Sweep(PathBuf, std::time::SystemTime),
    /// List the plans of a folder, with the summaries that are kept in a file.
    List(PathBuf, Option<PathBuf>),
    /// Read these plans for their summaries.
    Summarize(Vec<Listed>),
    /// Keep the summaries in that file.
    KeepIndex(PathBuf, Vec<Listed>),
    /// Count who is in which group from the week of one day to that of another, by what is known of the plans.
    Count(Date, Date),
    /// See what others hold in the groups beside the open plan.
    LookBeside(Box<Beside>),
}

/// Where a plan is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// In the file that it has, where that still holds this.
    Same(PathBuf, Option<Fingerprint>),
    /// In another file, which is then its own.
    Other(PathBuf),
}

impl Target {
    /// The path of the file.
    pub const fn path(&self) -> &PathBuf {
        match self {
            Self::Same(path, _) | Self::Other(path) => path,
        }
    }
}

/// What came of a job.
#[derive(Debug)]
pub enum Answer {
    /// The catalog was read.
    LibraryRead,
    /// A plan was read, or not.
    Read(Source, Trust, Result<Box<Opened>, ReadError>),
    /// Pages were laid out.
    Laid(Laid),
    /// What will not fit, in the state with this stamp.
    Fits(u64, Shortfalls),
    /// Where a session could be instead.
    Elsewhere(Elsewhere),
    /// How far a calendar is.
    Arranged(Box<Report>),
    /// One of several calendars that are compared.
    Compared(Box<comparing::Report>),
    /// A PDF was written, or not.
    Exported(PathBuf, Result<(), ExportError>),
    /// A plan was saved in the state with this stamp, or not; with the lock of a file that it did not have before.
    Saved(Target, u64, Result<(Saved, Option<Lock>), NotSaved>),
    /// A plan was drafted, or not.
    Drafted(PathBuf, Result<Box<Draft>, NotDrafted>),
    /// Unsaved work was kept, or not.
    Kept(Arc<Slot>, Result<(), SaveError>),
    /// What a crash left behind, and what was set aside.
    FoundLeft(Vec<Left>, Vec<Left>),
    /// Left work was taken up again, or not.
    Restored(PathBuf, Result<Box<Opened>, RecoverError>),
    /// The plans of a folder, with the summaries that were kept.
    Listed(PathBuf, Result<Vec<(Listed, Option<Summary>)>, Trouble>),
    /// Summaries, or why there are none.
    Summarized(Vec<(Listed, Result<Summary, OpenError>)>),
    /// Who is in which group.
    Counted(Arc<Census>),
    /// What others hold beside the plan of this file.
    Beside(Option<PathBuf>, Arc<Taken>),
    /// Something that nobody waits for is done.
    Nothing,
}

/// A plan as it was read.
#[derive(Debug)]
pub struct Opened {
    /// The plan with its signed versions.
    pub chart: Chart,
    /// Where it comes from.
    pub source: Source,
    /// Whether its file is as the program left it.
    pub integrity: Integrity,
    /// What its file held.
    pub expected: Option<Fingerprint>,
    /// Whether it may be written.
    pub hold: Hold,
    /// Where it comes from unsaved work: that.
    pub restored: Option<Restored>,
}

/// Why a plan was not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Another window has it.
    #[error(transparent)]
    Held(LockError),
}

/// Why a plan was not saved.
#[derive(Debug, thiserror::Error)]
pub enum NotSaved {
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Another window has it.
    #[error(transparent)]
    Held(LockError),
}

/// Why no plan was drafted.
#[derive(Debug, thiserror::Error)]
pub enum NotDrafted {
    /// The intake could not be read.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// It cannot become a plan.
    #[error(transparent)]
    Draft(#[from] DraftError),
}

/// Pages laid out, and for what.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The state of the plan.
    pub stamp: u64,
    /// The choice of pages.
    pub sheet: Sheet,
    /// The pages.
    pub pages: Arc<Pages>,
}

/// Why a PDF was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The pages could not become a PDF.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Nobody wants it any more.
    #[error("stopped")]
    Stopped,
}

/// The thread that does slow work, and what it still owes.
#[derive(Debug)]
pub struct Worker {
    /// `None` once the thread is to end.
    jobs: Option<Sender<Job>>,
    answers: Receiver<Answer>,
    owed: usize,
    /// How many calendars were ordered.
    orders: u64,
    flags: Arc<Flags>,
    /// What is repainted after each answer, once it is there.
    window: Arc<OnceLock<egui::Context>>,
    thread: Option<JoinHandle<()>>,
}

/// What the thread looks at in the middle of its work.
#[derive(Debug, Default)]
struct Flags {
    /// The work under way is not wanted any more.
    stop: AtomicBool,
    /// Which calendar, or which calendars to be compared, are still wanted better; 0 for none.
    wanted: AtomicU64,
    /// The window is gone: what only a window needs is not wanted any more.
    closing: AtomicBool,
}

impl Flags {
    /// Whether a calendar is still wanted better.
    fn wants(&self, number: u64) -> bool {
        self.wanted.load(Ordering::Relaxed) == number && !self.closing.load(Ordering::Relaxed)
    }
}

/// The worker has ended before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

impl Worker {
    /// Starts the thread. Dropping the worker waits until what was handed over for the disk is done.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(library: Library) -> io::Result<Self> {
        let (jobs, todo) = channel();
        let (done, answers) = channel();
        let flags = Arc::new(Flags::default());
        let window = Arc::new(OnceLock::new());
        let (seen, woken) = (flags.clone(), window.clone());
        let work = move || work::work(&todo, &done, &woken, &library, &seen);
        let thread = thread::Builder::new().name("worker".to_owned()).spawn(work)?;
        Ok(Self { jobs: Some(jobs), answers, owed: 0, orders: 0, flags, window, thread: Some(thread) })
    }

    /// Has this window repainted after each answer from now on.
    pub fn wake(&self, window: &egui::Context) {
        // A worker serves one window, so a second call is the same one.
        self.window.get_or_init(|| window.clone());
    }

    /// Hands over a job.
    ///
    /// # Errors
    /// When the worker is gone.
    pub fn hand(&mut self, job: Job) -> Result<(), Gone> {
        if matches!(job, Job::Export(..)) {
            self.flags.stop.store(false, Ordering::Relaxed);
        }
        self.jobs.as_ref().ok_or(Gone)?.send(job).map_err(|_closed| Gone)?;
        self.owed += 1;
        Ok(())
    }

    /// The next answer, if there is one.
    ///
    /// # Errors
    /// When the worker is gone and still owed something.
    pub fn answer(&mut self) -> Result<Option<Answer>, Gone> {
        match self.answers.try_recv() {
            Ok(answer) => {
                self.owed = self.owed.saturating_sub(settles(&answer));
                Ok(Some(answer))
            }
            Err(TryRecvError::Disconnected) if self.owed > 0 => {
                self.owed = 0;
                Err(Gone)
            }
            Err(TryRecvError::Empty | TryRecvError::Disconnected) => Ok(None),
        }
    }

    /// Waits for the next answer; `None` if nothing is owed.
    ///
    /// # Errors
    /// When the worker is gone and still owed something.
    pub fn wait(&mut self) -> Result<Option<Answer>, Gone> {
        if self.owed == 0 {
            return Ok(None);
        }
        let answer = self.answers.recv().map_err(|RecvError| Gone);
        self.owed = answer.as_ref().map_or(0, |answer| self.owed.saturating_sub(settles(answer)));
        answer.map(Some)
    }

    /// Waits for the next answer, but not so long that anybody would see it; `None` if nothing is owed or came.
    pub fn wait_a_moment(&mut self) -> Option<Answer> {
        let answer = if self.owed > 0 { self.answers.recv_timeout(MOMENT).ok() } else { None };
        self.owed = self.owed.saturating_sub(usize::from(answer.is_some()));
        answer
    }

    /// Whether something is still to come.
    pub fn is_busy(&self) -> bool {
        self.owed > 0
    }

    /// A number for the next calendar that is ordered; none has it but that one, and those before it are wanted no better.
    pub fn next_order(&mut self) -> u64 {
        self.orders += 1;
        self.flags.wanted.store(self.orders, Ordering::Relaxed);
        self.orders
    }

    /// The calendar under way is not wanted any better.
    pub fn leave(&self) {
        self.flags.wanted.store(0, Ordering::Relaxed);
    }

    /// The export under way is not wanted any more.
    pub fn stop(&self) {
        self.flags.stop.store(true, Ordering::Relaxed);
    }
}

/// How many jobs an answer settles: a report on the way settles none.
fn settles(answer: &Answer) -> usize {
    let is_under_way = matches!(answer, Answer::Arranged(report) if report.stage == Stage::UnderWay);
    usize::from(!is_under_way)
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.flags.closing.store(true, Ordering::Relaxed);
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A thread that fell over has nothing left to do.
            drop(thread.join());
        }
    }
}
