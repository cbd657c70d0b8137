//! Who comes to the meeting that is picked; each person leads to their plan.

use egui::{CornerRadius, FontId, RichText, Sense, Ui, pos2, vec2};

use crate::desktop::action::Action;
use crate::desktop::screens::home::Ask;
use crate::desktop::view::ViewCtx;
use crate::desktop::worker::Source;
use crate::desktop::{theme, widgets};
use crate::plan::Standing;
use crate::schedule::{Astray, Cell, Census, Load, Patron, Row};
use crate::storage::Trust;
use crate::wording::screen::{CensusWords, open_plan_of};
use crate::wording::{census as say, time};

/// The meeting that is picked.
pub(super) fn ui(ctx: &ViewCtx<'_>, census: &Census, (row, cell): (&Row, &Cell), ui: &mut Ui) {
    let language = ctx.language();
    ui.horizontal(|ui| {
        let width = ui.available_width() - 40.0;
        let name = theme::heading(say::group(&row.module, ctx.catalog, language));
        ui.allocate_ui(vec2(width, 0.0), |ui| ui.add(egui::Label::new(name).wrap()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            if widgets::sign(ui, ctx.tokens, widgets::Sign::Cross, ctx.say(CensusWords::Close)).clicked() {
                ctx.send(Action::Home(Ask::Pick(None)));
            }
        });
    });
    let span = time::span(row.start, row.start.after(row.minutes), language);
    ui.label(theme::soft(format!("{}, {span}", time::day(cell.date, language)), ctx.tokens));
    ui.add_space(4.0);
    ui.label(load_words(ctx, census, row, cell));
    ui.add_space(10.0);
    if cell.people.is_empty() {
        ui.label(theme::soft(ctx.say(CensusWords::Nobody), ctx.tokens));
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    for patron in cell.people.iter().filter_map(|person| census.people.get(*person)) {
        person_ui(ctx, patron, ui);
    }
}

fn load_words(ctx: &ViewCtx<'_>, census: &Census, row: &Row, cell: &Cell) -> RichText {
    let language = ctx.language();
    let load = row.load(cell);
    let mut parts = vec![say::places(cell.people.len(), row.capacity, language)];
    parts.extend(say::meets(cell.meets, language));
    parts.extend(say::load(load, language).filter(|_| !cell.people.is_empty()));
    parts.extend(say::drafts(census.drafts(cell), language));
    let words = theme::strong(parts.join(", "));
    match load {
        Load::Free(_) => words.color(ctx.tokens.ink),
        Load::Full => words.color(ctx.tokens.warning),
        Load::Over(_) => words.color(ctx.tokens.error),
    }
}

fn person_ui(ctx: &ViewCtx<'_>, patron: &Patron, ui: &mut Ui) {
    let (tokens, language) = (ctx.tokens, ctx.language());
    let (called, has_other_name) = (say::called(patron, language), patron.who.name != patron.who.called);
    let tall = if has_other_name { 44.0 } else { 32.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    let words = open_plan_of(&say::patron(patron, language), language);
    let response = widgets::target(ui, rect, ui.scope_id().with(("census person", &patron.file)), &words, None);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(7), tokens.raised);
    } else {
        ui.painter().hline(rect.x_range(), rect.bottom() + 1.0, tokens.hairline());
    }
    let draft = match patron.standing {
        Standing::Draft => ctx.say(CensusWords::Draft),
        Standing::InEffect(_) => "",
    };
    let tag = ui.painter().layout_no_wrap(draft.to_owned(), FontId::proportional(theme::SMALL), tokens.soft);
    let width = rect.width() - tag.size().x - 24.0;
    let line = |text: &str, font, color, y: f32| {
        let galley = widgets::fitted(ui.painter(), text, font, color, (width, 1));
        ui.painter().galley(pos2(rect.left() + 8.0, y - galley.size().y / 2.0), galley, color);
    };
    let y = if has_other_name { rect.top() + 14.0 } else { rect.center().y };
    line(&called, FontId::new(theme::BODY, theme::semibold()), tokens.ink, y);
    if has_other_name {
        line(&patron.who.name, FontId::proportional(theme::SMALL), tokens.soft, rect.top() + 32.0);
    }
    let at = pos2(rect.right() - tag.size().x - 8.0, rect.center().y - tag.size().y / 2.0);
    ui.painter().galley(at, tag, tokens.soft);
    widgets::ring(ui, &response, tokens);
    if response.clicked() {
        ctx.send(Action::Read(Source::File(patron.file.clone()), Trust::Strict));
    }
    response.on_hover_text(words);
}

/// Somebody's place where there is no such meeting, in one line.
pub(super) fn astray(ctx: &ViewCtx<'_>, census: &Census, one: &Astray) -> Option<String> {
    let who = say::patron(census.people.get(one.person)?, ctx.language());
    Some(format!("{who}: {}, {}", one.block, time::day(one.date, ctx.language())))
}
