//! Ways out of a clash: what each changes in the plan, and what it concedes of the rules for one calendar.

use super::{SLOT, Task};
use crate::base::{ClockTime, Date, Frequency, ModuleId, Weekday, days_after};
use crate::plan::{Available, Away, Edit, ModuleEdit, PersonEdit, SessionEdit};
use crate::schedule::engine::{Fault, Give, ModuleIx, Placement, Problem, Relaxation, Rule};

/// A way out that can be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relief {
    /// What it changes in the plan.
    pub edits: Vec<Edit>,
    /// What it concedes for this one calendar.
    pub concessions: Vec<Concession>,
}

/// A rule that gives way for one calendar; the plan does not hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concession {
    /// Fewest minutes of a week.
    WeekMin(u16, u32),
    /// Most minutes of a week.
    WeekMax(u16, u32),
    /// Fewest days of a week.
    DaysMin(u16, u32),
    /// Most days of a week.
    DaysMax(u16, u32),
    /// Most sessions of a module in a day.
    PerDay(ModuleId, u16),
}

impl Task<'_> {
    /// What a way out comes to; `None` where part of it is in nobody's hands here.
    pub fn relief(&self, way: &Relaxation) -> Option<Relief> {
        let mut relief = Relief::default();
        let mut person = (self.request.plan.person.availability.clone(), self.request.plan.person.away.clone());
        for (rule, give) in &way.gives {
            self.give(*rule, give, &mut relief, &mut person)?;
        }
        let (hours, away) = person;
        let now = &self.request.plan.person;
        relief.edits.extend((hours != now.availability).then_some(Edit::Person(PersonEdit::Availability(hours))));
        relief.edits.extend((away != now.away).then_some(Edit::Person(PersonEdit::Away(away))));
        Some(relief)
    }

    fn give(
        &self,
        rule: Rule,
        give: &Give,
        relief: &mut Relief,
        (hours, away): &mut (Vec<Available>, Vec<Away>),
    ) -> Option<()> {
        match (rule, give) {
            (Rule::Avail(_), Give::Places(places)) => places.iter().for_each(|at| self.free(hours, *at)),
            (Rule::Absence(week, day), _) => *away = without(away, self.frame.date(week, day)),
            (Rule::Sessions(ix), Give::Instead { asked, becomes }) => {
                let fewer = u16::try_from(asked.checked_sub(*becomes)?).ok()?;
                let module = self.module_of(ix)?;
                relief.edits.push(Edit::Module(module.0, ModuleEdit::Sessions(module.1.checked_sub(fewer)?)));
            }
            (Rule::Freq(ix), Give::Instead { becomes, .. }) => {
                let often = Frequency { sessions: u8::try_from(*becomes).ok()?, weeks: 1 };
                relief.edits.push(Edit::Module(self.module_of(ix)?.0, ModuleEdit::Frequency(often)));
            }
            (Rule::Pin(ix, week, day, start), _) => relief.edits.push(self.unpin(ix, (week, day, start))?),
            (_, Give::Instead { becomes, .. }) => relief.concessions.push(self.concession(rule, *becomes)?),
            (_, Give::Places(_) | Give::Dropped) => return None,
        }
        Some(())
    }

    fn concession(&self, rule: Rule, becomes: u32) -> Option<Concession> {
        match rule {
            Rule::WeekMin(week) => Some(Concession::WeekMin(week, becomes)),
            Rule::WeekMax(week) => Some(Concession::WeekMax(week, becomes)),
            Rule::DaysMin(week) => Some(Concession::DaysMin(week, becomes)),
            Rule::DaysMax(week) => Some(Concession::DaysMax(week, becomes)),
            Rule::PerDay(ix) => Some(Concession::PerDay(self.module_of(ix)?.0, u16::try_from(becomes).ok()?)),
            Rule::Avail(_)
            | Rule::Absence(..)
            | Rule::PartialAbsence(..)
            | Rule::Closure(..)
            | Rule::Earliest(_)
            | Rule::Latest(_)
            | Rule::Full(..)
            | Rule::Off(..)
            | Rule::Busy(..)
            | Rule::Rooms(..)
            | Rule::Sessions(_)
            | Rule::Freq(_)
            | Rule::Gap(_)
            | Rule::Order(_)
            | Rule::DayMin
            | Rule::DayMax
            | Rule::Pin(..) => None,
        }
    }

    fn module_of(&self, ix: ModuleIx) -> Option<(ModuleId, u16)> {
        self.module(self.problem.module_id(ix)).map(|module| (module.id, module.sessions))
    }

    fn unpin(&self, ix: ModuleIx, (week, day, start): (u16, u8, u16)) -> Option<Edit> {
        let (module, _) = self.module_of(ix)?;
        let (date, start) = (self.frame.date(week, day), ClockTime::from_minutes(start * SLOT)?);
        let mut own = self.request.plan.sessions_of(module);
        let session = own.find(|session| session.pinned && session.date == date && session.start == start)?;
        Some(Edit::Session(session.id, SessionEdit::Unpin))
    }

    /// Adds the time of a place to the person's hours.
    fn free(&self, hours: &mut Vec<Available>, at: Placement) {
        let minutes = u16::try_from(self.problem.dose(at.module).1).unwrap_or(0);
        let weekday = Weekday::ALL.get(usize::from(at.day)).copied();
        let Some((day, from)) = weekday.zip(ClockTime::from_minutes(at.start * SLOT)) else { return };
        let to = from.after(crate::base::Minutes(minutes));
        let (own, mut others): (Vec<Available>, Vec<Available>) = hours.drain(..).partition(|one| one.day == day);
        let mut spans: Vec<(ClockTime, ClockTime)> = own.iter().map(|one| (one.from, one.to)).collect();
        spans.push((from, to));
        spans.sort_unstable();
        let mut merged: Vec<(ClockTime, ClockTime)> = Vec::new();
        for (from, to) in spans {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                Some(_) | None => merged.push((from, to)),
            }
        }
        others.extend(merged.into_iter().map(|(from, to)| Available { day, from, to }));
        others.sort_by_key(|one| (one.day.index(), one.from));
        *hours = others;
    }

    /// The same problem with these concessions.
    pub(super) fn conceding(mut self, concessions: &[Concession]) -> Result<Self, Fault> {
        let program = &mut self.instance.program;
        for one in concessions {
            match *one {
                Concession::WeekMin(week, minutes) => set(&mut program.week_min, week, minutes),
                Concession::WeekMax(week, minutes) => set(&mut program.week_max, week, minutes),
                Concession::DaysMin(week, days) => set(&mut program.days_min, week, u8::try_from(days).unwrap_or(0)),
                Concession::DaysMax(week, days) => set(&mut program.days_max, week, u8::try_from(days).unwrap_or(7)),
                Concession::PerDay(module, most) => {
                    let name = super::name_of(module);
                    let texts = self.instance.modules.iter_mut().filter(|text| text.id == name);
                    texts.for_each(|text| text.per_day_max = most);
                }
            }
        }
        self.problem = Problem::new(&self.instance)?;
        Ok(self)
    }
}

fn set<T>(list: &mut [T], week: u16, value: T) {
    if let Some(entry) = list.get_mut(usize::from(week)) {
        *entry = value;
    }
}

/// The times away without one date.
fn without(away: &[Away], date: Date) -> Vec<Away> {
    let day_before = date.yesterday().unwrap_or(date);
    let parts = away.iter().flat_map(|one| {
        let holds = one.from <= date && date <= one.to;
        if !holds {
            return vec![one.clone()];
        }
        let before = (one.from < date).then(|| Away { to: day_before, ..one.clone() });
        let after = (date < one.to).then(|| Away { from: days_after(date, 1), ..one.clone() });
        before.into_iter().chain(after).collect()
    });
    parts.collect()
}
