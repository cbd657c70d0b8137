//! The best timetable found by trying every one.

use throughline::schedule::engine::{Candidate, Placement, Problem, Tier, evaluate};

/// The best values of the tiers, or nothing where no timetable keeps the rules; `None` where there are too many to try.
#[expect(clippy::option_option, reason = "no answer and the answer that there is none are different things")]
pub(crate) fn best(problem: &Problem, held: &[Placement], most: usize) -> Option<Option<Vec<u32>>> {
    let usable = |candidate: &&Candidate| problem.blocks(candidate).is_empty() && !held.contains(&candidate.at);
    let places: Vec<Placement> = problem.candidates().iter().filter(usable).map(|candidate| candidate.at).collect();
    let mut choices: Vec<Vec<Vec<Placement>>> = Vec::new();
    let mut modules: Vec<_> = problem.candidates().iter().map(|candidate| candidate.at.module).collect();
    modules.sort_unstable();
    modules.dedup();
    let mut number = 1_usize;
    for module in modules {
        let (sessions, _) = problem.dose(module);
        let done = held.iter().filter(|at| at.module == module).count();
        let rest = usize::try_from(sessions).unwrap().saturating_sub(done);
        let mine: Vec<Placement> = places.iter().filter(|at| at.module == module).copied().collect();
        choices.push(subsets(&mine, rest));
        number = number.saturating_mul(choices.last().unwrap().len());
    }
    if number > most {
        return None;
    }
    let mut found = None;
    visit(problem, &choices, &mut held.to_vec(), &mut found);
    Some(found)
}

fn subsets(places: &[Placement], size: usize) -> Vec<Vec<Placement>> {
    match (places, size) {
        (_, 0) => vec![Vec::new()],
        ([], _) => Vec::new(),
        ([one, rest @ ..], _) => {
            let mut with = subsets(rest, size - 1);
            for set in &mut with {
                set.push(*one);
            }
            with.extend(subsets(rest, size));
            with
        }
    }
}

fn visit(
    problem: &Problem,
    choices: &[Vec<Vec<Placement>>],
    chosen: &mut Vec<Placement>,
    found: &mut Option<Vec<u32>>,
) {
    let [first, rest @ ..] = choices else {
        let score = evaluate(problem, chosen);
        let vector = score.vector(&Tier::ALL);
        if score.violations.is_empty() && found.as_ref().is_none_or(|found| vector < *found) {
            *found = Some(vector);
        }
        return;
    };
    for set in first {
        chosen.extend(set);
        visit(problem, rest, chosen, found);
        chosen.truncate(chosen.len() - set.len());
    }
}
