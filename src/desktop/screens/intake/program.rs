//! Program and dates: where, in which track, from when to when, and the stay before.

use egui::{CornerRadius, Sense, StrokeKind, Ui, vec2};

use super::Ask;
use super::field::{Form, any, not_after, not_before};
use super::pages::age;
use super::record;
use super::segment;
use crate::base::{Bilingual, Language, Slug, is_blank};
use crate::catalog::{Clinic, Track};
use crate::desktop::action::Action;
use crate::desktop::{theme, widgets};
use crate::draft::stay;
use crate::plan::{ClosedDay, EarlierStay, Edit, ListEdit, Program};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::{closed_days, joined, track_said};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let is_new = form.plan.segments.is_empty() && is_blank(&form.plan.program.name);
    if is_new {
        tracks_ui(form, ui);
        return;
    }
    program_ui(form, ui);
    form.heading(ui, L::Segments);
    segment::list_ui(form, ui);
    closed_ui(form, ui);
    earlier_ui(form, ui);
}

fn tracks_ui(form: Form<'_>, ui: &mut Ui) {
    form.hint(ui, form.say(L::ChooseTrack));
    for clinic in form.ctx.catalog.clinics.values() {
        ui.add_space(4.0);
        ui.label(theme::strong(&clinic.name));
        ui.spacing_mut().item_spacing.y = 6.0;
        for (number, track) in clinic.tracks.iter().enumerate() {
            track_ui(form, ui, (clinic, track), number);
        }
    }
    ui.add_space(8.0);
    let other = widgets::quiet(ui, form.say(L::OtherProgram));
    widgets::ring(ui, &other, form.ctx.tokens);
    if other.clicked() {
        form.ctx.edit(Edit::Segment(ListEdit::Add(segment::following(form))));
        form.ask(Ask::Added(form.next_id(), L::ProgramName));
    }
}

fn track_ui(form: Form<'_>, ui: &mut Ui, (clinic, track): (&Clinic, &Track), number: usize) {
    let (tokens, language) = (form.ctx.tokens, form.ctx.language());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 46.0), Sense::hover());
    let said = track_said(&track.days, track.from, track.to, language);
    let name = joined(&[track.name.get(language), &said]);
    let response = widgets::target(ui, rect, ui.scope_id().with(("track", &clinic.slug, &track.slug)), &name, None);
    if number == 0 {
        form.aim(ui, L::ChooseTrack, response.id);
    }
    let fill = if response.hovered() { tokens.raised } else { tokens.sheet };
    ui.painter().rect(rect, CornerRadius::same(8), fill, tokens.outline(), StrokeKind::Inside);
    let font = egui::FontId::new(theme::BODY, theme::semibold());
    let at = egui::pos2(rect.left() + 14.0, rect.center().y);
    let title = ui.painter().text(at, egui::Align2::LEFT_CENTER, track.name.get(language), font, tokens.ink);
    let font = egui::FontId::proportional(theme::NAME);
    let room = (rect.right() - title.right() - 26.0, 1);
    let galley = widgets::fitted(ui.painter(), &said, font, tokens.soft, room);
    ui.painter().galley(egui::pos2(title.right() + 12.0, at.y - galley.size().y / 2.0), galley, tokens.soft);
    widgets::ring(ui, &response, tokens);
    if response.clicked() {
        begin(form, clinic, track);
    }
}

/// The program and its first segment in one step.
fn begin(form: Form<'_>, clinic: &Clinic, track: &Track) {
    let request = stay::usual_request(track, age(form), form.ctx.today);
    let Some(segment) = stay::segment(&request, track) else { return };
    let program = Edit::Program(stay::program(clinic, std::slice::from_ref(&segment)));
    let dates = stay::with_what_follows(form.plan, None, ListEdit::Add(segment));
    form.ctx.send(Action::StepDone);
    form.ctx.edit(Edit::Together(vec![dates, program]));
    form.ask(Ask::Added(form.next_id(), L::FirstDay));
}

fn program_ui(form: Form<'_>, ui: &mut Ui) {
    let now = &form.plan.program;
    let clinics = &form.ctx.catalog.clinics;
    let mut all: Vec<(Option<&Slug>, &str)> =
        clinics.values().map(|clinic| (Some(&clinic.slug), clinic.name.as_str())).collect();
    if let Some(slug) = now.clinic.as_ref().filter(|slug| !clinics.contains_key(*slug)) {
        all.push((Some(slug), &now.name));
    }
    all.push((None, form.say(L::OtherProgram)));
    form.change(form.choice(ui, L::Clinic, now.clinic.as_ref(), &all), |slug| {
        let known = slug.and_then(|slug| clinics.get(slug));
        Edit::Program(known.map_or_else(
            || Program { clinic: None, ..now.clone() },
            |clinic| stay::program(clinic, &form.plan.segments),
        ))
    });
    if now.clinic.is_some() {
        let address = now.address.join(", ");
        form.note(ui, joined(&[&address, &now.phone, &now.after_hours]));
    } else {
        own_program_ui(form, ui);
    }
}

fn own_program_ui(form: Form<'_>, ui: &mut Ui) {
    let mut then = form.plan.program.clone();
    let Program { clinic: _, name, address, phone, after_hours, time_zone, part_2, closed: _ } = &mut then;
    form.text_in(ui, L::ProgramName, name);
    form.pair(ui, |ui| form.text_in(ui, L::ProgramPhone, phone), |ui| form.text_in(ui, L::AfterHours, after_hours));
    form.pair(ui, |ui| form.lines_in(ui, L::Address, address), |ui| form.text_in(ui, L::TimeZone, time_zone));
    form.tick_in(ui, L::Part2, part_2);
    form.differs(&form.plan.program, then, Edit::Program);
}

fn closed_ui(form: Form<'_>, ui: &mut Ui) {
    let program = &form.plan.program;
    if program.clinic.is_some() {
        if !program.closed.is_empty() {
            form.hint(ui, closed_days(&program.closed, form.ctx.language()));
        }
        return;
    }
    form.heading(ui, L::ClosedDays);
    let first = form.plan.segments.first().map_or(form.ctx.today, |segment| segment.from);
    let blank = || ClosedDay { date: first, name: Bilingual::default() };
    let taken = record::values_ui(form, ui, &program.closed, (L::ClosedDays, L::AddClosedDay), blank, |ui, day| {
        let ClosedDay { date, name } = day;
        form.pair(ui, |ui| form.firm_date_in(ui, L::TakenOn, date, any), |ui| closed_name_ui(form, ui, name));
    });
    form.change(taken, |closed| Edit::Program(Program { closed, ..program.clone() }));
}

/// The words are entered in the language of the program, and stand for both until somebody enters the other.
fn closed_name_ui(form: Form<'_>, ui: &mut Ui, name: &mut Bilingual) {
    let Some(text) = form.text(ui, L::Reason, name.get(form.ctx.language())) else { return };
    let same = name.en == name.es;
    match form.ctx.language() {
        Language::English => name.en.clone_from(&text),
        Language::Spanish => name.es.clone_from(&text),
    }
    if same {
        *name = Bilingual { en: text.clone(), es: text };
    }
}

fn earlier_ui(form: Form<'_>, ui: &mut Ui) {
    let Some(now) = &form.plan.earlier_stay else {
        if form.button(ui, L::AddEarlierStay).clicked() {
            let stay = EarlierStay { program: String::new(), from: None, to: None, reference: String::new() };
            form.ctx.edit(Edit::EarlierStay(Some(stay)));
        }
        return;
    };
    form.heading(ui, L::EarlierStay);
    let mut then = now.clone();
    let EarlierStay { program, from, to, reference } = &mut then;
    form.text_in(ui, L::EarlierProgram, program);
    form.row(
        ui,
        [
            &mut |ui| form.date_in(ui, L::FirstDay, from, not_after(now.to)),
            &mut |ui| form.date_in(ui, L::LastDay, to, not_before(now.from)),
            &mut |ui| form.text_in(ui, L::EarlierReference, reference),
        ],
    );
    form.differs(now, then, |then| Edit::EarlierStay(Some(then)));
    if form.button(ui, L::NoEarlierStay).clicked() {
        form.ctx.edit(Edit::EarlierStay(None));
    }
}
