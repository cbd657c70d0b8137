//! Places individual and family services in free time: one weekly slot with one clinician, as close to the groups
//! of that day as can be.

use super::calendar::{Calendar, OpenDay};
use crate::base::{Bilingual, ClockTime, Minutes, SessionId, Weekday};
use crate::catalog::{Catalog, Clinic, Phase, Provider};
use crate::plan::{Place, PlacedModule, Session, SessionStatus};

/// Between two sessions, so that one may run over and a person may breathe.
const BREATH: Minutes = Minutes(5);
/// Starts lie on this grid.
const GRID: usize = 5;
/// How far from the track's hours a session may still lie.
const MARGIN: u16 = 75;
/// What it costs to come at another time than usual for once, in minutes of waiting.
const ANOTHER_PLACE: u32 = 60;
/// How much more than it aims at an outpatient week may hold.
const OUTPATIENT_SLACK: u16 = 90;
/// A day longer than this is too much for most people.
const LONG_DAY: u16 = 240;

/// What is tied to the first days comes first, then what meets most often.
pub(super) fn in_order<'a>(modules: &[&'a PlacedModule], catalog: &Catalog) -> Vec<&'a PlacedModule> {
    let mut modules = modules.to_vec();
    modules.sort_by_key(|module| {
        (phase(module, catalog), 60 * u32::from(module.frequency.weeks) / u32::from(module.frequency.sessions.max(1)))
    });
    modules
}

fn phase(module: &PlacedModule, catalog: &Catalog) -> Phase {
    catalog.modules.get(&module.slug).map_or(Phase::Throughout, |entry| entry.phase)
}

/// A weekly place: weekday and start.
type Slot = (Weekday, ClockTime);

/// Places the sessions of one individual service and takes their time.
pub(super) fn place(
    module: &PlacedModule,
    clinic: &Clinic,
    catalog: &Catalog,
    calendar: &mut Calendar<'_>,
) -> Vec<Session> {
    let provider = module.responsible.as_ref().and_then(|staff| clinic.provider(staff.provider.as_ref()?));
    let Some(provider) = provider else { return Vec::new() };
    let weeks = wanted_weeks(module, calendar.weeks, phase(module, catalog));
    let mut search = Search { module, clinic, provider, slots: Vec::new() };
    for _ in 0..module.frequency.sessions {
        let slot = search.best_slot(calendar, &weeks);
        search.slots.extend(slot);
    }
    let mut sessions = Vec::new();
    for week in weeks {
        let window = u16::from(module.frequency.weeks.max(1));
        let kept = calendar.kept(module.id).iter().filter(|held| week.abs_diff(**held) < window).count();
        for ordinal in kept..usize::from(module.frequency.sessions) {
            if sessions.len() >= usize::from(module.sessions) {
                break;
            }
            let usual = search.slots.get(ordinal).copied();
            let near = nearby(module, week);
            let place = near.into_iter().find_map(|week| search.place_in(calendar, week, usual, &sessions));
            if let Some((day, start)) = place {
                calendar.take(day.date, start, start.after(module.minutes));
                sessions.push(search.session(day, start));
            }
        }
    }
    sessions.sort_by_key(|session| (session.date, session.start));
    for (number, session) in sessions.iter_mut().enumerate() {
        session.topic = u16::try_from(number % module.topics.len().max(1)).ok();
        session.topic_words = module.topic(number).cloned().unwrap_or_default();
    }
    sessions
}

/// The weeks in which the module meets, from 0: its phase, at its frequency, with the rest of the stay in reserve.
fn wanted_weeks(module: &PlacedModule, weeks: u16, phase: Phase) -> Vec<u16> {
    let from = match phase {
        Phase::Intake | Phase::Early => 0,
        Phase::Middle => weeks / 3,
        // A review is held when there is something to look back on.
        Phase::Throughout => module.frequency.weeks.saturating_sub(1).into(),
        Phase::Late => weeks.saturating_sub((weeks / 3).max(2)),
    };
    (from..weeks).step_by(usize::from(module.frequency.weeks.max(1))).collect()
}

/// The weeks in which a session may stand in for one week: what meets more seldom than weekly may come a week later
/// or earlier.
fn nearby(module: &PlacedModule, week: u16) -> Vec<u16> {
    if module.frequency.weeks > 1 { vec![week, week + 1, week.saturating_sub(1)] } else { vec![week] }
}

struct Search<'a> {
    module: &'a PlacedModule,
    clinic: &'a Clinic,
    provider: &'a Provider,
    slots: Vec<Slot>,
}

impl Search<'_> {
    /// The weekly slot with the least waiting over all the weeks.
    fn best_slot(&self, calendar: &Calendar<'_>, weeks: &[u16]) -> Option<Slot> {
        let mut best: Option<(u32, Slot)> = None;
        for weekday in Weekday::ALL {
            if self.slots.iter().any(|(taken, _)| *taken == weekday) {
                continue;
            }
            let days: Vec<OpenDay<'_>> = calendar
                .days
                .values()
                .filter(|d| Weekday::of(d.date) == weekday && weeks.contains(&d.week))
                .copied()
                .collect();
            for start in starts() {
                let costs: Vec<u32> = days.iter().filter_map(|day| self.cost(calendar, *day, start)).collect();
                if costs.is_empty() {
                    continue;
                }
                let missing = u32::try_from(weeks.len().saturating_sub(costs.len())).unwrap_or_default();
                let total = costs.iter().sum::<u32>() + missing * ANOTHER_PLACE;
                if best.is_none_or(|(least, _)| total < least) {
                    best = Some((total, (weekday, start)));
                }
            }
        }
        best.map(|(_, slot)| slot)
    }

    /// The usual slot in a week, or the best other place in it.
    fn place_in<'c>(
        &self,
        calendar: &Calendar<'c>,
        week: u16,
        usual: Option<Slot>,
        sessions: &[Session],
    ) -> Option<(OpenDay<'c>, ClockTime)> {
        let days: Vec<OpenDay<'c>> = calendar.days.values().filter(|day| day.week == week).copied().collect();
        if let Some((weekday, start)) = usual
            && let Some(day) = days.iter().find(|day| Weekday::of(day.date) == weekday)
            && self.cost(calendar, *day, start).is_some()
        {
            return Some((*day, start));
        }
        let another_day = |day: &&OpenDay<'c>| sessions.iter().all(|session| session.date != day.date);
        let mut places: Vec<(u32, OpenDay<'c>, ClockTime)> = Vec::new();
        for day in days.iter().filter(another_day) {
            places.extend(starts().filter_map(|start| Some((self.cost(calendar, *day, start)?, *day, start))));
        }
        let best = places.into_iter().min_by_key(|(cost, day, start)| (*cost, day.date, *start));
        best.map(|(_, day, start)| (day, start))
    }

    /// What a place costs in minutes of waiting and of inconvenience; `None` where it is not possible.
    fn cost(&self, calendar: &Calendar<'_>, day: OpenDay<'_>, start: ClockTime) -> Option<u32> {
        let end = start.after(self.module.minutes);
        let (from, to) = (day.segment.day_from.minutes(), day.segment.day_to.minutes());
        let is_near = start.minutes() + MARGIN >= from && end.minutes() <= to + MARGIN;
        let possible = is_near
            && self.fits_the_week(calendar, day)
            && self.provider_is_free(day, start, end)
            && calendar.is_free(day.date, start, end, BREATH);
        if !possible {
            return None;
        }
        let wait = calendar.wait(day.date, start, end).map_or(120, u32::from);
        let outside = u32::from(from.saturating_sub(start.minutes())) + u32::from(end.minutes().saturating_sub(to));
        let load: u16 = calendar.taken(day.date).iter().map(|(from, to)| to.minutes() - from.minutes()).sum();
        let long = u32::from((load + self.module.minutes.0).saturating_sub(LONG_DAY));
        Some(wait + outside + 2 * long)
    }

    fn fits_the_week(&self, calendar: &Calendar<'_>, day: OpenDay<'_>) -> bool {
        let most = day.segment.week_minutes.0.saturating_add(OUTPATIENT_SLACK);
        !day.is_outpatient() || calendar.week_load(day.week) + self.module.minutes.0 <= most
    }

    fn provider_is_free(&self, day: OpenDay<'_>, from: ClockTime, to: ClockTime) -> bool {
        let weekday = Weekday::of(day.date);
        let works = self.provider.hours.iter().any(|h| h.day == weekday && h.from <= from && to <= h.to);
        let leads_a_group = |block: &crate::catalog::Block| {
            let (start, end) = (block.start, block.start.after(block.minutes));
            block.provider == self.provider.slug && block.days.contains(&weekday) && start < to && from < end
        };
        works && !self.clinic.blocks.iter().any(leads_a_group)
    }

    /// A session without its topic, which follows from its place among all of them.
    fn session(&self, day: OpenDay<'_>, start: ClockTime) -> Session {
        let room = self.clinic.room(&self.provider.room).map(|room| room.name.clone()).unwrap_or_default();
        Session {
            id: SessionId::default(),
            module: self.module.id,
            date: day.date,
            start,
            minutes: self.module.minutes,
            actual: None,
            topic: None,
            topic_words: Bilingual::default(),
            place: Place::Room(room),
            block: None,
            staff: self.module.responsible.clone(),
            status: SessionStatus::Planned,
            reason: String::new(),
            pinned: false,
        }
    }
}

fn starts() -> impl Iterator<Item = ClockTime> {
    (7 * 60..22 * 60).step_by(GRID).filter_map(ClockTime::from_minutes)
}
