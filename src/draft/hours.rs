//! Hours a week: what is aimed at and asked for, what there is room for, and what modules come to.

use super::basis::Basis;
use crate::base::{Counts, Date, Format, Frequency, Minutes, PackKind, Weekday};
use crate::catalog::{Catalog, Clinic};
use crate::plan::{PlacedModule, Plan, Segment, Setting, Week, weeks};
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

/// What a full week of the stay aims at: that of its first intensive segment.
pub fn aimed_at(plan: &Plan) -> Option<Minutes> {
    main_segment(plan).map(|segment| segment.week_minutes).filter(|aim| aim.0 > 0)
}

/// The segment that speaks for the stay: the first intensive one, else the first.
pub fn main_segment(plan: &Plan) -> Option<&Segment> {
    let intensive = plan.segments.iter().find(|segment| segment.setting != Setting::Outpatient);
    intensive.or_else(|| plan.segments.first())
}

/// What the person's hours leave room for in a week of the segment that speaks for the stay.
pub fn room(plan: &Plan) -> Option<Minutes> {
    let segment = main_segment(plan)?;
    let (from, to) = (segment.day_from.minutes(), segment.day_to.minutes());
    let free = &plan.person.availability;
    if free.is_empty() {
        let days = u16::try_from(segment.days.len()).unwrap_or_default();
        return Some(Minutes(to.saturating_sub(from).saturating_mul(days)));
    }
    let in_days = free.iter().filter(|free| segment.days.contains(&free.day));
    Some(in_days.map(|free| Minutes(free.to.minutes().min(to).saturating_sub(free.from.minutes().max(from)))).sum())
}

/// What a module comes to in a week, in what the first payer counts: its sessions spread over the weeks in which it
/// can meet, and at most as often as it is prescribed.
pub fn weekly(basis: &Basis<'_>, module: &PlacedModule) -> Minutes {
    amount(
        basis,
        &module.counts,
        Amount { sessions: module.sessions, frequency: module.frequency, format: module.format },
    )
}

/// How much of a module is prescribed.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// Sessions.
    pub sessions: u16,
    /// How often.
    pub frequency: Frequency,
    /// Who is in the room: groups meet in intensive weeks only.
    pub format: Format,
}

/// What so much of a module comes to in a week, in what the first payer counts.
pub fn amount(basis: &Basis<'_>, counts: &Counts, amount: Amount) -> Minutes {
    let payer = basis.plan.coverage.first().map(|payer| payer.counts_as);
    let pack = payer.or_else(|| Some(basis.clinic?.counts_as)).unwrap_or(PackKind::LevelOfCare);
    let weeks = match amount.format {
        Format::Group | Format::MultiFamily => basis.intensive_weeks(),
        Format::Individual | Format::Family | Format::FamilyWithoutPatient => basis.all_weeks(),
    };
    let (minutes, sessions) = (u32::from(counts.under(pack).0), u32::from(amount.sessions));
    let spread = minutes * sessions / u32::from(weeks.max(1));
    let most = minutes * u32::from(amount.frequency.sessions) / u32::from(amount.frequency.weeks.max(1));
    Minutes(u16::try_from(spread.min(most)).unwrap_or(u16::MAX))
}
