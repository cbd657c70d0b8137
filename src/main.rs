//! Starts Throughline.
#![allow(clippy::all, clippy::pedantic, clippy::print_stdout, clippy::allow_attributes)]
fn main() {
    // catalog --check DIR
    let dir = std::env::args().nth(1).unwrap();
    let mut texts = vec![];
    for folder in ["modules", "measures", "needs", "packs", "clinics"] {
        let Ok(read) = std::fs::read_dir(format!("{dir}/{folder}")) else { continue };
        for f in read.flatten() {
            let name = format!("{folder}/{}", f.file_name().to_string_lossy());
            texts.push((name, std::fs::read_to_string(f.path()).unwrap()));
        }
    }
    texts.sort();
    let mut c = throughline::catalog::Catalog::default();
    let p = c.add(texts.iter().map(|(a, b)| (a.as_str(), b.as_str())));
    for p in &p {
        match &p.what {
            throughline::catalog::ProblemKind::Unreadable(e) => println!("{}: {e}", p.file),
            w => println!("{}: {w:?}", p.file),
        }
    }
    println!(
        "{} modules, {} measures, {} needs, {} packs, {} clinics, {} problems",
        c.modules.len(),
        c.measures.len(),
        c.needs.len(),
        c.packs.len(),
        c.clinics.len(),
        p.len()
    );
}
