//! The open plan: its timeline, where it comes from, and what is derived from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arranging::{Arranging, Elsewhere, Shortfalls};
use super::comparing::Comparing;
use super::keeping::{Hold, Keeping};
use super::library::Library;
use super::model::{Model, derive};
use super::places::touched;
use super::screens::review::model::{self as review, ReviewModel};
use super::shell::Sheet;
use super::worker::{Laid, Opened, Source, Target};
use crate::base::{Date, SessionId};
use crate::document::page::Pages;
use crate::history::{CannotSign, Chart, Mark, Signing, Version};
use crate::plan::{Applied, Edit, Item, Plan, Refusal, Timeline, ends, starts, week_number};
use crate::schedule::Taken;
use crate::storage::{Integrity, PrivateFolder};

/// A step that nobody adds to for so many seconds is done.
const QUIET: f64 = 2.0;

/// Which way to go through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Take the last one back.
    Back,
    /// Make the one taken back again.
    Forth,
}

/// The plan that the window shows.
#[derive(Debug)]
pub struct OpenPlan {
    timeline: Timeline,
    versions: Vec<Version>,
    /// Where it comes from.
    pub source: Source,
    /// Whether its file is as the program left it.
    pub integrity: Integrity,
    /// How it is kept.
    pub keeping: Keeping,
    /// What will not fit on any calendar, as known last.
    pub shortfalls: Shortfalls,
    /// For which state that was asked last.
    fit_asked: Option<u64>,
    /// Where a session could be instead, as known last.
    elsewhere: Option<Elsewhere>,
    /// For which state and session that was asked last.
    elsewhere_asked: Option<(u64, SessionId)>,
    /// What others hold in the groups, as known last.
    pub taken: Arc<Taken>,
    /// A calendar that is being laid for it.
    pub arranging: Arranging,
    /// Calendars for it side by side, while they are looked at.
    pub comparing: Option<Comparing>,
    /// What the screens derive from it.
    pub model: Model,
    /// What the review derives from it and from what was signed.
    pub review: ReviewModel,
    /// The plan as it was signed last.
    signed: Option<Plan>,
    /// Which pages are wanted.
    pub sheet: Sheet,
    /// Where pages lie that the system's viewer was given; gone with the plan.
    pub prints: Option<PrivateFolder>,
    /// When the step under way was last added to, in the seconds of the window.
    touched: Option<f64>,
    library: Library,
    laid: Option<Laid>,
    asked: Option<(Sheet, u64)>,
}

impl OpenPlan {
    /// Takes up a plan that was read.
    pub fn new(opened: Opened, library: &Library, today: Date) -> Self {
        let Opened { chart, source, integrity, expected, hold, restored } = opened;
        let versions = chart.versions().to_vec();
        let plan = chart.plan;
        let (model, sheet) = (derive(&plan, library.catalog(), today), Sheet::first(&plan, today));
        let signed = versions.last().and_then(|last| last.plan().ok());
        let last = versions.last().map(Version::mark).zip(signed.as_ref());
        let review = review::derive(&plan, library.catalog(), last, today);
        let timeline = if restored.is_some() { Timeline::unsaved(plan) } else { Timeline::saved(plan) };
        let keeping = Keeping::new(hold, expected, restored);
        Self {
            timeline,
            versions,
            source,
            integrity,
            keeping,
            shortfalls: Shortfalls::default(),
            fit_asked: None,
            elsewhere: None,
            elsewhere_asked: None,
            taken: Arc::default(),
            arranging: Arranging::default(),
            comparing: None,
            model,
            review,
            signed,
            sheet,
            prints: None,
            touched: None,
            library: library.clone(),
            laid: None,
            asked: None,
        }
    }

    /// Takes up a plan that was made in this window and is on no disk.
    pub fn made(plan: Plan, library: &Library, today: Date) -> Self {
        let timeline = Timeline::unsaved(plan.clone());
        let integrity = Integrity::Intact;
        let (source, hold) = (Source::New, Hold::NoFile);
        let opened = Opened { chart: Chart::unsigned(plan), source, integrity, expected: None, hold, restored: None };
        Self { timeline, ..Self::new(opened, library, today) }
    }

    /// The plan's file.
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Sample(..) | Source::New => None,
        }
    }

    /// Whether something would be lost if the plan were closed now.
    pub fn would_lose(&self) -> bool {
        self.timeline.is_dirty() && self.keeping.agreed != Some(self.stamp())
    }

    /// Where it is saved without asking for a name.
    pub fn target(&self) -> Option<Target> {
        let path = self.path().filter(|_| !self.keeping.is_read_only())?;
        Some(Target::Same(path.to_path_buf(), self.keeping.expected))
    }

    /// Notes that the state with this stamp was handed over to be saved; what is typed now is a step of its own.
    pub fn saving(&mut self, path: PathBuf) {
        self.timeline.close_step();
        self.keeping.saving = Some((path, self.stamp()));
    }

    /// Notes that the state with this stamp is on disk.
    pub fn saved(&mut self, path: PathBuf, stamp: u64) {
        self.timeline.mark_saved(stamp);
        self.source = Source::File(path);
        self.integrity = Integrity::Intact;
        self.keeping.saving = None;
    }

    /// Makes a change, and derives again what the screens show.
    ///
    /// # Errors
    /// When the plan refuses the change; nothing has changed then.
    pub fn edit(&mut self, edit: Edit, today: Date) -> Result<Applied, Refusal> {
        let applied = self.timeline.make(edit)?;
        self.derive(today);
        Ok(applied)
    }

    /// Makes a change in place of the last step; the plan is as it was before that step where the change is refused.
    ///
    /// # Errors
    /// When the plan refuses the change.
    pub fn edit_instead(&mut self, edit: Edit, today: Date) -> Result<Applied, Refusal> {
        self.timeline.undo();
        let made = self.timeline.make(edit);
        self.derive(today);
        made
    }

    /// Ends the step under way.
    pub fn close_step(&mut self) {
        self.touched = None;
        self.timeline.close_step();
    }

    /// Notes when the step under way was added to.
    pub fn touch(&mut self, now: f64) {
        self.touched = Some(now);
    }

    /// Ends the step under way once it was left alone long enough; tells in how many seconds to ask again.
    pub fn rest(&mut self, now: f64) -> Option<f64> {
        let left = self.touched? + QUIET - now;
        if left > 0.0 {
            return Some(left.min(QUIET));
        }
        self.close_step();
        None
    }

    /// Goes a step back or forth; tells what the step was about.
    pub fn travel(&mut self, way: Way, today: Date) -> Option<Item> {
        let step = match way {
            Way::Back => self.timeline.undoes(),
            Way::Forth => self.timeline.redoes(),
        };
        let (edit, before) = step?;
        let item = touched(edit, before);
        match way {
            Way::Back => self.timeline.undo(),
            Way::Forth => self.timeline.redo(),
        };
        self.touched = None;
        self.derive(today);
        Some(item)
    }

    fn derive(&mut self, today: Date) {
        let last = self.versions.last().map(Version::mark).zip(self.signed.as_ref());
        let catalog = self.library.catalog();
        self.review = review::derive(self.timeline.plan(), catalog, last, today);
        self.model = derive(self.timeline.plan(), catalog, today);
    }

    /// Freezes a plan that follows from the open one as the next version; nothing before it is taken back any more.
    ///
    /// # Errors
    /// Says what stands against it; nothing has changed then.
    pub fn sign(&mut self, plan: Plan, signing: &Signing, today: Date) -> Result<Mark, CannotSign> {
        let mut chart = Chart::of(plan, self.versions.clone());
        let mark = chart.sign(self.library.catalog(), signing)?;
        self.versions = chart.versions().to_vec();
        self.signed = Some(chart.plan.clone());
        self.timeline.seal(chart.plan);
        self.touched = None;
        self.derive(today);
        Ok(mark)
    }

    /// The plan as it was signed last.
    pub fn signed(&self) -> Option<&Plan> {
        self.signed.as_ref()
    }

    /// What the document shows: the plan with its signed versions, or an earlier version as it was signed.
    pub fn chart_shown(&self) -> Chart {
        let earlier = self.sheet.version.and_then(|number| self.at_version(number));
        earlier.unwrap_or_else(|| self.chart())
    }

    fn at_version(&self, number: u32) -> Option<Chart> {
        let until = self.versions.iter().position(|version| version.number() == number)?;
        let versions = self.versions.get(..=until)?.to_vec();
        Some(Chart::of(versions.last()?.plan().ok()?, versions))
    }

    /// The plan with its signed versions.
    pub fn chart(&self) -> Chart {
        Chart::of(self.plan().clone(), self.versions.clone())
    }

    /// The signed versions, oldest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
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

    /// The plan whose fit is to be looked at, told once for each state.
    pub fn ask_fit(&mut self) -> Option<(Plan, u64)> {
        let stamp = self.stamp();
        (self.fit_asked.replace(stamp) != Some(stamp)).then(|| (self.plan().clone(), stamp))
    }

    /// The plan in which another place for a session is looked for, told once for each state and session.
    pub fn ask_elsewhere(&mut self, session: SessionId) -> Option<(Plan, u64)> {
        let wanted = (self.stamp(), session);
        (self.elsewhere_asked.replace(wanted) != Some(wanted)).then(|| (self.plan().clone(), wanted.0))
    }

    /// Takes where a session could be instead.
    pub fn take_elsewhere(&mut self, found: Elsewhere) {
        self.elsewhere = Some(found);
    }

    /// Where a session could be instead, once that is known for the plan as it is.
    pub fn elsewhere(&self, session: SessionId) -> Option<&Elsewhere> {
        self.elsewhere.as_ref().filter(|found| found.session == session && found.stamp == self.stamp())
    }

    /// Takes what will not fit; what is known of another state is dropped.
    pub fn take_fit(&mut self, stamp: u64, shortfalls: Shortfalls) {
        if stamp == self.stamp() {
            self.shortfalls = shortfalls;
        }
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
