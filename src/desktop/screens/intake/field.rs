//! Fields of the intake: each knows its label, asks for its edit, and takes the keyboard when it is aimed at.

use egui::{Id, Response, Ui};

use super::{Ask, Page};
use crate::base::{ClockTime, Date, Id as _, Minutes};
use crate::desktop::action::Action;
use crate::desktop::form::{self, Rows, read};
use crate::desktop::view::{Room, ViewCtx};
use crate::desktop::{theme, widgets};
use crate::plan::{Edit, FrameEdit, LeavingEdit, PersonEdit, Plan};
use crate::wording::screen::{IntakeLabel as L, Words};
use crate::wording::time;

/// What every page reads: the window and the plan.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) ctx: &'a ViewCtx<'a>,
    pub(super) plan: &'a Plan,
}

impl Form<'_> {
    /// Fixed words.
    pub(super) fn say(self, words: impl Words) -> &'static str {
        self.ctx.say(words)
    }

    /// Asks for a change where there is one.
    pub(super) fn change<T>(self, taken: Option<T>, edit: impl FnOnce(T) -> Edit) {
        if let Some(value) = taken {
            self.ctx.edit(edit(value));
        }
    }

    /// Asks for a change to what the fields made of a part of the plan.
    pub(super) fn differs<T: PartialEq>(self, now: &T, then: T, edit: impl FnOnce(T) -> Edit) {
        if then != *now {
            self.ctx.edit(edit(then));
        }
    }

    /// Asks for a change about the person where there is one.
    pub(super) fn person<T>(self, taken: Option<T>, edit: impl FnOnce(T) -> PersonEdit) {
        self.change(taken, |value| Edit::Person(edit(value)));
    }

    /// Asks for a change about the clinical frame where there is one.
    pub(super) fn frame<T>(self, taken: Option<T>, edit: impl FnOnce(T) -> FrameEdit) {
        self.change(taken, |value| Edit::Frame(edit(value)));
    }

    /// Asks for a change about leaving where there is one.
    pub(super) fn leaving<T>(self, taken: Option<T>, edit: impl FnOnce(T) -> LeavingEdit) {
        self.change(taken, |value| Edit::Leaving(edit(value)));
    }

    /// Asks about the looks of the place.
    pub(super) fn ask(self, ask: Ask) {
        self.ctx.send(Action::Intake(ask));
    }

    /// The number that the next record gets.
    pub(super) fn next_id(self) -> u32 {
        self.plan.next_id().max(1)
    }

    /// Gives the keyboard to a control if it is the one that is aimed at.
    pub(super) fn aim(self, ui: &Ui, label: L, id: Id) {
        let is_elsewhere = self.comes_to_page(label) && self.entrance().is_some();
        if self.ctx.shell.intake.aim == Some(label) && !is_elsewhere {
            ui.memory_mut(|memory| memory.request_focus(id));
            let place = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(10.0, 64.0));
            // Whoever comes to a page begins at its top; whoever comes for a field wants it in the middle.
            ui.scroll_to_rect(place, (!self.comes_to_page(label)).then_some(egui::Align::Center));
            self.ask(Ask::Arrived(label));
        }
    }

    fn comes_to_page(self, label: L) -> bool {
        self.ctx.shell.intake.page.first() == label
    }

    /// The record at the top of the page that is shown, where the page is a list of them.
    fn entrance(self) -> Option<u32> {
        match self.ctx.shell.intake.page {
            Page::Health => self.plan.frame.medications.first().map(|one| one.id.number()),
            Page::Coverage => self.plan.coverage.first().map(|one| one.id.number()),
            Page::Releases => self.plan.person.releases.first().map(|one| one.id.number()),
            Page::Person
            | Page::OwnWords
            | Page::Program
            | Page::Times
            | Page::Clinical
            | Page::Safety
            | Page::Scores
            | Page::Leaving => None,
        }
    }

    /// Gives the keyboard to the line of a record if whoever comes to the page begins there.
    pub(super) fn aim_record(self, ui: &Ui, number: u32, id: Id) {
        let aim = self.ctx.shell.intake.aim.filter(|label| self.comes_to_page(*label));
        if let Some(label) = aim
            && self.entrance() == Some(number)
        {
            ui.memory_mut(|memory| memory.request_focus(id));
            self.ask(Ask::Arrived(label));
        }
    }

    fn aim_field(self, ui: &Ui, label: L) -> &'static str {
        let name = self.say(label);
        self.aim(ui, label, form::field_id(ui, name));
        name
    }

    /// A text in one line.
    pub(super) fn text(self, ui: &mut Ui, label: L, now: &str) -> Option<String> {
        let name = self.aim_field(ui, label);
        form::text(self.ctx, ui, name, now)
    }

    /// A text in one line, written into a record.
    pub(super) fn text_in(self, ui: &mut Ui, label: L, text: &mut String) {
        put(text, |now| self.text(ui, label, now));
    }

    /// A text over several lines, written into a record.
    pub(super) fn paragraph_in(self, ui: &mut Ui, label: L, text: &mut String) {
        put(text, |now| self.paragraph(ui, label, now));
    }

    /// One thing a line, written into a record.
    pub(super) fn lines_in(self, ui: &mut Ui, label: L, lines: &mut Vec<String>) {
        put(lines, |now| self.lines(ui, label, now));
    }

    /// A date or none, written into a record.
    pub(super) fn date_in(self, ui: &mut Ui, label: L, date: &mut Option<Date>, check: impl Fn(Date) -> Result<(), L>) {
        put(date, |now| self.date(ui, label, *now, check));
    }

    /// A date, written into a record.
    pub(super) fn firm_date_in(self, ui: &mut Ui, label: L, date: &mut Date, check: impl Fn(Date) -> Result<(), L>) {
        put(date, |now| self.firm_date(ui, label, *now, check));
    }

    /// One of several, written into a record.
    pub(super) fn choice_in<T: Copy + PartialEq>(self, ui: &mut Ui, label: L, one: &mut T, all: &[(T, &str)]) {
        put(one, |now| self.choice(ui, label, *now, all));
    }

    /// Yes or no, written into a record.
    pub(super) fn tick_in(self, ui: &mut Ui, label: L, yes: &mut bool) {
        put(yes, |now| self.tick(ui, label, *now));
    }

    /// A text over several lines.
    pub(super) fn paragraph(self, ui: &mut Ui, label: L, now: &str) -> Option<String> {
        let name = self.aim_field(ui, label);
        form::paragraph(self.ctx, ui, name, now, 3)
    }

    /// One thing a line.
    pub(super) fn lines(self, ui: &mut Ui, label: L, now: &[String]) -> Option<Vec<String>> {
        let name = self.aim_field(ui, label);
        form::lines(self.ctx, ui, name, now)
    }

    /// A date, or none, if nothing is wrong with it.
    #[expect(clippy::option_option, reason = "no change is one thing, a change to no date another")]
    pub(super) fn date(
        self,
        ui: &mut Ui,
        label: L,
        now: Option<Date>,
        check: impl Fn(Date) -> Result<(), L>,
    ) -> Option<Option<Date>> {
        let name = self.aim_field(ui, label);
        let language = self.ctx.language();
        let shown = now.map(|date| time::date(date, language)).unwrap_or_default();
        let read = |text: &str| {
            if text.trim().is_empty() {
                return Ok(None);
            }
            let date = read::date(text, self.ctx.today, language).ok_or(L::NoDate)?;
            check(date).map(|()| Some(date))
        };
        form::typed(self.ctx, ui, name, shown, Rows::One, read).filter(|date| *date != now)
    }

    /// A date that cannot be left out.
    pub(super) fn firm_date(
        self,
        ui: &mut Ui,
        label: L,
        now: Date,
        check: impl Fn(Date) -> Result<(), L>,
    ) -> Option<Date> {
        let name = self.aim_field(ui, label);
        let language = self.ctx.language();
        let read = |text: &str| {
            if text.trim().is_empty() {
                return Err(L::NeedsDate);
            }
            let date = read::date(text, self.ctx.today, language).ok_or(L::NoDate)?;
            check(date).map(|()| date)
        };
        let shown = time::date(now, language);
        form::typed(self.ctx, ui, name, shown, Rows::One, read).filter(|date| *date != now)
    }

    /// A time of day, if nothing is wrong with it.
    pub(super) fn clock(
        self,
        ui: &mut Ui,
        (name, rows): (&str, Rows),
        now: ClockTime,
        check: impl Fn(ClockTime) -> Result<(), L>,
    ) -> Option<ClockTime> {
        let read = |text: &str| {
            let time = read::clock(text).ok_or(L::NoTime)?;
            check(time).map(|()| time)
        };
        let shown = time::clock(now, self.ctx.language());
        form::typed(self.ctx, ui, name, shown, rows, read).filter(|time| *time != now)
    }

    /// Hours, as in `9` or `9.5`.
    pub(super) fn hours(self, ui: &mut Ui, label: L, now: Minutes) -> Option<Minutes> {
        let name = self.aim_field(ui, label);
        let read = |text: &str| hours(text).ok_or(L::NoHours);
        form::typed(self.ctx, ui, name, hours_said(now), Rows::One, read).filter(|minutes| *minutes != now)
    }

    /// A whole number.
    pub(super) fn number(self, ui: &mut Ui, label: L, now: u16, range: core::ops::RangeInclusive<u32>) -> Option<u16> {
        let name = self.aim_field(ui, label);
        let number = form::number(self.ctx, ui, name, Some(u32::from(now)), range)??;
        u16::try_from(number).ok()
    }

    /// One of several.
    pub(super) fn choice<T: Copy + PartialEq>(self, ui: &mut Ui, label: L, now: T, all: &[(T, &str)]) -> Option<T> {
        let name = self.aim_field(ui, label);
        form::choice(self.ctx, ui, name, now, all)
    }

    /// Yes or no.
    pub(super) fn tick(self, ui: &mut Ui, label: L, now: bool) -> Option<bool> {
        let response = ui.scope(|ui| {
            let mut taken = now;
            let response = ui.checkbox(&mut taken, self.say(label));
            self.aim(ui, label, response.id);
            response.changed().then_some(taken)
        });
        response.inner
    }

    /// A button that adds or fills in something.
    pub(super) fn button(self, ui: &mut Ui, label: L) -> Response {
        let response = ui.scope(|ui| ui.add(egui::Button::new(self.say(label)))).inner;
        self.aim(ui, label, response.id);
        widgets::ring(ui, &response, self.ctx.tokens);
        response
    }

    /// Words of lesser weight.
    pub(super) fn hint(self, ui: &mut Ui, text: impl Into<String>) {
        ui.label(theme::soft(text, self.ctx.tokens));
    }

    /// Words that belong to the field above them.
    pub(super) fn note(self, ui: &mut Ui, text: impl Into<String>) {
        ui.add_space(3.0 - ui.spacing().item_spacing.y);
        self.hint(ui, text);
    }

    /// A heading over fields.
    pub(super) fn heading(self, ui: &mut Ui, label: L) {
        ui.add_space(10.0);
        ui.label(theme::strong(self.say(label)));
    }

    /// Two fields beside each other, or below where there is no room.
    pub(super) fn pair(self, ui: &mut Ui, mut left: impl FnMut(&mut Ui), mut right: impl FnMut(&mut Ui)) {
        self.row(ui, [&mut left, &mut right]);
    }

    /// Fields beside each other, or below where there is no room.
    pub(super) fn row<const N: usize>(self, ui: &mut Ui, fields: [&mut dyn FnMut(&mut Ui); N]) {
        const LEAST: f32 = 136.0;
        let count = f32::from(u8::try_from(N).unwrap_or(u8::MAX));
        if self.ctx.room == Room::Tight || ui.available_width() < LEAST * count {
            for field in fields {
                field(ui);
            }
            return;
        }
        ui.columns_const(|columns: &mut [Ui; N]| {
            for (column, field) in columns.iter_mut().zip(fields) {
                field(column);
            }
        });
    }
}

pub(super) fn put<T>(place: &mut T, taken: impl FnOnce(&T) -> Option<T>) {
    if let Some(value) = taken(place) {
        *place = value;
    }
}

/// Nothing to check.
#[expect(clippy::unnecessary_wraps, reason = "it stands where checks stand that can fail")]
pub(super) fn any<T>(_: T) -> Result<(), L> {
    Ok(())
}

/// Not after today, and within living memory.
pub(super) fn past(today: Date) -> impl Fn(Date) -> Result<(), L> {
    move |date| {
        if date > today {
            Err(L::InFuture)
        } else if date.year() < today.year() - 120 {
            Err(L::TooOld)
        } else {
            Ok(())
        }
    }
}

/// Not before a date.
pub(super) fn not_before(first: Option<Date>) -> impl Fn(Date) -> Result<(), L> {
    move |date| if first.is_some_and(|first| date < first) { Err(L::EndsBeforeStart) } else { Ok(()) }
}

/// Not after a date.
pub(super) fn not_after(last: Option<Date>) -> impl Fn(Date) -> Result<(), L> {
    move |date| if last.is_some_and(|last| last < date) { Err(L::EndsBeforeStart) } else { Ok(()) }
}

fn hours(text: &str) -> Option<Minutes> {
    const MOST: f32 = 60.0;
    let text = text.trim().trim_end_matches(['h', ' ']).replace(',', ".");
    let hours: f32 = text.parse().ok().filter(|hours| (0.0..=MOST).contains(hours))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 3600, checked above")]
    let minutes = (hours * 60.0).round() as u16;
    Some(Minutes(minutes))
}

fn hours_said(minutes: Minutes) -> String {
    let text = format!("{:.2}", f32::from(minutes.0) / 60.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, minutes) in [("9", 540), ("9.5", 570), ("9,25 h", 555), (" 0 ", 0), ("60", 3600)] {
            assert_eq!(hours(text), Some(Minutes(minutes)), "{text}");
        }
        for text in ["", "nine", "61", "-1", "NaN", "inf"] {
            assert_eq!(hours(text), None, "{text}");
        }
        assert_eq!(hours_said(Minutes(570)), "9.5");
        assert_eq!(hours_said(Minutes(600)), "10");
    }
}
