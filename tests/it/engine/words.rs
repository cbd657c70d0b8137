//! What is said about timetables, in both languages.

use throughline::base::Language;
use throughline::schedule::engine::{Give, Placement, Problem, Rule, Shortfall, Tier, TierResult};
use throughline::wording::timetable;

use super::problem;

#[track_caller]
fn check(say: impl Fn(Language) -> String, english: &str, spanish: &str) {
    assert_eq!(say(Language::English), english);
    assert_eq!(say(Language::Spanish), spanish);
}

fn cbt(problem: &Problem) -> Placement {
    problem.candidates().iter().map(|place| place.at).find(|at| problem.module_id(at.module) == "cbt").unwrap()
}

#[test]
fn rules_are_said_with_their_numbers() {
    let problem = problem("infeasible-5");
    let cbt = cbt(&problem);
    let say = |language| timetable::rule(Rule::WeekMin(1), &problem, language);
    check(say, "Week 2: at least 10 h", "Semana 2: al menos 10 h");
    let say = |language| timetable::rule(Rule::Freq(cbt.module), &problem, language);
    check(say, "CBT group: at most 3 a week", "CBT group: como máximo 3 por semana");
    let say = |language| timetable::rule(Rule::Closure(0, 4), &problem, language);
    check(say, "The clinic is closed on Friday of week 1", "La clínica está cerrada el viernes de la semana 1");
}

#[test]
fn ways_out_are_said_with_their_amounts() {
    let problem = problem("infeasible-5");
    let at = Placement { day: 0, start: 68, ..cbt(&problem) };
    let say = |language| timetable::give(Rule::Avail(0), &Give::Places(vec![at]), &problem, language);
    check(say, "Free Monday 5:00–6:00 PM", "Liberar el lunes, 5:00–6:00 p.\u{a0}m.");
    let amount = Give::Instead { asked: 540, becomes: 510 };
    let say = |language| timetable::give(Rule::WeekMin(4), &amount, &problem, language);
    check(
        say,
        "Week 5: 8 h 30 min instead of 9 h, below the payer’s rule",
        "Semana 5: 8 h 30 min en lugar de 9 h, por debajo de lo que pide el pagador",
    );
}

#[test]
fn shortfalls_and_aims_are_said_in_one_sentence() {
    let problem = problem("infeasible-5");
    let short = Shortfall::Floor { from: 0, to: 3, asked: 2400, possible: 2340 };
    let say = |language| timetable::shortfall(short, &problem, language);
    check(
        say,
        "Weeks 1–4 ask for 40 h; these modules give at most 39 h",
        "Semanas 1–4 piden 40 h; estos módulos dan como máximo 39 h",
    );
    let days = |bound| TierResult { tier: Tier::Days, value: 35, bound, culprits: Vec::new() };
    let say = |language| timetable::tier(&days(35), language);
    check(say, "35 visits; no calendar has fewer", "35 visitas; ningún calendario tiene menos");
    let say = |language| timetable::tier(&days(33), language);
    check(say, "35 visits; at least 33 in any calendar", "35 visitas; al menos 33 en cualquier calendario");
}
