//! Does what the palette, the settings and the steps of undo ask for.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Id;

use super::app::App;
use super::command::{Command, LARGEST_TEXT, SMALLEST_TEXT, Situation};
use super::dialog::Notice;
use super::open::Way;
use super::palette;
use super::places::{home_of, is_there};
use super::preferences::{Ask, Looks, TypedFolder};
use super::shell::{Overlay, Place};
use super::view::ViewCtx;
use super::worker::Job;
use super::{keys, preferences, troubles};
use crate::plan::Item;
use crate::storage::PrivateFolder;
use crate::wording::screen::Label;

/// So many commands are remembered as done lately.
const LATELY: usize = 12;

/// Draws what stands before the window for a moment.
pub(super) fn ui(view: &ViewCtx<'_>, ui: &egui::Ui) {
    match &view.shell.overlay {
        Some(Overlay::Palette(looks)) => palette::ui(view, looks, ui),
        Some(Overlay::Settings(looks)) => preferences::ui(view, looks, ui),
        Some(Overlay::Keys) => keys::ui(view, ui),
        Some(Overlay::Troubles) => troubles::ui(view, ui),
        None => {}
    }
}

impl App {
    fn situation(&self) -> Situation<'_> {
        let today = self.world.today();
        let current_week = self.open.as_ref().and_then(|open| open.week_on(today));
        let text_percent = self.settings.now.text_percent;
        let left_out = self.library.left_out();
        Situation { shell: &self.shell, open: self.open.as_ref(), current_week, text_percent, left_out }
    }

    pub(super) fn remember(&mut self, command: Command) {
        if command != Command::Palette {
            self.shell.lately.retain(|other| *other != command);
            self.shell.lately.push(command);
        }
        let extra = self.shell.lately.len().saturating_sub(LATELY);
        self.shell.lately.drain(..extra);
    }

    pub(super) fn open_palette(&mut self, ctx: &egui::Context) {
        if self.dialog.is_some() {
            return;
        }
        let looks = palette::Looks::open(self.situation(), &self.shell.lately);
        self.lay_over(Overlay::Palette(looks), ctx);
    }

    /// Puts something before the window; what had the keyboard gets it back afterwards.
    pub(super) fn lay_over(&mut self, overlay: Overlay, ctx: &egui::Context) {
        if self.shell.overlay.replace(overlay).is_none() {
            take_focus(ctx);
        }
    }

    pub(super) fn palette(&mut self, ask: palette::Ask) {
        let Some(Overlay::Palette(mut looks)) = self.shell.overlay.take() else { return };
        looks.take(ask, self.situation(), &self.shell.lately);
        self.shell.overlay = Some(Overlay::Palette(looks));
    }

    pub(super) fn choose_setting(&mut self, ask: Ask, ctx: &egui::Context) {
        match ask {
            Ask::TextSize(percent) => self.size_text(percent, ctx),
            Ask::Motion(motion) => {
                self.settings.now.motion = motion;
                self.dress(ctx);
            }
            Ask::PlansFolder(text) => {
                self.settings.now.plans_folder = self.folder_typed(text, |looks| &mut looks.plans);
            }
            Ask::CatalogFolder(text) => {
                self.settings.now.catalog_folder = self.folder_typed(text, |looks| &mut looks.catalog);
            }
        }
    }

    /// Shows in the settings what is typed for a folder, if they are open; the folder, if there is one.
    pub(super) fn folder_typed(&mut self, text: String, field: fn(&mut Looks) -> &mut TypedFolder) -> Option<PathBuf> {
        let (typed, folder) = TypedFolder::new(text, |path| self.world.exists(path));
        if let Some(Overlay::Settings(looks)) = &mut self.shell.overlay {
            *field(looks) = typed;
        }
        folder
    }

    pub(super) fn size_text(&mut self, percent: u16, ctx: &egui::Context) {
        self.settings.now.text_percent = percent.clamp(SMALLEST_TEXT, LARGEST_TEXT);
        self.dress(ctx);
    }

    /// Goes to where something is at home, and selects it.
    pub(super) fn show_item(&mut self, item: Item) {
        let stays = item == Item::Plan || matches!((item, self.shell.place), (Item::Module(_), Place::Schedule));
        if !stays {
            self.shell.place = home_of(item);
        }
        if let Item::Week(number) = item {
            self.shell.week = number;
        }
        self.select(Some(item));
    }

    /// Goes a step back or forth, and shows what it changed.
    pub(super) fn travel(&mut self, way: Way) {
        let today = self.world.today();
        let Some(item) = self.open.as_mut().and_then(|open| open.travel(way, today)) else { return };
        self.drop_lost_selection();
        let fold = self.shell.inspector;
        if self.open.as_ref().is_some_and(|open| is_there(item, open.plan())) {
            self.show_item(item);
        } else {
            self.shell.place = home_of(item);
        }
        self.shell.inspector = fold;
    }

    /// What is no longer in the plan is not selected any more.
    pub(super) fn drop_lost_selection(&mut self) {
        let plan = self.open.as_ref().map(super::open::OpenPlan::plan);
        self.shell.selection = self.shell.selection.filter(|item| plan.is_some_and(|plan| is_there(*item, plan)));
    }

    /// Ends a step that was left alone for a while.
    pub(super) fn rest(&mut self, ctx: &egui::Context) {
        let now = ctx.input(|input| input.time);
        if let Some(left) = self.open.as_mut().and_then(|open| open.rest(now)) {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
    }

    /// Writes the shown pages where only this account can read them; the viewer is started when they are there.
    pub(super) fn print(&mut self) {
        let name = self.pdf_name();
        let Some(open) = &mut self.open else { return };
        // Systems clear such folders away after some days.
        if open.prints.as_ref().is_none_or(|folder| !folder.path().is_dir()) {
            open.prints = PrivateFolder::new().ok();
        }
        let Some(folder) = &open.prints else {
            self.notice = Some(Notice::Failed(Label::CannotExport, String::new()));
            return;
        };
        let path = folder.path().join(name);
        let job = Job::Export(Arc::new(open.chart_shown()), open.sheet, path);
        self.hand(job);
    }

    /// Whether a file is one that was written to be printed.
    pub(super) fn is_print(&self, path: &Path) -> bool {
        let folder = self.open.as_ref().and_then(|open| open.prints.as_ref());
        folder.is_some_and(|folder| path.starts_with(folder.path()))
    }

    pub(super) fn show_file(&mut self, path: &Path) {
        if let Err(error) = self.world.show_file(path) {
            self.notice = Some(Notice::Failed(Label::CannotShow, error.to_string()));
        }
    }
}

const TEXT_STEPS: [u16; 8] = [SMALLEST_TEXT, 90, 100, 110, 125, 150, 175, LARGEST_TEXT];

/// The next larger size of text.
pub(super) fn larger_text(now: u16) -> u16 {
    TEXT_STEPS.into_iter().find(|step| *step > now).unwrap_or(LARGEST_TEXT)
}

/// The next smaller size of text.
pub(super) fn smaller_text(now: u16) -> u16 {
    TEXT_STEPS.into_iter().rev().find(|step| *step < now).unwrap_or(SMALLEST_TEXT)
}

fn lent_id() -> Id {
    Id::unique("focus lent")
}

/// Notes who has the keyboard, and takes it.
fn take_focus(ctx: &egui::Context) {
    // Whoever was just getting it back would take it from what opens now.
    let returned = ctx.data_mut(|data| data.remove_temp::<(Option<Id>, u8)>(returned_id()));
    let returned = returned.and_then(|(focused, _)| focused);
    if let Some(focused) = returned.or_else(|| ctx.memory(egui::Memory::focused)) {
        ctx.data_mut(|data| data.insert_temp(lent_id(), Some(focused)));
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
}

/// Gives the keyboard back to whoever had it. What stood before the window keeps it from all others for two more
/// passes, so that it is given several times.
pub(super) fn give_focus_back(ctx: &egui::Context) {
    let lent = ctx.data_mut(|data| data.remove_temp::<Option<Id>>(lent_id())).flatten();
    if let Some(focused) = lent {
        ctx.data_mut(|data| data.insert_temp(returned_id(), (Some(focused), PASSES)));
        ctx.request_repaint();
    }
}

const PASSES: u8 = 3;

fn returned_id() -> Id {
    Id::unique("focus returned")
}

/// Goes on giving the keyboard back.
pub(super) fn return_focus(ctx: &egui::Context) {
    let Some((Some(focused), passes)) = ctx.data_mut(|data| data.remove_temp::<(Option<Id>, u8)>(returned_id())) else {
        return;
    };
    ctx.memory_mut(|memory| memory.request_focus(focused));
    if passes > 1 {
        ctx.data_mut(|data| data.insert_temp(returned_id(), (Some(focused), passes - 1)));
        ctx.request_repaint();
    }
}
