//! The dialog of choices: look, language, size of text, motion and folders.

use std::path::PathBuf;

use egui::{Frame, Id, Modal, RichText, Ui};

use super::action::Action;
use super::dialog::There;
use super::settings::{Motion, Settings};
use super::theme::Appearance;
use super::view::ViewCtx;
use super::{files, form, theme, widgets};
use crate::base::{Language, is_blank};
use crate::wording::screen::{HomeWords, Label, SettingsWord, in_folder, zoom};

/// Sizes of text that can be chosen, in percent.
pub const TEXT_SIZES: [u16; 6] = [100, 110, 125, 150, 175, 200];

/// A folder that is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedFolder {
    /// What is typed; blank for none.
    pub text: String,
    /// Whether such a folder is there.
    pub there: There,
}

/// What is typed in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    /// The plans folder.
    pub plans: TypedFolder,
    /// The folder of the clinic's catalog.
    pub catalog: TypedFolder,
}

/// What the dialog asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Another size of text, in percent.
    TextSize(u16),
    /// More or less motion.
    Motion(Motion),
    /// Another plans folder.
    PlansFolder(String),
    /// Another catalog folder.
    CatalogFolder(String),
}

impl Looks {
    /// The dialog as the choices are now.
    pub fn open(settings: &Settings) -> Self {
        let typed = |folder: &Option<PathBuf>| TypedFolder {
            text: folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default(),
            there: There::Yes,
        };
        Self { plans: typed(&settings.plans_folder), catalog: typed(&settings.catalog_folder) }
    }
}

impl TypedFolder {
    /// What is typed, and the folder if there is one.
    pub fn new(text: String, exists: impl Fn(&std::path::Path) -> bool) -> (Self, Option<PathBuf>) {
        let path = PathBuf::from(text.trim());
        let is_there = is_blank(&text) || exists(&path);
        let there = if is_there { There::Yes } else { There::No };
        let folder = (is_there && !is_blank(&text)).then_some(path);
        (Self { text, there }, folder)
    }
}

/// Draws the dialog.
pub fn ui(ctx: &ViewCtx<'_>, looks: &Looks, ui: &Ui) {
    let id = Id::unique("settings");
    let name = ctx.say(SettingsWord::Title);
    let frame = Frame::popup(ui.style()).inner_margin(24);
    let room = ui.ctx().content_rect();
    // All of it at once: otherwise the list would grow with every pass, and buttons flee the pointer.
    let height = (room.height() - 190.0).max(80.0);
    let shown = Modal::new(id).area(Modal::default_area(id).accessible_name(name)).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((room.width() - 80.0).min(560.0));
        ui.label(theme::heading(name));
        let list = egui::ScrollArea::vertical().id_salt("settings").max_height(height).min_scrolled_height(height);
        list.show(ui, |ui| {
            ui.add_space(10.0);
            appearance_ui(ctx, ui);
            language_ui(ctx, ui);
            size_ui(ctx, ui);
            motion_ui(ctx, ui);
            folders_ui(ctx, looks, ui);
            widgets::follow_keyboard(ui, "settings");
        });
        ui.add_space(14.0);
        let close = |ui: &mut Ui| widgets::primary(ui, ctx.say(Label::Close), ctx.tokens);
        let close = ui.horizontal(|ui| widgets::at_right(ui, "close", close)).inner;
        if ui.memory(|memory| memory.focused().is_none()) {
            close.request_focus();
        }
        close.clicked()
    });
    if shown.should_close() || shown.inner {
        ctx.send(Action::Dismiss);
    }
}

fn row<R>(ctx: &ViewCtx<'_>, ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.label(theme::soft(name, ctx.tokens));
    let shown = ui.horizontal_wrapped(contents).inner;
    ui.add_space(10.0);
    shown
}

fn appearance_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let all = Appearance::ALL.map(|one| (one, ctx.say(appearance_label(one))));
    let name = ctx.say(Label::Appearance);
    let taken = row(ctx, ui, name, |ui| widgets::segmented(ui, ctx.tokens, name, ctx.shell.appearance, &all));
    if let Some(appearance) = taken {
        ctx.send(Action::Wear(appearance));
    }
}

/// The name of a look.
pub const fn appearance_label(appearance: Appearance) -> Label {
    match appearance {
        Appearance::System => Label::LikeSystem,
        Appearance::Light => Label::Light,
        Appearance::Dark => Label::Dark,
        Appearance::HighContrast => Label::HighContrast,
    }
}

fn language_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let all = [(Language::English, ctx.say(Label::English)), (Language::Spanish, ctx.say(Label::Spanish))];
    let name = ctx.say(Label::ProgramLanguage);
    let taken = row(ctx, ui, name, |ui| widgets::segmented(ui, ctx.tokens, name, ctx.language(), &all));
    if let Some(language) = taken {
        ctx.send(Action::Speak(language));
    }
}

fn size_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let words = TEXT_SIZES.map(|percent| (percent, zoom(percent)));
    let all: Vec<(u16, &str)> = words.iter().map(|(percent, words)| (*percent, words.as_str())).collect();
    let (name, now) = (ctx.say(SettingsWord::TextSize), ctx.settings.text_percent);
    if let Some(percent) = row(ctx, ui, name, |ui| widgets::segmented(ui, ctx.tokens, name, now, &all)) {
        ctx.send(Action::Choose(Ask::TextSize(percent)));
    }
}

fn motion_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let reduced = ctx.settings.motion == Motion::Reduced;
    if let Some(reduced) = form::tick(ui, ctx.say(SettingsWord::ReducedMotion), reduced) {
        ctx.send(Action::Choose(Ask::Motion(if reduced { Motion::Reduced } else { Motion::Usual })));
    }
    ui.add_space(10.0);
}

fn folders_ui(ctx: &ViewCtx<'_>, looks: &Looks, ui: &mut Ui) {
    if let Some(text) = folder_ui(ctx, ui, SettingsWord::PlansFolder, &looks.plans, files::Ask::ChooseFolder) {
        ctx.send(Action::Choose(Ask::PlansFolder(text)));
    }
    let usual = ctx.shell.home.plans.folder.display().to_string();
    if is_blank(&looks.plans.text) && !is_blank(&usual) {
        ui.label(theme::soft(in_folder(&usual, ctx.language()), ctx.tokens));
        ui.add_space(8.0);
    }
    let choose = files::Ask::ChooseCatalog;
    if let Some(text) = folder_ui(ctx, ui, SettingsWord::CatalogFolder, &looks.catalog, choose) {
        ctx.send(Action::Choose(Ask::CatalogFolder(text)));
    }
    ui.label(theme::soft(ctx.say(SettingsWord::CatalogHint), ctx.tokens));
}

/// A folder that is typed, or chosen in a dialog.
fn folder_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    name: SettingsWord,
    typed: &TypedFolder,
    choose: files::Ask,
) -> Option<String> {
    let words = ctx.say(HomeWords::ChooseFolder);
    let field = ui.available_width() - widgets::button_width(ui, words) - ui.spacing().item_spacing.x;
    let text = ui.horizontal(|ui| {
        ui.spacing_mut().text_edit_width = field;
        let text = ui.vertical(|ui| {
            ui.set_width(field);
            form::text(ctx, ui, ctx.say(name), &typed.text)
        });
        ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
            let button = ui.button(words).accessible_name(format!("{}: {words}", ctx.say(name)));
            if button.clicked() {
                ctx.send(Action::File(choose));
            }
        });
        text.inner
    });
    let text = text.inner;
    if typed.there == There::No {
        let words = ctx.say(SettingsWord::NoSuchFolder);
        ui.label(RichText::new(words).size(theme::SMALL).color(ctx.tokens.error));
    }
    ui.add_space(8.0);
    text
}
