//! Starts Throughline.
#![allow(clippy::all, clippy::pedantic, clippy::print_stdout, clippy::allow_attributes)]
fn main() {
    for f in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&f).unwrap();
        match throughline::catalog::read::from_text::<throughline::draft::Intake>(&t) {
            Ok(i) => println!("{f}: ok, {} needs", i.needs.len()),
            Err(e) => println!("{f}: {e}"),
        }
    }
}
