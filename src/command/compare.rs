//! `schedule --compare`: whole calendars of one plan side by side.

use std::io;

use serde::Serialize;

use super::schedule::{ShownTier, shown_tier};
use super::{Desk, Outcome, Shape, print_json};
use crate::schedule::engine::{Effort, Tier, TierResult};
use crate::schedule::lay::Request;
use crate::schedule::lay::compare::{self, Alternative, Comparison, Standing, alternatives, best_of};
use crate::wording::timetable::alternatives::{self as say, Best};
use crate::wording::timetable::{self, Heading};

/// What is printed as JSON.
#[derive(Serialize)]
struct Shown {
    /// The calendar that the plan has.
    now: Option<ShownNow>,
    alternatives: Vec<ShownAlternative>,
}

#[derive(Serialize)]
struct ShownNow {
    week: String,
    tiers: Vec<ShownValue>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct ShownValue {
    name: &'static str,
    value: u32,
    proven: bool,
}

#[derive(Serialize)]
struct ShownAlternative {
    name: String,
    feasible: Option<bool>,
    week: String,
    tiers: Vec<ShownTier>,
    asks: Vec<String>,
    clash: Option<String>,
}

/// The alternatives with the plan's own calendar.
struct Table<'a> {
    request: Request<'a>,
    tiers: Vec<Tier>,
    all: Comparison,
}

pub(super) fn run(request: Request<'_>, tiers: &[Tier], shape: Shape, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let all = alternatives(request, tiers, Effort::default());
    let counts = |tier: &Tier| *tier != Tier::Change || request.from.is_some();
    let tiers = tiers.iter().copied().filter(counts).collect();
    let table = Table { request, tiers, all };
    match shape {
        Shape::Json => print_json(desk, &table.shown())?,
        Shape::Text => {
            for line in table.text() {
                writeln!(desk.out, "{line}")?;
            }
        }
    }
    let some = table.all.now.is_some() || table.all.found.iter().any(|one| one.laid().is_some());
    Ok(if some { Outcome::Done } else { Outcome::Impossible })
}

impl Table<'_> {
    fn shown(&self) -> Shown {
        let language = self.request.language;
        let now = self.all.now.as_ref().map(|now| ShownNow {
            week: say::usual_week(&now.week, language),
            tiers: now.values.iter().map(|(tier, value)| shown_value(now, *tier, *value)).collect(),
            notes: say::standing(now, language),
        });
        Shown { now, alternatives: self.all.found.iter().map(|one| self.shown_alternative(one)).collect() }
    }

    fn shown_alternative(&self, one: &Alternative) -> ShownAlternative {
        let language = self.request.language;
        let found = one.laid();
        let (feasible, clash) = match &one.outcome {
            compare::Outcome::Calendar(_) => (Some(true), None),
            compare::Outcome::Impossible(clash) => (Some(false), Some(say::clash_in_short(clash, language))),
            compare::Outcome::Unknown => (None, None),
        };
        ShownAlternative {
            name: say::title(&one.variant, self.request.clinic, language),
            feasible,
            week: found.map(|laid| say::usual_week(&laid.week, language)).unwrap_or_default(),
            tiers: found
                .map(|laid| laid.tiers.iter().map(|tier| shown_tier(tier, language)).collect())
                .unwrap_or_default(),
            asks: self.asks(one),
            clash,
        }
    }

    fn asks(&self, one: &Alternative) -> Vec<String> {
        let alone = one.laid().map(|laid| laid.alone.as_slice()).unwrap_or_default();
        say::asks(one, self.request.plan, alone, self.request.language)
    }

    fn text(&self) -> Vec<String> {
        let language = self.request.language;
        let mut lines = Vec::new();
        if let Some(now) = &self.all.now {
            lines.push(headed(say::now(language), &say::usual_week(&now.week, language)));
            lines.extend(self.values(0, |tier| now.tier(tier)));
            lines.extend(say::standing(now, language).into_iter().map(|note| format!("  {note}")));
        }
        for (at, one) in self.all.found.iter().enumerate() {
            let week = one.laid().map(|laid| say::usual_week(&laid.week, language)).unwrap_or_default();
            lines.push(headed(&say::title(&one.variant, self.request.clinic, language), &week));
            lines.extend(self.asks(one).into_iter().map(|ask| format!("  {ask}")));
            match &one.outcome {
                compare::Outcome::Calendar(laid) => {
                    lines.extend(self.values(at + usize::from(self.all.now.is_some()), |tier| laid.tier(tier)));
                }
                compare::Outcome::Impossible(clash) => {
                    lines.push(format!("  {}", timetable::heading(Heading::Impossible, language)));
                    lines.push(format!("  {}.", say::clash_in_short(clash, language)));
                }
                compare::Outcome::Unknown => {
                    lines.push(format!("  {}", timetable::heading(Heading::Unknown, language)));
                }
            }
        }
        lines
    }

    /// The values of one column, each with what is known of it.
    fn values<'t>(&self, column: usize, known: impl Fn(Tier) -> Option<&'t TierResult>) -> Vec<String> {
        let language = self.request.language;
        let of_tier = |tier: &Tier| {
            let row = self.all.row(*tier);
            let value = row.get(column).copied().flatten()?;
            let best = best_of(&row).get(column).is_some_and(|best| *best);
            let best = if best { Best::Yes } else { Best::No };
            let said = say::value(*tier, value, best, known(*tier), language);
            Some(format!("  {}: {said}", timetable::tier_name(*tier, language)))
        };
        self.tiers.iter().filter_map(of_tier).collect()
    }
}

fn shown_value(now: &Standing, tier: Tier, value: u32) -> ShownValue {
    ShownValue { name: tier.name(), value, proven: now.tier(tier).is_some_and(TierResult::proven) }
}

fn headed(title: &str, week: &str) -> String {
    if week.is_empty() { title.to_owned() } else { format!("{title}: {week}") }
}
