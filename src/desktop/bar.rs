//! The top bar: whose plan this is, where in the stay we are, and what can be done from anywhere.

use egui::{Align, Button, Layout, Rect, RichText, Ui, UiBuilder};

use super::action::Action;
use super::command::Command;
use super::open::OpenPlan;
use super::preferences::appearance_label;
use super::screens::home::called;
use super::shell::Place;
use super::theme::Appearance;
use super::view::{Room, ViewCtx};
use super::widgets::Sign;
use super::worker::Source;
use super::{keys, theme, widgets};
use crate::base::{Language, is_blank};
use crate::history::Effect;
use crate::plan::Standing;
use crate::storage::Integrity;
use crate::wording::screen::review::effect_short;
use crate::wording::screen::{FileState, Label, SaveState, file_state, person_line, save_state, standing, stay};

/// Height of the bar.
pub(super) const HEIGHT: f32 = 52.0;

/// What the menu offers beside the look, as far as it can be done.
const MENU: [Command; 18] = [
    Command::Home,
    Command::New,
    Command::Undo,
    Command::Redo,
    Command::Palette,
    Command::Open,
    Command::OpenPath,
    Command::Import,
    Command::Save,
    Command::SaveAs,
    Command::Print,
    Command::Inspector,
    Command::TextLarger,
    Command::TextSmaller,
    Command::TextUsual,
    Command::Settings,
    Command::Keys,
    Command::Close,
];

/// Room between what is told on the left and what can be done on the right.
const GAP: f32 = 16.0;

/// The bar: told from the left, done on the right, both in reading order.
pub(super) fn ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let all = ui.max_rect();
    let id = ui.scope_id().with("commands");
    let known = ui.data(|data| data.get_temp::<f32>(id));
    let (told, done) = all.split_left_right_at_x(all.right() - known.unwrap_or(all.width() / 2.0));
    let told = told.with_max_x(told.right() - GAP);
    let row = |rect: Rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(row(told), |ui| match worked_on(ctx) {
        Some(open) => person_ui(ctx, open, ui),
        None => drop(ui.label(theme::heading("Throughline"))),
    });
    let width = ui.scope_builder(row(done), |ui| commands_ui(ctx, ui)).response.rect.width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("the commands on the right are as wide as they are");
    }
}

/// The open plan, unless the list of plans is before it: there, nothing of it can be seen.
fn worked_on<'a>(ctx: &ViewCtx<'a>) -> Option<&'a OpenPlan> {
    ctx.open.filter(|_| !ctx.shell.home.is_shown())
}

/// Something told in the bar; where there is too little room, what ranks last is left out first.
struct Part {
    words: RichText,
    rank: u8,
    follows: Follows,
}

/// How a part follows what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// Closely.
    Closely,
    /// After a space.
    Space,
    /// After a dot.
    Dot,
}

/// The least that is left of a name.
const NAME: f32 = 120.0;
/// Room for a dot, and for the space that is before the stay.
const BETWEEN: f32 = 22.0;

fn person_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let name = called(ctx, open.plan().person.called());
    // That nobody is named yet cannot be told from its first words.
    let share = if is_blank(open.plan().person.called()) { 0.6 } else { 0.4 };
    let room = ui.available_width() - width(ui, theme::title(name)).min(NAME.max(ui.available_width() * share));
    let mut parts = parts(ctx, open);
    let needed =
        |ui: &Ui, parts: &[Part]| -> f32 { parts.iter().map(|part| width(ui, part.words.clone()) + BETWEEN).sum() };
    while needed(ui, &parts) > room {
        let Some(last) = parts.iter().map(|part| part.rank).max() else { break };
        parts.retain(|part| part.rank != last);
    }
    let left = (ui.available_width() - needed(ui, &parts)).max(NAME);
    ui.scope(|ui| {
        ui.set_max_width(left);
        ui.add(egui::Label::new(theme::title(name)).truncate());
    });
    for part in parts {
        match part.follows {
            Follows::Closely => {}
            Follows::Space => ui.add_space(10.0),
            Follows::Dot => drop(ui.label(RichText::new("·").color(ctx.tokens.soft))),
        }
        ui.label(part.words);
    }
}

fn width(ui: &Ui, words: RichText) -> f32 {
    let words = egui::WidgetText::from(words);
    words.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, egui::TextStyle::Body).size().x
}

/// What is told after the name: pronouns, the stay, what is in effect, and how the plan is kept.
fn parts(ctx: &ViewCtx<'_>, open: &OpenPlan) -> Vec<Part> {
    let (plan, language) = (open.plan(), ctx.language());
    let mut parts = Vec::new();
    if !is_blank(&plan.person.pronouns) {
        let words = theme::soft(person_line("", &plan.person.pronouns).trim(), ctx.tokens);
        parts.push(Part { words, rank: 4, follows: Follows::Closely });
    }
    if let Some((from, to)) = open.stay() {
        let told = stay(open.week_on(ctx.today), open.model.weeks.len(), from, to, language);
        // The strip of weeks below tells it as well; what is in effect stands nowhere else.
        parts.push(Part { words: theme::strong(told), rank: 2, follows: Follows::Space });
    }
    let words = match open.review.effect {
        Effect::Draft => standing(plan.course.standing, language),
        effect @ (Effect::InEffect(_) | Effect::Revised(_)) => effect_short(effect, language),
    };
    let is_draft = matches!(open.review.effect, Effect::Revised(_)) || plan.course.standing == Standing::Draft;
    let words = if is_draft { RichText::new(words).color(ctx.tokens.warning) } else { words.into() };
    parts.push(Part { words, rank: 1, follows: Follows::Dot });
    // That something is not saved is worth more room than the name of a file.
    let rank = if save_state_of(open).is_some() { 0 } else { 3 };
    parts.push(Part { words: file_words(ctx, open), rank, follows: Follows::Dot });
    parts
}

fn file_words(ctx: &ViewCtx<'_>, open: &OpenPlan) -> RichText {
    let (language, tokens) = (ctx.language(), ctx.tokens);
    if let Some(state) = save_state_of(open) {
        let words = theme::soft(save_state(state, language), tokens);
        return if state == SaveState::Changed { words.color(tokens.warning) } else { words };
    }
    let path = match &open.source {
        Source::Sample(..) => return theme::soft(file_state(FileState::Sample, language), tokens),
        Source::New => return theme::soft(save_state(SaveState::Never, language), tokens),
        Source::File(path) => path,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match open.integrity {
        Integrity::Intact => theme::soft(file_state(FileState::OnDisk(&name), language), tokens),
        Integrity::Changed => {
            theme::soft(file_state(FileState::ChangedOutside(&name), language), tokens).color(tokens.warning)
        }
    }
}

/// What there is to say beyond the name of the file.
fn save_state_of(open: &OpenPlan) -> Option<SaveState> {
    let keeping = &open.keeping;
    if keeping.is_read_only() {
        Some(SaveState::ReadOnly)
    } else if keeping.saving.is_some() {
        Some(SaveState::Saving)
    } else if open.source == Source::New {
        Some(SaveState::Never)
    } else if open.timeline().is_dirty() {
        Some(SaveState::Changed)
    } else {
        keeping.saved_at.map(SaveState::SavedAt)
    }
}

fn commands_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let works = worked_on(ctx).is_some();
    if works && ctx.room != Room::Tight {
        sign_ui(ctx, ui, Command::Undo, Sign::Back);
        sign_ui(ctx, ui, Command::Redo, Sign::Forth);
    }
    sign_ui(ctx, ui, Command::Palette, Sign::Lens);
    view_ui(ctx, ui);
    if works && ctx.room == Room::Wide {
        for command in [Command::Open, Command::Print] {
            let button =
                ui.add_enabled_ui(ctx.can(command), |ui| widgets::quiet(ui, ctx.say(command.label(ctx.shell))));
            asked(ctx, &button.inner, command);
        }
    }
    if works {
        // Elsewhere, what comes next in the place is the one thing to press.
        let words = ctx.say(Label::ExportPdf);
        let is_next = ctx.shell.place == Place::Document;
        let export = if is_next { widgets::primary(ui, words, ctx.tokens) } else { ui.button(words) };
        asked(ctx, &export, Command::Export);
    }
}

/// A command as a sign, with its words and keys where the pointer rests.
fn sign_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, command: Command, sign: Sign) {
    let words = format!("{} ({})", command.words(ctx.situation()), keys::said(ctx, ui, command.shortcut()));
    let can = ctx.can(command);
    let button = ui.add_enabled_ui(can, |ui| widgets::sign(ui, ctx.tokens, sign, &words)).inner;
    asked(ctx, &button, command);
}

fn asked(ctx: &ViewCtx<'_>, response: &egui::Response, command: Command) {
    if response.clicked() {
        ctx.send(Action::Do(command));
    }
}

fn view_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let response = widgets::quiet(ui, ctx.say(Label::View));
    egui::Popup::menu(&response).accessible_name(ctx.say(Label::View)).show(|ui| {
        ui.set_min_width(250.0);
        let room = ui.ctx().content_rect().height() - HEIGHT - 24.0;
        egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            ui.spacing_mut().button_padding = egui::vec2(12.0, 4.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            section_ui(ctx, ui, Label::Appearance);
            for appearance in Appearance::ALL {
                let now = ctx.shell.appearance == appearance;
                if ui.add(Button::selectable(now, ctx.say(appearance_label(appearance)))).clicked() {
                    ctx.send(Action::Wear(appearance));
                }
            }
            ui.separator();
            section_ui(ctx, ui, Label::ProgramLanguage);
            for (language, name) in [(Language::English, Label::English), (Language::Spanish, Label::Spanish)] {
                if ui.add(Button::selectable(ctx.language() == language, ctx.say(name))).clicked() {
                    ctx.send(Action::Speak(language));
                }
            }
            ui.separator();
            for command in MENU {
                command_ui(ctx, ui, command);
            }
            widgets::follow_keyboard(ui, "menu");
        });
    });
}

fn section_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, name: Label) {
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        ui.label(theme::soft(ctx.say(name), ctx.tokens));
    });
}

fn command_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, command: Command) {
    if !ctx.can(command) {
        return;
    }
    let words = command.words(ctx.situation());
    let button = Button::selectable(false, words.as_str()).shortcut_text(keys::said(ctx, ui, command.shortcut()));
    let response = ui.add(button).accessible_name(words);
    asked(ctx, &response, command);
}
