//! The program with windows.
