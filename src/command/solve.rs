//! `solve`: the best timetable of a problem in the shared format, or why there is none.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::{Desk, Outcome};
use crate::base::Language;
use crate::schedule::engine::{Answer, Effort, Go, Instance, Named, Problem, Relaxation, Tier, Timetable, WhyNot};
use crate::wording::{report, timetable};

#[derive(Debug, Args)]
pub(super) struct Solve {
    /// Timetable problems as JSON, format iop-sched/1
    #[arg(required = true, value_name = "INSTANCE.json")]
    instances: Vec<PathBuf>,
    /// How much work may be spent, counted in what the solver learns
    #[arg(long, value_name = "N")]
    effort: Option<u32>,
    /// Also write each answer to DIR/ID.json
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Serialize)]
struct Told {
    id: String,
    feasible: Option<bool>,
    placements: Vec<Named>,
    tiers: BTreeMap<&'static str, Value>,
    why: Vec<Why>,
    relaxations: Vec<Vec<Why>>,
    cpu_ms: f64,
    effort: u32,
}

#[derive(Serialize)]
struct Value {
    value: u32,
    bound: u32,
}

#[derive(Serialize)]
struct Why {
    rule: String,
    text: String,
}

pub(super) fn run(asked: &Solve, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    let effort = asked.effort.map_or_else(Effort::default, Effort);
    let mut outcome = Outcome::Done;
    for path in &asked.instances {
        let told = match read(path) {
            Ok(instance) => answer(&instance, effort),
            Err(why) => Err(why),
        };
        match told {
            Ok(told) => {
                let line = serde_json::to_string(&told)?;
                writeln!(desk.out, "{line}")?;
                if told.feasible.is_none() || !keep(asked.out.as_deref(), &told.id, &line, desk)? {
                    outcome = Outcome::CouldNot;
                }
            }
            Err(why) => {
                writeln!(desk.err, "{}", report::not_solved(path, &why, Language::English))?;
                outcome = Outcome::CouldNot;
            }
        }
    }
    Ok(outcome)
}

fn read(path: &Path) -> Result<Instance, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

fn answer(instance: &Instance, effort: Effort) -> Result<Told, String> {
    let start = cpu_time::ThreadTime::now();
    let problem = Problem::new(instance).map_err(|fault| timetable::fault(&fault, Language::English))?;
    let answer = crate::schedule::engine::solve(&problem, &Tier::ALL, effort, &mut |_| Go::On);
    let cpu_ms = (start.elapsed().as_secs_f64() * 10_000.0).round() / 10.0;
    let mut told = Told {
        id: instance.id.clone(),
        feasible: None,
        placements: Vec::new(),
        tiers: BTreeMap::new(),
        why: Vec::new(),
        relaxations: Vec::new(),
        cpu_ms,
        effort: effort.0,
    };
    match answer {
        Answer::Feasible(found) => feasible(&mut told, &found, &problem),
        Answer::Infeasible(why) => infeasible(&mut told, &why, &problem),
        Answer::Unknown => {}
    }
    Ok(told)
}

fn feasible(told: &mut Told, found: &Timetable, problem: &Problem) {
    told.feasible = Some(true);
    told.placements = found.placements.iter().map(|&at| problem.named(at)).collect();
    let values = found.tiers.iter().map(|tier| (tier.tier.name(), Value { value: tier.value, bound: tier.bound }));
    told.tiers = values.collect();
}

fn infeasible(told: &mut Told, why: &WhyNot, problem: &Problem) {
    told.feasible = Some(false);
    let clash = why
        .rules
        .iter()
        .map(|&rule| Why { rule: rule.name(problem), text: timetable::rule(rule, problem, Language::English) });
    told.why = clash.collect();
    told.relaxations = why.relaxations.iter().map(|way| way_out(way, problem)).collect();
}

fn way_out(way: &Relaxation, problem: &Problem) -> Vec<Why> {
    let gives = way.gives.iter().map(|(rule, give)| Why {
        rule: rule.name(problem),
        text: timetable::give(*rule, give, problem, Language::English),
    });
    gives.collect()
}

/// Writes an answer to its file, if files are asked for; says so where it cannot.
fn keep(folder: Option<&Path>, id: &str, line: &str, desk: &mut Desk<'_>) -> io::Result<bool> {
    let Some(folder) = folder else { return Ok(true) };
    // An id is a name, not a path: nothing is written outside the folder.
    let plain = !id.is_empty() && !id.contains(['/', '\\']) && id != "..";
    let path = folder.join(format!("{id}.json"));
    #[expect(clippy::disallowed_methods, reason = "an answer can be asked for again, unlike a plan")]
    let written = if plain { std::fs::write(&path, line) } else { Err(io::ErrorKind::InvalidFilename.into()) };
    match written {
        Ok(()) => Ok(true),
        Err(error) => {
            writeln!(desk.err, "{}", report::not_solved(&path, &error.to_string(), Language::English))?;
            Ok(false)
        }
    }
}
