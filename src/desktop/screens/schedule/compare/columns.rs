//! What stands in the columns of a comparison: words only, nothing of it painted.

use crate::desktop::comparing::Comparing;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::schedule::engine::{Tier, TierResult};
use crate::schedule::lay::compare::{Alternative, DayHours, Outcome, best_of};
use crate::wording::screen::{ArrangingWords, CompareWords};
use crate::wording::timetable;
use crate::wording::timetable::alternatives::{self as say, Best};

/// One calendar.
pub(super) struct Column<'a> {
    /// What it is called.
    pub(super) title: String,
    /// When a week usually has its sessions; `None` where there is no calendar.
    pub(super) week: Option<&'a [DayHours]>,
    /// That week in words, or why there is no calendar.
    pub(super) said: Vec<String>,
    /// The aims in order.
    pub(super) values: Vec<Value>,
    /// What it asks for.
    pub(super) asks: Vec<String>,
    /// What can be done with it.
    pub(super) deed: Deed,
}

/// The value of an aim.
pub(super) struct Value {
    /// The aim.
    pub(super) tier: Tier,
    /// The number; `None` where there is no calendar.
    pub(super) number: Option<u32>,
    /// Whether it is the best of its row.
    pub(super) best: Best,
    /// What is known of it.
    pub(super) proof: String,
    /// All that in words.
    pub(super) spoken: String,
}

/// What can be done with a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Nothing.
    Nothing,
    /// Nothing: it is that of the plan.
    InUse,
    /// It can be taken, under this number.
    Use(usize),
    /// It could be taken if the plan had not changed since.
    Stale,
}

/// All columns from left to right: the plan's own calendar, those that have come, and the one that is being laid.
pub(super) fn all<'a>(ctx: &ViewCtx<'_>, open: &'a OpenPlan, comparing: &'a Comparing) -> Vec<Column<'a>> {
    let now = now(ctx, comparing);
    let has_now = usize::from(now.is_some());
    let found = comparing.all.found.iter().enumerate();
    let found = found.filter_map(|(number, one)| of(ctx, open, comparing, (number, number + has_now), one));
    now.into_iter().chain(found).chain(under_way(ctx, comparing)).collect()
}

fn now<'a>(ctx: &ViewCtx<'_>, comparing: &'a Comparing) -> Option<Column<'a>> {
    let now = comparing.all.now.as_ref()?;
    Some(Column {
        title: say::now(ctx.language()).to_owned(),
        week: Some(&now.week),
        said: vec![say::usual_week(&now.week, ctx.language())],
        values: values(ctx, comparing, 0, |tier| now.tier(tier)),
        asks: say::standing(now, ctx.language()),
        deed: Deed::InUse,
    })
}

fn of<'a>(
    ctx: &ViewCtx<'_>,
    open: &OpenPlan,
    comparing: &Comparing,
    (number, column): (usize, usize),
    one: &'a Alternative,
) -> Option<Column<'a>> {
    let language = ctx.language();
    let calendar = one.laid();
    let said = match &one.outcome {
        Outcome::Calendar(laid) => vec![say::usual_week(&laid.week, language)],
        Outcome::Impossible(clash) => {
            vec![ctx.say(ArrangingWords::Impossible).to_owned(), say::clash_in_short(clash, language)]
        }
        Outcome::Unknown => vec![ctx.say(ArrangingWords::Unknown).to_owned()],
    };
    let mut asks = say::asks(one, open.plan(), calendar.map_or(&[], |laid| laid.alone.as_slice()), language);
    if asks.is_empty() && calendar.is_some() {
        asks.push(ctx.say(CompareWords::AsksNothing).to_owned());
    }
    Some(Column {
        title: say::title(&one.variant, ctx.clinic()?, language),
        week: calendar.map(|laid| laid.week.as_slice()),
        said,
        values: values(ctx, comparing, column, |tier| calendar.and_then(|laid| laid.tier(tier))),
        asks,
        deed: match calendar {
            None => Deed::Nothing,
            Some(_) if comparing.base != open.stamp() => Deed::Stale,
            Some(_) => Deed::Use(number),
        },
    })
}

fn under_way<'a>(ctx: &ViewCtx<'_>, comparing: &Comparing) -> Option<Column<'a>> {
    let variant = comparing.under_way.as_ref()?;
    Some(Column {
        title: say::title(variant, ctx.clinic()?, ctx.language()),
        week: None,
        said: vec![ctx.say(CompareWords::BeingLaid).to_owned()],
        values: Vec::new(),
        asks: Vec::new(),
        deed: Deed::Nothing,
    })
}

fn values<'t>(
    ctx: &ViewCtx<'_>,
    comparing: &Comparing,
    column: usize,
    known: impl Fn(Tier) -> Option<&'t TierResult>,
) -> Vec<Value> {
    let language = ctx.language();
    let value = |tier: Tier| {
        let row = comparing.all.row(tier);
        let number = row.get(column).copied().flatten();
        let is_best = best_of(&row).get(column).is_some_and(|best| *best);
        let best = if is_best { Best::Yes } else { Best::No };
        let result = known(tier);
        let spoken = number.map_or_else(
            || ctx.say(CompareWords::NoCalendar).to_owned(),
            |number| say::value(tier, number, best, result, language),
        );
        let proof = result.map(|result| say::proof(result, language)).unwrap_or_default();
        Value { tier, number, best, proof, spoken: format!("{}: {spoken}", timetable::tier_name(tier, language)) }
    };
    comparing.rows().map(value).collect()
}
