//! Opens, saves and closes plans, and lets nothing be lost without a word.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::ViewportCommand;

use crate::desktop::action::Action;
use crate::desktop::app::App;
use crate::desktop::command::Command;
use crate::desktop::dialog::{Dialog, NotOpened, Notice};
use crate::desktop::files::Ask;
use crate::desktop::keeping::Hold;
use crate::desktop::open::OpenPlan;
use crate::desktop::screens::intake::Ask as Intake;
use crate::desktop::screens::intake::page::Page;
use crate::desktop::screens::review::model::is_due;
use crate::desktop::shell::{Lens, Place};
use crate::desktop::worker::{Access, Job, NotDrafted, NotSaved, Opened, Reach, ReadError, Source, Target};
use crate::desktop::world::{Owner, Purpose};
use crate::draft::Draft;
use crate::plan::Plan;
use crate::storage::{Lock, LockError, OpenError, SaveError, Saved, Trust, is_same_file};
use crate::wording::files::{self, Notice as Told, not_saved};
use crate::wording::screen::{Label, held_since};
use crate::wording::{intake, report};

impl App {
    pub(super) fn files(&mut self, ask: Ask, ctx: &egui::Context, owner: &dyn Owner) {
        match ask {
            Ask::ReadOnly(source, trust) => {
                self.dialog = None;
                self.hand(Job::Read(source, trust, Access::Read));
            }
            Ask::SaveAnd(then) => {
                self.dialog = None;
                self.save(ctx, owner);
                self.then(*then);
            }
            Ask::LoseAnd(then) => {
                self.dialog = None;
                self.agree();
                self.perform(*then, ctx, owner);
            }
            Ask::Reload => self.reload(),
            Ask::CloseWindow => self.close_window(ctx),
            Ask::Import(path) => self.import(path),
            Ask::Restore(file) => {
                self.dialog = None;
                self.hand(Job::Restore(file));
            }
            Ask::SetAside(file) => self.hand(Job::SetAside(file, self.world.now())),
            Ask::Stop => self.worker.stop(),
            Ask::Welcomed => self.settings.now.welcomed = true,
            Ask::ChooseFolder => self.ask(Purpose::PlansFolder, ctx, owner),
            Ask::ChooseCatalog => self.ask(Purpose::CatalogFolder, ctx, owner),
            Ask::Remove(file) => self.hand(Job::RemoveAside(file, self.world.now())),
        }
    }

    /// Reads a plan, unless it is the one that is open here.
    pub(in crate::desktop) fn read(&mut self, source: Source, trust: Trust) {
        self.dialog = None;
        let is_here = |path: &Path| match (&self.open, &source) {
            (Some(open), Source::File(wanted)) => !open.keeping.is_read_only() && is_same_file(path, wanted),
            (Some(_) | None, _) => false,
        };
        if self.open.as_ref().and_then(OpenPlan::path).is_some_and(is_here) {
            self.shell.home.leave();
            return;
        }
        self.hand(Job::Read(source, trust, Access::Write));
    }

    fn reload(&mut self) {
        self.dialog = None;
        self.agree();
        if let Some(open) = &self.open {
            let job = Job::Read(open.source.clone(), Trust::Strict, Access::AsHeld);
            self.hand(job);
        }
    }

    pub(super) fn take_read(&mut self, source: Source, trust: Trust, result: Result<Box<Opened>, ReadError>) {
        match result {
            Ok(opened) => {
                let today = self.world.today();
                let again = Action::Read(source, trust);
                self.show(OpenPlan::new(*opened, &self.library, today), again);
            }
            Err(ReadError::Open(error)) => self.dialog = Some(self.not_opened(source, &error)),
            Err(ReadError::Held(error)) => self.dialog = Some(self.held(source, trust, &error)),
        }
    }

    fn not_opened(&self, source: Source, error: &OpenError) -> Dialog {
        let told = files::not_opened(error, path_of(&source), self.shell.language);
        let anyway = (*error == OpenError::Changed).then_some(source);
        Dialog::NotOpened(NotOpened { told, anyway })
    }

    fn held(&self, source: Source, trust: Trust, error: &LockError) -> Dialog {
        let mut told = files::not_locked(error, path_of(&source), self.shell.language);
        if let LockError::Held(holder) = error {
            let since = holder.since.map(|since| self.world.civil(since));
            told.headline = held_since(since, self.world.today(), self.shell.language);
        }
        Dialog::Held { told, source, trust }
    }

    /// Begins a plan.
    pub(super) fn begin(&mut self) {
        self.dialog = None;
        self.hand(Job::Read(Source::New, Trust::Strict, Access::Write));
    }

    pub(super) fn import(&mut self, path: PathBuf) {
        self.dialog = None;
        self.hand(Job::Draft(path));
    }

    pub(super) fn take_drafted(&mut self, path: PathBuf, result: Result<Box<Draft>, NotDrafted>) {
        let language = self.shell.language;
        match result {
            Ok(draft) => {
                let mut lines = report::drafted(&draft, language).into_iter();
                let headline = lines.next().unwrap_or_default();
                let today = self.world.today();
                if self.show(OpenPlan::made(draft.plan, &self.library, today), Action::File(Ask::Import(path))) {
                    let told = Told { headline, details: lines.collect(), next: String::new() };
                    self.dialog = Some(Dialog::NotOpened(NotOpened { told, anyway: None }));
                }
            }
            Err(NotDrafted::Intake(error)) => self.tell(intake::not_read(&error, &path, language)),
            Err(NotDrafted::Draft(error)) => {
                let details = vec![report::not_drafted(&error, language)];
                let headline = crate::wording::screen::not_drafted(&name_of(&path), language);
                self.tell(Told { headline, details, next: String::new() });
            }
        }
    }

    fn tell(&mut self, told: Told) {
        self.dialog = Some(Dialog::NotOpened(NotOpened { told, anyway: None }));
    }

    /// Shows a plan in place of the open one, unless that would lose something: then it asks, and does `again` later.
    pub(super) fn show(&mut self, mut open: OpenPlan, again: Action) -> bool {
        if self.would_lose() {
            self.dialog = Some(Dialog::Unsaved(Box::new(again)));
            return false;
        }
        let before = self.put_away();
        if matches!(open.keeping.hold, Hold::Same) {
            open.keeping.hold = before.map_or(Hold::ReadOnly, |before| before.keeping.hold);
        }
        if open.keeping.since.is_none() {
            open.keeping.since = Some(self.world.civil(self.world.now()));
        }
        self.notice = match &open.keeping.hold {
            Hold::Unlocked(why) => Some(self.unlocked(&open, &LockError::Unavailable(why.clone()))),
            Hold::Ours(_) | Hold::Same | Hold::ReadOnly | Hold::NoFile => None,
        };
        if let Some(path) = open.path().map(Path::to_path_buf) {
            self.settings.now.opened(&path);
            self.sweep_beside(&path);
        }
        self.shell.week = open.week_on(self.world.today()).unwrap_or(1);
        self.shell.selection = None;
        self.shell.review = crate::desktop::screens::review::Looks::default();
        self.shell.place = match open.plan() {
            plan if *plan == Plan::default() => Place::Intake,
            plan if is_due(plan, self.world.today()) => Place::Review,
            _ => Place::Schedule,
        };
        if self.shell.place == Place::Intake {
            // The cursor stands where the conversation begins.
            self.shell.intake.take(Intake::Turn(Page::Person, Page::Person.first()));
        }
        self.shell.lens = Lens::Week;
        self.shell.home.leave();
        self.open = Some(open);
        self.look_beside(Reach::Known);
        true
    }

    /// Clears away what killed saves have left beside a plan.
    fn sweep_beside(&mut self, path: &Path) {
        let folder = path.parent().unwrap_or(path).to_path_buf();
        self.hand(Job::Sweep(folder, self.world.now()));
    }

    fn unlocked(&self, open: &OpenPlan, error: &LockError) -> Notice {
        let told = files::not_locked(error, path_of(&open.source), self.shell.language);
        Notice::NotExported(told)
    }

    fn would_lose(&self) -> bool {
        self.open.as_ref().is_some_and(OpenPlan::would_lose)
    }

    /// What is unsaved now may be lost.
    fn agree(&mut self) {
        if let Some(open) = &mut self.open {
            open.keeping.agreed = Some(open.stamp());
        }
    }

    /// Puts the open plan away, with the unsaved work that was kept for it.
    fn put_away(&mut self) -> Option<OpenPlan> {
        let mut open = self.open.take()?;
        self.worker.leave();
        self.shell.selection = None;
        if let Some(slot) = open.keeping.slot.take() {
            self.hand(Job::Forget(slot));
        }
        Some(open)
    }

    pub(super) fn close(&mut self) {
        if self.would_lose() {
            self.dialog = Some(Dialog::Unsaved(Box::new(Action::Do(Command::Close))));
            return;
        }
        drop(self.put_away());
        self.notice = None;
        self.list_plans();
    }

    fn close_window(&mut self, ctx: &egui::Context) {
        if self.would_lose() {
            self.dialog = Some(Dialog::Unsaved(Box::new(Action::File(Ask::CloseWindow))));
            return;
        }
        drop(self.put_away());
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// A window that is asked to close while something would be lost stays, shows itself and asks.
    pub(in crate::desktop) fn guard_window(&mut self, ctx: &egui::Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if !self.would_lose() {
            drop(self.put_away());
            return;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        ctx.send_viewport_cmd(ViewportCommand::Focus);
        self.queue.send(Action::File(Ask::CloseWindow));
    }

    /// Opens what was dropped onto the window.
    pub(in crate::desktop) fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        let Some(path) = dropped.filter(|_| self.dialog.is_none()) else { return };
        self.queue.send(if name_of(&path).ends_with(".intake.ron") {
            Action::File(Ask::Import(path))
        } else {
            Action::Read(Source::File(path), Trust::Strict)
        });
    }

    pub(super) fn save(&mut self, ctx: &egui::Context, owner: &dyn Owner) {
        let Some(open) = &mut self.open else { return };
        open.keeping.then = None;
        match open.target() {
            Some(target) => self.save_to(target),
            None => self.ask(Purpose::SavePlan, ctx, owner),
        }
    }

    pub(super) fn save_as(&mut self, path: PathBuf) {
        let Some(open) = &self.open else { return };
        let same = open.target().filter(|target| is_same_file(target.path(), &path));
        self.save_to(same.unwrap_or(Target::Other(path)));
    }

    fn save_to(&mut self, target: Target) {
        let Some(open) = &mut self.open else { return };
        open.saving(target.path().clone());
        let job = Job::Save(Arc::new(open.chart()), open.stamp(), target);
        self.hand(job);
    }

    /// What is to be done once the open plan is saved.
    fn then(&mut self, then: Action) {
        if let Some(open) = &mut self.open {
            open.keeping.then = Some(then);
        }
    }

    /// Nothing more is to be done after saving.
    pub(super) fn stay(&mut self) {
        if let Some(open) = &mut self.open {
            open.keeping.then = None;
        }
    }

    pub(super) fn take_saved(&mut self, target: &Target, stamp: u64, result: Result<(Saved, Option<Lock>), NotSaved>) {
        let now = self.world.civil(self.world.now());
        let (path, language) = (target.path(), self.shell.language);
        let Some(open) = &mut self.open else { return };
        if open.keeping.saving.as_ref() != Some(&(path.clone(), stamp)) {
            return;
        }
        match result {
            Ok((saved, lock)) => {
                open.saved(path.clone(), stamp);
                let keeping = &mut open.keeping;
                keeping.expected = Some(saved.fingerprint);
                (keeping.saved_at, keeping.since) = (Some(now.1), Some(now));
                if matches!(target, Target::Other(_)) {
                    keeping.hold = lock.map_or(Hold::Unlocked(crate::storage::Trouble::Denied), Hold::Ours);
                }
                let then = keeping.then.take();
                self.settings.now.opened(path);
                let unconfirmed = files::saved(&saved.settled, language);
                self.notice = unconfirmed.map(|why| Notice::Failed(Label::SavePlan, why));
                if let Some(then) = then {
                    self.queue.send(then);
                }
            }
            Err(error) => {
                open.keeping.saving = None;
                open.keeping.then = None;
                self.dialog = Some(match error {
                    NotSaved::Save(SaveError::ChangedOnDisk) => {
                        Dialog::Conflict(not_saved(&SaveError::ChangedOnDisk, path, language))
                    }
                    NotSaved::Save(error) => Dialog::NotSaved(not_saved(&error, path, language)),
                    NotSaved::Held(error) => Dialog::NotSaved(files::not_locked(&error, path, language)),
                });
            }
        }
    }
}

fn path_of(source: &Source) -> &Path {
    match source {
        Source::File(path) => path,
        Source::Sample(name, _) => Path::new(name),
        Source::New => Path::new(""),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
