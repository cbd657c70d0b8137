//! Places sessions on the calendar: groups where their blocks meet, the rest in free time beside them.
//!
//! A first placement: it keeps every hard rule (availability, days away, closures, no two things at once, a block's
//! own topics) and takes the earliest fitting places; it does not search for the best calendar.

mod calendar;
mod census;
pub mod engine;
mod groups;
mod individual;
pub mod lay;
mod opening;
mod seats;
mod series;
mod trouble;

use crate::base::{Date, ModuleId};
use crate::catalog::{Catalog, Clinic, Provider};
use crate::plan::{PlacedModule, Plan, Session, Staff};
use calendar::Calendar;
pub use calendar::is_open;
pub use census::{Astray, Cell, Census, Load, Meets, Patron, Row, census};
pub use opening::{Joins, Opening, meeting_at, moved, openings, seat, session_at, stand};
pub use seats::{Booking, Crowded, Seats, Taken, Who, crowded, crowded_among};
pub use series::{Ground, Laid, Series, Shift, copy_week, series, shift};
pub use trouble::{Spot, Trouble, day_trouble, troubles};

/// Where a first placement put the sessions of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// Sessions in order of date; their ids are left to the plan.
    pub sessions: Vec<Session>,
    /// Modules that got fewer sessions than prescribed, with the number that found no place.
    pub owed: Vec<(ModuleId, u16)>,
}

/// Places all prescribed sessions of a plan that has none yet.
///
/// Modules come in the plan's order, groups before individual services. In outpatient segments only individual
/// services and courses under way go on. Where others have all places of a group, nobody is placed.
pub fn first_placement(plan: &Plan, clinic: &Clinic, catalog: &Catalog, taken: &Taken) -> Placement {
    place_all(plan, clinic, catalog, Calendar::new(plan, clinic, taken))
}

/// Places what a plan still owes, from a date on; whatever is on the calendar stays where it is.
pub fn fill(plan: &Plan, clinic: &Clinic, catalog: &Catalog, taken: &Taken, from: Date) -> Placement {
    let mut owing = plan.clone();
    for module in &mut owing.modules {
        module.sessions = still_owed(plan, module);
    }
    owing.sessions.retain(|session| session.status.occupies());
    let mut calendar = Calendar::new(&owing, clinic, taken);
    calendar.keep(&owing.sessions);
    calendar.days.retain(|date, _| *date >= from);
    let mut placement = place_all(&owing, clinic, catalog, calendar);
    go_on_with_topics(&owing, &mut placement.sessions);
    placement
}

/// How many prescribed sessions of a module are not on the calendar.
pub fn still_owed(plan: &Plan, module: &PlacedModule) -> u16 {
    let kept = plan.sessions_of(module.id).filter(|session| session.status.occupies()).count();
    module.sessions.saturating_sub(u16::try_from(kept).unwrap_or(u16::MAX))
}

fn place_all<'a>(plan: &'a Plan, clinic: &'a Clinic, catalog: &Catalog, mut calendar: Calendar<'a>) -> Placement {
    let mut sessions = plan.sessions.clone();
    let (groups, others): (Vec<&PlacedModule>, Vec<&PlacedModule>) =
        plan.modules.iter().partition(|module| groups::has_block(module, plan, clinic));
    for module in groups {
        let placed = groups::place(module, plan, clinic, catalog, &sessions, &mut calendar);
        sessions.extend(placed);
    }
    for module in individual::in_order(&others, catalog) {
        let placed = individual::place(module, clinic, catalog, &mut calendar);
        sessions.extend(placed);
    }
    let mut sessions = sessions.split_off(plan.sessions.len());
    sessions.sort_by_key(|session| (session.date, session.start, session.module));
    let owed = plan.modules.iter().filter_map(|module| owed(module, &sessions)).collect();
    Placement { sessions, owed }
}

/// New sessions of one's own take up the topics where those on the calendar left off.
fn go_on_with_topics(plan: &Plan, sessions: &mut [Session]) {
    for module in plan.modules.iter().filter(|module| !module.topics.is_empty()) {
        let kept = plan.sessions_of(module.id).count();
        let own = sessions.iter_mut().filter(|session| session.module == module.id && session.block.is_none());
        for (at, session) in own.enumerate() {
            let number = (kept + at) % module.topics.len();
            session.topic = u16::try_from(number).ok();
            session.topic_words = module.topics.get(number).cloned().unwrap_or_default();
        }
    }
}

/// A member of a clinic's staff as a plan names them.
pub fn staff(provider: &Provider) -> Staff {
    Staff {
        provider: Some(provider.slug.clone()),
        name: provider.name.clone(),
        credentials: provider.credentials.clone(),
        role: provider.role,
    }
}

fn owed(module: &PlacedModule, sessions: &[Session]) -> Option<(ModuleId, u16)> {
    let placed = sessions.iter().filter(|session| session.module == module.id).count();
    let owed = usize::from(module.sessions).saturating_sub(placed);
    u16::try_from(owed).ok().filter(|owed| *owed > 0).map(|owed| (module.id, owed))
}
