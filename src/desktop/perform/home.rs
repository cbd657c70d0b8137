//! Lists the plans of the plans folder: what is known at once, the rest a few at a time between other work.

use std::path::Path;

use crate::desktop::app::App;
use crate::desktop::screens::home::{Ask, Pick, View, weeks_counted};
use crate::desktop::worker::{Job, Reach};
use crate::storage::{Listed, OpenError, Summary, Trouble};

/// So many plans are read before other work has its turn.
const AT_ONCE: usize = 24;

impl App {
    /// Lists the plans folder anew.
    pub(in crate::desktop) fn list_plans(&mut self) {
        let folder = self.plans_folder();
        self.hand(Job::Sweep(folder.clone(), self.world.now()));
        let kept = self.index_file();
        if self.shell.home.plans.folder != folder {
            (self.shell.home.census, self.shell.home.pick) = (None, Pick::default());
        }
        self.shell.home.plans.listing(&folder);
        self.hand(Job::List(folder, kept));
    }

    pub(super) fn index_file(&self) -> Option<std::path::PathBuf> {
        Some(self.world.private_folder()?.join("plans.index"))
    }

    pub(super) fn take_listed(&mut self, folder: &Path, result: Result<Vec<(Listed, Option<Summary>)>, Trouble>) {
        let today = self.world.today();
        if self.shell.home.listed(folder, result, today) {
            self.read_more();
        }
    }

    pub(super) fn take_summarized(&mut self, read: Vec<(Listed, Result<Summary, OpenError>)>) {
        self.shell.home.summarized(read, self.world.today());
        self.read_more();
    }

    /// Has the worker count who is in which group, where that is looked at and all plans are read.
    pub(super) fn count_places(&mut self) {
        let (read, of) = self.shell.home.plans.progress();
        if self.shell.home.view == View::Census && read == of {
            let (from, to) = weeks_counted(self.world.today());
            self.hand(Job::Count(from, to));
        }
    }

    pub(super) fn home(&mut self, ask: Ask) {
        let turns = matches!(ask, Ask::View(_));
        self.shell.home.take(ask);
        if turns {
            self.count_places();
        }
    }

    fn read_more(&mut self) {
        let plans = &self.shell.home.plans;
        let next = plans.unread(AT_ONCE);
        if !next.is_empty() {
            self.hand(Job::Summarize(next));
        } else if let Some(kept) = self.index_file() {
            let files = plans.files();
            self.hand(Job::KeepIndex(kept, files));
            self.count_places();
            self.look_beside(Reach::Known);
        }
    }
}
