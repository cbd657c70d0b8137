//! The words of a plan as a document for a word processor, to be compared with.

use std::fmt::Write as _;

use throughline::base::Language;
use throughline::document::Pages;
use throughline::plan::{Plan, weeks};
use throughline::wording::time;

/// The clinical edition's words as a flat `OpenDocument` text: paragraphs, and one table a week.
pub(super) fn flat_odt(plan: &Plan, pages: &Pages) -> String {
    let mut body = String::new();
    for line in pages.text().lines().filter(|line| !line.trim().is_empty()) {
        let _written = write!(body, "<text:p>{}</text:p>", escaped(line));
    }
    for week in weeks(plan) {
        let _written = write!(
            body,
            "<text:h>{}</text:h><table:table><table:table-column table:number-columns-repeated=\"4\"/>",
            time::week(week.number, Language::English)
        );
        for session in &week.sessions {
            let module = plan.module(session.module).map_or("", |module| module.name.en.as_str());
            let cells = [
                time::day(session.date, Language::English),
                time::clock(session.start, Language::English),
                module.to_owned(),
                session.topic_words.en.clone(),
            ];
            body += "<table:table-row>";
            for cell in cells {
                let _written = write!(body, "<table:table-cell><text:p>{}</text:p></table:table-cell>", escaped(&cell));
            }
            body += "</table:table-row>";
        }
        body += "</table:table>";
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" office:version=\"1.2\" \
         office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>{body}\
         </office:text></office:body></office:document>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
