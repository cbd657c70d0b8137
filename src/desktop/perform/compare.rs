//! Has alternatives laid one after the other, and puts the one that is chosen into the plan as one step.

use std::sync::Arc;

use crate::desktop::app::App;
use crate::desktop::arranging::{Arranging, Calendar, Outcome, Stage};
use crate::desktop::comparing::{self, Ask, Comparing, Report};
use crate::desktop::open::OpenPlan;
use crate::desktop::worker::{Job, Reach};
use crate::plan::Edit;
use crate::schedule::lay::ahead;
use crate::schedule::lay::compare::Alternative;

impl App {
    pub(super) fn compare(&mut self, ask: Ask) {
        match ask {
            Ask::Go => self.compare_calendars(),
            Ask::Stop => self.stop_comparing(),
            Ask::Close => self.forget_comparison(),
            Ask::Use(number) => self.use_alternative(number),
        }
    }

    fn compare_calendars(&mut self) {
        let (today, language, tiers) = (self.world.today(), self.shell.language, self.settings.now.tiers());
        let Some(open) = &mut self.open else { return };
        open.close_step();
        open.arranging.leave();
        let from = ahead(open.plan(), today);
        open.comparing = Some(Comparing::begin(self.worker.next_order(), open.stamp(), from, tiers, language));
        self.look_beside(Reach::Everything);
        self.lay_next();
    }

    /// Hands over the next alternative; other work comes in between.
    fn lay_next(&mut self) {
        let Some(open) = &self.open else { return };
        let Some(comparing) = &open.comparing else { return };
        let order = comparing.order(open.plan());
        self.hand(Job::Compare(Box::new(order)));
    }

    fn stop_comparing(&mut self) {
        self.worker.leave();
        let comparing = self.open.as_mut().and_then(|open| open.comparing.as_mut());
        if let Some(comparing) = comparing {
            comparing.stop();
        }
    }

    pub(super) fn forget_comparison(&mut self) {
        let was = self.open.as_mut().and_then(|open| open.comparing.take());
        if was.is_some() {
            self.worker.leave();
        }
    }

    pub(super) fn take_compared(&mut self, report: Report) {
        let Some(open) = &mut self.open else { return };
        let (stamp, plan) = (open.stamp(), open.plan().clone());
        let Some(comparing) = open.comparing.as_mut().filter(|one| one.number == report.number) else { return };
        if comparing.base != stamp {
            // What would come now is for a plan that is no more.
            return comparing.stop();
        }
        if comparing.stage != comparing::Stage::UnderWay {
            return;
        }
        comparing.take(report.found, &plan);
        if comparing.under_way.is_some() {
            self.lay_next();
        }
    }

    /// Puts a calendar into the plan, as one step, and says how good it is.
    fn use_alternative(&mut self, number: usize) {
        let Some(open) = &mut self.open else { return };
        let fits = |comparing: &&Comparing| comparing.base == open.stamp();
        let Some(comparing) = open.comparing.as_ref().filter(fits) else { return };
        let Some(chosen) = comparing.all.found.get(number).and_then(Alternative::laid) else { return };
        let (edits, tiers, problem) = (chosen.edits.clone(), chosen.tiers.clone(), Arc::clone(&chosen.problem));
        let calendar = Calendar { edits: Vec::new(), tiers, changes: Vec::new(), problem };
        let base = open.stamp();
        open.close_step();
        self.edit(Edit::Together(edits));
        let Some(open) = self.open.as_mut().filter(|open| open.stamp() != base) else { return };
        open.close_step();
        open.arranging = judged(open, base, calendar);
        self.forget_comparison();
        self.drop_lost_selection();
    }
}

fn judged(open: &OpenPlan, base: u64, calendar: Calendar) -> Arranging {
    let (stage, outcome) = (Some(Stage::Done), Some(Outcome::Calendar(calendar)));
    Arranging { stage, base, shown: Some(open.stamp()), outcome, ..Arranging::default() }
}
