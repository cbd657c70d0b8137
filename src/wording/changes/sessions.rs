//! The same list with sessions summarized by module, for a page or a screen.

use std::collections::BTreeMap;

use super::{ChangeKind, Told, Voice, told};
use crate::base::{Language, ModuleId};
use crate::history::{Change, ListChange, SessionChange};
use crate::plan::{Plan, Session};

/// How many sessions of a module changed in which way.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    added: usize,
    removed: usize,
    moved: usize,
    marked: usize,
    other: usize,
}

/// All changes in words, with one line for the sessions of each module.
pub fn summarized(changes: &[Change], from: &Plan, to: &Plan, voice: Voice, language: Language) -> Vec<String> {
    let (sessions, others): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| matches!(change, Change::Session(_)));
    let others: Vec<Change> = others.into_iter().cloned().collect();
    let mut lines: Vec<String> =
        told(&others, from, to, voice, language).into_iter().map(|Told { text, .. }| text).collect();
    for (module, count) in counts(&sessions, from, to) {
        let plan = if to.module(module).is_some() { to } else { from };
        let name = plan.module(module).map_or("", |module| match voice {
            Voice::Clinical => module.name.get(language),
            Voice::Plain => module.plain_name.get(language),
        });
        let said = said(count, voice, language);
        if !said.is_empty() {
            lines.push(format!("{name}: {}", said.join(", ")));
        }
    }
    lines
}

/// A session that changed in several ways counts once, as what matters most.
fn counts(sessions: &[&Change], from: &Plan, to: &Plan) -> BTreeMap<ModuleId, Count> {
    let mut kinds: BTreeMap<u32, (ModuleId, ChangeKind, bool)> = BTreeMap::new();
    for change in sessions {
        let Change::Session(change) = change else { continue };
        let (session, kind, marks) = match change {
            ListChange::Added { record, .. } => (Some(&**record), ChangeKind::Added, false),
            ListChange::Removed(record) => (Some(&**record), ChangeKind::Removed, false),
            ListChange::Changed(id, change) => (to.session(*id).or(from.session(*id)), kind(change), is_mark(change)),
            ListChange::Moved { .. } => continue,
        };
        let Some(Session { id, module, .. }) = session else { continue };
        let entry = kinds.entry(id.0).or_insert((*module, kind, marks));
        entry.1 = entry.1.max(kind);
        entry.2 |= marks;
    }
    let mut counts: BTreeMap<ModuleId, Count> = BTreeMap::new();
    for (module, kind, marks) in kinds.into_values() {
        let count = counts.entry(module).or_default();
        match kind {
            ChangeKind::Added => count.added += 1,
            ChangeKind::Removed => count.removed += 1,
            ChangeKind::Moved => count.moved += 1,
            ChangeKind::Changed if marks => count.marked += 1,
            ChangeKind::Changed => count.other += 1,
        }
    }
    counts
}

const fn kind(change: &SessionChange) -> ChangeKind {
    match change {
        SessionChange::Date(_) | SessionChange::Start(_) => ChangeKind::Moved,
        SessionChange::Module(_)
        | SessionChange::Minutes(_)
        | SessionChange::Actual(_)
        | SessionChange::Topic(_)
        | SessionChange::TopicWords(_)
        | SessionChange::Place(_)
        | SessionChange::Block(_)
        | SessionChange::Staff(_)
        | SessionChange::Status(_)
        | SessionChange::Reason(_)
        | SessionChange::Pinned(_) => ChangeKind::Changed,
    }
}

const fn is_mark(change: &SessionChange) -> bool {
    matches!(change, SessionChange::Status(_))
}

fn said(count: Count, voice: Voice, language: Language) -> Vec<String> {
    let Count { added, removed, moved, marked, other } = count;
    let (marked, other) = match voice {
        Voice::Clinical => (marked, other),
        Voice::Plain => (0, other),
    };
    let parts = match language {
        Language::English => [
            (added, "session added", "sessions added"),
            (removed, "session removed", "sessions removed"),
            (moved, "session moved", "sessions moved"),
            (marked, "session recorded", "sessions recorded"),
            (other, "session changed", "sessions changed"),
        ],
        Language::Spanish => [
            (added, "sesión agregada", "sesiones agregadas"),
            (removed, "sesión retirada", "sesiones retiradas"),
            (moved, "sesión cambiada de fecha u hora", "sesiones cambiadas de fecha u hora"),
            (marked, "sesión registrada", "sesiones registradas"),
            (other, "sesión modificada", "sesiones modificadas"),
        ],
    };
    let some = parts.into_iter().filter(|(number, ..)| *number > 0);
    some.map(|(number, one, many)| if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }).collect()
}
