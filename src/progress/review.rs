//! What rule packs ask a review to state, and what of it is missing.

use crate::base::{Slug, is_blank};
use crate::catalog::{Catalog, ReviewStatement};
use crate::plan::{Plan, Review, Statements};

/// A statement that a review may hold.
pub type Statement = ReviewStatement;

/// A statement that a pack asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The statement.
    pub statement: Statement,
    /// The pack that asks for it.
    pub pack: Slug,
}

/// The statements that the payers' packs ask of every review, each once.
pub fn statements_asked(plan: &Plan, catalog: &Catalog) -> Vec<Asked> {
    let packs = plan.coverage.iter().filter_map(|payer| catalog.packs.get(payer.pack.as_ref()?));
    let mut all: Vec<Asked> = Vec::new();
    for pack in packs {
        for statement in &pack.review_states {
            if all.iter().all(|asked| asked.statement != *statement) {
                all.push(Asked { statement: *statement, pack: pack.slug.clone() });
            }
        }
    }
    all
}

impl Review {
    /// What a review says under a statement.
    pub fn states(&self, statement: Statement) -> &str {
        let Statements { response, risks, discharge_goals, hours_needed } = &self.notes.statements;
        match statement {
            ReviewStatement::Response => response,
            ReviewStatement::Risks => risks,
            ReviewStatement::DischargeGoals => discharge_goals,
            ReviewStatement::HoursNeeded => hours_needed,
        }
    }

    /// The statements of a list that it does not make.
    pub fn leaves_out(&self, asked: &[Asked]) -> Vec<Statement> {
        let statements = asked.iter().map(|asked| asked.statement);
        statements.filter(|statement| is_blank(self.states(*statement))).collect()
    }
}
