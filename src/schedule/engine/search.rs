//! Raises what is proven of one aim and improves the best timetable, until the two meet or the effort is spent.

use super::aims;
use super::answer::{Effort, Go, Progress, Tier, Timetable};
use super::count::{self, Force};
use super::model::Model;
use super::problem::Placement;
use super::sat::{Found, Lit};
use super::score;
use super::solve::timetable;

/// Weeks that are looked at together.
const SPAN: usize = 3;
/// What may be learnt while looking at them.
const POLISH: u64 = 150;

/// Told how far the work is; says whether to go on.
pub type Hook<'h> = dyn FnMut(&Progress<'_>) -> Go + 'h;

/// The best so far and what is proven.
pub(super) struct Search<'a, 'h> {
    model: Model<'a>,
    hook: &'h mut Hook<'h>,
    stopped: bool,
    effort: Effort,
    best: Vec<Placement>,
    values: [u32; 8],
    order: Vec<Tier>,
    bounds: Vec<(Tier, u32)>,
}

impl<'a, 'h> Search<'a, 'h> {
    pub(super) fn new(model: Model<'a>, effort: Effort, hook: &'h mut Hook<'h>) -> Self {
        Self {
            model,
            hook,
            stopped: false,
            effort,
            best: Vec::new(),
            values: [u32::MAX; 8],
            order: Vec::new(),
            bounds: Vec::new(),
        }
    }

    pub(super) fn timetable(&self) -> Timetable {
        timetable(self.model.problem, self.best.clone(), &self.bounds)
    }

    /// Keeps the last solution if it is better on the tiers so far.
    pub(super) fn take_solution(&mut self) -> bool {
        let placements = self.model.solution();
        let values = score::values(self.model.problem, &placements);
        let rank = |values: &[u32; 8]| -> Vec<u32> { self.order.iter().map(|&tier| values[tier as usize]).collect() };
        let better = self.best.is_empty() || rank(&values) < rank(&self.values);
        if better {
            self.best = placements;
            self.values = values;
        }
        better
    }

    pub(super) fn tier(&mut self, tier: Tier) {
        self.order.push(tier);
        let value = self.values[tier as usize];
        let parts = aims::parts(&mut self.model, tier, value);
        let groups = parts.into_iter().map(|part| Group { part, at: 0 }).collect();
        let mut aim = Aim { tier, groups, lower: 0, left: self.effort.aim() };
        self.prove(&mut aim);
        self.keep(&mut aim);
        let value = self.values[tier as usize];
        self.bounds.push((tier, aim.lower.min(value)));
    }

    /// Reports and asks; once stopped, nothing more is tried.
    pub(super) fn goes_on(&mut self, progress: &Progress<'_>) -> bool {
        self.stopped = self.stopped || (self.hook)(progress) == Go::Stop;
        !self.stopped
    }

    fn works_on(&mut self, aim: &Aim) -> bool {
        let value = self.values[aim.tier as usize];
        self.goes_on(&Progress::Working { tier: aim.tier, value, bound: aim.lower.min(value) })
    }

    /// Raises the bound core by core until a solution meets it.
    fn prove(&mut self, aim: &mut Aim) {
        aim.skip_settled(&self.model);
        while aim.lower < self.values[aim.tier as usize] {
            let cores = self.cores(aim);
            if cores.is_empty() {
                return;
            }
            for core in cores {
                aim.relax(&mut self.model, &core);
            }
        }
    }

    /// Parts that cannot all stay as low as they are, in sets without common members; each raises the bound by one.
    fn cores(&mut self, aim: &mut Aim) -> Vec<Vec<Lit>> {
        let mut assumed = aim.assumptions();
        let mut cores = Vec::new();
        while aim.lower < self.values[aim.tier as usize] && self.works_on(aim) {
            match self.ask(&assumed, aim) {
                Found::Solution => {
                    self.take_solution();
                    break;
                }
                Found::None => {
                    let core = self.model.sat.core();
                    let core = self.shrink(core, aim);
                    if core.is_empty() {
                        break;
                    }
                    aim.lower += 1;
                    assumed.retain(|lit| !core.contains(lit));
                    cores.push(core);
                }
                Found::Limit => break,
            }
        }
        cores
    }

    fn ask(&mut self, assumed: &[Lit], aim: &mut Aim) -> Found {
        let before = self.model.sat.work();
        let found = self.model.sat.solve(assumed, aim.left);
        aim.left = aim.left.saturating_sub(self.model.sat.work() - before);
        found
    }

    /// Drops what is not needed from a core.
    fn shrink(&mut self, mut core: Vec<Lit>, aim: &mut Aim) -> Vec<Lit> {
        let mut at = 0;
        while core.len() > 1 && at < core.len() && aim.left > 0 && !self.stopped {
            let mut trial = core.clone();
            trial.remove(at);
            let before = self.model.sat.work();
            let found = self.model.sat.solve(&trial, 60);
            aim.left = aim.left.saturating_sub(self.model.sat.work() - before);
            match found {
                Found::None => {
                    core = self.model.sat.core();
                    if core.is_empty() {
                        return core;
                    }
                }
                Found::Solution => {
                    self.take_solution();
                    at += 1;
                }
                Found::Limit => at += 1,
            }
        }
        core
    }

    /// Holds later aims to what this one reached; where that is not proven to be best, looks for better first.
    fn keep(&mut self, aim: &mut Aim) {
        if aim.lower >= self.values[aim.tier as usize] {
            for lit in aim.assumptions() {
                self.model.sat.add(&[lit]);
            }
            return;
        }
        let slack = self.slack(aim);
        let mut rest: Vec<Vec<Lit>> =
            aim.groups.iter().map(|group| group.part.iter().skip(group.at).copied().collect()).collect();
        rest.sort_by_key(Vec::len);
        let sum = count::merge_all(&mut self.model.sat, &rest, slack + 1, Force::Up);
        let bound = self.descend(&sum, aim);
        self.polish(&sum, aim);
        if let Some(&above) = sum.get(self.slack(aim)) {
            self.model.sat.add(&[!above]);
        }
        aim.lower = aim.lower.max(bound);
    }

    fn slack(&self, aim: &Aim) -> usize {
        usize::try_from(self.values[aim.tier as usize].saturating_sub(aim.lower)).unwrap_or(usize::MAX)
    }

    /// Asks for less and less, in smaller steps where too much was asked; returns what is then proven.
    fn descend(&mut self, sum: &[Lit], aim: &mut Aim) -> u32 {
        let mut left = self.effort.aim() / 2;
        let mut step = (self.slack(aim) / 4).max(1);
        let mut floor = 0;
        while left > 0 && self.slack(aim) > floor && self.works_on(aim) {
            let most = self.slack(aim).saturating_sub(step).max(floor);
            let Some(&above) = sum.get(most) else { break };
            let before = self.model.sat.work();
            let found = self.model.sat.solve(&[!above], (self.effort.aim() / 16).min(left));
            left = left.saturating_sub((self.model.sat.work() - before).max(1));
            match found {
                Found::Solution => {
                    self.take_solution();
                }
                Found::None => floor = most + 1,
                Found::Limit if step == 1 => break,
                Found::Limit => step = step.div_ceil(2).max(1),
            }
        }
        aim.lower + u32::try_from(floor).unwrap_or(0)
    }

    /// Looks for better in a few weeks at a time, with the rest as it is.
    fn polish(&mut self, sum: &[Lit], aim: &Aim) {
        let first = self.model.problem.first_week;
        let weeks = self.model.problem.weeks.len().saturating_sub(first);
        let (mut from, mut quiet) = (0, 0);
        let mut left = self.effort.aim() / 2;
        while quiet < weeks && left > 0 && self.works_on(aim) {
            let Some(&above) = self.slack(aim).checked_sub(1).and_then(|most| sum.get(most)) else { return };
            let mut assumed = self.fixed_but(first + from);
            assumed.push(!above);
            let before = self.model.sat.work();
            let found = self.model.sat.solve(&assumed, POLISH);
            left = left.saturating_sub((self.model.sat.work() - before).max(1));
            if found == Found::Solution && self.take_solution() {
                quiet = 0;
            } else {
                quiet += 1;
                from = (from + 1) % weeks;
            }
        }
    }

    /// The best so far outside some weeks, as assumptions.
    fn fixed_but(&self, from: usize) -> Vec<Lit> {
        let outside = self.best.iter().filter(|at| !(from..from + SPAN).contains(&usize::from(at.week)));
        outside.filter_map(|&at| self.model.problem.find(at)).map(|number| self.model.used[number]).collect()
    }
}

/// A part of the aim under work, of which `at` is already proven to be unavoidable.
struct Group {
    part: aims::Part,
    at: usize,
}

/// One aim under work.
struct Aim {
    tier: Tier,
    groups: Vec<Group>,
    /// What is proven to be unavoidable.
    lower: u32,
    /// Work that may still be spent.
    left: u64,
}

impl Aim {
    fn skip_settled(&mut self, model: &Model<'_>) {
        for group in &mut self.groups {
            while group.part.get(group.at).is_some_and(|&lit| model.sat.settled(lit) == Some(true)) {
                group.at += 1;
                self.lower += 1;
            }
        }
    }

    fn assumptions(&self) -> Vec<Lit> {
        self.groups.iter().filter_map(|group| group.part.get(group.at)).map(|&lit| !lit).collect()
    }

    /// One of the core's parts must give way: each may, and beyond the first each one more costs.
    fn relax(&mut self, model: &mut Model<'_>, core: &[Lit]) {
        let clause: Vec<Lit> = core.iter().map(|&lit| !lit).collect();
        model.sat.add(&clause);
        // One literal may stand in several groups; each occurrence in the core pays for one of them.
        for lit in &clause {
            if let Some(group) = self.groups.iter_mut().find(|group| group.part.get(group.at) == Some(lit)) {
                group.at += 1;
            }
        }
        if clause.len() > 1 {
            let part = count::total(&mut model.sat, &clause, usize::MAX, Force::Up);
            self.groups.push(Group { part, at: 1 });
        }
    }
}
