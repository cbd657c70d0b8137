//! Tests of the program's layers, in one binary.

#[cfg(test)]
mod checks;
