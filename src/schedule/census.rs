//! Who is in which of the clinics' groups, week by week, and which groups are full or over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::seats::{Booking, Who, chair};
use crate::base::{ClockTime, Date, Minutes, Slug, Weekday, days_after, week_of};
use crate::catalog::{Block, Catalog, Clinic};
use crate::plan::Standing;

/// A census covers at most so many weeks.
const MOST_WEEKS: usize = 520;

/// Who is in which group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// The Mondays of the weeks, in order.
    pub weeks: Vec<Date>,
    /// Everybody who has a place, in order of their names.
    pub people: Vec<Patron>,
    /// A row for each weekday of each group, by clinic, weekday, time and slug.
    pub rows: Vec<Row>,
    /// Places in groups that the catalog does not have, or on days on which they never meet.
    pub astray: Vec<Astray>,
}

/// Who sits where, by clinic, group and date.
type Seated<'a> = BTreeMap<(&'a Slug, &'a Slug, Date), Vec<usize>>;

/// Somebody who has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patron {
    /// Who it is.
    pub who: Who,
    /// The file of the plan.
    pub file: PathBuf,
    /// Draft or in effect.
    pub standing: Standing,
}

/// One weekday of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The clinic.
    pub clinic: Slug,
    /// The group.
    pub block: Slug,
    /// The module whose topics it runs through.
    pub module: Slug,
    /// The weekday.
    pub day: Weekday,
    /// When it begins.
    pub start: ClockTime,
    /// How long it lasts.
    pub minutes: Minutes,
    /// How many places it has.
    pub capacity: u8,
    /// A cell for each week.
    pub cells: Vec<Cell>,
}

/// One week of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The date.
    pub date: Date,
    /// Whether the group meets then.
    pub meets: Meets,
    /// Who has a place, as places in the list of people.
    pub people: Vec<usize>,
}

/// Whether a group meets on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meets {
    /// It does.
    Yes,
    /// The clinic is closed.
    Closed,
    /// It has not begun, or is over.
    No,
}

/// How full a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// So many places are free.
    Free(u16),
    /// No place is free.
    Full,
    /// So many people are too many.
    Over(u16),
}

/// Somebody's place where there is no such meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Astray {
    /// Who, as a place in the list of people.
    pub person: usize,
    /// The clinic.
    pub clinic: Slug,
    /// The group.
    pub block: Slug,
    /// The date.
    pub date: Date,
}

impl Row {
    /// How full the meeting of a cell is.
    pub fn load(&self, cell: &Cell) -> Load {
        let (booked, places) = (u16::try_from(cell.people.len()).unwrap_or(u16::MAX), u16::from(self.capacity));
        match booked.cmp(&places) {
            core::cmp::Ordering::Less => Load::Free(places - booked),
            core::cmp::Ordering::Equal => Load::Full,
            core::cmp::Ordering::Greater => Load::Over(booked - places),
        }
    }
}

impl Census {
    /// How many of the people of a cell have only a draft.
    pub fn drafts(&self, cell: &Cell) -> usize {
        let people = cell.people.iter().filter_map(|person| self.people.get(*person));
        people.filter(|person| person.standing == Standing::Draft).count()
    }
}

/// Counts the places that plans hold, drafts and plans in effect alike, from the week of one date to that of another.
///
/// The order of the plans is of no account; a person of whom there are several files sits on one chair.
pub fn census(bookings: &[Booking<'_>], catalog: &Catalog, from: Date, to: Date) -> Census {
    let weeks: Vec<Date> =
        week_of(from).series(jiff::Span::new().days(7)).take_while(|monday| *monday <= to).take(MOST_WEEKS).collect();
    let Some(last) = weeks.last().map(|monday| days_after(*monday, 6)) else { return Census::default() };
    let first = week_of(from);
    let mut sorted: Vec<&Booking<'_>> = bookings.iter().collect();
    // Who is treated already comes before who has a draft, so that one of two files of a person stands for both.
    sorted.sort_by_key(|booking| (&booking.seats.who, booking.seats.standing == Standing::Draft, booking.file));
    let mut seated = Seated::new();
    let mut counted = BTreeSet::new();
    let mut people = Vec::new();
    for booking in sorted {
        let number = people.len();
        let mut has_place = false;
        for (block, dates) in &booking.seats.dates {
            for date in dates.iter().filter(|date| (first..=last).contains(*date)) {
                if counted.insert((&booking.seats.clinic, block, *date, chair(booking))) {
                    seated.entry((&booking.seats.clinic, block, *date)).or_default().push(number);
                    has_place = true;
                }
            }
        }
        if has_place {
            people.push(patron(booking));
        }
    }
    let rows = shown(bookings, catalog).flat_map(|clinic| rows(clinic, &weeks, &mut seated)).collect();
    let lost = seated.into_iter().flat_map(|((clinic, block, date), people)| {
        people.into_iter().map(move |person| Astray { person, clinic: clinic.clone(), block: block.clone(), date })
    });
    let mut astray: Vec<Astray> = lost.collect();
    astray.sort();
    Census { weeks, people, rows, astray }
}

fn patron(booking: &Booking<'_>) -> Patron {
    let seats = booking.seats;
    Patron { who: seats.who.clone(), file: booking.file.to_path_buf(), standing: seats.standing }
}

/// The clinics that plans name; where they name none that is known, all.
fn shown<'a>(bookings: &[Booking<'_>], catalog: &'a Catalog) -> impl Iterator<Item = &'a Clinic> {
    let named: BTreeSet<Slug> = bookings.iter().map(|booking| booking.seats.clinic.clone()).collect();
    let none = !catalog.clinics.keys().any(|clinic| named.contains(clinic));
    catalog.clinics.values().filter(move |clinic| none || named.contains(&clinic.slug))
}

/// The rows of a clinic; takes those who sit in them out of the list.
fn rows<'a>(clinic: &'a Clinic, weeks: &[Date], seated: &mut Seated<'a>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for block in &clinic.blocks {
        let last = weeks.last().map_or(block.anchor, |monday| days_after(*monday, 6));
        let meetings: BTreeSet<Date> = block.meetings(clinic, 1, last).into_iter().map(|(date, _)| date).collect();
        for day in &block.days {
            let cells = weeks.iter().map(|monday| {
                let date = days_after(*monday, u16::from(day.index()));
                let people = seated.remove(&(&clinic.slug, &block.slug, date)).unwrap_or_default();
                Cell { date, meets: meets(clinic, &meetings, date), people }
            });
            let cells = cells.collect();
            rows.push(row(clinic, block, *day, cells));
        }
    }
    rows.sort_by(|one, other| {
        (one.day.index(), one.start, &one.block).cmp(&(other.day.index(), other.start, &other.block))
    });
    rows
}

fn row(clinic: &Clinic, block: &Block, day: Weekday, cells: Vec<Cell>) -> Row {
    Row {
        clinic: clinic.slug.clone(),
        block: block.slug.clone(),
        module: block.module.clone(),
        day,
        start: block.start,
        minutes: block.minutes,
        capacity: block.capacity,
        cells,
    }
}

fn meets(clinic: &Clinic, meetings: &BTreeSet<Date>, date: Date) -> Meets {
    if meetings.contains(&date) {
        Meets::Yes
    } else if clinic.holiday(date).is_some() {
        Meets::Closed
    } else {
        Meets::No
    }
}
