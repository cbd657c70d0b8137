//! `census`: who is in which group of the clinic, week by week, by the plans of a folder.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::{Desk, Folder, Outcome, Shape, Tongue, open, print_json};
use crate::base::{ClockTime, Date, Language, days_after};
use crate::catalog::Catalog;
use crate::plan::Plan;
use crate::schedule::{self, Booking, Cell, Row, Taken};
use crate::storage::{self, Cache, Listed, OpenError};
use crate::wording::{census as say, screen, time};

/// A census covers so many weeks if nothing else is asked.
const USUAL_WEEKS: u16 = 12;

#[derive(Debug, Args)]
pub(super) struct Census {
    /// The folder of plans; plans in the folders in it count as well
    plans: PathBuf,
    /// A day of the first week, as YYYY-MM-DD; today if left out
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// A day of the last week, as YYYY-MM-DD; twelve weeks in all if left out
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Language of the messages
    #[arg(long, value_enum, default_value = "en")]
    language: Tongue,
    #[command(flatten)]
    folder: Folder,
}

#[derive(Serialize)]
struct Shown {
    from: Option<Date>,
    to: Option<Date>,
    plans: usize,
    groups: Vec<ShownGroup>,
    astray: Vec<ShownAstray>,
    unread: Vec<ShownUnread>,
}

#[derive(Serialize)]
struct ShownGroup {
    clinic: String,
    group: String,
    module: String,
    name: String,
    day: String,
    start: ClockTime,
    minutes: u16,
    capacity: u8,
    weeks: Vec<ShownWeek>,
}

#[derive(Serialize)]
struct ShownWeek {
    date: Date,
    meets: &'static str,
    booked: usize,
    drafts: usize,
    state: &'static str,
    people: Vec<ShownPerson>,
}

#[derive(Serialize)]
struct ShownPerson {
    called: String,
    file: String,
    state: &'static str,
}

#[derive(Serialize)]
struct ShownAstray {
    called: String,
    file: String,
    group: String,
    date: Date,
}

#[derive(Serialize)]
struct ShownUnread {
    file: String,
    why: String,
}

/// The plans of a folder, as far as they could be read.
pub(super) struct Shelf {
    folder: PathBuf,
    files: Vec<Listed>,
    index: Cache,
    unread: Vec<(PathBuf, OpenError)>,
}

impl Shelf {
    /// Reads the plans of a folder; `None` after saying why it cannot be listed.
    pub(super) fn read(folder: &Path, catalog: &Catalog, desk: &mut Desk<'_>) -> io::Result<Option<Self>> {
        let files = match storage::plan_files(folder) {
            Ok(files) => files,
            Err(trouble) => {
                let why = screen::folder_unread(&trouble, Language::English);
                writeln!(desk.err, "{}: {why}", folder.display())?;
                return Ok(None);
            }
        };
        let mut index = Cache::empty(catalog);
        let read = index.read_plans(files.clone(), catalog);
        let unread = read.into_iter().filter_map(|(file, read)| Some((file.path, read.err()?))).collect();
        Ok(Some(Self { folder: folder.to_path_buf(), files, index, unread }))
    }

    fn bookings(&self) -> Vec<Booking<'_>> {
        self.index.bookings(&self.files)
    }

    /// What other files hold than this one.
    pub(super) fn beside(&self, own: &Path) -> Vec<Booking<'_>> {
        let mut all = self.bookings();
        all.retain(|booking| !storage::is_same_file(booking.file, own));
        all
    }

    /// What others hold beside a plan with that file.
    pub(super) fn taken(&self, plan: &Plan, own: &Path) -> Taken {
        Taken::beside(plan, None, &self.beside(own))
    }

    /// Says which plans do not count.
    pub(super) fn tell_unread(&self, desk: &mut Desk<'_>) -> io::Result<()> {
        for (file, error) in &self.unread {
            writeln!(desk.err, "{}", say::uncounted(self.name(file), error, Language::English))?;
        }
        Ok(())
    }

    /// A file's name inside the folder, which is the same wherever that lies.
    fn name<'a>(&self, file: &'a Path) -> &'a Path {
        file.strip_prefix(&self.folder).unwrap_or(file)
    }
}

pub(super) fn run(asked: &Census, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let catalog = open::catalog(&asked.folder, desk)?;
    let Some(shelf) = Shelf::read(&asked.plans, &catalog, desk)? else { return Ok(Outcome::CouldNot) };
    let from = asked.from.unwrap_or(desk.today);
    let to = asked.to.unwrap_or_else(|| days_after(from, (USUAL_WEEKS - 1) * 7));
    let census = schedule::census(&shelf.bookings(), &catalog, from, to);
    let language = asked.language.into();
    match Shape::of(asked.json) {
        Shape::Json => print_json(desk, &shown(&census, &shelf, &catalog, language))?,
        Shape::Text => {
            for line in say::lines(&census, &catalog, language) {
                writeln!(desk.out, "{line}")?;
            }
        }
    }
    shelf.tell_unread(desk)?;
    Ok(if shelf.unread.is_empty() { Outcome::Done } else { Outcome::CouldNot })
}

fn shown(census: &schedule::Census, shelf: &Shelf, catalog: &Catalog, language: Language) -> Shown {
    let view = View { census, shelf, catalog, language };
    let astray = census.astray.iter().filter_map(|one| {
        let ShownPerson { called, file, state: _ } = view.person(one.person)?;
        Some(ShownAstray { called, file, group: one.block.to_string(), date: one.date })
    });
    let unread = shelf.unread.iter();
    let unread =
        unread.map(|(file, error)| ShownUnread { file: view.file(file), why: say::why_uncounted(error, language) });
    Shown {
        from: census.weeks.first().copied(),
        to: census.weeks.last().map(|monday| days_after(*monday, 6)),
        plans: shelf.files.len() - shelf.unread.len(),
        groups: census.rows.iter().map(|row| view.group(row)).collect(),
        astray: astray.collect(),
        unread: unread.collect(),
    }
}

struct View<'a> {
    census: &'a schedule::Census,
    shelf: &'a Shelf,
    catalog: &'a Catalog,
    language: Language,
}

impl View<'_> {
    fn file(&self, file: &Path) -> String {
        self.shelf.name(file).display().to_string().replace('\\', "/")
    }

    fn person(&self, number: usize) -> Option<ShownPerson> {
        let patron = self.census.people.get(number)?;
        let called = say::called(patron, self.language);
        Some(ShownPerson { called, file: self.file(&patron.file), state: say::standing_code(patron.standing) })
    }

    fn group(&self, row: &Row) -> ShownGroup {
        ShownGroup {
            clinic: row.clinic.to_string(),
            group: row.block.to_string(),
            module: row.module.to_string(),
            name: say::group(&row.module, self.catalog, self.language),
            day: time::weekday(row.day, Language::English).to_lowercase(),
            start: row.start,
            minutes: row.minutes.0,
            capacity: row.capacity,
            weeks: row.cells.iter().map(|cell| self.week(row, cell)).collect(),
        }
    }

    fn week(&self, row: &Row, cell: &Cell) -> ShownWeek {
        ShownWeek {
            date: cell.date,
            meets: say::meets_code(cell.meets),
            booked: cell.people.len(),
            drafts: self.census.drafts(cell),
            state: say::load_code(row.load(cell)),
            people: cell.people.iter().filter_map(|number| self.person(*number)).collect(),
        }
    }
}
