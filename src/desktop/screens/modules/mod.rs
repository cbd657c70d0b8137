//! With what? The library of modules and those of this plan.

use egui::Ui;

use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;

/// How this place is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {}

/// What this place asks about its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {}
    }
}

/// The place.
pub fn ui(_ctx: &ViewCtx<'_>, _open: &OpenPlan, _ui: &mut Ui) {}
