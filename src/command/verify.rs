//! `verify`: whether the signed versions of a plan are as they were signed.

use std::io;

use clap::Args;

use super::{Desk, Outcome, PlanFile, Tongue, open};
use crate::base::Language;
use crate::history::Version;
use crate::storage::{self, Verified};
use crate::wording::{files, history as say};

#[derive(Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    file: PlanFile,
    /// The hash of the last version, or its beginning, as printed on signed paper
    #[arg(long, value_name = "HASH")]
    head: Option<String>,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
}

pub(super) fn run(asked: &Verify, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let language = asked.language.into();
    let Verified { versions, broken } = match storage::verify_file(&asked.file.plan, asked.file.trust()) {
        Ok(verified) => verified,
        Err(error) => {
            open::tell(&files::not_opened(&error, &asked.file.plan, language), desk)?;
            return Ok(Outcome::CouldNot);
        }
    };
    if let Some(broken) = broken {
        writeln!(desk.out, "{}", say::broken(broken, language))?;
        return Ok(Outcome::FoundErrors);
    }
    if let Some(why) = asked.head.as_deref().and_then(|paper| other_head(paper, &versions, language)) {
        writeln!(desk.out, "{why}")?;
        return Ok(Outcome::FoundErrors);
    }
    writeln!(desk.out, "{}", say::whole(versions.len(), language))?;
    Ok(Outcome::Done)
}

/// What is said where the hash on paper is not that of the last version.
fn other_head(paper: &str, versions: &[Version], language: Language) -> Option<String> {
    let last = versions.last();
    if last.is_some_and(|last| last.hash().is_named(paper)) {
        return None;
    }
    let found = versions.iter().find(|version| version.hash().is_named(paper));
    Some(say::other_head(paper, found, last, language))
}
