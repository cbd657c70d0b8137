//! What a list of changes between two versions says: for the record with both values, for the person in plain words.

mod fields;
mod reasons;
mod sessions;
mod values;

use super::findings::subject;
use crate::base::Language;
use crate::history::{Change, CourseChange, Differs, ListChange, Swap};
use crate::plan::{Item, Plan, Record};
use values::{Parts, Said};

pub use reasons::{Group, about, groups, reason};
pub use sessions::summarized;

/// For whom a change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// For the record: every change, with both values.
    Clinical,
    /// For the person: what concerns them, in plain words.
    Plain,
}

/// What sort of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Something is new.
    Added,
    /// Something is gone.
    Removed,
    /// Something is different.
    Changed,
    /// Something stands in another place, or at another time.
    Moved,
}

impl ChangeKind {
    /// Its name for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }
}

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What sort of change it is.
    pub kind: ChangeKind,
    /// What it is about.
    pub item: Item,
    /// Which field of it; blank where it is about the whole.
    pub field: &'static str,
    /// The value before; `None` where there is none that fits a line.
    pub from: Option<String>,
    /// The value after.
    pub to: Option<String>,
    /// The whole in one line.
    pub text: String,
}

/// All changes between two plans in words, one by one, in the order of the plan's parts.
pub fn told(changes: &[Change], from: &Plan, to: &Plan, voice: Voice, language: Language) -> Vec<Told> {
    let mut teller = Teller { from, to, voice, language, all: Vec::new() };
    for change in changes {
        teller.change(change);
    }
    teller.all
}

/// What telling needs to know, and what was told so far.
struct Teller<'a> {
    from: &'a Plan,
    to: &'a Plan,
    voice: Voice,
    language: Language,
    all: Vec<Told>,
}

/// A change of one record or part that can be told.
trait Tells {
    fn tell(&self, item: Item, teller: &mut Teller<'_>);
}

/// What a field is called, and whether the person hears of it.
struct Label {
    english: &'static str,
    spanish: &'static str,
    plain: Option<[&'static str; 2]>,
}

impl Teller<'_> {
    fn change(&mut self, change: &Change) {
        match change {
            // A change of the counter alone says nothing to anybody, and reasons are told with what they are about.
            Change::Counter(_) | Change::Course(CourseChange::Reasons(_)) => {}
            Change::Person(change) => change.tell(Item::Person, self),
            Change::Frame(change) => change.tell(Item::Frame, self),
            Change::Program(change) => change.tell(Item::Plan, self),
            Change::Segment(change) => self.list(change, Item::Segment),
            Change::EarlierStay(swap) => {
                let label = Label { english: "earlier stay", spanish: "estancia anterior", plain: None };
                self.field(Item::Plan, &label, swap);
            }
            Change::Payer(change) => self.list(change, Item::Payer),
            Change::Need(change) => self.list(change, Item::Need),
            Change::Goal(change) => self.list(change, Item::Goal),
            Change::Module(change) => self.list(change, Item::Module),
            Change::Session(change) => self.list(change, Item::Session),
            Change::Course(change) => change.tell(Item::Plan, self),
            Change::Leaving(change) => change.tell(Item::Leaving, self),
        }
    }

    fn list<T: Differs + Record>(&mut self, change: &ListChange<T>, item: impl Fn(T::Id) -> Item)
    where
        T::Change: Tells,
    {
        match change {
            ListChange::Added { record, .. } => self.whole(ChangeKind::Added, item(record.id())),
            ListChange::Removed(record) => self.whole(ChangeKind::Removed, item(record.id())),
            ListChange::Changed(id, change) => change.tell(item(*id), self),
            // Sessions and segments stand in the order of their dates; the change of the date says it already.
            ListChange::Moved { id, .. } => match item(*id) {
                Item::Session(_) | Item::Segment(_) => {}
                other => self.whole(ChangeKind::Moved, other),
            },
        }
    }

    fn whole(&mut self, kind: ChangeKind, item: Item) {
        if !self.concerns(item) {
            return;
        }
        let plan = if kind == ChangeKind::Removed { self.from } else { self.to };
        let whose = subject(item, plan, self.language);
        let text = match (self.language, kind) {
            (Language::English, ChangeKind::Added) => format!("{whose}: new"),
            (Language::English, ChangeKind::Removed) => format!("{whose}: no longer part of the plan"),
            (Language::English, ChangeKind::Changed) => format!("{whose}: changed"),
            (Language::English, ChangeKind::Moved) => format!("{whose}: in another place of its list"),
            (Language::Spanish, ChangeKind::Added) => format!("{whose}: se agrega"),
            (Language::Spanish, ChangeKind::Removed) => format!("{whose}: ya no forma parte del plan"),
            (Language::Spanish, ChangeKind::Changed) => format!("{whose}: cambia"),
            (Language::Spanish, ChangeKind::Moved) => format!("{whose}: pasa a otro lugar de su lista"),
        };
        self.all.push(Told { kind, item, field: "", from: None, to: None, text });
    }

    /// Whether a person hears of a record that is new or gone.
    fn concerns(&self, item: Item) -> bool {
        match self.voice {
            Voice::Clinical => true,
            Voice::Plain => match item {
                Item::Goal(_)
                | Item::Objective(_)
                | Item::Module(_)
                | Item::Session(_)
                | Item::Medication(_)
                | Item::Segment(_)
                | Item::Support(_) => true,
                Item::Plan
                | Item::Person
                | Item::Frame
                | Item::SafetyPlan
                | Item::Leaving
                | Item::Week(_)
                | Item::Release(_)
                | Item::Guardian(_)
                | Item::Diagnosis(_)
                | Item::Payer(_)
                | Item::Need(_)
                | Item::Result(_)
                | Item::Review(_)
                | Item::SignOff(_)
                | Item::Addendum(_) => false,
            },
        }
    }

    fn field<T: Said>(&mut self, item: Item, label: &Label, swap: &Swap<T>) {
        let name = match (self.voice, label.plain, self.language) {
            (Voice::Plain, None, _) => return,
            (Voice::Plain, Some([english, _]), Language::English) => english,
            (Voice::Plain, Some([_, spanish]), Language::Spanish) => spanish,
            (Voice::Clinical, _, Language::English) => label.english,
            (Voice::Clinical, _, Language::Spanish) => label.spanish,
        };
        let whose = subject(item, self.to, self.language);
        let (from, to) = (swap.from.said(self.language), swap.to.said(self.language));
        let parts = swap.to.parts(&swap.from, self.language);
        let text = match (self.voice, &from, &to) {
            (Voice::Clinical, Some(_), Some(_)) if let Some(parts) = &parts => {
                format!("{whose}: {name}: {}", listed(parts, self.language))
            }
            (Voice::Clinical, Some(from), Some(to)) => format!("{whose}: {name}: {}", turned(from, to, self.language)),
            (Voice::Plain, _, Some(to)) => format!("{whose}: {name}: {}", or_dash(to)),
            (Voice::Clinical | Voice::Plain, ..) => match self.language {
                Language::English => format!("{whose}: {name}: changed"),
                Language::Spanish => format!("{whose}: {name}: cambia"),
            },
        };
        let kind = match (item, label.english) {
            (Item::Session(_), "date" | "start") => ChangeKind::Moved,
            _ => ChangeKind::Changed,
        };
        self.all.push(Told { kind, item, field: label.english, from, to, text });
    }
}

/// What became of a list.
fn listed(parts: &Parts, language: Language) -> String {
    let Parts { new, gone } = parts;
    match (language, new.is_empty(), gone.is_empty()) {
        (Language::English, true, true) => "in another order".to_owned(),
        (Language::Spanish, true, true) => "en otro orden".to_owned(),
        (Language::English, false, true) => format!("added {new}"),
        (Language::Spanish, false, true) => format!("se agrega {new}"),
        (Language::English, true, false) => format!("no longer {gone}"),
        (Language::Spanish, true, false) => format!("ya no {gone}"),
        (Language::English, false, false) => format!("added {new}; no longer {gone}"),
        (Language::Spanish, false, false) => format!("se agrega {new}; ya no {gone}"),
    }
}

/// How a value became another; blank stands for none.
fn turned(from: &str, to: &str, language: Language) -> String {
    match (language, from.is_empty(), to.is_empty()) {
        (Language::English, true, _) => format!("now {}", or_dash(to)),
        (Language::Spanish, true, _) => format!("ahora {}", or_dash(to)),
        (Language::English, false, true) => format!("no longer {from}"),
        (Language::Spanish, false, true) => format!("ya no {from}"),
        (Language::English, false, false) => format!("from {from} to {to}"),
        (Language::Spanish, false, false) => format!("de {from} a {to}"),
    }
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}
