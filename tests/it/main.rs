//! Tests of the program's layers, in one binary.

#[cfg(test)]
mod catalog;
#[cfg(test)]
mod checks;
#[cfg(test)]
mod command;
#[cfg(test)]
mod document;
#[cfg(test)]
mod draft;
#[cfg(test)]
mod edits;
#[cfg(test)]
mod lay;
mod layers;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod plans_gen;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod storage;
