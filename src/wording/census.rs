//! What is said about who is in which group, and about groups that are full.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::say;
use super::{files, screen, time};
use crate::base::{Date, Language, Slug};
use crate::catalog::Catalog;
use crate::plan::{Plan, Standing};
use crate::schedule::{Cell, Census, Crowded, Load, Meets, Patron, Row};
use crate::storage::OpenError;

/// How many of how many places are taken: `9 of 12`.
pub fn places(booked: usize, capacity: u8, language: Language) -> String {
    say(language, format!("{booked} of {capacity}"), format!("{booked} de {capacity}"))
}

/// How many places a group has: `12 places`.
pub fn seats(capacity: u8, language: Language) -> String {
    say(language, format!("{capacity} places"), format!("{capacity} lugares"))
}

/// What is to be noticed about how full a group is; nothing where places are free.
pub fn load(load: Load, language: Language) -> Option<String> {
    match load {
        Load::Free(_) => None,
        Load::Full => Some(say(language, "full", "completo")),
        Load::Over(by) => Some(say(language, format!("over by {by}"), format!("{by} de más"))),
    }
}

/// The name of a state in JSON.
pub const fn load_code(load: Load) -> &'static str {
    match load {
        Load::Free(_) => "free",
        Load::Full => "full",
        Load::Over(_) => "over",
    }
}

/// Why a group does not meet on a date; nothing where it does.
pub fn meets(meets: Meets, language: Language) -> Option<String> {
    match meets {
        Meets::Yes => None,
        Meets::Closed => Some(say(language, "closed", "cerrado")),
        Meets::No => Some(say(language, "no group", "sin grupo")),
    }
}

/// The name in JSON of whether a group meets.
pub const fn meets_code(meets: Meets) -> &'static str {
    match meets {
        Meets::Yes => "yes",
        Meets::Closed => "closed",
        Meets::No => "no",
    }
}

/// The name of a standing in JSON.
pub const fn standing_code(standing: Standing) -> &'static str {
    match standing {
        Standing::Draft => "draft",
        Standing::InEffect(_) => "in-effect",
    }
}

/// Somebody who has a place, as other lists of plans call them.
pub fn patron(patron: &Patron, language: Language) -> String {
    let called = called(patron, language);
    match patron.standing {
        Standing::Draft => say(language, format!("{called} (draft)"), format!("{called} (borrador)")),
        Standing::InEffect(_) => called,
    }
}

/// What somebody who has a place is called.
pub fn called(patron: &Patron, language: Language) -> String {
    let called = patron.who.called.trim();
    if called.is_empty() {
        screen::Words::say(screen::HomeWords::Unnamed, language).to_owned()
    } else {
        called.to_owned()
    }
}

/// What a group is called: the name of its module.
pub fn group(module: &Slug, catalog: &Catalog, language: Language) -> String {
    catalog.modules.get(module).map_or_else(|| module.to_string(), |module| module.plain_name.get(language).to_owned())
}

/// Everything of a cell in one line: `Tue 8 Dec, 9 of 12, 2 drafts`.
pub fn cell(row: &Row, cell: &Cell, census: &Census, language: Language) -> String {
    let mut parts = vec![time::day(cell.date, language)];
    if cell.meets == Meets::Yes || !cell.people.is_empty() {
        parts.push(places(cell.people.len(), row.capacity, language));
    }
    parts.extend(meets(cell.meets, language));
    parts.extend(load(row.load(cell), language).filter(|_| cell.meets == Meets::Yes));
    parts.extend(drafts(census.drafts(cell), language));
    parts.join(", ")
}

/// How many drafts there are among plans; nothing where there is none.
pub fn drafts(number: usize, language: Language) -> Option<String> {
    match number {
        0 => None,
        1 => Some(say(language, "1 draft", "1 borrador")),
        n => Some(say(language, format!("{n} drafts"), format!("{n} borradores"))),
    }
}

/// The lines of a census: for each group of each weekday, the weeks in which somebody comes, and who.
pub fn lines(census: &Census, catalog: &Catalog, language: Language) -> Vec<String> {
    let mut lines = vec![headline(census, language)];
    let mut shown: Option<(&Slug, u8)> = None;
    for row in &census.rows {
        let heading = (&row.clinic, row.day.index());
        if shown.replace(heading) != Some(heading) {
            lines.push(String::new());
            lines.push(capital(time::weekday(row.day, language)));
        }
        let when = time::span(row.start, row.start.after(row.minutes), language);
        let name = group(&row.module, catalog, language);
        let seats = seats(row.capacity, language);
        lines.push(format!("  {when}  {name} ({}), {seats}", row.block));
        let booked = row.cells.iter().filter(|cell| !cell.people.is_empty());
        let mut told: Vec<String> = booked.map(|one| format!("    {}", week(row, one, census, language))).collect();
        if told.is_empty() {
            told.push(format!("    {}", say(language, "nobody is booked", "nadie tiene lugar")));
        }
        lines.extend(told);
    }
    let astray = census.astray.iter().filter_map(|one| {
        let who = patron(census.people.get(one.person)?, language);
        let (block, day) = (&one.block, time::day(one.date, language));
        Some(say(
            language,
            format!("{who}, {day}: the clinic has no such group meeting ({block})"),
            format!("{who}, {day}: la clínica no tiene esa reunión de grupo ({block})"),
        ))
    });
    let astray: Vec<String> = astray.collect();
    if !astray.is_empty() {
        lines.push(String::new());
        lines.extend(astray);
    }
    lines
}

fn week(row: &Row, one: &Cell, census: &Census, language: Language) -> String {
    let people = one.people.iter().filter_map(|person| census.people.get(*person));
    let people: Vec<String> = people.map(|one| patron(one, language)).collect();
    format!("{}: {}", cell(row, one, census, language), people.join(", "))
}

/// A word as a heading begins with it.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// How many people have places in which weeks, and how many of them only in a draft.
pub fn headline(census: &Census, language: Language) -> String {
    let weeks = census.weeks.len();
    let people = census.people.len();
    let only_drafts = census.people.iter().filter(|one| one.standing == Standing::Draft).count();
    let from = census.weeks.first().map(|monday| time::date(*monday, language)).unwrap_or_default();
    let drafts = drafts(only_drafts, language).map(|drafts| format!(", {drafts}")).unwrap_or_default();
    let (person, plural) = if people == 1 {
        ("1 person".to_owned(), "1 persona".to_owned())
    } else {
        (format!("{people} people"), format!("{people} personas"))
    };
    let (week, weeks) = if weeks == 1 {
        ("1 week".to_owned(), "1 semana".to_owned())
    } else {
        (format!("{weeks} weeks"), format!("{weeks} semanas"))
    };
    say(
        language,
        format!("{week} from {from}: {person} in groups{drafts}"),
        format!("{weeks} desde el {from}: {plural} en grupos{drafts}"),
    )
}

/// A plan that is not counted, and why.
pub fn uncounted(file: &Path, error: &OpenError, language: Language) -> String {
    let why = why_uncounted(error, language);
    let file = file.display();
    say(language, format!("Not counted: {file}: {why}"), format!("No se contó: {file}: {why}"))
}

/// Why a plan is not counted.
pub fn why_uncounted(error: &OpenError, language: Language) -> String {
    files::not_opened(error, Path::new(""), language).details.into_iter().next().unwrap_or_default()
}

/// Groups of a plan in which others have all places: full ones, and those in which the person is one too many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FullGroups {
    /// Those that are full, one line each.
    pub full: Vec<String>,
    /// Those in which the person is one too many.
    pub over: Vec<String>,
}

/// The full groups of a plan, one line a group.
pub fn full_groups(found: &[Crowded], plan: &Plan, language: Language) -> FullGroups {
    let mut groups: BTreeMap<(bool, &Slug), Vec<&Crowded>> = BTreeMap::new();
    for one in found {
        groups.entry((one.own.is_some(), &one.block)).or_default().push(one);
    }
    let mut told = FullGroups::default();
    for ((is_own, _), all) in groups {
        let Some(first) = all.first() else { continue };
        let name = plan.module(first.module).map_or("", |module| module.plain_name.get(language));
        let dates: Vec<Date> = all.iter().map(|one| one.date).collect();
        let (days, places) = (days(&dates, language), first.capacity);
        if is_own {
            told.over.push(say(
                language,
                format!("{name}: more people than the {places} places on {days}"),
                format!("{name}: más personas que los {places} lugares el {days}"),
            ));
        } else {
            told.full.push(say(
                language,
                format!("{name}: all {places} places are taken on {days}"),
                format!("{name}: los {places} lugares están ocupados el {days}"),
            ));
        }
    }
    told
}

/// More days than this are counted, not named.
const NAMED: usize = 4;

fn days(dates: &[Date], language: Language) -> String {
    let shown: Vec<String> = dates.iter().take(NAMED).map(|date| time::day(*date, language)).collect();
    let shown = shown.join(", ");
    match dates.len().saturating_sub(NAMED) {
        0 => shown,
        more => say(language, format!("{shown} and {more} more days"), format!("{shown} y {more} días más")),
    }
}

/// The name of a full group in JSON: whether the person is in it.
pub const fn crowded_code(one: &Crowded) -> &'static str {
    if one.own.is_some() { "over" } else { "full" }
}
