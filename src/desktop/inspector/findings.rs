//! Findings: those of one part with why, source and way out; all of them by place.

use egui::text::LayoutJob;
use egui::{CornerRadius, FontId, Sense, Ui, pos2, vec2};

use crate::checks::{Finding, Level};
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::places::home_of_finding;
use crate::desktop::shell::Place;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{rail, theme, widgets};
use crate::plan::Item;
use crate::wording::findings::{fix, message, source};
use crate::wording::report::level;
use crate::wording::screen::{Label, all_findings_line, and_more, findings_line};

/// More findings of one place are only counted.
const SHOWN: usize = 25;

/// How many findings of each level that asks for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::desktop) struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Counts the findings of a place.
pub(in crate::desktop) fn tally(open: &OpenPlan, place: Place) -> Tally {
    let here = |finding: &&Finding| home_of_finding(finding) == place;
    let count = |level| open.model.findings.iter().filter(here).filter(|one| one.level() == level).count();
    Tally { errors: count(Level::Error), warnings: count(Level::Warning) }
}

/// The findings about one part of the plan, with why, source and way out.
pub(super) fn about_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, item: Item) {
    let found: Vec<&Finding> = open.model.findings.iter().filter(|finding| finding.item == item).collect();
    if found.is_empty() {
        return;
    }
    ui.add_space(14.0);
    ui.label(theme::strong(ctx.say(Label::Findings)));
    for finding in found {
        let language = ctx.language();
        ui.add_space(6.0);
        let words = message(finding, open.plan(), language);
        ui.add(egui::Label::new(worded(ctx, finding, &words, f32::INFINITY)).wrap());
        ui.add(egui::Label::new(fix(finding, open.plan(), language)).wrap());
        ui.add(egui::Label::new(theme::soft(source(finding, language), ctx.tokens)).wrap());
    }
}

/// How many findings there are in all.
pub(super) fn count_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let count = |level| open.model.findings.iter().filter(|one| one.level() == level).count();
    let [errors, warnings, notes] = [Level::Error, Level::Warning, Level::Note].map(count);
    if errors + warnings + notes > 0 {
        ui.label(all_findings_line(errors, warnings, notes, ctx.language()));
    }
}

/// The findings of the shown place, each leading to its part, and how many there are in the others.
pub(super) fn all_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if open.model.findings.is_empty() {
        ui.label(theme::soft(ctx.say(Label::NoFindings), ctx.tokens));
        return;
    }
    let here = ctx.shell.place;
    let others = Place::ALL.into_iter().filter(|place| *place != here);
    place_ui(ctx, open, ui, here);
    ui.add_space(10.0);
    for place in others {
        let words = whole_line(ctx, open, place);
        if words.is_empty() {
            continue;
        }
        let name = ctx.say(rail::words(place).0);
        if other_ui(ctx, ui, &format!("{name}: {words}")).clicked() {
            ctx.send(Action::Go(place));
        }
    }
}

/// The way to another place, in line with the findings above it.
fn other_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, words: &str) -> egui::Response {
    let font = FontId::proportional(theme::NAME);
    let width = ui.available_width() - 8.0;
    let galley = ui.painter().layout(words.to_owned(), font, ctx.tokens.ink, width);
    let (rect, _) = ui.allocate_exact_size(vec2(width, galley.size().y + 8.0), Sense::hover());
    let response = widgets::target(ui, rect, ui.scope_id().with(("elsewhere", words)), words, None);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(6), ctx.tokens.raised);
    }
    ui.painter().galley(pos2(rect.left(), rect.top() + 4.0), galley, ctx.tokens.ink);
    widgets::ring(ui, &response, ctx.tokens);
    response
}

fn place_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, place: Place) {
    let found: Vec<&Finding> = open.model.findings.iter().filter(|one| home_of_finding(one) == place).collect();
    if found.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(theme::strong(ctx.say(rail::words(place).0)));
    for (at, finding) in found.iter().take(SHOWN).enumerate() {
        row_ui(ctx, open, ui, (place, at), finding);
    }
    if found.len() > SHOWN {
        ui.label(theme::soft(and_more(found.len() - SHOWN, ctx.language()), ctx.tokens));
    }
}

/// The findings of a place in one line, with its notes; empty where there are none.
fn whole_line(ctx: &ViewCtx<'_>, open: &OpenPlan, place: Place) -> String {
    let Tally { errors, warnings } = tally(open, place);
    let is_note = |one: &&Finding| home_of_finding(one) == place && one.level() == Level::Note;
    let notes = open.model.findings.iter().filter(is_note).count();
    all_findings_line(errors, warnings, notes, ctx.language())
}

/// The level in its color and the words after it.
fn worded(ctx: &ViewCtx<'_>, finding: &Finding, words: &str, width: f32) -> LayoutJob {
    let tokens = ctx.tokens;
    let color = match finding.level() {
        Level::Error => tokens.error,
        Level::Warning => tokens.warning,
        Level::Note => tokens.soft,
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let format = |font, color| egui::TextFormat { font_id: font, color, ..egui::TextFormat::default() };
    let head = format!("{} ", level(finding.level(), ctx.language()));
    job.append(&head, 0.0, format(FontId::new(theme::NAME, theme::semibold()), color));
    job.append(words, 0.0, format(FontId::proportional(theme::NAME), tokens.ink));
    job
}

fn row_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, key: (Place, usize), finding: &Finding) {
    let language = ctx.language();
    let words = message(finding, open.plan(), language);
    let width = ui.available_width() - 8.0;
    let galley = ui.painter().layout_job(worded(ctx, finding, &words, width));
    let (rect, _) = ui.allocate_exact_size(vec2(width, galley.size().y + 8.0), Sense::hover());
    let name = format!("{}: {words}", level(finding.level(), language));
    let (place, at) = key;
    let id = ui.scope_id().with(("finding", finding.code(), finding.item, ctx.say(rail::words(place).0), at));
    let response = widgets::target(ui, rect, id, &name, None);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(6), ctx.tokens.raised);
    }
    ui.painter().galley(pos2(rect.left(), rect.top() + 4.0), galley, ctx.tokens.ink);
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked() {
        ctx.send(Action::Show(finding.item));
        ctx.send(Action::Go(place));
    }
    response.on_hover_text(fix(finding, open.plan(), language));
}

/// The findings of a place in one line; `None` where nothing asks for anything.
pub(in crate::desktop) fn line(ctx: &ViewCtx<'_>, open: &OpenPlan, place: Place) -> Option<(String, Level)> {
    let Tally { errors, mut warnings } = tally(open, place);
    let worst = if errors > 0 { Level::Error } else { Level::Warning };
    if ctx.room == Room::Tight && errors > 0 {
        // What must be mended first is all that there is room for.
        warnings = 0;
    }
    (errors + warnings > 0).then(|| (findings_line(errors, warnings, ctx.language()), worst))
}
