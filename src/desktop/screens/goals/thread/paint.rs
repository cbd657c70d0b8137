//! Draws the thread: cards with their words, links as soft curves, and what has no link with a word that says so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::epaint::CubicBezierShape;
use egui::{Color32, CornerRadius, FontId, Galley, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::graph::{Graph, Knot};
use super::layout::curve;
use crate::base::{Minutes, ModuleId, ServiceKind};
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{NeedStanding, Plan};
use crate::wording::screen::{Family, GoalsWords, family, goal_quote, hours_given};
use crate::wording::time;

/// How a knot stands beside the selected thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Light {
    /// Nothing is selected.
    Even,
    /// It belongs to the thread.
    Lit,
    /// It does not.
    Dim,
}

/// What a knot shows.
pub(super) struct Card {
    /// For those who do not see it.
    pub(super) name: String,
    pub(super) height: f32,
    words: Arc<Galley>,
    /// What is missing or left for later, and whether it should not be.
    more: Option<(Arc<Galley>, Tone)>,
    family: Option<Family>,
    /// Share of the longest bar.
    bar: Option<f32>,
}

/// Whether a word about a knot is only worth knowing, or tells on which side its link is missing.
#[derive(Clone, Copy, PartialEq)]
enum Tone {
    Calm,
    NoLeft,
    NoRight,
}

/// What cards are made from.
pub(super) struct Source<'a> {
    pub(super) plan: &'a Plan,
    pub(super) graph: &'a Graph,
    /// Minutes and number of the sessions of each module.
    pub(super) given: BTreeMap<ModuleId, (Minutes, usize)>,
}

impl<'a> Source<'a> {
    pub(super) fn new(plan: &'a Plan, graph: &'a Graph) -> Self {
        let mut given: BTreeMap<ModuleId, (Minutes, usize)> = BTreeMap::new();
        for session in plan.sessions.iter().filter(|session| session.status.occupies()) {
            let (minutes, sessions) = given.entry(session.module).or_default();
            (*minutes, *sessions) = (minutes.plus(session.minutes), *sessions + 1);
        }
        Self { plan, graph, given }
    }

    fn given(&self, id: ModuleId) -> (Minutes, usize) {
        self.given.get(&id).copied().unwrap_or_default()
    }

    /// The hours of a module as a share of those of the longest.
    fn share(&self, id: ModuleId) -> Option<f32> {
        let most = self.given.values().map(|(minutes, _)| minutes.0).max()?;
        let mine = self.given(id).0.0;
        (mine > 0).then(|| f32::from(mine) / f32::from(most))
    }
}

const SIDE: f32 = 10.0;
const ENDS: f32 = 6.0;
const BAR: f32 = 7.0;

/// Lays out what a knot shows in a width.
pub(super) fn card(ctx: &ViewCtx<'_>, source: &Source<'_>, ui: &Ui, (knot, width): (Knot, f32)) -> Card {
    let plan = source.plan;
    let tokens = ctx.tokens;
    let words = words(ctx, source, knot);
    let more = more(ctx, source, knot);
    let spoken = spoken(ctx, source, knot).unwrap_or_else(|| words.clone());
    let name = more.as_ref().map_or_else(|| spoken.clone(), |(more, _)| format!("{spoken}, {more}"));
    let room = width - SIDE * 2.0;
    let words =
        widgets::fitted(ui.painter(), &words, FontId::proportional(theme::NAME), Color32::PLACEHOLDER, (room, 3));
    let more = more.map(|(text, tone)| {
        let ink = if tone == Tone::Calm { Color32::PLACEHOLDER } else { tokens.warning };
        (widgets::fitted(ui.painter(), &text, FontId::proportional(theme::SMALL), ink, (room, 2)), tone)
    });
    let (kind, bar) = match knot {
        Knot::Module(id) => (plan.module(id).map(|module| module.kind), None),
        Knot::Hours(id) => (plan.module(id).map(|module| module.kind), source.share(id)),
        Knot::Need(_) | Knot::Goal(_) | Knot::Objective(_) => (None, None),
    };
    let below = more.as_ref().map_or(0.0, |(galley, _)| galley.size().y + 2.0);
    let height = ENDS * 2.0 + words.size().y + below + if bar.is_some() { BAR + 3.0 } else { 0.0 };
    Card { name, height, words, more, family: kind.map(family), bar }
}

fn words(ctx: &ViewCtx<'_>, source: &Source<'_>, knot: Knot) -> String {
    let (language, plan) = (ctx.language(), source.plan);
    let text = match knot {
        Knot::Need(id) => plan.need(id).map(|need| need.problem.clone()),
        Knot::Goal(id) => plan
            .goal(id)
            .filter(|goal| !crate::base::is_blank(&goal.own_words))
            .map(|goal| goal_quote(goal.own_words.trim())),
        Knot::Objective(id) => plan.objective(id).map(|(_, objective)| objective.plain.clone()),
        Knot::Module(id) => plan.module(id).map(|module| module.name.get(language).to_owned()),
        Knot::Hours(id) => {
            let (minutes, sessions) = source.given(id);
            let none = || ctx.say(GoalsWords::NoSessionsYet).to_owned();
            Some(if sessions == 0 { none() } else { time::length(minutes) })
        }
    };
    text.filter(|text| !crate::base::is_blank(text)).unwrap_or_else(|| ctx.say(GoalsWords::NotNamed).to_owned())
}

/// What is said of a knot to those who do not see its column.
fn spoken(ctx: &ViewCtx<'_>, source: &Source<'_>, knot: Knot) -> Option<String> {
    let Knot::Hours(id) = knot else { return None };
    let (minutes, sessions) = source.given(id);
    (sessions > 0).then(|| hours_given(minutes, sessions, ctx.language()))
}

/// What a knot lacks.
fn more(ctx: &ViewCtx<'_>, source: &Source<'_>, knot: Knot) -> Option<(String, Tone)> {
    let (plan, graph) = (source.plan, source.graph);
    let (served, serves) = (graph.is_served(knot), graph.serves(knot));
    let (words, tone) = match knot {
        Knot::Need(id) => match plan.need(id)?.standing {
            NeedStanding::Deferred(_) => (GoalsWords::Deferred, Tone::Calm),
            NeedStanding::Addressed if served => return None,
            NeedStanding::Addressed => (GoalsWords::NoGoalYet, Tone::NoRight),
        },
        Knot::Goal(_) if !serves => (GoalsWords::NoNeed, Tone::NoLeft),
        Knot::Goal(_) if !served => (GoalsWords::NoObjectiveYet, Tone::NoRight),
        Knot::Objective(_) if !served => (GoalsWords::NoModuleYet, Tone::NoRight),
        Knot::Module(id) if !serves => match plan.module(id)?.kind {
            ServiceKind::Review => (GoalsWords::ServesWhole, Tone::Calm),
            _ => (GoalsWords::ServesNothing, Tone::NoLeft),
        },
        Knot::Goal(_) | Knot::Objective(_) | Knot::Module(_) | Knot::Hours(_) => return None,
    };
    Some((ctx.say(words).to_owned(), tone))
}

/// Draws the links; those of the selected thread last, so that they lie on top.
pub(super) fn links(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    graph: &Graph,
    rects: &BTreeMap<Knot, Rect>,
    lit: Option<&BTreeSet<Knot>>,
) {
    let is_lit = |(left, right): &&(Knot, Knot)| lit.is_some_and(|lit| lit.contains(left) && lit.contains(right));
    let draw = |(left, right): &(Knot, Knot), stroke: Stroke| {
        if let (Some(left), Some(right)) = (rects.get(left), rects.get(right)) {
            let points = curve(*left, *right);
            ui.painter().add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke));
        }
    };
    let quiet = match lit {
        None => Stroke::new(1.0, ctx.tokens.paper.lerp_to_gamma(ctx.tokens.edge, 0.6)),
        Some(_) => Stroke::new(1.0, ctx.tokens.rule),
    };
    graph.links.iter().filter(|link| !is_lit(link)).for_each(|link| draw(link, quiet));
    let bright = Stroke::new(2.4, ctx.tokens.accent);
    graph.links.iter().filter(is_lit).for_each(|link| draw(link, bright));
}

/// Draws a knot.
pub(super) fn knot(ctx: &ViewCtx<'_>, ui: &Ui, card: &Card, rect: Rect, light: Light) {
    let tokens = ctx.tokens;
    let painter = ui.painter();
    let (fill, edge, ink) = match light {
        Light::Even => (tokens.sheet, tokens.hairline(), tokens.ink),
        Light::Lit => (tokens.chosen, Stroke::new(tokens.stroke, tokens.accent), tokens.ink),
        Light::Dim => (tokens.paper, tokens.hairline(), tokens.soft),
    };
    painter.rect(rect, CornerRadius::same(8), fill, edge, StrokeKind::Inside);
    let hue = card.family.map(|family| tokens.family(family));
    let at = rect.min + vec2(SIDE, ENDS + (rect.height() - card.height) / 2.0);
    painter.galley(at, card.words.clone(), ink);
    let mut below = at.y + card.words.size().y + 2.0;
    if let Some((galley, tone)) = &card.more {
        painter.galley(pos2(at.x, below), galley.clone(), tokens.soft);
        below += galley.size().y + 2.0;
        match tone {
            Tone::Calm => {}
            Tone::NoLeft => loose_end(ctx, ui, rect.left_center(), -1.0),
            Tone::NoRight => loose_end(ctx, ui, rect.right_center(), 1.0),
        }
    }
    match (hue, card.bar) {
        (Some(hue), Some(share)) => {
            let bar = Rect::from_min_size(pos2(at.x, below + 1.0), vec2((rect.width() - SIDE * 2.0) * share, BAR));
            painter.rect_filled(bar, CornerRadius::same(3), hue);
        }
        (Some(hue), None) => {
            let mark = Rect::from_min_size(rect.min + vec2(0.0, 8.0), vec2(4.0, rect.height() - 16.0));
            painter.rect_filled(mark, CornerRadius::same(1), hue);
        }
        (None, _) => {}
    }
}

/// An end without a link: a short thread that leads nowhere.
fn loose_end(ctx: &ViewCtx<'_>, ui: &Ui, from: egui::Pos2, toward: f32) {
    let stroke = Stroke::new(1.6, ctx.tokens.warning);
    ui.painter().line_segment([from, from + vec2(9.0 * toward, 0.0)], stroke);
    ui.painter().circle_stroke(from + vec2(12.0 * toward, 0.0), 3.0, stroke);
}
