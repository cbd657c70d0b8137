//! What was signed: every version with its date, author, reason and hash; to read, to compare, to bring back.

use egui::Ui;

use super::changes::groups_ui;
use super::form::Form;
use super::looks::Ask;
use super::model;
use super::step::Step;
use super::turn;
use crate::base::is_blank;
use crate::desktop::{form as fields, theme, widgets};
use crate::history::{Effect, Hash, Version};
use crate::plan::Plan;
use crate::wording::changes::Group;
use crate::wording::history as words;
use crate::wording::screen::ReviewWords as W;
use crate::wording::screen::review::{restore_version, show_version, version_line};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    let versions = form.open.versions();
    if versions.is_empty() {
        form.hint(ui, words::no_version(form.language()));
        if form.button(ui, form.say(W::GoSign)).clicked() {
            turn(form, Step::Sign);
        }
        return;
    }
    for version in versions.iter().rev() {
        ui.push_id(("version", version.number()), |ui| version_ui(form, ui, version));
    }
    compare_ui(form, ui, versions);
}

fn version_ui(form: Form<'_>, ui: &mut Ui, version: &Version) {
    ui.label(theme::strong(version_line(version.mark(), version.author(), form.language())));
    if !is_blank(version.reason()) {
        ui.label(version.reason());
    }
    ui.horizontal_wrapped(|ui| {
        let show = widgets::quiet(ui, &show_version(version.number(), form.language()));
        let restore = widgets::quiet(ui, &restore_version(version.number(), form.language()));
        widgets::ring(ui, &show, form.ctx.tokens);
        widgets::ring(ui, &restore, form.ctx.tokens);
        if show.clicked() {
            form.ask(Ask::Show(Some(version.number())));
        }
        if restore.clicked() {
            form.ask(Ask::Restore(version.number()));
        }
        form.hint(ui, version.hash().short());
    });
    ui.add_space(6.0);
}

/// The change list between any two versions; the later one may be the plan as it is.
fn compare_ui(form: Form<'_>, ui: &mut Ui, versions: &[Version]) {
    form.heading(ui, W::Compare);
    let last = versions.last().map_or(1, Version::number);
    let (from, to) = form.looks().compared.unwrap_or_else(|| usual(form, last));
    let named: Vec<(u32, String)> = versions
        .iter()
        .map(|version| (version.number(), words::version_name(version.number(), form.language())))
        .collect();
    let froms: Vec<(u32, &str)> = named.iter().map(|(number, name)| (*number, name.as_str())).collect();
    let mut tos: Vec<(Option<u32>, &str)> = froms.iter().map(|(number, name)| (Some(*number), *name)).collect();
    tos.push((None, form.say(W::AsItIs)));
    let mut then = (from, to);
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        if let Some(taken) = fields::choice(form.ctx, left, form.say(W::CompareFrom), from, &froms) {
            then.0 = taken;
        }
        if let Some(taken) = fields::choice(form.ctx, right, form.say(W::CompareTo), to, &tos) {
            then.1 = taken;
        }
    });
    if then != (from, to) {
        form.ask(Ask::Compare(then.0, then.1));
    }
    groups_ui(form, ui, &compared(form, ui, (from, to)));
}

/// What changed since the last version; where nothing did, what changed with it.
fn usual(form: Form<'_>, last: u32) -> (u32, Option<u32>) {
    match form.model().effect {
        Effect::InEffect(_) if last > 1 => (last - 1, Some(last)),
        Effect::InEffect(_) | Effect::Revised(_) | Effect::Draft => (last, None),
    }
}

type Told = ((u32, Option<u32>, u64, Option<Hash>, crate::base::Language), std::sync::Arc<Vec<Group>>);

/// Reading a version takes milliseconds, so that what was told is kept while the same two are compared.
fn compared(form: Form<'_>, ui: &Ui, (from, to): (u32, Option<u32>)) -> std::sync::Arc<Vec<Group>> {
    let head = form.open.versions().last().map(Version::hash);
    let key = (from, to, form.open.stamp(), head, form.language());
    let id = egui::Id::unique("compared versions");
    if let Some((told, lines)) = ui.data(|data| data.get_temp::<Told>(id))
        && told == key
    {
        return lines;
    }
    let read = |number: u32| -> Option<Plan> {
        form.open.versions().iter().find(|version| version.number() == number)?.plan().ok()
    };
    let to = to.map_or_else(|| Some(form.plan().clone()), read);
    let lines = read(from).zip(to).map(|(from, to)| model::lines(&from, &to, form.language())).unwrap_or_default();
    let lines = std::sync::Arc::new(lines);
    ui.data_mut(|data| data.insert_temp(id, (key, lines.clone())));
    lines
}
