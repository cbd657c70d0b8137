//! What the library suggests for this person: needs, goals and objectives with their measures, figures and dates.

use crate::base::{Date, Direction, NeedId, ObjectiveId, Score, Slug, week_of};
use crate::catalog::{Catalog, GoalTemplate, Measure, ObjectiveTemplate, PresentingNeed, TargetTemplate};
use crate::plan::{
    Edit, Gauge, Goal, ListEdit, MeasureResult, ModuleEdit, Need, NeedStanding, Objective, ObjectiveStatus, Plan,
    Severity, apply, ends, starts,
};

/// A need of the library beside the plan that takes from it.
#[derive(Clone, Copy, Debug)]
pub struct Suggest<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The catalog that the need is from.
    pub catalog: &'a Catalog,
    /// The need.
    pub library: &'a PresentingNeed,
    /// The day from which weeks are counted where the plan has no stay yet; without it, and without a stay, there are
    /// no objectives.
    pub today: Option<Date>,
}

/// A goal of the library for this person, and for each of its objectives the modules that work on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedGoal {
    /// The goal; its own words are the library's, to talk about.
    pub goal: Goal,
    /// Modules by objective.
    pub modules: Vec<Vec<Slug>>,
}

impl<'a> Suggest<'a> {
    /// The need as the library words it, without evidence.
    pub fn need(&self) -> Need {
        Need {
            id: NeedId::default(),
            slug: Some(self.library.slug.clone()),
            problem: self.library.name.en.clone(),
            plain: self.library.plain_name.get(self.plan.language()).to_owned(),
            evidence: String::new(),
            severity: Severity::Moderate,
            standing: NeedStanding::Addressed,
        }
    }

    /// A goal with the objectives that suit this person. Baselines of ratings and counts come as number of the
    /// objective in the template, from 1, and figure.
    pub fn goal(&self, template: &GoalTemplate, needs: Vec<NeedId>, baselines: &[(u8, u16)]) -> SuggestedGoal {
        let objectives = (1..).zip(&template.objectives).filter_map(|(number, template)| {
            let baseline = baselines.iter().find(|(n, _)| *n == number).map(|(_, figure)| *figure);
            Some((self.objective(template, baseline)?, template.modules.clone()))
        });
        let (objectives, modules) = objectives.unzip();
        let goal = Goal {
            id: crate::base::GoalId::default(),
            needs,
            own_words: template.own_words.get(self.plan.language()).to_owned(),
            language: self.plan.person.language.clone(),
            rendering: None,
            clinical: template.clinical.en.clone(),
            objectives,
        };
        SuggestedGoal { goal, modules }
    }

    /// An objective for this person; `None` where its measure does not suit or the target is already reached.
    pub fn objective(&self, template: &ObjectiveTemplate, baseline: Option<u16>) -> Option<Objective> {
        let mut clinical = template.clinical.en.clone();
        let gauge = match &template.target {
            TargetTemplate::Score { measure: slug, reach } => {
                let measure = self.suitable(slug)?;
                if let Some(named) = self.catalog.measures.get(slug) {
                    clinical = clinical.replace(&named.name, &measure.name);
                }
                reach_gauge(self.plan, measure, *reach)?
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
            plain: template.plain.get(self.plan.language()).to_owned(),
            clinical,
            gauge,
            target_date: target_date(self.plan, self.today, template.weeks)?,
            status: ObjectiveStatus::NotStarted,
        })
    }

    /// The measure itself if it is for this age, or one of the need's measures with the same bands that is.
    fn suitable(&self, slug: &Slug) -> Option<&'a Measure> {
        let catalog: &'a Catalog = self.catalog;
        let measure = catalog.measures.get(slug)?;
        let Some(age) = starts(self.plan).and_then(|first| self.plan.person.age_on(first)) else {
            return Some(measure);
        };
        if measure.ages.include(age) {
            return Some(measure);
        }
        let others = self.library.measures.iter().filter_map(|slug| catalog.measures.get(slug));
        { others }.find(|other| {
            other.ages.include(age)
                && (other.least, other.most, &other.bands) == (measure.least, measure.most, &measure.bands)
        })
    }

    /// The changes that take a goal over for a need and link its objectives to the modules that the plan has.
    pub fn take_goal(&self, template: &GoalTemplate, need: NeedId) -> Vec<Edit> {
        let mut trial = Trial { plan: self.plan.clone(), edits: Vec::new() };
        trial.take(self.goal(template, vec![need], &[]));
        trial.edits
    }

    /// The changes that take an objective over into a goal and link it to the modules that the plan has.
    pub fn take_objective(&self, template: &ObjectiveTemplate, goal: crate::base::GoalId) -> Vec<Edit> {
        let mut trial = Trial { plan: self.plan.clone(), edits: Vec::new() };
        let objective = self.objective(template, None);
        let added = objective.and_then(|objective| trial.make(Edit::Objectives(goal, ListEdit::Add(objective))));
        if let Some(id) = added {
            trial.link(&[(ObjectiveId(id), template.modules.clone())]);
        }
        trial.edits
    }
}

/// The changes that give every addressed need without a goal the library's first one.
pub fn goals_for_needs(plan: &Plan, catalog: &Catalog, today: Option<Date>) -> Vec<Edit> {
    let mut trial = Trial { plan: plan.clone(), edits: Vec::new() };
    for (need, library) in needs_without_goal(plan, catalog) {
        let Some(template) = library.goals.first() else { continue };
        let suggested = Suggest { plan, catalog, library, today }.goal(template, vec![need.id], &[]);
        trial.take(suggested);
    }
    trial.edits
}

/// Addressed needs of the library that no goal answers.
pub fn needs_without_goal<'a>(
    plan: &'a Plan,
    catalog: &'a Catalog,
) -> impl Iterator<Item = (&'a Need, &'a PresentingNeed)> {
    let bare = |need: &&Need| {
        need.standing == NeedStanding::Addressed && !plan.goals.iter().any(|goal| goal.needs.contains(&need.id))
    };
    plan.needs.iter().filter(bare).filter_map(|need| Some((need, catalog.needs.get(need.slug.as_ref()?)?)))
}

/// A plan on which changes are tried, so that later ones can name what earlier ones add.
struct Trial {
    plan: Plan,
    edits: Vec<Edit>,
}

impl Trial {
    fn make(&mut self, edit: Edit) -> Option<u32> {
        let applied = apply(&mut self.plan, &edit).ok()?;
        self.edits.push(edit);
        applied.added
    }

    fn take(&mut self, SuggestedGoal { goal, modules }: SuggestedGoal) {
        let Some(id) = self.make(Edit::Goals(ListEdit::Add(goal))) else { return };
        let added = self.plan.goal(crate::base::GoalId(id)).map(|goal| goal.objectives.clone()).unwrap_or_default();
        let links: Vec<_> = added.into_iter().map(|objective| objective.id).zip(modules).collect();
        self.link(&links);
    }

    fn link(&mut self, links: &[(ObjectiveId, Vec<Slug>)]) {
        for module in self.plan.modules.clone() {
            let fit = links.iter().filter(|(_, slugs)| slugs.contains(&module.slug)).map(|(id, _)| *id);
            let linked: Vec<ObjectiveId> = module.objectives.iter().copied().chain(fit).collect();
            if linked.len() > module.objectives.len() {
                self.make(Edit::Module(module.id, ModuleEdit::Objectives(linked)));
            }
        }
    }
}

/// The latest result of a measure that has a total and was not entered in error.
pub fn latest_score<'a>(plan: &'a Plan, measure: &Slug) -> Option<(&'a MeasureResult, Score)> {
    let results = plan.course.results.iter().filter(|result| result.measure == *measure && result.in_error.is_none());
    results.filter_map(|result| Some((result, result.total?))).max_by_key(|(result, _)| result.date)
}

/// A score of a measure as a gauge for this person: from the latest result to where it should go.
pub fn score_gauge(plan: &Plan, measure: &Measure) -> Gauge {
    let baseline = latest_score(plan, &measure.slug).map(|(_, total)| total);
    gauge(measure, baseline, aim(measure, baseline))
}

fn reach_gauge(plan: &Plan, measure: &Measure, reach: Score) -> Option<Gauge> {
    let baseline = latest_score(plan, &measure.slug).map(|(_, total)| total);
    let ahead = baseline.is_none_or(|now| is_better(measure.direction, reach, now));
    ahead.then(|| gauge(measure, baseline, reach))
}

fn gauge(measure: &Measure, baseline: Option<Score>, target: Score) -> Gauge {
    Gauge::Score {
        measure: measure.slug.clone(),
        name: measure.name.clone(),
        direction: measure.direction,
        baseline,
        target,
    }
}

fn is_better(direction: Direction, one: Score, than: Score) -> bool {
    match direction {
        Direction::LowerIsBetter => one < than,
        Direction::HigherIsBetter => one > than,
    }
}

/// Where a score should go: to recovery and better by what is more than chance, as far as the measure knows either;
/// else to the end of the best band.
pub fn aim(measure: &Measure, baseline: Option<Score>) -> Score {
    let ahead = |score: &Score| baseline.is_none_or(|now| is_better(measure.direction, *score, now));
    let change = measure.change.as_ref();
    let recovered = change.and_then(|change| change.recovered);
    let reliable = baseline.zip(change).map(|(now, change)| better_by(measure, now, change.reliable));
    let best = measure.bands.iter().min_by_key(|band| band.level).map(|band| match measure.direction {
        Direction::LowerIsBetter => band.to,
        Direction::HigherIsBetter => band.from,
    });
    let both = [recovered, reliable].into_iter().flatten().filter(ahead);
    let known = match measure.direction {
        Direction::LowerIsBetter => both.min(),
        Direction::HigherIsBetter => both.max(),
    };
    known.or_else(|| best.filter(ahead)).unwrap_or(match measure.direction {
        Direction::LowerIsBetter => measure.least,
        Direction::HigherIsBetter => measure.most,
    })
}

fn better_by(measure: &Measure, from: Score, points: Score) -> Score {
    let (from, points) = (from.hundredths(), points.hundredths());
    let to = match measure.direction {
        Direction::LowerIsBetter => from.saturating_sub(points),
        Direction::HigherIsBetter => from.saturating_add(points),
    };
    Score::from_hundredths(to).clamp(measure.least, measure.most)
}

/// The Friday of the week in which an objective should be met, within the stay; without a stay, counted from today.
pub fn target_date(plan: &Plan, today: Option<Date>, weeks: u8) -> Option<Date> {
    let days = i64::from(weeks) * 7 - 3;
    let friday = week_of(starts(plan).or(today)?).checked_add(jiff::Span::new().days(days)).ok()?;
    Some(ends(plan).map_or(friday, |end| friday.min(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::builtin;
    use jiff::civil::date;

    #[track_caller]
    fn check(measure: &str, baseline: Option<i16>, expect: i16) {
        let (catalog, _) = builtin();
        let measure = catalog.measures.get(&Slug::new(measure).unwrap()).unwrap();
        assert_eq!(aim(measure, baseline.map(Score::whole)), Score::whole(expect));
    }

    #[test]
    fn a_score_goes_to_recovery_and_beyond_chance() {
        check("phq-9", Some(17), 9);
        check("phq-9", Some(11), 5);
        check("phq-9", Some(3), 0);
        check("phq-9", None, 9);
        check("ors", Some(18), 23);
        check("ors", Some(38), 40);
        check("ymrs", Some(30), 12);
        check("ymrs", Some(5), 0);
    }

    #[test]
    fn without_a_stay_weeks_are_counted_from_today() {
        let plan = Plan::default();
        assert_eq!(target_date(&plan, Some(date(2026, 11, 18)), 2), Some(date(2026, 11, 27)));
        assert_eq!(target_date(&plan, None, 2), None);
    }
}
