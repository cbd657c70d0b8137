//! What stands before the window until it is answered, and the line that tells how a piece of work ended.

mod files;

use std::path::{Path, PathBuf};

use egui::{Frame, Id, Key, Modal, Ui};

use super::action::Action;
use super::command::Command;
use super::files::Ask;
use super::view::ViewCtx;
use super::worker::Source;
use super::world::Purpose;
use super::{theme, widgets};
use crate::storage::Trust;
use crate::wording::files as told;
use crate::wording::screen::{HomeWords, Label, saved_as};

/// What stands before the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// A path is typed, because there is no file dialog or it was asked for.
    Path(TypedPath),
    /// A plan could not be opened, or only with a warning.
    NotOpened(NotOpened),
    /// A plan was not saved: what is said about it.
    NotSaved(told::Notice),
    /// The file was changed by somebody else since it was opened.
    Conflict(told::Notice),
    /// Another window has the plan.
    Held {
        /// What is said about it.
        told: told::Notice,
        /// The plan.
        source: Source,
        /// Whether changes from outside were accepted.
        trust: Trust,
    },
    /// Something would be lost by doing this.
    Unsaved(Box<Action>),
    /// A crash left unsaved work behind.
    Left,
}

/// A plan that was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotOpened {
    /// What is said about it.
    pub told: told::Notice,
    /// What may be opened all the same, after reading that.
    pub anyway: Option<Source>,
}

/// A path being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedPath {
    /// What for.
    pub purpose: Purpose,
    /// The text so far.
    pub text: String,
    /// Whether a file of that name is there.
    pub there: There,
}

/// Whether a file is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// How a piece of work ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A PDF was written.
    Exported(PathBuf),
    /// A PDF could not be written: what is said about it.
    NotExported(told::Notice),
    /// Something is being done that may be stopped.
    Working(Label),
    /// Part of the clinic's own catalog is left out: which, in short.
    LeftOut(String),
    /// Something could not be done: what, and what the system says.
    Failed(Label, String),
}

/// Shows the dialog.
pub fn ui(ctx: &ViewCtx<'_>, dialog: &Dialog, ui: &Ui) {
    let title = match dialog {
        Dialog::Path(typed) => path_title(ctx, typed.purpose),
        Dialog::NotOpened(NotOpened { told, .. })
        | Dialog::NotSaved(told)
        | Dialog::Conflict(told)
        | Dialog::Held { told, .. } => &told.headline,
        Dialog::Unsaved(_) => ctx.say(HomeWords::UnsavedTitle),
        Dialog::Left => ctx.say(HomeWords::LeftTitle),
    };
    let id = Id::unique("dialog");
    let frame = Frame::popup(ui.style()).inner_margin(24);
    let shown = Modal::new(id).area(Modal::default_area(id).accessible_name(title)).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(480.0);
        ui.label(theme::heading(title));
        ui.add_space(8.0);
        match dialog {
            Dialog::Path(typed) => path_ui(ctx, typed, ui),
            Dialog::NotOpened(not_opened) => not_opened_ui(ctx, not_opened, ui),
            Dialog::NotSaved(told) => files::not_saved_ui(ctx, told, ui),
            Dialog::Conflict(told) => files::conflict_ui(ctx, told, ui),
            Dialog::Held { told, source, trust } => files::held_ui(ctx, told, (source, *trust), ui),
            Dialog::Unsaved(then) => files::unsaved_ui(ctx, then, ui),
            Dialog::Left => files::left_ui(ctx, ui),
        }
    });
    if shown.should_close() {
        ctx.send(Action::Dismiss);
    }
}

fn path_title(ctx: &ViewCtx<'_>, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::OpenPlan => ctx.say(Label::OpenPath),
        Purpose::ExportPdf => ctx.say(Label::ExportPath),
        Purpose::SavePlan => ctx.say(HomeWords::SavePath),
        Purpose::OpenIntake => ctx.say(HomeWords::IntakePath),
        Purpose::PlansFolder => ctx.say(HomeWords::FolderPath),
        Purpose::CatalogFolder => ctx.say(HomeWords::CatalogPath),
    }
}

fn path_ui(ctx: &ViewCtx<'_>, typed: &TypedPath, ui: &mut Ui) {
    let label = ui.label(theme::soft(ctx.say(Label::Path), ctx.tokens));
    let mut text = typed.text.clone();
    let field = ui.add(egui::TextEdit::singleline(&mut text).desired_width(f32::INFINITY).id(Id::unique("path")));
    let field = field.labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !entered && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    if field.changed() {
        ctx.send(Action::Typing(text.clone()));
    }
    let writes = matches!(typed.purpose, Purpose::ExportPdf | Purpose::SavePlan);
    let replaces = writes && typed.there == There::Yes;
    if replaces {
        ui.label(egui::RichText::new(ctx.say(Label::FileExists)).color(ctx.tokens.warning));
    } else {
        ui.label(theme::soft(ctx.say(Label::PathHint), ctx.tokens));
    }
    ui.add_space(12.0);
    let go = match typed.purpose {
        Purpose::ExportPdf | Purpose::SavePlan if replaces => ctx.say(Label::Replace),
        Purpose::OpenPlan | Purpose::OpenIntake => ctx.say(Label::Open),
        Purpose::ExportPdf => ctx.say(Label::Export),
        Purpose::SavePlan => ctx.say(Label::SavePlan),
        Purpose::PlansFolder | Purpose::CatalogFolder => ctx.say(HomeWords::Choose),
    };
    answers_ui(ctx, ui, go, |ctx, clicked| {
        if (clicked || entered) && !crate::base::is_blank(&text) {
            ctx.send(Action::Typed(PathBuf::from(text.trim())));
        }
    });
}

fn not_opened_ui(ctx: &ViewCtx<'_>, not_opened: &NotOpened, ui: &mut Ui) {
    let NotOpened { told, anyway } = not_opened;
    for detail in &told.details {
        ui.label(detail);
    }
    ui.label(theme::soft(&told.next, ctx.tokens));
    ui.add_space(12.0);
    if let Some(source) = anyway {
        answers_ui(ctx, ui, ctx.say(Label::OpenAnyway), |ctx, clicked| {
            if clicked {
                ctx.send(Action::Read(source.clone(), Trust::AcceptChanges));
            }
        });
    } else {
        let close = widgets::closing(ui, ctx.say(Label::Close), ctx.tokens);
        files::safe(ui, &close);
        if close.clicked() {
            ctx.send(Action::Dismiss);
        }
    }
}

fn answers_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, go: &str, on_go: impl FnOnce(&ViewCtx<'_>, bool)) {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let clicked = widgets::primary(ui, go, ctx.tokens).clicked();
        on_go(ctx, clicked);
        if widgets::quiet(ui, ctx.say(Label::Cancel)).clicked() {
            ctx.send(Action::Dismiss);
        }
    });
}

/// Room for the cross that closes a notice.
const CROSS: f32 = 44.0;

/// Shows how a piece of work ended, in one line.
pub fn notice_ui(ctx: &ViewCtx<'_>, notice: &Notice, ui: &mut Ui) {
    ui.horizontal_centered(|ui| {
        let room = ui.available_width() - CROSS;
        ui.scope(|ui| {
            ui.set_max_width(room);
            told_ui(ctx, notice, ui);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if widgets::sign(ui, ctx.tokens, widgets::Sign::Cross, ctx.say(Label::Close)).clicked() {
                ctx.send(Action::Dismiss);
            }
        });
    });
}

fn told_ui(ctx: &ViewCtx<'_>, notice: &Notice, ui: &mut Ui) {
    match notice {
        Notice::Exported(path) => exported_ui(ctx, path, ui),
        Notice::NotExported(told) => {
            let why = [told.details.as_slice(), core::slice::from_ref(&told.next)].concat().join(". ");
            failed_ui(ctx, &told.headline, &why, ui);
        }
        Notice::Working(what) => {
            ui.label(ctx.say(*what));
            if widgets::quiet(ui, ctx.say(HomeWords::Stop)).clicked() {
                ctx.send(Action::File(Ask::Stop));
            }
        }
        Notice::LeftOut(why) => left_out_ui(ctx, why, ui),
        Notice::Failed(headline, why) => failed_ui(ctx, ctx.say(*headline), why, ui),
    }
}

fn failed_ui(ctx: &ViewCtx<'_>, headline: &str, why: &str, ui: &mut Ui) {
    ui.label(theme::strong(headline).color(ctx.tokens.error));
    ui.add(egui::Label::new(why).truncate()).on_hover_text(why);
}

fn left_out_ui(ctx: &ViewCtx<'_>, why: &str, ui: &mut Ui) {
    ui.label(theme::strong(ctx.say(Label::LibraryLeftOut)).color(ctx.tokens.error));
    if ui.button(ctx.say(Label::ShowLeftOut)).clicked() {
        ctx.send(Action::Do(Command::LibraryTroubles));
    }
    ui.add(egui::Label::new(why).truncate()).on_hover_text(why);
}

fn exported_ui(ctx: &ViewCtx<'_>, path: &Path, ui: &mut Ui) {
    ui.label(saved_as(&path.display().to_string(), ctx.language()));
    if widgets::quiet(ui, ctx.say(Label::ShowFile)).clicked() {
        ctx.send(Action::ShowFile(path.to_path_buf()));
    }
}
