//! The program with windows, driven by role and label.

#[cfg(test)]
mod arranging;
#[cfg(test)]
mod at_once;
#[cfg(test)]
mod census;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod contrast;
#[cfg(test)]
mod document;
#[cfg(test)]
#[path = "../fixtures/drafts.rs"]
#[expect(dead_code, reason = "the text of a draft is wanted elsewhere")]
mod drafts;
#[cfg(test)]
mod files;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod goals;
#[cfg(test)]
mod home;
#[cfg(test)]
mod images;
#[cfg(test)]
mod inspector;
#[cfg(test)]
mod intake;
#[cfg(test)]
mod model;
#[cfg(test)]
mod modules;
#[cfg(test)]
mod palette;
#[cfg(test)]
mod panes;
#[cfg(test)]
mod raster;
#[cfg(test)]
mod recovery;
#[cfg(test)]
mod review;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod save;
#[cfg(test)]
mod schedule;
#[cfg(test)]
mod schedule_edit;
#[cfg(test)]
mod schedule_rules;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod signing;
#[cfg(test)]
mod ten_minutes;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod window;
