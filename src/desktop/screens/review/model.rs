//! What the review derives from a plan once for each state of it: what is due, delivered, proposed and changed.

use std::cell::OnceCell;

use crate::base::{Date, Language, PackKind, Slug, days_after};
use crate::catalog::Catalog;
use crate::catalog::Measure;
use crate::history::{Effect, Mark, diff};
use crate::plan::{Gauge, Plan, Rated, Review, SessionStatus, Standing};
use crate::progress::{
    Alert, Asked, AuthorizationUse, DeliveredWeek, Due, DueKind, MakeUp, Pace, Proposal, authorizations, due, make_ups,
    open_alerts, paces, proposals, series, statements_asked, weeks_delivered,
};
use crate::wording::changes::{self, Group, Voice};

/// A measure, or a scale about one goal or objective.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scale {
    /// The measure's slug.
    pub slug: Slug,
    /// What it rates, where it is about one thing.
    pub about: Option<Rated>,
}

/// A measure of the plan and when it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub scale: Scale,
    /// When it is due; `None` where it was taken and is not usual again.
    pub due: Option<Date>,
}

/// Everything that the review derives.
#[derive(Debug)]
pub struct ReviewModel {
    /// Whether the plan is in effect as it stands.
    pub effect: Effect,
    /// Answers about safety that nobody has acted on.
    pub alerts: Vec<Alert>,
    /// The plan's measures, those that are due first.
    pub rows: Vec<Row>,
    /// Weeks as delivered.
    pub weeks: Vec<DeliveredWeek>,
    /// Authorizations as used.
    pub authorizations: Vec<AuthorizationUse>,
    /// How far modules are.
    pub paces: Vec<Pace>,
    /// Where missed sessions could be held again.
    pub make_ups: Vec<MakeUp>,
    /// What measures say of objectives.
    pub proposals: Vec<Proposal>,
    /// What packs ask a review to state.
    pub asked: Vec<Asked>,
    /// Certifications by a physician that are due soon.
    pub certifications: Vec<Due>,
    changes: [OnceCell<Vec<Group>>; 2],
}

/// Derives it all.
pub fn derive(plan: &Plan, catalog: &Catalog, signed: Option<(Mark, &Plan)>, today: Date) -> ReviewModel {
    let counts_as = plan.coverage.first().map_or(PackKind::LevelOfCare, |payer| payer.counts_as);
    ReviewModel {
        effect: signed.map_or(Effect::Draft, |(mark, signed)| Effect::since(mark, signed, plan)),
        alerts: open_alerts(plan, catalog),
        rows: rows(plan, catalog, today),
        weeks: weeks_delivered(plan, counts_as, today),
        authorizations: authorizations(plan, today),
        paces: paces(plan, today),
        make_ups: make_ups(plan, catalog, today),
        proposals: proposals(plan, catalog),
        asked: statements_asked(plan, catalog),
        certifications: certifications(plan, catalog, today),
        changes: [OnceCell::new(), OnceCell::new()],
    }
}

/// So many days before its day a certification is spoken of.
const CERTIFY_AHEAD: u16 = 14;

fn certifications(plan: &Plan, catalog: &Catalog, today: Date) -> Vec<Due> {
    let soon = days_after(today, CERTIFY_AHEAD);
    let is_soon = |due: &Due| matches!(due.what, DueKind::Certification(_)) && due.on <= soon;
    due(plan, catalog, today).into_iter().filter(is_soon).collect()
}

/// The review under way or ahead: the first one that was not held, once the plan is in effect.
pub fn current(plan: &Plan) -> Option<&Review> {
    let running = plan.course.standing != Standing::Draft;
    let open = plan.course.reviews.iter().filter(|review| running && review.held.is_none());
    open.min_by_key(|review| (review.due, review.id))
}

/// Whether a review is due by a day.
pub fn is_due(plan: &Plan, today: Date) -> bool {
    plan.leaving.discharge.is_none() && current(plan).is_some_and(|review| review.due <= today)
}

impl ReviewModel {
    /// Sessions up to a day that nobody has marked.
    pub fn unmarked(plan: &Plan, today: Date) -> usize {
        plan.sessions.iter().filter(|s| s.status == SessionStatus::Planned && s.date < today).count()
    }

    /// Measures that are due by a day.
    pub fn due(&self, today: Date) -> usize {
        self.rows.iter().filter(|row| row.is_due(today)).count()
    }

    /// What changed since a plan was signed, in words; told once for each state.
    pub fn changes(&self, signed: &Plan, now: &Plan, language: Language) -> &[Group] {
        let [english, spanish] = &self.changes;
        let cell = match language {
            Language::English => english,
            Language::Spanish => spanish,
        };
        cell.get_or_init(|| lines(signed, now, language))
    }
}

impl Row {
    /// Whether it is due by a day.
    pub fn is_due(&self, today: Date) -> bool {
        self.due.is_some_and(|due| due <= today)
    }
}

/// What changed from one plan to another for the record, with the reasons.
pub fn lines(from: &Plan, to: &Plan, language: Language) -> Vec<Group> {
    changes::groups(&diff(from, to), from, to, Voice::Clinical, language)
}

fn rows(plan: &Plan, catalog: &Catalog, today: Date) -> Vec<Row> {
    let mut rows: Vec<Row> = series(plan, catalog)
        .iter()
        .filter(|series| series.measure.is_some())
        .map(|series| {
            let scale = Scale { slug: series.slug.clone(), about: series.about };
            Row { scale, due: series.next_due() }
        })
        .collect();
    for scale in wanted(plan, catalog, today) {
        if rows.iter().all(|row| row.scale != scale) {
            rows.push(Row { scale, due: Some(today) });
        }
    }
    rows.sort_by_key(|row| !row.is_due(today));
    rows
}

/// What objectives and needs are measured by.
fn wanted(plan: &Plan, catalog: &Catalog, today: Date) -> Vec<Scale> {
    let objectives = plan.goals.iter().flat_map(|goal| &goal.objectives);
    let gauges = objectives.filter_map(|objective| match &objective.gauge {
        Gauge::Score { measure, .. } => Some(Scale { slug: measure.clone(), about: None }),
        Gauge::Rating { .. } => {
            let slug = Slug::new("own-rating").ok()?;
            Some(Scale { slug, about: Some(Rated::Objective(objective.id)) })
        }
        Gauge::Count { .. } | Gauge::Milestone { .. } => None,
    });
    let needs = plan.needs.iter().filter_map(|need| catalog.needs.get(need.slug.as_ref()?));
    let needs = needs.flat_map(|need| need.measures.iter().map(|slug| Scale { slug: slug.clone(), about: None }));
    let age = plan.person.age_on(today);
    let fits = |measure: &Measure| age.is_none_or(|age| measure.ages.include(age));
    let is_one_thing = |measure: &Measure| matches!(measure.slug.as_str(), "gas" | "own-rating");
    let fitting = |scale: &Scale| {
        let measure = catalog.measures.get(&scale.slug);
        measure.is_some_and(|measure| fits(measure) && (scale.about.is_some() || !is_one_thing(measure)))
    };
    gauges.chain(needs).filter(fitting).collect()
}
