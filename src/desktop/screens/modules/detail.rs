//! One module of the library in full: why it fits, what happens, and when to think twice.

use egui::{Label, RichText, Ui};

use super::looks::{Ask, Sheet};
use super::{add, ask};
use crate::base::{Course, Slug};
use crate::catalog::Module;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets::{self, Toward};
use crate::desktop::{strip, theme};
use crate::draft::Fit;
use crate::plan::Item;
use crate::wording::paper::sentence_case;
use crate::wording::screen::{
    ModulesWords, comes_after, course, family, hindrance, led_by, phase, serves, sort_of, usual_dose,
};

/// The module in full.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, slug: &Slug) {
    back_ui(ctx, ui);
    if ctx.shell.modules.pointed.as_ref() != Some(slug) {
        ask(ctx, Ask::Point(Some(slug.clone())));
    }
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        ask(ctx, Ask::Show(Sheet::List));
    }
    let known = ctx.catalog.modules.get(slug).zip(open.model.modules.fit(slug));
    let Some((module, fit)) = known else { return };
    let language = ctx.language();
    ui.add(Label::new(theme::heading(module.name.get(language))).wrap());
    ui.add(Label::new(theme::soft(module.plain_name.get(language), ctx.tokens)).wrap());
    ui.add_space(2.0);
    strip::legend_row(ctx, ui, family(module.kind), None);
    words(ctx, ui, &format!("{}, {}", sort_of(module.kind, module.format, language), phase(module.phase, language)));
    words(ctx, ui, &usual_dose(module, fit.sessions, language));
    ui.add_space(6.0);
    add_ui(ctx, open, ui, fit);
    ui.add_space(6.0);
    ui.add(Label::new(&module.summary).wrap());
    fit_ui(ctx, open, ui, fit);
    topics_ui(ctx, ui, module);
    facts_ui(ctx, ui, module);
    ui.add_space(20.0);
}

/// The way back to the list.
pub(super) fn back_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        let name = ctx.say(ModulesWords::Back);
        let arrow = widgets::arrow(ui, ctx.tokens, Toward::Left, name);
        ui.label(theme::soft(name, ctx.tokens));
        if arrow.clicked() {
            ask(ctx, Ask::Show(Sheet::List));
        }
    });
}

fn words(ctx: &ViewCtx<'_>, ui: &mut Ui, text: &str) {
    ui.add(Label::new(theme::soft(text, ctx.tokens)).wrap());
}

fn add_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, fit: &Fit) {
    if let Some(id) = fit.placed {
        if widgets::quiet(ui, ctx.say(ModulesWords::InThisPlan)).clicked() {
            ctx.select(Item::Module(id));
        }
        return;
    }
    if ui.button(theme::strong(ctx.say(ModulesWords::Add))).clicked() {
        add(ctx, open, &fit.slug);
    }
}

fn heading(ctx: &ViewCtx<'_>, ui: &mut Ui, words: ModulesWords) {
    ui.add_space(12.0);
    ui.label(theme::strong(ctx.say(words)));
}

fn fit_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, fit: &Fit) {
    let (plan, language) = (open.plan(), ctx.language());
    let served = serves(fit, plan, ctx.catalog, language);
    if served.is_none() && fit.reason.is_none() && fit.hindrances.is_empty() {
        return;
    }
    heading(ctx, ui, ModulesWords::WhyItFits);
    for text in fit.reason.iter().map(|reason| reason.get(language)).chain(served.as_deref()) {
        ui.add(Label::new(text).wrap());
    }
    for (_, objective) in fit.objectives.iter().filter_map(|id| plan.objective(*id)) {
        item(ctx, ui, "–", &objective.plain);
    }
    for one in &fit.hindrances {
        let text = RichText::new(hindrance(one, ctx.catalog, language)).color(ctx.tokens.warning);
        ui.add(Label::new(text).wrap());
    }
}

fn item(ctx: &ViewCtx<'_>, ui: &mut Ui, mark: &str, text: &str) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui(egui::vec2(22.0, 18.0), |ui| {
            ui.set_min_width(22.0);
            ui.label(theme::soft(mark, ctx.tokens));
        });
        ui.vertical(|ui| ui.add(Label::new(text).wrap()));
    });
}

fn topics_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, module: &Module) {
    let title = match module.course {
        Course::Fixed => ModulesWords::Topics,
        Course::Ongoing => ModulesWords::TopicsRound,
    };
    heading(ctx, ui, title);
    for (number, topic) in (1..).zip(&module.topics) {
        item(ctx, ui, &i32::to_string(&number), topic.get(ctx.language()));
    }
}

fn facts_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, module: &Module) {
    let language = ctx.language();
    for (number, caution) in module.cautions.iter().enumerate() {
        if number == 0 {
            heading(ctx, ui, ModulesWords::Cautions);
        }
        item(ctx, ui, "–", caution);
    }
    let first = module.after.iter().map(|one| comes_after(&one.module, one.sessions, ctx.catalog, language));
    let codes = module.codes.iter().map(|code| format!("{}: {}", code.code, code.label));
    let unchecked = (!module.checked).then(|| sentence_case(ctx.say(ModulesWords::Unchecked)));
    let source = std::iter::once(module.source.clone()).chain(unchecked);
    fact(ctx, ui, ModulesWords::First, first);
    fact(ctx, ui, ModulesWords::Dose, [course(module, language)]);
    fact(ctx, ui, ModulesWords::LedBy, [sentence_case(&led_by(&module.led_by, language))]);
    fact(ctx, ui, ModulesWords::Codes, codes);
    fact(ctx, ui, ModulesWords::Source, source);
    fact(ctx, ui, ModulesWords::Terms, [module.licence.clone()]);
}

fn fact(ctx: &ViewCtx<'_>, ui: &mut Ui, name: ModulesWords, lines: impl IntoIterator<Item = String>) {
    let lines: Vec<String> = lines.into_iter().filter(|line| !crate::base::is_blank(line)).collect();
    if lines.is_empty() {
        return;
    }
    heading(ctx, ui, name);
    for line in lines {
        ui.add(Label::new(RichText::new(line).size(theme::NAME)).wrap());
    }
}
