//! Tests of the program's layers, in one binary.

#[cfg(test)]
mod edits;
mod layers;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod plans_gen;
#[cfg(test)]
mod storage;
