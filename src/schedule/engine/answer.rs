//! What the engine answers: timetables with the value of each tier, or the rules that clash.

use super::problem::{ModuleIx, Placement};
use super::rule::Rule;

/// One aim; aims are met in order, each as well as those before it allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// What a new plan moves: 2 for a session on another day, 1 for another time or clinician.
    Change,
    /// Sessions ahead of or behind an even pace.
    Pacing,
    /// Days of attendance.
    Days,
    /// Breaks of 45 minutes or more.
    Waits,
    /// Clinicians per module.
    Provider,
    /// Weekly times per module.
    Slot,
    /// Sessions outside the preferred band.
    Pref,
    /// Quarters of an hour off the week's aim.
    Hours,
}

impl Tier {
    /// The usual order.
    pub const ALL: [Self; 8] =
        [Self::Change, Self::Pacing, Self::Days, Self::Waits, Self::Provider, Self::Slot, Self::Pref, Self::Hours];

    /// The name of the tier in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Pacing => "pacing",
            Self::Days => "days",
            Self::Waits => "waits",
            Self::Provider => "provider",
            Self::Slot => "slot",
            Self::Pref => "pref",
            Self::Hours => "hours",
        }
    }
}

/// How well a timetable meets one aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierResult {
    /// The aim.
    pub tier: Tier,
    /// Its value; lower is better.
    pub value: u32,
    /// No timetable that is as good on the tiers before has less; equal to `value` when proven.
    pub bound: u32,
    /// What makes the value, largest first.
    pub culprits: Vec<Culprit>,
}

impl TierResult {
    /// Whether no timetable can do better, given the tiers before.
    pub const fn proven(&self) -> bool {
        self.bound >= self.value
    }
}

/// Part of a tier's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Culprit {
    /// How much of the value.
    pub amount: u32,
    /// Where it comes from.
    pub place: Place,
}

/// Where a part of a tier's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A module as a whole.
    Module(ModuleIx),
    /// A week.
    Week(u16),
    /// A date, as week and weekday.
    Day(u16, u8),
    /// One session.
    Session(Placement),
}

/// How much work may be spent, counted in what the solver learns; never in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effort(pub u32);

impl Default for Effort {
    fn default() -> Self {
        Self(100)
    }
}

/// What the engine found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A timetable that keeps every rule.
    Feasible(Timetable),
    /// No timetable keeps every rule.
    Infeasible(WhyNot),
    /// The effort was spent before either was known.
    Unknown,
}

/// A timetable and its worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timetable {
    /// All sessions in order, history included.
    pub placements: Vec<Placement>,
    /// The tiers in the order asked for.
    pub tiers: Vec<TierResult>,
}

/// Why there is no timetable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhyNot {
    /// Rules that cannot be kept together; without any one of them the rest can.
    pub rules: Vec<Rule>,
    /// Where plain arithmetic shows it.
    pub shortfalls: Vec<Shortfall>,
    /// Ways out, cheapest first; each was tried.
    pub relaxations: Vec<Relaxation>,
}

/// Rules to give up so that a timetable exists, and what exactly it would use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relaxation {
    /// Each rule with what the trial timetable takes from it.
    pub gives: Vec<(Rule, Give)>,
}

/// How far a rule gives way in a trial timetable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Give {
    /// Sessions on places that the rule blocks.
    Places(Vec<Placement>),
    /// A number instead of the one asked for: sessions, minutes, days.
    Instead {
        /// What the rule asks for.
        asked: u32,
        /// What it would become.
        becomes: u32,
    },
    /// The rule is dropped.
    Dropped,
}

/// Something that plain arithmetic shows to be impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shortfall {
    /// Weeks `from..=to` ask for more minutes than the modules can give.
    Floor {
        /// First week.
        from: u16,
        /// Last week.
        to: u16,
        /// Minutes asked for.
        asked: u32,
        /// Most minutes possible.
        possible: u32,
    },
    /// Weeks `from..=to` allow fewer minutes than the modules must have there.
    Ceiling {
        /// First week.
        from: u16,
        /// Last week.
        to: u16,
        /// Minutes that must lie there.
        needed: u32,
        /// Most minutes allowed.
        possible: u32,
    },
    /// A module has fewer places than sessions.
    Module {
        /// Which.
        module: ModuleIx,
        /// Sessions asked for.
        asked: u32,
        /// Sessions that fit.
        possible: u32,
        /// The one rule without which they would fit, if there is one.
        because: Option<Rule>,
    },
    /// A session must stay where it cannot be.
    Pin {
        /// The session.
        placement: Placement,
        /// What is in its way.
        because: Option<Rule>,
    },
}

/// What the engine reports while it works.
#[derive(Clone, Debug)]
pub enum Progress<'a> {
    /// A timetable that keeps every rule; bounds are still 0.
    First(&'a Timetable),
    /// An aim is under work: the best value so far and what is proven of it. Nothing to adopt yet.
    Working {
        /// The aim.
        tier: Tier,
        /// The best value so far.
        value: u32,
        /// No timetable has less.
        bound: u32,
    },
    /// A tier is done; the timetable may be adopted.
    Tier(&'a Timetable),
}

/// Whether the engine goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// Go on.
    On,
    /// Stop and return what there is.
    Stop,
}
