//! Objectives: a line each, from where to where and by when; the selected one open to be edited.

use egui::{Align2, Button, CornerRadius, FontId, Galley, Id, Margin, Popup, Role, Sense, Stroke};
use egui::{Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::sync::Arc;

use super::inline::{self, Spot};
use super::order::{self, Row};
use super::{add, gauge, links};
use crate::base::ObjectiveId;
use crate::catalog::{ObjectiveTemplate, PresentingNeed};
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{form, theme, widgets};
use crate::draft::{Suggest, target_date};
use crate::plan::{Edit, Goal, Item, ListEdit, Objective, ObjectiveEdit, ObjectiveStatus, Plan};
use crate::wording::paper::sentence_case;
use crate::wording::screen::{GoalsWords, by_date, from_and_to, objective_line};
use crate::wording::terms;

/// The objectives of a goal, and ways to add one.
pub(super) fn list_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, goal: &Goal) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut rows = Vec::new();
    for objective in &goal.objectives {
        let item = Item::Objective(objective.id);
        let id = Id::unique(("goals-objective", item));
        let shown = ui.scope_builder(UiBuilder::new().scope_id(id), |ui| {
            let handle = row_ui(ctx, ui, objective);
            if ctx.is_selected(item) {
                open_ui(ctx, open, ui, (goal, objective));
            } else {
                links::hints_ui(ctx, open, ui, item);
            }
            handle
        });
        if shown.inner.clicked() {
            ctx.select(if ctx.is_selected(item) { Item::Goal(goal.id) } else { item });
        }
        if ctx.is_selected(item) {
            super::reveal(ui, item, shown.response.rect);
        }
        rows.push(Row { handle: shown.inner, rect: shown.response.rect });
    }
    if let Some((at, to)) = order::moved(ui, ctx.tokens, &rows) {
        move_to(ctx, goal, at, to);
    }
    add_ui(ctx, open, ui, goal);
}

fn move_to(ctx: &ViewCtx<'_>, goal: &Goal, at: usize, to: usize) {
    if let Some(objective) = goal.objectives.get(at) {
        ctx.edit(Edit::Objectives(goal.id, ListEdit::Move(objective.id, to)));
        ctx.send(Action::StepDone);
    }
}

/// From this width on, an objective stands in one line.
const ONE_LINE: f32 = 560.0;

fn row_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, objective: &Objective) -> egui::Response {
    let (tokens, language) = (ctx.tokens, ctx.language());
    let item = Item::Objective(objective.id);
    let chosen = ctx.is_selected(item);
    let width = ui.available_width();
    let one_line = width >= ONE_LINE;
    let plain = if crate::base::is_blank(&objective.plain) { ctx.say(GoalsWords::NotNamed) } else { &objective.plain };
    let left = if one_line { width * 0.52 - 34.0 } else { width - 40.0 };
    let font = FontId::proportional(theme::BODY);
    let title = widgets::fitted(ui.painter(), plain, font, tokens.ink, (left, 2));
    let height = if one_line { title.size().y + 14.0 } else { title.size().y + 34.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with("row"), Sense::click_and_drag());
    let told = objective_line(plain, &objective.gauge, objective.target_date, language);
    let told = format!("{told}, {}", terms::objective_status(objective.status, language));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &told));
    if chosen || response.hovered() {
        let fill = if chosen { tokens.chosen } else { tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    bead(ctx, ui, pos2(rect.left() + 14.0, rect.top() + 16.0), objective.status);
    let at = rect.min + vec2(28.0, 7.0);
    let below = pos2(at.x, at.y + title.size().y + 2.0);
    ui.painter().galley(at, title, tokens.ink);
    if one_line {
        let from = pos2(rect.left() + width * 0.52, at.y);
        figures(ctx, ui, objective, (from, width * 0.48 - 88.0));
        let by = by_date(objective.target_date, language);
        let small = FontId::proportional(theme::SMALL);
        ui.painter().text(pos2(rect.right() - 8.0, at.y + 1.0), Align2::RIGHT_TOP, by, small, tokens.soft);
    } else {
        figures(ctx, ui, objective, (below, width - 128.0));
        let by = by_date(objective.target_date, language);
        let small = FontId::proportional(theme::SMALL);
        ui.painter().text(pos2(rect.right() - 8.0, below.y), Align2::RIGHT_TOP, by, small, tokens.soft);
    }
    widgets::ring(ui, &response, tokens);
    response
}

/// How far the objective is: an empty, half or full bead.
fn bead(ctx: &ViewCtx<'_>, ui: &Ui, center: egui::Pos2, status: ObjectiveStatus) {
    let tokens = ctx.tokens;
    let (painter, ring) = (ui.painter(), Stroke::new(1.6, tokens.accent));
    match status {
        ObjectiveStatus::NotStarted => drop(painter.circle_stroke(center, 4.5, ring)),
        ObjectiveStatus::InProgress | ObjectiveStatus::PartlyMet => {
            painter.circle_stroke(center, 4.5, ring);
            painter.circle_filled(center, 2.4, tokens.accent);
        }
        ObjectiveStatus::Met => drop(painter.circle_filled(center, 5.0, tokens.accent)),
        ObjectiveStatus::Deferred | ObjectiveStatus::Discontinued => {
            painter.hline(center.x - 4.5..=center.x + 4.5, center.y, Stroke::new(1.6, tokens.soft));
        }
    }
}

/// Baseline, an arrow, target.
fn figures(ctx: &ViewCtx<'_>, ui: &Ui, objective: &Objective, (at, width): (egui::Pos2, f32)) {
    let tokens = ctx.tokens;
    let (from, to) = from_and_to(&objective.gauge, ctx.language());
    let lay = |words: &str, ink, room: f32| -> Arc<Galley> {
        widgets::fitted(ui.painter(), words, FontId::proportional(theme::NAME), ink, (room.max(20.0), 1))
    };
    let mut x = at.x;
    if let Some(from) = from {
        let galley = lay(&from, tokens.soft, width * 0.5);
        let (wide, y) = (galley.size().x, at.y + galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.soft);
        let (tail, tip) = (pos2(x + wide + 7.0, y), pos2(x + wide + 23.0, y));
        let stroke = Stroke::new(1.4, tokens.accent);
        ui.painter().line_segment([tail, tip], stroke);
        ui.painter().line_segment([tip, tip + vec2(-4.0, -3.5)], stroke);
        ui.painter().line_segment([tip, tip + vec2(-4.0, 3.5)], stroke);
        x = tip.x + 7.0;
    }
    let galley = lay(&to, tokens.ink, width - (x - at.x));
    ui.painter().galley(pos2(x, at.y), galley, tokens.ink);
}

fn edit(ctx: &ViewCtx<'_>, objective: &Objective, change: ObjectiveEdit) {
    ctx.edit(Edit::Objective(objective.id, change));
}

fn open_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, (goal, objective): (&Goal, &Objective)) {
    let item = Item::Objective(objective.id);
    let frame = egui::Frame::new().inner_margin(Margin { left: 22, right: 4, top: 4, bottom: 10 });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let spot =
            Spot { item, name: GoalsWords::ObjectivePlain, hint: GoalsWords::ObjectivePlainHint, size: theme::BODY };
        if let Some(text) = inline::named(ctx, ui, &spot, &objective.plain) {
            edit(ctx, objective, ObjectiveEdit::Plain(text));
        }
        let spot = Spot { item, name: GoalsWords::Clinical, hint: GoalsWords::ClinicalHint, size: theme::BODY };
        if let Some(text) = inline::named(ctx, ui, &spot, &objective.clinical) {
            edit(ctx, objective, ObjectiveEdit::Clinical(text));
        }
        let age = open.stay().and_then(|(first, _)| open.plan().person.age_on(first));
        if let Some(gauge) = gauge::ui(ctx, open.plan(), ui, (&objective.gauge, age)) {
            edit(ctx, objective, ObjectiveEdit::Gauge(gauge));
        }
        date_and_status_ui(ctx, ui, objective);
        links::hints_ui(ctx, open, ui, item);
        ui.add_space(2.0);
        links::modules_ui(ctx, open.plan(), ui, objective);
        more_ui(ctx, ui, goal, objective);
    });
}

fn date_and_status_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, objective: &Objective) {
    gauge::beside(ui, 2, |ui, column| {
        if column == 0 {
            let date = form::date(ctx, ui, ctx.say(GoalsWords::ByWhen), Some(objective.target_date));
            if let Some(Some(date)) = date {
                edit(ctx, objective, ObjectiveEdit::TargetDate(date));
            }
            return;
        }
        let words = STATUSES.map(|one| sentence_case(terms::objective_status(one, ctx.language())));
        let all: Vec<_> = STATUSES.into_iter().zip(words.iter().map(String::as_str)).collect();
        if let Some(status) = form::choice(ctx, ui, ctx.say(GoalsWords::Status), objective.status, &all) {
            edit(ctx, objective, ObjectiveEdit::Status(status));
            ctx.send(Action::StepDone);
        }
    });
}

const STATUSES: [ObjectiveStatus; 6] = [
    ObjectiveStatus::NotStarted,
    ObjectiveStatus::InProgress,
    ObjectiveStatus::PartlyMet,
    ObjectiveStatus::Met,
    ObjectiveStatus::Deferred,
    ObjectiveStatus::Discontinued,
];

fn more_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, goal: &Goal, objective: &Objective) {
    let at = goal.objectives.iter().position(|one| one.id == objective.id).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        if at > 0 && widgets::quiet(ui, ctx.say(GoalsWords::MoveUp)).clicked() {
            move_to(ctx, goal, at, at - 1);
        }
        if at + 1 < goal.objectives.len() && widgets::quiet(ui, ctx.say(GoalsWords::MoveDown)).clicked() {
            move_to(ctx, goal, at, at + 1);
        }
        if widgets::quiet(ui, ctx.say(GoalsWords::RemoveObjective)).clicked() {
            ctx.edit(Edit::Objectives(goal.id, ListEdit::Remove(objective.id)));
            ctx.select(Item::Goal(goal.id));
        }
    });
}

fn add_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, goal: &Goal) {
    let at = open.plan().goals.iter().position(|one| one.id == goal.id).unwrap_or_default() + 1;
    let name = ctx.say(GoalsWords::AddObjective);
    let told = format!("{}, {name}", crate::wording::screen::goal_number(at, ctx.language()));
    let response = widgets::quiet(ui, name).accessible_name(&told);
    Popup::menu(&response).accessible_name(told).show(|ui| {
        ui.set_max_width(440.0);
        let offers = offers(ctx, open.plan(), goal);
        if !offers.is_empty() {
            ui.label(theme::soft(ctx.say(GoalsWords::FromLibrary), ctx.tokens));
        }
        for (suggest, template) in &offers {
            let words = template.plain.get(ctx.language());
            if ui.add(Button::selectable(false, words).wrap()).clicked() {
                add(ctx, open, Edit::Together(suggest.take_objective(template, goal.id)));
            }
        }
        ui.label(theme::soft(ctx.say(GoalsWords::OwnObjective), ctx.tokens));
        for kind in gauge::Kind::ALL {
            if ui.add(Button::selectable(false, ctx.say(kind.words()))).clicked() {
                add(ctx, open, own(ctx, open.plan(), goal, kind));
            }
        }
    });
}

/// Objectives of the library for the goal's needs that suit the person and are not in the plan.
fn offers<'a>(ctx: &ViewCtx<'a>, plan: &'a Plan, goal: &Goal) -> Vec<(Suggest<'a>, &'a ObjectiveTemplate)> {
    let there: Vec<&str> = plan.goals.iter().flat_map(|goal| &goal.objectives).map(|one| &*one.plain).collect();
    let slugs = goal.needs.iter().filter_map(|id| plan.need(*id)?.slug.as_ref());
    let libraries = slugs.filter_map(|slug| ctx.catalog.needs.get(slug));
    let suggest = |library: &'a PresentingNeed| Suggest { plan, catalog: ctx.catalog, library, today: Some(ctx.today) };
    let all = libraries.flat_map(|library| {
        library.goals.iter().flat_map(|goal| &goal.objectives).map(move |template| (suggest(library), template))
    });
    all.filter(|(suggest, template)| {
        let taken = there.contains(&&*template.plain.en) || there.contains(&&*template.plain.es);
        !taken && suggest.objective(template, None).is_some()
    })
    .collect()
}

/// An objective of one's own begins at the end of the stay and without words.
fn own(ctx: &ViewCtx<'_>, plan: &Plan, goal: &Goal, kind: gauge::Kind) -> Edit {
    const WEEKS: u8 = 8;
    let objective = Objective {
        id: ObjectiveId::default(),
        plain: String::new(),
        clinical: String::new(),
        gauge: gauge::fresh(plan, ctx.catalog, kind),
        target_date: target_date(plan, Some(ctx.today), WEEKS).unwrap_or(ctx.today),
        status: ObjectiveStatus::NotStarted,
    };
    Edit::Objectives(goal.id, ListEdit::Add(objective))
}
