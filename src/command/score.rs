//! `score`: enters a result of a measure, and says what it means.

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::{Desk, Folder, Outcome, PlanFile, Tongue, open};
use crate::base::{Date, GoalId, Language, ObjectiveId, ResultId, Score as Points, Slug};
use crate::catalog::{Catalog, Measure};
use crate::plan::{CourseEdit, Edit, ListEdit, MeasureResult, Plan, Rated, SafetyAnswer, apply};
use crate::progress;
use crate::wording::{progress as say, report};

#[derive(Debug, Args)]
pub(super) struct Score {
    #[command(flatten)]
    file: PlanFile,
    /// The measure, as in phq-9
    #[arg(long, value_name = "SLUG")]
    measure: String,
    /// The total; left out for a form that is not complete, which is not scored
    #[arg(long, value_name = "POINTS", value_parser = points, required_unless_present = "item9", allow_hyphen_values = true)]
    total: Option<Points>,
    /// The answer to the question about safety; not asked if left out
    #[arg(long, alias = "safety", value_name = "POINTS", value_parser = points)]
    item9: Option<Points>,
    /// When it was completed, as YYYY-MM-DD; today if left out
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    /// The language of the form, as in es-US; that of the person if left out
    #[arg(long, value_name = "TAG")]
    form_language: Option<String>,
    /// What was done about an alert
    #[arg(long, value_name = "TEXT", default_value = "")]
    action: String,
    /// A note
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
    /// The number of the goal that was rated, for goal attainment scaling
    #[arg(long, value_name = "NUMBER", conflicts_with = "objective")]
    goal: Option<u32>,
    /// The number of the objective that was rated, for a scale of one’s own
    #[arg(long, value_name = "NUMBER")]
    objective: Option<u32>,
    /// Where to write the plan; the plan itself, or a new file
    #[arg(long, value_name = "PLAN.plan.ron")]
    out: PathBuf,
    /// Replace another plan file if it exists
    #[arg(long)]
    replace: bool,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
    #[command(flatten)]
    folder: Folder,
}

fn points(text: &str) -> Result<Points, String> {
    let number: f64 = text.parse().map_err(|error: core::num::ParseFloatError| error.to_string())?;
    Points::from_decimal(number).map_err(|error| error.to_string())
}

pub(super) fn run(asked: &Score, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let language = asked.language.into();
    let catalog = open::catalog(&asked.folder, desk)?;
    let Some(mut opened) = open::to_change(&asked.file, desk)? else { return Ok(Outcome::CouldNot) };
    let plan = &mut opened.plan;
    let date = asked.date.unwrap_or(desk.today);
    let measure = Slug::new(&asked.measure).ok().and_then(|slug| catalog.measures.get(&slug));
    let Some(measure) = measure else {
        writeln!(desk.err, "{}", say::unknown_measure(&asked.measure, &catalog, language))?;
        return Ok(Outcome::CouldNot);
    };
    if let Some(why) = refused(asked, plan, measure, date, language) {
        writeln!(desk.err, "{why}")?;
        return Ok(Outcome::CouldNot);
    }
    let edit = Edit::Course(CourseEdit::Result(ListEdit::Add(result(asked, plan, measure, date))));
    let added = match apply(plan, &edit) {
        Ok(applied) => applied.added,
        Err(refusal) => {
            writeln!(desk.err, "{}", report::refused(&refusal, language))?;
            return Ok(Outcome::CouldNot);
        }
    };
    let told = told(plan, &catalog, added.map(ResultId), language);
    if !open::save(opened, &asked.file, &asked.out, asked.replace.into(), desk)? {
        return Ok(Outcome::CouldNot);
    }
    for line in told {
        writeln!(desk.out, "{line}")?;
    }
    Ok(Outcome::Done)
}

/// Why a result is not one of this measure or of this person.
fn refused(asked: &Score, plan: &Plan, measure: &Measure, date: Date, language: Language) -> Option<String> {
    if let Some(age) = plan.person.age_on(date).filter(|age| !measure.ages.include(*age)) {
        return Some(say::wrong_age(measure, age, language));
    }
    if asked.total.is_some_and(|total| !measure.allows(total)) {
        return Some(say::impossible(measure, language));
    }
    let answer = asked.item9?;
    match &measure.safety {
        None => Some(say::no_safety_item(measure, language)),
        Some(item) if answer < Points::default() || answer > item.most => {
            Some(say::impossible_answer(measure, item.most, language))
        }
        Some(_) => None,
    }
}

fn result(asked: &Score, plan: &Plan, measure: &Measure, date: Date) -> MeasureResult {
    let goal = asked.goal.map(|number| Rated::Goal(GoalId(number)));
    MeasureResult {
        id: ResultId::default(),
        measure: measure.slug.clone(),
        name: measure.name.clone(),
        version: measure.version.clone(),
        language: asked.form_language.clone().unwrap_or_else(|| plan.person.language.clone()),
        date,
        total: asked.total,
        safety: measure.safety.as_ref().map(|item| {
            // Where the whole measure is about safety, its total is the answer.
            let answer = asked.item9.or(asked.total.filter(|_| item.item == 0));
            answer.map_or(SafetyAnswer::NotAsked, SafetyAnswer::Answered)
        }),
        alert_action: asked.action.clone(),
        in_error: None,
        note: asked.note.clone(),
        about: goal.or(asked.objective.map(|number| Rated::Objective(ObjectiveId(number)))),
    }
}

fn told(plan: &Plan, catalog: &Catalog, added: Option<ResultId>, language: Language) -> Vec<String> {
    let Some(result) = plan.course.results.iter().find(|result| Some(result.id) == added) else { return Vec::new() };
    let all = progress::series(plan, catalog);
    let mine = all.iter().find(|series| series.points.iter().any(|point| point.result == result.id));
    let mut lines: Vec<String> = mine.map(|series| say::last_score(series, language)).into_iter().collect();
    let Some(measure) = catalog.measures.get(&result.measure) else { return lines };
    if let Some(item) = &measure.safety
        && progress::safety_answer(result, item).is_none()
    {
        lines.push(say::not_asked(measure, language));
    }
    lines.extend(progress::raised(result, measure).map(|alert| say::alert(&alert, plan, language)));
    lines
}
