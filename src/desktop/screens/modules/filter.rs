//! Which modules of the library are shown: what is searched for and what is asked of them.

use super::looks::{Filter, Looks};
use crate::base::{Language, unaccented};
use crate::catalog::{Catalog, Module};
use crate::draft::Fit;
use crate::wording::terms;

/// The modules that are shown, in the order of how they fit.
pub(super) fn shown<'a>(
    fits: &'a [Fit],
    looks: &Looks,
    catalog: &'a Catalog,
    language: Language,
) -> Vec<(&'a Fit, &'a Module)> {
    let words: Vec<String> = looks.search.split_whitespace().map(unaccented).collect();
    let known = fits.iter().filter_map(|fit| Some((fit, catalog.modules.get(&fit.slug)?)));
    let asked = known.filter(|(fit, module)| meets(looks.filter, fit, module));
    asked.filter(|(_, module)| holds(module, &words, language)).collect()
}

fn meets(filter: Filter, fit: &Fit, module: &Module) -> bool {
    let Filter { kind, phase, format, need, suiting } = filter;
    kind.is_none_or(|kind| module.kind == kind)
        && phase.is_none_or(|phase| module.phase == phase)
        && format.is_none_or(|format| module.format == format)
        && need.is_none_or(|need| fit.needs.contains(&need))
        && (!suiting || fit.suits_the_person())
}

/// Whether every word stands somewhere in the module's names, sort or summary.
fn holds(module: &Module, words: &[String], language: Language) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts = [
        module.name.get(language),
        module.plain_name.get(language),
        module.slug.as_str(),
        terms::service(module.kind, language),
        module.summary.as_str(),
    ];
    let text = unaccented(&texts.join(" "));
    words.iter().all(|word| text.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Format, ServiceKind, Slug};
    use crate::catalog::{Phase, builtin};
    use crate::draft::{Basis, fits};
    use crate::plan::Plan;

    #[track_caller]
    fn check(looks: &Looks, language: Language, expect: &[&str]) {
        let (catalog, _) = builtin();
        let plan = Plan::default();
        let fits = fits(&Basis { plan: &plan, catalog: &catalog, clinic: None, team: &[], links: &[] });
        let mut found: Vec<&str> =
            shown(&fits, looks, &catalog, language).iter().map(|(fit, _)| fit.slug.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, expect);
    }

    fn search(text: &str) -> Looks {
        Looks { search: text.to_owned(), ..Looks::default() }
    }

    #[test]
    fn every_word_counts_whatever_its_case_and_accents() {
        check(&search("COGNITIVE processing"), Language::English, &["cpt"]);
        check(&search("procesamiento cognitivo"), Language::Spanish, &["cpt"]);
        check(&search("educacion familiar matrix"), Language::Spanish, &["matrix-family-education"]);
        check(&search("nowhere to be found"), Language::English, &[]);
    }

    #[test]
    fn filters_narrow_what_is_shown() {
        let late = Filter { phase: Some(Phase::Middle), ..Filter::default() };
        let (catalog, _) = builtin();
        let middle: Vec<&Slug> = catalog
            .modules
            .values()
            .filter(|module| module.phase == Phase::Middle)
            .map(|module| &module.slug)
            .collect();
        let expect: Vec<&str> = middle.into_iter().map(Slug::as_str).collect();
        check(&Looks { filter: late, ..Looks::default() }, Language::English, &expect);
        let filter = Filter { kind: Some(ServiceKind::Trauma), format: Some(Format::Individual), ..Filter::default() };
        check(&Looks { filter, ..search("twelve") }, Language::English, &["cpt"]);
    }
}
