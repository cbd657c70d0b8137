//! Every session as a row: the board's twin for screen readers, and for finding things.

use egui::{Align2, CornerRadius, FontFamily, FontId, Id, Rangef, Rect, Sense, Ui, pos2, vec2};

use super::board::against;
use super::change::ask;
use super::form::statuses;
use super::looks::{Order, Table};
use super::{Ask, actions, keys};
use crate::base::{ClockTime, Weekday};
use crate::desktop::form as fields;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::{Shown, ViewCtx};
use crate::desktop::{theme, widgets};
use crate::plan::{Item, Session};
use crate::wording::screen::{Label, ScheduleWords, family, place_of};
use crate::wording::{terms, time};

const ROW: f32 = 34.0;
/// Narrower than this, the two filters take the whole width.
const NARROW: f32 = 560.0;

/// All sessions that are asked for; only rows on the screen are laid out.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let table = ctx.shell.schedule.table;
    filter_ui(ctx, open, ui, table);
    let sessions = rows(ctx, open, table);
    let needs = Needs::new(ctx, ui, &sessions);
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ctx, ui, table, &needs);
    if sessions.is_empty() {
        ui.add_space(16.0);
        ui.label(theme::soft(ctx.say(ScheduleWords::NothingMatches), ctx.tokens));
        return;
    }
    egui::ScrollArea::vertical().id_salt("list").auto_shrink(false).show_rows(ui, ROW, sessions.len(), |ui, rows| {
        for (at, session) in sessions.iter().enumerate().skip(rows.start).take(rows.len()) {
            let Some(module) = open.plan().module(session.module) else { continue };
            let before = at.checked_sub(1).and_then(|before| sessions.get(before));
            let date = match before {
                None => Date::First,
                Some(before) if before.date == session.date => Date::Known,
                Some(_) => Date::Told,
            };
            row_ui(ctx, open, ui, &Shown { session, module }, (date, &needs));
        }
    });
}

fn rows<'a>(ctx: &ViewCtx<'_>, open: &'a OpenPlan, table: Table) -> Vec<&'a Session> {
    let asked = |session: &&Session| {
        table.module.is_none_or(|module| session.module == module)
            && table.status.is_none_or(|status| session.status == status)
    };
    let mut sessions: Vec<&Session> = open.plan().sessions.iter().filter(asked).collect();
    let name = |session: &Session| open.plan().module(session.module).map(|one| one.plain_name.get(ctx.language()));
    match table.order {
        Order::Time => {}
        Order::Latest => sessions.reverse(),
        Order::Module => sessions.sort_by_key(|session| name(session)),
        Order::Status => sessions.sort_by_key(|session| session.status),
    }
    sessions
}

fn filter_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, table: Table) {
    let mut modules = vec![(None, ctx.say(ScheduleWords::AllModules))];
    modules.extend(open.plan().modules.iter().map(|one| (Some(one.id), one.plain_name.get(ctx.language()))));
    let mut all = vec![(None, ctx.say(ScheduleWords::AnyStatus))];
    all.extend(statuses(ctx).into_iter().map(|(status, words)| (Some(status), words)));
    let narrow = ui.available_width() < NARROW;
    ui.columns(if narrow { 2 } else { 3 }, |columns| {
        let [module, status, ..] = columns else { return };
        if let Some(module) = fields::bare_choice(module, ctx.say(ScheduleWords::Module), table.module, &modules) {
            ask(ctx, Ask::Table(Table { module, ..table }));
        }
        if let Some(status) = fields::bare_choice(status, ctx.say(ScheduleWords::Status), table.status, &all) {
            ask(ctx, Ask::Table(Table { status, ..table }));
        }
    });
    ui.add_space(2.0);
}

/// What the list can be sorted by, above its columns.
fn head_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, table: Table, needs: &Needs) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, 26.0), Sense::hover());
    let stands = Columns::new(needs, rect);
    let by_time = if table.order == Order::Time { Order::Latest } else { Order::Time };
    let columns = [
        (Label::When, stands.when(), Some(by_time), matches!(table.order, Order::Time | Order::Latest)),
        (Label::ThreadModule, stands.module, Some(Order::Module), table.order == Order::Module),
        (Label::Topic, stands.topic, None, false),
        (Label::Where, stands.place, None, false),
        (Label::Status, stands.status, Some(Order::Status), table.order == Order::Status),
    ];
    for (label, span, order, chosen) in columns {
        let words = ctx.say(label);
        let weight = if chosen { Weight::Strong } else { Weight::Soft };
        cell(ctx, ui, rect, span, (words, weight));
        let Some(order) = order.filter(|_| span.span() > 0.0) else { continue };
        let target = Rect::from_x_y_ranges(span, rect.y_range());
        let response = widgets::target(ui, target, ui.scope_id().with(("sort", words)), words, chosen);
        widgets::ring(ui, &response, ctx.tokens);
        if response.clicked() {
            ask(ctx, Ask::Table(Table { order, ..table }));
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), ctx.tokens.hairline());
}

/// Left and right of the words of a cell.
const CELL: (f32, f32) = (8.0, 4.0);
/// With less room than this, module, topic and place cannot stand side by side.
const LEAST: f32 = 240.0;

/// From where to where each column goes: days and times get what they need, the others share what is left.
#[derive(Clone, Copy)]
struct Columns {
    date: Rangef,
    time: Rangef,
    module: Rangef,
    topic: Rangef,
    place: Rangef,
    status: Rangef,
}

/// How wide what must not be cut off is.
struct Needs {
    date: f32,
    time: f32,
    status: f32,
}

impl Needs {
    fn new(ctx: &ViewCtx<'_>, ui: &Ui, sessions: &[&Session]) -> Self {
        let language = ctx.language();
        let wide = |words: &str, family: FontFamily| {
            let galley =
                ui.painter().layout_no_wrap(words.to_owned(), FontId::new(theme::NAME, family), ctx.tokens.ink);
            galley.size().x + CELL.0 + CELL.1
        };
        let longest = |of: [u16; 2]| of.map(|minute| ClockTime::from_minutes(minute).unwrap_or(ClockTime::MIDNIGHT));
        let [from, to] = longest([10 * 60 + 45, 12 * 60 + 45]);
        // A year has many days, but only so many months.
        let late = |month| jiff::civil::Date::new(ctx.today.year(), month, 28).ok();
        let days = (1..=12).filter_map(late).map(|date| wide(&time::day_month(date, language), theme::semibold()));
        let weekday = |day| wide(time::weekday_short(day, language), theme::semibold()) - CELL.0;
        let date = days.fold(0.0, f32::max) + Weekday::ALL.map(weekday).into_iter().fold(0.0, f32::max);
        let time = wide(&time::span(from, to, language), FontFamily::Proportional) + 10.0;
        let is_shown = |status| sessions.iter().any(|session| session.status == status);
        let shown = statuses(ctx).into_iter().filter(|(status, _)| is_shown(*status)).map(|(_, words)| words);
        let status = shown.chain([ctx.say(Label::Status)]).map(|words| wide(words, FontFamily::Proportional));
        Self { date, time, status: status.fold(64.0, f32::max) }
    }
}

impl Columns {
    fn new(needs: &Needs, row: Rect) -> Self {
        let Needs { date, time, status } = *needs;
        let rest = (row.width() - date - time - status).max(0.0);
        // Where there is little room, the names of modules are worth more than what the details tell as well.
        let shares = if rest < LEAST { [1.0, 0.0, 0.0] } else { [0.42, 0.35, 0.23] };
        let (rest, status) = if rest < LEAST { (rest + status, 0.0) } else { (rest, status) };
        let [module, topic, place] = shares.map(|share| rest * share);
        let mut left = row.left();
        let mut column = |width: f32| {
            let span = Rangef::new(left, left + width);
            left += width;
            span
        };
        Self {
            date: column(date),
            time: column(time),
            module: column(module),
            topic: column(topic),
            place: column(place),
            status: column(status),
        }
    }

    /// Day and time together.
    fn when(&self) -> Rangef {
        Rangef::new(self.date.min, self.time.max)
    }
}

#[derive(Clone, Copy)]
enum Date {
    /// Told, at the top of the list.
    First,
    /// Told, below another day.
    Told,
    /// Told above.
    Known,
}

fn row_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, shown: &Shown<'_>, (date, needs): (Date, &Needs)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 4.0, ROW), Sense::hover());
    let stands = Columns::new(needs, rect);
    let item = Item::Session(shown.session.id);
    let (chosen, language) = (ctx.is_selected(item), ctx.language());
    let against = against(ctx, open, shown.session);
    let name = core::iter::once(shown.line(language)).chain(against.iter().cloned()).collect::<Vec<_>>().join(", ");
    let response = widgets::target(ui, rect, Id::unique(("list", item)), &name, chosen);
    if chosen || response.hovered() {
        let fill = if chosen { ctx.tokens.chosen } else { ctx.tokens.raised };
        ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    }
    if let Date::Told = date {
        ui.painter().hline(rect.x_range(), rect.top(), ctx.tokens.hairline());
    }
    if let Date::First | Date::Told = date {
        cell(ctx, ui, rect, stands.date, (&time::day(shown.session.date, language), Weight::Strong));
    }
    let swatch = Rect::from_center_size(pos2(stands.module.min - 2.0, rect.center().y), vec2(4.0, 16.0));
    ui.painter().rect_filled(swatch, CornerRadius::same(1), ctx.tokens.family(family(shown.module.kind)));
    let span = time::span(shown.session.start, shown.session.end(), language);
    cell(ctx, ui, rect, stands.time, (&span, if against.is_empty() { Weight::Plain } else { Weight::Wrong }));
    cell(ctx, ui, rect, stands.module, (shown.module.plain_name.get(language), Weight::Plain));
    let topic = shown.session.topic_words.get(language);
    match against.first() {
        Some(words) => cell(ctx, ui, rect, stands.topic, (words, Weight::Wrong)),
        None => cell(ctx, ui, rect, stands.topic, (topic, Weight::Soft)),
    }
    cell(ctx, ui, rect, stands.place, (&place_of(shown.session, language), Weight::Soft));
    cell(ctx, ui, rect, stands.status, (terms::session_status(shown.session.status, language), Weight::Soft));
    widgets::ring(ui, &response, ctx.tokens);
    keys::session(ctx, open, ui, &response, shown.session);
    if response.clicked() {
        response.request_focus();
        ctx.select(item);
    }
    if response.double_clicked() {
        actions::perform(ctx, open, shown.session, actions::Deed::Edit);
    }
    response.context_menu(|ui| actions::menu(ctx, open, ui, shown.session));
}

enum Weight {
    Strong,
    Plain,
    Soft,
    Wrong,
}

fn cell(ctx: &ViewCtx<'_>, ui: &Ui, row: Rect, span: Rangef, text: (&str, Weight)) {
    let (text, weight) = text;
    let (left, width) = (span.min + CELL.0, span.span() - CELL.0 - CELL.1);
    if width <= 0.0 {
        return;
    }
    let (font, ink) = match weight {
        Weight::Strong => (FontId::new(theme::NAME, theme::semibold()), ctx.tokens.ink),
        Weight::Plain => (FontId::proportional(theme::NAME), ctx.tokens.ink),
        Weight::Soft => (FontId::proportional(theme::NAME), ctx.tokens.soft),
        Weight::Wrong => (FontId::proportional(theme::NAME), ctx.tokens.error),
    };
    let galley = widgets::fitted(ui.painter(), text, font, ink, (width, 1));
    let at = Align2::LEFT_CENTER.anchor_size(pos2(left, row.center().y), galley.size());
    ui.painter().galley(at.min, galley, ink);
}
