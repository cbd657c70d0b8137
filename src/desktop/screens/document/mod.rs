//! What do they hold in their hands? The pages exactly as they will print.

mod layout;
mod paint;

use egui::{Id, Rect, RichText, Sense, Ui, UiBuilder, vec2};

use crate::base::Language;
use crate::desktop::action::Action;
use crate::desktop::command::Command;
use crate::desktop::open::OpenPlan;
use crate::desktop::screens::review;
use crate::desktop::shell::Zoom;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{theme, widgets};
use crate::document::page::{Pages, Shape};
use crate::document::{Edition, Paper, Weeks};
use crate::wording::screen::review::shown_version;
use crate::wording::screen::{Label, ReviewWords, label, on_page, page_of, unprintable, zoom};
use layout::Stack;

/// The document.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    title_ui(ctx, open, ui);
    version_ui(ctx, open, ui);
    ui.add_space(8.0);
    switches_ui(ctx, open, ui);
    ui.add_space(8.0);
    match open.pages() {
        Some(pages) => {
            missing_ui(ctx, ui, pages);
            pages_ui(ctx, ui, pages);
        }
        None => drop(ui.label(theme::soft(ctx.say(Label::LayingPages), ctx.tokens))),
    }
}

/// That an earlier version is shown, and the way back.
fn version_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let Some(number) = open.sheet.version else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(shown_version(number, ctx.language())).color(ctx.tokens.warning));
        let back = widgets::quiet(ui, ctx.say(ReviewWords::BackToPlan));
        widgets::ring(ui, &back, ctx.tokens);
        if back.clicked() {
            ctx.send(Action::Review(review::Ask::Show(None)));
        }
    });
}

/// Says which characters will not print as they are written.
fn missing_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, pages: &Pages) {
    if !pages.missing.is_empty() {
        ui.label(RichText::new(unprintable(&pages.missing, ctx.language())).color(ctx.tokens.warning));
        ui.add_space(6.0);
    }
}

fn edition_name(edition: Edition, language: Language) -> &'static str {
    match edition {
        Edition::Patient => label(Label::PatientEdition, language),
        Edition::Clinical => label(Label::ClinicalEdition, language),
    }
}

fn title_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let edition = match open.sheet.edition {
        Edition::Patient => ctx.say(Label::PatientPages),
        Edition::Clinical => ctx.say(Label::ClinicalPages),
    };
    let title = match open.pages() {
        Some(pages) if open.is_laid() => on_page(pages.pages.len(), edition, ctx.language()),
        Some(_) | None => ctx.say(Label::LayingPages).to_owned(),
    };
    ui.label(theme::title(title));
}

fn switches_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let is_short = offers_weeks(open) && ui.available_width() < room_for_weeks(ctx.language());
    if ctx.room != Room::Wide || is_short {
        ui.horizontal_wrapped(|ui| {
            edition_ui(ctx, open, ui);
            paper_ui(ctx, open, ui);
            language_ui(ctx, open, ui);
            weeks_ui(ctx, open, ui);
            if ui.available_size_before_wrap().x < ROOM_FOR_ZOOM {
                ui.end_row();
            }
            widgets::at_right(ui, "zoom", |ui| zoom_ui(ctx, ui));
        });
        return;
    }
    ui.horizontal(|ui| {
        edition_ui(ctx, open, ui);
        ui.add_space(12.0);
        paper_ui(ctx, open, ui);
        ui.add_space(12.0);
        language_ui(ctx, open, ui);
        ui.add_space(12.0);
        weeks_ui(ctx, open, ui);
        widgets::at_right(ui, "zoom", |ui| zoom_ui(ctx, ui));
    });
}

fn edition_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let all = [Edition::Patient, Edition::Clinical].map(|edition| (edition, edition_name(edition, ctx.language())));
    let (name, now) = (ctx.say(Label::Edition), open.sheet.edition);
    if let Some(edition) = widgets::segmented(ui, ctx.tokens, name, now, &all) {
        ctx.send(Action::Edition(edition));
    }
}

fn paper_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let all = [(Paper::Letter, ctx.say(Label::Letter)), (Paper::A4, ctx.say(Label::A4))];
    if let Some(paper) = widgets::segmented(ui, ctx.tokens, ctx.say(Label::Paper), open.sheet.paper, &all) {
        ctx.send(Action::Paper(paper));
    }
}

fn language_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let all = [(Language::English, ctx.say(Label::English)), (Language::Spanish, ctx.say(Label::Spanish))];
    let (name, now) = (ctx.say(Label::DocumentLanguage), open.sheet.language);
    if let Some(language) = widgets::segmented(ui, ctx.tokens, name, now, &all) {
        ctx.send(Action::PageLanguage(language));
    }
}

/// The zoom fits into what is left of a line from this width on, in the longer of the two languages.
const ROOM_FOR_ZOOM: f32 = 360.0;

/// All switches and the zoom fit into one line from this width on.
const fn room_for_weeks(language: Language) -> f32 {
    match language {
        Language::English => 940.0,
        Language::Spanish => 1080.0,
    }
}

fn offers_weeks(open: &OpenPlan) -> bool {
    let is_over = |starts| !Weeks::Ahead.hold(starts, open.sheet.printed_on);
    open.sheet.edition == Edition::Patient && open.model.weeks.first().is_some_and(|first| is_over(first.starts))
}

/// Once a week is over, the person may want only those that are not.
fn weeks_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    if !offers_weeks(open) {
        return;
    }
    let all = [(Weeks::Ahead, ctx.say(Label::WeeksAhead)), (Weeks::All, ctx.say(Label::AllWeeksPrinted))];
    let (name, now) = (ctx.say(Label::DocumentWeeks), open.sheet.weeks);
    if let Some(weeks) = widgets::segmented(ui, ctx.tokens, name, now, &all) {
        ctx.send(Action::PageWeeks(weeks));
    }
}

fn zoom_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let shown = remembered(ui);
    if shown.of > 0 {
        ui.label(theme::soft(page_of(shown.page, shown.of, ctx.language()), ctx.tokens));
    }
    ui.add_space(10.0);
    if widgets::sign(ui, ctx.tokens, widgets::Sign::Minus, ctx.say(Label::ZoomOut)).clicked() {
        ctx.send(Action::Do(Command::ZoomOut));
    }
    ui.label(theme::soft(zoom(shown.percent), ctx.tokens));
    if widgets::sign(ui, ctx.tokens, widgets::Sign::Plus, ctx.say(Label::ZoomIn)).clicked() {
        ctx.send(Action::Do(Command::ZoomIn));
    }
    ui.add_enabled_ui(ctx.shell.zoom != Zoom::FitWidth, |ui| {
        if widgets::quiet(ui, ctx.say(Label::FitWidth)).clicked() {
            ctx.send(Action::Do(Command::FitWidth));
        }
    });
}

/// What the pages looked like in the last pass; the switches above them are laid out first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    percent: u16,
    page: usize,
    of: usize,
}

fn seen_id() -> Id {
    Id::unique("document seen")
}

fn remembered(ui: &Ui) -> Seen {
    ui.data(|data| data.get_temp(seen_id())).unwrap_or(Seen { percent: 100, page: 0, of: 0 })
}

/// The size at which pages are shown now, in percent of paper.
pub fn shown_percent(ctx: &egui::Context) -> u16 {
    ctx.data(|data| data.get_temp::<Seen>(seen_id())).map_or(100, |seen| seen.percent)
}

/// Which way pages are turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the page before.
    Back,
    /// To the page after.
    Forth,
}

fn turn_id() -> Id {
    Id::unique("document turn")
}

/// Turns a page in the next pass.
pub fn turn_page(ctx: &egui::Context, turn: Turn) {
    ctx.data_mut(|data| data.insert_temp(turn_id(), Some(turn)));
    ctx.request_repaint();
}

/// The height at which the page begins that was turned to.
fn turned(ui: &Ui, stack: &Stack) -> Option<f32> {
    let turn = ui.data_mut(|data| data.remove_temp::<Option<Turn>>(turn_id())).flatten()?;
    let shown = remembered(ui).page.saturating_sub(1);
    let to = match turn {
        Turn::Back => shown.saturating_sub(1),
        Turn::Forth => shown + 1,
    };
    Some(stack.top(to))
}

fn pages_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, pages: &Pages) {
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, egui::CornerRadius::same(8), ctx.tokens.desk);
    let stack = Stack::new(pages, ctx.shell.zoom, room.width() - 14.0);
    let mut area = egui::ScrollArea::both().id_salt("pages").auto_shrink(false);
    if let Some(top) = turned(ui, &stack) {
        area = area.vertical_scroll_offset(top);
    }
    let output = area.show_viewport(ui, |ui, view| {
        let width = stack.width.max(view.width());
        let (all, _) = ui.allocate_exact_size(vec2(width, stack.height), Sense::hover());
        for (at, page) in pages.pages.iter().enumerate() {
            let rect = stack.rect(at, width).translate(all.min.to_vec2());
            if ui.is_rect_visible(rect) {
                page_ui(ctx, ui, pages, (at, page, rect));
            }
        }
        view
    });
    let page = stack.page_at(output.inner.center().y) + 1;
    let seen = Seen { percent: stack.percent(), page, of: pages.pages.len() };
    if remembered(ui) != seen {
        ui.data_mut(|data| data.insert_temp(seen_id(), seen));
        ui.request_repaint();
    }
}

fn page_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, pages: &Pages, one: (usize, &crate::document::page::Page, Rect)) {
    let (at, page, rect) = one;
    paint::page(ui.painter(), page, rect, ctx.tokens);
    let name = page_of(at + 1, pages.pages.len(), ctx.language());
    let builder = UiBuilder::new().max_rect(rect).id_salt(("page", at)).accessibility_label(name);
    ui.scope_builder(builder.accessibility_role(egui::accesskit::Role::Document), |ui| {
        let response = ui.interact(rect, ui.scope_id().with("text"), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text_of(page)));
    });
}

/// The words of a page, for those who have it read to them.
fn text_of(page: &crate::document::page::Page) -> String {
    let runs = page.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some(run.text.as_str()),
        Shape::Rule { .. } | Shape::Box { .. } => None,
    });
    runs.collect::<Vec<_>>().join(" ")
}
