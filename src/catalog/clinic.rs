//! A clinic: its tracks, rooms, staff, holidays, and the group blocks that own their topic calendar.

use serde::{Deserialize, Serialize};

use crate::base::{Bilingual, ClockTime, Date, Minutes, PackKind, Slug, StaffRole, Weekday};

/// A program site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clinic {
    /// Stable name.
    pub slug: Slug,
    /// What it is called.
    pub name: String,
    /// Where it is, one line each.
    pub address: Vec<String>,
    /// For messages and absences.
    pub phone: String,
    /// Outside program hours; may be the same.
    pub after_hours: String,
    /// Name of the time zone, as in `America/Los_Angeles`; all dates and times are civil there.
    pub time_zone: String,
    /// Whether the federal rules on substance use records (42 CFR part 2) apply to the program.
    pub part_2: bool,
    /// How the program counts its own hours when no payer says otherwise.
    pub counts_as: PackKind,
    /// Day and evening programs.
    pub tracks: Vec<Track>,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Staff.
    pub providers: Vec<Provider>,
    /// Closed days.
    pub holidays: Vec<Holiday>,
    /// Groups by weekday.
    pub blocks: Vec<Block>,
}

impl Clinic {
    /// Whether the clinic is closed on a date, and why.
    pub fn holiday(&self, date: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.date == date)
    }

    /// The track with this slug.
    pub fn track(&self, slug: &Slug) -> Option<&Track> {
        self.tracks.iter().find(|track| track.slug == *slug)
    }

    /// The member of staff with this slug.
    pub fn provider(&self, slug: &Slug) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.slug == *slug)
    }

    /// The room with this slug.
    pub fn room(&self, slug: &Slug) -> Option<&Room> {
        self.rooms.iter().find(|room| room.slug == *slug)
    }
}

/// A part of the week in which a program runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Stable name, as in `day`.
    pub slug: Slug,
    /// What it is called.
    pub name: Bilingual,
    /// On which days.
    pub days: Vec<Weekday>,
    /// From.
    pub from: ClockTime,
    /// To.
    pub to: ClockTime,
}

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Stable name.
    pub slug: Slug,
    /// What is on its door.
    pub name: Bilingual,
    /// Seats.
    pub seats: u8,
}

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Stable name.
    pub slug: Slug,
    /// Name.
    pub name: String,
    /// Credentials, as in `LCSW`.
    pub credentials: String,
    /// Discipline.
    pub role: StaffRole,
    /// Languages spoken, as BCP 47 tags.
    pub languages: Vec<String>,
    /// The room in which they see people one to one.
    pub room: Slug,
    /// When they see people for individual and family sessions.
    pub hours: Vec<Hours>,
}

/// A span on a weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// Weekday.
    pub day: Weekday,
    /// From.
    pub from: ClockTime,
    /// To.
    pub to: ClockTime,
}

/// A closed day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Why.
    pub name: Bilingual,
}

/// A group that meets in fixed places of the week and owns the calendar of its topics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Stable name.
    pub slug: Slug,
    /// The module whose topics it runs through.
    pub module: Slug,
    /// The track it belongs to.
    pub track: Slug,
    /// On which days it meets.
    pub days: Vec<Weekday>,
    /// When it begins.
    pub start: ClockTime,
    /// How long it lasts.
    pub minutes: Minutes,
    /// Where.
    pub room: Slug,
    /// Who leads it.
    pub provider: Slug,
    /// Seats for patients.
    pub capacity: u8,
    /// The date of the first topic; earlier dates have no session.
    pub anchor: Date,
    /// The last date, where the group ends for good.
    pub until: Option<Date>,
    /// When one may join.
    pub entry: Entry,
    /// What becomes of a topic whose day is closed.
    pub on_closure: OnClosure,
}

/// When one may join a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// Only at its first topic.
    Closed,
    /// At any of these topics, numbered from 1.
    At(Vec<u16>),
    /// At any topic.
    Open,
}

/// What becomes of a topic whose day is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnClosure {
    /// It falls out.
    Skip,
    /// It moves to the next open date, and all later ones with it.
    Shift,
}

impl Block {
    /// All dates on which the group meets from its anchor to `last`, each with the number of its topic from 0.
    ///
    /// Topics come round again after the last; who joins gets that date's topic, and earlier ones are owed.
    pub fn meetings(&self, clinic: &Clinic, topics: usize, last: Date) -> Vec<(Date, usize)> {
        let last = self.until.map_or(last, |until| until.min(last));
        let mut meetings = Vec::new();
        let mut number = 0;
        let days = self.anchor.series(jiff::Span::new().days(1)).take_while(|date| *date <= last);
        for date in days.filter(|date| self.days.contains(&Weekday::of(*date))) {
            let closed = clinic.holiday(date).is_some();
            if !closed {
                meetings.push((date, number % topics.max(1)));
            }
            if !closed || self.on_closure == OnClosure::Skip {
                number += 1;
            }
        }
        meetings
    }

    /// Whether one may join at the topic with this number from 0.
    pub fn may_enter(&self, topic: usize) -> bool {
        match &self.entry {
            Entry::Closed => topic == 0,
            Entry::At(points) => points.iter().any(|point| usize::from(*point) == topic + 1),
            Entry::Open => true,
        }
    }
}
