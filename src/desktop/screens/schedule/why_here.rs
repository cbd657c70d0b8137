//! Why a session is where it is: what the best of the other free places would cost.

use egui::Ui;

use crate::base::{Minutes, SessionId};
use crate::desktop::open::OpenPlan;
use crate::desktop::theme;
use crate::desktop::view::ViewCtx;
use crate::plan::SessionStatus;
use crate::schedule::engine::Tier;
use crate::schedule::lay::OtherPlace;
use crate::wording::screen::{ArrangingWords, place_cost, spot};
use crate::wording::timetable;

/// So many other places are told.
const TOLD: usize = 5;

/// The other places of a session, in its details.
pub fn why_here_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, id: SessionId) {
    let Some(session) = open.plan().session(id).filter(|session| session.status == SessionStatus::Planned) else {
        return;
    };
    let Some(found) = open.elsewhere(id).filter(|_| !session.pinned) else { return };
    ui.add_space(10.0);
    egui::CollapsingHeader::new(theme::strong(ctx.say(ArrangingWords::WhyHere))).id_salt("why here").show(ui, |ui| {
        let best = found.places.first().map(|place| place.order);
        match best {
            None => ui.label(theme::soft(ctx.say(ArrangingWords::NoOtherPlace), ctx.tokens)),
            Some(core::cmp::Ordering::Greater) => ui.label(theme::soft(ctx.say(ArrangingWords::BestPlace), ctx.tokens)),
            Some(core::cmp::Ordering::Equal | core::cmp::Ordering::Less) => {
                ui.label(theme::soft(ctx.say(ArrangingWords::OtherPlaces), ctx.tokens))
            }
        };
        for place in found.places.iter().take(TOLD) {
            ui.add(egui::Label::new(told(ctx, place, session.minutes)).wrap());
        }
    });
}

fn told(ctx: &ViewCtx<'_>, place: &OtherPlace, minutes: Minutes) -> String {
    let language = ctx.language();
    let tiers = ctx.settings.tiers().into_iter().filter(|tier| *tier != Tier::Change);
    let costs = tiers.filter_map(|tier| {
        let by = place.change.get(tier as usize).copied().filter(|by| *by != 0)?;
        Some(timetable::change(tier, by, language))
    });
    let costs: Vec<String> = costs.collect();
    let at = spot(place.date, place.start, place.start.after(minutes), language);
    place_cost(&at, &costs, language)
}
