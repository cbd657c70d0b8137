//! One text as what it has in common with another, line by line, and what is new in it.

use serde::{Deserialize, Serialize};

/// A stretch of lines of a text that is told by an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Piece {
    /// So many lines of the earlier text stay.
    Keep(usize),
    /// So many lines of the earlier text are gone.
    Drop(usize),
    /// These lines are new.
    Lines(Vec<String>),
}

/// How a text differs from an earlier one.
pub(super) fn pieces(earlier: &str, text: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (earlier.lines().collect(), text.lines().collect());
    let mut pieces = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let same = old.iter().skip(i).zip(new.iter().skip(j)).take_while(|(a, b)| a == b).count();
        if same > 0 {
            pieces.push(Piece::Keep(same));
            (i, j) = (i + same, j + same);
            continue;
        }
        let (gone, added) = step(old.get(i..).unwrap_or_default(), new.get(j..).unwrap_or_default());
        if gone > 0 {
            pieces.push(Piece::Drop(gone));
        }
        if added > 0 {
            pieces.push(Piece::Lines(new.iter().skip(j).take(added).map(|line| (*line).to_owned()).collect()));
        }
        (i, j) = (i + gone, j + added);
    }
    pieces
}

/// How many lines are gone and added before both texts agree again; looked for where the fewest are.
fn step(old: &[&str], new: &[&str]) -> (usize, usize) {
    /// Further than this, everything up to the end counts as new.
    const FARTHEST: usize = 400;
    for sum in 1..(old.len() + new.len()).min(FARTHEST) {
        for gone in 0..=sum.min(old.len()) {
            let (a, b) = (old.get(gone), new.get(sum - gone));
            if a.is_some() && a == b {
                return (gone, sum - gone);
            }
        }
    }
    (old.len(), new.len())
}

/// The text that pieces tell; `None` if they do not fit the earlier text to its last line.
pub(super) fn text(earlier: &str, pieces: &[Piece]) -> Option<String> {
    let mut old = earlier.lines();
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Keep(count) => (0..*count).try_for_each(|_| old.next().map(|line| push(&mut text, line)))?,
            Piece::Drop(count) => (0..*count).try_for_each(|_| old.next().map(drop))?,
            Piece::Lines(lines) => lines.iter().for_each(|line| push(&mut text, line)),
        }
    }
    old.next().is_none().then_some(text)
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(earlier: &str, new: &str, most: usize) {
        let pieces = pieces(earlier, new);
        assert_eq!(text(earlier, &pieces).as_deref(), Some(new));
        assert!(pieces.len() <= most, "{pieces:?}");
    }

    #[test]
    fn a_text_comes_back_from_its_pieces() {
        check("", "a\nb\n", 1);
        check("a\nb\n", "a\nb\n", 1);
        check("a\nb\nc\nd\n", "a\nx\nc\nd\n", 4);
        check("a\nb\nc\n", "b\nc\n", 2);
        check("a\nb\n", "", 1);
        check("a\na\na\nb\n", "a\nb\nb\na\n", 5);
    }

    #[test]
    fn pieces_that_do_not_fit_tell_nothing() {
        assert_eq!(text("a\nb\n", &[Piece::Keep(1)]), None);
        assert_eq!(text("a\nb\n", &[Piece::Keep(3)]), None);
        assert_eq!(text("a\n", &[Piece::Drop(2), Piece::Lines(vec!["x".to_owned()])]), None);
    }
}
