//! Signing a plan: the next version is frozen, unless something stands against it.

use super::chart::{Chart, Mark};
use super::frozen;
use super::version::Version;
use crate::base::{Date, ResultId, is_blank};
use crate::catalog::Catalog;
use crate::plan::Standing;
use crate::progress;

/// With what a version is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The day.
    pub date: Date,
    /// Who signs it off.
    pub author: String,
    /// Why there is this version, as in "intake plan" or "review of week 2".
    pub reason: String,
}

/// Why a plan was not signed; nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotSign {
    /// Nobody is named who signs.
    #[error("no author")]
    NoAuthor,
    /// Nothing says why.
    #[error("no reason")]
    NoReason,
    /// The last version was signed on a later day.
    #[error("before the last version, of {0}")]
    BeforeLast(Date),
    /// Safety alerts are open.
    #[error("open safety alerts: {0:?}")]
    OpenAlerts(Vec<ResultId>),
    /// The plan is the last version.
    #[error("nothing has changed since version {0}")]
    NothingNew(u32),
    /// The versions before it are damaged.
    #[error("the signed versions were changed")]
    Broken,
    /// It has no text that would read back as this plan.
    #[error("cannot be written: {0}")]
    Unwritable(String),
}

impl Chart {
    /// Freezes the plan as the next version; the first one puts it in effect.
    ///
    /// A timeline that holds the plan is then sealed with it.
    ///
    /// # Errors
    /// Says what stands against it; nothing has changed then.
    pub fn sign(&mut self, catalog: &Catalog, signing: &Signing) -> Result<Mark, CannotSign> {
        let mut plan = self.plan.clone();
        if plan.course.standing == Standing::Draft {
            plan.course.standing = Standing::InEffect(signing.date);
        }
        let last = self.versions().last();
        may_sign(self, catalog, signing)?;
        let text = frozen::text(&plan)?;
        if let Some(last) = last.filter(|last| last.text() == Some(&text)) {
            return Err(CannotSign::NothingNew(last.number()));
        }
        let version = Version::freeze(last, signing, &text);
        self.plan = plan;
        Ok(self.push(version))
    }
}

fn may_sign(chart: &Chart, catalog: &Catalog, signing: &Signing) -> Result<(), CannotSign> {
    let Signing { date, author, reason } = signing;
    if is_blank(author) {
        return Err(CannotSign::NoAuthor);
    }
    if is_blank(reason) {
        return Err(CannotSign::NoReason);
    }
    if chart.verify().is_err() {
        return Err(CannotSign::Broken);
    }
    if let Some(last) = chart.versions().last().filter(|last| *date < last.date()) {
        return Err(CannotSign::BeforeLast(last.date()));
    }
    let open: Vec<ResultId> = progress::open_alerts(&chart.plan, catalog).iter().map(|alert| alert.result).collect();
    if open.is_empty() { Ok(()) } else { Err(CannotSign::OpenAlerts(open)) }
}
