//! A module of the clinician's own: name, sort, who is in the room, minutes and sessions.

use egui::Ui;

use super::dose::{Stepped, stepper};
use super::looks::{Ask, Own, Sheet};
use super::{ask, detail, library};
use crate::base::{Bilingual, Counts, Course, Frequency, Minutes, ModuleId, ServiceKind, Slug, is_blank};
use crate::desktop::open::OpenPlan;
use crate::desktop::view::ViewCtx;
use crate::desktop::{form, theme, widgets};
use crate::plan::{Edit, ListEdit, PlacedModule};
use crate::wording::paper::sentence_case;
use crate::wording::screen::{Label, ModulesWords};
use crate::wording::terms;

const KINDS: [ServiceKind; 17] = [
    ServiceKind::Cbt,
    ServiceKind::Dbt,
    ServiceKind::Trauma,
    ServiceKind::Individual,
    ServiceKind::Group,
    ServiceKind::Family,
    ServiceKind::Psychoeducation,
    ServiceKind::SkillBuilding,
    ServiceKind::Mindfulness,
    ServiceKind::Motivational,
    ServiceKind::RelapsePrevention,
    ServiceKind::Medical,
    ServiceKind::CaseManagement,
    ServiceKind::Support,
    ServiceKind::Nutrition,
    ServiceKind::Aftercare,
    ServiceKind::Review,
];

/// The form.
pub(super) fn ui(ctx: &ViewCtx<'_>, open: &OpenPlan, ui: &mut Ui, now: &Own) {
    detail::back_ui(ctx, ui);
    ui.label(theme::heading(ctx.say(ModulesWords::OwnTitle)));
    ui.add_space(4.0);
    let mut next = now.clone();
    fields_ui(ctx, ui, &mut next);
    if next != *now {
        ask(ctx, Ask::Show(Sheet::Own(next)));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let ready = !is_blank(&now.name);
        let button = ui.add_enabled_ui(ready, |ui| ui.button(theme::strong(ctx.say(ModulesWords::AddOwn)))).inner;
        if button.clicked() {
            add(ctx, open, now);
            ask(ctx, Ask::Show(Sheet::List));
        }
        if widgets::quiet(ui, ctx.say(Label::Cancel)).clicked() {
            ask(ctx, Ask::Show(Sheet::List));
        }
    });
}

fn fields_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, next: &mut Own) {
    let language = ctx.language();
    if let Some(name) = form::text(ctx, ui, ctx.say(ModulesWords::OwnName), &next.name) {
        next.name = name;
    }
    if let Some(why) = form::paragraph(ctx, ui, ctx.say(ModulesWords::OwnWhy), &next.why, 2) {
        next.why = why;
    }
    let kinds = KINDS.map(|kind| (kind, terms::service(kind, language)));
    if let Some(kind) = form::choice(ctx, ui, ctx.say(ModulesWords::Kind), next.kind, &kinds) {
        next.kind = kind;
    }
    let formats = library::FORMATS.map(|format| (format, sentence_case(terms::format(format, language))));
    let formats: Vec<_> = formats.iter().map(|(format, words)| (*format, words.as_str())).collect();
    if let Some(format) = form::choice(ctx, ui, ctx.say(ModulesWords::Format), next.format, &formats) {
        next.format = format;
    }
    ui.horizontal_wrapped(|ui| {
        if let Some(sessions) = stepper(ctx, ui, Stepped::Sessions, next.sessions) {
            next.sessions = sessions;
        }
        if let Some(minutes) = stepper(ctx, ui, Stepped::Minutes, next.minutes.0) {
            next.minutes = Minutes(minutes);
        }
    });
}

fn add(ctx: &ViewCtx<'_>, open: &OpenPlan, own: &Own) {
    let Ok(slug) = Slug::new(&format!("own-{}", open.plan().next_id())) else { return };
    let both = |text: &str| Bilingual { en: text.trim().to_owned(), es: text.trim().to_owned() };
    let module = PlacedModule {
        id: ModuleId::default(),
        slug,
        edition: 0,
        kind: own.kind,
        format: own.format,
        name: both(&own.name),
        plain_name: both(&own.name),
        why: both(&own.why),
        reason: String::new(),
        topics: Vec::new(),
        course: Course::Ongoing,
        minutes: own.minutes,
        breaks: Minutes(0),
        counts: Counts { minutes: own.minutes, except: Vec::new() },
        sessions: own.sessions,
        frequency: Frequency { sessions: 1, weeks: 1 },
        objectives: Vec::new(),
        responsible: None,
        codes: Vec::new(),
    };
    ctx.edit(Edit::Modules(ListEdit::Add(module)));
}
