//! Coverage: payers in the order in which they pay, the rules that they go by, and authorizations.

use egui::Ui;

use super::field::{Form, any, not_after, not_before, put};
use super::record::{self, Line, List};
use crate::base::{AuthorizationId, PayerId, Slug, days_after, is_blank};
use crate::desktop::theme;
use crate::desktop::widgets::{self, Sign};
use crate::draft::stay;
use crate::plan::{Authorization, AuthorizedUnit, Edit, ListEdit, Payer, ends, starts};
use crate::wording::screen::IntakeLabel as L;
use crate::wording::screen::intake::{joined, remove};
use crate::wording::{terms, time};

pub(super) fn ui(form: Form<'_>, ui: &mut Ui) {
    form.hint(ui, form.say(L::FirstPayer));
    let coverage = &form.plan.coverage;
    let edit = Edit::Payer;
    let list = List { records: coverage, add: L::AddPayer, first: L::PayerName, edit: &edit };
    let blank = || Payer {
        id: PayerId::default(),
        name: String::new(),
        member_number: String::new(),
        pack: None,
        counts_as: stay::counts_as(None, form.ctx.clinic()),
        authorizations: Vec::new(),
    };
    let line = |payer: &Payer| Line { title: payer.name.clone(), detail: detail(form, payer) };
    record::list_ui(form, ui, &list, blank, line, |ui, payer| payer_ui(form, ui, payer));
    if coverage.is_empty() && form.button(ui, L::SelfPay).clicked() {
        let payer = Payer { name: form.say(L::SelfPay).to_lowercase(), ..blank() };
        form.ctx.edit(Edit::Payer(ListEdit::Add(payer)));
    }
}

fn detail(form: Form<'_>, payer: &Payer) -> String {
    let pack = payer.pack.as_ref().and_then(|slug| form.ctx.catalog.packs.get(slug));
    joined(&[pack.map_or("", |pack| pack.name.get(form.ctx.language())), &payer.member_number])
}

fn payer_ui(form: Form<'_>, ui: &mut Ui, payer: &mut Payer) {
    let is_first = form.plan.coverage.first().is_some_and(|first| first.id == payer.id);
    let Payer { id: _, name, member_number, .. } = payer;
    form.pair(ui, |ui| form.text_in(ui, L::PayerName, name), |ui| form.text_in(ui, L::MemberNumber, member_number));
    pack_ui(form, ui, payer);
    authorizations_ui(form, ui, payer);
    if !is_first && form.button(ui, L::PayFirst).clicked() {
        form.ctx.edit(Edit::Payer(ListEdit::Move(payer.id, 0)));
    }
}

fn pack_ui(form: Form<'_>, ui: &mut Ui, payer: &mut Payer) {
    let (packs, language) = (&form.ctx.catalog.packs, form.ctx.language());
    let mut all: Vec<(Option<&Slug>, &str)> = vec![(None, form.say(L::NoPack))];
    all.extend(packs.values().map(|pack| (Some(&pack.slug), pack.name.get(language))));
    let now = payer.pack.clone();
    if let Some(taken) = form.choice(ui, L::Pack, now.as_ref(), &all) {
        let pack = taken.and_then(|slug| packs.get(slug));
        payer.counts_as = stay::counts_as(pack, form.ctx.clinic());
        payer.pack = taken.cloned();
    }
    if let Some(pack) = now.as_ref().and_then(|slug| packs.get(slug)) {
        form.note(ui, format!("{} ({})", pack.source, pack.source_date));
    }
}

fn authorizations_ui(form: Form<'_>, ui: &mut Ui, payer: &Payer) {
    let edit = |change| Edit::Authorization(payer.id, change);
    if !payer.authorizations.is_empty() {
        ui.label(theme::strong(form.say(L::Authorizations)));
    }
    for authorization in &payer.authorizations {
        let id = egui::Id::unique(("intake authorization", authorization.id));
        ui.scope_builder(egui::UiBuilder::new().scope_id(id), |ui| {
            let mut then = authorization.clone();
            if authorization_ui(form, ui, &mut then) {
                form.ctx.edit(edit(ListEdit::Remove(authorization.id)));
            } else {
                form.differs(authorization, then, |then| edit(ListEdit::Replace(then)));
            }
        });
    }
    if form.button(ui, L::AddAuthorization).clicked() {
        form.ctx.edit(edit(ListEdit::Add(blank(form))));
    }
}

/// A new authorization is for the whole stay until somebody says otherwise.
fn blank(form: Form<'_>) -> Authorization {
    let from = starts(form.plan).unwrap_or(form.ctx.today);
    Authorization {
        id: AuthorizationId::default(),
        number: String::new(),
        unit: AuthorizedUnit::Days,
        approved: 0,
        used: 0,
        from,
        to: ends(form.plan).unwrap_or_else(|| days_after(from, 62)),
        next_review: None,
    }
}

/// One authorization; tells whether it is to go.
fn authorization_ui(form: Form<'_>, ui: &mut Ui, authorization: &mut Authorization) -> bool {
    const MOST: u32 = 9_999;
    let (first, last, language) = (authorization.from, authorization.to, form.ctx.language());
    let units =
        [AuthorizedUnit::Days, AuthorizedUnit::Units].map(|unit| (unit, terms::authorized_unit(unit, language)));
    let told = if is_blank(&authorization.number) { time::day(first, language) } else { authorization.number.clone() };
    let Authorization { id: _, number, unit, approved, used, from, to, next_review } = authorization;
    let removed = ui.horizontal_top(|ui| {
        let size = egui::vec2(ui.available_width() - 36.0, 0.0);
        ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::LEFT), |ui| {
            ui.set_width(size.x);
            form.pair(
                ui,
                |ui| form.text_in(ui, L::AuthorizationNumber, number),
                |ui| form.choice_in(ui, L::Unit, unit, &units),
            );
        });
        ui.vertical(|ui| {
            ui.add_space(19.0);
            widgets::sign(ui, form.ctx.tokens, Sign::Cross, &remove(&told, language)).clicked()
        })
        .inner
    });
    form.pair(
        ui,
        |ui| put(approved, |now| form.number(ui, L::Approved, *now, 0..=MOST)),
        |ui| put(used, |now| form.number(ui, L::Used, *now, 0..=MOST)),
    );
    form.row(
        ui,
        [
            &mut |ui| form.firm_date_in(ui, L::FirstDay, from, not_after(Some(last))),
            &mut |ui| form.firm_date_in(ui, L::LastDay, to, not_before(Some(first))),
            &mut |ui| form.date_in(ui, L::NextReview, next_review, any),
        ],
    );
    removed.inner
}
