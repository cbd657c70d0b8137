//! What is asked about files and about home, beside opening and commands.

use std::path::PathBuf;

use super::action::Action;
use super::worker::Source;
use crate::storage::Trust;

/// Something asked about files.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Open a plan that another window has, without changing it.
    ReadOnly(Source, Trust),
    /// Save, and then do that.
    SaveAnd(Box<Action>),
    /// Do that; unsaved work may be lost.
    LoseAnd(Box<Action>),
    /// Read the open plan's file again; unsaved work may be lost.
    Reload,
    /// Close the window.
    CloseWindow,
    /// Draft a plan from an intake file.
    Import(PathBuf),
    /// Take up again what a crash left behind.
    Restore(PathBuf),
    /// Set that aside.
    SetAside(PathBuf),
    /// The export under way is not wanted any more.
    Stop,
    /// The notice of the first start was read.
    Welcomed,
    /// Choose the folder that plans are kept in.
    ChooseFolder,
    /// Choose the folder of the clinic's own catalog.
    ChooseCatalog,
    /// Remove for good what was set aside.
    Remove(PathBuf),
}
