//! Scores: the first result of every measure, with its band said at once and where the band comes from.

use egui::{RichText, Ui};

use super::Ask;
use super::field::{Form, past, put};
use super::pages::age;
use crate::base::{ResultId, Score, is_blank};
use crate::catalog::{Level, Measure, SafetyItem};
use crate::desktop::action::Action;
use crate::desktop::form::{self, Rows};
use crate::desktop::screens::review;
use crate::desktop::shell::{Fold, Place};
use crate::desktop::{theme, widgets};
use crate::plan::{CourseEdit, Edit, ListEdit, MeasureResult, SafetyAnswer, Standing};
use crate::progress;
use crate::wording::progress::trend;
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::ReviewWords;
use crate::wording::screen::intake::{range, safety_question};
use crate::wording::screen::review::scale_name;
use crate::wording::terms;

/// Asked of everybody for whose age they are made.
const USUAL: [&str; 6] = ["phq-9", "phq-a", "gad-7", "c-ssrs", "audit-c", "crafft"];

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    if form.plan.course.standing != Standing::Draft {
        return recorded_ui(form, ui);
    }
    form.hint(ui, form.say(L::ScoresHow));
    let fitting: Vec<&Measure> = fitting(form);
    let (usual, others): (Vec<&Measure>, Vec<&Measure>) =
        fitting.into_iter().partition(|measure| is_usual(form, measure));
    for (number, measure) in usual.iter().enumerate() {
        measure_ui(form, ui, measure, if number == 0 { Aim::Here } else { Aim::No });
    }
    let (words, shown) = match form.ctx.shell.intake.measures {
        Fold::Folded => (L::MoreMeasures, false),
        Fold::Open => (L::FewerMeasures, true),
    };
    if shown {
        for measure in &others {
            measure_ui(form, ui, measure, Aim::No);
        }
    }
    if !others.is_empty() && form.button(ui, words).clicked() {
        form.ask(Ask::Measures);
    }
}

/// Once the plan is in effect, what was measured is the record; more of it belongs to the review.
fn recorded_ui(form: Form<'_>, ui: &mut Ui) {
    form.hint(ui, form.say(ReviewWords::ScoresInReview));
    let go = ui.add(egui::Button::new(form.say(ReviewWords::GoReview)));
    widgets::ring(ui, &go, form.ctx.tokens);
    form.aim(ui, L::Score, go.id);
    if go.clicked() {
        form.ctx.send(Action::Go(Place::Review));
        form.ctx.send(Action::Review(review::Ask::Turn(review::Step::Scores)));
    }
    for series in progress::series(form.plan, form.ctx.catalog) {
        ui.add_space(4.0);
        let about = series.about;
        ui.label(theme::strong(scale_name(&series.name, about, form.plan, form.ctx.language())));
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for line in trend(&series, form.ctx.language()) {
                ui.label(line);
            }
        });
    }
}

/// The measures for this age, and all that have a result.
fn fitting(form: Form<'_>) -> Vec<&Measure> {
    let age = age(form);
    let fits =
        |measure: &&Measure| age.is_none_or(|age| measure.ages.include(age)) || first_result(form, measure).is_some();
    form.ctx.catalog.measures.values().filter(fits).collect()
}

/// Those with a result, those that follow the needs of the plan, and those that everybody is asked.
fn is_usual(form: Form<'_>, measure: &Measure) -> bool {
    let needs = form.plan.needs.iter().filter_map(|need| form.ctx.catalog.needs.get(need.slug.as_ref()?));
    first_result(form, measure).is_some() || USUAL.contains(&measure.slug.as_str()) || { needs }
        .any(|need| need.measures.contains(&measure.slug))
}

/// The earliest result that was not entered in error.
fn first_result<'a>(form: Form<'a>, measure: &Measure) -> Option<&'a MeasureResult> {
    let results = form.plan.course.results.iter();
    let mine = results.filter(|result| result.measure == measure.slug && result.in_error.is_none());
    mine.min_by_key(|result| (result.date, result.id))
}

#[derive(Clone, Copy, PartialEq)]
enum Aim {
    Here,
    No,
}

fn measure_ui(form: Form<'_>, ui: &mut Ui, measure: &Measure, aim: Aim) {
    let now = first_result(form, measure);
    let mut then = now.cloned().unwrap_or_else(|| blank(form, measure));
    let before = then.clone();
    ui.push_id(("measure", &measure.slug), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::strong(terms::measure(&measure.name, form.ctx.language())));
            form.hint(ui, measure.about.get(form.ctx.language()));
        });
        fields_ui(form, ui, measure, (&mut then, aim));
        band_ui(form, ui, measure, &then);
        alert_ui(form, ui, measure, &mut then);
        ui.add_space(14.0);
    });
    form.differs(&before, then, |then| {
        let change = if now.is_some() { ListEdit::Replace(then) } else { ListEdit::Add(then) };
        Edit::Course(CourseEdit::Result(change))
    });
}

fn blank(form: Form<'_>, measure: &Measure) -> MeasureResult {
    MeasureResult {
        about: None,
        id: ResultId::default(),
        measure: measure.slug.clone(),
        name: measure.name.clone(),
        version: measure.version.clone(),
        language: form.plan.person.language.clone(),
        date: form.ctx.today,
        total: None,
        safety: measure.safety.as_ref().map(|_| SafetyAnswer::NotAsked),
        alert_action: String::new(),
        in_error: None,
        note: String::new(),
    }
}

fn fields_ui(form: Form<'_>, ui: &mut Ui, measure: &Measure, (result, aim): (&mut MeasureResult, Aim)) {
    let language = form.ctx.language();
    let name = format!("{}, {}", terms::measure(&measure.name, language), range(measure.least, measure.most, language));
    let is_there = first_result(form, measure).is_some();
    let MeasureResult { total, safety, date, .. } = result;
    let asked = measure.safety.as_ref().filter(|item| item.item > 0);
    let mut score_ui = |ui: &mut Ui| {
        if aim == Aim::Here {
            form.aim(ui, L::Score, form::field_id(ui, &name));
        }
        put(total, |now| score(form, ui, (&name, *now), |score| measure.allows(score)));
    };
    let mut taken_ui = |ui: &mut Ui| {
        if is_there {
            form.firm_date_in(ui, L::TakenOn, date, past(form.ctx.today));
        }
    };
    match asked {
        Some(item) => {
            let mut asked_ui = |ui: &mut Ui| safety_ui(form, ui, (&measure.name, item), safety);
            form.row(ui, [&mut score_ui, &mut asked_ui, &mut taken_ui]);
        }
        // A third of the width all the same, so that scores and dates stand below each other.
        None => form.row(ui, [&mut score_ui, &mut taken_ui, &mut |_| ()]),
    }
}

#[expect(clippy::option_option, reason = "no change is one thing, a change to no score another")]
fn score(
    form: Form<'_>,
    ui: &mut Ui,
    (name, now): (&str, Option<Score>),
    allows: impl Fn(Score) -> bool,
) -> Option<Option<Score>> {
    let read = |text: &str| {
        if is_blank(text) {
            return Ok(None);
        }
        let number: f64 = text.trim().replace(',', ".").parse().map_err(|_no_number| L::NotAScore)?;
        let score = Score::from_decimal(number).map_err(|_no_score| L::NoSuchScore)?;
        if allows(score) { Ok(Some(score)) } else { Err(L::NoSuchScore) }
    };
    let shown = now.map(|score| score.to_string()).unwrap_or_default();
    form::typed(form.ctx, ui, name, shown, Rows::One, read).filter(|score| *score != now)
}

fn safety_ui(form: Form<'_>, ui: &mut Ui, (measure, item): (&str, &SafetyItem), safety: &mut Option<SafetyAnswer>) {
    let now = match safety {
        Some(SafetyAnswer::Answered(answer)) => Some(*answer),
        Some(SafetyAnswer::NotAsked) | None => None,
    };
    let name = safety_question(measure, item.item, item.most, form.ctx.language());
    let whole = |score: Score| score.hundredths() % 100 == 0 && (Score::whole(0)..=item.most).contains(&score);
    if let Some(answer) = score(form, ui, (&name, now), whole) {
        *safety = Some(answer.map_or(SafetyAnswer::NotAsked, SafetyAnswer::Answered));
    }
}

fn band_ui(form: Form<'_>, ui: &mut Ui, measure: &Measure, result: &MeasureResult) {
    let Some(total) = result.total else { return };
    let (tokens, language) = (form.ctx.tokens, form.ctx.language());
    ui.horizontal_wrapped(|ui| {
        if let Some(band) = measure.band(total) {
            let color = match band.level {
                Level::None | Level::Mild => tokens.accent,
                Level::Moderate => tokens.ink,
                Level::Serious | Level::Severe => tokens.warning,
            };
            ui.label(theme::strong(band.name.get(language)).color(color));
        }
        form.hint(ui, &measure.source);
        if !measure.checked {
            form.hint(ui, form.say(L::NotChecked));
        }
    });
}

/// An answer that raises an alert asks at once what was done about it.
fn alert_ui(form: Form<'_>, ui: &mut Ui, measure: &Measure, result: &mut MeasureResult) {
    let Some(item) = &measure.safety else { return };
    let answer = match result.safety {
        Some(SafetyAnswer::Answered(answer)) => Some(answer),
        Some(SafetyAnswer::NotAsked) | None if item.item == 0 => result.total,
        Some(SafetyAnswer::NotAsked) | None => None,
    };
    if answer.is_none_or(|answer| answer < item.alert_from) {
        return;
    }
    ui.label(RichText::new(form.say(L::AlertFirst)).color(form.ctx.tokens.error));
    form.text_in(ui, L::AlertAction, &mut result.alert_action);
}
