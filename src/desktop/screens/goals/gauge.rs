//! How an objective is measured: a score, a rating, a count or a milestone, from where to where.

use egui::{RichText, Ui};

use crate::base::{Bilingual, Language, Score};
use crate::catalog::{Catalog, Measure};
use crate::desktop::action::Action;
use crate::desktop::view::ViewCtx;
use crate::desktop::{form, theme};
use crate::draft::{latest_score, score_gauge};
use crate::plan::{Gauge, Plan};
use crate::wording::screen::{GoalsWords, Label, ScoreFacts, score_facts, suggested_score};

/// The sorts of gauge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Score,
    Rating,
    Count,
    Milestone,
}

impl Kind {
    pub(super) const ALL: [Self; 4] = [Self::Score, Self::Rating, Self::Count, Self::Milestone];

    const fn of(gauge: &Gauge) -> Self {
        match gauge {
            Gauge::Score { .. } => Self::Score,
            Gauge::Rating { .. } => Self::Rating,
            Gauge::Count { .. } => Self::Count,
            Gauge::Milestone { .. } => Self::Milestone,
        }
    }

    pub(super) const fn words(self) -> GoalsWords {
        match self {
            Self::Score => GoalsWords::OfScore,
            Self::Rating => GoalsWords::OfRating,
            Self::Count => GoalsWords::OfCount,
            Self::Milestone => GoalsWords::OfMilestone,
        }
    }
}

/// A gauge to begin from; a score is that of the measure taken last.
pub(super) fn fresh(plan: &Plan, catalog: &Catalog, kind: Kind) -> Gauge {
    let blank = Bilingual::default;
    match kind {
        Kind::Score => {
            let last = plan.course.results.iter().filter(|result| result.in_error.is_none()).max_by_key(|one| one.date);
            let measure = last.and_then(|result| catalog.measures.get(&result.measure));
            let measure = measure.or_else(|| catalog.measures.values().find(|one| one.slug.as_str() == "phq-9"));
            measure.map_or(Gauge::Milestone { proof: blank() }, |measure| score_gauge(plan, measure))
        }
        Kind::Rating => Gauge::Rating { of: blank(), ends: blank(), baseline: None, target: 7 },
        Kind::Count => Gauge::Count { of: blank(), days: 7, baseline: None, target: 3 },
        Kind::Milestone => Gauge::Milestone { proof: blank() },
    }
}

/// Edits a gauge; measures are offered for the person's age.
pub(super) fn ui(ctx: &ViewCtx<'_>, plan: &Plan, ui: &mut Ui, (now, age): (&Gauge, Option<u8>)) -> Option<Gauge> {
    if let Some(other) = sort_ui(ctx, plan, ui, (now, age)) {
        ctx.send(Action::StepDone);
        return Some(other);
    }
    let mut gauge = now.clone();
    match &mut gauge {
        Gauge::Score { measure, baseline, target, .. } => {
            let known = ctx.catalog.measures.get(measure);
            score_ui(ctx, ui, known, (baseline, target));
            if let Some(known) = known {
                facts_ui(ctx, ui, known, (*baseline, *target));
                if let Some(suggested) = suggestion_ui(ctx, plan, ui, (known, now)) {
                    return Some(suggested);
                }
            }
        }
        Gauge::Rating { of, ends, baseline, target } => {
            words_ui(ctx, ui, GoalsWords::WhatRated, of);
            words_ui(ctx, ui, GoalsWords::EndsMean, ends);
            beside(ui, 2, |ui, column| match column {
                0 => figure(ctx, ui, GoalsWords::Baseline, baseline, 10),
                _ => aim(ctx, ui, GoalsWords::Target, target, 0..=10),
            });
        }
        Gauge::Count { of, days, baseline, target } => {
            words_ui(ctx, ui, GoalsWords::WhatCounted, of);
            beside(ui, 3, |ui, column| match column {
                0 => figure(ctx, ui, GoalsWords::Baseline, baseline, 999),
                1 => aim(ctx, ui, GoalsWords::Target, target, 0..=999),
                _ => aim(ctx, ui, GoalsWords::Days, days, 1..=365),
            });
        }
        Gauge::Milestone { proof } => words_ui(ctx, ui, GoalsWords::Proof, proof),
    }
    (gauge != *now).then_some(gauge)
}

/// Another sort of gauge, or another measure.
fn sort_ui(ctx: &ViewCtx<'_>, plan: &Plan, ui: &mut Ui, (now, age): (&Gauge, Option<u8>)) -> Option<Gauge> {
    let kinds = Kind::ALL.map(|kind| (kind, ctx.say(kind.words())));
    let measure = match now {
        Gauge::Score { measure, .. } => Some(measure.as_str()),
        Gauge::Rating { .. } | Gauge::Count { .. } | Gauge::Milestone { .. } => None,
    };
    let mut other = None;
    beside(ui, if measure.is_some() { 2 } else { 1 }, |ui, column| {
        let taken = match measure.filter(|_| column > 0) {
            Some(measure) => measure_ui(ctx, ui, measure, age).map(|measure| score_gauge(plan, measure)),
            None => form::choice(ctx, ui, ctx.say(GoalsWords::Gauge), Kind::of(now), &kinds)
                .map(|kind| fresh(plan, ctx.catalog, kind)),
        };
        if taken.is_some() {
            other = taken;
        }
    });
    other
}

/// Fields side by side where there is room, else below each other.
pub(super) fn beside(ui: &mut Ui, fields: usize, mut add: impl FnMut(&mut Ui, usize)) {
    const LEAST: f32 = 110.0;
    #[expect(clippy::cast_precision_loss, reason = "there are two or three")]
    let narrow = ui.available_width() < LEAST * fields as f32;
    if narrow {
        (0..fields).for_each(|field| add(ui, field));
        return;
    }
    ui.columns(fields, |columns| columns.iter_mut().enumerate().for_each(|(field, ui)| add(ui, field)));
}

fn measure_ui<'a>(ctx: &ViewCtx<'a>, ui: &mut Ui, now: &str, age: Option<u8>) -> Option<&'a Measure> {
    let suits = |one: &&Measure| one.slug.as_str() == now || age.is_none_or(|age| one.ages.include(age));
    let measures = ctx.catalog.measures.values().filter(suits);
    let all: Vec<(&str, &str)> = measures.map(|one| (one.slug.as_str(), one.name.as_str())).collect();
    let taken = form::choice(ctx, ui, ctx.say(GoalsWords::Measure), now, &all)?;
    ctx.catalog.measures.values().find(|one| one.slug.as_str() == taken)
}

fn score_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, known: Option<&Measure>, at: (&mut Option<Score>, &mut Score)) {
    let (baseline, target) = at;
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => {
            let number = text.replace(',', ".").parse().map_err(|_not_a_number| Label::NoNumber)?;
            let score = Score::from_decimal(number).map_err(|_too_fine_or_far| Label::OutOfRange)?;
            if known.is_none_or(|measure| measure.allows(score)) { Ok(Some(score)) } else { Err(Label::OutOfRange) }
        }
    };
    beside(ui, 2, |ui, column| {
        if column == 0 {
            let shown = baseline.map(|score| score.to_string()).unwrap_or_default();
            if let Some(score) = form::read_as(ctx, ui, ctx.say(GoalsWords::Baseline), shown, read) {
                *baseline = score;
            }
        } else if let Some(Some(score)) = form::read_as(ctx, ui, ctx.say(GoalsWords::Target), target.to_string(), read)
        {
            *target = score;
        }
    });
}

/// Bands, and what counts as change and as recovery.
fn facts_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, known: &Measure, (baseline, target): (Option<Score>, Score)) {
    let band = |score| known.band(score).map(|band| band.name.get(ctx.language()));
    let facts = ScoreFacts {
        now: baseline.and_then(band),
        aim: band(target),
        reliable: known.change.as_ref().map(|change| change.reliable),
        recovered: known.change.as_ref().and_then(|change| change.recovered),
        direction: known.direction,
    };
    let words = score_facts(facts, ctx.language());
    if !words.is_empty() {
        ui.add(egui::Label::new(RichText::new(words).size(theme::SMALL).color(ctx.tokens.soft)).wrap());
    }
}

/// The latest score and where it should go, where the gauge says something else.
fn suggestion_ui(ctx: &ViewCtx<'_>, plan: &Plan, ui: &mut Ui, (known, now): (&Measure, &Gauge)) -> Option<Gauge> {
    latest_score(plan, &known.slug)?;
    let suggested = score_gauge(plan, known);
    let Gauge::Score { baseline, target, .. } = &suggested else { return None };
    if suggested == *now {
        return None;
    }
    let words = suggested_score(*baseline, *target, ctx.language());
    let taken = ui.horizontal_wrapped(|ui| {
        ui.label(theme::soft(words, ctx.tokens));
        ui.small_button(ctx.say(GoalsWords::TakeSuggestion)).clicked()
    });
    taken.inner.then(|| {
        ctx.send(Action::StepDone);
        suggested
    })
}

/// Words of one's own serve both languages until somebody writes them in the other.
fn words_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, name: GoalsWords, now: &mut Bilingual) {
    let language = ctx.language();
    if let Some(text) = form::text(ctx, ui, ctx.say(name), now.get(language)) {
        let alike = now.en == now.es;
        match language {
            Language::English => now.en.clone_from(&text),
            Language::Spanish => now.es.clone_from(&text),
        }
        if alike {
            *now = Bilingual { en: text.clone(), es: text };
        }
    }
}

fn figure<T: Copy + Into<u32> + TryFrom<u32>>(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    name: GoalsWords,
    now: &mut Option<T>,
    most: u32,
) {
    if let Some(taken) = form::number(ctx, ui, ctx.say(name), now.map(Into::into), 0..=most) {
        *now = taken.and_then(|figure| T::try_from(figure).ok());
    }
}

fn aim<T: Copy + Into<u32> + TryFrom<u32>>(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    name: GoalsWords,
    now: &mut T,
    range: core::ops::RangeInclusive<u32>,
) {
    let taken = form::number(ctx, ui, ctx.say(name), Some((*now).into()), range).flatten();
    if let Some(figure) = taken.and_then(|figure| T::try_from(figure).ok()) {
        *now = figure;
    }
}
