//! Scores: what is due first, one Enter for each, and at once what moved.

use egui::{RichText, Ui};

use super::form::Form;
use super::looks::{Aim, Ask, Note, Open};
use super::model::{Row, Scale};
use super::{gas, trend};
use crate::base::{ResultId, Score, is_blank};
use crate::catalog::{Measure, SafetyItem};
use crate::desktop::action::Action;
use crate::desktop::form::field_id;
use crate::desktop::shell::Place;
use crate::desktop::view::Room;
use crate::desktop::{theme, widgets};
use crate::plan::{CourseEdit, Edit, ListEdit, MeasureResult, SafetyAnswer};
use crate::progress::{Alert, Series, Verdict, series, verdict};
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::intake::{range, safety_question};
use crate::wording::screen::review::{due_on, now_would_be, scale_name};
use crate::wording::{progress as words, terms};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    for alert in &form.model().alerts {
        ui.push_id(("alert", alert.result.0), |ui| alert_ui(form, ui, alert));
    }
    measures_ui(form, ui);
    gas::ui(form, ui);
}

fn measures_ui(form: Form<'_>, ui: &mut Ui) {
    if form.model().rows.is_empty() {
        form.elsewhere(ui, form.say(W::NoMeasures), (W::ToGoals, Place::Goals));
        return;
    }
    form.hint(ui, form.say(W::ScoresHow));
    ui.scope(|ui| {
        ui.set_max_width(170.0);
        let on = form.looks().taken_on.unwrap_or(form.today());
        if let Some(taken) = crate::desktop::form::past(form.ctx, ui, form.say(W::TakenOn), Some(on)) {
            form.ask(Ask::TakenOn(taken.filter(|day| *day != form.today())));
        }
    });
    let all = series(form.plan(), form.ctx.catalog);
    for (number, row) in form.model().rows.iter().enumerate() {
        let Some(measure) = form.ctx.catalog.measures.get(&row.scale.slug) else { continue };
        let mine = all.iter().find(|one| one.slug == row.scale.slug && one.about == row.scale.about);
        let builder = egui::UiBuilder::new().id_salt(("measure", name(&row.scale, measure, form)));
        if number > 0 {
            ui.separator();
        }
        ui.scope_builder(builder, |ui| measure_ui(form, ui, &Shown { row, measure, series: mine }));
    }
}

/// A measure with its series.
struct Shown<'a> {
    row: &'a Row,
    measure: &'a Measure,
    series: Option<&'a Series<'a>>,
}

fn name(scale: &Scale, measure: &Measure, form: Form<'_>) -> String {
    scale_name(&measure.name, scale.about, form.plan(), form.language())
}

/// An alert cannot be removed: it asks what was done.
fn alert_ui(form: Form<'_>, ui: &mut Ui, alert: &Alert) {
    let text = words::alert(alert, form.plan(), form.language());
    ui.label(RichText::new(text).color(form.ctx.tokens.error));
    let note = Note::Acted(alert.result);
    let entered = form.note_ui(ui, form.say(W::WhatWasDone), &note);
    let typed = form.looks().note(&note);
    let record = ui.add_enabled_ui(!is_blank(typed), |ui| form.button(ui, form.say(W::RecordAction))).inner;
    if (record.clicked() || entered) && !is_blank(typed) {
        form.ctx.edit(Edit::Course(CourseEdit::Acknowledge(alert.result, typed.trim().to_owned())));
        form.ask(Ask::Recorded(vec![note]));
    }
    ui.add_space(8.0);
}

fn measure_ui(form: Form<'_>, ui: &mut Ui, shown: &Shown<'_>) {
    let language = form.language();
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::strong(name(&shown.row.scale, shown.measure, form)));
        if let Some(due) = shown.row.due {
            let words = RichText::new(due_on(due, form.today(), language)).size(theme::NAME);
            let color = if due <= form.today() { form.ctx.tokens.warning } else { form.ctx.tokens.soft };
            ui.label(words.color(color));
        }
    });
    if form.ctx.room == Room::Tight || ui.available_width() < 560.0 {
        entry_ui(form, ui, shown);
        plot_ui(form, ui, shown);
    } else {
        ui.columns_const(|[left, right]: &mut [Ui; 2]| {
            // Columns spread the words of a label over their width; a column within does not.
            left.vertical(|ui| entry_ui(form, ui, shown));
            right.vertical(|ui| plot_ui(form, ui, shown));
        });
    }
    table_ui(form, ui, shown);
}

/// Total and item 9, with what they would mean while they are typed.
fn entry_ui(form: Form<'_>, ui: &mut Ui, shown: &Shown<'_>) {
    let scale = &shown.row.scale;
    let notes = [Note::Total(scale.clone()), Note::Safety(scale.clone())];
    let done = ui.horizontal_top(|ui| fields_ui(form, ui, shown, &notes)).inner;
    let [total, safety] = notes.each_ref().map(|note| form.looks().note(note));
    match read(shown.measure, total, safety) {
        Entry::Nothing => said_ui(form, ui, shown),
        Entry::Wrong(why) => drop(ui.label(RichText::new(form.say(why)).color(form.ctx.tokens.error))),
        Entry::Scores(entry) => {
            meaning_ui(form, ui, shown, &entry);
            let add = ui.horizontal(|ui| form.button(ui, form.say(W::AddScore))).inner;
            if done || add.clicked() {
                let added = Edit::Course(CourseEdit::Result(ListEdit::Add(result(form, shown, &entry))));
                form.ctx.send(Action::StepDone);
                form.ctx.edit(added);
                form.ask(Ask::Recorded(notes.to_vec()));
                form.ask(Ask::Aim(next(form, scale).map(Aim::Total)));
            }
        }
    }
}

/// Whether Enter was pressed in the last field; the answer about safety is asked for with every total.
fn fields_ui(form: Form<'_>, ui: &mut Ui, shown: &Shown<'_>, [total_note, safety_note]: &[Note; 2]) -> bool {
    let (measure, language) = (shown.measure, form.language());
    let total =
        format!("{}, {}", terms::measure(&measure.name, language), range(measure.least, measure.most, language));
    let asked = measure.safety.as_ref().filter(|item| item.item > 0);
    let room = ui.available_width() - ui.spacing().item_spacing.x;
    let width = if asked.is_some() { room / 2.0 } else { room.min(170.0) };
    let done = column(ui, width, |ui| {
        aim(form, ui, shown, &total);
        form.note_ui(ui, &total, total_note)
    });
    let Some(item) = asked else { return done };
    let label = safety_question(&measure.name, item.item, item.most, language);
    column(ui, width, |ui| {
        let is_left = done && is_blank(form.looks().note(safety_note));
        if is_left {
            // In the next pass: in this one the field would take the same Enter for its own.
            form.ask(Ask::Aim(Some(Aim::Safety(shown.row.scale.clone()))));
        }
        if form.looks().aim == Some(Aim::Safety(shown.row.scale.clone())) {
            ui.memory_mut(|memory| memory.request_focus(field_id(ui, &label)));
        }
        let answered = form.note_ui(ui, &label, safety_note) && !is_left;
        answered || (done && !is_left)
    })
}

fn column<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.set_width(width);
        add(ui)
    })
    .inner
}

/// The keyboard goes to the first measure that is due, and from each one to the next.
fn aim(form: Form<'_>, ui: &Ui, shown: &Shown<'_>, label: &str) {
    let scale = &shown.row.scale;
    let first = || form.model().rows.first().filter(|row| row.is_due(form.today())).map(|row| &row.scale);
    let here = match &form.looks().aim {
        Some(Aim::First) => form.model().alerts.is_empty() && first() == Some(scale),
        Some(Aim::Total(aimed)) => aimed == scale,
        Some(Aim::Safety(_) | Aim::Opened) | None => false,
    };
    if here {
        ui.memory_mut(|memory| memory.request_focus(field_id(ui, label)));
    }
}

/// The next measure that is due.
fn next(form: Form<'_>, scale: &Scale) -> Option<Scale> {
    let rows = || form.model().rows.iter().filter(|row| row.is_due(form.today()) && row.scale != *scale);
    let after = form.model().rows.iter().skip_while(|row| row.scale != *scale).skip(1);
    let mut after = after.filter(|row| row.is_due(form.today()));
    after.next().or(rows().next()).map(|row| row.scale.clone())
}

/// What was typed, as it is recorded.
struct Scores {
    total: Option<Score>,
    safety: Option<SafetyAnswer>,
}

enum Entry {
    Nothing,
    Wrong(W),
    Scores(Scores),
}

/// A form with an answer about safety and no total is a partial one: not scored, and its alert counts.
fn read(measure: &Measure, total: &str, safety: &str) -> Entry {
    if is_blank(total) && is_blank(safety) {
        return Entry::Nothing;
    }
    let allowed = |text: &str, allows: &dyn Fn(Score) -> bool| match number(text) {
        None => Err(W::NotAScore),
        Some(score) if allows(score) => Ok(score),
        Some(_) => Err(W::NoSuchScore),
    };
    let within = |item: &SafetyItem, score: Score| {
        score.hundredths() % 100 == 0 && Score::default() <= score && score <= item.most
    };
    let read = || -> Result<Scores, W> {
        let total = if is_blank(total) { None } else { Some(allowed(total, &|score| measure.allows(score))?) };
        let safety = match measure.safety.as_ref().filter(|item| item.item > 0) {
            None => None,
            Some(_) if is_blank(safety) => Some(SafetyAnswer::NotAsked),
            Some(item) => Some(SafetyAnswer::Answered(allowed(safety, &|score| within(item, score))?)),
        };
        Ok(Scores { total, safety })
    };
    read().map_or_else(Entry::Wrong, Entry::Scores)
}

fn number(text: &str) -> Option<Score> {
    let number: f64 = text.trim().replace(',', ".").replace('−', "-").parse().ok()?;
    Score::from_decimal(number).ok()
}

fn result(form: Form<'_>, shown: &Shown<'_>, entry: &Scores) -> MeasureResult {
    MeasureResult {
        id: ResultId::default(),
        measure: shown.measure.slug.clone(),
        name: shown.measure.name.clone(),
        version: shown.measure.version.clone(),
        language: form.plan().person.language.clone(),
        date: form.looks().taken_on.unwrap_or(form.today()),
        total: entry.total,
        safety: entry.safety,
        alert_action: String::new(),
        in_error: None,
        note: String::new(),
        about: shown.row.scale.about,
    }
}

/// What the last score says.
fn said_ui(form: Form<'_>, ui: &mut Ui, shown: &Shown<'_>) {
    let Some(series) = shown.series else { return form.hint(ui, form.say(W::NeverTaken)) };
    let line = words::last_score(series, form.language());
    let worse = series.verdict() == Some(Verdict::ReliableDeterioration);
    let color = if worse { form.ctx.tokens.error } else { form.ctx.tokens.ink };
    ui.label(RichText::new(line).color(color));
}

/// What a total that is being typed would say.
fn meaning_ui(form: Form<'_>, ui: &mut Ui, shown: &Shown<'_>, entry: &Scores) {
    let Some(total) = entry.total else { return form.hint(ui, form.say(W::Partial)) };
    let measure = shown.measure;
    let band = measure.band(total).map(|band| band.name.get(form.language()));
    let same = |one: &&Series<'_>| one.baseline().is_some_and(|(point, _)| point.version == measure.version);
    let baseline = shown.series.filter(same).and_then(Series::baseline).map(|(_, score)| score);
    let since = baseline.map(|from| {
        let change = measure.change.as_ref();
        (total.minus(from), change.map(|change| verdict(change, measure.direction, from, total)))
    });
    let worse = since.is_some_and(|(_, found)| found == Some(Verdict::ReliableDeterioration));
    let color = if worse { form.ctx.tokens.error } else { form.ctx.tokens.accent };
    ui.label(theme::strong(now_would_be(total, band, since, form.language())).color(color));
}

fn plot_ui(form: Form<'_>, ui: &mut Ui, shown: &Shown<'_>) {
    let Some(series) = shown.series else { return };
    trend::ui(form, ui, series);
    let open = form.looks().open == Some(Open::Table(shown.row.scale.clone()));
    let words = if open { W::HideTable } else { W::ShowTable };
    let button = widgets::quiet(ui, form.say(words));
    widgets::ring(ui, &button, form.ctx.tokens);
    if button.clicked() {
        form.ask(Ask::Open((!open).then(|| Open::Table(shown.row.scale.clone()))));
    }
}

/// The same as the plot in words; here a result can be said to be entered in error.
fn table_ui(form: Form<'_>, ui: &mut Ui, shown: &Shown<'_>) {
    let Some(series) = shown.series else { return };
    let is_open = |row: &Open| match row {
        Open::Table(scale) => *scale == shown.row.scale,
        Open::Wrong(id) => series.points.iter().any(|point| point.result == *id),
        Open::Signer(..) | Open::Mistaken(_) | Open::Reason(_) => false,
    };
    if !form.looks().open.as_ref().is_some_and(is_open) {
        return;
    }
    for (number, line) in trend::told(form, series).into_iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.label(line);
            let Some(point) = series.points.get(number).filter(|point| point.in_error.is_none()) else { return };
            ui.push_id(point.result.0, |ui| {
                if widgets::quiet(ui, form.say(W::EnteredInError)).clicked() {
                    form.ask(Ask::Open(Some(Open::Wrong(point.result))));
                }
            });
        });
    }
    if let Some(Open::Wrong(id)) = form.looks().open {
        wrong_ui(form, ui, id);
    }
}

fn wrong_ui(form: Form<'_>, ui: &mut Ui, id: ResultId) {
    let note = Note::Wrong(id);
    let entered = form.note_ui(ui, form.say(W::WhyWrong), &note);
    let why = form.looks().note(&note);
    let button = ui.add_enabled_ui(!is_blank(why), |ui| form.button(ui, form.say(W::MarkWrong))).inner;
    if (button.clicked() || entered) && !is_blank(why) {
        form.ctx.edit(Edit::Course(CourseEdit::InError(id, Some(why.trim().to_owned()))));
        form.ask(Ask::Recorded(vec![note]));
        form.ask(Ask::Open(None));
    }
}
