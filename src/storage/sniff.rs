//! Tells a plan file from what people open by mistake, so that the message names what it is.

use super::text::text;
use super::{LARGEST_PLAN, OpenError, text};

/// What a file that is no plan is instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookalike {
    /// Nothing at all.
    Empty,
    /// Only zeros, as some disks leave them after a crash.
    Zeros,
    /// A PDF document.
    Pdf,
    /// A ZIP archive, which office documents are too.
    Archive,
    /// A picture.
    Picture,
    /// An intake file, from which a plan can be drafted.
    Intake,
    /// Some other text.
    OtherText,
}

/// The first bytes of files that have nothing to do with plans.
const MARKS: &[(&[u8], Lookalike)] = &[
    (b"%PDF-", Lookalike::Pdf),
    (b"PK\x03\x04", Lookalike::Archive),
    (b"\x1f\x8b", Lookalike::Archive),
    (b"\x89PNG", Lookalike::Picture),
    (b"\xff\xd8\xff", Lookalike::Picture),
    (b"GIF8", Lookalike::Picture),
];

/// The text of what may be a plan file.
pub(super) fn plan_text(bytes: &[u8]) -> Result<&str, OpenError> {
    text::gate(bytes.len() as u64, LARGEST_PLAN)?;
    if let Some(found) = by_mark(bytes) {
        return Err(OpenError::NotAPlan(found));
    }
    let text = text(bytes)?;
    match by_first_word(text) {
        None => Ok(text),
        Some(found) => Err(OpenError::NotAPlan(found)),
    }
}

fn by_mark(bytes: &[u8]) -> Option<Lookalike> {
    if bytes.iter().all(|byte| *byte == 0) {
        return Some(if bytes.is_empty() { Lookalike::Empty } else { Lookalike::Zeros });
    }
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, found)| found.clone())
}

/// A RON text may leave out the name of its outermost struct.
fn by_first_word(text: &str) -> Option<Lookalike> {
    if text.trim().is_empty() {
        return Some(Lookalike::Empty);
    }
    let body = body(text);
    let end = body.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(body.len());
    match body.split_at_checked(end) {
        Some(("PlanFile", _)) => None,
        Some(("", rest)) if rest.starts_with('(') => None,
        Some((word, _)) if word.starts_with("Intake") => Some(Lookalike::Intake),
        Some(_) | None => Some(Lookalike::OtherText),
    }
}

/// What follows the attributes, comments and blanks at the start of a RON text.
fn body(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let end = match rest.get(..2) {
            Some("#!") => ("]", rest.find(']')),
            Some("//") => ("\n", rest.find('\n')),
            Some("/*") => ("*/", rest.find("*/")),
            Some(_) | None => return rest,
        };
        let (mark, Some(at)) = end else { return "" };
        rest = rest.get(at + mark.len()..).unwrap_or_default().trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plan_is_named() {
        let check = |bytes: &[u8], expected: Option<Lookalike>| {
            let found = plan_text(bytes).err().map(|error| match error {
                OpenError::NotAPlan(found) => found,
                other => panic!("{other}"),
            });
            assert_eq!(found, expected, "{}", String::from_utf8_lossy(bytes));
        };
        check(b"", Some(Lookalike::Empty));
        check(b" \n\t", Some(Lookalike::Empty));
        check(b"\0\0\0\0", Some(Lookalike::Zeros));
        check(b"%PDF-1.7\n\xff", Some(Lookalike::Pdf));
        check(b"PK\x03\x04\0\0\0\0", Some(Lookalike::Archive));
        check(b"\x89PNG\r\n\x1a\n", Some(Lookalike::Picture));
        check(b"#![enable(implicit_some)]\nIntake(person: ())", Some(Lookalike::Intake));
        check(b"Dear colleague,", Some(Lookalike::OtherText));
        check(b"{\"plan\": 1}", Some(Lookalike::OtherText));
        check(b"#![enable(impl", Some(Lookalike::OtherText));
        check(b"PlanFile(", None);
        check(b"(format: 1)", None);
        check(b"// one\n/* two\n */ #![enable(implicit_some)] PlanFile(", None);
    }
}
