//! Fixed words: an enum with its words in both languages, so that none can be forgotten.

use crate::base::Language;

/// Fixed words.
pub trait Words: Copy {
    /// What they say.
    fn say(self, language: Language) -> &'static str;
}

/// Makes an enum of fixed words: `labels! { /// What it is. Name; First: "English", "español"; }`.
macro_rules! labels {
    ($(#[$about:meta])* $list:ident; $($name:ident: $en:literal, $es:literal;)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $list {
            $(#[doc = concat!("“", $en, "”")] $name,)*
        }

        impl $list {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }

        impl $crate::wording::screen::Words for $list {
            fn say(self, language: $crate::base::Language) -> &'static str {
                match language {
                    $crate::base::Language::English => match self { $(Self::$name => $en,)* },
                    $crate::base::Language::Spanish => match self { $(Self::$name => $es,)* },
                }
            }
        }
    };
}

pub(super) use labels;

#[cfg(test)]
pub(super) fn check_style<W: Words>(all: &[W]) {
    for one in all {
        for language in [Language::English, Language::Spanish] {
            let words = one.say(language);
            assert!(!words.is_empty() && !words.ends_with('.') && !words.ends_with(':'), "{words}");
            assert_eq!(words, words.trim(), "{words}");
        }
    }
}
