//! What is due when, as one list: the plan, signatures, reviews, certification, authorizations and measures.

use serde::{Deserialize, Serialize};

use super::alerts::open_alerts;
use super::scores::series;
use crate::base::{AuthorizationId, Date, PayerId, ResultId, ReviewId, Slug, days_after};
use crate::catalog::{self, Catalog, RulePack};
use crate::plan::{Plan, SignOff, Signer, SignerRole, Standing, ends, signers, starts};

/// A plan in effect is to be signed within so many days.
pub const DAYS_TO_SIGN: u16 = 14;

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// What is due.
    pub what: DueKind,
}

/// What can be due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DueKind {
    /// Somebody has to act on an answer about safety.
    Alert(ResultId),
    /// The plan has to be in effect, says this pack.
    Plan(Slug),
    /// Somebody has to sign.
    Signature(SignerRole),
    /// A progress review.
    Review(ReviewId),
    /// A progress review that is not planned yet, says this pack.
    ReviewAsked(Slug),
    /// A physician has to certify again, says this pack.
    Certification(Slug),
    /// The payer looks again.
    PayerReview(PayerId, AuthorizationId),
    /// An authorization ends.
    AuthorizationEnds(PayerId, AuthorizationId),
    /// A measure is usual again.
    Measure(Slug),
}

/// Something that is due, and the days on which it is told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ahead {
    /// What is due.
    pub due: Due,
    /// The first day on which it is told; `None` for ever.
    pub from: Option<Date>,
    /// The last day on which it is told; `None` for ever.
    pub until: Option<Date>,
}

impl Ahead {
    const fn always(due: Due) -> Self {
        Self { due, from: None, until: None }
    }

    /// Whether it is told on a day.
    pub fn is_told(&self, today: Date) -> bool {
        self.from.is_none_or(|from| from <= today) && self.until.is_none_or(|until| today <= until)
    }
}

/// Everything that is due in a stay, overdue things first; nothing after a discharge but open alerts.
pub fn due(plan: &Plan, catalog: &Catalog, today: Date) -> Vec<Due> {
    outlook(plan, catalog).into_iter().filter(|ahead| ahead.is_told(today)).map(|ahead| ahead.due).collect()
}

/// Everything that is or will be due in a stay, whatever day it is.
pub fn outlook(plan: &Plan, catalog: &Catalog) -> Vec<Ahead> {
    let alerts = open_alerts(plan, catalog).into_iter().map(|a| Due { on: a.date, what: DueKind::Alert(a.result) });
    let mut all: Vec<Ahead> = alerts.map(Ahead::always).collect();
    if plan.leaving.discharge.is_none() {
        all.extend(plan_due(plan, catalog).map(Ahead::always));
        all.extend(signatures(plan).into_iter().map(Ahead::always));
        all.extend(reviews(plan, catalog));
        all.extend(packs(plan, catalog).filter_map(|pack| {
            let on = next_certification(plan, pack)?;
            Some(Ahead::always(Due { on, what: DueKind::Certification(pack.slug.clone()) }))
        }));
        all.extend(payers(plan));
        all.extend(measures(plan, catalog).into_iter().map(Ahead::always));
    }
    all.sort();
    all
}

/// When something is due that a pack counts from a date; `None` where that many sessions are not planned.
pub fn due_on(plan: &Plan, since: Date, due: catalog::Due) -> Option<Date> {
    match due {
        catalog::Due::Days(days) => Some(days_after(since, days)),
        catalog::Due::Session(number) => {
            let kept = plan.sessions.iter().filter(|s| s.status.occupies() && s.date >= since);
            let mut dates: Vec<Date> = kept.map(|session| session.date).collect();
            dates.sort_unstable();
            dates.get(usize::from(number).checked_sub(1)?).copied()
        }
    }
}

/// When a physician has to certify again under a pack; only ink or the health record starts the clock again.
pub fn next_certification(plan: &Plan, pack: &RulePack) -> Option<Date> {
    let signs = plan.course.sign_offs.iter().filter(|sign| sign.role == SignerRole::Physician);
    let signed = signs.filter_map(SignOff::binding).max();
    let since = starts(plan)?.max(signed.unwrap_or(Date::MIN));
    due_on(plan, since, pack.certify_every?).filter(|due| ends(plan).is_some_and(|last| *due < last))
}

/// When the next review has to be held at the latest under a pack.
pub fn next_review(plan: &Plan, pack: &RulePack) -> Option<Date> {
    let held = plan.course.reviews.iter().filter_map(|review| review.held).max();
    let since = starts(plan)?.max(held.unwrap_or(Date::MIN));
    due_on(plan, since, pack.review_every?).filter(|due| ends(plan).is_some_and(|last| *due < last))
}

fn packs<'a>(plan: &'a Plan, catalog: &'a Catalog) -> impl Iterator<Item = &'a RulePack> {
    plan.coverage.iter().filter_map(|payer| catalog.packs.get(payer.pack.as_ref()?))
}

/// The strictest pack speaks for all.
fn plan_due(plan: &Plan, catalog: &Catalog) -> Option<Due> {
    if plan.course.standing != Standing::Draft {
        return None;
    }
    let first = starts(plan)?;
    let dues = packs(plan, catalog).filter_map(|pack| Some((due_on(plan, first, pack.plan_due?)?, pack)));
    let (on, pack) = dues.min_by_key(|(on, _)| *on)?;
    Some(Due { on, what: DueKind::Plan(pack.slug.clone()) })
}

fn signatures(plan: &Plan) -> Vec<Due> {
    let Standing::InEffect(since) = plan.course.standing else { return Vec::new() };
    // The person and those who consent sign in any case; who else does, the clinic decides.
    let owes = |signer: &Signer| match signer.role {
        SignerRole::Person | SignerRole::Guardian => !signer.has_answered(plan),
        SignerRole::Clinician | SignerRole::Supervisor | SignerRole::Physician => false,
    };
    let on = days_after(since, DAYS_TO_SIGN);
    let owed = signers(plan).into_iter().filter(|signer| owes(signer) || signer.awaited(plan).is_some());
    owed.map(|signer| Due { on, what: DueKind::Signature(signer.role) }).collect()
}

/// Each review from the day after the one before it, so that overdue ones and the next one are told; one that a pack
/// asks for before them.
fn reviews(plan: &Plan, catalog: &Catalog) -> Vec<Ahead> {
    let mut ahead: Vec<(Date, ReviewId)> =
        plan.course.reviews.iter().filter(|review| review.held.is_none()).map(|r| (r.due, r.id)).collect();
    ahead.sort_unstable();
    let before = |on: Date| ahead.iter().map(|(due, _)| *due).rfind(|due| *due < on);
    let mut all: Vec<Ahead> = Vec::new();
    for (on, id) in &ahead {
        let from = before(*on).map(|before| days_after(before, 1));
        all.push(Ahead { from, ..Ahead::always(Due { on: *on, what: DueKind::Review(*id) }) });
    }
    let asked = packs(plan, catalog).filter_map(|pack| Some((next_review(plan, pack)?, pack)));
    if let Some((on, pack)) = asked.min_by_key(|(on, _)| *on).filter(|(on, _)| ahead.iter().all(|(due, _)| due > on)) {
        all.push(Ahead::always(Due { on, what: DueKind::ReviewAsked(pack.slug.clone()) }));
    }
    all
}

fn payers(plan: &Plan) -> Vec<Ahead> {
    let last = ends(plan);
    let all = plan.coverage.iter().flat_map(|payer| payer.authorizations.iter().map(|a| (payer.id, a)));
    let dues = all.flat_map(|(payer, authorization)| {
        let (id, from) = (authorization.id, Some(authorization.from));
        let is_last = !plan
            .coverage
            .iter()
            .filter(|other| other.id == payer)
            .flat_map(|p| &p.authorizations)
            .any(|other| other.to > authorization.to);
        let ends = Some(authorization.to).filter(|to| is_last && last.is_some_and(|last| *to < last));
        let looks = authorization.next_review.map(|on| Due { on, what: DueKind::PayerReview(payer, id) });
        let ends = ends.map(|on| Due { on, what: DueKind::AuthorizationEnds(payer, id) });
        [
            looks.map(|due| Ahead { due, from, until: Some(authorization.to) }),
            ends.map(|due| Ahead { due, from, until: None }),
        ]
    });
    dues.flatten().collect()
}

fn measures(plan: &Plan, catalog: &Catalog) -> Vec<Due> {
    let all = series(plan, catalog);
    // Rated at every session: no date of its own.
    let spaced = all.iter().filter(|s| s.measure.is_some_and(|measure| measure.every_days != Some(1)));
    spaced.filter_map(|s| Some(Due { on: s.next_due()?, what: DueKind::Measure(s.slug.clone()) })).collect()
}
