//! Puts a catalog together from named RON texts; a bad text is reported and the rest still loads.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::read::{ReadError, from_text};
use super::{Clinic, Measure, Module, PresentingNeed, RulePack, check};
use crate::base::Slug;

/// Everything that may be planned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// Modules by slug.
    pub modules: BTreeMap<Slug, Module>,
    /// Measures by slug.
    pub measures: BTreeMap<Slug, Measure>,
    /// Presenting needs by slug.
    pub needs: BTreeMap<Slug, PresentingNeed>,
    /// Rule packs by slug.
    pub packs: BTreeMap<Slug, RulePack>,
    /// Clinics by slug.
    pub clinics: BTreeMap<Slug, Clinic>,
}

/// Something wrong with a catalog file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the catalog folder.
    pub file: String,
    /// What is wrong.
    pub what: ProblemKind,
}

/// What can be wrong with a catalog file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It could not be read; the entry is left out.
    Unreadable(ReadError),
    /// It lies in no folder that the catalog knows; it is left out.
    UnknownFolder,
    /// Two files of one folder of files name the same entry; the later one is left out.
    Duplicate(Slug),
    /// The file's name is not the entry's slug.
    NameDiffers(Slug),
    /// A field names an entry that does not exist.
    UnknownEntry {
        /// The field.
        field: String,
        /// What it names.
        slug: Slug,
    },
    /// A field is empty or out of range.
    Field {
        /// The field.
        field: String,
        /// What was expected.
        expected: &'static str,
    },
}

impl Catalog {
    /// Adds the entries of named texts such as `modules/cbt-depression.ron`, in the order given.
    ///
    /// An entry replaces one of the same slug from an earlier call, so that a clinic's own folder wins over what is
    /// built in. Returns what is wrong, file by file.
    pub fn add<'a>(&mut self, texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut files: BTreeMap<(String, Slug), String> = BTreeMap::new();
        for (file, text) in texts {
            match self.add_one(file, text) {
                Ok(slug) => {
                    let folder = file.split('/').next().unwrap_or_default().to_owned();
                    let stem = file.rsplit('/').next().and_then(|name| name.strip_suffix(".ron"));
                    if stem != Some(slug.as_str()) {
                        problems.push(Problem { file: file.to_owned(), what: ProblemKind::NameDiffers(slug.clone()) });
                    }
                    if files.insert((folder, slug.clone()), file.to_owned()).is_some() {
                        problems.push(Problem { file: file.to_owned(), what: ProblemKind::Duplicate(slug) });
                    }
                }
                Err(what) => problems.push(Problem { file: file.to_owned(), what }),
            }
        }
        for ((folder, slug), file) in &files {
            let found = check::entry(self, folder, slug);
            problems.extend(found.into_iter().map(|what| Problem { file: file.clone(), what }));
        }
        problems
    }

    fn add_one(&mut self, file: &str, text: &str) -> Result<Slug, ProblemKind> {
        fn read<T: DeserializeOwned>(text: &str) -> Result<T, ProblemKind> {
            from_text(text).map_err(ProblemKind::Unreadable)
        }
        macro_rules! into {
            ($list:ident) => {{
                let entry = read(text)?;
                insert(&mut self.$list, entry, |e| &e.slug)
            }};
        }
        fn insert<T>(list: &mut BTreeMap<Slug, T>, entry: T, slug: impl Fn(&T) -> &Slug) -> Slug {
            let slug = slug(&entry).clone();
            list.insert(slug.clone(), entry);
            slug
        }
        Ok(match file.split('/').next() {
            Some("modules") => into!(modules),
            Some("measures") => into!(measures),
            Some("needs") => into!(needs),
            Some("packs") => into!(packs),
            Some("clinics") => into!(clinics),
            _ => return Err(ProblemKind::UnknownFolder),
        })
    }
}
