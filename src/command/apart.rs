//! On Windows a program that can print brings a console window along; the window of the program starts without it.

use std::os::windows::process::CommandExt as _;
use std::process::{Command, ExitCode, Stdio};

/// Tells the program that it was started so.
const MARK: &str = "THROUGHLINE_APART";
/// A flag of Windows: a console that nobody sees, also for whatever this program starts in turn.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

/// Starts this program once more, apart from its console, which then goes; `None` where it is apart already, or where
/// the system does not let it: then its window opens beside the console.
pub(super) fn start() -> Option<ExitCode> {
    if std::env::var_os(MARK).is_some() {
        return None;
    }
    let mut again = Command::new(std::env::current_exe().ok()?);
    again.args(std::env::args_os().skip(1)).env(MARK, "1").creation_flags(CREATE_NO_WINDOW);
    again.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    again.spawn().ok().map(|_apart| ExitCode::SUCCESS)
}
