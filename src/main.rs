//! Starts Throughline: a window, or a command without one.

use std::process::ExitCode;

use throughline::command::{self, Start};
use throughline::desktop::window;

fn main() -> ExitCode {
    match command::start(std::env::args_os()) {
        Start::Finished(code) => code,
        Start::Window(plan) => match window::run(plan, throughline::samples::ALL) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => command::no_window(&error.to_string()),
        },
    }
}
