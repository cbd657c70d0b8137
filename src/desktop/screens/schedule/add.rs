//! Which module goes into a free time: those with sessions still owed first.

use egui::{Align2, CornerRadius, FontId, Id, Ui, pos2, vec2};

use super::change::{spoken, step};
use super::looks::AddHere;
use super::sheet::{close, first};
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::shell::Place;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{Edit, ListEdit, PlacedModule};
use crate::schedule::{Joins, Opening, Spot, session_at, still_owed};
use crate::wording::screen::{ScheduleWords, family, spot, to_place};

const ROW: f32 = 36.0;

/// The modules that can go here.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, here: &AddHere) {
    let plan = open.plan();
    let mut modules: Vec<Row<'_>> = plan.modules.iter().map(|module| row(ctx, open, here, module)).collect();
    modules.sort_by_key(|row| (row.owed == 0, !row.against.is_empty()));
    ui.label(theme::soft(crate::wording::time::day(here.date, ctx.language()), ctx.tokens));
    ui.add_space(4.0);
    if modules.is_empty() && widgets::primary(ui, ctx.say(ScheduleWords::ChooseModules), ctx.tokens).clicked() {
        close(ctx);
        ctx.send(Action::Go(Place::Modules));
    }
    egui::ScrollArea::vertical().max_height(ROW * 9.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        // The ring of the first row stands out a little.
        ui.add_space(3.0);
        for (at, row) in modules.iter().enumerate() {
            row_ui(ctx, open, ui, row, at);
        }
    });
}

/// A module that may go here.
struct Row<'a> {
    module: &'a PlacedModule,
    owed: u16,
    to: Spot,
    /// What speaks against that.
    against: Vec<String>,
}

fn row<'a>(ctx: &ViewCtx<'_>, open: &OpenPlan, here: &AddHere, module: &'a PlacedModule) -> Row<'a> {
    let to = goes_to(open, here, module);
    Row { module, owed: still_owed(open.plan(), module), to, against: spoken(ctx, open, &to, None) }
}

/// Where a module would go: into its group where that meets over this time, or else to the time itself.
fn goes_to(open: &OpenPlan, here: &AddHere, module: &PlacedModule) -> Spot {
    let minutes = here.minutes.unwrap_or(module.minutes);
    let spot = Spot { module: module.id, date: here.date, start: here.start, minutes };
    let meets = |one: &&Opening| {
        one.module == module.id
            && one.date == here.date
            && one.taken.is_none()
            && one.joins != Joins::NotYet
            && spot.meets(one.start, one.end())
    };
    open.model.openings.iter().find(meets).map_or(spot, Opening::spot)
}

fn row_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, row: &Row<'_>, at: usize) {
    let (language, module, to) = (ctx.language(), row.module, row.to);
    let name = module.plain_name.get(language);
    let when = spot(to.date, to.start, to.end(), language);
    let owed = if row.owed > 0 { to_place(row.owed, language) } else { String::new() };
    let told = [name, when.as_str(), owed.as_str()].into_iter().chain(row.against.iter().map(String::as_str));
    let told = told.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, ROW), egui::Sense::hover());
    let id = Id::unique(("add", module.id.0));
    let response = widgets::target(ui, rect, id, &told, None);
    if at == 0 {
        first(ctx, ui, id);
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(6), ctx.tokens.raised);
    }
    let swatch = egui::Rect::from_center_size(pos2(rect.left() + 10.0, rect.center().y), vec2(4.0, 18.0));
    ui.painter().rect_filled(swatch, CornerRadius::same(1), ctx.tokens.family(family(module.kind)));
    let small = FontId::proportional(theme::SMALL);
    let right = pos2(rect.right() - 8.0, rect.center().y);
    let right = ui.painter().text(right, Align2::RIGHT_CENTER, owed, small.clone(), ctx.tokens.soft);
    let room = (right.left() - rect.left() - 32.0, 1);
    let font = FontId::proportional(theme::BODY);
    let title = widgets::fitted(ui.painter(), name, font, ctx.tokens.ink, room);
    let ink = if row.against.iter().any(|words| !words.is_empty()) { ctx.tokens.error } else { ctx.tokens.soft };
    let below = crate::wording::time::span(to.start, to.end(), language);
    let below = core::iter::once(below).chain(row.against.iter().cloned()).collect::<Vec<_>>().join(", ");
    let below = widgets::fitted(ui.painter(), &below, small, ink, room);
    let left = rect.left() + 20.0;
    ui.painter().galley(pos2(left, rect.top() + 1.0), title, ctx.tokens.ink);
    ui.painter().galley(pos2(left, rect.top() + 19.0), below, ink);
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked()
        && let Some(session) = session_at(open.plan(), ctx.clinic(), &open.model.openings, &to)
    {
        step(ctx, Edit::Sessions(ListEdit::Add(session)));
        close(ctx);
    }
    response.on_hover_text(told);
}
