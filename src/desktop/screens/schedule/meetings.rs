//! The outlines of the clinic's groups on the board: one click puts the person in.

use egui::{Id, Rect, Ui};

use super::board::Day;
use super::change::step;
use super::layout::lanes;
use super::{drag, paint};
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets;
use crate::plan::{Edit, ListEdit};
use crate::schedule::{Joins, Opening, seat, still_owed};
use crate::wording::census::places;
use crate::wording::screen::{CensusWords, ScheduleWords, join, spot};

/// Meetings of groups that still want to be filled, or into which what is dragged may go.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, day: &Day) {
    let dragged = drag::dragged(ctx);
    let module = dragged.and_then(|(session, _)| open.plan().session(session?)).map(|session| session.module);
    let wanted = |one: &&Opening| match dragged {
        Some(_) => Some(one.module) == module,
        None => is_wanted(open, one),
    };
    let on_day = open.model.openings.iter().filter(|one| one.date == day.date && one.taken.is_none());
    let shown: Vec<&Opening> = on_day.filter(wanted).collect();
    let spans: Vec<_> = shown.iter().map(|one| (*one, one.start.minutes(), one.end().minutes())).collect();
    for slot in lanes(&spans) {
        opening_ui(ctx, open, ui, day.board.card(day.at, &slot), slot.key);
    }
}

/// Whether an empty meeting is worth showing: its module has sessions to place, and nothing is there already.
fn is_wanted(open: &OpenPlan, one: &Opening) -> bool {
    let owes = open.plan().module(one.module).is_some_and(|module| still_owed(open.plan(), module) > 0);
    let on_day = open.plan().sessions.iter().filter(|session| session.date == one.date && session.status.occupies());
    owes && !{ on_day }.any(|session| one.spot().meets(session.start, session.end()))
}

fn opening_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &Ui, rect: Rect, one: &Opening) {
    let language = ctx.language();
    let Some(module) = open.plan().module(one.module) else { return };
    let topic = module.topic(usize::from(one.topic)).map_or("", |topic| topic.get(language));
    let name = module.plain_name.get(language);
    let mut words = join(name, &spot(one.date, one.start, one.end(), language), topic, language);
    if one.joins == Joins::NotYet {
        words = format!("{words}, {}", ctx.say(ScheduleWords::NotForNewcomers));
    }
    let block = ctx.clinic().and_then(|clinic| clinic.blocks.iter().find(|block| block.slug == one.block));
    if let Some(block) = block.filter(|block| open.taken.is_full(block, one.date)) {
        let others = usize::from(open.taken.on(&block.slug, one.date));
        words = format!("{words}, {}, {}", places(others, block.capacity, language), ctx.say(CensusWords::Full));
    }
    let id = Id::unique(("opening", one.block.as_str().to_owned(), one.date.to_string()));
    let response = widgets::target(ui, rect, id, &words, None);
    let look = paint::Empty { name, topic, module, joins: one.joins, pointed: response.hovered() };
    paint::opening(ctx, ui, rect, &look);
    widgets::ring(ui, &response, ctx.tokens);
    if response.clicked()
        && one.joins != Joins::NotYet
        && let Some(session) = ctx.clinic().and_then(|clinic| seat(open.plan(), clinic, one))
    {
        step(ctx, Edit::Sessions(ListEdit::Add(session)));
    }
    response.on_hover_text(words);
}
