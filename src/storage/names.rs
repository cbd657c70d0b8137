//! Which file names work on every system.

use std::path::Path;

use super::Trouble;

/// What Windows keeps for devices, whatever ending follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The same, with a digit behind.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];
/// What Windows allows in no name.
const RESERVED: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];
/// Names of more units of UTF-16 are refused.
const LONGEST: usize = 255;

/// Whether a name without a folder is one that Windows takes, and so every system.
pub fn works_everywhere(name: &str) -> bool {
    let fits = !name.is_empty() && name.encode_utf16().count() <= LONGEST;
    let writable = !name.contains(|c: char| RESERVED.contains(&c) || c.is_control());
    fits && writable && !name.ends_with(['.', ' ']) && !is_device(name)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_number = |rest: &str| matches!(rest.chars().collect::<Vec<_>>()[..], ['0'..='9' | '¹' | '²' | '³']);
    let numbered = |device: &str| stem.strip_prefix(device).is_some_and(is_number);
    DEVICES.contains(&&*stem) || NUMBERED_DEVICES.into_iter().any(numbered)
}

/// Refuses what Windows would take for a device, for a part of another file, or for another name.
pub(super) fn check(path: &Path) -> Result<(), Trouble> {
    let is_good = path.file_name().and_then(|name| name.to_str()).is_none_or(works_everywhere);
    if is_good || !cfg!(windows) { Ok(()) } else { Err(Trouble::BadName) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_and_reserved_characters_are_no_names() {
        for bad in [
            "",
            "con",
            "Con.plan.ron",
            "AUX .pdf",
            "nul.",
            "com1.plan.ron",
            "LPT²",
            "a:b.ron",
            "who?",
            "a ",
            "a.",
            "a\tb",
            "a/b",
        ] {
            assert!(!works_everywhere(bad), "{bad}");
        }
        for good in ["conny.plan.ron", "com.pdf", "com10", "ana-2026-01-02.plan.ron", ".hidden", "niñez’s – x", "a.b"]
        {
            assert!(works_everywhere(good), "{good}");
        }
        assert!(works_everywhere(&"é".repeat(255)) && !works_everywhere(&"é".repeat(256)));
    }
}
