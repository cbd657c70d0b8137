//! Tests of the program's layers, in one binary.

#[cfg(test)]
mod catalog;
#[cfg(test)]
mod census;
#[cfg(test)]
mod checks;
#[cfg(test)]
mod command;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod document;
#[cfg(test)]
mod draft;
#[cfg(test)]
#[path = "../fixtures/drafts.rs"]
mod drafts;
#[cfg(test)]
mod edit_names;
#[cfg(test)]
mod edits;
#[cfg(test)]
mod engine;
#[cfg(test)]
mod fit;
#[cfg(test)]
mod history;
#[cfg(test)]
mod lay;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod plans_gen;
#[cfg(test)]
mod progress;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod versions;
