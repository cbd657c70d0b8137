//! Puts the program into a window: drawn by the graphics card, or by the processor where there is none.

mod bare;
mod card;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use super::app::{App, Samples};
use super::world::Native;

/// Says who draws, for whoever has to find out why a window stays empty: `card` or `processor`.
const WHO_DRAWS: &str = "THROUGHLINE_DRAWS";

/// Why the window could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The system has no screen to show it on, or does not let us.
    #[error("there is no display")]
    NoDisplay,
    /// The window could not be drawn.
    #[error("{0}")]
    Window(String),
    /// The system gives no thread for slow work.
    #[error(transparent)]
    Worker(#[from] std::io::Error),
}

/// Who draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Draws {
    /// The graphics card, through `OpenGL`.
    Card,
    /// The processor, through [`super::paint`].
    Processor,
}

impl Draws {
    fn chosen(wish: Option<&OsString>) -> Self {
        match wish.and_then(|wish| wish.to_str()) {
            Some("card") => Self::Card,
            Some("processor") => Self::Processor,
            Some(_) | None if card::is_likely() => Self::Card,
            Some(_) | None => Self::Processor,
        }
    }
}

/// Shows the window until it is closed; with a plan, opens it.
///
/// # Errors
/// When there is no display, or nobody can draw on it.
pub fn run(plan: Option<PathBuf>, samples: Samples) -> Result<(), RunError> {
    // The catalog and the plan are read while the system makes the window.
    let app = App::start(Box::new(Native), samples, plan)?;
    let (width, height) = app.settings().window;
    let viewport = egui::ViewportBuilder::default()
        .with_title("Throughline")
        .with_app_id("throughline")
        .with_inner_size([f32::from(width), f32::from(height)])
        .with_min_inner_size([900.0, 600.0]);
    let wish = std::env::var_os(WHO_DRAWS);
    match Draws::chosen(wish.as_ref()) {
        Draws::Processor => bare::run(app, viewport),
        Draws::Card => match card::run(app, viewport) {
            // A process has one loop of events, and the failed attempt has used it up.
            Err(RunError::Window(error)) if wish.is_none() => again_without_card(error),
            done => done,
        },
    }
}

/// Starts the program once more, in a process of its own, and waits for it.
fn again_without_card(error: String) -> Result<(), RunError> {
    let done = Command::new(std::env::current_exe()?)
        .args(std::env::args_os().skip(1))
        .env(WHO_DRAWS, "processor")
        .status()?;
    if done.success() { Ok(()) } else { Err(RunError::Window(error)) }
}
