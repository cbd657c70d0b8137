//! Whole calendars for the open plan side by side: what was asked for, what has come, and what is still to come.

use crate::base::{Date, Language};
use crate::catalog::{Catalog, Clinic};
use crate::plan::Plan;
use crate::schedule::Taken;
use crate::schedule::engine::{Effort, Go, Tier};
use crate::schedule::lay::Request;
use crate::schedule::lay::compare::{Alternative, Comparison, Standing, Variant, alternative, standing, variants};

/// What a screen asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Lay the alternatives.
    Go,
    /// No more of them; those that are there stay.
    Stop,
    /// Back to the calendar.
    Close,
    /// Put the calendar with this number into the plan.
    Use(usize),
}

/// What the worker needs for one alternative.
#[derive(Debug)]
pub struct Order {
    /// Which comparison it belongs to; answers to earlier ones are of no use.
    pub number: u64,
    /// The plan.
    pub plan: Plan,
    /// Everything before this day stays.
    pub from: Option<Date>,
    /// The aims in order.
    pub tiers: Vec<Tier>,
    /// In which language modules are named.
    pub language: Language,
    /// Which alternative; `None` asks what the plan's own calendar is worth, and which alternatives there are.
    pub variant: Option<Variant>,
}

/// What the worker reports.
#[derive(Debug)]
pub struct Report {
    /// For which comparison.
    pub number: u64,
    /// What there is.
    pub found: Found,
}

/// What was found.
#[derive(Debug)]
pub enum Found {
    /// What the plan's own calendar is worth, and which alternatives there are.
    Begun(Option<Standing>, Vec<Variant>),
    /// One alternative.
    One(Box<Alternative>),
    /// The catalog does not know the clinic any more.
    Nothing,
}

/// A comparison of calendars.
#[derive(Debug)]
pub struct Comparing {
    /// Which comparison it is.
    pub number: u64,
    /// The state of the plan for which it was asked.
    pub base: u64,
    /// Everything before this day stays.
    pub from: Option<Date>,
    /// The aims in order.
    pub tiers: Vec<Tier>,
    /// In which language modules are named.
    pub language: Language,
    /// The calendars that are there.
    pub all: Comparison,
    /// The one being laid, or none where the comparison has only begun.
    pub under_way: Option<Variant>,
    /// Whether more is to come.
    pub stage: Stage,
}

/// Whether more is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// More is to come.
    UnderWay,
    /// All that was asked for is there.
    Done,
    /// Somebody wanted no more of them.
    Stopped,
}

impl Comparing {
    /// A comparison in which nothing has come yet.
    pub fn begin(number: u64, base: u64, from: Option<Date>, tiers: Vec<Tier>, language: Language) -> Self {
        let (all, stage) = (Comparison::default(), Stage::UnderWay);
        Self { number, base, from, tiers, language, all, under_way: None, stage }
    }

    /// What the worker needs for the next alternative.
    pub fn order(&self, plan: &Plan) -> Order {
        let Self { number, from, tiers, language, under_way, .. } = self;
        let (tiers, variant) = (tiers.clone(), under_way.clone());
        Order { number: *number, plan: plan.clone(), from: *from, tiers, language: *language, variant }
    }

    /// Takes up what was found; the next alternative is then under way, if there is one.
    pub fn take(&mut self, found: Found, plan: &Plan) {
        match found {
            Found::Begun(now, variants) => self.all = Comparison::begin(now, variants),
            Found::One(one) => self.all.take(plan, *one),
            Found::Nothing => self.all.waiting.clear(),
        }
        self.under_way = self.all.waiting.pop_front();
        if self.under_way.is_none() {
            self.stage = Stage::Done;
        }
    }

    /// Wants no more alternatives.
    pub fn stop(&mut self) {
        if self.stage == Stage::UnderWay {
            self.stage = Stage::Stopped;
        }
        self.under_way = None;
        self.all.waiting.clear();
    }

    /// The aims that are counted: nothing is a change while nothing has happened yet.
    pub fn rows(&self) -> impl Iterator<Item = Tier> {
        let counts = |tier: &Tier| *tier != Tier::Change || self.from.is_some();
        self.tiers.iter().copied().filter(counts)
    }
}

/// Lays one alternative, or tells which there are; stops when told to.
pub(super) fn work(order: Order, catalog: &Catalog, taken: &Taken, stop: &dyn Fn() -> bool) -> Report {
    let Order { number, plan, from, tiers, language, variant } = order;
    let clinic: Option<&Clinic> = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug));
    let Some(clinic) = clinic.filter(|_| !stop()) else { return Report { number, found: Found::Nothing } };
    let request = Request { plan: &plan, clinic, catalog, from, taken, language };
    let found = match variant {
        None => Found::Begun(standing(request, &tiers), variants(request)),
        Some(variant) => {
            let mut go = || if stop() { Go::Stop } else { Go::On };
            Found::One(Box::new(alternative(request, variant, &tiers, Effort::default(), &mut go)))
        }
    };
    Report { number, found }
}
