//! Starts Throughline: a window, or a command without one.

use std::process::ExitCode;

use throughline::command::{self, Start};

fn main() -> ExitCode {
    match command::start(std::env::args_os()) {
        Start::Finished(code) => code,
        Start::Window(_) => ExitCode::from(2),
    }
}
