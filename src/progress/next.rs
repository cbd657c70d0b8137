//! The review that follows one that is held: as planned, or when a rule pack asks for it, or after two weeks.

use super::due::due_on;
use crate::base::{Date, ReviewId, Slug, days_after};
use crate::catalog::Catalog;
use crate::plan::{CourseEdit, Edit, ListEdit, Plan, Review, ends};

/// Without a rule a review follows after so many days.
const USUAL_DAYS: u16 = 14;

/// When the next review is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextReview {
    /// The day.
    pub on: Date,
    /// What the day rests on.
    pub source: NextSource,
}

/// What the day of the next review rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextSource {
    /// The plan has it already.
    Planned(ReviewId),
    /// This pack asks for it by then.
    Asked(Slug),
    /// Two weeks are usual.
    Usual,
}

/// The review that follows one held on a day; `None` once the stay is over, or where it ends before one is due.
pub fn following(plan: &Plan, catalog: &Catalog, held: Option<ReviewId>, on: Date) -> Option<NextReview> {
    let last = ends(plan).filter(|_| plan.leaving.discharge.is_none())?;
    let ahead = plan.course.reviews.iter().filter(|review| review.held.is_none() && Some(review.id) != held);
    // One that was due by the day on which another was held was held with it.
    let ahead = ahead.filter(|review| held.is_none() || on < review.due);
    let planned = ahead.map(|review| (review.due, review.id)).min();
    let packs = plan.coverage.iter().filter_map(|payer| catalog.packs.get(payer.pack.as_ref()?));
    let dues = packs.filter_map(|pack| Some((due_on(plan, on, pack.review_every?)?, &pack.slug)));
    let asked = dues.filter(|(due, _)| *due < last).min();
    match (planned, asked) {
        (Some((due, id)), asked) if asked.is_none_or(|(asked, _)| due <= asked) => {
            Some(NextReview { on: due, source: NextSource::Planned(id) })
        }
        (_, Some((on, pack))) => Some(NextReview { on, source: NextSource::Asked(pack.clone()) }),
        (_, None) => {
            let usual = days_after(on, USUAL_DAYS);
            (usual < last).then_some(NextReview { on: usual, source: NextSource::Usual })
        }
    }
}

/// The review that is planned for a day after another was held: one that was due by then moves to it, and where there
/// is none, one is added.
pub fn planned_on(plan: &Plan, held: Option<ReviewId>, on: Date) -> Edit {
    let stale = plan.course.reviews.iter().find(|review| {
        let is_other = held.is_some() && Some(review.id) != held;
        let held_on = plan.course.reviews.iter().find(|review| Some(review.id) == held).and_then(|review| review.held);
        is_other && review.held.is_none() && held_on.is_some_and(|held| review.due <= held)
    });
    Edit::Course(CourseEdit::Review(match stale {
        Some(stale) => ListEdit::Replace(Review { due: on, ..stale.clone() }),
        None => ListEdit::Add(Review::ahead(on)),
    }))
}
