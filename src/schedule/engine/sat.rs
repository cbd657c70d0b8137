//! The one file that knows the SAT solver: literals, clauses, and questions with a limit on the work.

use batsat::{Callbacks, Lit as RawLit, Solver, SolverInterface, SolverOpts, clause::Kind, lbool};

/// A truth value to be found, or its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lit(i32);

impl Lit {
    /// Always true.
    pub(super) const TRUE: Self = Self(1);
    /// Always false.
    pub(super) const FALSE: Self = Self(-1);

    fn raw(self) -> RawLit {
        RawLit::new(batsat::Var::unsafe_from_idx(self.0.unsigned_abs() - 1), self.0 > 0)
    }

    fn of(raw: RawLit) -> Self {
        let number = i32::try_from(raw.var().idx()).unwrap_or(i32::MAX - 1) + 1;
        Self(if raw.sign() { number } else { -number })
    }
}

impl core::ops::Not for Lit {
    type Output = Self;

    fn not(self) -> Self {
        Self(-self.0)
    }
}

/// What a question came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// There is a solution; `Sat::holds` reads it.
    Solution,
    /// There is none; `Sat::core` says which assumptions clash.
    None,
    /// The limit was reached.
    Limit,
}

#[derive(Default)]
struct Work {
    learnt: u64,
    limit: u64,
}

impl Callbacks for Work {
    fn on_new_clause(&mut self, _: &[RawLit], kind: Kind) {
        self.learnt += u64::from(kind == Kind::Learnt);
    }

    fn stop(&self) -> bool {
        self.learnt >= self.limit
    }
}

/// A set of clauses that grows, and its solver.
pub(super) struct Sat {
    solver: Solver<Work>,
    clause: Vec<RawLit>,
    assumed: Vec<Lit>,
}

impl Sat {
    pub(super) fn new() -> Self {
        let options = SolverOpts { luby_restart: true, ..SolverOpts::default() };
        let mut sat = Self { solver: Solver::new(options, Work::default()), clause: Vec::new(), assumed: Vec::new() };
        let constant = sat.fresh();
        sat.add(&[constant]);
        sat
    }

    /// A new literal.
    pub(super) fn fresh(&mut self) -> Lit {
        Lit::of(RawLit::new(self.solver.new_var_default(), true))
    }

    /// Demands that one of the literals holds.
    pub(super) fn add(&mut self, lits: &[Lit]) {
        if lits.len() > 1 && lits.contains(&Lit::TRUE) {
            return;
        }
        self.clause.clear();
        self.clause.extend(lits.iter().filter(|&&lit| lit != Lit::FALSE).map(|lit| lit.raw()));
        self.solver.add_clause_reuse(&mut self.clause);
    }

    /// Demands `then` where all of `when` hold.
    pub(super) fn imply(&mut self, when: &[Lit], then: Lit) {
        if then == Lit::TRUE || when.contains(&Lit::FALSE) {
            return;
        }
        self.clause.clear();
        let against = when.iter().filter(|&&lit| lit != Lit::TRUE).map(|&lit| (!lit).raw());
        self.clause.extend(against);
        if then != Lit::FALSE {
            self.clause.push(then.raw());
        }
        self.solver.add_clause_reuse(&mut self.clause);
    }

    /// Looks for a solution with all assumptions; learns at most `limit` clauses.
    pub(super) fn solve(&mut self, assumed: &[Lit], limit: u64) -> Found {
        self.assumed = assumed.to_vec();
        let raw: Vec<RawLit> = assumed.iter().map(|lit| lit.raw()).collect();
        let work = self.solver.cb_mut();
        work.limit = work.learnt.saturating_add(limit.max(1));
        let found = self.solver.solve_limited(&raw);
        if found == lbool::TRUE {
            Found::Solution
        } else if found == lbool::FALSE {
            Found::None
        } else {
            Found::Limit
        }
    }

    /// Whether the last question had a solution.
    pub(super) fn has_solution(&self) -> bool {
        !self.solver.get_model().is_empty()
    }

    /// Whether a literal holds in the last solution.
    pub(super) fn holds(&self, lit: Lit) -> bool {
        self.solver.value_lit(lit.raw()) == lbool::TRUE
    }

    /// The assumptions of the last question that clash.
    pub(super) fn core(&self) -> Vec<Lit> {
        let clash = self.solver.unsat_core();
        let within = |lit: &&Lit| clash.iter().any(|raw| raw.var() == lit.raw().var());
        self.assumed.iter().filter(within).copied().collect()
    }

    /// Whether the literal is decided for good.
    pub(super) fn settled(&self, lit: Lit) -> Option<bool> {
        let value = self.solver.value_lvl_0(lit.raw());
        if value == lbool::TRUE {
            Some(true)
        } else if value == lbool::FALSE {
            Some(false)
        } else {
            None
        }
    }

    /// The measure of work: what was learnt, and what was concluded on the way, which costs far less.
    pub(super) fn work(&self) -> u64 {
        self.solver.cb().learnt + self.solver.num_propagations() / 2000
    }
}
