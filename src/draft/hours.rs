//! Whether the weeks of a trial have the hours that a stay aims at and its first payer asks for.

use crate::base::{Date, Minutes, PackKind, Weekday};
use crate::catalog::{Catalog, Clinic};
use crate::plan::{Plan, Segment, Setting, Week, weeks};
use crate::schedule::is_open;

/// Whether some full week is below what the first payer asks for, or the middle one of all full weeks is below what
/// the stay aims at.
pub(super) fn are_short(trial: &Plan, catalog: &Catalog, clinic: &Clinic) -> bool {
    let payer = trial.coverage.first();
    let kind = payer.map_or(clinic.counts_as, |payer| payer.counts_as);
    let pack = payer.and_then(|payer| catalog.packs.get(payer.pack.as_ref()?));
    let floor = pack.and_then(|pack| pack.week_least).unwrap_or_default();
    let all = weeks(trial);
    let full: Vec<(&Week<'_>, &Segment)> =
        all.iter().filter_map(|week| Some((week, full_in(trial, clinic, week.starts)?))).collect();
    let below_floor = full.iter().any(|(week, _)| week.counted(trial, kind) < floor);
    below_floor || median_is_below_aim(trial, &full, kind)
}

fn median_is_below_aim(trial: &Plan, full: &[(&Week<'_>, &Segment)], kind: PackKind) -> bool {
    let mut shortfalls: Vec<Minutes> = full
        .iter()
        .map(|(week, segment)| Minutes(segment.week_minutes.0.saturating_sub(week.counted(trial, kind).0)))
        .collect();
    shortfalls.sort_unstable();
    shortfalls.get(shortfalls.len() / 2).is_some_and(|middle| middle.0 > 0)
}

/// The intensive segment that holds every program day of a week, all of them open to the person.
fn full_in<'a>(plan: &'a Plan, clinic: &Clinic, monday: Date) -> Option<&'a Segment> {
    plan.segments.iter().filter(|segment| segment.setting != Setting::Outpatient).find(|segment| {
        let week = monday.series(jiff::Span::new().days(1)).take(7);
        let mut program_days = week.filter(|date| segment.days.contains(&Weekday::of(*date)));
        program_days.all(|date| segment.holds(date) && is_open(plan, clinic, segment, date))
    })
}
