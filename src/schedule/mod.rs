//! Places sessions on the calendar: groups where their blocks meet, the rest in free time beside them.
//!
//! A first placement: it keeps every hard rule (availability, days away, closures, no two things at once, a block's
//! own topics) and takes the earliest fitting places; it does not search for the best calendar.

mod calendar;
pub mod engine;
mod groups;
mod individual;
pub mod lay;

use crate::base::ModuleId;
use crate::catalog::{Catalog, Clinic, Provider};
use crate::plan::{PlacedModule, Plan, Session, Staff};
use calendar::Calendar;
pub use calendar::is_open;

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
/// services and courses under way go on.
pub fn first_placement(plan: &Plan, clinic: &Clinic, catalog: &Catalog) -> Placement {
    let mut calendar = Calendar::new(plan, clinic);
    let mut sessions = Vec::new();
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
    sessions.sort_by_key(|session| (session.date, session.start, session.module));
    let owed = plan.modules.iter().filter_map(|module| owed(module, &sessions)).collect();
    Placement { sessions, owed }
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
