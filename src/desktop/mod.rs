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
pub mod paint;
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
pub mod window;
pub mod worker;
pub mod world;
