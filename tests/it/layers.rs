//! The layers of the crate: who may import whom, where outside crates are at home, and how every file opens.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer, the layers that it may import, and the outside crates that it may name.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    ("base", &[], &["serde", "jiff", "thiserror"]),
    ("plan", &["base"], &["serde", "jiff"]),
    ("catalog", &["base"], &["serde", "jiff", "thiserror", "ron", "serde_path_to_error"]),
    ("schedule", &["base", "plan", "catalog"], &["jiff", "serde", "serde_json", "batsat"]),
    ("draft", &["base", "plan", "catalog", "schedule"], &["serde", "jiff", "thiserror"]),
    ("progress", &["base", "plan", "catalog"], &["jiff", "serde"]),
    ("history", &["base", "plan", "catalog", "progress"], &["jiff", "serde", "ron", "sha2", "thiserror"]),
    ("checks", &["base", "plan", "catalog", "progress"], &["jiff"]),
    (
        "storage",
        &["base", "plan", "catalog", "schedule", "draft", "progress", "history"],
        &["ron", "serde", "sha2", "tempfile", "thiserror"],
    ),
    (
        "wording",
        &["base", "plan", "catalog", "schedule", "draft", "progress", "history", "checks", "storage"],
        &["jiff"],
    ),
    (
        "document",
        &["base", "plan", "history", "wording"],
        &[
            "printpdf",
            "lopdf",
            "harfrust",
            "skrifa",
            "subsetter",
            "sha2",
            "thiserror",
            "jiff",
            "unicode_linebreak",
            "unicode_segmentation",
        ],
    ),
    (
        "desktop",
        &[
            "base", "plan", "catalog", "schedule", "draft", "progress", "history", "checks", "storage", "wording",
            "document", "samples",
        ],
        &["eframe", "egui", "egui_winit", "winit", "softbuffer", "rfd", "log", "jiff", "thiserror", "serde", "dirs"],
    ),
    (
        "command",
        &[
            "base", "plan", "catalog", "schedule", "draft", "progress", "history", "checks", "storage", "wording",
            "document", "samples",
        ],
        &["clap", "serde", "serde_json", "jiff", "cpu_time"],
    ),
];

/// Outside crates that live in one file each.
const HOMES: &[(&str, &str)] = &[
    ("printpdf", "document/pdf.rs"),
    ("lopdf", "document/tags.rs"),
    ("clap", "command/"),
    ("dirs", "desktop/world.rs"),
    ("log", "desktop/no_dialog.rs"),
    ("eframe", "desktop/window/card.rs"),
    ("egui_winit", "desktop/window/bare.rs"),
    ("softbuffer", "desktop/window/bare.rs"),
    ("batsat", "schedule/engine/sat.rs"),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// All files below `src`, with their text without comment lines.
fn files() -> BTreeMap<String, String> {
    fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&source(), &source(), &mut found);
    found
}

fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Whether a text names `word::`, not as the end of a longer word or path.
fn names(code: &str, word: &str) -> bool {
    let path = format!("{word}::");
    code.match_indices(&path).any(|(at, _)| {
        let before = code.get(..at).and_then(|head| head.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
    })
}

#[test]
fn nothing_imports_upwards() {
    for (file, text) in files() {
        let Some((layer, allowed, _)) = LAYERS.iter().find(|(layer, ..)| file.starts_with(&format!("{layer}/"))) else {
            assert!(["lib.rs", "main.rs", "samples.rs"].contains(&file.as_str()), "{file} lies in no layer");
            continue;
        };
        let code = code(&text);
        for (other, ..) in LAYERS.iter().filter(|(other, ..)| other != layer && !allowed.contains(other)) {
            assert!(!code.contains(&format!("crate::{other}")), "{file}: `{layer}` may not import `{other}`");
        }
    }
}

#[test]
fn outside_crates_are_at_home() {
    let mut all: Vec<&str> = LAYERS.iter().flat_map(|(_, _, crates)| *crates).copied().collect();
    all.sort_unstable();
    all.dedup();
    for (file, text) in files() {
        let Some((layer, _, allowed)) = LAYERS.iter().find(|(layer, ..)| file.starts_with(&format!("{layer}/"))) else {
            continue;
        };
        let code = code(&text);
        for outside in all.iter().filter(|outside| !allowed.contains(outside)) {
            assert!(!names(&code, outside), "{file}: `{layer}` may not name `{outside}`");
        }
        for (outside, home) in HOMES {
            assert!(file.starts_with(home) || !names(&code, outside), "{file}: `{outside}` lives in {home} only");
        }
    }
}

#[test]
fn every_file_opens_with_one_sentence() {
    for (file, text) in files() {
        assert!(text.starts_with("//! "), "{file} does not open with `//!`");
    }
}
