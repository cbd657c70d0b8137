//! Where a session is and who leads it, chosen from what the clinic has.

use egui::Ui;

use crate::base::Bilingual;
use crate::desktop::form as fields;
use crate::desktop::view::ViewCtx;
use crate::plan::{Place, PlacedModule, Session, Staff};
use crate::schedule::staff;
use crate::wording::screen::{Label, ScheduleWords};

/// Where a session is.
pub(super) fn place_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, next: &mut Session) {
    let mut places: Vec<Place> = rooms(ctx).map(Place::Room).collect();
    let elsewhere = match &next.place {
        Place::Elsewhere(text) => Place::Elsewhere(text.clone()),
        Place::Room(_) | Place::Telehealth => Place::Elsewhere(String::new()),
    };
    if !places.contains(&next.place) && matches!(next.place, Place::Room(_)) {
        places.insert(0, next.place.clone());
    }
    places.extend([Place::Telehealth, elsewhere]);
    let words: Vec<&str> = places.iter().map(|place| words(ctx, place)).collect();
    let all: Vec<(usize, &str)> = words.into_iter().enumerate().collect();
    let now = places.iter().position(|place| *place == next.place).unwrap_or_default();
    let chosen = fields::choice(ctx, ui, ctx.say(ScheduleWords::Place), now, &all);
    if let Some(place) = chosen.and_then(|at| places.get(at)) {
        next.place = place.clone();
    }
    if let Place::Elsewhere(text) = &next.place
        && let Some(text) = fields::text(ctx, ui, ctx.say(ScheduleWords::WhereElse), text)
    {
        next.place = Place::Elsewhere(text);
    }
}

fn rooms(ctx: &ViewCtx<'_>) -> impl Iterator<Item = Bilingual> {
    ctx.clinic().into_iter().flat_map(|clinic| &clinic.rooms).map(|room| room.name.clone())
}

fn words<'a>(ctx: &ViewCtx<'_>, place: &'a Place) -> &'a str {
    match place {
        Place::Room(room) if crate::base::is_blank(room.get(ctx.language())) => ctx.say(ScheduleWords::NoRoom),
        Place::Room(room) => room.get(ctx.language()),
        Place::Telehealth => ctx.say(Label::Telehealth),
        Place::Elsewhere(_) => ctx.say(ScheduleWords::Elsewhere),
    }
}

/// Who leads a session.
pub(super) fn staff_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, module: &PlacedModule, next: &mut Session) {
    let clinic = ctx.clinic().into_iter().flat_map(|clinic| &clinic.providers).map(staff);
    let known = next.staff.iter().chain(&module.responsible).cloned();
    let mut people: Vec<Staff> = Vec::new();
    for person in clinic.chain(known) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let names: Vec<String> = people.iter().map(|one| format!("{}, {}", one.name, one.credentials)).collect();
    let mut all = vec![(None, ctx.say(ScheduleWords::Nobody))];
    all.extend(names.iter().enumerate().map(|(at, name)| (Some(at), name.trim_end_matches([',', ' ']))));
    let now = next.staff.as_ref().and_then(|staff| people.iter().position(|one| one == staff));
    if let Some(chosen) = fields::choice(ctx, ui, ctx.say(ScheduleWords::Staff), now, &all) {
        next.staff = chosen.and_then(|at| people.get(at)).cloned();
    }
}
