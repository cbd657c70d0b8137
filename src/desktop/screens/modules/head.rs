//! The answer to "with what?": hours a week beside what is asked, what is missing, and the wish for suggestions.

use egui::{CornerRadius, Rect, RichText, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::looks::{Ask, Outcome};
use super::{add, ask};
use crate::base::Minutes;
use crate::catalog::Module;
use crate::checks::CoreService;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Place;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{arrival, theme, widgets};
use crate::draft::{Fit, suggest};
use crate::plan::{Edit, ListEdit};
use crate::wording::findings::core_service;
use crate::wording::screen::{
    ArrangingWords, Family, ModulesWords, More, add_module, and_more, family, hours_line, hours_verdict,
    modules_headline, still_missing, with_it,
};

/// Title, week bar and what is missing.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    title_ui(ctx, open, ui);
    if open.plan().segments.is_empty() {
        no_stay_ui(ctx, ui);
    } else {
        ui.add_space(4.0);
        let pointed = pointed(ctx, open);
        bar_ui(ctx, open, ui, pointed);
        line_ui(ctx, open, ui, pointed);
    }
    missing_ui(ctx, open, ui);
    shortfall_ui(ctx, open, ui);
    ui.add_space(10.0);
}

fn title_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let (plan, model) = (open.plan(), &open.model.modules);
    let answer = match plan.modules.len() {
        0 => ctx.say(ModulesWords::NoModules).to_owned(),
        count => modules_headline(count, model.hours.planned, ctx.language()),
    };
    // Where there is room for it, an empty plan has this button where its modules will stand.
    let is_tight = ctx.room == Room::Tight;
    let suggests = !plan.segments.is_empty() && (is_tight || !plan.modules.is_empty());
    if suggests && !is_tight {
        ui.horizontal(|ui| {
            ui.label(theme::title(answer));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| suggest_ui(ctx, open, ui));
        });
    } else {
        ui.label(theme::title(answer));
        if suggests {
            suggest_ui(ctx, open, ui);
        }
    }
    if ctx.shell.modules.suggested == Outcome::Nothing {
        ui.label(theme::soft(ctx.say(ModulesWords::NothingToSuggest), ctx.tokens));
    }
}

/// The wish for suggestions: all that is found becomes one step.
pub(super) fn suggest_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let words = ctx.say(ModulesWords::Suggest);
    let model = &open.model.modules;
    let wanting = model.hours.aim.is_some_and(|aim| model.hours.planned < aim) || !model.missing.is_empty();
    let button = if wanting { widgets::primary(ui, words, ctx.tokens) } else { ui.button(words) };
    if wanting {
        arrival::first(&button);
    }
    if !button.clicked() {
        return;
    }
    let found = suggest(open.plan(), ctx.catalog, ctx.clinic()).modules;
    let outcome = if found.is_empty() { Outcome::Nothing } else { Outcome::Fine };
    if !found.is_empty() {
        ctx.edit(Edit::Together(found.into_iter().map(|module| Edit::Modules(ListEdit::Add(module))).collect()));
    }
    ask(ctx, Ask::Suggested(outcome));
}

fn no_stay_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.label(ctx.say(ModulesWords::NoStay));
        if widgets::quiet(ui, ctx.say(ModulesWords::ToIntake)).clicked() {
            ctx.send(Action::Go(Place::Intake));
        }
    });
}

/// The module whose effect on the week is shown, if it is not in the plan already.
fn pointed<'a>(ctx: &ViewCtx<'a>, open: &'a OpenPlan) -> Option<(&'a Fit, &'a Module)> {
    let slug = ctx.shell.modules.pointed.as_ref()?;
    let fit = open.model.modules.fit(slug).filter(|fit| fit.placed.is_none())?;
    Some((fit, ctx.catalog.modules.get(slug)?))
}

fn bar_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, pointed: Option<(&Fit, &Module)>) {
    let model = &open.model.modules;
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width().min(760.0), 26.0), Sense::hover());
    let track = Rect::from_min_size(area.min + vec2(0.0, 6.0), vec2(area.width(), 14.0));
    let then = pointed.map_or(model.hours.planned, |(fit, _)| model.with(fit).planned);
    let most = [Some(then), model.hours.aim, model.hours.room].into_iter().flatten().max().unwrap_or_default();
    let scale = track.width() / f32::from(most.0.max(60)) * 0.98;
    let painter = ui.painter();
    painter.rect_filled(track, CornerRadius::same(3), ctx.tokens.raised);
    let mut left = track.left();
    let mut piece = |minutes: Minutes| {
        let width = f32::from(minutes.0) * scale;
        let rect = Rect::from_min_size(pos2(left, track.top()), vec2(width, track.height()));
        left += width;
        rect
    };
    for family in Family::ALL {
        let minutes = model.families.get(family.index()).copied().unwrap_or_default();
        if minutes.0 > 0 {
            painter.rect_filled(piece(minutes).shrink2(vec2(0.5, 0.0)), CornerRadius::ZERO, ctx.tokens.family(family));
        }
    }
    if let Some((fit, module)) = pointed {
        let (rect, color) = (piece(fit.weekly).shrink2(vec2(0.5, 0.0)), ctx.tokens.family(family(module.kind)));
        painter.rect(rect, CornerRadius::ZERO, ctx.tokens.sheet, Stroke::new(2.0, color), StrokeKind::Inside);
    }
    if let Some(aim) = model.hours.aim {
        let x = (track.left() + f32::from(aim.0) * scale).round() + 0.5;
        let line = [pos2(x, area.top()), pos2(x, area.bottom())];
        painter.extend(Shape::dashed_line(&line, Stroke::new(1.5, ctx.tokens.ink), 4.0, 3.0));
    }
}

/// What the week comes to; while something is pointed at, what it would come to.
fn line_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, pointed: Option<(&Fit, &Module)>) {
    let (hours, language) = (open.model.modules.hours, ctx.language());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some((fit, module)) = pointed {
            ui.label(theme::strong(effect(ctx, open, fit, module)));
            return;
        }
        ui.label(hours_line(hours, language));
        if let Some(verdict) = hours_verdict(hours, language).filter(|_| !open.plan().modules.is_empty()) {
            // Where it does not fit into the row, it begins the next one.
            let beside = format!("· {verdict}");
            let fits = widgets::button_width(ui, &beside) <= ui.available_size_before_wrap().x;
            let words = RichText::new(if fits { beside } else { verdict }).color(ctx.tokens.warning);
            ui.add(egui::Label::new(words).wrap_mode(egui::TextWrapMode::Extend));
        }
    });
}

/// What adding a module does to the week.
fn effect(ctx: &ViewCtx<'_>, open: &OpenPlan, fit: &Fit, module: &Module) -> String {
    let model = &open.model.modules;
    let more = More {
        name: module.name.get(ctx.language()),
        minutes: module.minutes,
        frequency: module.frequency,
        weeks: model.lasting(fit.sessions, module.frequency),
        then: model.with(fit),
    };
    with_it(more, ctx.language())
}

fn missing_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    for (core, best) in &open.model.modules.missing {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(missing_words(ctx, *core)).color(ctx.tokens.warning));
            let module = best.as_ref().and_then(|slug| ctx.catalog.modules.get(slug));
            let Some(module) = module else { return };
            if widgets::quiet(ui, &add_module(module.name.get(ctx.language()), ctx.language())).clicked() {
                add(ctx, open, &module.slug);
            }
        });
    }
}

/// Says early that no calendar can hold what is prescribed: one sentence.
fn shortfall_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let mut told = open.shortfalls.told(ctx.language());
    let Some(first) = told.next() else { return };
    let more = told.count();
    let words = format!("{}: {first}", ctx.say(ArrangingWords::WillNotFit));
    let words = if more > 0 { format!("{words} {}", and_more(more, ctx.language())) } else { words };
    ui.add(egui::Label::new(RichText::new(words).color(ctx.tokens.warning)).wrap());
}

fn missing_words(ctx: &ViewCtx<'_>, core: CoreService) -> String {
    still_missing(core_service(core, ctx.language()), ctx.language())
}
