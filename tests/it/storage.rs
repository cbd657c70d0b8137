//! Plan files: what opens, what does not and why, and that a save never costs what was there before.

mod disk;
mod index;
mod left;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;
use throughline::base::GoalId;
use throughline::history::Chart;
use throughline::plan::{Edit, Fault, Item, PersonEdit, Plan, apply};
use throughline::storage::*;

use crate::plans_gen::{plans, sample};

/// Saves a plan of which nothing was signed.
fn save(path: &Path, plan: &Plan, expected: Option<&Fingerprint>) -> Result<Saved, SaveError> {
    throughline::storage::save(path, &Chart::unsigned(plan.clone()), expected)
}

fn text() -> String {
    encode(&sample()).unwrap()
}

/// The sample's text with one thing changed by hand.
#[track_caller]
fn edited(from: &str, to: &str) -> String {
    let text = text();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[track_caller]
fn refused(file: &(impl AsRef<[u8]> + ?Sized)) -> OpenError {
    decode(file, Trust::AcceptChanges).unwrap_err()
}

/// The place of what is garbled: line, field and reason.
#[track_caller]
fn garbled(file: &str) -> (String, String) {
    match refused(file) {
        OpenError::Garbled(error) => {
            let line = file.lines().nth(error.line - 1).unwrap();
            assert!(line.chars().count() + 1 >= error.column, "{error}: {line}");
            (error.field, error.expected)
        }
        other => panic!("{other}"),
    }
}

mod format {
    use super::*;

    #[test]
    fn a_file_names_its_format_and_carries_its_checksum() {
        let text = encode(&Plan::default()).unwrap();
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("#![enable(implicit_some)]"));
        assert_eq!(lines.next(), Some("PlanFile("));
        assert_eq!(lines.next(), Some("  format: 1,"));
        let checksum = lines.next().unwrap().strip_prefix("  checksum: \"sha256:").unwrap();
        assert_eq!(checksum.len(), 64 + "\",".len());
        assert_eq!(lines.next(), Some("  plan: Plan("));
        assert!(text.ends_with(")\n") && !text.contains('\r'));
        // Nothing has changed how an empty plan is written; if this is meant, the samples have to be rewritten too.
        assert_eq!(
            decode(&text, Trust::Strict).unwrap(),
            Decoded { plan: Plan::default(), versions: Vec::new(), integrity: Integrity::Intact }
        );
    }

    #[test]
    fn other_line_ends_and_a_byte_order_mark_are_no_change() {
        let (text, plan) = (text(), sample());
        for same in
            [text.replace('\n', "\r\n"), format!("\u{feff}{text}"), format!("\u{feff}{}", text.replace('\n', "\r\n"))]
        {
            let opened = decode(&same, Trust::Strict).unwrap();
            assert_eq!(opened, Decoded { plan: plan.clone(), versions: Vec::new(), integrity: Integrity::Intact });
        }
    }

    #[test]
    fn a_change_by_hand_is_told_and_opens_only_when_accepted() {
        let file = edited("part_2: true", "part_2: false");
        assert_eq!(decode(&file, Trust::Strict), Err(OpenError::Changed));
        let opened = decode(&file, Trust::AcceptChanges).unwrap();
        assert_eq!(opened.integrity, Integrity::Changed);
        assert!(!opened.plan.program.part_2);
        let comment = edited("  plan:", "  // looked at\n  plan:");
        assert_eq!(decode(&comment, Trust::Strict), Err(OpenError::Changed));
        for broken in ["sha256:", "sha256:00", "md5:0", ""] {
            let start = text().find("sha256:").unwrap();
            let mut file = text();
            file.replace_range(start..start + 71, broken);
            assert_eq!(decode(&file, Trust::Strict), Err(OpenError::Changed), "{broken}");
        }
    }

    #[test]
    fn a_truncated_file_never_opens() {
        let text = text();
        for length in (0..text.len() - 2).step_by(97).chain([text.len() - 2]) {
            for trust in [Trust::Strict, Trust::AcceptChanges] {
                let error = decode(&text.as_bytes()[..length], trust).unwrap_err();
                assert!(
                    matches!(&error, OpenError::CutShort(_) | OpenError::NotAPlan(_) | OpenError::Text(_)),
                    "{length}: {error}"
                );
            }
        }
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let text = text().into_bytes();
        let bits = text.len() * 8;
        // An odd step, so that every bit of a byte has its turn.
        for bit in (0..bits).step_by((bits / 2000).next_multiple_of(2) + 1).chain(0..1600) {
            let mut file = text.clone();
            file[bit / 8] ^= 1 << (bit % 8);
            assert!(decode(&file, Trust::Strict).is_err(), "bit {bit}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn every_plan_reads_back_as_itself_and_has_one_text(plan in plans()) {
            let text = encode(&plan).unwrap();
            let opened = decode(&text, Trust::Strict).unwrap();
            prop_assert_eq!(&opened.plan, &plan);
            prop_assert_eq!(encode(&opened.plan).unwrap(), &*text);
            let dos = text.replace('\n', "\r\n");
            prop_assert_eq!(decode(&dos, Trust::Strict).unwrap().plan, plan);
        }

        #[test]
        fn no_bytes_make_the_reader_fall_over(mut file in proptest::collection::vec(any::<u8>(), 0..600), head in any::<bool>()) {
            if head {
                file.splice(0..0, *b"PlanFile(format: 1, checksum: \"\", plan: ");
            }
            prop_assert!(decode(&file, Trust::AcceptChanges).is_err());
        }
    }
}

mod refusals {
    use super::*;

    #[test]
    fn a_newer_format_is_refused_before_anything_else_is_read() {
        let newer = OpenError::Newer { found: 99, known: 1 };
        assert_eq!(refused(&edited("format: 1", "format: 99")), newer);
        assert_eq!(refused("PlanFile(format: 99, sealed: [(a: 1)], plan: Other(Some(3)))"), newer);
        assert_eq!(refused(&edited("format: 1", "format: 0")), OpenError::NoSuchFormat { found: 0 });
    }

    #[test]
    fn what_is_garbled_is_named_with_its_place() {
        let check = |from: &str, to: &str, field: &str, expected: &str| {
            let (found_field, found) = garbled(&edited(from, to));
            assert_eq!(found_field, field, "{to}: {found}");
            assert!(found.contains(expected), "{to}: {found}");
        };
        check("pronouns:", "pronoums:", "plan.person.pronoums", "pronoums");
        check("setting: IopAdult", "setting: Iop", "plan.segments[0].setting", "Iop");
        check("counts_as: PerDiem", "counts_as: 7", "plan.coverage[0].counts_as", "");
        check("birth_date: \"", "birth_date: \"2026-02-30\", // \"", "plan.person.birth_date", "day");
        check("day_from: \"", "day_from: \"5", "plan.segments[0].day_from", "time of day");
        check("  format: 1,\n", "", "", "format");
        check("PlanFile(", "PlanFile(sealed: true, ", "sealed", "sealed");
        check("part_2: true", "part_2: true, part_2: false", "plan.program", "part_2");
        let (_, expected) = garbled(&format!("{}more", text()));
        assert!(expected.contains("trailing"), "{expected}");
        check("next_id:", "next_id: 1e3, //", "plan.next_id", "");
    }

    #[test]
    fn a_score_is_a_number() {
        let text = text();
        let at = text.find("total: ").unwrap();
        let end = at + text.split_at(at).1.find(',').unwrap();
        for bad in ["NaN", "inf", "-inf", "1e300", "1.234"] {
            let mut file = text.clone();
            file.replace_range(at..end, &format!("total: {bad}"));
            let (field, expected) = garbled(&file);
            assert!(field.starts_with("plan.course.results[") && expected.contains("score"), "{field}: {expected}");
        }
    }

    #[test]
    fn unknown_fields_are_refused_in_every_struct() {
        let text = text();
        let mut structs = 0;
        // What ends a line with a bracket is a struct or a variant with fields.
        for (at, bracket) in text.match_indices("(\n") {
            let (before, _) = text.split_at(at);
            let mut file = text.clone();
            file.insert_str(at + bracket.len(), "zzz: 1,\n");
            assert!(decode(&file, Trust::AcceptChanges).is_err(), "line {}", before.lines().count());
            structs += 1;
        }
        assert!(structs > 100);
    }

    #[test]
    fn a_plan_that_contradicts_itself_is_refused() {
        let mut plan = Plan::default();
        for _ in 0..2 {
            let contact = throughline::plan::Release {
                id: throughline::base::ReleaseId(0),
                recipient: String::new(),
                scope: String::new(),
                substance_use: false,
                signed: None,
                expires: None,
                revoked: None,
            };
            apply(&mut plan, &Edit::Person(PersonEdit::Release(throughline::plan::ListEdit::Add(contact)))).unwrap();
        }
        let file = encode(&plan).unwrap();
        let twice = file.replacen("id: 2", "id: 1", 1);
        assert!(matches!(
            &*match refused(&twice) {
                OpenError::Faults(faults) => faults,
                other => panic!("{other}"),
            },
            [Fault::DuplicateId { id: 1, .. }]
        ));
        let beyond = file.replacen("next_id: 3", "next_id: 2", 1);
        assert!(matches!(refused(&beyond), OpenError::Faults(faults) if faults.len() == 1));
        let dangling = file.replacen("open_goals: []", "open_goals: [7]", 1);
        let fault = Fault::Dangling { from: Item::Leaving, to: Item::Goal(GoalId(7)) };
        assert_eq!(refused(&dangling), OpenError::Faults(vec![fault]));
    }

    #[test]
    fn slugs_that_no_catalog_knows_are_no_reason_to_refuse() {
        let file = edited("\"cbt-depression\"", "\"never-heard-of\"");
        assert!(decode(&file, Trust::AcceptChanges).is_ok());
    }

    #[test]
    fn text_in_another_encoding_is_told_as_such() {
        let text = text();
        let wide: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = [0xfeff].iter().chain(&wide).flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(refused(&little), OpenError::Text(TextError::Utf16));
        assert_eq!(refused(&big), OpenError::Text(TextError::Utf16));
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect();
        let line = 1 + text.lines().position(|line| line.contains('ñ')).unwrap();
        assert_eq!(refused(&latin), OpenError::Text(TextError::NotUtf8 { line }));
    }

    #[test]
    fn deep_and_endless_texts_are_refused_at_once() {
        let brackets = "[".repeat(100_000);
        assert_eq!(refused(&brackets), OpenError::NotAPlan(Lookalike::OtherText));
        let inside = format!("PlanFile(format: 1, checksum: \"\", plan: Plan(needs: {brackets}");
        assert!(matches!(refused(&inside), OpenError::CutShort(_)));
        let skipped = format!("PlanFile(format: 1, checksum: \"\", other: {brackets}{}))", "]".repeat(100_000));
        assert!(matches!(refused(&skipped), OpenError::Garbled(_)));
        let comments = format!("{}PlanFile(", "/*".repeat(200_000));
        assert!(matches!(refused(&comments), OpenError::NotAPlan(_) | OpenError::CutShort(_)));
    }
}
