//! Tests of the program's layers, in one binary.

#[cfg(test)]
mod document;
#[cfg(test)]
mod edits;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod plans_gen;
#[cfg(test)]
mod storage;
