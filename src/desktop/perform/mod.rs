//! Does what was asked for, and takes up what the worker and the file dialogs answer.

mod arrange;
mod compare;
mod files;
mod home;
mod left;
mod library;
mod paths;
mod review;

use std::sync::Arc;

use super::action::Action;
use super::app::App;
use super::command::Command;
use super::dialog::Notice;
use super::open::{OpenPlan, Way};
use super::overlay::{give_focus_back, larger_text, smaller_text};
use super::screens;
use super::screens::document::{Turn, shown_percent, turn_page};
use super::screens::intake;
use super::shell::{Fold, Overlay, Place, Sheet, Zoom, usual_language};
use super::worker::{Answer, ExportError, Gone, Job};
use super::world::{Owner, Purpose};
use super::{arrival, comparing, panes, preferences, theme};
use crate::base::{GoalId, Id as _, ModuleId, NeedId, ObjectiveId, SessionId};
use crate::plan::{Edit, Item, ListEdit, week_number};
use crate::wording::files::not_saved;
use crate::wording::report;
use crate::wording::screen::{HomeWords, Label, Words as _};

impl App {
    pub(super) fn perform(&mut self, action: Action, ctx: &egui::Context, owner: &dyn Owner) {
        // What was asked for in this pass shows in the next, whether or not anything else happens until then.
        ctx.request_repaint();
        match action {
            Action::Do(command) => self.command(command, ctx, owner),
            Action::Edit(edit) => {
                self.edit(*edit);
                if let Some(open) = &mut self.open {
                    open.touch(ctx.input(|input| input.time));
                }
            }
            Action::StepDone => {
                if let Some(open) = &mut self.open {
                    open.close_step();
                }
            }
            Action::File(ask) => self.files(ask, ctx, owner),
            Action::Home(ask) => self.home(ask),
            Action::Intake(ask) => self.shell.intake.take(ask),
            Action::Goals(ask) => self.shell.goals.take(ask),
            Action::Modules(ask) => self.shell.modules.take(ask),
            Action::Arrange(ask) => self.arrange(ask),
            Action::Compare(ask) => self.compare(ask),
            Action::Schedule(ask) => self.shell.schedule.take(ask),
            Action::Review(ask) => self.review(ask, ctx, owner),
            Action::Palette(ask) => self.palette(ask),
            Action::Choose(ask) => self.choose_setting(ask, ctx),
            Action::Show(item) => self.show_item(item),
            Action::Go(place) => self.go(place, ctx),
            Action::Select(item) => self.select(item),
            Action::Week(number) => self.shell.week = number,
            Action::Look(lens) => self.shell.lens = lens,
            Action::Read(source, trust) => self.read(source, trust),
            Action::Edition(edition) => self.choose(|sheet, open| {
                let language = usual_language(edition, open.plan());
                Sheet { edition, language, ..sheet }
            }),
            Action::Paper(paper) => self.choose(|sheet, _| Sheet { paper, ..sheet }),
            Action::PageWeeks(weeks) => self.choose(|sheet, _| Sheet { weeks, ..sheet }),
            Action::PageLanguage(language) => self.choose(|sheet, _| Sheet { language, ..sheet }),
            Action::Wear(appearance) => {
                self.shell.appearance = appearance;
                theme::wear(ctx, appearance);
            }
            Action::Speak(language) => self.shell.language = language,
            Action::Typing(text) => self.typing(text),
            Action::Typed(path) => self.typed(path),
            Action::ShowFile(path) => self.show_file(&path),
            Action::Dismiss => self.dismiss(ctx),
        }
    }

    fn command(&mut self, command: Command, ctx: &egui::Context, owner: &dyn Owner) {
        self.remember(command);
        match command {
            Command::Home => self.go_home(),
            Command::Census => self.go_to_census(),
            Command::New => self.begin(),
            Command::Import => self.ask(Purpose::OpenIntake, ctx, owner),
            Command::Save => self.save(ctx, owner),
            Command::SaveAs => self.ask(Purpose::SavePlan, ctx, owner),
            Command::Open => self.ask(Purpose::OpenPlan, ctx, owner),
            Command::OpenPath => self.type_path(Purpose::OpenPlan),
            Command::Close => self.close(),
            Command::Export => self.ask(Purpose::ExportPdf, ctx, owner),
            Command::Print => self.print(),
            Command::Undo => self.travel(Way::Back),
            Command::Redo => self.travel(Way::Forth),
            Command::Palette => self.open_palette(ctx),
            Command::Settings => {
                self.lay_over(Overlay::Settings(preferences::Looks::open(&self.settings.now)), ctx);
            }
            Command::NextPane => panes::turn(ctx, panes::Way::Onward),
            Command::PreviousPane => panes::turn(ctx, panes::Way::Backward),
            Command::LibraryTroubles => self.lay_over(Overlay::Troubles, ctx),
            Command::Keys => self.lay_over(Overlay::Keys, ctx),
            Command::Intake => self.go(Place::Intake, ctx),
            Command::Goals => self.go(Place::Goals, ctx),
            Command::Modules => self.go(Place::Modules, ctx),
            Command::Schedule => self.go(Place::Schedule, ctx),
            Command::Review => self.go(Place::Review, ctx),
            Command::Document => self.go(Place::Document, ctx),
            Command::Compare => {
                self.go(Place::Schedule, ctx);
                self.compare(comparing::Ask::Go);
            }
            Command::PreviousWeek => self.shell.week = self.shell.week.saturating_sub(1).max(1),
            Command::NextWeek => self.shell.week = self.shell.week.saturating_add(1),
            Command::CurrentWeek => {
                let today = self.world.today();
                let week = self.open.as_ref().and_then(|open| open.week_on(today));
                self.shell.week = week.unwrap_or(self.shell.week);
            }
            Command::Inspector => {
                self.shell.inspector = match self.shell.inspector {
                    Fold::Open => Fold::Folded,
                    Fold::Folded => Fold::Open,
                }
            }
            Command::ZoomIn => self.shell.zoom = Zoom::larger(shown_percent(ctx)),
            Command::ZoomOut => self.shell.zoom = Zoom::smaller(shown_percent(ctx)),
            Command::FitWidth => self.shell.zoom = Zoom::FitWidth,
            Command::PageUp => turn_page(ctx, Turn::Back),
            Command::PageDown => turn_page(ctx, Turn::Forth),
            Command::TextLarger => self.size_text(larger_text(self.settings.now.text_percent), ctx),
            Command::TextSmaller => self.size_text(smaller_text(self.settings.now.text_percent), ctx),
            Command::TextUsual => self.size_text(100, ctx),
        }
    }

    /// Comes to a place; by mouse, the keyboard stays where it is.
    fn go(&mut self, place: Place, ctx: &egui::Context) {
        let by_mouse = ctx.input(|input| input.pointer.any_released());
        if !by_mouse && self.shell.place != place {
            arrival::begin(ctx);
        }
        if !by_mouse && place == Place::Intake {
            let page = self.shell.intake.page;
            self.shell.intake.take(intake::Ask::Turn(page, page.first()));
        }
        if self.shell.place != place {
            self.forget_notice();
        }
        self.shell.place = place;
    }

    /// What was told of something that is over goes with the next step.
    fn forget_notice(&mut self) {
        self.notice.take_if(|notice| matches!(notice, Notice::Exported(_) | Notice::Failed(Label::NotChanged, _)));
    }

    fn edit(&mut self, edit: Edit) {
        let today = self.world.today();
        let Some(open) = &mut self.open else { return };
        if open.keeping.is_read_only() {
            let why = HomeWords::ReadOnlyAdvice.say(self.shell.language).to_owned();
            self.notice = Some(Notice::Failed(Label::NotChanged, why));
            return;
        }
        let added = added_item(&edit);
        match open.edit(edit, today) {
            Ok(applied) => {
                if let Some((item, number)) = added.zip(applied.added) {
                    self.shell.selection = Some(item(number));
                }
                self.drop_lost_selection();
                self.forget_notice();
            }
            Err(refusal) => {
                let why = report::refused(&refusal, self.shell.language);
                self.notice = Some(Notice::Failed(Label::NotChanged, why));
            }
        }
    }

    pub(super) fn select(&mut self, item: Option<Item>) {
        self.shell.selection = item;
        // Elsewhere details stay as they were wished: a form is not pushed aside by every click into it.
        if self.shell.place == Place::Schedule || item == Some(Item::Plan) {
            self.shell.inspector = Fold::Open;
        }
        let Some((Item::Session(id), open)) = item.zip(self.open.as_ref()) else { return };
        let date = open.plan().session(id).map(|session| session.date);
        if let Some(week) = date.and_then(|date| week_number(open.plan(), date)) {
            self.shell.week = week;
        }
    }

    fn choose(&mut self, change: impl FnOnce(Sheet, &OpenPlan) -> Sheet) {
        if let Some(open) = &mut self.open {
            open.sheet = change(open.sheet, open);
        }
    }

    fn go_home(&mut self) {
        self.shell.home.turn();
        if self.shell.home.is_shown() {
            self.list_plans();
        }
    }

    fn go_to_census(&mut self) {
        if self.open.is_some() && !self.shell.home.is_shown() {
            self.go_home();
        }
        self.home(screens::home::Ask::View(screens::home::View::Census));
    }

    fn dismiss(&mut self, ctx: &egui::Context) {
        if self.dialog.take().is_some() {
            self.stay();
        } else if self.shell.overlay.take().is_some() {
            give_focus_back(ctx);
        } else {
            self.notice = None;
        }
    }

    pub(super) fn hand(&mut self, job: Job) {
        if self.worker.hand(job) == Err(Gone) {
            self.notice = Some(Notice::Failed(Label::WorkStopped, String::new()));
        }
    }

    /// Has the wanted pages laid out unless they are there or under way.
    pub(super) fn lay_pages(&mut self) {
        let Some(open) = &mut self.open else { return };
        if let Some((sheet, stamp)) = open.ask_pages() {
            let job = Job::Lay(Arc::new(open.chart_shown()), sheet, stamp);
            self.hand(job);
        }
    }

    /// Takes up what the worker has done.
    pub(super) fn take_answers(&mut self) {
        loop {
            match self.worker.answer() {
                Ok(Some(answer)) => self.take(answer),
                Ok(None) => return,
                Err(Gone) => {
                    self.notice = Some(Notice::Failed(Label::WorkStopped, String::new()));
                    return;
                }
            }
        }
    }

    /// Waits a moment for the plan that the window begins with: else it would begin with something else.
    pub(super) fn await_first(&mut self) {
        while let Some(answer) = self.worker.wait_a_moment() {
            self.take(answer);
        }
    }

    /// Waits for the next answer of the worker; `None` if nothing is owed.
    pub(super) fn waited(&mut self) -> Option<Answer> {
        self.worker.wait().ok().flatten()
    }

    pub(super) fn take(&mut self, answer: Answer) {
        match answer {
            Answer::LibraryRead => self.take_library(),
            Answer::Read(source, trust, result) => self.take_read(source, trust, result),
            Answer::Saved(target, stamp, result) => self.take_saved(&target, stamp, result),
            Answer::Drafted(path, result) => self.take_drafted(path, result),
            Answer::Kept(slot, result) => self.take_kept(&slot, &result),
            Answer::FoundLeft(left, aside) => self.take_left(left, aside),
            Answer::Restored(file, result) => self.take_restored(file, result),
            Answer::Listed(folder, result) => self.take_listed(&folder, result),
            Answer::Summarized(read) => self.take_summarized(read),
            Answer::Counted(census) => self.shell.home.counted(census),
            Answer::Beside(own, taken) => self.take_beside(own.as_deref(), taken),
            Answer::Fits(stamp, found) => {
                if let Some(open) = &mut self.open {
                    open.take_fit(stamp, found);
                }
            }
            Answer::Elsewhere(found) => {
                if let Some(open) = &mut self.open {
                    open.take_elsewhere(found);
                }
            }
            Answer::Arranged(report) => self.take_arranged(*report),
            Answer::Compared(report) => self.take_compared(*report),
            Answer::Nothing => {}
            Answer::Laid(laid) => {
                if let Some(open) = &mut self.open {
                    open.take(laid);
                }
            }
            Answer::Exported(path, Ok(())) if self.is_print(&path) => self.show_file(&path),
            Answer::Exported(path, Ok(())) => self.notice = Some(Notice::Exported(path)),
            Answer::Exported(path, Err(ExportError::Save(error))) => {
                self.notice = Some(Notice::NotExported(not_saved(&error, &path, self.shell.language)));
            }
            Answer::Exported(_, Err(ExportError::Stopped)) => self.notice = None,
            Answer::Exported(_, Err(ExportError::Pdf(error))) => {
                self.notice = Some(Notice::Failed(Label::CannotExport, error.to_string()));
            }
        }
    }
}

/// What an edit adds, by the number that the plan gives it.
fn added_item(edit: &Edit) -> Option<fn(u32) -> Item> {
    match edit {
        Edit::Needs(ListEdit::Add(_)) => Some(|number| Item::Need(NeedId::from_number(number))),
        Edit::Goals(ListEdit::Add(_)) => Some(|number| Item::Goal(GoalId::from_number(number))),
        Edit::Objectives(_, ListEdit::Add(_)) => Some(|number| Item::Objective(ObjectiveId::from_number(number))),
        Edit::Modules(ListEdit::Add(_)) => Some(|number| Item::Module(ModuleId::from_number(number))),
        Edit::Sessions(ListEdit::Add(_)) => Some(|number| Item::Session(SessionId::from_number(number))),
        _ => None,
    }
}
