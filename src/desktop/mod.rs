//! The program with windows: opens a plan, shows its weeks and its pages.
//!
//! Screens read a [`view::ViewCtx`] and send [`action::Action`]s; [`app::App`] does them after each pass. Slow work goes
//! to one worker thread with a snapshot and a stamp; what comes back for an older state or choice is dropped.
//!
//! **Invariant**: a screen cannot change a plan, nothing but [`theme`] writes a color, and nothing but [`world`] asks
//! the system for dates, dialogs or programs.

pub mod action;
pub mod app;
pub mod arranging;
pub mod arrival;
pub mod autosave;
mod bar;
pub mod command;
pub mod comparing;
pub mod dialog;
pub mod files;
mod fonts;
pub mod form;
mod inspector;
pub mod keeping;
mod keys;
pub mod library;
pub mod model;
mod no_dialog;
pub mod open;
mod overlay;
mod pace;
pub mod palette;
mod panes;
mod perform;
pub mod places;
pub mod preferences;
mod rail;
pub mod screens;
pub mod settings;
pub mod shell;
pub mod strip;
pub mod theme;
mod troubles;
pub mod view;
pub mod widgets;
pub mod worker;
pub mod world;

use std::path::PathBuf;

use app::{App, Samples};

/// Why the window could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The system has no screen to show it on, or does not let us.
    #[error("there is no display")]
    NoDisplay,
    /// No renderer started.
    #[error("{0}")]
    Renderer(String),
    /// The system gives no thread for slow work.
    #[error(transparent)]
    Worker(#[from] std::io::Error),
}

/// Shows the window until it is closed; with a plan, opens it.
///
/// # Errors
/// When there is no display, or neither renderer starts.
pub fn run(plan: Option<PathBuf>) -> Result<(), RunError> {
    start(plan, crate::samples::ALL)
}

#[cfg(not(windows))]
fn start(plan: Option<PathBuf>, samples: Samples) -> Result<(), RunError> {
    start_on(eframe::Renderer::Glow, plan, samples)
}

/// Remote desktops without a graphics card offer too little OpenGL; the other renderer starts there.
#[cfg(windows)]
fn start(plan: Option<PathBuf>, samples: Samples) -> Result<(), RunError> {
    start_on(eframe::Renderer::Glow, plan.clone(), samples)
        .or_else(|_no_open_gl| start_on(eframe::Renderer::Wgpu, plan, samples))
}

fn start_on(renderer: eframe::Renderer, plan: Option<PathBuf>, samples: Samples) -> Result<(), RunError> {
    // The catalog and the plan are read while the system makes the window.
    let app = App::start(Box::new(world::Native), samples, plan)?;
    let (width, height) = app.settings().window;
    let viewport = egui::ViewportBuilder::default()
        .with_title("Throughline")
        .with_app_id("throughline")
        .with_inner_size([f32::from(width), f32::from(height)])
        .with_min_inner_size([900.0, 600.0]);
    let options = eframe::NativeOptions { viewport, renderer, ..eframe::NativeOptions::default() };
    let create: eframe::AppCreator<'_> = Box::new(move |cc| Ok(Box::new(app.into_window(&cc.egui_ctx))));
    eframe::run_native("throughline", options, create).map_err(|error| match error {
        eframe::Error::WinitEventLoop(_) => RunError::NoDisplay,
        other => RunError::Renderer(other.to_string()),
    })
}
