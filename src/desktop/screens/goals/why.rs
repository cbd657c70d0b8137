//! Why a need of the library may apply: diagnoses and scores that were entered.

use crate::base::{Language, Slug};
use crate::catalog::{Band, Catalog, Level, Measure, PresentingNeed};
use crate::draft::{Suggest, latest_score};
use crate::plan::{MeasureResult, Need, Plan, Severity, starts};
use crate::wording::screen::{WhyNeed, evidence_of_score};

/// What speaks for a need.
pub(super) fn reasons<'a>(plan: &'a Plan, catalog: &'a Catalog, library: &'a PresentingNeed) -> Vec<WhyNeed<'a>> {
    let codes = plan.frame.diagnoses.iter().map(|diagnosis| diagnosis.code.as_str());
    let diagnosed = codes.filter(|code| points_to(code, catalog, library)).map(|code| WhyNeed::Diagnosed { code });
    let scored = high_scores(plan, catalog, library).into_iter().map(|high| WhyNeed::Scored {
        measure: &high.measure.name,
        score: high.result.total.unwrap_or_default(),
        band: &high.band.name,
    });
    diagnosed.chain(scored).collect()
}

/// The need for this person: with the scores as evidence and the severity that they tell.
pub(super) fn need(suggest: &Suggest<'_>) -> Need {
    let high = high_scores(suggest.plan, suggest.catalog, suggest.library);
    let evidence: Vec<String> = high.iter().filter_map(evidence).collect();
    let severity = high.iter().map(|high| severity(high.band.level)).max().unwrap_or(Severity::Moderate);
    Need { evidence: evidence.join("; "), severity, ..suggest.need() }
}

struct High<'a> {
    measure: &'a Measure,
    result: &'a MeasureResult,
    band: &'a Band,
}

/// The record is in English, whatever the program speaks.
fn evidence(high: &High<'_>) -> Option<String> {
    let band = high.band.name.get(Language::English);
    Some(evidence_of_score(&high.measure.name, high.result.total?, band, high.result.date, Language::English))
}

/// Scores that are at least moderate, of the measure that leads for the need and of those that follow few needs: what
/// follows nearly all tells none apart.
fn high_scores<'a>(plan: &'a Plan, catalog: &'a Catalog, library: &'a PresentingNeed) -> Vec<High<'a>> {
    const FEW: usize = 4;
    let age = starts(plan).and_then(|day| plan.person.age_on(day));
    let suits = |slug: &&Slug| {
        let measure = catalog.measures.get(*slug);
        age.is_none_or(|age| measure.is_some_and(|measure| measure.ages.include(age)))
    };
    let follows = |slug: &Slug| catalog.needs.values().filter(|need| need.measures.contains(slug)).count();
    let specific = library.measures.iter().filter(suits).enumerate();
    let specific = specific.filter(|(at, slug)| *at == 0 || follows(slug) <= FEW).map(|(_, slug)| slug);
    let scored = specific.filter_map(|slug| {
        let (measure, (result, total)) = (catalog.measures.get(slug)?, latest_score(plan, slug)?);
        let band = measure.band(total).filter(|band| band.level >= Level::Moderate)?;
        Some(High { measure, result, band })
    });
    scored.collect()
}

/// A code points to the one need that the library names it for; a code of several needs, or of none, to the need that
/// has most codes of its category.
fn points_to(code: &str, catalog: &Catalog, library: &PresentingNeed) -> bool {
    let exact = catalog.needs.values().filter(|need| need.diagnoses.iter().any(|hint| hint.code == code));
    let exact: Vec<&PresentingNeed> = exact.collect();
    if let [only] = exact.as_slice() {
        return only.slug == library.slug;
    }
    let alike =
        |need: &PresentingNeed| need.diagnoses.iter().filter(|one| category(&one.code) == category(code)).count();
    let most = catalog.needs.values().map(alike).max().unwrap_or_default();
    most > 0 && alike(library) == most
}

fn category(code: &str) -> &str {
    code.split_once('.').map_or(code, |(category, _)| category)
}

const fn severity(level: Level) -> Severity {
    match level {
        Level::None | Level::Mild => Severity::Mild,
        Level::Moderate => Severity::Moderate,
        Level::Serious | Level::Severe => Severity::Severe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::library::catalog;

    #[track_caller]
    fn check(code: &str, expect: &[&str]) {
        let catalog = catalog();
        let found = catalog.needs.values().filter(|need| points_to(code, catalog, need));
        assert_eq!(found.map(|need| need.slug.as_str()).collect::<Vec<_>>(), expect, "{code}");
    }

    #[test]
    fn a_code_points_to_what_the_library_names_it_for() {
        check("F33.1", &["depression"]);
        check("F33.9", &["depression"]);
        check("Z99.9", &[]);
    }
}
