//! From an intake to a complete first plan: goals, objectives, modules and a calendar.

mod basis;
mod choice;
mod fit;
mod hours;
mod intake;
mod links;
mod modules;
mod person;
pub mod stay;
mod suggest;
mod thread;

pub use basis::Basis;
pub use fit::{Fit, Hindrance, Rank, fits};
pub use hours::{Amount, aimed_at, amount, main_segment, room, weekly};
pub use intake::{GoalRequest, Intake, NeedRequest, PayerRequest, ScoreEntry, SegmentRequest, Signer};
pub use links::{links, team};
pub use modules::{Suggested, suggest};
pub use suggest::{
    Suggest, SuggestedGoal, aim, goals_for_needs, latest_score, needs_without_goal, score_gauge, target_date,
};

use crate::base::{Date, ModuleId, Slug, days_between};
use crate::catalog::{Catalog, Clinic, Due};
use crate::plan::{
    CourseEdit, Edit, LeavingEdit, ListEdit, MeasureResult, Plan, Refusal, Review, SafetyAnswer, SignOff, apply, ends,
    starts,
};
use crate::schedule::{Booking, Taken};

/// A drafted plan and what the draft could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The plan.
    pub plan: Plan,
    /// Modules that got fewer sessions than prescribed, with the number that found no place.
    pub owed: Vec<(ModuleId, u16)>,
    /// Modules that were asked for or suggested but cannot be given.
    pub left_out: Vec<LeftOut>,
}

/// A module that the draft had to leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The module.
    pub module: Slug,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a module was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// It is for other ages.
    Age,
    /// It is a group, and the clinic runs none in the stay's tracks.
    NoGroup,
    /// Nobody on the staff may lead it.
    NoStaff,
    /// No session of it found a place in the person's hours.
    NoPlace,
}

/// Why no plan could be drafted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The intake names a catalog entry that does not exist.
    #[error("`{field}` names `{slug}`, which is not in the catalog")]
    Unknown {
        /// Where in the intake.
        field: String,
        /// What it names.
        slug: Slug,
    },
    /// The intake names a goal that the need does not have.
    #[error("`{field}` is {number}, but the library has {goals} goals for this need")]
    NoSuchGoal {
        /// Where in the intake.
        field: String,
        /// The number named.
        number: u8,
        /// How many there are.
        goals: usize,
    },
    /// The intake asks for no stay.
    #[error("`stay` is empty: name at least one segment with its first day, weeks and days")]
    NoStay,
    /// A segment has no program day.
    #[error("`{field}` has no program day within its weeks")]
    EmptySegment {
        /// Where in the intake.
        field: String,
    },
    /// The intake contradicts itself.
    #[error("the intake contradicts itself: {0:?}")]
    Refused(Refusal),
}

impl From<Refusal> for DraftError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Drafts a plan.
///
/// # Errors
/// When the intake names what the catalog does not have, or contradicts itself.
pub fn draft(intake: &Intake, catalog: &Catalog) -> Result<Draft, DraftError> {
    draft_beside(intake, catalog, &[])
}

/// Drafts a plan beside others, which hold places in the clinic's groups.
///
/// # Errors
/// When the intake names what the catalog does not have, or contradicts itself.
pub fn draft_beside(intake: &Intake, catalog: &Catalog, others: &[Booking<'_>]) -> Result<Draft, DraftError> {
    let clinic = known(&catalog.clinics, "clinic", &intake.clinic)?;
    let mut plan = Plan::default();
    person::enter(&mut plan, intake)?;
    enter_stay(&mut plan, intake, clinic)?;
    let program = stay::program(clinic, &plan.segments);
    make(&mut plan, &Edit::Program(program))?;
    enter_coverage(&mut plan, intake, catalog, clinic)?;
    enter_scores(&mut plan, intake, catalog)?;
    let taken = Taken::beside(&plan, None, others);
    let links = thread::enter(&mut plan, intake, catalog)?;
    let (owed, left_out) =
        modules::enter(&mut plan, &modules::Request { intake, catalog, clinic, links: &links, taken: &taken })?;
    enter_leaving(&mut plan, intake, catalog)?;
    Ok(Draft { plan, owed, left_out })
}

fn make(plan: &mut Plan, edit: &Edit) -> Result<Option<u32>, DraftError> {
    Ok(apply(plan, edit)?.added)
}

fn known<'a, T>(
    list: &'a std::collections::BTreeMap<Slug, T>,
    field: impl Into<String>,
    slug: &Slug,
) -> Result<&'a T, DraftError> {
    list.get(slug).ok_or_else(|| DraftError::Unknown { field: field.into(), slug: slug.clone() })
}

fn enter_stay(plan: &mut Plan, intake: &Intake, clinic: &Clinic) -> Result<(), DraftError> {
    if intake.stay.is_empty() {
        return Err(DraftError::NoStay);
    }
    for (i, request) in intake.stay.iter().enumerate() {
        let field = format!("stay[{i}]");
        let track = clinic
            .track(&request.track)
            .ok_or_else(|| DraftError::Unknown { field: format!("{field}.track"), slug: request.track.clone() })?;
        let segment = stay::segment(request, track).ok_or(DraftError::EmptySegment { field })?;
        make(plan, &Edit::Segment(ListEdit::Add(segment)))?;
    }
    make(plan, &Edit::EarlierStay(intake.earlier_stay.clone()))?;
    Ok(())
}

fn enter_coverage(plan: &mut Plan, intake: &Intake, catalog: &Catalog, clinic: &Clinic) -> Result<(), DraftError> {
    for (i, request) in intake.coverage.iter().enumerate() {
        let pack = match &request.pack {
            Some(slug) => Some(known(&catalog.packs, format!("coverage[{i}].pack"), slug)?),
            None => None,
        };
        let payer = crate::plan::Payer {
            id: crate::base::PayerId::default(),
            name: request.name.clone(),
            member_number: request.member_number.clone(),
            pack: request.pack.clone(),
            counts_as: stay::counts_as(pack, Some(clinic)),
            authorizations: Vec::new(),
        };
        let id = make(plan, &Edit::Payer(ListEdit::Add(payer)))?.unwrap_or_default();
        for authorization in &request.authorizations {
            let add = ListEdit::Add(authorization.clone());
            make(plan, &Edit::Authorization(crate::base::PayerId(id), add))?;
        }
    }
    Ok(())
}

fn enter_scores(plan: &mut Plan, intake: &Intake, catalog: &Catalog) -> Result<(), DraftError> {
    for (i, score) in intake.scores.iter().enumerate() {
        let measure = known(&catalog.measures, format!("scores[{i}].measure"), &score.measure)?;
        let safety =
            measure.safety.as_ref().map(|_| score.safety.map_or(SafetyAnswer::NotAsked, SafetyAnswer::Answered));
        let result = MeasureResult {
            id: crate::base::ResultId::default(),
            measure: measure.slug.clone(),
            name: measure.name.clone(),
            version: measure.version.clone(),
            language: plan.person.language.clone(),
            date: score.date,
            total: Some(score.total),
            safety,
            alert_action: score.action.clone(),
            in_error: None,
            note: String::new(),
            about: None,
        };
        make(plan, &Edit::Course(CourseEdit::Result(ListEdit::Add(result))))?;
    }
    Ok(())
}

fn enter_leaving(plan: &mut Plan, intake: &Intake, catalog: &Catalog) -> Result<(), DraftError> {
    let expected = intake.leaving.expected.or_else(|| ends(plan));
    make(plan, &Edit::Leaving(LeavingEdit::Expected(expected)))?;
    for due in review_dates(plan, catalog) {
        make(plan, &Edit::Course(CourseEdit::Review(ListEdit::Add(Review::ahead(due)))))?;
    }
    for signer in &intake.signers {
        let (name, standing) = (signer.name.clone(), signer.standing.clone());
        let sign_off = SignOff::awaited(&crate::plan::Signer { role: signer.role, name, standing });
        make(plan, &Edit::Course(CourseEdit::SignOff(ListEdit::Add(sign_off))))?;
    }
    Ok(())
}

/// When reviews are due: as often as the strictest payer's pack asks, and at least every two weeks.
fn review_dates(plan: &Plan, catalog: &Catalog) -> Vec<Date> {
    const USUAL_DAYS: u16 = 14;
    let packs = plan.coverage.iter().filter_map(|payer| catalog.packs.get(payer.pack.as_ref()?));
    let asked = packs.filter_map(|pack| match pack.review_every {
        Some(Due::Days(days)) => Some(days),
        Some(Due::Session(_)) | None => None,
    });
    let every = asked.min().map_or(USUAL_DAYS, |days| days.clamp(1, USUAL_DAYS));
    let (Some(first), Some(last)) = (starts(plan), ends(plan)) else { return Vec::new() };
    let dates = first.series(jiff::Span::new().days(i64::from(every))).skip(1).take_while(|date| *date < last);
    dates.filter(|date| days_between(*date, last) >= 7).collect()
}
