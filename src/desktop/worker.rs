//! One named thread for slow work: reading plans, laying out pages, writing PDFs.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvError, Sender, TryRecvError, channel};
use std::thread;

use super::shell::Sheet;
use crate::document::page::Pages;
use crate::document::{self, PdfError, Request};
use crate::plan::Plan;
use crate::storage::{self, Integrity, OpenError, SaveError, Trust};

/// Where a plan comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A sample that the program ships: its name and text.
    Sample(&'static str, &'static str),
}

/// Work to be done aside; it owns all that it needs.
#[derive(Debug)]
pub enum Job {
    /// Read a plan.
    Read(Source, Trust),
    /// Lay out pages of the plan in the state with this stamp.
    Lay(Arc<Plan>, Sheet, u64),
    /// Write pages of a plan as a PDF.
    Export(Arc<Plan>, Sheet, PathBuf),
}

/// What came of a job.
#[derive(Debug)]
pub enum Answer {
    /// A plan was read, or not.
    Read(Source, Result<Box<Opened>, OpenError>),
    /// Pages were laid out.
    Laid(Laid),
    /// A PDF was written, or not.
    Exported(PathBuf, Result<(), ExportError>),
}

/// A plan as it was read.
#[derive(Debug)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Where it comes from.
    pub source: Source,
    /// Whether its file is as the program left it.
    pub integrity: Integrity,
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
}

/// The thread that does slow work, and what it still owes.
#[derive(Debug)]
pub struct Worker {
    jobs: Sender<Job>,
    answers: Receiver<Answer>,
    owed: usize,
}

/// The worker has ended before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

impl Worker {
    /// Starts the thread; it asks for a repaint after each answer, and ends when the worker is dropped.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(ctx: egui::Context) -> io::Result<Self> {
        let (jobs, todo) = channel();
        let (done, answers) = channel();
        thread::Builder::new().name("worker".to_owned()).spawn(move || work(&todo, &done, &ctx))?;
        Ok(Self { jobs, answers, owed: 0 })
    }

    /// Hands over a job.
    ///
    /// # Errors
    /// When the worker is gone.
    pub fn hand(&mut self, job: Job) -> Result<(), Gone> {
        self.jobs.send(job).map_err(|_closed| Gone)?;
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
                self.owed = self.owed.saturating_sub(1);
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
        self.owed = answer.as_ref().map_or(0, |_| self.owed.saturating_sub(1));
        answer.map(Some)
    }

    /// Whether something is still to come.
    pub fn is_busy(&self) -> bool {
        self.owed > 0
    }
}

fn work(todo: &Receiver<Job>, done: &Sender<Answer>, ctx: &egui::Context) {
    for job in todo {
        if done.send(perform(job)).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

fn perform(job: Job) -> Answer {
    match job {
        Job::Read(source, trust) => {
            let result = read(&source, trust).map(Box::new);
            Answer::Read(source, result)
        }
        Job::Lay(plan, sheet, stamp) => {
            let pages = Arc::new(document::pages(&request(&plan, sheet)));
            Answer::Laid(Laid { stamp, sheet, pages })
        }
        Job::Export(plan, sheet, path) => {
            let result = export(&plan, sheet, &path);
            Answer::Exported(path, result)
        }
    }
}

fn read(source: &Source, trust: Trust) -> Result<Opened, OpenError> {
    let (plan, integrity) = match source {
        Source::File(path) => {
            let opened = storage::open(path, trust)?;
            (opened.plan, opened.integrity)
        }
        Source::Sample(_, text) => {
            let decoded = storage::decode(text, trust)?;
            (decoded.plan, decoded.integrity)
        }
    };
    Ok(Opened { plan, source: source.clone(), integrity })
}

fn export(plan: &Plan, sheet: Sheet, path: &std::path::Path) -> Result<(), ExportError> {
    let bytes = document::pdf(&document::pages(&request(plan, sheet)))?;
    storage::write_file(path, &bytes)?;
    Ok(())
}

fn request(plan: &Plan, sheet: Sheet) -> Request<'_> {
    let Sheet { edition, paper, language, printed_on } = sheet;
    Request { plan, edition, paper, printed_on, language, effect: None }
}
