//! The quiet list of needs, most pressing first.

use egui::{CornerRadius, FontId, Id, Rect, Role, ScrollArea, Sense, Ui, pos2, vec2};

use super::order::{self, Row};
use super::page::{Page, loose};
use super::{Ask, ask};
use crate::base::NeedId;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{theme, widgets};
use crate::plan::{Edit, Item, ListEdit, Need, NeedStanding, Plan};
use crate::wording::screen::{GoalsWords, goal_count};
use crate::wording::terms;

/// The list; the page that is shown beside it is marked.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, page: Option<Page>) {
    ScrollArea::vertical().id_salt("needs").auto_shrink(false).show(ui, |ui| {
        let name = ctx.say(GoalsWords::NeedsBy);
        widgets::group(ui, name, Role::Group, |ui| rows_ui(ctx, open.plan(), ui, page));
        if loose(open.plan()).next().is_some() {
            let title = ctx.say(GoalsWords::LooseGoals).to_owned();
            let more = goal_count(loose(open.plan()).count(), ctx.language());
            let line = Line { title, more, ink: ctx.tokens.warning, chosen: page == Some(Page::Loose) };
            if row_ui(ctx, ui, Id::unique(("goals", "loose")), &line).handle.clicked() {
                turn(ctx, Page::Loose, None);
            }
        }
        ui.add_space(8.0);
        if page != Some(Page::Library) && widgets::quiet(ui, ctx.say(GoalsWords::AddNeed)).clicked() {
            turn(ctx, Page::Library, ctx.shell.selection);
            ask(ctx, Ask::Write(Some(Item::Plan)));
        }
        ui.add_space(12.0);
        widgets::follow_keyboard(ui, "needs");
    });
}

fn turn(ctx: &ViewCtx<'_>, page: Page, selection: Option<Item>) {
    ctx.send(Action::Select(selection));
    ask(ctx, Ask::Turn(Some(page)));
}

fn rows_ui(ctx: &ViewCtx<'_>, plan: &Plan, ui: &mut Ui, page: Option<Page>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut rows = Vec::new();
    for need in &plan.needs {
        let row = row_ui(ctx, ui, Id::unique(("goals-list", Item::Need(need.id))), &line(ctx, plan, need, page));
        if row.handle.clicked() {
            turn(ctx, Page::Need(need.id), Some(Item::Need(need.id)));
        }
        rows.push(row);
    }
    if let Some((at, to)) = order::moved(ui, ctx.tokens, &rows) {
        let ids: Vec<NeedId> = plan.needs.iter().map(|need| need.id).collect();
        if let Some(id) = ids.get(at) {
            ctx.edit(Edit::Needs(ListEdit::Move(*id, to)));
            ctx.send(Action::StepDone);
        }
    }
}

struct Line {
    title: String,
    more: String,
    ink: egui::Color32,
    chosen: bool,
}

fn line(ctx: &ViewCtx<'_>, plan: &Plan, need: &Need, page: Option<Page>) -> Line {
    let goals = plan.goals.iter().filter(|goal| goal.needs.contains(&need.id)).count();
    let severity = terms::severity(need.severity, ctx.language());
    let (more, ink) = match (&need.standing, goals) {
        (NeedStanding::Deferred(_), _) => (ctx.say(GoalsWords::Deferred).to_owned(), ctx.tokens.soft),
        (NeedStanding::Addressed, 0) => (ctx.say(GoalsWords::NoGoalYet).to_owned(), ctx.tokens.warning),
        (NeedStanding::Addressed, goals) => (goal_count(goals, ctx.language()), ctx.tokens.soft),
    };
    let title = if crate::base::is_blank(&need.problem) { ctx.say(GoalsWords::NotNamed) } else { &need.problem };
    let chosen = page == Some(Page::Need(need.id));
    Line { title: title.to_owned(), more: format!("{severity}, {more}"), ink, chosen }
}

fn row_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, id: Id, line: &Line) -> Row {
    let tokens = ctx.tokens;
    let width = ui.available_width() - 8.0;
    let room = width - 24.0;
    let font = FontId::proportional(theme::BODY);
    let title = widgets::fitted(ui.painter(), &line.title, font, tokens.ink, (room, 2));
    let more = widgets::fitted(ui.painter(), &line.more, FontId::proportional(theme::SMALL), line.ink, (room, 1));
    let (rect, _) = ui.allocate_exact_size(vec2(width, title.size().y + more.size().y + 18.0), Sense::hover());
    let handle = ui.interact(rect, id, Sense::click_and_drag());
    let name = format!("{}, {}", line.title, line.more);
    handle.widget_info(|| egui::WidgetInfo::selected(Role::Button, true, line.chosen, &name));
    if line.chosen || handle.hovered() {
        let fill = if line.chosen { tokens.chosen } else { tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(8), fill);
    }
    if line.chosen {
        let mark = Rect::from_min_size(rect.min + vec2(0.0, 10.0), vec2(3.0, rect.height() - 20.0));
        ui.painter().rect_filled(mark, CornerRadius::same(1), tokens.accent);
    }
    let at = rect.min + vec2(12.0, 8.0);
    let below = pos2(at.x, at.y + title.size().y + 2.0);
    ui.painter().galley(at, title, tokens.ink);
    ui.painter().galley(below, more, line.ink);
    widgets::ring(ui, &handle, tokens);
    Row { handle, rect }
}
