//! How is it going? A review as one guided page: scores, attendance, objectives, decision, agreement, signature.

mod agreement;
mod attendance;
mod changes;
mod decision;
mod drafts;
mod form;
mod gas;
mod looks;
pub mod model;
mod next;
mod objectives;
mod scores;
mod sign;
mod sign_offs;
mod step;
mod steps;
mod trend;
mod versions;

use egui::{Key, KeyboardShortcut, Modifiers, Ui, vec2};

pub use looks::{Aim, Answer, AnswerKind, Ask, Looks, Note, Open, Signed};
pub use step::Step;

use crate::base::is_blank;
use crate::desktop::action::Action;
use crate::desktop::open::OpenPlan;
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{keys, theme, widgets};
use crate::plan::{CourseEdit, Edit, ListEdit, Review, Standing};
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{Head, head, next_to};
use form::Form;

/// Wider than this a form is hard to read.
const WIDEST: f32 = 760.0;
const FOOT: f32 = 46.0;
const ONWARD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::PageDown);
const BACKWARD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::PageUp);

/// The place.
pub fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui) {
    let form = Form { ctx, open };
    keys(form, ui);
    match ctx.room {
        Room::Tight => step_ui(form, ui),
        Room::Narrow | Room::Wide => {
            head_ui(form, ui);
            ui.add_space(10.0);
            let height = ui.available_height();
            ui.horizontal_top(|ui| {
                let down = egui::Layout::top_down(egui::Align::LEFT);
                ui.allocate_ui_with_layout(vec2(steps::WIDTH, height), down, |ui| steps::list_ui(form, ui));
                ui.add_space(20.0);
                ui.vertical(|ui| step_ui(form, ui));
            });
        }
    }
}

fn head_ui(form: Form<'_>, ui: &mut Ui) {
    let plan = form.plan();
    let held = plan.course.reviews.iter().filter(|review| review.held.is_some()).count();
    let head_is = match (plan.course.standing, model::current(plan)) {
        (Standing::Draft, _) => Head::Draft,
        (Standing::InEffect(_), Some(review)) => Head::Review { number: held + 1, due: review.due },
        (Standing::InEffect(_), None) => Head::None { held },
    };
    let title = head(head_is, form.today(), form.language());
    let font = egui::FontId::new(theme::TITLE, theme::semibold());
    let galley = widgets::fitted(ui.painter(), &title, font, form.ctx.tokens.ink, (ui.available_width(), 1));
    ui.add(egui::Label::new(galley)).on_hover_text(title);
    form.hint(ui, crate::wording::history::effect(form.model().effect, form.language()));
}

fn step_ui(form: Form<'_>, ui: &mut Ui) {
    let step = form.looks().step;
    let height = (ui.available_height() - FOOT).max(60.0);
    let width = ui.available_width().min(WIDEST);
    let scroll = egui::ScrollArea::vertical().id_salt(("review", step)).auto_shrink(false).max_height(height);
    scroll.show(ui, |ui| {
        ui.set_max_width(width - 14.0);
        ui.spacing_mut().item_spacing.y = 8.0;
        if form.ctx.room == Room::Tight {
            head_ui(form, ui);
            steps::choice_ui(form, ui);
        } else {
            ui.label(theme::heading(form.say(step.name())));
        }
        let builder = egui::UiBuilder::new().id_salt(("step", step));
        ui.scope_builder(builder, |ui| content_ui(form, ui, step));
        widgets::follow_keyboard(ui, "review");
        ui.add_space(24.0);
    });
    ui.add_space(8.0);
    foot_ui(form, ui, step);
}

fn content_ui(form: Form<'_>, ui: &mut Ui, step: Step) {
    if form.looks().aim.is_some() {
        form.ask(Ask::Aim(None));
    }
    match step {
        Step::Scores => scores::ui(form, ui),
        Step::Attendance => attendance::ui(form, ui),
        Step::Objectives => objectives::ui(form, ui),
        Step::Voice => voice_ui(form, ui),
        Step::Decision => decision::ui(form, ui),
        Step::Changes => changes::ui(form, ui),
        Step::Agreement => agreement::ui(form, ui),
        Step::Sign => sign::ui(form, ui),
        Step::Versions => versions::ui(form, ui),
    }
}

fn voice_ui(form: Form<'_>, ui: &mut Ui) {
    let Some(review) = form.review(ui) else { return };
    form.hint(ui, form.say(W::VoiceHow));
    let taken = crate::desktop::form::paragraph(form.ctx, ui, form.say(W::PersonSays), &review.person_says, 5);
    if let Some(text) = taken {
        form.change(review, |review| review.person_says = text);
    }
    let before = form.plan().course.reviews.iter().filter(|other| other.held.is_some()).max_by_key(|other| other.held);
    if let Some(before) = before.filter(|before| !is_blank(&before.person_says)) {
        form.heading(ui, W::SaidBefore);
        ui.label(format!("“{}”", before.person_says));
    }
}

/// Where no review is under way: what there is to do instead.
fn begin_ui(form: Form<'_>, ui: &mut Ui) {
    if form.plan().course.standing == Standing::Draft {
        form.hint(ui, form.say(W::DraftFirst));
        if form.button(ui, form.say(W::GoSign)).clicked() {
            turn(form, Step::Sign);
        }
        return;
    }
    form.hint(ui, form.say(W::NoReviewYet));
    if widgets::primary(ui, form.say(W::BeginReview), form.ctx.tokens).clicked() {
        form.ctx.edit(Edit::Course(CourseEdit::Review(ListEdit::Add(Review::ahead(form.today())))));
    }
}

fn foot_ui(form: Form<'_>, ui: &mut Ui, step: Step) {
    ui.horizontal(|ui| {
        if let Some(previous) = step.previous() {
            let back = widgets::quiet(ui, form.say(W::Back)).on_hover_text(keys::said(form.ctx, ui, BACKWARD));
            widgets::ring(ui, &back, form.ctx.tokens);
            if back.clicked() {
                turn(form, previous);
            }
        }
        let Some(next) = step.next().filter(|_| step != Step::Sign) else { return };
        let words = next_to(form.say(next.name()), form.language());
        if widgets::primary(ui, &words, form.ctx.tokens).on_hover_text(keys::said(form.ctx, ui, ONWARD)).clicked() {
            turn(form, next);
        }
    });
}

fn keys(form: Form<'_>, ui: &Ui) {
    let step = form.looks().step;
    if ui.input_mut(|input| input.consume_shortcut(&ONWARD))
        && let Some(next) = step.next()
    {
        turn(form, next);
    }
    if ui.input_mut(|input| input.consume_shortcut(&BACKWARD))
        && let Some(previous) = step.previous()
    {
        turn(form, previous);
    }
}

fn turn(form: Form<'_>, step: Step) {
    form.ctx.send(Action::StepDone);
    form.ask(Ask::Turn(step));
}
