//! The rules of a timetable, each with the name that explanations use.

use super::problem::{ModuleIx, Problem, WhoIx};

/// One rule that a timetable keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The person's usual hours on a weekday.
    Avail(u8),
    /// The person is away on a date.
    Absence(u16, u8),
    /// The person is away for part of a date.
    PartialAbsence(u16, u8),
    /// The clinic is closed on a date.
    Closure(u16, u8),
    /// The first week of a module.
    Earliest(ModuleIx),
    /// The last week of a module.
    Latest(ModuleIx),
    /// A block is full or does not meet in a week.
    Full(WhoIx, u16),
    /// A clinician is off in a week.
    Off(WhoIx, u16),
    /// A clinician is booked in a week.
    Busy(WhoIx, u16),
    /// No room is free on a date.
    Rooms(u16, u8),
    /// All sessions of a module take place.
    Sessions(ModuleIx),
    /// Most sessions of a module in a week.
    Freq(ModuleIx),
    /// Most sessions of a module in a day.
    PerDay(ModuleIx),
    /// No long gap while a module runs.
    Gap(ModuleIx),
    /// One session before another.
    Order(Order),
    /// Fewest minutes of a week.
    WeekMin(u16),
    /// Most minutes of a week.
    WeekMax(u16),
    /// Fewest days of attendance in a week.
    DaysMin(u16),
    /// Most days of attendance in a week.
    DaysMax(u16),
    /// Fewest minutes of a day of attendance.
    DayMin,
    /// Most minutes of a day of attendance.
    DayMax,
    /// A session that stays where it is.
    Pin(ModuleIx, u16, u8, u16),
}

/// The `k`-th session of `before` lies on an earlier day than the `j`-th of `after`; both count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    /// The module that comes first.
    pub before: ModuleIx,
    /// Which of its sessions.
    pub k: u16,
    /// The module that waits.
    pub after: ModuleIx,
    /// Which of its sessions.
    pub j: u16,
}

/// Who could give way on a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ease {
    /// May be offered as a way out, at this price.
    Price(u32),
    /// Is never offered.
    Never,
}

impl Rule {
    /// The name of the rule in files: `week_min:4`.
    pub fn name(self, problem: &Problem) -> String {
        let module = |ix| problem.module_id(ix);
        let who = |ix| problem.who_id(ix);
        match self {
            Self::Avail(day) => format!("avail:{day}"),
            Self::Absence(week, day) => format!("absence:{week}:{day}"),
            Self::PartialAbsence(week, day) => format!("pabsence:{week}:{day}"),
            Self::Closure(week, day) => format!("closure:{week}:{day}"),
            Self::Earliest(ix) => format!("earliest:{}", module(ix)),
            Self::Latest(ix) => format!("latest:{}", module(ix)),
            Self::Full(ix, week) => format!("full:{}:{week}", who(ix)),
            Self::Off(ix, week) => format!("off:{}:{week}", who(ix)),
            Self::Busy(ix, week) => format!("busy:{}:{week}", who(ix)),
            Self::Rooms(week, day) => format!("rooms:{week}:{day}"),
            Self::Sessions(ix) => format!("sessions:{}", module(ix)),
            Self::Freq(ix) => format!("freq:{}", module(ix)),
            Self::PerDay(ix) => format!("perday:{}", module(ix)),
            Self::Gap(ix) => format!("gap:{}", module(ix)),
            Self::Order(Order { before, k, after, j }) => {
                format!("prec:{}:{k}:{}:{j}", module(before), module(after))
            }
            Self::WeekMin(week) => format!("week_min:{week}"),
            Self::WeekMax(week) => format!("week_max:{week}"),
            Self::DaysMin(week) => format!("days_min:{week}"),
            Self::DaysMax(week) => format!("days_max:{week}"),
            Self::DayMin => "day_min".to_owned(),
            Self::DayMax => "day_max".to_owned(),
            Self::Pin(ix, week, day, start) => format!("pin:{}:{week}:{day}:{start}", module(ix)),
        }
    }

    /// What giving up the rule costs, beside the others.
    pub const fn ease(self) -> Ease {
        match self {
            Self::Closure(..) | Self::Busy(..) | Self::Rooms(..) => Ease::Never,
            Self::Gap(_) | Self::DayMin => Ease::Price(1),
            Self::PartialAbsence(..)
            | Self::Freq(_)
            | Self::PerDay(_)
            | Self::Latest(_)
            | Self::DaysMin(_)
            | Self::DaysMax(_)
            | Self::WeekMax(_)
            | Self::Pin(..) => Ease::Price(2),
            Self::Avail(_) | Self::Absence(..) | Self::Sessions(_) | Self::DayMax => Ease::Price(3),
            Self::Earliest(_) => Ease::Price(4),
            Self::Full(..) | Self::Off(..) => Ease::Price(5),
            Self::Order(_) | Self::WeekMin(_) => Ease::Price(6),
        }
    }
}
