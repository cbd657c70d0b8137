//! The details of needs, goals, objectives and every other part of a plan.

use egui::Ui;

use super::{fact, findings, head_ui, thread};
use crate::base::{GoalId, NeedId, ObjectiveId, is_blank};
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::plan::{Item, NeedStanding};
use crate::wording::findings::subject;
use crate::wording::screen::{Label, goal_quote};
use crate::wording::{terms, time};

/// A need.
pub(super) fn need_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: NeedId) {
    let Some(need) = open.plan().need(id) else { return };
    let language = ctx.language();
    head_ui(ctx, ui, &need.problem, ctx.say(Label::ThreadNeed));
    let mut status = terms::severity(need.severity, language).to_owned();
    if let NeedStanding::Deferred(reason) = &need.standing {
        status = [status.as_str(), ctx.say(Label::PutOff), reason].join(", ");
    }
    fact(ctx, ui, Label::Status, &status);
    paragraph(ui, &need.plain);
    paragraph(ui, &need.evidence);
    thread::ui(ctx, open, ui, Item::Need(id));
    findings::about_ui(ctx, open, ui, Item::Need(id));
}

/// A goal.
pub(super) fn goal_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: GoalId) {
    let Some(goal) = open.plan().goal(id) else { return };
    head_ui(ctx, ui, &goal_quote(&goal.own_words), ctx.say(Label::ThreadGoal));
    paragraph(ui, goal.rendering.as_ref().map_or("", |rendering| &rendering.text));
    paragraph(ui, &goal.clinical);
    thread::ui(ctx, open, ui, Item::Goal(id));
    findings::about_ui(ctx, open, ui, Item::Goal(id));
}

/// An objective.
pub(super) fn objective_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: ObjectiveId) {
    let Some((_, objective)) = open.plan().objective(id) else { return };
    let language = ctx.language();
    head_ui(ctx, ui, &objective.plain, ctx.say(Label::ThreadObjective));
    fact(ctx, ui, Label::Status, terms::objective_status(objective.status, language));
    fact(ctx, ui, Label::When, &time::date(objective.target_date, language));
    paragraph(ui, &objective.clinical);
    thread::ui(ctx, open, ui, Item::Objective(id));
    findings::about_ui(ctx, open, ui, Item::Objective(id));
}

/// Anything else: its name and what was found about it.
pub(super) fn other_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, item: Item) {
    head_ui(ctx, ui, &subject(item, open.plan(), ctx.language()), ctx.say(Label::Details));
    let nothing = open.model.findings.iter().all(|finding| finding.item != item);
    if nothing {
        ui.label(ctx.say(Label::NothingFoundHere));
    }
    findings::about_ui(ctx, open, ui, item);
}

fn paragraph(ui: &mut Ui, text: &str) {
    if !is_blank(text) {
        ui.add(egui::Label::new(text).wrap());
        ui.add_space(4.0);
    }
}
