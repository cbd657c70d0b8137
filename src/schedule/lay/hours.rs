//! What the weeks of a stay ask for: the payer's floor and ceiling, the segment's aim, less where the clinic is closed.

use std::collections::BTreeSet;

use super::{Asking, Task};
use crate::base::{Date, Minutes};
use crate::catalog::RulePack;
use crate::plan::{PlacedModule, Segment, Session, Setting};
use crate::schedule::engine::{Program, SpecialWeek};

/// No ceiling, in minutes a week.
const OPEN: u32 = 7 * 24 * 60;
/// A day longer than this is too much for most people, in minutes.
const LONG_DAY: u32 = 300;
/// How much more than it aims at an outpatient week may hold, in minutes.
const OUTPATIENT_SLACK: u32 = 90;

struct Week {
    min: u32,
    max: u32,
    target: u32,
    days_min: u8,
    days_max: u8,
}

pub(super) fn program(task: &Task<'_>, asking: Asking) -> Program {
    let pack = pack(task);
    let mut program = Program {
        day_min: match asking {
            Asking::InFull => pack.and_then(|pack| pack.day_least).map_or(0, |minutes| minutes.0.into()),
            Asking::AtMostFirst => 0,
        },
        day_max: pack.and_then(|pack| pack.day_most).map_or(LONG_DAY, |minutes| minutes.0.into()),
        ..Program::default()
    };
    for number in 0..task.frame.weeks {
        let week = week(task, number, pack, asking);
        program.week_min.push(week.min);
        program.week_max.push(week.max);
        program.week_target.push(week.target);
        program.days_min.push(week.days_min);
        program.days_max.push(week.days_max);
    }
    program
}

/// Weeks after a step-down, in which a short day is no fault.
pub(super) fn special_weeks(task: &Task<'_>) -> Vec<SpecialWeek> {
    let outpatient = |week: &u16| {
        let found = task.frame.week_of_segment(*week, task.request.plan);
        found.is_none_or(|(segment, _)| segment.setting == Setting::Outpatient)
    };
    let weeks = (0..task.frame.weeks).filter(outpatient);
    weeks.map(|week| SpecialWeek { week, day_min: Some(0), ..SpecialWeek::default() }).collect()
}

/// The minutes of a session that the first payer counts; `None` where it counts them all.
pub(super) fn counted(task: &Task<'_>, module: &PlacedModule, minutes: Minutes) -> Option<u16> {
    let payer = task.request.plan.coverage.first();
    let kind = payer.map_or(task.request.clinic.counts_as, |payer| payer.counts_as);
    let counted = module.counts.under(kind);
    (counted < minutes).then_some(counted.0)
}

fn pack<'a>(task: &Task<'a>) -> Option<&'a RulePack> {
    let payer = task.request.plan.coverage.first()?;
    task.request.catalog.packs.get(payer.pack.as_ref()?)
}

fn week(task: &Task<'_>, number: u16, pack: Option<&RulePack>, asking: Asking) -> Week {
    let Some((segment, open)) = task.frame.week_of_segment(number, task.request.plan) else {
        return Week { min: 0, max: OPEN, target: 0, days_min: 0, days_max: 7 };
    };
    let all = u32::try_from(segment.days.len()).unwrap_or(7).max(1);
    let share = |minutes: u32| minutes * u32::from(open).min(all) / all / 15 * 15;
    let target = share(segment.week_minutes.0.into());
    if segment.setting == Setting::Outpatient {
        let max = u32::from(segment.week_minutes.0) + OUTPATIENT_SLACK;
        return Week { min: 0, max, target, days_min: 0, days_max: 7 };
    }
    let floor = share(pack.and_then(|pack| pack.week_least).map_or(0, |minutes| minutes.0.into()));
    let is_full = u32::from(open) >= all;
    let days_min = pack.and_then(|pack| pack.days_least).filter(|_| is_full).unwrap_or(0);
    let (reached, reached_days) = first_placement_in(task, number);
    Week {
        min: match asking {
            Asking::InFull => floor,
            Asking::AtMostFirst => floor.min(reached),
        },
        max: pack.and_then(|pack| pack.week_most).map_or(OPEN, |minutes| minutes.0.into()),
        target,
        days_min: match asking {
            Asking::InFull => days_min,
            Asking::AtMostFirst => days_min.min(reached_days),
        },
        days_max: days_max(segment, pack),
    }
}

fn days_max(segment: &Segment, pack: Option<&RulePack>) -> u8 {
    let days = u8::try_from(segment.days.len()).unwrap_or(7);
    pack.and_then(|pack| pack.days_most).map_or(days, |most| most.min(days))
}

/// Counted minutes and days of a week in the first placement.
fn first_placement_in(task: &Task<'_>, week: u16) -> (u32, u8) {
    let own = task.guide.iter().filter(|session| task.frame.week(session.date) == Some(week));
    let counts = |session: &Session| {
        let module = task.request.plan.module(session.module)?;
        Some(counted(task, module, session.minutes).unwrap_or(session.minutes.0))
    };
    let minutes = own.clone().filter_map(counts).map(u32::from).sum();
    let days: BTreeSet<Date> = own.map(|session| session.date).collect();
    (minutes, u8::try_from(days.len()).unwrap_or(7))
}
