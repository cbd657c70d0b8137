//! What a decision drafts with one click: the next segment, an extension, a hold, a discharge, a readmission.

use egui::Ui;

use super::form::Form;
use super::looks::{Ask, Note};
use crate::base::{Date, Minutes, Weekday, days_after, week_of};
use crate::desktop::action::Action;
use crate::desktop::shell::Place;
use crate::desktop::{form as fields, theme, widgets};
use crate::plan::{Decision, DischargeKind, Edit, Pause, PauseKind, Segment, Setting, ends};
use crate::progress::{Discharging, NewSegment, extension, hold, step};
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{draft_segment, extend_by};
use crate::wording::{terms, time};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui, decision: Decision) {
    ui.add_space(4.0);
    match decision {
        Decision::Continue | Decision::Intensify => extension_ui(form, ui),
        Decision::StepDown => segment_ui(form, ui, Way::Down),
        Decision::StepUp => segment_ui(form, ui, Way::Up),
        Decision::Hold => hold_ui(form, ui),
        Decision::Discharge => discharge_ui(form, ui),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Down,
    Up,
}

fn extension_ui(form: Form<'_>, ui: &mut Ui) {
    let Some(last) = ends(form.plan()) else { return };
    form.hint(ui, form.say(W::ExtendHow));
    ui.horizontal_wrapped(|ui| {
        for weeks in [1_u16, 2, 4] {
            let to = days_after(last, weeks * 7);
            if form.button(ui, extend_by(weeks, to, form.language())).clicked()
                && let Some(edit) = extension(form.plan(), to)
            {
                draft(form, edit);
            }
        }
    });
    onward_ui(form, ui);
}

fn draft(form: Form<'_>, edit: Edit) {
    form.ctx.send(Action::StepDone);
    form.ctx.edit(edit);
    form.ctx.send(Action::StepDone);
}

fn onward_ui(form: Form<'_>, ui: &mut Ui) {
    let link = widgets::quiet(ui, form.say(W::ToSchedule));
    widgets::ring(ui, &link, form.ctx.tokens);
    if link.clicked() {
        form.ctx.send(Action::Go(Place::Schedule));
    }
}

/// The segment under way or the last one.
fn under_way(form: Form<'_>) -> Option<&Segment> {
    let segments = &form.plan().segments;
    segments.iter().find(|segment| segment.holds(form.today())).or(segments.last())
}

/// A step down keeps every other program day and half of the hours; a step up takes all days of the week.
fn proposed(form: Form<'_>, way: Way) -> Option<NewSegment> {
    let now = under_way(form)?;
    let from = days_after(week_of(form.today()), 7);
    let last = ends(form.plan()).filter(|last| *last > from).unwrap_or(days_after(from, 27));
    let (setting, days, week_minutes) = match way {
        Way::Down => {
            let days = now.days.iter().copied().step_by(2).collect();
            (lower(now.setting), days, Minutes(now.week_minutes.0 / 2))
        }
        Way::Up => {
            let days = Weekday::ALL.into_iter().take(5).collect();
            (higher(now.setting), days, Minutes(now.week_minutes.0.max(1200)))
        }
    };
    let track = now.track.clone().filter(|_| setting == now.setting);
    let hours = (now.day_from, now.day_to);
    Some(NewSegment { setting, from, to: last, days, hours, week_minutes, track })
}

const fn lower(setting: Setting) -> Setting {
    match setting {
        Setting::Php => Setting::IopAdult,
        Setting::IopAdult | Setting::IopAdolescent | Setting::Outpatient => Setting::Outpatient,
    }
}

const fn higher(setting: Setting) -> Setting {
    match setting {
        Setting::Outpatient => Setting::IopAdult,
        Setting::IopAdult | Setting::IopAdolescent | Setting::Php => Setting::Php,
    }
}

fn segment_ui(form: Form<'_>, ui: &mut Ui, way: Way) {
    let Some(now) = form.looks().segment.clone().or_else(|| proposed(form, way)) else {
        return form.hint(ui, form.say(W::NoSegment));
    };
    let mut then = now.clone();
    ui.columns_const(|[left, middle, right]: &mut [Ui; 3]| {
        let all = [Setting::IopAdult, Setting::IopAdolescent, Setting::Php, Setting::Outpatient];
        let all = all.map(|setting| (setting, terms::setting(setting, form.language())));
        if let Some(setting) = fields::choice(form.ctx, left, form.say(W::Setting), then.setting, &all) {
            then.setting = setting;
        }
        date_in(form, middle, W::From, &mut then.from);
        date_in(form, right, W::Until, &mut then.to);
    });
    ui.horizontal_wrapped(|ui| {
        for day in Weekday::ALL {
            let has = then.days.contains(&day);
            if fields::tick(ui, time::weekday(day, form.language()), has).is_some() {
                then.days = Weekday::ALL.into_iter().filter(|one| then.days.contains(one) != (*one == day)).collect();
            }
        }
    });
    let hours = u32::from(then.week_minutes.0 / 60);
    ui.scope(|ui| {
        ui.set_max_width(170.0);
        if let Some(Some(hours)) = fields::number(form.ctx, ui, form.say(W::HoursAWeek), Some(hours), 1..=40) {
            then.week_minutes = Minutes(u16::try_from(hours * 60).unwrap_or(then.week_minutes.0));
        }
    });
    if then != now {
        form.ask(Ask::Segment(Some(then)));
    }
    let can = !now.days.is_empty() && now.from <= now.to;
    let words = draft_segment(terms::setting(now.setting, form.language()), now.from, form.language());
    if ui.add_enabled_ui(can, |ui| widgets::primary(ui, &words, form.ctx.tokens)).inner.clicked() {
        draft(form, step(form.plan(), &now));
        form.ask(Ask::Segment(None));
    }
    let is_in = |segment: &Segment| (segment.from, segment.setting) == (now.from, now.setting);
    if form.plan().segments.iter().any(is_in) {
        form.hint(ui, form.say(W::Drafted));
    }
    onward_ui(form, ui);
}

fn date_in(form: Form<'_>, ui: &mut Ui, label: W, date: &mut Date) {
    if let Some(Some(taken)) = fields::date(form.ctx, ui, form.say(label), Some(*date)) {
        *date = taken;
    }
}

fn hold_ui(form: Form<'_>, ui: &mut Ui) {
    let (from, to) = form.looks().hold.unwrap_or((days_after(form.today(), 1), None));
    let mut then = (from, to);
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        date_in(form, left, W::From, &mut then.0);
        if let Some(taken) = fields::date(form.ctx, right, form.say(W::UntilOpen), then.1) {
            then.1 = taken;
        }
    });
    if then != (from, to) {
        form.ask(Ask::Hold(then.0, then.1));
    }
    form.note_ui(ui, form.say(W::WhyHold), &Note::Hold);
    let reason = form.looks().note(&Note::Hold).trim().to_owned();
    let edit = hold(form.plan(), Pause { kind: PauseKind::Hold, from, to, reason });
    let Some(edit) = edit.filter(|_| to.is_none_or(|to| from <= to)) else {
        return form.hint(ui, form.say(W::NoHold));
    };
    if widgets::primary(ui, form.say(W::DraftHold), form.ctx.tokens).clicked() {
        draft(form, edit);
        form.ask(Ask::Recorded(vec![Note::Hold]));
    }
}

fn discharge_ui(form: Form<'_>, ui: &mut Ui) {
    const KINDS: [DischargeKind; 5] = [
        DischargeKind::Completed,
        DischargeKind::AgainstAdvice,
        DischargeKind::Administrative,
        DischargeKind::Transfer,
        DischargeKind::LostContact,
    ];
    let (kind, date) = form.looks().discharge.unwrap_or((DischargeKind::Completed, form.today()));
    let mut then = (kind, date);
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        let all = KINDS.map(|kind| (kind, terms::discharge(kind, form.language())));
        if let Some(kind) = fields::choice(form.ctx, left, form.say(W::DischargeKind), then.0, &all) {
            then.0 = kind;
        }
        date_in(form, right, W::LastDay, &mut then.1);
    });
    if then != (kind, date) {
        form.ask(Ask::Discharge(then.0, then.1));
    }
    let typed = form.looks().note(&Note::Discharge);
    if let Some(text) = fields::paragraph(form.ctx, ui, form.say(W::DischargeSummary), typed, 3) {
        form.ask(Ask::Write(Note::Discharge, text));
    }
    if widgets::primary(ui, form.say(W::DraftDischarge), form.ctx.tokens).clicked() {
        let discharging = Discharging { date, kind, summary: typed.trim().to_owned() };
        draft(form, discharging.edit(form.plan()));
    }
    if form.plan().leaving.discharge.as_ref().is_some_and(|one| (one.kind, one.date) == (kind, date)) {
        form.hint(ui, form.say(W::Drafted));
    }
}

/// Once a stay has ended, its plan is where the next one begins.
pub(super) fn readmission_ui(form: Form<'_>, ui: &mut Ui) {
    if form.plan().leaving.discharge.is_none() {
        return;
    }
    ui.add_space(8.0);
    ui.label(theme::strong(form.say(W::Readmission)));
    form.hint(ui, form.say(W::ReadmissionHow));
    if form.button(ui, form.say(W::Readmit)).clicked() {
        form.ask(Ask::Readmit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_leads_to_the_next_setting_and_not_beyond() {
        for (from, down, up) in [
            (Setting::Php, Setting::IopAdult, Setting::Php),
            (Setting::IopAdult, Setting::Outpatient, Setting::Php),
            (Setting::IopAdolescent, Setting::Outpatient, Setting::Php),
            (Setting::Outpatient, Setting::Outpatient, Setting::IopAdult),
        ] {
            assert_eq!((lower(from), higher(from)), (down, up));
        }
    }
}
