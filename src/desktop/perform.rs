//! Does what was asked for, and takes up what the worker and the file dialogs answer.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::TryRecvError;

use super::action::Action;
use super::app::App;
use super::command::Command;
use super::dialog::{Dialog, NotOpened, Notice, There, TypedPath};
use super::open::{OpenPlan, Way};
use super::overlay::{give_focus_back, larger_text, smaller_text};
use super::screens::document::{Turn, shown_percent, turn_page};
use super::shell::{Fold, Lens, Overlay, Place, Sheet, Zoom, usual_language};
use super::worker::{Answer, ExportError, Gone, Job, Source};
use super::world::{Ask, Picked, Purpose};
use super::{preferences, theme};
use crate::base::{GoalId, Id as _, ModuleId, NeedId, ObjectiveId, SessionId};
use crate::plan::{Edit, Item, ListEdit, week_number};
use crate::storage::{OpenError, Trust};
use crate::wording::files::{self, not_saved};
use crate::wording::report;
use crate::wording::screen::{Label, label};

impl App {
    pub(super) fn perform(&mut self, action: Action, ctx: &egui::Context, frame: &eframe::Frame) {
        match action {
            Action::Do(command) => self.command(command, ctx, frame),
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
            Action::Home(ask) => self.shell.home.take(ask),
            Action::Intake(ask) => self.shell.intake.take(ask),
            Action::Goals(ask) => self.shell.goals.take(ask),
            Action::Modules(ask) => self.shell.modules.take(ask),
            Action::Schedule(ask) => self.shell.schedule.take(ask),
            Action::Palette(ask) => self.palette(ask),
            Action::Choose(ask) => self.choose_setting(ask, ctx),
            Action::Show(item) => self.show_item(item),
            Action::Go(place) => self.shell.place = place,
            Action::Select(item) => self.select(item),
            Action::Week(number) => self.shell.week = number,
            Action::Look(lens) => self.shell.lens = lens,
            Action::Read(source, trust) => {
                self.dialog = None;
                self.hand(Job::Read(source, trust));
            }
            Action::Edition(edition) => self.choose(|sheet, open| {
                let language = usual_language(edition, open.plan());
                Sheet { edition, language, ..sheet }
            }),
            Action::Paper(paper) => self.choose(|sheet, _| Sheet { paper, ..sheet }),
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

    fn command(&mut self, command: Command, ctx: &egui::Context, frame: &eframe::Frame) {
        self.remember(command);
        match command {
            Command::Open => self.ask(Purpose::OpenPlan, ctx, frame),
            Command::OpenPath => self.type_path(Purpose::OpenPlan, self.in_home("")),
            Command::Close => {
                self.open = None;
                self.shell.selection = None;
            }
            Command::Export => self.ask(Purpose::ExportPdf, ctx, frame),
            Command::Print => self.print(),
            Command::Undo => self.travel(Way::Back),
            Command::Redo => self.travel(Way::Forth),
            Command::Palette => self.open_palette(ctx),
            Command::Settings => {
                self.shell.overlay = Some(Overlay::Settings(preferences::Looks::open(&self.settings.now)));
            }
            Command::Keys => self.shell.overlay = Some(Overlay::Keys),
            Command::Intake => self.shell.place = Place::Intake,
            Command::Goals => self.shell.place = Place::Goals,
            Command::Modules => self.shell.place = Place::Modules,
            Command::Schedule => self.shell.place = Place::Schedule,
            Command::Document => self.shell.place = Place::Document,
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

    fn edit(&mut self, edit: Edit) {
        let today = self.world.today();
        let Some(open) = &mut self.open else { return };
        let added = added_item(&edit);
        match open.edit(edit, today) {
            Ok(applied) => {
                if let Some((item, number)) = added.zip(applied.added) {
                    self.shell.selection = Some(item(number));
                }
                self.drop_lost_selection();
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

    fn dismiss(&mut self, ctx: &egui::Context) {
        if self.shell.overlay.take().is_some() {
            give_focus_back(ctx);
        } else if self.dialog.take().is_none() {
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
            let job = Job::Lay(Arc::new(open.plan().clone()), sheet, stamp);
            self.hand(job);
        }
    }

    fn ask(&mut self, purpose: Purpose, ctx: &egui::Context, frame: &eframe::Frame) {
        if self.asking.is_some() {
            return;
        }
        let say = |one| label(one, self.shell.language).to_owned();
        let (title, filter, name) = match purpose {
            Purpose::OpenPlan => (say(Label::OpenPath), say(Label::PlanFiles), String::new()),
            Purpose::ExportPdf => (say(Label::ExportPath), say(Label::PdfFiles), self.pdf_name()),
        };
        self.asking = Some((purpose, self.world.ask(Ask { purpose, title, filter, name }, ctx, frame)));
    }

    pub(super) fn pdf_name(&self) -> String {
        let stem = self.open.as_ref().map_or("plan", |open| match &open.source {
            Source::Sample(name, _) => name,
            Source::File(path) => path.file_name().and_then(|name| name.to_str()).unwrap_or("plan"),
        });
        let stem = stem.strip_suffix(".plan.ron").or_else(|| stem.strip_suffix(".ron")).unwrap_or(stem);
        format!("{stem}.pdf")
    }

    fn in_home(&self, name: &str) -> String {
        self.world.home().join(name).display().to_string()
    }

    fn type_path(&mut self, purpose: Purpose, text: String) {
        self.dialog = Some(Dialog::Path(TypedPath { purpose, text: String::new(), there: There::No }));
        self.typing(text);
    }

    fn typing(&mut self, text: String) {
        let there = |path: PathBuf| if self.world.exists(&path) { There::Yes } else { There::No };
        let there = there(ended(PathBuf::from(text.trim()), Purpose::ExportPdf));
        if let Some(Dialog::Path(typed)) = &mut self.dialog {
            (typed.text, typed.there) = (text, there);
        }
    }

    fn typed(&mut self, path: PathBuf) {
        let Some(Dialog::Path(typed)) = self.dialog.take() else { return };
        match typed.purpose {
            Purpose::OpenPlan => self.hand(Job::Read(Source::File(path), Trust::Strict)),
            Purpose::ExportPdf => self.export(ended(path, Purpose::ExportPdf)),
        }
    }

    fn export(&mut self, path: PathBuf) {
        if let Some(open) = &self.open {
            let job = Job::Export(Arc::new(open.plan().clone()), open.sheet, path);
            self.hand(job);
        }
    }

    /// Takes up the answer of a file dialog.
    pub(super) fn take_picked(&mut self) {
        let Some((purpose, answer)) = &self.asking else { return };
        let (purpose, picked) = match answer.try_recv() {
            Ok(picked) => (*purpose, picked),
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => (*purpose, Picked::NoDialog),
        };
        self.asking = None;
        match (picked, purpose) {
            (Picked::File(path), Purpose::OpenPlan) => self.hand(Job::Read(Source::File(path), Trust::Strict)),
            (Picked::File(path), Purpose::ExportPdf) => self.export_picked(&path),
            (Picked::NoDialog, Purpose::OpenPlan) => self.type_path(purpose, self.in_home("")),
            (Picked::NoDialog, Purpose::ExportPdf) => self.type_path(purpose, self.in_home(&self.pdf_name())),
            (Picked::Cancelled, Purpose::OpenPlan | Purpose::ExportPdf) => {}
        }
    }

    /// No dialog appends the ending; where we do, a file of the whole name may be there without anybody having seen it.
    fn export_picked(&mut self, path: &Path) {
        let whole = ended(path.to_path_buf(), Purpose::ExportPdf);
        if whole != *path && self.world.exists(&whole) {
            self.type_path(Purpose::ExportPdf, whole.display().to_string());
        } else {
            self.export(whole);
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

    /// Waits for the next answer of the worker; `None` if nothing is owed.
    pub(super) fn waited(&mut self) -> Option<Answer> {
        self.worker.wait().ok().flatten()
    }

    pub(super) fn take(&mut self, answer: Answer) {
        match answer {
            Answer::Read(_, Ok(opened)) => self.show(OpenPlan::new(*opened, self.world.today())),
            Answer::Read(source, Err(error)) => self.dialog = Some(self.not_opened(source, &error)),
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
            Answer::Exported(_, Err(ExportError::Pdf(error))) => {
                self.notice = Some(Notice::Failed(Label::CannotExport, error.to_string()));
            }
        }
    }

    fn not_opened(&self, source: Source, error: &OpenError) -> Dialog {
        let path = match &source {
            Source::File(path) => path,
            Source::Sample(name, _) => Path::new(name),
        };
        let told = files::not_opened(error, path, self.shell.language);
        let anyway = (*error == OpenError::Changed).then_some(source);
        Dialog::NotOpened(NotOpened { told, anyway })
    }

    fn show(&mut self, open: OpenPlan) {
        self.shell.week = open.week_on(self.world.today()).unwrap_or(1);
        self.shell.selection = None;
        self.shell.place = Place::Schedule;
        self.shell.lens = Lens::Week;
        self.notice = None;
        self.open = Some(open);
    }
}

fn ended(path: PathBuf, purpose: Purpose) -> PathBuf {
    let ending = purpose.extension();
    let has = path.extension().is_some_and(|now| now.eq_ignore_ascii_case(ending));
    if has || path.as_os_str().is_empty() {
        return path;
    }
    let mut whole = path.into_os_string();
    whole.push(".");
    whole.push(ending);
    PathBuf::from(whole)
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
