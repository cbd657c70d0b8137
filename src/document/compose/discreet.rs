//! Which words of a plan may hang on a kitchen wall.

use crate::base::{is_blank, unaccented};
use crate::plan::{Gauge, Plan};

/// Beginnings of words that tell a stranger what somebody is treated for, in English and Spanish, without accents.
const TELLING: &[&str] = &[
    "abstinen",
    "abuse",
    "abuso",
    "addict",
    "adicc",
    "adict",
    "alcohol",
    "anorex",
    "antidepres",
    "asalt",
    "assault",
    "atracon",
    "autoles",
    "beber",
    "beer",
    "binge",
    "bipolar",
    "booze",
    "borrach",
    "bulimi",
    "buprenorfin",
    "buprenorphin",
    "cannabis",
    "cervez",
    "cocain",
    "consum",
    "craving",
    "depres",
    "desintox",
    "detox",
    "diagnos",
    "disorder",
    "drink",
    "drog",
    "drug",
    "drunk",
    "fentan",
    "hangover",
    "heroin",
    "laxante",
    "laxative",
    "licor",
    "liquor",
    "mania",
    "manic",
    "marihuana",
    "marijuana",
    "metadon",
    "metanfet",
    "methadon",
    "methamphet",
    "naloxon",
    "narcan",
    "opiace",
    "opiate",
    "opioid",
    "overdos",
    "pastilla",
    "pill",
    "psychiatr",
    "psychos",
    "psicosis",
    "psiquiatr",
    "ptsd",
    "purg",
    "rape",
    "recaid",
    "relaps",
    "resaca",
    "self-harm",
    "sobredos",
    "sober",
    "sobri",
    "sponsor",
    "suboxone",
    "substance",
    "suicid",
    "sustancia",
    "tept",
    "tequila",
    "toxicolog",
    "trastorno",
    "trauma",
    "urin",
    "vodka",
    "vomit",
    "weed",
    "whiskey",
    "whisky",
    "wine",
    "withdrawal",
];

/// The same in more than one word.
const TELLING_PHRASES: &[&str] = &[
    "cortarme",
    "cut myself",
    "cutting myself",
    "hacerme dano",
    "harm myself",
    "hurt myself",
    "hurting myself",
    "lastimarme",
    "me vendia",
    "no uso",
    "pour out",
    "sold to me",
    "stop using",
    "throw up",
    "throwing up",
    "use alone",
    "uso a solas",
    "without using",
];

/// Judges the plan's words before they go on a page that others may see.
pub(super) struct Discretion {
    /// Names of measures and diagnoses in the plan, simplified.
    names: Vec<String>,
}

impl Discretion {
    pub(super) fn new(plan: &Plan) -> Self {
        let measures = plan.course.results.iter().map(|result| result.name.as_str());
        let gauges = plan.goals.iter().flat_map(|goal| &goal.objectives).filter_map(|o| match &o.gauge {
            Gauge::Score { name, .. } => Some(name.as_str()),
            Gauge::Rating { .. } | Gauge::Count { .. } | Gauge::Milestone { .. } => None,
        });
        let diagnoses = plan.frame.diagnoses.iter().flat_map(|d| [d.code.as_str(), d.label.as_str()]);
        let names = measures.chain(gauges).chain(diagnoses).filter(|name| !is_blank(name)).map(unaccented).collect();
        Self { names }
    }

    /// Whether a text tells too much.
    pub(super) fn hides(&self, text: &str) -> bool {
        let text = unaccented(text);
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        self.names.iter().any(|name| text.contains(name.as_str()))
            || TELLING_PHRASES.iter().any(|phrase| text.contains(phrase))
            || words.into_iter().any(|word| TELLING.iter().any(|telling| word.starts_with(telling)))
    }

    /// The text, unless it is blank or tells too much.
    pub(super) fn allow<'a>(&self, text: &'a str) -> Option<&'a str> {
        (!is_blank(text) && !self.hides(text)).then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telling_words_are_found_in_both_languages() {
        let discretion = Discretion { names: vec!["phq-9".to_owned()] };
        for telling in
            ["My PHQ-9 is lower", "30 days without Drinking", "Prevenir una recaída", "DEPRESIÓN", "days without using"]
        {
            assert!(discretion.hides(telling), "{telling}");
        }
        for plain in ["I want to sleep again", "Hacer ejercicio con mi hijo", "Skills group", "seaweed salad"] {
            assert!(!discretion.hides(plain), "{plain}");
        }
    }
}
