//! What falls due while a plan runs: reviews, authorizations that end, and the end of the stay.

use serde::{Deserialize, Serialize};

use super::{Payer, Plan, ends};
use crate::base::Date;

/// Something that falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// When.
    pub date: Date,
    /// What.
    pub kind: DueKind,
}

/// What falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DueKind {
    /// A payer looks at the stay again.
    PayerReview,
    /// An authorization ends before the stay does.
    AuthorizationEnds,
    /// A progress review.
    Review,
    /// The last day of the stay as planned.
    Discharge,
}

/// What a plan still has to come, or has missed, earliest first.
pub fn dues(plan: &Plan) -> Vec<Due> {
    let Some(last) = ends(plan) else { return Vec::new() };
    let reviews = plan.course.reviews.iter().filter(|review| review.held.is_none());
    let mut dues: Vec<Due> = reviews.map(|review| Due { date: review.due, kind: DueKind::Review }).collect();
    dues.extend(plan.coverage.iter().flat_map(|payer| of_payer(payer, last)));
    dues.push(Due { date: last, kind: DueKind::Discharge });
    dues.sort_unstable();
    dues
}

/// A later authorization stands for those before it.
fn of_payer(payer: &Payer, last: Date) -> impl Iterator<Item = Due> {
    let latest = payer.authorizations.iter().max_by_key(|authorization| authorization.to);
    let ends = latest.map(|latest| Due { date: latest.to, kind: DueKind::AuthorizationEnds });
    let looks = latest.and_then(|latest| latest.next_review).map(|date| Due { date, kind: DueKind::PayerReview });
    ends.into_iter().chain(looks).filter(move |due| due.date < last)
}
