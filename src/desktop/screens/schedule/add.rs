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
    let mut modules: Vec<(&PlacedModule, u16)> = plan.modules.iter().map(|one| (one, still_owed(plan, one))).collect();
    modules.sort_by_key(|(_, owed)| *owed == 0);
    ui.label(theme::soft(crate::wording::time::day(here.date, ctx.language()), ctx.tokens));
    ui.add_space(4.0);
    if modules.is_empty() && widgets::primary(ui, ctx.say(ScheduleWords::ChooseModules), ctx.tokens).clicked() {
        close(ctx);
        ctx.send(Action::Go(Place::Modules));
    }
    egui::ScrollArea::vertical().max_height(ROW * 9.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (at, (module, owed)) in modules.into_iter().enumerate() {
            row_ui(ctx, open, ui, here, &Row { module, owed, at });
        }
    });
}

struct Row<'a> {
    module: &'a PlacedModule,
    owed: u16,
    at: usize,
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

fn row_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, here: &AddHere, row: &Row<'_>) {
    let (language, module) = (ctx.language(), row.module);
    let to = goes_to(open, here, module);
    let name = module.plain_name.get(language);
    let when = spot(to.date, to.start, to.end(), language);
    let owed = if row.owed > 0 { to_place(row.owed, language) } else { String::new() };
    let spoken: Vec<String> = core::iter::once(owed.clone()).chain(spoken(ctx, open, &to, None)).collect();
    let told = [&[name.to_owned(), when], spoken.as_slice()].concat();
    let told = told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, ROW), egui::Sense::hover());
    let id = Id::unique(("add", module.id.0));
    let response = widgets::target(ui, rect, id, &told, None);
    if row.at == 0 {
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
    let bad = spoken.iter().skip(1).any(|words| !words.is_empty());
    let ink = if bad { ctx.tokens.error } else { ctx.tokens.soft };
    let below = crate::wording::time::span(to.start, to.end(), language);
    let below = core::iter::once(below).chain(spoken.iter().skip(1).cloned()).collect::<Vec<_>>().join(", ");
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
