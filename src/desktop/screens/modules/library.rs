//! The library: search, filter and every module with why it fits; or one module in full, or one of one's own.

use egui::{Id, Key, ScrollArea, TextEdit, Ui, vec2};

use super::looks::{Ask, Filter, Own, Sheet};
use super::{add, ask, detail, filter, own, row};
use crate::base::{Format, Slug};
use crate::catalog::{Module, Phase};
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Fold;
use crate::desktop::view::ViewCtx;
use crate::desktop::{form, theme, widgets};
use crate::draft::{Fit, Rank};
use crate::plan::NeedStanding;
use crate::wording::screen::{ModulesWords, enter_adds, need_name, phase, rank_heading};
use crate::wording::{paper, terms};

/// Whether the column scrolls by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scrolls {
    /// It does.
    Itself,
    /// With everything else.
    WithAll,
}

/// The library's column.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, scrolls: Scrolls) {
    match &ctx.shell.modules.sheet {
        Sheet::List => list_ui(ctx, open, ui, scrolls),
        Sheet::Detail(slug) => scrolled(ui, scrolls, "detail", |ui| detail::ui(ctx, open, ui, slug)),
        Sheet::Own(own) => scrolled(ui, scrolls, "own", |ui| own::ui(ctx, open, ui, own)),
    }
}

fn scrolled(ui: &mut Ui, scrolls: Scrolls, salt: &str, add: impl FnOnce(&mut Ui)) {
    match scrolls {
        Scrolls::Itself => drop(ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            add(ui);
            widgets::follow_keyboard(ui, salt);
        })),
        Scrolls::WithAll => drop(ui.push_id(salt, add)),
    }
}

fn list_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, scrolls: Scrolls) {
    let shown = filter::shown(&open.model.modules.fits, &ctx.shell.modules, ctx.catalog, ctx.language());
    ui.horizontal(|ui| {
        ui.label(theme::heading(ctx.say(ModulesWords::Library)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if widgets::quiet(ui, ctx.say(ModulesWords::OwnModule)).clicked() {
                ask(ctx, Ask::Show(Sheet::Own(Own::default())));
                ask(ctx, Ask::Point(None));
            }
        });
    });
    let mut pointed = search_ui(ctx, open, ui, &shown);
    if ctx.shell.modules.filtering == Fold::Open {
        filter_ui(ctx, open, ui);
    }
    ui.add_space(4.0);
    scrolled(ui, scrolls, "list", |ui| {
        let below = rows_ui(ctx, open, ui, &shown);
        pointed = below.or(pointed.take());
    });
    if pointed != ctx.shell.modules.pointed {
        ask(ctx, Ask::Point(pointed));
    }
}

/// The search field; Enter adds the first module found. Returns it while the field has the keyboard.
fn search_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, shown: &[(&Fit, &Module)]) -> Option<Slug> {
    let looks = &ctx.shell.modules;
    let first = shown.iter().find(|(fit, _)| fit.placed.is_none() && !looks.search.trim().is_empty());
    let mut text = looks.search.clone();
    let (other, word) = match looks.filtering {
        Fold::Open => (Fold::Folded, ctx.say(ModulesWords::HideFilter)),
        Fold::Folded => (Fold::Open, ctx.say(ModulesWords::Filter)),
    };
    let response = ui
        .horizontal(|ui| {
            let font = egui::FontId::proportional(theme::BODY);
            let button = ui.painter().layout_no_wrap(word.to_owned(), font, ctx.tokens.ink).size().x + 52.0;
            let field = TextEdit::singleline(&mut text)
                .id(Id::unique("modules-search"))
                .hint_text(ctx.say(ModulesWords::Search))
                .desired_width(ui.available_width() - button)
                .margin(egui::Margin::symmetric(8, 5));
            let response = ui.add(field);
            if widgets::quiet(ui, word).clicked() {
                ask(ctx, Ask::Filtering(other));
            }
            response
        })
        .inner
        .accessible_name(ctx.say(ModulesWords::Search));
    if text != looks.search {
        ask(ctx, Ask::Search(text));
    }
    let (fit, module) = first?;
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        add(ctx, open, &fit.slug);
        response.request_focus();
    }
    if !response.has_focus() {
        return None;
    }
    ui.label(theme::soft(enter_adds(module.name.get(ctx.language()), ctx.language()), ctx.tokens));
    Some(fit.slug.clone())
}

fn filter_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let (now, language) = (ctx.shell.modules.filter, ctx.language());
    let mut next = now;
    let kinds: std::collections::BTreeSet<_> = ctx.catalog.modules.values().map(|module| module.kind).collect();
    let kinds = kinds.into_iter().map(|kind| (kind, terms::service(kind, language).to_owned()));
    let phases = [Phase::Intake, Phase::Early, Phase::Middle, Phase::Late, Phase::Throughout];
    let phases = phases.map(|one| (one, paper::sentence_case(phase(one, language))));
    let formats = FORMATS.map(|one| (one, paper::sentence_case(terms::format(one, language))));
    let addressed = open.plan().needs.iter().filter(|need| need.standing == NeedStanding::Addressed);
    let needs = addressed.filter_map(|need| Some((need.id, need_name(open.plan(), ctx.catalog, need.id, language)?)));
    let needs: Vec<_> = needs.map(|(id, name)| (id, paper::sentence_case(&name))).collect();
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        one_ui(ctx, left, ModulesWords::Kind, &mut next.kind, &kinds.collect::<Vec<_>>());
        one_ui(ctx, right, ModulesWords::Need, &mut next.need, &needs);
        one_ui(ctx, left, ModulesWords::Phase, &mut next.phase, &phases);
        one_ui(ctx, right, ModulesWords::Format, &mut next.format, &formats);
    });
    ui.horizontal_wrapped(|ui| {
        if let Some(suiting) = form::tick(ui, ctx.say(ModulesWords::Suiting), now.suiting) {
            next.suiting = suiting;
        }
        if now != Filter::default() && widgets::quiet(ui, ctx.say(ModulesWords::ClearFilter)).clicked() {
            next = Filter::default();
        }
    });
    if next != now {
        ask(ctx, Ask::Filter(next));
    }
}

/// Everything about who may be in the room.
pub(super) const FORMATS: [Format; 5] =
    [Format::Individual, Format::Group, Format::Family, Format::MultiFamily, Format::FamilyWithoutPatient];

fn one_ui<T: Copy + PartialEq>(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    label: ModulesWords,
    now: &mut Option<T>,
    all: &[(T, String)],
) {
    let every = [(None, ctx.say(ModulesWords::All))];
    let choices: Vec<(Option<T>, &str)> =
        every.into_iter().chain(all.iter().map(|(one, words)| (Some(*one), words.as_str()))).collect();
    if let Some(taken) = form::choice(ctx, ui, ctx.say(label), *now, &choices) {
        *now = taken;
    }
}

/// The rows under their headings; returns the module that is pointed at.
fn rows_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, shown: &[(&Fit, &Module)]) -> Option<Slug> {
    if shown.is_empty() {
        ui.label(theme::soft(ctx.say(ModulesWords::NoMatch), ctx.tokens));
        return None;
    }
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let mut pointed = None;
    let mut heading = None;
    for (fit, module) in shown {
        let rank = if fit.rank == Rank::Core { Rank::Helpful } else { fit.rank };
        if heading != Some(rank) {
            heading = Some(rank);
            ui.add_space(10.0);
            let called = open.plan().person.called();
            ui.label(theme::soft(rank_heading(rank, called, ctx.language()), ctx.tokens));
            ui.add_space(2.0);
        }
        if row::ui(ctx, open, ui, fit, module) {
            pointed = Some(fit.slug.clone());
        }
    }
    ui.add_space(16.0);
    pointed
}
