//! The program with windows, driven by role and label.

#[cfg(test)]
mod contrast;
#[cfg(test)]
mod document;
#[cfg(test)]
mod files;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod model;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod schedule;
#[cfg(test)]
mod schedule_edit;
#[cfg(test)]
mod schedule_rules;
#[cfg(test)]
mod window;
