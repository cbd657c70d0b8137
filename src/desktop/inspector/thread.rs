//! The thread of whatever is selected, in words: session, modules, objectives, goals and needs, tied by one line.

use std::collections::BTreeSet;

use egui::{FontId, Sense, Stroke, Ui, pos2, vec2};

use crate::base::{GoalId, Minutes, ModuleId, NeedId, ObjectiveId, is_blank};
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{Item, Plan, Session};
use crate::wording::screen::{Label, dose, goal_quote, session_of};
use crate::wording::{terms, time};

/// Everything on the thread of something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Links {
    needs: BTreeSet<NeedId>,
    goals: BTreeSet<GoalId>,
    objectives: BTreeSet<ObjectiveId>,
    modules: BTreeSet<ModuleId>,
}

/// The thread of something, both ways: what it serves, and what serves it.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, item: Item) {
    ui.add_space(14.0);
    ui.label(theme::strong(ctx.say(heading(item))));
    ui.add_space(4.0);
    let mut beads = Vec::new();
    for (at, knot) in knots(ctx, open.plan(), item).iter().enumerate() {
        beads.push(knot_ui(ctx, ui, at, knot));
    }
    for pair in beads.windows(2) {
        if let [above, below] = pair {
            let line = [*above + vec2(0.0, 6.0), *below - vec2(0.0, 6.0)];
            ui.painter().line_segment(line, Stroke::new(1.5, ctx.tokens.accent));
        }
    }
}

fn heading(item: Item) -> Label {
    if matches!(item, Item::Session(_) | Item::Module(_)) { Label::TheThread } else { Label::WholeThread }
}

fn links(plan: &Plan, item: Item) -> Links {
    let mut links = Links::default();
    if let Item::Session(id) = item {
        links.modules.extend(plan.session(id).map(|session| session.module));
    } else if let Item::Module(id) = item {
        links.modules.insert(id);
    } else if let Item::Objective(id) = item {
        links.objectives.insert(id);
    } else if let Item::Goal(id) = item {
        links.goals.insert(id);
    } else if let Item::Need(id) = item {
        links.needs.insert(id);
    }
    if matches!(item, Item::Need(_)) {
        let answers = plan.goals.iter().filter(|goal| goal.needs.iter().any(|need| links.needs.contains(need)));
        links.goals.extend(answers.map(|goal| goal.id));
    }
    if !matches!(item, Item::Session(_) | Item::Module(_) | Item::Objective(_)) {
        let goals = plan.goals.iter().filter(|goal| links.goals.contains(&goal.id));
        links.objectives.extend(goals.flat_map(|goal| &goal.objectives).map(|objective| objective.id));
    }
    if links.modules.is_empty() {
        let serves =
            plan.modules.iter().filter(|module| module.objectives.iter().any(|o| links.objectives.contains(o)));
        links.modules.extend(serves.map(|module| module.id));
    } else {
        let modules = plan.modules.iter().filter(|module| links.modules.contains(&module.id));
        links.objectives.extend(modules.flat_map(|module| module.objectives.iter().copied()));
    }
    let served = links.objectives.iter().filter_map(|id| plan.objective(*id)).map(|(goal, _)| goal);
    links.goals.extend(served.map(|goal| goal.id));
    let goals = plan.goals.iter().filter(|goal| links.goals.contains(&goal.id));
    links.needs.extend(goals.flat_map(|goal| goal.needs.iter().copied()));
    links
}

struct Knot {
    kind: Label,
    words: String,
    more: String,
    /// What a click leads to; nothing for what is missing or shown already.
    item: Option<Item>,
}

impl Knot {
    fn missing(ctx: &ViewCtx<'_>, kind: Label, words: Label) -> Self {
        Self { kind, words: ctx.say(words).to_owned(), more: String::new(), item: None }
    }
}

/// From the session up to the needs, without what is selected itself.
fn knots(ctx: &ViewCtx<'_>, plan: &Plan, item: Item) -> Vec<Knot> {
    let links = links(plan, item);
    let mut knots = Vec::new();
    if let Item::Session(id) = item {
        knots.extend(plan.session(id).and_then(|session| session_knot(ctx, plan, session)));
    }
    knots.extend(module_knots(ctx, plan, &links, item));
    knots.extend(objective_knots(ctx, plan, &links, item));
    knots.extend(goal_knots(ctx, plan, &links, item));
    knots.extend(need_knots(ctx, plan, &links, item));
    knots
}

fn session_knot(ctx: &ViewCtx<'_>, plan: &Plan, session: &Session) -> Option<Knot> {
    let module = plan.module(session.module)?;
    let number = plan.sessions_of(module.id).position(|one| one.id == session.id)? + 1;
    let words = session_of(number, module.sessions, ctx.language());
    Some(Knot { kind: Label::ThreadSession, words, more: String::new(), item: None })
}

fn module_knots(ctx: &ViewCtx<'_>, plan: &Plan, links: &Links, item: Item) -> Vec<Knot> {
    let language = ctx.language();
    if links.modules.is_empty() {
        return vec![Knot::missing(ctx, Label::ThreadModule, Label::NothingServesIt)];
    }
    let others = plan.modules.iter().filter(|module| links.modules.contains(&module.id));
    let others = others.filter(|module| Item::Module(module.id) != item);
    others
        .map(|module| {
            let held = plan.sessions_of(module.id).filter(|session| session.status.occupies());
            let hours: Minutes = held.map(|session| session.minutes).sum();
            let more = format!("{}, {}", dose(module, language), time::length(hours));
            let words = module.name.get(language).to_owned();
            Knot { kind: Label::ThreadModule, words, more, item: Some(Item::Module(module.id)) }
        })
        .collect()
}

fn objective_knots(ctx: &ViewCtx<'_>, plan: &Plan, links: &Links, item: Item) -> Vec<Knot> {
    if links.objectives.is_empty() {
        let above = matches!(item, Item::Need(_) | Item::Goal(_));
        let words = if above { Label::NoObjectiveYet } else { Label::ServesNothing };
        return vec![Knot::missing(ctx, Label::ThreadObjective, words)];
    }
    let objectives = links.objectives.iter().filter(|id| Item::Objective(**id) != item);
    objectives
        .filter_map(|id| plan.objective(*id))
        .map(|(_, objective)| Knot {
            kind: Label::ThreadObjective,
            words: objective.plain.clone(),
            more: terms::objective_status(objective.status, ctx.language()).to_owned(),
            item: Some(Item::Objective(objective.id)),
        })
        .collect()
}

fn goal_knots(ctx: &ViewCtx<'_>, plan: &Plan, links: &Links, item: Item) -> Vec<Knot> {
    if links.goals.is_empty() && matches!(item, Item::Need(_)) {
        return vec![Knot::missing(ctx, Label::ThreadGoal, Label::NoGoalYet)];
    }
    let goals = plan.goals.iter().filter(|goal| links.goals.contains(&goal.id) && Item::Goal(goal.id) != item);
    goals
        .map(|goal| Knot {
            kind: Label::ThreadGoal,
            words: goal_quote(&goal.own_words),
            more: goal.rendering.as_ref().map_or_else(String::new, |rendering| rendering.text.clone()),
            item: Some(Item::Goal(goal.id)),
        })
        .collect()
}

fn need_knots(ctx: &ViewCtx<'_>, plan: &Plan, links: &Links, item: Item) -> Vec<Knot> {
    if links.needs.is_empty() && !links.goals.is_empty() {
        return vec![Knot::missing(ctx, Label::ThreadNeed, Label::AnswersNoNeed)];
    }
    let needs = plan.needs.iter().filter(|need| links.needs.contains(&need.id) && Item::Need(need.id) != item);
    needs
        .map(|need| Knot {
            kind: Label::ThreadNeed,
            words: need.problem.clone(),
            more: terms::severity(need.severity, ctx.language()).to_owned(),
            item: Some(Item::Need(need.id)),
        })
        .collect()
}

/// Draws a knot and tells where its bead is.
fn knot_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, at: usize, knot: &Knot) -> egui::Pos2 {
    let tokens = ctx.tokens;
    let width = ui.available_width() - 26.0;
    let lay = |text: &str, size, color| ui.painter().layout(text.to_owned(), FontId::proportional(size), color, width);
    let kind = lay(ctx.say(knot.kind), theme::SMALL, tokens.soft);
    let words = lay(&knot.words, theme::BODY, tokens.ink);
    let more = (!is_blank(&knot.more)).then(|| lay(&knot.more, theme::SMALL, tokens.soft));
    let height = kind.size().y + words.size().y + more.as_ref().map_or(0.0, |more| more.size().y) + 2.0;
    let (rect, text) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let name = format!("{}: {}", ctx.say(knot.kind), knot.words);
    if let Some(item) = knot.item {
        let response = widgets::target(ui, rect, ui.scope_id().with(("knot", item)), &name, None);
        if response.hovered() {
            ui.painter().rect_filled(rect.expand(3.0), egui::CornerRadius::same(6), tokens.raised);
        }
        widgets::ring(ui, &response, tokens);
        if response.clicked() {
            ctx.send(Action::Show(item));
        }
    } else {
        text.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
    }
    let bead = pos2(rect.left() + 6.0, rect.top() + 9.0);
    ui.painter().circle(bead, 4.0, tokens.paper, Stroke::new(2.0, tokens.accent));
    let mut top = rect.top();
    for galley in [Some(kind), Some(words), more].into_iter().flatten() {
        let next = top + galley.size().y + 1.0;
        ui.painter().galley(pos2(rect.left() + 20.0, top), galley, tokens.ink);
        top = next;
    }
    let gap = if at == 0 { 6.0 } else { 8.0 };
    ui.add_space(gap);
    bead
}
