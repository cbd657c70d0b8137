//! What can be changed about a module of the plan: dose, who is responsible, what it serves, and why.

use egui::{Align, Layout, Ui, vec2};

use super::ask;
use super::looks::{Ask, Column, Sheet};
use crate::base::{Course, Frequency, Minutes, ObjectiveId};
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::widgets::{self, Sign};
use crate::desktop::{form, theme};
use crate::draft::Basis;
use crate::plan::{Edit, ModuleEdit, PlacedModule, Session, SessionStatus, Staff};
use crate::progress::ended;
use crate::schedule::staff;
use crate::wording::paper::sentence_case;
use crate::wording::screen::{ModulesWords, remove_module};
use crate::wording::time;

/// The form below a selected module.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, module: &PlacedModule) {
    amount_ui(ctx, open, ui, module);
    responsible_ui(ctx, ui, module);
    ui.add_space(6.0);
    ui.scope(|ui| serves_ui(ctx, open, ui, module));
    ui.add_space(6.0);
    let reason = form::paragraph(ctx, ui, ctx.say(ModulesWords::Reason), &module.reason, 2);
    if let Some(reason) = reason {
        edit(ctx, module, ModuleEdit::Reason(reason));
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let is_planned = |session: &&Session| session.status == SessionStatus::Planned;
        let ahead = open.plan().sessions_of(module.id).filter(is_planned).count();
        let past = open.plan().sessions_of(module.id).count() - ahead;
        if widgets::quiet(ui, &remove_module(ahead, past, ctx.language())).clicked() {
            ctx.edit(ended(open.plan(), module.id));
        }
        let known = ctx.catalog.modules.contains_key(&module.slug);
        if known && widgets::quiet(ui, ctx.say(ModulesWords::ToLibrary)).clicked() {
            ask(ctx, Ask::Show(Sheet::Detail(module.slug.clone())));
            ask(ctx, Ask::Column(Column::Library));
        }
    });
}

fn edit(ctx: &ViewCtx<'_>, module: &PlacedModule, change: ModuleEdit) {
    ctx.edit(Edit::Module(module.id, change));
}

/// Sessions, minutes and frequency, side by side where there is room.
fn amount_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, module: &PlacedModule) {
    let beside = ui.available_width() - 2.0 * STEPPER - 24.0;
    ui.horizontal_top(|ui| {
        if let Some(sessions) = stepper(ctx, ui, Stepped::Sessions, module.sessions) {
            edit(ctx, module, ModuleEdit::Sessions(sessions));
        }
        if let Some(minutes) = stepper(ctx, ui, Stepped::Minutes, module.minutes.0) {
            edit(ctx, module, ModuleEdit::Minutes(Minutes(minutes)));
        }
        if beside >= OFTEN_WIDTH {
            ui.allocate_ui(vec2(beside, FIELD), |ui| often_ui(ctx, open, ui, module));
        }
    });
    if beside < OFTEN_WIDTH {
        often_ui(ctx, open, ui, module);
    }
}

/// What a stepper steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stepped {
    /// Sessions, one by one.
    Sessions,
    /// Minutes, by five.
    Minutes,
}

impl Stepped {
    const fn range(self) -> (u16, u16, u16) {
        match self {
            Self::Sessions => (1, 200, 1),
            Self::Minutes => (5, 480, 5),
        }
    }

    const fn words(self) -> [ModulesWords; 3] {
        match self {
            Self::Sessions => [ModulesWords::Sessions, ModulesWords::FewerSessions, ModulesWords::MoreSessions],
            Self::Minutes => [ModulesWords::Minutes, ModulesWords::FewerMinutes, ModulesWords::MoreMinutes],
        }
    }
}

/// Width of a number with less and more beside it.
const STEPPER: f32 = 140.0;
/// Height of a field with its label.
const FIELD: f32 = 51.0;
/// Height of a label above its field.
const LABEL: f32 = 20.0;
/// Narrower than this, the frequency stands below.
const OFTEN_WIDTH: f32 = 150.0;

/// A number with its field, and less and more beside it.
pub(super) fn stepper(ctx: &ViewCtx<'_>, ui: &mut Ui, stepped: Stepped, now: u16) -> Option<u16> {
    let ((least, most, step), [label, fewer, more]) = (stepped.range(), stepped.words());
    let mut taken = None;
    ui.allocate_ui_with_layout(vec2(STEPPER, FIELD), Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.allocate_ui(vec2(76.0, FIELD), |ui| {
            ui.set_width(76.0);
            let typed = form::number(ctx, ui, ctx.say(label), Some(now.into()), least.into()..=most.into());
            taken = typed.flatten().and_then(|number| u16::try_from(number).ok());
        });
        let (down, up) = (now.saturating_sub(step).max(least), now.saturating_add(step).min(most));
        for (sign, words, next) in [(Sign::Minus, fewer, down), (Sign::Plus, more, up)] {
            ui.vertical(|ui| {
                ui.add_space(LABEL);
                if widgets::sign(ui, ctx.tokens, sign, ctx.say(words)).clicked() {
                    taken = Some(next);
                }
            });
        }
    });
    taken.filter(|taken| *taken != now)
}

const OFTEN: [(u8, u8); 9] = [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (1, 2), (1, 3), (1, 4), (2, 2)];

fn often_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, module: &PlacedModule) {
    let now = module.frequency;
    let mut all: Vec<Frequency> = OFTEN.into_iter().map(|(sessions, weeks)| Frequency { sessions, weeks }).collect();
    if !all.contains(&now) {
        all.push(now);
    }
    let words: Vec<_> =
        all.into_iter().map(|one| (one, sentence_case(&time::frequency(one, ctx.language())))).collect();
    let choices: Vec<_> = words.iter().map(|(one, words)| (*one, words.as_str())).collect();
    let Some(frequency) = form::choice(ctx, ui, ctx.say(ModulesWords::Often), now, &choices) else { return };
    let change = Edit::Module(module.id, ModuleEdit::Frequency(frequency));
    match follows(ctx, open, module, frequency) {
        Some(sessions) => {
            ctx.edit(Edit::Together(vec![change, Edit::Module(module.id, ModuleEdit::Sessions(sessions))]));
        }
        None => ctx.edit(change),
    }
}

/// What has no end and meets as long as the stay lasts goes on doing so at another frequency.
fn follows(ctx: &ViewCtx<'_>, open: &OpenPlan, module: &PlacedModule, frequency: Frequency) -> Option<u16> {
    let known = ctx.catalog.modules.get(&module.slug).filter(|known| known.course == Course::Ongoing)?;
    let basis = Basis { plan: open.plan(), catalog: ctx.catalog, clinic: None, team: &[], links: &[] };
    let is_usual = basis.dose(known, module.frequency) == module.sessions;
    is_usual.then(|| basis.dose(known, frequency))
}

/// One of the clinic's staff, those first who usually lead such a module, or who the plan names now.
fn responsible_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, module: &PlacedModule) {
    let known = ctx.catalog.modules.get(&module.slug);
    let usual = |staff: &Staff| !known.is_some_and(|known| known.led_by.contains(&staff.role));
    let mut all: Vec<Staff> = ctx.clinic().into_iter().flat_map(|clinic| &clinic.providers).map(staff).collect();
    all.sort_by_key(|one| (usual(one), one.name.clone()));
    if let Some(now) = module.responsible.as_ref().filter(|now| !all.contains(now)) {
        all.push(now.clone());
    }
    let now = module.responsible.as_ref().and_then(|now| all.iter().position(|one| one == now));
    let words: Vec<String> = all.iter().map(|one| format!("{}, {}", one.name, one.credentials)).collect();
    let none = [(None, ctx.say(ModulesWords::Nobody))];
    let some = words.iter().enumerate().map(|(at, words)| (Some(at), words.trim_end_matches([',', ' '])));
    let choices: Vec<(Option<usize>, &str)> = none.into_iter().chain(some).collect();
    if let Some(taken) = form::choice(ctx, ui, ctx.say(ModulesWords::Responsible), now, &choices) {
        edit(ctx, module, ModuleEdit::Responsible(taken.and_then(|at| all.get(at)).cloned()));
    }
}

fn serves_ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, module: &PlacedModule) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.spacing_mut().interact_size.y = 24.0;
    ui.label(theme::soft(ctx.say(ModulesWords::Serves), ctx.tokens));
    let mut objectives = open.plan().goals.iter().flat_map(|goal| &goal.objectives).peekable();
    if objectives.peek().is_none() {
        ui.label(ctx.say(ModulesWords::NoObjectives));
    }
    for objective in objectives {
        let serves = module.objectives.contains(&objective.id);
        let words = if crate::base::is_blank(&objective.plain) { &objective.clinical } else { &objective.plain };
        if let Some(serve) = form::tick(ui, words, serves) {
            let next = if serve { with(module, objective.id) } else { without(module, objective.id) };
            edit(ctx, module, ModuleEdit::Objectives(next));
        }
    }
}

fn with(module: &PlacedModule, id: ObjectiveId) -> Vec<ObjectiveId> {
    let mut all = module.objectives.clone();
    all.push(id);
    all.sort_unstable();
    all
}

fn without(module: &PlacedModule, id: ObjectiveId) -> Vec<ObjectiveId> {
    module.objectives.iter().copied().filter(|other| *other != id).collect()
}
