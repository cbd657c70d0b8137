//! The words that all findings share: dates, counts and the thing that is spoken of.

use super::subject;
use crate::base::{Bilingual, Date, Language};
use crate::catalog::Ages;
use crate::checks::Rule;
use crate::plan::{Item, Plan};
use crate::wording::time;

/// What a sentence needs to know.
pub(super) struct Say<'a> {
    pub(super) plan: &'a Plan,
    pub(super) language: Language,
    pub(super) item: Item,
}

impl Say<'_> {
    /// One of two sentences that mean the same.
    pub(super) fn pick(&self, english: impl Into<String>, spanish: impl Into<String>) -> String {
        match self.language {
            Language::English => english.into(),
            Language::Spanish => spanish.into(),
        }
    }

    /// The thing that the finding is about.
    pub(super) fn subject(&self) -> String {
        subject(self.item, self.plan, self.language)
    }

    /// Another thing in the plan.
    pub(super) fn other(&self, item: Item) -> String {
        subject(item, self.plan, self.language)
    }

    /// A day within the stay: `Mon 4 Jan`.
    pub(super) fn day(&self, date: Date) -> String {
        time::day(date, self.language)
    }

    /// A day with its year.
    pub(super) fn date(&self, date: Date) -> String {
        time::date(date, self.language)
    }

    pub(super) fn text<'t>(&self, text: &'t Bilingual) -> &'t str {
        text.get(self.language)
    }

    /// In quotation marks, so that a name of several words reads as one thing.
    pub(super) fn rule(&self, rule: &Rule) -> String {
        format!("“{}”", self.text(&rule.name))
    }

    /// A sentence, and the rule pack that asks for what it misses.
    pub(super) fn asked(&self, sentence: String, asked_by: Option<&Rule>) -> String {
        let Some(rule) = asked_by.map(|rule| self.rule(rule)) else { return sentence };
        self.pick(format!("{sentence}; {rule} asks for it"), format!("{sentence}; lo exige {rule}"))
    }

    pub(super) fn sessions(&self, number: usize) -> String {
        self.count(number, ["session", "sessions"], ["sesión", "sesiones"])
    }

    pub(super) fn days(&self, number: impl TryInto<usize>) -> String {
        self.count(number.try_into().unwrap_or_default(), ["day", "days"], ["día", "días"])
    }

    pub(super) fn weeks(&self, number: impl TryInto<usize>) -> String {
        self.count(number.try_into().unwrap_or_default(), ["week", "weeks"], ["semana", "semanas"])
    }

    fn count(&self, number: usize, english: [&str; 2], spanish: [&str; 2]) -> String {
        let [one, many] = match self.language {
            Language::English => english,
            Language::Spanish => spanish,
        };
        if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
    }

    /// `ages 13 to 17`; without an upper end where there is none.
    pub(super) fn ages(&self, ages: Ages) -> String {
        let Ages { from, to } = ages;
        if to >= 120 {
            self.pick(format!("ages {from} and over"), format!("personas de {from} años en adelante"))
        } else {
            self.pick(format!("ages {from} to {to}"), format!("personas de {from} a {to} años"))
        }
    }
}
