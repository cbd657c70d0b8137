//! The window that the graphics card draws: eframe's.

use egui::{Ui, ViewportBuilder};

use super::super::app::App;
use super::RunError;

/// Whether this machine seems to have a graphics card that the display uses.
///
/// Without one, `OpenGL` is worked out by the processor all the same, but by way of a compiler for its programs: that
/// takes longer to start than everything else together.
#[cfg(target_os = "linux")]
pub(super) fn is_likely() -> bool {
    let card = |name: &str| name.starts_with("renderD");
    let by_kernel = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    let drawn_here = std::env::var_os("LIBGL_ALWAYS_SOFTWARE").is_none_or(|wish| wish == "0" || wish == "false");
    let has_card = by_kernel.into_iter().any(|entry| entry.file_name().to_str().is_some_and(card))
        || ["/dev/nvidia0", "/dev/dxg"].iter().any(|path| std::path::Path::new(path).exists());
    drawn_here && has_card
}

/// Other systems have `OpenGL` on every desk; where a remote desktop lacks it, the attempt says so.
#[cfg(not(target_os = "linux"))]
pub(super) fn is_likely() -> bool {
    true
}

pub(super) fn run(app: App, viewport: ViewportBuilder) -> Result<(), RunError> {
    let renderer = eframe::Renderer::Glow;
    let options = eframe::NativeOptions { viewport, renderer, ..eframe::NativeOptions::default() };
    let create: eframe::AppCreator<'_> = Box::new(move |cc| Ok(Box::new(app.into_window(&cc.egui_ctx))));
    eframe::run_native("throughline", options, create).map_err(|error| match error {
        eframe::Error::WinitEventLoop(_) => RunError::NoDisplay,
        other => RunError::Window(other.to_string()),
    })
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.before_pass(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.pass(ui, frame);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.leave();
    }
}
