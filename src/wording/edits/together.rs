//! What several edits are called that are one for the person who makes them.

use std::collections::BTreeSet;

use super::{Say, told};
use crate::base::{Language, ModuleId};
use crate::plan::{Edit, LeavingEdit, ListEdit, ModuleEdit, PersonEdit, Session, SessionEdit};

impl Say<'_> {
    /// A whole calendar by that word, many sessions by their number, everything else by its first edit.
    pub(super) fn together(&self, edits: &[Edit]) -> String {
        let all = without_what_follows(leaves(edits));
        if is_calendar(&all) {
            return self.pick("use another calendar", "usar otro calendario").to_owned();
        }
        if let Some(name) = self.many_sessions(&all) {
            return name;
        }
        let Some((first, others)) = all.split_first() else {
            return self.pick("change nothing", "no cambiar nada").to_owned();
        };
        let first = told(first, self.plan, self.language);
        match (others.len(), self.language) {
            (0, _) => first,
            (more, Language::English) => format!("{first} and {more} more"),
            (more, Language::Spanish) => format!("{first} y {more} más"),
        }
    }

    /// Sessions of several modules: `add 60 sessions`.
    fn many_sessions(&self, all: &[&Edit]) -> Option<String> {
        let edits: Vec<&ListEdit<Session>> = all.iter().map(|edit| sessions(edit)).collect::<Option<_>>()?;
        let modules: BTreeSet<ModuleId> = edits.iter().filter_map(|edit| self.module_of(edit)).collect();
        if modules.len() < 2 {
            return None;
        }
        let is_add = |edit: &&&ListEdit<Session>| matches!(edit, ListEdit::Add(_));
        let is_remove = |edit: &&&ListEdit<Session>| matches!(edit, ListEdit::Remove(_));
        let number = edits.len();
        let (english, spanish) = if edits.iter().filter(is_add).count() == number {
            ("add", "agregar")
        } else if edits.iter().filter(is_remove).count() == number {
            ("remove", "quitar")
        } else {
            ("change", "cambiar")
        };
        Some(match self.language {
            Language::English => format!("{english} {number} sessions"),
            Language::Spanish => format!("{spanish} {number} sesiones"),
        })
    }

    fn module_of(&self, edit: &ListEdit<Session>) -> Option<ModuleId> {
        match edit {
            ListEdit::Add(session) | ListEdit::Replace(session) => Some(session.module),
            ListEdit::Remove(id) | ListEdit::Move(id, _) => self.plan.session(*id).map(|session| session.module),
        }
    }
}

fn leaves(edits: &[Edit]) -> Vec<&Edit> {
    edits.iter().flat_map(leaves_of).collect()
}

fn leaves_of(edit: &Edit) -> Vec<&Edit> {
    if let Edit::Together(edits) = edit { leaves(edits) } else { vec![edit] }
}

/// Another stretch of the stay brings the program and the day of discharge with it; nobody asked for those.
fn without_what_follows(all: Vec<&Edit>) -> Vec<&Edit> {
    if !all.iter().any(|edit| matches!(edit, Edit::Segment(_))) {
        return all;
    }
    let follows = |edit: &&Edit| matches!(edit, Edit::Program(_) | Edit::Leaving(LeavingEdit::Expected(_)));
    all.into_iter().filter(|edit| !follows(edit)).collect()
}

const fn sessions(edit: &Edit) -> Option<&ListEdit<Session>> {
    if let Edit::Sessions(edit) = edit { Some(edit) } else { None }
}

/// Whether sessions change together with the frame that they are laid in, and nothing else does.
fn is_calendar(all: &[&Edit]) -> bool {
    let of_frame = |edit: &Edit| {
        matches!(
            edit,
            Edit::Segment(_)
                | Edit::Person(PersonEdit::Availability(_) | PersonEdit::Away(_))
                | Edit::Module(_, ModuleEdit::Sessions(_) | ModuleEdit::Frequency(_))
                | Edit::Session(_, SessionEdit::Unpin)
        )
    };
    let frame = all.iter().filter(|edit| of_frame(edit)).count();
    let sessions = all.iter().filter(|edit| sessions(edit).is_some()).count();
    frame > 0 && sessions > 0 && frame + sessions == all.len()
}
