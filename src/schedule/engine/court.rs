//! Tries sets of rules: by arithmetic first, then with as few clauses as the question allows.

use core::mem::{Discriminant, discriminant};
use std::collections::BTreeSet;

use super::answer::{Effort, Relaxation};
use super::book::Book;
use super::fill;
use super::give;
use super::model::{Model, Rules};
use super::precheck;
use super::problem::Problem;
use super::rule::Rule;
use super::sat::{Found, Lit};
use super::score::{self, Violation};
use super::why::keep_last;

/// A set of rules.
pub(super) type Set = BTreeSet<Rule>;

/// What is known of a set of rules.
pub(super) enum Verdict {
    /// The rules clash, and these of them suffice for it.
    Clash(Set),
    /// There is a timetable that keeps them.
    Fine,
    /// The effort was spent.
    Unsure,
}

/// Tries sets of rules.
pub(super) struct Court<'a> {
    pub problem: &'a Problem,
    /// Every rule of the problem.
    pub all: Set,
    /// Most that one question may learn.
    pub limit: u64,
    /// What was spent so far.
    pub spent: u64,
    book: Book,
    /// Every rule by name: large, so made only where it is needed.
    named: Option<Model<'a>>,
    /// A few rules by name, the others in force.
    loose: Option<(Set, Model<'a>)>,
}

impl<'a> Court<'a> {
    pub(super) fn new(problem: &'a Problem, effort: Effort) -> Self {
        let book = Book::of(problem);
        let (all, limit) = (book.all(), u64::from(effort.0) * 20);
        Self { problem, all, limit, spent: 0, book, named: None, loose: None }
    }

    /// Whether a timetable keeps exactly these rules, or which of them clash.
    pub(super) fn try_rules(&mut self, rules: &Set, limit: u64) -> Verdict {
        if self.clash(rules) { Verdict::Clash(self.by_arithmetic(rules)) } else { self.by_name(rules, limit) }
    }

    fn by_name(&mut self, rules: &Set, limit: u64) -> Verdict {
        let problem = self.problem;
        let model = self.named.get_or_insert_with(|| Model::new(problem, Rules::Named));
        let assumed: Vec<(Rule, Lit)> = model.named().filter(|(rule, _)| rules.contains(rule)).collect();
        let lits: Vec<Lit> = assumed.iter().map(|(_, lit)| *lit).collect();
        match ask(model, &lits, limit, &mut self.spent) {
            Found::Solution => Verdict::Fine,
            Found::Limit => Verdict::Unsure,
            Found::None => {
                let core = model.sat.core();
                let within = assumed.into_iter().filter(|(_, lit)| core.contains(lit));
                Verdict::Clash(within.map(|(rule, _)| rule).collect())
            }
        }
    }

    /// Whether a timetable keeps all rules but these; `soft` are those that are likely to be asked for next.
    pub(super) fn try_without(&mut self, off: &Set, soft: &Set, limit: u64) -> Found {
        let (soft, model) = self.loosened(off, soft);
        let lits = held(model, soft, off);
        let mut spent = 0;
        let found = ask(model, &lits, limit, &mut spent);
        self.spent += spent;
        found
    }

    fn loosened(&mut self, off: &Set, soft: &Set) -> (&Set, &mut Model<'a>) {
        let problem = self.problem;
        let fits = |loose: &(Set, Model<'a>)| off.is_subset(&loose.0);
        let kept = self.loose.take().filter(fits);
        let made = kept.unwrap_or_else(|| {
            let soft: Set = soft.union(off).copied().collect();
            let model = Model::new(problem, Rules::Loose(soft.clone()));
            (soft, model)
        });
        let (soft, model) = self.loose.insert(made);
        (soft, model)
    }

    /// The least that each of these rules must give, from the last solution without them.
    pub(super) fn measure(&mut self, off: &Set) -> Relaxation {
        let rest: Set = self.all.difference(off).copied().collect();
        let Some((soft, mut model)) = self.loose.take() else { return Relaxation::default() };
        let mut assumed = held(&model, &soft, off);
        let mut gives = Vec::with_capacity(off.len());
        for &rule in off {
            let mut rules = rest.clone();
            rules.insert(rule);
            let too_little = |changed: &Problem| precheck::clash(changed, self.marked(&self.book.marks(&rules)));
            gives.push((rule, give::least(&mut model, rule, &mut assumed, &too_little)));
        }
        self.loose = Some((soft, model));
        Relaxation { gives }
    }

    /// The rules that the last solution of all rules by name keeps.
    pub(super) fn kept_by_last(&self) -> Set {
        let placements = self.named.as_ref().map(Model::solution).unwrap_or_default();
        let score = score::evaluate(self.problem, &placements);
        let broken: BTreeSet<Violation> = score.violations.into_iter().collect();
        self.all.iter().filter(|rule| !broken.contains(&Violation::Rule(**rule))).copied().collect()
    }

    fn marked<'m>(&'m self, marks: &'m [bool]) -> precheck::Rules<'m> {
        precheck::Rules::Marked(&self.book, marks)
    }

    /// Whether arithmetic alone shows that rules clash.
    pub(super) fn clash(&self, rules: &Set) -> bool {
        precheck::clash(self.problem, self.marked(&self.book.marks(rules)))
    }

    /// Fewer rules that arithmetic alone shows to clash.
    pub(super) fn by_arithmetic(&self, rules: &Set) -> Set {
        let mut marks = self.book.marks(rules);
        let mut order: Vec<(Rule, usize)> = self.all.iter().copied().zip(0..).collect();
        order.retain(|&(_, number)| marks[number]);
        order.sort_by_key(|&(rule, _)| keep_last(rule));
        let mut size = order.len().div_ceil(2);
        while size > 0 {
            for chunk in order.chunks(size) {
                for &(_, number) in chunk {
                    marks[number] = false;
                }
                if precheck::clash(self.problem, self.marked(&marks)) {
                    continue;
                }
                for &(_, number) in chunk {
                    marks[number] = true;
                }
            }
            order.retain(|&(_, number)| marks[number]);
            size = if size == 1 { 0 } else { size.div_ceil(2) };
        }
        order.into_iter().map(|(rule, _)| rule).collect()
    }

    /// Drops rules until without any one of them the rest can be kept.
    pub(super) fn minimal(&mut self, core: Set) -> Set {
        let mut kept = core;
        let mut order: Vec<Rule> = kept.iter().copied().collect();
        order.sort_by_key(|&rule| keep_last(rule));
        for rule in order {
            let mut fewer = kept.clone();
            if fewer.remove(&rule)
                && !self.is_needed(&kept, rule)
                && let Verdict::Clash(core) = self.try_rules(&fewer, self.limit)
            {
                kept = core;
            }
        }
        kept
    }

    /// Whether the rest can be kept without this rule: an example shows it, or else a timetable that keeps most other
    /// rules as well, which is quick to find as few places are left.
    fn is_needed(&mut self, kept: &Set, rule: Rule) -> bool {
        let mut rest = kept.clone();
        rest.remove(&rule);
        if fill::example(self.problem, &rest).is_some() {
            return true;
        }
        let kinds: Vec<Discriminant<Rule>> = kept.iter().map(discriminant).collect();
        let alike = self.all.iter().filter(|other| kinds.contains(&discriminant(*other)));
        let alike: Set = alike.filter(|other| !rest.contains(other)).copied().collect();
        [Set::from([rule]), alike].iter().any(|off| {
            let rest = self.all.difference(off).copied().collect();
            !self.clash(&rest) && self.try_without(off, kept, self.limit / 10) == Found::Solution
        })
    }
}

/// The literals of the rules that stay in force.
fn held(model: &Model<'_>, soft: &Set, off: &Set) -> Vec<Lit> {
    let on = model.named().filter(|(rule, _)| soft.contains(rule) && !off.contains(rule));
    on.map(|(_, lit)| lit).collect()
}

fn ask(model: &mut Model<'_>, assumed: &[Lit], limit: u64, spent: &mut u64) -> Found {
    let before = model.sat.work();
    let found = model.sat.solve(assumed, limit);
    *spent += (model.sat.work() - before).max(1);
    found
}
