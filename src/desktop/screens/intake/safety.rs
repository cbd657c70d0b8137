//! Safety: the level of risk, what it rests on, and the safety plan.

use egui::Ui;

use super::field::{Form, past};
use crate::base::Date;
use crate::plan::{Edit, Frame, FrameEdit, RiskLevel, SafetyPlan};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::terms;

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    risk_ui(form, ui);
    form.heading(ui, L::SafetyPlan);
    form.hint(ui, form.say(L::SafetyPlanHow));
    let now = form.plan.frame.safety_plan.clone().unwrap_or_else(|| blank(form.ctx.today));
    let mut then = now.clone();
    steps_ui(form, ui, &mut then);
    form.differs(&now, then, |then| Edit::Frame(FrameEdit::SafetyPlan(kept(then))));
}

fn risk_ui(form: Form<'_>, ui: &mut Ui) {
    let Frame { risk, risk_note, .. } = &form.plan.frame;
    let levels = [RiskLevel::NotAssessed, RiskLevel::NoneFound, RiskLevel::Low, RiskLevel::Moderate, RiskLevel::High]
        .map(|level| (level, terms::risk(level, form.ctx.language())));
    form.frame(form.choice(ui, L::Risk, *risk, &levels), |level| FrameEdit::Risk(level, risk_note.clone()));
    form.frame(form.paragraph(ui, L::RiskNote, risk_note), |note| FrameEdit::Risk(*risk, note));
}

const fn blank(made: Date) -> SafetyPlan {
    SafetyPlan {
        made,
        warning_signs: Vec::new(),
        coping: Vec::new(),
        distractions: Vec::new(),
        people: Vec::new(),
        professionals: Vec::new(),
        safer_surroundings: Vec::new(),
        reasons_for_living: Vec::new(),
    }
}

/// A safety plan of which nothing is left is none.
fn kept(safety: SafetyPlan) -> Option<SafetyPlan> {
    (safety != blank(safety.made)).then_some(safety)
}

fn steps_ui(form: Form<'_>, ui: &mut Ui, safety: &mut SafetyPlan) {
    let SafetyPlan {
        made,
        warning_signs,
        coping,
        distractions,
        people,
        professionals,
        safer_surroundings,
        reasons_for_living,
    } = safety;
    form.pair(ui, |ui| form.lines_in(ui, L::WarningSigns, warning_signs), |ui| form.lines_in(ui, L::Coping, coping));
    form.pair(ui, |ui| form.lines_in(ui, L::Distractions, distractions), |ui| form.lines_in(ui, L::People, people));
    form.pair(
        ui,
        |ui| form.lines_in(ui, L::Professionals, professionals),
        |ui| form.lines_in(ui, L::SaferSurroundings, safer_surroundings),
    );
    form.pair(
        ui,
        |ui| form.lines_in(ui, L::Reasons, reasons_for_living),
        |ui| form.firm_date_in(ui, L::Made, made, past(form.ctx.today)),
    );
}
