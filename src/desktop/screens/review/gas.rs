//! Goal attainment scaling: each goal rated in one of five steps, with one click.

use egui::Ui;

use super::form::Form;
use crate::base::{Id as _, ResultId, Score, Slug};
use crate::catalog::Measure;
use crate::desktop::action::Action;
use crate::desktop::{theme, widgets};
use crate::plan::{CourseEdit, Edit, Goal, ListEdit, MeasureResult, Rated};
use crate::wording::progress::attainment;
use crate::wording::screen::ReviewWords as W;

/// All goals that can be rated.
pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let Some(measure) = Slug::new("gas").ok().and_then(|slug| form.ctx.catalog.measures.get(&slug)) else { return };
    if form.plan().goals.is_empty() {
        return;
    }
    form.heading(ui, W::GoalsRated);
    form.hint(ui, form.say(W::GoalsRatedHow));
    for goal in &form.plan().goals {
        ui.push_id(("gas", goal.id.number()), |ui| goal_ui(form, ui, measure, goal));
    }
}

fn goal_ui(form: Form<'_>, ui: &mut Ui, measure: &Measure, goal: &Goal) {
    let about = Some(Rated::Goal(goal.id));
    let results = form.plan().course.results.iter();
    let rated = results.filter(|one| one.measure == measure.slug && one.about == about && one.in_error.is_none());
    let last = rated.max_by_key(|result| (result.date, result.id));
    let now = last.and_then(|result| result.total);
    let today = last.filter(|last| last.date == form.today());
    ui.label(theme::soft(format!("“{}”", goal.own_words), form.ctx.tokens));
    let steps = [(-2, "−2"), (-1, "−1"), (0, "0"), (1, "+1"), (2, "+2")];
    let all = steps.map(|(step, sign)| (Some(Score::whole(step)), sign));
    let taken = ui.horizontal(|ui| {
        let taken = widgets::segmented(ui, form.ctx.tokens, &goal.own_words, now, &all);
        let step = now.and_then(|now| i8::try_from(now.hundredths() / 100).ok());
        if let Some(words) = step.and_then(|step| attainment(step, form.language())) {
            form.hint(ui, words);
        }
        taken
    });
    let Some(total) = taken.inner else { return };
    let result = MeasureResult {
        id: ResultId::default(),
        measure: measure.slug.clone(),
        name: measure.name.clone(),
        version: measure.version.clone(),
        language: form.plan().person.language.clone(),
        date: form.today(),
        total,
        safety: None,
        alert_action: String::new(),
        in_error: None,
        note: String::new(),
        about,
    };
    let mut edits = vec![Edit::Course(CourseEdit::Result(ListEdit::Add(result)))];
    // A second click on the same day corrects the first one, which stays visible.
    edits.extend(
        today.map(|today| Edit::Course(CourseEdit::InError(today.id, Some(form.say(W::RatedAnew).to_owned())))),
    );
    form.ctx.send(Action::StepDone);
    form.ctx.edit(Edit::Together(edits));
}
