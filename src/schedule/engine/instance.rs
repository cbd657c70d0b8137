//! A timetable problem as it is written down: the `iop-sched/1` format, with names and times in slots.

use serde::{Deserialize, Serialize};

/// One person's plan against a clinic's offer.
///
/// Times are slots of `slot_minutes` from midnight, days 0 (Monday) to 6, weeks count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// Name of the problem.
    #[serde(default)]
    pub id: String,
    /// Number of weeks.
    pub weeks: u16,
    /// Length of a slot in minutes.
    #[serde(default = "quarter")]
    pub slot_minutes: u16,
    /// Grid for individually booked sessions, in slots.
    pub start_step: u16,
    /// Hours and days that the program asks for.
    pub program: Program,
    /// What is to be placed.
    pub modules: Vec<ModuleText>,
    /// What comes before what.
    #[serde(default)]
    pub precedence: Vec<Precedence>,
    /// Weekly group blocks.
    #[serde(default)]
    pub offerings: Vec<Offering>,
    /// Staff who are booked individually.
    #[serde(default)]
    pub providers: Vec<ProviderText>,
    /// Rooms for individual sessions; none means that rooms do not matter.
    #[serde(default)]
    pub rooms: Vec<Room>,
    /// When the person can come, week by week.
    #[serde(default)]
    pub availability: Vec<Window>,
    /// Days on which the person is away.
    #[serde(default)]
    pub absences: Vec<DayOf>,
    /// Hours in which the person is away.
    #[serde(default)]
    pub partial_absences: Vec<Span>,
    /// Days on which the clinic is closed.
    #[serde(default)]
    pub closures: Vec<DayOf>,
    /// The band of the day that the person prefers.
    #[serde(default)]
    pub preferred: Option<Band>,
    /// Placements that must be kept.
    #[serde(default)]
    pub pins: Vec<Named>,
    /// Everything before this week is history.
    #[serde(default)]
    pub frozen_before_week: u16,
    /// Everything before this day of the first open week is history as well.
    #[serde(default)]
    pub frozen_before_day: u8,
    /// The plan so far: history, and what a new plan is compared with.
    #[serde(default)]
    pub previous: Vec<Named>,
    /// Weeks that differ from the others.
    #[serde(default)]
    pub special_weeks: Vec<SpecialWeek>,
    /// Fixed times beside the modules; they count like sessions and are not moved.
    #[serde(default)]
    pub extras: Vec<Fixed>,
}

const fn quarter() -> u16 {
    15
}

/// What the program asks for; lists have one entry a week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Fewest counted minutes of the week.
    pub week_min: Vec<u32>,
    /// Most minutes of the week.
    pub week_max: Vec<u32>,
    /// Counted minutes that the week aims at.
    pub week_target: Vec<u32>,
    /// Fewest days of attendance.
    pub days_min: Vec<u8>,
    /// Most days of attendance.
    pub days_max: Vec<u8>,
    /// Fewest minutes of a day of attendance.
    pub day_min: u32,
    /// Most minutes of a day of attendance.
    pub day_max: u32,
    /// Slots that must lie between two sessions.
    #[serde(default)]
    pub break_slots: u16,
}

/// A module to be placed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleText {
    /// Its name in this problem.
    pub id: String,
    /// What people call it.
    #[serde(default)]
    pub name: String,
    /// Group, individual or family.
    pub format: FormatText,
    /// Number of sessions, exactly; at least as many as took place already.
    pub sessions: u16,
    /// Length of a session in slots.
    pub len: u16,
    /// Minutes of a session that count towards what a week must have and aims at; all of them where nothing is said.
    #[serde(default)]
    pub counted: Option<u16>,
    /// Most sessions in a week.
    pub per_week_max: u16,
    /// Most sessions in a day.
    #[serde(default = "one")]
    pub per_day_max: u16,
    /// Open weeks that may pass without a session while the module runs.
    #[serde(default)]
    pub max_gap_weeks: Option<i32>,
    /// First week allowed.
    #[serde(default)]
    pub earliest_week: u16,
    /// Last week allowed.
    pub latest_week: u16,
    /// First week of an even pace.
    pub target_start: u16,
    /// Last week of an even pace.
    pub target_end: u16,
}

const fn one() -> u16 {
    1
}

/// How a module meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FormatText {
    /// In a weekly block with others.
    #[default]
    Group,
    /// With one clinician.
    Individual,
    /// With one clinician and the family.
    Family,
}

/// The `k`-th session of `before` lies on an earlier day than the `j`-th of `after`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Precedence {
    /// The module that comes first.
    pub before: String,
    /// Counted from 1.
    pub k: u16,
    /// The module that waits.
    pub after: String,
    /// Counted from 1.
    pub j: u16,
}

/// A weekly block of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offering {
    /// Its name in this problem.
    pub id: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The module that meets.
    pub module: String,
    /// Weekday.
    pub day: u8,
    /// First slot.
    pub start: u16,
    /// Weeks in which it is full, cancelled or not on this module's topic.
    #[serde(default)]
    pub closed_weeks: Vec<u16>,
}

/// A clinician who is booked individually.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderText {
    /// Name in this problem.
    pub id: String,
    /// What people call them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Modules that this person gives.
    pub modules: Vec<String>,
    /// Working hours.
    pub windows: Vec<Window>,
    /// Booked hours.
    #[serde(default)]
    pub busy: Vec<Span>,
    /// Weeks off.
    #[serde(default)]
    pub off_weeks: Vec<u16>,
}

/// A room for individual sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Name in this problem.
    pub id: String,
    /// When it can be used.
    pub windows: Vec<Window>,
    /// When it is taken.
    #[serde(default)]
    pub busy: Vec<Span>,
}

/// Part of a weekday, every week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Window {
    /// Weekday.
    pub day: u8,
    /// First slot.
    pub from: u16,
    /// First slot after it.
    pub to: u16,
}

/// Part of one date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Week.
    pub week: u16,
    /// Weekday.
    pub day: u8,
    /// First slot.
    pub from: u16,
    /// First slot after it.
    pub to: u16,
}

/// A fixed time beside the modules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fixed {
    /// Week.
    pub week: u16,
    /// Weekday.
    pub day: u8,
    /// First slot.
    pub from: u16,
    /// First slot after it.
    pub to: u16,
    /// Minutes of it that count towards what a week must have and aims at; all of them where nothing is said.
    #[serde(default)]
    pub counted: Option<u16>,
}

/// One date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DayOf {
    /// Week.
    pub week: u16,
    /// Weekday.
    pub day: u8,
}

/// Part of any day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// First slot.
    pub from: u16,
    /// First slot after it.
    pub to: u16,
}

/// Where a session lies, by names.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Named {
    /// Module.
    pub module: String,
    /// Week.
    pub week: u16,
    /// Weekday.
    pub day: u8,
    /// First slot.
    pub start: u16,
    /// Block or clinician.
    pub who: String,
}

/// A week with its own hours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialWeek {
    /// Which.
    pub week: u16,
    /// When the person can come, instead of the usual hours.
    #[serde(default)]
    pub availability: Option<Vec<Window>>,
    /// Fewest minutes of a day, instead of the program's.
    #[serde(default)]
    pub day_min: Option<u32>,
    /// Most minutes of a day, instead of the program's.
    #[serde(default)]
    pub day_max: Option<u32>,
}
