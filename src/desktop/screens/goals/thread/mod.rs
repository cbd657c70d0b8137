//! The thread as one picture: needs, goals, objectives, modules and hours, with a curve for every link.

pub mod graph;
pub mod layout;
mod paint;

use std::collections::{BTreeMap, BTreeSet};

use egui::{EventFilter, Id, Key, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, vec2};

use graph::{Graph, Knot, graph};
use layout::{LEAST_WIDTH, Way, walk};
use paint::{Card, Source};

use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::wording::screen::GoalsWords;

/// The thread.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let graph = graph(open.plan());
    if graph.columns.iter().all(Vec::is_empty) {
        ui.label(ctx.say(GoalsWords::NothingToTie));
        return;
    }
    ui.label(theme::soft(ctx.say(GoalsWords::ThreadHow), ctx.tokens));
    ui.add_space(4.0);
    ScrollArea::horizontal().id_salt("thread").auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width().max(LEAST_WIDTH) - 14.0;
        heads_ui(ctx, ui, width);
        ScrollArea::vertical().id_salt("knots").auto_shrink(false).show(ui, |ui| {
            widgets::group(ui, ctx.say(GoalsWords::Thread), Role::Group, |ui| knots_ui(ctx, open, ui, (&graph, width)));
        });
    });
}

fn heads_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, width: f32) {
    let heads = [
        GoalsWords::Needs,
        GoalsWords::Goals,
        GoalsWords::Objectives,
        GoalsWords::ModulesColumn,
        GoalsWords::HoursColumn,
    ];
    let (rect, _) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    for (head, (left, wide)) in heads.into_iter().zip(layout::columns(width)) {
        let place = Rect::from_min_size(rect.min + vec2(left, 0.0), vec2(wide, 22.0));
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
            ui.add(egui::Label::new(theme::strong(ctx.say(head))).truncate());
        });
    }
}

fn knots_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, (graph, width): (&Graph, f32)) {
    let columns = layout::columns(width);
    let source = Source::new(open.plan(), graph);
    let knots = graph.columns.iter().flatten();
    let cards: BTreeMap<Knot, Card> = knots
        .map(|knot| {
            let wide = columns.get(knot.column()).map_or(0.0, |(_, wide)| *wide);
            (*knot, paint::card(ctx, &source, ui, (*knot, wide)))
        })
        .collect();
    let heights = heights(&cards);
    let rects = layout::layout(graph, &heights, width);
    let bottom = rects.values().map(Rect::bottom).fold(0.0, f32::max);
    let (space, _) = ui.allocate_exact_size(vec2(width, bottom + 12.0), Sense::hover());
    let rects: BTreeMap<Knot, Rect> =
        rects.into_iter().map(|(knot, rect)| (knot, rect.translate(space.min.to_vec2() + vec2(0.0, 2.0)))).collect();
    let chosen = ctx.shell.selection.and_then(|item| Knot::of(item, open.plan()));
    let chosen = chosen.filter(|knot| rects.contains_key(knot));
    let lit = chosen.map(|knot| graph.thread(knot));
    paint::links(ctx, ui, graph, &rects, lit.as_ref());
    for knot in graph.columns.iter().flatten() {
        if let (Some(card), Some(rect)) = (cards.get(knot), rects.get(knot)) {
            knot_ui(ctx, ui, (*knot, card, *rect), lit.as_ref());
            walk_ui(ctx, ui, (graph, &rects, *knot));
        }
    }
}

/// A module and its hours are equally tall, so that they stand side by side.
fn heights(cards: &BTreeMap<Knot, Card>) -> BTreeMap<Knot, f32> {
    let height = |knot: &Knot| cards.get(knot).map_or(0.0, |card| card.height);
    let both = |knot: &Knot| match knot {
        Knot::Module(id) | Knot::Hours(id) => height(&Knot::Module(*id)).max(height(&Knot::Hours(*id))),
        Knot::Need(_) | Knot::Goal(_) | Knot::Objective(_) => height(knot),
    };
    cards.keys().map(|knot| (*knot, both(knot))).collect()
}

fn id(knot: Knot) -> Id {
    Id::unique(("thread", knot))
}

fn knot_ui(ctx: &ViewCtx<'_>, ui: &Ui, (knot, card, rect): (Knot, &Card, Rect), lit: Option<&BTreeSet<Knot>>) {
    let chosen = ctx.is_selected(knot.item());
    let response = widgets::target(ui, rect, id(knot), &card.name, chosen);
    let light = match lit {
        None => paint::Light::Even,
        Some(lit) if lit.contains(&knot) => paint::Light::Lit,
        Some(_) => paint::Light::Dim,
    };
    let light = if response.hovered() && light == paint::Light::Even { paint::Light::Lit } else { light };
    if ui.is_rect_visible(rect) {
        paint::knot(ctx, ui, card, rect, light);
    }
    widgets::ring(ui, &response, ctx.tokens);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        let item = (!chosen).then_some(knot.item());
        ctx.send(crate::desktop::action::Action::Select(item));
    }
}

/// Arrow keys walk along the thread and select what they reach.
fn walk_ui(ctx: &ViewCtx<'_>, ui: &Ui, (graph, rects, knot): (&Graph, &BTreeMap<Knot, Rect>, Knot)) {
    if !ui.memory(|memory| memory.has_focus(id(knot))) {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id(knot), filter));
    let ways = [
        (Key::ArrowUp, Way::Up),
        (Key::ArrowDown, Way::Down),
        (Key::ArrowLeft, Way::Left),
        (Key::ArrowRight, Way::Right),
    ];
    let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let way = { ways }.into_iter().find(|(key, _)| pressed(*key)).map(|(_, way)| way);
    if let Some(next) = way.and_then(|way| walk(graph, rects, knot, way)) {
        ui.memory_mut(|memory| memory.request_focus(id(next)));
        ctx.select(next.item());
    }
}
