//! The program with windows, driven by role and label.
use egui_kittest as _;
