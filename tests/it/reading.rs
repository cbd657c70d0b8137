//! How hard a text is to read: Flesch–Kincaid grades for English, Crawford's formula for Spanish.

/// The school grade that a text in English asks for (Flesch–Kincaid, Kincaid et al. 1975).
pub(crate) fn english_grade(text: &str) -> f64 {
    let Counts { sentences, words, syllables } = count(text, english_syllables);
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

/// The school grade that a text in Spanish asks for (Crawford 1984).
pub(crate) fn spanish_grade(text: &str) -> f64 {
    let Counts { sentences, words, syllables } = count(text, spanish_syllables);
    -0.205 * (100.0 * sentences / words) + 0.049 * (100.0 * syllables / words) - 3.407
}

struct Counts {
    sentences: f64,
    words: f64,
    syllables: f64,
}

fn count(text: &str, syllables: fn(&str) -> usize) -> Counts {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic() && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let sentences = text.split(['.', '?', '!']).filter(|part| part.chars().any(char::is_alphabetic)).count();
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    Counts {
        sentences: sentences.max(1) as f64,
        words: words.len().max(1) as f64,
        syllables: words.iter().map(|word| syllables(word)).sum::<usize>() as f64,
    }
}

/// Groups of vowels, without a silent last e.
fn english_syllables(word: &str) -> usize {
    let groups = vowel_groups(word, |c| "aeiouy".contains(c));
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

/// Groups of vowels; two strong ones, or a weak one with an accent, are groups of their own.
fn spanish_syllables(word: &str) -> usize {
    let mut groups = 0;
    let mut before: Option<char> = None;
    for c in word.chars() {
        let is_vowel = "aeiouáéíóúü".contains(c);
        let is_apart = |c| "aeoáéóíú".contains(c);
        if is_vowel && before.is_none_or(|b| !"aeiouáéíóúü".contains(b) || (is_apart(b) && is_apart(c))) {
            groups += 1;
        }
        before = Some(c);
    }
    groups.max(1)
}

fn vowel_groups(word: &str, is_vowel: impl Fn(char) -> bool) -> usize {
    let mut groups = 0;
    let mut inside = false;
    for c in word.chars() {
        let vowel = is_vowel(c);
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (word, expect) in [("time", 1), ("table", 2), ("feeling", 2), ("cope", 1), ("anxiety", 3)] {
        assert_eq!(english_syllables(word), expect, "{word}");
    }
    for (word, expect) in [("día", 2), ("bueno", 2), ("aéreo", 4), ("sentimientos", 4), ("usted", 2)] {
        assert_eq!(spanish_syllables(word), expect, "{word}");
    }
    assert!(english_grade("The dog ran. It was fun.") < 2.0);
    assert!(
        english_grade("Individualized psychopharmacological interventions necessitate interdisciplinary coordination.")
            > 12.0
    );
}
