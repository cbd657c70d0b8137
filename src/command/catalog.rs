//! `catalog`: what may be planned, and what is wrong with a clinic's own folder.

use std::io;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{Desk, Folder, Outcome, Shape, open, print_json};
use crate::base::{Bilingual, Language, Minutes, Slug};
use crate::catalog::{Catalog, Clinic, Measure, Module, Order, PresentingNeed, RulePack};
use crate::wording::report;

#[derive(Debug, Args)]
pub(super) struct List {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Check a clinic's own catalog folder against the built-in catalog instead of listing
    #[arg(long, value_name = "DIR")]
    check: Option<PathBuf>,
    #[command(flatten)]
    folder: Folder,
}

pub(super) fn run(asked: &List, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let mut catalog = open::catalog(&asked.folder, desk)?;
    if let Some(folder) = &asked.check {
        let problems = open::add_folder(&mut catalog, folder, desk)?;
        writeln!(desk.out, "{}", report::checked(problems, Language::English))?;
        return Ok(if problems == 0 { Outcome::Done } else { Outcome::CouldNot });
    }
    match Shape::of(asked.json) {
        Shape::Json => print_json(desk, &Listed::of(&catalog))?,
        Shape::Text => {
            for line in report::catalog(&catalog, Language::English) {
                writeln!(desk.out, "{line}")?;
            }
        }
    }
    Ok(Outcome::Done)
}

#[derive(Serialize)]
struct Listed<'a> {
    modules: Vec<ListedModule<'a>>,
    measures: Vec<&'a Measure>,
    needs: Vec<ListedNeed<'a>>,
    rule_packs: Vec<&'a RulePack>,
    clinics: Vec<&'a Clinic>,
}

#[derive(Serialize)]
struct ListedModule<'a> {
    slug: &'a Slug,
    edition: u16,
    name: &'a str,
    plain_name: &'a str,
    why: &'a str,
    kind: &'static str,
    format: &'static str,
    topics: Vec<&'a str>,
    minutes: Minutes,
    counted_minutes: Minutes,
    sessions: u16,
    sessions_per_week: String,
    order: &'static str,
    needs: &'a [Slug],
    after: Vec<&'a Slug>,
    cautions: &'a [String],
    licence: &'a str,
    source: &'a str,
    checked: bool,
    spanish: Spanish<'a>,
}

#[derive(Serialize)]
struct Spanish<'a> {
    name: &'a str,
    plain_name: &'a str,
    why: &'a str,
    topics: Vec<&'a str>,
}

#[derive(Serialize)]
struct ListedNeed<'a> {
    slug: &'a Slug,
    edition: u16,
    name: &'a str,
    plain_name: &'a str,
    spanish_name: &'a str,
    goals: usize,
    objectives: usize,
    measures: &'a [Slug],
    modules: Vec<&'a Slug>,
}

impl<'a> Listed<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        Self {
            modules: catalog.modules.values().map(module).collect(),
            measures: catalog.measures.values().collect(),
            needs: catalog.needs.values().map(need).collect(),
            rule_packs: catalog.packs.values().collect(),
            clinics: catalog.clinics.values().collect(),
        }
    }
}

fn topics(topics: &[Bilingual], language: Language) -> Vec<&str> {
    topics.iter().map(|topic| topic.get(language)).collect()
}

fn module(module: &Module) -> ListedModule<'_> {
    ListedModule {
        slug: &module.slug,
        edition: module.edition,
        name: &module.name.en,
        plain_name: &module.plain_name.en,
        why: &module.why.en,
        kind: report::kind_code(module.kind),
        format: report::format_code(module.format),
        topics: topics(&module.topics, Language::English),
        minutes: module.minutes,
        counted_minutes: module.counts.minutes,
        sessions: module.dose.usual,
        sessions_per_week: format!("{}/{}", module.frequency.sessions, module.frequency.weeks),
        order: match module.order {
            Order::Linear => "linear",
            Order::Rolling(_) => "rolling",
            Order::Any => "any",
        },
        needs: &module.needs,
        after: module.after.iter().map(|before| &before.module).collect(),
        cautions: &module.cautions,
        licence: &module.licence,
        source: &module.source,
        checked: module.checked,
        spanish: Spanish {
            name: &module.name.es,
            plain_name: &module.plain_name.es,
            why: &module.why.es,
            topics: topics(&module.topics, Language::Spanish),
        },
    }
}

fn need(need: &PresentingNeed) -> ListedNeed<'_> {
    ListedNeed {
        slug: &need.slug,
        edition: need.edition,
        name: &need.name.en,
        plain_name: &need.plain_name.en,
        spanish_name: &need.name.es,
        goals: need.goals.len(),
        objectives: need.goals.iter().map(|goal| goal.objectives.len()).sum(),
        measures: &need.measures,
        modules: need.modules.iter().map(|suggestion| &suggestion.module).collect(),
    }
}
