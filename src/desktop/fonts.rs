//! The faces on the screen: the same two that the printed pages use.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::theme;
use crate::document::page::Face;

/// Installs both faces; the toolkit's own stay behind them for characters that they lack.
pub(super) fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (face, bytes) in crate::document::fonts() {
        let name = face.postscript_name();
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let family = match face {
            Face::Regular => FontFamily::Proportional,
            Face::Semibold => theme::semibold(),
        };
        fonts.families.insert(family, [vec![name.to_owned()], behind.clone()].concat());
    }
    ctx.set_fonts(fonts);
}
