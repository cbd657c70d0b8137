//! The head of the intake: its answer, what is still lacking, and the list of its pages.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::field::Form;
use super::lacks::Lack;
use super::page::Page;
use super::{Ask, turn};
use crate::desktop::action::Action;
use crate::desktop::view::Room;
use crate::desktop::{form, theme, widgets};
use crate::plan::{Plan, Segment, starts};
use crate::wording::screen::intake::{Answer, answer, more, page_state};
use crate::wording::screen::{Daypart, IntakeLabel as L};

/// Width of the list of pages.
pub(super) const WIDTH: f32 = 208.0;
const ROW: f32 = 32.0;

/// The answer to "who is this for?", and what a complete plan still lacks.
pub(super) fn head_ui(form: Form<'_>, ui: &mut Ui, lacks: &[Lack]) {
    let title = title(form);
    let width = ui.available_width();
    let font = FontId::new(theme::TITLE, theme::semibold());
    let galley = widgets::fitted(ui.painter(), &title, font, form.ctx.tokens.ink, (width, 1));
    ui.add(egui::Label::new(galley)).on_hover_text(title);
    ui.add_space(2.0);
    progress_ui(form, ui, lacks);
}

fn title(form: Form<'_>) -> String {
    let plan = form.plan;
    let known = Answer {
        name: plan.person.called(),
        pronouns: &plan.person.pronouns,
        age: age(form),
        diagnosis: plan.frame.principal_diagnosis().map(|diagnosis| diagnosis.label.as_str()),
        part: plan.segments.first().map(part),
    };
    if crate::base::is_blank(known.name) {
        return form.say(L::Nobody).to_owned();
    }
    answer(known, form.ctx.language())
}

/// The age when the stay begins, or else today.
pub(super) fn age(form: Form<'_>) -> Option<u8> {
    age_on(form.plan, form.ctx.today)
}

fn age_on(plan: &Plan, today: crate::base::Date) -> Option<u8> {
    plan.person.age_on(starts(plan).unwrap_or(today))
}

const fn part(segment: &Segment) -> Daypart {
    match segment.day_from.minutes() {
        0..720 => Daypart::Morning,
        720..1000 => Daypart::Afternoon,
        _ => Daypart::Evening,
    }
}

/// A link in one piece: what wraps would be two stops for the keyboard, one of them without a name.
fn link_ui(ui: &mut Ui, text: egui::RichText) -> egui::Response {
    let galley = egui::WidgetText::from(text.clone()).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::TextStyle::Body,
    );
    if galley.size().x > ui.available_size_before_wrap().x {
        ui.end_row();
    }
    ui.add(egui::Link::new(text))
}

fn progress_ui(form: Form<'_>, ui: &mut Ui, lacks: &[Lack]) {
    let tokens = form.ctx.tokens;
    if lacks.is_empty() {
        ui.label(theme::soft(form.say(L::NothingLacking), tokens));
        return;
    }
    let shown = match form.ctx.room {
        Room::Wide => 6,
        Room::Narrow => 4,
        Room::Tight => 2,
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        ui.label(theme::soft(form.say(L::StillLacking), tokens));
        for lack in lacks.iter().take(shown) {
            let text = egui::RichText::new(form.say(lack.name)).size(theme::NAME).color(tokens.warning);
            let link = link_ui(ui, text);
            widgets::ring(ui, &link, tokens);
            if link.clicked() {
                form.ctx.send(Action::Intake(Ask::Turn(lack.page, lack.field)));
            }
        }
        if lacks.len() > shown {
            ui.label(theme::soft(more(lacks.len() - shown, form.ctx.language()), tokens));
        }
    });
}

/// All pages, each with what it lacks.
pub(super) fn list_ui(form: Form<'_>, ui: &mut Ui, lacks: &[Lack]) {
    widgets::group(ui, form.say(L::Pages), egui::Role::Navigation, |ui| {
        egui::ScrollArea::vertical().id_salt("pages").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for page in Page::ALL {
                row_ui(form, ui, page, lacking(page, lacks));
            }
            widgets::follow_keyboard(ui, "pages");
        });
    });
}

fn lacking(page: Page, lacks: &[Lack]) -> usize {
    lacks.iter().filter(|lack| lack.page == page).count()
}

fn row_ui(form: Form<'_>, ui: &mut Ui, page: Page, lacking: usize) {
    let (tokens, here) = (form.ctx.tokens, form.ctx.shell.intake.page == page);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 6.0, ROW), Sense::hover());
    let name = form.say(page.label());
    let told = page_state(name, lacking, form.ctx.language());
    let response = widgets::target(ui, rect, ui.scope_id().with(("page", page)), &told, here);
    if here || response.hovered() {
        let fill = if here { tokens.chosen } else { tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    let (font, ink) = if here {
        (FontId::new(theme::BODY, theme::semibold()), tokens.accent)
    } else {
        (FontId::proportional(theme::BODY), tokens.ink)
    };
    let galley = widgets::fitted(ui.painter(), name, font, ink, (rect.width() - 44.0, 1));
    ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0), galley, ink);
    mark(form, ui, rect, lacking);
    widgets::ring(ui, &response, tokens);
    if response.clicked() && !here {
        turn(form.ctx, page);
    }
}

/// A check where nothing is lacking, else how many things are.
fn mark(form: Form<'_>, ui: &Ui, row: Rect, lacking: usize) {
    let (tokens, at) = (form.ctx.tokens, pos2(row.right() - 16.0, row.center().y));
    if lacking == 0 {
        let points = vec![at + vec2(-5.0, 0.0), at + vec2(-1.5, 3.5), at + vec2(5.0, -4.5)];
        ui.painter().add(Shape::line(points, Stroke::new(1.8, tokens.accent)));
    } else {
        let font = FontId::proportional(theme::NAME);
        ui.painter().text(at, Align2::CENTER_CENTER, lacking.to_string(), font, tokens.warning);
    }
}

/// The list of pages where there is no room beside them.
pub(super) fn choice_ui(form: Form<'_>, ui: &mut Ui, lacks: &[Lack]) {
    let language = form.ctx.language();
    let named: Vec<(Page, String)> = Page::ALL
        .into_iter()
        .map(|page| (page, page_state(form.say(page.label()), lacking(page, lacks), language)))
        .collect();
    let all: Vec<(Page, &str)> = named.iter().map(|(page, name)| (*page, name.as_str())).collect();
    let now = form.ctx.shell.intake.page;
    if let Some(page) = form::choice(form.ctx, ui, form.say(L::Pages), now, &all) {
        turn(form.ctx, page);
    }
}
