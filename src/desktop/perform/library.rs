//! Has the catalog read, and says what of the clinic's own is left out.

use crate::desktop::app::App;
use crate::desktop::dialog::Notice;
use crate::desktop::worker::Job;
use crate::wording::screen::and_more;

/// So many troubles are told one by one.
const TOLD: usize = 3;

impl App {
    /// Has the catalog read before other work: whoever needs it first would otherwise wait for it in the middle of a
    /// frame.
    pub(in crate::desktop) fn read_library(&mut self) {
        self.hand(Job::ReadLibrary);
    }

    pub(super) fn take_library(&mut self) {
        let language = self.shell.language;
        let Some(left_out) = self.library.left_out() else { return };
        let mut told = left_out.say(language);
        let more = told.len().saturating_sub(TOLD);
        told.truncate(TOLD);
        told.extend((more > 0).then(|| and_more(more, language)));
        self.notice = Some(Notice::LeftOut(told.join(". ")));
    }
}
