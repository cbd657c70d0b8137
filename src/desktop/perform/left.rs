//! Keeps unsaved work while somebody types, and offers what a crash left behind.

use std::path::PathBuf;
use std::sync::Arc;

use crate::desktop::action::Action;
use crate::desktop::app::App;
use crate::desktop::autosave::Due;
use crate::desktop::dialog::{Dialog, Notice};
use crate::desktop::files::Ask;
use crate::desktop::open::OpenPlan;
use crate::desktop::screens::home::LeftRow;
use crate::desktop::worker::{Job, Opened};
use crate::storage::{About, Left, RecoverError, SaveError, Slot};
use crate::wording::files;
use crate::wording::screen::Label;

impl App {
    fn unsaved_folder(&self) -> Option<PathBuf> {
        Some(self.world.private_folder()?.join("unsaved"))
    }

    /// Looks for what a crash left behind.
    pub(in crate::desktop) fn find_left(&mut self) {
        if let Some(folder) = self.unsaved_folder() {
            self.hand(Job::FindLeft(folder, self.world.now()));
        }
    }

    /// Keeps unsaved work when it is time to.
    pub(in crate::desktop) fn autosave(&mut self, ctx: &egui::Context) {
        let Some(open) = &mut self.open else { return };
        let (is_dirty, stamp, now) = (open.timeline().is_dirty(), open.stamp(), ctx.input(|input| input.time));
        let autosave = &mut open.keeping.autosave;
        let due = if is_dirty { autosave.unsaved(stamp, now) } else { autosave.saved() };
        match due {
            Due::Nothing => {}
            Due::In(seconds) => ctx.request_repaint_after(core::time::Duration::from_secs_f64(seconds)),
            Due::Now => self.keep(),
            Due::Forget => {
                if let Some(slot) = self.open.as_ref().and_then(|open| open.keeping.slot.clone()) {
                    self.hand(Job::Forget(slot));
                }
            }
        }
    }

    fn keep(&mut self) {
        let folder = self.unsaved_folder();
        let Some(open) = &mut self.open else { return };
        if open.keeping.slot.is_none() {
            let slot = folder.and_then(|folder| Slot::take(&folder).ok());
            open.keeping.slot = slot.map(Arc::new);
        }
        let Some(slot) = open.keeping.slot.clone() else { return };
        let job = Job::Keep(slot, Arc::new(open.chart()), about(open));
        self.hand(job);
    }

    pub(super) fn take_kept(&mut self, slot: &Arc<Slot>, result: &Result<(), SaveError>) {
        let Err(error) = result else { return };
        let Some(open) = &mut self.open else { return };
        if open.keeping.slot.as_ref().is_some_and(|ours| Arc::ptr_eq(ours, slot)) {
            open.keeping.autosave.failed();
            self.notice = Some(Notice::Failed(Label::NotKept, files::save_reason(error, self.shell.language)));
        }
    }

    /// The first time, what was left is offered at once; later, home lists it.
    pub(super) fn take_left(&mut self, left: Vec<Left>, aside: Vec<Left>) {
        let today = self.world.today();
        let rows = |left: Vec<Left>| left.into_iter().map(|left| self.left_row(left, today)).collect();
        let (left, aside) = (rows(left), rows(aside));
        let first = self.shell.home.found_left(left, aside);
        let asking = matches!(self.dialog, Some(Dialog::Left));
        let none = self.shell.home.left.is_empty();
        if asking && none {
            self.dialog = None;
        } else if first && !none && self.dialog.is_none() {
            self.dialog = Some(Dialog::Left);
        }
    }

    fn left_row(&self, left: Left, today: crate::base::Date) -> LeftRow {
        let written = left.written.map(|moment| self.world.civil(moment));
        LeftRow { file: left.file, written, today, what: left.what }
    }

    pub(super) fn take_restored(&mut self, file: PathBuf, result: Result<Box<Opened>, RecoverError>) {
        let (today, language) = (self.world.today(), self.shell.language);
        match result {
            Ok(opened) => {
                // What was set aside is kept elsewhere by now.
                let file = opened.restored.as_ref().map_or(file, |restored| restored.slot.file().to_path_buf());
                self.show(OpenPlan::new(*opened, &self.library, today), Action::File(Ask::Restore(file)));
            }
            Err(RecoverError::Lock(error)) => {
                self.dialog = Some(Dialog::NotSaved(files::not_locked(&error, &file, language)));
            }
            Err(RecoverError::Keep(error)) => {
                self.dialog = Some(Dialog::NotSaved(files::not_saved(&error, &file, language)));
            }
            Err(RecoverError::Open(error)) => {
                self.dialog = Some(Dialog::NotSaved(files::not_opened(&error, &file, language)));
            }
        }
        self.find_left();
    }
}

fn about(open: &OpenPlan) -> About {
    About {
        path: open.path().and_then(|path| path.to_str()).map(str::to_owned),
        expected: open.keeping.expected,
        changes: open.timeline().changes(),
        since: open.keeping.since,
    }
}
