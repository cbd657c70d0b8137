//! Asks for files: by the system's dialogs, and where it has none, by a path that is typed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::TryRecvError;

use crate::desktop::app::App;
use crate::desktop::dialog::{Dialog, Notice, There, TypedPath};
use crate::desktop::worker::{Job, Source};
use crate::desktop::world::{Ask, Owner, Picked, Purpose};
use crate::plan::{Plan, starts};
use crate::storage::{Trust, make_private_folder, works_everywhere};
use crate::wording::screen::{HomeWords, Label, Words as _, label};

/// The whole ending of plan files.
const PLAN: &str = ".plan.ron";
/// More letters of what a person is called do not go into a file's name.
const MOST_LETTERS: usize = 40;

impl App {
    /// Where plans are kept unless somebody says otherwise.
    pub(in crate::desktop) fn plans_folder(&self) -> PathBuf {
        let chosen = self.settings.now.plans_folder.clone();
        chosen.unwrap_or_else(|| self.world.home().join("Throughline plans"))
    }

    pub(super) fn ask(&mut self, purpose: Purpose, ctx: &egui::Context, owner: &dyn Owner) {
        if self.asking.is_some() {
            // Where the system's dialog went away without an answer, none will ever come.
            return self.type_path(purpose);
        }
        let language = self.shell.language;
        let say = |one| label(one, language).to_owned();
        let (title, filter) = match purpose {
            Purpose::OpenPlan => (say(Label::OpenPath), say(Label::PlanFiles)),
            Purpose::ExportPdf => (say(Label::ExportPath), say(Label::PdfFiles)),
            Purpose::SavePlan => (HomeWords::SavePath.say(language).to_owned(), say(Label::PlanFiles)),
            Purpose::OpenIntake => {
                (HomeWords::IntakePath.say(language).to_owned(), HomeWords::IntakeFiles.say(language).to_owned())
            }
            Purpose::PlansFolder => (HomeWords::FolderPath.say(language).to_owned(), String::new()),
            Purpose::CatalogFolder => (HomeWords::CatalogPath.say(language).to_owned(), String::new()),
        };
        let begin = self.beginning(purpose);
        let name = begin.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = begin.parent().filter(|folder| folder.is_dir()).map(Path::to_path_buf);
        self.asking = Some((purpose, self.world.ask(Ask { purpose, title, filter, name, folder }, ctx, owner)));
    }

    /// The path that a dialog begins with; it ends in a name only where one is suggested.
    fn beginning(&self, purpose: Purpose) -> PathBuf {
        match purpose {
            Purpose::OpenPlan => self.plans_folder().join(""),
            Purpose::OpenIntake => self.world.home().join(""),
            Purpose::PlansFolder => self.plans_folder(),
            Purpose::CatalogFolder => {
                self.settings.now.catalog_folder.clone().unwrap_or_else(|| self.world.home().join(""))
            }
            Purpose::ExportPdf => self.world.home().join(self.pdf_name()),
            Purpose::SavePlan => self.suggested(),
        }
    }

    /// Beside the open file, or in the plans folder under a name that says no more than needed.
    fn suggested(&self) -> PathBuf {
        let Some(open) = &self.open else { return self.plans_folder() };
        let (folder, name) = match open.path() {
            Some(path) => (path.parent().map_or_else(PathBuf::new, Path::to_path_buf), stem(path)),
            None => (self.plans_folder(), plan_name(open.plan())),
        };
        if open.path().is_none() {
            // Where it cannot be made, saving says so.
            drop(make_private_folder(&folder));
        }
        let numbered = (2..1000_u16).map(|number| folder.join(format!("{name}-{number}{PLAN}")));
        let first = folder.join(format!("{name}{PLAN}"));
        let free = |path: &PathBuf| !self.world.exists(path);
        core::iter::once(first.clone()).chain(numbered).find(free).unwrap_or(first)
    }

    pub(in crate::desktop) fn pdf_name(&self) -> String {
        let name = self.open.as_ref().map_or_else(
            || "plan".to_owned(),
            |open| match &open.source {
                Source::Sample(name, _) => (*name).to_owned(),
                Source::File(path) => stem(path),
                Source::New => plan_name(open.plan()),
            },
        );
        format!("{name}.pdf")
    }

    pub(super) fn type_path(&mut self, purpose: Purpose) {
        let begin = match purpose {
            Purpose::OpenPlan => self.world.home().join(""),
            _other => self.beginning(purpose),
        };
        self.type_from(purpose, begin.display().to_string());
    }

    fn type_from(&mut self, purpose: Purpose, text: String) {
        self.dialog = Some(Dialog::Path(TypedPath { purpose, text: String::new(), there: There::No }));
        self.typing(text);
    }

    pub(super) fn typing(&mut self, text: String) {
        let Some(Dialog::Path(typed)) = &mut self.dialog else { return };
        let path = ended(PathBuf::from(text.trim()), typed.purpose);
        typed.there = if self.world.exists(&path) { There::Yes } else { There::No };
        typed.text = text;
    }

    pub(super) fn typed(&mut self, path: PathBuf) {
        let Some(Dialog::Path(typed)) = self.dialog.take() else { return };
        self.asking = None;
        self.picked(typed.purpose, ended(path, typed.purpose));
    }

    fn picked(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::OpenPlan => self.read(Source::File(path), Trust::Strict),
            Purpose::ExportPdf => self.export(path),
            Purpose::SavePlan => self.save_as(path),
            Purpose::OpenIntake => self.import(path),
            Purpose::PlansFolder => {
                self.folder_typed(path.display().to_string(), |looks| &mut looks.plans);
                self.settings.now.plans_folder = Some(path);
                self.list_plans();
            }
            Purpose::CatalogFolder => {
                self.folder_typed(path.display().to_string(), |looks| &mut looks.catalog);
                self.settings.now.catalog_folder = Some(path);
            }
        }
    }

    fn export(&mut self, path: PathBuf) {
        if let Some(open) = &self.open {
            let job = Job::Export(Arc::new(open.chart_shown()), open.sheet, path);
            self.notice = Some(Notice::Working(Label::WritingPdf));
            self.hand(job);
        }
    }

    /// Takes up the answer of a file dialog.
    pub(in crate::desktop) fn take_picked(&mut self) {
        let Some((purpose, answer)) = &self.asking else { return };
        let (purpose, picked) = match answer.try_recv() {
            Ok(picked) => (*purpose, picked),
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => (*purpose, Picked::NoDialog),
        };
        self.asking = None;
        match picked {
            Picked::File(path) => {
                self.dialog = self.dialog.take().filter(|dialog| !matches!(dialog, Dialog::Path(_)));
                self.take_file(purpose, &path);
            }
            Picked::NoDialog => self.type_path(purpose),
            Picked::Cancelled => self.stay(),
        }
    }

    /// No dialog appends the ending; where we do, a file of the whole name may be there without anybody having seen it.
    fn take_file(&mut self, purpose: Purpose, path: &Path) {
        let whole = ended(path.to_path_buf(), purpose);
        if whole != *path && self.world.exists(&whole) {
            self.type_from(purpose, whole.display().to_string());
        } else {
            self.picked(purpose, whole);
        }
    }
}

/// A path with the ending that its file is to have; what is opened is left as it is.
fn ended(path: PathBuf, purpose: Purpose) -> PathBuf {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return path };
    let low = name.to_ascii_lowercase();
    match purpose {
        Purpose::OpenPlan | Purpose::OpenIntake | Purpose::PlansFolder | Purpose::CatalogFolder => path,
        Purpose::ExportPdf if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) => path,
        Purpose::ExportPdf => path.with_file_name(format!("{name}.pdf")),
        Purpose::SavePlan if low.ends_with(PLAN) => path,
        Purpose::SavePlan => {
            let stem = name.strip_suffix(".ron").unwrap_or(name);
            path.with_file_name(format!("{}{PLAN}", stem.strip_suffix(".plan").unwrap_or(stem)))
        }
    }
}

fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(PLAN).or_else(|| name.strip_suffix(".ron"));
    stem.unwrap_or(&name).to_owned()
}

/// A name for a plan's file that says no more than needed: what the person is called and the first day.
fn plan_name(plan: &Plan) -> String {
    let called = plan.person.called().to_lowercase();
    let words = called.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut parts: Vec<String> = words.take(1).map(|word| word.chars().take(MOST_LETTERS).collect()).collect();
    if parts.is_empty() {
        parts.push("plan".to_owned());
    }
    parts.extend(starts(plan).map(|first| first.to_string()));
    let name = parts.join("-");
    // A person may be called like a device of Windows.
    if works_everywhere(&format!("{name}{PLAN}")) { name } else { format!("plan-{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_get_the_ending_that_they_should_have() {
        let check = |purpose, path: &str, expected: &str| {
            assert_eq!(ended(PathBuf::from(path), purpose), PathBuf::from(expected), "{path}");
        };
        check(Purpose::SavePlan, "/a/ana", "/a/ana.plan.ron");
        check(Purpose::SavePlan, "/a/ana.ron", "/a/ana.plan.ron");
        check(Purpose::SavePlan, "/a/ana.plan", "/a/ana.plan.ron");
        check(Purpose::SavePlan, "/a/ana.PLAN.ron", "/a/ana.PLAN.ron");
        check(Purpose::SavePlan, "/a/v1.2", "/a/v1.2.plan.ron");
        check(Purpose::ExportPdf, "/a/ana.2026", "/a/ana.2026.pdf");
        check(Purpose::ExportPdf, "/a/ana.PDF", "/a/ana.PDF");
        check(Purpose::OpenPlan, "/a/ana", "/a/ana");
        check(Purpose::SavePlan, "", "");
    }

    #[test]
    fn a_plan_is_named_after_what_the_person_is_called() {
        let check = |called: &str, expected: &str| {
            let mut plan = Plan::default();
            called.clone_into(&mut plan.person.preferred_name);
            assert_eq!(plan_name(&plan), expected, "{called}");
        };
        check("", "plan");
        check("Zoë Ana", "zoë");
        check("Con", "plan-con");
        check("../a:b", "a");
        check(&"x".repeat(300), &"x".repeat(40));
        assert_eq!(stem(Path::new("/x/ana.plan.ron")), "ana");
    }
}
