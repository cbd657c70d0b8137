//! Has calendars laid, shows them as they come, and takes them back or keeps them as one step.

use std::path::Path;
use std::sync::Arc;

use crate::desktop::app::App;
use crate::desktop::arranging::{Arranging, Ask, Calendar, Order, Outcome, Report, Stage, Wish};
use crate::desktop::open::{OpenPlan, Way};
use crate::desktop::shell::Place;
use crate::desktop::worker::{Beside, Job, Reach};
use crate::plan::{Edit, Item, starts};
use crate::schedule::Taken;
use crate::schedule::lay::{Concession, ahead};

impl App {
    pub(super) fn arrange(&mut self, ask: Ask) {
        match ask {
            Ask::Go(wish) => self.lay_calendar(wish, Vec::new()),
            Ask::StopHere => self.leave_calendar(),
            Ask::Cancel => self.cancel_calendar(),
            Ask::Accept => self.accept_calendar(),
            Ask::WayOut(number) => self.take_way_out(number),
            Ask::Close => self.forget_calendar(),
            Ask::Aims(tiers) => {
                self.settings.now.aims = tiers.into_iter().map(|tier| tier.name().to_owned()).collect();
            }
        }
    }

    fn lay_calendar(&mut self, wish: Wish, concessions: Vec<Concession>) {
        let (today, language, tiers) = (self.world.today(), self.shell.language, self.settings.now.tiers());
        let Some(open) = &mut self.open else { return };
        if open.keeping.is_read_only() {
            // The refusal says why.
            return self.edit(Edit::Together(Vec::new()));
        }
        open.comparing = None;
        open.close_step();
        let number = self.worker.next_order();
        let (stage, base) = (Some(Stage::UnderWay), open.stamp());
        open.arranging = Arranging { number, wish, stage, base, ..Arranging::default() };
        let plan = open.plan().clone();
        let from = match wish {
            Wish::Draft => ahead(&plan, today),
            Wish::Ahead => ahead(&plan, today).or_else(|| starts(&plan)),
        };
        self.look_beside(Reach::Everything);
        let taken = Arc::default();
        self.hand(Job::Arrange(Box::new(Order { number, plan, from, tiers, concessions, taken, language })));
    }

    /// Has the worker see what others hold in the groups beside the open plan.
    pub(super) fn look_beside(&mut self, reach: Reach) {
        let (folder, kept) = (self.plans_folder(), self.index_file());
        let Some(open) = &self.open else { return };
        let (plan, own) = (open.plan().clone(), open.path().map(Path::to_path_buf));
        self.hand(Job::LookBeside(Box::new(Beside { folder, kept, plan, own, reach })));
    }

    pub(super) fn take_beside(&mut self, own: Option<&Path>, taken: Arc<Taken>) {
        if let Some(open) = self.open.as_mut().filter(|open| open.path() == own) {
            open.taken = taken;
        }
    }

    fn leave_calendar(&mut self) {
        self.worker.leave();
    }

    fn forget_calendar(&mut self) {
        self.worker.leave();
        if let Some(open) = &mut self.open {
            open.arranging = Arranging::default();
        }
    }

    fn cancel_calendar(&mut self) {
        let shows = |open: &OpenPlan| open.arranging.shown == Some(open.stamp());
        if self.open.as_ref().is_some_and(shows) {
            self.travel(Way::Back);
        }
        self.forget_calendar();
    }

    /// Puts the changes that were listed into the plan, as one step.
    fn accept_calendar(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Some(calendar) = open.arranging.offered(open.stamp()) else { return };
        let edit = Edit::Together(calendar.edits.clone());
        self.edit(edit);
        if let Some(open) = &mut self.open {
            open.close_step();
            open.arranging.shown = Some(open.stamp());
        }
    }

    /// Changes what a way out changes, as one step, and lays the calendar again with what it concedes.
    fn take_way_out(&mut self, number: usize) {
        let Some(open) = &mut self.open else { return };
        let Some(Outcome::Impossible(found)) = &open.arranging.outcome else { return };
        let Some(relief) = found.reliefs.get(number).cloned().flatten() else { return };
        let wish = open.arranging.wish;
        open.close_step();
        if !relief.edits.is_empty() {
            self.edit(Edit::Together(relief.edits));
        }
        self.lay_calendar(wish, relief.concessions);
    }

    /// Has the worker see, while modules are chosen, whether what is prescribed can fit.
    pub(in crate::desktop) fn look_at_fit(&mut self) {
        if self.shell.place != Place::Modules {
            return;
        }
        let asked = self.open.as_mut().and_then(OpenPlan::ask_fit);
        if let Some((plan, stamp)) = asked {
            self.hand(Job::Fit(Box::new(plan), stamp));
        }
    }

    /// Has the worker see where the session that is selected or dragged could be instead.
    pub(in crate::desktop) fn look_elsewhere(&mut self) {
        let selected = match self.shell.selection {
            Some(Item::Session(id)) => Some(id),
            Some(_) | None => None,
        };
        let wanted = self.shell.schedule.dragged().or(selected).filter(|_| self.shell.place == Place::Schedule);
        let Some(session) = wanted else { return };
        let tiers = self.settings.now.tiers();
        let asked = self.open.as_mut().and_then(|open| open.ask_elsewhere(session));
        if let Some((plan, stamp)) = asked {
            self.hand(Job::Elsewhere(Box::new(plan), stamp, session, tiers));
        }
    }

    pub(super) fn take_arranged(&mut self, report: Report) {
        let Some(open) = &mut self.open else { return };
        let Report { number, outcome, stage } = report;
        let asked = number == open.arranging.number;
        let expected = open.arranging.shown.unwrap_or(open.arranging.base);
        if !asked {
            return;
        }
        if open.stamp() != expected {
            // Somebody has gone on by hand: theirs is the last word.
            return self.forget_calendar();
        }
        open.arranging.stage = Some(stage);
        if let (Outcome::Calendar(calendar), Wish::Draft) = (&outcome, open.arranging.wish) {
            let calendar = calendar.clone();
            self.show_calendar(&calendar);
        }
        if let Some(open) = &mut self.open {
            open.arranging.outcome = Some(outcome);
        }
    }

    /// Shows a calendar in place of the one shown before, still as one step.
    fn show_calendar(&mut self, calendar: &Calendar) {
        let today = self.world.today();
        let edit = Edit::Together(calendar.edits.clone());
        let Some(open) = &mut self.open else { return };
        let instead = open.arranging.shown.is_some_and(|shown| shown != open.arranging.base);
        if instead {
            // What fitted the plan a moment ago fits it still.
            drop(open.edit_instead(edit, today));
        } else {
            self.edit(edit);
        }
        if let Some(open) = &mut self.open {
            open.close_step();
            open.arranging.shown = Some(open.stamp());
        }
        self.drop_lost_selection();
    }
}
