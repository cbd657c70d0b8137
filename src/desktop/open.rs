//! The open plan: its timeline, where it comes from, and what is derived from it.

use std::sync::Arc;

use super::library;
use super::model::{Model, derive};
use super::shell::Sheet;
use super::worker::{Laid, Opened, Source};
use crate::base::Date;
use crate::document::page::Pages;
use crate::plan::{Applied, Edit, Plan, Refusal, Timeline, ends, starts, week_number};
use crate::storage::Integrity;

/// The plan that the window shows.
#[derive(Debug)]
pub struct OpenPlan {
    timeline: Timeline,
    /// Where it comes from.
    pub source: Source,
    /// Whether its file is as the program left it.
    pub integrity: Integrity,
    /// What the screens derive from it.
    pub model: Model,
    /// Which pages are wanted.
    pub sheet: Sheet,
    laid: Option<Laid>,
    asked: Option<(Sheet, u64)>,
}

impl OpenPlan {
    /// Takes up a plan that was read.
    pub fn new(opened: Opened, today: Date) -> Self {
        let Opened { plan, source, integrity } = opened;
        let (model, sheet) = (derive(&plan, library::catalog(), today), Sheet::first(&plan, today));
        Self { timeline: Timeline::saved(plan), source, integrity, model, sheet, laid: None, asked: None }
    }

    /// Makes a change, and derives again what the screens show.
    ///
    /// # Errors
    /// When the plan refuses the change; nothing has changed then.
    pub fn edit(&mut self, edit: Edit, today: Date) -> Result<Applied, Refusal> {
        let applied = self.timeline.make(edit)?;
        self.model = derive(self.timeline.plan(), library::catalog(), today);
        Ok(applied)
    }

    /// Ends the step under way.
    pub fn close_step(&mut self) {
        self.timeline.close_step();
    }

    /// The plan with its past.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Plan {
        self.timeline.plan()
    }

    /// The number of the state that the plan is in.
    pub fn stamp(&self) -> u64 {
        self.timeline.stamp()
    }

    /// The pages laid out last.
    pub fn pages(&self) -> Option<&Arc<Pages>> {
        self.laid.as_ref().map(|laid| &laid.pages)
    }

    /// Whether the pages laid out last are those that are wanted.
    pub fn is_laid(&self) -> bool {
        self.laid.as_ref().is_some_and(|laid| laid.stamp == self.stamp() && laid.sheet == self.sheet)
    }

    /// The pages to be laid out, told once for each state and choice.
    pub fn ask_pages(&mut self) -> Option<(Sheet, u64)> {
        let wanted = (self.sheet, self.stamp());
        (self.asked.replace(wanted) != Some(wanted)).then_some(wanted)
    }

    /// Takes pages that the worker laid out; those for another state or another choice are dropped.
    pub fn take(&mut self, laid: Laid) {
        if laid.stamp == self.stamp() && laid.sheet == self.sheet {
            self.laid = Some(laid);
        }
    }

    /// The first and last day of the stay.
    pub fn stay(&self) -> Option<(Date, Date)> {
        starts(self.plan()).zip(ends(self.plan()))
    }

    /// The number of the week that holds a date, inside the stay.
    pub fn week_on(&self, date: Date) -> Option<u16> {
        week_number(self.plan(), date).filter(|number| self.model.week(*number).is_some())
    }
}
