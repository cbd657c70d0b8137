//! Starts Throughline: a window, or a command without one.

use std::process::ExitCode;

use throughline::command::{self, Start};
use throughline::desktop;

fn main() -> ExitCode {
    match command::start(std::env::args_os()) {
        Start::Finished(code) => code,
        Start::Window(plan) => match desktop::run(plan) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => command::no_window(&error.to_string()),
        },
    }
}
