//! The library of needs: search as one types, what intake points to first, and a need of one's own.

use egui::{CornerRadius, FontId, Id, RichText, ScrollArea, Sense, TextEdit, Ui, pos2, vec2};

use super::{Ask, add, ask, why};
use crate::base::{Language, NeedId, unaccented};
use crate::catalog::PresentingNeed;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{arrival, theme, widgets};
use crate::draft::Suggest;
use crate::plan::{Edit, Item, ListEdit, Need, NeedStanding, Plan, Severity, starts};
use crate::wording::screen::{GoalsWords, why_need};

/// The library.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let plan = open.plan();
    ui.horizontal(|ui| {
        let title = if plan.needs.is_empty() { GoalsWords::WhatBringsHow } else { GoalsWords::WhatBrings };
        ui.label(theme::heading(ctx.say(title)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if !plan.needs.is_empty() && ui.button(ctx.say(GoalsWords::Done)).clicked() {
                ask(ctx, Ask::Turn(None));
            }
        });
    });
    ui.add_space(6.0);
    let entered = search_ui(ctx, ui);
    ui.add_space(8.0);
    ScrollArea::vertical().id_salt("library").auto_shrink(false).show(ui, |ui| {
        let found = found(plan, ctx, &ctx.shell.goals.filter);
        if entered && let Some(entry) = found.iter().find(|entry| !is_in(plan, entry.need)) {
            take(ctx, plan, entry.need);
        }
        let is_empty = found.is_empty();
        if crate::base::is_blank(&ctx.shell.goals.filter) {
            let (fits, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|entry| !entry.reasons.is_empty());
            section_ui(ctx, open, ui, (GoalsWords::Fits, &fits));
            section_ui(ctx, open, ui, (GoalsWords::Others, &others));
        } else {
            section_ui(ctx, open, ui, (GoalsWords::Needs, &found));
        }
        if is_empty {
            ui.label(RichText::new(ctx.say(GoalsWords::NothingFound)).color(ctx.tokens.soft));
        }
        ui.add_space(8.0);
        if ui.button(ctx.say(GoalsWords::OwnNeed)).clicked() {
            ask(ctx, Ask::Turn(None));
            add(ctx, open, Edit::Needs(ListEdit::Add(own_need(&ctx.shell.goals.filter))));
        }
        ui.add_space(16.0);
        widgets::follow_keyboard(ui, "pick");
    });
}

/// The search; whether Enter asked for the first need that it finds.
fn search_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) -> bool {
    let mut filter = ctx.shell.goals.filter.clone();
    let words = ctx.say(GoalsWords::SearchNeeds);
    let edit = TextEdit::singleline(&mut filter).id(Id::unique(("goals", "search")));
    let hint = RichText::new(words).color(ctx.tokens.soft);
    let edit =
        edit.hint_text(hint).desired_width(ui.available_width().min(460.0)).margin(egui::Margin::symmetric(8, 6));
    let response = ui.add(edit).accessible_name(words);
    arrival::first(&response);
    if ctx.shell.goals.blank == Some(Item::Plan) {
        response.request_focus();
        ask(ctx, Ask::Write(None));
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if entered {
        response.request_focus();
    }
    if response.changed() {
        ask(ctx, Ask::Filter(filter));
    }
    entered && !crate::base::is_blank(&ctx.shell.goals.filter)
}

fn is_in(plan: &Plan, need: &PresentingNeed) -> bool {
    plan.needs.iter().any(|one| one.slug.as_ref() == Some(&need.slug))
}

/// Puts a need of the library into the plan.
fn take(ctx: &ViewCtx<'_>, plan: &Plan, need: &PresentingNeed) {
    let suggest = Suggest { plan, catalog: ctx.catalog, library: need, today: Some(ctx.today) };
    ask(ctx, Ask::Turn(Some(super::Page::Library)));
    ctx.edit(Edit::Needs(ListEdit::Add(why::need(&suggest))));
    ctx.send(Action::StepDone);
}

/// What was searched for is a beginning.
fn own_need(filter: &str) -> Need {
    Need {
        id: NeedId::default(),
        slug: None,
        problem: filter.trim().to_owned(),
        plain: String::new(),
        evidence: String::new(),
        severity: Severity::Moderate,
        standing: NeedStanding::Addressed,
    }
}

struct Entry<'a> {
    need: &'a PresentingNeed,
    reasons: Vec<String>,
}

/// Needs for this age that hold every word of the search; what is called so first, then what has most reasons.
fn found<'a>(plan: &Plan, ctx: &ViewCtx<'a>, filter: &str) -> Vec<Entry<'a>> {
    let age = starts(plan).or(Some(ctx.today)).and_then(|day| plan.person.age_on(day));
    let suits = |need: &&PresentingNeed| age.is_none_or(|age| need.ages.include(age));
    let needs = ctx.catalog.needs.values().filter(suits).filter(|need| holds(need, filter));
    let entries = needs.map(|need| {
        let reasons = why::reasons(plan, ctx.catalog, need);
        Entry { need, reasons: reasons.iter().map(|why| why_need(why, ctx.language())).collect() }
    });
    let mut entries: Vec<Entry<'a>> = entries.collect();
    entries.sort_by_cached_key(|entry| {
        let name = unaccented(entry.need.name.get(ctx.language()));
        (!name.contains(unaccented(filter).trim()), core::cmp::Reverse(entry.reasons.len()), name)
    });
    entries
}

/// Whether a need has every word of a search in its names or its diagnoses.
fn holds(need: &PresentingNeed, filter: &str) -> bool {
    let names = [&need.name.en, &need.name.es, &need.plain_name.en, &need.plain_name.es].map(String::as_str);
    let codes = need.diagnoses.iter().flat_map(|hint| [hint.code.as_str(), hint.label.as_str()]);
    let text = unaccented(&names.into_iter().chain(codes).collect::<Vec<_>>().join(" "));
    unaccented(filter).split_whitespace().all(|word| text.contains(word))
}

fn section_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, section: (GoalsWords, &[Entry<'_>])) {
    let (title, entries) = section;
    if entries.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(theme::soft(ctx.say(title), ctx.tokens));
    ui.spacing_mut().item_spacing.y = 2.0;
    for entry in entries {
        entry_ui(ctx, open, ui, entry);
    }
    ui.add_space(6.0);
}

fn entry_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, entry: &Entry<'_>) {
    let (tokens, language, plan) = (ctx.tokens, ctx.language(), open.plan());
    let is_in = is_in(plan, entry.need);
    let reasons = if is_in { ctx.say(GoalsWords::InPlan).to_owned() } else { entry.reasons.join("; ") };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, 44.0), Sense::hover());
    let names = (entry.need.name.get(language), plain_name(entry.need, language));
    let told = [names.0, names.1, &reasons];
    let name = told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let response = widgets::target(ui, rect, Id::unique(("library", entry.need.slug.as_str())), &name, is_in);
    if response.hovered() && !is_in {
        ui.painter().rect_filled(rect, CornerRadius::same(8), tokens.raised);
    }
    let half = if reasons.is_empty() { rect.width() } else { rect.width() * 0.52 };
    let ink = if is_in { tokens.soft } else { tokens.ink };
    let text = |ui: &Ui, words: &str, font: FontId, ink, room, at| {
        let galley = widgets::fitted(ui.painter(), words, font, ink, room);
        ui.painter().galley(at, galley, ink);
    };
    let left = rect.left() + 10.0;
    let small = FontId::proportional(theme::SMALL);
    text(ui, names.0, FontId::proportional(theme::BODY), ink, (half - 16.0, 1), pos2(left, rect.top() + 4.0));
    text(ui, names.1, small.clone(), tokens.soft, (half - 16.0, 1), pos2(left, rect.top() + 24.0));
    let accent = if is_in { tokens.soft } else { tokens.accent };
    let right = (rect.width() - half - 12.0, 2);
    text(ui, &reasons, small, accent, right, pos2(rect.left() + half, rect.top() + 6.0));
    widgets::ring(ui, &response, tokens);
    if response.clicked() && !is_in {
        take(ctx, plan, entry.need);
    }
}

fn plain_name(need: &PresentingNeed, language: Language) -> &str {
    need.plain_name.get(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::library::catalog;

    #[track_caller]
    fn check(filter: &str, expect: &[&str]) {
        let found = catalog().needs.values().filter(|need| holds(need, filter));
        assert_eq!(found.map(|need| need.slug.as_str()).collect::<Vec<_>>(), expect, "{filter}");
    }

    #[test]
    fn needs_are_found_by_name_code_and_without_accents() {
        check("panic", &["panic"]);
        check("PANICO", &["panic"]);
        check("f34.1", &["depression"]);
        check("xyz", &[]);
    }
}
