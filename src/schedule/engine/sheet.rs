//! A timetable sorted by date and by module, so that any part of its worth can be counted on its own.

use super::answer::{Culprit, Place, Tier};
use super::instance::FormatText;
use super::problem::{Candidate, ModuleIx, Placement, Problem, State};
use super::rule::{Order, Rule};
use super::score::{Violation, long_wait};

/// A timetable sorted by date and by module.
pub(super) struct Sheet<'a> {
    problem: &'a Problem,
    strange: Vec<Placement>,
    /// For each date the numbers of its candidates, in order of time.
    dates: Vec<Vec<usize>>,
    /// For each module the numbers of its candidates, in order of time.
    modules: Vec<Vec<usize>>,
    /// For each module and week, how many.
    counts: Vec<Vec<u32>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn of(problem: &'a Problem, placements: &[Placement]) -> Self {
        let mut sheet = Self {
            problem,
            strange: Vec::new(),
            dates: vec![Vec::new(); problem.weeks.len() * 7],
            modules: vec![Vec::new(); problem.modules.len()],
            counts: vec![vec![0; problem.weeks.len()]; problem.modules.len()],
        };
        for &at in placements {
            match problem.find(at) {
                Some(number) => sheet.put(number),
                None => sheet.strange.push(at),
            }
        }
        sheet
    }

    /// Adds a session.
    pub(super) fn put(&mut self, number: usize) {
        let candidate = &self.problem.candidates[number];
        let module = usize::from(candidate.at.module.0);
        for list in [&mut self.dates[candidate.date()], &mut self.modules[module]] {
            let at = list.partition_point(|&other| other < number);
            list.insert(at, number);
        }
        self.counts[module][usize::from(candidate.at.week)] += 1;
    }

    /// Takes a session away.
    pub(super) fn take(&mut self, number: usize) {
        let candidate = &self.problem.candidates[number];
        let module = usize::from(candidate.at.module.0);
        for list in [&mut self.dates[candidate.date()], &mut self.modules[module]] {
            if let Some(at) = list.iter().position(|&other| other == number) {
                list.remove(at);
            }
        }
        let count = &mut self.counts[module][usize::from(candidate.at.week)];
        *count = count.saturating_sub(1);
    }

    /// Everything that is wrong, in no order.
    pub(super) fn broken(&self, placements: &[Placement]) -> Vec<Violation> {
        let mut found: Vec<Violation> = self.strange.iter().map(|&at| Violation::NoPlace(at)).collect();
        self.places(placements, &mut found);
        for date in self.problem.first_date..self.dates.len() {
            self.day(date, &mut found);
        }
        for week in self.problem.first_week..self.problem.weeks.len() {
            self.week(week, &mut found);
        }
        for number in 0..self.modules.len() {
            self.module(number, &mut found);
        }
        for &order in &self.problem.orders {
            self.order(order, &mut found);
        }
        found
    }

    /// What is wrong with a module, and with the weeks and dates of some of its sessions.
    pub(super) fn broken_around(&self, module: ModuleIx, places: [&Candidate; 2]) -> Vec<Violation> {
        let mut found = Vec::new();
        for place in places {
            self.day(place.date(), &mut found);
            self.week(usize::from(place.at.week), &mut found);
        }
        self.module(usize::from(module.0), &mut found);
        for &order in self.problem.orders.iter().filter(|order| order.before == module || order.after == module) {
            self.order(order, &mut found);
        }
        for pin in self.problem.pins.iter().filter(|pin| pin.module == module) {
            self.pin(*pin, &mut found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The tiers as far as they hang on a module and on two of its places.
    pub(super) fn values_around(&self, module: ModuleIx, places: [&Candidate; 2]) -> [u32; 8] {
        let number = usize::from(module.0);
        let [one, other] = places.map(|place| usize::from(place.at.week));
        let weeks = if one == other { vec![one] } else { vec![one, other] };
        let [first, second] = places.map(Candidate::date);
        let dates = if first == second { vec![first] } else { vec![first, second] };
        Tier::ALL.map(|tier| match tier {
            Tier::Change => self.modules[number].iter().map(|&number| u32::from(self.problem.change[number])).sum(),
            Tier::Pacing => self.pacing(number),
            Tier::Days => weeks.iter().map(|&week| self.week_days(week)).sum(),
            Tier::Waits => dates.iter().map(|&date| self.waits(date)).sum(),
            Tier::Provider => self.providers(number),
            Tier::Slot => self.slots(number),
            Tier::Pref => self.outside(number).count().try_into().unwrap_or(u32::MAX),
            Tier::Hours => weeks.iter().map(|&week| self.hours(week)).sum(),
        })
    }

    /// What makes the value of a tier.
    pub(super) fn parts(&self, tier: Tier) -> Vec<Culprit> {
        let by_module = |amount: &dyn Fn(usize) -> u32| -> Vec<Culprit> {
            let numbers = (0_u16..).zip(0..self.modules.len());
            numbers.map(|(ix, number)| Culprit { amount: amount(number), place: Place::Module(ModuleIx(ix)) }).collect()
        };
        let by_week = |amount: &dyn Fn(usize) -> u32| -> Vec<Culprit> {
            self.open_weeks().map(|(ix, week)| Culprit { amount: amount(week), place: Place::Week(ix) }).collect()
        };
        match tier {
            Tier::Change => self.changes(),
            Tier::Pacing => by_module(&|number| self.pacing(number)),
            Tier::Days => by_week(&|week| self.week_days(week)),
            Tier::Waits => self.all_waits(),
            Tier::Provider => by_module(&|number| self.providers(number)),
            Tier::Slot => by_module(&|number| self.slots(number)),
            Tier::Pref => self.all_outside(),
            Tier::Hours => by_week(&|week| self.hours(week)),
        }
    }

    fn on_date(&self, date: usize) -> impl Iterator<Item = &Candidate> + '_ {
        self.dates[date].iter().map(|&number| &self.problem.candidates[number])
    }

    fn of_module(&self, number: usize) -> impl Iterator<Item = &Candidate> + '_ {
        self.modules[number].iter().map(|&number| &self.problem.candidates[number])
    }

    fn places(&self, placements: &[Placement], found: &mut Vec<Violation>) {
        for numbers in &self.dates {
            for &number in numbers {
                let candidate = &self.problem.candidates[number];
                if candidate.state == State::Blocked {
                    found.extend(self.problem.blocks(candidate).iter().map(|&rule| Violation::Rule(rule)));
                }
            }
            let twice = numbers.windows(2).filter(|pair| pair[0] == pair[1]);
            found.extend(twice.map(|pair| Violation::Twice(self.problem.candidates[pair[0]].at)));
        }
        let held = self.problem.candidates.iter().filter(|candidate| candidate.state == State::Held);
        let missing = held.filter(|candidate| !placements.contains(&candidate.at));
        found.extend(missing.map(|candidate| Violation::Held(candidate.at)));
        for &pin in &self.problem.pins {
            self.pin(pin, found);
        }
    }

    fn pin(&self, pin: Placement, found: &mut Vec<Violation>) {
        let kept = self.of_module(usize::from(pin.module.0)).any(|candidate| candidate.at == pin);
        found.extend((!kept).then_some(Violation::Rule(Rule::Pin(pin.module, pin.week, pin.day, pin.start))));
    }

    fn day_minutes(&self, date: usize) -> u32 {
        let sessions: u32 = self.on_date(date).map(|candidate| self.problem.minutes(candidate.len)).sum();
        let extras = self.problem.extras.iter().filter(|extra| extra.date == date);
        sessions + extras.map(|extra| self.problem.minutes(extra.end - extra.start)).sum::<u32>()
    }

    fn is_attended(&self, date: usize) -> bool {
        !self.dates[date].is_empty() || self.problem.extras.iter().any(|extra| extra.date == date)
    }

    fn day(&self, date: usize, found: &mut Vec<Violation>) {
        let limits = self.problem.weeks[date / 7];
        if date < self.problem.first_date || !self.is_attended(date) {
            return;
        }
        for pair in self.dates[date].windows(2) {
            let (one, next) = (&self.problem.candidates[pair[0]], &self.problem.candidates[pair[1]]);
            if next.at.start < one.end() + self.problem.break_slots {
                found.push(Violation::Overlap(one.at, next.at));
            }
        }
        let minutes = self.day_minutes(date);
        found.extend((minutes < limits.day_min).then_some(Violation::Rule(Rule::DayMin)));
        found.extend((minutes > limits.day_max).then_some(Violation::Rule(Rule::DayMax)));
        for candidate in self.on_date(date) {
            let module = candidate.at.module;
            let same = self.on_date(date).filter(|other| other.at.module == module).count();
            let many = u32::try_from(same).unwrap_or(u32::MAX) > self.problem.module(module).per_day;
            found.extend(many.then_some(Violation::Rule(Rule::PerDay(module))));
        }
    }

    fn week_minutes(&self, week: usize) -> u32 {
        (week * 7..week * 7 + 7).map(|date| self.day_minutes(date)).sum()
    }

    /// The minutes of a week that count towards its floor and its aim.
    fn week_counted(&self, week: usize) -> u32 {
        let candidates = (week * 7..week * 7 + 7).flat_map(|date| self.on_date(date));
        let sessions = candidates.map(|candidate| self.problem.module(candidate.at.module).counted);
        let extras = self.problem.extras_in(week).map(|extra| extra.counted);
        sessions.chain(extras).map(|slots| self.problem.minutes(slots)).sum()
    }

    fn week_days(&self, week: usize) -> u32 {
        (week * 7..week * 7 + 7).map(|date| u32::from(self.is_attended(date))).sum()
    }

    fn week(&self, number: usize, found: &mut Vec<Violation>) {
        let week = self.problem.weeks[number];
        let (minutes, days) = (self.week_minutes(number), self.week_days(number));
        let counted = self.week_counted(number);
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        let broken = [
            (counted < week.min, Rule::WeekMin(number)),
            (minutes > week.max, Rule::WeekMax(number)),
            (days < week.days_min, Rule::DaysMin(number)),
            (days > week.days_max, Rule::DaysMax(number)),
        ];
        found.extend(broken.into_iter().filter(|(holds, _)| *holds).map(|(_, rule)| Violation::Rule(rule)));
    }

    fn module(&self, number: usize, found: &mut Vec<Violation>) {
        let (module, counts) = (&self.problem.modules[number], &self.counts[number]);
        let ix = ModuleIx(u16::try_from(number).unwrap_or(u16::MAX));
        let total: u32 = counts.iter().sum();
        found.extend((total != module.sessions).then_some(Violation::Rule(Rule::Sessions(ix))));
        let often = counts.iter().skip(self.problem.first_week).any(|&count| count > module.per_week);
        found.extend(often.then_some(Violation::Rule(Rule::Freq(ix))));
        for run in &module.gaps {
            let (Some(&first), Some(&last)) = (run.first(), run.last()) else { continue };
            let before: u32 = counts.iter().take(usize::from(first)).sum();
            let within: u32 = run.iter().map(|&week| counts[usize::from(week)]).sum();
            let open = usize::from(last) >= self.problem.first_week;
            let gap = open && before > 0 && before < module.sessions && within == 0;
            found.extend(gap.then_some(Violation::Rule(Rule::Gap(ix))));
        }
    }

    fn order(&self, order: Order, found: &mut Vec<Violation>) {
        let nth = |module: ModuleIx, n: u16| {
            let numbers = &self.modules[usize::from(module.0)];
            let number = usize::from(n).checked_sub(1).and_then(|n| numbers.get(n));
            number.map(|&number| self.problem.candidates[number].date())
        };
        let Some(late) = nth(order.after, order.j) else { return };
        if nth(order.before, order.k).is_none_or(|early| early >= late) {
            found.push(Violation::Rule(Rule::Order(order)));
        }
    }

    fn changes(&self) -> Vec<Culprit> {
        let numbers = self.dates.iter().flatten();
        let parts = numbers.map(|&number| Culprit {
            amount: u32::from(self.problem.change[number]),
            place: Place::Session(self.problem.candidates[number].at),
        });
        parts.filter(|part| part.amount > 0).collect()
    }

    fn pacing(&self, number: usize) -> u32 {
        let mut reached = 0;
        let mut amount = 0;
        for (count, pace) in self.counts[number].iter().zip(&self.problem.modules[number].pace) {
            reached += count;
            amount += u32::abs_diff(reached, *pace);
        }
        amount
    }

    fn open_weeks(&self) -> impl Iterator<Item = (u16, usize)> + '_ {
        let weeks = self.problem.first_week..self.problem.weeks.len();
        weeks.map(|week| (u16::try_from(week).unwrap_or(u16::MAX), week))
    }

    fn all_waits(&self) -> Vec<Culprit> {
        let dates = self.open_weeks().flat_map(|(ix, week)| (0_u8..7).map(move |day| (ix, day, week)));
        let parts = dates.map(|(ix, day, week)| Culprit {
            amount: self.waits(week * 7 + usize::from(day)),
            place: Place::Day(ix, day),
        });
        parts.collect()
    }

    fn waits(&self, date: usize) -> u32 {
        if date < self.problem.first_week * 7 {
            return 0;
        }
        let mut sessions: Vec<(u16, u16)> =
            self.on_date(date).map(|candidate| (candidate.at.start, candidate.end())).collect();
        let extras = self.problem.extras.iter().filter(|extra| extra.date == date);
        sessions.extend(extras.map(|extra| (extra.start, extra.end)));
        sessions.sort_unstable();
        let long = long_wait(self.problem);
        let waits = sessions.windows(2).filter(|pair| pair[1].0 >= pair[0].1.saturating_add(long));
        u32::try_from(waits.count()).unwrap_or(u32::MAX)
    }

    fn providers(&self, number: usize) -> u32 {
        match self.problem.modules[number].format {
            FormatText::Group => 0,
            FormatText::Individual | FormatText::Family => {
                distinct(self.of_module(number).map(|candidate| u32::from(candidate.at.who.0)))
            }
        }
    }

    fn slots(&self, number: usize) -> u32 {
        distinct(self.of_module(number).map(|candidate| candidate.slot))
    }

    fn outside(&self, number: usize) -> impl Iterator<Item = &Candidate> + '_ {
        self.of_module(number).filter(|candidate| !self.problem.is_preferred(candidate))
    }

    fn all_outside(&self) -> Vec<Culprit> {
        let outside = (0..self.modules.len()).flat_map(|number| self.outside(number));
        outside.map(|candidate| Culprit { amount: 1, place: Place::Session(candidate.at) }).collect()
    }

    fn hours(&self, week: usize) -> u32 {
        self.week_counted(week).abs_diff(self.problem.weeks[week].target) / self.problem.slot_minutes
    }
}

fn distinct(values: impl Iterator<Item = u32>) -> u32 {
    let mut values: Vec<u32> = values.collect();
    values.sort_unstable();
    values.dedup();
    u32::try_from(values.len()).unwrap_or(u32::MAX)
}
