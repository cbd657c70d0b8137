//! The world outside the window: the calendar, file dialogs, and programs that show files.

use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::{Command, Stdio};
use std::sync::{Arc, mpsc};
use std::task::{Context as Polling, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant, SystemTime};

use winit::raw_window_handle::{HasDisplayHandle, HasWindowHandle};

use super::no_dialog;
use crate::base::{ClockTime, Date};

/// What a file dialog is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// To open or to save.
    pub purpose: Purpose,
    /// Title of the dialog.
    pub title: String,
    /// What the files are called.
    pub filter: String,
    /// The name to begin with.
    pub name: String,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
}

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A plan to open.
    OpenPlan,
    /// A PDF to write.
    ExportPdf,
    /// A plan to write.
    SavePlan,
    /// An intake to draft a plan from.
    OpenIntake,
    /// The folder that plans are kept in.
    PlansFolder,
    /// The folder of the clinic's own catalog.
    CatalogFolder,
}

impl Purpose {
    /// The ending of the files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::OpenPlan | Self::SavePlan | Self::OpenIntake => "ron",
            Self::ExportPdf => "pdf",
            Self::PlansFolder | Self::CatalogFolder => "",
        }
    }

    /// Whether a folder is asked for.
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::PlansFolder | Self::CatalogFolder)
    }
}

/// How a file dialog was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// With a file.
    File(PathBuf),
    /// With nothing.
    Cancelled,
    /// Not at all: this system shows no dialogs.
    NoDialog,
}

/// The window that system dialogs go in front of.
pub trait Owner: HasWindowHandle + HasDisplayHandle {}

impl<Window: HasWindowHandle + HasDisplayHandle> Owner for Window {}

/// Everything outside the program that a window needs.
pub trait World {
    /// Today's date.
    fn today(&self) -> Date;
    /// This moment, to compare with the times of files.
    fn now(&self) -> SystemTime;
    /// The date and time of day of a moment, where the program runs.
    fn civil(&self, moment: SystemTime) -> (Date, ClockTime);
    /// Shows a file dialog; its answer comes later, and a repaint with it.
    fn ask(&self, ask: Ask, ctx: &egui::Context, owner: &dyn Owner) -> mpsc::Receiver<Picked>;
    /// The folder that typed paths begin in.
    fn home(&self) -> PathBuf;
    /// The folder in which this program keeps its own small files; `None` where the system has none for it.
    fn settings_folder(&self) -> Option<PathBuf>;
    /// The folder for unsaved work, which nobody else can look into; `None` where the system has none for it.
    fn private_folder(&self) -> Option<PathBuf>;
    /// Whether a file is there.
    fn exists(&self, path: &Path) -> bool;
    /// Shows a file in the program that the system has for it.
    ///
    /// # Errors
    /// When no such program could be started.
    fn show_file(&self, path: &Path) -> io::Result<()>;
}

/// The real one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

/// No person cancels a dialog faster than this: such an answer means that there was none. A busy machine takes
/// longer to find out, so the log is heard as well.
const FASTER_THAN_PEOPLE: Duration = Duration::from_millis(150);

impl World for Native {
    #[expect(clippy::disallowed_methods, reason = "this is the one place of the program with windows that asks")]
    fn today(&self) -> Date {
        jiff::Zoned::now().date()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place of the program with windows that asks")]
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn civil(&self, moment: SystemTime) -> (Date, ClockTime) {
        let moment = jiff::Timestamp::try_from(moment).unwrap_or_default();
        let here = moment.to_zoned(jiff::tz::TimeZone::system());
        let minutes = u16::try_from(i32::from(here.hour()) * 60 + i32::from(here.minute())).unwrap_or_default();
        (here.date(), ClockTime::from_minutes(minutes).unwrap_or(ClockTime::MIDNIGHT))
    }

    fn ask(&self, ask: Ask, ctx: &egui::Context, owner: &dyn Owner) -> mpsc::Receiver<Picked> {
        let (answer, answers) = mpsc::channel();
        let Ask { purpose, title, filter, name, folder } = ask;
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title).set_parent(&owner);
        if !purpose.is_folder() {
            dialog = dialog.set_file_name(name).add_filter(filter, &[purpose.extension()]);
        }
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        // Made here, because macOS wants its dialogs made on the main thread; waited for elsewhere.
        let ctx = ctx.clone();
        match purpose {
            Purpose::OpenPlan | Purpose::OpenIntake => wait_aside(dialog.pick_file(), answer, ctx),
            Purpose::ExportPdf | Purpose::SavePlan => wait_aside(dialog.save_file(), answer, ctx),
            Purpose::PlansFolder | Purpose::CatalogFolder => wait_aside(dialog.pick_folder(), answer, ctx),
        }
        answers
    }

    fn home(&self) -> PathBuf {
        std::env::home_dir().unwrap_or_default()
    }

    fn settings_folder(&self) -> Option<PathBuf> {
        Some(dirs::config_dir()?.join("throughline"))
    }

    fn private_folder(&self) -> Option<PathBuf> {
        Some(dirs::data_local_dir()?.join("throughline"))
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn show_file(&self, path: &Path) -> io::Result<()> {
        let mut program = viewer(&std::path::absolute(path)?);
        let mut child = program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        // Waited for so that no ended process is left behind.
        thread::Builder::new().name("viewer".to_owned()).spawn(move || drop(child.wait()))?;
        Ok(())
    }
}

/// What shows a file in the program that the system has for it.
#[cfg(not(windows))]
fn viewer(path: &Path) -> Command {
    let mut program = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    program.arg(path);
    program
}

/// What shows a file in the program that the system has for it. Quoted in any case, which no name can undo: this program
/// takes a comma for the end of a path.
#[cfg(windows)]
fn viewer(path: &Path) -> Command {
    use std::os::windows::process::CommandExt as _;

    let mut quoted = std::ffi::OsString::from("\"");
    quoted.push(path);
    quoted.push("\"");
    let mut program = Command::new("explorer.exe");
    program.raw_arg(quoted);
    program
}

fn wait_aside(
    dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    answer: mpsc::Sender<Picked>,
    ctx: egui::Context,
) {
    let waiting = thread::Builder::new().name("file-dialog".to_owned()).spawn(move || {
        let picked = pick(dialog);
        // The window may be gone by now; then nobody waits for the answer.
        drop(answer.send(picked));
        ctx.request_repaint();
    });
    // Without a thread the sender is dropped, which the receiver takes for "cancelled".
    drop(waiting);
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch, not a date")]
fn pick(dialog: impl Future<Output = Option<rfd::FileHandle>>) -> Picked {
    let (asked, before) = (Instant::now(), no_dialog::times());
    match block_on(dialog) {
        Some(file) => Picked::File(file.path().to_path_buf()),
        None if asked.elapsed() < FASTER_THAN_PEOPLE || no_dialog::times() > before => Picked::NoDialog,
        None => Picked::Cancelled,
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut polling = Polling::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut polling) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
