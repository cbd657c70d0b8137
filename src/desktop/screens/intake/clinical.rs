//! Clinical picture: diagnoses, why this level of care, treatment before, and ratings by dimension.

use egui::{Key, Ui};

use super::Ask;
use super::field::{Form, put};
use super::record::{self, Line};
use crate::base::{DiagnosisId, IcdCode, is_blank};
use crate::catalog::{Catalog, DiagnosisHint};
use crate::desktop::form::{self, Rows};
use crate::desktop::{theme, widgets};
use crate::plan::{Diagnosis, DimensionRating, Edit, FrameEdit, ListEdit};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::{dimensions, joined};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    diagnoses_ui(form, ui);
    let frame = &form.plan.frame;
    form.frame(form.paragraph(ui, L::LevelOfCare, &frame.level_of_care), FrameEdit::LevelOfCare);
    form.frame(form.paragraph(ui, L::Impairment, &frame.impairment), FrameEdit::Impairment);
    form.frame(form.lines(ui, L::PriorTreatment, &frame.prior_treatment), FrameEdit::PriorTreatment);
    dimensions_ui(form, ui);
}

fn diagnoses_ui(form: Form<'_>, ui: &mut Ui) {
    let frame = &form.plan.frame;
    if !frame.diagnoses.is_empty() {
        form.hint(ui, form.say(L::Diagnoses));
    }
    let edit = |edit| Edit::Frame(FrameEdit::Diagnosis(edit));
    let line = |diagnosis: &Diagnosis| {
        let principal = if frame.principal == Some(diagnosis.id) { form.say(L::Principal) } else { "" };
        Line { title: diagnosis.label.clone(), detail: joined(&[diagnosis.code.as_str(), principal]) }
    };
    record::rows_ui(form, ui, &frame.diagnoses, &edit, line, |ui, diagnosis| diagnosis_ui(form, ui, diagnosis));
    add_ui(form, ui);
}

fn diagnosis_ui(form: Form<'_>, ui: &mut Ui, diagnosis: &mut Diagnosis) {
    let id = diagnosis.id;
    let Diagnosis { id: _, code, label } = diagnosis;
    form.pair(
        ui,
        |ui| {
            let read = |text: &str| read_code(text).ok_or(L::BadCode);
            put(code, |now| form::typed(form.ctx, ui, form.say(L::DiagnosisCode), now.to_string(), Rows::One, read));
        },
        |ui| form.text_in(ui, L::DiagnosisName, label),
    );
    let principal = form.plan.frame.principal == Some(id);
    form.frame(form.tick(ui, L::Principal, principal), |yes| FrameEdit::Principal(yes.then_some(id)));
}

/// Reads a code however it is written: `f1020` is `F10.20`.
fn read_code(text: &str) -> Option<IcdCode> {
    let mut code = text.trim().to_uppercase();
    if !code.contains('.') && code.len() > 3 && code.is_char_boundary(3) {
        code.insert(3, '.');
    }
    IcdCode::new(&code).ok()
}

/// One field for a code or a word: Enter takes the code, or the first of the diagnoses that are named so.
fn add_ui(form: Form<'_>, ui: &mut Ui) {
    let name = form.say(L::AddDiagnosis);
    let id = form::field_id(ui, name);
    let key = id.with("typed");
    form.aim(ui, L::AddDiagnosis, id);
    let mut text: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let had_keyboard = ui.memory(|memory| memory.has_focus(id));
    if let Some(typed) = form::text(form.ctx, ui, name, &text) {
        ui.data_mut(|data| data.insert_temp(key, typed.clone()));
        text = typed;
    }
    if is_blank(&text) {
        return;
    }
    let hits = hits(form.ctx.catalog, &text);
    let entered = had_keyboard && ui.input(|input| input.key_pressed(Key::Enter));
    let chosen = hits_ui(form, ui, &hits).or_else(|| if entered { first(form, &text, &hits) } else { None });
    if hits.is_empty() && read_code(&text).is_none() {
        let error = egui::RichText::new(form.say(L::BadCode)).size(theme::SMALL).color(form.ctx.tokens.error);
        ui.label(error);
    }
    if let Some((code, label)) = chosen {
        ui.data_mut(|data| data.remove::<String>(key));
        ui.memory_mut(|memory| memory.request_focus(id));
        add(form, code, label);
    }
}

/// A whole code goes before a word that begins with it.
fn first(form: Form<'_>, text: &str, hits: &[&DiagnosisHint]) -> Option<(IcdCode, String)> {
    let of = |hint: &DiagnosisHint| Some((IcdCode::new(&hint.code).ok()?, hint.label.clone()));
    let Some(code) = read_code(text) else { return hits.first().and_then(|hint| of(hint)) };
    let known = hints(form.ctx.catalog).find(|hint| hint.code == code.as_str());
    Some((code, known.map(|hint| hint.label.clone()).unwrap_or_default()))
}

fn hints(catalog: &Catalog) -> impl Iterator<Item = &DiagnosisHint> {
    catalog.needs.values().flat_map(|need| &need.diagnoses)
}

/// The diagnoses of the library whose code begins so or whose name holds every word, each once.
fn hits<'c>(catalog: &'c Catalog, text: &str) -> Vec<&'c DiagnosisHint> {
    const MOST: usize = 6;
    let code = text.trim().to_uppercase();
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<&DiagnosisHint> = Vec::new();
    for hint in hints(catalog) {
        let label = hint.label.to_lowercase();
        let fits = hint.code.starts_with(&code) || words.iter().all(|word| label.contains(word));
        if fits && found.len() < MOST && found.iter().all(|other| other.code != hint.code) {
            found.push(hint);
        }
    }
    found
}

fn hits_ui(form: Form<'_>, ui: &mut Ui, hits: &[&DiagnosisHint]) -> Option<(IcdCode, String)> {
    let mut chosen = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for hint in hits {
            let words = format!("{}  {}", hint.code, hint.label);
            let response = widgets::quiet(ui, &words);
            widgets::ring(ui, &response, form.ctx.tokens);
            if response.clicked() {
                chosen = IcdCode::new(&hint.code).ok().map(|code| (code, hint.label.clone()));
            }
        }
    });
    chosen
}

/// The first diagnosis is the principal one until somebody says otherwise.
fn add(form: Form<'_>, code: IcdCode, label: String) {
    let frame = &form.plan.frame;
    if let Some(there) = frame.diagnoses.iter().find(|diagnosis| diagnosis.code == code) {
        form.ask(Ask::Row(Some(there.id.0)));
        return;
    }
    let unnamed = is_blank(&label);
    let id = DiagnosisId(form.next_id());
    let diagnosis = Diagnosis { id: DiagnosisId::default(), code, label };
    let mut edits = vec![Edit::Frame(FrameEdit::Diagnosis(ListEdit::Add(diagnosis)))];
    if frame.principal.is_none() {
        edits.push(Edit::Frame(FrameEdit::Principal(Some(id))));
    }
    form.ctx.edit(Edit::Together(edits));
    if unnamed {
        form.ask(Ask::Added(id.0, L::DiagnosisName));
    }
}

fn dimensions_ui(form: Form<'_>, ui: &mut Ui) {
    let now = &form.plan.frame.dimensions;
    let ask = |then| Edit::Frame(FrameEdit::Dimensions(then));
    if now.is_empty() {
        if form.button(ui, L::AddDimensions).clicked() {
            let named = dimensions(form.ctx.language());
            let all = named.map(|name| DimensionRating { name: name.to_owned(), rating: String::new() });
            form.ctx.edit(ask(all.to_vec()));
        }
        return;
    }
    form.heading(ui, L::Dimensions);
    let blank = || DimensionRating { name: String::new(), rating: String::new() };
    let taken = record::values_ui(form, ui, now, (L::DimensionName, L::AddDimension), blank, |ui, dimension| {
        let DimensionRating { name, rating } = dimension;
        form.pair(ui, |ui| form.text_in(ui, L::DimensionName, name), |ui| form.text_in(ui, L::DimensionRating, rating));
    });
    form.change(taken, ask);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::builtin;

    #[test]
    fn codes_are_read_however_they_are_written() {
        for text in ["F10.20", "f10.20", " f1020 "] {
            assert_eq!(read_code(text).unwrap().as_str(), "F10.20", "{text}");
        }
        for text in ["alcohol", "F1", "10.20"] {
            assert_eq!(read_code(text), None, "{text}");
        }
    }

    #[test]
    fn diagnoses_are_found_by_code_and_by_word() {
        let (catalog, _) = builtin();
        assert!(hits(&catalog, "f10.2").iter().all(|hint| hint.code.starts_with("F10.2")));
        assert!(hits(&catalog, "mild alcohol").iter().any(|hint| hint.code == "F10.10"));
        assert!(hits(&catalog, "zebra").is_empty());
    }
}
