//! Calm hints below what they are about, and ticks that tie goals to needs and objectives to modules.

use egui::{Popup, PopupCloseBehavior, Ui, pos2, vec2};

use super::need;
use crate::checks::{Finding, FindingKind, KnownFinding, Level, ThreadFinding};
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Place;
use crate::desktop::view::ViewCtx;
use crate::desktop::{form, theme, widgets};
use crate::plan::{Edit, Goal, Item, ModuleEdit, Objective, Plan};
use crate::wording::findings;
use crate::wording::screen::GoalsWords;

/// What would make an item stronger.
pub(super) fn hints_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, item: Item) {
    let (plan, language) = (open.plan(), ctx.language());
    for finding in hints(open, item) {
        let ink = match finding.level() {
            Level::Error | Level::Warning => ctx.tokens.warning,
            Level::Note => ctx.tokens.soft,
        };
        let why = findings::message(finding, plan, language);
        hint_ui(ui, &findings::fix(finding, plan, language), ink).on_hover_text(why);
    }
    if is_borrowed(ctx, plan, item) {
        hint_ui(ui, ctx.say(GoalsWords::LibraryWords), ctx.tokens.soft);
    }
}

fn hint_ui(ui: &mut Ui, words: &str, ink: egui::Color32) -> egui::Response {
    ui.horizontal_top(|ui| {
        ui.add_space(26.0);
        let left = ui.cursor().min;
        ui.painter().circle_filled(pos2(left.x - 10.0, left.y + 9.0), 3.0, ink);
        let text = egui::RichText::new(words).size(theme::SMALL).color(ink);
        ui.add(egui::Label::new(text).wrap())
    })
    .inner
}

/// What is found about an item and can be mended here; a missing module says nothing before modules are placed.
pub(super) fn hints(open: &OpenPlan, item: Item) -> impl Iterator<Item = &Finding> {
    let before_modules = open.plan().modules.is_empty();
    open.model.findings.iter().filter(move |finding| finding.item == item).filter(move |finding| match &finding.kind {
        FindingKind::Thread(ThreadFinding::ObjectiveWithoutModule) => !before_modules,
        // These are plain to see here: beside the list, as the reason, or as the way to add a goal.
        FindingKind::Thread(ThreadFinding::NeedDeferred { .. } | ThreadFinding::NeedWithoutGoal) => false,
        FindingKind::Thread(_) | FindingKind::Known(KnownFinding::MeasureAges { .. }) => true,
        FindingKind::Known(_)
        | FindingKind::Person(_)
        | FindingKind::Frame(_)
        | FindingKind::Calendar(_)
        | FindingKind::Hours(_)
        | FindingKind::Measures(_)
        | FindingKind::Clock(_)
        | FindingKind::Authorization(_)
        | FindingKind::Part(_)
        | FindingKind::Leaving(_) => false,
    })
}

/// Whether a goal still says what the library says.
fn is_borrowed(ctx: &ViewCtx<'_>, plan: &Plan, item: Item) -> bool {
    let Item::Goal(id) = item else { return false };
    let Some(goal) = plan.goal(id) else { return false };
    let library = ctx.catalog.needs.values().flat_map(|need| &need.goals);
    { library }.any(|template| goal.own_words == template.own_words.en || goal.own_words == template.own_words.es)
}

/// A menu of needs to tick.
pub(super) fn needs_ui(ctx: &ViewCtx<'_>, plan: &Plan, ui: &mut Ui, goal: &Goal) {
    let at = plan.goals.iter().position(|one| one.id == goal.id).unwrap_or_default() + 1;
    let name = ctx.say(GoalsWords::LinkNeeds);
    let told = format!("{}, {name}", crate::wording::screen::goal_number(at, ctx.language()));
    let response = widgets::quiet(ui, name).accessible_name(&told);
    let popup = Popup::menu(&response).accessible_name(told);
    popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        for one in &plan.needs {
            if form::tick(ui, &one.problem, goal.needs.contains(&one.id)).is_some() {
                need::link(ctx, goal, one);
            }
        }
    });
}

/// The modules of the plan, to tick those that work on an objective.
pub(super) fn modules_ui(ctx: &ViewCtx<'_>, plan: &Plan, ui: &mut Ui, objective: &Objective) {
    if plan.modules.is_empty() {
        ui.label(theme::soft(ctx.say(GoalsWords::ModulesNext), ctx.tokens));
        if ui.button(ctx.say(GoalsWords::ToModules)).clicked() {
            ctx.send(Action::Go(Place::Modules));
        }
        return;
    }
    ui.label(theme::soft(ctx.say(GoalsWords::WorkedOnIn), ctx.tokens));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 2.0);
        for module in &plan.modules {
            let linked = module.objectives.contains(&objective.id);
            let Some(wanted) = form::tick(ui, module.plain_name.get(ctx.language()), linked) else { continue };
            let mut objectives = module.objectives.clone();
            objectives.retain(|id| *id != objective.id);
            if wanted {
                objectives.push(objective.id);
            }
            ctx.edit(Edit::Module(module.id, ModuleEdit::Objectives(objectives)));
            ctx.send(Action::StepDone);
        }
    });
}
