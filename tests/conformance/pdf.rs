//! Every edition of every sample declares PDF/UA-1 and holds to what a validator can check of it.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use page_validation::{ValidationOptions, ValidationProfile, ValidationReport, validate_pdf_bytes};
use throughline::document::{self, Edition, Pages, Paper, Request};
use throughline::plan::Plan;
use throughline::samples;
use throughline::storage::{Trust, decode};

fn report(pages: &Pages) -> ValidationReport {
    let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
    validate_pdf_bytes(&document::pdf(pages).unwrap(), &options).unwrap()
}

fn plan(text: &str) -> Plan {
    decode(text, Trust::Strict).unwrap().plan
}

#[test]
fn every_sample_prints_accessible_documents() {
    for (name, text) in samples::ALL {
        let plan = plan(text);
        for edition in [Edition::Patient, Edition::Clinical] {
            for paper in [Paper::Letter, Paper::A4] {
                let report = report(&document::pages(&Request::new(&plan, edition, paper, None)));
                assert!(report.is_compliant, "{name}, {edition:?}, {paper:?}: {report}");
            }
        }
    }
}

#[test]
fn a_document_without_a_language_is_caught() {
    let plan = plan(samples::ALL[0].1);
    let mut pages = document::pages(&Request::new(&plan, Edition::Patient, Paper::Letter, None));
    pages.language.clear();
    assert!(!report(&pages).is_compliant);
}
