//! Finds the best timetable, aim by aim: each aim is proven before the next begins, as far as the effort reaches.

use super::answer::{Answer, Effort, Progress, Tier, TierResult, Timetable};
use super::model::{Model, Rules};
use super::precheck::precheck;
use super::problem::{Placement, Problem};
use super::sat::Found;
use super::score;
use super::search::{Hook, Search};
use super::why;

/// A timetable that keeps every rule, as quickly as possible; `None` where the effort is spent or there is none.
pub fn first(problem: &Problem, effort: Effort) -> Option<Timetable> {
    if !precheck(problem).is_empty() {
        return None;
    }
    let mut model = Model::new(problem, Rules::Hard);
    (model.sat.solve(&[], effort.first()) == Found::Solution).then(|| timetable(problem, model.solution(), &[]))
}

/// The best timetable in the order of the tiers, or why there is none.
///
/// The hook hears of every step. Stopped, the best timetable so far comes back; only one that was reported with
/// [`Progress::First`] or [`Progress::Tier`] is the same whenever the work is stopped.
pub fn solve(problem: &Problem, tiers: &[Tier], effort: Effort, hook: &mut Hook<'_>) -> Answer {
    if !precheck(problem).is_empty()
        && let Some(why) = why::why_not(problem, effort)
    {
        return Answer::Infeasible(why);
    }
    let mut model = Model::new(problem, Rules::Hard);
    match model.sat.solve(&[], effort.first()) {
        Found::Solution => {}
        Found::None => return Answer::Infeasible(why::why_not(problem, effort).unwrap_or_default()),
        Found::Limit => return Answer::Unknown,
    }
    let mut search = Search::new(model, effort, hook);
    search.take_solution();
    let shown = search.timetable();
    let mut on = search.goes_on(&Progress::First(&shown));
    for &tier in tiers.iter().filter(|&&tier| tier != Tier::Change || problem.replan) {
        if on {
            search.tier(tier);
            let shown = search.timetable();
            on = search.goes_on(&Progress::Tier(&shown));
        }
    }
    Answer::Feasible(search.timetable())
}

impl Effort {
    const fn first(self) -> u64 {
        self.0 as u64 * 300
    }

    /// What may be learnt for one aim.
    pub(super) const fn aim(self) -> u64 {
        self.0 as u64 * 100
    }
}

pub(super) fn timetable(problem: &Problem, placements: Vec<Placement>, bounds: &[(Tier, u32)]) -> Timetable {
    let values = score::values(problem, &placements);
    let tiers = bounds.iter().map(|&(tier, bound)| TierResult {
        tier,
        value: values[tier as usize],
        bound,
        culprits: score::culprits(problem, &placements, tier),
    });
    Timetable { tiers: tiers.collect(), placements }
}
