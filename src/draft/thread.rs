//! Enters needs, goals and objectives: the person's words, the library's measures, this person's figures.

use super::{DraftError, GoalRequest, Intake, NeedRequest, known, make};
use crate::base::{Date, Direction, GoalId, Language, NeedId, ObjectiveId, Score, Slug, is_blank, week_of};
use crate::catalog::{Catalog, GoalTemplate, Measure, ObjectiveTemplate, PresentingNeed, TargetTemplate};
use crate::plan::{Edit, Gauge, Goal, ListEdit, Need, NeedStanding, Objective, ObjectiveStatus, Plan, ends, starts};

/// The objectives of a plan, each with the modules that the library says work on it.
pub(super) type Links = Vec<(ObjectiveId, Vec<Slug>)>;

/// Enters the needs of an intake with their goals and objectives.
pub(super) fn enter(plan: &mut Plan, intake: &Intake, catalog: &Catalog) -> Result<Links, DraftError> {
    let mut links = Links::new();
    for (i, request) in intake.needs.iter().enumerate() {
        let field = format!("needs[{i}]");
        let library = known(&catalog.needs, format!("{field}.need"), &request.need)?;
        let need = need(request, library, plan.language());
        let id = NeedId(make(plan, &Edit::Needs(ListEdit::Add(need)))?.unwrap_or_default());
        if request.deferred.is_some() {
            continue;
        }
        for (g, wanted) in goals(request, library, plan).into_iter().enumerate() {
            let at = usize::from(wanted.like).checked_sub(1).and_then(|index| library.goals.get(index));
            let template = at.ok_or_else(|| DraftError::NoSuchGoal {
                field: format!("{field}.goals[{g}].like"),
                number: wanted.like,
                goals: library.goals.len(),
            })?;
            let (goal, modules) = goal(plan, id, &wanted, template, &Measures::new(library, catalog, plan));
            let id = GoalId(make(plan, &Edit::Goals(ListEdit::Add(goal)))?.unwrap_or_default());
            let added = plan.goal(id).map(|goal| goal.objectives.iter().map(|objective| objective.id));
            links.extend(added.into_iter().flatten().zip(modules));
        }
    }
    Ok(links)
}

fn need(request: &NeedRequest, library: &PresentingNeed, language: Language) -> Need {
    let problem = if is_blank(&request.problem) { &library.name.en } else { &request.problem };
    Need {
        id: NeedId::default(),
        slug: Some(library.slug.clone()),
        problem: problem.clone(),
        plain: library.plain_name.get(language).to_owned(),
        evidence: request.evidence.clone(),
        severity: request.severity,
        standing: request.deferred.clone().map_or(NeedStanding::Addressed, NeedStanding::Deferred),
    }
}

/// What the person wants; where they have not said, the library's first goal to talk about.
fn goals(request: &NeedRequest, library: &PresentingNeed, plan: &Plan) -> Vec<GoalRequest> {
    if !request.goals.is_empty() {
        return request.goals.clone();
    }
    let first = library.goals.first();
    let own_words = first.map(|goal| goal.own_words.get(plan.language()).to_owned()).unwrap_or_default();
    vec![GoalRequest { own_words, like: 1, baselines: Vec::new(), rendering: None }]
}

fn goal(
    plan: &Plan,
    need: NeedId,
    wanted: &GoalRequest,
    template: &GoalTemplate,
    measures: &Measures<'_>,
) -> (Goal, Vec<Vec<Slug>>) {
    let objectives = (1..).zip(&template.objectives).filter_map(|(number, template)| {
        let baseline = wanted.baselines.iter().find(|(n, _)| *n == number).map(|(_, figure)| *figure);
        Some((objective(plan, template, baseline, measures)?, template.modules.clone()))
    });
    let (objectives, modules) = objectives.unzip();
    let goal = Goal {
        id: GoalId::default(),
        needs: vec![need],
        own_words: wanted.own_words.clone(),
        language: plan.person.language.clone(),
        rendering: wanted.rendering.clone(),
        clinical: template.clinical.en.clone(),
        objectives,
    };
    (goal, modules)
}

/// What decides which measure suits.
struct Measures<'a> {
    library: &'a PresentingNeed,
    catalog: &'a Catalog,
    age: Option<u8>,
}

impl<'a> Measures<'a> {
    fn new(library: &'a PresentingNeed, catalog: &'a Catalog, plan: &Plan) -> Self {
        Self { library, catalog, age: starts(plan).and_then(|first| plan.person.age_on(first)) }
    }

    /// The measure itself if it is for this age, or one of the need's measures with the same bands that is.
    fn suitable(&self, slug: &Slug) -> Option<&Measure> {
        let measure = self.catalog.measures.get(slug)?;
        let Some(age) = self.age else { return Some(measure) };
        if measure.ages.include(age) {
            return Some(measure);
        }
        let others = self.library.measures.iter().filter_map(|slug| self.catalog.measures.get(slug));
        { others }.find(|other| {
            other.ages.include(age)
                && (other.least, other.most, &other.bands) == (measure.least, measure.most, &measure.bands)
        })
    }
}

/// The objective for this person; `None` where its measure does not suit or the target is already reached.
fn objective(
    plan: &Plan,
    template: &ObjectiveTemplate,
    baseline: Option<u16>,
    measures: &Measures<'_>,
) -> Option<Objective> {
    let mut clinical = template.clinical.en.clone();
    let gauge = match &template.target {
        TargetTemplate::Score { measure: slug, reach } => {
            let measure = measures.suitable(slug)?;
            if let Some(named) = measures.catalog.measures.get(slug) {
                clinical = clinical.replace(&named.name, &measure.name);
            }
            score(plan, measure, *reach)?
        }
        TargetTemplate::Rating { of, ends, from: _, reach } => Gauge::Rating {
            of: of.clone(),
            ends: ends.clone(),
            baseline: baseline.and_then(|figure| u8::try_from(figure).ok()),
            target: *reach,
        },
        TargetTemplate::Count { of, days, from: _, reach } => {
            Gauge::Count { of: of.clone(), days: *days, baseline, target: *reach }
        }
        TargetTemplate::Milestone { proof } => Gauge::Milestone { proof: proof.clone() },
    };
    Some(Objective {
        id: ObjectiveId::default(),
        plain: template.plain.get(plan.language()).to_owned(),
        clinical,
        gauge,
        target_date: target_date(plan, template.weeks)?,
        status: ObjectiveStatus::NotStarted,
    })
}

fn score(plan: &Plan, measure: &Measure, reach: Score) -> Option<Gauge> {
    let results = plan.course.results.iter().filter(|result| result.measure == measure.slug);
    let baseline = results.max_by_key(|result| result.date).and_then(|result| result.total);
    let reached = baseline.is_some_and(|now| match measure.direction {
        Direction::LowerIsBetter => now <= reach,
        Direction::HigherIsBetter => now >= reach,
    });
    (!reached).then(|| Gauge::Score {
        measure: measure.slug.clone(),
        name: measure.name.clone(),
        direction: measure.direction,
        baseline,
        target: reach,
    })
}

/// The Friday of the week in which an objective should be met, within the stay.
fn target_date(plan: &Plan, weeks: u8) -> Option<Date> {
    let days = i64::from(weeks) * 7 - 3;
    let friday = week_of(starts(plan)?).checked_add(jiff::Span::new().days(days)).ok()?;
    Some(friday.min(ends(plan)?))
}
