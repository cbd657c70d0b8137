//! Plan files and clinic folders on disk: format, safe saving, locks.
//!
//! **Invariant**: a plan file is never written in place. What is on disk is the old file or the new one, whole, and
//! every error of [`save`] is one that left the old file as it was.
//!
//! Plan files are not encrypted.

mod folder;
mod format;
mod index;
mod intake;
mod lock;
mod names;
mod place;
mod private;
mod recovery;
mod save;
mod settings;
mod sniff;
mod sweep;
mod text;
mod trouble;

use std::path::Path;

pub use folder::{Unread, catalog_folder};
pub use format::{
    Contents, Decoded, EncodeError, FORMAT, Integrity, OpenError, Trust, Verified, decode, encode, verify,
};
pub use index::{Cache, Listed, Summary, plan_files, summary};
pub use intake::{IntakeError, intake};
pub use lock::{Holder, Lock, LockError, lock};
pub use names::works_everywhere;
pub use place::{is_same_file, make_private_folder};
pub use private::{PrivateFolder, sweep_private};
pub use recovery::{
    About, Left, RecoverError, Recovered, Slot, left_aside, left_behind, recover, remove_aside, set_aside,
};
pub use save::{Fingerprint, SaveError, Saved, Settled, save, write_file};
pub use settings::{SettingsError, read_settings, write_settings};
pub use sniff::Lookalike;
pub use sweep::sweep;
pub use text::TextError;
pub use trouble::Trouble;

use crate::history::{Chart, Version};
use crate::plan::Plan;

/// The largest plan file that is read or written, in bytes; a stay of 600 sessions needs a hundredth of it.
pub const LARGEST_PLAN: u64 = 16 << 20;

/// A plan as it came from disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Its signed versions, oldest first; what is saved has to carry them.
    pub versions: Vec<Version>,
    /// Whether the file is as the program wrote it.
    pub integrity: Integrity,
    /// The bytes that were read, for [`save`] to see whether they are still there.
    pub fingerprint: Fingerprint,
}

impl Opened {
    /// The plan with its signed versions.
    pub fn into_chart(self) -> Chart {
        Chart::of(self.plan, self.versions)
    }
}

/// Opens a plan file; changes nothing on disk.
///
/// # Errors
/// Says why the file could not be read, or is no plan, or not one that this program can rely on.
pub fn open(path: &Path, trust: Trust) -> Result<Opened, OpenError> {
    let bytes = text::read(path, LARGEST_PLAN)?;
    let Decoded { plan, versions, integrity } = decode(&bytes, trust)?;
    Ok(Opened { plan, versions, integrity, fingerprint: Fingerprint::of(&bytes) })
}

/// Opens a plan file to see whether its signed versions are as they were signed; changes nothing on disk.
///
/// # Errors
/// Says why the file could not be read; without [`Trust::AcceptChanges`] also that it was changed outside its
/// versions.
pub fn verify_file(path: &Path, trust: Trust) -> Result<Verified, OpenError> {
    verify(&text::read(path, LARGEST_PLAN)?, trust)
}
