//! The thread of a module in words: session, module, objectives, goals, needs, tied by one line.

use std::collections::BTreeSet;

use egui::{FontId, RichText, Stroke, Ui, pos2, vec2};

use crate::base::{GoalId, NeedId};
use crate::desktop::open::OpenPlan;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::plan::{Goal, Objective, PlacedModule, Session};
use crate::wording::screen::{Label, dose, goal_quote, session_of};
use crate::wording::terms;

/// The thread, from a session or a module up to the needs.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, module: &PlacedModule, session: Option<&Session>) {
    ui.label(theme::strong(ctx.say(Label::TheThread)));
    ui.add_space(4.0);
    let knots = knots(ctx, open, module, session);
    let mut beads = Vec::new();
    for knot in &knots {
        beads.push(knot_ui(ctx, ui, knot));
    }
    for pair in beads.windows(2) {
        if let [above, below] = pair {
            let line = [*above + vec2(0.0, 6.0), *below - vec2(0.0, 6.0)];
            ui.painter().line_segment(line, Stroke::new(1.5, ctx.tokens.accent));
        }
    }
}

struct Knot {
    kind: Label,
    words: String,
    more: String,
}

fn knots(ctx: &ViewCtx<'_>, open: &OpenPlan, module: &PlacedModule, session: Option<&Session>) -> Vec<Knot> {
    let (plan, language) = (open.plan(), ctx.language());
    let mut knots = Vec::new();
    if let Some(session) = session {
        let number = plan.sessions_of(module.id).position(|one| one.id == session.id).map_or(1, |at| at + 1);
        let words = session_of(number, module.sessions, language);
        knots.push(Knot { kind: Label::ThreadSession, words, more: String::new() });
        let words = module.name.get(language).to_owned();
        knots.push(Knot { kind: Label::ThreadModule, words, more: dose(module, language) });
    }
    let served: Vec<(&Goal, &Objective)> = module.objectives.iter().filter_map(|id| plan.objective(*id)).collect();
    if served.is_empty() {
        let words = ctx.say(Label::ServesNothing).to_owned();
        knots.push(Knot { kind: Label::ThreadObjective, words, more: String::new() });
    }
    for (_, objective) in &served {
        let more = terms::objective_status(objective.status, language).to_owned();
        knots.push(Knot { kind: Label::ThreadObjective, words: objective.plain.clone(), more });
    }
    let ids: BTreeSet<GoalId> = served.iter().map(|(goal, _)| goal.id).collect();
    let goals: Vec<&Goal> = plan.goals.iter().filter(|goal| ids.contains(&goal.id)).collect();
    for goal in &goals {
        let more = goal.rendering.as_ref().map_or_else(String::new, |rendering| rendering.text.clone());
        knots.push(Knot { kind: Label::ThreadGoal, words: goal_quote(&goal.own_words, language), more });
    }
    let needs: BTreeSet<NeedId> = goals.iter().flat_map(|goal| goal.needs.iter().copied()).collect();
    for need in plan.needs.iter().filter(|need| needs.contains(&need.id)) {
        let more = terms::severity(need.severity, language).to_owned();
        knots.push(Knot { kind: Label::ThreadNeed, words: need.problem.clone(), more });
    }
    if !goals.is_empty() && goals.iter().all(|goal| goal.needs.is_empty()) {
        let words = ctx.say(Label::AnswersNoNeed).to_owned();
        knots.push(Knot { kind: Label::ThreadNeed, words, more: String::new() });
    }
    knots
}

/// Draws a knot and tells where its bead is.
fn knot_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, knot: &Knot) -> egui::Pos2 {
    let top = ui.cursor().min;
    let bead = pos2(top.x + 6.0, top.y + 9.0);
    ui.painter().circle(bead, 4.0, ctx.tokens.paper, Stroke::new(2.0, ctx.tokens.accent));
    ui.horizontal_top(|ui| {
        ui.add_space(20.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.label(theme::soft(ctx.say(knot.kind), ctx.tokens));
            ui.add(egui::Label::new(RichText::new(&knot.words).font(FontId::proportional(theme::BODY))).wrap());
            if !crate::base::is_blank(&knot.more) {
                ui.add(egui::Label::new(theme::soft(&knot.more, ctx.tokens)).wrap());
            }
        });
    });
    ui.add_space(6.0);
    bead
}
