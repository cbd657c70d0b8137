//! Changes together with why they were made: those of one thing side by side, with one reason.

use super::{Told, Voice, summarized, told};
use crate::base::{Language, is_blank};
use crate::history::Change;
use crate::plan::{CourseOfCare, Plan, Reasoned};
use crate::wording::findings::subject;

/// What changed about one thing, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What a reason would be about; `None` for what happened rather than was decided.
    pub about: Option<Reasoned>,
    /// The changes, one a line.
    pub lines: Vec<String>,
    /// Why; blank where nothing says so.
    pub why: String,
}

/// All changes, those of one thing side by side, sessions summarized by module and last.
pub fn groups(changes: &[Change], from: &Plan, to: &Plan, voice: Voice, language: Language) -> Vec<Group> {
    let (sessions, others): (Vec<Change>, Vec<Change>) =
        changes.iter().cloned().partition(|change| matches!(change, Change::Session(_)));
    let mut groups: Vec<Group> = Vec::new();
    for Told { item, text, .. } in told(&others, from, to, voice, language) {
        let about = Reasoned::of(item);
        match groups.iter_mut().find(|group| about.is_some() && group.about == about) {
            Some(group) => group.lines.push(text),
            None => groups.push(Group { about, lines: vec![text], why: reason(about, from, to) }),
        }
    }
    let lines = summarized(&sessions, from, to, voice, language);
    if !lines.is_empty() {
        let about = Some(Reasoned::Calendar);
        groups.push(Group { about, lines, why: reason(about, from, to) });
    }
    groups
}

/// Why something changed from one plan to another: what the later one says and the earlier one does not, the last
/// reason last; else why a module was chosen or what a review says of an objective.
pub fn reason(about: Option<Reasoned>, from: &Plan, to: &Plan) -> String {
    let Some(about) = about else { return String::new() };
    let CourseOfCare { reasons, .. } = &to.course;
    let new = reasons.iter().filter(|reason| reason.about == about && !from.course.reasons.contains(reason));
    let said: Vec<&str> = new.map(|reason| reason.why.trim()).collect();
    if said.is_empty() { fallback(about, from, to) } else { said.join("; ") }
}

fn fallback(about: Reasoned, from: &Plan, to: &Plan) -> String {
    use crate::plan::Item;
    match about {
        Reasoned::Part(Item::Module(id)) => {
            let before = from.module(id).map(|module| module.reason.as_str());
            let now = to.module(id).map(|module| module.reason.as_str());
            now.filter(|now| before != Some(*now)).unwrap_or_default().to_owned()
        }
        Reasoned::Part(Item::Objective(id)) => {
            let known = |id| from.course.reviews.iter().find(|review| review.id == id);
            let new = to.course.reviews.iter().rev().filter(|review| known(review.id) != Some(*review));
            let mut notes = new.flat_map(|review| &review.notes.objectives);
            let note = notes.find(|note| note.objective == id && !is_blank(&note.evidence));
            note.map(|note| note.evidence.clone()).unwrap_or_default()
        }
        Reasoned::Calendar | Reasoned::Part(_) => String::new(),
    }
}

/// What a reason is about, in words.
pub fn about(about: Reasoned, plan: &Plan, language: Language) -> String {
    match (about, language) {
        (Reasoned::Calendar, Language::English) => "The calendar".to_owned(),
        (Reasoned::Calendar, Language::Spanish) => "El calendario".to_owned(),
        (Reasoned::Part(item), _) => subject(item, plan, language),
    }
}
