//! How two lists of records differ, told by their ids alone.

use std::collections::{BTreeMap, BTreeSet};

use super::diff::Differs;
use crate::plan::Record;

/// A change of a list of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListChange<T: Differs + Record> {
    /// A record is new.
    Added {
        /// The record.
        record: Box<T>,
        /// The one that it comes after; `None` for the first.
        after: Option<T::Id>,
    },
    /// A record is gone.
    Removed(Box<T>),
    /// One field of a record is another.
    Changed(T::Id, T::Change),
    /// A record stands in another place of the list.
    Moved {
        /// The record.
        id: T::Id,
        /// The one that it comes after; `None` for the first.
        after: Option<T::Id>,
    },
}

/// The changes that lead from one list to another; made one after the other, they do.
pub(super) fn changes<T: Differs + Record>(from: &[T], to: &[T]) -> Vec<ListChange<T>> {
    let old: BTreeMap<T::Id, (usize, &T)> = from.iter().enumerate().map(|(at, r)| (r.id(), (at, r))).collect();
    let new: BTreeSet<T::Id> = to.iter().map(Record::id).collect();
    let gone = from.iter().filter(|record| !new.contains(&record.id()));
    let mut all: Vec<ListChange<T>> = gone.map(|record| ListChange::Removed(Box::new(record.clone()))).collect();
    for record in to {
        if let Some((_, before)) = old.get(&record.id()) {
            all.extend(before.changes(record).into_iter().map(|change| ListChange::Changed(record.id(), change)));
        }
    }
    let places: Vec<Option<usize>> = to.iter().map(|record| old.get(&record.id()).map(|(at, _)| *at)).collect();
    let stays = longest_rising(&places);
    let mut after = None;
    for ((record, place), stays) in to.iter().zip(&places).zip(stays) {
        let id = record.id();
        match place {
            None => all.push(ListChange::Added { record: Box::new(record.clone()), after }),
            Some(_) if !stays => all.push(ListChange::Moved { id, after }),
            Some(_) => {}
        }
        after = Some(id);
    }
    all
}

/// Makes one change; one that names a record that is not there does nothing.
pub(super) fn alter<T: Differs + Record>(list: &mut Vec<T>, change: &ListChange<T>) {
    match change {
        ListChange::Added { record, after } => insert(list, T::clone(record), *after),
        ListChange::Removed(record) => list.retain(|other| other.id() != record.id()),
        ListChange::Changed(id, change) => {
            if let Some(record) = list.iter_mut().find(|record| record.id() == *id) {
                record.alter(change);
            }
        }
        ListChange::Moved { id, after } => {
            if let Some(at) = list.iter().position(|record| record.id() == *id) {
                let record = list.remove(at);
                insert(list, record, *after);
            }
        }
    }
}

fn insert<T: Record>(list: &mut Vec<T>, record: T, after: Option<T::Id>) {
    let at = after.map_or(0, |id| list.iter().position(|other| other.id() == id).map_or(list.len(), |at| at + 1));
    list.insert(at, record);
}

/// For each place whether it belongs to a longest run of rising ones: those records need not move.
fn longest_rising(places: &[Option<usize>]) -> Vec<bool> {
    // For each length the index of the smallest end of a rising run, and for each index the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    let value = |index: usize| places.get(index).copied().flatten();
    for (index, place) in places.iter().enumerate() {
        let Some(place) = place else {
            before.push(None);
            continue;
        };
        let length = ends.partition_point(|end| value(*end) < Some(*place));
        before.push(length.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(index) = next {
        if let Some(stay) = stays.get_mut(index) {
            *stay = true;
        }
        next = before.get(index).copied().flatten();
    }
    stays
}
