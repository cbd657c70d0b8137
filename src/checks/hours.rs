//! Findings about hours: what each week and day counts under the payers' rule packs.

use std::collections::BTreeMap;

use super::context::{Asked, Context, is_intensive};
use super::finding::{Finding, FindingKind, PROGRAM_RULE, PayerOrder, Rubric, Rule, error, note, warning};
use super::shape::{Shape, Shortened, shape};
use crate::base::{Date, Minutes, Weekday, days_after, days_between};
use crate::plan::{Item, Week, week_number, weeks};

/// What is found about hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoursFinding {
    /// No payer brings a rule pack, so no hours are checked.
    NoRules,
    /// A full week counts too little.
    WeekBelowFloor {
        /// Whose rule.
        rule: Rule,
        /// Counted minutes.
        planned: Minutes,
        /// Asked for.
        least: Minutes,
    },
    /// A week counts too little, for a reason that the calendar gives.
    PartialWeekBelowFloor {
        /// Whose rule.
        rule: Rule,
        /// Counted minutes.
        planned: Minutes,
        /// Asked for of a full week.
        least: Minutes,
        /// Why the week is not full.
        why: Shortened,
    },
    /// A week counts too much.
    WeekAboveCeiling {
        /// Whose rule.
        rule: Rule,
        /// Counted minutes.
        planned: Minutes,
        /// Allowed.
        most: Minutes,
    },
    /// A full week has too few days.
    TooFewDays {
        /// Whose rule.
        rule: Rule,
        /// Days with counted minutes.
        days: usize,
        /// Asked for.
        least: u8,
    },
    /// A week has too many days.
    TooManyDays {
        /// Whose rule.
        rule: Rule,
        /// Days with counted minutes.
        days: usize,
        /// Allowed.
        most: u8,
    },
    /// A program day counts too little.
    DayBelowFloor {
        /// Whose rule.
        rule: Rule,
        /// The day.
        date: Date,
        /// Counted minutes.
        planned: Minutes,
        /// Asked for.
        least: Minutes,
    },
    /// A day counts too much.
    DayAboveCeiling {
        /// Whose rule.
        rule: Rule,
        /// The day.
        date: Date,
        /// Counted minutes.
        planned: Minutes,
        /// Allowed.
        most: Minutes,
    },
    /// Too many days from one service to the next.
    GapTooLong {
        /// Whose rule.
        rule: Rule,
        /// The day before the gap.
        from: Date,
        /// The day after it.
        to: Date,
        /// Days from the one to the other, holidays not counted.
        days: i32,
        /// Allowed.
        most: u8,
    },
    /// The program lasts too short.
    StayTooShort {
        /// Whose rule.
        rule: Rule,
        /// Weeks begun.
        weeks: i32,
        /// Asked for.
        least: u8,
    },
}

impl HoursFinding {
    pub(super) fn rubric(&self) -> Rubric<'_> {
        match self {
            Self::NoRules => warning("no-rules", PROGRAM_RULE),
            Self::WeekBelowFloor { rule, .. } => match rule.payer {
                PayerOrder::First => error("week-below-floor", &rule.source),
                PayerOrder::Later => warning("week-below-floor", &rule.source),
            },
            Self::PartialWeekBelowFloor { rule, .. } => note("partial-week-below-floor", &rule.source),
            Self::WeekAboveCeiling { rule, .. } => warning("week-above-ceiling", &rule.source),
            Self::TooFewDays { rule, .. } => warning("too-few-days", &rule.source),
            Self::TooManyDays { rule, .. } => warning("too-many-days", &rule.source),
            Self::DayBelowFloor { rule, .. } => warning("day-below-floor", &rule.source),
            Self::DayAboveCeiling { rule, .. } => warning("day-above-ceiling", &rule.source),
            Self::GapTooLong { rule, .. } => warning("gap-too-long", &rule.source),
            Self::StayTooShort { rule, .. } => warning("stay-too-short", &rule.source),
        }
    }
}

fn at(item: Item, kind: HoursFinding) -> Finding {
    Finding { kind: FindingKind::Hours(kind), item }
}

/// Findings about hours; a plan without any session has none, its modules say so already.
pub(super) fn check(ctx: &Context<'_>) -> Vec<Finding> {
    let intensive = ctx.plan.segments.iter().any(|segment| is_intensive(segment.setting));
    if intensive && ctx.plan.coverage.iter().all(|payer| payer.pack.is_none()) {
        return vec![at(Item::Plan, HoursFinding::NoRules)];
    }
    if ctx.plan.sessions.is_empty() {
        return Vec::new();
    }
    let weeks = weeks(ctx.plan);
    let mut found = Vec::new();
    for asked in &ctx.rules {
        let days = counted_days(ctx, asked);
        found.extend(weeks.iter().flat_map(|week| of_week(ctx, asked, &days, week)));
        found.extend(days.iter().flat_map(|(date, planned)| of_day(ctx, asked, *date, *planned)));
        found.extend(gaps(ctx, asked, &days));
        found.extend(stay(ctx, asked));
    }
    found
}

/// Counted minutes of each day in an intensive outpatient segment; days on which nothing counts are left out.
fn counted_days(ctx: &Context<'_>, asked: &Asked<'_>) -> BTreeMap<Date, Minutes> {
    let mut days: BTreeMap<Date, Minutes> = BTreeMap::new();
    for session in ctx.plan.sessions.iter().filter(|session| session.status.occupies()) {
        let intensive = ctx.segment_on(session.date).is_some_and(|segment| is_intensive(segment.setting));
        let Some(module) = ctx.plan.module(session.module).filter(|_| intensive) else { continue };
        let counted = module.counts.under(asked.payer.counts_as).min(session.minutes);
        if counted.0 > 0 {
            let day = days.entry(session.date).or_default();
            *day = day.plus(counted);
        }
    }
    days
}

fn of_week(ctx: &Context<'_>, asked: &Asked<'_>, days: &BTreeMap<Date, Minutes>, week: &Week<'_>) -> Vec<Finding> {
    let counted: Vec<Minutes> =
        days.range(week.starts..days_after(week.starts, 7)).map(|(_, minutes)| *minutes).collect();
    let planned: Minutes = counted.iter().copied().sum();
    let (pack, days) = (asked.pack, counted.len());
    let shape = shape(ctx, week.starts);
    let few = pack.days_least.filter(|least| days < usize::from(*least) && matches!(shape, Shape::Full));
    let many = pack.days_most.filter(|most| days > usize::from(*most));
    let found = [
        pack.week_least.filter(|least| planned < *least).and_then(|least| floor(asked, planned, least, shape)),
        few.map(|least| HoursFinding::TooFewDays { rule: asked.rule(), days, least }),
        many.map(|most| HoursFinding::TooManyDays { rule: asked.rule(), days, most }),
        ceiling(asked, planned),
    ];
    found.into_iter().flatten().map(|kind| at(Item::Week(week.number), kind)).collect()
}

fn floor(asked: &Asked<'_>, planned: Minutes, least: Minutes, shape: Shape) -> Option<HoursFinding> {
    let rule = asked.rule();
    match shape {
        Shape::Full => Some(HoursFinding::WeekBelowFloor { rule, planned, least }),
        Shape::Partial(why) => Some(HoursFinding::PartialWeekBelowFloor { rule, planned, least, why }),
        Shape::Outside => None,
    }
}

fn ceiling(asked: &Asked<'_>, planned: Minutes) -> Option<HoursFinding> {
    let most = asked.pack.week_most.filter(|most| planned > *most)?;
    Some(HoursFinding::WeekAboveCeiling { rule: asked.rule(), planned, most })
}

fn of_day(ctx: &Context<'_>, asked: &Asked<'_>, date: Date, planned: Minutes) -> Vec<Finding> {
    let Some(week) = week_number(ctx.plan, date) else { return Vec::new() };
    let program_day = ctx
        .segment_on(date)
        .is_some_and(|segment| segment.days.is_empty() || segment.days.contains(&Weekday::of(date)));
    let least = asked.pack.day_least.filter(|least| program_day && planned < *least);
    let most = asked.pack.day_most.filter(|most| planned > *most);
    let found = [
        least.map(|least| HoursFinding::DayBelowFloor { rule: asked.rule(), date, planned, least }),
        most.map(|most| HoursFinding::DayAboveCeiling { rule: asked.rule(), date, planned, most }),
    ];
    found.into_iter().flatten().map(|kind| at(Item::Week(week), kind)).collect()
}

fn gaps(ctx: &Context<'_>, asked: &Asked<'_>, days: &BTreeMap<Date, Minutes>) -> Vec<Finding> {
    let Some(most) = asked.pack.gap_most else { return Vec::new() };
    let pairs = days.keys().zip(days.keys().skip(1));
    let found = pairs.filter(|(from, to)| !pauses_between(ctx, **from, **to)).filter_map(|(&from, &to)| {
        let days = days_between(from, to) - holidays_between(ctx, from, to);
        let kind = HoursFinding::GapTooLong { rule: asked.rule(), from, to, days, most };
        (days > i32::from(most)).then_some(at(Item::Week(week_number(ctx.plan, to)?), kind))
    });
    found.collect()
}

fn pauses_between(ctx: &Context<'_>, from: Date, to: Date) -> bool {
    let mut pauses = ctx.plan.segments.iter().flat_map(|segment| &segment.pauses);
    pauses.any(|pause| pause.from < to && pause.to.is_none_or(|last| from < last))
}

fn holidays_between(ctx: &Context<'_>, from: Date, to: Date) -> i32 {
    let holidays = ctx.clinic.map(|clinic| clinic.holidays.as_slice()).unwrap_or_default();
    let between = holidays.iter().filter(|holiday| from < holiday.date && holiday.date < to).count();
    i32::try_from(between).unwrap_or(i32::MAX)
}

fn stay(ctx: &Context<'_>, asked: &Asked<'_>) -> Option<Finding> {
    let least = asked.pack.weeks_least?;
    let intensive = || ctx.plan.segments.iter().filter(|segment| is_intensive(segment.setting));
    let first = intensive().map(|segment| segment.from).min()?;
    let last = intensive().map(|segment| segment.to).max()?;
    let weeks = (days_between(first, last) + 7) / 7;
    let kind = HoursFinding::StayTooShort { rule: asked.rule(), weeks, least };
    (weeks < i32::from(least)).then_some(at(Item::Plan, kind))
}
