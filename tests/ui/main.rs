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
mod modules;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod schedule;
#[cfg(test)]
mod window;
