//! How the open plan is kept: whether its file is ours to write, what is saved, and where unsaved work is kept meanwhile.

use std::path::PathBuf;
use std::sync::Arc;

use super::action::Action;
use super::autosave::Autosave;
use crate::base::{ClockTime, Date};
use crate::storage::{About, Fingerprint, Lock, Slot, Trouble};

/// Whether a plan's file is ours to write.
#[derive(Debug)]
pub enum Hold {
    /// It is, and nobody else's as long as we have it.
    Ours(Lock),
    /// It may be, but nobody can tell whether it is also somebody else's.
    Unlocked(Trouble),
    /// As it was before: the file was only read again.
    Same,
    /// It is not.
    ReadOnly,
    /// There is no file.
    NoFile,
}

impl Hold {
    /// The lock alone.
    pub fn into_lock(self) -> Option<Lock> {
        match self {
            Self::Ours(lock) => Some(lock),
            Self::Unlocked(_) | Self::Same | Self::ReadOnly | Self::NoFile => None,
        }
    }
}

/// Unsaved work that was taken up again.
#[derive(Debug)]
pub struct Restored {
    /// Where it is still kept.
    pub slot: Arc<Slot>,
    /// What is known of it.
    pub about: About,
}

/// How the open plan is kept.
#[derive(Debug)]
pub struct Keeping {
    /// Whether its file is ours to write.
    pub hold: Hold,
    /// What its file held when it was opened or saved last.
    pub expected: Option<Fingerprint>,
    /// The save under way: where, and which state.
    pub saving: Option<(PathBuf, u64)>,
    /// When it was saved in this window.
    pub saved_at: Option<ClockTime>,
    /// When it was opened or saved last.
    pub since: Option<(Date, ClockTime)>,
    /// When unsaved work is kept.
    pub autosave: Autosave,
    /// Where it is kept.
    pub slot: Option<Arc<Slot>>,
    /// The state that may be lost: somebody said so.
    pub agreed: Option<u64>,
    /// What is to be done after the save under way.
    pub then: Option<Action>,
}

impl Keeping {
    /// Begins with a plan as it was opened.
    pub fn new(hold: Hold, expected: Option<Fingerprint>, restored: Option<Restored>) -> Self {
        let (slot, since) = restored.map(|restored| (restored.slot, restored.about.since)).unzip();
        let autosave = slot.as_ref().map_or_else(Autosave::default, |_| Autosave::kept(0));
        Self {
            hold,
            expected,
            saving: None,
            saved_at: None,
            since: since.flatten(),
            autosave,
            slot,
            agreed: None,
            then: None,
        }
    }

    /// Whether the plan may not be changed in this window.
    pub fn is_read_only(&self) -> bool {
        match self.hold {
            Hold::ReadOnly => true,
            Hold::Ours(_) | Hold::Unlocked(_) | Hold::Same | Hold::NoFile => false,
        }
    }
}
