//! A need: what the problem is, what shows it, how serious it is, whether this plan addresses it, and its goals.

use egui::{Button, Popup, ScrollArea, Ui, UiBuilder};

use super::inline::{self, Spot};
use super::{goal, links};
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{Edit, GoalEdit, Item, ListEdit, Need, NeedEdit, NeedStanding, Severity};
use crate::wording::paper::sentence_case;
use crate::wording::screen::GoalsWords;
use crate::wording::terms;

/// A need with its goals.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, need: &Need) {
    let scroll = ScrollArea::vertical().id_salt(("need", need.id)).auto_shrink(false);
    scroll.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 10.0);
        let id = egui::Id::unique(("goals-need", Item::Need(need.id)));
        ui.scope_builder(UiBuilder::new().scope_id(id), |ui| head_ui(ctx, open, ui, need));
        links::hints_ui(ctx, open, ui, Item::Need(need.id));
        ui.add_space(12.0);
        goal::list_ui(ctx, open, ui, need);
        ui.add_space(24.0);
        widgets::follow_keyboard(ui, "need");
    });
}

fn edit(ctx: &ViewCtx<'_>, need: &Need, change: NeedEdit) {
    ctx.edit(Edit::Need(need.id, change));
}

fn head_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, need: &Need) {
    let item = Item::Need(need.id);
    let spot = Spot { item, name: GoalsWords::Problem, hint: GoalsWords::ProblemHint, size: 18.0 };
    if let Some(text) = inline::heading(ctx, ui, &spot, &need.problem) {
        edit(ctx, need, NeedEdit::Problem(text));
    }
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(6.0);
        severity_ui(ctx, ui, need);
        standing_ui(ctx, ui, need);
        more_ui(ctx, open, ui, need);
    });
    if let NeedStanding::Deferred(reason) = &need.standing {
        let spot = Spot { item, name: GoalsWords::Reason, hint: GoalsWords::ReasonHint, size: theme::BODY };
        if let Some(text) = inline::named(ctx, ui, &spot, reason) {
            edit(ctx, need, NeedEdit::Standing(NeedStanding::Deferred(text)));
        }
    }
    ui.add_space(4.0);
    if ui.available_width() < 520.0 {
        plain_ui(ctx, ui, need);
        evidence_ui(ctx, ui, need);
    } else {
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                plain_ui(ctx, left, need);
                evidence_ui(ctx, right, need);
            }
        });
    }
}

fn severity_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, need: &Need) {
    let all = [Severity::Mild, Severity::Moderate, Severity::Severe];
    let words = all.map(|one| sentence_case(terms::severity(one, ctx.language())));
    let choices: Vec<(Severity, &str)> = all.into_iter().zip(words.iter().map(String::as_str)).collect();
    let taken = widgets::segmented(ui, ctx.tokens, ctx.say(GoalsWords::Severity), need.severity, &choices);
    if let Some(severity) = taken {
        edit(ctx, need, NeedEdit::Severity(severity));
        ctx.send(Action::StepDone);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Here {
    Addressed,
    Deferred,
}

fn standing_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, need: &Need) {
    let now = match need.standing {
        NeedStanding::Addressed => Here::Addressed,
        NeedStanding::Deferred(_) => Here::Deferred,
    };
    let choices =
        [(Here::Addressed, ctx.say(GoalsWords::Addressed)), (Here::Deferred, ctx.say(GoalsWords::DeferredHere))];
    if let Some(here) = widgets::segmented(ui, ctx.tokens, ctx.say(GoalsWords::Standing), now, &choices) {
        let standing = match here {
            Here::Addressed => NeedStanding::Addressed,
            Here::Deferred => NeedStanding::Deferred(String::new()),
        };
        edit(ctx, need, NeedEdit::Standing(standing));
        ctx.send(Action::StepDone);
    }
}

fn more_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, need: &Need) {
    let needs = &open.plan().needs;
    let at = needs.iter().position(|one| one.id == need.id).unwrap_or_default();
    let name = format!("{}, {}", need.problem, ctx.say(GoalsWords::More));
    let response = widgets::quiet(ui, ctx.say(GoalsWords::More)).accessible_name(&name);
    Popup::menu(&response).accessible_name(name).show(|ui| {
        let entry = |ui: &mut Ui, words| ui.add(Button::selectable(false, ctx.say(words))).clicked();
        if at > 0 && entry(ui, GoalsWords::MoveUp) {
            ctx.edit(Edit::Needs(ListEdit::Move(need.id, at - 1)));
        }
        if at + 1 < needs.len() && entry(ui, GoalsWords::MoveDown) {
            ctx.edit(Edit::Needs(ListEdit::Move(need.id, at + 1)));
        }
        if entry(ui, GoalsWords::RemoveNeed) {
            ctx.edit(Edit::Needs(ListEdit::Remove(need.id)));
        }
        let only = open.plan().goals.iter().filter(|goal| goal.needs == [need.id]);
        let mut edits: Vec<Edit> = only.map(|goal| Edit::Goals(ListEdit::Remove(goal.id))).collect();
        if !edits.is_empty() && entry(ui, GoalsWords::RemoveNeedAndGoals) {
            edits.push(Edit::Needs(ListEdit::Remove(need.id)));
            ctx.edit(Edit::Together(edits));
        }
    });
}

fn plain_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, need: &Need) {
    let item = Item::Need(need.id);
    let spot = Spot { item, name: GoalsWords::PlainWords, hint: GoalsWords::PlainWordsHint, size: theme::BODY };
    if let Some(text) = inline::named(ctx, ui, &spot, &need.plain) {
        edit(ctx, need, NeedEdit::Plain(text));
    }
}

fn evidence_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, need: &Need) {
    let item = Item::Need(need.id);
    let spot = Spot { item, name: GoalsWords::Evidence, hint: GoalsWords::EvidenceHint, size: theme::BODY };
    if let Some(text) = inline::named(ctx, ui, &spot, &need.evidence) {
        edit(ctx, need, NeedEdit::Evidence(text));
    }
    let library = need.slug.as_ref().and_then(|slug| ctx.catalog.needs.get(slug));
    let Some(library) = library.filter(|library| !library.evidence.is_empty()) else { return };
    let response = widgets::quiet(ui, ctx.say(GoalsWords::Beginnings));
    Popup::menu(&response).accessible_name(ctx.say(GoalsWords::Beginnings)).show(|ui| {
        for beginning in &library.evidence {
            if ui.add(Button::selectable(false, beginning.get(ctx.language())).wrap()).clicked() {
                let start = need.evidence.trim_end();
                let joint = if start.is_empty() { "" } else { "; " };
                edit(ctx, need, NeedEdit::Evidence(format!("{start}{joint}{}", beginning.en)));
                ctx.send(Action::StepDone);
            }
        }
    });
}

/// Links a goal to a need or takes the link away.
pub(super) fn link(ctx: &ViewCtx<'_>, goal: &crate::plan::Goal, need: &Need) {
    let mut needs = goal.needs.clone();
    if needs.contains(&need.id) {
        needs.retain(|id| *id != need.id);
    } else {
        needs.push(need.id);
    }
    ctx.edit(Edit::Goal(goal.id, GoalEdit::Needs(needs)));
    ctx.send(Action::StepDone);
}
