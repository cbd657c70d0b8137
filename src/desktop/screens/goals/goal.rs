//! Goals as cards: the person's words first, the record's second, then what shows that the goal is reached.

use egui::{
    Button, CornerRadius, FontId, Frame, Id, Margin, Popup, Response, RichText, Role, ScrollArea, Sense, Stroke,
};
use egui::{Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::inline::{self, Spot};
use super::order::{self, Row};
use super::{add, links, objective, page};
use crate::base::{GoalId, NeedId};
use crate::catalog::GoalTemplate;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::draft::Suggest;
use crate::plan::{Edit, Goal, GoalEdit, Item, ListEdit, Need, NeedStanding, Rendering};
use crate::wording::screen::{GoalsWords, goal_number, goal_quote, with_objectives};

/// The goals that answer a need, and ways to add one.
pub(super) fn list_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, need: &Need) {
    let goals: Vec<&Goal> = open.plan().goals.iter().filter(|goal| goal.needs.contains(&need.id)).collect();
    cards_ui(ctx, open, ui, &goals);
    let library = need.slug.as_ref().and_then(|slug| ctx.catalog.needs.get(slug));
    let suggest =
        library.map(|library| Suggest { plan: open.plan(), catalog: ctx.catalog, library, today: Some(ctx.today) });
    match (&need.standing, goals.is_empty()) {
        (NeedStanding::Addressed, true) => first_ui(ctx, open, ui, (need.id, suggest)),
        (NeedStanding::Deferred(_), true) => {}
        (NeedStanding::Addressed | NeedStanding::Deferred(_), false) => another_ui(ctx, open, ui, (need.id, suggest)),
    }
}

/// Goals that answer no need.
pub(super) fn loose_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    ScrollArea::vertical().id_salt("loose").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 10.0);
        let goals: Vec<&Goal> = page::loose(open.plan()).collect();
        cards_ui(ctx, open, ui, &goals);
        ui.add_space(24.0);
        widgets::follow_keyboard(ui, "loose");
    });
}

fn cards_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, goals: &[&Goal]) {
    let mut rows = Vec::new();
    for goal in goals {
        let id = Id::unique(("goals-goal", Item::Goal(goal.id)));
        let shown = ui.scope_builder(UiBuilder::new().scope_id(id), |ui| card_ui(ctx, open, ui, goal));
        if ctx.is_selected(Item::Goal(goal.id)) {
            super::reveal(ui, Item::Goal(goal.id), shown.response.rect);
        }
        rows.push(Row { handle: shown.inner, rect: shown.response.rect });
        ui.add_space(10.0);
    }
    if let Some((at, to)) = order::moved(ui, ctx.tokens, &rows) {
        let shown: Vec<GoalId> = goals.iter().map(|goal| goal.id).collect();
        move_goal(ctx, open, &shown, (at, to));
    }
}

fn move_goal(ctx: &ViewCtx<'_>, open: &OpenPlan, shown: &[GoalId], (at, to): (usize, usize)) {
    let all: Vec<GoalId> = open.plan().goals.iter().map(|goal| goal.id).collect();
    if let Some((id, to)) = shown.get(at).zip(order::place(&all, shown, to)) {
        ctx.edit(Edit::Goals(ListEdit::Move(*id, to)));
        ctx.send(Action::StepDone);
    }
}

fn card_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, goal: &Goal) -> Response {
    let tokens = ctx.tokens;
    let chosen = ctx.is_selected(Item::Goal(goal.id));
    let edge = if chosen { Stroke::new(tokens.stroke, tokens.accent) } else { tokens.hairline() };
    let frame = Frame::new().fill(tokens.sheet).stroke(edge).corner_radius(CornerRadius::same(10));
    frame
        .inner_margin(Margin { left: 14, right: 14, top: 8, bottom: 12 })
        .show(ui, |ui| {
            let handle = ui.horizontal(|ui| head_ui(ctx, open, ui, goal)).inner;
            words_ui(ctx, ui, goal);
            links::hints_ui(ctx, open, ui, Item::Goal(goal.id));
            ui.add_space(8.0);
            objective::list_ui(ctx, open, ui, goal);
            answers_ui(ctx, open, ui, goal);
            handle
        })
        .inner
}

fn head_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, goal: &Goal) -> Response {
    let at = open.plan().goals.iter().position(|one| one.id == goal.id).unwrap_or_default();
    let name = goal_number(at + 1, ctx.language());
    let handle = handle_ui(ctx, ui, goal, &name);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let more = format!("{name}, {}", ctx.say(GoalsWords::More));
        let response = widgets::quiet(ui, ctx.say(GoalsWords::More)).accessible_name(&more);
        Popup::menu(&response).accessible_name(more).show(|ui| more_ui(ctx, open, ui, goal));
    });
    handle
}

/// The number of the goal selects it, and takes drags and keys that move it.
fn handle_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, goal: &Goal, name: &str) -> Response {
    let tokens = ctx.tokens;
    let item = Item::Goal(goal.id);
    let font = FontId::new(theme::SMALL, theme::semibold());
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font, tokens.accent);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x + 26.0, 26.0), Sense::hover());
    let response = ui.interact(rect, Id::unique(("goals-handle", item)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, ctx.is_selected(item), name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.raised);
    }
    for (column, row) in [(0.0, -4.0), (0.0, 0.0), (0.0, 4.0), (4.0, -4.0), (4.0, 0.0), (4.0, 4.0)] {
        ui.painter().circle_filled(pos2(rect.left() + 8.0 + column, rect.center().y + row), 1.2, tokens.edge);
    }
    let at = pos2(rect.left() + 19.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.accent);
    widgets::ring(ui, &response, tokens);
    if response.clicked() {
        ctx.select(item);
    }
    response.on_hover_text(ctx.say(GoalsWords::Drag))
}

fn more_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, goal: &Goal) {
    let beside = |other: &&Goal| match goal.needs.first() {
        Some(need) => other.needs.contains(need),
        None => other.needs.is_empty(),
    };
    let shown: Vec<GoalId> = open.plan().goals.iter().filter(beside).map(|goal| goal.id).collect();
    let at = shown.iter().position(|id| *id == goal.id).unwrap_or_default();
    let entry = |ui: &mut Ui, words| ui.add(Button::selectable(false, ctx.say(words))).clicked();
    if at > 0 && entry(ui, GoalsWords::MoveUp) {
        move_goal(ctx, open, &shown, (at, at - 1));
    }
    if at + 1 < shown.len() && entry(ui, GoalsWords::MoveDown) {
        move_goal(ctx, open, &shown, (at, at + 1));
    }
    if entry(ui, GoalsWords::RemoveGoal) {
        ctx.edit(Edit::Goals(ListEdit::Remove(goal.id)));
    }
}

fn edit(ctx: &ViewCtx<'_>, goal: &Goal, change: GoalEdit) {
    ctx.edit(Edit::Goal(goal.id, change));
}

/// Own words as a quotation, large, with their rendering; the record's words below.
fn words_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, goal: &Goal) {
    let item = Item::Goal(goal.id);
    let top = ui.cursor().min;
    ui.horizontal_top(|ui| {
        ui.add_space(22.0);
        let spot = Spot { item, name: GoalsWords::OwnWords, hint: GoalsWords::OwnWordsHint, size: 19.0 };
        if let Some(text) = inline::named(ctx, ui, &spot, &goal.own_words) {
            edit(ctx, goal, GoalEdit::OwnWords(text));
        }
    });
    let font = FontId::new(34.0, theme::semibold());
    ui.painter().text(top + vec2(2.0, 12.0), egui::Align2::LEFT_TOP, "“", font, ctx.tokens.accent);
    rendering_ui(ctx, ui, goal);
    ui.horizontal_top(|ui| {
        ui.add_space(22.0);
        let spot = Spot { item, name: GoalsWords::Clinical, hint: GoalsWords::ClinicalHint, size: theme::BODY };
        if let Some(text) = inline::named(ctx, ui, &spot, &goal.clinical) {
            edit(ctx, goal, GoalEdit::Clinical(text));
        }
    });
}

/// Words in another language than the record's need an English rendering and somebody who answers for it.
fn rendering_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, goal: &Goal) {
    let primary = goal.language.trim().split(['-', '_']).next().unwrap_or_default();
    if goal.rendering.is_none() && (primary.is_empty() || primary.eq_ignore_ascii_case("en")) {
        return;
    }
    let item = Item::Goal(goal.id);
    let now = goal.rendering.clone().unwrap_or_else(|| Rendering {
        text: String::new(),
        language: "en-US".to_owned(),
        translator: String::new(),
        date: ctx.today,
    });
    let set = |rendering: Rendering| edit(ctx, goal, GoalEdit::Rendering(Some(rendering)));
    ui.horizontal_top(|ui| {
        ui.add_space(22.0);
        ui.vertical(|ui| {
            let spot = Spot { item, name: GoalsWords::Rendering, hint: GoalsWords::RenderingHint, size: theme::BODY };
            if let Some(text) = inline::named(ctx, ui, &spot, &now.text) {
                set(Rendering { text, ..now.clone() });
            }
            let spot = Spot { item, name: GoalsWords::Translator, hint: GoalsWords::TranslatorHint, size: theme::NAME };
            if let Some(translator) = inline::named(ctx, ui, &spot, &now.translator) {
                set(Rendering { translator, ..now.clone() });
            }
        });
    });
}

/// Which needs the goal answers; shown where there is something to choose.
fn answers_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, goal: &Goal) {
    let plan = open.plan();
    if plan.needs.len() < 2 && goal.needs.len() == plan.needs.len() {
        return;
    }
    ui.add_space(6.0);
    let names: Vec<&str> = goal.needs.iter().filter_map(|id| plan.need(*id)).map(|need| &*need.problem).collect();
    ui.horizontal_wrapped(|ui| {
        ui.add_space(6.0);
        if !names.is_empty() {
            let words = format!("{} {}", ctx.say(GoalsWords::Answers), names.join(", "));
            ui.add(egui::Label::new(theme::soft(words, ctx.tokens)).wrap());
        }
        links::needs_ui(ctx, plan, ui, goal);
    });
}

/// Nothing yet: the library's goals to begin from, and an empty one.
fn first_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, (need, suggest): (NeedId, Option<Suggest<'_>>)) {
    ui.label(theme::heading(ctx.say(GoalsWords::WhatWanted)));
    ui.label(RichText::new(ctx.say(GoalsWords::WhatWantedHow)).color(ctx.tokens.soft));
    ui.add_space(6.0);
    if let Some(suggest) = &suggest {
        for template in &suggest.library.goals {
            if template_ui(ctx, ui, suggest, template).clicked() {
                add(ctx, open, Edit::Together(suggest.take_goal(template, need)));
            }
            ui.add_space(4.0);
        }
    }
    ui.add_space(4.0);
    if ui.button(ctx.say(GoalsWords::OwnGoal)).clicked() {
        add(ctx, open, own_goal(open, need));
    }
}

fn template_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, suggest: &Suggest<'_>, template: &GoalTemplate) -> Response {
    let (tokens, language) = (ctx.tokens, ctx.language());
    let quote = goal_quote(template.own_words.get(language));
    let count = template.objectives.iter().filter_map(|one| suggest.objective(one, None)).count();
    let more = format!("{} ({})", template.clinical.get(language), with_objectives(count, language));
    let room = ui.available_width() - 28.0;
    let top = widgets::fitted(ui.painter(), &quote, FontId::proportional(16.0), tokens.ink, (room, 2));
    let below = widgets::fitted(ui.painter(), &more, FontId::proportional(theme::SMALL), tokens.soft, (room, 2));
    let size = vec2(ui.available_width(), top.size().y + below.size().y + 22.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let id = ui.scope_id().with(("template", template.own_words.en.as_str()));
    let response = widgets::target(ui, rect, id, &quote, None);
    let fill = if response.hovered() { tokens.raised } else { tokens.sheet };
    ui.painter().rect(rect, CornerRadius::same(10), fill, tokens.hairline(), egui::StrokeKind::Inside);
    let at = rect.min + vec2(14.0, 9.0);
    let next = pos2(at.x, at.y + top.size().y + 4.0);
    ui.painter().galley(at, top, tokens.ink);
    ui.painter().galley(next, below, tokens.soft);
    widgets::ring(ui, &response, tokens);
    response
}

fn another_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, (need, suggest): (NeedId, Option<Suggest<'_>>)) {
    let language = ctx.language();
    let response = widgets::quiet(ui, ctx.say(GoalsWords::AddGoal));
    Popup::menu(&response).accessible_name(ctx.say(GoalsWords::AddGoal)).show(|ui| {
        ui.set_max_width(420.0);
        for template in suggest.iter().flat_map(|suggest| &suggest.library.goals) {
            let quote = goal_quote(template.own_words.get(language));
            let taken = open.plan().goals.iter().any(|goal| goal.clinical == template.clinical.en);
            if !taken && ui.add(Button::selectable(false, quote).wrap()).clicked() {
                let edits = suggest.map(|suggest| suggest.take_goal(template, need)).unwrap_or_default();
                add(ctx, open, Edit::Together(edits));
            }
        }
        ui.separator();
        if ui.add(Button::selectable(false, ctx.say(GoalsWords::OwnGoal))).clicked() {
            add(ctx, open, own_goal(open, need));
        }
    });
}

fn own_goal(open: &OpenPlan, need: NeedId) -> Edit {
    Edit::Goals(ListEdit::Add(Goal {
        id: GoalId::default(),
        needs: vec![need],
        own_words: String::new(),
        language: open.plan().person.language.clone(),
        rendering: None,
        clinical: String::new(),
        objectives: Vec::new(),
    }))
}
