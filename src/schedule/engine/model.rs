//! A problem as clauses: one literal for each usable place, and the counts that the rules speak of.

use std::collections::{BTreeMap, BTreeSet};

use super::count::{self, Force, Sum, any, at_most_one, reaches};
use super::problem::{Candidate, ModuleIx, Placement, Problem, State};
use super::rule::{Order, Rule};
use super::sat::{Lit, Sat};

/// Whether rules may be switched off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Rules {
    /// All rules hold.
    Hard,
    /// All rules hold but these, which hold where their literals are assumed: far fewer clauses than all by name.
    Loose(BTreeSet<Rule>),
    /// Each rule holds where its literal is assumed.
    Named,
}

/// A problem as clauses.
pub(super) struct Model<'a> {
    pub problem: &'a Problem,
    pub sat: Sat,
    pub rules: Rules,
    /// For each candidate, whether it is used.
    pub used: Vec<Lit>,
    /// For each date and module, how many sessions.
    pub daily: Vec<Vec<Vec<Lit>>>,
    /// For each week and module, how many sessions.
    pub weekly: Vec<Vec<Vec<Lit>>>,
    /// For each week and module, how many sessions by its end.
    pub reached: Vec<Vec<Vec<Lit>>>,
    /// For each date, whether the person attends.
    pub attends: Vec<Lit>,
    /// For each week, how many days of attendance.
    pub days: Vec<Vec<Lit>>,
    /// For each week, the slots of its sessions.
    pub loads: Vec<Sum>,
    /// For each week, the slots that count towards its floor and its aim.
    pub counted: Vec<Sum>,
    /// For each date and module, how many sessions from the start of the week to the end of the date.
    running: Vec<Vec<Vec<Lit>>>,
    guards: BTreeMap<Rule, Lit>,
}

/// Places of one module that begin at the same time on the same date.
pub(super) struct Start {
    pub module: ModuleIx,
    pub from: u16,
    pub to: u16,
    pub taken: Lit,
}

impl<'a> Model<'a> {
    pub(super) fn new(problem: &'a Problem, rules: Rules) -> Self {
        let dates = problem.weeks.len() * 7;
        let mut model = Self {
            problem,
            sat: Sat::new(),
            rules,
            used: Vec::with_capacity(problem.candidates.len()),
            daily: vec![vec![Vec::new(); problem.modules.len()]; dates],
            weekly: Vec::new(),
            reached: Vec::new(),
            attends: vec![Lit::FALSE; dates],
            days: Vec::new(),
            loads: Vec::new(),
            counted: Vec::new(),
            running: vec![vec![Vec::new(); problem.modules.len()]; dates],
            guards: BTreeMap::new(),
        };

        model.places();
        for date in 0..dates {
            model.date(date);
        }
        for week in 0..problem.weeks.len() {
            model.week(week);
        }
        model.doses();
        for &order in &problem.orders {
            model.order(order);
        }
        model.pins();
        model
    }

    /// The rules that have a literal, in order.
    pub(super) fn named(&self) -> impl Iterator<Item = (Rule, Lit)> + '_ {
        self.guards.iter().map(|(&rule, &lit)| (rule, lit))
    }

    /// The literal under which a rule holds.
    pub(super) fn guard(&mut self, rule: Rule) -> Lit {
        if self.always(rule) {
            return Lit::TRUE;
        }
        let sat = &mut self.sat;
        *self.guards.entry(rule).or_insert_with(|| sat.fresh())
    }

    /// Whether the rule cannot be switched off.
    pub(super) fn always(&self, rule: Rule) -> bool {
        match &self.rules {
            Rules::Hard => true,
            Rules::Loose(rules) => !rules.contains(&rule),
            Rules::Named => false,
        }
    }

    /// The sessions of the last solution.
    pub(super) fn solution(&self) -> Vec<Placement> {
        let pairs = self.problem.candidates.iter().zip(&self.used);
        pairs
            .filter(|(_, lit)| **lit != Lit::FALSE && self.sat.holds(**lit))
            .map(|(candidate, _)| candidate.at)
            .collect()
    }

    fn places(&mut self) {
        let problem = self.problem;
        for candidate in &problem.candidates {
            let lit = match candidate.state {
                State::Held => Lit::TRUE,
                State::Open => self.sat.fresh(),
                State::Blocked if problem.blocks(candidate).iter().any(|&rule| self.always(rule)) => Lit::FALSE,
                State::Blocked => {
                    let lit = self.sat.fresh();
                    for &rule in problem.blocks(candidate) {
                        let guard = self.guard(rule);
                        self.sat.imply(&[guard], !lit);
                    }
                    lit
                }
            };
            self.used.push(lit);
        }
    }

    /// The places of a date, those of one module and start together.
    pub(super) fn starts(&mut self, date: usize) -> Vec<Start> {
        let problem = self.problem;
        let range = problem.on_date(date);
        let mut starts = Vec::new();
        let usable: Vec<(&Candidate, Lit)> = problem.candidates[range.clone()]
            .iter()
            .zip(self.used[range].iter().copied())
            .filter(|(_, lit)| *lit != Lit::FALSE)
            .collect();
        for same in usable.chunk_by(|a, b| (a.0.at.start, a.0.at.module) == (b.0.at.start, b.0.at.module)) {
            let Some((first, _)) = same.first() else { continue };
            let lits: Vec<Lit> = same.iter().map(|(_, lit)| *lit).collect();
            if date >= problem.first_date {
                at_most_one(&mut self.sat, &lits);
            }
            let taken = any(&mut self.sat, &lits);
            starts.push(Start { module: first.at.module, from: first.at.start, to: first.end(), taken });
        }
        starts
    }

    fn date(&mut self, date: usize) {
        let problem = self.problem;
        let starts = self.starts(date);
        let open = date >= problem.first_date;
        if open {
            self.overlaps(&starts);
        }
        for (number, module) in problem.modules.iter().enumerate() {
            let mine: Vec<&Start> = starts.iter().filter(|start| usize::from(start.module.0) == number).collect();
            if mine.is_empty() {
                continue;
            }
            let lits: Vec<Lit> = mine.iter().map(|start| start.taken).collect();
            let limit = usize::try_from(module.per_day).unwrap_or(usize::MAX);
            self.daily[date][number] = if !open {
                lits
            } else if self.is_single(ix(number)) {
                at_most_one(&mut self.sat, &lits);
                vec![any(&mut self.sat, &lits)]
            } else {
                self.several(number, &mine, &lits, limit)
            };
        }
        let mut attended: Vec<Lit> = self.daily[date].iter().filter_map(|count| count.first().copied()).collect();
        let extra = problem.extras.iter().any(|extra| extra.date == date);
        attended.extend(extra.then_some(Lit::TRUE));
        self.attends[date] = if attended.contains(&Lit::TRUE) { Lit::TRUE } else { any(&mut self.sat, &attended) };
        if open {
            self.day_load(date);
        }
    }

    fn several(&mut self, number: usize, starts: &[&Start], lits: &[Lit], limit: usize) -> Vec<Lit> {
        let module = &self.problem.modules[number];
        let mut fit = 0;
        let mut free = 0;
        for start in starts {
            if start.from >= free {
                fit += 1;
                free = start.to + self.problem.break_slots;
            }
        }
        if fit == 1 {
            return vec![any(&mut self.sat, lits)];
        }
        let count = count::total(&mut self.sat, lits, fit, Force::Both);
        if count.len() > limit {
            let guard = self.guard(Rule::PerDay(ix(number)));
            self.sat.imply(&[guard], !count[limit]);
        }
        let most = usize::try_from(module.sessions).unwrap_or(usize::MAX);
        if count.len() > most {
            self.sat.add(&[!count[most]]);
        }
        count
    }

    fn overlaps(&mut self, starts: &[Start]) {
        let space = self.problem.break_slots;
        for (at, one) in starts.iter().enumerate() {
            for other in &starts[at + 1..] {
                if other.from >= one.to + space {
                    break;
                }
                let exclusive = one.module == other.module && self.is_single(one.module);
                if !exclusive {
                    self.sat.add(&[!one.taken, !other.taken]);
                }
            }
        }
    }

    fn is_single(&self, module: ModuleIx) -> bool {
        self.problem.module(module).per_day == 1 && self.always(Rule::PerDay(module))
    }

    fn week(&mut self, week: usize) {
        let problem = self.problem;
        let open = week >= problem.first_week;
        let mut counts = vec![Vec::new(); problem.modules.len()];
        for (number, module) in problem.modules.iter().enumerate() {
            let most = usize::try_from(module.sessions).unwrap_or(usize::MAX);
            let limit = usize::try_from(module.per_week).unwrap_or(usize::MAX);
            let hard = open && self.always(Rule::Freq(ix(number)));
            let cap = if hard { limit.saturating_add(1).min(most) } else { most };
            let mut count: Vec<Lit> = Vec::new();
            for date in week * 7..week * 7 + 7 {
                let daily = self.daily[date][number].clone();
                if hard {
                    count::forbid_above(&mut self.sat, &count, &daily, limit);
                }
                count::forbid_above(&mut self.sat, &count, &daily, most);
                count = count::merge(&mut self.sat, &count, &daily, cap, Force::Both);
                self.running[date][number].clone_from(&count);
            }
            if open && count.len() > limit {
                let guard = self.guard(Rule::Freq(ix(number)));
                self.sat.imply(&[guard], !count[limit]);
                if hard {
                    count.truncate(limit);
                }
            }
            counts[number] = count;
        }
        self.weekly.push(counts);
        self.week_days(week);
        self.week_load(week);
    }

    fn week_days(&mut self, week: usize) {
        let problem = self.problem;
        let attends = self.attends[week * 7..week * 7 + 7].to_vec();
        let possible: Vec<Lit> = attends.into_iter().filter(|&lit| lit != Lit::FALSE).collect();
        let days = count::total(&mut self.sat, &possible, 7, Force::Both);
        let rules = problem.weeks[week];
        if week >= problem.first_week {
            let least = usize::try_from(rules.days_min).unwrap_or(usize::MAX);
            let most = usize::try_from(rules.days_max).unwrap_or(usize::MAX);
            let guard = self.guard(Rule::DaysMin(idx(week)));
            self.sat.imply(&[guard], reaches(&days, least));
            let guard = self.guard(Rule::DaysMax(idx(week)));
            if most < 7 {
                self.sat.imply(&[guard], !reaches(&days, most + 1));
            }
            for number in 0..problem.modules.len() {
                if self.is_single(ix(number)) && problem.first_date <= week * 7 {
                    for (n, lit) in self.weekly[week][number].iter().enumerate() {
                        self.sat.imply(&[*lit], reaches(&days, n + 1));
                    }
                }
            }
        }
        self.days.push(days);
    }

    fn doses(&mut self) {
        let problem = self.problem;
        let mut reached: Vec<Vec<Lit>> = vec![Vec::new(); problem.modules.len()];
        for week in 0..problem.weeks.len() {
            for (number, module) in problem.modules.iter().enumerate() {
                let most = usize::try_from(module.sessions).unwrap_or(usize::MAX);
                let weekly = &self.weekly[week][number];
                count::forbid_above(&mut self.sat, &reached[number], weekly, most);
                reached[number] = count::merge(&mut self.sat, &reached[number], weekly, most, Force::Both);
            }
            self.reached.push(reached.clone());
        }
        for (number, module) in problem.modules.iter().enumerate() {
            let all = usize::try_from(module.sessions).unwrap_or(usize::MAX);
            let guard = self.guard(Rule::Sessions(ix(number)));
            self.sat.imply(&[guard], reaches(&reached[number], all));
            self.gaps(number, all);
        }
    }

    fn gaps(&mut self, number: usize, all: usize) {
        let problem = self.problem;
        for run in &problem.modules[number].gaps {
            let (Some(&first), Some(&last)) = (run.first(), run.last()) else { continue };
            if usize::from(last) < problem.first_week || first == 0 {
                continue;
            }
            let before = &self.reached[usize::from(first) - 1][number];
            let mut clause = vec![!reaches(before, 1), reaches(before, all)];
            clause.extend(run.iter().map(|&week| reaches(&self.weekly[usize::from(week)][number], 1)));
            let guard = self.guard(Rule::Gap(ix(number)));
            clause.push(!guard);
            self.sat.add(&clause);
        }
    }

    /// "At least `n` sessions of the module by the end of the date", for the date and all before.
    fn by_date(&mut self, module: ModuleIx, n: usize, force: Force) -> Vec<Lit> {
        let number = usize::from(module.0);
        let mut out: Vec<Lit> = Vec::with_capacity(self.daily.len());
        for date in 0..self.daily.len() {
            let before = if date < 7 { Vec::new() } else { self.reached[date / 7 - 1][number].clone() };
            let same = date % 7 > 0 && self.daily[date][number].is_empty();
            if same && let Some(&last) = out.last() {
                out.push(last);
                continue;
            }
            let running = self.running[date][number].clone();
            let lit = self.sum_reaches(&before, &running, n, force);
            if let Some(&last) = out.last() {
                self.sat.imply(&[last], lit);
            }
            out.push(lit);
        }
        out
    }

    fn sum_reaches(&mut self, a: &[Lit], b: &[Lit], n: usize, force: Force) -> Lit {
        if n == 0 {
            return Lit::TRUE;
        }
        if a.len() + b.len() < n {
            return Lit::FALSE;
        }
        let out = self.sat.fresh();
        for i in 0..=n.min(b.len()) {
            self.sat.imply(&[reaches(a, n - i), reaches(b, i)], out);
        }
        if force == Force::Both {
            for i in 0..n {
                // a < i + 1 and b < n - i leave less than n.
                self.sat.imply(&[!reaches(a, i + 1), !reaches(b, n - i)], !out);
            }
        }
        out
    }

    fn order(&mut self, order: Order) {
        let Order { before, k, after, j } = order;
        let problem = self.problem;
        let first = self.by_date(before, usize::from(k), Force::Both);
        let second = self.by_date(after, usize::from(j), Force::Up);
        let guard = self.guard(Rule::Order(order));
        if j == 0 || usize::from(j) > usize::try_from(problem.module(after).sessions).unwrap_or(usize::MAX) {
            return;
        }
        for (date, &late) in second.iter().enumerate() {
            let early = if date == 0 { reaches(&[], usize::from(k)) } else { first[date - 1] };
            self.sat.imply(&[guard, late], early);
            if j == 1
                && let Some(&today) = self.daily[date][usize::from(after.0)].first()
            {
                self.sat.imply(&[guard, today], early);
            }
        }
    }

    fn pins(&mut self) {
        let problem = self.problem;
        for &pin in &problem.pins {
            let guard = self.guard(Rule::Pin(pin.module, pin.week, pin.day, pin.start));
            let lit = problem.find(pin).map_or(Lit::FALSE, |number| self.used[number]);
            self.sat.imply(&[guard], lit);
        }
    }
}

fn ix(number: usize) -> ModuleIx {
    ModuleIx(u16::try_from(number).unwrap_or(u16::MAX))
}

pub(super) fn idx(week: usize) -> u16 {
    u16::try_from(week).unwrap_or(u16::MAX)
}
